"""An entity as named on the command line, or a folder among the words of a query."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from index.errors import RecoupeError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.cli.call import Call
    from index.library import Library
    from index.model.article import EntityId


def find_entity(library: Library, wish: str) -> EntityId:
    """An entity by its id, its name or a spelling. Raises RecoupeError when there is none, or
    several.
    """
    from rapidfuzz import process

    from index.text.folding import fold

    entities = library.entities()
    for entity in entities:
        if entity.id == wish:
            return entity.id
    sought = fold(wish)
    named = [entity.id for entity in entities if fold(entity.name) == sought]
    if not named:
        named = [e.id for e in entities if any(fold(form.surface) == sought for form in e.forms)]
    if len(named) == 1:
        return named[0]
    if named:
        raise RecoupeError(
            "Several entities are called {name}: {ids}.",
            advice="Name one by its id.",
            name=wish,
            ids=", ".join(named),
        )
    near = process.extractOne(sought, {e.id: fold(e.name) for e in entities}, score_cutoff=70)
    raise RecoupeError(
        "The index knows no entity {id}.",
        advice="Did you mean {near}?" if near else "`recoupe entities --json` prints ids.",
        id=wish,
        near=near[2] if near else "",
    )


def tell_folder_among(words: Sequence[str], call: Call) -> None:
    """Explains how to name a corpus if a word of a query is a folder and no corpus was named.

    One word alone may really be a word, whatever folders exist, unless it is written as a path.
    """
    if call.places.corpus_from in ("flag", "environment"):
        return
    for word in words:
        if (len(words) > 1 or os.sep in word) and _is_folder(word):
            call.narrate(
                call.texts(
                    "{path} is a folder, and was looked for as words; to search in it: --corpus {path}",
                    path=word,
                )
            )


def _is_folder(word: str) -> bool:
    try:
        return Path(word).expanduser().is_dir()
    except (OSError, RuntimeError, ValueError):
        return False
