"""How claims about one thing stand to each other: by their intervals, their manner, and when they appeared."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

from index.facts.claims_in_context import Told
from index.facts.groups import CASUALTIES, CURRENT
from index.facts.spoken import NOBODY
from index.model.claims import ClaimKind, ClaimManner
from index.model.facts import FactVerdict
from index.text.folding import fold

_FIGURES = frozenset(
    (
        ClaimKind.COUNT, ClaimKind.MONEY, ClaimKind.SHARE, ClaimKind.MEASURE, ClaimKind.AGE,
        ClaimKind.DURATION, ClaimKind.TIME, ClaimKind.DATE,
    )
)  # fmt: skip
_COURSE = frozenset(
    "custody fire case complaint strike place-open vote hospital health appeal talks birth ruling contract missing power recognition".split()  # noqa: SIM905
)
"""Families of outcomes that may follow one another."""
_UNSURE = (ClaimManner.CONDITIONAL, ClaimManner.ANONYMOUS)
_MAY_CHANGE = frozenset((ClaimKind.COUNT, ClaimKind.STATUS, ClaimKind.MEASURE))
_OPPOSED = {
    frozenset(pair)
    for pair in (
        ("for", "against"), ("for", "demand"), ("silent", "for"), ("silent", "against"),
        ("silent", "demand"), ("silent", "admit"), ("demand", "against"), ("admit", "against"),
    )
}  # fmt: skip
_GRAVITY = {verdict: place for place, verdict in enumerate(FactVerdict)}
"""The place of each verdict, the gravest first."""
LATER_STAGE = "a later stage of the same course"


def verdict_of(accounts: Sequence[Sequence[Told]]) -> tuple[FactVerdict, str]:
    """The gravest verdict over every two accounts, and its reason."""
    found = [_pair(one, other) for one, other in combinations(accounts, 2)]
    return min(found, key=_by_gravity)


def _pair(ours: Sequence[Told], theirs: Sequence[Told]) -> tuple[FactVerdict, str]:
    """Two accounts: what both give counts before what only one of them adds."""
    ours, theirs = _without_mixed(ours), _without_mixed(theirs)
    held = [(claims_held(a, b), a, b) for a in ours for b in theirs]
    kind, of = ours[0].claim.kind, ours[0].claim.of
    if kind is ClaimKind.STATUS and of in _COURSE and (staged := _stages(ours, theirs)):
        return staged
    if kind is ClaimKind.CLASSIFICATION and of == "offence" and (terms := _terms(ours, theirs)):
        return terms
    if kind is ClaimKind.CAUSE and (causes := _causes(ours, theirs)):
        return causes
    renewed = [t for t in (*ours, *theirs) if t.claim.was]
    if renewed:
        return FactVerdict.UPDATE, ""
    equal = [
        each for each in held
        if each[0][0] in (FactVerdict.AGREE, FactVerdict.NARROWER, FactVerdict.HEDGED)
    ]  # fmt: skip
    if equal:
        # One that agrees with the other somewhere is not in conflict; a denial still stands.
        denied = next((v for v, _, _ in held if v[0] is FactVerdict.DENIED), None)
        best = max((v for v, _, _ in equal), key=_by_gravity)
        return denied or best
    return min((v for v, _, _ in held), key=_by_gravity)


def _by_gravity(found: tuple[FactVerdict, str]) -> int:
    return _GRAVITY[found[0]]


def _stages(ours: Sequence[Told], theirs: Sequence[Told]) -> tuple[FactVerdict, str] | None:
    """The latest stage that each account tells; nothing where they tell the same, or one denies."""
    told = [[t for t in own if t.claim.manner is not ClaimManner.DENIED] for own in (ours, theirs)]
    if not all(told) or len(told[0]) != len(ours) or len(told[1]) != len(theirs):
        return None
    latest = [max(own, key=lambda t: t.claim.low or 0) for own in told]
    if latest[0].claim.value == latest[1].claim.value:
        return None
    values = [{t.claim.value for t in own} for own in told]
    if values[0] & values[1]:
        return FactVerdict.UPDATE, LATER_STAGE
    return None


def _causes(ours: Sequence[Told], theirs: Sequence[Told]) -> tuple[FactVerdict, str] | None:
    """Two accounts that share a cause, of which one adds another one."""
    one, other = ({t.claim.value for t in own} for own in (ours, theirs))
    if not one & other or one == other:
        return None
    added = [t for t in (*ours, *theirs) if t.claim.value not in one & other]
    unsure = any(t.claim.manner in _UNSURE for t in added)
    return (FactVerdict.HEDGED if unsure else FactVerdict.NARROWER), ""


def _terms(ours: Sequence[Told], theirs: Sequence[Told]) -> tuple[FactVerdict, str] | None:
    """Terms of law as sets: each having one that the other lacks is a conflict, more is narrower."""
    one, other = (
        {t.claim.value for t in own if t.claim.manner is not ClaimManner.DENIED}
        for own in (ours, theirs)
    )
    if not one & other:
        return None
    if one == other:
        return FactVerdict.AGREE, ""
    return (FactVerdict.CONFLICT if one - other and other - one else FactVerdict.NARROWER), ""


def _without_mixed(own: Sequence[Told]) -> Sequence[Told]:
    """Claims without denials of what the same account gives plainly elsewhere."""
    # What a title puts shortly does not take back the denial that the text reports.
    plain = {
        t.claim.value
        for t in own
        if t.claim.manner is not ClaimManner.DENIED and not t.statement.in_title
    }
    kept = [
        t for t in own
        if t.claim.manner is not ClaimManner.DENIED or t.claim.value not in plain
        or t.claim.resolved
    ]  # fmt: skip
    return kept or own


def claims_held(one: Told, other: Told) -> tuple[FactVerdict, str]:
    """How two claims of different accounts stand to each other."""
    a, b = one.claim, other.claim
    denied = (a.manner is ClaimManner.DENIED) != (b.manner is ClaimManner.DENIED)
    relation = _relation(one, other)
    if relation == "equal":
        if denied:
            return FactVerdict.DENIED, ""
        unsure = (a.manner in _UNSURE) != (b.manner in _UNSURE)
        return (FactVerdict.HEDGED if unsure else FactVerdict.AGREE), ""
    if relation == "near":
        return FactVerdict.NARROWER, ""
    if denied:
        if a.kind in (
            ClaimKind.STATUS,
            ClaimKind.CAUSE,
            ClaimKind.CLASSIFICATION,
            ClaimKind.STANCE,
        ):
            # « n'a pas été incarcéré » and « libre » do not exclude each other.
            return FactVerdict.NOT_COMPARABLE, ""
        return FactVerdict.DENIED, ""
    if a.kind is ClaimKind.STANCE and frozenset((a.value, b.value)) not in _OPPOSED:
        return FactVerdict.NOT_COMPARABLE, ""
    return _excluding(one, other)


def _excluding(one: Told, other: Told) -> tuple[FactVerdict, str]:
    a, b = one.claim, other.claim
    if a.now != b.now and a.kind in _MAY_CHANGE:
        return FactVerdict.UPDATE, ""
    if a.kind in _MAY_CHANGE and (_changes(one, other) or _of_other_days(one, other)):
        return FactVerdict.UPDATE, ""
    if a.kind is ClaimKind.STANCE:
        return FactVerdict.CONFLICT, ""
    unsure = [claim for claim in (a, b) if claim.manner in _UNSURE]
    if unsure:
        return FactVerdict.HEDGED, ""
    if one.speaker and other.speaker and not _same_speaker(one.speaker, other.speaker):
        return FactVerdict.DISPUTED, ""
    return FactVerdict.CONFLICT, ""


def _of_other_days(one: Told, other: Told) -> bool:
    """Whether two figures are as of different days: by the days beside them, or, where each tells what
    is new since the day before, by the publications.
    """
    if one.claim.kind is ClaimKind.STATUS:
        return False
    if one.day and other.day and (one.day.last < other.day.first or other.day.last < one.day.first):
        return True
    if one.published is None or other.published is None or one.published == other.published:
        return False
    return all(_DAILY.search(told.given.text) or _day_long(told) for told in (one, other))


_DAILY = re.compile(
    r"\b(?:nouve(?:l|lle|aux?|lles)|supplémentaires?|de (?:plus|moins)|en plus)\b", re.IGNORECASE
)


def _day_long(told: Told) -> bool:
    """« ces dernières 24 heures », « sur la dernière journée »"""
    return any(token.folded in ("24", "journee") for token in told.statement.tokens) and any(
        token.folded in ("heures", "derniere", "dernieres") for token in told.statement.tokens
    )


def _changes(one: Told, other: Told) -> bool:
    """Whether the later account tells a later state of the same thing."""
    a, b = one.claim, other.claim
    if one.published is None or other.published is None or one.published == other.published:
        return False
    early, late = (one, other) if one.published < other.published else (other, one)
    if a.kind is ClaimKind.COUNT:
        if all(_of_the_day(told) for told in (one, other)):
            return True
        if a.of not in CASUALTIES and a.of not in ("striking", "demonstrating", "engaged"):
            return False
        grows = a.of in ("dead", "wounded", "ill", "held", "charged", "evacuated", "wounded-grave")
        return not grows or (late.claim.low or 0) > (early.claim.high or 0)
    if a.kind is ClaimKind.STATUS:
        return a.of in _COURSE and b.of in _COURSE
    return True


def _of_the_day(told: Told) -> bool:
    """Whether a count is told as that of its day: « restent en vigilance », « désormais »."""
    return any(token.folded in CURRENT for token in told.statement.tokens)


def excluding(one: Told, other: Told) -> bool:
    """Whether two claims, were they about one thing, could not both be true."""
    return _relation(one, other) == "apart"


def _relation(one: Told, other: Told) -> str:
    """`equal`, `near` (one holds the other, or they overlap) or `apart`."""
    a, b = one.claim, other.claim
    if a.kind not in _FIGURES:
        if a.value == b.value or fold(a.value) == fold(b.value):
            return "equal"
        if a.kind is ClaimKind.PLACE and (
            fold(a.value) in fold(b.value) or fold(b.value) in fold(a.value)
        ):
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
    if a.low <= b.high and b.low <= a.high:
        return "near"
    if a.low == a.high and b.low == b.high and _rounds(a.low, b.low):
        return "near"
    if a.kind is ClaimKind.TIME and _times_meet(a.low, a.high, b.low, b.high):
        return "near"
    return "apart"


def _rounds(one: float, other: float) -> bool:
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
    return one != other and (one.startswith(f"{other}-") or other.startswith(f"{one}-"))


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


def _same_speaker(one: str, other: str) -> bool:
    ours, theirs = (set(re.findall(r"[^\W_]+", fold(name))) - NOBODY for name in (one, other))
    return bool(ours & theirs)
