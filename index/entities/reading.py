"""One article read: what the gazetteers find, what the rules add, and the two brought together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from index.entities.discovery import Candidate, candidates
from index.entities.evidence import KINDS, ORGANISATION, OTHER, PERSON, PLACE
from index.entities.found import Found
from index.entities.matching import GLUED
from index.entities.meanings import definitions_in, meanings
from index.entities.names import folded_key, slug
from index.entities.persons import PARTICLES, surname
from index.entities.recognition import Recogniser, as_mentions
from index.entities.words import Words
from index.model.article import EntityId, Kind, Mention

if TYPE_CHECKING:
    from index.entities.votes import CorpusVotes


_NATIONAL = re.compile(r"(?:ain|aine|ien|ienne|ais|aise|ois|oise)s?$")


class Reading(NamedTuple):
    """What one pass over an article gives; settled once the corpus was seen."""

    words: Words
    found: tuple[Found, ...]
    candidates: tuple[Candidate, ...]


class Settled(NamedTuple):
    """What is certain about an article's names."""

    mentions: tuple[Mention, ...]
    defined: tuple[tuple[EntityId, EntityId], ...]
    """Acronyms that the article defines, as other articles may bear them alone, and their names."""


def read(recogniser: Recogniser, text: str) -> Reading:
    """The first pass over an article's text."""
    words = Words(text)
    found = recogniser.find(words)
    return Reading(words, tuple(found), tuple(candidates(words, found, recogniser.lexicon)))


def settle(
    reading: Reading, recogniser: Recogniser, *, votes: CorpusVotes | None = None
) -> tuple[Mention, ...]:
    """The mentions of an article, sorted; with the corpus's votes where they are known."""
    return settled(reading, recogniser, votes=votes).mentions


def settled(
    reading: Reading, recogniser: Recogniser, *, votes: CorpusVotes | None = None
) -> Settled:
    """The same with what the article defines."""
    words, found, runs = reading
    small = words.small
    inside = {run.key for run in runs if not run.at_start}
    adjectives: dict[str, list[str]] = {}
    for word in small:
        if len(word) >= 6 and _NATIONAL.search(word):
            adjectives.setdefault(word[:4], []).append(word)
    defined = definitions_in(words, found, runs)
    accepted: list[tuple[Candidate, int]] = []
    doubtful: list[Candidate] = []
    for run in runs:
        scores = votes.scores(run) if votes else run.scores
        if _has_inhabitants(run, adjectives):
            scores = tuple(
                score + (1.5 if kind == PLACE else 0) for kind, score in enumerate(scores)
            )
        if run.first in defined or _is_name(run, scores, small, inside, votes):
            accepted.append((run, _kind(run, scores, words)))
        elif run.after - run.first == 1 and run.key not in small:
            doubtful.append(run)
    persons = _persons(words, found, accepted, recogniser)
    # « Gantz a répondu » where the article names him in full elsewhere.
    accepted += [(run, PERSON) for run in doubtful if run.key in persons]
    meant, spelt = meanings(words, found, accepted, recogniser, defined=defined)
    grown = _grown(accepted, found)
    result = [
        match._replace(entity=meant[acronym], kind=recogniser.kind(meant[acronym]))
        if match.after - match.first == 1 and (acronym := words.folded[match.first]) in meant
        else match
        for match in found
        if match not in grown
    ]
    result.extend(spelt)
    spelt_out = set(meant.values())
    for run, kind in accepted:
        if f"organisation:{run.key.replace(' ', '-')}" in spelt_out:
            kind = ORGANISATION
        single = run.after - run.first == 1 or run.key in persons
        owner = persons.get(run.key) if single else None
        whole = _with_particle(words, run) if single and owner is None else ""
        if whole in persons:
            # « Le Pen a répondu »: what begins the sentence belongs to the surname.
            result.append(Found(run.first - 1, run.after, persons[whole], Kind.PERSON, run.by))
            continue
        if owner is not None and (kind in (PERSON, OTHER) or run.scores[kind] < 2.5):
            result.append(Found(run.titled, run.after, owner, Kind.PERSON, run.by))
        elif run.key in meant:
            entity = meant[run.key]
            result.append(Found(run.first, run.after, entity, recogniser.kind(entity), run.by))
        else:
            name, cut = _unglued(run, kind, votes)
            first = run.titled if kind == PERSON else run.first
            entity = EntityId(f"{KINDS[kind]}:{name.replace(' ', '-')}")
            by = f"glued {cut}" if cut else run.by
            match = Found(first, run.after, entity, KINDS[kind], by)
            if kind == PERSON and first == run.first:
                match = recogniser.namesake(words, match) or match
            result.append(match)
            if kind == ORGANISATION:
                result.extend(_staff(words, run))
    told = tuple(
        (EntityId(f"{entity.partition(':')[0]}:{key.replace(' ', '-')}"), entity)
        for key, entity in meant.items()
    )
    return Settled(
        as_mentions(words, _with_types(words, result)),
        tuple(pair for pair in told if pair[0] != pair[1]),
    )


def _with_types(words: Words, found: list[Found]) -> list[Found]:
    """« Exocet MM40 », « NH90 Caïman »: two names of equipment side by side are one."""
    joined: list[Found] = []
    for match in sorted(set(found), key=lambda match: (match.first, -match.after)):
        before = joined[-1] if joined else None
        if (
            before is not None
            and match.kind is before.kind is Kind.EQUIPMENT
            and match.first == before.after
            and words.gap(match.first) in (" ", "\u00a0")
        ):
            entity = EntityId(f"equipment:{slug(words.surface(before.first, match.after))}")
            joined[-1] = before._replace(after=match.after, entity=entity)
        else:
            joined.append(match)
    return joined


def _has_inhabitants(run: Candidate, adjectives: dict[str, list[str]]) -> bool:
    """Whether the article has an adjective made from a word: Tanguistan, tanguistanais."""
    word = run.key
    if run.after - run.first != 1 or len(word) < 4:
        return False
    length = max(4, len(word) - 2)
    return any(adjective.startswith(word[:length]) for adjective in adjectives.get(word[:4], ()))


def _grown(accepted: list[tuple[Candidate, int]], found: tuple[Found, ...]) -> set[Found]:
    """Known single words that turned out to be part of a longer name."""
    by_word = {match.first: match for match in found if match.after - match.first == 1}
    return {
        by_word[at] for run, _ in accepted for at in range(run.first, run.after) if at in by_word
    }


def _is_name(
    run: Candidate,
    scores: tuple[float, ...],
    small: frozenset[str],
    inside: set[str],
    votes: CorpusVotes | None,
) -> bool:
    best = max(scores)
    single = run.after - run.first == 1
    if not single:
        return not run.at_start or best >= 1.5 or run.key in inside or _seen(run, votes)
    if run.titled < run.first:
        return True
    if run.at_start and run.key not in inside and not _seen(run, votes):
        return best >= 2.5
    if run.key in small or (votes is not None and votes.common(run.key)):
        return best >= 3
    return True


def _unglued(run: Candidate, kind: int, votes: CorpusVotes | None) -> tuple[str, int]:
    """A full name of the corpus with a small word glued to it, and how long that is."""
    if kind != PERSON or votes is None or run.after - run.first < 2:
        return run.key, 0
    for cut in range(1, 6):
        stem = run.key[:-cut]
        if run.key[-cut:] in GLUED and votes.seen(stem) > 2 * votes.seen(run.key):
            return stem, cut
    return run.key, 0


def _staff(words: Words, run: Candidate) -> list[Found]:
    """« état-major des … »: the staff of a force that is named after it."""
    at = run.first - 1
    while at >= 0 and words.folded[at] in ("de", "des", "du", "la", "l", "d"):
        at -= 1
    if at < run.first - 1 and at >= 1 and words.folded[at] == "general":
        at -= 1
    if at >= run.first - 1 or at < 1 or words.folded[at - 1 : at + 1] != ["etat", "major"]:
        return []
    if at >= 3 and words.folded[at - 2] == "d" and words.folded[at - 3].startswith("chef"):
        return []
    entity = EntityId(f"organisation:{'-'.join(words.folded[at - 1 : run.after])}")
    return [Found(at - 1, run.after, entity, Kind.ORGANISATION, "rules")]


def _seen(run: Candidate, votes: CorpusVotes | None) -> bool:
    return votes is not None and votes.inside(run.key) > 0


def _kind(run: Candidate, scores: tuple[float, ...], words: Words) -> int:
    best = max(range(len(scores)), key=lambda kind: scores[kind])
    if scores[best] >= 0.4:
        return best
    surface = words.surface(run.first, run.after)
    if surface.isupper() and len(surface) > 1:
        return ORGANISATION
    if run.after - run.first in (2, 3) and scores[PERSON] >= 0:
        return PERSON
    return PLACE if run.after - run.first == 1 else OTHER


def _persons(
    words: Words,
    found: tuple[Found, ...],
    accepted: list[tuple[Candidate, int]],
    recogniser: Recogniser,
) -> dict[str, EntityId]:
    """Whom surnames stand for in this article; those of several stand for nobody in particular."""
    owners: dict[str, set[EntityId]] = {}
    for match in found:
        if match.kind is Kind.PERSON:
            short = surname(recogniser.name(match.entity))
            if short:
                owners.setdefault(folded_key(short), set()).add(match.entity)
    for run, kind in accepted:
        if kind == PERSON and run.after - run.first > 1:
            short = surname(words.surface(run.first, run.after))
            if short:
                entity = EntityId(f"person:{run.key.replace(' ', '-')}")
                owners.setdefault(folded_key(short), set()).add(entity)
    return {
        key: next(iter(entities)) if len(entities) == 1 else EntityId(f"person:{slug(key)}")
        for key, entities in owners.items()
    }


def _with_particle(words: Words, run: Candidate) -> str:
    before = run.first - 1
    if before < 0 or words.folded[before] not in PARTICLES or not words.capital(before):
        return ""
    return f"{words.folded[before]} {run.key}"
