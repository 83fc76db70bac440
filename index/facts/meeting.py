"""How likely two claims of different accounts are about the same thing: a table of weights."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

import yaml

from index.facts.claim_signals import Signal

Table = Mapping[str, float]
"""What each signal adds to the log odds, by its name."""

AHEAD = "ahead"
"""By how much the words of two claims are nearer to each other than to any rival."""


@cache
def table() -> Table:
    """The weights as `data/weights.yaml` has them, fitted by `python -m benchmarks.gathering`."""
    text = (files("index.facts") / "data" / "weights.yaml").read_text(encoding="utf-8")
    return MappingProxyType({name: float(w) for name, w in yaml.safe_load(text).items()})


def chance(signals: Iterable[Signal], weights: Table) -> float:
    """The probability, 0 to 1, that two claims with these signals are about one thing."""
    odds = weights["start"]
    for name, value in signals:
        odds += weights.get(name, 0.0) * value
    return 1.0 / (1.0 + math.exp(-odds))
