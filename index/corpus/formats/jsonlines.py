"""JSON Lines: one record a line; and JSON files with one record, a list, or an object around a
list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.corpus.document import (
    Document,
    FileContent,
    Found,
    Lost,
    SourceRules,
    UnreadableError,
)
from index.corpus.fields import Field, Value, field_of, record_pairs
from index.corpus.formats.format import MEGABYTE, Format
from index.corpus.formats.jsonvalues import BROKEN, Entry, elements, read_record, skip, text_strand
from index.corpus.formats.records import Cell, document_of, title_alone
from index.model.article import Loss
from index.model.text import Span
from index.text.folding import fold

_LISTS = [
    "articles",
    "items",
    "results",
    "messages",
    "docs",
    "documents",
    "records",
    "entries",
    "posts",
    "stories",
    "news",
    "rows",
    "data",
    "corpus",
    "db",
    "hits",
    "response",
    "list",
    "feed",
    "graph",
    "@graph",
    "references",
]
"""The names under which an object keeps the list of its records, the most likely first."""
_DEEPEST = 4
_MOST_TOLD = 50
"""The most lines of a file that are reported one by one as no records."""
_INNER = frozenset(("_source", "data", "fields", "attributes"))
_WRAPPED = re.compile(rf'"(?:{"|".join(_LISTS)})"\s*:\s*\[\s*(?=\{{)')
_SHARED = (Field.SOURCE, Field.LANGUAGE)
"""Fields that an object states for all records in it: the name of a channel is the source of its
messages.
"""


def documents(file: FileContent) -> Iterator[Found]:
    """A document for each record that has a title or a text; a line that is no record is reported.

    Raises UnreadableError if no line is a record.
    """
    raw = file.text
    at = skip(raw, 0)
    found = bad = deep = 0
    refused: list[Lost] = []
    if raw[at : at + 1] == "[":
        at = skip(raw, at + 1)
    while at < len(raw):
        if raw[at] in ",]}":
            at = skip(raw, at + 1)
            continue
        try:
            entries, end = read_record(raw, at)
        except BROKEN as error:
            bad += 1
            deep += isinstance(error, RecursionError)
            line_end = raw.find("\n", at)
            wrapped = _WRAPPED.search(raw, at) if raw[at] == "{" and not found else None
            if bad <= _MOST_TOLD and (found or wrapped or line_end >= 0):
                line = raw.count("\n", 0, at) + 1
                refused.append(Lost(Loss.REFUSED, "The line is no JSON record.", f"{line}"))
            if wrapped is not None:
                # In a file that was cut off, the complete elements of its list are still read.
                at = wrapped.end()
                continue
            at = skip(raw, len(raw) if line_end < 0 else line_end + 1)
            continue
        found += 1
        yield from _documents(raw, Span(at, end), entries, file.rules, ())
        at = skip(raw, end)
    if deep:
        raise UnreadableError("A record of the file is nested too deeply.")
    if bad and not found:
        raise UnreadableError("The file holds no JSON record.")
    yield from refused


def _documents(
    raw: str,
    region: Span,
    entries: list[Entry],
    rules: SourceRules,
    shared: tuple[tuple[Field, Value], ...],
    depth: int = 0,
) -> Iterator[Found]:
    """The document of a record, or the documents of the records in a list inside it."""
    inside = _wrapped(raw, entries, rules) if depth < _DEEPEST else None
    if inside is None:
        document = _document(raw, region, entries, rules, shared)
        if document is not None:
            yield document
            if (alone := title_alone(document)) is not None:
                yield alone
        return
    record = {entry.name: entry.value for entry in entries}
    names = [(Field.SOURCE, record["name"])] if "messages" in record and "name" in record else []
    told = [pair for pair in record_pairs(record, rules=rules) if pair[0] in _SHARED]
    shared = (*names, *told, *shared)
    for part in inside:
        members, end = read_record(raw, part.start)
        yield from _documents(raw, Span(part.start, end), members, rules, shared, depth + 1)


def _wrapped(raw: str, entries: list[Entry], rules: SourceRules) -> list[Entry] | None:
    """The records inside an object; None if the object is a record itself."""
    if any(
        field_of(entry.name, rules=rules) is Field.TEXT and _is_long_text(entry.value)
        for entry in entries
    ):
        return None
    lists = {fold(entry.name): entry for entry in entries if _holds_records(entry.value)}
    for name in _LISTS:
        if name not in lists:
            continue
        entry = lists[name]
        if isinstance(entry.value, dict):
            members, _ = read_record(raw, entry.start)
            if (inner := _wrapped(raw, members, rules)) is not None:
                return inner
            continue
        return elements(raw, entry)
    return None


def _is_long_text(value: Value) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _holds_records(value: Value) -> bool:
    if isinstance(value, dict):
        return any(isinstance(inner, list) for inner in value.values())
    return isinstance(value, list) and bool(value) and all(isinstance(one, dict) for one in value)


def _document(
    raw: str,
    region: Span,
    entries: list[Entry],
    rules: SourceRules,
    shared: tuple[tuple[Field, Value], ...],
) -> Document | None:
    record = {entry.name: entry.value for entry in entries}
    pairs = [*record_pairs(record, rules=rules), *shared]
    if "messages" in {entry.name for entry in entries} or record.get("type") == "service":
        return None  # a message such as « X joined the channel »
    cells = list(_cells(raw, entries, rules))
    if not any(cell.field is Field.TEXT for cell in cells):
        # Only where nothing else is the text: beside one, « html » is the whole page.
        html = next((entry for entry in entries if entry.name == "html"), None)
        strand = text_strand(raw, html) if html is not None else None
        cells += [Cell(Field.TEXT, strand)] if strand is not None else []
    return document_of(raw, region, cells=cells, pairs=pairs)


def _cells(raw: str, entries: list[Entry], rules: SourceRules) -> Iterator[Cell]:
    for entry in entries:
        field = field_of(entry.name, rules=rules)
        if field in (Field.TITLE, Field.TEXT, Field.DESCRIPTION):
            strand = text_strand(raw, entry)
            if strand is not None:
                yield Cell(field, strand)
        elif isinstance(entry.value, dict) and fold(entry.name) in _INNER:
            members, _ = read_record(raw, entry.start)
            yield from _cells(raw, members, rules)


FORMAT = Format(
    "JSON Lines",
    (".jsonl", ".ndjson", ".json"),
    documents,
    holds_many=True,
    holds_records=True,
    limit=300 * MEGABYTE,
)
