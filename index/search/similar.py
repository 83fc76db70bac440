"""Near spellings of a word in the lexicon: names that are spelt in several ways, and slips."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract_iter

from index.search.segment_words import Lexicon
from index.text.folding import fold

_PREFIX = 1
"""The letters at the beginning that must agree: slips in the first letter are rare."""


def nearest_first(word: str, forms: Iterable[str]) -> list[str]:
    """Forms by their number of slips from a word; accents count only among equals, then the given
    order stays.
    """
    folded = fold(word)
    return sorted(
        forms, key=lambda form: (OSA.distance(folded, fold(form)), OSA.distance(word, form))
    )


def similar_folds(folded: str, lexicon: Lexicon, *, nearest: bool = False) -> list[int]:
    """Places in `lexicon.folds` of the words within one slip, or within two from six letters on.

    A slip is one letter added, missing or replaced, or two letters swapped (optimal string
    alignment). With `nearest`, words with two slips are given only if there are none with one.
    """
    slips = 1 if len(folded) < 6 else 2
    places = lexicon.folds_with_prefix(folded[:_PREFIX])
    choices = [
        word if abs(len(word) - len(folded)) <= slips else None
        for word in lexicon.folds[places.start : places.stop]
    ]
    found = list(extract_iter(folded, choices, scorer=OSA.distance, score_cutoff=slips))
    if nearest:
        fewest = min((distance for _, distance, _ in found), default=0)
        found = [one for one in found if one[1] <= max(1, fewest)]
    return [places.start + at for _, _, at in found]
