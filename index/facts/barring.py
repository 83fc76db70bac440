"""What keeps two claims from being about one thing: other kinds, units, fates, owners, places or times."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from index.claims.counts import CAPACITY, KEPT
from index.entities.nations import nationalities
from index.facts.claim_signals import BY_UNIT, days_meet, long_ago, same_happening, who_of
from index.facts.claims_in_context import Told
from index.facts.groups import (
    ACTORS,
    CASUALTIES,
    FEMININE,
    MASCULINE,
    ONE_ANSWER,
    PERSONAL,
    THINGS,
    WEAK,
    may_be_one,
    same_fate,
)
from index.facts.lost_offers import of_a_lost_offer
from index.facts.struck import other_struck
from index.facts.sums_of import is_usual, other_lengths, other_sums
from index.facts.toll_places import of_no_place
from index.model.claims import Claim, ClaimKind, ClaimManner

_BY_CLASS = (ClaimKind.PLACE, ClaimKind.STATUS, ClaimKind.CLASSIFICATION, ClaimKind.ROLE)
_OF_A_DAY = frozenset((ClaimKind.DATE, ClaimKind.TIME))
_SOON_AFTER = 6
"""Words behind the beginning of an age."""


def barred(one: Told, other: Told) -> bool:
    """Whether two claims cannot be about one thing: other kinds, units, fates or places, or a part and
    a whole.
    """
    ours, theirs = one.claim, other.claim
    kind = ours.kind
    if kind is not theirs.kind or (one.place and other.place and one.place != other.place):
        return True
    if kind in _OFFERED and of_a_lost_offer(one) != of_a_lost_offer(other):
        return True
    if kind is ClaimKind.COUNT:
        return _other_counted(one, other)
    if kind in _AMOUNTS and _other_amounts(one, other):
        return True
    if kind is ClaimKind.AGE:
        return _other_ages(one, other)
    if kind in _OF_A_DAY:
        return _other_hours(one, other) or not _touch(one, other)
    if kind is ClaimKind.STANCE:
        return _other_stance(one, other)
    if kind in BY_UNIT:
        return ours.unit != theirs.unit or _of_room(ours) != _of_room(theirs)
    if kind is ClaimKind.STATUS and ours.of == theirs.of == "missing":
        # « Un bon vivant », « tant qu'ils sont en vie »: alive and dead tell of one person only.
        return "missing" not in (ours.value, theirs.value) and not one.persons & other.persons
    denied = ClaimManner.DENIED in (ours.manner, theirs.manner) or ours.of in ONE_ANSWER
    if kind is ClaimKind.STATUS and not denied and long_ago(one) != long_ago(other):
        return True
    if kind is ClaimKind.STATUS and ours.of == theirs.of and ours.of in PERSONAL:
        return _other_owner(one, other)
    return kind in _BY_CLASS and ours.of != theirs.of


_OFFERED = frozenset((ClaimKind.COUNT, ClaimKind.MONEY, ClaimKind.SHARE, ClaimKind.DURATION))
_AMOUNTS = frozenset((ClaimKind.DURATION, ClaimKind.MONEY))


def _other_counted(one: Told, other: Told) -> bool:
    return (
        _other_counts(one.claim, other.claim)
        or _before_this(one) != _before_this(other)
        or _over_a_span(one) != _over_a_span(other)
        or _of_other_people(one, other)
        or _elsewhere(one, other)
        or is_usual(one) != is_usual(other)
    )


def _other_amounts(one: Told, other: Told) -> bool:
    """Whether two sums or lengths of time are those of two things, or fall on two persons."""
    if other_struck(one.struck, other.struck):
        return True
    if one.claim.kind is ClaimKind.DURATION:
        return other_lengths(one, other)
    return _is_most_by_law(one) != _is_most_by_law(other) or other_sums(one, other)


def _other_hours(one: Told, other: Told) -> bool:
    """Whether two hours are those of two days, which are held against each other, or only one of them is that until
    which something goes on: « jusqu'à 4 heures », « vers 3 heures ».
    """
    if one.claim.kind is not ClaimKind.TIME:
        return False
    ends = [told.given.text[: len(_UNTIL)].lower() == _UNTIL for told in (one, other)]
    return days_meet(one, other) is False or ends[0] != ends[1]


_UNTIL = "jusqu"


def _other_counts(ours: Claim, theirs: Claim) -> bool:
    if ours.partial != theirs.partial or ours.of.endswith("new") != theirs.of.endswith("new"):
        return True
    if _of_room(ours) != _of_room(theirs) or _of_things(ours) != _of_things(theirs):
        return True
    if ours.partial and (not ours.of or ours.of != theirs.of):
        # « cinq des huit maréchaux » and « sept autres maréchaux » are two parts.
        return True
    if ours.of != theirs.of and KEPT in (ours.of, theirs.of):
        return True
    if ours.of == theirs.of == "new" and ours.unit != theirs.unit:
        return True
    if not ours.of or not theirs.of or ours.of == theirs.of:
        return False
    return not {ours.of, theirs.of} & WEAK and not same_fate(ours.of, theirs.of)


def _of_other_people(one: Told, other: Told) -> bool:
    """Whether two counts of which no fate is told are of two kinds of people or things: « deux enfants », « trois magistrats »."""
    if one.claim.of or other.claim.of or one.claim.unit == other.claim.unit:
        return False
    who, whose = who_of(one.claim.about[:1]), who_of(other.claim.about[:1])
    return bool(who and whose) and not who & whose and not may_be_one(who, whose)


def _over_a_span(told: Told) -> int:
    """The days over which a count was made, « sur les sept derniers jours », « en 24 heures »; none for a count of all."""
    near = (
        token.folded
        for token in told.statement.tokens
        if told.claim.start - _SPAN <= token.start <= told.claim.end + _SPAN
    )
    found = _SOME_DAYS.search(" ".join(near))
    if found is None:
        return 0
    words = found.group().split()
    days = next((_DAYS[word] for word in words if word in _DAYS), None)
    if days is not None and not {"heure", "heures"} & set(words):
        return days
    return 7 if {"semaine", "semaines"} & set(words) else 1


_SPAN = 45
"""The characters around a count within which « sur les sept derniers jours » is said of it."""
_DAYS = {
    name: days
    for days, names in {2: "deux 2", 3: "trois 3", 4: "quatre 4", 5: "cinq 5", 6: "six 6", 7: "sept 7", 8: "huit 8", 10: "dix 10", 14: "quatorze 14", 15: "quinze 15", 30: "trente 30"}.items()
    for name in names.split()
}  # fmt: skip
_SOME_DAYS = re.compile(
    r"\b(?:(?:sur|en|durant|pendant|dans|depuis|au cours de?s?)? ?(?:ces|les|des|l|la) (?:[a-z0-9]+ )?derni(?:ers jours|eres 24 heures|eres vingt|eres semaines|ere semaine|ere journee)"
    r"|(?:en|sur) (?:une semaine|24 heures|vingt quatre heures|(?:un|une|deux|trois|quatre|cinq|six|sept|huit|dix|quinze|[0-9]{1,2}) (?:jours?|journee))|de(?:puis|rniers) sept jours)\b"
)


def _elsewhere(one: Told, other: Told) -> bool:
    """Whether two counts are of other nations, or one is of a place that we do not know."""
    return _of_two_nations(one, other) or of_no_place(one, other)


def _of_two_nations(one: Told, other: Told) -> bool:
    """Whether each counts people of a nation of its own: « soldats chinois », « soldats indiens »."""
    ours, theirs = _described(one), _described(other)
    if not ours - theirs or not theirs - ours:
        return False  # Reading the countries takes time, once.
    known = nationalities()
    nations = [{known[word] for word in words if word in known} for words in (ours, theirs)]
    return all(nations) and not nations[0] & nations[1]


def _described(told: Told) -> frozenset[str]:
    """The long folded words in a count and right behind it."""
    return frozenset(
        token.folded
        for token in told.statement.tokens
        if told.claim.start <= token.start <= told.claim.end + _RIGHT_BEHIND
        and len(token.folded) >= _LONG
        and token.folded.isalpha()
    )


_LONG = 5
_RIGHT_BEHIND = 2


def _is_most_by_law(told: Told) -> bool:
    """Whether a sum is the most that the law provides: « passible de 15.000 euros d'amende »."""
    folded = [token.folded for token in told.statement.tokens if token.end <= told.claim.start]
    return bool(_BY_LAW & set(folded[-_GOVERNED:]))


_BY_LAW = frozenset("passible passibles encourt encourent encourue encouru sous".split())  # noqa: SIM905


def _of_things(claim: Claim) -> bool:
    """Whether a fate is that of things: « 62 maisons évacuées » are no people."""
    own = who_of(claim.about[:1])
    return claim.of in CASUALTIES and bool(own) and own <= THINGS


def _of_room(claim: Claim) -> bool:
    """Whether a figure tells what there is room or leave for, not what is there."""
    return claim.of == CAPACITY


def _other_ages(one: Told, other: Told) -> bool:
    return (
        _other_owner(one, other)
        or _then(one) != _then(other)
        or _two_genders(one, other)
        or _of_somebodys(one, other)
    )


def _of_somebodys(one: Told, other: Told) -> bool:
    """Whether one age is that of somebody's own, who has no name there, and the other that of one who is named and not so
    called: « sa sœur, âgée de 61 ans », « Paul Vernin, 58 ans ».
    """
    for whose, named in ((one, other), (other, one)):
        called = _called_by(whose)
        if (
            called
            and named.owner
            and not _called_by(named)
            and one.claim.value != other.claim.value
        ):
            return not any(token.folded == called for token in named.statement.tokens)
    return False


def _called_by(told: Told) -> str:
    """What somebody is called with a possessive right before an age: « sa sœur », « son fils aîné »."""
    words = [token.folded for token in told.statement.tokens if token.end <= told.claim.start]
    near = words[-_OF_SOMEBODY:]
    at = next((n for n in reversed(range(len(near))) if near[n] in _POSSESSIVE), None)
    if at is None or at + 1 >= len(near) or not set(near[at + 2 :]) <= _AGED:
        return ""
    return near[at + 1]


_AGED = frozenset("age agee de d aine ainee cadet cadette jeune seulement".split())  # noqa: SIM905
_POSSESSIVE = frozenset("son sa leur mon ma notre".split())  # noqa: SIM905
_OF_SOMEBODY = 6


def _other_owner(one: Told, other: Told) -> bool:
    """Whether two ages stand beside persons whose names have no word in common; two spellings of a
    name have one.
    """
    if not one.owner or not other.owner or one.owner == other.owner:
        return False
    ours, theirs = (set(re.split(r"[:-]", owner)[1:]) for owner in (one.owner, other.owner))
    return not ours & theirs


def _two_genders(one: Told, other: Told) -> bool:
    """Whether two ages are those of a girl and a boy: « une fillette de 10 ans », « un garçon de huit ans »."""
    genders = [
        ({"f"} if words & FEMININE else set()) | ({"m"} if words & MASCULINE else set())
        for words in (_right_before(told) for told in (one, other))
    ]
    return all(len(each) == 1 for each in genders) and genders[0] != genders[1]


def _right_before(told: Told) -> frozenset[str]:
    words = [token.folded for token in told.statement.tokens if token.end <= told.claim.start]
    return frozenset(words[-_OF_AN_AGE:])


_OF_AN_AGE = 3
"""The words before an age: « une fillette de », « un homme âgé de »."""


def _before_this(told: Told) -> bool:
    """Whether a count is that of an earlier toll, « le précédent bilan faisait état de deux disparus », or of an
    earlier disaster: « une tempête qui avait fait onze morts ».
    """
    folded = [token.folded for token in told.statement.tokens if token.end <= told.claim.start]
    if "bilan" in folded and any(word in ("precedent", "premier") for word in folded):
        return True
    return told.claim.of in CASUALTIES and _had_cost(folded[-_GOVERNED:]) and _of_another_time(told)


def _of_another_time(told: Told) -> bool:
    """Whether a sentence names a time of its own long before, or sets another disaster beside this one: « la pire
    crue depuis celle de 1993 ». The pluperfect alone tells of this one on the next day.
    """
    named = {token.folded for token in told.statement.tokens}
    return bool(_ANOTHER & named) or long_ago(told)


_ANOTHER = frozenset("celle celui precedente precedent autre depuis".split())  # noqa: SIM905
_GOVERNED = 6
"""The words before a toll among which its verb stands."""
_HAD = frozenset(("avait", "avaient"))
_COST = frozenset("fait cause coute tue blesse emporte provoque entraine endeuille".split())  # noqa: SIM905


def _had_cost(words: Sequence[str]) -> bool:
    """« avait fait », « avait coûté la vie à »: the tense of what was over when this event began; « avait fait état
    de » tells of this one.
    """
    return "etat" not in words and any(
        one in _HAD and other in _COST for one, other in pairwise(words)
    )


def _then(told: Told) -> bool:
    """Whether an age is that of the time of what is told: « âgé de 19 ans au moment des faits »."""
    words = [t.folded for t in told.statement.tokens if t.start >= told.claim.start][:_SOON_AFTER]
    return any(word in ("faits", "epoque", "moment") for word in words)


def _other_stance(one: Told, other: Told) -> bool:
    """Whether two stances are of different persons, or about different things."""
    if one.persons and other.persons and not one.persons & other.persons:
        return True
    if "silent" in (one.claim.value, other.claim.value):
        both = set(one.claim.about).intersection(other.claim.about) & ACTORS
        return not (both or one.persons & other.persons or one.bodies & other.bodies)
    return not one.target & other.target


def _touch(one: Told, other: Told) -> bool:
    """Whether two days or times share a word or a happening: most days of a long event share
    neither.
    """
    return (
        not one.statement.telling.isdisjoint(other.statement.telling)
        or same_happening(one, other) > 0
        or bool(one.day and other.day)
    )
