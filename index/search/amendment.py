"""The reader's decisions, applied to the columns of an index that itself never changes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from index.model.article import year_and_month
from index.model.found import Facet
from index.query.engine import Amendment
from index.search.arrays import distinct, starts_of
from index.search.columns import ENTITY_FACETS, FacetColumn

_ENTITIES = tuple(ENTITY_FACETS.values())


NOTHING = Amendment()


def amended(
    facet: Facet,
    amendment: Amendment,
    *,
    built: Callable[[Facet], FacetColumn],
    number_of_id: Mapping[str, int],
) -> FacetColumn:
    """The column of a facet as the reader decided, made from the built one.

    This takes a few passes over the codes, whatever the number of decisions; a facet that no
    decision concerns is returned unchanged.
    """
    own = built(facet)
    kept = np.ones(len(own.codes), dtype=np.bool_)
    rows: list[npt.NDArray[np.int64]] = []
    values: list[str] = []
    lengths: list[int] = []

    def put(value: str, articles: npt.NDArray[np.int64]) -> None:
        rows.append(articles)
        values.append(value)
        lengths.append(len(articles))

    if facet in _ENTITIES:
        if amendment.moved:
            kept = ~_of(own, list(amendment.moved))[own.codes]
        for other in _ENTITIES:
            column = built(other)
            sources = [
                (value, place[1])
                for value, place in amendment.moved.items()
                if place and place[0] is facet and _code(column, value) is not None
            ]
            if not sources:
                continue
            codes = np.array([_code(column, value) for value, _ in sources], dtype=np.int64)
            chosen = np.zeros(len(column.values), dtype=np.bool_)
            chosen[codes] = True
            held = np.flatnonzero(chosen[column.codes])
            held_codes, held_rows = column.codes[held], column.rows[held].astype(np.int64)
            for code, (_, target) in zip(codes.tolist(), sources, strict=True):
                put(target, held_rows[held_codes == code])
        for (place, value), articles in amendment.added.items():
            if place is facet:
                found = [number_of_id[id] for id in articles if id in number_of_id]
                put(value, np.array(found, dtype=np.int64))
    elif facet in (Facet.YEAR, Facet.MONTH):
        for id, published in amendment.dates.items():
            number = number_of_id.get(id)
            if number is not None:
                kept[own.starts[number] : own.starts[number + 1]] = False
                put(year_and_month(published)[facet is Facet.MONTH], np.array([number]))
    if kept.all() and not rows:
        return own._replace(also=amendment.also) if facet in _ENTITIES else own
    column = _put_together(own, kept, values, np.repeat(np.arange(len(values)), lengths), rows)
    return column._replace(also=amendment.also) if facet in _ENTITIES else column


def _put_together(
    own: FacetColumn,
    kept: npt.NDArray[np.bool_],
    values: Sequence[str],
    incoming: npt.NDArray[np.int64],
    rows: Sequence[npt.NDArray[np.int64]],
) -> FacetColumn:
    """The kept part of a column with the added values, each value once an article."""
    articles = len(own.starts) - 1
    everything = sorted({*own.values, *values})
    place = {value: code for code, value in enumerate(everything)}
    translation = np.array([place[value] for value in own.values], dtype=np.int64)
    size = max(1, len(everything))
    old_codes = translation[own.codes[kept]] if len(own.values) else np.zeros(0, dtype=np.int64)
    old_rows = own.rows[kept].astype(np.int64)
    targets = np.array([place[value] for value in values], dtype=np.int64)
    new_rows = np.concatenate([np.zeros(0, dtype=np.int64), *rows])
    new_keys = distinct(new_rows * size + (targets[incoming] if len(targets) else incoming))
    receiving = np.zeros(size, dtype=np.bool_)
    receiving[targets] = True
    among = receiving[old_codes]
    there = old_rows[among] * size + old_codes[among]
    new_keys = new_keys[~np.isin(new_keys, there)]
    all_rows = np.concatenate([old_rows, new_keys // size])
    all_codes = np.concatenate([old_codes, new_keys % size])
    order = np.argsort(all_rows, kind="stable")
    counts = np.bincount(all_rows, minlength=articles)
    names = dict(zip(own.values, own.names, strict=True))
    return FacetColumn(
        values=tuple(everything),
        names=tuple(names.get(value, value) for value in everything),
        codes=all_codes[order].astype(np.int32),
        starts=starts_of(counts),
        rows=all_rows[order].astype(np.int32),
        single=bool((counts == 1).all()),
    )


def _of(column: FacetColumn, values: Sequence[str]) -> npt.NDArray[np.bool_]:
    chosen = np.zeros(len(column.values), dtype=np.bool_)
    codes = [code for value in values if (code := _code(column, value)) is not None]
    chosen[codes] = True
    return chosen


def _code(column: FacetColumn, value: str) -> int | None:
    at = bisect_left(column.values, value)
    return at if at < len(column.values) and column.values[at] == value else None
