"""TXM's « XML + CSV »: a folder with one XML a text and `metadata.csv`, `id` first.

Made after TXM's documentation; not tried in TXM itself.
"""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

from index.export.csv_table import in_csv
from index.export.export_format import ExportFormat, Files
from index.export.material import Material, Subject
from index.text.folding import fold
from index.text.visible import visible

_NAME = re.compile(r"[^A-Za-z0-9-]+")
COLUMNS = (
    "id", "titre", "journal", "date", "annee", "mois", "auteur", "rubrique", "page", "edition", "langue", "notice",
)  # fmt: skip


def write(material: Material) -> Files:
    taken: set[str] = set()
    lines: list[tuple[str, ...]] = []
    for article in material.articles:
        name = _NAME.sub("-", fold(article.id)).strip("-") or "texte"
        while name in taken:
            name += "-bis"
        taken.add(name)
        earliest = article.published.earliest or ""
        if article.id in material.dated_by_event:
            earliest = ""
        values = (
            name, article.title, article.source or "", earliest.replace("-", "/"),
            earliest[:4], earliest[5:7], article.author or "", article.section or "", article.page or "",
            article.edition or "", article.language or "", article.record_id or "",
        )  # fmt: skip
        lines.append(values)
        attributes = " ".join(
            f"{column}={quoteattr(visible(value))}"
            for column, value in zip(COLUMNS, values, strict=True)
        )
        body = "".join(
            f"<p>{escape(visible(part))}</p>\n"
            for part in material.text_of(article).split("\n\n")
            if part
        )
        yield (
            f"{name}.xml",
            f'<?xml version="1.0" encoding="UTF-8"?>\n<text {attributes}>\n{body}</text>\n'.encode(),
        )
    yield "metadata.csv", in_csv(COLUMNS, lines, delimiter=",")


FORMAT = ExportFormat(
    "txm", "", frozenset((Subject.RESULTS, Subject.COMPARISON, Subject.NOTEBOOK)), write
)
