"""Years and months: how long something lasts, a prison sentence, a ban, a contract; and years that are ages."""

from __future__ import annotations

import re

from index.claims.nearest_words import class_of
from index.claims.number import ASKED_FOR, Number
from index.claims.sentence import Sentence
from index.compare.figures import AGE, TIME, Figure
from index.model.claims import ClaimKind
from index.model.text import Span

_S = r"[^\S\t-\r]"
_PENAL = re.compile(
    rf"(?:{_S}(?:de|d['’]){_S}?(?:prison|réclusion|emprisonnement|détention|bracelet|sursis)|{_S}ferme|{_S}avec{_S}sursis|{_S}assortis?)",
    re.IGNORECASE,
)
_PENALTY = re.compile(
    rf"\b(?:peines?{_S}(?:d['’]|de{_S})|écop\w+{_S}d(?:e{_S}|['’])|requis{_S}|requiert{_S})$",
    re.IGNORECASE,
)
"""« une peine de quinze ans »"""
_AGAINST = re.compile(rf"{_S}contre{_S}")
"""« a réclamé 20 ans contre l'un, 25 ans contre l'autre »"""
_RISKED = re.compile(r"\b(?:risqu|encour|passible|maximale?|pouvant|menac)", re.IGNORECASE)
_SUSPENDED = re.compile(
    rf"^{_S}(?:ans{_S}|mois{_S})?(?:avec{_S}|assortis?{_S}(?:du|d['’]un){_S})sursis", re.IGNORECASE
)
_FIRM = re.compile(rf"^{_S}(?:ans{_S}|mois{_S})?fermes?\b", re.IGNORECASE)
_CONTRACT = re.compile(r"\b(?:contrat|bail|engagé|prolong|signé|paraphé|mandat)", re.IGNORECASE)
_SINCE = re.compile(
    rf"(?:depuis|pendant|durant|après|dans|sur|en|fait){_S}(?:plus{_S}de{_S}|moins{_S}de{_S}|près{_S}de{_S}|environ{_S}|quelques?{_S})?$",
    re.IGNORECASE,
)


_OFFSET = re.compile(
    rf"{_S}après{_S}(?:(?:le|la|les|ce|cet|cette|ces|son|sa|ses|leurs?){_S}|l['’])(?:(?P<what>accident|annonce|attaque|attentat|catastrophe|crash|décès|déraillement|disparition"
    r"|drame|effondrement|explosion|faits|fusillade|incendie|incident|inondations?|meurtre|mort|naufrage|séisme|tempête|tragédie)(?!\w))?",
    re.IGNORECASE,
)
"""« trois jours après le déraillement », « deux jours après le piratage »: that many days have passed when somebody tells it,
and more the next day; hours and minutes may well be a length: « vu par un médecin 55 minutes après l'accident ».
"""
_OF_DAYS = frozenset(("an", "mois", "jour", "semaine"))


def _is_offset(sentence: Sentence, end: int) -> bool:
    """Whether a length of time is counted from what happened, which the list or a word of happenings names."""
    offset = _OFFSET.match(sentence.text, end)
    if offset is None:
        return False
    return bool(offset["what"]) or any(h.start == offset.end() for h in sentence.of("event"))


def is_a_length(sentence: Sentence, span: Span) -> bool:
    """Whether seasons are a length of time: « depuis dix saisons », « un contrat de deux saisons »."""
    text, first = sentence.text, sentence.span.start
    return bool(
        _SINCE.search(text, max(first, span.start - 20), span.start)
        or _CONTRACT.search(text, max(first, span.start - 60), span.start)
    )


def years(sentence: Sentence, figure: Figure, floor: int) -> Number | None:
    """An age, or a length of time, by the words around the years; `floor` is where the figure before ends."""
    text, span = sentence.text, figure.span
    penal = _PENAL.match(text, span.end)
    if penal:
        return _sentence(sentence, figure, penal.end())
    if _AGAINST.match(text, span.end) and ASKED_FOR.search(text, sentence.span.start, span.start):
        return _sentence(sentence, figure, span.end)
    if _ASKS_FOR_YEARS.search(text, max(sentence.span.start, span.start - 90), span.start):
        return _sentence(sentence, figure, span.end)
    if AGE not in figure.units or (TIME in figure.units and not _aged(sentence, span)):
        return duration(sentence, figure, "an")
    who = [h for h in sentence.hits if h.word.room == "who" and h.end <= span.start]
    near = tuple(dict.fromkeys(h.word.value for h in reversed(who[-2:])))
    return Number(ClaimKind.AGE, "", span, figure.low, figure.high, "an", "", near)


_ASKS_FOR_YEARS = re.compile(
    rf"\b(?:avocate?s?{_S}générale?s?|procureure?|parquet|ministère{_S}public|accusation)(?:{_S}[^\W\d_][\w’'-]*){{0,4}}?,?{_S}(?:en{_S}|en{_S}avait{_S}|avait{_S}|a{_S})?(?:requi\w+|réclam\w+|demand\w+){_S}$",
    re.IGNORECASE,
)
"""« L'avocat général Paul Védrine demandait trente ans »: what a prosecutor asks for is a penalty."""


_AGED = re.compile(
    rf"(?:âgée?s?{_S}d[e'’]|[,(]|homme{_S}de|femme{_S}de|de|(?<!y{_S})\b(?:a|avait|aurait|fêtait|fêtera|fêter{_S}ses)){_S}?$",
    re.IGNORECASE,
)
_AFTER_AGE = re.compile(
    rf"{_S}?[,).;»]|{_S}?$|{_S}(?:a|ont|est|et|avait|qui|au|selon|quand|depuis|cette){_S}"
)


_ALSO_AGED = re.compile(
    rf"\bâgée?s{_S}(?:de|d['’]){_S}?[^\W_]+(?:{_S}ans)?{_S}(?:et|à|ou){_S}(?:de{_S})?$"
    rf"|\b(?:enfant|garçon|fille|fillette|garçonnet|adolescente?|homme|femme|jeune|bébé)s?{_S}de{_S}$"
    rf"|\b(?:part(?:i[rst]?e?|ent|ait|iront|ira)|retraite){_S}(?:à{_S}la{_S}retraite{_S})?(?:dès|à){_S}$",
    re.IGNORECASE,
)
"""Years that are ages whatever follows: « âgés de sept et dix ans », « un enfant de dix ans et son frère »,
« partir à 62 ans ».
"""


def _aged(sentence: Sentence, span: Span) -> bool:
    text = sentence.text
    if _ALSO_AGED.search(text, max(sentence.span.start, span.start - 40), span.start):
        return True
    return bool(
        _AGED.search(text, max(sentence.span.start, span.start - 12), span.start)
        and _AFTER_AGE.match(text, span.end)
    )


def _is_pronounced(sentence: Sentence, span: Span) -> bool:
    """Whether « une peine de » stands before, which nobody only risks."""
    text, first = sentence.text, sentence.span.start
    return (
        _PENALTY.search(text, max(first, span.start - 24), span.start) is not None
        and _RISKED.search(text, max(first, span.start - 60), span.start) is None
    )


def _sentence(sentence: Sentence, figure: Figure, end: int) -> Number:
    """Years or months of prison: pronounced, suspended or asked for."""
    text, span = sentence.text, figure.span
    of = "sentence"
    after = text[span.end : span.end + 40]
    if _SUSPENDED.match(after):
        of = "suspended"
    elif re.search(rf"dont{_S}$", text[: span.start]) and _FIRM.match(after):
        of = "firm"
    asked = ASKED_FOR.search(text, sentence.span.start, sentence.span.end) is not None
    unit = min(figure.units, key=len)
    return Number(
        ClaimKind.DURATION, f"{of}-asked" if asked else of, Span(span.start, end),
        figure.low, figure.high, "an" if unit in (TIME, AGE) else unit, "", (),
    )  # fmt: skip


def duration(sentence: Sentence, figure: Figure, unit: str) -> Number | None:
    """A length of time in a unit (`an`, `mois`, `jour`, `heure` …): of prison, a ban, a contract, or of what lasts."""
    text, span = sentence.text, figure.span
    penal = _PENAL.match(text, span.end)
    if penal and unit in ("mois", "jour"):
        return _sentence(sentence, figure, penal.end())
    if unit in ("an", "mois", "jour") and _is_pronounced(sentence, span):
        return _sentence(sentence, figure, span.end)
    if unit in _OF_DAYS and _is_offset(sentence, span.end):
        return None
    of = class_of(sentence, span, "durations")
    lead = _SINCE.search(text, max(sentence.span.start, span.start - 20), span.start)
    start = lead.start() if lead else span.start
    how = lead.group().split()[0].lower() if lead else ""
    return Number(
        ClaimKind.DURATION, of, Span(start, span.end), figure.low, figure.high,
        "an" if unit in (TIME, AGE) else unit, how, (),
    )  # fmt: skip
