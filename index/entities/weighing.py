"""The decision about a candidate from its evidence: whether it is a name, and of what kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.entities.weighed_kinds import EQUIPMENT, EVENT, ORGANISATION, OTHER, PERSON, PLACE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from index.entities.context import Lexicon
    from index.entities.discovery import Candidate
    from index.entities.votes import CorpusVotes
    from index.entities.words import Words

_NATIONAL = tuple(
    ending + number
    for ending in ("ain", "aine", "ien", "ienne", "ais", "aise", "ois", "oise")
    for number in ("", "s")
)
_CUED = 1.5
"""The score that one cue gives; a lower one comes from the shape of the word alone."""
_BODIES = frozenset(("Coupé", "Coupés"))
"""What only an accent tells from « la Coupe »: « le Coupé Sport » is no organisation."""
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
    best = scores.index(max(scores))
    if _lacks_cue(best, scores[best], words.folded[run.first : run.after], lexicon):
        return OTHER
    if _is_trim(run, best, words, lexicon):
        return OTHER
    if scores[best] >= 0.4:
        return best
    surface = words.surface(run.first, run.after)
    if surface.isupper() and len(surface) > 1:
        return ORGANISATION
    if run.after - run.first in (2, 3) and scores[PERSON] >= 0:
        return PERSON
    return PLACE if run.after - run.first == 1 else OTHER


def _is_trim(run: Candidate, best: int, words: Words, lexicon: Lexicon) -> bool:
    """Whether words of cars only look like an acronym or like a name: « les GT », « Twin Turbo »."""
    if best == ORGANISATION:
        word = words.word(run.first)
        alone = run.after - run.first == 1 and word.isupper()
        return word in _BODIES or (alone and run.key in lexicon.equipment_words)
    if best != PERSON or run.scores[PERSON] >= _CUED:
        return False
    return not lexicon.equipment_words.isdisjoint(words.folded[run.first : run.after])


def _lacks_cue(best: int, score: float, row: list[str], lexicon: Lexicon) -> bool:
    """Whether the words alone, or their shape, speak for a kind that asks for a cue."""
    if best == EQUIPMENT:
        # « CM2 », « L214 », « PM10 »: letters and figures alone name no weapon.
        return score < _CUED or lexicon.equipment_words.issuperset(row)
    if best == EVENT:
        # « le Congrès national », « le Grand Prix »
        return score < _CUED or lexicon.event_words.issuperset(row)
    # « GT »: the capitals of a trim are no acronym.
    trim = best == ORGANISATION and score < _SURE and len(row) == 1
    return trim and row[0] in lexicon.equipment_words


def adjectives_in(small: Iterable[str]) -> dict[str, list[str]]:
    """The words that may be made from the name of a place, by their first letters."""
    adjectives: dict[str, list[str]] = {}
    for word in filter(_is_national.__getitem__, small):
        adjectives.setdefault(word[:4], []).append(word)
    return adjectives


class _Nationals(dict[str, bool]):
    """Whether a word ends as an adjective made from the name of a place."""

    def __missing__(self, word: str) -> bool:
        if len(self) >= _MOST_WORDS:
            self.clear()
        known = self[word] = word.endswith(_NATIONAL) and len(word) >= 6
        return known


_MOST_WORDS = 1 << 17
"""The most words that are kept; then all are dropped and read anew."""
_is_national = _Nationals()


def has_inhabitants(run: Candidate, adjectives: dict[str, list[str]]) -> bool:
    """Whether the article has an adjective made from a name: Tanguistan, tanguistanais."""
    word = run.key
    if run.after - run.first != 1 or len(word) < 4:
        return False
    length = max(4, len(word) - 2)
    return any(adjective.startswith(word[:length]) for adjective in adjectives.get(word[:4], ()))


def _seen(run: Candidate, votes: CorpusVotes | None) -> bool:
    return votes is not None and votes.inside(run.key) > 0
