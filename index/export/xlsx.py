"""A workbook: results, facts, quotations by source and concordance as sheets of their own."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any

from index.errors import RecoupeError
from index.export import csv_table, halves_sections, kwic, notes_table
from index.export.export_format import ExportFormat, Files
from index.export.material import Material, Subject
from index.export.office_zip import without_times
from index.interface.fact_labels import told_label
from index.interface.facts_in_words import verdict_word
from index.interface.sheet_words import basis_words, kind_words, relation_words
from index.model.article import Basis
from index.text.visible import visible

LIBRARY = "'openpyxl>=3.1'"
_LONGEST = 32_000
"""Characters that a cell of a workbook holds, about."""
_WIDEST = 60


def write(material: Material) -> Files:
    try:
        from openpyxl import Workbook
    except ImportError as error:
        raise RecoupeError(
            "Workbooks need a library that is not installed.",
            advice="pip install {library}",
            library=LIBRARY,
        ) from error
    t = material.texts
    book = Workbook()
    book.remove(book.active)
    told = datetime.fromisoformat(material.generation).replace(tzinfo=None)
    book.properties.created = book.properties.modified = told
    book.properties.creator, book.properties.title = "Recoupe", visible(material.title)
    if material.subject is Subject.NOTEBOOK:
        columns = notes_table.COLUMNS
        _sheet(
            book, t("Notebook"), columns, _in_words(material, columns, notes_table.rows(material))
        )
    if material.halves is not None:
        _sheet(
            book,
            t("Two halves"),
            halves_sections.COLUMNS,
            halves_sections.rows(material.halves.found),
        )
    if material.comparison is not None:
        head, rows = _facts(material)
        _sheet(book, t("Facts"), head, rows)
        _sheet(
            book,
            t("Quotations"),
            ("article", "relation", "citation", "debut", "fin"),
            _quotes(material),
        )
    if material.concordance is not None:
        _sheet(book, t("Occurrences"), kwic.COLUMNS, kwic.rows(material))
    if material.articles:
        _sheet(
            book,
            t("Articles"),
            csv_table.COLUMNS,
            _in_words(material, csv_table.COLUMNS, csv_table.rows(material)),
        )
    if not book.sheetnames:
        _sheet(book, t("Articles"), csv_table.COLUMNS, [])
    out = io.BytesIO()
    book.save(out)
    yield "", without_times(_with_fixed_time(out.getvalue(), told))


def _with_fixed_time(data: bytes, told: datetime) -> bytes:
    """openpyxl writes the time of saving into the properties whatever they were."""
    import re
    import zipfile

    stamp = told.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for entry in source.infolist():
            content = source.read(entry)
            if entry.filename == "docProps/core.xml":
                content = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + stamp, content)
            target.writestr(entry, content)
    return out.getvalue()


def _sheet(book: Any, name: str, head: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(name[:31])
    sheet.append(list(head))
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for at, row in enumerate(rows, start=2):
        for column, value in enumerate(row, start=1):
            cell = sheet.cell(row=at, column=column)
            # As text: nothing that a source wrote is a formula.
            cell.value = visible(value)[:_LONGEST].replace("\t", " ")
            cell.data_type = "s"
            cell.alignment = Alignment(vertical="top", wrap_text=len(value) > 40)
    for column in range(1, len(head) + 1):
        longest = max(
            [len(head[column - 1]), *(len(row[column - 1]) for row in rows[:200])], default=8
        )
        sheet.column_dimensions[get_column_letter(column)].width = min(_WIDEST, longest + 2)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions


def _facts(material: Material) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    comparison = material.comparison
    assert comparison is not None
    by_id = {article.id: article for article in material.articles}
    t = material.texts
    rows = []
    for fact in comparison.facts:
        told = {account.article: account for account in fact.accounts}
        cells = [
            kind_words(t, fact.about),
            told_label(t, fact.label),
            verdict_word(t, fact.verdict),
            t(fact.why) if fact.why else "",
        ]
        for id in comparison.articles:
            account, article = told.get(id), by_id.get(id)
            claim = account.claims[0] if account else None
            words = (claim.text or claim.span.of(article.text)) if claim and article else ""
            cells.append(
                words + (f" ({claim.speaker_text})" if claim and claim.speaker_text else "")
            )
        rows.append(tuple(cells))
    return ("nature", "fait", "verdict", "pourquoi", *comparison.articles), rows


def _quotes(material: Material) -> list[tuple[str, ...]]:
    comparison = material.comparison
    assert comparison is not None
    by_id = {article.id: article for article in material.articles}
    return [
        (
            use.article, relation_words(material.texts, use.relation),
            " […] ".join(span.of(by_id[use.article].text) for span in use.spans),
            str(use.spans[0].start), str(use.spans[-1].end),
        )
        for line in comparison.quotes
        for use in line.uses
        if use.article in by_id
    ]  # fmt: skip


def _in_words(
    material: Material, columns: tuple[str, ...], rows: list[tuple[str, ...]]
) -> list[tuple[str, ...]]:
    """The rows of a table with the basis of each date as people call it."""
    at = columns.index("base de la date")
    told = {basis.value: basis_words(material.texts, basis) for basis in Basis}
    return [(*row[:at], told.get(row[at], row[at]), *row[at + 1 :]) for row in rows]


FORMAT = ExportFormat(
    "xlsx",
    "xlsx",
    frozenset(Subject) - {Subject.ENTITY},
    write,
    LIBRARY,
)
