"""Times of the day in a sentence, as intervals of minutes: « vers 23 heures », « cinq heures moins vingt »,
« midi sonnait ».
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from index.claims.parts_of_day import parts_of_day
from index.french.numerals import words_value
from index.model.text import Span

_S = r"[^\S\t-\r]"
_HOUR_WORDS = (
    "une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize"
    "|dix-sept|dix-huit|dix-neuf|vingt|vingt(?:-|[ ]et[ ])une|vingt-deux|vingt-trois"
)
_MINUTE_WORDS = "cinq|dix|quinze|vingt-cinq|vingt|trente-cinq|trente|quarante-cinq|quarante|cinquante-cinq|cinquante"
_HOW = rf"""vers|aux{_S}(?:alentours|environs){_S}de|autour{_S}de|environ|un{_S}peu{_S}(?:après|avant)|peu{_S}(?:après|avant)|juste{_S}(?:après|avant)
    |sur{_S}les?{_S}coups?{_S}de|avant|après|dès|jusqu['’]à|à{_S}partir{_S}de|à|de|d['’]|depuis|pour
    |(?:il{_S})?(?:devait|pouvait|doit|devrait){_S}(?:bien{_S})?être|(?:il{_S})?n['’](?:était|est){_S}pas(?:{_S}encore)?
    |(?:il{_S})?était{_S}(?:à{_S}peine|presque|bientôt|passé|(?:pas{_S}loin|près){_S}de|(?:un{_S}peu{_S})?(?:plus|moins){_S}de)|(?:(?:devait|pouvait){_S}être{_S})?dans{_S}les|presque|passé|était|est"""
_CLOCK = re.compile(
    rf"""(?P<how>(?:{_HOW})[ \u00a0]*(?:les[ ])?(?<![\w]))?
    (?<![\w.,:/-])(?: (?P<noon>midi|minuit)
      | (?P<hour>[01]?\d|2[0-4]){_S}?(?:(?:heures?|h){_S}?(?P<minute>[0-5]\d)?(?!\w)|(?P<colon>:)(?P<after>[0-5]\d)(?![\d:]))
      | (?P<words>{_HOUR_WORDS}){_S}heures?(?!\w))
    (?P<part>{_S}et{_S}demie?|{_S}et{_S}quart|{_S}moins{_S}(?:le{_S}quart|(?P<less>{_MINUTE_WORDS})(?!\w))
      |{_S}(?P<more>{_MINUTE_WORDS})(?={_S}?[,.;:)!?»]|{_S}(?:du|de{_S}l['’]|quand|lorsque|et|à|au|sur|dans){_S}?|{_S}?$))?
    (?P<half>{_S}du{_S}(?:matin|soir)|{_S}de{_S}l['’]après-midi)?
    (?P<past>{_S}passée?s?(?!\w))?
    (?P<rings>{_S}(?:(?:n['’]|ne{_S})?(?:avait|avaient|venait{_S}de|venaient{_S}de|ont|a){_S}(?:pas{_S}(?:encore{_S})?)?)?sonn[^\W\d_]+)?""",
    re.VERBOSE | re.IGNORECASE,
)
_ONE = rf"(?:midi|minuit|(?:[01]?\d|2[0-4]){_S}?(?:heures?|h|:){_S}?(?:[0-5]\d)?|(?:{_HOUR_WORDS}){_S}heures?(?:{_S}et{_S}demie)?)"
_RANGE = re.compile(
    rf"(?<!\w)(?:entre|de){_S}(?P<low>{_ONE}){_S}(?:et|à){_S}(?P<high>{_ONE})(?!\w)", re.IGNORECASE
)
_ALL_DAY = re.compile(
    rf"(?:24{_S}?h(?:eures?)?{_S}?(?:sur|/){_S}?24|vingt-quatre{_S}heures{_S}sur{_S}vingt-quatre|jour{_S}et{_S}nuit)(?!\w)",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d[ \u00a0]?[hH:]")
_WORDS = ("heure", "midi", "minuit", "jour et nuit", "24h/24")
_LASTS = re.compile(
    rf"{_S}(?:d(?:e{_S}|['’])(?!l['’]après|la{_S}nuit|nuit|du{_S}matin)|par{_S}jour|plus{_S}tard|après|avant|sur{_S}|auparavant|durant)|\s*$"
)
_BEFORE_DURATIONS = frozenset(
    ("", "de", "d'", "pour", "est", "après", "avant", "environ", "depuis")
)
"""The words that may stand before a number of hours that last: « après trois heures »."""
_ROUND, _ROUNDER, _NEAR = 15, 20, 25
"""Minutes that « vers 7h15 » and « vers 7 heures » may be wrong by, and after which « peu après »
ends.
"""
_STRUCK = 5
"""Minutes around « midi sonnait »."""


class Clock(NamedTuple):
    span: Span
    low: float
    high: float
    value: str
    sure: bool = False
    """Whether the words before it tell that it is no duration: « il était plus de 16 heures »."""


def clocks(text: str, span: Span) -> Iterator[Clock]:
    """The times of the day in a sentence; a duration is none."""
    words = text[span.start : span.end].lower()
    taken: list[Span] = []
    if any(word in words for word in _WORDS) or _DIGITS.search(words):
        for found in (*_ranges(text, span), *_all_day(text, span)):
            taken.append(found.span)
            yield found
        for match in _CLOCK.finditer(text, span.start, span.end):
            here = Span(*match.span())
            read = None if any(here.overlaps(each) for each in taken) else _read(text, match)
            if read is not None:
                taken.append(read.span)
                yield read
    for place, low, high, name in parts_of_day(text, span):
        if not any(place.overlaps(each) for each in taken):
            yield Clock(place, low, high, name)


def _ranges(text: str, span: Span) -> Iterator[Clock]:
    """« entre 8 heures et 9 heures », « de neuf heures à dix-sept heures »."""
    for match in _RANGE.finditer(text, span.start, span.end):
        ends = []
        for name in ("low", "high"):
            one = _CLOCK.match(match[name])
            minutes = None if one is None else _minutes(one)
            if minutes is not None:
                ends.append(minutes)
        if len(ends) == 2 and ends[0] != ends[1]:
            low, high = ends if ends[0] < ends[1] else (ends[0], ends[1] + _DAY)
            told = f"{low // 60:02}:{low % 60:02}–{high // 60 % 24:02}:{high % 60:02}"
            yield Clock(Span(*match.span()), low, high, told)


def _all_day(text: str, span: Span) -> Iterator[Clock]:
    for match in _ALL_DAY.finditer(text, span.start, span.end):
        yield Clock(Span(*match.span()), 0, _DAY, "00:00–24:00")


_DAY = 24 * 60
_TOLD_BY = (
    "dev", "pouv", "n'", "était plus", "était moins", "était un peu", "était à peine", "était près",
    "était pas", "était bientôt", "dans les",
)  # fmt: skip


def _minutes(match: re.Match[str]) -> int | None:
    """The minute of the day that a match names, without the words around it."""
    if match["noon"]:
        minutes = 720 if match["noon"].lower() == "midi" else _DAY
    else:
        hour = _hour(match)
        if hour is None:
            return None
        minutes = int(hour) * 60 + int(match["minute"] or match["after"] or 0)
    if match["part"]:
        less, more = match["less"], match["more"]
        if less or more:
            step = int(words_value((less or more).lower()) or 0)
            minutes += -step if less else step
        else:
            minutes += 30 if "demi" in match["part"] else 15 if "et" in match["part"] else -15
    if match["half"] and "matin" not in match["half"] and minutes < 720:
        minutes += 720
    return minutes


def _read(text: str, match: re.Match[str]) -> Clock | None:
    how = re.sub(r"\s+", " ", (match["how"] or "").lower().replace("’", "'")).strip()
    how = how if how.endswith("dans les") else how.removesuffix(" les").removeprefix("il ")
    sure = match["noon"] is not None or match["rings"] is not None or _told_minutes(match)
    if not sure and not _is_a_time(text, match, how):
        return None
    minutes = _minutes(match)
    if minutes is None:
        return None
    exact = match["noon"] is not None or _told_minutes(match) or match["part"] is not None
    exact = exact or bool(match["minute"] or match["after"])
    low, high = _bounds(minutes, how, exact=exact)
    if match["past"]:
        high = minutes + 120
    if match["rings"]:
        low, high = minutes - _STRUCK, minutes + _STRUCK
        if "venai" in match["rings"] or "avai" in match["rings"]:
            low, high = minutes, minutes + 2 * _STRUCK
    told = f"{minutes // 60:02}:{minutes % 60:02}"
    return Clock(Span(*match.span()), low, high, told, how.startswith(_TOLD_BY))


def _told_minutes(match: re.Match[str]) -> bool:
    """Whether minutes stand in words, which no duration has: « cinq heures moins vingt »."""
    return bool(match["less"] or match["more"] or (match["part"] and "moins" in match["part"]))


def _hour(match: re.Match[str]) -> float | None:
    """The hour in figures or words; None for a number that is no hour of the day."""
    if match["hour"]:
        hour: float | None = float(match["hour"])
    else:
        hour = words_value(match["words"].lower().replace("une", "un"))
    return hour if hour is not None and hour <= 24 else None


def _is_a_time(text: str, match: re.Match[str], how: str) -> bool:
    """Whether an hour is a time of the day: « cinq heures de débat », « trois heures plus tard »
    are none.
    """
    told = match["minute"] or match["after"]
    half = match["half"]
    spelt = match["words"] or (match["hour"] and not told and "heure" in match.group())
    if spelt and not half and how in _BEFORE_DURATIONS:
        return False
    if told is None and not how and not half:
        return False
    sure = how.startswith(
        ("à", "vers", "peu", "dès", "sur", "dev", "pouv", "n'", "était", "passé", "dans")
    )
    follows = text[match.end() : match.end() + 1].strip()
    return (
        sure or half is not None or not (_LASTS.match(text, match.end()) and (follows or not told))
    )


def _bounds(minutes: int, how: str, *, exact: bool) -> tuple[float, float]:
    """The interval of a time after « vers », « peu après », « avant »."""
    low = high = float(minutes)
    if how.startswith(
        ("vers", "aux ", "autour", "environ", "sur le", "dev", "doit", "pouv", "dans les")
    ):
        wide = _ROUND if exact else _ROUNDER
        low, high = minutes - wide, minutes + wide
    elif how.startswith("n'") or how.endswith("presque"):
        low, high = minutes - 120, minutes - 1
    elif how.endswith(("moins de", "près de", "loin de", "bientôt")):
        low = minutes - _NEAR
    elif "à peine" in how:
        low, high = minutes - 2, minutes + _ROUND
    elif "plus de" in how:
        high = minutes + _NEAR
    elif "passé" in how:
        high = minutes + 120
    elif "peu après" in how or "juste après" in how:
        high = minutes + _NEAR
    elif "peu avant" in how or "juste avant" in how:
        low = minutes - _NEAR
    elif how in ("à partir de", "dès", "après"):
        high = minutes + 120
    elif how == "avant":
        low = minutes - 120
    elif not exact and how == "à":
        low, high = minutes - 2, minutes + 2
    return low, high
