"""Dates and figures of the same statement or thing, and how they stand to each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import combinations

from index.compare.figures import Figure, figures_of, verdict_of
from index.compare.labels import label_of, words_before
from index.compare.statements import Statement
from index.model.article import Article, DateMention, EntityId, Kind
from index.model.comparison import About, Difference, Passage, Row, Verdict
from index.model.text import Span

_CLOSE = 7
_MONTH = 31
_NEAR = 0.15
"""By how much figures of one thing may differ that stand in sentences not held together."""
_SHARED_WORDS = 2
_OTHER_TIME = 183
"""Dates so many days apart speak of other things and are not compared."""
_MANY = 10
_FEW = 3
_COMMON_UNITS = frozenset(
    ("personne", "an", "année", "mois", "semaine", "jour", "heure", "minute", "seconde", "pays")
)
"""What articles count many things in; other nouns name the thing that they count."""

Names = Callable[[EntityId], str]
_Told = tuple[tuple[Statement, ...], tuple[Statement, ...]]
"""The sentences of two sources that are held against each other."""


def dates_differing(
    articles: Sequence[Article],
    sides: Sequence[Sequence[Statement]],
    rows: Sequence[Row],
    *,
    name_of: Names,
) -> Iterator[Difference]:
    """One entry for each pair of different intervals that sources give for the same thing.

    What a row holds together is compared whether it meets or not; elsewhere only dates that meet,
    in sentences that share what they speak of.
    """
    for one, other in combinations(range(len(articles)), 2):
        seen: set[tuple[tuple[str, str], tuple[str, str]]] = set()
        for ours, theirs, told in _dates_facing(articles, sides, rows, one, other):
            key = (_interval(ours), _interval(theirs))
            if key in seen:
                continue
            seen.add(key)
            yield Difference(
                About.DATE,
                label_of(articles[one], told[0], told[1], name_of=name_of),
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


def _dates_facing(
    articles: Sequence[Article],
    sides: Sequence[Sequence[Statement]],
    rows: Sequence[Row],
    one: int,
    other: int,
) -> Iterator[tuple[DateMention, DateMention, _Told]]:
    for told in _told_by_rows(articles, sides, rows, one, other):
        ours, theirs = (_known(statements) for statements in told)
        facing = list(_facing(ours, theirs))
        for a, b in facing:
            yield a, b, told
        for a, b in _of_the_same_days(articles[one], articles[other], facing):
            yield a, b, told
    for statement, counterpart in _related(sides[one], sides[other]):
        for a in _known((statement,)):
            for b in _known((counterpart,)):
                meet = date_verdict(a, b) is not Verdict.CONFLICT
                if meet and _days(a) < _MONTH and _days(b) < _MONTH:
                    yield a, b, ((statement,), (counterpart,))


def _told_by_rows(
    articles: Sequence[Article],
    sides: Sequence[Sequence[Statement]],
    rows: Sequence[Row],
    one: int,
    other: int,
) -> Iterator[_Told]:
    """Per row the sentences of two of the articles, where it has both."""
    by_span = [{statement.span: statement for statement in side} for side in sides]
    for row in rows:
        spans = {passage.article: passage.spans for passage in row.passages}
        ours, theirs = spans.get(articles[one].id), spans.get(articles[other].id)
        if ours and theirs:
            yield (
                tuple(by_span[one][span] for span in ours),
                tuple(by_span[other][span] for span in theirs),
            )


def _related(
    ours: Sequence[Statement], theirs: Sequence[Statement]
) -> Iterator[tuple[Statement, Statement]]:
    """Sentences with dates that speak of the same, if more loosely than a row asks."""
    dated = [[s for s in side if s.days] for side in (ours, theirs)]
    for statement in dated[0]:
        stems = statement.telling
        for counterpart in dated[1]:
            shared = len(stems & counterpart.telling)
            names = statement.entities & counterpart.entities
            persons = {m.entity for m in statement.mentions if m.kind is Kind.PERSON} & names
            # A person who is named on the same days by both is told of on the same occasion.
            if shared + len(names) + len(persons) >= _SHARED_WORDS:
                yield statement, counterpart


def _known(statements: Sequence[Statement]) -> list[DateMention]:
    return [
        mention
        for statement in statements
        for mention in statement.dates
        if mention.earliest and mention.latest
    ]


def _facing(
    ours: Sequence[DateMention], theirs: Sequence[DateMention]
) -> Iterator[tuple[DateMention, DateMention]]:
    """Which dates of two passages speak of the same day: those that meet, else the only ones."""
    met = [(a, b) for a in ours for b in theirs if date_verdict(a, b) is not Verdict.CONFLICT]
    if met:
        yield from met
    elif len(ours) == 1 and len(theirs) == 1 and _gap(ours[0], theirs[0]) < _OTHER_TIME:
        yield ours[0], theirs[0]


def _gap(ours: DateMention, theirs: DateMention) -> int:
    """Days between two intervals that do not meet."""
    (a, b), (c, d) = (tuple(map(date.fromisoformat, _interval(m))) for m in (ours, theirs))
    return max((c - b).days, (a - d).days)


def _of_the_same_days(
    one: Article, other: Article, facing: Sequence[tuple[DateMention, DateMention]]
) -> Iterator[tuple[DateMention, DateMention]]:
    """What else the articles say of the days that a row holds together, wherever they say it.

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
    """The length of an interval; endless when it is not known."""
    if mention.earliest is None or mention.latest is None:
        return 1 << 20
    return (date.fromisoformat(mention.latest) - date.fromisoformat(mention.earliest)).days


def _everywhere(article: Article, mention: DateMention) -> tuple[Span, ...]:
    """All places where an article gives the same interval."""
    return tuple(
        Span(other.start, other.end)
        for other in article.annotations.dates
        if _interval(other) == _interval(mention)
    )


def quantities_differing(
    articles: Sequence[Article],
    sides: Sequence[Sequence[Statement]],
    rows: Sequence[Row],
    *,
    name_of: Names,
) -> Iterator[Difference]:
    """One entry for each pair of figures that sources give for the same thing.

    In a row these are figures of one unit; elsewhere the only figures that two articles on one
    event give for a noun, or figures that meet or nearly do in sentences that share a word.
    """
    found = [
        [
            (figure, statement)
            for statement in side
            for figure in figures_of(article.text, statement.quantities)
        ]
        for article, side in zip(articles, sides, strict=True)
    ]
    for one, other in combinations(range(len(articles)), 2):
        seen: set[tuple[object, ...]] = set()
        told_by_rows = list(_told_by_rows(articles, sides, rows, one, other))
        facing = [
            *(pair for told in told_by_rows for pair in _in_row(found[one], found[other], told)),
            *(_elsewhere(found[one], found[other]) if told_by_rows else ()),
        ]
        settled: set[Span] = set()
        for (ours, own), (theirs, counterpart) in facing:
            key = (ours.low, ours.high, theirs.low, theirs.high, ours.units & theirs.units)
            verdict = verdict_of(ours, theirs)
            again = verdict is Verdict.CONFLICT and (ours.span in settled or theirs.span in settled)
            if key in seen or again or _is_trivial(ours, verdict):
                continue
            if verdict is Verdict.CONFLICT and _at_other_times(own, counterpart):
                continue
            seen.add(key)
            settled.update((ours.span, theirs.span))
            yield Difference(
                About.QUANTITY,
                _label(articles[one], ours, own, counterpart, name_of),
                verdict,
                (
                    Passage(articles[one].id, _all_places(found[one], ours)),
                    Passage(articles[other].id, _all_places(found[other], theirs)),
                ),
            )


def _is_trivial(figure: Figure, verdict: Verdict) -> bool:
    """« les deux pays » here and there says nothing."""
    small = figure.exact and abs(figure.high) < _FEW
    counted = any(unit.islower() and len(unit) > 3 for unit in figure.units)
    return verdict is Verdict.AGREE and small and counted


def _at_other_times(own: Statement, counterpart: Statement) -> bool:
    """Whether sentences speak of times far apart: their figures are not comparable then."""
    ours, theirs = _known((own,)), _known((counterpart,))
    return bool(ours and theirs) and all(_gap(a, b) > _OTHER_TIME for a in ours for b in theirs)


def _all_places(found: Sequence[_Given], figure: Figure) -> tuple[Span, ...]:
    """Where an article gives the same figure."""
    return tuple(
        other.span
        for other, _ in found
        if (other.low, other.high, other.units) == (figure.low, figure.high, figure.units)
    )


_Given = tuple[Figure, Statement]


def _in_row(
    ours: Sequence[_Given], theirs: Sequence[_Given], told: _Told
) -> Iterator[tuple[_Given, _Given]]:
    """The figures that face each other in a row: those that meet, else the only ones."""
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


def _elsewhere(ours: Sequence[_Given], theirs: Sequence[_Given]) -> Iterator[tuple[_Given, _Given]]:
    for a in ours:
        for b in theirs:
            units = a[0].units & b[0].units
            if not units:
                continue
            if any(_is_only(unit, ours, theirs) for unit in units) or _may_be_one(a, b, units):
                yield a, b


def _may_be_one(ours: _Given, theirs: _Given, units: frozenset[str]) -> bool:
    """Whether two figures that meet, or nearly, may count the same thing."""
    (figure, own), (other, counterpart) = ours, theirs
    if not _nearly(figure, other):
        return False
    if own.telling & counterpart.telling:
        return True
    meet = verdict_of(figure, other) is not Verdict.CONFLICT and figure.high > _MANY
    return meet and (
        any(_names_a_thing(unit) for unit in units) or bool(own.entities & counterpart.entities)
    )


def _is_only(unit: str, ours: Sequence[_Given], theirs: Sequence[_Given]) -> bool:
    """Whether a unit names one thing: each article counts it once."""
    return _names_a_thing(unit) and all(
        len({(f.low, f.high) for f, _ in given if unit in f.units}) == 1 for given in (ours, theirs)
    )


def _names_a_thing(unit: str) -> bool:
    return unit not in _COMMON_UNITS and unit.islower() and len(unit) > 3


def _nearly(ours: Figure, theirs: Figure) -> bool:
    """Whether two figures meet or differ by little, small counts aside."""
    bounds = (ours.low, ours.high, theirs.low, theirs.high)
    if max(map(abs, bounds)) <= _FEW and ours.exact and theirs.exact:
        return False
    if verdict_of(ours, theirs) is not Verdict.CONFLICT:
        return True
    gap = max(ours.low - theirs.high, theirs.low - ours.high)
    return gap <= _NEAR * max(abs(ours.high), abs(theirs.high))


def _label(
    article: Article, figure: Figure, own: Statement, counterpart: Statement, name_of: Names
) -> str:
    """The noun that is counted with what the sentences share, else the words before the figure."""
    shared = label_of(article, (own,), (counterpart,), name_of=name_of)
    if any(map(_names_a_thing, figure.units)):
        noun = figure.span.of(article.text).split()[-1]
        return f"{noun} : {shared}" if shared and noun not in shared else shared or noun
    return shared or words_before(own, figure.span, article.text)
