"""The entries of folders, through which a reader walks to a corpus; listed in a thread, since a disk may be slow."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from index.errors import RecoupeError
from index.settings.places import find_places

_MOST = 500
"""How many entries of one folder are listed."""


@dataclass(frozen=True, slots=True)
class Found:
    """An entry of a folder."""

    name: str
    path: Path
    folder: bool


async def listed(folder: Path) -> tuple[Found, ...]:
    """Folders, then files, by name, without hidden ones. Raises RecoupeError."""

    def look() -> tuple[Found, ...]:
        found = []
        with os.scandir(folder) as entries:
            for entry in entries:
                if not entry.name.startswith("."):
                    found.append(Found(entry.name, folder / entry.name, _is_folder(entry)))
                if len(found) >= _MOST:
                    break
        return tuple(sorted(found, key=lambda one: (not one.folder, one.name.casefold())))

    try:
        return await asyncio.to_thread(look)
    except OSError as error:
        raise RecoupeError(
            "{path} cannot be listed: {cause}.", path=folder, cause=error.strerror or error
        ) from error


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


async def existing(paths: Iterable[str]) -> frozenset[str]:
    """The paths that exist, of some."""
    wanted = tuple(paths)
    return await asyncio.to_thread(lambda: frozenset(p for p in wanted if os.path.exists(p)))  # noqa: PTH110


async def corpus_at(path: Path) -> Path:
    """The corpus at a path, absolute. Raises RecoupeError when it cannot be opened."""
    places = await asyncio.to_thread(lambda: find_places(corpus=str(path)))
    return places.corpus
