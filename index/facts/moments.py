"""The moments that two accounts tell of: a later state changes what an earlier one was, and contradicts nobody."""

from __future__ import annotations

import re
from itertools import pairwise, product

from index.compare.statements import Statement
from index.facts.claims_in_context import Told
from index.facts.groups import (
    CASUALTIES,
    CURRENT,
    EPIDEMIC_FATES,
    EPIDEMIC_NOUNS,
    LASTING,
    LASTING_MEASURES,
    STATES,
    WITHIN_A_DAY,
)
from index.model.claims import Claim, ClaimKind


def of_two_moments(one: Told, other: Told) -> bool:
    """Whether two values that exclude each other are those of two moments: by the publications, by the days or
    the hours beside them, or since one is only told as what is known so far.
    """
    return (
        _changes(one, other)
        or _of_other_days(one, other)
        or _of_other_hours(one, other)
        or _adds_up(one, other)
    )


def _changes(one: Told, other: Told) -> bool:
    """Whether the later account tells a later state of the same thing."""
    a, b = one.claim, other.claim
    if a.of == b.of and (a.of in WITHIN_A_DAY or {a.value, b.value} == _STAGES_OF_A_CASE):
        return True
    bulletins = a.of not in CASUALTIES and all(by_bulletin(told.statement) for told in (one, other))
    if a.kind is ClaimKind.COUNT and bulletins:
        return True
    if a.kind is ClaimKind.CLASSIFICATION and any(
        by_bulletin(told.statement) or _is_graded(told) for told in (one, other)
    ):
        return True
    if one.published is None or other.published is None or one.published == other.published:
        return False
    early, late = (one, other) if one.published < other.published else (other, one)
    if a.kind is ClaimKind.COUNT:
        if all(_of_the_day(told) for told in (one, other)):
            return True
        if a.of not in CASUALTIES and a.of not in ("striking", "demonstrating", "engaged"):
            return (
                _tells_a_state(one)
                and _tells_a_state(other)
                and in_one_frame(one.statement, other.statement)
            )
        grows = a.of in ("dead", "wounded", "held", "charged", "evacuated", "wounded-grave")
        return not grows or (late.claim.low or 0) > (early.claim.high or 0)
    if a.kind is ClaimKind.STATUS:
        return a.of not in LASTING
    if a.kind is ClaimKind.CLASSIFICATION:
        return False
    return a.kind is not ClaimKind.MEASURE or a.of not in LASTING_MEASURES


def only_of_other_days(one: Told, other: Told) -> bool:
    """Whether nothing but the days beside two figures says that they are of two moments."""
    changed = _changes(one, other) or _of_other_hours(one, other) or _adds_up(one, other)
    return not changed and _of_other_days(one, other)


def _of_other_days(one: Told, other: Told) -> bool:
    """Whether two figures are as of different days: by the days beside them, or by those of their sentences."""
    if one.claim.kind is ClaimKind.STATUS:
        return False
    if one.day and other.day and (one.day.last < other.day.first or other.day.last < one.day.first):
        return True
    return one.day is None and other.day is None and _all_apart(one, other)


def of_two_days(one: Told, other: Told) -> bool:
    """Whether two counts are each what is new on its day, or in its place: « 80 décès en 24 heures », « 70 décès » the next
    day, « deux premiers cas », « trois premiers cas ».
    """
    if not all(_is_new(told) or _day_long(told) for told in (one, other)):
        return False
    apart = one.published and other.published and one.published != other.published
    return bool(apart) or not in_one_frame(one.statement, other.statement)


def _is_new(told: Told) -> bool:
    """Whether a count is that of what comes on top: « huit départements supplémentaires », « 36 malades en moins »."""
    claim = told.claim
    words = (
        token.exact
        for token in told.statement.tokens
        if claim.start <= token.start <= claim.end + _BEHIND
    )
    return _DAILY.search(" ".join(words)) is not None


_BEHIND = 16
"""The characters behind a count in which « de plus » stands."""


def _all_apart(one: Told, other: Told) -> bool:
    """Whether both sentences name days, and none that they share: two polls, two evenings."""
    ours, theirs = one.statement.days, other.statement.days
    if not (one.claim.low and other.claim.low):
        return False  # « aucun blessé » stands against every count
    return bool(ours and theirs) and all(
        a.last < b.first or b.last < a.first for a, b in product(ours, theirs)
    )


_DAILY = re.compile(
    r"\b(?:nouve(?:l|lle|aux?|lles)|supplémentaires?|premi(?:ers?|ères?)|(?:de|en) (?:plus|moins))\b",
    re.IGNORECASE,
)


def _day_long(told: Told) -> bool:
    """« ces dernières 24 heures », « sur la dernière journée »"""
    words = {token.folded for token in told.statement.tokens}
    return bool(words & {"24", "journee", "vingt"}) and bool(
        words & {"heures", "derniere", "dernieres"}
    )


def _of_other_hours(one: Told, other: Told) -> bool:
    """Whether two figures are those of two hours of one day: « à la mi-journée » and « dimanche soir », or a toll is
    only that so far.
    """
    if one.claim.kind not in _BY_THE_HOUR:
        return False
    if one.claim.kind is ClaimKind.COUNT and not (
        one.claim.of in CASUALTIES and other.claim.of in CASUALTIES
    ):
        return False
    if is_so_far(one) or is_so_far(other):
        return True
    ours, theirs = (hours_of(told.statement) for told in (one, other))
    as_of = any(_of_the_day(told) or _is_bulletin_of_tolls(told) for told in (one, other))
    return as_of and bool(ours and theirs and not ours & theirs)


def _is_bulletin_of_tolls(told: Told) -> bool:
    """Whether a sentence says that its figure is that of an hour: « le bilan officiel était de onze morts »."""
    return any(token.folded in ("bilan", "etait", "etaient") for token in told.statement.tokens)


_BY_THE_HOUR = frozenset((ClaimKind.COUNT, ClaimKind.MEASURE, ClaimKind.SHARE))


def _adds_up(one: Told, other: Told) -> bool:
    """Whether two large counts of an epidemic lie so near to each other that one is the other some hours later."""
    a, b = one.claim, other.claim
    if a.kind is not ClaimKind.COUNT or not (_is_of_an_epidemic(a) and _is_of_an_epidemic(b)):
        return False
    least, most = sorted((a.low or 0.0, b.low or 0.0))
    return least >= _LARGE and most <= least * _NEXT


def _is_of_an_epidemic(claim: Claim) -> bool:
    return claim.of in EPIDEMIC_FATES or claim.unit in EPIDEMIC_NOUNS


_LARGE, _NEXT = 100, 1.25
"""From where on the count of an epidemic adds up day by day, and how much more the next one has at the most."""


def hours_of(statement: Statement) -> frozenset[str]:
    """The hours and the parts of the day that a sentence names."""
    words = [token.folded for token in statement.tokens]
    found = {_PARTS[word] for word in words if word in _PARTS}
    found |= {word for word in words if _CLOCK.fullmatch(word)}
    for before, word in pairwise(words):
        if (before, word) == ("apres", "midi"):
            found = found - {"noon"} | {"afternoon"}
        elif (before, word) == ("mi", "journee"):
            found.add("noon")
    return frozenset(found)


_PARTS = {
    "matin": "morning", "matinee": "morning", "aube": "morning", "midi": "noon",
    "soir": "evening", "soiree": "evening", "nuit": "night",
}  # fmt: skip


_CLOCK = re.compile(r"\d{1,2}h(?:\d\d)?")


def is_so_far(told: Told) -> bool:
    """Whether a toll is told as what is known so far: « selon un bilan provisoire », « à ce stade »."""
    return _SO_FAR.search(" ".join(token.folded for token in told.statement.tokens)) is not None


_SO_FAR = re.compile(
    r"\b(?:a ce stade|bilans? (?:[a-z]+ )?(?:encore )?(?:provisoires?|partiels?)|precedent bilan)\b"
)


_STAGES_OF_A_CASE = frozenset(("preliminary", "judicial"))
"""« une enquête a été ouverte », then « une information judiciaire »."""


def _tells_a_state(told: Told) -> bool:
    """Whether a count is that of a day, as such: « au total », « compte désormais », « ont quitté l'hôpital », not what
    was stolen or voted on one day.
    """
    words = {token.folded for token in told.statement.tokens}
    return bool(words & (CURRENT | STATES))


def in_one_frame(one: Statement, other: Statement) -> bool:
    """Whether two sentences are one but for their figures, as those that are told anew each day."""
    common = len(one.telling & other.telling)
    runs = one.runs, other.runs
    copied = len(runs[0] & runs[1]) >= _COPIED * max(1, min(map(len, runs)))
    return copied or (
        common >= _FRAME_WORDS and common >= _FRAME * len(one.telling | other.telling)
    )


_FRAME_WORDS, _FRAME = 3, 0.6
"""The fewest words that such sentences share, and their share of all words of both."""
_COPIED = 0.4
"""The share of runs of words that two copies with other figures have in common."""


def _is_graded(told: Told) -> bool:
    """Whether a category is a degree that is told anew from day to day: the level of a risk or an alert."""
    return told.claim.of.startswith("level")


def _of_the_day(told: Told) -> bool:
    """Whether a count is told as that of its day: « restent en vigilance », « désormais »."""
    return any(token.folded in CURRENT for token in told.statement.tokens)


def by_bulletin(statement: Statement) -> bool:
    """Whether a sentence is that of a bulletin, of which a day has several: « en vigilance orange »."""
    words = [token.folded for token in statement.tokens]
    return (
        "vigilance" in words
        or "bulletin" in words
        or any(
            (one, other) == ("en", "alerte") or (one == "alerte" and other in _OF_AN_ALERT)
            for one, other in pairwise(words)
        )
    )


_OF_AN_ALERT = frozenset(
    "orange rouge jaune canicule meteo neige verglas vents pluie orages crues avalanches est etendue maintenue levee concerne".split()  # noqa: SIM905
)
"""Words behind the alert of a bulletin; « a donné l'alerte » is none."""
