"""Figures for the same statement or thing, compared with each other."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from index.compare.difference_labels import label_of, words_before
from index.compare.figures import (
    AGE,
    TIME,
    Figure,
    figures_of,
    held,
    names_a_thing,
    of_other_measure,
    verdict_of,
)
from index.compare.joined_values import Facing, Given, facts
from index.compare.row_sentences import (
    OTHER_TIME,
    OTHER_TIMES,
    Names,
    Told,
    gap,
    known_dates,
    told_by_rows,
)
from index.compare.statements import Statement
from index.model.article import Article
from index.model.comparison import About, Difference, Row, Verdict
from index.model.text import Span

_NEAR = 0.15
"""The largest difference, as a share, between figures of one thing in sentences that no row pairs."""
_TIMES = 2
"""How many times larger the other figure may be if one says « at least » or « at most »."""
_MANY = 10
_FEW = 3
_NOWHERE = Span(0, 0)


def quantities_differing(
    articles: Sequence[Article],
    sides: Sequence[Sequence[Statement]],
    rows: Sequence[Row],
    *,
    name_of: Names,
) -> Iterator[Difference]:
    """One entry for each thing that several sources give a figure for.

    In a row these are figures of one unit. Elsewhere they are the only figures that two articles on
    one event give for a noun, or equal or near figures in sentences that share a word.
    """
    found: list[list[_Given]] = [
        [
            (figure, statement)
            for statement in side
            for figure in figures_of(article.text, statement.quantities)
        ]
        for article, side in zip(articles, sides, strict=True)
    ]
    facing: list[Facing[Figure]] = []
    for one, other in combinations(range(len(articles)), 2):
        told = list(told_by_rows(articles, sides, rows, one, other))
        for ours, theirs, verdict, why in _between(found[one], found[other], told):
            label = _label(articles[one], ours[0], ours[1], theirs[1], name_of)
            mine = _given(articles[one], ours[0], found[one])
            counterpart = _given(articles[other], theirs[0], found[other])
            facing.append(Facing(mine, counterpart, label, verdict, why))
    yield from facts(facing, [article.id for article in articles], About.QUANTITY, stand=held)


def _given(article: Article, figure: Figure, found: Sequence[_Given]) -> Given[Figure]:
    return Given(article.id, replace(figure, span=_NOWHERE), _places(found, figure))


def _between(
    ours: Sequence[_Given], theirs: Sequence[_Given], rows: Sequence[Told]
) -> Iterator[tuple[_Given, _Given, Verdict, str]]:
    """The figures of two sources for one thing, each pair of values once."""
    seen: set[tuple[object, ...]] = set()
    settled: set[Span] = set()
    in_rows = [(a, b, True) for told in rows for a, b in _in_row(ours, theirs, told)]
    elsewhere = [(a, b, False) for a, b in _elsewhere(ours, theirs)] if rows else []
    for own, counterpart, in_row in (*in_rows, *elsewhere):
        a, b = own[0], counterpart[0]
        # Often only one source tells what its years count: this does not make two things of one
        # value.
        common = (a.units & b.units) - {AGE, TIME}
        key = (a.low, a.high, a.rate, b.low, b.high, b.rate, common)
        verdict, why = held(a, b)
        again = verdict is Verdict.CONFLICT and (a.span in settled or b.span in settled)
        if key in seen or again or _is_trivial(a, verdict):
            continue
        if verdict is Verdict.CONFLICT and _at_other_times(own[1], counterpart[1]):
            verdict, why = Verdict.NOT_COMPARABLE, OTHER_TIMES
        if verdict is Verdict.NOT_COMPARABLE and not in_row:
            continue
        seen.add(key)
        settled.update((a.span, b.span))
        yield own, counterpart, verdict, why


def _is_trivial(figure: Figure, verdict: Verdict) -> bool:
    """Whether agreement on a figure tells nothing, as with « les deux pays »."""
    small = figure.exact and abs(figure.high) < _FEW
    counted = any(unit.islower() and len(unit) > 3 for unit in figure.units - {AGE, TIME})
    return verdict is Verdict.AGREE and small and counted


def _at_other_times(own: Statement, counterpart: Statement) -> bool:
    """Whether sentences speak of times far apart, so that their figures cannot be compared."""
    ours, theirs = known_dates((own,)), known_dates((counterpart,))
    return bool(ours and theirs) and all(gap(a, b) > OTHER_TIME for a in ours for b in theirs)


def _places(found: Sequence[_Given], figure: Figure) -> tuple[Span, ...]:
    """The places where an article gives the same figure."""
    return tuple(
        other.span
        for other, _ in found
        if (other.low, other.high, other.rate) == (figure.low, figure.high, figure.rate)
        and (other.units == figure.units or other.units & figure.units & {AGE, TIME})
    )


_Given = tuple[Figure, Statement]


def _in_row(
    ours: Sequence[_Given], theirs: Sequence[_Given], told: Told
) -> Iterator[tuple[_Given, _Given]]:
    """The pairs of figures of a row: those that agree, else those without a rival."""
    left = [given for given in ours if given[1] in told[0]]
    right = [given for given in theirs if given[1] in told[1]]
    pairs = [(a, b) for a in left for b in right if a[0].units & b[0].units]
    met = [(a, b) for a, b in pairs if verdict_of(a[0], b[0]) is not Verdict.CONFLICT]
    yield from met
    taken = {id(given[0]) for pair in met for given in pair}
    rest = [(a, b) for a, b in pairs if id(a[0]) not in taken and id(b[0]) not in taken]
    for a, b in rest:
        rivals = [pair for pair in rest if pair[0] is a or pair[1] is b]
        if len(rivals) == 1:
            yield a, b
    alien = [(a, b) for a in left for b in right if of_other_measure(a[0], b[0])]
    if len(alien) == 1 and not pairs:
        yield alien[0]


def _elsewhere(ours: Sequence[_Given], theirs: Sequence[_Given]) -> Iterator[tuple[_Given, _Given]]:
    for a in ours:
        for b in theirs:
            units = a[0].units & b[0].units
            if not units:
                continue
            if (
                any(_is_only(unit, ours, theirs) for unit in units)
                or _is_only_amount(a[0], b[0], ours, theirs)
                or _may_be_one(a, b, units)
            ):
                yield a, b


def _may_be_one(ours: _Given, theirs: _Given, units: frozenset[str]) -> bool:
    """Whether two equal or near figures may count the same thing."""
    (figure, own), (other, counterpart) = ours, theirs
    if not _nearly(figure, other):
        return False
    if own.telling & counterpart.telling:
        return True
    meet = verdict_of(figure, other) is not Verdict.CONFLICT and figure.high > _MANY
    return meet and (
        any(names_a_thing(unit) for unit in units) or bool(own.entities & counterpart.entities)
    )


def _is_only(unit: str, ours: Sequence[_Given], theirs: Sequence[_Given]) -> bool:
    """Whether a unit names one thing: each article gives one value for it."""
    return names_a_thing(unit) and all(
        len({(f.low, f.high) for f, _ in given if unit in f.units}) == 1 for given in (ours, theirs)
    )


def _is_only_amount(
    figure: Figure, other: Figure, ours: Sequence[_Given], theirs: Sequence[_Given]
) -> bool:
    """Whether each article gives only one amount of money for a thing that both name: « d'amende »."""
    return (
        bool(figure.thing)
        and all(
            len({(f.low, f.high) for f, _ in given if f.thing == figure.thing}) == 1
            for given in (ours, theirs)
        )
        and figure.thing == other.thing
    )


def _nearly(ours: Figure, theirs: Figure) -> bool:
    """Whether two figures overlap or differ by little; two small exact counts never do."""
    bounds = (ours.low, ours.high, theirs.low, theirs.high)
    if max(map(abs, bounds)) <= _FEW and ours.exact and theirs.exact:
        return False
    if verdict_of(ours, theirs) is not Verdict.CONFLICT:
        return _same_size(ours, theirs)
    gap = max(ours.low - theirs.high, theirs.low - ours.high)
    return gap <= _NEAR * max(abs(ours.high), abs(theirs.high))


def _same_size(ours: Figure, theirs: Figure) -> bool:
    """Whether two figures are of similar size: « plus de dix personnes » includes « 600
    personnes », but does not tell the same.
    """
    low, high = sorted(min(map(abs, (f.low, f.high))) for f in (ours, theirs))
    return high <= _TIMES * low or math.isfinite(ours.high - ours.low + theirs.high - theirs.low)


def _label(
    article: Article, figure: Figure, own: Statement, counterpart: Statement, name_of: Names
) -> str:
    """The noun that is counted and the words that the sentences share, else the words before the
    figure.
    """
    shared = label_of(article, (own,), (counterpart,), name_of=name_of)
    if any(map(names_a_thing, figure.units)):
        noun = figure.span.of(article.text).split()[-1]
        return f"{noun} : {shared}" if shared and noun not in shared else shared or noun
    return shared or words_before(own, figure.span, article.text)
