"""What the dates of a dated line are: of publication, of a change, of the edition in print."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.corpus.cleaning.stated_facts import Facts
from index.corpus.page_dates import DateFound

_AROUND = " ,.:;()-–—|\u00a0\u202f"
CHANGED = re.compile(
    r"(?:mis(?:e)?(?:\s+|-)(?:à|a)(?:\s+|-)jour|modifi\w*|actualis\w*|updated|m[àa]j)\b[^0-9]{0,40}$",
    re.IGNORECASE,
)

_NAMED = re.compile(
    r"(?:publi[ée]e?|mise? en ligne|en ligne|post[ée]e?|published|posted|publication)\s*:?\s*(?:depuis )?(?:le |on )?$",
    re.IGNORECASE,
)
"""What names a date as that of publication, right before it."""
_CHANGED_ON = re.compile(
    r"[\s(,|•–-]+(?:mise? [àa] jour|modifi[ée]e?|actualis[ée]e?|m[àa]j)\s*:?\s+(?:(?:le\s+)?\d{1,2}(?:er)?\s[^\W\d]{3,9}\.?(?!\s?\d{4})|il y a \w+ \w+|(?:avant-)?hier|aujourd['’]hui)(?:,?\s[àa]\s\d{1,2}\s?[h:]\s?\d{0,2})?\s*\)?$",
    re.IGNORECASE,
)
"""« (modifié le 12 mars) », whose year is that of the date before it; « mis à jour il y a 3 jours »."""
_IN_PRINT = re.compile(
    r"(?:(?:paru|publi[ée])e?\s+)?(?:dans\s+)?(?:(?:l[’']|le |la |notre )(?:[ée]dition|journal|num[ée]ro|magazine|version)|n°\s?\d+)(?:\s(?:papier|imprim[ée]e?|n°\s?\d+|\d+))*\s+(?:du|de)\s(?:(?:lun|mar|mercre|jeu|vendre|same)di\s|dimanche\s)?$"
    r"|(?:paru|publi[ée])e?\s+dans\s+le\s+n°\s?\d+\s+du\s$",
    re.IGNORECASE,
)
"""The edition in print, before its day."""


def add_dates(line: str, found: Sequence[DateFound], facts: Facts) -> None:
    """Notes the dates of a line, those that a label names before the others."""
    before = 0
    for date in found:
        said = line[before : date.start]
        if CHANGED.search(said):
            facts.modified.append(date.date)
        elif _NAMED.search(said):
            facts.published.insert(facts.labelled, date.date)
            facts.labelled += 1
        else:
            facts.published.append(date.date)
        before = date.end


def read_print_edition(line: str, found: Sequence[DateFound], facts: Facts) -> bool:
    """Whether a line says nothing but in which edition in print an article stood; its day is noted."""
    if len(found) != 1 or not _IN_PRINT.fullmatch(line, 0, found[0].start):
        return False
    if line[found[0].end :].strip(_AROUND):
        return False
    facts.published.append(found[0].date)
    return True


def without_yearless_change(line: str, found: Sequence[DateFound]) -> str | None:
    """« Publié le 10 mars 2025 (modifié le 12 mars) » without its brackets; None for other lines."""
    later = _CHANGED_ON.search(line, found[0].end) if len(found) == 1 else None
    return line[: later.start()] if later else None
