"""A content's lines, those wrapped at a fixed width joined to paragraphs again."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from index.corpus.strand import Strand, Weaver
from index.model.text import Piece
from index.text.folding import fold

_WRAP_LIMIT = 130
"""No editor wraps at more columns than this; longer lines are paragraphs."""
_RAGGED = 0.6
"""The share of the width that a line wrapped by hand fills at least."""
_OPENING = frozenset('«“"‹(—–')
_LIST_MARK = re.compile(r"\s*(?:[-–—•*·►▶>]|\d{1,2}[.)])\s")
_SPLIT_WORD = re.compile(r"(?P<left>[^\W\d_]+)[-\u2010\u00ad]$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_KEEPS_HYPHEN_LEFT = frozenset(
    [
        "porte",
        "ex",
        "vice",
        "sous",
        "non",
        "mi",
        "demi",
        "semi",
        "apres",
        "avant",
        "contre",
        "grand",
        "arriere",
        "quasi",
        "celui",
        "celle",
        "ceux",
        "celles",
        "est",
        "dit",
        "moi",
        "toi",
        "lui",
        "elle",
        "nous",
        "vous",
        "eux",
        "soi",
        "peut",
        "au",
        "la",
        "saint",
        "sainte",
        "etats",
        "bas",
        "haut",
        "nord",
        "sud",
        "franco",
        "maroco",
        "israelo",
        "anglo",
        "euro",
        "afro",
        "sino",
        "russo",
        "mal",
        "bien",
        "sur",
        "pro",
        "anti",
        "trois",
        "deux",
        "quatre",
        "cinq",
        "dix",
        "vingt",
        "trente",
        "quarante",
        "cinquante",
        "soixante",
        "cent",
        "tout",
        "chef",
        "rendez",
        "c'est",
        "vis",
        "entre",
        "ci",
        "de",
        "par",
        "y",
        "il",
        "ils",
        "elles",
        "on",
        "ce",
    ]
)
_KEEPS_HYPHEN_RIGHT = frozenset(
    [
        "la",
        "ci",
        "elle",
        "elles",
        "il",
        "ils",
        "on",
        "je",
        "tu",
        "nous",
        "vous",
        "t",
        "meme",
        "memes",
        "parole",
        "ministre",
        "president",
        "major",
        "end",
        "ends",
        "et",
        "un",
        "deux",
        "trois",
        "dire",
        "vous",
    ]
)


class Line(NamedTuple):
    """A paragraph or a line of a page: its text without the blanks around it."""

    text: str
    start: int
    """Over the content."""
    end: int
    pieces: tuple[Piece, ...] = ()
    """From `text` to the content; empty when the text stands there as it is."""


def split_lines(content: str) -> list[Line]:
    """The lines of a content that are not blank, wrapped ones joined.

    A line end that a fixed width made becomes a space, and a word that was hyphenated there is
    whole again.
    """
    lines: list[Line] = []
    offset = 0
    blank_before: list[bool] = []
    blank = True
    for whole in content.splitlines(keepends=True):
        text = whole.strip()
        if text:
            start = offset + whole.index(text[0])
            lines.append(Line(text, start, start + len(text)))
            blank_before.append(blank)
            blank = False
        else:
            blank = True
        offset += len(whole)
    if len(lines) - sum(blank_before) < 3:
        return lines
    return _unwrapped(content, lines, blank_before)


def _unwrapped(content: str, lines: list[Line], blank_before: list[bool]) -> list[Line]:
    adjacent = [i for i in range(1, len(lines)) if not blank_before[i]]
    widths = sorted(len(lines[i - 1].text) for i in adjacent)
    width = max(len(line.text) for line in lines)
    if width > _WRAP_LIMIT:
        # One long line, an address perhaps, does not prove that nothing is wrapped.
        if widths[-1 - len(widths) // 20] > _WRAP_LIMIT:
            return lines
        width = widths[-1 - len(widths) // 20]
    joined = [i for i in adjacent if _was_wrapped(lines[i - 1].text, lines[i].text, width)]
    if len(joined) < 3 or len(joined) < 0.5 * len(adjacent):
        return lines
    follow = set(joined)
    groups: list[list[Line]] = []
    for at, line in enumerate(lines):
        if at in follow:
            groups[-1].append(line)
        else:
            groups.append([line])
    words = frozenset(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", content.lower()))
    return [group[0] if len(group) == 1 else join_lines(group, words) for group in groups]


def _was_wrapped(line: str, after: str, width: int) -> bool:
    """Whether the next line's first word would not have fitted any more."""
    if _LIST_MARK.match(after):
        return False
    if len(line) > width:
        return False
    words = after.split(maxsplit=2)
    # An opening mark stands on the line of its word.
    first = " ".join(words[:2]) if words[0] in _OPENING else words[0]
    if len(line) + 1 + len(first) > width - 2:
        return True
    # Where words are cut by hand, a sentence that goes on tells as well as the width does.
    goes_on = after[0].islower() and line[-1] not in ".!?:;…»"
    return goes_on and len(line) >= _RAGGED * width


def join_lines(group: list[Line], words: frozenset[str]) -> Line:
    """Lines of one paragraph as one; `words`, in lower case, tell which hyphens belong to words."""
    weaver = Weaver()
    skip = 0
    for line, after in pairwise(group):
        text, start = line.text[skip:], line.start + skip
        skip = 0
        split = _SPLIT_WORD.search(text)
        right = _FIRST_WORD.match(after.text)
        if split is None or right is None:
            weaver.take(text, start)
            weaver.put(" ", line.end, after.start)
            continue
        if _keeps_hyphen(split["left"], right.group(), words):
            weaver.take(text, start)
        else:
            # The hyphen, the line end and the letter after it stand for that letter.
            weaver.take(text[: split.end() - 1], start)
            weaver.put(after.text[0], line.end - 1, after.start + 1)
            skip = 1
    last = group[-1]
    weaver.take(last.text[skip:], last.start + skip)
    strand: Strand = weaver.strand()
    return Line(strand.text, group[0].start, last.end, strand.pieces)


def _keeps_hyphen(left: str, right: str, words: frozenset[str]) -> bool:
    whole, hyphened = (left + right).lower(), f"{left}-{right}".lower()
    if (whole in words) != (hyphened in words):
        return hyphened in words
    if right[0].isupper():
        return True
    return fold(left) in _KEEPS_HYPHEN_LEFT or fold(right) in _KEEPS_HYPHEN_RIGHT
