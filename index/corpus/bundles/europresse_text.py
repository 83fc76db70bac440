"""Europresse's articles as text (its PDF, or a page copied): each ends with its number, « news·20230117·GP·001 »."""

from __future__ import annotations

import re

from index.corpus.bundles.broken_titles import title_key, title_rows
from index.corpus.bundles.parts import Part, Row, rows_of, until
from index.corpus.fields import Field, Value, header_pairs
from index.corpus.page_dates import find_dates
from index.model.text import Span
from index.text.folding import fold

NUMBER = re.compile(r"[a-z]{2,10}[·•][\w·•-]*\d{8}[·•][\w·•-]+")
ISSUE = re.compile(r"\s*[,(]?\s*(?:n[o°º]\.?\s*\d|\d{4}-\d|édition|\((?!site)).*$", re.IGNORECASE)
_SITE = re.compile(
    r"\s*\((?P<edition>site web|réf\. ?site web|web site|website|tablette|en ligne)\)",
    re.IGNORECASE,
)
_RIGHTS = re.compile(r"(?:©|\(c\)|Copyright)\s?", re.IGNORECASE)
_REST = re.compile(
    r"\b\d+ (?:mots|words)|\bpp?\.? ?[\w-]{1,9}|\d{1,2}:\d\d(?::\d\d)?(?: ?UTC)?|[\s,·•|–-]"
)
_REPRINT = re.compile(r"(?:Cet article est paru dans|This article appeared in)\b", re.IGNORECASE)
_BYLINE = 8
_HEADER = 4
"""On one of so many rows of its first page an article has its header."""


def parts_in(text: str) -> list[Part]:
    """The articles of an export; empty when the text is not an export."""
    if "·" not in text and "•" not in text:
        return []
    ends = [row.end for row in rows_of(text) if NUMBER.fullmatch(row.text)]
    found: list[Part] = []
    contents = ""
    for span in until(text, ends):
        rows = rows_of(text, span)
        if not found:
            cover = _below_cover(text, rows)
            contents = title_key(" ".join(row.text for row in rows[:cover]))
            rows = rows[cover:]
        if rows and NUMBER.fullmatch(rows[-1].text):
            part = _part(span, rows[:-1], contents)
            part.pairs.append((Field.RECORD_ID, rows[-1].text))
            found.append(part)
    return found


def outlet_pairs(name: str) -> list[tuple[Field, Value]]:
    """« La Gazette (site web), no. 5968 » → the outlet, and its edition."""
    pairs: list[tuple[Field, Value]] = []
    if match := _SITE.search(name):
        pairs.append((Field.EDITION, match["edition"]))
        name = _SITE.sub("", name)
    return [(Field.SOURCE, ISSUE.sub("", name).strip(" ,")), *pairs]


def _part(span: Span, rows: list[Row], contents: str) -> Part:
    """Source, date and page, title, author, text, rights; above the first, a list of contents."""
    dated = [at for at in range(1, len(rows)) if _is_header(rows[at].text)]
    # The last match counts: earlier ones belong to a list of contents.
    long = next(
        (
            at
            for at, row in enumerate(rows)
            if at > (dated[0] if dated else 0) and len(row.text) > 90
        ),
        None,
    )
    first = [at for at in dated if long is None or at < long] or dated[:1]
    part = Part(span, None)
    if not first:
        if rows:
            part.body = Span(rows[0].start, rows[-1].end)
        return part
    head = first[-1]
    part.region = Span(rows[head - 1].start, span.end)
    part.pairs += outlet_pairs(rows[head - 1].text)
    part.pairs += header_pairs(rows[head].text)
    at = head + 1
    if at < len(rows):
        lines = max(1, title_rows(rows[at:], contents))
        part.title += [Span(row.start, row.end) for row in rows[at : at + lines]]
        at += lines
    if at + 1 < len(rows) and _reads_as_byline(rows[at].text):
        part.pairs.append((Field.AUTHOR, rows[at].text))
        at += 1
    stop = next(
        (n for n in range(len(rows) - 1, at - 1, -1) if _RIGHTS.match(rows[n].text)), len(rows)
    )
    if stop - 1 >= at and _REPRINT.match(rows[stop - 1].text):
        stop -= 1
    if at < stop:
        part.body = Span(rows[at].start, rows[stop - 1].end)
    return part


def _below_cover(text: str, rows: list[Row]) -> int:
    """The row at which the first article of a file with pages begins: below its cover and its list of contents."""
    tops = [
        at
        for at in range(1, len(rows))
        if "\f" in text[rows[at - 1].end : rows[at].start]
        and any(_is_header(row.text) for row in rows[at + 1 : at + _HEADER])
    ]
    return tops[-1] if tops else 0


def _is_header(line: str) -> bool:
    """Whether a line is a header: « Région, mardi 17 janvier 2023 675 mots, p. 12 »."""
    if len(line) > 110:
        return False
    dates = find_dates(line)
    if len(dates) != 1:
        return False
    before, after = line[: dates[0].start].strip(" ,"), line[dates[0].end :]
    if before and not line[: dates[0].start].rstrip().endswith(","):
        return False
    return len(before.split()) <= 5 and not _REST.sub("", after)


def _reads_as_byline(text: str) -> bool:
    words = text.split()
    return (
        len(words) <= _BYLINE
        and text[-1] not in ".!?…»:;"
        and text[0].isupper()
        and sum(word[:1].isupper() for word in words) * 2 >= len(words)
        and fold(words[0]) not in ("le", "la", "les", "un", "une", "des")
    )
