"""A lock on a generation that is being read, so that nobody removes it meanwhile."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows, where a folder with open files cannot be removed
    fcntl = None  # type: ignore[assignment]


class Hold:
    """A shared lock on a file of a generation, until `release` or the end of the process.

    Raises FileNotFoundError when the generation is gone already.
    """

    def __init__(self, file: Path) -> None:
        self._handle: int | None = os.open(file, os.O_RDONLY | getattr(os, "O_CLOEXEC", 0))
        if fcntl is not None:
            # A file system without locks gives none; reading works all the same.
            with contextlib.suppress(OSError):
                fcntl.flock(self._handle, fcntl.LOCK_SH)
        if not file.exists():
            self.release()
            raise FileNotFoundError(file)

    def release(self) -> None:
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def is_held(file: Path) -> bool:
    """Whether any process holds the generation of this file."""
    if fcntl is None:
        return False
    try:
        handle = os.open(file, os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False
    finally:
        os.close(handle)
    return False
