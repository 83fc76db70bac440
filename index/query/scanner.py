"""A typed text read from left to right: spaces, quotation marks, words, operators, and columns."""

from __future__ import annotations

import re
import unicodedata

from index.errors import QueryError
from index.text.index_words import written_tokens
from index.text.tokens import Token

CLOSING = {'"': '"', "«": "»", "“": "”", "„": "“”"}
"""The marks that may close what each mark opens."""
_END = r'(?=[\s()"«»“”„]|\Z)'
AND = re.compile(rf"(?:ET|AND|&&){_END}")
OR = re.compile(rf"(?:OU|OR|\|{{1,2}}){_END}")
NOT = re.compile(rf"(?:SAUF|NOT){_END}")
NEAR = re.compile(rf"(?:PRES|PRÈS|NEAR)(?:/(\d+))?{_END}")
CHUNK = re.compile(r'[^\s()"«»“”„]+')
_MARK = re.compile(r'[()"«»“”„]')


_UNSEEN = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
"""Soft hyphens, joints and directions that come along when a passage is copied."""


_PLAIN = {0x2BC: "’", **{code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}}
"""The modifier apostrophe, and letters of full width."""


class Scanner:
    """The characters of a query and a place among them; what they mean is for the parser to say."""

    def __init__(self, text: str) -> None:
        self._text = unicodedata.normalize("NFC", _UNSEEN.sub("", text)).translate(_PLAIN)
        self._at = 0
        self._following: Token | None = None
        """The word after those read last, as long as they ended at no mark."""

    def _quoted(self) -> list[Token]:
        """The words up to the closing mark, or to the end of the text."""
        closing = CLOSING[self._text[self._at]]
        start = self._at + 1
        ends = [place for mark in closing if (place := self._text.find(mark, start)) >= 0]
        end = min(ends, default=len(self._text))
        self._at = min(end + 1, len(self._text))
        return self._tokens_from(start, end)

    def _take_chunk(self) -> str:
        """Goes on past everything up to a space, a parenthesis or a quotation mark."""
        found = CHUNK.match(self._text, self._at)
        if found is None:
            self._at += self._at < len(self._text) and self._text[self._at] not in "()"
            return ""
        self._at = found.end()
        return found.group()

    def _tokens_from(self, start: int, end: int | None = None) -> list[Token]:
        """The words that begin in a stretch, up to `_at`; a figure with spaces may end behind it.

        Without `end`, the word after them is kept as `_following`.
        """
        stop = end
        if stop is None:
            mark = _MARK.search(self._text, start)
            stop = mark.start() if mark else len(self._text)
        self._following = None
        found: list[Token] = []
        for token in written_tokens(self._text[start:stop]):
            placed = token._replace(start=token.start + start, end=token.end + start)
            if end is None and placed.start >= self._at:
                self._following = placed
                break
            found.append(placed)
            self._at = max(self._at, placed.end)
        return found

    def _skip_spaces(self) -> None:
        while self._at < len(self._text) and self._text[self._at].isspace():
            self._at += 1

    def _ended(self) -> bool:
        self._skip_spaces()
        return self._at >= len(self._text) or self._text[self._at] == ")"

    def _operator(self, operator: re.Pattern[str]) -> bool:
        self._skip_spaces()
        return operator.match(self._text, self._at) is not None

    def _near(self) -> re.Match[str] | None:
        return NEAR.match(self._text, self._at)

    def _sign(self, sign: str) -> bool:
        """Whether a sign stands right before an operand and after none."""
        at = self._at
        return (
            self._text[at] == sign
            and (at == 0 or self._text[at - 1].isspace() or self._text[at - 1] in "(+-")
            and at + 1 < len(self._text)
            and not self._text[at + 1].isspace()
        )

    def _error(
        self, sentence: str, *, at: int | None = None, advice: str = "", **values: object
    ) -> QueryError:
        column = (self._at if at is None else at) + 1
        return QueryError(sentence, column=column, advice=advice, **values)
