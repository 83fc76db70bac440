"""How likely two sentences that tell of one thing differ in what a reader would want to know."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from index.compare.rows import SentencePair
from index.compare.statements import Statement
from index.facts.claims_in_context import Told
from index.facts.counterparts import Counterpart, Place
from index.facts.event_words import Rarity
from index.facts.sentence_meanings import Units
from index.facts.value_relations import relation
from index.french.function_words import NEGATIONS
from index.model.article import Kind
from index.model.claims import ClaimKind
from index.model.facts import FactVerdict

COPY = 0.35
"""The share of runs of words from which on two sentences are one, copied."""

Lines = Mapping[frozenset[Place], set[FactVerdict]]
"""The verdicts of the lines that hold two sentences already."""


class Event(NamedTuple):
    """What is known of the sentences of an event."""

    sides: Sequence[Sequence[Statement]]
    units: Sequence[Sequence[Units]]
    """What each sentence is about."""
    rarity: Rarity
    told: Mapping[Place, Sequence[Told]]
    """The claims of each sentence."""
    aligned: frozenset[SentencePair]

    def at(self, place: Place) -> Statement:
        return self.sides[place[0]][place[1]]

    def shared(self, one: Place, other: Place) -> Units:
        """What two sentences have in common."""
        return self.units[one[0]][one[1]] & self.units[other[0]][other[1]]


def candidates(found: Sequence[Counterpart], event: Event, lines: Lines) -> Iterator[Counterpart]:
    """Counterparts that no line but an agreement holds, and that are not one sentence, copied."""
    for pair in found:
        told = lines.get(frozenset((pair.one, pair.other)), set())
        if told <= _AGREED and _copied(event.at(pair.one), event.at(pair.other)) < COPY:
            yield pair


_AGREED = {FactVerdict.AGREE}


def signs(pair: Counterpart, event: Event, lines: Lines) -> dict[str, float]:
    """What speaks for and against two counterparts telling one thing otherwise, by name."""
    one, other = event.at(pair.one), event.at(pair.other)
    figures = [{value for value, _ in each.figures} for each in (one, other)]
    persons = [_persons(each) for each in (one, other)]
    ours, theirs = event.told.get(pair.one, ()), event.told.get(pair.other, ())
    negated = _is_negated(one) + _is_negated(other)
    return {
        "mass": math.log1p(event.rarity.mass(event.shared(pair.one, pair.other))),
        "lead": pair.lead,
        "place gap": abs(_place(pair.one, event) - _place(pair.other, event)),
        "aligned": float((pair.one, pair.other) in event.aligned),
        "copied": _copied(one, other),
        "agreement": float(bool(lines.get(frozenset((pair.one, pair.other))))),
        "shorter": math.log(min(len(one.tokens), len(other.tokens))),
        "values apart": float(_apart(ours, theirs)),
        "kinds shared": float(len(_kinds(ours) & _kinds(theirs))),
        "figures differ": float(bool(figures[0] - figures[1] and figures[1] - figures[0])),
        "figures of one": float(bool(figures[0]) != bool(figures[1])),
        "persons same": float(bool(persons[0] & persons[1])),
        "persons differ": float(all(persons) and not persons[0] & persons[1]),
        "negation of one": float(negated == 1),
        "negation of both": float(negated == 2),
    }


def _place(place: Place, event: Event) -> float:
    """Where a sentence stands in its account, 0 to 1: accounts tell one story in much the same order."""
    return place[1] / max(1, len(event.sides[place[0]]))


def _copied(one: Statement, other: Statement) -> float:
    """The share of the runs of words of the shorter one that both have."""
    return len(one.runs & other.runs) / max(1, min(len(one.runs), len(other.runs)))


def _is_negated(statement: Statement) -> bool:
    return any(token.exact in NEGATIONS for token in statement.tokens)


def _persons(statement: Statement) -> set[str]:
    return {mention.entity for mention in statement.mentions if mention.kind is Kind.PERSON}


def _kinds(told: Iterable[Told]) -> set[str]:
    return {each.claim.kind.value for each in told}


def _apart(ours: Sequence[Told], theirs: Sequence[Told]) -> bool:
    """Whether they give values of one kind and class that exclude each other."""
    return any(
        a.claim.kind is b.claim.kind and _of_one_class(a, b) and relation(a, b) == "apart"
        for a in ours
        for b in theirs
    )


def _of_one_class(one: Told, other: Told) -> bool:
    """Whether two values are of one class; a sum of no known one may be any."""
    ours, theirs = one.claim.of, other.claim.of
    return ours == theirs or (one.claim.kind is ClaimKind.MONEY and not (ours and theirs))


def chance(found: Mapping[str, float]) -> float:
    """The probability that two sentences with these signs tell one thing otherwise."""
    known = weights()
    odds = known["start"] + sum(known.get(name, 0.0) * value for name, value in found.items())
    return 1.0 / (1.0 + math.exp(-odds))


@cache
def weights() -> Mapping[str, float]:
    """The weights as `data/otherwise.tsv` has them, fitted by `python -m benchmarks.otherwise`."""
    text = (files("index.facts") / "data" / "otherwise.tsv").read_text(encoding="utf-8")
    lines = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {name: float(weight) for name, weight in lines}
