"""The lines that the build of a generation learnt as noise, kept with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from index.corpus.noise import LearntLine

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_NAME = "noise.msgpack"


def save_noise(folder: Path, lines: Iterable[LearntLine]) -> None:
    (folder / _NAME).write_bytes(msgspec.msgpack.encode(tuple(lines)))


def load_noise(folder: Path) -> tuple[LearntLine, ...]:
    """The learnt lines of a generation, most frequent first."""
    try:
        content = (folder / _NAME).read_bytes()
    except FileNotFoundError:
        return ()
    return msgspec.msgpack.decode(content, type=tuple[LearntLine, ...])
