"""The changes to the files of a corpus since they were read, found by size, time and digest."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from index.model.article import CANNOT_OPEN
from index.settings.guarded import open_guarded

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from index.corpus.folder import SourceFile
    from index.corpus.rules import RuleBook
    from index.shelf.articles import FileState


@dataclass(frozen=True, slots=True)
class Changes:
    """The changes to the files of a corpus since they were read."""

    fresh: tuple[SourceFile, ...]
    """Files that were added or moved, or whose content changed."""
    kept: tuple[SourceFile, ...]
    gone: tuple[str, ...]
    """Paths of files that are no longer there."""
    moved: dict[str, str] = field(default_factory=dict)
    """Fresh files that were moved: the new path → the old one."""
    touched: tuple[SourceFile, ...] = ()
    """Kept files with another time and the same content."""

    def __bool__(self) -> bool:
        return bool(self.fresh or self.gone)


TOO_SLOW = "Reading the file takes too long; the next update tries it again."


def changes(
    files: Sequence[SourceFile], states: Mapping[str, FileState], *, retry: bool = False
) -> Changes:
    """Compares the files with those that were read; reads a file only if its size or time leave
    doubt.

    Files that were closed, or of which a library was missing, are fresh when that is no longer so;
    with `retry`, files that took too long are fresh too.
    """
    has_come = cache(_has_come)
    fresh: list[SourceFile] = []
    kept: list[SourceFile] = []
    touched: list[SourceFile] = []
    for file in files:
        state = states.get(file.relative)
        if (
            state is None
            or state.size != file.size
            or (retry and state.reason == TOO_SLOW)
            or (state.reason == CANNOT_OPEN and _opens(file))
            or ((missing := _missing(state)) and all(map(has_come, missing)))
        ):
            fresh.append(file)
        elif state.mtime_ns == file.mtime_ns:
            kept.append(file)
        elif state.sha256 and file_digest(file) == state.sha256:
            kept.append(file)
            touched.append(file)
        else:
            fresh.append(file)
    there = {file.relative for file in files}
    gone = tuple(path for path in states if path not in there)
    return Changes(
        tuple(fresh), tuple(kept), gone, _moved(fresh, states, gone), touched=tuple(touched)
    )


def file_digest(file: SourceFile) -> str | None:
    """SHA-256 of a file in hexadecimal; None when it cannot be read."""
    try:
        with open_guarded(Path(file.path)) as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return None


_ADVICE = "pip install"
_LIBRARY = re.compile(r"'([\w.-]+)>=")
"""A library in an advice to install it, by the name under which it is imported, too."""


def _missing(state: FileState) -> list[str]:
    """The libraries that were missing when a file was read."""
    told = (state.reason or "", *(note.reason for note in state.notes))
    return [name for one in told if _ADVICE in one for name in _LIBRARY.findall(one)]


def _has_come(library: str) -> bool:
    try:
        import_module(library)
    except Exception:  # whatever a library that is installed badly raises
        return False
    return True


def _opens(file: SourceFile) -> bool:
    try:
        open_guarded(Path(file.path)).close()
    except OSError:
        return False
    return True


def _moved(
    fresh: Iterable[SourceFile], states: Mapping[str, FileState], gone: Iterable[str]
) -> dict[str, str]:
    left: dict[int, list[FileState]] = defaultdict(list)
    for path in gone:
        if states[path].sha256:
            left[states[path].size].append(states[path])
    found: dict[str, str] = {}
    for file in fresh:
        candidates = left.get(file.size)
        if not candidates or file.relative in states:
            continue
        digest = file_digest(file)
        same = [state for state in candidates if state.sha256 == digest]
        if not same:
            continue
        # Of several equal files, the one with the same name counts as the old one.
        name = PurePosixPath(file.relative).name
        old = next((state for state in same if PurePosixPath(state.path).name == name), same[0])
        candidates.remove(old)
        found[file.relative] = old.path
    return found


def reads_alike(new: str, old: str, rules: RuleBook) -> bool:
    """Whether the content of a moved file is read the same way in its new place."""
    # Imported here: few builds have a moved file.
    from index.corpus.page_dates import date_in_name

    return (
        PurePosixPath(new).suffix.lower() == PurePosixPath(old).suffix.lower()
        and rules.rules_for(new) == rules.rules_for(old)
        and date_in_name(new) == date_in_name(old)
    )
