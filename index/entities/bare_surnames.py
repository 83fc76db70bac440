"""Surnames alone whose bearer the article does not name in full, and that only look like a place: « Valls recule »."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.entities.weighed_kinds import PERSON, PLACE

if TYPE_CHECKING:
    from index.entities.discovery import Candidate
    from index.entities.recognition import Recogniser
    from index.entities.votes import CorpusVotes
    from index.entities.words import Words

_ARTICLES = frozenset(("le", "la", "les", "l", "du", "des", "au", "aux"))
_MOST = 1.0
"""What an article may say for a place, beyond a person, if the word is a surname: « de » alone says less."""
_MOST_OF_ALL = 2.5
"""The same, with what other articles say."""


def is_bare_surname(
    run: Candidate,
    scores: tuple[float, ...],
    words: Words,
    recogniser: Recogniser,
    votes: CorpusVotes | None,
) -> bool:
    """Whether a word alone that no list has as a place is a surname of the gazetteers or of the corpus."""
    if (
        run.scores[PLACE] - run.scores[PERSON] >= _MOST
        or scores[PLACE] - scores[PERSON] >= _MOST_OF_ALL
        or _goes_on(words, run.first)
    ):
        return False
    surname = words.surfaces[run.first] in recogniser.surnames
    return surname or (votes is not None and votes.bear(run.key))


def _goes_on(words: Words, at: int) -> bool:
    """Whether an article stands before a word, or a word with a capital: « le Mas », « Oxford Tan »."""
    if not at or words.gap(at) not in (" ", "\u00a0", "-"):
        return False
    before = at - 1
    return words.folded[before] in _ARTICLES or (
        words.capital(before) and not words.begins_sentence(before)
    )
