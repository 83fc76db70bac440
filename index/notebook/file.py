"""One file of decisions on disk: it is read, and changed by one process at a time, of any user."""

from __future__ import annotations

import contextlib
import os
import stat
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from index.errors import CorpusError
from index.notebook.parsed import read
from index.settings.guarded import LEFT_OVER, TEMPORARY, read_guarded, replace_guarded

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

_MOST_BYTES = 200_000_000
_PATIENCE = 5.0
"""The seconds to wait for another process that is writing."""
_STEP = 0.01
_TRIES = 20
"""The number of times that a change is repeated because another program has just changed the file."""


class DecisionFile:
    """A file of decisions, beside a corpus or in the reader's own folder."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def text(self) -> str:
        """The text of the file; empty if there is none. Raises CorpusError when it cannot be read."""
        try:
            content = read_guarded(self.path, within=self.path.parent, most_bytes=_MOST_BYTES)
            return content.decode("utf-8-sig")
        except (FileNotFoundError, NotADirectoryError):
            return ""
        except (OSError, UnicodeDecodeError) as error:
            cause = getattr(error, "strerror", None) or "it is not UTF-8"
            raise CorpusError(
                "{path} cannot be read: {cause}.", path=self.path, cause=cause
            ) from error

    def status(self) -> tuple[int, int, int] | None:
        """A value that changes whenever the file does; None if there is no file."""
        try:
            status = self.path.lstat()
        except OSError:
            return None
        return status.st_mtime_ns, status.st_size, status.st_ino

    def change(self, change: Callable[[str], str]) -> None:
        """Replaces the text by the result of `change`, in one step.

        The lock lies beside the file, so that it holds for other users too; if a program without
        the lock writes in between, that is noticed and the change is repeated. Raises CorpusError
        when the file cannot be written, SettingsError when it cannot be understood; nothing has
        changed then.
        """
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with locked(self.path.parent):
                for _ in range(_TRIES):
                    before = self.text()
                    after = change(before)
                    if after == before:
                        return
                    # A text that could not be read again is never written.
                    read(after, name=str(self.path))
                    if self._swap(before, after):
                        return
        except TimeoutError as error:
            raise CorpusError(
                "Another process is writing {path}.", advice="Try again.", path=self.path
            ) from error
        except OSError as error:
            raise CorpusError(
                "{path} cannot be written: {cause}.", path=self.path, cause=error.strerror
            ) from error
        raise CorpusError(
            "Another program keeps changing {path}.", advice="Try again.", path=self.path
        )

    def tidy(self) -> None:
        """Removes the files of a process that was killed while it wrote, if nobody writes now."""
        try:
            found = [path for path in self.path.parent.iterdir() if LEFT_OVER.fullmatch(path.name)]
            if not found:
                return
            with locked(self.path.parent, patience=0):
                for left in found:
                    if stat.S_ISREG(left.lstat().st_mode):
                        left.unlink()
        except OSError:
            return  # somebody writes, or the folder is not ours to tidy

    def _swap(self, before: str, after: str) -> bool:
        """Replaces `before` by `after`; gives whether the text was still `before`."""
        return replace_guarded(self.path, after.encode(), unless=lambda: self.text() != before)


@contextlib.contextmanager
def locked(folder: Path, *, patience: float = _PATIENCE) -> Iterator[None]:
    """Holds a lock during which no other process, of any user, changes a file of decisions in a
    folder.

    The lock is on the folder itself, so that it leaves no file there. Raises TimeoutError.
    """
    if fcntl is None:
        with _locked_by_file(folder, patience):
            yield
        return
    handle = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        last = time.monotonic() + patience
        while True:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() >= last:
                    raise TimeoutError from None
                time.sleep(_STEP)
            except OSError:
                break  # a file system without locks: the comparison before the swap remains
        yield
    finally:
        os.close(handle)


@contextlib.contextmanager
def _locked_by_file(folder: Path, patience: float) -> Iterator[None]:
    from filelock import FileLock, Timeout

    try:
        with FileLock(folder / f"{TEMPORARY}lock", timeout=patience):
            yield
    except Timeout as error:
        raise TimeoutError from error
