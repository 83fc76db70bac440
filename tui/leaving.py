"""The files that one visit leaves for the next: written in one step, readable by the reader alone."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path


def write_privately(file: Path, content: bytes) -> None:
    """Replaces a file; does nothing where the folder cannot be written to."""
    partial = file.with_suffix(f".{os.getpid()}")
    with contextlib.suppress(OSError, ValueError):
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
        partial.replace(file)
