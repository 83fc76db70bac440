"""Noun phrases that may speak: who is named in them, and what stands around the name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from index.french.somebody import INSTITUTION
from index.model.article import EntityId, Kind, Mention
from index.model.text import Span

_S = r"[^\S\t-\r]"

DETERMINER = re.compile(
    rf"(?:(?:seule?s?|plus{_S}de|près{_S}de|au{_S}moins|quelque|environ){_S}(?=\d)|le|la|les|l['’]|un|une|des|ce|cet|cette|son|sa|ses|leur|leurs|nos|notre|plusieurs|certaine?s|quelques|d['’]autres|de{_S}nombreux|de{_S}nombreuses|la{_S}plupart{_S}des|une{_S}partie{_S}des|(?:plus|près|moins){_S}d['’]une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|\d[\d,.]*(?:{_S}?%(?:{_S}(?:des|du|de{_S}la))?|(?={_S}[a-zà-öø-ÿ]))){_S}?",
    re.IGNORECASE,
)

PREPOSITION = re.compile(
    rf"(?:\b(?:(?-i:A)|avec|de|du|des|par|à|au|aux|pour|contre|chez|selon|sur|sous|dans|en|vers|sans|entre|et|envers|face{_S}à|que)"
    rf"{_S}(?:la{_S}|le{_S}|les{_S}|l['’]|M\.{_S}|Mme{_S})?|\bd['’])$",
    re.IGNORECASE,
)

_GOVERNING = re.compile(
    PREPOSITION.pattern.replace(rf"|face{_S}à|que)", rf"|face{_S}à)"), re.IGNORECASE
)
_LONGEST = 16
"""Characters of a preposition with its article at the most."""


class Speaker(NamedTuple):
    """A subject: the entity when it is one, where it stands, whether it has to be resolved."""

    entity: EntityId | None
    span: Span
    anaphora: bool = False


_JOINING = frozenset("-‑/")
_JOINED = re.compile(r"(?<![\w-])(?:[^\W\d_]+[-‑/])+$")


def is_governed(masked: str, floor: int, at: int) -> bool:
    """Whether a preposition, not before `floor`, stands right before a place, or before what a hyphen joins to it."""
    at = _joined_from(masked, floor, at)
    return PREPOSITION.search(masked, max(floor, at - _LONGEST), at) is not None


def is_governed_but_by_que(masked: str, floor: int, at: int) -> bool:
    """The same, but for « que », after which a subject may stand."""
    at = _joined_from(masked, floor, at)
    return _GOVERNING.search(masked, max(floor, at - _LONGEST), at) is not None


def _joined_from(masked: str, floor: int, at: int) -> int:
    """Where « Renault-Nissan » begins, of which a name at a place is the second half."""
    if at <= floor or masked[at - 1] not in _JOINING:
        return at
    joined = _JOINED.search(masked, floor, at)
    return joined.start() if joined else at


def is_person(entity: EntityId | None) -> bool:
    return entity is not None and str(entity).startswith("person:")


def is_body(entity: EntityId | None) -> bool:
    return entity is not None and str(entity).startswith("organisation:")


def apposed(
    masked: str,
    position: int,
    limit: int,
    mentions: Sequence[Mention],
    *,
    other: bool = False,
) -> Mention | None:
    """The name in « , Benny Gantz »; with `other` of an organisation too."""
    while position < limit and masked[position].isspace():
        position += 1
    return next(
        (
            m
            for m in mentions_inside(mentions, position, limit)
            if m.start == position
            and (m.kind is Kind.PERSON or (other and m.kind is Kind.ORGANISATION))
        ),
        None,
    )


def institution(masked: str, phrase: Span, mentions: Sequence[Mention]) -> EntityId | None:
    """The body that speaks: named at the head of the phrase, or through its communiqué."""
    inside = mentions_inside(mentions, phrase.start, phrase.end)
    if not inside:
        return None
    lead = DETERMINER.match(masked, phrase.start, phrase.end)
    head = lead.end() if lead else phrase.start
    for mention in inside:
        if mention.start <= head:
            return mention.entity
    if INSTITUTION.match(masked, phrase.start, phrase.end):
        bodies = [m for m in inside if m.kind in (Kind.ORGANISATION, Kind.GROUP)]
        if bodies:
            return bodies[0].entity
    return None


_START = attrgetter("start")


def mentions_inside(mentions: Sequence[Mention], start: int, end: int) -> list[Mention]:
    at = bisect_left(mentions, start, key=_START)
    found = []
    for number in range(at, len(mentions)):
        mention = mentions[number]
        if mention.start >= end:
            break
        if mention.end <= end:
            found.append(mention)
    return found
