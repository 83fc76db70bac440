"""Claims that are figures: people by their state, things, money, shares, measures, ages, durations."""

from __future__ import annotations

# ruff: noqa: SIM905 -- word lists are easier to read and to mend as running text
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from index.claims.ages import ages
from index.claims.bare_counts import bare_counts
from index.claims.before import Before
from index.claims.changes import changes
from index.claims.counts import CAPACITY, as_a_part, count, is_room
from index.claims.durations import duration, is_a_length, years
from index.claims.in_words import completed
from index.claims.loose import (
    bare,
    decades,
    millions,
    nobody,
    open_numbers,
    suspended,
)
from index.claims.nearest_words import class_of
from index.claims.number import (
    NUMBER,
    Number,
    state_after,
    state_before,
    value_of,
)
from index.claims.prices import prices
from index.claims.sentence import Sentence
from index.claims.units import in_base
from index.compare.figures import AGE, TIME, Figure, figures_of
from index.french.plurals import singular
from index.model.article import Quantity
from index.model.claims import ClaimKind
from index.model.text import Span

_S = r"[^\S\t-\r]"
_OPEN_WORDS = frozenset(
    "en ils elles sont ont étaient seraient restent auraient dont tous seulement selon compté dénombré recensé"
    " étions sommes recense recensait compte comptait dénombre dénombrait déplore reste restait avait"
    " deuxième second seconde troisième quatrième cinquième sixième septième huitième neuvième dixième".split()
)
_FROM_TO = re.compile(
    rf"(?:pass\w+|grimp\w+|mont\w+){_S}de{_S}(?P<old>{NUMBER}){_S}(?:[^\W\d_]+{_S})?à{_S}(?P<new>{NUMBER})(?:{_S}(?P<noun>[^\W\d_]+))?",
)
_NONE_QUICK = re.compile(r"[Aa]ucun|pas d|[Ss]ans |\bni ")
_RISEN = re.compile(
    r"s['’]est[ \u00a0](?:alourdi|aggravé|élevé)|alourdi|nouveau[ \u00a0]bilan|désormais|dernier[ \u00a0]bilan|bilan[ \u00a0]définitif|est[ \u00a0]passé|corrig|à[ \u00a0]présent|porté[ \u00a0]à",
    re.IGNORECASE,
)
_SPANS = frozenset(
    "jour heure minute seconde semaine mois siècle trimestre semestre décennie".split()
) | {TIME}
_SHORT_UNITS = frozenset(
    "Go Mo To km km/h m cm mm kg g t l ha hl °C m² m³ km² kWh MW GW kW MWh GWh TWh W km³ cm³ cm² mille quintal".split()
)
_ONE_UNIT = {
    "giga": "Go", "gigaoctet": "Go", "mega": "Mo", "mégaoctet": "Mo", "téraoctet": "To", "tera": "To",
}  # fmt: skip
"""Units of data, however they are called."""
_ENGINE = 10
"""Litres below which a volume beside a motor is that of its cylinders, which is part of its name."""
_OF_AN_ENGINE = re.compile(r"\b(?:moteurs?|motorisation|cylindres|bi?turbo|turbo|V\d+)\b")


_FLOORS = re.compile(r"\b(?:de|d['’]|compte|comptait)[ \u00a0]?$", re.IGNORECASE)
"""« un immeuble de quatre étages » is as high, « deux étages plus bas » is a way."""


def numbers(
    sentence: Sentence,
    quantities: Sequence[Quantity],
    before: Before,
    *,
    today: date | None = None,
) -> Iterator[Number]:
    """The figures of a sentence, measures and durations in the base unit of their kind.

    `before` is what the sentences before it told, `today` the day of publication.
    """
    for found in _numbers(sentence, quantities, before, today):
        if found.kind in _SCALED and found.unit:
            low, high, unit = in_base(found.low, found.high, found.unit)
            found = found._replace(low=low, high=high, unit=unit)
        yield found


_SCALED = (ClaimKind.MEASURE, ClaimKind.DURATION)


def _numbers(
    sentence: Sentence,
    quantities: Sequence[Quantity],
    before: Before,
    today: date | None,
) -> Iterator[Number]:
    text, span = sentence.text, sentence.span
    quantities, ranges = completed(text, span, quantities, sentence.words)
    units = {quantity.end: quantity.unit for quantity in quantities}
    words = sentence.words
    figures = list(figures_of(text, quantities)) if quantities else []
    if ranges:
        figures = [_ranged(figure, ranges) for figure in figures]
    open_words = bool(words & _OPEN_WORDS) or "entre" in words or "autres" in words
    risen = bool(figures or open_words) and (_RISEN.search(text, span.start, span.end) is not None)
    taken: list[Span] = []
    last = before.last
    for each in ages(sentence, today):
        yield each
        taken.append(each.span)
    if "à" in words and "de" in words:
        for match in _FROM_TO.finditer(text, span.start, span.end):
            yield from _from_to(sentence, match)
            taken.append(Span(*match.span()))
    for at, figure in enumerate(figures):
        if any(figure.span.overlaps(each) for each in taken):
            continue
        floor = figures[at - 1].span.end if at else span.start
        limit = figures[at + 1].span.start if at + 1 < len(figures) else span.end
        found = _number(sentence, figure, units.get(figure.span.end, ""), floor, limit, risen=risen)
        if found is not None and last is not None:
            found = as_a_part(sentence, found, last)
        if found is not None:
            yield found
            taken.append(figure.span)
            last = found if found.kind is ClaimKind.COUNT else last
    if open_words:
        for each in open_numbers(sentence, taken, before.who, last, risen=risen):
            yield each
            taken.append(each.span)
    yield from _loose(sentence, taken, before)
    if _NONE_QUICK.search(text, span.start, span.end):
        yield from nobody(sentence)


def _loose(sentence: Sentence, taken: list[Span], before: Before) -> Iterator[Number]:
    """What is told without a noun of its own, each place once."""
    text, span = sentence.text, sentence.span
    if "genaire" in text[span.start : span.end] or "génaire" in text[span.start : span.end]:
        yield from decades(sentence)
    if "sursis" in text[span.start : span.end] or "ferme" in text[span.start : span.end]:
        yield from suspended(sentence)
    yield from changes(sentence)
    for find in (_amounts, prices, bare_counts):
        for each in find(sentence, taken, before):
            if _LABELLED.search(text, max(span.start, each.span.start - _LABEL), each.span.start):
                continue
            yield each
            taken.append(each.span)


_LABEL = 14
_LABELLED = re.compile(
    r"\b(?:catégorie|niveau|classe|stade|phase|étape|numéro|n°|lot|version|article|chapitre|ligne|train|vol|chaîne|france|channel|type)\s$",
    re.IGNORECASE,
)
"""A noun whose figure is its name and counts nothing: « catégorie 3 », « la ligne 14 »."""


def _amounts(sentence: Sentence, taken: Sequence[Span], before: Before) -> Iterator[Number]:
    yield from bare(sentence, taken)
    yield from millions(sentence, taken)


def _ranged(figure: Figure, ranges: Mapping[int, tuple[float, float]]) -> Figure:
    """A figure with the interval that its words have by themselves: « quinze jours »."""
    found = ranges.get(figure.span.start)
    return replace(figure, low=found[0], high=found[1]) if found and figure.exact else figure


def _number(
    sentence: Sentence, figure: Figure, unit: str, floor: int, limit: int, *, risen: bool
) -> Number | None:
    units = figure.units
    unit = unit or min(units, key=len)
    unit = _ONE_UNIT.get(unit, unit)
    if AGE in units or TIME in units:
        return years(sentence, figure, floor)
    if unit == "%" or unit == "point":
        of = class_of(sentence, figure.span, "shares")
        return Number(
            ClaimKind.SHARE, of, figure.span, figure.low, figure.high, unit, "", (), now=risen
        )
    if unit not in _SHORT_UNITS and (unit.isupper() or unit in ("dinar", "peso", "couronne")):
        return _money(sentence, figure, floor, limit, unit)
    if unit == "saison" and is_a_length(sentence, figure.span):
        return duration(sentence, figure, "an")
    if unit in _SPANS:
        return duration(sentence, figure, unit)
    if (
        unit == "l"
        and figure.high < _ENGINE
        and _OF_AN_ENGINE.search(sentence.text, sentence.span.start, sentence.span.end)
    ):
        return None
    if unit in _SHORT_UNITS:
        state = state_after(sentence, figure.span.end, limit) or state_before(
            sentence, floor, figure.span.start
        )
        of = state.word.value if state and state.word.value == "burnt" else ""
        of = of or (CAPACITY if unit != "km/h" and is_room(sentence, figure.span.start) else "")
        of = of or class_of(sentence, figure.span, "measures", unit)
        if of == _NO_WARMTH:
            return None
        thing = figure.thing or (figure.rate and f"par {figure.rate}") or ""
        return Number(
            ClaimKind.MEASURE, of, figure.span, figure.low, figure.high, unit, thing, (), now=risen
        )
    if unit == "étage":
        return _storeys(sentence, figure)
    return count(sentence, figure, unit, floor, limit, risen=risen)


_NO_WARMTH = "angle"
"""Degrees of a tower that leans or of a wine are no measure that is compared."""


def _storeys(sentence: Sentence, figure: Figure) -> Number | None:
    """How high a building is: « un immeuble de quatre étages »; « deux étages plus bas » is a way."""
    span = figure.span
    if _FLOORS.search(sentence.text, max(sentence.span.start, span.start - 12), span.start) is None:
        return None
    return Number(ClaimKind.COUNT, "", span, figure.low, figure.high, "étage", "", ())


_SAYS_MORE = frozenset(("embezzled",))
"""What is done with a sum says more than what it is called: « 312 000 euros d'argent public détournés »."""


def _money(sentence: Sentence, figure: Figure, floor: int, limit: int, unit: str) -> Number:
    span = figure.span
    hits = sentence.of("money")
    after = [h for h in hits if span.end <= h.start < limit and h.start - span.end < 40]
    before = [h for h in hits if h.end <= span.start and span.start - h.end < 90]
    near = before[-1:] + after[:1]
    told = [h for h in (*before, *after) if h.word.value in _SAYS_MORE]
    near = told[-1:] or near
    near.sort(key=lambda h: min(abs(h.start - span.end), abs(span.start - h.end)))
    of = near[0].word.value if near else ""
    return Number(ClaimKind.MONEY, of, span, figure.low, figure.high, unit, figure.thing, ())


def _from_to(sentence: Sentence, match: re.Match[str]) -> Iterator[Number]:
    old, new = value_of(match["old"]), value_of(match["new"])
    hits = [h for h in sentence.hits if match.start() <= h.start < match.end() + 30]
    state = next((h for h in hits if h.word.room == "state"), None)
    who = tuple(h.word.value for h in hits if h.word.room == "who")
    if old is None or new is None or (state is None and not who):
        return
    of = state.word.value if state else ""
    unit = singular((match["noun"] or "").lower())
    end = max(match.end(), state.end if state and state.end - match.end() < 30 else match.end())
    thing = sentence.text[match.start("new") : end]
    yield Number(
        ClaimKind.COUNT, of, Span(match.start(), end), new, new, unit, thing, who, now=True
    )
    yield Number(
        ClaimKind.COUNT, of, Span(match.start(), end), old, old, unit, thing, who, was=True
    )
