"""The lines that the build of a generation learnt as noise, kept with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from index.corpus.noise import LearntLine

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_NAME = "noise.msgpack"
_LEARNING = "learning.msgpack"


class Learning(msgspec.Struct, frozen=True):
    """When lines were learnt: with the whole corpus in view, never by a few new articles."""

    at: str
    """ISO 8601, in UTC, to the second."""
    articles: int
    """How many articles were in view."""


def save_noise(folder: Path, lines: Iterable[LearntLine], *, learning: Learning) -> None:
    (folder / _NAME).write_bytes(msgspec.msgpack.encode(tuple(lines)))
    (folder / _LEARNING).write_bytes(msgspec.msgpack.encode(learning))


def load_learning(folder: Path) -> Learning | None:
    """When the lines of a generation were learnt; None when nothing says so."""
    try:
        content = (folder / _LEARNING).read_bytes()
    except FileNotFoundError:
        return None
    return msgspec.msgpack.decode(content, type=Learning)


def load_noise(folder: Path) -> tuple[LearntLine, ...]:
    """The learnt lines of a generation, most frequent first."""
    try:
        content = (folder / _NAME).read_bytes()
    except FileNotFoundError:
        return ()
    return msgspec.msgpack.decode(content, type=tuple[LearntLine, ...])
