"""Figures with the things that they count: money, shares, measures, and counted nouns."""

from __future__ import annotations

# ruff: noqa: SIM905 -- word lists are easier to read and to mend as running text
import re
from typing import NamedTuple

from index.french.nounless import (
    DATED,
    with_models,
    with_nouns_before,
    with_ranges,
    with_rivals,
    with_shares,
)
from index.french.numerals import (
    COLLECTIVES,
    FIGURE,
    MULTIPLIERS,
    SMALL_WORDS,
    WORDS,
    collective_value,
    figure_value,
    words_value,
)
from index.french.plurals import singular
from index.model.article import Quantity
from index.text.folding import fold
from index.text.word_columns import columns

_S = r"[^\S\t-\r]"
_MULTIPLIER = "|".join(sorted(MULTIPLIERS, key=len, reverse=True))
_COUNT = rf"""
    (?<![\w-]) (?<!\d[.,:/]) (?<![nN]°) (?<![nN]°[^\S\t-\r])
    (?: (?P<lead_currency>[€$£¥]){_S}? )?
    (?: (?P<minus>-)?(?P<figure>{FIGURE})
      | (?P<vague>(?i:des|plusieurs|quelques){_S}+(?P<several>{COLLECTIVES}|million|milliard)s(?!\w))
      | (?:(?i:une?|quelques){_S}+)?(?P<collective>{COLLECTIVES})(?!\w)
      | (?i:un{_S}+demi-(?P<demi>million|milliard))(?!\w)
      | (?P<words>(?i:{WORDS})) )
    (?: {_S}?(?:de{_S}+)?(?P<multiplier>(?i:{_MULTIPLIER}))(?!\w) (?P<half>{_S}et{_S}demie?)? )?
"""
_SIGNS = (
    r"%|€|\$|£|¥|°C|°|m²|m³|m2|m3|km²|km2|km/h|km|kg|kWh|MWh|GWh|TWh|kW|MW|GW|TW|ha|cm|mm|hl|MM?DH"
    r"|[kM]€|[kM]\$|Mds?[^\S\t-\r]?€|Mds?[^\S\t-\r]?\$"
)
_QUANTITY = re.compile(
    _COUNT
    + rf"""
    (?: (?P<glued>{_S}?(?:{_SIGNS})(?![\w]))
      | (?: {_S}+ (?:de{_S}+|d['’])? (?P<noun>[^\W\d_]+(?:-[^\W\d_]+)*)
            (?: {_S}+ (?P<second>[^\W\d_]+(?:[-'’][^\W\d_]+)*) )? )
    )?
    """,
    re.VERBOSE,
)

_CURRENCIES = "€$£¥"
_BEGINNINGS = frozenset(
    fold(word + glued)
    for word in SMALL_WORDS
    for glued in ("", *MULTIPLIERS, *_SIGNS.replace("\\", "").split("|"))
) | {"quelques", "plusieurs", *COLLECTIVES.split("|")}
"""The folded words with which `_QUANTITY` can begin, if it begins with no figure: it is tried at
these places only.
"""

_SEVERAL = frozenset(fold(word) + "s" for word in (*COLLECTIVES.split("|"), "million", "milliard"))
"""Words that are a number after « des »."""

_SYMBOLS = {
    "€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY", "°": "°C", "DH": "MAD", "m2": "m²",
    "m3": "m³", "km2": "km²",
}  # fmt: skip
_SCALED = re.compile(r"(?P<scale>k|MM|Mds?|M)[^\S\t-\r]?(?P<symbol>€|\$|DH)")
"""« M€ », « k€ », « MDH »: thousands, millions and milliards of a currency."""
_SCALES = {"k": 1e3, "M": 1e6, "MM": 1e9, "Md": 1e9, "Mds": 1e9}
_MONEY = {
    "euro": "EUR", "dollar": "USD", "dirham": "MAD", "livre": "GBP", "yen": "JPY",
    "rouble": "RUB", "yuan": "CNY", "shekel": "ILS", "roupie": "INR", "franc": "CHF",
    "dinar": "dinar", "peso": "peso", "couronne": "couronne", "real": "BRL", "won": "KRW",
    "fcfa": "XOF", "dh": "MAD", "rand": "ZAR", "naira": "NGN", "hryvnia": "UAH", "bitcoin": "XBT",
}  # fmt: skip
_MONEY_OF = {
    ("dollar", "canadien"): "CAD", ("dollar", "australien"): "AUD", ("dollar", "us"): "USD",
    ("dollar", "néo-zélandais"): "NZD", ("dirham", "émirati"): "AED", ("livre", "turque"): "TRY",
    ("livre", "égyptienne"): "EGP", ("livre", "libanaise"): "LBP", ("livre", "syrienne"): "SYP",
    ("franc", "cfa"): "XOF", ("dinar", "algérien"): "DZD", ("dinar", "tunisien"): "TND",
    ("dinar", "libyen"): "LYD", ("dinar", "irakien"): "IQD", ("dinar", "jordanien"): "JOD",
    ("dinar", "koweïtien"): "KWD", ("peso", "argentin"): "ARS", ("peso", "mexicain"): "MXN",
    ("couronne", "suédoise"): "SEK", ("couronne", "norvégienne"): "NOK",
    ("couronne", "danoise"): "DKK", ("couronne", "tchèque"): "CZK",
}  # fmt: skip
_MEASURES = {
    "kilomètre": "km", "km": "km", "mètre": "m", "centimètre": "cm", "millimètre": "mm",
    "kilogramme": "kg", "kilo": "kg", "tonne": "t", "gramme": "g", "litre": "l",
    "hectare": "ha", "hectolitre": "hl", "degré": "°C", "mégawatt": "MW", "gigawatt": "GW",
    "kilowatt": "kW", "watt": "W", "mégawattheure": "MWh", "gigawattheure": "GWh",
    "térawattheure": "TWh", "pourcent": "%", "année": "an",
}  # fmt: skip
_MEASURES_OF = {
    ("mètre", "carré"): "m²", ("mètre", "cube"): "m³", ("kilomètre", "carré"): "km²",
    ("kilomètre", "cube"): "km³", ("centimètre", "cube"): "cm³",
    ("centimètre", "carré"): "cm²",
}  # fmt: skip
_PER_HOUR = re.compile(rf"{_S}(?:à{_S}l['’]|par{_S})heure(?!\w)")
_SHARE_OF = re.compile(rf"{_S}*(?:$|[^\w\s]|d(?:e|es|u)(?!\w)|d['’])")
"""The words after « 30 pc » that show that it means « pour cent »; « 12 pc portables » are
computers.
"""
_ADJECTIVES_BEFORE = frozenset(
    "nouveau nouveaux nouvelle nouvelles autre autres premier premiers première premières dernier"
    " derniers dernière dernières grand grands grande grandes petit petits petite petites jeune"
    " jeunes principal principaux principale principales ancien anciens ancienne anciennes seul"
    " seuls seule seules bon bons bonne bonnes gros grosse grosses haut hauts haute hautes long"
    " longs longue longues prochain prochains prochaine prochaines vrai vrais vieux vieille"
    " vieilles simple simples faux fausses mauvais mauvaises meilleurs meilleures différents"
    " différentes éventuels éventuelles".split()
)
_NO_NOUN = frozenset(
    "le la les l un une des du de d ce cet cette ces et ou à au aux en dans sur sous pour par avec"
    " sans contre chez vers entre que qui quoi dont où mais car ni si il elle ils elles on nous"
    " vous je se s ne n pas plus moins très est sont a ont était étaient avait avaient sera seront"
    " fois dont selon après avant depuis lors pendant comme soit tous toutes tout toute même plusieurs"
    " mêmes parmi environ seulement chacun chacune ci là y h janvier février fevrier mars avril mai"
    " juin juillet août aout septembre octobre novembre décembre decembre janv févr fév avr juil"
    " sept oct nov déc ième er ère ème e nd rue avenue boulevard son sa ses leur"
    " leurs notre votre mon ma".split()
)
_COUNTED_ALONE = frozenset("mort morte blessé blessée victime disparu disparue tué tuée".split())


_COUNTED = {
    fold(word)
    for names in (_MONEY, _MEASURES, MULTIPLIERS, _COUNTED_ALONE, _SYMBOLS.values())
    for word in names
} | {fold(sign) for sign in _SIGNS.split("|")}
"""The folded nouns, in the singular, that « un » or « une » counts."""


class _Unit(NamedTuple):
    name: str
    end: int
    may_be_many: bool = True
    """False for a noun in the singular: « deux ferme » counts no farms, but years in prison."""


def quantities(text: str) -> tuple[Quantity, ...]:
    """The figures of a text that count something, in order.

    Dates, hours, ordinals, bare years and the figures of a name (« F-16 ») are none of them. An
    « un » counts only with a unit of money or measure, or with victims.
    """
    figures, starts = _beginnings(text)
    found: list[Quantity] = []
    reached = 0
    for start in starts:
        match = _QUANTITY.match(text, start) if start >= reached else None
        if match is None:
            continue
        quantity = _quantity(text, match)
        if quantity is not None:
            found.append(quantity)
            reached = match.end()
        else:
            # In « l'un des quatre enfants » the first word counts nothing and hides only itself.
            parts = ("figure", "vague", "collective", "demi", "words")
            reached = max(match.end(name) for name in parts)
    found = with_models(text, with_shares(text, found))
    found = with_rivals(text, with_ranges(text, figures, found))
    return tuple(with_nouns_before(text, found))


def _beginnings(text: str) -> tuple[list[int], list[int]]:
    """The places of figures, and the places where any quantity may begin."""
    read = columns(text)
    words, places = read.run_folded, read.run_starts
    figures = [places[at] for at in read.figures]
    starts = [start - 1 for start in figures if _MINUS.match(text, start - 2 if start > 1 else 0)]
    for at in [at for at, word in enumerate(words) if word in _BEGINNINGS]:
        if not _is_article(text, places[at], words[at : at + 3]):
            starts.append(places[at])
    if not _SEVERAL.isdisjoint(words):
        several = (at for at, word in enumerate(words[1:]) if word in _SEVERAL)
        starts += [places[at] for at in several if words[at] == "des"]
    for currency in _CURRENCIES:
        at = text.find(currency)
        while at >= 0:
            starts.append(at)
            at = text.find(currency, at + 1)
    return figures, sorted([*figures, *starts])


def _quantity(text: str, match: re.Match[str]) -> Quantity | None:
    if match["lead_currency"]:
        value = _value(match)
        end = max(match.end(name) for name in ("figure", "collective", "words", "multiplier"))
        symbol = _SYMBOLS[match["lead_currency"]]
        return None if value is None else Quantity(match.start(), end, float(value), symbol)
    # The cheapest test comes first: most matches are an article, « un » or « une ».
    unit = _unit(text, match)
    if unit is None:
        return None
    written = match["words"]
    if written and written.lower() in ("un", "une") and not match["multiplier"]:
        known = unit.name in _COUNTED_ALONE or unit.name.isupper()
        if not known:
            return None
    value = _value(match)
    if value is None:
        return None
    if _is_year(text, match):
        return None
    if unit.name == "heure" and not _lasts(text, match, value):
        return None
    if unit.name == "quart" and (hour := _OF_AN_HOUR.match(text, unit.end)):
        return Quantity(match.start(), hour.end(), 15.0 * value, "minute")
    if value >= 2 and not unit.may_be_many:
        return None
    if _after_a_name(text, match) and not unit.name.isupper() and unit.name != "%":
        return None
    return Quantity(match.start(), unit.end, float(value), unit.name)


_OF_AN_HOUR = re.compile(rf"{_S}d['’]heure(?!\w)")
_DURING = re.compile(
    r"\b(?:pendant|durant|en|(?:plus|moins|près) de|dans les|toutes les)[^\S\t-\r](?:les[^\S\t-\r])?$",
    re.IGNORECASE,
)
_HOURS_OF = re.compile(rf"{_S}d(?:e{_S}|['’])(?!l['’]après|la{_S}nuit|nuit)[^\W\d_]{{3,}}")


def _lasts(text: str, match: re.Match[str], hours: float) -> bool:
    """Whether hours are a duration, not a time of the day: « 48 heures », « pendant trois heures »,
    « six heures de débats ».
    """
    if text[match.end("noun") :].startswith((" sur ", "\u00a0sur ")):
        return False
    return (
        hours > 24
        or _DURING.search(text, max(0, match.start() - 14), match.start()) is not None
        or _HOURS_OF.match(text, match.end("noun")) is not None
    )


_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_WORD_BEFORE = re.compile(r"([^\W\d_][\w'’-]*)[^\S\t-\r]$")


def _is_year(text: str, match: re.Match[str]) -> bool:
    """Whether four figures are a year, by the words beside them: « en 2022 plusieurs élus », « mai
    2021 marque ».
    """
    figure = match["figure"]
    if not figure or not _YEAR.fullmatch(figure):
        return False
    if match["multiplier"] or match["glued"]:
        return False
    return DATED.search(text, max(0, match.start() - 14), match.start()) is not None


def _value(match: re.Match[str]) -> float | None:
    if match["figure"]:
        value: float | None = figure_value(match["figure"])
    elif match["several"]:
        # « des centaines » means at least two hundred.
        several = match["several"]
        value = 2 * (collective_value(several) or MULTIPLIERS.get(several, 1))
    elif match["collective"]:
        value = collective_value(match["collective"])
    elif match["demi"]:
        value = MULTIPLIERS[match["demi"].lower()] / 2
    else:
        value = words_value(match["words"])
    if value is None:
        return None
    if match["multiplier"]:
        scale = MULTIPLIERS[match["multiplier"].lower()]
        value = value * scale + (scale / 2 if match["half"] else 0)
    if match["glued"] and (scaled := _SCALED.fullmatch(match["glued"].strip(" \u00a0\u202f"))):
        value *= _SCALES[scaled["scale"]]
    return -value if match["minus"] else value


def _unit(text: str, match: re.Match[str]) -> _Unit | None:
    if match["glued"]:
        symbol = match["glued"].strip(" \u00a0\u202f")
        scaled = _SCALED.fullmatch(symbol)
        if scaled:
            return _Unit(_SYMBOLS[scaled["symbol"]], match.end("glued"))
        if symbol == "km" and (hourly := _PER_HOUR.match(text, match.end("glued"))):
            return _Unit("km/h", hourly.end())
        return _Unit(_SYMBOLS.get(symbol, symbol), match.end("glued"))
    noun = match["noun"]
    if not noun:
        return None
    name, end = noun.lower(), match.end("noun")
    second = (match["second"] or "").lower()
    if name in _ADJECTIVES_BEFORE and second:
        name, end, second = second, match.end("second"), ""
    if name in ("pour", "p") and second in ("cent", "cents", "c"):
        return _Unit("%", match.end("second"))
    if noun == "pc" and match["figure"] and _SHARE_OF.match(text, end):
        return _Unit("%", end)
    if name in ("point", "points") and second == "de":
        return _Unit("point", end)
    if name in _NO_NOUN or (noun[0].isupper() and not match["multiplier"] and name not in _MONEY):
        return None
    one = singular(name)
    if one in _MONEY:
        kind = singular(second)
        if (one, kind) in _MONEY_OF:
            return _Unit(_MONEY_OF[one, kind], match.end("second"))
        return _Unit(_MONEY[one], end)
    if one in _MEASURES:
        kind = singular(second)
        if (one, kind) in _MEASURES_OF:
            return _Unit(_MEASURES_OF[one, kind], match.end("second"))
        if _MEASURES[one] == "km" and (hourly := _PER_HOUR.match(text, end)):
            return _Unit("km/h", hourly.end())
        return _Unit(_MEASURES[one], end)
    return _Unit(one, end, may_be_many=name[-1] in "sxz")


def _after_a_name(text: str, match: re.Match[str]) -> bool:
    """Whether the figure belongs to a name before it (« Boeing 737 », « Vatican 2 »)."""
    if not match["figure"]:
        return False
    before = text[max(0, match.start() - 24) : match.start()]
    word = _WORD_BEFORE.search(before)
    if word is None or not word[1][0].isupper():
        return False
    # A capital at the beginning of a sentence or of a paragraph says nothing.
    ahead = before[: word.start()].rstrip(' \u00a0\u202f«"“')
    if ahead.endswith("\n"):
        return False
    at_head = ahead.rstrip()
    return bool(at_head) and at_head[-1] not in ".!?…:"


_MINUS = re.compile(r"(?:^|(?<![\w-])[^\w-])-")


def _is_article(text: str, start: int, words: list[str]) -> bool:
    """Whether « un » or « une » is an article, since neither of the two words after it can be
    counted.
    """
    if words[0] not in ("un", "une"):
        return False
    end = start + len(words[0])
    if not text[end : end + 2].strip(" \u00a0\u202f").isalpha():
        return False
    for word in words[1:]:
        if (
            word in _BEGINNINGS
            or word[0] <= "9"
            or not _COUNTED.isdisjoint((word, word.rstrip("s")))
        ):
            return False
    return True
