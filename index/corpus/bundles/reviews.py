"""Press reviews and dossiers: several articles in one text that somebody put together.

The text is cut only at a visible border: a line of signs, a block of labels, the name of an outlet
with a date, or a title from a list of contents. In doubt a text stays one article.
"""

from __future__ import annotations

import re
from functools import partial
from itertools import islice, pairwise

from index.corpus.bundles import repeated_heads
from index.corpus.bundles.bare_borders import (
    RULE,
    doubtful,
    has_gaps,
    may_hold,
    starts_of_articles,
    without_covers,
    without_imprint,
)
from index.corpus.bundles.parts import ENDS, Part, Row, is_paragraph, rows_of
from index.corpus.bundles.review_heads import outlet_and_date, reads_as_title, title_and_outlet
from index.corpus.bundles.review_parts import LABEL, has_foot, has_head, labelled, part_of
from index.corpus.fields import Field
from index.text.folding import fold
from index.text.signs import holds

_SURE_RULE = re.compile(r"[=*#_]{5,}")
_CONTENTS = re.compile(
    r"(?:sommaire|table des matieres|contents|table of contents|inhalt|inhoud|indice|au sommaire)\s?:?"
)
_LEADERS = re.compile(r"(?:\s*[.…_]{2,}|\s+\.(?:\s\.)+|\s)\s*(?:p(?:age)?\.? ?)?\d{1,4}$")
_OUTLET_BEHIND = re.compile(r"(?P<title>\S.*?)\s*(?:\([^()]{3,60}\)|\s[–—|]\s[^–—|]{3,60})")
_LIST_MARK = re.compile(r"(?:[-–—•*·]|\d{1,3}[.)])\s+")
_SIGNS = ("===", "***", "* *", "---", "___", "~~~", "###", "———", "–––", "•••", "- - -")
_SIGNS_BY_FIRST = {
    first: tuple(sign for sign in _SIGNS if sign[0] == first)
    for first in dict.fromkeys(sign[0] for sign in _SIGNS)
}
_LISTS = ("ommaire", "OMMAIRE", "ontents", "des mati", "Inhalt", "INHALT", "nhoud", "ndice")
_YEAR = re.compile(r"(?:19|20)\d\d\b")
_HEADING = 30
"""Characters of the heading of a list of contents, at the most."""
_LABEL_BELOW = re.compile(r"\n[^\n:]{2,22} ?: [^\n]+\s*\n[^\n:]{2,22} ?: ")
_BROKEN = 50
"""The fewest characters of a line of a paragraph that was broken into lines."""
_NARROW = 25
"""The fewest characters of a line of a paragraph in a column of print."""
_TEXT = 300
"""The fewest characters of an article in a column."""
_TITLE_LINES = 4
_FEW = 3
"""Fewer short lines than these are no heads of several articles."""
_MOST_TITLES = 2000


def parts_in(text: str, short: list[str]) -> list[Part]:
    """The articles of a press review; empty when the text shows at most one.

    `short` are the lines of the text that are no paragraphs.
    """
    if len(text) < 200 or not _may_show_borders(text, short):
        return []
    rows = rows_of(text)
    for find in (
        _by_rules,
        _by_labels,
        _by_outlets,
        _by_contents,
        partial(_by_bare_borders, text),
        repeated_heads.starts_of_articles,
    ):
        starts = find(rows)
        if len(starts) > 1:
            if _paragraphs(rows[: starts[0]]) > 1:
                # What stands before the first border is no cover: nothing of it may be lost.
                starts.insert(0, 0)
            starts[0] = _after_contents(rows, starts)
            made = _made(text, without_imprint(rows, starts[-1]), starts)
            if len(made) > 1:
                return made
    return []


def _may_show_borders(text: str, short: list[str]) -> bool:
    """Whether the text may have a border: most texts have none, and are not examined further."""
    if _shows_signs(text):
        return True
    headings = "\n".join([line for line in short if len(line) <= 2 * _HEADING])
    if holds(headings, _LISTS):
        return True
    if len(short) <= _FEW:
        return False
    if may_hold(text, short):
        return True
    dated = (line for line in short if ("19" in line or "20" in line) and _YEAR.search(line))
    if len(list(islice(dated, 2))) > 1:
        return True
    return ": " in text and _LABEL_BELOW.search("\n" + text) is not None


def _shows_signs(text: str) -> bool:
    # One character is found many times faster than three.
    return any(first in text and holds(text, signs) for first, signs in _SIGNS_BY_FIRST.items())


def _after_contents(rows: list[Row], starts: list[int]) -> int:
    """The row at which the first article begins: below a list of the titles of the others, if one stands there."""
    named = (
        next((row for row in rows[start : start + 3] if _names(row)), None) for start in starts[1:]
    )
    titles = tuple(key for row in named if row is not None and len(key := _key(row.text)) > 8)
    above = range(starts[0], starts[1])
    # What follows prose is a list at the foot of the first article: « Lire aussi : … ».
    stop = next((at for at in above if _is_prose(rows, at)), starts[1])
    listed = [at for at in range(starts[0], stop) if _key(rows[at].text).startswith(titles)]
    return listed[-1] + 1 if len(listed) > 1 else starts[0]


def _names(row: Row) -> bool:
    """Whether a row may be the title of its article."""
    return (
        reads_as_title(row.text)
        and labelled(row.text) is None
        and outlet_and_date(row.text) is None
    )


def _paragraphs(rows: list[Row]) -> int:
    """The number of paragraphs among some rows: long ones that end a sentence."""
    return sum(is_paragraph(row.text) for row in rows)


def _is_prose(rows: list[Row], at: int) -> bool:
    """Whether a row is a paragraph, or ends one that was broken into lines."""
    if is_paragraph(rows[at].text):
        return True
    broken = at > 0 and not rows[at].apart and len(rows[at - 1].text) >= _BROKEN
    return broken and rows[at].text[-1] == "." and rows[at - 1].text[-1] not in ENDS


def stretches_in_doubt(text: str) -> int:
    """In how many stretches a text is parted that may be articles, where it was read as one; 0 without any."""
    shows = "\f" in text or has_gaps(text) or _shows_signs(text)
    return doubtful(rows_of(text), text) if shows else 0


def shows_many(text: str) -> bool:
    """Whether a text has borders of articles at which it could not be cut."""
    return len(re.findall(r"^[ \t]*[=*#]{5,}[ \t]*$", text, re.MULTILINE)) >= 3


def _by_rules(rows: list[Row]) -> list[int]:
    """The rows after lines of signs, if an article seems to begin after each of them."""
    rules = [at for at, row in enumerate(rows) if RULE.fullmatch(row.text)]
    if not rules:
        return []
    sure = sum(bool(_SURE_RULE.fullmatch(rows[at].text)) for at in rules)
    starts = [
        at + 1 for at in rules if at + 1 < len(rows) and not RULE.fullmatch(rows[at + 1].text)
    ]
    if rules[0] > 0:
        starts.insert(0, 0)
    inner = without_covers(rows, starts)
    if _all_have_paragraphs(rows, inner):
        starts = inner
    pieces = [rows[a:b] for a, b in zip(starts, [*starts[1:], len(rows)], strict=True)]
    pieces = [[row for row in piece if not RULE.fullmatch(row.text)] for piece in pieces]
    headed = sum(_begins_as_article(piece) for piece in pieces)
    told = sum(has_head(piece) or has_foot(piece) for piece in pieces)
    enough = told * 2 >= len(pieces) if sure < len(rules) else headed * 3 >= len(pieces) * 2
    return starts if enough and len(pieces) > 1 else []


def _begins_as_article(piece: list[Row]) -> bool:
    if len(piece) < 2:
        return False
    return reads_as_title(piece[0].text) or has_head(piece)


def _by_labels(rows: list[Row]) -> list[int]:
    """The starts of blocks of labels: « Titre : … Source : … Date : … », each with the same first
    label.
    """
    blocks: list[tuple[int, Field]] = []
    at = 0
    while at < len(rows):
        first = labelled(rows[at].text)
        if first is None:
            at += 1
            continue
        stop = at
        kinds = set()
        while (
            stop < len(rows)
            and (field := labelled(rows[stop].text)) is not None
            and field not in kinds
        ):
            kinds.add(field)
            stop += 1
        if len(kinds) >= 2:
            blocks.append((at, first))
        at = max(stop, at + 1)
    if len(blocks) < 2:
        return []
    first = blocks[0][1]
    same = [at for at, field in blocks if field is first]
    if Field.TITLE not in {labelled(row.text) for at, _ in blocks for row in rows[at : at + 6]}:
        # If no label is the title, the title stands above the labels, or below all of them.
        above = [at > 0 and reads_as_title(rows[at - 1].text) for at in same]
        if 2 * sum(above[1:]) >= len(above) - 1:
            same = [at - named for at, named in zip(same, above, strict=True)]
    return same


def _by_outlets(rows: list[Row]) -> list[int]:
    """The rows that hold only the name of an outlet and a date, if there are several."""
    headed = [at for at, row in enumerate(rows) if title_and_outlet(row.text)]
    if len(headed) > 1 and _all_have_paragraphs(rows, headed):
        return headed
    heads = [at for at, row in enumerate(rows) if _foot_or_head(row.text)]
    if _are_feet(rows, heads):
        return [0, *(at + 1 for at in heads[:-1])]
    heads = [at for at in heads if outlet_and_date(rows[at].text)]
    first = rows[heads[0] : heads[1]] if len(heads) > 2 else []
    if first and not _paragraphs(first) and not _is_narrow_text(first):
        heads = heads[1:]  # « Revue de presse du 3 mars 2024 » on the cover
    if len(heads) < 2:
        return []
    pieces = [rows[a:b] for a, b in zip(heads, [*heads[1:], len(rows)], strict=True)]
    if sum(_paragraphs(piece) > 0 for piece in pieces) * 2 <= len(pieces):
        # Without paragraphs: comments, teasers or a list of other articles, each with its date.
        return _in_columns(rows, heads) if all(map(_is_narrow_text, pieces)) else []
    return _with_titles(rows, heads)


def _in_columns(rows: list[Row], heads: list[int]) -> list[int]:
    """The starts in columns of print, where titles of several lines stand right above the outlets."""
    lines = [_lines_of_title(rows, at) for at in heads]
    return [at - number for at, number in zip(heads, lines, strict=True)] if all(lines) else []


def _with_titles(rows: list[Row], heads: list[int]) -> list[int]:
    """The rows of the titles above the outlets; those of the outlets where the titles stand below."""
    above = [
        at > 0
        and rows[at - 1].apart
        and reads_as_title(rows[at - 1].text)
        and not (at > 1 and outlet_and_date(rows[at - 1].text))
        for at in heads
    ]
    below = [at + 1 < len(rows) and reads_as_title(rows[at + 1].text) for at in heads]
    if all(above) and not (all(below) and all(rows[at].apart for at in heads)):
        return [at - 1 for at in heads]
    return heads


def _is_narrow_text(piece: list[Row]) -> bool:
    """Whether most lines are those of paragraphs in a column of print."""
    broken = [row for row in piece if len(row.text) >= _NARROW and row.text[-1] not in ENDS]
    return len(broken) >= _FEW and sum(len(row.text) for row in piece) >= _TEXT


def _lines_of_title(rows: list[Row], at: int) -> int:
    """How many lines above one are a title that begins below the end of a sentence; 0 without one."""
    for number in range(1, min(at, _TITLE_LINES) + 1):
        line = rows[at - number].text
        above = rows[at - number - 1].text if at > number else "."
        if line[-1] in ".;,":
            return 0
        parted = above[-1] in ENDS or rows[at - number].apart or not above[-1].isalnum()
        if line[0].isupper() or line[0] in "«“0123456789":
            if parted or number > 1 or len(line) < _NARROW:
                return number
        elif parted:
            return 0
    return 0


def _foot_or_head(line: str) -> bool:
    if outlet_and_date(line):
        return True
    match = LABEL.fullmatch(line) if labelled(line) is Field.SOURCE else None
    return match is not None and bool(outlet_and_date(match["value"]))


def _are_feet(rows: list[Row], heads: list[int]) -> bool:
    """Whether outlets stand below their articles: the last one ends the text, and a title begins it."""
    if len(heads) < 2 or heads[0] == 0 or heads[-1] != len(rows) - 1:
        return False
    starts = [0, *(at + 1 for at in heads[:-1])]
    return all(reads_as_title(rows[at].text) for at in starts) and _all_have_paragraphs(
        rows, starts
    )


def _all_have_paragraphs(rows: list[Row], starts: list[int]) -> bool:
    return all(
        any(_is_prose(rows, at) for at in range(a, b)) for a, b in pairwise((*starts, len(rows)))
    )


def _by_contents(rows: list[Row]) -> list[int]:
    """The rows on which the titles of a list of contents stand again."""
    listed = next(
        (
            at
            for at, row in enumerate(rows[:60])
            if len(row.text) < _HEADING and _CONTENTS.fullmatch(fold(row.text))
        ),
        None,
    )
    if listed is None:
        return []
    places: dict[str, list[int]] = {}
    for at in range(listed + 1, len(rows)):
        places.setdefault(_key(rows[at].text), []).append(at)
    starts: list[int] = []
    numbered = 0
    for row in rows[listed + 1 : listed + _MOST_TITLES]:
        key = _key(row.text)
        told = places.get(key, ())
        if len(told) < 2 and (outlet := _OUTLET_BEHIND.fullmatch(key)) is not None:
            # « 1. Le port rouvre (La Gazette) … p. 2 »
            key = outlet["title"]
            told = places.get(key, ())
        later = [at for at in told if rows[at] is not row and (not starts or at > starts[-1])]
        if row.start >= (rows[starts[0]].start if starts else row.start + 1):
            break
        if len(key) > 8 and later:
            starts.append(later[0])
            numbered += bool(_LEADERS.search(row.text))
    if not starts:
        return []
    pieces = [rows[a:b] for a, b in zip(starts, [*starts[1:], len(rows)], strict=True)]
    headed = sum(has_head(piece) for piece in pieces)
    # A page's list of its own headings has neither page numbers nor bylines.
    return starts if max(numbered, headed) * 2 >= len(starts) else []


def _by_bare_borders(text: str, rows: list[Row]) -> list[int]:
    return starts_of_articles(rows, text)


def _key(text: str) -> str:
    return fold(_LIST_MARK.sub("", _LEADERS.sub("", text), count=1)).strip()


def _made(text: str, rows: list[Row], starts: list[int]) -> list[Part]:
    parts = []
    for start, stop in zip(starts, [*starts[1:], len(rows)], strict=True):
        piece = [row for row in rows[start:stop] if not RULE.fullmatch(row.text)]
        part = part_of(text, piece)
        if part is not None:
            parts.append(part)
    return parts
