"""Infinitives of saying, and the verb or the subject on which they hang: « dément avoir crié », « et d'ajouter »."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.french.given_by import is_apposed, that_behind
from index.french.relatives import RELATIVE, RESTRICTIVE
from index.french.saying_verbs import Form, VerbUse
from index.french.somebody import can_speak
from index.french.speaking_phrases import is_person
from index.french.subjects import sentence_subject
from index.model.article import HowSaid, Mention
from index.model.text import Span

_S = r"[^\S\t-\r]"
_INFINITIVE_LEAD = re.compile(
    rf"(?:avant{_S}(?:de{_S}|d['’])|pour{_S}|après{_S}|jusqu['’]à{_S}|quitte{_S}à{_S}|au{_S}point{_S}d(?:e{_S}|['’])|avant{_S}même{_S}d(?:e{_S}|['’])|et{_S}(?:de{_S}|d['’])|sans{_S}|\b(?:premi(?:er|ère)|derni(?:er|ère)|seule?)s?{_S}à{_S}|\brefus[^\W\d_]+(?:{_S}[^\W\d_]+){{0,2}}{_S}(?:de{_S}|d['’])|^[^,:]{{2,50}}{_S}(?:de{_S}|d['’]))(?:l['’]|lui{_S}|s['’]|se{_S})?$",
    re.IGNORECASE,
)
_HELD_GAP = re.compile(rf"{_S}*(?:(?:de{_S}|d['’])|ne{_S}(?:pas|jamais){_S})?(?:l['’])?")
PURPOSE = re.compile(r"(pour|sans)[ \u00a0]$")
HANGING = re.compile(
    rf"^[\s«“\"–—-]*(?:(?:et|puis|avant|après){_S})+(?:aussitôt{_S}|encore{_S})?(?:de{_S}|d['’])(?:l['’]|lui{_S}|s['’]|se{_S})?$",
    re.IGNORECASE,
)


def held_by(masked: str, use: VerbUse, uses: Sequence[VerbUse]) -> tuple[VerbUse, HowSaid] | None:
    """« dément avoir crié », « assure n'avoir jamais dit »: the verb on which an infinitive hangs."""
    at = uses.index(use)
    if at == 0 or uses[at - 1].form is not Form.FINITE:
        return None
    holder = uses[at - 1]
    gap = masked[holder.end : use.start]
    if not _HELD_GAP.fullmatch(gap):
        return None
    denies = (
        (holder.verb.manner is HowSaid.DENIED and not holder.negated) or use.negated or "ne" in gap
    )
    if "ne" in gap or (denies and use.negated):
        # « estime ne pas avoir vu de “fraude” » says so; « n'avoir jamais dit “…” » does not.
        return (use, HowSaid.DENIED) if use.verb.uttering else (holder, HowSaid.SAID)
    if holder.verb.manner is HowSaid.DENIED:
        return holder, HowSaid.DENIED if denies else HowSaid.SAID
    return holder, holder.verb.manner


def hangs(
    masked: str, use: VerbUse, uses: Sequence[VerbUse], first: Span, mentions: Sequence[Mention]
) -> bool:
    """Whether an infinitive is one of the speaker: « avant d'ajouter », « nie avoir dit »."""
    if use.form is not Form.INFINITIVE:
        return True
    if _INFINITIVE_LEAD.search(masked[first.start : use.start]):
        purpose = PURPOSE.search(masked[first.start : use.start])
        if purpose is None:
            return True
        if purpose[1] != "pour" or use.verb.doing:
            return False
        head = sentence_subject(masked, first, use.start, mentions)
        return head is not None and (
            is_person(head.entity) or head.anaphora or can_speak(head.span.of(masked))
        )
    return held_by(masked, use, uses) is not None


_SUBORDINATE = re.compile(
    r"\b(?:lorsqu(?:e[ \u00a0]|['’])|quand[ \u00a0]|(?:tandis|alors|après|parce)[ \u00a0]qu|puisqu)[^,]*$"
)


def finite_before(masked: str, use: VerbUse, uses: Sequence[VerbUse]) -> VerbUse | None:
    """The verb of saying on which a participle or an infinitive hangs."""
    if use.form is Form.FINITE:
        return None
    earlier = [
        one
        for one in uses
        if one.end <= use.start
        and one.form is Form.FINITE
        and not _SUBORDINATE.search(masked, max(0, one.start - 60), one.start)
        and not RESTRICTIVE.search(masked, max(0, one.start - 40), one.start)
        and not is_apposed(masked, one)
    ]
    if not earlier or re.search(r"[;:]", masked[earlier[-1].end : use.start]):
        return None
    held = earlier.pop()
    # « M. Brun a annoncé que le port avait répondu, assurant que »: the verb on which the other hangs.
    while earlier and that_behind(masked, earlier[-1].end, held.start):
        if RELATIVE.search(masked, earlier[-1].end, held.start):
            break
        held = earlier.pop()
    return held
