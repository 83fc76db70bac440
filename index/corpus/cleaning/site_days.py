"""The day that a site shows at the top of each of its pages, which is that of the visit: « lundi 30 novembre 2026 ».

It counts only where the page states no other, and then as inferred.
"""

from __future__ import annotations

import re
from dataclasses import replace

from index.corpus.cleaning.line_looks import Look
from index.corpus.cleaning.page import Page
from index.corpus.cleaning.reasons import Reason
from index.corpus.page_dates import find_dates
from index.model.article import Basis, DateValue

_APART = 2
"""The fewest lines between such a day and the title: the site's menu."""
_TOP = 12
"""The number of lines at the head of a page among which it stands."""
_REST = re.compile(
    r"[\W\d_]*(?:(?:nous sommes|aujourd[’']hui|[ée]dition|le|la|du|de|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|h|min|gmt|utc|heure)\b[\W\d_]*)*",
    re.IGNORECASE,
)
"""What may stand beside a date that is a site's: a weekday, an hour."""


def judge_site_days(page: Page) -> list[DateValue]:
    """Sets such days aside; gives them as inferred dates."""
    if page.title is None or page.title <= _APART:
        return []
    found: list[DateValue] = []
    for at in range(min(_TOP, page.title - _APART)):
        if page.look(at) is not Look.HEADER or not page.is_open(at):
            continue
        text = page.text(at)
        dates = find_dates(text)
        if len(dates) != 1 or not _REST.fullmatch(text[: dates[0].start] + text[dates[0].end :]):
            continue
        if any(page.look(other) is Look.HEADER for other in range(at + 1, page.title)):
            continue  # a byline or a path between them: the head of the article itself
        page.reasons[at] = Reason.METADATA
        found.append(replace(dates[0].date, basis=Basis.INFERRED))
    return found
