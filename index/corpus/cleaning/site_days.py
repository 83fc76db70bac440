"""The day that a site shows at the top of each of its pages, which is that of the visit: « lundi 30 novembre 2026 ».

It counts only where the page states no other, and then as inferred.
"""

from __future__ import annotations

import re
from dataclasses import replace

from index.corpus.cleaning.header_parts import READING
from index.corpus.cleaning.headers import read_header
from index.corpus.cleaning.line_looks import Look
from index.corpus.cleaning.page import Page
from index.corpus.cleaning.reasons import Reason
from index.corpus.cleaning.stated_facts import Facts
from index.corpus.page_dates import find_dates
from index.model.article import Basis, DateValue

_APART = 2
"""The fewest lines between such a day and the title: the site's menu."""
_TOP = 12
"""The number of lines at the head of a page among which it stands."""
_NEAR = 6
"""How near the title a day stands that is the site's since another is below the title."""
_REST = re.compile(
    r"[\W\d_]*(?:(?:derni[èe]re mise [àa] jour|nous sommes|aujourd[’']hui|[ée]dition|le|la|du|de|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|h|min|gmt|utc|heure)\b[\W\d_]*)*",
    re.IGNORECASE,
)
"""What may stand beside a date that is a site's: a weekday, an hour."""


def judge_site_days(page: Page) -> list[DateValue]:
    """Sets such days aside; gives them as inferred dates."""
    if page.title is None or page.title == 0:
        return []
    found: list[DateValue] = []
    for at in range(min(_TOP, page.title - _APART)):
        if _is_with_reading(page, at):
            continue  # « 8 décembre 2023 », « 12 min »: the article's
        if any(page.look(other) is Look.HEADER for other in range(at + 1, page.title)):
            continue  # a byline or a path between them: the head of the article itself
        found += _take_day(page, at)
    if not found and _is_dated_below(page):
        for at in range(max(0, page.title - _NEAR), page.title):
            found += _take_day(page, at)
    return found


def _is_with_reading(page: Page, at: int) -> bool:
    """Whether a time of reading is the next line with words below a day, over signs that part the two."""
    below = at + 1
    while below < len(page.lines) and not any(map(str.isalnum, page.text(below))):
        below += 1
    return below < len(page.lines) and READING.fullmatch(page.text(below)) is not None


def _take_day(page: Page, at: int) -> list[DateValue]:
    """The day of a line that states nothing else, which is set aside."""
    if page.look(at) is not Look.HEADER or not page.is_open(at):
        return []
    text = page.text(at)
    dates = find_dates(text)
    if len(dates) != 1 or not _REST.fullmatch(text[: dates[0].start] + text[dates[0].end :]):
        return []
    page.reasons[at] = Reason.METADATA
    return [replace(dates[0].date, basis=Basis.INFERRED)]


def _is_dated_below(page: Page) -> bool:
    """Whether a line below the title says when the article was published."""
    start = page.title or 0
    for at in range(start + 1, min(start + 1 + _NEAR, len(page.lines))):
        if page.look(at) is Look.HEADER:
            facts = Facts()
            if read_header(page.text(at), facts, loosely=True) and facts.published:
                return True
    return False
