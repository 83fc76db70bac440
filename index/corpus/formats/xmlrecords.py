"""Records of an XML file of no known kind: elements whose own elements have the names of fields."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from index.corpus.document import Found, Lost, SourceRules
from index.corpus.fields import Field, Value, field_of
from index.corpus.formats.records import Cell, found_of
from index.corpus.formats.spip import without_marks
from index.corpus.formats.xmlaround import Around
from index.corpus.formats.xmlgroups import AllBut, Prose, document, groups
from index.corpus.formats.xmlnames import attribute_strand, field_in, name_keys
from index.corpus.formats.xmlunknown import WHOLE, all_prose, deep_records, innermost
from index.corpus.xml import Node, flow_of, plain_text
from index.model.article import Loss
from index.model.text import Span

BLOCKS = frozenset(
    "p para paragraph paragraphe texte alinea intervention point journee orateurs qualite h1 h2 h3 div li block".split()  # noqa: SIM905
)
_KEYS = frozenset(("id", "uid"))
_NESTED = ("meta", "metadata", "metadonnees")
_NAMES = ("name", "nom", "title")
_SHOWN = (Field.TITLE, Field.TEXT, Field.DESCRIPTION)
_TEXTS = (Field.TEXT, Field.DESCRIPTION)
_UNSAID = (None, Field.SECTION, Field.KEPT, Field.HEADER, Field.PAGE)
"""Fields whose elements hold no sentences; one that does is a part of the text."""
_ATTRIBUTE = 60
"""The fewest characters of an attribute that is a text."""


def records(raw: str, tree: Node, rules: SourceRules) -> Iterator[Found]:
    """An article for each record, for each record inside another, and for what stands outside all of them."""
    top = next(tree.elements(), None)
    if top is None:
        return
    name_keys(raw, tree)
    prose = Prose(raw, rules)
    around = Around(raw, top, rules)
    rows = _rows(top, rules)
    if not any(_holds_text(node, rules) for node in rows):
        # The names of a record's fields may lie deeper than one level in it.
        deep = innermost(top, rules)
        if deep:
            yield from deep_records(raw, deep, rules, around)
            yield from _rest(raw, top, deep, prose, around)
            return
    starts = {node.start for node in rows}
    for node in rows:
        outside = around.pairs(node, starts)
        for part in _in_turn(node, rules):
            yield from _record(raw, top, part, starts - {node.start}, prose, outside)
    yield from _rest(raw, top, rows, prose, around)


def _rest(
    raw: str, top: Node, rows: Sequence[Node], prose: Prose, around: Around
) -> Iterator[Found]:
    """The articles outside the records; without any record and any list of articles, all prose as one."""
    outside = list(groups(top, rows, prose))
    if not rows and len(outside) < 2:
        if not any(group.node is top and prose.has_title(top) for group in outside):
            yield from all_prose(raw, top)
            return
        yield Lost(Loss.REMARK, WHOLE, top.tag)
    articles = {node.start for node in rows} | {group.node.start for group in outside}
    for group in outside:
        one = document(raw, group, prose, around.pairs(group.node, articles))
        if one is not None:
            yield one


def _in_turn(node: Node, rules: SourceRules) -> list[Node]:
    """The records of a flat list, whose elements of one name say each what field they are; else the row itself.

    « <item id="title">…<item id="text">…<item id="title">… »: a record begins where its first field comes again.
    """
    inside = list(node.elements())
    fields = [field_in(child, rules) for child in inside]
    told = fields.count(Field.TITLE)
    by_name = len({child.tag for child in inside}) == 1 and field_of(inside[0].tag) is not fields[0]
    if not by_name or told < 2 or told != fields.count(Field.TEXT) or fields[0] is None:
        return [node]
    if fields.count(fields[0]) != told:
        return [node]
    first = [at for at, field in enumerate(fields) if field is fields[0]]
    parts = [inside[at:end] for at, end in pairwise((*first, len(inside)))]
    return [
        replace(node, start=part[0].start, end=part[-1].end, children=list(part), attributes={})
        for part in parts
    ]


def _record(
    raw: str,
    top: Node,
    node: Node,
    others: set[int],
    prose: Prose,
    around: Sequence[tuple[Field, Value]],
) -> Iterator[Found]:
    """The article of a record, without the records inside it; `around` is what its groups say of it."""
    cells: list[Cell] = []
    pairs: list[tuple[Field, Value]] = []
    for child in node.elements():
        if child.start in others:
            continue
        field = prose.field(child)
        said = field in _UNSAID and prose.is_full(child)
        if said or field in _SHOWN:
            blocks = AllBut() if said else BLOCKS
            strand = flow_of(
                raw, [child], blocks=blocks, skipped=_KEYS, by_blank_lines=True, without=others
            )
            shown = Field.TEXT if said or field is None else field
            cells.append(Cell(shown, without_marks(strand) if top.tag == "spip" else strand))
        if field is not None and not said:
            pairs.append((field, _told(raw, child)))
        elif child.tag in _NESTED:
            pairs += [
                (known, _told(raw, inner))
                for inner in child.elements()
                if (known := field_of(inner.tag)) not in (None, Field.TEXT)
            ]
        elif child.tag.endswith("attributes"):
            # In Evernote's notes the author and the source there are whoever clipped the page.
            pairs += [
                (Field.URL, plain_text(raw, inner))
                for inner in child.elements()
                if field_of(inner.tag) is Field.URL
            ]
    for name, value in node.attributes.items():
        if (named := prose.named(name)) is not None:
            pairs.append((named, value))
            if named in _SHOWN:
                cells.append(Cell(named, attribute_strand(raw, node, name)))
    yield from found_of(raw, Span(node.start, node.end), cells=cells, pairs=[*pairs, *around])


def _told(raw: str, node: Node) -> str | None:
    """What an element says: of one with a name among others (« <source><id>7</id><name>… ») its name."""
    named = next((one for one in node.elements() if one.tag in _NAMES), None)
    return plain_text(raw, named if named is not None else node)


def _rows(top: Node, rules: SourceRules) -> list[Node]:
    """The elements with a field for a title or a text directly inside; the top itself may be one.

    One that holds several of them is their list: « <articles><article>… »; one inside another of its name is an
    article too.
    """
    found = [node for node in top.walk() if _is_row(node, rules)]
    rows = {node.start for node in found}
    inner: list[Node] = []
    outer: list[Node] = []
    for node in found:
        while outer and node.start >= outer[-1].end:
            outer.pop()
        if (outer and outer[-1].tag != node.tag) or _is_list(node, rows, rules):
            continue
        inner.append(node)
        outer.append(node)
    return inner


def _is_row(node: Node, rules: SourceRules) -> bool:
    fields = [
        field
        for child in node.elements()
        if child.tag != node.tag
        and (field := field_in(child, rules))
        and not (field is Field.SECTION and _is_titled(child, rules))
    ]
    stated = {
        field: len(value)
        for name, value in node.attributes.items()
        if (field := field_of(name, rules=rules))
    }
    if len(fields) >= 2 and not {Field.TITLE, Field.TEXT}.isdisjoint(fields):
        return True
    return len(stated) >= 2 and stated.get(Field.TEXT, 0) >= _ATTRIBUTE


def _is_titled(node: Node, rules: SourceRules) -> bool:
    return any(field_in(child, rules) is Field.TITLE for child in node.elements())


def _holds_text(node: Node, rules: SourceRules) -> bool:
    """Whether a text or a summary stands directly in a row; the names of a reference may be apart from it."""
    fields = {field_in(child, rules) for child in node.elements()}
    fields |= {field_of(name, rules=rules) for name in node.attributes}
    return not fields.isdisjoint(_TEXTS)


def _is_list(node: Node, rows: set[int], rules: SourceRules) -> bool:
    """Whether a row holds several of one name; one with a text of its own is an article with links."""
    inside = (child for child in node.elements() if child.start not in rows)
    if any(field_in(child, rules) is Field.TEXT for child in inside):
        return False
    held = [child.tag for child in node.elements() if child.start in rows]
    return any(held.count(tag) > 1 for tag in set(held))
