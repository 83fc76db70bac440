"""The roles of a person, with the articles that state them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.model.found import Role, RolePlace
from index.model.text import Span
from index.text.folding import fold

if TYPE_CHECKING:
    from index.model.article import EntityId
    from index.notebook.ruling import Ruling
    from index.shelf.entity_counts import Offices


def roles(entity: EntityId, offices: Offices, *, ruling: Ruling) -> tuple[Role, ...]:
    """The roles in the order of their articles: « ministre » before « ex-ministre »."""
    joined = (id for id, final in ruling.finals.items() if final == entity)
    found: dict[str, list[RolePlace]] = {}
    wordings: dict[str, str] = {}
    for id in dict.fromkeys((entity, *joined, *ruling.divided)):
        for wording, places in offices.get(id, {}).items():
            key = fold(wording)
            for article, place in places.items():
                if ruling.final(id, place.form, article) != entity:
                    continue
                # The spelling inside a sentence is preferred.
                wordings[key] = max(wordings.get(key, wording), wording)
                published = ruling.dates.get(article, place.published)
                span = Span(place.start, place.end)
                found.setdefault(key, []).append(RolePlace(article, span, place.source, published))
    listed = [
        Role(wordings[key], tuple(sorted(places, key=_when))) for key, places in found.items()
    ]
    return tuple(sorted(listed, key=lambda role: _when(role.places[0])))


def _when(place: RolePlace) -> tuple[str, str]:
    return place.published.earliest or "~", place.article
