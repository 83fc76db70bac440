"""TEI P5 in one file: a header of sources, texts with names, dates and quotations; a comparison as apparatus."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from index.export.export_format import ExportFormat, Files
from index.export.material import Material, Share, Subject
from index.model.article import Article, Kind
from index.model.text import Span
from index.text.folding import fold
from index.text.visible import visible

_TAG = {Kind.PERSON: "persName", Kind.ORGANISATION: "orgName", Kind.PLACE: "placeName"}
_ID = re.compile(r"[^a-z0-9.-]+")


class _Mark(NamedTuple):
    """A stretch of the text with its element; outer elements sort before inner ones."""

    start: int
    end: int
    tag: str
    attributes: str


def write(material: Material) -> Files:
    ids = _ids(material)
    body = (
        _apparatus(material, ids)
        if material.comparison is not None
        else "".join(_text(article, material, ids) for article in material.articles)
    )
    yield (
        "",
        (
            '<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0">\n'
            f"<teiHeader><fileDesc><titleStmt><title>{_escaped(material.title)}</title></titleStmt>"
            f"<publicationStmt><p>{_escaped(material.corpus)}, {_escaped(material.generation[:10])}</p></publicationStmt>"
            f"<sourceDesc>{_sources(material, ids)}</sourceDesc></fileDesc>{_people(material)}</teiHeader>\n"
            f"<text><body>\n{body}</body></text>\n</TEI>\n"
        ).encode(),
    )


def _ids(material: Material) -> dict[str, str]:
    """An XML id for each article."""
    found: dict[str, str] = {}
    for number, article in enumerate(material.articles, start=1):
        found[article.id] = f"a{number}-" + _ID.sub("-", fold(article.id)).strip("-.")
    return found


def _sources(material: Material, ids: dict[str, str]) -> str:
    listed = []
    for article in material.articles:
        date = article.published
        when = f' when="{date.earliest}"' if date.earliest and date.earliest == date.latest else ""
        if article.id in material.dated_by_event:
            # Not its own day: it appeared about then, at the earliest.
            when = f' notBefore="{date.earliest}" cert="low"'
        span = (
            ""
            if when or not date.earliest
            else f' from="{date.earliest}" to="{date.latest or date.earliest}"'
        )
        listed.append(
            f'<witness xml:id="{ids[article.id]}"><bibl><title level="a">{_escaped(article.title)}</title>'
            + (f"<author>{_escaped(article.author)}</author>" if article.author else "")
            + (f'<title level="j">{_escaped(article.source)}</title>' if article.source else "")
            + (
                f"<date{when}{span}>{_escaped(material.texts.date(date))}</date>"
                if date.earliest
                else ""
            )
            + (f"<ptr target={quoteattr(visible(article.url))}/>" if article.url else "")
            + (
                f'<biblScope unit="page">{_escaped(article.page)}</biblScope>'
                if article.page
                else ""
            )
            + (
                f'<idno type="record">{_escaped(article.record_id)}</idno>'
                if article.record_id
                else ""
            )
            + f'<idno type="SHA-256">{article.sha256}</idno></bibl></witness>'
        )
    return f"<listWit>{''.join(listed)}</listWit>"


def _people(material: Material) -> str:
    """The persons who are quoted, so that `who` of a quotation can point to them."""
    if material.comparison is not None or material.share is not Share.FULL:
        return ""
    quoted = {q.speaker for a in material.articles for q in a.annotations.quotes if q.speaker}
    kinds = {m.entity: m.kind for a in material.articles for m in a.annotations.mentions}
    persons = [id for id in sorted(quoted) if kinds.get(id, Kind.PERSON) is Kind.PERSON]
    lists = (
        ("listPerson", "person", "persName", persons),
        ("listOrg", "org", "orgName", [id for id in sorted(quoted) if id not in persons]),
    )
    listed = "".join(
        f"<{name}>"
        + "".join(
            f'<{one} xml:id="{_person(id)}"><{tag}>{_escaped(material.name_of(id))}</{tag}></{one}>'
            for id in ids
        )
        + f"</{name}>"
        for name, one, tag, ids in lists
        if ids
    )
    if not listed:
        return ""
    return f"<profileDesc><particDesc>{listed}</particDesc></profileDesc>"


def _person(id: str) -> str:
    return "p-" + _ID.sub("-", fold(id)).strip("-.")


def _text(article: Article, material: Material, ids: dict[str, str]) -> str:
    head = f"<head>{_escaped(article.title)}</head>"
    if material.share is not Share.FULL:
        inside = f"<p>{_escaped(material.text_of(article))}</p>"
    else:
        marks = _marks(article, material)
        inside = "\n".join(
            f"<p>{_marked(article.text, span, marks)}</p>" for span in article.paragraphs
        )
    return f'<div type="article" corresp="#{ids[article.id]}">{head}\n{inside}</div>\n'


def _marks(article: Article, material: Material) -> list[_Mark]:
    found = []
    for quote in article.annotations.quotes:
        who = f' who="#{_person(quote.speaker)}"' if quote.speaker else ""
        found.append(_Mark(quote.start, quote.end, "said", who))
    for mention in article.annotations.mentions:
        key = f" key={quoteattr(visible(material.name_of(mention.entity)))}"
        found.append(_Mark(mention.start, mention.end, _TAG.get(mention.kind, "name"), key))
    for date in article.annotations.dates:
        if date.earliest and date.earliest == date.latest:
            found.append(_Mark(date.start, date.end, "date", f' when-iso="{date.earliest}"'))
    return sorted(found, key=lambda mark: (mark.start, -mark.end))


def _marked(text: str, span: Span, marks: list[_Mark]) -> str:
    """A paragraph with its elements; an element that would overlap another one is left out."""
    out: list[str] = []
    open_marks: list[_Mark] = []
    at = span.start

    def close_until(place: int) -> None:
        nonlocal at
        while open_marks and open_marks[-1].end <= place:
            mark = open_marks.pop()
            out.append(_escaped(text[at : mark.end]) + f"</{mark.tag}>")
            at = mark.end

    for mark in _inside(marks, span):
        close_until(mark.start)
        if open_marks and mark.end > open_marks[-1].end:
            continue
        out.append(_escaped(text[at : mark.start]) + f"<{mark.tag}{mark.attributes}>")
        at = mark.start
        open_marks.append(mark)
    close_until(span.end)
    out.append(_escaped(text[at : span.end]))
    return "".join(out)


def _inside(marks: list[_Mark], span: Span) -> Iterator[_Mark]:
    return (mark for mark in marks if span.start <= mark.start < mark.end <= span.end)


def _apparatus(material: Material, ids: dict[str, str]) -> str:
    """The statements that several sources report, with one reading for each source."""
    comparison = material.comparison
    assert comparison is not None
    texts = {article.id: article.text for article in material.articles}
    rows = []
    for row in comparison.rows:
        readings = "".join(
            f'<rdg wit="#{ids[passage.article]}">'
            + _escaped(" […] ".join(span.of(texts[passage.article]) for span in passage.spans))
            + "</rdg>"
            for passage in row.passages
            if passage.article in ids
        )
        rows.append(f'<p><app type="{row.strength.value}">{readings}</app></p>\n')
    return f'<div type="comparison">{"".join(rows)}</div>\n'


def _escaped(text: str | None) -> str:
    return escape(visible(text or ""))


FORMAT = ExportFormat("tei", "xml", frozenset((Subject.RESULTS, Subject.COMPARISON)), write)
