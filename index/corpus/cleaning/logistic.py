"""Logistic regressions whose weights are tables of data: the probability of something by its signs."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from math import exp

_MOST = 30.0
"""Log odds beyond which nothing is surer."""


@cache
def weights_of(table: str) -> dict[str, float]:
    """The weight of each sign of a table (`data/NAME.tsv`) in the log odds; `start` is that of none."""
    text = resources.files("index.corpus").joinpath(f"data/{table}.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {name: float(weight) for name, weight in rows}


def probability(table: str, signs: Mapping[str, float]) -> float:
    """The probability that a table gives to these signs, from 0 to 1."""
    known = weights_of(table)
    told = 0.0
    for name, value in signs.items():
        if value:
            told += known.get(name, 0.0) * value
    odds = known["start"] + told
    return 1 / (1 + exp(-max(-_MOST, min(_MOST, odds))))
