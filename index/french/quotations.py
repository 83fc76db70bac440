"""The quoted stretches of a text: guillemets, curly and straight marks, nested or left open."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from index.french.turns import turns
from index.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

# Each alternative begins with one fixed character, so that all other characters are skipped in one
# loop.
_MARK = re.compile(r"""«|»|<<|>>|“|”|„|‟|"|‹|›|''|‘(?=\w)|’(?<=[\w.!?…]’)(?!\w)""")
_OPENING = {"«": "»", "<<": ">>", "“": "”", "„": "”", "‹": "›", "‘": "’"}
_CLOSING = frozenset({"»", ">>", "”", "›", "’"})
_STRAIGHT = frozenset({'"', "''", "‟"})
_BEFORE_OPENING = frozenset("([{«“’'‘-–—/:;,.!?…")
_EDGE = " \t\n\u00a0\u202f\u2009"
_GOES_ON = re.compile(r'\s*(?:«|»|<<|“|"|\')')
_SAYS_SOMETHING = re.compile(r"[^\W_]")


class _Open(NamedTuple):
    mark: str
    start: int
    """The place of the mark."""
    inside: int
    """The place where the quoted text begins."""
    closed_before: int
    """The number of quotations closed before it was opened."""


def quotations(text: str, paragraphs: Sequence[Span]) -> tuple[Span, ...]:
    """The quoted stretches, inside their marks and trimmed, sorted; nested ones are given too.

    The turns of interviews and dialogues count too, without marks. A mark that is never closed
    reaches at most to the end of its paragraph, and only if no other quotation follows there. The
    next paragraph continues the quotation if it begins with an opening mark; each paragraph is then
    a stretch of its own.
    """
    found: list[Span] = []
    reopening = False
    for number, paragraph in enumerate(paragraphs):
        spans, unclosed = _of_paragraph(text, paragraph, reopening=reopening)
        found.extend(spans)
        reopening = unclosed is not None and unclosed.mark == "«"
        if unclosed is None:
            continue
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        goes_on = following is not None and _GOES_ON.match(text, following.start) is not None
        nothing_after = unclosed.closed_before == len(spans)
        certain = unclosed.mark not in _STRAIGHT
        if (certain and nothing_after) or (goes_on and nothing_after):
            found.append(Span(unclosed.inside, paragraph.end))
    found.extend(turns(text, paragraphs))
    trimmed = (_trimmed(text, span) for span in found)
    return tuple(
        sorted({span for span in trimmed if span and _SAYS_SOMETHING.search(span.of(text))})
    )


def _of_paragraph(
    text: str, paragraph: Span, *, reopening: bool = False
) -> tuple[list[Span], _Open | None]:
    """The quotations of a paragraph, and whether it leaves one open.

    With `reopening`, the paragraph before left a quotation open, and a « » » at the beginning of
    this one opens it again.
    """
    closed: list[Span] = []
    stack: list[_Open] = []
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        mark = match.group()
        if mark in _STRAIGHT:
            opens = _opens(text, paragraph, match, bool(stack) and _top_straight(stack))
            closer = not opens
        else:
            # “ also closes „, and is the closing mark in a text that uses only “.
            closer = mark in _CLOSING or (mark == "“" and _closes_low_mark(text, stack, match))
        if reopening and mark == "»" and not text[paragraph.start : match.start()].strip():
            mark, closer = "«", False
        if not closer:
            stack.append(_Open(mark, match.start(), match.end(), len(closed)))
            continue
        at = _partner(stack, mark)
        if at is None:
            continue
        closed.append(Span(stack[at].inside, match.start()))
        del stack[at:]
    unclosed = next((entry for entry in stack if entry.closed_before == len(closed)), None)
    return closed, unclosed


def _top_straight(stack: list[_Open]) -> bool:
    return any(entry.mark in _STRAIGHT for entry in stack)


def _opens(text: str, paragraph: Span, match: re.Match[str], is_open: bool) -> bool:
    """Whether a straight mark opens a quotation: by the spaces around it, else by the open
    quotations.
    """
    before = text[match.start() - 1] if match.start() > paragraph.start else " "
    after = text[match.end()] if match.end() < paragraph.end else " "
    space_before = before.isspace()
    space_after = after.isspace() or after in ".,;:!?…)]}»”"
    if space_before and not space_after:
        return True
    if space_after and not space_before:
        # « l'" accord" » does not occur; a mark directly after a word closes.
        # « reprendre :" ce serait dommage" »: a blank stands on the wrong side.
        return not is_open and after.isspace() and before in "(['’«:"
    if not space_before and not space_after and not is_open:
        # « il a dit"partir" »: a space is missing before a mark where none is open.
        return before in _BEFORE_OPENING or (before.isalpha() and after.isalpha())
    return not is_open


def _closes_low_mark(text: str, stack: list[_Open], match: re.Match[str]) -> bool:
    if not stack or stack[-1].mark not in ("„", "“"):
        return False
    after = text[match.end() : match.end() + 1]
    before = text[match.start() - 1 : match.start()]
    return (not after or not after.isalnum()) and not before.isspace()


def _partner(stack: list[_Open], mark: str) -> int | None:
    """The innermost open mark that this one closes."""
    for at in range(len(stack) - 1, -1, -1):
        opened = stack[at].mark
        if mark in _STRAIGHT:
            if opened in _STRAIGHT:
                return at
        elif _OPENING.get(opened) == mark or (mark == "“" and opened in "„“"):
            return at
    return None


def _trimmed(text: str, span: Span) -> Span | None:
    start, end = span
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return Span(start, end) if start < end else None
