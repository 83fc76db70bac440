"""References with a tag of letters before each field: Web of Science (« TI Le titre ») and MEDLINE (« TI  - Le titre »)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from index.corpus.document import FileContent, Found, Lost, UnreadableError
from index.corpus.fields import Field, Value
from index.corpus.formats.format import MEGABYTE, Format
from index.corpus.formats.records import Cell, document_of
from index.corpus.inverted_names import natural_name
from index.corpus.strand import Strand, Weaver
from index.model.article import Loss
from index.model.text import Span

_OF_SCIENCE = re.compile(rb"FN [^\r\n]{3,80}\r?\nVR \d")
_MEDLINE = re.compile(rb"\s*PMID- \d+\r?\n")
_NEXT_LINE = re.compile(r"\r?\n[ \t]+")
_FULL = ("AF", "FAU")
"""Names in full, which count more than their initials."""


class _Kind(NamedTuple):
    line: re.Pattern[str]
    first: str
    """The tag with which each reference begins."""
    fields: dict[str, Field]


_KINDS = (
    _Kind(
        re.compile(r"^(?P<tag>[A-Z][A-Z0-9])(?: (?P<value>[^\r\n]*(?:\r?\n {3}[^\r\n]*)*))?\r?$", re.MULTILINE),
        "PT",
        {
            "TI": Field.TITLE, "AB": Field.TEXT, "SO": Field.SOURCE, "AF": Field.AUTHOR, "AU": Field.AUTHOR,
            "DE": Field.TAGS, "LA": Field.LANGUAGE, "BP": Field.PAGE, "UT": Field.RECORD_ID,
        },
    ),
    _Kind(
        re.compile(r"^(?P<tag>[A-Z]{2,4}) *- (?P<value>[^\r\n]*(?:\r?\n {6}[^\r\n]*)*)\r?$", re.MULTILINE),
        "PMID",
        {
            "TI": Field.TITLE, "AB": Field.TEXT, "JT": Field.SOURCE, "FAU": Field.AUTHOR, "AU": Field.AUTHOR,
            "OT": Field.TAGS, "LA": Field.LANGUAGE, "PG": Field.PAGE, "PMID": Field.RECORD_ID,
        },
    ),
)  # fmt: skip
_MANY = ("AF", "AU", "FAU", "OT")
"""Fields of which each line holds one value."""


def is_tagged(head: bytes) -> bool:
    """Whether a file begins as one of these does."""
    return _OF_SCIENCE.match(head) is not None or _MEDLINE.match(head) is not None


def documents(file: FileContent) -> Iterator[Found]:
    """A document for each reference; its abstract is its text."""
    raw = file.text
    kind = _KINDS[0] if _OF_SCIENCE.match(raw[:400].encode()) else _KINDS[1]
    lines = list(kind.line.finditer(raw))
    starts = [at for at, line in enumerate(lines) if line["tag"] == kind.first]
    if not starts:
        raise UnreadableError("The file holds no reference.")
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield _reference(raw, lines[start:end], kind)


def _reference(raw: str, lines: list[re.Match[str]], kind: _Kind) -> Found:
    cells: list[Cell] = []
    told: dict[str, list[str]] = {}
    for line in lines:
        strand = _value(raw, line)
        field = kind.fields.get(line["tag"])
        if field in (Field.TITLE, Field.TEXT):
            cells.append(Cell(field, strand))
        many = _NEXT_LINE.split(line["value"] or "") if line["tag"] in _MANY else [strand.text]
        told.setdefault(line["tag"], []).extend(one.strip() for one in many if one.strip())
    names = next((told[tag] for tag in (*_FULL, "AU") if tag in told), [])
    authors: list[Value] = [natural_name(name) for name in names]
    day = " ".join([*told.get("PD", [])[:1], *told.get("PY", [])[:1]])
    pairs: list[tuple[Field, Value]] = [
        (field, ", ".join(told[tag]))
        for tag, field in kind.fields.items()
        if tag in told and field is not Field.AUTHOR
    ]
    dates: list[tuple[Field, Value]] = [
        (Field.PUBLISHED, value) for value in (day, *told.get("DP", []), *told.get("PY", []))
    ]
    pairs += [(Field.AUTHOR, authors), *dates]
    region = Span(lines[0].start(), lines[-1].end())
    document = document_of(raw, region, cells=cells, pairs=pairs)
    return document or Lost(Loss.WITHOUT_TEXT, "The reference has neither a title nor a text.")


def _value(raw: str, line: re.Match[str]) -> Strand:
    """The value of a line and of those that go on below it, with a blank for each break."""
    weaver = Weaver()
    start, end = line.span("value")
    if start < 0:
        return weaver.strand()
    at = start
    for mark in _NEXT_LINE.finditer(raw, start, end):
        weaver.take(raw[at : mark.start()], at)
        weaver.put(" ", mark.start(), mark.end())
        at = mark.end()
    weaver.take(raw[at:end], at)
    return weaver.strand()


FORMAT = Format(
    "references", (".nbib", ".ciw"), documents, holds_many=True, parted_by="", limit=100 * MEGABYTE
)
