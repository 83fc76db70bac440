"""The lines that the build of a generation learnt as noise, stored with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from index.corpus.noise import LearntLine
from index.shelf.generation_files import read_record

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_NAME = "noise.msgpack"
_LEARNING = "learning.msgpack"


class Learning(msgspec.Struct, frozen=True):
    """When lines were learnt, which happens over the whole corpus, never from a few new articles."""

    at: str
    """ISO 8601, in UTC, to the second."""
    articles: int
    """The number of articles over which they were learnt."""


def save_noise(folder: Path, lines: Iterable[LearntLine], *, learning: Learning) -> None:
    (folder / _NAME).write_bytes(msgspec.msgpack.encode(tuple(lines)))
    (folder / _LEARNING).write_bytes(msgspec.msgpack.encode(learning))


def load_learning(folder: Path) -> Learning | None:
    """When the lines of a generation were learnt; None if that is not stored."""
    path = folder / _LEARNING
    return read_record(path, Learning) if path.exists() else None


def load_noise(folder: Path) -> tuple[LearntLine, ...]:
    """The learnt lines of a generation, most frequent first."""
    path = folder / _NAME
    return read_record(path, tuple[LearntLine, ...]) if path.exists() else ()
