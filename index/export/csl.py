"""CSL-JSON, which Zotero, pandoc and citeproc read: `article-newspaper` with issued date-parts."""

from __future__ import annotations

import json
from typing import Any

from index.export.bibliography import issued, key_of, note_on, people
from index.export.export_format import REFERENCES, ExportFormat, Files
from index.export.material import Material


def write(material: Material) -> Files:
    taken: set[str] = set()
    entries: list[dict[str, Any]] = []
    for article in material.articles:
        parts = issued(article, material)
        entry: dict[str, Any] = {
            "id": key_of(article, taken),
            "type": "article-newspaper",
            "title": article.title,
            "container-title": article.source,
            "author": [
                {"family": one.family, "given": one.given} if one.given else {"literal": one.family}
                for one in people(article.author)
            ],
            "issued": {"date-parts": [list(parts)]} if parts else None,
            "URL": article.url,
            "abstract": article.description,
            "page": article.page,
            "section": article.section,
            "edition": article.edition,
            "archive_location": article.record_id,
            "language": article.language,
            "keyword": ", ".join(article.tags) or None,
            "note": note_on(article, material),
        }
        entries.append({key: value for key, value in entry.items() if value})
    yield "", (json.dumps(entries, ensure_ascii=False, indent=2) + "\n").encode()


FORMAT = ExportFormat("csl", "json", REFERENCES, write)
