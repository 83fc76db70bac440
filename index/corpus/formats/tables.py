"""Tables (CSV, TSV, and the sheets of a workbook): one record a row; the names of columns give the
fields.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import NamedTuple

from index.corpus.column_heads import column_fields, numbered_alike
from index.corpus.date_columns import date_of_parts
from index.corpus.document import Document, FileContent, Found, Lost, SourceRules, UnreadableError
from index.corpus.fields import Field, Value, chosen_by_reader, record_pairs
from index.corpus.formats import metadata_tables, posts_apart
from index.corpus.formats.format import MEGABYTE, Format
from index.corpus.formats.records import Cell, document_of, title_alone
from index.corpus.formats.speech import Speech, spoken
from index.corpus.formats.unnamed_texts import LEAST, LEFT, is_much_longer, reads_as_text
from index.corpus.headless import REMARK, fields_by_cells, is_headless
from index.corpus.page_dates import read_date
from index.corpus.strand import Strand, Weaver, cut
from index.model.article import Basis, Loss
from index.model.text import Span

_SEPARATORS = ",;\t|"
_CUES = ["start", "end", "text"]
_SAMPLED = 50
"""The number of rows by which a column of unknown name is recognised as texts."""
_ABOVE = 12
"""The most lines above the heads of a table: a title, who asked for it, « sep=; »."""
_SURE = 3
"""Known heads that are enough, however many columns a tool adds: audience, tone, country."""
_HEADS = 2
"""The fewest columns with known heads that make a row the one of the heads."""
TAKEN = "The row has no text in its column; the longest text of another column was taken."
OPEN = "A quotation mark is never closed: all that follows it was read as one cell."
_LONG = 80
"""The least average length, in characters, of the cells of a column of texts."""


class _CellText(NamedTuple):
    strand: Strand
    start: int
    end: int


class _Columns(NamedTuple):
    separator: str
    skipped: int
    """How many rows stand above the heads."""
    names: list[str]
    fields: list[Field | None]
    headless: bool = False


def documents(file: FileContent) -> Iterator[Found]:
    """A document for each row that has a title or a text.

    Raises UnreadableError when no column is recognised as a title or a text.
    """
    if metadata_tables.is_table(file):
        raise UnreadableError(metadata_tables.TABLE)
    yield from table_documents(file.text, Span(0, len(file.text)), file.rules)


def table_documents(
    raw: str, span: Span, rules: SourceRules, shared: Sequence[tuple[Field, Value]] = ()
) -> Iterator[Found]:
    """The documents of a table that is a stretch of a text; `shared` fields fill the gaps of all its rows."""
    if (spoken := _of_its_own(raw, span)) is not None:
        yield spoken
        return
    separator, skipped, names, fields, headless = _columns(raw, span, rules)
    rows = islice(_rows(raw, span, separator), 0 if headless else skipped + 1, None)
    if headless:
        yield Lost(Loss.REMARK, REMARK)
    if skipped:
        yield Lost(
            Loss.REMARK, "Lines above the heads of the table were passed over.", f"{skipped}"
        )
    first = list(islice(rows, _SAMPLED))
    if not headless and not any(chosen_by_reader(name, rules) for name in names):
        _tell_dates(first, fields)
    if Field.TEXT not in fields:
        chosen = _longest_column(first, fields)
        if chosen is not None:
            named = names[chosen] or f"#{chosen + 1}"
            fields[chosen] = Field.TEXT
            for at in numbered_alike(names, chosen):
                fields[at] = fields[at] or Field.TEXT
            yield Lost(
                Loss.REMARK,
                "No column is named as a text; the one with the longest text was taken for it.",
                named,
            )
    if Field.TEXT not in fields and Field.TITLE not in fields:
        raise UnreadableError("No column of the table is named as a title or a text.")
    in_parts = Field.PUBLISHED not in fields
    left: Counter[tuple[str, str]] = Counter()
    wanted = (Field.TITLE, Field.TEXT, Field.DESCRIPTION)
    number, row = 0, list[_CellText]()
    for number, row in enumerate(chain(first, rows), start=skipped + 2 - headless):
        if len(row) > len(fields) and any(cell.strand.text.strip() for cell in row[len(fields) :]):
            yield Lost(Loss.REMARK, "A row has more cells than the table has columns.", f"{number}")
        known = list(zip(names, fields, row, strict=False))
        cells = [Cell(field, cell.strand) for _, field, cell in known if field in wanted]
        seen = _by_length(known, cells)
        left.update(seen)
        pairs = [*_pairs(known), *shared]
        if in_parts:
            whole = {name: cell.strand.text for name, cell in zip(names, row, strict=False)}
            pairs.append((Field.PUBLISHED, date_of_parts(whole)))
        document = document_of(raw, Span(row[0].start, row[-1].end), cells=cells, pairs=pairs)
        if document is not None:
            yield document
            if (alone := title_alone(document, f"{number}")) is not None:
                yield alone
        else:
            yield Lost(Loss.WITHOUT_TEXT, "The row has neither a title nor a text.", f"{number}")
    for (reason, name), times in left.items():
        yield Lost(Loss.REMARK, reason, name, times)
    if _is_open(raw, span, row[-1] if row else None):
        yield Lost(Loss.REMARK, OPEN, f"{number}")


def _pairs(row: Sequence[tuple[str, Field | None, _CellText]]) -> list[tuple[Field, Value]]:
    """What the columns with known fields say in a row."""
    named = [(name, field, cell.strand.text) for name, field, cell in row if field and name]
    record: dict[str, Value] = {name: text for name, _, text in named}
    heads = {name: field for name, field, _ in named}
    return record_pairs(record, named=heads.get)


def _columns(raw: str, span: Span, rules: SourceRules) -> _Columns:
    """The columns of a table by the row of their heads, which may stand below other lines, or by their cells."""
    separator = _separator(raw, span)
    names, fields = _heads(next(_rows(raw, span, separator), []), rules)
    if _name_articles(fields):
        return _Columns(separator, 0, names, fields)
    below = _heads_below(raw, span, rules)
    if below is not None:
        separator, skipped = below
        row = next(islice(_rows(raw, span, separator), skipped, None))
        return _Columns(separator, skipped, *_heads(row, rules))
    if not is_headless(names):
        return _Columns(separator, 0, names, fields)
    sample = islice(_rows(raw, span, separator), _SAMPLED)
    told = fields_by_cells([[cell.strand.text for cell in row] for row in sample])
    return _Columns(separator, 0, [f"#{at + 1}" for at in range(len(told))], told, headless=True)


def _is_open(raw: str, span: Span, last: _CellText | None) -> bool:
    """Whether the last cell of a table begins with a quotation mark that nothing closes."""
    return (
        last is not None
        and last.end == span.end
        and raw.startswith('"', last.start)
        and raw.count('"', last.start, last.end) % 2 == 1
    )


def _of_its_own(raw: str, span: Span) -> Document | None:
    """What is said in a table of cues, « start, end, text », as Whisper writes it; None for other tables. A table
    of posts whose texts lie beside it is refused.
    """
    separator = _separator(raw, span)
    names, _ = _heads(next(_rows(raw, span, separator), []), SourceRules())
    if posts_apart.COLUMNS.issubset(names):
        raise UnreadableError(posts_apart.LIST_OF_POSTS)
    if [name.lower() for name in names] != _CUES:
        return None
    speech = Speech()
    for row in islice(_rows(raw, span, separator), 1, None):
        strand = row[-1].strand
        start = len(strand.text) - len(strand.text.lstrip())
        strand = cut(strand, Span(start, len(strand.text.rstrip())))
        if strand.text:
            speech.say((strand,), strand.text, row[-1].start)
    told = speech.strand()
    if not told.text:
        raise UnreadableError("The file of subtitles holds no words.")
    return Document(
        raw=raw,
        region=span,
        content=told.text,
        pieces=told.pieces,
        stated=spoken(),
        rest="technical",
    )


def _by_length(
    row: list[tuple[str, Field | None, _CellText]], cells: list[Cell]
) -> list[tuple[str, str]]:
    """What is told of a row without a text of its own, or with a much longer one under another name.

    In a row without one, the longest text of an unknown column is added to the cells.
    """
    lengths = {
        field: max((len(c.strand.text.strip()) for c in cells if c.field is field), default=0)
        for field in (Field.TEXT, Field.DESCRIPTION)
    }
    unknown = [(name, cell) for name, field, cell in row if field is None]
    name, longest = max(unknown, key=lambda one: len(one[1].strand.text), default=("", None))
    if (
        longest is None
        or len(longest.strand.text) < LEAST
        or not reads_as_text(longest.strand.text)
    ):
        return []
    length, known = len(longest.strand.text), lengths[Field.TEXT]
    if known:
        return [(LEFT, name)] if is_much_longer(length, known) else []
    if lengths[Field.DESCRIPTION] and not is_much_longer(length, lengths[Field.DESCRIPTION]):
        return []
    cells.append(Cell(Field.TEXT, longest.strand))
    return [(TAKEN, name)]


def _heads(row: list[_CellText], rules: SourceRules) -> tuple[list[str], list[Field | None]]:
    """The names of the columns in a row, and their fields."""
    names = [cell.strand.text.strip().lstrip("\ufeff") for cell in row]
    return names, column_fields(names, rules=rules)


def _name_articles(fields: list[Field | None]) -> bool:
    return Field.TITLE in fields or Field.TEXT in fields


def _heads_below(raw: str, span: Span, rules: SourceRules) -> tuple[str, int] | None:
    """The separator of a table whose heads stand below other lines, and how many rows those are."""
    end = span.start
    for _ in range(_ABOVE + 1):
        end = raw.find("\n", end, span.end) + 1 or span.end
    top = Span(span.start, end)
    for separator in _SEPARATORS:
        for number, row in enumerate(islice(_rows(raw, top, separator), _ABOVE + 1)):
            names, fields = _heads(row, rules)
            told = sum(field is not None for field in fields)
            enough = told >= _HEADS and (told >= _SURE or 2 * told >= sum(map(bool, names)))
            if number and enough and _name_articles(fields):
                return separator, number
    return None


def _tell_dates(rows: list[list[_CellText]], fields: list[Field | None]) -> None:
    """Decides by the cells whether « Publication » is a column of newspapers or of days."""
    if Field.PUBLISHED in fields or Field.SOURCE not in fields:
        return
    at = fields.index(Field.SOURCE)
    cells = [row[at].strand.text.strip() for row in rows if at < len(row)]
    dated = [read_date(cell).basis is not Basis.NONE for cell in cells if cell]
    if dated and sum(dated) * 2 > len(dated):
        fields[at] = Field.PUBLISHED


def _longest_column(rows: list[list[_CellText]], fields: list[Field | None]) -> int | None:
    """The unnamed column whose cells are texts; None when none are."""
    means: list[tuple[float, int]] = []
    for at, field in enumerate(fields):
        if field not in (None, Field.DESCRIPTION):
            continue
        texts = [
            row[at].strand.text for row in rows if at < len(row) and row[at].strand.text.strip()
        ]
        spaced = [text for text in texts if reads_as_text(text)]
        if spaced and len(spaced) * 2 > len(texts):
            means.append((sum(map(len, spaced)) / len(spaced), at))
    best = max(means, default=(0.0, -1))
    if best[1] < 0 or (best[0] < _LONG and fields[best[1]] is not None):
        return None
    if fields[best[1]] is Field.DESCRIPTION:
        return None  # a summary alone becomes the text later
    return best[1] if best[0] >= _LONG / 2 else None


def _separator(raw: str, span: Span) -> str:
    """The sign that is most frequent in the first line, outside quotation marks."""
    end = raw.find("\n", span.start, span.end)
    first = re.sub(r'"[^"]*"', "", raw[span.start : end if end >= 0 else span.end][:10_000])
    return max(_SEPARATORS, key=first.count)


def _rows(raw: str, span: Span, separator: str) -> Iterator[list[_CellText]]:
    """The rows with the place of each cell; blank rows are left out (RFC 4180)."""
    plain_end = re.compile(rf"[{re.escape(separator)}\r\n]")
    at, length = span
    row: list[_CellText] = []
    while at <= length:
        cell, at = _cell(raw, at, length, plain_end)
        row.append(cell)
        if at < length and raw[at] == separator:
            at += 1
            continue
        if any(entry.strand.text.strip() for entry in row):
            yield row
        row = []
        if at >= length:
            return
        at += 2 if raw.startswith("\r\n", at) else 1


def _cell(raw: str, at: int, length: int, plain_end: re.Pattern[str]) -> tuple[_CellText, int]:
    weaver = Weaver()
    if raw[at : at + 1] != '"' or at >= length:
        found = plain_end.search(raw, at, length)
        end = found.start() if found else length
        weaver.take(raw[at:end], at)
        return _CellText(weaver.strand(), at, end), end
    start = at
    at += 1
    while True:
        mark = raw.find('"', at, length)
        if mark < 0:
            # The closing mark is missing: the rest of the text belongs to this cell.
            weaver.take(raw[at:length], at)
            return _CellText(weaver.strand(), start, length), length
        weaver.take(raw[at:mark], at)
        if raw[mark + 1 : mark + 2] != '"':
            break
        weaver.put('"', mark, mark + 2)
        at = mark + 2
    found = plain_end.search(raw, mark + 1, length)
    end = found.start() if found else length
    return _CellText(weaver.strand(), start, end), end


FORMAT = Format(
    "table",
    (".csv", ".tsv"),
    documents,
    holds_many=True,
    parted_by=_SEPARATORS,
    holds_records=True,
    limit=300 * MEGABYTE,
)
