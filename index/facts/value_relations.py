"""How two values stand to each other: equal, near, or apart, by their intervals and their words."""

from __future__ import annotations

import re
from math import inf

from index.claims.counts import POPULATION
from index.facts.claims_in_context import Told
from index.facts.groups import OTHER_CRIMES
from index.model.claims import Claim, ClaimKind
from index.text.folding import fold

_FIGURES = frozenset(
    (
        ClaimKind.COUNT, ClaimKind.MONEY, ClaimKind.SHARE, ClaimKind.MEASURE, ClaimKind.AGE,
        ClaimKind.DURATION, ClaimKind.TIME, ClaimKind.DATE,
    )
)  # fmt: skip


def relation(one: Told, other: Told) -> str:
    """`equal`, `near` (one holds the other, or they overlap), `crossing` (two ranges with two bounds overlap, and
    neither holds the other), `own-days` (each account tells its own today) or `apart`.
    """
    if one.claim.kind not in _FIGURES:
        return _words(one.claim, other.claim)
    if one.claim.kind is ClaimKind.DATE and _are_known(one.claim, other.claim):
        return _days(one, other)
    return _figures(one, other) if _are_known(one.claim, other.claim) else "apart"


def _words(a: Claim, b: Claim) -> str:
    """How two values in words stand to each other."""
    if a.value == b.value or fold(a.value) == fold(b.value):
        return "equal"
    near = (
        (a.kind is ClaimKind.PLACE and _is_part(a.value, b.value))
        or (a.kind is ClaimKind.CLASSIFICATION and _within(a.value, b.value))
        or (a.kind is ClaimKind.CAUSE and _in_the_same_words(a.value, b.value))
    )
    return "near" if near else "apart"


def same_words(a: Claim, b: Claim) -> bool:
    """Whether two values in words are one, or one is the other more exactly."""
    return _words(a, b) != "apart"


def _are_known(a: Claim, b: Claim) -> bool:
    return None not in (a.low, a.high, b.low, b.high)


def _figures(one: Told, other: Told) -> str:
    """How two intervals stand to each other, by their bounds and by how these are told."""
    a, b = one.claim, other.claim
    low, high, least, most = (each or 0.0 for each in (a.low, a.high, b.low, b.high))
    if (low, high) == (least, most):
        return "equal"
    if (since := _since_one_day(one, other)) is not None:
        return "equal" if since else "apart"
    meet = low <= most and least <= high
    if a.kind is ClaimKind.TIME and all(_SPAN.match(told.given.text) for told in (one, other)):
        return "apart"
    if _two_ranges(one, other):
        return "crossing" if meet else "apart"
    if _by_one_bound(one, other):
        return "apart"
    if meet or (a.kind is ClaimKind.TIME and _times_meet(low, high, least, most)):
        return "near"
    exact = low == high and least == most
    rounded = exact and (
        rounds(low, least)
        or _of_inhabitants(one, other)
        or (a.kind is ClaimKind.DURATION and _in_months(low, least))
    )
    return "near" if rounded else "apart"


def _since_one_day(one: Told, other: Told) -> bool | None:
    """Whether two lengths of time point back to one day, each from the day of its account: « depuis trois jours » on the
    12th, « depuis cinq jours » on the 14th. None where one of them is no such length.
    """
    if one.claim.kind is not ClaimKind.DURATION or one.published is None or other.published is None:
        return None
    apart = other.published.toordinal() - one.published.toordinal()
    lengths = [(told.claim.low or 0.0) / _DAY for told in (one, other)]
    exact = all(
        told.claim.low == told.claim.high and told.claim.thing == "depuis" for told in (one, other)
    )
    if not exact or not apart or min(lengths) < 1:
        return None
    return abs(lengths[1] - lengths[0] - apart) <= max(1.0, _COUNTED_LOOSELY * min(lengths))


_COUNTED_LOOSELY = 0.1
"""The share by which « depuis deux semaines » may be wrong."""


_SPAN = re.compile(r"de[ \u00a0].{2,24}?[ \u00a0]à[ \u00a0]", re.IGNORECASE)
"""« de 20 heures à 8 heures »: another end is another span."""


def _by_one_bound(one: Told, other: Told) -> bool:
    """Whether one speaker sets two bounds by the same words: « en moins de deux heures », « en moins de trois heures »."""
    a, b = one.claim, other.claim
    open_below = a.low == b.low == -inf and a.high != b.high
    open_above = a.high == b.high == inf and a.low != b.low
    if not (open_below or open_above) or not one.speaker or one.speaker != other.speaker:
        return False
    ours, theirs = (_BOUND.match(told.given.text) for told in (one, other))
    return ours is not None and theirs is not None and fold(ours[0]) == fold(theirs[0])


_BOUND = re.compile(
    r"(?:(?:en|à|dans|depuis)[ \u00a0])?(?:plus|moins|au[ \u00a0](?:moins|plus))[ \u00a0](?:d(?:e[ \u00a0]|['’]))?",
    re.IGNORECASE,
)


def _of_inhabitants(one: Told, other: Told) -> bool:
    """Whether two figures are those of the inhabitants of one large place, which nobody counts: 14,7 and 15 millions."""
    least, most = sorted(told.claim.low or 0.0 for told in (one, other))
    named = all(
        told.claim.unit == "habitant" and told.claim.of in ("", POPULATION) for told in (one, other)
    )
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
    if frozenset((one, other)) in OTHER_CRIMES:
        return False
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
    if vague or _same_weekday(one, other) or (low <= most and least <= high):
        return "near"
    return "own-days" if _same_day_told(one, other) else "apart"


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
