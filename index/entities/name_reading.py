"""The reading of one article: names from the gazetteers and names found by rules, brought together."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from index.entities.discovery import Candidate, candidates
from index.entities.double_names import with_bodies
from index.entities.found_names import Found, in_order
from index.entities.happenings import with_events
from index.entities.makes import with_models
from index.entities.recognition import Recogniser, as_mentions
from index.entities.settling import Settling
from index.entities.teams import with_clubs
from index.entities.words import Words
from index.model.article import EntityId, Mention

if TYPE_CHECKING:
    from index.entities.votes import CorpusVotes


class Reading(NamedTuple):
    """The result of the first pass over an article; it is settled once the whole corpus was read."""

    words: Words
    found: tuple[Found, ...]
    candidates: tuple[Candidate, ...]


class Settled(NamedTuple):
    """The names of an article after the decision about each."""

    mentions: tuple[Mention, ...]
    defined: tuple[tuple[EntityId, EntityId], ...]
    """Acronyms that the article defines, each with its name: other articles may use the acronym
    alone.
    """
    led: tuple[tuple[EntityId, str], ...]
    """Persons whom the text names shortly, with their full names from its summary."""


def read(recogniser: Recogniser, text: str) -> Reading:
    """The first pass over an article's text."""
    words = Words(text)
    found = recogniser.find(words)
    return Reading(words, tuple(found), tuple(candidates(words, found, recogniser.lexicon)))


def settle(
    reading: Reading, recogniser: Recogniser, *, votes: CorpusVotes | None = None, lead: str = ""
) -> tuple[Mention, ...]:
    """The mentions of an article in order; the votes of the corpus count if they are known.

    `lead` is a summary outside the text, which may name in full whom the text names shortly.
    """
    return settled(reading, recogniser, votes=votes, lead=lead).mentions


def settled(
    reading: Reading, recogniser: Recogniser, *, votes: CorpusVotes | None = None, lead: str = ""
) -> Settled:
    """The mentions that `settle` gives, and the acronyms that the article defines."""
    words, found, runs = reading
    settling = Settling(words, found, runs, recogniser, votes=votes, lead=lead)
    names = settling.names()
    more = with_models(words, names, recogniser)
    more = with_bodies(words, with_clubs(words, more))
    more = with_events(words, more, recogniser)
    mentions = as_mentions(words, names if more is names else in_order(more))
    return Settled(mentions, settling.defined(), tuple(settling.led.items()))
