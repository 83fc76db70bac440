"""Articles of an XML file of no known kind that no names of fields tell: repeated elements with prose in them.

What stands outside all records is read too: an element by itself, or one article for each element that is repeated
with a short line and sentences inside.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from index.corpus.cleaning.line_looks import Look, is_title_like, look_of
from index.corpus.document import Document, SourceRules
from index.corpus.fields import Field, Value, field_of
from index.corpus.formats.fieldhtml import without_html
from index.corpus.formats.records import Cell, document_of
from index.corpus.formats.xmlnames import attribute_strand, field_in
from index.corpus.left_out import is_sentences
from index.corpus.page_dates import read_date
from index.corpus.strand import Strand
from index.corpus.xml import Node, flow_of, plain_text
from index.model.article import Basis
from index.model.text import Span

_INLINE = frozenset("a abbr b bold code em emph hi i ital italic mark q ref s small span strong style sub sup u".split())  # noqa: SIM905 # fmt: skip
_PARTS = frozenset(
    ["section", "sec", "div", "chapter", "chapitre", "partie", "part", "paragraph", "paragraphe", "para", "p", "alinea", "ul", "ol", "li", "list", "item", "table", "tbody", "blockquote", "h1", "h2", "h3", "h4", "figure", "turn", "sync", "tour", "replique", "question", "reponse", "answer", "intervention", "volet", "acte", "scene", "episode", "etape"]
)  # fmt: skip
"""Elements that are repeated inside one text."""
_SHOWN = (Field.TITLE, Field.TEXT, Field.DESCRIPTION)
_FACTS = frozenset((Field.PUBLISHED, Field.SOURCE, Field.AUTHOR, Field.URL))
_NO_TITLE = (None, Field.SECTION, Field.HEADER, Field.KEPT)
"""What the name of a head says that is none of an article's title."""
_TITLE_BLANKS = 2
_PART_BLANKS = 3
"""Heads of most parts of a text have fewer blanks."""
_DAY = 40
_BREAKS = frozenset(("br", "lb"))
_NO_TEXT = frozenset(
    [
        "comments",
        "comment",
        "commentaires",
        "commentaire",
        "replies",
        "reponses",
        "copyright",
        "rights",
        "droits",
        "license",
        "licence",
        "legal",
        "mentions",
        "disclaimer",
        "avertissement",
        "avis",
        "credits",
        "resource",
        "recognition",
    ]
)
"""Elements whose sentences are not the article's; they are told as left out."""
_FEWEST = 12
"""The fewest words in sentences that make an element worth reading by itself."""


class AllBut(Container[str]):
    """All names of elements but those inside a line."""

    def __contains__(self, name: object) -> bool:
        return name not in _INLINE


class Group(NamedTuple):
    """An element that is an article, and the places of those inside it that are others."""

    node: Node
    without: frozenset[int]


class _Told(NamedTuple):
    """What an element and all inside it say."""

    words: int
    """How many words stand in lines that are sentences."""
    begins_with_prose: bool | None
    """None without any line."""
    facts: bool
    """Whether it states when, where or by whom it appeared."""


_NOTHING = _Told(0, None, facts=False)


class Prose:
    """The sentences of elements, counted once for each that is asked for and those inside it."""

    def __init__(self, raw: str, rules: SourceRules) -> None:
        self._raw, self._rules = raw, rules
        self._told: dict[int, _Told] = {}

    def _of(self, node: Node) -> _Told:
        known = self._told.get(node.start)
        if known is None:
            for one in reversed(list(node.walk())):
                if one.start not in self._told:
                    self._told[one.start] = self._count(one)
            known = self._told[node.start]
        return known

    def words(self, node: Node) -> int:
        return self._of(node).words

    def facts(self, node: Node) -> bool:
        return self._of(node).facts

    def is_full(self, node: Node, *, said: int = 0) -> bool:
        """Whether an element holds enough sentences to be read, and no comments or rights.

        `said` are words in it that stand in another article.
        """
        return node.tag not in _NO_TEXT and self.words(node) - said >= _FEWEST

    def is_one_text(self, node: Node) -> bool:
        """Whether an element has a title, and its repeated elements are parts of a text below it.

        The heads of such parts, and of turns of speech, are named otherwise than titles are, and no part
        states a day of its own.
        """
        head = self._head(node)
        if not self.has_title(node):
            return False
        full = [child for child in node.elements() if self.is_full(child)]
        while len(full) == 1:
            full = [child for child in full[0].elements() if self.is_full(child)]
        if not full:
            return False
        tag = Counter(child.tag for child in full).most_common(1)[0][0]
        if tag == node.tag:
            return False
        parts = [child for child in full if child.tag == tag]
        title = head.tag if head else ""
        if not all(self._is_part(part, title) for part in parts):
            return False
        # Titles of articles are longer than « Le lendemain » and names of speakers.
        short = [part for part in parts if self._blanks_of_head(part) < _PART_BLANKS]
        return 2 * len(short) > len(parts)

    def _blanks_of_head(self, node: Node) -> int:
        head = self._head(node)
        return (plain_text(self._raw, head) or "").count(" ") if head is not None else 0

    def has_title(self, node: Node) -> bool:
        """Whether an element begins with a title, or states one itself."""
        head = self._head(node)
        if head is not None and self._is_heading(head):
            return True
        return any(self.named(name) is Field.TITLE for name in node.attributes)

    def _is_part(self, node: Node, title: str) -> bool:
        head = self._head(node)
        return (
            head is not None
            and head.tag != title
            and self.field(head) in _NO_TITLE
            and not self.facts(node)
            and not any(map(self._is_day, node.elements()))
            and not any(self.field(one) in _SHOWN for one in node.elements())
            and not any(self.named(name) is Field.TITLE for name in node.attributes)
        )

    def _head(self, node: Node) -> Node | None:
        """The short line with which an element begins."""
        first = next(node.elements(), None)
        if first is None or self.words(first) or any(True for _ in first.elements()):
            return None
        return first if plain_text(self._raw, first) else None

    def _is_heading(self, node: Node) -> bool:
        if self.field(node) is Field.TITLE:
            return True
        told = plain_text(self._raw, node) or ""
        return (
            self.field(node) in _NO_TITLE
            and told.count(" ") >= _TITLE_BLANKS
            and is_title_like(told)
            and not self._is_day(node)
        )

    def _is_day(self, node: Node) -> bool:
        told = plain_text(self._raw, node) or "" if not self.words(node) else ""
        return 0 < len(told) <= _DAY and read_date(told).basis is Basis.STATED

    def is_article(self, node: Node) -> bool:
        """Whether an element holds a short line, or a name of its own, and sentences below."""
        told = self._of(node)
        if not self.is_full(node):
            return False
        titled = any(self.named(name) in _SHOWN for name in node.attributes)
        return titled or not told.begins_with_prose or told.facts

    def named(self, name: str) -> Field | None:
        return field_of(name, rules=self._rules)

    def field(self, node: Node) -> Field | None:
        return field_in(node, self._rules)

    def _count(self, node: Node) -> _Told:
        inside = list(node.elements())
        parts: list[tuple[int, bool | None]] = []
        if all(child.tag in _INLINE or child.tag in _BREAKS for child in inside):
            text = without_html(_flow(self._raw, node, ())).text
            parts = [_judged(line) for line in text.split("\n") if line.strip()]
        else:
            for child in node.children:
                if isinstance(child, Node):
                    told = self._told.get(child.start, _NOTHING)
                    parts.append((told.words, told.begins_with_prose))
                elif text := self._raw[child.start : child.end].strip():
                    parts.append(_judged(" ".join(text.split())))
        fields = [self.field(child) for child in inside]
        facts = not _FACTS.isdisjoint(fields) or any(
            self.named(n) in _FACTS for n in node.attributes
        )
        facts = facts or any(self._told.get(one.start, _NOTHING).facts for one in inside)
        first = next((begins for _, begins in parts if begins is not None), None)
        return _Told(sum(words for words, _ in parts), first, facts=facts)


def _judged(line: str) -> tuple[int, bool]:
    words = len(line.split())
    prose = look_of(line).look is Look.PROSE or (words >= _FEWEST and is_sentences(line))
    return words if prose else 0, prose


def groups(top: Node, taken: Sequence[Node], prose: Prose) -> Iterator[Group]:
    """The articles of a tree outside the elements that were read."""
    starts = sorted(node.start for node in taken)
    tags = {node.tag for node in taken}
    words = {node.start: prose.words(node) for node in taken}
    waiting = [top]
    while waiting:
        node = waiting.pop()
        at = bisect_left(starts, node.start)
        if (at < len(starts) and starts[at] == node.start) or node.tag in _NO_TEXT:
            continue
        if at < len(starts) and starts[at] < node.end:
            inside = starts[at : bisect_left(starts, node.end)]
            # What the records in it say is not its own: a heading above them is no article.
            said = sum(words[start] for start in inside)
            if node.tag in tags and prose.is_full(node, said=said):
                yield Group(node, frozenset(inside))
                continue
            waiting.extend(reversed(list(node.elements())))
        elif prose.is_full(node):
            yield from _split(node, prose)


def _split(node: Node, prose: Prose) -> Iterator[Group]:
    """The articles in an element: its repeated elements, else the element itself."""
    if _is_list(node, prose):
        if prose.is_one_text(node):
            yield Group(node, frozenset())
            return
        for child in node.elements():
            if prose.is_full(child):
                yield from _split(child, prose)
        return
    same = [one for one in _outermost(node) if prose.is_article(one)]
    if not _may_be_articles([node, *same], prose):
        same = []
    yield Group(node, frozenset(one.start for one in same))
    for one in same:
        yield from _split(one, prose)


def _outermost(node: Node) -> list[Node]:
    """The elements of the same name inside an element, without those inside another of them."""
    return node.all(node.tag)


def _may_be_articles(nodes: Sequence[Node], prose: Prose) -> bool:
    return nodes[0].tag not in _PARTS or all(map(prose.facts, nodes))


def _is_list(node: Node, prose: Prose) -> bool:
    """Whether most of the elements of one name in an element are articles, or all its elements are such lists."""
    full = [child for child in node.elements() if prose.is_full(child)]
    for tag, number in Counter(child.tag for child in full).most_common():
        same = [child for child in full if child.tag == tag]
        if number < 2 or not _may_be_articles(same, prose):
            continue
        told = [one for one in same if prose.is_article(one)]
        if len(told) >= 2 and 2 * len(told) > len(same):
            return True
    return bool(full) and all(_is_list(child, prose) for child in full)


def document(
    raw: str, group: Group, prose: Prose, around: Sequence[tuple[Field, Value]]
) -> Document | None:
    """The article of a group: elements with names of fields state them, all other lines are its text.

    `around` is what the elements around it say of it.
    """
    node, without = group
    cells: list[Cell] = []
    pairs: list[tuple[Field, Value]] = []
    apart: set[int] = set(without)
    for name, value in node.attributes.items():
        field = prose.named(name)
        if field in (Field.TITLE, Field.DESCRIPTION, Field.TEXT):
            cells.append(Cell(field, attribute_strand(raw, node, name)))
        if field is not None:
            pairs.append((field, value))
    for one in _outside(node, without):
        field = prose.field(one)
        if field in (None, Field.TEXT, Field.DESCRIPTION) or prose.words(one) >= _FEWEST:
            continue
        if any(prose.field(inner) for inner in one.elements()):
            continue
        if field is Field.TITLE:
            if any(cell.field is Field.TITLE for cell in cells):
                continue
            cells.append(Cell(Field.TITLE, _flow(raw, one, ())))
        apart.add(one.start)
        pairs.append((field, plain_text(raw, one)))
    cells.append(Cell(Field.TEXT, _flow(raw, node, apart)))
    return document_of(raw, Span(node.start, node.end), cells=cells, pairs=[*pairs, *around])


def _outside(node: Node, without: Container[int]) -> Iterator[Node]:
    """The elements inside an element, without certain ones and all in these."""
    for child in node.elements():
        if child.start not in without:
            yield child
            yield from _outside(child, without)


def _flow(raw: str, node: Node, without: Container[int]) -> Strand:
    return flow_of(
        raw, [node], blocks=AllBut(), breaks=frozenset(), by_blank_lines=True, without=without
    )
