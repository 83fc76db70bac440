"""JSON: what `--json` prints of the same thing; of results, the articles too."""

from __future__ import annotations

import json
from typing import Any

from index.export.comparison_documents import comparison_document
from index.export.documents import FORMAT as VERSION
from index.export.documents import article_document, concordance_document, search_document
from index.export.export_format import ExportFormat, Files
from index.export.halves_sections import halves_document
from index.export.material import Material, Subject
from index.export.notes_documents import notes_document
from index.model.found import Neighbours


def write(material: Material) -> Files:
    yield "", (json.dumps(_document(material), ensure_ascii=False, indent=1) + "\n").encode()


def _document(material: Material) -> dict[str, Any]:
    if material.comparison is not None:
        return comparison_document(material.comparison)
    if material.concordance is not None:
        lines = material.concordance.lines
        return concordance_document(
            material.concordance, query=material.title, by=Neighbours.RIGHT, lines=lines
        )
    if material.halves is not None:
        return halves_document(material.halves)
    if material.subject is Subject.NOTEBOOK:
        return notes_document(material.noted)
    found = search_document(material.page) if material.page else {"format": VERSION}
    found.pop("took_ms", None)  # the same input gives the same bytes
    articles = []
    for article in material.articles:
        told = article_document(article)
        if material.share is not material.share.FULL:
            told["text"] = material.text_of(article)
        told["note"] = material.notes.get(article.id)
        articles.append(told)
    return {**found, "articles": articles}


FORMAT = ExportFormat(
    "json",
    "json",
    frozenset(Subject) - {Subject.ENTITY},
    write,
)
