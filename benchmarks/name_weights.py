"""What each cue of `index/entities/data/evidence.tsv` does, and how its weights would be fitted anew.

    RECOUPE_EVAL=… python -m benchmarks.name_weights [--fit]

Sentences of WikiNEuRal; a name that the rules propose at exactly a labelled place counts, and its four kinds there
(person, place, organisation, other). Every second sentence fits, the others judge. Printed for each cue: how often it stands,
how often its kind is right there, and how many names of the left out half are right without it. `--fit` draws the weights towards
the labels, never far from those of the table, and prints both, and what they do on the half left out.
"""

from __future__ import annotations

import argparse
import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

import index.entities.discovery as discovery
from benchmarks.conll import conll
from benchmarks.logistic import Floats
from index.entities.cues import Cues, Weights, cues
from index.entities.name_reading import read
from index.entities.recognition import Recogniser
from index.entities.weighed_kinds import KINDS

LABELS = ("PER", "LOC", "ORG", "MISC")
_LABEL = {"person": 0, "place": 1, "organisation": 2}
_STEPS, _RATE, _RIDGE = 300, 0.5, 2.0


class Named(NamedTuple):
    """A proposed name at a labelled place: its cues with their factors, and its true label."""

    cues: tuple[tuple[str, float], ...]
    label: int


class Recording(Weights):
    """Weights that remember which cues were added to which row of scores."""

    def __init__(self, table: Cues) -> None:
        super().__init__(table)
        self.told: dict[int, list[tuple[str, float]]] = {}

    def add(self, scores: list[float], cue: str, factor: float = 1.0) -> None:
        super().add(scores, cue, factor)
        self.told.setdefault(id(scores), []).append((cue, factor))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--fit", action="store_true")
    given = parser.parse_args()
    path = Path(os.environ["RECOUPE_EVAL"]) / "ner" / "wiki.conll"
    names = named(path)
    seen, left_out = names[::2], names[1::2]
    table = cues()
    weights = matrix(table)
    right = accuracy(left_out, table, weights)
    print(f"{len(seen)} names fit, {len(left_out)} judge: {right:.4f} right by the table")
    if not given.fit:
        tell(left_out, table, weights)
        return
    fitted = fit(seen, table, weights)
    print(f"fitted on the others: {accuracy(left_out, table, fitted):.4f}")
    for at, cue in enumerate(table):
        for kind, weight in table[cue]:
            print(f"{cue}\t{KINDS[kind].value}\t{weight:g}\t{fitted[at, kind]:.2f}")


def named(path: Path) -> list[Named]:
    """The names that the rules propose where the set has one, without those that lists know."""
    recogniser = Recogniser.load()
    found: list[Named] = []
    rows: list[tuple[int, int, tuple[tuple[str, float], ...]]] = []
    original = discovery.Evidence.scores

    def scores(self: discovery.Evidence, first: int, after: int, titled: int) -> tuple[float, ...]:
        recording = self._add.__self__  # type: ignore[attr-defined]
        recording.told.clear()
        result = original(self, first, after, titled)
        told = next(iter(recording.told.values()), [])
        rows.append((first, after, tuple(told)))
        return result

    discovery.Weights, kept = Recording, discovery.Weights  # type: ignore[misc]
    discovery.Evidence.scores = scores  # type: ignore[method-assign]
    try:
        for text, gold in conll(path):
            rows.clear()
            words = read(recogniser, text).words
            labels = {(start, end): label for start, end, label in gold}
            for first, after, told in rows:
                label = labels.get((words.starts[first], words.ends[after - 1]))
                if label is not None:
                    found.append(Named(told, LABELS.index(label)))
    finally:
        discovery.Weights = kept  # type: ignore[misc]
        discovery.Evidence.scores = original  # type: ignore[method-assign]
    return found


def matrix(table: Cues) -> Floats:
    """One row a cue, one column a kind."""
    weights = np.zeros((len(table), len(KINDS)))
    for at, pairs in enumerate(table.values()):
        for kind, weight in pairs:
            weights[at, kind] += weight
    return weights


def columns(names: Sequence[Named], table: Cues) -> Floats:
    """One row a name, one column a cue."""
    places = {cue: at for at, cue in enumerate(table)}
    found = np.zeros((len(names), len(table)))
    for at, name in enumerate(names):
        for cue, factor in name.cues:
            found[at, places[cue]] += factor
    return found


def told(scores: Floats) -> Floats:
    """The scores of the four labels: the best kind of each."""
    labels = [_LABEL.get(kind.value, 3) for kind in KINDS]
    return np.stack(
        [
            scores[:, [k for k, one in enumerate(labels) if one == label]].max(1)
            for label in range(4)
        ],
        axis=1,
    )


def accuracy(names: Sequence[Named], table: Cues, weights: Floats) -> float:
    truth = np.array([name.label for name in names])
    return float((told(columns(names, table) @ weights).argmax(1) == truth).mean())


def tell(names: Sequence[Named], table: Cues, weights: Floats) -> None:
    """For each cue: names that have it, how often its kind is theirs, and what is right without it."""
    whole = accuracy(names, table, weights)
    stands: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for name in names:
        for cue in {cue for cue, _ in name.cues}:
            stands[cue] += 1
            best = max(table[cue], key=lambda pair: pair[1])[0]
            right[cue] += _LABEL.get(KINDS[best].value, 3) == name.label
    for at, cue in enumerate(table):
        without = weights.copy()
        without[at] = 0
        change = (accuracy(names, table, without) - whole) * len(names)
        share = f"{right[cue] / stands[cue]:.2f}" if stands[cue] else "   –"
        print(f"{stands[cue]:5} {share}  {change:+5.0f} names without  {cue}")


def fit(names: Sequence[Named], table: Cues, start: Floats) -> Floats:
    """Weights drawn towards the labels by gradient steps on the softmax of the four labels.

    Only weights that the table has move; a ridge holds them near it.
    """
    given = columns(names, table)
    truth = np.eye(4)[[name.label for name in names]]
    mask = start != 0
    labels = np.array([_LABEL.get(kind.value, 3) for kind in KINDS])
    weights = start.copy()
    for _ in range(_STEPS):
        scores = told(given @ weights)
        odds = np.exp(scores - scores.max(1, keepdims=True))
        missing = truth - odds / odds.sum(1, keepdims=True)
        gradient = given.T @ missing[:, labels] / len(names) * 10
        weights += _RATE * mask * (gradient - _RIDGE * 0.01 * (weights - start))
    return weights


if __name__ == "__main__":
    main()
