"""XML as a tree with the places of its parts, for formats whose text is shown in the file.

No library resolves anything here: entities are the five of XML and those of characters, a document
that declares others is refused, nothing is fetched, and depth and number of elements are bounded.
"""

from __future__ import annotations

import html
import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, field

from index.corpus.document import UnreadableError
from index.corpus.strand import Strand, Weaver
from index.model.text import Span

_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)|<!\[CDATA\[(?P<data>.*?)(?:\]\]>|\Z)|<\?.*?(?:\?>|\Z)|<!(?P<declared>[^>\[]{0,2000})(?P<subset>\[)?[^>]{0,2000}>"
    r"|<(?P<close>/)?(?P<name>[\w:.-]+)(?P<attributes>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*?)(?P<empty>/)?>",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"(?P<name>[\w:.-]+)\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)')")
_CHUNK = re.compile(
    r"(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|\w{2,31});)|(?P<blank>[ \t\r\n\f]+)"
)
_ENTITY = re.compile(r"<!ENTITY", re.IGNORECASE)
_OF_CHARACTER = re.compile(
    r"<!ENTITY\s+(?P<name>\w{2,31})\s+(?P<quote>[\"'])(?P<value>&#\w{1,8};|[^&%<>\"']{1,2})(?P=quote)\s*>"
)
_DEEPEST = 200
_MOST = 3_000_000
"""The most elements of a file."""


@dataclass(slots=True)
class Node:
    """An element; names are without the prefix of their vocabulary, in lower case."""

    tag: str
    attributes: dict[str, str]
    start: int
    """The start of its opening tag in the file."""
    end: int = 0
    """The end of its closing tag."""
    children: list[Node | Span] = field(default_factory=list)
    """Elements, and stretches of text as they stand in the file."""

    def elements(self) -> Iterator[Node]:
        """The elements directly inside."""
        return (child for child in self.children if isinstance(child, Node))

    def walk(self) -> Iterator[Node]:
        """The element and all inside it, in the order of the file."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed([c for c in node.children if isinstance(c, Node)]))

    def all(self, *tags: str) -> list[Node]:
        """The elements with these names inside, without those inside another of them."""
        found: list[Node] = []
        waiting = list(reversed(list(self.elements())))
        while waiting:
            node = waiting.pop()
            if node.tag in tags:
                found.append(node)
            else:
                waiting.extend(reversed(list(node.elements())))
        return found

    def first(self, *path: str) -> Node | None:
        """The first element at the end of a path of names, each of them anywhere inside the one
        before.
        """
        node: Node | None = self
        for tag in path:
            if node is None:
                return None
            node = next(iter(node.all(tag)), None)
        return node

    def get(self, name: str) -> str:
        return self.attributes.get(name, "")


def read_xml(text: str) -> Node:
    """The tree of a document under a root without a name.

    Raises UnreadableError for a document that declares entities other than HTML's characters, or is too deep or too large.
    """
    if any(not _is_character(text, declared) for declared in _ENTITY.finditer(text, 0, 1 << 20)):
        raise UnreadableError("The file declares entities of its own, which are refused.")
    root = Node("", {}, 0, len(text))
    stack = [root]
    at = count = 0
    while match := _TAG.search(text, at):
        _add_text(stack[-1], at, match.start())
        at = match.end()
        if match["data"] is not None:
            stack[-1].children.append(Span(*match.span("data")))
            continue
        name = match["name"]
        if name is None:
            continue
        name = local(name)
        if match["close"]:
            _close(stack, name, at)
            continue
        count += 1
        if count > _MOST:
            raise UnreadableError("The XML file is too large.")
        node = Node(name, _attributes(match["attributes"]), match.start(), at)
        stack[-1].children.append(node)
        if not match["empty"]:
            if len(stack) > _DEEPEST:
                raise UnreadableError("The XML file is nested too deeply.")
            stack.append(node)
    _add_text(stack[-1], at, len(text))
    for node in stack[1:]:
        node.end = len(text)
    return root


def _is_character(text: str, declared: re.Match[str]) -> bool:
    """Whether a declaration gives a character the name that it has in HTML: « <!ENTITY euro "&#8364;"> »."""
    match = _OF_CHARACTER.match(text, declared.start())
    return match is not None and html.unescape(match["value"]) == html.unescape(
        f"&{match['name']};"
    )


def _close(stack: list[Node], name: str, end: int) -> None:
    for depth in range(len(stack) - 1, 0, -1):
        if stack[depth].tag == name:
            for node in stack[depth:]:
                node.end = end
            del stack[depth:]
            return


def _add_text(node: Node, start: int, end: int) -> None:
    if end > start:
        node.children.append(Span(start, end))


def _attributes(text: str) -> dict[str, str]:
    if "=" not in text:
        return {}
    return {
        local(match["name"]): html.unescape(match["double"] or match["single"] or "")
        for match in _ATTRIBUTE.finditer(text)
    }


def local(name: str) -> str:
    """A name without its prefix, in lower case."""
    return name.rpartition(":")[2].lower()


def is_whole(root: Node, text: str) -> bool:
    """Whether the document's own element is closed at its end."""
    top = next(root.elements(), None)
    if top is None:
        return False
    tail = text[max(top.start, top.end - 300) : top.end].rstrip(" \r\n\t>/")
    return local(tail.rpartition("<")[2].lstrip("/").split(" ")[0]) == top.tag


class Flow:
    """Joins the text of elements: each run of blanks as one, entities resolved, breaks where
    requested.
    """

    def __init__(self, raw: str, *, by_blank_lines: bool = False) -> None:
        self.raw = raw
        self.by_blank_lines = by_blank_lines
        self.weaver = Weaver()
        self._blank: tuple[int, int] | None = None
        self._fresh = True

    def add(self, start: int, end: int) -> None:
        """Adds a stretch of the file."""
        at = start
        for match in _CHUNK.finditer(self.raw, start, end):
            self._take(at, match.start())
            at = match.end()
            if match["blank"]:
                if self.by_blank_lines and match.group().count("\n") > 1:
                    self.end_paragraph(match.start())
                elif not self._fresh:
                    self._blank = match.span()
                continue
            char = html.unescape(match.group())
            self._flush()
            self.weaver.put(char, match.start(), match.end())
            self._fresh = False
        self._take(at, end)

    def space(self, at: int) -> None:
        if not self._fresh:
            self._blank = self._blank or (at, at)

    def end_paragraph(self, at: int) -> None:
        """Ends a paragraph: the next text begins a new one."""
        self._blank = None
        if not self._fresh:
            self.weaver.put("\n\n", at, at)
            self._fresh = True

    def strand(self) -> Strand:
        return self.weaver.strand()

    def _take(self, start: int, end: int) -> None:
        if end > start:
            self._flush()
            self.weaver.take(self.raw[start:end], start)
            self._fresh = False

    def _flush(self) -> None:
        if self._blank is not None:
            self.weaver.put(" ", *self._blank)
            self._blank = None


def flow_of(
    raw: str,
    nodes: list[Node],
    *,
    blocks: Container[str],
    skipped: frozenset[str] = frozenset(),
    breaks: frozenset[str] = frozenset(("lb", "br")),
    by_blank_lines: bool = False,
    without: Container[int] = (),
) -> Strand:
    """The text of elements, a paragraph for each of `blocks`, without the elements named by
    `skipped` and those that start at one of the places `without`; `by_blank_lines`, blank lines part paragraphs too.

    « <lb/> » written as text, as some tools do, is a break too.
    """
    flow = Flow(raw, by_blank_lines=by_blank_lines)
    for node in nodes:
        _pour(flow, node, blocks, skipped, breaks, without)
        flow.end_paragraph(node.end)
    return flow.strand()


_WRITTEN_BREAK = re.compile(r"&lt;(?:lb|br) ?/?&gt;")


def _pour(
    flow: Flow,
    node: Node,
    blocks: Container[str],
    skipped: frozenset[str],
    breaks: frozenset[str],
    without: Container[int],
) -> None:
    for child in node.children:
        if isinstance(child, Span):
            at = child.start
            for match in _WRITTEN_BREAK.finditer(flow.raw, child.start, child.end):
                flow.add(at, match.start())
                flow.end_paragraph(match.start())
                at = match.end()
            flow.add(at, child.end)
        elif child.start in without:
            flow.end_paragraph(child.start)
        elif child.tag in skipped or child.tag in breaks:
            flow.space(child.start)
        elif child.tag in blocks:
            flow.end_paragraph(child.start)
            _pour(flow, child, blocks, skipped, breaks, without)
            flow.end_paragraph(child.end)
        else:
            _pour(flow, child, blocks, skipped, breaks, without)


def plain_text(raw: str, node: Node | None) -> str | None:
    """The text of an element on one line; None without an element."""
    if node is None:
        return None
    text = "".join(html.unescape(raw[span.start : span.end]) for span in _spans(node))
    return " ".join(text.split()) or None


def _spans(node: Node) -> Iterator[Span]:
    for child in node.children:
        if isinstance(child, Span):
            yield child
        else:
            yield from _spans(child)
