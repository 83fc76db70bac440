"""Other programs, started with arguments and no shell: the system's for an address or a file, the editor."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from index.errors import RecoupeError
from index.interface.outside_arguments import opening_command

_PATIENCE = 3.0
"""Seconds in which a program that cannot open something says so; it goes on by itself after that."""


async def open_outside(target: str | Path, *, platform: str = sys.platform) -> None:
    """Has the system open an address or a file. Raises RecoupeError when it cannot."""
    command = opening_command(target, platform=platform)
    try:
        if not command:
            os.startfile(str(target))  # type: ignore[attr-defined]
            return
        process = await asyncio.create_subprocess_exec(
            *command,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            status = await asyncio.wait_for(process.wait(), _PATIENCE)
        except TimeoutError:
            return
    except OSError as error:
        raise RecoupeError(
            "{program} cannot be started: {cause}.",
            program=command[0] if command else "Windows",
            cause=error.strerror or error,
        ) from error
    if status:
        raise RecoupeError("{program} could not open it.", program=command[0])


def edit(command: Sequence[str]) -> None:
    """Runs the editor in the terminal, to its end. Raises RecoupeError when it cannot be started."""
    try:
        subprocess.run(list(command), check=False)
    except OSError as error:
        raise RecoupeError(
            "{program} cannot be started: {cause}.",
            program=command[0],
            cause=error.strerror or error,
        ) from error
