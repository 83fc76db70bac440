"""Tables of articles in a page: files that some tools save as `.xls`, and lists of press reviews.

Such a table names its columns in its first row, as `.csv` does, and one of them is a text. A table
inside an article has no such head.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import NamedTuple

from index.corpus.cleaning.line_looks import Look, is_title_like, look_of
from index.corpus.cleaning.outlets import is_listed_outlet, is_outlet_name
from index.corpus.column_heads import column_field, column_fields
from index.corpus.document import Found, Lost, SourceRules
from index.corpus.fields import Field, Value
from index.corpus.formats.exports import export_document, region_of
from index.corpus.formats.label_tables import stated_in
from index.corpus.markup import Block, Markup
from index.corpus.page_dates import read_date
from index.model.article import Basis, Loss

_TABLE = re.compile(r"<(/?)table\b", re.IGNORECASE)
_ROW = re.compile(r"<tr\b", re.IGNORECASE)
_CELL = re.compile(r"<t[dh]\b", re.IGNORECASE)
_FEWEST_LABELS = 2
_FEWEST_NAMED = 3
"""The fewest columns with a known head, unless all are known."""
_FEWEST_ROWS = 2
_WORDS = 20
"""The fewest blanks of a cell that is a text where no head says so."""
_DAY = 40
_AROUND = 3
"""A table without known heads has so many times the words that stand in sentences around it."""
TAKEN = "No column is named as a text; the one with the longest text was taken for it."
_Row = dict[int, list[Block]]
"""The blocks of each column that is not empty."""


def documents_in(raw: str, markup: Markup, rules: SourceRules) -> list[Found]:
    """The articles of the tables of a page; empty when none is a table of articles."""
    found: list[Found] = []
    for start, end in _plain_tables(raw):
        rows = _rows(raw, start, end, _inside(markup.blocks, start, end))
        if rows:
            found += _documents(raw, rows, rules, _Page(markup.blocks, start, end))
    return found


class _Page(NamedTuple):
    """The page that a table stands in, and the table's place."""

    blocks: list[Block]
    start: int
    end: int

    def is_of_one_text(self, inside: list[Block]) -> bool:
        """Whether the table is a part of an article: sentences around it, or the article's heading."""
        outside = [one for one in self.blocks if not self.start <= _place(one) < self.end]
        words = sum(map(_words, outside))
        if words and words * _AROUND > sum(map(_words, inside)):
            return True
        around = {one.number for one in inside[0].path if one.tag == "article"}
        return any(
            one.inside("h1") and any(above.number in around for above in one.path)
            for one in outside
        )


def _words(block: Block) -> int:
    """How many words of a block stand in sentences."""
    told = " ".join(block.text.split())
    return told.count(" ") + 1 if look_of(told).look is Look.PROSE else 0


def _documents(raw: str, rows: list[_Row], rules: SourceRules, page: _Page) -> Iterator[Found]:
    if len(rows) < 2:
        return
    if not _are_heads(rows[0], rules) and _are_heads(rows[1], rules):
        rows = rows[1:]  # below the letters of a sheet's columns
    width = max(rows[0]) + 1
    heads = [_told(rows[0].get(column, [])) for column in range(width)]
    fields = column_fields(heads, rules=rules)
    known = {field for field in fields if field is not None}
    if Field.TEXT not in known or (
        len(known) < _FEWEST_NAMED and (len(known) < 2 or None in fields)
    ):
        if not page.is_of_one_text([b for row in rows for cell in row.values() for b in cell]):
            yield from _unnamed(raw, rows, heads)
        return
    for number, row in enumerate(rows[1:], start=2):
        parts: dict[Field, list[Block]] = {}
        pairs: list[tuple[Field, Value]] = []
        for column, blocks in row.items():
            field = fields[column] if column < width else None
            if field is not None and field not in parts:
                parts[field] = blocks
                pairs.append((field, _told(blocks)))
        blocks = [block for cell in row.values() for block in cell]
        if not parts:
            yield Lost(Loss.WITHOUT_TEXT, "The row has neither a title nor a text.", f"{number}")
            continue
        body = parts.get(Field.TEXT) or parts.get(Field.DESCRIPTION, [])
        if Field.TEXT not in parts:
            pairs = [pair for pair in pairs if pair[0] is not Field.DESCRIPTION]
        yield export_document(
            raw, region_of(blocks), title=parts.get(Field.TITLE, []), body=body, pairs=pairs
        )


def _unnamed(raw: str, rows: list[_Row], heads: list[str]) -> Iterator[Found]:
    """The articles of a table without known heads: a day and sentences in the same columns of all rows."""
    below = rows[1:]
    texts = _columns(below, _is_text)
    days = _columns(below, _is_day)
    if len(texts) != 1 or not days:
        return
    text, day = texts[0], days[0]
    headed = text in rows[0] and not _is_text(_told(rows[0][text]))
    for row in below if headed else rows:
        if text not in row or not _is_text(_told(row[text])):
            continue
        pairs: list[tuple[Field, Value]] = [(Field.PUBLISHED, _told(row.get(day, [])))]
        others = {at: _told(cell) for at, cell in row.items() if at not in (text, day)}
        outlet = next((at for at, told in others.items() if _is_outlet(told)), None)
        address = next((told for told in others.values() if told.startswith("http")), None)
        pairs += [(Field.SOURCE, others.get(outlet)) if outlet is not None else (Field.URL, None)]
        pairs += [(Field.URL, address)]
        titles = [at for at, told in others.items() if at != outlet and _is_title(told)]
        title = max(titles, key=lambda at: len(others[at]), default=None)
        blocks = [block for cell in row.values() for block in cell]
        yield export_document(
            raw,
            region_of(blocks),
            title=row[title] if title is not None else [],
            body=row[text],
            pairs=pairs,
        )
    yield Lost(Loss.REMARK, TAKEN, heads[text] if headed else f"#{text + 1}")


def _columns(rows: list[_Row], fits: Callable[[str], bool]) -> list[int]:
    """The columns of which the cells of all rows fit; none for fewer than two rows."""
    if len(rows) < _FEWEST_ROWS:
        return []
    columns = sorted({at for row in rows for at in row})
    return [at for at in columns if all(at in row and fits(_told(row[at])) for row in rows)]


def _is_text(told: str) -> bool:
    return told.count(" ") >= _WORDS and look_of(told).look is Look.PROSE


def _is_day(told: str) -> bool:
    return len(told) <= _DAY and read_date(told).basis is Basis.STATED


def _is_outlet(told: str) -> bool:
    return is_listed_outlet(told) or is_outlet_name(told)


def _is_title(told: str) -> bool:
    return told.count(" ") >= 2 and is_title_like(told) and not told.startswith("http")


def labels_in(
    raw: str, blocks: list[Block], before: int
) -> tuple[list[tuple[Field, str]], list[Block]]:
    """What the tables of labels in a page state (Notion's properties), and the blocks of these tables.

    Only those that end before a place count; one in or below a text is about what the text speaks of.
    """
    pairs: list[tuple[Field, str]] = []
    used: list[Block] = []
    for start, end in _plain_tables(raw):
        if end > before:
            break
        rows = _rows(raw, start, end, _inside(blocks, start, end))
        told = stated_in(
            [[_told(row.get(0, [])), _told(row.get(1, []))] for row in rows if len(row) <= 2]
        )
        if told and all(len(row) <= 2 for row in rows):
            pairs += told
            used += [block for row in rows for cell in row.values() for block in cell]
    return pairs, used


def _are_heads(row: _Row, rules: SourceRules) -> bool:
    """Whether a row names a text and at least two other fields."""
    fields = set(column_fields([_told(blocks) for blocks in row.values()], rules=rules)) - {None}
    return Field.TEXT in fields and len(fields) >= _FEWEST_NAMED


class Labelled(NamedTuple):
    """A table of two columns that states an article's facts."""

    rows: list[tuple[str, list[Block]]]
    """Each label with the blocks of its value."""
    blocks: list[Block]


def tables_of_labels(raw: str, blocks: list[Block]) -> list[Labelled]:
    """The tables of a page whose first column names at least two fields of an article."""
    found: list[Labelled] = []
    for start, end in _plain_tables(raw):
        rows = _rows(raw, start, end, _inside(blocks, start, end))
        if not rows or any(set(row) - {0, 1} for row in rows):
            continue
        labelled = [(_told(row.get(0, [])), row.get(1, [])) for row in rows]
        named = {column_field(label) for label, _ in labelled} - {None}
        if len(named) >= _FEWEST_LABELS:
            held = [block for row in rows for cell in row.values() for block in cell]
            found.append(Labelled(labelled, held))
    return found


def _told(blocks: list[Block]) -> str:
    return " ".join(" ".join(block.text.split()) for block in blocks)


def _plain_tables(raw: str) -> Iterator[tuple[int, int]]:
    """The places of tables that contain no other table."""
    opened: int | None = None
    for tag in _TABLE.finditer(raw):
        if not tag[1]:
            opened = tag.start()
        elif opened is not None:
            yield opened, tag.end()
            opened = None
    if opened is not None:
        yield opened, len(raw)


def _inside(blocks: list[Block], start: int, end: int) -> list[Block]:
    """The blocks of a stretch of the page; blocks stand in their order."""
    return blocks[bisect_left(blocks, start, key=_place) : bisect_left(blocks, end, key=_place)]


def _place(block: Block) -> int:
    return block.strand.pieces[0].raw_start


def _rows(raw: str, start: int, end: int, blocks: list[Block]) -> list[_Row]:
    """The rows of a table with their columns; the tags give the columns, since an empty cell has no
    block.
    """
    rows = [tag.start() for tag in _ROW.finditer(raw, start, end)]
    cells = [tag.start() for tag in _CELL.finditer(raw, start, end)]
    found: defaultdict[int, _Row] = defaultdict(dict)
    for block in blocks:
        place = _place(block)
        row = bisect_right(rows, place) - 1
        cell = bisect_right(cells, place) - 1
        if row < 0 or cell < 0:
            continue
        column = cell - (bisect_right(cells, rows[row]))
        if column >= 0:
            found[row].setdefault(column, []).append(block)
    return [found[row] for row in sorted(found)]
