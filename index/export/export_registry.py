"""All export formats; a new one needs its file and a line here."""

from __future__ import annotations

from index.errors import RecoupeError
from index.export import (
    bibtex,
    csl,
    csv_table,
    docx,
    gexf,
    html,
    iramuteq,
    json,
    kwic,
    markdown_dossier,
    network_tables,
    ris,
    tei,
    txm,
    xlsx,
)
from index.export.export_format import ExportFormat
from index.export.material import Subject

FORMATS: tuple[ExportFormat, ...] = (
    html.FORMAT,
    docx.FORMAT,
    markdown_dossier.FORMAT,
    xlsx.FORMAT,
    csv_table.FORMAT,
    json.FORMAT,
    ris.FORMAT,
    bibtex.FORMAT,
    csl.FORMAT,
    iramuteq.FORMAT,
    txm.FORMAT,
    tei.FORMAT,
    gexf.FORMAT,
    network_tables.FORMAT,
    kwic.FORMAT,
)


def find_format(name: str, subject: Subject) -> ExportFormat:
    """The format with a name. Raises RecoupeError, with the formats for this subject, if there is
    none.
    """
    taking = ", ".join(one.name for one in FORMATS if subject in one.takes)
    for one in FORMATS:
        if one.name == name.lower():
            if subject in one.takes:
                return one
            raise RecoupeError(
                "The format {format} does not take this.",
                advice="These do: {formats}",
                format=name,
                formats=taking,
            )
    raise RecoupeError(
        "There is no format {format}.",
        advice="These take it: {formats}",
        format=name,
        formats=taking,
    )
