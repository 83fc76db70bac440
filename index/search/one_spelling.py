"""One spelling for an outlet or an author that files write in several: « LE MONDE », « Le Monde »; « Les Echos », « Les Échos »."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from index.model.found import Facet
from index.search.columns import FacetColumn
from index.text.folding import fold

SPELT_BY_FILES = frozenset((Facet.SOURCE, Facet.AUTHOR))
"""The facets whose values are names as files write them."""


def spelling_key(name: str) -> str:
    """What the spellings of one name have in common: neither case nor accents nor forms of signs count."""
    return " ".join(fold(name).replace("’", "'").replace("‑", "-").split())


def best_spellings(counts: Mapping[str, int]) -> dict[str, str]:
    """For each spelling that is not its name's best one, that one: the most frequent, of equals not in capitals."""
    known: dict[str, list[str]] = {}
    for name in counts:
        known.setdefault(spelling_key(name), []).append(name)
    respelt: dict[str, str] = {}
    for names in known.values():
        if len(names) > 1:
            best = max(names, key=lambda name: (not name.isupper(), counts[name], name))
            respelt.update({name: best for name in names if name != best})
    return respelt


def with_one_spelling(column: FacetColumn) -> tuple[FacetColumn, Mapping[str, str]]:
    """The column with each name in its best spelling, and the spellings that it replaces."""
    numbers: Sequence[int] = np.bincount(column.codes, minlength=len(column.values)).tolist()
    respelt = best_spellings(dict(zip(column.values, numbers, strict=True)))
    if not respelt:
        return column, respelt
    values = tuple(value for value in column.values if value not in respelt)
    place = {value: at for at, value in enumerate(values)}
    moved = np.array([place[respelt.get(value, value)] for value in column.values], dtype=np.int32)
    return column._replace(values=values, names=values, codes=moved[column.codes]), respelt
