"""The words of a whole text in columns: those that `tokens` finds one by one, at the speed a build
needs.

A text becomes bytes, one a character, in which a table of 256 entries replaces everything but
letters and figures by blanks; the words stand between the blanks. That is five times as fast as a
pattern applied to each word. Only words that join several of these runs (25 000, F-16, aujourd'hui)
need patterns.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, cached_property, lru_cache
from itertools import compress, count
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
import numpy.typing as npt

from index.text.tokens import DESIGNATOR, FIGURES, WITH_APOSTROPHE, word_forms, word_spans

if TYPE_CHECKING:
    from collections.abc import Iterator

_ENCODING = "cp1252"
"""One byte a character, with nearly all that French press writes."""
_PLACEHOLDER = "ƒ"
"""The sign for letters that the encoding does not have."""
_BLANK = 32
_RUN = re.compile(r"[^\W_]+")
_NEEDS_PATTERNS = re.compile(r"[\u0300-\u036f]|(?![0-9])\d")
"""Characters that need the patterns: combining accents, and figures of other scripts."""
_FIGURES = re.compile(FIGURES, re.VERBOSE)
_DESIGNATOR = re.compile(DESIGNATOR, re.VERBOSE)
_WITH_APOSTROPHE = re.compile(WITH_APOSTROPHE, re.VERBOSE)
_BEFORE_APOSTROPHE = ("aujourd", "prud")
_SHORT = 20_000
"""Characters below which the columns of many texts are kept; a word takes a hundred bytes or two."""
_MOST_FORMS = 1 << 17
"""The most forms that are kept; then all are dropped and read anew."""


class _Folded(dict[str, str]):
    """The folded form of each written word."""

    def __missing__(self, surface: str) -> str:
        if len(self) >= _MOST_FORMS:
            self.clear()
        folded = self[surface] = word_forms(surface)[1]
        return folded


_folded = _Folded()


class Columns:
    """The words of one text: their places, their written form, their folded form.

    `run_starts` and `run_folded` are the same for the unbroken runs of letters and figures: « 25
    000 » is two runs and one word. `figures` are the runs that begin with a figure.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._firsts: npt.NDArray[np.uint8] | None = None
        """The first letter of each word in the encoding; None if it does not have all of them."""
        self._joins: list[tuple[int, int, int]] | None = []
        """Runs that are one word, as `_joined` gives them; None if not known."""
        runs = _runs(text)
        if runs is None:
            self._read_slowly()
            return
        self.starts, self.ends, self.surfaces, self.figures, near, self._firsts = runs
        self.run_starts, self._runs = self.starts, self.surfaces
        joined = self._joined(near)
        if joined:
            self._joins = joined
            self.starts, self.ends = self.starts.copy(), self.ends.copy()
            self.surfaces = self.surfaces.copy()
            for first, last, end in reversed(joined):
                self.surfaces[first : last + 1] = [text[self.starts[first] : end]]
                self.ends[first : last + 1] = [end]
                del self.starts[first + 1 : last + 1]
                if self._firsts is not None:
                    self._firsts = np.delete(self._firsts, np.s_[first + 1 : last + 1])

    @cached_property
    def capitals(self) -> list[int]:
        """The words that begin with a capital letter."""
        if self._firsts is not None:
            return _capital_letters()[self._firsts].nonzero()[0].tolist()
        letters = map(self.text.__getitem__, self.starts)
        return list(compress(count(), map(str.isupper, letters)))

    @cached_property
    def small(self) -> frozenset[str]:
        """The folded words of three letters and more that stand in small letters."""
        if self._firsts is not None:
            is_small = _small_letters()[self._firsts].tolist()
        else:
            is_small = list(map(str.islower, map(self.text.__getitem__, self.starts)))
        small = set(compress(self.folded, is_small))
        return frozenset([word for word in small if len(word) > 2])

    @cached_property
    def folded(self) -> list[str]:
        if self._joins is None:
            return list(map(_folded.__getitem__, self.surfaces))
        if not self._joins:
            return self.run_folded
        folded = self.run_folded.copy()
        for first, last, end in reversed(self._joins):
            folded[first : last + 1] = [_folded[self.text[self.run_starts[first] : end]]]
        return folded

    @cached_property
    def run_folded(self) -> list[str]:
        return list(map(_folded.__getitem__, self._runs))

    def _read_slowly(self) -> None:
        text = self.text
        self._joins = None
        spans = word_spans(text)
        self.starts = [start for start, _ in spans]
        self.ends = [end for _, end in spans]
        self.surfaces = [text[start:end] for start, end in spans]
        runs = list(_RUN.finditer(text))
        self.run_starts = [run.start() for run in runs]
        self._runs = [run.group() for run in runs]
        self.figures = [at for at, run in enumerate(self._runs) if run[0].isdecimal()]

    @cached_property
    def lowered(self) -> str:
        """The text in lower case, as long as it is: letters that would become longer stay."""
        lowered = self.text.lower()
        if len(lowered) == len(self.text):
            return lowered
        return "".join(c.lower() if len(c.lower()) == 1 else c for c in self.text)

    def _with_apostrophe(self) -> Iterator[re.Match[str]]:
        """Words with an apostrophe inside, each sought by its first letters."""
        lowered = self.lowered
        for beginning in _BEFORE_APOSTROPHE:
            at = lowered.find(beginning)
            while at >= 0:
                match = _WITH_APOSTROPHE.match(self.text, at)
                if match is not None:
                    yield match
                at = lowered.find(beginning, at + 1)

    def _joined(self, near: list[int]) -> list[tuple[int, int, int]]:
        """Runs that are one word, as (first, last, end in the text), in order.

        `near` are the runs of figures that one sign separates from the run before.
        """
        text, starts, ends = self.text, self.starts, self.ends
        found: list[tuple[int, int, int]] = []
        reached = 0
        for at in near:
            before = at - 1
            if before < reached:
                continue
            pattern = _FIGURES if text[starts[before]].isdigit() else _DESIGNATOR
            match = pattern.match(text, starts[before])
            if match is not None:
                end = match.end()
                last = at
                while ends[last] < end:
                    last += 1
                found.append((before, last, end))
                reached = last + 1
        for match in self._with_apostrophe():
            at = bisect_left(starts, match.start())
            found.append((at, at + 1, match.end()))
        found.sort()
        return found


def columns(text: str) -> Columns:
    """The columns of a text, kept for the next caller, since the stages of a build ask in turn, each
    for several texts.

    Nobody may change them.
    """
    return _of_short(text) if len(text) < _SHORT else _of_long(text)


@lru_cache(maxsize=32)
def _of_short(text: str) -> Columns:
    return Columns(text)


@lru_cache(maxsize=4)
def _of_long(text: str) -> Columns:
    return Columns(text)


_Runs: TypeAlias = tuple[
    list[int], list[int], list[str], list[int], list[int], npt.NDArray[np.uint8] | None
]


def _runs(text: str) -> _Runs | None:
    """The runs of letters and figures: starts, ends, written forms, those that begin with a figure,
    those of them that one sign separates from the run before, and their first letters in the
    encoding, if it has them.

    None if the text needs the patterns.
    """
    try:
        raw = text.encode(_ENCODING)
        foreign = False
    except UnicodeEncodeError:
        if _NEEDS_PATTERNS.search(text):
            return None
        known = _foreign().sub(_stand_in, text)
        foreign = _PLACEHOLDER in known
        raw = known.encode(_ENCODING)
    letters = b" " + raw.translate(_letters()) + b" "
    codes = np.frombuffer(letters, dtype=np.uint8)
    inside = codes != _BLANK
    edges = np.flatnonzero(inside[1:] != inside[:-1])
    starts, ends = edges[::2], edges[1::2]
    first = codes[1:][starts]
    figures = np.flatnonzero((first >= 48) & (first <= 57))
    later = figures[figures > 0]
    near = later[starts[later] - ends[later - 1] == 1].tolist()
    starts, ends = starts.tolist(), ends.tolist()
    surfaces = (
        [text[a:b] for a, b in zip(starts, ends, strict=True)]
        if foreign
        else letters.decode(_ENCODING).split()
    )
    return starts, ends, surfaces, figures.tolist(), near, None if foreign else first


@cache
def _letters() -> bytes:
    """The table: each byte of a letter or a figure stays, any other becomes a blank."""
    table = bytearray(256)
    for code, char in enumerate(_characters()):
        table[code] = code if _RUN.match(char) else _BLANK
    return bytes(table)


@cache
def _capital_letters() -> npt.NDArray[np.bool_]:
    """For each byte whether it is a capital letter."""
    return np.array([char.isupper() for char in _characters()])


@cache
def _small_letters() -> npt.NDArray[np.bool_]:
    return np.array([char.islower() for char in _characters()])


def _characters() -> list[str]:
    """The character of each byte."""
    return [bytes([code]).decode(_ENCODING, errors="replace") for code in range(256)]


@cache
def _foreign() -> re.Pattern[str]:
    """A pattern for characters that the encoding does not have."""
    known = "".join(
        char for code in range(256) if (char := bytes([code]).decode(_ENCODING, errors="ignore"))
    )
    return re.compile(f"[^{re.escape(known)}]")


def _stand_in(match: re.Match[str]) -> str:
    return _PLACEHOLDER if _RUN.match(match.group()) else " "
