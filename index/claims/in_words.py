"""Amounts that a sentence gives in words, added to the quantities of a text: « un an et demi », « un kilomètre »,
« un mètre cinquante », « sept sur dix », « d'un quart ».

Quantities are read for every article when an index is built; these only where claims are asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from index.claims.number import value_of
from index.french.numerals import FIGURE, SHARES, WORDS
from index.model.article import Quantity
from index.model.text import Span

_S = r"[^\S\t-\r]"
_UNITS = {
    "seconde": "seconde", "minute": "minute", "heure": "heure", "jour": "jour", "journée": "jour",
    "semaine": "semaine", "mois": "mois", "trimestre": "trimestre", "semestre": "semestre", "an": "an",
    "année": "an", "saison": "saison", "décennie": "décennie", "siècle": "siècle",
    "mètre": "m", "kilomètre": "km", "centimètre": "cm", "millimètre": "mm", "tonne": "t", "kilo": "kg",
    "kilogramme": "kg", "gramme": "g", "litre": "l", "hectare": "ha", "hectolitre": "hl", "quintal": "quintal",
    "mille marin": "mille", "mille nautique": "mille", "mille": "mille",
}  # fmt: skip
_SPANS = frozenset(
    ("seconde", "minute", "heure", "jour", "semaine", "mois", "trimestre", "semestre", "an", "saison", "décennie", "siècle")
)  # fmt: skip
_NAMES = "|".join(
    name.replace(" ", f"s?{_S}") for name in sorted(_UNITS, key=len, reverse=True) if name != "mois"
)
_AMOUNT = re.compile(
    rf"(?<![\w-])(?P<n>{FIGURE}|(?i:{WORDS}))(?:{_S}(?P<size>bonne|bon|petite|petit|grosse|gros|longue|long|courte|court|grande|grand)s?)?{_S}"
    rf"(?P<unit>mois|(?:{_NAMES})s?)(?!\w)(?P<square>{_S}(?:carrée?s?|cubes?)(?!\w))?"
    rf"(?P<more>{_S}et{_S}(?:demie?|quart)(?!\w)|{_S}(?P<cents>vingt|trente|quarante|cinquante|soixante(?:-dix)?|quatre-vingts?(?:-dix)?|[1-9]\d)(?={_S}?[.,;:)]|{_S}(?:de|sur|d['’]eau)(?!\w)|{_S}?$))?"
)
_HALF = re.compile(
    rf"(?<![\w-])(?:une?|la|le|cette|ce|(?P<n>deux|trois|quatre)){_S}(?:(?:bonne|petite|bon|petit){_S})?demi-?(?P<unit>heure|journée|siècle|saison|tonne|mètre|litre|kilomètre)(?!\w)"
)
_QUARTER = re.compile(
    rf"(?<![\w-])(?:(?P<n>une?|deux|trois)|le){_S}(?:(?:bon|petit){_S})?quarts?{_S}d['’]heure(?!\w)",
    re.IGNORECASE,
)
_OF_A_CENTURY = re.compile(
    rf"(?<![\w-])(?P<n>un|trois){_S}quarts?{_S}de{_S}siècle(?!\w)", re.IGNORECASE
)
_BEFORE_ONE = re.compile(
    r"(?:\b(?:pendant|durant|depuis|après|dans|en|mis|mettra|mettre|prend|prendra|pris|attendu|purger|purgera|purgé|pour|de|dure|durera|passé|passer|passera|passait|duré|durait|atteint|ramenée?|voilà|fait|a|sur|chaque|toutes les)[ \u00a0]|\bd['’])(?:plus[ \u00a0]d['’]|près[ \u00a0]d['’]|moins[ \u00a0]d['’])?$",
    re.IGNORECASE,
)
_AFTER_ONE = re.compile(
    rf"{_S}(?:après|avant|plus{_S}t[ôa]rd|plus{_S}tôt|de{_S}retard|de{_S}prison|ferme|durant|à{_S}peine|avec{_S}sursis|de{_S}plus|de{_S}trop)\b"
)
_LENGTHS = frozenset(
    word
    for name in _UNITS
    for word in (name.split()[0], f"{name.split()[0]}s", "demi", "demie", "quart", "quarts")
)
_ROUND_DAYS = {15: (14, 15), 8: (7, 8)}
"""« quinze jours » are two weeks, « huit jours » one."""

_PARTS = "|".join(SHARES)
_SHARE = re.compile(
    rf"(?<![\w-])(?:(?:aux|des|les){_S}(?P<most>deux|trois|quatre|neuf){_S}(?P<parts>{_PARTS})|(?:d['’]|de{_S}|par{_S})(?:près{_S}d['’]|plus{_S}d['’])?(?P<own>un{_S}(?P<one>tiers|quart|cinquième|dixième)|moitié)|\b(?:une|la){_S}(?:large|bonne|petite|grosse){_S}(?P<most_of>moitié))"
    rf"(?!\w|{_S}(?:d['’]heure|de{_S}finale|temps|arrière|centre|de{_S}tour|de{_S}siècle|de{_S}cercle)|-temps)",
    re.IGNORECASE,
)
_OUT_OF = re.compile(
    rf"(?<![\w-])(?P<n>{FIGURE}|(?i:une?|{WORDS}))(?:{_S}(?P<noun>[^\W\d_]{{3,}}(?:{_S}[^\W\d_]{{3,}})?))?{_S}sur{_S}(?P<of>{FIGURE}|{WORDS})(?!\w|,\d)(?!{_S}(?:ans|mois|jours|places?|mètres|kilomètres|heures))",
)
_MARKED = re.compile(
    r"\b(?:not[ée]|note|étoiles|score|barème|échelle|risque|danger|indice)", re.IGNORECASE
)
_MOST_OF = re.compile(
    rf"\b(?:la{_S}quasi[- ]totalité|la{_S}presque{_S}totalité)(?!\w)", re.IGNORECASE
)


def completed(
    text: str, span: Span, quantities: Sequence[Quantity], words: frozenset[str]
) -> tuple[list[Quantity], dict[int, tuple[float, float]]]:
    """The quantities of a sentence with those in words, in order.

    `words` are those of the sentence in small letters. A longer expression takes the place of the quantities inside it. The second result gives, by start,
    the interval of those that are ranges by themselves.
    """
    found: list[Quantity] = []
    ranges: dict[int, tuple[float, float]] = {}
    if not _LENGTHS.isdisjoint(words):
        for quantity in _lengths(text, span):
            if quantity.unit == "jour" and quantity.value in _ROUND_DAYS:
                ranges[quantity.start] = _ROUND_DAYS[int(quantity.value)]
            found.append(quantity)
    found += _shares(text, span, words)
    for match in _MOST_OF.finditer(text, span.start, span.end) if "totalité" in words else ():
        ranges[match.start()] = (90, 100)
        found.append(Quantity(match.start(), match.end(), 95, "%"))
    if not found:
        return list(quantities), ranges
    kept = [
        q for q in quantities
        if not any(each.start < q.end and q.start < each.end for each in found)
    ]  # fmt: skip
    return sorted([*kept, *found], key=lambda quantity: quantity.start), ranges


def _lengths(text: str, span: Span) -> Iterator[Quantity]:
    for match in _AMOUNT.finditer(text, span.start, span.end):
        quantity = _amount(text, match)
        if quantity is not None:
            yield quantity
    for match in _HALF.finditer(text, span.start, span.end):
        many = value_of(match["n"] or "") or 1
        yield Quantity(match.start(), match.end(), many / 2, _UNITS[match["unit"]])
    for match in _QUARTER.finditer(text, span.start, span.end):
        many = value_of((match["n"] or "un").lower()) or 1
        yield Quantity(match.start(), match.end(), 15 * many, "minute")
    for match in _OF_A_CENTURY.finditer(text, span.start, span.end):
        many = value_of((match["n"] or "un").lower()) or 1
        yield Quantity(match.start(), match.end(), 25 * many, "an")


def _amount(text: str, match: re.Match[str]) -> Quantity | None:
    """An amount that the quantities of a text leave out or read in part."""
    value = value_of(match["n"])
    name = re.sub(r"\s+", " ", match["unit"].lower())
    unit = _UNITS.get(name) or _UNITS.get(name.replace("s ", " ").removesuffix("s"))
    if value is None or unit is None:
        return None
    more = match["more"]
    if match["square"]:
        unit = f"{unit}{'²' if 'car' in match['square'] else '³'}"
    if not _counts(text, match, unit, name):
        return None
    if more and match["cents"]:
        if unit != "m":
            return None
        value += (value_of(match["cents"]) or 0) / 100
    elif more:
        value += 0.5 if "demi" in more else 0.25
    return Quantity(*match.span(), value, unit)


def _counts(text: str, match: re.Match[str], unit: str, name: str) -> bool:
    """Whether the words are an amount that quantities do not tell already."""
    more, size = match["more"], match["size"]
    one = match["n"].lower() in ("un", "une")
    if unit == "mille":
        return bool(more or "mar" in name or "naut" in name or _AT_SEA.match(text, match.end()))
    if one and unit in _SPANS and not more and not size:
        before = _BEFORE_ONE.search(text, max(0, match.start() - 24), match.start())
        return bool(before or _AFTER_ONE.match(text, match.end()))
    if unit in ("heure", "jour", "minute") and not more and not one and not size:
        if unit == "heure":
            return _hours_last(text, match)
        return name.startswith("journée") or (
            unit == "jour" and value_of(match["n"]) in _ROUND_DAYS
        )
    if unit == "saison":
        return bool(_LASTING.search(text, max(0, match.start() - 16), match.start()))
    return True


def _hours_last(text: str, match: re.Match[str]) -> bool:
    """Whether hours are what a verb takes: « ont attendu deux heures », not « il est deux heures »."""
    before = _TAKES_HOURS.search(text, max(0, match.start() - 40), match.start())
    return before is not None and not _OF_A_CLOCK.match(text, match.end())


_TAKES_HOURS = re.compile(
    rf"\b(?:dur(?:é|e|ent|ait|aient|era|eront|er)|atten(?:d|du|dent|dait|daient|dre)|patient(?:é|er|ent|ait)|(?:a|ont|avait|avaient|aura)(?:{_S}déjà)?{_S}(?:mis|pris|passé|fallu|tenu|perdu)"
    rf"|mett(?:re|ent|ait|ra)|pren(?:d|nent|ait|dre|dra)|rest(?:é|és|ée|ées|er|ent|ait|aient)|passer|tenir|march(?:é|er|ait)|faut|faudra|fallait)"
    rf"(?:{_S}(?:pendant|encore|près{_S}de|plus{_S}de|moins{_S}de|au{_S}moins|environ|quelque|presque|bien|déjà)){{0,2}}{_S}$",
    re.IGNORECASE,
)
_OF_A_CLOCK = re.compile(
    rf"{_S}(?:\d|du{_S}matin|de{_S}l['’]après-midi|du{_S}soir|locales?|GMT|précises|pile|tapantes|moins|et{_S}(?:demie|quart))",
    re.IGNORECASE,
)
_AT_SEA = re.compile(
    rf"{_S}(?:(?:de{_S}la{_S}|des{_S}|du{_S})?(?:côtes?|rivage|large|port|terre)|au{_S}(?:large|nord|sud)|à{_S}l['’](?:est|ouest))"
)
_LASTING = re.compile(
    r"(?:depuis|pendant|durant|fait|après|en|pour)[ \u00a0](?:les[ \u00a0])?$", re.IGNORECASE
)


def _shares(text: str, span: Span, words: frozenset[str]) -> Iterator[Quantity]:
    if not words.isdisjoint(SHARES):
        for match in _SHARE.finditer(text, span.start, span.end):
            part = SHARES[(match["parts"] or match["one"] or "moitié").lower()]
            times = value_of((match["most"] or "un").lower()) or 1
            # The little words before stay outside, so that a reader sees the share alone.
            start = match.start("own") if match["own"] else match.start()
            yield Quantity(start, match.end(), round(100 * part * times, 3), "%")
    if "sur" not in words:
        return
    for match in _OUT_OF.finditer(text, span.start, span.end):
        few = value_of(match["n"].lower().replace("une", "un"))
        many = value_of(match["of"])
        noun = (match["noun"] or "").lower()
        if few is None or many is None or not 0 < few < many or noun.startswith(("heure", "jour")):
            continue
        if many not in _ROUND_WHOLES or _MARKED.search(text, span.start, span.end):
            continue
        yield Quantity(*match.span(), round(100 * few / many, 1), "%")


_ROUND_WHOLES = frozenset((2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 100, 1000))
"""« sept sur dix » is a share; « 12 sur 47 » are two counts."""
