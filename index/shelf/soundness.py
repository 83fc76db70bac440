"""Whether the files of a generation are unchanged: their sizes, times and checksums."""

from __future__ import annotations

import hashlib
import stat
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

SMALL = 256_000
"""The largest file, in bytes, whose checksum is compared whenever a generation is opened."""
_DIGEST = 32


class FileSum(NamedTuple):
    """Size, time and checksum of a file when it was published."""

    size: int
    mtime_ns: int
    sha256: str


def sums_of(
    folder: Path, *, known: Mapping[str, FileSum], leave_out: Callable[[str], bool]
) -> dict[str, FileSum]:
    """The sums of every file below a folder, by path; those in `known` are not read again."""
    sums: dict[str, FileSum] = {}
    for path in _files(folder):
        name = path.relative_to(folder).as_posix()
        if leave_out(name):
            continue
        status = path.stat()
        before = known.get(name)
        if before and (before.size, before.mtime_ns) == (status.st_size, status.st_mtime_ns):
            sums[name] = before
        else:
            sums[name] = FileSum(status.st_size, status.st_mtime_ns, _sha256(path))
    return sums


def damaged_file(
    folder: Path,
    sums: Mapping[str, FileSum],
    *,
    leave_out: Callable[[str], bool],
    thorough: bool = False,
) -> str | None:
    """The path of a file that was changed, removed or added since publication; None if there is
    none.

    Checksums are compared for small files and for those written to since; `thorough` compares all.
    """
    for name, wanted in sums.items():
        path = folder / name
        try:
            status = path.lstat()
            if not stat.S_ISREG(status.st_mode) or status.st_size != wanted.size:
                return name
            touched = status.st_mtime_ns != wanted.mtime_ns
            if (thorough or touched or wanted.size <= SMALL) and _sha256(path) != wanted.sha256:
                return name
        except OSError:
            return name
    try:
        for path in _files(folder):
            name = path.relative_to(folder).as_posix()
            if name not in sums and not leave_out(name):
                return name
    except OSError:
        return "."
    return None


def sealed(content: bytes) -> bytes:
    """The content with its own checksum before it."""
    return hashlib.sha256(content).digest() + content


def unsealed(content: bytes) -> bytes:
    """The content that was sealed. Raises ValueError when it has changed."""
    seal, rest = content[:_DIGEST], content[_DIGEST:]
    if hashlib.sha256(rest).digest() != seal:
        raise ValueError("the checksum differs")
    return rest


def _files(folder: Path) -> Iterable[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_symlink() or not path.is_dir())


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
