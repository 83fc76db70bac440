"""XML files: the kind of each, by the name of its first element, and its articles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.corpus.document import FileContent, Found, Lost, UnreadableError
from index.corpus.fields import Field, Value, field_of
from index.corpus.formats import feeds, mediawiki, webpage
from index.corpus.formats.format import MEGABYTE, Format
from index.corpus.formats.records import Cell, document_of, title_alone
from index.corpus.formats.scans import page_xml
from index.corpus.formats.spip import without_marks
from index.corpus.formats.xmlcorpora import alto, broadcast, jats, tei, texts
from index.corpus.formats.xmllibrary import ead, marc, mods
from index.corpus.formats.xmlnews import factiva, newsml, nitf, proquest
from index.corpus.formats.xmlspeech import elan
from index.corpus.formats.xmlunknown import deep_records, prose
from index.corpus.formats.zotero_rdf import is_zotero, zotero
from index.corpus.xml import Node, flow_of, is_whole, plain_text, read_xml
from index.model.article import Loss
from index.model.text import Span

_ROOT = re.compile(r"<(?:[\w.-]+:)?(?P<name>[A-Za-z][\w.-]*)")
_PROLOGUE = re.compile(r"\s*(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\])?>|\s+)*", re.DOTALL)
_BLOCKS = frozenset(
    "p para paragraph paragraphe texte alinea intervention point journee orateurs qualite h1 h2 h3 div li block".split()  # noqa: SIM905
)
_KEYS = frozenset(("id", "uid"))
_FEEDS = ("rss", "feed", "rdf")
_NESTED = ("meta", "metadata", "metadonnees")
_NAMES = ("name", "nom", "title")
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
    if not found and (top := next(tree.elements(), None)) is not None:
        for one in prose(raw, top):
            found += 1
            yield one
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
    return _records(raw, tree, file)


def _records(raw: str, tree: Node, file: FileContent) -> Iterator[Found]:
    """The records of a list of elements whose children have the names of fields, with a title or a
    text.
    """
    top = next(tree.elements(), None)
    if top is None:
        return
    rows = _rows(top, file)
    if not any(_holds_text(node, file) for node in rows):
        deep = list(deep_records(raw, top, file.rules))
        if deep:
            yield from deep
            return
    for node in rows:
        cells: list[Cell] = []
        pairs: list[tuple[Field, Value]] = []
        for child in node.elements():
            field = field_of(child.tag, rules=file.rules)
            if field in (Field.TITLE, Field.TEXT, Field.DESCRIPTION):
                strand = flow_of(raw, [child], blocks=_BLOCKS, skipped=_KEYS, by_blank_lines=True)
                cells.append(Cell(field, without_marks(strand) if top.tag == "spip" else strand))
            if field is not None:
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
        pairs += [
            (field, value) for name, value in node.attributes.items() if (field := field_of(name))
        ]
        document = document_of(raw, Span(node.start, node.end), cells=cells, pairs=pairs)
        if document is None:
            yield Lost(Loss.WITHOUT_TEXT, "The record has neither a title nor a text.")
            continue
        yield document
        if (alone := title_alone(document)) is not None:
            yield alone


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
        cells = [Cell(Field.TITLE, flow_of(raw, [title], blocks=_BLOCKS))] if title else []
        document = document_of(raw, Span(node.start, node.end), cells=cells, pairs=pairs)
        if document is None:
            yield Lost(Loss.WITHOUT_TEXT, "The record has neither a title nor a text.")
            continue
        yield document
        if (alone := title_alone(document)) is not None:
            yield alone


def _told(raw: str, node: Node) -> str | None:
    """What an element says: of one with a name among others (« <source><id>7</id><name>… ») its name."""
    named = next((one for one in node.elements() if one.tag in _NAMES), None)
    return plain_text(raw, named if named is not None else node)


def _rows(top: Node, file: FileContent) -> list[Node]:
    """The elements with a field for a title or a text directly inside; the top itself may be one.

    One that holds several of them is their list: « <articles><article>… ».
    """
    wanted = (Field.TITLE, Field.TEXT)
    found = [
        node
        for node in top.walk()
        if len([c for c in node.elements() if field_of(c.tag, rules=file.rules)]) >= 2
        and any(field_of(c.tag, rules=file.rules) in wanted for c in node.elements())
    ]
    rows = {node.start for node in found}
    inner: list[Node] = []
    end = -1
    for node in found:
        if node.start >= end and not _is_list(node, rows, file):
            inner.append(node)
            end = node.end
    return inner


def _holds_text(node: Node, file: FileContent) -> bool:
    """Whether a text or a summary stands directly in a row; the names of a reference may be apart from it."""
    fields = {field_of(child.tag, rules=file.rules) for child in node.elements()}
    return not fields.isdisjoint((Field.TEXT, Field.DESCRIPTION))


def _is_list(node: Node, rows: set[int], file: FileContent) -> bool:
    """Whether a row holds several of one name; one with a text of its own is an article with links."""
    inside = (child for child in node.elements() if child.start not in rows)
    if any(field_of(child.tag, rules=file.rules) is Field.TEXT for child in inside):
        return False
    held = [child.tag for child in node.elements() if child.start in rows]
    return any(held.count(tag) > 1 for tag in set(held))


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
