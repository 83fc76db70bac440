"""The prints of an article: numbers made of its runs of words, by which its copies are found.

Every five consecutive words give a number, and one number in eight is kept: the same ones in every
article (Broder's sampling modulo m). So the share of prints that two articles have in common is
about the share of their runs.
"""

from __future__ import annotations

from array import array
from zlib import crc32

import numpy as np
import numpy.typing as npt

from index.search.arrays import Array

RUN = 5
"""The number of words in a run."""
_SAMPLE = np.uint64(7)
"""One run in eight is kept: those whose lowest three bits are zero."""
_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xBF58476D1CE4E5B9)
_SHIFT = np.uint64(32)

Prints = npt.NDArray[np.uint32]


def word_print(folded: str) -> int:
    """A number for a word, the same in every segment."""
    return crc32(folded.encode("utf-8", "surrogatepass"))


def prints_of(words: npt.NDArray[np.uint64]) -> Prints:
    """The sample of the runs of an article's words, in their order; `words` are the words'
    `word_print`.
    """
    runs = len(words) - RUN + 1
    if runs <= 0:
        return np.zeros(0, dtype=np.uint32)
    mixed = words[:runs].copy()
    for step in range(1, RUN):
        mixed *= _FACTOR
        mixed += words[step : step + runs]
    mixed ^= mixed >> _SHIFT
    mixed *= _MIX
    mixed >>= _SHIFT
    kept: Prints = mixed[(mixed & _SAMPLE) == 0].astype(np.uint32)
    return kept


class PrintsBuilder:
    """Gathers the prints of the articles of one segment."""

    def __init__(self) -> None:
        self._prints: list[Prints] = []
        self._counts = array("I")

    def add(self, prints: Prints) -> None:
        self._prints.append(prints)
        self._counts.append(len(prints))

    def arrays(self) -> dict[str, Array]:
        none = np.zeros(0, dtype=np.uint32)
        return {
            "prints": np.concatenate([none, *self._prints]),
            "prints.counts": np.array(self._counts, dtype="u4"),
        }
