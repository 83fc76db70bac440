"""All export formats; a new one is its file and a line here."""

from __future__ import annotations

from index.errors import RecoupeError
from index.export import (
    bibtex,
    csl,
    docx,
    edges,
    gexf,
    html,
    iramuteq,
    json,
    kwic,
    markdown,
    ris,
    table,
    tei,
    txm,
    xlsx,
)
from index.export.format import ExportFormat
from index.export.material import Subject

FORMATS: tuple[ExportFormat, ...] = (
    html.FORMAT,
    docx.FORMAT,
    markdown.FORMAT,
    xlsx.FORMAT,
    table.FORMAT,
    json.FORMAT,
    ris.FORMAT,
    bibtex.FORMAT,
    csl.FORMAT,
    iramuteq.FORMAT,
    txm.FORMAT,
    tei.FORMAT,
    gexf.FORMAT,
    edges.FORMAT,
    kwic.FORMAT,
)


def find_format(name: str, subject: Subject) -> ExportFormat:
    """The format of a name. Raises RecoupeError, with those that take the subject, for others."""
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
