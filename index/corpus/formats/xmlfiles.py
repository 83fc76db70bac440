"""XML files: the kind of each, by the name of its first element, and its articles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.corpus.document import FileContent, Found, UnreadableError
from index.corpus.fields import Field, Value
from index.corpus.formats import feeds, mediawiki, webpage
from index.corpus.formats.format import MEGABYTE, Format
from index.corpus.formats.records import Cell, found_of
from index.corpus.formats.scans import page_xml
from index.corpus.formats.xmlcorpora import alto, broadcast, jats, tei, texts
from index.corpus.formats.xmllibrary import ead, marc, mods
from index.corpus.formats.xmlnews import factiva, newsml, nitf, proquest
from index.corpus.formats.xmlrecords import BLOCKS, records
from index.corpus.formats.xmlspeech import elan
from index.corpus.formats.zotero_rdf import is_zotero, zotero
from index.corpus.xml import Node, flow_of, is_whole, plain_text, read_xml
from index.model.text import Span

_ROOT = re.compile(r"<(?:[\w.-]+:)?(?P<name>[A-Za-z][\w.-]*)")
_PROLOGUE = re.compile(r"\s*(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\])?>|\s+)*", re.DOTALL)
_FEEDS = ("rss", "feed", "rdf")
LISTS_OF_FEEDS = "A list of feeds (OPML); it holds no article."
LISTS_OF_PAGES = "A METS file lists the pages of a scan; their text is in the ALTO files beside it."


def root_of(text: str) -> str:
    """The name of the first element, in lower case; empty without one."""
    start = _PROLOGUE.match(text[:20_000])
    match = _ROOT.match(text, start.end() if start else 0)
    return match["name"].lower() if match else ""


def documents(file: FileContent) -> Iterator[Found]:
    """The articles of an XML file of any known kind, or of a list of records."""
    root = root_of(file.text)
    if root in _FEEDS and not is_zotero(file.text):
        yield from feeds.documents(file)
        return
    if root == "html":
        yield from webpage.documents(file)
        return
    if root == "opml":
        raise UnreadableError(LISTS_OF_FEEDS)
    if root == "mets":
        raise UnreadableError(LISTS_OF_PAGES)
    raw = file.text
    tree = read_xml(raw)
    found = 0
    for one in _of_kind(root, raw, tree, file):
        found += 1
        yield one
    if not is_whole(tree, raw):
        raise UnreadableError("The XML file is cut short: what was whole of it was read.")
    if not found:
        raise UnreadableError(
            "The XML file is of no kind that is read: RSS, Atom, TEI, TXM, ALTO, PAGE, JATS, TTML, NewsML, NITF, Factiva, ProQuest, MediaWiki, Zotero, MARC, MODS, EAD, ELAN, or a list of articles."
        )


def _of_kind(root: str, raw: str, tree: Node, file: FileContent) -> Iterator[Found]:
    if root in ("tei", "teicorpus", "tei.2"):
        return tei(raw, tree)
    if root == "alto":
        return alto(raw, tree)
    if root in ("newsitem", "newsmessage", "packageitem", "newsml"):
        return newsml(raw, tree)
    if root == "mediawiki":
        return mediawiki.pages(raw, tree)
    if root == "nitf":
        return nitf(raw, tree)
    if root == "urlset":
        return _sitemap(raw, tree)
    if root == "tt":
        return broadcast(raw, tree)
    if root in ("article", "articles") and tree.first("article-meta"):
        return jats(raw, tree)
    if root == "rdf":
        return zotero(raw, tree)
    if root in ("collection", "record") and tree.first("datafield"):
        return marc(raw, tree)
    if root == "pcgts":
        return page_xml(raw, tree)
    if root == "ead":
        return ead(raw, tree)
    if root in ("mods", "modscollection"):
        return mods(raw, tree)
    if root == "annotation_document":
        return elan(raw, tree)
    if root in ("record", "records") and tree.first("goid"):
        return proquest(raw, tree)
    if root.startswith("pps") or tree.first("leadparagraph") or tree.first("accessionno"):
        return factiva(raw, tree)
    if root == "text" or any(node.attributes for node in tree.all("text")):
        return texts(raw, tree)
    return records(raw, tree, file.rules)


def _sitemap(raw: str, tree: Node) -> Iterator[Found]:
    """The articles that a site tells to search engines: title, outlet, day and address, and no text."""
    for node in tree.all("url"):
        title = node.first("title")
        pairs: list[tuple[Field, Value]] = [
            (field, plain_text(raw, node.first(*path)))
            for field, path in (
                (Field.URL, ("loc",)),
                (Field.SOURCE, ("publication", "name")),
                (Field.LANGUAGE, ("publication", "language")),
                (Field.PUBLISHED, ("publication_date",)),
                (Field.MODIFIED, ("lastmod",)),
                (Field.TAGS, ("keywords",)),
            )
        ]
        cells = [Cell(Field.TITLE, flow_of(raw, [title], blocks=BLOCKS))] if title else []
        yield from found_of(raw, Span(node.start, node.end), cells=cells, pairs=pairs)


FORMAT = Format(
    "XML",
    (
        ".xml",
        ".tei",
        ".alto",
        ".nitf",
        ".newsml",
        ".rdf",
        ".ttml",
        ".dfxp",
        ".eaf",
        ".mods",
        ".marcxml",
    ),
    documents,
    holds_many=True,
    parted_by="",
    limit=60 * MEGABYTE,
)
