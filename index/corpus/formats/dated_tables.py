"""Tables without labels in documents of word processors, whose cells hold an outlet and a day: « Le Courrier | 12 mars
2024 | p. 4 ».

Each such row becomes the head line of an article, as press reviews without tables have it, with its other cells
below. A list of contents, whose rows hold no text, stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.corpus.cleaning.outlets import could_be_outlet, is_outlet_name
from index.corpus.page_dates import find_dates

_AROUND = re.compile(
    r"[\s,;.|–—-]|\b(?:le|du|paru|publi[ée]e?|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)\b",
    re.IGNORECASE,
)
_PAGE = re.compile(r"(?:pp?\.|pages?)\s?[A-Z]?\d{1,4}(?:[-–]\d{1,4})?", re.IGNORECASE)
_SHORT = 60
"""The most characters of a cell's line with an outlet, a day or a page."""
_PROSE = 80
"""The fewest characters of a line of text."""


def paragraphs_with_heads(rows: Sequence[Sequence[str]]) -> list[str] | None:
    """The paragraphs for a table in which at least one row has an outlet and a day; None for any other."""
    found: list[str] = []
    heads = named = 0
    for row in rows:
        cells = [[line.strip() for line in cell.split("\n") if line.strip()] for cell in row]
        cells = [cell for cell in cells if cell]
        head = _head_of(cells)
        if head is None:
            if len(cells) > 1:
                return None
        else:
            heads += 1
            named += is_outlet_name(head.split(", ")[0])
            found.append(head)
            cells = [[line for line in cell if line not in head] for cell in cells]
        found += [line for cell in cells for line in cell]
    listed = len(rows) > 1 and not any(len(line) >= _PROSE for line in found)
    # The headings of a chronology stand beside days too.
    return found if heads and 2 * named >= heads and not listed else None


def _head_of(cells: list[list[str]]) -> str | None:
    """« Le Courrier, 12 mars 2024, p. 4 » from the cells of a row; None if no outlet or no day stands there."""
    lines = [line for cell in cells for line in cell if len(line) <= _SHORT]
    at = next((at for at, line in enumerate(lines) if _is_day(line)), None)
    if at is None:
        return None
    near = [lines[other] for other in (at - 1, at + 1) if 0 <= other < len(lines)]
    near = [line for line in near if could_be_outlet(line)]
    others = [line for line in lines if is_outlet_name(line) and line not in near]
    outlet = next((line for line in (*near, *others) if is_outlet_name(line)), None) or next(
        iter(near), None
    )
    if outlet is None:
        return None
    page = next((line for line in lines if _PAGE.fullmatch(line)), None)
    return ", ".join(filter(None, (outlet, lines[at], page)))


def _is_day(line: str) -> bool:
    """Whether a line is a day alone."""
    found = find_dates(line)
    return len(found) == 1 and not _AROUND.sub("", line[: found[0].start] + line[found[0].end :])
