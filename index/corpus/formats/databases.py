"""Databases (SQLite): each table as a table in text, to which offsets refer; nothing is ever written.

The file is opened in memory. Views and virtual tables are not read, since they run what they name.
"""

from __future__ import annotations

import csv
import io
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from typing import NamedTuple

from index.corpus.cleaning.line_looks import Look, look_of
from index.corpus.document import Document, FileContent, Found, Lost, UnreadableError
from index.corpus.formats.database_names import named_columns, quoted
from index.corpus.formats.format import MEGABYTE, Format
from index.corpus.formats.tables import table_documents
from index.model.article import Loss
from index.model.text import Span

SIGN = b"SQLite format 3\x00"
_JOURNAL = slice(18, 20)
"""The bytes that say how the file is written: one with a log beside it cannot be opened in memory."""
_LOG = b"\x02\x02"
_ROWS = 200_000
_MOST = 200 * MEGABYTE
_CELL = 20 * MEGABYTE
_COLUMNS = 300
_TABLES = 300
_STEPS = 1_000
"""After so many instructions of the database it is asked whether it takes too long."""
_PATIENCE = 400_000
_BETWEEN = "\f\n"
BROKEN = "The database is damaged, or protected by a password: it cannot be read."
OTHER = "It is no SQLite database: export its table as .csv."
TEXTLESS = "A table of the database holds no sentences; it was not read."
BESIDE = "The latest changes of the database may stand in the log beside it, which is not read."


class _Table(NamedTuple):
    name: str
    text: str
    named_by: frozenset[str] = frozenset()
    """The tables whose names stand in its text."""


def database_text(data: bytes) -> str:
    """The tables that hold something, one after the other, with commas."""
    return _BETWEEN.join(table.text for table in _tables(data))


def _tables(data: bytes) -> list[_Table]:
    # Some systems have a library that cannot open a database in memory.
    if not data.startswith(SIGN) or not hasattr(sqlite3.Connection, "deserialize"):
        raise UnreadableError(OTHER)
    if data[_JOURNAL] == _LOG:
        data = data[: _JOURNAL.start] + b"\x01\x01" + data[_JOURNAL.stop :]
    try:
        with closing(sqlite3.connect(":memory:")) as base:
            base.deserialize(data)
            _guard(base)
            names = _names(base)
            found: list[_Table] = []
            for name in names:
                most = _MOST - sum(len(one.text) for one in found)
                table = _table(base, name, most, others=names)
                if table.text:
                    found.append(table)
            return found
    except (sqlite3.Error, OverflowError, ValueError) as error:
        raise UnreadableError(BROKEN) from error


def _guard(base: sqlite3.Connection) -> None:
    """Lets the database be read only, without functions of its own, and not for ever."""
    steps = 0

    def is_too_long() -> bool:
        nonlocal steps
        steps += 1
        return steps > _PATIENCE

    base.text_factory = lambda data: data.decode("utf-8", "replace")
    base.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _CELL)
    for setting in ("query_only = ON", "trusted_schema = OFF", "cell_size_check = ON"):
        base.execute(f"PRAGMA {setting}")
    base.set_progress_handler(is_too_long, _STEPS)


def _names(base: sqlite3.Connection) -> list[str]:
    """The names of the tables, without those that the database keeps for a virtual one."""
    rows = base.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY name")
    told = [(str(name), str(sql or "")) for name, sql in rows.fetchmany(_TABLES)]
    virtual = [name for name, sql in told if sql.upper().startswith("CREATE VIRTUAL")]
    return [
        name
        for name, _ in told
        if name not in virtual and not name.startswith(("sqlite_", *(f"{one}_" for one in virtual)))
    ]


def _table(base: sqlite3.Connection, name: str, most: int, *, others: Sequence[str] = ()) -> _Table:
    """A table with commas; names that stand in `others` come as columns behind its own."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    rows = base.execute(f"SELECT * FROM {quoted(name)}")
    heads = [str(column[0]) for column in rows.description[:_COLUMNS]]
    named = named_columns(base, heads, [other for other in others if other != name])
    writer.writerow([*heads, *(column.head for column in named)])
    number = 0
    for number, row in enumerate(rows, start=1):
        if number > _ROWS or out.tell() > most:
            raise UnreadableError(
                "The database has more than 200 000 rows or 200 MB: export its table as .csv."
            )
        names = [column.names.get(row[column.column]) for column in named]
        writer.writerow([_told(value) for value in (*row[:_COLUMNS], *names)])
    text = out.getvalue().replace("\f", " ") if number else ""
    return _Table(name, text, frozenset(column.table for column in named))


def _told(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bytes):
        try:
            return value.decode("utf-8").replace("\x00", "")
        except UnicodeDecodeError:
            return ""
    return str(value).replace("\r\n", "\n").replace("\x00", "")


def documents(file: FileContent) -> Iterator[Found]:
    """A document for each row of the tables that hold sentences; the others are told."""
    tables = _tables(file.data)
    raw = _BETWEEN.join(table.text for table in tables)
    at = given = 0
    used = {name for table in tables for name in table.named_by}
    if file.data[_JOURNAL] == _LOG:
        yield Lost(Loss.REMARK, BESIDE)
    for table in tables:
        try:
            found = list(table_documents(raw, Span(at, at + len(table.text)), file.rules))
        except UnreadableError:
            found = []
        if any(isinstance(one, Document) and _speaks(one.content) for one in found):
            given += 1
            yield from found
        elif table.name not in used:
            yield Lost(Loss.REMARK, TEXTLESS, table.name)
        at += len(table.text) + len(_BETWEEN)
    if not given:
        raise UnreadableError("No table of the database holds texts.")


def _speaks(content: str) -> bool:
    return any(look_of(line).look is Look.PROSE for line in content.splitlines() if line.strip())


FORMAT = Format(
    "SQLite", (".sqlite", ".sqlite3", ".db", ".db3"), documents, holds_many=True, parted_by="\t", raw=database_text,
    limit=200 * MEGABYTE,
)  # fmt: skip
