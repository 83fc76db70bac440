"""JSON Lines: a record a line; and JSON files that hold one record or a list of them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from json.decoder import scanstring  # type: ignore[attr-defined]
from typing import NamedTuple

from index.corpus.document import Document, FileContent, SourceRules, UnreadableError
from index.corpus.fields import Field, Value, field_of, record_pairs
from index.corpus.formats.format import MEGABYTE, Format
from index.corpus.formats.records import Cell, document_of
from index.corpus.strand import Strand, Weaver
from index.model.text import Span

_BLANK = re.compile(r"[ \t\r\n]*")
_ESCAPE = re.compile(r"\\(?:u[0-9a-fA-F]{4}(?:\\u[dD][c-fC-F][0-9a-fA-F]{2})?|.)", re.DOTALL)
_SURROGATE = re.compile("[\ud800-\udfff]")
_scan_value = json.JSONDecoder(strict=False).scan_once  # type: ignore[attr-defined]


class _Entry(NamedTuple):
    """A member of a record with the place of its value."""

    name: str
    value: Value
    start: int
    end: int


def documents(file: FileContent) -> Iterator[Document]:
    """A document for each record that has a title or a text.

    A line that is no record is an UnreadableError after the others were given.
    """
    raw = file.text
    at = _skip(raw, 0)
    found = bad = deep = 0
    if raw[at : at + 1] == "[":
        at = _skip(raw, at + 1)
    while at < len(raw):
        if raw[at] in ",]":
            at = _skip(raw, at + 1)
            continue
        try:
            entries, end = _read_record(raw, at)
        except (ValueError, StopIteration, RecursionError, IndexError) as error:
            bad += 1
            deep += isinstance(error, RecursionError)
            line_end = raw.find("\n", at)
            at = _skip(raw, len(raw) if line_end < 0 else line_end + 1)
            continue
        found += 1
        document = _document(raw, Span(at, end), entries, file.rules)
        if document is not None:
            yield document
        at = _skip(raw, end)
    if deep:
        raise UnreadableError("A record of the file is nested too deeply.")
    if bad and not found:
        raise UnreadableError("The file holds no JSON record.")
    if bad:
        raise UnreadableError("Not every line of the file is a JSON record.")


def _document(raw: str, region: Span, entries: list[_Entry], rules: SourceRules) -> Document | None:
    cells: list[Cell] = []
    for entry in entries:
        field = field_of(entry.name, rules=rules)
        if field in (Field.TITLE, Field.TEXT) and isinstance(entry.value, str):
            cells.append(Cell(field, _string_strand(raw, entry.start, entry.end)))
    record = {entry.name: entry.value for entry in entries}
    return document_of(raw, region, cells=cells, pairs=record_pairs(record, rules=rules))


def _read_record(raw: str, start: int) -> tuple[list[_Entry], int]:
    """The members of the object at a place, and its end. Raises ValueError where it is no object."""
    if raw[start] != "{":
        raise ValueError
    entries: list[_Entry] = []
    at = _skip(raw, start + 1)
    if raw[at] == "}":
        return entries, at + 1
    while True:
        if raw[at] != '"':
            raise ValueError
        name, at = scanstring(raw, at + 1, False)
        at = _skip(raw, at)
        if raw[at] != ":":
            raise ValueError
        at = _skip(raw, at + 1)
        value, end = _scan_value(raw, at)
        entries.append(_Entry(name, value, at, end))
        at = _skip(raw, end)
        if raw[at] == "}":
            return entries, at + 1
        if raw[at] != ",":
            raise ValueError
        at = _skip(raw, at + 1)


def _string_strand(raw: str, start: int, end: int) -> Strand:
    """A string literal's text; each escape stands for its character as a whole."""
    weaver = Weaver()
    at = start + 1
    for match in _ESCAPE.finditer(raw, start + 1, end - 1):
        weaver.take(raw[at : match.start()], at)
        char, _ = scanstring(match.group() + '"', 0, False)
        weaver.put(_SURROGATE.sub("\ufffd", char), match.start(), match.end())
        at = match.end()
    weaver.take(raw[at : end - 1], at)
    return weaver.strand()


def _skip(raw: str, at: int) -> int:
    match = _BLANK.match(raw, at)
    return match.end() if match else at


FORMAT = Format(
    "JSON Lines",
    (".jsonl", ".ndjson", ".json"),
    documents,
    holds_many=True,
    limit=300 * MEGABYTE,
)
