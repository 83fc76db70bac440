"""The records inside a JSON value: in lists, under their keys, or a column of values for each field.

Tools write the same records in several shapes: an object around a list (APIs), an object of objects
under their keys, an object of columns, and heads beside rows (the `orient` of pandas).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from index.corpus.column_heads import key_field
from index.corpus.document import SourceRules
from index.corpus.fields import Field, Value
from index.corpus.formats.json_repeats import Told
from index.corpus.formats.jsonvalues import TEXT_KEYS, Entry, elements, read_record
from index.corpus.languages import is_by_language
from index.model.text import Span
from index.text.folding import fold

LISTS = (
    "articles",
    "items",
    "results",
    "messages",
    "docs",
    "documents",
    "records",
    "entries",
    "posts",
    "post_stream",
    "stories",
    "news",
    "rows",
    "data",
    "corpus",
    "db",
    "hits",
    "response",
    "list",
    "feed",
    "graph",
    "@graph",
    "references",
    "children",
    "ordereditems",
    "statuses",
    "value",
    "cards",
)
"""The names under which an object keeps the list of its records, the most likely first."""
_BESIDE = frozenset(
    [
        "comments",
        "replies",
        "commentaires",
        "images",
        "media",
        "attachments",
        "links",
        "related",
        "embeds",
        "entities",
        "highlights",
        "similar",
        "recommendations",
        "gallery",
        "videos",
        "contributors",
        "revisions",
        "versions",
    ]
)
"""Lists that belong to one article, whatever stands in them."""
_TEXTS = frozenset((Field.TITLE, Field.TEXT))
_FACTS = frozenset((Field.PUBLISHED, Field.KEPT, Field.AUTHOR, Field.URL, Field.SOURCE))
_HEADS = frozenset(("columns", "colonnes", "heads", "headers", "header"))
_ROWS = frozenset(("data", "rows", "values", "lignes", "valeurs"))
_PROBED = 5
"""How many elements of a list tell what the others are."""
_DEEPEST = 3
_DEEPEST_LIST = 20
"""In so many objects, one in the other, lists of records are sought."""
_FEWEST_TEXTS = 2
_TEXT = 80
"""The fewest characters of a text that stands under its address or its title."""
_TITLE_BLANKS = 2
_COLUMN = 60
"""The least average length of the texts of a column, by which a list of them is not one text's paragraphs."""


class Record(NamedTuple):
    """The members of a record, and the stretch of the file that is its own."""

    entries: list[Entry]
    span: Span
    again: str = ""
    """The key of its list, when an earlier list holds the same article."""
    under: str = ""
    """The key of its list, or the address under which it stands."""


def records_in(
    raw: str, entries: Sequence[Entry], rules: SourceRules, *, depth: int = 0
) -> list[Record] | None:
    """The records inside an object; None if the object is a record itself, or holds none."""
    if (
        depth > _DEEPEST_LIST
        or _is_outline(entries)
        or any(
            key_field(entry.name, rules=rules) is Field.TEXT and is_text(entry.value)
            for entry in entries
        )
    ):
        return None
    found = _listed(raw, entries, rules, depth)
    if found is None:
        found = _by_rows(raw, entries, rules)
    if found is None:
        found = _by_columns(raw, entries, rules)
    if found is None and not any(_has(entry, _TEXTS, rules) for entry in entries):
        found = _by_keys(raw, entries, rules) or _texts_by_keys(raw, entries, rules)
    return found


def _is_outline(entries: Sequence[Entry]) -> bool:
    """Whether an object is a page of an outliner (Roam): its lines stand in one another below its title."""
    told = {entry.name: entry.value for entry in entries}
    lines = told.get("children")
    return (
        ("title" in told or "string" in told)
        and isinstance(lines, list)
        and any(isinstance(line, dict) and "string" in line for line in lines)
    )


def is_text(value: Value) -> bool:
    """Whether a value is a string with something in it."""
    return isinstance(value, str) and bool(value.strip())


def table_in(raw: str, entry: Entry, rules: SourceRules) -> list[Record] | None:
    """The records of a list of rows whose first one holds the heads."""
    rows = elements(raw, entry)
    heads = rows[0].value if rows else None
    if not isinstance(heads, list) or not _names_articles(heads, rules):
        return None
    return _rows(raw, [str(head) for head in heads], rows[1:])


def _listed(
    raw: str, entries: Sequence[Entry], rules: SourceRules, depth: int
) -> list[Record] | None:
    """The records of the lists whose names tell them, and of others whose elements do."""
    lists = {fold(entry.name): entry for entry in entries if _holds_records(entry.value)}
    first = next(_of_lists(raw, lists, rules, depth), None)
    taken, found = first or (None, [])
    own_title = any(_has(entry, frozenset((Field.TITLE,)), rules) for entry in entries)
    told, new = Told(rules), list(found)
    for name, entry in lists.items():
        if name == taken or name in _BESIDE or key_field(entry.name, rules=rules) in _FACTS:
            continue
        if isinstance(entry.value, dict) and not found and not own_title and name not in LISTS:
            members, _ = read_record(raw, entry.start)
            found = list(records_in(raw, members, rules, depth=depth + 1) or ())
            new = list(found)
        if isinstance(entry.value, list) and (
            _are_records(entry.value, rules, titled=own_title)
            or _has_group(entry.value, rules, titled=own_title)
        ):
            for record in new:
                told.add(record.entries)
            # A second list may tell more of the articles in the first: passages, hits.
            new = [
                record._replace(again=entry.name) if told.holds(record.entries) else record
                for record in _elements(raw, entry)
            ]
            found += new
    return found or None


def _of_lists(
    raw: str, lists: dict[str, Entry], rules: SourceRules, depth: int
) -> Iterator[tuple[str, list[Record]]]:
    for name in LISTS:
        entry = lists.get(name)
        if entry is None:
            continue
        if isinstance(entry.value, list):
            yield name, _elements(raw, entry)
            continue
        members, _ = read_record(raw, entry.start)
        if inner := records_in(raw, members, rules, depth=depth + 1):
            yield name, inner


def _elements(raw: str, entry: Entry) -> list[Record]:
    found = []
    for part in elements(raw, entry):
        members, end = read_record(raw, part.start)
        found.append(Record(members, Span(part.start, end), under=entry.name))
    return found


def _holds_records(value: Value) -> bool:
    if isinstance(value, dict):
        return any(isinstance(inner, list | dict) for inner in value.values())
    return isinstance(value, list) and bool(value) and all(isinstance(one, dict) for one in value)


def _are_records(values: list[Value], rules: SourceRules, *, titled: bool) -> bool:
    """Whether most of the first elements of a list are articles, and no paragraphs of one."""
    probed = values[:_PROBED]
    return sum(_is_record(value, rules, titled=titled) for value in probed) * 2 > len(probed)


def _is_record(value: Value, rules: SourceRules, *, titled: bool, depth: int = 0) -> bool:
    if not isinstance(value, dict) or depth > _DEEPEST:
        return False
    fields = {key_field(name, rules=rules) for name, inner in value.items() if inner}
    title = Field.TITLE in fields and any(
        fold(name) not in ("name", "nom") for name in value if key_field(name) is Field.TITLE
    )
    if title and (Field.TEXT in fields or fields & _FACTS):
        return True
    if not titled and Field.TEXT in fields and fields & _FACTS:
        return True
    return any(
        _is_record(inner, rules, titled=titled, depth=depth + 1)
        for name, inner in value.items()
        if isinstance(inner, dict) and key_field(name, rules=rules) in (None, Field.TEXT)
    )


def _has_group(values: list[Value], rules: SourceRules, *, titled: bool, depth: int = 0) -> bool:
    """Whether one of the first elements of a list holds articles of its own: the sections of an edition, the outlets
    of an export. The parts of a text hold none; in what has a title itself an article must have a date, an author or
    an address too.
    """
    return depth <= _DEEPEST and any(
        isinstance(value, dict)
        and not any(
            key_field(n, rules=rules) is Field.TEXT and is_text(v) for n, v in value.items()
        )
        and any(
            isinstance(inner, list)
            and fold(name) not in _BESIDE
            and key_field(name, rules=rules) not in _FACTS
            and (
                any(_is_article(one, rules, titled=titled) for one in inner[:_PROBED])
                or _has_group(inner, rules, titled=titled, depth=depth + 1)
            )
            for name, inner in value.items()
        )
        for value in values[:_PROBED]
    )


def _is_article(value: Value, rules: SourceRules, *, titled: bool) -> bool:
    if not isinstance(value, dict):
        return False
    fields = {key_field(name, rules=rules) for name, inner in value.items() if inner}
    return fields >= _TEXTS and (not titled or bool(fields & _FACTS))


def _has(entry: Entry, wanted: frozenset[Field], rules: SourceRules) -> bool:
    return key_field(entry.name, rules=rules) in wanted and isinstance(entry.value, str | list)


def _by_keys(raw: str, entries: Sequence[Entry], rules: SourceRules) -> list[Record] | None:
    """The records of an object of objects, under the keys of their table."""
    values = [entry for entry in entries if isinstance(entry.value, dict)]
    if not values or len(values) * 2 <= len(entries):
        return None
    if any(key_field(entry.name, rules=rules) for entry in values):
        return None
    if len(values) == 1 and not values[0].name.isdigit():
        return None  # an object around the fields of one record
    if not _are_records([entry.value for entry in values], rules, titled=False):
        return None
    found = []
    for entry in values:
        members, end = read_record(raw, entry.start)
        address = entry.name if "://" in entry.name else ""
        found.append(Record(members, Span(entry.start, end), under=address))
    return found


def _texts_by_keys(raw: str, entries: Sequence[Entry], rules: SourceRules) -> list[Record] | None:
    """The records of an object of texts under their addresses or their titles."""
    if len(entries) < _FEWEST_TEXTS or any(key_field(entry.name, rules=rules) for entry in entries):
        return None
    if not all(isinstance(entry.value, str) and len(entry.value) >= _TEXT for entry in entries):
        return None
    addresses = all("://" in entry.name for entry in entries)
    if not addresses and not all(entry.name.count(" ") >= _TITLE_BLANKS for entry in entries):
        return None
    found = []
    for entry in entries:
        end = raw.rfind('"', 0, raw.rfind(":", 0, entry.start)) + 1
        start = raw.rfind('"', 0, end - 1)
        while start > 0 and raw[start - 1] == "\\":
            start = raw.rfind('"', 0, start)
        key = Entry("url" if addresses else "title", entry.name, start, end)
        found.append(Record([key, entry._replace(name="text")], Span(start, entry.end)))
    return found


def _by_columns(raw: str, entries: Sequence[Entry], rules: SourceRules) -> list[Record] | None:
    """The records of an object that holds a column for each field."""
    columns: dict[str, dict[str, Entry]] = {}
    for entry in entries:
        cells = _column(raw, entry)
        if cells is not None:
            columns[entry.name] = cells
    fields = {name: key_field(name, rules=rules) for name in columns}
    titles = [columns[name] for name, field in fields.items() if field is Field.TITLE]
    texts = [columns[name] for name, field in fields.items() if field is Field.TEXT]
    if not titles or not texts or titles[0].keys() != texts[0].keys():
        return None
    if is_by_language(texts[0]):
        return None  # one record whose texts are kept by language
    if len(columns) * 2 <= len(entries) or texts[0].keys() & frozenset(TEXT_KEYS):
        return None  # « {"title": {"rendered": …}} » is one record
    lengths = [len(str(cell.value)) for cell in texts[0].values()]
    if isinstance(entries[0].value, list) and sum(lengths) < _COLUMN * len(lengths):
        return None
    found = []
    for key, text in texts[0].items():
        members = [
            cells[key]._replace(name=name) for name, cells in columns.items() if key in cells
        ]
        found.append(Record(members, Span(text.start, text.end)))
    return found


def _column(raw: str, entry: Entry) -> dict[str, Entry] | None:
    if isinstance(entry.value, dict) and len(entry.value) > 0:
        if any(isinstance(cell, dict | list) for cell in entry.value.values()):
            return None
        members, _ = read_record(raw, entry.start)
        return {cell.name: cell for cell in members}
    if isinstance(entry.value, list) and len(entry.value) > 1:
        if any(isinstance(cell, dict | list) for cell in entry.value):
            return None
        return {str(at): cell for at, cell in enumerate(elements(raw, entry))}
    return None


def _by_rows(raw: str, entries: Sequence[Entry], rules: SourceRules) -> list[Record] | None:
    """The records of rows beside the names of their columns, or below them."""
    named = {fold(entry.name): entry for entry in entries if isinstance(entry.value, list)}
    heads = next((named[name].value for name in _HEADS if name in named), None)
    rows = next((named[name] for name in _ROWS if name in named), None)
    if rows is None or not isinstance(rows.value, list):
        return None
    if not all(isinstance(row, list) for row in rows.value):
        return None
    if isinstance(heads, list) and _names_articles(heads, rules):
        return _rows(raw, [str(head) for head in heads], elements(raw, rows))
    return table_in(raw, rows, rules)


def _names_articles(heads: list[Value], rules: SourceRules) -> bool:
    return any(isinstance(head, str) and key_field(head, rules=rules) in _TEXTS for head in heads)


def _rows(raw: str, heads: list[str], rows: Sequence[Entry]) -> list[Record]:
    found = []
    for row in rows:
        if not isinstance(row.value, list):
            continue
        cells = elements(raw, row)
        members = [cell._replace(name=name) for name, cell in zip(heads, cells, strict=False)]
        found.append(Record(members, Span(row.start, row.end)))
    return found
