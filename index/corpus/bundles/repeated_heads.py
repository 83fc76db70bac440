"""Articles that no line parts: each has a head of the same kind above its paragraphs.

A head is some short lines that are no sentences, with a title and a day, an outlet or an address. Teasers have one
paragraph and comments no title; in both cases a text stays one article.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from index.corpus.bundles.parts import ENDS, PARAGRAPH, Row, is_paragraph
from index.corpus.bundles.review_heads import is_day, outlet_and_date, reads_as_title, title_of_line
from index.corpus.cleaning.name_looks import is_person
from index.text.folding import fold

_MOST_ROWS = 6
"""The most lines of a head."""
_TITLE_WORDS = 4
_OUTLET_WORDS = 5
_BROKEN = 60
"""The fewest characters of a line of a paragraph that was broken into lines."""
_TEXT = 300
"""The fewest characters of paragraphs below a head: a teaser has fewer."""
_COVER = 8
"""The most lines above the first head."""
_URL = re.compile(r"(?:(?:URL|Lien|Adresse|Link)\s?: ?)?https?://\S+", re.IGNORECASE)


class _Head(NamedTuple):
    start: int
    """The row at which it begins."""
    end: int
    """The row of its first paragraph."""
    shape: frozenset[str]
    """The kinds of its lines that say where or when."""
    title: str


def starts_of_articles(rows: Sequence[Row]) -> list[int]:
    """The rows at which articles begin; empty where not all have heads of one kind and a text of their own."""
    heads = [head for head in _heads(rows) if head.shape]
    if len(heads) < 2 or heads[0].start > _COVER:
        return []
    shape = frozenset.intersection(*(head.shape for head in heads))
    if not shape or len({fold(head.title) for head in heads}) < len(heads):
        return []
    ends = [*(head.start for head in heads[1:]), len(rows)]
    for head, end in zip(heads, ends, strict=True):
        if sum(len(row.text) for row in rows[head.end : end]) < _TEXT:
            return []
    return [head.start for head in heads]


def _heads(rows: Sequence[Row]) -> list[_Head]:
    """The runs of short lines right above paragraphs, from the line that is apart from the text before."""
    found: list[_Head] = []
    start = 0
    for at in range(len(rows)):
        if not _is_prose(rows, at):
            continue
        first = max(start, at - _MOST_ROWS)
        head = _head(rows, first, at)
        if head is not None and (first > start or first == 0 or rows[first].apart or found):
            found.append(head)
        start = at + 1
    return found


def _head(rows: Sequence[Row], first: int, end: int) -> _Head | None:
    """The head in some lines above a paragraph; without what stands above its first line."""
    shape: set[str] = set()
    title = ""
    start = end
    for at in range(end - 1, first - 1, -1):
        line = rows[at].text
        kinds = _kinds(line)
        if (
            title
            and "title" in kinds
            and len(line.split()) <= _OUTLET_WORDS
            and is_day(rows[at + 1].text)
        ):
            kinds = {"outlet"}
        if not kinds:
            break
        if kinds & shape - {"byline"} or ("title" in kinds and title):
            break  # it belongs to what stands above
        if "title" in kinds:
            title = line
        shape |= kinds
        start = at
    if not title:
        return None
    return _Head(start, end, frozenset(shape - {"title", "byline", "outlet"}), title)


def _kinds(line: str) -> set[str]:
    """What a line of a head may be: a title, a day, an outlet with a day, an address, a byline."""
    if _URL.fullmatch(line):
        return {"address"}
    if title_of_line(line) is not None:
        return {"title", "dated title"}
    if outlet_and_date(line):
        return {"outlet and day"}
    if is_day(line):
        return {"day"}
    if re.match(r"(?:[Pp]ar|PAR)\s+[A-ZÀ-Ý]", line) and len(line) < PARAGRAPH:
        return {"byline"}
    if not reads_as_title(line):
        return set()
    if len(line.split()) < _TITLE_WORDS:
        return {"byline"} if is_person(line) else {"outlet"}
    return {"title"}


def _is_prose(rows: Sequence[Row], at: int) -> bool:
    line = rows[at].text
    if is_paragraph(line):
        return True
    below = rows[at + 1] if at + 1 < len(rows) else None
    return len(line) >= _BROKEN and below is not None and not below.apart and line[-1] not in ENDS
