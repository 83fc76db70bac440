"""Texts for programs that analyse them: corpora of MAXQDA (« #TEXT Presse\\2023 La Vigie »), Hyperbase (« &&& titre &&& » above each text), Lexico (« <source=Vigie><date=2023> »), Sketch Engine
(« <doc title="…"> ») and KH Coder (« <h1>…</h1> »).
"""

from __future__ import annotations

import re
from html import unescape

from index.corpus.bundles.parts import Part, rows_of, segments
from index.corpus.bundles.review_heads import outlet_and_date, reads_as_title
from index.corpus.cleaning.outlets import could_be_outlet
from index.corpus.fields import Field, Value, field_of
from index.corpus.page_dates import find_dates
from index.model.text import Span

_HYPERBASE = re.compile(r"^&&&[ \t]*(?P<title>[^\n\r&]{1,300}?)[ \t]*&&&[ \t]*\r?$", re.MULTILINE)
_LEXICO = re.compile(r"^(?:<[^\W\d]\w{0,30}=[^<>\n\r]{1,100}>[ \t]*)+\r?$", re.MULTILINE)
_DOC = re.compile(
    r"^<(?:doc|text|article|document)(?:\s+[\w:.-]+=\"[^\"<>]*\")+\s*>[ \t]*\r?$", re.MULTILINE
)
_ATTRIBUTE = re.compile(r"(?P<name>[\w:.-]+)=\"(?P<value>[^\"<>]*)\"")
_H1 = re.compile(r"^<h1>(?P<title>[^<>\n\r]{1,300})</h1>[ \t]*\r?$", re.MULTILINE | re.IGNORECASE)
_H2 = re.compile(r"^<h2>(?P<title>[^<>\n\r]{1,300})</h2>[ \t]*\r?$", re.MULTILINE | re.IGNORECASE)
_TAG_LINE = re.compile(r"</?\w+(?:\s[^<>\n]*)?/?>")
_KEY = re.compile(r"<(?P<name>\w+)=(?P<value>[^<>]+)>")
_TEXT = re.compile(r"^#TEXT[ \t]+(?P<title>[^\n\r]{1,300}?)[ \t]*\r?$", re.MULTILINE)
_END = re.compile(r"#(?:END)?TEXT")
_FEWEST = 2
"""The fewest texts of a corpus."""


def parts_in(text: str) -> list[Part]:
    """The texts of such a corpus; empty when the text is none."""
    for marks, read in (
        (_HYPERBASE, _titled),
        (_LEXICO, _keyed),
        (_TEXT, _named),
        (_DOC, _attributed),
        (_H1, _headed),
        (_H2, _headed),
    ):
        found = list(marks.finditer(text))
        if marks is _H2 and (below := _below_one(text)):
            return below
        if len(found) < _FEWEST or text[: found[0].start()].strip("\ufeff \r\n\t"):
            continue
        spans = segments(text, [mark.start() for mark in found])
        if marks is _H1 and (grouped := _grouped(text, found, spans)):
            return grouped
        return [read(text, mark, span) for mark, span in zip(found, spans, strict=True)]
    return []


def _below_one(text: str) -> list[Part]:
    """The texts below the only heading of a higher level, with which the corpus begins."""
    higher = list(_H1.finditer(text))
    if len(higher) != 1 or text[: higher[0].start()].strip("\ufeff \r\n\t"):
        return []
    return _grouped(text, higher, [Span(higher[0].start(), len(text))])


def _titled(text: str, mark: re.Match[str], span: Span) -> Part:
    dates = find_dates(mark["title"])
    pairs: list[tuple[Field, Value]] = []
    if dates:
        pairs.append((Field.PUBLISHED, mark["title"][dates[0].start : dates[0].end]))
    return Part(span, _body(text, mark, span), [Span(*mark.span("title"))], pairs)


def _named(text: str, mark: re.Match[str], span: Span) -> Part:
    """A text of MAXQDA: its name, in groups that signs part, holds the day and the outlet; its first line is the
    title where a paragraph follows.
    """
    name = re.split(r"[\\/]", mark["title"])[-1].strip()
    pairs: list[tuple[Field, Value]] = []
    if dates := find_dates(name):
        pairs.append((Field.PUBLISHED, name[dates[0].start : dates[0].end]))
        outlet = (name[: dates[0].start] + name[dates[0].end :]).strip(" ,;|_–-")
        pairs.append((Field.SOURCE, outlet if could_be_outlet(outlet) else None))
    body = _body(text, mark, span)
    rows = rows_of(text, body) if body is not None else []
    if len(rows) > 1 and reads_as_title(rows[0].text):
        return Part(
            span, Span(rows[1].start, rows[-1].end), [Span(rows[0].start, rows[0].end)], pairs
        )
    return Part(span, body, [Span(*mark.span("title"))], pairs)


def _keyed(text: str, mark: re.Match[str], span: Span) -> Part:
    pairs: list[tuple[Field, Value]] = [
        (field, key["value"].replace("_", " "))
        for key in _KEY.finditer(mark.group())
        if (field := field_of(key["name"])) is not None
    ]
    return Part(span, _body(text, mark, span), pairs=pairs)


def _attributed(text: str, mark: re.Match[str], span: Span) -> Part:
    """A text of a corpus for Sketch Engine: « <doc title="…" date="…"> »."""
    pairs: list[tuple[Field, Value]] = [
        (field, unescape(one["value"]))
        for one in _ATTRIBUTE.finditer(mark.group())
        if (field := field_of(one["name"])) is not None
    ]
    return Part(span, _body(text, mark, span), pairs=pairs)


def _headed(text: str, mark: re.Match[str], span: Span) -> Part:
    """A text of a corpus for KH Coder, below its heading; one of a lower level is its title."""
    part = _titled(text, mark, span)
    rows = rows_of(text, Span(mark.end(), span.end))
    if rows and (lower := _H2.match(text, rows[0].start)):
        outlet = outlet_and_date(" ".join(reversed(mark["title"].split(" ", 1))))
        part.pairs += outlet or []
        part.title = [Span(*lower.span("title"))]
        part.body = _body(text, lower, span)
    return part


def _grouped(text: str, found: list[re.Match[str]], spans: list[Span]) -> list[Part]:
    """The texts below headings that each hold several, with a heading of a lower level each; empty for other texts.

    A lower heading below a text is one of its own.
    """
    lower = [
        list(_H2.finditer(text, mark.end(), span.end))
        for mark, span in zip(found, spans, strict=True)
    ]
    if not any(len(titles) > 1 for titles in lower) or not all(
        titles and not text[mark.end() : titles[0].start()].strip()
        for mark, titles in zip(found, lower, strict=True)
    ):
        return []
    parts: list[Part] = []
    for mark, span, titles in zip(found, spans, lower, strict=True):
        starts = [span.start, *(title.start() for title in titles[1:]), span.end]
        shared = _headed(text, mark, span).pairs
        for title, start, end in zip(titles, starts, starts[1:], strict=False):
            one = Span(start, end)
            parts.append(
                Part(one, _body(text, title, one), [Span(*title.span("title"))], list(shared))
            )
    return parts


def _body(text: str, mark: re.Match[str], span: Span) -> Span | None:
    rows = rows_of(text, Span(mark.end(), span.end))
    while rows and _TAG_LINE.fullmatch(rows[0].text):
        rows.pop(0)
    while rows and (_TAG_LINE.fullmatch(rows[-1].text) or _END.fullmatch(rows[-1].text)):
        rows.pop()
    return Span(rows[0].start, rows[-1].end) if rows else None
