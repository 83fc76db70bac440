"""Fits the weights by which claims are gathered into facts: `python -m benchmarks.gathering [--write]`.

Reads the invented events of `benchmarks.facts`, and the pairs of press articles in `claim_pairs.yaml` where
RECOUPE_CORPORA is set. In the events two claims of different accounts are about one thing when
a key holds both ends; those that exclude each other and stand in no key are not. What agrees and stands in
no key is not counted. Prints what the weights do on events left out, each by the weights of the others:
pairs at several thresholds, then differences shown and traps told by the whole comparison.
`--write` puts the weights of all events into index/facts/data/weights.yaml.
"""

from __future__ import annotations

import argparse
import json
import lzma
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
import yaml

import index.facts.event_facts
from benchmarks import logistic
from benchmarks.alignment import ROOT
from benchmarks.facts import Story, built, interval, invented, measure, report, told
from index.compare.whole import whole
from index.facts.claim_signals import Signal
from index.facts.claims_in_context import Told
from index.facts.event_words import Weights
from index.facts.gathered_claims import Group, buckets, gathered, pairs
from index.facts.meeting import Table, chance
from index.facts.verdicts import excluding
from index.library import Library
from index.model.article import ArticleId
from index.model.claims import ClaimKind
from index.model.text import Span

_RIDGE = 1.0
_PRESS = 2
"""The times that a pair of the press counts: there are four invented ones for each."""
_FOLDS = 10
_THRESHOLDS = (0.25, 0.3, 0.35, 0.4, 0.5, 0.6)
_WRITTEN = ROOT / "index/facts/data/weights.yaml"
_HEAD = """\
# What each signal (index/facts/claim_signals.py) adds to the log odds that two claims are about one thing.
# Written by `python -m benchmarks.gathering --write`; the figures are for events that were left out.
"""


@dataclass(frozen=True, slots=True)
class Case:
    """Two claims of one event with their signals."""

    event: str
    signals: Mapping[str, float]
    one: bool
    """Whether a reader says that they are about one thing."""


@dataclass(slots=True)
class _Seen:
    accounts: Sequence[Sequence[Told]] = ()
    weights: Weights | None = None


def cases(story: Story) -> Iterator[Case]:
    """The pairs of an invented event that its key judges."""
    seen = _watched(lambda: told(story))
    assert seen.weights is not None
    keys = _keys(story, [claim for account in seen.accounts for claim in account])
    for members in buckets(seen.accounts):
        for (a, b), signals in pairs(members, seen.weights):
            one, other = members[a], members[b]
            shared = keys[id(one)] & keys[id(other)]
            same = any(not story.planted[key].trap for key in shared)
            if same or excluding(one, other):
                yield Case(story.name, _summed(signals), same)


def press_cases(corpus: Path) -> Iterator[Case]:
    """The pairs of press articles that `claim_pairs.yaml` judges."""
    groups = yaml.safe_load((ROOT / "benchmarks/claim_pairs.yaml").read_text(encoding="utf-8"))
    wanted = {id for group in groups for id in group["accounts"]}
    with tempfile.TemporaryDirectory() as folder:
        with lzma.open(corpus, "rt", encoding="utf-8") as lines:
            found = [line for line in lines if json.loads(line)["id"] in wanted]
        Path(folder, "press.jsonl").write_text("".join(found), encoding="utf-8")
        with built(Path(folder)) as library:
            ids = {library.article(id).record_id: id for id in library.ids()}
            for number, group in enumerate(groups):
                yield from _judged(library, ids, group, f"press {number % _FOLDS}")


def _judged(
    library: Library, ids: Mapping[str | None, ArticleId], group: dict[str, Any], event: str
) -> Iterator[Case]:
    seen = _watched(lambda: library.compare([ids[id] for id in group["accounts"]]))
    assert seen.weights is not None
    judged = {
        frozenset((kind, ids[id], part, start) for id, part, start in ends): bool(one)
        for kind, *ends, one in group["pairs"]
    }
    for members in buckets(seen.accounts):
        for (a, b), signals in pairs(members, seen.weights):
            one = judged.get(frozenset(_place(members[at]) for at in (a, b)))
            if one is not None:
                yield Case(event, _summed(signals), one)


def _place(told: Told) -> tuple[str, ArticleId, str, int]:
    return told.claim.kind.value, told.article, told.given.part.value, told.given.start


def _summed(signals: Iterable[Signal]) -> dict[str, float]:
    found: dict[str, float] = {}
    for name, value in signals:
        found[name] = found.get(name, 0.0) + value
    return found


def _watched(compare: Callable[[], object]) -> _Seen:
    """What a comparison gathers its facts from."""
    seen = _Seen()

    def watched(accounts: Sequence[Sequence[Told]], weights: Weights) -> list[Group]:
        seen.accounts, seen.weights = accounts, weights
        return gathered(accounts, weights)

    with patch.object(index.facts.event_facts, "gathered", watched):
        compare()
    return seen


def _keys(story: Story, claims: Sequence[Told]) -> dict[int, set[int]]:
    """For each claim the entries of the key whose words it stands on, or that have its value there."""
    found: dict[int, set[int]] = {id(each): set() for each in claims}
    values = set()
    for number, planted in enumerate(story.planted):
        for name, words in planted.needles.items():
            account = story.accounts[name]
            at = whole(account).text.find(words)
            place = Span(at, at + len(words))
            for each in claims:
                if at >= 0 and each.article == account.id and each.span.overlaps(place):
                    found[id(each)].add(number)
                    values.add((number, *_value(each)))
    for each in claims:
        for number in range(len(story.planted)):
            if (number, *_value(each)) in values:
                found[id(each)].add(number)
    return found


def _value(told: Told) -> tuple[ArticleId, ClaimKind, str, str]:
    return told.article, told.claim.kind, told.claim.of, told.claim.value


def fit(known: Sequence[Case]) -> dict[str, float]:
    """The weights of the signals that are seen at all; `start` is where nothing speaks."""
    names = sorted({name for case in known for name in case.signals})
    columns = np.array([[case.signals.get(name, 0.0) for name in names] for case in known])
    truth = np.array([float(case.one) for case in known])
    counted = np.array([float(_PRESS if case.event.startswith("press ") else 1) for case in known])
    start, weights = logistic.fit(columns, truth, ridge=_RIDGE, scaled=False, counted=counted)
    return {"start": start, **dict(zip(names, weights.tolist(), strict=True))}


@contextmanager
def using(odds: Table) -> Iterator[None]:
    """Comparisons gather by these weights meanwhile."""

    def by_odds(accounts: Sequence[Sequence[Told]], weights: Weights) -> list[Group]:
        return gathered(accounts, weights, odds)

    with patch.object(index.facts.event_facts, "gathered", by_odds):
        yield


def pairs_left_out(known: Sequence[Case], tables: Mapping[str, Table]) -> None:
    judged = [
        (chance(case.signals.items(), tables[case.event]), case.one) for case in known
    ]  # fmt: skip
    wanted = sum(one for _, one in judged)
    for least in _THRESHOLDS:
        found = [one for score, one in judged if score >= least]
        print(
            f"from {least:.2f}: right {interval(sum(found), len(found))}, "
            f"found {interval(sum(found), wanted)}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--missed", action="store_true", help="print what is not shown")
    options = parser.parse_args()
    known = [case for story in invented() for case in cases(story)]
    stories = sorted({case.event for case in known})
    if corpora := os.environ.get("RECOUPE_CORPORA"):
        known += press_cases(Path(corpora, "press-fr.jsonl.xz"))
    events = sorted({case.event for case in known})
    tables = {name: fit([case for case in known if case.event != name]) for name in events}
    for title, part in (("invented", set(stories)), ("press", set(events) - set(stories))):
        seen = [case for case in known if case.event in part]
        print(f"{title}: {len(seen)} pairs of claims, {sum(c.one for c in seen)} of one thing")
        pairs_left_out(seen, tables)
    with_tables = _each_by_its_own(tables)
    report(
        "each event by the weights of the others",
        measure(with_tables, verbose=False, missed=options.missed),
    )
    if options.write:
        _write(fit(known))


def _each_by_its_own(tables: Mapping[str, Table]) -> Iterator[Story]:
    for story in invented():
        with using(tables[story.name]):
            yield story


def _write(table: Mapping[str, float]) -> None:
    order = sorted(table, key=lambda name: (name != "start", name))
    lines = "".join(f"{name}: {table[name]:.2f}\n" for name in order)
    Path(_WRITTEN).write_text(_HEAD + lines, encoding="utf-8")


if __name__ == "__main__":
    main()
