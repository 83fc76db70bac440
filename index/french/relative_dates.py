"""Expressions of time that need another day: « hier », « il y a trois ans », « deux jours plus tard »."""

from __future__ import annotations

import re
from datetime import date, timedelta

from index.french.calendar_words import SEASONS
from index.french.expression import TO_EVENT, UNKNOWN, Expression
from index.french.intervals import (
    Interval,
    day,
    hull,
    month,
    month_part,
    months_away,
    week,
    weekend,
    year,
    year_part,
)
from index.french.numerals import words_value

_DETERMINED = re.compile(r"\b(?:le|au|du|dès le)[^\S\t-\r]$", re.IGNORECASE)
_OF_EVENT = re.compile(
    r"[^\S\t-\r](?:l[ea]s?|l['’]|un|une|s[aeo]n?s?|leurs?|c[e]t?t?e?s?|avoir|être|qu|des?|du|d['’])",
    re.IGNORECASE,
)
_DAYS_AWAY = {"avant-hier": -2, "hier": -1, "demain": 1, "après-demain": 2}
_BEFORE = {
    "la veille": -1,
    "l'avant-veille": -2,
    "le lendemain": 1,
    "le surlendemain": 2,
    "le même jour": 0,
}


def first_of_month(text: str, match: re.Match[str]) -> Expression | None:
    """« le 1er » alone: the first day of the month of publication."""
    if not _DETERMINED.search(text, max(0, match.start() - 4), match.start()):
        return None
    return Expression(*match.span(), basis=UNKNOWN, relative=lambda ref: day(ref.replace(day=1)))


def edge(match: re.Match[str]) -> Expression:
    """« la fin du mois », « en début de semaine »: a part of the month, week or year of
    publication.
    """
    part = match["edge"]
    step = _step(match["edge_later"] or "")

    def of(ref: date) -> Interval:
        if "semaine" in match["edge_of"]:
            return week(ref + timedelta(7 * step))
        if "mois" in match["edge_of"]:
            return month_part(month(ref.year, ref.month), part)
        return year_part(ref.year, part)

    return Expression(*match.span(), basis=UNKNOWN, relative=of)


def after(text: str, match: re.Match[str]) -> Expression:
    """« trois jours plus tard »: counted from the date before, if no event follows (« après sa
    chute »).
    """
    start, end = match.span()
    number, unit = match["after_number"].lower(), match["after_unit"].lower()
    count = float(number) if number.isdigit() else words_value(number)
    told_of = _OF_EVENT.match(text, end) is not None
    if count is None or count != int(count) or count > 500 or told_of:
        return Expression(start, end, basis=TO_EVENT)
    back = match["after"].lower() not in ("après", "plus tard") and "tard" not in match["after"]
    steps = -int(count) if back else int(count)
    return Expression(
        start, end, basis=TO_EVENT, from_before=lambda known: _stepped(known.last, steps, unit)
    )


def _stepped(ref: date, steps: int, unit: str) -> Interval:
    if unit.startswith("jour"):
        return day(ref + timedelta(steps))
    if unit.startswith("semaine"):
        return week(ref + timedelta(7 * steps))
    if unit == "mois":
        return months_away(ref, steps)
    return year(ref.year + steps)


def ago(match: re.Match[str]) -> Expression:
    number = match["ago_number"].lower()
    count = float(number) if number.isdigit() else words_value(number)
    ahead = match["ago"].lower().startswith("d")
    start, end = match.span()
    if count is None or count != int(count) or count > 500:
        return Expression(start, end, basis=TO_EVENT)
    steps = int(count) if ahead else -int(count)
    unit = match["ago_unit"].lower()

    return Expression(start, end, basis=UNKNOWN, relative=lambda ref: _stepped(ref, steps, unit))


def _step(word: str) -> int:
    """-1 for the last period, 1 for the next one, 0 for the present one."""
    if re.search(r"(?:dernier|dernière|passée?|précédente?)$", word):
        return -1
    return 1 if re.search(r"(?:prochaine?|suivante?)$", word) else 0


_FROM_BEFORE = re.compile(r"(?:suivante?|précédente?)$")
"""« l'année suivante » counts from the date before in the text, « l'année prochaine » from the
publication.
"""


def _beside(known: Interval, word: str, step: int) -> Interval:
    ref = known.first if step < 0 else known.last
    if "semaine" in word:
        return week(ref + timedelta(7 * step))
    if "week-end" in word:
        return weekend(ref, step)
    if "mois" in word:
        return months_away(ref, step)
    return year(ref.year + step)


def word(match: re.Match[str]) -> Expression:
    word = re.sub(r"\s+", " ", match["word"].lower()).replace("’", "'")
    start, end = match.span()
    if word in _BEFORE:
        steps = _BEFORE[word]
        return Expression(
            start,
            end,
            basis=TO_EVENT,
            from_before=lambda known: day(
                (known.first if steps < 0 else known.last) + timedelta(steps)
            ),
        )
    step = _step(word)
    if _FROM_BEFORE.search(word):
        return Expression(
            start, end, basis=TO_EVENT, from_before=lambda known: _beside(known, word, step)
        )

    def of(ref: date) -> Interval | None:
        if "nuit dern" in word:
            return Interval(ref - timedelta(1), ref)
        if "semaine" in word:
            return week(ref + timedelta(7 * step))
        if "week-end" in word:
            return weekend(ref, step)
        if "mois" in word:
            return months_away(ref, step)
        if "anné" in word or word.startswith("l'an"):
            return year(ref.year + step)
        season = next((name for name in SEASONS if word.endswith(name)), None)
        if season:
            first, last = SEASONS[season]
            return hull(month(ref.year, first), month(ref.year + (last < first), last))
        return day(ref + timedelta(_DAYS_AWAY.get(word, 0)))

    return Expression(start, end, basis=UNKNOWN, relative=of)
