"""Lines to be checked of kinds that are seldom worth it: they stand apart, so that the others are read."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml

from index.model.facts import Fact, FactVerdict


def is_seldom(fact: Fact) -> bool:
    """Whether a line is to be checked and of a kind, or a class of one, that is listed in `data/seldom.yaml`."""
    kind = fact.about.value
    return fact.verdict is FactVerdict.TO_CHECK and bool({kind, f"{kind} {fact.of}"} & seldom())


@cache
def seldom() -> frozenset[str]:
    text = (files("index.facts") / "data" / "seldom.yaml").read_text(encoding="utf-8")
    listed: Mapping[str, list[str]] = yaml.safe_load(text)
    return frozenset(listed["seldom"])
