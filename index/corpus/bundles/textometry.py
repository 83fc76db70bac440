"""Corpora of Hyperbase (« &&& titre &&& » above each text) and of Lexico (« <source=Vigie><date=2023> »)."""

from __future__ import annotations

import re

from index.corpus.bundles.parts import Part, rows_of, segments
from index.corpus.fields import Field, Value, field_of
from index.corpus.page_dates import find_dates
from index.model.text import Span

_HYPERBASE = re.compile(r"^&&&[ \t]*(?P<title>[^\n\r&]{1,300}?)[ \t]*&&&[ \t]*\r?$", re.MULTILINE)
_LEXICO = re.compile(r"^(?:<[^\W\d]\w{0,30}=[^<>\n\r]{1,100}>[ \t]*)+\r?$", re.MULTILINE)
_KEY = re.compile(r"<(?P<name>\w+)=(?P<value>[^<>]+)>")
_FEWEST = 2
"""The fewest texts of a corpus."""


def parts_in(text: str) -> list[Part]:
    """The texts of such a corpus; empty when the text is none."""
    for marks, read in ((_HYPERBASE, _titled), (_LEXICO, _keyed)):
        found = list(marks.finditer(text))
        if len(found) < _FEWEST or text[: found[0].start()].strip("\ufeff \r\n\t"):
            continue
        spans = segments(text, [mark.start() for mark in found])
        return [read(text, mark, span) for mark, span in zip(found, spans, strict=True)]
    return []


def _titled(text: str, mark: re.Match[str], span: Span) -> Part:
    dates = find_dates(mark["title"])
    pairs: list[tuple[Field, Value]] = []
    if dates:
        pairs.append((Field.PUBLISHED, mark["title"][dates[0].start : dates[0].end]))
    return Part(span, _body(text, mark, span), [Span(*mark.span("title"))], pairs)


def _keyed(text: str, mark: re.Match[str], span: Span) -> Part:
    pairs: list[tuple[Field, Value]] = [
        (field, key["value"].replace("_", " "))
        for key in _KEY.finditer(mark.group())
        if (field := field_of(key["name"])) is not None
    ]
    return Part(span, _body(text, mark, span), pairs=pairs)


def _body(text: str, mark: re.Match[str], span: Span) -> Span | None:
    rows = rows_of(text, Span(mark.end(), span.end))
    return Span(rows[0].start, rows[-1].end) if rows else None
