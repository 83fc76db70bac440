"""Names behind the numbers of a database: an article's `feed_id` → the title of that row of `feeds`."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from index.corpus.column_heads import column_field
from index.corpus.fields import Field, field_of
from index.text.folding import fold

_KEY = re.compile(r"(?:(?P<of>[a-z]\w*?)_?id|id_?(?P<to>[a-z]\w*)|(?P<bare>[a-z]\w*))")
"""`feed_id`, `feedid`, `id_feed`, `feed`."""
_NAMES = ("title", "titre", "name", "nom", "label", "libelle", "displayname", "text")
"""The columns in which a row has its name, the best first."""
_OWN_KEYS = ("id", "rowid", "uid")
_FIELDS = frozenset({Field.SOURCE, Field.AUTHOR, Field.SECTION})
_MOST = 50_000
"""The most rows of a table of names."""


class Named(NamedTuple):
    """A column of names: the table they are from, its head, the place of the column of keys, and the name of each key."""

    table: str
    head: str
    column: int
    names: dict[object, object]


def named_columns(
    base: sqlite3.Connection, columns: Sequence[str], tables: Sequence[str]
) -> list[Named]:
    """The columns of names that the keys among a table's columns stand for.

    A column that already holds what a name would say has none.
    """
    by_stem = {_singular(table): table for table in tables}
    held = {field_of(column) or column_field(column) for column in columns}
    found: list[Named] = []
    for at, column in enumerate(columns):
        match = _KEY.fullmatch(column.lower())
        if match is None:
            continue
        stem = match["of"] or match["to"] or match["bare"]
        table = by_stem.get(_singular(stem))
        field = field_of(_singular(stem)) or column_field(_singular(stem))
        if table is None or field not in _FIELDS or (field in held and not match["bare"]):
            continue
        if names := _names_of(base, table, stem):
            found.append(Named(table, _singular(stem), at, names))
    return found


def _names_of(base: sqlite3.Connection, table: str, stem: str) -> dict[object, object]:
    """The name of each key of a table; empty where it has no names of its own."""
    rows = base.execute(f"SELECT * FROM {quoted(table)}")
    columns = [str(column[0]).lower() for column in rows.description]
    keys = [key for key in (*_OWN_KEYS, f"{stem}_id", f"{stem}id", f"id_{stem}") if key in columns]
    named = [name for name in (*_NAMES, stem) if name in columns]
    if not keys or not named:
        return {}
    key, name = columns.index(keys[0]), columns.index(named[0])
    return {row[key]: row[name] for row in rows.fetchmany(_MOST) if row[name]}


def _singular(name: str) -> str:
    """`Feeds`, `rss_feeds`, `journaux` → `feed`, `rss_feed`, `journal`."""
    name = fold(name)
    return f"{name[:-3]}al" if name.endswith("aux") else name.removesuffix("s")


def quoted(name: str) -> str:
    """A name as it stands in a statement, whatever is in it."""
    return '"' + name.replace('"', '""') + '"'
