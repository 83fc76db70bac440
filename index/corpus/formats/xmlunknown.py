"""XML of no known kind: records whose fields lie deeper than one level, else all its prose as one article."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from index.corpus.cleaning.line_looks import Look, look_of
from index.corpus.document import Document, Found, Lost, SourceRules
from index.corpus.fields import Field, Value, field_of, state
from index.corpus.formats.records import Cell, found_of
from index.corpus.formats.xmlaround import Around
from index.corpus.formats.xmlgroups import AllBut
from index.corpus.inverted_names import natural_name
from index.corpus.strand import Strand
from index.corpus.xml import Node, flow_of, plain_text
from index.model.article import Loss
from index.model.text import Span

_TEXTS = (Field.TEXT, Field.DESCRIPTION)
_PROSE = 0.5
"""The least share of a file's words that must stand in sentences."""
_FEWEST = 3
WHOLE = "The XML file is of no known kind; all sentences in it were read as one article."


def deep_records(
    raw: str, nodes: Collection[Node], rules: SourceRules, around: Around
) -> Iterator[Found]:
    """A document for each of the elements that hold a title and a text, however deep they lie in them."""
    starts = {node.start for node in nodes}
    for node in nodes:
        cells: list[Cell] = []
        pairs: list[tuple[Field, Value]] = []
        authors: list[Value] = []
        for field, leaf in _leaves(node, rules):
            if field is Field.AUTHOR:
                authors.append(natural_name(plain_text(raw, leaf) or ""))
                continue
            if field in (Field.TITLE, *_TEXTS):
                cells.append(Cell(field, flow_of(raw, [leaf], blocks=_BLOCKS, by_blank_lines=True)))
            pairs.append((field, plain_text(raw, leaf)))
        pairs += [(Field.AUTHOR, authors), (Field.PUBLISHED, _day_of(raw, node))]
        pairs += around.pairs(node, starts)
        yield from found_of(raw, Span(node.start, node.end), cells=cells, pairs=pairs)


def _day_of(raw: str, node: Node) -> str | None:
    """The day of a record whose year stands apart: « <year>2023</year> … <date>12 septembre</date> »."""
    year = plain_text(raw, node.first("year"))
    day = plain_text(raw, node.first("date"))
    return " ".join(filter(None, (day if day != year else None, year))) if year else None


_BLOCKS = frozenset(("p", "para", "div", "li", "h1", "h2", "h3"))


def innermost(top: Node, rules: SourceRules) -> list[Node]:
    """The elements that hold a title and a text, none of whose own elements does."""
    held: dict[int, set[Field]] = {}
    found: list[Node] = []
    whole: set[int] = set()
    for node in reversed(list(top.walk())):
        fields: set[Field] = set()
        inside = False
        for child in node.elements():
            fields |= held.get(child.start, set())
            inside = inside or child.start in whole
        own = field_of(node.tag, rules=rules)
        held[node.start] = fields | ({own} if own else set())
        if inside or (Field.TITLE in fields and not fields.isdisjoint(_TEXTS)):
            whole.add(node.start)
            if not inside:
                found.append(node)
    return found[::-1]


def _leaves(node: Node, rules: SourceRules) -> Iterator[tuple[Field, Node]]:
    """The elements with the name of a field, without those that hold another of the same field."""
    for one in node.walk():
        field = field_of(one.tag, rules=rules)
        if field is None or one is node:
            continue
        if not any(
            inner is not one and field_of(inner.tag, rules=rules) is field for inner in one.walk()
        ):
            yield field, one


def all_prose(raw: str, top: Node) -> Iterator[Found]:
    """All that a file says as one article, if most of it is sentences."""
    strand = flow_of(raw, [top], blocks=AllBut())
    lines = [line for line in strand.text.split("\n\n") if line.strip()]
    told = [line for line in lines if look_of(line).look is Look.PROSE]
    if len(told) < _FEWEST or sum(map(len, told)) < _PROSE * sum(map(len, lines)):
        return
    days = (leaf for field, leaf in _leaves(top, SourceRules()) if field is Field.PUBLISHED)
    yield _whole(raw, top, strand, [(Field.PUBLISHED, plain_text(raw, leaf)) for leaf in days])
    yield Lost(Loss.REMARK, WHOLE, top.tag)


def _whole(raw: str, top: Node, strand: Strand, pairs: list[tuple[Field, Value]]) -> Document:
    return Document(
        raw=raw,
        region=Span(top.start, top.end),
        content=strand.text,
        pieces=strand.pieces,
        stated=state(pairs),
        rest="markup",
    )
