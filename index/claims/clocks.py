"""Times of the day in a sentence, as intervals of minutes: « vers 23 heures », « peu après 7h15 », « midi »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from index.french.numerals import words_value
from index.model.text import Span

_S = r"[ \u00a0\u202f]"
_HOUR_WORDS = (
    "une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize"
    "|dix-sept|dix-huit|dix-neuf|vingt|vingt(?:-|[ ]et[ ])une|vingt-deux|vingt-trois"
)
_CLOCK = re.compile(
    rf"""(?P<how>(?:vers|aux{_S}alentours{_S}de|autour{_S}de|environ|un{_S}peu{_S}(?:après|avant)|peu{_S}(?:après|avant)|juste{_S}(?:après|avant)|avant|après|dès|jusqu['’]à|à{_S}partir{_S}de|à|de|d['’]|depuis|pour|était|est)[ \u00a0]+(?:les[ ])?)?
    (?<![\w.,:/-])(?: (?P<noon>midi|minuit)
      | (?P<hour>[01]?\d|2[0-4]){_S}?(?:(?:heures?|h){_S}?(?P<minute>[0-5]\d)?(?!\w)|(?P<colon>:)(?P<after>[0-5]\d)(?![\d:]))
      | (?P<words>{_HOUR_WORDS}){_S}heures?(?!\w))
    (?P<part>{_S}et{_S}demie?|{_S}et{_S}quart|{_S}moins{_S}le{_S}quart)?
    (?P<half>{_S}du{_S}(?:matin|soir)|{_S}de{_S}l['’]après-midi)?""",
    re.VERBOSE | re.IGNORECASE,
)
_DIGITS = re.compile(r"\d[ \u00a0]?[hH:]")
_WORDS = ("heure", "midi", "minuit", "matin", "soir", "aube", "journée")
_LASTS = re.compile(
    rf"{_S}(?:d(?:e{_S}|['’])(?!l['’]après|la{_S}nuit|nuit|du{_S}matin)|par{_S}jour|plus{_S}tard|après|avant|sur{_S}|auparavant|durant)|\s*$"
)
_OF_THE_DAY = re.compile(
    rf"(?:en{_S}fin{_S}de{_S}matinée|à{_S}la{_S}mi-journée|en{_S}début{_S}d['’]après-midi|en{_S}fin{_S}d['’]après-midi|en{_S}milieu{_S}d['’]après-midi"
    rf"|en{_S}début{_S}de{_S}soirée|en{_S}fin{_S}de{_S}soirée|au{_S}petit{_S}matin|à{_S}l['’]aube|en{_S}milieu{_S}de{_S}matinée|en{_S}début{_S}de{_S}matinée)",
    re.IGNORECASE,
)
_PARTS = {
    "fin de matinée": (660, 719), "mi-journée": (720, 840), "début d'après-midi": (780, 900),
    "milieu d'après-midi": (870, 1000), "fin d'après-midi": (990, 1140), "début de soirée": (1080, 1230),
    "fin de soirée": (1290, 1440), "petit matin": (240, 480), "aube": (270, 480),
    "milieu de matinée": (570, 660), "début de matinée": (420, 570),
}  # fmt: skip
_BEFORE_DURATIONS = frozenset(("", "de", "d'", "pour", "est", "après", "avant", "environ"))
"""The words that may stand before a number of hours that last: « après trois heures »."""
_ROUND, _ROUNDER, _NEAR = 15, 20, 25
"""Minutes that « vers 7h15 » and « vers 7 heures » may be wrong by, and after which « peu après »
ends.
"""


class Clock(NamedTuple):
    span: Span
    low: float
    high: float
    value: str


def clocks(text: str, span: Span) -> Iterator[Clock]:
    """The times of the day in a sentence; a duration is none."""
    words = text[span.start : span.end].lower()
    named = any(word in words for word in _WORDS)
    if not named and not _DIGITS.search(words):
        return
    for match in _CLOCK.finditer(text, span.start, span.end):
        found = _read(text, match)
        if found is not None:
            yield found
    for match in _OF_THE_DAY.finditer(text, span.start, span.end) if named else ():
        words = match.group().replace("’", "'").replace("\u00a0", " ").lower()
        low, high = next(times for name, times in _PARTS.items() if name in words)
        yield Clock(Span(*match.span()), low, high, words)


def _read(text: str, match: re.Match[str]) -> Clock | None:
    how = re.sub(r"\s+", " ", (match["how"] or "").lower().replace("’", "'")).strip()
    if match["noon"]:
        minutes, exact = 720 if match["noon"].lower() == "midi" else 1440, True
    else:
        hour = _hour(match)
        if hour is None or not _is_a_time(text, match, how):
            return None
        told = match["minute"] or match["after"]
        exact = told is not None or match["part"] is not None
        minutes = int(hour) * 60 + int(told or 0)
    if match["part"]:
        minutes += 30 if "demi" in match["part"] else 15 if "et" in match["part"] else -15
    if match["half"] and "matin" not in match["half"] and minutes < 720:
        minutes += 720
    low, high = _bounds(minutes, how, exact=exact)
    return Clock(Span(*match.span()), low, high, f"{minutes // 60:02}:{minutes % 60:02}")


def _hour(match: re.Match[str]) -> float | None:
    """The hour in figures or words; None for a number that is no hour of the day."""
    if match["hour"]:
        hour: float | None = float(match["hour"])
    else:
        hour = words_value(match["words"].replace("une", "un"))
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
    sure = how.startswith(("à", "vers", "peu", "dès")) or half is not None
    follows = text[match.end() : match.end() + 1].strip()
    return sure or not (_LASTS.match(text, match.end()) and (follows or not told))


def _bounds(minutes: int, how: str, *, exact: bool) -> tuple[float, float]:
    """The interval of a time after « vers », « peu après », « avant »."""
    low = high = float(minutes)
    if how.startswith(("vers", "aux alentours", "autour", "environ")):
        wide = _ROUND if exact else _ROUNDER
        low, high = minutes - wide, minutes + wide
    elif "peu après" in how or "juste après" in how:
        high = minutes + _NEAR
    elif "peu avant" in how or "juste avant" in how:
        low = minutes - _NEAR
    elif how == "après":
        high = minutes + 120
    elif how == "avant":
        low = minutes - 120
    elif not exact and how == "à":
        low, high = minutes - 2, minutes + 2
    return low, high
