"""Exports of Retriever (Mediearkivet, Atekst) as text: a list of contents, then articles between lines of « = ».

After the readers that were published for them (parseAtekst, Markivet): below the title stand outlet and day, the
page, where it was published, the text, the rights, and the address of a copy.
"""

from __future__ import annotations

import re

from index.corpus.bundles.parts import Part, Row, rows_of
from index.corpus.fields import Field
from index.corpus.page_dates import find_dates
from index.model.text import Span

MARKS = ("ret.nu/", "retriever-info", "Publicerat ", "Publisert ", "Publiceret ", "Julkaistu ")
_RULE = re.compile(r"={20,}")
_THIN_RULE = re.compile(r"-{20,}")
_PUBLISHED = re.compile(r"(?:Publicerat|Publisert|Publiceret|Julkaistu) (?P<where>[^.]{2,40})\.?.*")
_PAGE = re.compile(r"(?:Sida|Sidor|Side|Sider|Sivu) (?P<page>[\w-]{1,8})")
_SECTION = re.compile(r"(?:Seksjon|Sektion|Avdelning|Del)\s?: (?P<section>.{2,40})")
_LISTED = re.compile(r"> .+")
_LINK = re.compile(
    r"(?:(?:Se|Läs|Les|Læs) (?:hela |hele )?(?:web)?(?:artikk?el|sak|oppslag)\w*|Bilder?|Original).{0,40}?\s(?P<url>https?://\S+)"
)
_FEWEST_WORDS = 12
"""The fewest words above the list that are a text."""
_HEAD = 5
"""The most lines between the title and the text."""


def parts_in(text: str) -> list[Part]:
    """The articles of an export; empty when the text is none."""
    rows = rows_of(text)
    if not any(_PUBLISHED.fullmatch(row.text) for row in rows):
        return []
    listed = [at for at, row in enumerate(rows) if _LISTED.fullmatch(row.text)]
    above = rows[: listed[0]] if listed else []
    if any(_PUBLISHED.fullmatch(row.text) or _RULE.fullmatch(row.text) for row in above):
        listed, above = [], []  # lines that an article quotes
    first = _after_list(listed)
    borders = [at for at in range(first, len(rows)) if _RULE.fullmatch(rows[at].text)]
    starts = [first, *(at + 1 for at in borders)]
    found = [
        _part([row for row in rows[a:b] if not _RULE.fullmatch(row.text)])
        for a, b in zip(starts, [*starts[1:], len(rows)], strict=True)
    ]
    parts = [part for part in found if part is not None]
    if not any(part.pairs for part in parts):
        return []
    if _is_prose(above):
        whole = Span(above[0].start, above[-1].end)
        parts.insert(0, Part(whole, whole))
    return parts


def _is_prose(above: list[Row]) -> bool:
    """Whether somebody wrote a text above the list, where the service names the reader and the day."""
    words = sum(len(row.text.split()) for row in above)
    return words >= _FEWEST_WORDS and any(row.text[-1] in ".!?…»" for row in above)


def _after_list(listed: list[int]) -> int:
    """The row after the list of contents at the beginning."""
    last = -1
    for at in listed:
        if last >= 0 and at != last + 1:
            break
        last = at
    return last + 1


def _part(rows: list[Row]) -> Part | None:
    if not rows:
        return None
    part = Part(Span(rows[0].start, rows[-1].end), None)
    part.title = [Span(rows[0].start, rows[0].end)]
    at = 1
    while at < len(rows) and at <= _HEAD and _read_head(rows[at].text, part):
        at += 1
    stop = len(rows)
    while stop > at and (link := _LINK.match(rows[stop - 1].text)):
        part.pairs.append((Field.URL, link["url"]))
        stop -= 1
    if stop > at and rows[stop - 1].text.startswith(("©", "(c)")):
        stop -= 1
    if at < stop:
        part.body = Span(rows[at].start, rows[stop - 1].end)
    return part


def _read_head(line: str, part: Part) -> bool:
    """Whether a line below the title belongs to the head; its facts are noted."""
    if _THIN_RULE.fullmatch(line):
        return True
    if published := _PUBLISHED.fullmatch(line):
        part.pairs.append((Field.EDITION, published["where"].strip()))
        return True
    if page := _PAGE.fullmatch(line):
        part.pairs.append((Field.PAGE, page["page"]))
        return True
    if section := _SECTION.fullmatch(line):
        part.pairs.append((Field.SECTION, section["section"]))
        return True
    dates = find_dates(line)
    if len(dates) != 1 or not 3 <= dates[0].start <= 80 or line[dates[0].end :].strip(" ."):
        return False
    part.pairs.append((Field.SOURCE, line[: dates[0].start].strip(" ,.")))
    part.pairs.append((Field.PUBLISHED, line[dates[0].start : dates[0].end]))
    return True
