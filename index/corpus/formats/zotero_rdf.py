"""Zotero's RDF: an article for each reference, with its abstract as text; notes and attachments are none."""

from __future__ import annotations

from collections.abc import Iterator

from index.corpus.document import Found, Lost
from index.corpus.fields import Field, Value
from index.corpus.formats.records import Cell, document_of, title_alone
from index.corpus.xml import Node, flow_of, plain_text
from index.model.article import Loss
from index.model.text import Span

_NAMESPACE = "http://www.zotero.org/namespaces/export#"
_ASIDE = ("attachment", "memo")
"""Elements at the top that belong to a reference: files, notes."""
_CONTAINERS = ("ispartof", "publisher")
_PLAIN = (
    ("date", Field.PUBLISHED), ("pages", Field.PAGE), ("language", Field.LANGUAGE),
    ("section", Field.SECTION), ("edition", Field.EDITION), ("datesubmitted", Field.KEPT),
)  # fmt: skip
NOTES = "Notes and attachments of references are no articles."


def is_zotero(text: str) -> bool:
    """Whether a file of RDF is an export of Zotero, and no feed."""
    return _NAMESPACE in text[:4000]


def zotero(raw: str, tree: Node) -> Iterator[Found]:
    """A document for each reference."""
    aside = 0
    for node in (node for top in tree.elements() for node in top.elements()):
        if node.tag in _ASIDE:
            aside += 1
            continue
        title = next((one for one in node.elements() if one.tag == "title"), None)
        if title is None:
            continue  # a collection, a journal to which references point
        cells = [Cell(Field.TITLE, flow_of(raw, [title], blocks=frozenset()))]
        cells += [
            Cell(Field.TEXT, flow_of(raw, [one], blocks=frozenset()))
            for one in node.elements()
            if one.tag == "abstract"
        ]
        document = document_of(
            raw, Span(node.start, node.end), cells=cells, pairs=list(_pairs(raw, node))
        )
        if document is None:
            yield Lost(Loss.WITHOUT_TEXT, "The reference has neither a title nor a text.")
            continue
        yield document
        if (alone := title_alone(document)) is not None:
            yield alone
    if aside:
        yield Lost(Loss.REMARK, NOTES, "", aside)


def _pairs(raw: str, node: Node) -> Iterator[tuple[Field, Value]]:
    children = list(node.elements())
    for wanted in _CONTAINERS:
        for child in children:
            if child.tag == wanted:
                yield Field.SOURCE, plain_text(raw, child.first("title") or child.first("name"))
    yield (
        Field.AUTHOR,
        [
            _name(raw, one)
            for child in children
            if child.tag == "authors"
            for one in child.all("person")
        ],
    )
    for child in children:
        for tag, field in _PLAIN:
            if child.tag == tag:
                yield field, plain_text(raw, child)
        if child.tag == "identifier" and (address := child.first("uri", "value")) is not None:
            yield Field.URL, plain_text(raw, address)
    yield Field.TAGS, [plain_text(raw, one) for one in children if one.tag == "subject"]
    about = node.get("rdf:about") or node.get("about")
    if about.startswith("http"):
        yield Field.URL, about


def _name(raw: str, person: Node) -> str:
    parts = (plain_text(raw, person.first(tag)) for tag in ("givenname", "surname"))
    return " ".join(filter(None, parts))
