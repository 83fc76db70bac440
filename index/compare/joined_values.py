"""Values of three or four sources brought together: one line for each fact, with the value of each
source.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Generic, TypeVar

from index.model.article import ArticleId
from index.model.comparison import GRAVEST_FIRST, About, Days, Difference, Held, Passage, Verdict
from index.model.text import Span

_Value = TypeVar("_Value", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Given(Generic[_Value]):
    """The value of one source for a fact."""

    article: ArticleId
    value: _Value
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Facing(Generic[_Value]):
    """Two values, of two sources, for the same thing."""

    one: Given[_Value]
    other: Given[_Value]
    label: str
    verdict: Verdict
    why: str = ""


def _telling(found: Iterable[Facing[_Value]]) -> list[Facing[_Value]]:
    """Drops « mardi » against « les 16 et 17 » if both sources give both the one day and the two
    days.
    """
    pairs = list(found)
    agreed = {
        (end.article, other.article, end.value)
        for pair in pairs
        if pair.verdict is Verdict.AGREE
        for end, other in ((pair.one, pair.other), (pair.other, pair.one))
    }
    return [
        pair
        for pair in pairs
        if pair.verdict is not Verdict.NARROWER
        or (pair.one.article, pair.other.article, pair.one.value) not in agreed
        or (pair.other.article, pair.one.article, pair.other.value) not in agreed
    ]


def facts(
    found: Iterable[Facing[_Value]],
    articles: Sequence[ArticleId],
    about: About,
    *,
    stand: Callable[[_Value, _Value], tuple[Verdict, str]],
    days: Callable[[_Value], Days | None] | None = None,
) -> Iterator[Difference]:
    """One difference for each fact. Pairs that share a value are one fact; each source gives one
    value.

    `stand` gives the verdict on two values that were not found as a pair, `days` the days that a
    value means.
    """
    order = {article: number for number, article in enumerate(articles)}
    groups: list[tuple[dict[ArticleId, Given[_Value]], list[Facing[_Value]]]] = []
    # Equal values come first: those that agree are one fact, and a value that includes both joins
    # it.
    for pair in sorted(_telling(found), key=lambda pair: pair.verdict is not Verdict.AGREE):
        ends = (pair.one, pair.other)
        for values, pairs in groups:
            known = [values.get(end.article) for end in ends]
            fits = all(k is None or k.value == e.value for k, e in zip(known, ends, strict=True))
            if fits and any(known):
                values.update({end.article: end for end in ends})
                pairs.append(pair)
                break
        else:
            groups.append(({end.article: end for end in ends}, [pair]))
    yield from _gathered(_differences(groups, order, about, stand, days))


def _differences(
    groups: Iterable[tuple[dict[ArticleId, Given[_Value]], list[Facing[_Value]]]],
    order: Mapping[ArticleId, int],
    about: About,
    stand: Callable[[_Value, _Value], tuple[Verdict, str]],
    days: Callable[[_Value], Days | None] | None,
) -> Iterator[Difference]:
    for values, pairs in groups:
        sides = sorted(values.values(), key=lambda given: order[given.article])
        told = {frozenset((p.one.article, p.other.article)): p for p in pairs}
        held: list[tuple[Held, str]] = []
        for one, other in combinations(sides, 2):
            pair_found = told.get(frozenset((one.article, other.article)))
            verdict, why = (
                (pair_found.verdict, pair_found.why)
                if pair_found is not None
                else stand(one.value, other.value)
            )
            held.append((Held(one.article, other.article, verdict), why))
        # A fact is « not comparable » only if all of its pairs are.
        gravest = min(held, key=lambda each: GRAVEST_FIRST.index(each[0].verdict))
        yield Difference(
            about,
            max((p.label for p in pairs), key=len),
            gravest[0].verdict,
            tuple(Passage(side.article, side.spans) for side in sides),
            gravest[1],
            tuple(each for each, _ in held),
            tuple(days(side.value) for side in sides) if days else (),
        )


def _gathered(found: Iterable[Difference]) -> list[Difference]:
    """Makes one difference of several values of one source that one value of the other includes:
    « mi-janvier ».
    """
    kept: list[Difference] = []
    for new in found:
        for at, old in enumerate(kept):
            merged = _merged(old, new)
            if merged is not None:
                kept[at] = merged
                break
        else:
            kept.append(new)
    return kept


def _merged(old: Difference, new: Difference) -> Difference | None:
    if old.verdict is not Verdict.NARROWER or len(old.sides) != 2:
        return None
    if (old.label, old.verdict, old.pairs) != (new.label, new.verdict, new.pairs):
        return None
    same = [one == other for one, other in zip(old.sides, new.sides, strict=True)]
    if not any(same):
        return None
    sides = (
        Passage(one.article, tuple(sorted({*one.spans, *other.spans})))
        for one, other in zip(old.sides, new.sides, strict=True)
    )
    days = (_hull(one, other) for one, other in zip(old.days, new.days, strict=True))
    return replace(old, sides=tuple(sides), days=tuple(days))


def _hull(one: Days | None, other: Days | None) -> Days | None:
    if one is None or other is None:
        return None
    return Days(min(one.earliest, other.earliest), max(one.latest, other.latest))
