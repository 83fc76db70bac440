"""Workbooks (.xlsx): each sheet as a table in text, to which offsets refer."""

from __future__ import annotations

import csv
import io
import warnings
from collections.abc import Iterator
from datetime import date, datetime, time

from index.corpus.cleaning.outlets import is_outlet_name
from index.corpus.document import FileContent, Found, Lost, UnreadableError
from index.corpus.fields import Field, Value
from index.corpus.formats.format import MEGABYTE, Format
from index.corpus.formats.tables import table_documents
from index.corpus.formats.zipped import Members
from index.model.article import Loss
from index.model.text import Span

_ROWS = 200_000
_COLUMNS = 300
_BETWEEN = "\f\n"


def workbook_text(data: bytes) -> str:
    """The sheets that hold something, one after the other, as tables with commas.

    Raises UnreadableError for a workbook that is broken, protected, or has far too many rows.
    """
    return _BETWEEN.join(text for _, text in _sheets(data))


def _sheets(data: bytes) -> list[tuple[str, str]]:
    """The name and the table of each sheet that holds something."""
    try:
        import openpyxl
        from openpyxl.utils.exceptions import InvalidFileException
    except ImportError as error:
        raise UnreadableError(
            "Workbooks need more parts: run pip install 'openpyxl>=3.1'."
        ) from error
    Members(data)  # it reports the error of the archive
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            sheets = [(sheet.title, _sheet_text(sheet)) for sheet in book.worksheets]
    except (InvalidFileException, KeyError, ValueError, TypeError, OSError) as error:
        raise UnreadableError("The workbook is broken: it cannot be read.") from error
    return [(name, text) for name, text in sheets if text]


def _sheet_text(sheet: object) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    rows = 0
    for row in sheet.iter_rows(values_only=True, max_col=_COLUMNS):  # type: ignore[attr-defined]
        cells = [_told(value) for value in row]
        if not any(cells):
            continue
        rows += 1
        if rows > _ROWS:
            raise UnreadableError("The workbook has more than 200 000 rows: save it as .csv.")
        while cells and not cells[-1]:
            cells.pop()
        writer.writerow(cells)
    return out.getvalue().replace("\f", " ")


def _told(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).replace("_x000D_", "").replace("\r\n", "\n")


def documents(file: FileContent) -> Iterator[Found]:
    """A document for each row of each sheet; a sheet that is no table of articles is reported."""
    sheets = _sheets(file.data)
    raw = _BETWEEN.join(text for _, text in sheets)
    at = found = 0
    for number, (name, text) in enumerate(sheets, start=1):
        try:
            named: list[tuple[Field, Value]] = (
                [(Field.SOURCE, name)] if is_outlet_name(name) else []
            )
            for one in table_documents(raw, Span(at, at + len(text)), file.rules, named):
                found += not isinstance(one, Lost)
                yield one
        except UnreadableError as error:
            if len(sheets) == 1 or (number == len(sheets) and not found):
                raise
            yield Lost(Loss.REMARK, str(error), name)
        at += len(text) + len(_BETWEEN)


FORMAT = Format(
    "workbook", (".xlsx", ".xlsm"), documents, holds_many=True, parted_by="\t", raw=workbook_text,
    limit=60 * MEGABYTE, library="openpyxl",
)  # fmt: skip
