"""What a verdict may be claimed of: kinds of values of which it was hardly ever true need a sign that it is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

import yaml

from index.facts.claims_in_context import Told
from index.facts.clauses import SAYING
from index.facts.groups import LASTING, LASTING_MEASURES, ONE_ANSWER, ONE_COURSE
from index.facts.moments import by_bulletin, in_one_frame
from index.facts.past_days import by_one_spokesman
from index.facts.verdicts import is_by_negation
from index.french.denial import denial
from index.model.claims import ClaimKind, ClaimManner
from index.model.facts import FactVerdict

Pairs = Sequence[tuple[Told, Told]]


def may_claim(verdict: FactVerdict, pairs: Pairs) -> bool:
    """Whether a verdict may be claimed of at least one of the pairs that it rests on."""
    return any(_may_claim(verdict, one, other) for one, other in pairs)


def _may_claim(verdict: FactVerdict, one: Told, other: Told) -> bool:
    claim = one.claim
    if verdict is FactVerdict.DENIED:
        if claim.kind in _IN_OWN_WORDS:
            return False
        return _is_denied_in_words(one, other) or _lasts(one, other)
    if verdict is FactVerdict.UPDATE:
        if claim.kind is ClaimKind.STATUS:
            bulletins = all(by_bulletin(told.statement) for told in (one, other))
            return claim.of in ONE_COURSE or bulletins or _is_of_one(one, other)
        if claim.kind is ClaimKind.CLASSIFICATION:
            return claim.of in _STEPS or claim.of.startswith(_DEGREES)
        return bool(claim.of) or claim.kind is not ClaimKind.MEASURE
    if claim.kind is ClaimKind.STATUS:
        return _lasts(one, other) or by_one_spokesman(one, other)
    if claim.of == _OFFENCE:
        return _found_guilty(one) and _found_guilty(other) and _may_be_one_person(one, other)
    if claim.of == _PROSECUTOR:
        return _opens_a_case(one, other)
    if claim.kind is ClaimKind.MEASURE:
        return claim.of in LASTING_MEASURES
    if claim.kind is ClaimKind.TIME and all(
        told.claim.manner is ClaimManner.ANNOUNCED for told in (one, other)
    ):
        return one.published == other.published  # what is planned on each day is planned for it
    doubted = never()
    return claim.kind.value not in doubted and claim.of not in doubted


_OFFENCE = "offence"


def _found_guilty(told: Told) -> bool:
    """Whether a term is that of a judgment: « reconnu coupable du meurtre », « condamné à vingt ans pour viol ». Whoever is
    only suspected is so in the words of each account, and the term may change.
    """
    words = [token.folded for token in told.statement.tokens if token.end <= told.claim.start]
    if _GUILTY & set(words[-_OF_THE_TERM:]):
        return True
    return "pour" in words[-_OF_THE_TERM:] and any(
        word.startswith("condamn") for word in words[-_OF_A_SENTENCE:]
    )


_GUILTY = frozenset(("coupable", "coupables"))
_OF_THE_TERM, _OF_A_SENTENCE = 4, 24
"""The words before a term among which « coupable de » and « pour » stand, and « condamné »."""


def _may_be_one_person(one: Told, other: Told) -> bool:
    return not one.persons or not other.persons or bool(one.persons & other.persons)


_PROSECUTOR = "where-prosecutor"


def _opens_a_case(one: Told, other: Told) -> bool:
    """Whether both tell on one day which prosecutor opened an inquiry: one may hand it on to another afterwards."""
    opened = [
        any(t.folded in ("ouvert", "ouverte", "ouvre", "saisi", "saisie") for t in told.statement.tokens)
        for told in (one, other)
    ]  # fmt: skip
    return all(opened) and one.published is not None and one.published == other.published


def _is_denied_in_words(one: Told, other: Told) -> bool:
    """Whether somebody denies it of himself or of one that both tell of, or a negation is all that sets one wording
    against the other.
    """
    if in_one_frame(one.statement, other.statement):
        return True
    if is_by_negation(one) or is_by_negation(other):
        return _never(one, other)
    denied = one if one.claim.manner is ClaimManner.DENIED else other
    of_itself = one.claim.kind is not ClaimKind.STATUS or _OF_ITSELF.search(denied.given.text)
    return bool(of_itself) or _is_of_one(one, other) or denied_of_one_thing(one, other)


def denied_of_one_thing(one: Told, other: Told) -> bool:
    """Whether a verb of denial takes back an outcome of which both accounts name more than the outcome itself: the site
    of Lormes that « fermera », and « interrogé sur le site de Lormes, le repreneur dément toute fermeture ».
    """
    claims = one.claim, other.claim
    if one.claim.kind is not ClaimKind.STATUS or one.claim.of != other.claim.of:
        return False
    if [claim.manner for claim in claims].count(ClaimManner.DENIED) != 1:
        return False
    if not any(_denying().match(told.given.text) for told in (one, other)):
        return False
    return bool(_around(one) & _around(other))


@cache
def _denying() -> re.Pattern[str]:
    """A verb of denial, with which a denied claim begins."""
    return re.compile(rf"(?:(?:a|ont|avait) )?(?:{denial().governing})(?!\w)", re.IGNORECASE)


def _around(told: Told) -> set[str]:
    """The stems of the sentence outside the claim, names included."""
    statement = told.statement
    return {
        stem
        for token, stem in zip(statement.tokens, statement.stems, strict=True)
        if stem
        and stem not in SAYING
        and not (told.claim.start <= token.start < told.claim.end)
        and not stem[0].isdigit()
    }


def _never(one: Told, other: Told) -> bool:
    """Whether one says that it never was so, of what stands beside what the other tells: « les urgences n'ont jamais
    fermé », « les urgences sont fermées ».
    """
    denied = one if one.claim.manner is ClaimManner.DENIED else other
    return _JAMAIS.search(denied.given.text) is not None and bool(one.near & other.near)


_JAMAIS = re.compile(r"\bjamais\b", re.IGNORECASE)
_OF_ITSELF = re.compile(r"\b(?:avoir|être|savoir)\b", re.IGNORECASE)
"""« dément avoir reçu une mise en demeure »: who says so denies it of himself."""


def _lasts(one: Told, other: Told) -> bool:
    """Whether an outcome is one that stays so, and of the same: « relaxé », « condamné »."""
    if one.claim.of in ONE_ANSWER:
        return True
    return one.claim.of in LASTING and _is_of_one(one, other)


def _is_of_one(one: Told, other: Told) -> bool:
    """Whether something shows that two outcomes are of one: a person of both, or one wording."""
    return bool(one.persons & other.persons) or in_one_frame(one.statement, other.statement)


_IN_OWN_WORDS = frozenset(
    (ClaimKind.CLASSIFICATION, ClaimKind.CAUSE, ClaimKind.PLACE, ClaimKind.ROLE)
)
"""Kinds of which a denial that was found in the press was always one of something else."""
_STEPS = ("procedure", "contract")
_DEGREES = "level"
"""The classes of terms that follow each other: « enquête », then « information judiciaire »; « niveau 2 », « niveau 3 »."""


@cache
def never() -> frozenset[str]:
    """Kinds and classes whose values never contradict each other on their own (`data/trusted.yaml`)."""
    text = (files("index.facts") / "data" / "trusted.yaml").read_text(encoding="utf-8")
    listed: Mapping[str, list[str]] = yaml.safe_load(text)
    return frozenset(listed["never"])
