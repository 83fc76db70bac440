"""Saved feeds (RSS, Atom): an article for each entry; feedparser reads its stated fields."""

from __future__ import annotations

import dataclasses
import html
import io
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple
from urllib.parse import unquote

from index.corpus.cleaning.channel_names import outlet_of_channel
from index.corpus.document import Document, FileContent, Found, Lost, UnreadableError
from index.corpus.fields import Field, Value, state
from index.corpus.formats.author_statements import without_labels
from index.corpus.formats.format import MEGABYTE, Format
from index.corpus.formats.records import title_alone
from index.corpus.formats.wordpress import as_shown, authors_in, bare, entry_of, is_export
from index.corpus.markup import read_markup
from index.corpus.strand import Strand, Weaver, compose, identity
from index.model.article import Loss
from index.model.text import Span

_ROOT = re.compile(r"<(?:rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)
_ENTITIES = re.compile(r"<!ENTITY|<!DOCTYPE[^>]*\[", re.IGNORECASE)
_ENTRY = re.compile(r"<(?P<name>item|entry)(?P<attributes>\s[^<>]{0,2000})?>")
_FIELD = re.compile(
    r"<(?P<name>title|description|content:encoded|content|summary|itunes:summary|media:description)(?P<attributes>\s[^<>]{0,2000}[^<>/]|\s{0,200})>"
)
_BLOGGER_KIND = re.compile(
    r"""term=["']http://schemas\.google\.com/blogger/2008/kind#(?P<kind>\w+)"""
)
"""What an entry of Blogger's export is: a post, a comment, a setting."""
_CDATA = re.compile(r"<!\[CDATA\[")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|\w{2,31});")
_TEXTS = ("content:encoded", "content", "description", "summary")
_ALERT = re.compile(r"(?:Alertes? Google|Google Alerts?)\b")
_POINTED = re.compile(r"[?&](?:url|q)=(?P<url>https?[^&]+)")
_LAST = ("itunes:summary", "media:description")
"""The text of a broadcast or a film, where the entry has no other."""


class _Element(NamedTuple):
    """An element of the file, with the place of its content."""

    name: str
    attributes: str
    start: int
    inner: Span
    end: int


class _Part(NamedTuple):
    name: str
    paragraphs: list[Strand]


def documents(file: FileContent) -> Iterator[Found]:
    """A document for each entry that has a title or a text."""
    raw = file.text
    if not _ROOT.search(raw, 0, 4096):
        raise UnreadableError("The XML file is no feed (RSS or Atom).")
    if _ENTITIES.search(raw):
        raise UnreadableError("The feed declares entities of its own, which are refused.")
    stated = _parsed(file.data)
    entries = list(_elements(_ENTRY, raw, Span(0, len(raw))))
    known = stated.entries if len(stated.entries) == len(entries) else [None] * len(entries)
    site = _Site(authors_in(raw)) if is_export(raw) else None
    others: defaultdict[str, list[Span]] = defaultdict(list)
    for element, entry in zip(entries, known, strict=True):
        pairs = _pairs(entry, stated.feed) if entry is not None else []
        kind = _BLOGGER_KIND.search(raw, element.inner.start, element.inner.end)
        if kind is not None and kind["kind"] not in ("post", "page"):
            others[kind["kind"]].append(element.inner)
            continue
        if site is not None:
            lost = site.left_out(raw, element, pairs)
            if lost is not None:
                yield from lost
                continue
        document = _document(raw, element, pairs, of_site=site is not None)
        if document is None:
            yield Lost(Loss.WITHOUT_TEXT, "The entry has neither a title nor a text.")
            continue
        yield document
        if site is not None and site.unpublished:
            yield Lost(
                Loss.REMARK,
                "The entry was never published: it is a draft or private.",
                document.content.partition("\n")[0],
            )
        if (alone := title_alone(document)) is not None:
            yield alone
    for part, spans in (*others.items(), *(site.parts.items() if site is not None else ())):
        reason = "Comments, settings and layouts of a site are no articles."
        if part not in others:
            reason = "Pictures, menus and earlier versions of a site are no articles."
        yield Lost(Loss.REMARK, reason, part, len(spans), tuple(spans))


@dataclass(slots=True)
class _Site:
    """What is known of an export of WordPress while its entries are read."""

    authors: dict[str, str]
    parts: defaultdict[str, list[Span]] = dataclasses.field(
        default_factory=lambda: defaultdict(list)
    )
    """The entries that are no articles, by their kind."""
    unpublished: bool = False
    """Whether the last entry was never published."""

    def left_out(
        self, raw: str, element: _Element, pairs: list[tuple[Field, Value]]
    ) -> list[Lost] | None:
        """What is to be told of an entry that is no article; None for an article, to whose fields
        the export's own are added.
        """
        entry = entry_of(raw[element.inner.start : element.inner.end])
        self.unpublished = entry.unpublished
        if entry.part:
            self.parts[entry.part].append(element.inner)
            return []
        if entry.binned:
            title = next(_elements(_FIELD, raw, element.inner), None)
            name = raw[title.inner.start : title.inner.end] if title is not None else ""
            reason = "The entry lies in the bin of its site."
            return [Lost(Loss.REFUSED, reason, bare(name), spans=(element.inner,))]
        for at, (field, value) in enumerate(pairs):
            if field is Field.AUTHOR and isinstance(value, str):
                pairs[at] = (field, self.authors.get(value, value))
        pairs += [(Field.PUBLISHED, entry.date), (Field.MODIFIED, entry.changed)]
        return None


def _elements(opening: re.Pattern[str], raw: str, span: Span) -> Iterator[_Element]:
    """The elements whose opening tag matches a pattern, none within another.

    If one is never closed, its end is looked for only once.
    """
    unclosed: set[str] = set()
    at = span.start
    while match := opening.search(raw, at, span.end):
        name, at = match["name"], match.end()
        if name in unclosed:
            continue
        closing = re.compile(rf"</{re.escape(name)}\s*>").search(raw, at, span.end)
        if closing is None:
            unclosed.add(name)
            continue
        inner = Span(at, closing.start())
        yield _Element(name, match["attributes"] or "", match.start(), inner, closing.end())
        at = closing.end()


def _parsed(data: bytes) -> Any:
    try:
        import feedparser
    except ImportError as error:
        raise UnreadableError(
            "Feeds need a library that is missing: pip install 'feedparser>=6.0.11'"
        ) from error
    # A stream, never a string, which feedparser might take for an address and fetch.
    return feedparser.parse(io.BytesIO(data))


def _pairs(entry: Any, feed: Any) -> list[tuple[Field, Value]]:
    source = entry.get("source") or {}
    # feedparser's own `get` gives `published` for a missing « updated », with a warning.
    updated = dict.get(entry, "updated")
    name = source.get("title") or feed.get("title")
    link = entry.get("link")
    if name and _ALERT.match(name):
        name = None  # the outlet is the one at whose address the alert points
        found = _POINTED.search(link or "")
        link = unquote(found["url"]) if found else link
    return [
        (Field.SOURCE, outlet_of_channel(name) if name else name),
        (Field.AUTHOR, entry.get("author")),
        (Field.PUBLISHED, entry.get("published") or updated),
        (Field.MODIFIED, updated if entry.get("published") else None),
        (Field.URL, link),
        (Field.TAGS, _tags(entry)),
        (Field.LANGUAGE, feed.get("language")),
        (Field.RECORD_ID, entry.get("id")),
        (Field.DESCRIPTION, entry.get("excerpt_encoded")),
    ]


def _tags(entry: Any) -> list[Value]:
    terms = [tag.get("term") for tag in entry.get("tags") or []]
    return [term for term in terms if not str(term).startswith("http://schemas.google.com/")]


def _document(
    raw: str, entry: _Element, pairs: list[tuple[Field, Value]], *, of_site: bool
) -> Document | None:
    parts = {
        field.name: _part(raw, field, of_site=of_site)
        for field in reversed(list(_elements(_FIELD, raw, entry.inner)))
    }
    texts = [parts[name] for name in _TEXTS if name in parts and parts[name].paragraphs]
    texts = texts or [parts[name] for name in _LAST if name in parts][:1]
    title = parts["title"].paragraphs[:1] if "title" in parts else []
    if not texts and not title:
        return None
    if len(texts) > 1:
        pairs.append((Field.DESCRIPTION, " ".join(line.text for line in texts[-1].paragraphs)))
    weaver = Weaver()
    for paragraph in (*title, *(texts[0].paragraphs if texts else ())):
        if weaver.length:
            place = paragraph.pieces[0].raw_start
            weaver.put("\n\n", place, place)
        weaver.add(paragraph)
    strand = weaver.strand()
    return Document(
        raw=raw,
        region=Span(entry.start, entry.end),
        content=strand.text,
        pieces=strand.pieces,
        title=Span(0, len(title[0].text)) if title else None,
        stated=without_labels(state(pairs)),
        rest="metadata",
    )


def _part(raw: str, field: _Element, *, of_site: bool) -> _Part:
    start, end = field.inner
    if "xhtml" in field.attributes:
        inner = identity(raw[start:end], start)
    else:
        inner = _unescaped(raw, start, end)
        if of_site and field.name == "content:encoded":
            inner = as_shown(inner)
    paragraphs = [
        Strand(block.text, compose(block.strand.pieces, inner.pieces))
        for block in read_markup(inner.text).blocks
    ]
    return _Part(field.name, paragraphs)


def _unescaped(raw: str, start: int, end: int) -> Strand:
    """The text of an XML element: sections of CDATA stay unchanged, entities elsewhere are
    resolved.
    """
    weaver = Weaver()
    at = start
    while match := _CDATA.search(raw, at, end):
        close = raw.find("]]>", match.end(), end)
        if close < 0:
            break
        _resolve(weaver, raw, at, match.start())
        weaver.take(raw[match.end() : close], match.end())
        at = close + 3
    _resolve(weaver, raw, at, end)
    return weaver.strand()


def _resolve(weaver: Weaver, raw: str, start: int, end: int) -> None:
    at = start
    for match in _ENTITY.finditer(raw, start, end):
        weaver.take(raw[at : match.start()], at)
        weaver.put(html.unescape(match.group()), match.start(), match.end())
        at = match.end()
    weaver.take(raw[at:end], at)


FORMAT = Format(
    "feed",
    (".rss", ".atom"),
    documents,
    holds_many=True,
    parted_by="",
    limit=60 * MEGABYTE,
    library="feedparser",
)
