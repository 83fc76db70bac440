"""The fields of the columns of a table without heads, told by what stands in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from index.corpus.cleaning.name_looks import are_persons, is_person
from index.corpus.cleaning.outlets import is_listed_outlet, is_outlet_name
from index.corpus.fields import Field
from index.corpus.formats.unnamed_texts import reads_as_text
from index.corpus.page_dates import read_date
from index.corpus.serial_days import are_serial_days
from index.model.article import Basis

REMARK = "The table has no heads; its columns were told by what stands in them."
_TEXT = 80
"""The least average length, in characters, of the texts of articles."""
_TITLE = (12, 200)
"""The least and the greatest average length of titles."""
_TITLE_BLANKS = 2
_DAY = 40
_ADDRESS = re.compile(r"https?://\S+")
_NUMBER = re.compile(r"[\d.,]+")


def fields_by_cells(rows: Sequence[Sequence[str]]) -> list[Field | None]:
    """The field of each column; all None where no column holds texts.

    `rows` are the first rows of the table.
    """
    width = max(map(len, rows), default=0)
    columns = [
        [row[at].strip() for row in rows if at < len(row) and row[at].strip()]
        for at in range(width)
    ]
    fields: list[Field | None] = [None] * width
    texts = [(_mean(cells), at) for at, cells in enumerate(columns) if _most(cells, reads_as_text)]
    longest, text = max(texts, default=(0.0, -1))
    if longest < _TEXT:
        return fields
    fields[text] = Field.TEXT
    for field, holds in _KINDS:
        if field in fields:
            continue
        at = next((at for at in range(width) if fields[at] is None and holds(columns[at])), None)
        if at is not None:
            fields[at] = field
    return fields


def is_headless(first: Sequence[str]) -> bool:
    """Whether the first row of a table holds what an article has, and no names of columns."""
    return any(_is_address(cell) or (len(cell) >= _TEXT and reads_as_text(cell)) for cell in first)


def _most(cells: Sequence[str], holds: Callable[[str], bool]) -> bool:
    return sum(map(holds, cells)) * 2 > len(cells)


def _mean(cells: Sequence[str]) -> float:
    return sum(map(len, cells)) / len(cells)


def _is_address(cell: str) -> bool:
    return _ADDRESS.fullmatch(cell) is not None


def _is_day(cell: str) -> bool:
    # « 2024 » and « 12 » are numbers of their own.
    return (
        len(cell) <= _DAY
        and not _NUMBER.fullmatch(cell)
        and read_date(cell).basis is not Basis.NONE
    )


def _is_outlet(cell: str) -> bool:
    return is_listed_outlet(cell) or is_outlet_name(cell)


def _is_author(cell: str) -> bool:
    return not _is_outlet(cell) and (is_person(cell) or are_persons(cell))


def _are_titles(cells: Sequence[str]) -> bool:
    if not cells or not _TITLE[0] <= _mean(cells) <= _TITLE[1] or len(set(cells)) * 2 <= len(cells):
        return False
    return _most(cells, lambda cell: cell.count(" ") >= _TITLE_BLANKS)


_KINDS: tuple[tuple[Field, Callable[[Sequence[str]], bool]], ...] = (
    (Field.URL, lambda cells: _most(cells, _is_address)),
    (Field.PUBLISHED, lambda cells: _most(cells, _is_day)),
    (Field.PUBLISHED, are_serial_days),
    (Field.SOURCE, lambda cells: _most(cells, _is_outlet)),
    (Field.AUTHOR, lambda cells: _most(cells, _is_author)),
    (Field.TITLE, _are_titles),
)
"""What else a column may be, the surest first."""
