"""Markdown with a front matter: its fields are stated, its marks are set aside, its words stay."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.corpus.bundles.chats import messages, style_of
from index.corpus.cleaning.phrases import plain
from index.corpus.document import Document, FileContent, Found
from index.corpus.fields import state
from index.corpus.formats.format import Format
from index.corpus.formats.frontmatter import read_front_matter
from index.corpus.strand import Weaver, identity
from index.model.article import SetAside
from index.model.text import Span

_HEADING = re.compile(r"[ ]{0,3}#{1,6}[ \t]+(?P<text>.*)$")
_RULE = re.compile(r"[ ]{0,3}(?:=+|-{2,}|(?:[*_-][ ]?){3,})[ \t]*$")
_BEFORE = re.compile(r"(?:[ ]{0,3}>[ ]?)+|[ ]{0,3}[*+-][ ]+(?=\S)|<!--.*?-->")
_MARK = re.compile(
    r"""
    \\(?P<escaped>[!-/:-@\[-`{-~])
  | !\[(?P<image>[^\]]{0,1500})\](?:\([^()\s]*(?:\s+"[^"]*")?\)|\[[^\]]*\])
  | \[(?P<link>(?:[^\[\]]|\[[^\[\]]{0,300}\]){1,1500})\](?:\((?:[^()\s]|\([^()\s]*\))*(?:\s+"[^"]*")?\)|\[[^\]]*\])
  | <(?P<address>https?://[^<>\s]+)>
  | (?P<strong>\*\*|__)(?=\S)(?P<bold>.{1,1500}?)(?<=\S)(?P=strong)
  | (?<![\w*])(?P<em>[*_])(?=[^\s*_])(?P<italic>[^*_]{1,1500}?)(?<=\S)(?P=em)(?![\w*])
  | (?<!`)(?P<tick>`{1,50})(?!`)(?P<code>[^`]{1,1500})(?P=tick)(?!`)
  | </?(?:b|i|em|strong|br|u|span|p|div|a|sup|sub|small|mark|figure|figcaption|center)(?:\s[^<>]{0,1500})?/?>
    """,
    re.VERBOSE,
)
"""Marks within a line; the length is limited, so that a mark that is never closed costs little."""
_INNER = ("link", "bold", "italic", "code", "address", "escaped")


def documents(file: FileContent) -> Iterator[Found]:
    """The text without its marks as one document; a conversation (signal-export) has a message each."""
    raw = file.text
    if (style := style_of(raw)) is not None:
        yield from messages(raw, identity(raw), style)
        return
    front = read_front_matter(raw, rules=file.rules)
    start = front.span.end if front else 0
    weaver = Weaver()
    title: Span | None = None
    offset = start
    previous = Span(0, 0)
    for whole in raw[start:].splitlines(keepends=True):
        line = whole.rstrip("\r\n")
        begin = weaver.length
        heading = _HEADING.match(line)
        if heading:
            told = heading["text"].rstrip(" \t").rstrip("#").rstrip(" \t")
            _add_inline(weaver, told, offset + heading.start("text"))
            if title is None and line.lstrip().startswith("# "):
                title = Span(begin, weaver.length)
        elif _RULE.match(line):
            if title is None and line.strip().startswith("=") and previous.length:
                title = previous
        else:
            before = _BEFORE.match(line)
            skip = before.end() if before else 0
            _add_inline(weaver, line[skip:], offset + skip)
        previous = Span(begin, weaver.length)
        weaver.take(whole[len(line) :], offset + len(line))
        offset += len(whole)
    stated = state(front.pairs if front else ())
    if stated.title is not None:
        heading_text = title.of(weaver.strand().text) if title else ""
        if plain(heading_text) != plain(stated.title):
            title, weaver = _titled(raw, stated.title, start, weaver)
    strand = weaver.strand()
    aside = (SetAside(0, start, "metadata"),) if front else ()
    yield Document(
        raw=raw,
        region=Span(0, len(raw)),
        content=strand.text,
        pieces=strand.pieces,
        title=title,
        stated=stated,
        aside=aside,
    )


def _titled(raw: str, title: str, end: int, body: Weaver) -> tuple[Span, Weaver]:
    """The text with the front matter's title above it, with its place there if it stands so."""
    weaver = Weaver()
    at = raw.find(title, 0, end)
    weaver.put(title, max(at, 0), at + len(title) if at >= 0 else 0)
    weaver.put("\n\n", end, end)
    weaver.add(body.strand())
    return Span(0, len(title)), weaver


def _add_inline(weaver: Weaver, text: str, offset: int) -> None:
    """Adds a line's words without emphasis, links and escapes; an image adds nothing."""
    at = 0
    for match in _MARK.finditer(text):
        weaver.take(text[at : match.start()], offset + at)
        at = match.end()
        inner = next((name for name in _INNER if match[name] is not None), None)
        if inner is None:
            continue
        if inner in ("link", "bold", "italic"):
            _add_inline(weaver, match[inner], offset + match.start(inner))
        else:
            weaver.take(match[inner], offset + match.start(inner))
    weaver.take(text[at:], offset + at)


FORMAT = Format(
    "Markdown",
    (".md", ".markdown", ".mdown", ".mkd"),
    documents,
    numbered_if_many=True,
    parted_by="",
)
