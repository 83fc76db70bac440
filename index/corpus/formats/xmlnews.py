"""XML of agencies and databases: NewsML (both versions) and NITF of the IPTC, Factiva's and ProQuest's own."""

from __future__ import annotations

from collections.abc import Iterator

from index.corpus.document import Found, Lost
from index.corpus.fields import Field, Value
from index.corpus.formats.records import Cell, document_of
from index.corpus.xml import Node, flow_of, plain_text
from index.model.article import Loss
from index.model.text import Span

_BLOCKS = frozenset(
    (
        "p",
        "hl2",
        "h1",
        "h2",
        "h3",
        "h4",
        "li",
        "tr",
        "div",
        "block",
        "blockquote",
        "paragraph",
        "bq",
    )
)
_NOT_READ = frozenset(
    ("media", "table", "head", "title", "script", "style", "note", "figure", "tagline")
)
_FEWEST_WORDS = 12
"""The fewest words of a text beside another that is an article of its own."""
_SAME = 60
EMPTY = "It has a head and no text."
ANOTHER = "Another text of the same item; only its longest one is read."


def newsml(raw: str, tree: Node) -> Iterator[Found]:
    """A document for each news item; packages and pictures have none."""
    for item in (node for node in tree.walk() if node.tag == "newsitem"):
        if (component := item.first("newscomponent")) is not None:
            yield from _first_newsml(raw, item, component)
            continue
        meta, content = item.first("itemmeta"), item.first("contentset")
        about = item.first("contentmeta")
        kind = meta.first("itemclass") if meta else None
        if kind is not None and kind.get("qcode").rpartition(":")[2] not in (
            "text",
            "composite",
            "",
        ):
            yield Lost(
                Loss.WITHOUT_TEXT,
                "An item that is no text: a picture, a film, a graphic.",
                item.get("guid"),
            )
            continue
        headline = about.first("headline") if about else None
        body = (
            (
                content.first("body")
                or content.first("body.content")
                or content.first("inlinexml")
                or content.first("inlinedata")
            )
            if content
            else None
        )
        pairs: list[tuple[Field, Value]] = [(Field.RECORD_ID, item.get("guid"))]
        if meta is not None:
            pairs.append((Field.PUBLISHED, plain_text(raw, meta.first("versioncreated"))))
            pairs.append((Field.KEPT, plain_text(raw, meta.first("firstcreated"))))
            if provider := meta.first("provider"):
                pairs.append(
                    (
                        Field.SOURCE,
                        plain_text(raw, provider.first("name"))
                        or provider.get("literal")
                        or provider.get("qcode").rpartition(":")[2],
                    )
                )
        if about is not None:
            for source in about.all("infosource"):
                pairs.append(
                    (Field.SOURCE, plain_text(raw, source.first("name")) or source.get("literal"))
                )
            pairs.append(
                (
                    Field.AUTHOR,
                    plain_text(raw, about.first("by")) or _names(raw, about.all("creator")),
                )
            )
            if language := about.first("language"):
                pairs.append((Field.LANGUAGE, language.get("tag")))
            pairs.append((Field.DESCRIPTION, plain_text(raw, about.first("description"))))
            pairs.append((Field.TAGS, [_name(raw, one) for one in about.all("subject")]))
        yield _made(raw, item, headline, [body] if body else [], pairs)


def _first_newsml(raw: str, item: Node, component: Node) -> Iterator[Found]:
    """The documents of an item of NewsML 1, as agencies sent them before G2: its longest text, and the others that tell
    something else. Other forms of one text are told.
    """
    bodies = item.all("datacontent")
    body = max(bodies, key=lambda one: len(plain_text(raw, one) or ""), default=None)
    bodies.sort(key=lambda one: one is not body)
    headlines = {id(one): _headline_of(item, one) for one in bodies}
    own = component.first("headline")
    provider = component.first("provider", "party") or component.first("source", "party")
    pairs: list[tuple[Field, Value]] = [
        (Field.RECORD_ID, plain_text(raw, item.first("newsidentifier", "newsitemid"))),
        (Field.PUBLISHED, plain_text(raw, item.first("thisrevisioncreated"))),
        (Field.PUBLISHED, plain_text(raw, item.first("dateid"))),
        (Field.SOURCE, provider.get("formalname") if provider is not None else None),
        (Field.TAGS, plain_text(raw, component.first("slugline"))),
    ]
    if language := item.get("xml:lang") or component.get("xml:lang"):
        pairs.append((Field.LANGUAGE, language))
    headline = headlines[id(body)] or own if body else own
    told: list[str] = []
    every: list[Node | None] = [*bodies] or [None]
    for one in every:
        text = plain_text(raw, one) or ""
        title = headlines[id(one)] if one is not None else None
        if one is not None and told and (_is_told(text, told) or title is None):
            if name := plain_text(raw, title) or text:
                yield Lost(Loss.REFUSED, ANOTHER, name[:80])
            continue
        byline = _line_of(item, one, "byline") if one is not None else component.first("byline")
        whole = one is body
        region = item if one is None or whole else _components(item, one)[-1]
        named: tuple[Field, Value] = (Field.AUTHOR, plain_text(raw, byline))
        yield _made(
            raw, region, headline if whole else title, [one] if one else [], [named, *pairs]
        )
        told.append(text)


def _is_told(text: str, told: list[str]) -> bool:
    """Whether a text is too short for an article, or another form of one before it, which begins or holds it."""
    letters = "".join(filter(str.isalnum, text)).lower()
    known = ("".join(filter(str.isalnum, one)).lower() for one in told)
    return len(text.split()) < _FEWEST_WORDS or any(
        letters in one or letters[:_SAME] == one[:_SAME] for one in known
    )


def _headline_of(item: Node, body: Node) -> Node | None:
    """The headline of the innermost component around a text that has one."""
    return _line_of(item, body, "headline")


def _line_of(item: Node, body: Node, tag: str) -> Node | None:
    """A line about a text from the innermost component around it that has one, outside the parts in that."""
    for component in reversed(_components(item, body)):
        lines = (one for one in component.elements() if one.tag == "newslines")
        found = next(filter(None, (one.first(tag) for one in lines)), None)
        if found is not None or (
            (found := component.first(tag)) is not None and _is_own(component, found)
        ):
            return found
    return None


def _is_own(component: Node, line: Node) -> bool:
    """Whether a line stands in no component inside another."""
    return not any(one.start <= line.start < one.end for one in component.all("newscomponent"))


def _components(item: Node, body: Node) -> list[Node]:
    """The components around a text, the outermost first."""
    return [
        node
        for node in item.walk()
        if node.tag == "newscomponent" and node.start <= body.start and body.end <= node.end
    ]


def _names(raw: str, nodes: list[Node]) -> str | None:
    return ", ".join(filter(None, (_name(raw, one) for one in nodes))) or None


def _name(raw: str, node: Node) -> str | None:
    return plain_text(raw, node.first("name")) or node.get("literal") or None


def nitf(raw: str, tree: Node) -> Iterator[Found]:
    """A document for each story."""
    for story in (node for node in tree.walk() if node.tag == "nitf"):
        head = story.first("head")
        top, content = story.first("body.head"), story.first("body.content")
        headline = (top.first("hl1") or top.first("headline")) if top else None
        if headline is None and head is not None:
            headline = head.first("title")
        pairs: list[tuple[Field, Value]] = []
        if top is not None:
            pairs.append(
                (
                    Field.AUTHOR,
                    plain_text(raw, top.first("byline", "person") or top.first("byline")),
                )
            )
            pairs.append(
                (Field.DESCRIPTION, plain_text(raw, top.first("hl2") or top.first("abstract")))
            )
        for data in head.all("pubdata") if head else []:
            pairs += [
                (Field.SOURCE, data.get("name")),
                (Field.PUBLISHED, data.get("date.publication")),
                (Field.SECTION, data.get("position.section")),
                (Field.PAGE, data.get("position.sequence")),
                (Field.EDITION, data.get("edition.name")),
            ]
        if head is not None:
            pairs += [
                (field, node.get(name))
                for tag, name, field in (
                    ("date.release", "norm", Field.PUBLISHED),
                    ("date.issue", "norm", Field.PUBLISHED),
                    ("doc-id", "id-string", Field.RECORD_ID),
                    ("doc.copyright", "holder", Field.SOURCE),
                    ("tobject.subject", "tobject.subject.matter", Field.TAGS),
                )
                if (node := head.first(tag)) is not None
            ]
            keys = [one.get("key") for one in head.all("keyword") if one.get("key")]
            pairs.append((Field.TAGS, list(keys)))
        if top is not None:
            pairs.append((Field.SOURCE, plain_text(raw, top.first("distributor"))))
        yield _made(raw, story, headline, [content] if content else [], pairs)


def factiva(raw: str, tree: Node) -> Iterator[Found]:
    """A document for each article of a response of Factiva."""
    for article in tree.all("article", "ppsarticle"):
        if article.tag == "ppsarticle":
            article = article.first("article") or article
        fields = (
            ("byline", Field.AUTHOR), ("sourcename", Field.SOURCE), ("sectionname", Field.SECTION),
            ("columnname", Field.SECTION), ("edition", Field.EDITION), ("baselang", Field.LANGUAGE),
            ("baselanguage", Field.LANGUAGE), ("accessionno", Field.RECORD_ID), ("page", Field.PAGE),
            ("pageref", Field.PAGE), ("publishername", Field.SOURCE),
        )  # fmt: skip
        pairs: list[tuple[Field, Value]] = [
            (field, plain_text(raw, article.first(tag))) for tag, field in fields
        ]
        pairs += _factiva_date(raw, article)
        body = article.all("leadparagraph", "tailparagraphs", "tailparagraph", "body")
        yield _made(raw, article, article.first("headline"), body, pairs)


def proquest(raw: str, tree: Node) -> Iterator[Found]:
    """A document for each record of a corpus for text mining (TDM Studio)."""
    for record in tree.all("record"):
        about, text = record.first("obj") or record, record.first("textinfo") or record
        pairs: list[tuple[Field, Value]] = [
            (Field.RECORD_ID, plain_text(raw, record.first("goid"))),
            (Field.SOURCE, plain_text(raw, record.first("pubfrosting", "title"))),
            (Field.AUTHOR, [_contributor(raw, one) for one in about.all("contributor")]),
            (Field.PUBLISHED, plain_text(raw, about.first("numericdate"))),
            (Field.PUBLISHED, plain_text(raw, about.first("alphadate"))),
            (Field.LANGUAGE, plain_text(raw, about.first("rawlang"))),
            (Field.PAGE, plain_text(raw, record.first("startpage"))),
            (Field.SECTION, plain_text(raw, record.first("sectiontitle"))),
        ]
        body = text.all("text", "fulltext") or record.all("abstext")
        yield _made(raw, record, about.first("titleatt", "title"), body[:1], pairs)


def _contributor(raw: str, node: Node) -> str | None:
    """A name as it reads, or made of its parts."""
    parts = (plain_text(raw, node.first(tag)) for tag in ("firstname", "middlename", "lastname"))
    return " ".join(filter(None, parts)) or plain_text(raw, node.first("originalform"))


def _factiva_date(raw: str, article: Node) -> list[tuple[Field, Value]]:
    node = (
        article.first("publicationdate")
        or article.first("publicationdatetime")
        or article.first("date")
    )
    if node is None:
        return []
    day = plain_text(raw, node.first("date")) or node.get("fid") or plain_text(raw, node)
    time = plain_text(raw, node.first("time"))
    pairs: list[tuple[Field, Value]] = [(Field.PUBLISHED, f"{day}T{time}")] if time else []
    return [*pairs, (Field.PUBLISHED, day)]


def _made(
    raw: str, node: Node, headline: Node | None, body: list[Node], pairs: list[tuple[Field, Value]]
) -> Found:
    cells = []
    if headline is not None:
        cells.append(Cell(Field.TITLE, flow_of(raw, [headline], blocks=frozenset())))
    strand = flow_of(raw, body, blocks=_BLOCKS, skipped=_NOT_READ)
    title = plain_text(raw, headline) or ""
    if not strand.text.strip():
        return Lost(Loss.WITHOUT_TEXT, EMPTY, title)
    cells.append(Cell(Field.TEXT, strand))
    document = document_of(raw, Span(node.start, node.end), cells=cells, pairs=pairs)
    return document or Lost(Loss.WITHOUT_TEXT, EMPTY, title)
