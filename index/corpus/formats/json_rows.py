"""Records of a JSON file that are no objects: rows below their heads, rows without heads, and bare texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from index.corpus.document import SourceRules
from index.corpus.fields import Field, Value
from index.corpus.formats.json_shapes import Record, table_in
from index.corpus.formats.jsonvalues import BROKEN, Entry, elements, read_value, skip
from index.corpus.headless import fields_by_cells
from index.model.text import Span

_TEXT = "text"
_WORDS = 8
"""The fewest blanks of a text that stands in a list without a name."""
_SAMPLED = 50
"""The number of rows by which columns are told."""


def table(raw: str, at: int, rules: SourceRules) -> Sequence[Record] | None:
    """The records of a list of rows, the first of which holds the heads."""
    if raw[skip(raw, at + 1) : skip(raw, at + 1) + 1] != "[":
        return None
    try:
        value, end = read_value(raw, at)
    except BROKEN:
        return None
    return table_in(raw, Entry("", value, at, end), rules)


def unnamed_records(raw: str, at: int) -> list[Record]:
    """The records of a list, or of lines, of nothing but texts or of rows without heads; empty for other files."""
    if raw[at : at + 1] not in ('"', "["):
        return []
    found: list[Record] = []
    while at < len(raw) and raw[at] != "]":
        try:
            value, end = read_value(raw, at)
        except BROKEN:
            return []
        entry = Entry(_TEXT, value, at, end)
        entries = elements(raw, entry) if isinstance(value, list) else [entry]
        if not any(isinstance(e.value, str) and e.value.count(" ") >= _WORDS for e in entries):
            return []
        found.append(Record(entries, Span(at, end)))
        at = skip(raw, end)
        if at == len(raw) and len(found) == 1 and isinstance(value, list):
            return []  # the list of the whole file
        if raw[at : at + 1] == ",":
            at = skip(raw, at + 1)
    return _named_by_cells(found)


def _named_by_cells(records: list[Record]) -> list[Record]:
    """Rows with the names of their fields; bare texts as they are."""
    if not any(len(record.entries) > 1 for record in records):
        return records
    rows = [[_said(one.value) for one in record.entries] for record in records[:_SAMPLED]]
    fields = fields_by_cells(rows)
    return [record._replace(entries=list(_named(record.entries, fields))) for record in records]


def _named(entries: Sequence[Entry], fields: Sequence[Field | None]) -> Iterator[Entry]:
    for number, (entry, field) in enumerate(zip_longest(entries, fields), start=1):
        if entry is not None:
            yield entry._replace(name=field.value if field else f"#{number}")


def _said(value: Value) -> str:
    return str(value) if isinstance(value, str | int | float) else ""
