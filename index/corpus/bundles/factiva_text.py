"""Factiva's articles as text (its RTF, or a page copied): each ends with « Document XXXXXX0020230117… »."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.corpus.bundles.database_labels import is_length
from index.corpus.bundles.parts import Part, Row, rows_of, until
from index.corpus.fields import Field, Value
from index.corpus.languages import language_code
from index.corpus.page_dates import find_dates
from index.model.text import Span

DOCUMENT = re.compile(r"(?:Document|Dokument|Documento)\s+(?P<id>[A-Z0-9]{6,}[a-z0-9]{4,}\w*)")
_TIME = re.compile(r"\d{1,2}[:h]\d\d(?::\d\d)?")
_CODE = re.compile(r"[A-Z][A-Z0-9]{2,7}")
_PAGE = re.compile(r"(?:[A-Z]{0,3}\d{1,4}[A-Z]?)(?:[-,/][A-Z]?\d{1,4})*")
_RIGHTS = re.compile(r"(?:©|\(c\)|copyright|all rights|tous droits)", re.IGNORECASE)
_BY = re.compile(r"(?:par|by|von|door|por|di)\s", re.IGNORECASE)
_CODED = re.compile(r"^(?:HD|LP|TD)(?:\s{1,8}|$)", re.MULTILINE)
_ROW_CODE = re.compile(
    r"(?P<code>SE|HD|CLM|BY|CR|WC|PD|ET|SN|SC|NGC|GC|ED|VOL|ART|PG|LA|CY|LP|TD|CT|CX|RF|CO|IN|NS|RE|IPC|IPD|PUB|RST|AN)(?:\s+(?P<value>.*)|$)"
)
_CODE_FIELDS = {
    "SE": Field.SECTION, "CLM": Field.SECTION, "BY": Field.AUTHOR, "PD": Field.PUBLISHED,
    "SN": Field.SOURCE, "PG": Field.PAGE, "ED": Field.EDITION, "LA": Field.LANGUAGE,
}  # fmt: skip
_TOPIC = re.compile(r"^\s*\w+ : |\s+$")
"""A topic with its code: « gpol : Politique intérieure »."""


def parts_in(text: str) -> list[Part]:
    """The articles of an export; empty when the text is not an export."""
    ends = (
        [row.end for row in rows_of(text) if DOCUMENT.fullmatch(row.text)]
        if "ocument" in text
        else []
    )
    if not ends:
        return []
    found = []
    for span in until(text, ends):
        rows = rows_of(text, span)
        number = DOCUMENT.fullmatch(rows[-1].text) if rows else None
        if number is None:
            continue  # the search that made the export, below its articles
        part = _coded(span, rows[:-1]) if _CODED.search(text, *span) else _ordered(span, rows[:-1])
        part.pairs.append((Field.RECORD_ID, number["id"]))
        found.append(part)
    return found


def head_pairs(lines: Sequence[str]) -> list[tuple[Field, Value]]:
    """The fields of the lines after the title, which have a fixed order: author, words, date, time,
    source, code, page, language, rights.
    """
    pairs: list[tuple[Field, Value]] = []
    dated = next((at for at, line in enumerate(lines) if len(line) < 60 and find_dates(line)), None)
    if dated is None:
        return pairs
    above = [line for line in lines[:dated] if not is_length(line)]
    if above:
        pairs.append((Field.AUTHOR, above[0]))
    date, after = lines[dated], list(lines[dated + 1 :])
    if after and _TIME.fullmatch(after[0]):
        date = f"{date} {after.pop(0)}"
    pairs.append((Field.PUBLISHED, date))
    if after and not is_length(after[0]):
        pairs.append((Field.SOURCE, after.pop(0)))
    for line in after:
        if _RIGHTS.match(line):
            break
        if _CODE.fullmatch(line) and not any(char.isdigit() for char in line):
            continue
        if _PAGE.fullmatch(line):
            pairs.append((Field.PAGE, line))
        elif len(line.split()) == 1 and language_code(line):
            pairs.append((Field.LANGUAGE, line))
    return pairs


def _ordered(span: Span, rows: list[Row]) -> Part:
    part = Part(span, None)
    words = next((at for at, row in enumerate(rows[:25]) if is_length(row.text)), None)
    if words is None:
        if rows:
            part.body = Span(rows[0].start, rows[-1].end)
        return part
    head = rows[:words]
    authors = [row for row in head[1:] if _BY.match(row.text)]
    if len(head) >= 2 and not authors and not _is_title_like(head[-1].text):
        authors = [head[-1]]
    titles = [row for row in head if row not in authors]
    if len(titles) >= 2 and len(titles[0].text.split()) <= 3:
        part.pairs.append((Field.SECTION, titles.pop(0).text))
    part.title = [Span(row.start, row.end) for row in titles]
    if authors:
        part.pairs.append((Field.AUTHOR, authors[0].text))
    after = rows[words:]
    begin = next((at for at, row in enumerate(after[:14]) if _RIGHTS.match(row.text)), None)
    if begin is None:
        begin = next(
            (at - 1 for at, row in enumerate(after) if at and len(row.text) > 80), len(after)
        )
    part.pairs += head_pairs([row.text for row in after[:begin]])
    body = after[begin + 1 :]
    if body:
        part.body = Span(body[0].start, body[-1].end)
    return part


def _is_title_like(text: str) -> bool:
    return len(text.split()) > 5 or any(mark in text for mark in ":?!«»")


def _coded(span: Span, rows: list[Row]) -> Part:
    part = Part(span, None)
    code = ""
    values: dict[str, str] = {}
    body: list[Span] = []
    for row in rows:
        match = _ROW_CODE.fullmatch(row.text)
        start = row.start
        if match is not None:
            code = match["code"]
            if not match["value"]:
                continue
            start = row.end - len(match["value"])
        value = row.text[start - row.start :]
        if code in ("LP", "TD"):
            body.append(Span(start, row.end))
        elif code == "HD":
            part.title.append(Span(start, row.end))
        values[code] = f"{values.get(code, '')} {value}".strip()
    for name, field in _CODE_FIELDS.items():
        if name in values:
            value = f"{values[name]} {values.get('ET', '')}" if name == "PD" else values[name]
            part.pairs.append((field, value.strip()))
    if "NS" in values:
        topics = [_TOPIC.sub("", topic) for topic in values["NS"].split("|")]
        part.pairs.append((Field.TAGS, list(topics)))
    if body:
        part.body = Span(body[0].start, body[-1].end)
    return part
