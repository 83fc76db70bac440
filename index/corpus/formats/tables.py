"""Tables (CSV, TSV): a record a row, its columns recognised by the names in the first one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from index.corpus.document import Document, FileContent, UnreadableError
from index.corpus.fields import Field, Value, field_of
from index.corpus.formats.format import MEGABYTE, Format
from index.corpus.formats.records import Cell, document_of
from index.corpus.strand import Strand, Weaver
from index.model.text import Span

_SEPARATORS = ",;\t|"


class _CellText(NamedTuple):
    strand: Strand
    start: int
    end: int


def documents(file: FileContent) -> Iterator[Document]:
    """A document for each row that has a title or a text.

    Raises UnreadableError when no column is recognised as a title or a text.
    """
    raw = file.text
    separator = _separator(raw)
    rows = _rows(raw, separator)
    head = next(rows, None)
    fields = [field_of(cell.strand.text.strip(), rules=file.rules) for cell in head or ()]
    if Field.TEXT not in fields and Field.TITLE not in fields:
        raise UnreadableError("No column of the table is named as a title or a text.")
    for row in rows:
        known = [(field, cell) for field, cell in zip(fields, row, strict=False) if field]
        cells = [
            Cell(field, cell.strand) for field, cell in known if field in (Field.TITLE, Field.TEXT)
        ]
        pairs: list[tuple[Field, Value]] = [(field, cell.strand.text) for field, cell in known]
        document = document_of(raw, Span(row[0].start, row[-1].end), cells=cells, pairs=pairs)
        if document is not None:
            yield document


def _separator(raw: str) -> str:
    """The sign that stands most often in the first line, outside quotation marks."""
    first = re.sub(r'"[^"]*"', "", raw[: raw.find("\n") if "\n" in raw else len(raw)][:10_000])
    return max(_SEPARATORS, key=first.count)


def _rows(raw: str, separator: str) -> Iterator[list[_CellText]]:
    """The rows with the place of each cell; blank rows are left out (RFC 4180)."""
    plain_end = re.compile(rf"[{re.escape(separator)}\r\n]")
    at, length = 0, len(raw)
    row: list[_CellText] = []
    while at <= length:
        cell, at = _cell(raw, at, plain_end)
        row.append(cell)
        if at < length and raw[at] == separator:
            at += 1
            continue
        if any(entry.strand.text.strip() for entry in row):
            yield row
        row = []
        if at >= length:
            return
        at += 2 if raw.startswith("\r\n", at) else 1


def _cell(raw: str, at: int, plain_end: re.Pattern[str]) -> tuple[_CellText, int]:
    weaver = Weaver()
    if raw[at : at + 1] != '"':
        found = plain_end.search(raw, at)
        end = found.start() if found else len(raw)
        weaver.take(raw[at:end], at)
        return _CellText(weaver.strand(), at, end), end
    start = at
    at += 1
    while True:
        mark = raw.find('"', at)
        if mark < 0:
            # The closing mark is missing: all that is left is this cell's.
            weaver.take(raw[at:], at)
            return _CellText(weaver.strand(), start, len(raw)), len(raw)
        weaver.take(raw[at:mark], at)
        if raw[mark + 1 : mark + 2] != '"':
            break
        weaver.put('"', mark, mark + 2)
        at = mark + 2
    found = plain_end.search(raw, mark + 1)
    end = found.start() if found else len(raw)
    return _CellText(weaver.strand(), start, end), end


FORMAT = Format("table", (".csv", ".tsv"), documents, holds_many=True, limit=300 * MEGABYTE)
