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

DOCUMENT = re.compile(
    r"(?:AN\s+)?(?:Document|Dokument|Documento)\s+(?P<id>[A-Z0-9]{6,}[a-z0-9]{4,}\w*)"
)
_TIME = re.compile(r"\d{1,2}[:h]\d\d(?::\d\d)?")
_CODE = re.compile(r"[A-Z][A-Z0-9]{2,7}")
_PAGE = re.compile(r"(?:[A-Z]{0,3}\d{1,4}[A-Z]?)(?:[-,/][A-Z]?\d{1,4})*")
_RIGHTS = re.compile(r"(?:©|\(c\)|copyright|all rights|tous droits)", re.IGNORECASE)
_BY = re.compile(r"(?:par|by|von|door|por|di)\s", re.IGNORECASE)
_CODED = re.compile(r"^(?:HD|LP|TD)(?:\s{1,8}|$)", re.MULTILINE)
_APART = re.compile(r"\s*[A-Z]{2,3}(?:\t|\s{2,}|$)")
"""A code that a tab, two blanks or the end of the line parts from its value."""
_HEADLINE = re.compile(r"HD(?:\t|\s{2,}|$)")
_HEADLINE_ROW = re.compile(r"^[ \t]*HD(?:\t|[ \t]{2,}|$)", re.MULTILINE)
MARKS = ("Document ", "Dokument ", "Documento ", "\nSN\t", "\nSN  ", "\nSN\n")
_NAMED = ("PD", "SN", "SC", "WC", "BY")
"""Some of these stand below the headline of every article."""
_ABOVE, _BELOW = 2, 14
_PRODUCT = re.compile(
    r"(?:(?:dow jones|factiva)[®™]?[\s,|–-]*){1,2}"
    r"|page \d+ (?:de|of|sur|von) \d+"
    r"|(?:page \d+ (?:de|of|sur|von) \d+\s+)?©\s?(?:\d{4} )?factiva\b.*",
    re.IGNORECASE,
)
"""What stands on each page of an export: its product, its rights, its number."""
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
        return _by_headlines(text)
    found = []
    for span in until(text, ends):
        rows: list[Row] = []
        running: list[Row] = []
        for row in rows_of(text, span):
            (running if _PRODUCT.fullmatch(row.text) else rows).append(row)
        number = DOCUMENT.fullmatch(rows[-1].text) if rows else None
        if number is None:
            continue  # the search that made the export, below its articles
        part = _coded(span, rows[:-1]) if _CODED.search(text, *span) else _ordered(span, rows[:-1])
        part.passed += [Span(row.start, row.end) for row in running]
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


def _by_headlines(text: str) -> list[Part]:
    """The articles of an export without numbers, each from its headline or the section above it."""
    if _HEADLINE_ROW.search(text) is None:
        return []
    rows = rows_of(text)
    heads = [
        at
        for at, row in enumerate(rows)
        if _HEADLINE.match(row.text)
        and sum(_code(row.text, apart=True) in _NAMED for row in rows[at + 1 : at + _BELOW]) > 1
    ]
    if not heads:
        return []
    starts = [_first_row(rows, at) for at in heads]
    found = []
    for start, stop in zip(starts, [*starts[1:], len(rows)], strict=True):
        piece = rows[start:stop]
        part = _coded(Span(piece[0].start, piece[-1].end), piece)
        if part.body is None:
            return []
        found.append(part)
    return found


def _first_row(rows: list[Row], headline: int) -> int:
    above = range(max(0, headline - _ABOVE), headline)
    return next((at for at in above if _code(rows[at].text, apart=True) in ("SE", "CLM")), headline)


def _code(line: str, *, apart: bool) -> str:
    match = _ROW_CODE.fullmatch(line)
    return match["code"] if match and (_APART.match(line) or not apart) else ""


def _coded(span: Span, rows: list[Row]) -> Part:
    part = Part(span, None)
    code = ""
    values: dict[str, str] = {}
    body: list[Span] = []
    other: list[Span] = []
    # Where all codes stand apart, « CO 2 » begins a paragraph.
    apart = any(_HEADLINE.match(row.text) for row in rows)
    for row in rows:
        match = _ROW_CODE.fullmatch(row.text) if _code(row.text, apart=apart) else None
        start = row.start
        if match is not None:
            code = match["code"]
            start = row.end - len(match["value"] or "")
            other.append(Span(row.start, start))
            if not match["value"]:
                continue
        if code not in ("LP", "TD"):
            other.append(Span(start, row.end))
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
        part.passed = [one for one in other if body[0].start < one.start < body[-1].end]
    return part
