"""The program's log: only its own failures, with where they happened."""

from __future__ import annotations

import contextlib
import os
import traceback
from datetime import UTC, datetime
from pathlib import Path

import platformdirs

from index.text.visible import visible

_MOST_BYTES = 1_000_000
"""The size at which the log begins anew; the old one is kept once."""


def log_path() -> Path:
    return platformdirs.PlatformDirs("recoupe", appauthor=False).user_log_path / "recoupe.log"


def log_failure(what: str, error: BaseException) -> None:
    """Notes a failure with its traceback; if it cannot be noted, the program goes on."""
    trace = "".join(traceback.format_exception(error))
    moment = datetime.now(UTC).isoformat(timespec="seconds")
    told = visible(f"{moment} [{os.getpid()}] {what}\n{trace}\n")
    path = log_path()
    with contextlib.suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > _MOST_BYTES:
            path.replace(path.with_suffix(".old.log"))
        with path.open("a", encoding="utf-8") as file:
            file.write(told)
