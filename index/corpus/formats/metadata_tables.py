"""Texts whose facts stand in a table beside them, as TXM and Voyant take their corpora: `metadata.csv`, with the name
of each file in its first column.
"""

from __future__ import annotations

import csv
import io
from functools import lru_cache
from pathlib import PurePosixPath

from index.corpus.column_heads import column_fields
from index.corpus.document import FileContent, Stated
from index.corpus.fields import Field, Value, state
from index.corpus.folder import TABLES_OF_FACTS

TABLE = "A table of facts about the texts beside it; it holds no article."
_FEWEST = 2
"""The fewest columns with a known head."""


def stated_of(file: FileContent) -> Stated | None:
    """What the table beside a text states of it; None if there is none."""
    if not file.table:
        return None
    path = PurePosixPath(file.relative)
    table = _rows(file.beside(file.table))
    pairs = table.get(path.stem) or table.get(path.name)
    return state(pairs) if pairs else None


def is_table(file: FileContent) -> bool:
    """Whether a file is such a table, beside which at least the first of its texts lies."""
    if PurePosixPath(file.relative).name not in TABLES_OF_FACTS:
        return False
    first = next(iter(_rows(file.data)), None)
    return first is not None and any(file.beside(first + ending) for ending in ("", ".txt", ".xml"))


@lru_cache(maxsize=2)
def _rows(data: bytes) -> dict[str, list[tuple[Field, Value]]]:
    """The fields of each file by its name; empty for a table without known heads or with texts of its own."""
    text = data.decode("utf-8-sig", "replace")
    first = text.partition("\n")[0]
    separator = max(",;\t", key=first.count)
    try:
        rows = list(csv.reader(io.StringIO(text), delimiter=separator))
    except csv.Error:
        return {}
    fields = column_fields(rows[0]) if rows else []
    if len({field for field in fields[1:] if field}) < _FEWEST or Field.TEXT in fields:
        return {}
    return {
        row[0]: [
            (field, cell)
            for field, cell in zip(fields[1:], row[1:], strict=False)
            if field and cell
        ]
        for row in rows[1:]
        if row and row[0].strip()
    }
