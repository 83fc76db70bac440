"""The decision about a candidate from its evidence: whether it is a name, and of what kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.entities.weighed_kinds import EQUIPMENT, EVENT, ORGANISATION, OTHER, PERSON, PLACE

if TYPE_CHECKING:
    from index.entities.context import Lexicon
    from index.entities.discovery import Candidate
    from index.entities.votes import CorpusVotes
    from index.entities.words import Words

_CUED = 1.5
"""The score that one cue gives; a lower one comes from the shape of the word alone."""
_SURE = 2.5
"""The score of an organisation that more than its capitals speaks for."""


def is_name(
    run: Candidate,
    scores: tuple[float, ...],
    small: frozenset[str],
    inside: set[str],
    votes: CorpusVotes | None,
) -> bool:
    """Whether a candidate is a name.

    `small` are the words that the article writes small, `inside` the names that stand within its
    sentences.
    """
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


def likeliest_kind(
    run: Candidate, scores: tuple[float, ...], words: Words, lexicon: Lexicon
) -> int:
    best = max(range(len(scores)), key=lambda kind: scores[kind])
    row = words.folded[run.first : run.after]
    if best == EQUIPMENT and (
        scores[best] < _CUED or all(word in lexicon.equipment_words for word in row)
    ):
        # « CM2 », « L214 », « PM10 »: letters and figures alone name no weapon.
        return OTHER
    if best == EVENT and (scores[best] < _CUED or all(word in lexicon.event_words for word in row)):
        # « le Congrès national », « le Grand Prix »
        return OTHER
    if best == ORGANISATION and scores[best] < _SURE and row[0] in lexicon.equipment_words:
        # « GT »: the capitals of a trim are no acronym.
        return OTHER if len(row) == 1 else best
    if scores[best] >= 0.4:
        return best
    surface = words.surface(run.first, run.after)
    if surface.isupper() and len(surface) > 1:
        return ORGANISATION
    if run.after - run.first in (2, 3) and scores[PERSON] >= 0:
        return PERSON
    return PLACE if run.after - run.first == 1 else OTHER


def has_inhabitants(run: Candidate, adjectives: dict[str, list[str]]) -> bool:
    """Whether the article has an adjective made from a name: Tanguistan, tanguistanais."""
    word = run.key
    if run.after - run.first != 1 or len(word) < 4:
        return False
    length = max(4, len(word) - 2)
    return any(adjective.startswith(word[:length]) for adjective in adjectives.get(word[:4], ()))


def _seen(run: Candidate, votes: CorpusVotes | None) -> bool:
    return votes is not None and votes.inside(run.key) > 0
