"""Exports of LexisNexis (« 1 of 3 DOCUMENTS ») and Nexis Uni (« Body … End of Document ») as text.

The layouts follow published readers (LexisNexisTools for R, and its manual).
"""

from __future__ import annotations

import re

from index.corpus.bundles.database_labels import Labelled, labels, read_label
from index.corpus.bundles.parts import Part, Row, rows_of, segments, until
from index.corpus.fields import Field, Value
from index.corpus.page_dates import find_dates
from index.model.text import Span
from index.text.folding import fold

_COUNTER = re.compile(
    r"^[ \t\u00a0]*(?:(?:Document|Dokument|DOCUMENT)[ \t]+)?(?P<number>\d{1,5})[ \t]+(?:of|de|sur|von|van|di|from)[ \t]+(?P<total>\d{1,6})(?:[ \t]+(?:DOCUMENTS?|DOKUMENTEN?|DOCUMENTEN|DOCUMENTOS|DOCUMENTI|ARTICLES?))?[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
_PAGE = re.compile(
    r"[;,]\s*(?:Pg|p|S|Seite|page|blz|pag)\.?\s*(?P<page>[\w-]{1,8})\b", re.IGNORECASE
)
_COPYRIGHT = re.compile(
    r"(?:copyright\b|©|\(c\) |alle rechte|all rights|tous droits|droits r)", re.IGNORECASE
)
_EDITION = re.compile(r"\b(?:edition|ausgabe|editie|edicion|edizione)\b")
_PERCENT = re.compile(r"\s*\(\d{1,3}\s?%\)")
_LONGEST_HEAD = 40


def parts_in(text: str) -> list[Part]:
    """The articles of an export; empty when the text is not an export."""
    counters = [match for match in _COUNTER.finditer(text) if _is_counter(match)]
    if counters and int(counters[0]["total"]) >= len(counters):
        return [_classic(text, span) for span in segments(text, [m.start() for m in counters])]
    rows = rows_of(text)
    marks = labels()
    ends = [row.end for row in rows if len(row.text) < 40 and fold(row.text) in marks.ends]
    if not ends:
        return []
    return [_of_nexis(text, span) for span in until(text, ends)]


def announced(text: str) -> int | None:
    """The number of documents that the first counter of an export announces."""
    match = next((one for one in _COUNTER.finditer(text) if _is_counter(one)), None)
    return int(match["total"]) if match else None


def _is_counter(match: re.Match[str]) -> bool:
    """Whether « 1 of 3 » counts documents: the word must stand before or after it; page numbers
    have none.
    """
    return any(word in match.group().upper() for word in ("DOCUMENT", "DOKUMENT", "ARTICLE"))


def _classic(text: str, span: Span) -> Part:
    """An article in the classic layout: counter, source, date, title, labels, text, labels, rights."""
    rows = rows_of(text, span)[1:]
    part = Part(span, None)
    dated = next((at for at, row in enumerate(rows[:8]) if _is_date_line(row)), None)
    head = 0
    if dated is not None:
        above = [row for row in rows[:dated] if not _COPYRIGHT.match(row.text)]
        if above:
            part.pairs.append((Field.SOURCE, above[0].text))
        part.pairs.append((Field.PUBLISHED, rows[dated].text))
        head = dated + 1
    elif rows:
        part.pairs.append((Field.SOURCE, rows[0].text))
        head = 1
    body = _take_labels(part, rows, head)
    _take_body(part, rows, body)
    return part


def _take_labels(part: Part, rows: list[Row], head: int) -> int:
    """Reads title and labels from a row on; gives the row where the text begins."""
    at = head
    first = next(
        (n for n, row in enumerate(rows[head : head + 12], head) if read_label(row.text)), None
    )
    if first is None:
        first = min(head + 1, len(rows))
    for row in rows[head:first]:
        if _EDITION.search(fold(row.text)) and len(row.text.split()) <= 6:
            part.pairs.append((Field.EDITION, row.text))
        elif _COPYRIGHT.match(row.text):
            continue
        elif not part.title or not row.apart:
            part.title.append(Span(row.start, row.end))
        else:
            part.pairs.append((Field.DESCRIPTION, row.text))
    at = first
    last: Labelled | None = None
    while at < min(len(rows), first + _LONGEST_HEAD):
        row = rows[at]
        told = read_label(row.text)
        if told is None:
            if last is not None and not row.apart and last.kind != "length":
                at += 1  # the value continues on this row
                continue
            break
        if told.kind == "foot":
            break
        _take(part, told, row)
        last = told
        at += 1
    return at


def _take(part: Part, told: Labelled, row: Row) -> None:
    if told.kind == "title":
        if told.value and not part.title:
            part.title.append(Span(row.end - len(told.value), row.end))
        return
    part.pairs += pairs_of(told)


def pairs_of(told: Labelled) -> list[tuple[Field, Value]]:
    """The fields in a labelled line: « Région; Pg. 12 » is a section and a page."""
    field, value = told.field, told.value
    if field is None or not value:
        return []
    if field is Field.SECTION:
        pairs: list[tuple[Field, Value]] = []
        if page := _PAGE.search(value):
            pairs.append((Field.PAGE, page["page"]))
        section = _PAGE.sub("", value).strip(" ;,")
        return [*pairs, (field, section)] if section else pairs
    if field is Field.TAGS:
        topics = [_PERCENT.sub("", topic).strip() for topic in value.split(";")]
        return [(field, [topic for topic in topics if topic])]
    return [(field, value)]


def _take_body(part: Part, rows: list[Row], start: int) -> None:
    """The text from a row to the labels or the rights at the foot, whose fields are read too."""
    stop = len(rows)
    for at in range(start, len(rows)):
        told = read_label(rows[at].text)
        if told is not None and rows[at].apart and _is_foot(told, rows[at].text):
            stop = min(stop, at)
            part.pairs += pairs_of(told)
        elif at < stop and _COPYRIGHT.match(rows[at].text) and len(rows) - at <= 6:
            stop = at
    if start < stop:
        part.body = Span(rows[start].start, rows[stop - 1].end)


def _is_foot(told: Labelled, line: str) -> bool:
    label = line.split(":")[0]
    return told.kind == "foot" or (told.kind in ("tags", "language") and label[:1].isupper())


def _is_date_line(row: Row) -> bool:
    if len(row.text) > 90 or _COPYRIGHT.match(row.text) or read_label(row.text):
        return False
    return bool(find_dates(row.text))


def _of_nexis(text: str, span: Span) -> Part:
    """An article of Nexis Uni: title, source, date, rights, labels, « Body », text, labels, « End
    of Document ».
    """
    rows = rows_of(text, span)
    part = Part(span, None)
    marks = labels()
    if rows and fold(rows[-1].text) in marks.ends:
        rows = rows[:-1]
    begin = next((at for at, row in enumerate(rows) if fold(row.text) in marks.bodies), None)
    if begin is None:
        begin = _last_label(rows)
    head = rows[:begin]
    dated = next((at for at in range(len(head) - 1, -1, -1) if _is_date_line(head[at])), None)
    if dated is not None:
        part.pairs.append((Field.PUBLISHED, head[dated].text))
        if dated >= 1:
            part.pairs.append((Field.SOURCE, head[dated - 1].text))
        if dated >= 2:
            part.title = [Span(head[dated - 2].start, head[dated - 2].end)]
            part.region = Span(head[dated - 2].start, span.end)
    for row in head[(dated or 0) + 1 :]:
        told = read_label(row.text)
        if told is not None:
            _take(part, told, row)
        elif _EDITION.search(fold(row.text)) and len(row.text.split()) <= 6:
            part.pairs.append((Field.EDITION, row.text))
    _take_body(part, rows, begin + 1)
    return part


def _last_label(rows: list[Row]) -> int:
    """The last labelled row of the head, for a text whose beginning no line marks."""
    found = [at for at, row in enumerate(rows[:20]) if read_label(row.text)]
    return found[-1] if found else 0
