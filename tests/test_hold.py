"""The short form of `benchmarks/hold.py`: each of its parts once or twice."""

from __future__ import annotations

import os
import random

import pytest

from benchmarks.hold import PARTS
from benchmarks.holding.house import Tries

SHORT = {
    "kills": 2,
    "damages": 2,
    "folders": 1,
    "patterns": 1,
    "rounds": 1,
    "robot": 40,
    "full": 1,
    "clock": 1,
    "gone": 1,
}


@pytest.mark.skipif(os.name != "posix", reason="signals, links and limits of Unix")
@pytest.mark.parametrize("name", PARTS)
def test_it_holds(name: str) -> None:
    part, _ = PARTS[name]
    tally = part(Tries(SHORT[name]), random.Random(7))
    assert tally.tried and tally.holds, tally


def test_every_part_is_tried() -> None:
    assert set(SHORT) == set(PARTS)
