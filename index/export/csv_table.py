"""CSV: with `;` and a byte order mark for Excel in French, or with `,` for machines."""

from __future__ import annotations

import csv
import io
import re

from index.export import halves_sections, notes_table
from index.export.export_format import ExportFormat, Files
from index.export.material import Material, Share, Subject
from index.model.article import Article

COLUMNS = (
    "id", "titre", "source", "date", "base de la date", "auteur", "rubrique", "page", "url",
    "texte", "fichier", "sha256", "evenement", "tags", "note",
    "edition", "langue", "notice", "chapo",
)  # fmt: skip
_FORMULA = re.compile(r"[=+@\t\r]|-[^\W\d_]")
"""The beginning of a cell that a spreadsheet would compute; « -5 % » is a figure."""


def rows(material: Material) -> list[tuple[str, ...]]:
    """One row an article, in the order of COLUMNS."""
    return [_row(article, material) for article in material.articles]


def _row(article: Article, material: Material) -> tuple[str, ...]:
    published = article.published
    return (
        article.id,
        article.title,
        article.source or "",
        published.value or (published.earliest or ""),
        published.basis.value,
        article.author or "",
        article.section or "",
        getattr(article, "page", None) or "",
        article.url or "",
        material.text_of(article),
        article.path,
        article.sha256,
        material.events.get(article.id, ""),
        ", ".join(article.tags),
        material.notes.get(article.id, ""),
        article.edition or "",
        article.language or "",
        article.record_id or "",
        (article.description or "") if material.share is not Share.NONE else "",
    )


def in_csv(head: tuple[str, ...], lines: list[tuple[str, ...]], *, delimiter: str) -> bytes:
    """A table as bytes; for Excel (`;`) with a byte order mark and with formulas made harmless."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow(head)
    for line in lines:
        writer.writerow([defused(cell) for cell in line] if delimiter == ";" else line)
    return out.getvalue().encode("utf-8-sig" if delimiter == ";" else "utf-8")


def defused(cell: str) -> str:
    """The cell with an apostrophe before it if a spreadsheet would take it for a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def write(material: Material) -> Files:
    head: tuple[str, ...] = COLUMNS
    lines = rows(material)
    if material.subject is Subject.NOTEBOOK:
        head, lines = notes_table.COLUMNS, notes_table.rows(material)
    elif material.halves is not None:
        head, lines = halves_sections.COLUMNS, halves_sections.rows(material.halves.found)
    yield "", in_csv(head, lines, delimiter=material.delimiter)


FORMAT = ExportFormat(
    "csv",
    "csv",
    frozenset((Subject.RESULTS, Subject.COMPARISON, Subject.NOTEBOOK, Subject.HALVES)),
    write,
)
