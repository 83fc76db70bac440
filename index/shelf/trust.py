"""Trust in an index: it is opened only if the reader or root owns it and nobody else can write to
it.

Reading an index runs no code, but its content is believed. So, as `ssh` does with keys, an index
that somebody else could have written is refused.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from index.errors import IndexUntrustedError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

CLOSED = 0o700
"""The mode of a new folder of an index."""
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def require_trust(folder: Path, *, trusted: Collection[str | int] = ()) -> None:
    """Raises IndexUntrustedError when somebody else owns the folder of an index or can write to it.

    `trusted` are names or numbers of users whose indexes are trusted too. Nothing is checked on
    Windows, where files have no owner and mode of this kind.
    """
    if os.name != "posix" or not os.path.lexists(folder):
        return
    for path in _reachable(folder):
        _require(path, trusted)


def close_cache(folder: Path) -> bool:
    """Sets the reader's own cache folder to 0700 if others can write to it; gives whether it did."""
    if os.name != "posix":
        return False
    try:
        status = folder.lstat()
        ours = stat.S_ISDIR(status.st_mode) and status.st_uid == os.geteuid()
        if not ours or not _writable_by_others(status):
            return False
        folder.chmod(CLOSED)
    except OSError:
        return False
    return True


def _reachable(folder: Path) -> Iterator[Path]:
    """The folder and, if other users can enter it at all, everything in it."""
    yield folder
    if folder.is_symlink() or not folder.stat().st_mode & _OTHERS:
        return
    for path in folder.rglob("*"):
        # A file may be removed by a clean-up while it is being read.
        if os.path.lexists(path):
            yield path


def _require(path: Path, trusted: Collection[str | int]) -> None:
    try:
        status = path.lstat()
    except FileNotFoundError:
        return
    owner = status.st_uid
    if stat.S_ISLNK(status.st_mode):
        raise IndexUntrustedError(
            "The index is not opened: {path} is a link.",
            advice="Choose another folder with --index.",
            path=path,
        )
    if owner not in (os.geteuid(), 0) and not _is_trusted(owner, trusted):
        raise IndexUntrustedError(
            "The index is not opened: {path} belongs to {owner}.",
            advice="Choose another folder with --index, or name that user under `trust:` in your own"
            " settings.",
            path=path,
            owner=_name(owner) or owner,
        )
    if _writable_by_others(status):
        raise IndexUntrustedError(
            "The index is not opened: others can write to {path}.",
            advice="Close it with chmod go-w, or choose another folder with --index.",
            path=path,
        )


def _is_trusted(owner: int, trusted: Collection[str | int]) -> bool:
    return bool({owner, str(owner), _name(owner) or owner}.intersection(trusted))


def _writable_by_others(status: os.stat_result) -> bool:
    if status.st_mode & stat.S_IWOTH:
        return True
    return bool(status.st_mode & stat.S_IWGRP) and not _private(status.st_gid, status.st_uid)


def _private(group: int, owner: int) -> bool:
    """Whether a group is the owner's private one: of the same name, the owner's first, without
    other members.
    """
    import grp
    import pwd

    try:
        user, members = pwd.getpwuid(owner), grp.getgrgid(group)
    except KeyError:
        return False
    own = user.pw_gid == group and members.gr_name == user.pw_name
    return own and not set(members.gr_mem) - {user.pw_name}


def _name(user: int) -> str | None:
    import pwd

    try:
        return pwd.getpwuid(user).pw_name
    except KeyError:
        return None
