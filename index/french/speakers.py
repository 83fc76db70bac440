"""Who the subject of a verb of saying is: the names and noun phrases beside it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from index.model.article import EntityId, Kind, Mention
from index.model.text import Span

_S = r"[ \u00a0\u202f]"
_PHRASE_END = re.compile(
    rf"""[,;:.!?()\[\]«»“”"\n] | {_S}(?:-|–|—){_S}
    | {_S}(?:dans|lors|avant|après|pour|sur|devant|auprès|qui|que|cité|citée|tout{_S}en|à{_S}propos
        |à{_S}l['’](?:issue|AFP|agence|occasion)|au{_S}(?:micro|cours|lendemain|sujet|quotidien)|interrogée?|et{_S}a
        |depuis|avec|par|via|quant|face|ce{_S}(?:matin|soir)|hier|aujourd['’]hui|en{_S}(?:marge|réponse|référence|évoquant|conférence|juillet|janvier|\d)
        |lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|le{_S}\d|mais|alors{_S}que|dont|où|de{_S}son{_S}côté|pour{_S}sa{_S}part)(?!\w)
    | {_S}(?:à|au|en){_S}(?=[a-zéè]*{_S}?(?:presse|journalistes|télévision|radio|micro|direct)) """,
    re.VERBOSE,
)
_LEADING = re.compile(
    rf"{_S}*(?:(?:également|aussi|encore|notamment|ainsi|alors|ensuite|mardi|lundi|mercredi|jeudi|vendredi|samedi|dimanche|hier|[^\W\d_]+ment){_S}+)*"
)
_DETERMINER = re.compile(
    rf"(?:le|la|les|l['’]|un|une|des|ce|cet|cette|son|sa|ses|leur|leurs|plusieurs|certains|deux|trois){_S}?",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(
    rf"(?:\b(?:avec|de|du|des|par|à|au|aux|pour|contre|chez|selon|sur|sous|dans|en|vers|sans|entre|et|envers|face{_S}à|que)"
    rf"{_S}(?:la{_S}|le{_S}|les{_S}|l['’]|M\.{_S}|Mme{_S})?|\bd['’])$",
    re.IGNORECASE,
)
_INSTITUTION = re.compile(
    rf"(?:le|la|les|l['’]|un|une|des|ce|dans){_S}?(?:[^\W\d_]+{_S})?(?:communiqué|état-major|ministère|direction|service|services"
    r"|département|commandement|gouvernement|présidence|parquet|agence|administration|armée|cabinet|site|compte|organisation|association"
    r"|rapport|étude|journal|quotidien|hebdomadaire|chaîne|radio|groupe|société|entreprise|préfecture|police|mairie|syndicat|parti)",
    re.IGNORECASE,
)
_SUBJECT_GAP = re.compile(
    rf"{_S}*(?:\([^)]*\){_S}*)?(?:,(?![^,]*{_S}(?:et|mais){_S})[^,;:.]{{1,120}},)?{_S}*(?:(?:qui|ne|n['’]|lui|leur|nous|en|y|l['’]|également|aussi|ainsi|ensuite|[^\W\d_]+ment|par{_S}ailleurs|,|de{_S}son{_S}côté|pour{_S}sa{_S}part|-|–|—){_S}*)*"
)
_ANAPHORA_BEFORE = re.compile(
    rf"(?:^|[\s,«“\"'’(])((?:ce|cette){_S}derni(?:er|ère)|celui-ci|celle-ci|il|elle|ils|elles|l['’]intéressée?){_S}*(?:(?:ne|n['’]|lui|leur|nous|en|y|l['’]|également|aussi){_S}*)*$",
    re.IGNORECASE,
)
_IN_RELATIVE = re.compile(rf",{_S}(?:qui|dont|que|qu['’]|où|lequel|laquelle)(?!\w)[^,;]*$")
_CLAUSE_START = re.compile(rf"[,;:(«“\"—–]{_S}*|{_S}(?:que|qu['’]|et|mais|car|où|alors|comme){_S}")


class Speaker(NamedTuple):
    """A subject: the entity when it is one, where it stands, whether it has to be resolved."""

    entity: EntityId | None
    span: Span
    anaphora: bool = False


def after(masked: str, position: int, limit: int, mentions: Sequence[Mention]) -> Speaker | None:
    """The noun phrase that follows a verb of saying or « selon », up to `limit`."""
    lead = _LEADING.match(masked, position, limit)
    start = lead.end() if lead else position
    end = _phrase_end(masked, start, limit)
    if end <= start:
        return None
    phrase = masked[start:end]
    determined = _DETERMINER.match(phrase) is not None
    if not determined and not phrase[0].isupper():
        return None
    inside = _inside(mentions, start, end)
    person = next((m for m in inside if m.kind is Kind.PERSON), None)
    if person is None and masked[end : end + 1] == ",":
        person = _apposed(masked, end + 1, limit, mentions)
    if person is not None:
        return Speaker(
            person.entity, Span(min(start, person.start), max(person.end, min(end, person.end)))
        )
    return Speaker(_institution(masked, Span(start, end), inside), Span(start, end))


def before(masked: str, floor: int, verb: int, mentions: Sequence[Mention]) -> Speaker | None:
    """The subject that stands before a verb, not before `floor`."""
    clause = masked[floor:verb]
    pronoun = _ANAPHORA_BEFORE.search(clause)
    if pronoun:
        return Speaker(None, Span(floor + pronoun.start(1), floor + pronoun.end(1)), anaphora=True)
    # The name right before the verb, apposition and adverbs apart, when no preposition governs it.
    for mention in reversed(_inside(mentions, floor, verb)):
        gap = masked[mention.end : verb]
        if len(gap) > 170 or not _SUBJECT_GAP.fullmatch(gap):
            continue
        if _IN_RELATIVE.search(masked, floor, mention.start) and "," in gap:
            continue
        if not _PREPOSITION.search(masked, floor, mention.start):
            return Speaker(mention.entity, Span(mention.start, mention.end))
    phrase = _phrase_before(masked, floor, verb)
    if phrase is not None:
        inside = _inside(mentions, phrase.start, phrase.end)
        person = next((m for m in inside if m.kind is Kind.PERSON), None)
        if person is not None and not _PREPOSITION.search(masked, phrase.start, person.start):
            return Speaker(person.entity, phrase)
        return Speaker(_institution(masked, phrase, inside), phrase)
    return None


def subject_of_sentence(
    masked: str, floor: int, limit: int, mentions: Sequence[Mention]
) -> Speaker | None:
    """The name with which a sentence begins, its title or office before it included."""
    for mention in _inside(mentions, floor, limit):
        lead = masked[floor : mention.start]
        if len(lead) <= 60 and not re.search(r"[.;:]", lead) and not _PREPOSITION.search(lead):
            if mention.kind in (Kind.PERSON, Kind.ORGANISATION, Kind.PLACE):
                return Speaker(mention.entity, Span(mention.start, mention.end))
        else:
            break
    return None


def _phrase_end(masked: str, start: int, limit: int) -> int:
    match = _PHRASE_END.search(masked, start, limit)
    # « M. Gantz »: the stop of a title ends nothing.
    while (
        match
        and match.group() == "."
        and re.search(r"(?:^|\W)(?:M|MM|Dr|Pr|Me|St|[A-Z])$", masked[start : match.start()])
    ):
        match = _PHRASE_END.search(masked, match.end(), limit)
    end = match.start() if match else limit
    while end > start and masked[end - 1].isspace():
        end -= 1
    return end


def _phrase_before(masked: str, floor: int, verb: int) -> Span | None:
    """« un responsable israélien », « le ministre de la Défense » right before a verb."""
    start = floor
    for boundary in _CLAUSE_START.finditer(masked, floor, verb):
        start = boundary.end()
    end = verb
    while end > start and (masked[end - 1].isspace() or masked[end - 1] == ","):
        end -= 1
    phrase = masked[start:end]
    if not phrase or len(phrase) > 110 or not _DETERMINER.match(phrase):
        return None
    return Span(start, end)


def _apposed(masked: str, position: int, limit: int, mentions: Sequence[Mention]) -> Mention | None:
    """The name in « , Benny Gantz »."""
    while position < limit and masked[position].isspace():
        position += 1
    return next(
        (
            m
            for m in _inside(mentions, position, limit)
            if m.start == position and m.kind is Kind.PERSON
        ),
        None,
    )


def _institution(masked: str, phrase: Span, inside: Sequence[Mention]) -> EntityId | None:
    """The body that speaks: named at the head of the phrase, or through its communiqué."""
    if not inside:
        return None
    lead = _DETERMINER.match(masked, phrase.start, phrase.end)
    head = lead.end() if lead else phrase.start
    for mention in inside:
        if mention.start <= head:
            return mention.entity
    if _INSTITUTION.match(masked, phrase.start, phrase.end):
        bodies = [m for m in inside if m.kind in (Kind.ORGANISATION, Kind.GROUP)]
        if bodies:
            return bodies[0].entity
    return None


def _inside(mentions: Sequence[Mention], start: int, end: int) -> list[Mention]:
    at = bisect_left(mentions, start, key=lambda mention: mention.start)
    found = []
    for mention in mentions[at:]:
        if mention.start >= end:
            break
        if mention.end <= end:
            found.append(mention)
    return found
