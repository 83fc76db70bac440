"""Dates and figures of aligned passages, and how they stand to each other."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from index.compare.statements import Statement
from index.model.article import Article, DateMention, Quantity
from index.model.comparison import About, Difference, Passage, Row, Verdict
from index.model.text import Span

_LABEL_WORDS = 4
_CLOSE = 7
_APPROXIMATE = re.compile(
    r"(?:environ|quelque|près de|autour de|plus de|moins de|au moins|au plus|presque|une|jusqu['’]à)\W*$",
    re.IGNORECASE,
)
_TOLERANCE = 0.1
"""How far « environ 50 » may lie from 48, as a share."""


def dates_differing(
    articles: Sequence[Article], sides: Sequence[Sequence[Statement]], rows: Sequence[Row]
) -> Iterator[Difference]:
    """One entry for each pair of different intervals that sources give in the same row."""
    at = {article.id: side for side, article in enumerate(articles)}
    seen: dict[tuple[int, tuple[str, str], int, tuple[str, str]], None] = {}
    for row in rows:
        by_side = {
            at[passage.article]: [
                mention
                for span in passage.spans
                for mention in _statement(sides[at[passage.article]], span).dates
                if mention.earliest and mention.latest
            ]
            for passage in row.passages
        }
        for one, other in combinations(sorted(by_side), 2):
            facing = list(_facing(by_side[one], by_side[other]))
            facing += list(_of_the_same_days(articles[one], articles[other], facing))
            for ours, theirs in facing:
                key = (one, _interval(ours), other, _interval(theirs))
                if key in seen:
                    continue
                seen[key] = None
                yield Difference(
                    About.DATE,
                    label_of(row),
                    date_verdict(ours, theirs),
                    (
                        Passage(articles[one].id, _everywhere(articles[one], ours)),
                        Passage(articles[other].id, _everywhere(articles[other], theirs)),
                    ),
                )


def date_verdict(ours: DateMention, theirs: DateMention) -> Verdict:
    """How two known intervals stand to each other."""
    (a, b), (c, d) = _interval(ours), _interval(theirs)
    if (a, b) == (c, d):
        return Verdict.AGREE
    if (c <= a and b <= d) or (a <= c and d <= b):
        return Verdict.NARROWER
    return Verdict.OVERLAP if a <= d and c <= b else Verdict.CONFLICT


def _interval(mention: DateMention) -> tuple[str, str]:
    return str(mention.earliest), str(mention.latest)


def _facing(
    ours: Sequence[DateMention], theirs: Sequence[DateMention]
) -> Iterator[tuple[DateMention, DateMention]]:
    """Which dates of two passages speak of the same day: those that meet, else the only ones."""
    met = [(a, b) for a in ours for b in theirs if date_verdict(a, b) is not Verdict.CONFLICT]
    if met:
        yield from met
    elif len(ours) == 1 and len(theirs) == 1:
        yield ours[0], theirs[0]


def _of_the_same_days(
    one: Article, other: Article, facing: Sequence[tuple[DateMention, DateMention]]
) -> Iterator[tuple[DateMention, DateMention]]:
    """What else the articles say of the days that a row holds together, wherever they say it.

    « mardi 17 » in the lead speaks of the meeting of « les 16 et 17 », further down.
    """
    for ours, theirs in facing:
        if not (_is_close(ours) and _is_close(theirs)):
            continue
        for mention in one.annotations.dates:
            if _is_close(mention) and date_verdict(mention, theirs) is Verdict.NARROWER:
                yield mention, theirs
        for mention in other.annotations.dates:
            if _is_close(mention) and date_verdict(ours, mention) is Verdict.NARROWER:
                yield ours, mention


def _is_close(mention: DateMention) -> bool:
    """A known interval of a week or less."""
    if mention.earliest is None or mention.latest is None:
        return False
    days = date.fromisoformat(mention.latest) - date.fromisoformat(mention.earliest)
    return days.days < _CLOSE


def _everywhere(article: Article, mention: DateMention) -> tuple[Span, ...]:
    """All places where an article gives the same interval."""
    return tuple(
        Span(other.start, other.end)
        for other in article.annotations.dates
        if _interval(other) == _interval(mention)
    )


def quantities_differing(
    articles: Sequence[Article], sides: Sequence[Sequence[Statement]], rows: Sequence[Row]
) -> Iterator[Difference]:
    """One entry for each unit of which sources of a row give figures."""
    at = {article.id: side for side, article in enumerate(articles)}
    seen: dict[tuple[object, ...], None] = {}
    for row in rows:
        by_unit: dict[str, dict[int, list[Quantity]]] = defaultdict(lambda: defaultdict(list))
        for passage in row.passages:
            side = at[passage.article]
            for span in passage.spans:
                for quantity in _statement(sides[side], span).quantities:
                    by_unit[quantity.unit][side].append(quantity)
        for unit, by_side in by_unit.items():
            for one, other in combinations(sorted(by_side), 2):
                pair = _one_each(by_side[one], by_side[other])
                if pair is None:
                    continue
                ours, theirs = pair
                key = (one, ours.value, other, theirs.value, unit)
                if key in seen:
                    continue
                seen[key] = None
                yield Difference(
                    About.QUANTITY,
                    unit,
                    quantity_verdict(
                        ours,
                        theirs,
                        approximate=_is_approximate(articles[one].text, ours)
                        or _is_approximate(articles[other].text, theirs),
                    ),
                    (
                        Passage(articles[one].id, (Span(ours.start, ours.end),)),
                        Passage(articles[other].id, (Span(theirs.start, theirs.end),)),
                    ),
                )


def quantity_verdict(ours: Quantity, theirs: Quantity, *, approximate: bool) -> Verdict:
    """How two figures of one unit stand to each other."""
    if ours.value == theirs.value:
        return Verdict.AGREE
    larger = max(abs(ours.value), abs(theirs.value))
    if approximate and abs(ours.value - theirs.value) <= _TOLERANCE * larger:
        return Verdict.OVERLAP
    return Verdict.CONFLICT


def _one_each(
    ours: Sequence[Quantity], theirs: Sequence[Quantity]
) -> tuple[Quantity, Quantity] | None:
    """The two figures that face each other: equal ones, else the only ones of their unit."""
    for a in ours:
        for b in theirs:
            if a.value == b.value:
                return a, b
    if len({a.value for a in ours}) == 1 and len({b.value for b in theirs}) == 1:
        return ours[0], theirs[0]
    return None


def _is_approximate(text: str, quantity: Quantity) -> bool:
    return _APPROXIMATE.search(
        text[max(0, quantity.start - 14) : quantity.start]
    ) is not None or text[quantity.start : quantity.end].lower().startswith(
        ("une ", "un millier", "quelques")
    )


def label_of(row: Row) -> str:
    """A few words that the passages of a row share, to name what a value is about."""
    return " ".join(row.shared[:_LABEL_WORDS])


def _statement(side: Sequence[Statement], span: Span) -> Statement:
    return next(statement for statement in side if statement.span == span)
