"""Exports of ProQuest as text: « Document 1 of 2 » below a rule, labels, and the full text between them.

Labels after exports of its interface in English and French.
"""

from __future__ import annotations

import re

from index.corpus.bundles.parts import Part, segments
from index.corpus.fields import Field, Value
from index.corpus.inverted_names import natural_names
from index.model.text import Span
from index.text.folding import fold

MARKS = ("ProQuest",)
_RULE = re.compile(r"^_{20,}[ \t]*\r?$", re.MULTILINE)
_LABEL = re.compile(r"^(?P<label>[A-ZÀ-Ý][\w’' ()/-]{1,45}?) ?: ?(?P<value>[^\n\r]*)", re.MULTILINE)
_BODY = frozenset(("full text", "texte integral", "texte complet", "fulltext"))
_FIELDS = {
    "title": Field.TITLE, "titre": Field.TITLE, "author": Field.AUTHOR, "auteur": Field.AUTHOR,
    "publication title": Field.SOURCE, "titre de la publication": Field.SOURCE,
    "publication date": Field.PUBLISHED, "date de publication": Field.PUBLISHED,
    "pages": Field.PAGE, "page": Field.PAGE, "first page": Field.PAGE, "premiere page": Field.PAGE,
    "section": Field.SECTION, "language of publication": Field.LANGUAGE,
    "langue de publication": Field.LANGUAGE, "proquest document id": Field.RECORD_ID,
    "identifiant de document proquest": Field.RECORD_ID, "document url": Field.URL,
    "url du document": Field.URL, "abstract": Field.DESCRIPTION, "resume": Field.DESCRIPTION,
    "subject": Field.TAGS, "sujet": Field.TAGS,
}  # fmt: skip
_OTHERS = frozenset(
    ("links", "liens", "publication info", "information de publication", "location", "lieu", "company / organization", "publication year",
     "annee de publication", "publisher", "editeur", "place of publication", "country of publication", "issn", "source type",
     "document type", "last updated", "database", "publication subject", "people", "copyright", "identifier / keyword")
)  # fmt: skip

_SURE = frozenset(
    ("publication title", "titre de la publication", "proquest document id", "identifiant de document proquest")
)  # fmt: skip
"""Labels that no article has among its own lines."""
_LINE = re.compile(r"[^\r\n]+")
_LONGEST_VALUE = 60
"""A line with an unknown label and more than this is a sentence: « Le maire a répondu : … »."""


def parts_in(text: str) -> list[Part]:
    """The articles of an export; empty when the text is none."""
    rules = list(_RULE.finditer(text))
    if not rules:
        return []
    found = [_part(text, span) for span in segments(text, [rule.start() for rule in rules])]
    return [part for part in found if part is not None]


def _part(text: str, span: Span) -> Part | None:
    labels = [
        (fold(match["label"]), match)
        for match in _LABEL.finditer(text, span.start, span.end)
        if fold(match["label"]) in _FIELDS or fold(match["label"]) in _BODY | _OTHERS
    ]
    body = next((at for at, (label, _) in enumerate(labels) if label in _BODY), None)
    told = {label for label, _ in labels}
    if body is None and not told & {"proquest document id", "identifiant de document proquest"}:
        return None
    stretch = None
    if body is not None:
        start, later = labels[body][1].start("value"), labels[body + 1 :]
        end = _end_of_body(text, Span(labels[body][1].end(), span.end), later)
        stretch = Span(start, start + len(text[start:end].rstrip()))
        labels = labels[: body + 1] + [one for one in later if one[1].start() >= end]
    pairs: list[tuple[Field, Value]] = []
    title: list[Span] = []
    for label, match in labels:
        field, value = _FIELDS.get(label), match["value"].strip()
        if field is None or not value:
            continue
        if field is Field.TITLE and not title:
            title.append(
                Span(match.start("value"), match.start("value") + len(match["value"].rstrip()))
            )
        if field is Field.AUTHOR:
            value = natural_names(value)
        if field is Field.SOURCE:
            value = value.partition(";")[0].strip()
        pairs.append((field, value))
    return Part(span, stretch, title, pairs)


def _end_of_body(text: str, rest: Span, labels: list[tuple[str, re.Match[str]]]) -> int:
    """The place of the first known label below which only labels stand, up to one of ProQuest's
    own or the end of the document; the end without one.
    """
    known = {match.start(): label for label, match in labels}
    first: int | None = None
    for line in _LINE.finditer(text, rest.start, rest.end):
        if (label := known.get(line.start())) is not None:
            first = line.start() if first is None else first
            if label in _SURE:
                break
        elif line.group().strip() and not _is_label(line.group()):
            first = None
    return rest.end if first is None else first


def _is_label(line: str) -> bool:
    match = _LABEL.match(line)
    return match is not None and len(match["value"].strip()) <= _LONGEST_VALUE
