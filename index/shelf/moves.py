"""The articles whose id changed because their file was moved, so that decisions can follow them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from index.model.article import ArticleId
from index.shelf.generation_files import read_record

if TYPE_CHECKING:
    from pathlib import Path

_NAME = "moves.msgpack"


def load_moves(folder: Path) -> dict[ArticleId, ArticleId]:
    """From the former id of an article to its present one, over all updates."""
    path = folder / _NAME
    return read_record(path, dict[ArticleId, ArticleId]) if path.exists() else {}


def save_moves(
    folder: Path, before: dict[ArticleId, ArticleId], moved: dict[ArticleId, ArticleId]
) -> None:
    """Writes the earlier moves together with those of this update."""
    known = {old: moved.get(new, new) for old, new in before.items()} | moved
    known = {old: new for old, new in known.items() if old != new}
    path = folder / _NAME
    # The file may be shared with the generation before, which must not change.
    path.unlink(missing_ok=True)
    if known:
        path.write_bytes(msgspec.msgpack.encode(known))
