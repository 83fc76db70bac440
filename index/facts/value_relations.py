"""How two values stand to each other: equal, near, or apart, by their intervals and their words."""

from __future__ import annotations

import re

from index.facts.claims_in_context import Told
from index.model.claims import ClaimKind
from index.text.folding import fold

_FIGURES = frozenset(
    (
        ClaimKind.COUNT, ClaimKind.MONEY, ClaimKind.SHARE, ClaimKind.MEASURE, ClaimKind.AGE,
        ClaimKind.DURATION, ClaimKind.TIME, ClaimKind.DATE,
    )
)  # fmt: skip


def relation(one: Told, other: Told) -> str:
    """`equal`, `near` (one holds the other, or they overlap), `crossing` (two ranges with two bounds overlap, and
    neither holds the other) or `apart`.
    """
    a, b = one.claim, other.claim
    if a.kind not in _FIGURES:
        if a.value == b.value or fold(a.value) == fold(b.value):
            return "equal"
        if a.kind is ClaimKind.PLACE and _is_part(a.value, b.value):
            return "near"
        if a.kind is ClaimKind.CLASSIFICATION and _within(a.value, b.value):
            return "near"
        if a.kind is ClaimKind.CAUSE and _in_the_same_words(a.value, b.value):
            return "near"
        return "apart"
    if a.low is None or b.low is None or a.high is None or b.high is None:
        return "apart"
    if a.kind is ClaimKind.DATE:
        return _days(one, other)
    if (a.low, a.high) == (b.low, b.high):
        return "equal"
    if _two_ranges(one, other):
        return "crossing" if a.low <= b.high and b.low <= a.high else "apart"
    if a.low <= b.high and b.low <= a.high:
        return "near"
    if (
        a.low == a.high
        and b.low == b.high
        and (
            rounds(a.low, b.low)
            or _of_inhabitants(one, other)
            or (a.kind is ClaimKind.DURATION and _in_months(a.low, b.low))
        )
    ):
        return "near"
    if a.kind is ClaimKind.TIME and _times_meet(a.low, a.high, b.low, b.high):
        return "near"
    return "apart"


def _of_inhabitants(one: Told, other: Told) -> bool:
    """Whether two figures are those of the inhabitants of one large place, which nobody counts: 14,7 and 15 millions."""
    least, most = sorted(told.claim.low or 0.0 for told in (one, other))
    named = all(told.claim.unit == "habitant" and not told.claim.of for told in (one, other))
    return named and least >= _COUNTLESS and most <= 1.1 * least


_COUNTLESS = 100_000


def _in_months(one: float, other: float) -> bool:
    """Whether two lengths of time, in minutes, are one in days and in months or years: « 30 jours », « un mois »."""
    least, most = sorted((one, other))
    return least > 0 and most <= _MONTHS_VARY * least and (not least % _MONTH or not most % _MONTH)


_MONTH = 30 * 24 * 60 + 600
"""The minutes of a twelfth of a year, as months are counted (`claims/units.py`)."""
_MONTHS_VARY = 1.03


def _two_ranges(one: Told, other: Told) -> bool:
    """Whether both give two bounds, and neither range holds the other: « entre 3 et 5 millions », « de 2 à 4
    millions ». What is only about so much may well be the same.
    """
    a, b = one.claim, other.claim
    if not all(_BOUNDS.search(told.given.text) for told in (one, other)):
        return False
    low, high, least, most = (each or 0.0 for each in (a.low, a.high, b.low, b.high))
    return not (low <= least and most <= high) and not (least <= low and high <= most)


_BOUNDS = re.compile(
    r"\b(?:entre|de|du)[ \u00a0][^.;]{1,40}?[ \u00a0](?:et|à|au)[ \u00a0]|\d[^.;]{0,24}?[ \u00a0]?(?:[–-]|\bau\b)[ \u00a0]?\d",
    re.IGNORECASE,
)


def _is_part(one: str, other: str) -> bool:
    """Whether one place is written within the other: « place Léon-Debouverie », « Léon Debouverie »."""
    ours, theirs = (fold(each).replace("-", " ") for each in (one, other))
    return ours in theirs or theirs in ours


def rounds(one: float, other: float) -> bool:
    """Whether one figure is the other in fewer digits: « 6,3 % » and « 6,36 % », « 30.000 » and « 30.004 »."""
    rough, exact = sorted((one, other), key=_digits)
    if _digits(rough) == _digits(exact) or not exact:
        return False
    if exact != int(exact) or rough != int(rough):
        step = 10.0 ** -max(0, len(f"{rough:g}".partition(".")[2]))
    else:
        step = 10.0 ** (len(f"{int(rough)}") - len(f"{int(rough)}".rstrip("0")))
        if step < _THOUSAND:
            return False
    return abs(exact - rough) < step and abs(exact - rough) <= _ROUNDING * abs(exact)


def _digits(figure: float) -> int:
    return len(f"{figure:.6f}".strip("0").replace(".", "").rstrip("0"))


_THOUSAND = 1_000.0
"""The least step of a whole figure that counts as rounded: twenty is no rounding of nineteen."""
_ROUNDING = 0.02
"""The most that rounding takes off, as a share."""
_DAY = 24 * 60
_LOOSE, _AROUND = 45, 90
"""Minutes of a time that is a part of the day, and those that it may be wrong by: « dans la matinée »."""


def _times_meet(low: float, high: float, least: float, most: float) -> bool:
    """Whether two times meet when a part of the day is taken loosely, or when one of them is counted
    from the day before: 24 h 00 and 0 h 00.
    """
    wide = _AROUND if max(high - low, most - least) >= _LOOSE else 0
    return any(
        low + day - wide < most and least < high + day + wide for day in (-_DAY, 0, _DAY)
    ) or (abs(low - least) == _DAY)


def _in_the_same_words(one: str, other: str) -> bool:
    """Whether two causes in words share half of the longer words of the shorter one."""
    ours, theirs = (set(re.findall(r"[^\W\d_]{4,}", fold(each))) for each in (one, other))
    least = min(len(ours), len(theirs))
    return least > 0 and 2 * len(ours & theirs) >= least


def _within(one: str, other: str) -> bool:
    """Whether one class is a part of the other: `harassment` and `sexual-harassment`."""
    wide, narrow = sorted((one, other), key=len)
    return narrow.startswith(f"{wide}-") or narrow.endswith(f"-{wide}")


def _days(one: Told, other: Told) -> str:
    a, b = one.claim, other.claim
    low, high = a.low or 0, a.high or 0
    least, most = b.low or 0, b.high or 0
    kinds = {a.unit, b.unit}
    if "jusqu" in kinds and "pas" in kinds:
        # « fermées jusqu'à jeudi » and « pas avant vendredi » are one.
        until, not_before = (a, b) if a.unit == "jusqu" else (b, a)
        return "near" if 0 <= (not_before.low or 0) - (until.high or 0) <= 1 else "apart"
    if (low, high) == (least, most):
        return "equal"
    if _two_ranges(one, other):
        return "crossing" if low <= most and least <= high else "apart"
    vague = max(high - low, most - least) >= _WEEK and max(low, least) - min(high, most) < _SOON
    if vague or _same_weekday(one, other) or _same_day_told(one, other):
        return "near"
    if low <= most and least <= high:
        return "near"
    return "apart"


_WEEK, _SOON = 5, 14
"""Days: « la semaine dernière » is no day that another one could exclude from nearby."""
_WEEKDAYS = re.compile(r"lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche", re.IGNORECASE)


def _same_weekday(one: Told, other: Told) -> bool:
    """« samedi » beside « samedi 13 juin »: which Saturday the first is is not said."""
    ours, theirs = (_WEEKDAYS.findall(told.given.text) for told in (one, other))
    bare = any(_WEEKDAYS.fullmatch(told.given.text.strip()) for told in (one, other))
    return bare and bool(ours) and [d.lower() for d in ours] == [d.lower() for d in theirs]


def _same_day_told(one: Told, other: Told) -> bool:
    """Days that lie alike beside the publications of both: each speaks of its own today.

    A day that is told by its number is that day, whenever it is told.
    """
    if any(re.search(r"\d", told.given.text) for told in (one, other)):
        return False
    if one.published is None or other.published is None or one.published == other.published:
        return False
    ours = (one.claim.low or 0) - one.published.toordinal()
    theirs = (other.claim.low or 0) - other.published.toordinal()
    return ours == theirs and -2 <= ours <= 1
