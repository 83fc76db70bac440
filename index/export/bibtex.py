"""BibLaTeX: `@article` with `entrysubtype = {newspaper}`, in UTF-8, braces and signs safe."""

from __future__ import annotations

from index.export.bibliography import issued, key_of, note_on, people
from index.export.export_format import REFERENCES, ExportFormat, Files
from index.export.material import Material

_SAFE = str.maketrans(
    {
        "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "%": r"\%", "&": r"\&", "#": r"\#",
        "$": r"\$", "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    }
)  # fmt: skip


def write(material: Material) -> Files:
    taken: set[str] = set()
    entries = []
    for article in material.articles:
        parts = issued(article, material)
        fields = {
            "title": article.title,
            "author": " and ".join(
                f"{{{_safe(person.family)}}}" if not person.given else _safe(str(person))
                for person in people(article.author)
            ),
            "journaltitle": article.source or "",
            "date": "-".join(f"{part:02}" for part in parts),
            "pages": article.page or "",
            "edition": article.edition or "",
            "section": article.section or "",
            "number": article.record_id or "",
            "url": article.url or "",
            "keywords": ", ".join(article.tags),
            "abstract": article.description or "",
            "langid": "french" if article.language in (None, "fr") else article.language,
            "annotation": note_on(article, material),
        }
        lines = [
            f"  {name} = {{{value if name in ('author', 'url') else _safe(value)}}},"
            for name, value in fields.items()
            if value
        ]
        head = f"@article{{{key_of(article, taken)},\n  entrysubtype = {{newspaper}},"
        entries.append("\n".join([head, *lines, "}"]))
    yield "", ("\n\n".join(entries) + "\n" if entries else "").encode()


def _safe(value: str) -> str:
    return " ".join(value.split()).translate(_SAFE)


FORMAT = ExportFormat("bibtex", "bib", REFERENCES, write)
