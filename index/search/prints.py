"""The prints of an article: numbers made of its runs of words, by which its copies are found.

Every five consecutive words give a number, and one number in eight is kept: the same ones in every
article (Broder's sampling modulo m). So the share of prints that two articles have in common is
about the share of their runs.
"""

from __future__ import annotations

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
    return prints_of_several(words, np.array([len(words)]))[0]


def prints_of_several(
    words: npt.NDArray[np.uint64], lengths: npt.NDArray[np.int64]
) -> tuple[Prints, npt.NDArray[np.int64]]:
    """The samples of several articles, one after the other, and the size of each.

    `lengths` says how many of the words each article has. Numpy takes as long to be asked about one
    article as about a hundred.
    """
    runs = len(words) - RUN + 1
    if runs <= 0:
        return np.zeros(0, dtype=np.uint32), np.zeros(len(lengths), dtype=np.int64)
    mixed = words[:runs].copy()
    for step in range(1, RUN):
        mixed *= _FACTOR
        mixed += words[step : step + runs]
    mixed ^= mixed >> _SHIFT
    mixed *= _MIX
    mixed >>= _SHIFT
    places = np.flatnonzero((mixed & _SAMPLE) == 0)
    ends = np.cumsum(lengths)
    owners = np.searchsorted(ends, places, side="right")
    # Words of two articles are no run.
    whole = places + RUN <= ends[owners]
    kept: Prints = mixed[places[whole]].astype(np.uint32)
    return kept, np.bincount(owners[whole], minlength=len(lengths))


class PrintsBuilder:
    """Gathers the prints of the articles of one segment."""

    def __init__(self) -> None:
        self._prints: list[Prints] = [np.zeros(0, dtype=np.uint32)]
        self._counts: list[npt.NDArray[np.int64]] = [np.zeros(0, dtype=np.int64)]

    def add(self, words: npt.NDArray[np.uint64], lengths: npt.NDArray[np.int64]) -> None:
        """Takes the words of several articles, as `prints_of_several` does."""
        prints, counts = prints_of_several(words, lengths)
        self._prints.append(prints)
        self._counts.append(counts)

    def arrays(self) -> dict[str, Array]:
        return {
            "prints": np.concatenate(self._prints),
            "prints.counts": np.concatenate(self._counts).astype("u4"),
        }
