"""What stands beside a name and belongs to it: a second name of equipment, a particle, a staff; and
what is glued to it and does not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.entities.found_names import Found, in_order
from index.entities.matching import GLUED
from index.entities.names import slug
from index.entities.persons import GENERATIONS, PARTICLES
from index.entities.weighed_kinds import PERSON
from index.model.article import EntityId, Kind

if TYPE_CHECKING:
    from index.entities.discovery import Candidate
    from index.entities.votes import CorpusVotes
    from index.entities.words import Words


def with_types(words: Words, found: list[Found]) -> list[Found]:
    """« Exocet MM40 », « NH90 Caïman »: two names of equipment side by side are one."""
    joined: list[Found] = []
    for match in in_order(found):
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


def unglued(run: Candidate, kind: int, votes: CorpusVotes | None) -> tuple[str, int]:
    """A full name of the corpus with a small word glued to it, and how long that is."""
    if kind != PERSON or votes is None or run.after - run.first < 2:
        return run.key, 0
    for cut in range(1, 6):
        stem = run.key[:-cut]
        if run.key[-cut:] in GLUED and votes.seen(stem) > 2 * votes.seen(run.key):
            return stem, cut
    return run.key, 0


def staff(words: Words, run: Candidate) -> list[Found]:
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


def generation_behind(words: Words, run: Candidate) -> str:
    """« fils » in « Odon Varnac fils », but not in « Odon Varnac fils de Paul »."""
    at = run.after
    if run.after - run.first < 2 or at >= len(words) or words.gap(at) != " ":
        return ""
    if words.folded[at] not in GENERATIONS or words.capital(at):
        return ""
    last = at + 1 >= len(words) or words.folded[at + 1] not in ("de", "d", "du", "des", "et")
    return words.folded[at] if last else ""


def with_particle(words: Words, run: Candidate) -> str:
    before = run.first - 1
    if before < 0 or words.folded[before] not in PARTICLES or not words.capital(before):
        return ""
    return f"{words.folded[before]} {run.key}"


def grown(accepted: list[tuple[Candidate, int]], found: tuple[Found, ...]) -> set[Found]:
    """Known single words that turned out to be part of a longer name."""
    by_word = {match.first: match for match in found if match.after - match.first == 1}
    return {
        by_word[at] for run, _ in accepted for at in range(run.first, run.after) if at in by_word
    }
