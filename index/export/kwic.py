"""A concordance as a table, in the columns of TXM and AntConc: left, word, right, source, date, id, place."""

from __future__ import annotations

from index.export.csv_table import in_csv
from index.export.export_format import ExportFormat, Files
from index.export.material import Material, Subject

COLUMNS = ("gauche", "mot", "droite", "source", "date", "id", "debut", "fin")


def rows(material: Material) -> list[tuple[str, ...]]:
    """One row an occurrence; its place in code points of the article's clean text."""
    found = material.concordance.lines if material.concordance else ()
    return [
        (
            line.left, line.form, line.right, line.source or "",
            line.published.value or (line.published.earliest or ""),
            line.article, str(line.span.start), str(line.span.end),
        )
        for line in found
    ]  # fmt: skip


def write(material: Material) -> Files:
    yield "", in_csv(COLUMNS, rows(material), delimiter=material.delimiter)


FORMAT = ExportFormat("kwic", "csv", frozenset((Subject.CONCORDANCE,)), write)
