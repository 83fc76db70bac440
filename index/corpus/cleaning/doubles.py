"""What a page says twice: captions with and without their credit, pull quotes."""

from __future__ import annotations

import re

from index.corpus.cleaning.extent import words_of
from index.corpus.cleaning.page import Page
from index.corpus.cleaning.reasons import Reason

_SHORTEST, _CAPTION = 12, 240
"""The fewest characters of a caption, and the most of a caption or a pull quote."""
_CAPITALS = r"[A-ZÀ-Ý][A-ZÀ-Ý.’' -]+(?:\s?/.*|\s(?:POUR|pour)\s.{2,40})"
_CREDIT = re.compile(
    rf"(?:[|–—-]\s?)?(?:©.{{2,70}}|\(?(?:Photo|Crédit|Ph\.)\b.{{0,60}}|{_CAPITALS})"
)
"""A credit behind a caption: « © Radio Horizon », « LOU FERRANDIER POUR « LE CARREFOUR » »."""
_ANY_CREDIT = re.compile(r"[|/©(–—-].{2,70}|[A-ZÀ-Ý][A-ZÀ-Ý.’' -]+")
"""Where the title is known, « | LE RÉVEIL » cannot be the outlet behind it."""
_PULLED, _NEAR = 4, 4
"""The fewest words of a pull quote, and the most lines between it and its paragraph."""


def judge_doubled_captions(page: Page) -> None:
    """Sets aside a caption that stands twice, the second time with its credit: the words of a picture
    for those who cannot see it, then those under it.
    """
    above = page.title is None
    for at in range(0 if page.title is None else page.title + 1, len(page.lines) - 1):
        line, below = page.text(at), page.text(at + 1)
        if (
            not _SHORTEST <= len(line) <= _CAPTION
            or not below.startswith(line)
            or not page.is_open(at)
        ):
            continue
        credit = below[len(line) :].strip()
        if (_CREDIT if above else _ANY_CREDIT).fullmatch(credit):
            page.reasons[at] = Reason.CREDIT
            page.reasons[at + 1] = page.reasons[at + 1] or Reason.CREDIT


def judge_pull_quotes(page: Page) -> None:
    """Sets aside a quotation on a line of its own between paragraphs, all of whose words stand in one
    paragraph near it.
    """
    prose = page.prose()
    for at in prose[1:-1] if len(prose) > 4 else ():
        text = page.text(at)
        if text[0] not in '«“"' or text[-1] not in '»”"' or len(text) > _CAPTION:
            continue
        words = words_of(text)
        if len(words) >= _PULLED and any(
            other != at
            and abs(other - at) <= _NEAR
            and _in_order(words, words_of(page.text(other)))
            for other in prose
        ):
            page.reasons[at] = Reason.REPEATED_PARAGRAPH


def _in_order(words: list[str], among: list[str]) -> bool:
    """Whether all words but one stand among others in this order."""
    left = iter(among)
    return sum(word in left for word in words) >= len(words) - 1 and len(among) > len(words)
