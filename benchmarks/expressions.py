"""Measures expressions of time and of quantity: `python -m benchmarks.expressions [-v]`.

Against `tests/data/expressions.yaml`, which was annotated before the rules were run on it. An
expression is right when everything found in it, and nothing else, is what was annotated.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import yaml

from benchmarks.alignment import ROOT
from index.french.dates import dates
from index.french.quantities import quantities

READ_ON = date(2021, 5, 6)


def days_of(text: str) -> list[Any]:
    """First and last day of each date in a text, as the gold writes them."""
    return [
        None
        if mention.earliest is None or mention.latest is None
        else [date.fromisoformat(mention.earliest), date.fromisoformat(mention.latest)]
        for mention in dates(text, anchor=READ_ON)
    ]


def figures_of(text: str) -> list[Any]:
    return [[quantity.value, quantity.unit] for quantity in quantities(text)]


def same_figures(found: list[Any], wanted: list[Any]) -> bool:
    """Shares told in words (« un tiers ») are compared as far as the gold writes them."""
    return len(found) == len(wanted) and all(
        unit == own and math.isclose(value, given, rel_tol=1e-4)
        for (value, unit), (given, own) in zip(found, wanted, strict=True)
    )


def missed(
    table: list[list[Any]],
    read: Callable[[str], list[Any]],
    same: Callable[[list[Any], list[Any]], bool],
) -> Iterator[tuple[str, list[Any], list[Any]]]:
    for text, *wanted in table:
        found = read(text)
        if not same(found, wanted):
            yield text, wanted, found


if __name__ == "__main__":
    gold = yaml.safe_load((ROOT / "tests/data/expressions.yaml").read_text("utf-8"))
    for name, read, same in (
        ("dates", days_of, lambda found, wanted: found == wanted),
        ("quantities", figures_of, same_figures),
    ):
        wrong = list(missed(gold[name], read, same))
        print(f"{name}: {len(gold[name]) - len(wrong)} of {len(gold[name])} right")
        if "-v" in sys.argv:
            for text, wanted, found in wrong:
                told = [[str(each) for each in one] if one else one for one in found]
                print(f"  « {text} »: {told}, not {[list(map(str, w or [])) for w in wanted]}")
