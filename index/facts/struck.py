"""Whom a penalty or a fine falls on: three years asked for the mayor and one for his deputy are no contradiction."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from index.compare.statements import Statement
from index.model.article import EntityId, Kind, Mention
from index.model.claims import Claim, ClaimKind

_S = r"[^\S\t-\r]"
_PENALTIES = ("sentence", "firm", "suspended", "ban", "ineligibility")
_SUMS = frozenset(("fine", "damages"))
_NAMED = (Kind.PERSON, Kind.ORGANISATION)
_REACH = 80
"""The characters behind « contre » in which its object is named."""
_AGAINST = re.compile(
    rf"\b(?:contre|à{_S}l['’]encontre{_S}d(?:e|u|es)|à{_S}l['’]égard{_S}d(?:e|u|es)){_S}(?:l['’])?",
    re.IGNORECASE,
)
_BODY = re.compile(
    rf"(?:l[ae]s?{_S}|l['’]|cette{_S}|une?{_S}|son{_S}|sa{_S})?(?:société|entreprise|groupe|compagnie|association|firme|SARL|SA\b|usine|banque|mairie|commune|ville|clinique|club)(?!\w)",
    re.IGNORECASE,
)
_DETERMINER = re.compile(
    rf"(?:(?P<f>la{_S}|une{_S}|sa{_S}|cette{_S}|l['’]?(?:élue|accusée|ancienne|ex-directrice|ex-présidente)\b|élue\b|accusée\b|ancienne\b)"
    rf"|(?P<m>le{_S}|un{_S}|son{_S}|ce{_S}|l['’]?(?:élu|accusé|ancien)\b|élu\b|accusé\b|ancien\b))",
    re.IGNORECASE,
)
"""How a person is called behind « contre », which tells him from her."""
_SENTENCED = re.compile(
    r"\b(?P<been>été[ \u00a0](?:[^\W\d_]+[ \u00a0])?)?(?:condamn(?:e|ent|é|és|ée|ées|era|ait)|écop(?:e|ent|é|ée|era)|inflig(?:e|ent|é|ée|ées|és|era))(?!\w)",
    re.IGNORECASE,
)
_TO = re.compile(rf"(?:{_S}(?:[^\W\d_]['’])?[^\W\d_]+){{0,5}}?{_S}(?:à|au|aux){_S}")
_FEMININE = re.compile(r"\b(?:condamnée|poursuivie|écopée|jugée)\b")


class Struck(NamedTuple):
    """Whom a penalty falls on, as far as its sentence tells."""

    entity: EntityId | None
    is_body: bool
    """Whether it is a company or another body, not a person."""
    gender: str = ""
    """`f` or `m` where only a pronoun or a participle tells."""


def struck(
    text: str, claim: Claim, statement: Statement, before: Statement | None
) -> Struck | None:
    """Whom a penalty or a fine falls on; None for other claims, or where nothing tells."""
    penal = claim.kind is ClaimKind.DURATION and claim.of.startswith(_PENALTIES)
    if not penal and not (claim.kind is ClaimKind.MONEY and claim.of in _SUMS):
        return None
    return (
        _object(text, claim, statement, before)
        or _sentenced(text, claim, statement, before)
        or _given_to(text, claim, statement)
    )


def _object(
    text: str, claim: Claim, statement: Statement, before: Statement | None
) -> Struck | None:
    """Whom « contre » names: behind the penalty, else before it."""
    start, end = statement.span
    found = list(_AGAINST.finditer(text, start, end))
    if not found:
        return None
    after = [match for match in found if match.start() >= claim.end]
    at = (after[0] if after else found[-1]).end()
    stop = min(end, at + _REACH)
    word = re.match(r"[^\W\d_]+", text[at:stop])
    if word and word.group().lower() in ("lui", "elle"):
        return _meant(before, "f" if word.group().lower() == "elle" else "m", statement, at)
    led = _DETERMINER.match(text, at, stop)
    gender = "" if led is None else "f" if led["f"] else "m"
    body = _BODY.match(text, at, stop) is not None
    named = [m for m in statement.mentions if at <= m.start < stop and m.kind in _NAMED]
    if body:
        first = named[0].entity if named else None
        return Struck(first, is_body=True)
    person = next((m for m in named if m.kind is Kind.PERSON), None)
    if person is not None:
        return Struck(person.entity, is_body=False, gender=gender)
    return Struck(None, is_body=bool(named), gender=gender)


def _meant(before: Statement | None, gender: str, statement: Statement, at: int) -> Struck:
    """The person whom a pronoun means: the only one named before it here, else in the sentence before."""
    here = {m.entity for m in _persons(statement.mentions) if m.end <= at}
    there = {m.entity for m in _persons(before.mentions)} if before else set()
    known = here if len(here) == 1 and not there else there
    return Struck(known.pop() if len(known) == 1 else None, is_body=False, gender=gender)


def _persons(mentions: Sequence[Mention]) -> list[Mention]:
    return [mention for mention in mentions if mention.kind is Kind.PERSON]


def _sentenced(
    text: str, claim: Claim, statement: Statement, before: Statement | None
) -> Struck | None:
    """Who « a été condamné à », or whom a court « a condamné à »."""
    verbs = list(_SENTENCED.finditer(text, statement.span.start, claim.start))
    if not verbs:
        return None
    verb = verbs[-1]
    persons = _persons(statement.mentions)
    gender = "f" if _FEMININE.search(verb.group()) else ""
    between = [m for m in persons if verb.end() <= m.start and m.end <= claim.start]
    ahead = [m for m in persons if m.end <= verb.start()]
    body = _BODY.search(text, statement.span.start, verb.start())
    if between and not verb["been"]:
        return Struck(between[-1].entity, is_body=False, gender=gender)
    if body and body.end() > (ahead[-1].end if ahead else 0):
        return Struck(None, is_body=True)
    if ahead:
        return Struck(ahead[0].entity, is_body=False, gender=gender)
    led = statement.tokens[0].folded if statement.tokens else ""
    if led in ("il", "elle"):
        return _meant(before, "f" if led == "elle" else "m", statement, verb.start())
    return Struck(None, is_body=False, gender=gender) if gender else None


def _given_to(text: str, claim: Claim, statement: Statement) -> Struck | None:
    """To whom « inflige 20 000 euros d'amende à »."""
    to = _TO.match(text, claim.end, statement.span.end)
    if to is None:
        return None
    if _BODY.match(text, to.end(), statement.span.end):
        return Struck(None, is_body=True)
    person = next((m for m in _persons(statement.mentions) if m.start == to.end()), None)
    return Struck(person.entity, is_body=False) if person else None


def other_struck(one: Struck | None, other: Struck | None) -> bool:
    """Whether two penalties fall on two: a person and a company, two persons, him and her."""
    if one is None or other is None:
        return False
    if one.is_body != other.is_body:
        return True
    if one.entity and other.entity:
        ours, theirs = (set(re.split(r"[:-]", each)[1:]) for each in (one.entity, other.entity))
        return not ours & theirs
    return bool(one.gender and other.gender) and one.gender != other.gender
