"""Markdown with a front matter: its fields are stated, its marks are set aside, its words stay."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from index.corpus.bundles.chats import messages, style_of
from index.corpus.bundles.finding import bundled
from index.corpus.bundles.headed import ONE, articles_below, in_doubt
from index.corpus.bundles.parts import documents_of
from index.corpus.cleaning.phrases import plain
from index.corpus.document import Document, FileContent, Found, Lost, SourceRules
from index.corpus.fields import Field, state
from index.corpus.formats.format import Format
from index.corpus.formats.frontmatter import read_front_matter
from index.corpus.strand import Weaver, identity
from index.model.article import Loss, SetAside
from index.model.text import Span

_HEADING = re.compile(r"[ ]{0,3}(?P<level>#{1,6})[ \t]+(?P<text>.*)$")
_FENCE = re.compile(r"(?<=\n)---[ \t]*\r?\n(?=[\w-]+:)")
_RULE = re.compile(r"[ ]{0,3}(?:=+|-{2,}|(?:[*_-][ ]?){3,})[ \t]*$")
_BEFORE = re.compile(r"(?:[ ]{0,3}>[ ]?)+|[ ]{0,3}[*+-][ ]+(?=\S)|<!--.*?-->")
_MARK = re.compile(
    r"""
    \\(?P<escaped>[!-/:-@\[-`{-~])
  | \[\[(?:[^\[\]|\n]{1,200}\|)?(?P<wiki>[^\[\]|\n]{1,200})\]\]
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
_INNER = ("link", "wiki", "bold", "italic", "code", "address", "escaped")


def documents(file: FileContent) -> Iterator[Found]:
    """The text without its marks as one document; a conversation (signal-export) has a message each."""
    raw = file.text
    if (style := style_of(raw)) is not None:
        yield from messages(raw, identity(raw), style)
        return
    for part in _notes(raw, file.rules):
        yield from _note(raw, part, file.rules)


def _notes(raw: str, rules: SourceRules) -> Iterator[Span]:
    """The notes of a file, each below a front matter of its own; most files are one."""
    starts = [0]
    if raw.startswith("---"):
        for fence in _FENCE.finditer(raw, 1):
            front = read_front_matter(raw[fence.start() :], rules=rules)
            if front is not None and Field.TITLE in dict(front.pairs):
                starts.append(fence.start())
    yield from (Span(a, b) for a, b in pairwise((*starts, len(raw))))


def _note(raw: str, part: Span, rules: SourceRules) -> Iterator[Found]:
    """The document of a note, or the articles below its headings."""
    front = read_front_matter(raw[part.start : part.end], rules=rules)
    start = part.start + front.span.end if front else part.start
    weaver, title, heads = _unmarked(raw, Span(start, part.end))
    stated = state(front.pairs if front else ())
    if stated.title is None:
        strand = weaver.strand()
        parts = articles_below(heads, strand.text) or bundled(strand.text)
        if len(parts) > 1:
            yield from documents_of(raw, strand, parts)
            return
    else:
        heading_text = title.of(weaver.strand().text) if title else ""
        if plain(heading_text) != plain(stated.title):
            title, weaver = _titled(raw, stated.title, Span(part.start, start), weaver)
    strand = weaver.strand()
    aside = (SetAside(part.start, start, "metadata"),) if front else ()
    yield Document(
        raw=raw,
        region=part,
        content=strand.text,
        pieces=strand.pieces,
        title=title,
        stated=stated,
        aside=aside,
    )
    if in_doubt(heads):
        yield Lost(Loss.REMARK, ONE)


def _unmarked(raw: str, span: Span) -> tuple[Weaver, Span | None, dict[int, list[int]]]:
    """The words of a stretch without its marks, the first heading, and the places of those of each level."""
    weaver = Weaver()
    title: Span | None = None
    heads: dict[int, list[int]] = {}
    offset = span.start
    previous = Span(0, 0)
    for whole in raw[span.start : span.end].splitlines(keepends=True):
        line = whole.rstrip("\r\n")
        begin = weaver.length
        heading = _HEADING.match(line)
        if heading:
            told = heading["text"].rstrip(" \t").rstrip("#").rstrip(" \t")
            _add_inline(weaver, told, offset + heading.start("text"))
            heads.setdefault(len(heading["level"]), []).append(begin)
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
    return weaver, title, heads


def _titled(raw: str, title: str, front: Span, body: Weaver) -> tuple[Span, Weaver]:
    """The text with the front matter's title above it, with its place there if it stands so."""
    weaver = Weaver()
    at = raw.find(title, front.start, front.end)
    weaver.put(title, max(at, front.start), at + len(title) if at >= 0 else front.start)
    weaver.put("\n\n", front.end, front.end)
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
