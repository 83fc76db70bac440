"""XML of library catalogues and archives: UNIMARC and MARC 21 (MARCXML), MODS, and EAD. The note of the contents, or the
summary, is the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from index.corpus.document import Found
from index.corpus.fields import Field, Value
from index.corpus.formats.records import Cell, found_of
from index.corpus.inverted_names import natural_name
from index.corpus.strand import Strand
from index.corpus.xml import Node, flow_of, plain_text
from index.model.text import Span

_FLAT: frozenset[str] = frozenset()
_BLOCKS = frozenset(("p",))
_YEAR = re.compile(r"(?:1[4-9]|20)\d\d(?:-\d\d(?:-\d\d)?)?")
_WRITES = ("aut", "author", "auteur", "cre", "creator", "jrn", "journalist", "")
"""The roles of who wrote something; a name without a role wrote it too."""


class _Marc(NamedTuple):
    """The numbers of the fields in one family of MARC, each with its subfields in the order of preference."""

    title: tuple[str, str]
    text: tuple[str, ...]
    authors: tuple[str, ...]
    hosts: tuple[str, ...]
    dates: tuple[str, ...]
    language: str
    tags: tuple[str, ...]


_UNIMARC = _Marc(
    ("200", "a"), ("330", "327"), ("700", "701", "710"), ("461", "463", "464", "225"), ("210", "214"), "101", ("606", "610")
)  # fmt: skip
_MARC21 = _Marc(
    ("245", "a"), ("520", "505"), ("100", "700", "110"), ("773", "490"), ("260", "264"), "041", ("650", "653")
)  # fmt: skip


def marc(raw: str, tree: Node) -> Iterator[Found]:
    """A document for each record."""
    for record in tree.all("record"):
        fields = record.all("datafield")
        numbers = {one.get("tag") for one in fields}
        kind = _UNIMARC if "200" in numbers and "245" not in numbers else _MARC21
        yield from _document(
            raw, record, _title_of(fields, kind), _texts_of(fields, kind), _facts(raw, record, fields, kind)
        )  # fmt: skip


def _title_of(fields: list[Node], kind: _Marc) -> list[Node]:
    number, code = kind.title
    return _subfields(fields, (number,), code)[:1]


def _texts_of(fields: list[Node], kind: _Marc) -> list[Node]:
    return _subfields(fields, kind.text, "a")


def _facts(raw: str, record: Node, fields: list[Node], kind: _Marc) -> list[tuple[Field, Value]]:
    authors: list[Value] = [
        " ".join(filter(None, (plain_text(raw, _code(one, "b")), plain_text(raw, _code(one, "a")))))
        if kind is _UNIMARC
        else natural_name((plain_text(raw, _code(one, "a")) or "").rstrip(" .,"))
        for one in fields
        if one.get("tag") in kind.authors
    ]
    control = next((one for one in record.all("controlfield") if one.get("tag") == "001"), None)
    dates = [
        plain_text(raw, one) or "" for code in "dc" for one in _subfields(fields, kind.dates, code)
    ]
    years = [found.group() for date in dates if (found := _YEAR.search(date))]
    return [
        (Field.AUTHOR, authors),
        (Field.SOURCE, _first(raw, _subfields(fields, kind.hosts, "t"))),
        (Field.SOURCE, _first(raw, _subfields(fields, kind.hosts, "a"))),
        (Field.PUBLISHED, years[0] if years else None),
        (Field.LANGUAGE, _first(raw, _subfields(fields, (kind.language,), "a"))),
        (Field.TAGS, [plain_text(raw, one) for one in _subfields(fields, kind.tags, "a")]),
        (Field.URL, _first(raw, _subfields(fields, ("856",), "u"))),
        (Field.RECORD_ID, plain_text(raw, control)),
    ]


def _subfields(fields: list[Node], numbers: tuple[str, ...], code: str) -> list[Node]:
    """The subfields of some fields with one code, those of the first number first."""
    return [
        one
        for number in numbers
        for field in fields
        if field.get("tag") == number
        for one in field.elements()
        if one.get("code") == code
    ]


def _code(field: Node, code: str) -> Node | None:
    return next((one for one in field.elements() if one.get("code") == code), None)


def _first(raw: str, nodes: list[Node]) -> str | None:
    return next((text for node in nodes if (text := plain_text(raw, node))), None)


def mods(raw: str, tree: Node) -> Iterator[Found]:
    """A document for each record of MODS."""
    for record in tree.all("mods"):
        own = list(record.elements())
        host = next(
            (one for one in own if one.tag == "relateditem" and one.get("type") == "host"), None
        )
        titles = [one for one in own if one.tag == "titleinfo" and not one.get("type")]
        parts = [
            part
            for one in titles[:1]
            for part in one.elements()
            if part.tag in ("nonsort", "title")
        ]
        pairs: list[tuple[Field, Value]] = [
            (
                Field.AUTHOR,
                [name for one in own if one.tag == "name" and (name := _named(raw, one))],
            ),
            (Field.SOURCE, plain_text(raw, host.first("titleinfo", "title")) if host else None),
            (Field.SOURCE, plain_text(raw, record.first("origininfo", "publisher"))),
            *((Field.PUBLISHED, day) for one in own if (day := _day(raw, one))),
            (Field.PUBLISHED, plain_text(raw, host.first("part", "date")) if host else None),
            (Field.LANGUAGE, plain_text(raw, record.first("language", "languageterm"))),
            (Field.TAGS, [plain_text(raw, one) for one in record.all("topic")]),
            (Field.URL, plain_text(raw, record.first("location", "url"))),
            (Field.PAGE, plain_text(raw, host.first("extent", "start")) if host else None),
            (Field.RECORD_ID, plain_text(raw, record.first("recordidentifier"))),
        ]
        texts = [one for one in own if one.tag == "abstract"] or [one for one in own if one.tag == "note"]  # fmt: skip
        yield from _document(raw, record, parts, texts, pairs)


_COMPONENTS = ("c", *(f"c{number:02}" for number in range(1, 13)))
_CONTENTS = ("scopecontent", "abstract", "odd", "note")


def ead(raw: str, tree: Node) -> Iterator[Found]:
    """A document for each component of an inventory that tells its contents, and one for the whole."""
    top = tree.first("archdesc") or tree
    whole = plain_text(raw, top.first("unittitle"))
    for node in [top, *(one for one in top.walk() if one.tag in _COMPONENTS)]:
        own = list(node.elements())
        did = next((one for one in own if one.tag == "did"), None)
        texts = [one for name in _CONTENTS for one in own if one.tag == name]
        if did is None or (
            not texts and (node is top or any(one.tag in _COMPONENTS for one in own))
        ):
            continue  # a level that only holds others
        date = did.first("unitdate")
        names = did.first("origination")
        pairs: list[tuple[Field, Value]] = [
            (Field.SOURCE, None if node is top else whole),
            (Field.PUBLISHED, date.get("normal") or plain_text(raw, date) if date else None),
            (Field.RECORD_ID, plain_text(raw, did.first("unitid"))),
            (
                Field.AUTHOR,
                [natural_name(plain_text(raw, one) or "") for one in names.all("persname")]
                if names
                else None,
            ),
        ]
        yield from _document(
            raw, node if node is not top else did, did.all("unittitle")[:1], texts, pairs
        )


def _named(raw: str, name: Node) -> str | None:
    """Who wrote, from a name in one part or in several; None for other roles."""
    roles = [(plain_text(raw, one) or "").lower() for one in name.all("roleterm")]
    if roles and not any(role in _WRITES for role in roles):
        return None
    parts = {
        one.get("type"): plain_text(raw, one) for one in name.elements() if one.tag == "namepart"
    }
    if parts.get("family"):
        return " ".join(filter(None, (parts.get("given"), parts["family"])))
    return natural_name(parts.get("") or "") or None


def _day(raw: str, part: Node) -> str | None:
    if part.tag != "origininfo":
        return None
    days = (part.first(name) for name in ("dateissued", "datecreated", "copyrightdate"))
    return next((text for day in days if day and (text := plain_text(raw, day))), None)


def _document(
    raw: str, record: Node, title: list[Node], texts: list[Node], pairs: list[tuple[Field, Value]]
) -> Iterator[Found]:
    cells: list[Cell] = []
    if title:
        strand: Strand = flow_of(raw, title[:1], blocks=_FLAT)
        if len(title) > 1:
            strand = flow_of(raw, [_around(title)], blocks=_FLAT)
        cells.append(Cell(Field.TITLE, strand))
    if texts:
        cells.append(Cell(Field.TEXT, flow_of(raw, texts, blocks=_BLOCKS, by_blank_lines=True)))
    yield from found_of(raw, Span(record.start, record.end), cells=cells, pairs=pairs)


def _around(nodes: list[Node]) -> Node:
    """Several elements as one, « Le » and « tramway de Fontainebleau »."""
    return Node("title", {}, nodes[0].start, nodes[-1].end, list(nodes))
