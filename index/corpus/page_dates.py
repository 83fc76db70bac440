"""Dates that a page states about itself, with time and zone: « 20 septembre 2022 - 07h20 », ISO,
RFC 822.

Dates that an article speaks of are read in `index.french`.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from index.model.article import Basis, DateValue

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_UNDATED = DateValue()
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "janvier janv jan january januar januari enero gennaio janeiro",
            "fevrier fevr fev february feb februar februari febrero febbraio fevereiro",
            "mars mar march marz maart marzo marco mrz",
            "avril avr april apr aprile abril",
            "mai may mei mayo maggio maio",
            "juin jun june juni junio giugno junho",
            "juillet juil jul july juli julio luglio julho",
            "aout aou august aug augustus agosto",
            "septembre sept sep september septiembre settembre setembro",
            "octobre oct october oktober octubre ottobre outubro okt",
            "novembre nov november noviembre novembro",
            "decembre dec december dezember diciembre dicembre dezembro dez",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_WEEKDAY = (
    r"(?:(?:lun|mar|mercre|jeu|vendre|same)(?:di)?|dimanche|dim|mer|ven|sam"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun)\.?,?\s+(?:le\s+)?"
)
_ZONE = r"(?:\s*(?P<zone>z\b|[+-]\d\d:?\d\d|(?:utc|gmt)(?:\s?[+-]\d{1,2}(?::?\d\d)?)?(?!\w)|cest\b|cet\b|hn[aecrp]\b|ha[aecrp]\b|hec\b))?"
_TIME = rf"""
    (?:\s*(?:t|,|-|–|—|\||•|·|/|a|at|vers|:|\()?\s*
       (?P<hour>[01]?\d|2[0-3])(?:\s?[:h]\s?(?P<minute>[0-5]\d)(?:\s?min\b)?|\s?h(?!\w))
       (?:[:](?P<second>[0-5]\d)(?:[.,]\d+)?)?(?!\d)(?:\s?(?P<half>am|pm)\b)?{_ZONE}\)?)?
"""
_DATE = re.compile(
    rf"""
    (?<![\w/.-])(?:{_WEEKDAY})?
    (?: (?P<y1>(?:19|20)\d\d)[-/.](?P<m1>0[1-9]|1[0-2])[-/.](?P<d1>0[1-9]|[12]\d|3[01])(?!\d)
      | (?P<d2>0?[1-9]|[12]\d|3[01])[-/.](?P<m2>0?[1-9]|[12]\d|3[01])[-/.](?P<y2>(?:19|20)\d\d)(?!\d)
      | (?P<d3>0?[1-9]|[12]\d|3[01])(?:er|st|nd|rd|th|\.)?[\s-]+(?:de\s+)?(?P<m3>{_MONTH})\b\.?,?[\s-]+(?:de\s+)?(?P<y3>(?:19|20)\d\d)(?!\d)
      | (?P<m4>{_MONTH})\b\.?\s+(?P<d4>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?,?\s+(?P<y4>(?:19|20)\d\d)(?!\d)
      | (?P<d5>0[1-9]|[12]\d|3[01])(?P<s5>[/.]|(?<=\ble\s\d\d)-)(?P<m5>0[1-9]|1[0-2])(?P=s5)(?P<y5>\d\d)(?![\d/])
      | (?P<d6>0?[1-9]|[12]\d|3[01])[\s-](?P<m6>{_MONTH})\b\.?[\s-](?P<y6>\d\d)(?=\s(?:a|at|-)\s\d|\s*$)
    ){_TIME}
    """,
    re.VERBOSE,
)
_CLOCK = re.compile(
    r"(?<!\d)(?P<hour>[01]?\d|2[0-3])\s?(?:h\s?(?P<minute>[0-5]\d)?(?:\s?min\b)?(?!\w)|:(?P<m2>[0-5]\d)(?!\d))"
)
_ZONE_END = re.compile(r"(?<=:\d\d)[+-]\d\d:\d\d$")
_LONG_YEAR = re.compile(r"[12][09](?<=19|20)(?<!\d\d\d)\d\d(?!\d)")
_SHORT_YEAR = re.compile(
    r"\d\d(?<!\d\d\d)[/.-]\d\d[/.-]\d\d(?![\d/])|\d[\s-][^\W\d]{3,9}\.?[\s-]\d\d(?=\s(?:à|a|at|-)\s\d|\s*$)"
)
"""Dates whose year has two figures. Most lines have none, and a pattern that begins with a figure is
searched six times as fast as one that begins with a look-behind.
"""
_AROUND = 120
"""Characters between the beginning of a date and its year, and between that and its end, at the most."""
_COMPACT = re.compile(
    r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:t\d{6}(?:z|[+-]\d{4})?|\d{6}(?:\d{3})?)?"
)
_MONTH_ONLY = re.compile(
    rf"(?:(?P<name>{_MONTH})\.?\s+(?P<y>(?:19|20)\d\d)|(?P<y2>(?:19|20)\d\d)-(?P<m2>0[1-9]|1[0-2]))"
)
_NAMED_AFTER = re.compile(
    r"(?:Lundi|Mardi|Mercredi|Jeudi|Vendredi|Samedi|Dimanche|LUNDI|MARDI|MERCREDI|JEUDI|VENDREDI|SAMEDI|DIMANCHE)(?=,)"
)
_OF = re.compile(r"(?<!\w)(?:du|DU|de|d[’'])\s?$")
_SPACED = re.compile(r"(?P<day>(?:19|20)\d\d \d\d \d\d)t(?P<time>[\d:]{5,8})")
"""A date as europarser writes it: « 2023 01 17T00:00:00 »; midnight there means that the time is
unknown.
"""
_OF_CLOCKS = re.compile(
    r"[a-z]{3} (?P<month>[a-z]{3}) {1,2}(?P<day>\d{1,2}) (?P<time>\d\d:\d\d:\d\d) (?P<zone>[+-]\d{4}|[a-z]{3,4}) (?P<year>\d{4})"
)
"""« Tue Jan 17 08:15:00 +0000 2023 », as C's clocks and X write it."""
_OLD_CENTURY = re.compile(r"(?<!\d)1[678](?=\d\d(?!\d))")
_YEAR_ONLY = re.compile(r"(?:19|20)\d\d")
_EPOCH = re.compile(r"\d{10}(?:\d{3}(?:\d{3})?)?(?:\.\d+)?")
"""Seconds since 1970, or thousandths or millionths of them."""
_LAST_CENTURY = 40
"""The lowest year of two figures that belongs to the last century."""
_SPACES = str.maketrans(dict.fromkeys("\u00a0\u202f\u2009\t", " "))
_PLAIN = _SPACES | str.maketrans("àâäáãçéèêëíìîïñóòôöõúùûüýÿ", "aaaaaceeeeiiiinooooouuuuyy")
_HOUR_ZONES = {"cet": 1, "cest": 2, "hec": 1} | {
    f"h{season}{zone}": hours + (season == "a")
    for zone, hours in {"a": -4, "e": -5, "c": -6, "r": -7, "p": -8}.items()
    for season in "na"
}
"""Hours ahead of UTC; « HNE » is the normal hour of eastern Canada, « HAE » the advanced one."""
_IN_NAME = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<s>[-_/.]?)(?P<m>0[1-9]|1[0-2])(?P=s)(?P<d>0[1-9]|[12]\d|3[01])(?!\d)"
)
_MONTH_IN_NAME = re.compile(r"/(?P<y>(?:19|20)\d\d)/(?P<m>0[1-9]|1[0-2])/")


class DateFound(NamedTuple):
    """A date in a line, at `[start, end)` of that line."""

    start: int
    end: int
    date: DateValue


def find_dates(line: str) -> list[DateFound]:
    """The full dates (day, month and year) of a line, with the time if one follows."""
    return list(_found_dates(line))


@lru_cache(maxsize=1 << 8)
def _found_dates(line: str) -> tuple[DateFound, ...]:
    """The same; remembered, since a line is asked about by each rule that may concern it."""
    years = [match.start() for match in _LONG_YEAR.finditer(line)]
    years += [match.start() for match in _SHORT_YEAR.finditer(line)]
    if not years:
        return ()
    folded = folded_in_place(line)
    found = []
    for match in _matches(folded, sorted(years)):
        date = _from_match(match)
        if date is not None:
            found.append(DateFound(start_of(line, match), match.end(), date))
    return tuple(found)


def _matches(folded: str, years: Sequence[int]) -> Iterator[re.Match[str]]:
    """The dates of a line, each sought around a year: most years stand in prose, and at every other
    place of a paragraph the pattern would be tried in vain.
    """
    if 2 * _AROUND * len(years) > len(folded):
        yield from _DATE.finditer(folded)
        return
    reached = 0
    for year in years:
        if year < reached:
            continue
        match = _DATE.search(folded, max(reached, year - _AROUND), year + _AROUND)
        # One that begins later is found again, whole, around its own year.
        if match is not None and match.start() <= year:
            reached = match.end()
            yield match


def start_of(line: str, match: re.Match[str]) -> int:
    """The start of a date, without a weekday that ends the name before it: « Journal du Dimanche, 17
    janvier ».
    """
    named = _NAMED_AFTER.match(line, match.start())
    if named is None or not _OF.search(line, max(0, match.start() - 4), match.start()):
        return match.start()
    return named.end()


class ClockFound(NamedTuple):
    """A time of day without its date, at `[start, end)` of its line."""

    start: int
    end: int
    time: str

    def on(self, day: DateValue) -> DateValue:
        """This time on the day of another date, in its zone."""
        zone = _ZONE_END.search(day.value or "")
        value = f"{day.earliest}T{self.time}{zone.group() if zone else ''}"
        return DateValue(value, day.earliest, day.latest, day.basis)


def find_clock(line: str, start: int) -> ClockFound | None:
    """The time in « …, mis à jour à 21 h 40 », after a date that ends at `start`."""
    match = _CLOCK.search(folded_in_place(line), start)
    if match is None:
        return None
    time = f"{int(match['hour']):02d}:{match['minute'] or match['m2'] or '00'}:00"
    return ClockFound(match.start(), match.end(), time)


def read_date(value: str) -> DateValue:
    """The value of a field that holds a date; one of Basis.NONE when it cannot be read."""
    text = value.strip()
    folded = folded_in_place(text)
    found = find_dates(text)
    if found:
        return found[0].date
    if _COMPACT.fullmatch(folded):
        return _from_compact(folded)
    if match := _MONTH_ONLY.fullmatch(folded):
        year = int(match["y"] or match["y2"])
        month = int(match["m2"]) if match["m2"] else MONTHS[match["name"]]
        return _month(year, month, Basis.STATED)
    if clock := _OF_CLOCKS.fullmatch(folded):
        day = f"{clock['day']} {clock['month']} {clock['year']}"
        return read_date(f"{day} {clock['time']} {clock['zone']}")
    if spaced := _SPACED.fullmatch(folded):
        day = spaced["day"].replace(" ", "-")
        return read_date(day if spaced["time"].startswith("00:00") else f"{day}T{spaced['time']}")
    if _YEAR_ONLY.fullmatch(folded):
        return DateValue(folded, f"{folded}-01-01", f"{folded}-12-31", Basis.STATED)
    if _EPOCH.fullmatch(folded):
        return _from_epoch(float(folded))
    if century := _OLD_CENTURY.search(text):
        return _of_old_press(text, century)
    return DateValue()


def _of_old_press(text: str, century: re.Match[str]) -> DateValue:
    """The day of a newspaper before 1900, as libraries state it: « 17 janvier 1893 »."""
    date = read_date(f"{text[: century.start()]}19{text[century.end() :]}")
    if date.value is None or not date.value.startswith("19"):
        return DateValue()
    told = (date.value, date.earliest, date.latest)
    value, first, last = (one and century.group() + one[2:] for one in told)
    return DateValue(value, first, last, date.basis)


def date_in_name(name: str) -> DateValue:
    """The date in a file's path or an address, which is an inference."""
    if "19" not in name and "20" not in name:
        return _UNDATED
    for match in _IN_NAME.finditer(name):
        day = _day(int(match["y"]), int(match["m"]), int(match["d"]))
        if day is not None:
            return DateValue(day, day, day, Basis.INFERRED)
    if month := _MONTH_IN_NAME.search(name):
        return _month(int(month["y"]), int(month["m"]), Basis.INFERRED)
    return _UNDATED


def is_later(date: DateValue, other: DateValue) -> bool:
    """Whether a stated date is after another, as far as both are known."""
    return (date.value or "") > (other.value or "")


def folded_in_place(text: str) -> str:
    """Lower case without accents, of the same length, so that places stay."""
    if text.isascii():
        return text.lower().translate(_SPACES)
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(char if len(char) == 1 else "?" for char in map(str.lower, text))
    return lower.translate(_PLAIN)


def _from_match(match: re.Match[str]) -> DateValue | None:
    if match["y1"]:
        year, month, day = int(match["y1"]), int(match["m1"]), int(match["d1"])
    elif match["y2"]:
        year, month, day = int(match["y2"]), int(match["m2"]), int(match["d2"])
        if month > 12 >= day:
            month, day = day, month
    elif match["y3"]:
        year, month, day = int(match["y3"]), MONTHS[match["m3"]], int(match["d3"])
    elif match["y5"]:
        year, month, day = year_of(match["y5"]), int(match["m5"]), int(match["d5"])
    elif match["y6"]:
        year, month, day = year_of(match["y6"]), MONTHS[match["m6"]], int(match["d6"])
    else:
        year, month, day = int(match["y4"]), MONTHS[match["m4"]], int(match["d4"])
    date = _day(year, month, day)
    if date is None:
        return None
    if match["hour"] is None:
        return DateValue(date, date, date, Basis.STATED)
    hour = int(match["hour"])
    if match["half"] and 1 <= hour <= 12:
        hour = hour % 12 + 12 * (match["half"] == "pm")
    time = f"{hour:02d}:{match['minute'] or '00'}:{match['second'] or '00'}"
    return DateValue(f"{date}T{time}{_zone(match['zone'])}", date, date, Basis.STATED)


def year_of(digits: str) -> int:
    """« 22 » → 2022, « 99 » → 1999: a page states dates of the past."""
    year = int(digits)
    return 2000 + year if year < _LAST_CENTURY else 1900 + year


def _zone(zone: str | None) -> str:
    if zone is None:
        return ""
    if zone in _HOUR_ZONES:
        return f"{_HOUR_ZONES[zone]:+03d}:00"
    digits = re.search(r"([+-])(\d{1,2}):?(\d\d)?", zone)
    if digits is None:
        return "+00:00"
    return f"{digits[1]}{int(digits[2]):02d}:{digits[3] or '00'}"


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return datetime(year, month, day).date().isoformat()
    except ValueError:
        return None


def _month(year: int, month: int, basis: Basis) -> DateValue:
    value = f"{year}-{month:02d}"
    return DateValue(value, f"{value}-01", f"{value}-{monthrange(year, month)[1]:02d}", basis)


def _from_compact(folded: str) -> DateValue:
    day = _day(int(folded[:4]), int(folded[4:6]), int(folded[6:8]))
    if day is None:
        return DateValue()
    if len(folded) == 8:
        return DateValue(day, day, day, Basis.STATED)
    if folded[8].isdigit():  # without a sign between day and time, as wikis write it
        folded = f"{folded[:8]}t{folded[8:14]}"
    clock = f"{folded[9:11]}:{folded[11:13]}:{folded[13:15]}"
    return DateValue(f"{day}T{clock}{_zone(folded[15:] or None)}", day, day, Basis.STATED)


def _from_epoch(seconds: float) -> DateValue:
    while seconds > 1e11:
        seconds /= 1000
    moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(seconds))
    day = moment.strftime("%Y-%m-%d")
    return DateValue(moment.isoformat(), day, day, Basis.STATED)
