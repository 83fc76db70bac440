"""XML of corpora and libraries: TEI, the texts of TXM, and ALTO (the pages of a scan)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.corpus.bundles.review_heads import outlet_and_date
from index.corpus.document import Document, Found, Lost
from index.corpus.fields import Field, Value, field_of, state
from index.corpus.formats.records import WITHOUT, Cell, document_of
from index.corpus.formats.speech import Speech, spoken
from index.corpus.strand import Strand, Weaver, cut
from index.corpus.xml import Node, flow_of, plain_text
from index.model.article import Loss
from index.model.text import Span

_TEI_BLOCKS = frozenset(
    (
        "p",
        "head",
        "ab",
        "l",
        "lg",
        "div",
        "div1",
        "div2",
        "item",
        "sp",
        "quote",
        "q",
        "opener",
        "closer",
        "trailer",
        "dateline",
        "byline",
    )
)
_NOT_READ = frozenset(
    ("note", "fw", "figure", "del", "sic", "orig", "abbr", "app", "index", "teiheader")
)
"""Elements that are skipped: of a pair of readings the regular one is read, `reg` not `orig`,
`corr` not `sic`.
"""
_TEXT_BLOCKS = frozenset(("p", "head", "ab", "l", "div", "s", "title"))
_FEWER = {"annee": Field.PUBLISHED, "year": Field.PUBLISHED}


def tei(raw: str, tree: Node) -> Iterator[Found]:
    """A document for each TEI text; texts of a corpus or of a group are separate."""
    for node in [one for one in tree.walk() if one.tag in ("tei", "tei.2")]:
        header = node.first("teiheader")
        text = node.first("text")
        group = text.first("group") if text else None
        shared = _tei_pairs(raw, header) if header else []
        inner = group.all("text") if group else ([text] if text else [])
        if group is None and text is not None and (parts := _articles(text)):
            inner = parts
        for one in inner:
            yield _tei_document(
                raw,
                one,
                node if len(inner) == 1 else one,
                shared,
                alone=len(inner) == 1,
                header=header,
            )


def _articles(text: Node) -> list[Node]:
    """The divisions that are separate articles, by their type."""
    return [
        one
        for one in text.walk()
        if one.tag in ("div", "div1") and one.get("type") in ("article", "texte", "newsArticle")
    ]


def _tei_document(
    raw: str,
    text: Node,
    region: Node,
    shared: list[tuple[Field, Value]],
    *,
    alone: bool,
    header: Node | None,
) -> Found:
    pairs = list(shared) if alone else [pair for pair in shared if pair[0] is not Field.TITLE]
    if not alone:
        pairs = [*_source_of(raw, text, header), *pairs]
    body = text.first("body") or text
    named = header.first("titlestmt", "title") if header and alone else None
    # « La Vigie, mardi 16 mai 1911 » names the issue: the article's title is its heading.
    of_issue = named is not None and outlet_and_date(plain_text(raw, named) or "") is not None
    head = next((one for one in body.all("head")), None) if not alone or of_issue else None
    title = head or named
    cells = [Cell(Field.TITLE, flow_of(raw, [title], blocks=frozenset()))] if title else []
    skipped = _NOT_READ
    nodes = (
        [one for one in body.elements() if one is not head]
        if head in list(body.elements())
        else [body]
    )
    strand = flow_of(raw, nodes, blocks=_TEI_BLOCKS, skipped=skipped)
    cells.append(Cell(Field.TEXT, strand))
    document = document_of(raw, Span(region.start, region.end), cells=cells, pairs=pairs)
    return document or Lost(Loss.WITHOUT_TEXT, WITHOUT)


def _source_of(raw: str, text: Node, header: Node | None) -> list[tuple[Field, Value]]:
    """The header's statements about a text that refers to it by `decls` or `corresp`."""
    wanted = (text.get("decls") or text.get("corresp") or text.get("source")).lstrip("#")
    if header is None or not wanted:
        return []
    found = next((one for one in header.walk() if one.get("id") == wanted), None)
    return _bibliography(raw, found) if found else []


def _tei_pairs(raw: str, header: Node) -> list[tuple[Field, Value]]:
    statement = header.first("titlestmt")
    pairs: list[tuple[Field, Value]] = []
    source = header.first("sourcedesc")
    if source is not None:
        pairs += _bibliography(raw, source)
    if statement is not None:
        pairs.append((Field.TITLE, plain_text(raw, statement.first("title"))))
        pairs.append((Field.AUTHOR, [plain_text(raw, one) for one in statement.all("author")]))
    publication = header.first("publicationstmt")
    if publication is not None:
        pairs.append((Field.SOURCE, plain_text(raw, publication.first("publisher"))))
        if date := publication.first("date"):
            pairs.append(
                (Field.PUBLISHED, date.get("when") or date.get("when-iso") or plain_text(raw, date))
            )
        pairs.append((Field.RECORD_ID, plain_text(raw, publication.first("idno"))))
    if language := header.first("language"):
        pairs.append((Field.LANGUAGE, language.get("ident") or plain_text(raw, language)))
    pairs.append(
        (
            Field.TAGS,
            [
                plain_text(raw, one)
                for one in header.all("keywords")
                for one in one.all("term", "item")
            ],
        )
    )
    return pairs


def _bibliography(raw: str, node: Node) -> list[tuple[Field, Value]]:
    pairs: list[tuple[Field, Value]] = []
    for title in node.all("title"):
        field = Field.SOURCE if title.get("level") in ("j", "s", "m") else Field.TITLE
        pairs.append((field, plain_text(raw, title)))
    pairs.append((Field.AUTHOR, [plain_text(raw, one) for one in node.all("author")]))
    if date := node.first("date"):
        pairs.append(
            (Field.PUBLISHED, date.get("when") or date.get("when-iso") or plain_text(raw, date))
        )
    for scope in node.all("biblscope"):
        if scope.get("unit") in ("page", "pp") or scope.get("type") == "pp":
            pairs.append((Field.PAGE, plain_text(raw, scope)))
    pairs.append((Field.SOURCE, plain_text(raw, node.first("publisher"))))
    return pairs


def texts(raw: str, tree: Node) -> Iterator[Found]:
    """A document for each `text` with its fields as attributes, as TXM and europarser write them."""
    for node in tree.all("text"):
        pairs: list[tuple[Field, Value]] = []
        later: list[tuple[Field, Value]] = []
        for name, value in node.attributes.items():
            field = field_of(name)
            if field is not None and name not in _FEWER:
                pairs.append((field, value))
            elif name in _FEWER:
                later.append((_FEWER[name], value))
        strand = flow_of(raw, [node], blocks=_TEXT_BLOCKS, skipped=frozenset(("note",)))
        yield _with_title(raw, node, strand, [*pairs, *later])


def _with_title(raw: str, node: Node, strand: Strand, pairs: list[tuple[Field, Value]]) -> Found:
    stated = state(pairs)
    if not strand.text.strip():
        return Lost(Loss.WITHOUT_TEXT, "It has a head and no text.", stated.title or "")
    return Document(
        raw=raw,
        region=Span(node.start, node.end),
        content=strand.text,
        pieces=strand.pieces,
        stated=stated,
        rest="metadata",
    )


_CONTENT = re.compile(
    r"\bCONTENT\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)')", re.IGNORECASE
)


def alto(raw: str, tree: Node) -> Iterator[Found]:
    """A document for each page of a scan; a word divided at a line's end is joined."""
    pages = [node for node in tree.walk() if node.tag == "page"]
    for page in pages:
        weaver = Weaver()
        for block in page.all("textblock"):
            if weaver.length:
                weaver.put("\n\n", block.start, block.start)
            _alto_block(raw, block, weaver)
        strand = weaver.strand()
        number = page.get("printed_img_nr") or page.get("physical_img_nr")
        region = Span(page.start, page.end)
        if not strand.text.strip():
            yield Lost(Loss.WITHOUT_TEXT, "The page of the scan holds no text.", number)
            continue
        yield Document(
            raw=raw,
            region=region,
            content=strand.text,
            pieces=strand.pieces,
            stated=state([(Field.PAGE, number or None)]),
        )


def _alto_block(raw: str, block: Node, weaver: Weaver) -> None:
    cut = False
    fresh = True
    for line in block.all("textline"):
        for word in line.all("string"):
            if not fresh and not cut:
                weaver.put(" ", word.start, word.start)
            match = _CONTENT.search(raw, word.start, word.end)
            if match is None:
                continue
            start, end = match.span("double" if match["double"] is not None else "single")
            cut = word.get("subs_type") == "HypPart1" or (
                word is line.all("string")[-1] and bool(line.all("hyp"))
            )
            text = raw[start:end]
            if cut and text.endswith("-"):
                end -= 1
            _put(weaver, raw, start, end)
            fresh = False


def _put(weaver: Weaver, raw: str, start: int, end: int) -> None:
    import html

    text = raw[start:end]
    weaver.put(html.unescape(text) if "&" in text else text, start, end)


_OF_ARTICLES = frozenset(("p", "title", "sec", "disp-quote", "list-item", "abstract"))
_NOT_IN_ARTICLES = frozenset(("fig", "table-wrap", "xref", "fn", "disp-formula", "ref-list"))


def jats(raw: str, tree: Node) -> Iterator[Found]:
    """A document for each article of a journal in JATS; without a body its abstract is the text."""
    for node in tree.all("article"):
        meta, journal = node.first("article-meta") or node, node.first("journal-meta")
        title, body, abstract = (
            meta.first("article-title"),
            node.first("body"),
            meta.first("abstract"),
        )
        pairs: list[tuple[Field, Value]] = [
            (Field.LANGUAGE, node.get("xml:lang")),
            (Field.SOURCE, plain_text(raw, journal.first("journal-title")) if journal else None),
            (Field.AUTHOR, [_person(raw, one) for one in meta.all("contrib")]),
            *((Field.PUBLISHED, _day(raw, one)) for one in meta.all("pub-date")),
            (Field.PAGE, plain_text(raw, meta.first("fpage"))),
            (Field.RECORD_ID, plain_text(raw, meta.first("article-id"))),
            (Field.TAGS, [plain_text(raw, one) for one in meta.all("kwd")]),
            (Field.DESCRIPTION, plain_text(raw, abstract) if body else None),
        ]
        cells = [Cell(Field.TITLE, flow_of(raw, [title], blocks=frozenset()))] if title else []
        texts_of = [one for one in (body or abstract,) if one is not None]
        cells.append(
            Cell(Field.TEXT, flow_of(raw, texts_of, blocks=_OF_ARTICLES, skipped=_NOT_IN_ARTICLES))
        )
        document = document_of(raw, Span(node.start, node.end), cells=cells, pairs=pairs)
        yield document or Lost(Loss.WITHOUT_TEXT, WITHOUT)


def _person(raw: str, contributor: Node) -> str | None:
    parts = (plain_text(raw, contributor.first(tag)) for tag in ("given-names", "surname"))
    return " ".join(filter(None, parts)) or plain_text(raw, contributor.first("string-name"))


def _day(raw: str, date: Node) -> str:
    parts = (plain_text(raw, date.first(tag)) for tag in ("year", "month", "day"))
    return "-".join(part.zfill(2) for part in parts if part)


def broadcast(raw: str, tree: Node) -> Iterator[Found]:
    """What is said in a file of subtitles of broadcasters (TTML)."""
    speech = Speech()
    for line in tree.all("p"):
        strand = flow_of(raw, [line], blocks=frozenset(), breaks=frozenset(("br",)))
        inner = strand.text.rstrip()
        if inner:
            speech.say(
                (cut(strand, Span(0, len(inner))),), inner, line.start, voice=line.get("ttm:agent")
            )
    strand = speech.strand()
    if not strand.text:
        yield Lost(Loss.WITHOUT_TEXT, "The file of subtitles holds no words.")
        return
    top = next(tree.elements(), tree)
    title = plain_text(raw, tree.first("head", "title"))
    yield Document(
        raw=raw,
        region=Span(top.start, top.end),
        content=strand.text,
        pieces=strand.pieces,
        stated=spoken(state([(Field.TITLE, title), (Field.LANGUAGE, top.get("xml:lang"))])),
        rest="technical",
    )
