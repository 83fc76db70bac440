"""What a query may go on as: names of fields, and after a field the names that the corpus has most often."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from textual.suggester import Suggester

from index.model.found import Facet, FacetCounts
from index.query.query_fields import FACETS, SPEAKERS
from index.text.folding import fold

_QUOTED = re.compile(r'(?:^|[\s(])([\w-]+):"([^"]+)$')
_BARE = re.compile(r"(?:^|[\s(])([\w-]+):(\w+)$")
_FIELD = re.compile(r"(?:^|[\s(])(\w{3,})$")
_PARTS = re.compile(r"[\s'’.-]+")


class QueryCompletion(Suggester):
    """Stands behind the cursor in grey; the right arrow takes it."""

    def __init__(self, fields: Sequence[str]) -> None:
        """`fields` are the names of fields in the reader's language, the likeliest first."""
        super().__init__(use_cache=False, case_sensitive=True)
        self._fields = fields
        self._names: dict[Facet, tuple[str, ...]] = {}

    def offer(self, counts: Iterable[FacetCounts]) -> None:
        """The values that may be completed, the most frequent ones first."""
        self._names = {
            one.facet: tuple(entry.name for entry in one.entries if entry.id) for one in counts
        }

    async def get_suggestion(self, value: str) -> str | None:
        return completed(value, self._names, self._fields)


def completed(
    query: str, names: Mapping[Facet, Sequence[str]], fields: Sequence[str] = ()
) -> str | None:
    """The query with its last word written out; None where nothing is known that begins so."""
    if found := _QUOTED.search(query):
        part = found[2]
        whole = next((n for n in _of(found[1], names) if _begins(n, part)), None)
        return f'{query}{whole[len(part) :]}"' if whole else None
    if found := _BARE.search(query):
        part = found[2]
        words = (word for name in _of(found[1], names) for word in _PARTS.split(name))
        word = next((w for w in words if len(w) > len(part) and _begins(w, part)), None)
        return query + word[len(part) :] if word else None
    if found := _FIELD.search(query):
        field = next((f for f in fields if f.startswith(found[1])), None)
        return f"{query}{field[len(found[1]) :]}:" if field else None
    return None


def _of(field: str, names: Mapping[Facet, Sequence[str]]) -> Sequence[str]:
    folded = fold(field)
    facet = Facet.PERSON if folded in SPEAKERS else FACETS.get(folded)
    return names.get(facet, ()) if facet is not None else ()


def _begins(name: str, part: str) -> bool:
    return fold(name[: len(part)]) == fold(part)
