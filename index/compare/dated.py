"""Dates for the same statement or occasion, compared with each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations
from typing import NamedTuple

from index.compare.difference_labels import label_of, words_before
from index.compare.joined_values import Facing, Given, facts
from index.compare.row_sentences import (
    OTHER_TIME,
    OTHER_TIMES,
    Names,
    Told,
    gap,
    interval,
    known_dates,
    told_by_rows,
)
from index.compare.statements import Statement
from index.model.article import Article, DateMention, Kind
from index.model.comparison import About, Days, Difference, Row, Verdict
from index.model.text import Span

_CLOSE = 7
_MONTH = 31
_SHARED_WORDS = 2
UNKNOWN_DAY = "one is relative to a day that is not known"
LOOSER = "one is told more loosely"
_LOOSE = re.compile(
    r"\b(?:début|mi-|fin|courant|vers|printemps|été|automne|hiver|semaine|week-end)", re.IGNORECASE
)


_SPOKEN = re.compile(
    r"(?:avant-)?hier|(?:après-)?demain|aujourd['’]hui|ce (?:matin|midi|soir)|cet(?:te)? (?:nuit|après-midi)",
    re.IGNORECASE,
)


class _Days(NamedTuple):
    """A day as a source gives it: its interval, or its words if the interval is not known."""

    earliest: str
    latest: str
    loose: bool
    words: str
    spoken: bool = False
    """Whether only a quoted speaker gives it, relative to the day of speaking: « hier », « ce
    matin ».
    """


def dates_differing(
    articles: Sequence[Article],
    sides: Sequence[Sequence[Statement]],
    rows: Sequence[Row],
    *,
    name_of: Names,
) -> Iterator[Difference]:
    """One entry for each thing for which sources give days, the same or others.

    Dates of a row are always compared. Elsewhere only dates that overlap are compared, in sentences
    that share their subject.
    """
    found: list[Facing[_Days]] = []
    for one, other in combinations(range(len(articles)), 2):
        seen: set[tuple[_Days, _Days]] = set()
        for ours, theirs, told in _dates_facing(articles, sides, rows, one, other):
            given = (_given(articles[one], ours), _given(articles[other], theirs))
            key = (given[0].value, given[1].value)
            if key not in seen:
                seen.add(key)
                label = label_of(articles[one], told[0], told[1], name_of=name_of) or words_before(
                    told[0][0], Span(ours.start, ours.end), articles[one].text
                )
                found.append(Facing(*given, label, *_stand(*key)))
    yield from facts(
        found, [article.id for article in articles], About.DATE, stand=_stand, days=_meant
    )


def _meant(days: _Days) -> Days | None:
    return None if days.words else Days(days.earliest, days.latest)


def _given(article: Article, mention: DateMention) -> Given[_Days]:
    words = article.text[mention.start : mention.end]
    if mention.earliest is None or mention.latest is None:
        span = Span(mention.start, mention.end)
        return Given(article.id, _Days("", "", True, words.lower()), (span,))
    loose = _LOOSE.search(words) is not None
    spoken = all(
        _is_spoken(article, other)
        for other in article.annotations.dates
        if interval(other) == interval(mention)
    )
    days = _Days(mention.earliest, mention.latest, loose, "", spoken)
    return Given(article.id, days, _everywhere(article, mention))


def _is_spoken(article: Article, mention: DateMention) -> bool:
    quoted = any(
        quote.start <= mention.start and mention.end <= quote.end
        for quote in article.annotations.quotes
    )
    return quoted and _SPOKEN.match(article.text, mention.start) is not None


def _stand(ours: _Days, theirs: _Days) -> tuple[Verdict, str]:
    """The verdict on two days, and the reason if they cannot be compared."""
    if ours.words or theirs.words:
        return Verdict.NOT_COMPARABLE, UNKNOWN_DAY
    verdict = _verdict(ours[:2], theirs[:2])
    if verdict is not Verdict.CONFLICT:
        return verdict, ""
    (a, b), (c, d) = (map(date.fromisoformat, days[:2]) for days in (ours, theirs))
    apart = max((c - b).days, (a - d).days)
    if ours.spoken or theirs.spoken:
        return Verdict.NOT_COMPARABLE, UNKNOWN_DAY
    if apart >= OTHER_TIME:
        return Verdict.NOT_COMPARABLE, OTHER_TIMES
    # « fin juin » has no certain end: the 2nd of July does not contradict it.
    if apart <= max((b - a).days * ours.loose, (d - c).days * theirs.loose) / 2:
        return Verdict.NOT_COMPARABLE, LOOSER
    return verdict, ""


def date_verdict(ours: DateMention, theirs: DateMention) -> Verdict:
    """The verdict on two known intervals."""
    return _verdict(interval(ours), interval(theirs))


def _verdict(ours: tuple[str, str], theirs: tuple[str, str]) -> Verdict:
    (a, b), (c, d) = ours, theirs
    if ours == theirs:
        return Verdict.AGREE
    if (c <= a and b <= d) or (a <= c and d <= b):
        return Verdict.NARROWER
    return Verdict.OVERLAP if a <= d and c <= b else Verdict.CONFLICT


def _dates_facing(
    articles: Sequence[Article],
    sides: Sequence[Sequence[Statement]],
    rows: Sequence[Row],
    one: int,
    other: int,
) -> Iterator[tuple[DateMention, DateMention, Told]]:
    for told in told_by_rows(articles, sides, rows, one, other):
        ours, theirs = (known_dates(statements) for statements in told)
        facing = list(_facing(ours, theirs))
        for a, b in facing:
            yield a, b, told
        for a, b in _of_the_same_days(articles[one], articles[other], facing):
            yield a, b, told
        if not facing:
            # The only dates of a row are shown even if they cannot be compared.
            alone = [[d for s in part for d in s.dates] for part in told]
            if len(alone[0]) == len(alone[1]) == 1:
                yield alone[0][0], alone[1][0], told
    for statement, counterpart in _related(sides[one], sides[other]):
        for a in known_dates((statement,)):
            for b in known_dates((counterpart,)):
                meet = date_verdict(a, b) is not Verdict.CONFLICT
                if meet and _days(a) < _MONTH and _days(b) < _MONTH:
                    yield a, b, ((statement,), (counterpart,))


def _related(
    ours: Sequence[Statement], theirs: Sequence[Statement]
) -> Iterator[tuple[Statement, Statement]]:
    """Sentences with dates on the same subject, by looser conditions than those of a row."""
    dated = [[s for s in side if s.days] for side in (ours, theirs)]
    for statement in dated[0]:
        stems = statement.telling
        for counterpart in dated[1]:
            shared = len(stems & counterpart.telling)
            names = statement.entities & counterpart.entities
            persons = {m.entity for m in statement.mentions if m.kind is Kind.PERSON} & names
            # If both articles name a person on the same days, they tell of the same occasion.
            if shared + len(names) + len(persons) >= _SHARED_WORDS:
                yield statement, counterpart


def _facing(
    ours: Sequence[DateMention], theirs: Sequence[DateMention]
) -> Iterator[tuple[DateMention, DateMention]]:
    """The pairs of dates in two passages that mean the same day: those that overlap, else the only
    ones.
    """
    met = [(a, b) for a in ours for b in theirs if date_verdict(a, b) is not Verdict.CONFLICT]
    if met:
        yield from met
    elif len(ours) == 1 and len(theirs) == 1 and gap(ours[0], theirs[0]) < OTHER_TIME:
        yield ours[0], theirs[0]


def _of_the_same_days(
    one: Article, other: Article, facing: Sequence[tuple[DateMention, DateMention]]
) -> Iterator[tuple[DateMention, DateMention]]:
    """Other dates of the articles that fall on the days paired in a row, anywhere in the text.

    « mardi 17 » in the lead speaks of the meeting of « les 16 et 17 », further down.
    """
    for ours, theirs in facing:
        if not (_days(ours) < _CLOSE and _days(theirs) < _CLOSE):
            continue
        for mention in one.annotations.dates:
            if _days(mention) < _CLOSE and date_verdict(mention, theirs) is Verdict.NARROWER:
                yield mention, theirs
        for mention in other.annotations.dates:
            if _days(mention) < _CLOSE and date_verdict(ours, mention) is Verdict.NARROWER:
                yield ours, mention


def _days(mention: DateMention) -> int:
    """The length of an interval; endless if it is not known."""
    if mention.earliest is None or mention.latest is None:
        return 1 << 20
    return (date.fromisoformat(mention.latest) - date.fromisoformat(mention.earliest)).days


def _everywhere(article: Article, mention: DateMention) -> tuple[Span, ...]:
    """All places where an article gives the same interval."""
    return tuple(
        Span(other.start, other.end)
        for other in article.annotations.dates
        if interval(other) == interval(mention)
    )
