"""The words of one text in columns, with the questions that recognition asks about them."""

from __future__ import annotations

from functools import cached_property

from index.text.word_columns import columns

_SKIPPED = frozenset(" \t\u00a0\u202f\u2009«“\"'‘’(–—-")
_STARTERS = frozenset(".!?…:;\n•")
_ABBREVIATED = frozenset({"m", "mm", "me", "dr", "pr", "mgr", "st", "gal", "col", "cf"})


class Words:
    """Columns over the words of a text: their offsets, and the forms by which they are looked up."""

    def __init__(self, text: str) -> None:
        read = columns(text)
        self.text = text
        self.starts = read.starts
        self.ends = read.ends
        self.folded = read.folded
        self.surfaces = read.surfaces

    @classmethod
    def restored(
        cls, text: str, *, starts: list[int], ends: list[int], folded: list[str], small: list[str]
    ) -> Words:
        """The words from columns that were stored, which costs a tenth of reading the text again."""
        words = cls.__new__(cls)
        words.text = text
        words.starts = starts
        words.ends = ends
        words.folded = folded
        words.small = frozenset(small)
        return words

    def __len__(self) -> int:
        return len(self.starts)

    def surface(self, first: int, after: int) -> str:
        """The text from a word up to the word before `after`."""
        return self.text[self.starts[first] : self.ends[after - 1]]

    def word(self, at: int) -> str:
        return self.text[self.starts[at] : self.ends[at]]

    def gap(self, at: int) -> str:
        """The characters between a word and the one before it."""
        return self.text[self.ends[at - 1] if at else 0 : self.starts[at]]

    def capital(self, at: int) -> bool:
        """Whether a word begins with a capital letter."""
        return self.text[self.starts[at]].isupper()

    @cached_property
    def surfaces(self) -> list[str]:
        """The words as they stand in the text."""
        return [self.text[start:end] for start, end in zip(self.starts, self.ends, strict=True)]

    @cached_property
    def small(self) -> frozenset[str]:
        """The folded words of three letters and more that stand in small letters."""
        return columns(self.text).small

    @cached_property
    def capitals(self) -> list[int]:
        """The words that begin with a capital letter."""
        return columns(self.text).capitals

    def begins_sentence(self, at: int) -> bool:
        """Whether a word would have a capital for its place alone: the first of a sentence or a
        title.
        """
        last = position = self.starts[at] - 1
        text = self.text
        while position >= 0 and (sign := text[position]) in _SKIPPED:
            if sign in '«“"(':
                return True
            if sign == "-" and position == last and at and text[position - 1] == " ":
                # « - Un an après -Avec lui… »: the text that agencies glue to a heading.
                return True
            position -= 1
        if position < 0:
            return True
        if text[position] == ".":
            return not self._is_abbreviated(position, at)
        return text[position] in _STARTERS

    def _is_abbreviated(self, position: int, at: int) -> bool:
        """Whether the stop at a position ends « M. », « Dr. » or an initial before a word."""
        if position == 0 or not at:
            return False
        before = self.folded[at - 1]
        short = before in _ABBREVIATED or (len(before) == 1 and self.capital(at - 1))
        return short and self.ends[at - 1] == position

    def joined(self, at: int) -> bool:
        """Whether only a space or a hyphen stands between a word and the one before it."""
        return at > 0 and self.gap(at) in (" ", "-", "\u00a0", "\u202f", "‑")

    def joined_of(self, at: int) -> bool:
        """Whether only a space, hyphen or apostrophe stands between a word and the one before:
        « d'Orange ».
        """
        return at > 0 and self.gap(at) in (" ", "\u00a0", "\u202f", "'", "’")
