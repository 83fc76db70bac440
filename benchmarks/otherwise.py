"""Fits how likely two sentences tell one thing otherwise: `RECOUPE_CORPORA=… python -m benchmarks.otherwise [--write]`.

Reads the invented events of `benchmarks.facts` and half a of the press. Counterparts that no line holds yet are right
where a key holds both ends, traps and agreements aside. Prints, for events left out, what the lines of at least the
probability of the program hold; `--write` puts the weights into index/facts/data/otherwise.tsv.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from unittest.mock import patch

import numpy as np

import index.facts.event_facts
import index.facts.told_otherwise
from benchmarks import logistic
from benchmarks.alignment import ROOT
from benchmarks.facts import Story, interval, invented, press, told
from index.compare.whole import whole
from index.facts.counterparts import Counterpart, Place
from index.facts.otherwise_signs import Event, Lines, candidates, signs

_RIDGE = 10.0
_PRESS = 2.0
"""The times that a pair of the press counts: there are six invented ones for each."""
_FOLDS = 10
_THRESHOLDS = (0.15, 0.2, 0.25, 0.3)
_WRITTEN = ROOT / "index/facts/data/otherwise.tsv"


@dataclass(frozen=True, slots=True)
class Case:
    """Two counterparts with their signs."""

    event: str
    signs: Mapping[str, float]
    right: bool


def cases(story: Story, event: str) -> Iterator[Case]:
    """The counterparts of an event that no line holds."""
    found: list[tuple[Sequence[Counterpart], Event, Lines]] = []

    def watched(
        near: Sequence[Counterpart], known: Event, lines: Lines
    ) -> Iterator[tuple[str, list[object]]]:
        found.append((near, known, lines))
        return iter(())

    with patch.object(index.facts.event_facts, "told_otherwise", watched):
        told(story)
    near, known, lines = found[-1]
    keyed = _keyed(story, known)
    for pair in candidates(near, known, lines):
        right = frozenset((pair.one, pair.other)) in keyed
        yield Case(event, signs(pair, known, lines), right)


def _keyed(story: Story, known: Event) -> set[frozenset[Place]]:
    """Every two sentences that a key holds."""
    order = [article.id for article in story.accounts.values()]
    found = set()
    for planted in story.planted:
        if planted.trap or planted.verdict == "agree":
            continue
        ends = set()
        for name, words in planted.needles.items():
            at = whole(story.accounts[name]).text.find(words)
            side = order.index(story.accounts[name].id)
            ends |= {
                (side, statement.number) for statement in known.sides[side]
                if statement.span.start <= at < statement.span.end
            }  # fmt: skip
        found |= {frozenset((a, b)) for a in ends for b in ends if a[0] < b[0]}
    return found


def _fit(known: list[Case]) -> dict[str, float]:
    names = sorted(known[0].signs)
    columns = np.array([[case.signs[name] for name in names] for case in known])
    truth = np.array([float(case.right) for case in known])
    counted = np.array([_PRESS if case.event.startswith("press ") else 1.0 for case in known])
    start, weights = logistic.fit(columns, truth, ridge=_RIDGE, counted=counted)
    return {"start": start, **dict(zip(names, weights.tolist(), strict=True))}


def _chance(case: Case, weights: Mapping[str, float]) -> float:
    odds = weights["start"] + sum(weights[name] * value for name, value in case.signs.items())
    return 1.0 / (1.0 + math.exp(-odds))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    known = [case for story in invented() for case in cases(story, story.name)]
    for number, story in enumerate(press("a")):
        known += cases(story, f"press {number % _FOLDS}")
    events = sorted({case.event for case in known})
    tables = {e: _fit([case for case in known if case.event != e]) for e in events}
    for of_press in (False, True):
        seen = [c for c in known if c.event.startswith("press ") is of_press]
        print("press" if of_press else "invented", interval(sum(c.right for c in seen), len(seen)))
        for least in _THRESHOLDS:
            kept = [case for case in seen if _chance(case, tables[case.event]) >= least]
            print(f"  from {least:.2f}: {interval(sum(c.right for c in kept), len(kept))}")
    if options.write:
        fitted = _fit(known)
        logistic.write_weights(
            _WRITTEN, "two sentences tell one thing otherwise", fitted.pop("start"), fitted
        )


if __name__ == "__main__":
    main()
