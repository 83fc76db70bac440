"""The names that files give their fields, in French and English, and what stands in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum

from index.corpus.document import UNDATED, SourceRules, Stated
from index.model.article import Basis, DateValue
from index.text.folding import fold

Value = str | int | float | bool | None | list["Value"] | dict[str, "Value"]
"""What a record holds, as JSON has it."""


class Field(StrEnum):
    TITLE = "title"
    TEXT = "text"
    DESCRIPTION = "description"
    PUBLISHED = "published"
    MODIFIED = "modified"
    SOURCE = "source"
    AUTHOR = "author"
    URL = "url"
    TAGS = "tags"
    SECTION = "section"
    LANGUAGE = "language"
    RECORD_ID = "id"


_NAMES: dict[str, Field] = {
    name: field
    for field, names in {
        Field.TITLE: "title titre headline name intitule ogtitle",
        Field.TEXT: "text texte article articles body corps content contenu articlebody fulltext"
        " textecomplet textintegral texteintegral bodytext maintext plaintext",
        Field.DESCRIPTION: "description heading chapo chapeau summary resume abstract excerpt"
        " standfirst lead lede accroche soustitre subtitle subhead teaser ogdescription",
        Field.PUBLISHED: "date published publie publishedat publishedtime datepublished"
        " datepublication datedepublication pubdate publicationdate publishdate paru dateparution"
        " datedeparution created createdat datecreated timestamp publishedon jour",
        Field.MODIFIED: "modified modifie updated updatedat datemodified modifiedtime maj misajour"
        " lastmod lastmodified datemodification datedemodification datemaj",
        Field.SOURCE: "source outlet publisher publication journal media medium newspaper sitename"
        " site editeur titredepresse organe provenance",
        Field.AUTHOR: "author auteur authors auteurs auteure byline signature creator dccreator"
        " journaliste journalist writer ecritpar redacteur",
        Field.URL: "url link lien permalink canonical canonicalurl adresse uri ogurl href permalien",
        Field.TAGS: "tags tag keywords keyword mots motscles motsclefs motcle themes theme sujets sujet"
        " topics topic etiquettes hashtags descripteurs newskeywords",
        Field.SECTION: "section rubrique category categorie categories articlesection desk",
        Field.LANGUAGE: "language lang langue locale inlanguage oglocale",
        Field.RECORD_ID: "id identifiant guid uid docid documentid articleid recordid uuid",
    }.items()
    for name in names.split()
}
_NOT_A_LETTER = re.compile(r"[^a-z0-9]+")
_NESTED = ("meta", "metadata", "metadonnees")
_TAG_SEPARATOR = re.compile(r"\s*[,;|]\s*")


def field_of(name: str, *, rules: SourceRules | None = None) -> Field | None:
    """Which field a column, a key or a label names; None when it is none that is known."""
    folded = fold(name)
    if rules is not None:
        for own, usual in rules.fields:
            if fold(own) == folded:
                return field_of(usual)
    key = _NOT_A_LETTER.sub("", folded)
    if key in _NAMES:
        return _NAMES[key]
    # article:published_time, dc.creator: what stands before the mark is a vocabulary.
    last = _NOT_A_LETTER.sub("", re.split(r"[:.]", folded)[-1])
    return _NAMES.get(last)


def state(pairs: Iterable[tuple[Field, Value]]) -> Stated:
    """What fields state; of several of one kind the first that holds something counts."""
    texts: dict[Field, str] = {}
    # Imported here: a rule's fields are checked without reading any date.
    from index.corpus.dates import read_date

    dates: dict[Field, DateValue] = {}
    tags: tuple[str, ...] = ()
    for field, value in pairs:
        if field is Field.TEXT or field in texts or field in dates:
            continue
        if field is Field.TAGS:
            tags = tags or read_tags(value)
            continue
        text = read_text(value)
        if text is None:
            continue
        if field is Field.PUBLISHED or field is Field.MODIFIED:
            date = read_date(text)
            if date.basis is not Basis.NONE:
                dates[field] = date
        else:
            texts[field] = text
    language = texts.get(Field.LANGUAGE)
    return Stated(
        title=texts.get(Field.TITLE),
        description=texts.get(Field.DESCRIPTION),
        source=texts.get(Field.SOURCE),
        author=texts.get(Field.AUTHOR),
        published=dates.get(Field.PUBLISHED, UNDATED),
        modified=dates.get(Field.MODIFIED, UNDATED),
        url=texts.get(Field.URL),
        section=texts.get(Field.SECTION),
        tags=tags,
        language=language[:2].lower() if language else None,
        record_id=texts.get(Field.RECORD_ID),
    )


def record_pairs(
    record: Mapping[str, Value], *, rules: SourceRules | None = None
) -> list[tuple[Field, Value]]:
    """The known fields of a record; a nested `meta` comes last, so that it fills gaps only."""
    pairs: list[tuple[Field, Value]] = []
    nested: list[tuple[Field, Value]] = []
    for name, value in record.items():
        field = field_of(name, rules=rules)
        if field is not None:
            pairs.append((field, value))
        elif isinstance(value, dict) and fold(name) in _NESTED:
            inner = ((field_of(key, rules=rules), entry) for key, entry in value.items())
            nested += [(known, entry) for known, entry in inner if known not in (None, Field.TEXT)]
    return pairs + nested


def read_text(value: Value) -> str | None:
    """A value as one line of text: lists joined, `{"name": …}` as its name."""
    if value is None or isinstance(value, bool):
        return None
    if isinstance(value, dict):
        return read_text(value.get("name") or value.get("@value") or value.get("url"))
    if isinstance(value, list):
        return ", ".join(filter(None, (read_text(entry) for entry in value[:50]))) or None
    text = " ".join(str(value).split())
    return text or None


def read_tags(value: Value) -> tuple[str, ...]:
    """Topics, given as a list or as one line with commas."""
    if isinstance(value, list):
        entries = [read_text(entry) for entry in value[:200]]
    else:
        entries = list(_TAG_SEPARATOR.split(read_text(value) or ""))
    return tuple(
        dict.fromkeys(entry.strip(" #") for entry in entries if entry and entry.strip(" #"))
    )
