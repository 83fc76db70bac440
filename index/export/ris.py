"""RIS as Zotero reads it: newspapers as NEWS, one tag a line, `XX - value`."""

from __future__ import annotations

from index.export.bibliography import issued, note_on, people
from index.export.export_format import REFERENCES, ExportFormat, Files
from index.export.material import Material
from index.model.article import Article


def write(material: Material) -> Files:
    yield "", "".join(_record(article, material) for article in material.articles).encode()


def _record(article: Article, material: Material) -> str:
    parts = issued(article, material)
    date = "/".join(f"{part:02}" for part in parts) + "/" * (4 - len(parts)) if parts else ""
    entries = [
        ("TY", "NEWS" if article.source and not _is_site(article.source) else "ELEC"),
        ("TI", article.title),
        ("T2", article.source or ""),
        *(("AU", str(person)) for person in people(article.author)),
        ("DA", date),
        ("SP", article.page or ""),
        ("SE", article.section or ""),
        ("ET", article.edition or ""),
        ("AN", article.record_id or ""),
        ("LA", article.language or ""),
        ("AB", article.description or ""),
        ("UR", article.url or ""),
        *(("KW", tag) for tag in article.tags),
        ("N1", note_on(article, material)),
        ("ER", " "),
    ]
    # A record consists of lines: an end of line inside a value would begin another tag.
    return "".join(f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in entries if value)


def _is_site(source: str) -> bool:
    return "." in source and " " not in source


FORMAT = ExportFormat("ris", "ris", REFERENCES, write)
