"""Names on pages, weighed with each page left out: what the weights tell, from several probabilities on."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from benchmarks.logistic import Floats, fit, write_weights

RIDGE = 1.0
FOLDS = 12
COUNTED = {"whole": 3.0, "hand": 3.0, "placed": 2.0, "planted": 0.5}
"""How many times a page of each kind counts: those written by hand more than composed ones and parts."""


class Named(NamedTuple):
    """One name on a page, its signs, and whether it is the one that is sought."""

    page: str
    group: str
    name: str
    signs: dict[str, float]
    is_right: bool


def table_of(names: Sequence[Named]) -> tuple[list[str], Floats, Floats]:
    """The signs, their numbers for each name, and what is true of it."""
    columns = sorted({sign for one in names for sign in one.signs})
    table = np.array([[one.signs.get(sign, 0.0) for sign in columns] for one in names])
    return columns, table, np.array([float(one.is_right) for one in names])


def counted(names: Sequence[Named]) -> Floats:
    return np.array([COUNTED.get(one.page.split(":")[0], 1.0) for one in names])


def left_out(names: Sequence[Named], table: Floats, truth: Floats) -> Floats:
    """The log odds of each name by weights that were fitted without its group."""
    groups = sorted({one.group for one in names})
    random.Random(1).shuffle(groups)
    fold = {group: number % FOLDS for number, group in enumerate(groups)}
    of = np.array([fold[one.group] for one in names])
    times = counted(names)
    odds = np.zeros(len(names))
    for number in range(FOLDS):
        rest = of != number
        start, weights = fit(
            table[rest], truth[rest], ridge=RIDGE, scaled=False, counted=times[rest]
        )
        odds[~rest] = start + table[~rest] @ weights
    return odds


def tell(
    names: Sequence[Named], odds: Floats, wanted: Mapping[str, bool], *, show: float | None
) -> None:
    """How many names are told, right and wrong, from several probabilities on; the likeliest of each page."""
    best: dict[str, tuple[float, Named]] = {}
    for one, value in zip(names, odds, strict=True):
        if one.page not in best or value > best[one.page][0]:
            best[one.page] = (float(value), one)
    for kind in sorted({page.split(":")[0] for page in wanted}):
        pages = [page for page in wanted if page.split(":")[0] == kind]
        for least in (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
            limit = np.log(least / (1 - least))
            told = [best[page][1] for page in pages if page in best and best[page][0] >= limit]
            right = sum(one.is_right for one in told)
            print(
                f"{kind} from {least}: {right} of {sum(wanted[p] for p in pages)} right, {len(told) - right} wrong"
            )
            if show == least:
                for page in pages:
                    _show(page, *best.get(page, (-9.0, None)), limit=limit, wanted=wanted[page])


def _show(page: str, value: float, one: Named | None, *, limit: float, wanted: bool) -> None:
    told = one is not None and value >= limit
    if told != wanted or (told and one is not None and not one.is_right):
        print("  ", page, one and one.name, f"{value:.2f}", one and _told(one.signs))


def _told(signs: Mapping[str, float]) -> dict[str, float]:
    return {name: value for name, value in signs.items() if value}


def write(path: Path, what: str, names: Sequence[Named]) -> None:
    """Fits the weights to all names and writes them as a table of data."""
    columns, table, truth = table_of(names)
    start, weights = fit(table, truth, ridge=RIDGE, scaled=False, counted=counted(names))
    write_weights(path, what, start, dict(zip(columns, weights, strict=True)))
