"""HTML as blocks of text with their places: the lines that a reader would see.

This is a tolerant reader of tags, not a browser: nothing is fetched, nothing runs, only entities
for one character are resolved, and depth is limited.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from index.corpus.strand import Strand, Weaver

_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)|<[!?][^>]{0,2000}>"
    r"|<(?P<close>/)?(?P<name>[a-zA-Z][\w:-]*)(?P<attributes>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(
    r"(?P<name>[\w:@.-]+)\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s\"'>]+))"
)
_CHUNK = re.compile(
    r"(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|\w{2,31});)|(?P<blank>[ \t\r\n\f]+)"
)
_HIDDEN = frozenset(
    "script style noscript template svg iframe object canvas math select textarea audio video".split()  # noqa: SIM905
)
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "img",
        "input",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "nobr",
        "o:p",
        "picture",
        "source",
    ]
)
_VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr".split()  # noqa: SIM905
)
_APART = re.compile(
    r"class\s*=\s*[\"']?[^\"'>]*\b(?:Doc(?:PublicationName|Header|TitreSousSection)|TitreArticleVisu)\b"
)
"""Spans with a field of their own, in the exports of press databases."""
_DEEPEST = 200


class Element(NamedTuple):
    """An open element above a block."""

    tag: str
    attributes: str
    """The attributes as they stand in the tag."""
    number: int
    """The number in the order of the file, which distinguishes siblings."""

    def get(self, name: str) -> str:
        return attributes_of(self.attributes).get(name, "")


class Block(NamedTuple):
    """A line of text with the elements around it, outermost first."""

    strand: Strand
    path: tuple[Element, ...]

    @property
    def text(self) -> str:
        return self.strand.text

    def inside(self, *tags: str) -> bool:
        return any(element.tag in tags for element in self.path)

    def has_class(self, name: str) -> bool:
        return any(name in element.get("class").split() for element in self.path)


class Meta(NamedTuple):
    """An element of the head, or a script with data, with the end of its tag."""

    tag: str
    attributes: dict[str, str]
    content: str
    start: int
    end: int
    """The end of the element's content in the file."""


class Markup(NamedTuple):
    """The blocks and the metadata of a page."""

    blocks: list[Block]
    meta: list[Meta]
    language: str | None


@lru_cache(maxsize=4096)
def attributes_of(text: str) -> dict[str, str]:
    """The attributes of a tag, names in lower case, entities resolved."""
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(text):
        value = match["double"] or match["single"] or match["bare"] or ""
        found.setdefault(match["name"].lower(), html.unescape(value))
    return found


def read_markup(text: str) -> Markup:
    """The blocks and the metadata of a page."""
    reader = _Reader(text)
    reader.run()
    return Markup(reader.blocks, reader.meta, reader.language)


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self.blocks: list[Block] = []
        self.meta: list[Meta] = []
        self.language: str | None = None
        self._path: list[Element] = []
        self._count = 0
        self._unclosed: set[str] = set()
        """Elements that are never closed again, so that their end is looked for only once."""
        self._weaver = Weaver()
        self._block_path: tuple[Element, ...] = ()
        self._blank: tuple[int, int] | None = None

    def run(self) -> None:
        at = 0
        while True:
            match = _TAG.search(self._text, at)
            if match is None:
                self._add_text(at, len(self._text))
                break
            self._add_text(at, match.start())
            at = match.end()
            name = match["name"]
            if name is None:
                continue
            name = name.lower()
            if match["close"]:
                self._close(name)
            elif name in _HIDDEN or name == "title":
                at = self._skip(name, match)
            else:
                self._open(name, match["attributes"])
        self._end_block()

    def _skip(self, name: str, match: re.Match[str]) -> int:
        """Skips an element whose content is no text of the page."""
        end = None
        if name not in self._unclosed:
            closing = re.compile(rf"</{re.escape(name)}\s*>", re.IGNORECASE)
            end = closing.search(self._text, match.end())
        if end is None:
            self._unclosed.add(name)
        inner = end.start() if end else match.end()
        if name in ("script", "title"):
            self.meta.append(
                Meta(
                    name,
                    attributes_of(match["attributes"]),
                    self._text[match.end() : inner],
                    match.end(),
                    inner,
                )
            )
        return end.end() if end else match.end()

    def _open(self, name: str, attributes: str) -> None:
        if name in ("meta", "link"):
            self.meta.append(Meta(name, attributes_of(attributes), "", 0, 0))
            return
        if name == "html":
            self.language = attributes_of(attributes).get("lang", "")[:2].lower() or None
        if name not in _INLINE or _APART.search(attributes):
            self._end_block()
        if name in _VOID or attributes.endswith("/"):
            return
        if name in ("p", "li", "tr", "td", "dt", "dd", "option"):
            self._close_open(name)
        if len(self._path) < _DEEPEST:
            self._count += 1
            self._path.append(Element(name, attributes, self._count))

    def _close(self, name: str) -> None:
        top = self._path[-1] if self._path else None
        if name not in _INLINE or (top and top.tag == name and _APART.search(top.attributes)):
            self._end_block()
        self._close_open(name, anywhere=True)

    def _close_open(self, name: str, *, anywhere: bool = False) -> None:
        """Closes an open element; of several `p` or `li`, only the nearest one."""
        for depth in range(len(self._path) - 1, -1, -1):
            tag = self._path[depth].tag
            if tag == name:
                del self._path[depth:]
                return
            if not anywhere and tag not in _INLINE:
                return

    def _add_text(self, start: int, end: int) -> None:
        at = start
        for match in _CHUNK.finditer(self._text, start, end):
            self._take(at, match.start())
            at = match.end()
            if match["blank"]:
                if self._weaver.length:
                    self._blank = (match.start(), match.end())
                continue
            char = html.unescape(match.group())
            self._flush_blank()
            if not self._weaver.length:
                self._block_path = tuple(self._path)
            self._weaver.put(char, match.start(), match.end())
        self._take(at, end)

    def _take(self, start: int, end: int) -> None:
        if start >= end:
            return
        self._flush_blank()
        if not self._weaver.length:
            self._block_path = tuple(self._path)
        self._weaver.take(self._text[start:end], start)

    def _flush_blank(self) -> None:
        if self._blank is not None:
            self._weaver.put(" ", *self._blank)
            self._blank = None

    def _end_block(self) -> None:
        self._blank = None
        if self._weaver.length:
            strand = self._weaver.strand()
            if strand.text.strip():
                self.blocks.append(Block(strand, self._block_path))
            self._weaver = Weaver()


def paragraphs(blocks: Iterable[Block]) -> Strand:
    """The text of blocks as one strand, an empty line between two."""
    weaver = Weaver()
    for block in blocks:
        if weaver.length:
            place = block.strand.pieces[0].raw_start
            weaver.put("\n\n", place, place)
        weaver.add(block.strand)
    return weaver.strand()
