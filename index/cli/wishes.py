"""What somebody means who names an entity on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.errors import RecoupeError

if TYPE_CHECKING:
    from index.library import Library
    from index.model.article import EntityId


def find_entity(library: Library, wish: str) -> EntityId:
    """By its id, its name or a spelling. Raises RecoupeError when there is none such, or several."""
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
