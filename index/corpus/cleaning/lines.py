"""A content's lines; lines wrapped at a fixed width are joined to paragraphs again."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import NamedTuple

from index.corpus.cleaning.headers import read_header
from index.corpus.cleaning.name_looks import are_persons
from index.corpus.cleaning.stated_facts import Facts
from index.corpus.strand import Strand, Weaver, cut
from index.model.text import Piece, Span
from index.text.folding import fold

_WRAP_LIMIT = 130
"""The most columns at which editors wrap; longer lines are paragraphs."""
_NARROWEST = 24
"""The fewest characters of a wrapped line: columns of a newspaper have about thirty."""
_FEWEST_WRAPPED = 3
"""The fewest lines that show a width."""
_FILLED = 0.5
"""The least share of full lines among those whose sentence goes on."""
_OVER = 3
"""The columns by which a line may be longer than most: a mark may stand beyond the edge."""
_RAGGED = 0.6
"""The least share of the width that a line wrapped by hand fills."""
_NEAR = 10
"""The most columns that wrapping leaves free at the end of most lines."""
_TITLE_LINES = 3
"""The most lines of a title."""
_OPENING = frozenset('«“"‹(—–')
_LIST_MARK = re.compile(r"\s*(?:[-–—•*·►▶>]|\d{1,2}[.)])\s")
_SPLIT_WORD = re.compile(r"(?P<left>[^\W\d_]+)[-\u2010\u00ad]$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE = 5
"""The fewest words of a sentence that gives an address: « Source : » is a label."""
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_IN_ADDRESS = re.compile(r"(?:https?://|www\.)\S*-$")
"""An address that was cut at one of its hyphens."""
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
    """The offset in the content."""
    end: int
    pieces: tuple[Piece, ...] = ()
    """From `text` to the content; empty if the text stands there unchanged."""

    def after(self, length: int) -> Line:
        """The line without its first characters."""
        rest = self.text[length:]
        if not self.pieces:
            return Line(rest, self.start + length, self.end)
        strand = cut(Strand(self.text, self.pieces), Span(length, len(self.text)))
        return Line(rest, strand.pieces[0].raw_start, self.end, strand.pieces)

    def before(self, length: int) -> Line:
        """The first characters of the line."""
        rest = self.text[:length]
        if not self.pieces:
            return Line(rest, self.start, self.start + length)
        strand = cut(Strand(self.text, self.pieces), Span(0, length))
        return Line(rest, self.start, strand.pieces[-1].raw_end, strand.pieces)


def split_lines(content: str) -> list[Line]:
    """The lines of a content without blank ones, with wrapped lines joined.

    A line end made by a fixed width becomes a space, and a hyphenated word is joined again.
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
    return _unwrapped(content, lines, blank_before)


def _unwrapped(content: str, lines: list[Line], blank_before: list[bool]) -> list[Line]:
    """Joins lines wrapped at a fixed width, even if menus stand around them, and a sentence with the
    address below it.
    """
    adjacent = [at for at in range(1, len(lines)) if not blank_before[at]]
    follow = _wrapped(lines, blank_before, adjacent)
    follow |= {at for at in adjacent if _gives_address(lines[at - 1].text, lines[at].text)}
    if not follow:
        return lines
    groups: list[list[Line]] = []
    for at, line in enumerate(lines):
        if at in follow:
            groups[-1].append(line)
        else:
            groups.append([line])
    words = frozenset(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", content.lower()))
    return [group[0] if len(group) == 1 else join_lines(group, words) for group in groups]


def _gives_address(line: str, after: str) -> bool:
    """« Le rapport est consultable à cette adresse : », and below it an address too long for the line."""
    return (
        line[-1] == ":"
        and after.startswith(("http", "www."))
        and len(line.split()) >= _SENTENCE
        and _ADDRESS.fullmatch(after) is not None
    )


def _wrapped(lines: list[Line], blank_before: list[bool], adjacent: list[int]) -> set[int]:
    """The lines that go on with the one above; none where the lines are not wrapped.

    The width is that of lines whose sentence goes on in the next one. Elsewhere, two lines are
    joined only if the first reaches that width.
    """
    going_on = [at for at in adjacent if _goes_on(lines[at - 1].text, lines[at].text)]
    if len(going_on) < _FEWEST_WRAPPED:
        return set()
    width = _width_of(sorted(len(lines[at - 1].text) for at in going_on))
    if width > _WRAP_LIMIT:
        return set()
    full = {at for at in adjacent if _is_full(lines[at - 1].text, lines[at].text, width)}
    full -= {
        at
        for at in full
        if at - 1 not in full and at + 1 not in full and _is_of_its_own(lines[at].text)
    }
    follow = full | {
        at
        for at in going_on
        if _RAGGED * width <= len(lines[at - 1].text) <= width + _OVER
        and not {at - 1, at + 1}.isdisjoint(full)
    }
    if len(follow) < _FEWEST_WRAPPED or len(follow & {*going_on}) < _FILLED * len(going_on):
        return set()
    longer = sum(
        len(line.text)
        for line in lines
        if len(line.text) > width + _OVER and line.text[-1] in ".!?»"
    )
    if longer > sum(len(lines[at].text) for at in follow):
        # These are verses or a list between paragraphs of one line each.
        return set()
    return follow | _of_titles(lines, blank_before, follow)


def _width_of(widths: list[int]) -> int:
    """The width at which most lines end, from their lengths in order; a line longer than the others, such
    as an address or a menu, was not wrapped there.
    """
    widest = widths[-1 - len(widths) // 20]
    for width in reversed(widths):
        ends = bisect_right(widths, width) - bisect_left(widths, width - _NEAR)
        if width <= widest and 2 * ends >= len(widths):
            return width
    return widest


def _of_titles(lines: list[Line], blank_before: list[bool], follow: set[int]) -> set[int]:
    """The second lines of titles, whose letters are larger than the text's, so that fewer of them fill a line:
    two or three lines between blank ones, which no stop ends and which go on with a small letter.
    """
    found: set[int] = set()
    starts = [at for at, blank in enumerate(blank_before) if blank]
    for start, end in pairwise((*starts, len(lines))):
        own = range(start + 1, end)
        # A label may stand right above the title.
        own = own[1:] if len(own) > 1 and not lines[start + 1].text[0].islower() else own
        if not 1 <= len(own) < _TITLE_LINES or not follow.isdisjoint(range(start, end)):
            continue
        if all(_goes_on(lines[at - 1].text, lines[at].text) for at in own) and (
            lines[end - 1].text[-1] not in ".!;:,"
            and not any(_is_of_its_own(lines[at].text) for at in own)
        ):
            found.update(own)
    return found


def _goes_on(line: str, after: str) -> bool:
    """Whether a sentence has no stop at the end of a line and goes on with a small letter in the
    next.
    """
    return (
        _NARROWEST <= len(line) <= _WRAP_LIMIT
        and after[0].islower()
        and line[-1] not in ".!?:;…»"
        and not _LIST_MARK.match(after)
    )


def _is_of_its_own(line: str) -> bool:
    """Whether a line below a long title is a byline or a date: a title may fill its line by chance."""
    if line[0].islower() and not line.startswith("par "):
        return False
    return are_persons(line) or read_header(line, Facts())


def _is_full(line: str, after: str, width: int) -> bool:
    """Whether the first word of the next line would not have fitted any more."""
    if _LIST_MARK.match(after) or len(line) > width + _OVER:
        return False
    words = after.split(maxsplit=2)
    # An opening mark stands on the line of its word.
    figures = words[0].isdigit() and words[1:2] and words[1][0].isdigit()  # « 61 000 »
    first = " ".join(words[:2]) if figures or words[0] in _OPENING else words[0]
    return len(line) + 1 + len(first) > width - 2


def join_lines(group: list[Line], words: frozenset[str]) -> Line:
    """Lines of one paragraph as one line; `words`, in lower case, show which hyphens belong to
    words.
    """
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
        if _IN_ADDRESS.search(text) or _keeps_hyphen(split["left"], right.group(), words):
            weaver.take(text, start)
        else:
            # The letter after the line end replaces hyphen, line end and letter of the file.
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
