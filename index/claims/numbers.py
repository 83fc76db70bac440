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
from index.claims.number import (
    NUMBER,
    PART_OF,
    Number,
    state_after,
    state_before,
    value_of,
)
from index.claims.prices import prices
from index.claims.sentence import Hit, Sentence
from index.claims.units import in_base
from index.compare.figures import AGE, TIME, Figure, figures_of
from index.french.plurals import singular
from index.model.article import Quantity
from index.model.claims import ClaimKind
from index.model.text import Span

_S = r"[ \u00a0\u202f]"
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
_NO_COUNT = frozenset(
    "fois point degré étage page ligne épisode saison tour numéro article kilo note set place rang lit série"
    " chose côté main partie cas exemple façon manière raison autre".split()
)


_FLOORS = re.compile(r"\b(?:de|d['’]|compte|comptait)[ \u00a0]?$", re.IGNORECASE)
"""« un immeuble de quatre étages » is as high, « deux étages plus bas » is a way."""


_BE = re.compile(
    r"\b(?:est|sont|été|étaient|était|a|ont|seront|seraient|restent|doivent|dû|puis)\b"
)
_NEW = re.compile(r"\b(?:nouveaux?|nouvelles?|supplémentaires?|de plus)\b", re.IGNORECASE)


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
            found = _as_a_part(sentence, found, last)
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
        return Number(
            ClaimKind.SHARE, "", figure.span, figure.low, figure.high, unit, "", (), now=risen
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
        thing = figure.thing or (figure.rate and f"par {figure.rate}") or ""
        return Number(
            ClaimKind.MEASURE, of, figure.span, figure.low, figure.high, unit, thing, (), now=risen
        )
    if unit == "étage":
        return _storeys(sentence, figure)
    return _count(sentence, figure, unit, floor, limit, risen=risen)


def _storeys(sentence: Sentence, figure: Figure) -> Number | None:
    """How high a building is: « un immeuble de quatre étages »; « deux étages plus bas » is a way."""
    span = figure.span
    if _FLOORS.search(sentence.text, max(sentence.span.start, span.start - 12), span.start) is None:
        return None
    return Number(ClaimKind.COUNT, "", span, figure.low, figure.high, "étage", "", ())


def _count(
    sentence: Sentence, figure: Figure, unit: str, floor: int, limit: int, *, risen: bool
) -> Number | None:
    text, span = sentence.text, figure.span
    own = [hit for hit in sentence.hits if span.start <= hit.start < span.end]
    own = own or [
        hit for hit in sentence.hits if hit.end < span.start and _is_noun(sentence, hit, unit)
    ]
    who = tuple(dict.fromkeys(hit.word.value for hit in own if hit.word.room == "who"))
    state = next((hit for hit in own if hit.word.room == "state"), None)
    if (unit in _NO_COUNT or unit in ("assorti", "ferme")) and state is None and not who:
        return None
    end = max(span.end, *(hit.end for hit in own if hit.word.room in ("who", "state")), span.end)
    if state is None or state.word.value in ("striking", "demonstrating", "aboard", "employed"):
        ahead = state_after(sentence, span.end, limit) or _over_a_part(sentence, span.end, limit)
        if ahead and figure.low > 1 and _OF_ONE.search(text, span.end, ahead.start):
            ahead = None
        if ahead and not who and not state and not _BE.search(text, span.end, ahead.start):
            # « 432 foyers d'infection » are no ill: what follows a thing tells of its complement.
            ahead = None
        state = ahead or state_before(sentence, floor, span.start) or state
        if ahead and ahead.end - span.end < 60:
            end = max(end, ahead.end)
    of = state.word.value if state else ""
    if _NEW.search(text, span.start - 4, end + 18):
        of = f"{of}-new" if of else "new"
    if of == "wounded" and _grave_beside(sentence, span.start, max(end, span.end) + 20):
        of = "wounded-grave"
    partial = (
        PART_OF.search(text, max(sentence.span.start, span.start - 30), span.start) is not None
        or _OTHERS.search(text, span.start, end) is not None
        or _is_listed(text, sentence.span.start, span.start, end)
    )
    return Number(
        ClaimKind.COUNT, of, Span(span.start, end), figure.low, figure.high, unit,
        text[span.start : end], who, partial, now=risen,
    )  # fmt: skip


def _is_noun(sentence: Sentence, hit: Hit, unit: str) -> bool:
    """Whether a word is the noun counted, where that stands before: « des arrestations, il y en a eu dix »."""
    return singular(sentence.text[hit.start : hit.end].lower()) == unit


_OF_ONE = re.compile(
    rf",{_S}(?:ne{_S}|n['’])?(?:a|est|était|avait|sera|serait|aurait){_S}(?:[^\W\d_]+{_S})?$"
)
"""A verb of one after a comma has another subject: « la station, qui alimente 18 000 habitants, a été arrêtée »."""
_INSERTED = re.compile(
    rf"(?:{_S}[^\W\d_]+){{0,3}}?(?:,{_S}(?:dont|parmi{_S}lesquel(?:le)?s|y{_S}compris){_S}[^,.;:()]{{3,80}},"
    rf"|{_S}\((?:dont|parmi{_S}lesquel(?:le)?s){_S}[^.;()]{{3,80}}\)|{_S}[–—-]{_S}(?:dont){_S}[^.;–—]{{3,80}}{_S}[–—-]){_S}"
)
_TOLD_OF_ALL = re.compile(
    rf"(?:[^\W\d_]+{_S}){{0,2}}(?:sont|ont|étaient|avaient|seraient|auraient)\b"
)


def _over_a_part(sentence: Sentence, start: int, limit: int) -> Hit | None:
    """What is told of all behind a part of them: « neuf personnes, dont six gendarmes, ont été tuées »."""
    part = _INSERTED.match(sentence.text, start, sentence.span.end)
    if part is None or part.end() < limit or not _TOLD_OF_ALL.match(sentence.text, part.end()):
        return None
    state = state_after(sentence, part.end(), sentence.span.end)
    return state if state and state.start - part.end() < _RIGHT_BEHIND else None


_RIGHT_BEHIND = 40
"""The characters behind an inserted part in which the fate of all stands."""
_NAMELY = re.compile(rf",?{_S}(?:soit|à{_S}savoir){_S}$|{_S}:{_S}$")
_AND_ALSO = re.compile(rf"(?:,|{_S}et){_S}$")


def _as_a_part(sentence: Sentence, found: Number, last: Number) -> Number:
    """A count that tells with others what the one before it is made of: « douze morts, soit huit gendarmes et
    quatre chauffeurs » tells of the dead.
    """
    counts = found.kind is last.kind is ClaimKind.COUNT
    if not counts or not last.span.end < found.span.start or last.span.start < sentence.span.start:
        return found
    of_it = _NAMELY.fullmatch(sentence.text, last.span.end, found.span.start)
    beside = last.partial and _AND_ALSO.fullmatch(sentence.text, last.span.end, found.span.start)
    if not last.of or not (of_it or beside) or (of_it and found.low > last.high):
        return found
    return found._replace(partial=True, of=found.of or last.of)


_OTHERS = re.compile(r"\bautres?\b", re.IGNORECASE)
"""« Quatre autres départements » are no count of all."""


def _is_listed(text: str, start: int, at: int, end: int) -> bool:
    """Whether a count opens what a total is made of: « treize personnes – douze femmes et un homme »."""
    opened = _OPENED.search(text, max(start, at - 4), at)
    return opened is not None and _AND_MORE.match(text, end) is not None


_OPENED = re.compile(r"(?:[ \u00a0][–—-]{1,2}[ \u00a0]?|\()$")
_AND_MORE = re.compile(
    r"[^.;()–—]{0,40}?\bet[ \u00a0](?:\d|une?\b|deux|trois|quatre|cinq|six|sept|huit|neuf|dix)",
    re.IGNORECASE,
)


def _grave_beside(sentence: Sentence, start: int, end: int) -> bool:
    return any(h.word.value == "grave" and start <= h.start < end for h in sentence.hits)


def _money(sentence: Sentence, figure: Figure, floor: int, limit: int, unit: str) -> Number:
    span = figure.span
    hits = sentence.of("money")
    after = [h for h in hits if span.end <= h.start < limit and h.start - span.end < 40]
    before = [h for h in hits if h.end <= span.start and span.start - h.end < 90]
    near = before[-1:] + after[:1]
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
