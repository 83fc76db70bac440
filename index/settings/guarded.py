"""Files that strangers may have put there, read and replaced without following links or waiting.

A corpus is sent, unzipped, shared: under a name that the program reads there may lie a link that leads
out of it, a pipe that never answers, a device without an end.
"""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Callable
from contextlib import suppress
from io import BufferedReader
from pathlib import Path
from secrets import token_hex

MOST_BYTES = 4_000_000
"""Of a file of settings, rules or names."""
TEMPORARY = ".recoupe-"
"""How the names of files begin that are put in the place of others when they are whole."""
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_BINARY", 0)
)
_NOT_FOLLOWED = getattr(os, "O_NOFOLLOW", 0)
_FOLDER = getattr(os, "O_DIRECTORY", 0)
LEFT_OVER = re.compile(re.escape(TEMPORARY) + r"(?:[0-9a-f]{16}|[a-z0-9_]{8})")
"""What writing leaves when it is ended half-way; the second form is of versions before."""

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


class RefusedError(OSError):
    """A file is no plain file in its place; `strerror` is a short English reason for the reader."""

    def __init__(self, reason: str) -> None:
        super().__init__(errno.EPERM, reason)


def read_guarded(path: Path, *, within: Path | None, most_bytes: int = MOST_BYTES) -> bytes:
    """The bytes of a regular file below the folder `within`, reached without any link.

    With `within` None the file is the reader's own, and links to it are followed. Raises
    RefusedError for what is no such file or larger, FileNotFoundError and other OSErrors as usual.
    """
    handle = _open_below(path, within) if within is not None else os.open(path, _FLAGS)
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise RefusedError("it is no regular file")
        content = _content(handle, status.st_size, most_bytes)
    finally:
        os.close(handle)
    if len(content) > most_bytes:
        raise RefusedError(f"it is larger than {most_bytes // 1_000_000} MB")
    return content


def _content(handle: int, size: int, most_bytes: int) -> bytes:
    """Reads an open file, at most one byte more than allowed, so that a larger file is noticed.

    `size` is what it should have: room for the most of each small file would cost more than reading.
    """
    content = os.read(handle, min(size, most_bytes) + 1)
    while len(content) <= most_bytes and (more := os.read(handle, 1 << 16)):
        content += more
    return content


def open_guarded(path: Path) -> BufferedReader:
    """A regular file of the corpus to read piece by piece; never waits for who writes a pipe."""
    handle = os.open(path, _FLAGS)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise RefusedError("it is no regular file")
    return os.fdopen(handle, "rb")


def replace_guarded(
    path: Path, content: bytes, *, unless: Callable[[], bool] = lambda: False
) -> bool:
    """Puts the content in the place of a file in one step, never through a link.

    `unless` is asked at the last moment; if it says yes, nothing is written. Gives whether the file
    was written. Raises RefusedError when a link or anything but a regular file lies in that
    place.
    """
    mode = None
    with suppress(FileNotFoundError):
        status = path.lstat()
        if not stat.S_ISREG(status.st_mode):
            raise RefusedError(_what_it_is(status.st_mode))
        mode = stat.S_IMODE(status.st_mode)
    new = path.parent / f"{TEMPORARY}{token_hex(8)}"
    # A new file gets the mode that the umask leaves; asking for the umask would change it for all threads.
    handle = os.open(new, _NEW, 0o666 if mode is None else 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            new.chmod(mode)
        if unless():
            return False
        new.replace(path)
        return True
    finally:
        new.unlink(missing_ok=True)


def is_there(path: Path) -> bool:
    """Whether anything has this name, even a link that leads nowhere."""
    return os.path.lexists(path)


def _open_below(path: Path, within: Path) -> int:
    names = path.relative_to(within).parts
    if not names or ".." in names:
        raise RefusedError("it lies outside the corpus")
    if os.open not in os.supports_dir_fd or not _NOT_FOLLOWED:
        return _open_checked(path, within)
    folder = os.open(within, _FLAGS | _FOLDER)
    try:
        for name in names[:-1]:
            below = _open_unlinked(name, _FLAGS | _FOLDER, folder)
            os.close(folder)
            folder = below
        return _open_unlinked(names[-1], _FLAGS, folder)
    finally:
        os.close(folder)


def _open_unlinked(name: str, flags: int, folder: int) -> int:
    try:
        return os.open(name, flags | _NOT_FOLLOWED, dir_fd=folder)
    except OSError as error:
        # What a link leads to is nobody's business: neither its name nor its content is told.
        if error.errno in (errno.ELOOP, errno.EMLINK) or _is_link(name, folder):
            raise RefusedError("it is a link, and links are not followed") from None
        if error.errno in (errno.ENXIO, errno.ENODEV):
            raise RefusedError("it is no regular file") from None
        raise


def _is_link(name: str, folder: int) -> bool:
    try:
        status = os.stat(name, dir_fd=folder, follow_symlinks=False)
    except OSError:
        return False
    return stat.S_ISLNK(status.st_mode)


def _open_checked(path: Path, within: Path) -> int:
    """For systems on which a folder cannot be opened: checks each part of the path first."""
    at = within
    for name in path.relative_to(within).parts:
        at = at / name
        if at.is_symlink():
            raise RefusedError("it is a link, and links are not followed")
    if not stat.S_ISREG(at.stat().st_mode):
        raise RefusedError("it is no regular file")
    return os.open(at, _FLAGS)


def _what_it_is(mode: int) -> str:
    if stat.S_ISLNK(mode):
        return "it is a link, and links are not followed"
    return "it is no regular file"
