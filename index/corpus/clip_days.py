"""The days that people write on what they cut out: « 3/3/98 », « 3.III.1998 », « 3-4 mars 1998 ».

They are shorter than those that a page states of itself, and are read only on a line that names its outlet.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from index.corpus.page_dates import MONTHS, folded_in_place, start_of, year_of
from index.model.article import Basis, DateValue

_MONTH = "janv?(?:ier)?|fev(?:r(?:ier)?)?|mars?|avr(?:il)?|mai|juin|juil(?:let)?|aout|sept?(?:embre)?|oct(?:obre)?|nov(?:embre)?|dec(?:embre)?"
"""The French months: a pattern of all that `MONTHS` has takes long to make."""
_NUMERALS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_ROMAN = {name: number for number, name in enumerate(_NUMERALS, start=1)}
_WEEKDAY = r"(?:lun|mar|mercre|jeu|vendre|same)(?:di)?|dimanche|dim|mer|ven|sam"
_TO = rf"\s?(?:[-–—/]|au|et|&)\s?(?:(?:{_WEEKDAY})\.?\s)?"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_YEAR = r"(?:(?:19|20)\d\d|['’]?\d\d)(?!\w|[-/.]\d)"
_DAYS = rf"""
    (?<![\w/.-])(?:(?:{_WEEKDAY})\.?,?\s+)?(?:le\s)?
    (?: (?P<y1>(?:19|20)\d\d)(?P<s1>[-/. ])(?P<m1>0[1-9]|1[0-2])(?P=s1)(?P<d1>0[1-9]|[12]\d|3[01])(?![\w/-])
      | (?P<d2>{_DAY})(?P<s2>[-/.])(?P<m2>0?[1-9]|1[0-2])(?P=s2)(?P<y2>{_YEAR})
      | (?P<d3>{_DAY})[-/. ](?P<m3>x?i{{1,3}}|x|ix|iv|vi{{0,3}})[-/. ](?P<y3>{_YEAR})
      | (?P<from>{_DAY})(?:er)?(?:\s(?P<other>{_MONTH})\.?)?(?:\s(?P<before>(?:19|20)\d\d))?{_TO}
        (?P<d4>{_DAY})(?:er)?\s(?P<m4>{_MONTH})\b\.?\s(?P<y4>{_YEAR})
      | (?P<d5>{_DAY})(?:er)?[\s-](?P<m5>{_MONTH})\b\.?,?[\s-](?P<y5>{_YEAR})
    )
    """
_MAY_HOLD = re.compile(
    r"\d[\s\d/.erth-]{0,6}[-/. ]\s?\d\d|\d[-/. ][IVXivx]{1,4}[-/. ]\d|\d(?:er)?[ -][^\W\d]{3,9}\.?,?[ -]['’]?\d"
)
"""What every such day holds; most lines with a figure have none."""


@cache
def _pattern() -> re.Pattern[str]:
    # Made when first needed: few corpora have such lines.
    return re.compile(_DAYS, re.VERBOSE)


def find_clip_days(line: str) -> list[tuple[int, int, DateValue]]:
    """The days of a line, each with its place `[start, end)`; some cover several, as a weekly's issue does."""
    if not _MAY_HOLD.search(line):
        return []
    found = []
    for match in _pattern().finditer(folded_in_place(line)):
        value = _value(match)
        if value is not None:
            found.append((start_of(line, match), match.end(), value))
    return found


_FIGURES = re.compile(r"(?<![\w])(?:\d{6}|(?:19|20)\d{6})(?!\w)")


def find_figures(name: str) -> list[tuple[int, int, DateValue]]:
    """The days in a file's name that are figures alone, « 980303 », « 19980303 », « 030398 », where they can be
    read in one way.
    """
    found = []
    for match in _FIGURES.finditer(name):
        text = match.group()
        *year, first, second, third = (text[at : at + 2] for at in range(0, len(text), 2))
        if year:
            days = {_day(int(year[0] + first), int(second), int(third))}
        else:
            days = {
                _day(year_of(first), int(second), int(third)),
                _day(year_of(third), int(second), int(first)),
            }
        days.discard(None)
        if len(days) == 1:
            (day,) = days
            found.append((match.start(), match.end(), DateValue(day, day, day, Basis.STATED)))
    return found


def _value(match: re.Match[str]) -> DateValue | None:
    """The day of a match, or its days; None where the calendar has no such."""
    kind = next(number for number in "12345" if match[f"d{number}"])
    named = match[f"m{kind}"]
    month = int(named) if named.isdigit() else _ROMAN.get(named) or MONTHS[named]
    digits = match[f"y{kind}"].lstrip("'’")
    year = int(digits) if len(digits) > 2 else year_of(digits)
    last = _day(year, month, int(match[f"d{kind}"]))
    if last is None:
        return None
    if not match["from"]:
        return DateValue(last, last, last, Basis.STATED)
    first_month = MONTHS[match["other"]] if match["other"] else month
    first_year = int(match["before"]) if match["before"] else year - (first_month > month)
    first = _day(first_year, first_month, int(match["from"]))
    if first is None or first >= last:
        return None
    same = next((first[:n] for n in (len("1998-03"), len("1998")) if first[:n] == last[:n]), first)
    return DateValue(same, first, last, Basis.STATED)


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
