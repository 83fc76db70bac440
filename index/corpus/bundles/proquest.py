"""Exports of ProQuest as text: « Document 1 of 2 » below a rule, labels, and the full text between them.

Labels after exports of its interface in English and French.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from index.corpus.bundles.parts import Part, segments
from index.corpus.fields import Field, Value
from index.corpus.inverted_names import natural_names
from index.model.text import Span
from index.text.folding import fold

MARKS = ("ProQuest",)
_RULE = re.compile(r"^_{20,}[ \t]*\r?$", re.MULTILINE)
_HEAD = re.compile(r"_{20,}\s*(?:Document \d+ \w+ \d+[^\n]*\n)?|\s*Document \d+ \w+ \d+[^\n]*\n")
"""The rule and the counter above the title of a document."""
_LABEL = re.compile(r"^(?P<label>[A-ZÀ-Ý][\w’' ()/-]{1,45}?) ?: ?", re.MULTILINE)
_WRAPPED = re.compile(
    r"^(?=(?P<label>[A-ZÀ-Ý][\w’' ()/-]{1,45}\r?\n[\w’' ()/-]{1,30}?) ?: ?)", re.MULTILINE
)
"""« Titre de la », « publication : La Gazette »: a label that the export broke."""
_VALUE = re.compile(r"[^\n\r]*(?:\r?\n(?![ \t]*(?:\r?\n|\Z))[^\n\r]*)*")
"""A value up to a blank line."""
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
     "document type", "last updated", "database", "publication subject", "people", "copyright", "identifier / keyword",
     "derniere mise a jour", "base de donnees", "lieu de publication", "pays de publication", "type de source", "type de document")
)  # fmt: skip
_FREE = frozenset((Field.TITLE, Field.DESCRIPTION))
_KNOWN = frozenset(_FIELDS) | _BODY | _OTHERS

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
    found = [_part(text, span) for span in segments(text, [0, *(rule.start() for rule in rules)])]
    return [part for part in found if part is not None]


class _Labelled(NamedTuple):
    """A known label and its value, which may go on over several lines."""

    label: str
    start: int
    value: Span


def _labelled(text: str, span: Span) -> list[_Labelled]:
    found = {
        match.start(): (fold(" ".join(match["label"].split())), at)
        for pattern in (_WRAPPED, _LABEL)
        for match in pattern.finditer(text, span.start, span.end)
        if (at := text.find(":", match.end("label"), span.end)) >= 0
    }
    known = {at: one for at, one in found.items() if one[0] in _KNOWN}
    labels: list[_Labelled] = []
    places = sorted(known)
    for at, (label, colon) in sorted(known.items()):
        begin = colon + 1 + (text[colon + 1 : colon + 2] == " ")
        match = _VALUE.match(text, begin, span.end)
        end = match.end() if match and label not in _BODY else begin
        below = bisect_right(places, begin)
        end = min(end, places[below]) if below < len(places) and places[below] > begin else end
        labels.append(_Labelled(label, at, Span(begin, end)))
    return labels


def _part(text: str, span: Span) -> Part | None:
    labels = _labelled(text, span)
    body = next((at for at, one in enumerate(labels) if one.label in _BODY), None)
    told = {one.label for one in labels}
    if body is None and not told & {"proquest document id", "identifiant de document proquest"}:
        return None
    stretch = None
    first = labels[0].start
    if body is not None:
        start, later = labels[body].value.start, labels[body + 1 :]
        end = _end_of_body(text, Span(start, span.end), later)
        stretch = Span(start, start + len(text[start:end].rstrip()))
        labels = labels[: body + 1] + [one for one in later if one.start >= end]
    pairs: list[tuple[Field, Value]] = []
    title: list[Span] = []
    for label, _, whole in labels:
        field = _FIELDS.get(label)
        place = _own(text, whole, free=field in _FREE)
        value = " ".join(place.of(text).split())
        if field is None or not value:
            continue
        if field is Field.TITLE and not title:
            title.append(_stripped(text, place))
        if field is Field.AUTHOR:
            value = natural_names(value)
        if field is Field.SOURCE:
            value = value.partition(";")[0].strip()
        pairs.append((field, value))
    if not title:
        head = _HEAD.match(text, span.start, first)
        above = _stripped(text, Span(head.end() if head else span.start, first))
        told_above = above.of(text).partition("\n\n")[0]
        title = [Span(above.start, above.start + len(told_above))] if told_above.strip() else []
    return Part(span, stretch, title, pairs)


def _own(text: str, value: Span, *, free: bool) -> Span:
    """A value without the lines from one with a label of its own on that no list names: « Colonne: Débats ».

    The first line of a `free` text may look like one: « Le port : trois semaines de grève ».
    """
    for line in _LINE.finditer(text, value.start, value.end):
        told = text[value.start : line.start()].strip()
        if line.start() > value.start and (told or not free) and _is_label(line.group()):
            return Span(value.start, line.start())
    return value


def _stripped(text: str, span: Span) -> Span:
    """A stretch without the blanks at its ends."""
    inner = span.of(text)
    start = span.start + len(inner) - len(inner.lstrip())
    return Span(start, max(start, span.start + len(inner.rstrip())))


def _end_of_body(text: str, rest: Span, labels: list[_Labelled]) -> int:
    """The place of the first known label below which only labels stand, up to one of ProQuest's
    own or the end of the document; the end without one.
    """
    known = {one.start: one for one in labels}
    first: int | None = None
    passed = 0
    for line in _LINE.finditer(text, rest.start, rest.end):
        if line.start() < passed:
            continue
        if (one := known.get(line.start())) is not None:
            first = line.start() if first is None else first
            passed = one.value.end
            if one.label in _SURE:
                break
        elif line.group().strip() and not _is_label(line.group()):
            first = None
    return rest.end if first is None else first


def _is_label(line: str) -> bool:
    match = _LABEL.match(line)
    return match is not None and len(line[match.end() :].strip()) <= _LONGEST_VALUE
