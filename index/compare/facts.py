"""Values of three or four sources brought together: one line for each fact, with what each source gives."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Generic, TypeVar

from index.model.article import ArticleId
from index.model.comparison import About, Difference, Held, Passage, Verdict
from index.model.text import Span

_GRAVEST = (
    Verdict.CONFLICT,
    Verdict.OVERLAP,
    Verdict.VARIANT,
    Verdict.NARROWER,
    Verdict.AGREE,
    Verdict.NOT_COMPARABLE,
)
"""What the reader must see first; « not comparable » is said of a fact when all of its pairs are so."""

_Value = TypeVar("_Value", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Given(Generic[_Value]):
    """What one source gives for a fact."""

    article: ArticleId
    value: _Value
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Facing(Generic[_Value]):
    """Values of two sources that speak of the same thing."""

    one: Given[_Value]
    other: Given[_Value]
    label: str
    verdict: Verdict
    why: str = ""


def _telling(found: Iterable[Facing[_Value]]) -> list[Facing[_Value]]:
    """Without « mardi » against « les 16 et 17 » where both sources give the one day and the two."""
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
) -> Iterable[Difference]:
    """One difference for each fact: pairs that have a value in common, one value a source.

    `stand` tells how two values stand to each other that were not found facing each other.
    """
    order = {article: number for number, article in enumerate(articles)}
    groups: list[tuple[dict[ArticleId, Given[_Value]], list[Facing[_Value]]]] = []
    # Equal values first: what agrees is one fact, and a value that holds both joins it.
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
        gravest = min(held, key=lambda each: _GRAVEST.index(each[0].verdict))
        yield Difference(
            about,
            max((p.label for p in pairs), key=len),
            gravest[0].verdict,
            tuple(Passage(side.article, side.spans) for side in sides),
            gravest[1],
            tuple(each for each, _ in held),
        )
