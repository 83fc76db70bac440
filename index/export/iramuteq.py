"""IRaMuTeQ's corpus: a line of starred variables, the text, an empty line."""

from __future__ import annotations

import re

from index.export.bibliography import people
from index.export.export_format import ExportFormat, Files
from index.export.material import Material, Subject
from index.model.article import DateValue
from index.text.folding import fold

_UNSAFE = re.compile(r"[^A-Za-z0-9-]+")
_STARRED = re.compile(r"^(?:\*{4}|-\*|\d{4}(?=[^\n]*\*))", re.MULTILINE)
"""The beginning of a line that IRaMuTeQ would take for variables; no line of a text may have it."""


def write(material: Material) -> Files:
    texts = []
    for article in material.articles:
        text = material.text_of(article).strip()
        if not text:
            continue  # IRaMuTeQ refuses a text without words
        # The day of its event is none of its own: no variable may hold it as one.
        of_event = article.id in material.dated_by_event
        published = DateValue() if of_event else article.published
        day = published.earliest if published.earliest == published.latest else None
        variables = {
            "source": value_of(article.source or ""),
            "date": day or "",
            "am": (day or "")[:7],
            "annee": (published.earliest or "")[:4],
            "auteur": value_of(
                " ".join(reversed(people(article.author)[0]))
                if article.author and people(article.author)
                else ""
            ),
            "rubrique": value_of(article.section or ""),
            "edition": value_of(article.edition or ""),
            "page": value_of(article.page or ""),
            "langue": value_of(article.language or ""),
            "evenement": value_of(material.events.get(article.id, "")),
            "id": value_of(article.id),
        }
        stars = " ".join(f"*{name}_{value}" for name, value in variables.items() if value)
        texts.append(f"**** {stars}\n{_STARRED.sub(lambda found: ' ' + found.group(), text)}\n")
    yield "", ("\n".join(texts)).encode()


def value_of(text: str) -> str:
    """A value without blanks, accents, `*` or `_`: « La Croix » → `LaCroix`."""
    plain = "".join(word[:1].upper() + word[1:] for word in text.replace("/", "-").split())
    kept = "".join(fold(char).upper() if char.isupper() else fold(char) for char in plain)
    return _UNSAFE.sub("", kept)[:60]


FORMAT = ExportFormat(
    "iramuteq", "txt", frozenset((Subject.RESULTS, Subject.COMPARISON, Subject.NOTEBOOK)), write
)
