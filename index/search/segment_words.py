"""The words of one segment, with the words of each folded form and of each stem."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cached_property

import numpy as np

from index.french.stems import FrenchStemmer
from index.search.arrays import (
    Array,
    PackedStrings,
    pack_strings,
    ranges,
    starts_of,
    unpack_strings,
)
from index.text.folding import fold

HIGHEST = "\U0010ffff"
"""This character sorts after every continuation of a prefix."""


def lexicon_arrays(words: Sequence[str], stemmer: FrenchStemmer) -> dict[str, Array]:
    """The tables of sorted exact words: the words, their folded forms and their stems."""
    arrays: dict[str, Array] = {"words": pack_strings(words), "sizes": np.zeros(3, dtype="u4")}
    sizes = [len(words)]
    groupings = (
        ("folds", [word if word.isascii() else fold(word) for word in words]),
        ("stems", [stemmer.stem(word) for word in words]),
    )
    for name, forms in groupings:
        # Words with the same form stay in their order: the sort is stable.
        order = sorted(range(len(forms)), key=forms.__getitem__)
        firsts = [
            at for at, number in enumerate(order) if not at or forms[number] != forms[order[at - 1]]
        ]
        sizes.append(len(firsts))
        found = [forms[order[at]] for at in firsts]
        if name == "folds":
            # Most are the first of their words; those are not written twice.
            pairs = zip(found, firsts, strict=True)
            found = ["" if form == words[order[at]] else form for form, at in pairs]
        arrays[name] = pack_strings(found)
        arrays[f"{name}.lengths"] = np.diff([*firsts, len(order)]).astype("u4")
        arrays[f"{name}.words"] = np.array(order, dtype="u4")
    arrays["sizes"] = np.array(sizes, dtype="u4")
    return arrays


class Lexicon:
    """Reads what `lexicon_arrays` wrote; each table is decoded on first use."""

    def __init__(self, arrays: Mapping[str, Array]) -> None:
        self._arrays = arrays

    @cached_property
    def words(self) -> list[str]:
        """Exact forms in the order of code points; a word's number is its place here."""
        return self._strings("words", 0)

    @cached_property
    def folds(self) -> list[str]:
        words, firsts = self.words, self._fold_words[self._fold_starts[:-1]].tolist()
        written = self._strings("folds", 1)
        return [form or words[first] for form, first in zip(written, firsts, strict=True)]

    @cached_property
    def stems(self) -> PackedStrings:
        """Not decoded as a whole, unlike words and folds: a query looks up a few of them, if any."""
        return PackedStrings(self._arrays["stems"], count=int(self._arrays["sizes"][2]))

    def number_of(self, exact: str) -> int | None:
        place = bisect_left(self.words, exact)
        if place < len(self.words) and self.words[place] == exact:
            return place
        return None

    def folding_to(self, folded: str) -> list[int]:
        """The words with this folded form."""
        return self._members(self.folds, folded, self._fold_starts, self._fold_words)

    def stemming_to(self, stem: str) -> list[int]:
        return self._members(self.stems, stem, self._stem_starts, self._stem_words)

    def folds_with_prefix(self, prefix: str) -> range:
        """The places in `folds` with a prefix."""
        return range(bisect_left(self.folds, prefix), bisect_left(self.folds, prefix + HIGHEST))

    def folds_ending_in(self, tail: str) -> list[int]:
        """The places in `folds` with an ending."""
        return self.folds_with(f"{tail}\0")

    def folds_with(self, part: str) -> list[int]:
        """The places in `folds` that contain a part, found in one pass over all of them as one
        text.
        """
        text, starts = self._folds_as_text
        found: list[int] = []
        at = text.find(part)
        while at >= 0:
            found.append(at)
            at = text.find(part, at + 1)
        places: list[int] = np.unique(np.searchsorted(starts, found, side="right") - 1).tolist()
        return places

    @cached_property
    def _folds_as_text(self) -> tuple[str, Array]:
        lengths = np.fromiter(map(len, self.folds), dtype="i8", count=len(self.folds))
        return "\0".join([*self.folds, ""]), starts_of(lengths + 1)

    def of_folds(self, places: Sequence[int]) -> list[int]:
        """The words of several places in `folds`."""
        starts, members = self._fold_starts, self._fold_words
        chosen = np.array(places, dtype=np.int64)
        counts = starts[chosen + 1] - starts[chosen]
        numbers: list[int] = members[ranges(starts[chosen], counts)].tolist()
        return numbers

    @cached_property
    def _fold_starts(self) -> Array:
        return starts_of(self._arrays["folds.lengths"])

    @cached_property
    def _stem_starts(self) -> Array:
        return starts_of(self._arrays["stems.lengths"])

    @cached_property
    def _fold_words(self) -> Array:
        return self._arrays["folds.words"]

    @cached_property
    def _stem_words(self) -> Array:
        return self._arrays["stems.words"]

    @staticmethod
    def _members(
        forms: list[str] | PackedStrings, form: str, starts: Array, members: Array
    ) -> list[int]:
        place = bisect_left(forms, form)
        if place >= len(forms) or forms[place] != form:
            return []
        found: list[int] = members[starts[place] : starts[place + 1]].tolist()
        return found

    def _strings(self, name: str, size: int) -> list[str]:
        return unpack_strings(self._arrays[name], count=int(self._arrays["sizes"][size]))
