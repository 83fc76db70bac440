"""The names of fields in files, in French and English, and the values of the fields."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from enum import StrEnum

from index.corpus.document import UNDATED, SourceRules, Stated
from index.corpus.languages import language_code
from index.model.article import Basis, DateValue
from index.text.folding import fold

Value = str | int | float | bool | None | list["Value"] | dict[str, "Value"]
"""The value of a field in a record, as JSON has it."""


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
    PAGE = "page"
    EDITION = "edition"
    KEPT = "kept"
    """The time when a tool made, saved or fetched the record: a last resort for the date, never
    stated.
    """
    HEADER = "header"
    """« Région, mardi 17 janvier 2023, p. 12 »: section, date and page in one line."""


_NAMES: dict[str, Field] = {
    name: field
    for field, names in {
        Field.TITLE: "title titre headline name intitule ogtitle webtitle",
        Field.TEXT: "text texte article articles body corps content contenu articlebody fulltext"
        " textecomplet textintegral texteintegral bodytext maintext plaintext bodyhtml bodyxhtml"
        " rawcontent storytext",
        Field.DESCRIPTION: "description heading chapo chapeau summary resume abstract excerpt"
        " standfirst lead lede accroche soustitre subtitle subhead teaser ogdescription"
        " abstractnote descriptiontext descriptionhtml trailtext",
        Field.PUBLISHED: "date published publie publishedat publishedtime datepublished"
        " datepublication datedepublication pubdate publicationdate publishdate paru dateparution"
        " datedeparution timestamp publishedon jour datepublish issued versioncreated"
        " webpublicationdate epoch dateunixtime",
        Field.MODIFIED: "modified modifie updated updatedat datemodified modifiedtime maj misajour"
        " lastmod lastmodified datemodification datedemodification datemaj datemodify",
        Field.SOURCE: "source outlet publisher publication journal media medium newspaper sitename"
        " site editeur titredepresse organe provenance journalclean publicationtitle"
        " containertitle medianame hostname sourcehostname sourcedomain domainname domain"
        " provider copyrightholder journaltitle feedtitle feedname feed",
        Field.AUTHOR: "author auteur authors auteurs auteure byline signature creator dccreator"
        " journaliste journalist writer ecritpar redacteur creators publishedby",
        Field.URL: "url link lien permalink canonical canonicalurl adresse uri ogurl href permalien weburl originalurl sourceurl articleurl",
        Field.TAGS: "tags tag keywords keyword mots motscles motsclefs motcle themes theme sujets sujet"
        " topics topic etiquettes hashtags descripteurs newskeywords manualtags automatictags subject",
        Field.SECTION: "section rubrique category categorie categories articlesection desk sectionname",
        Field.LANGUAGE: "language lang langue locale inlanguage oglocale langid",
        Field.RECORD_ID: "recordid id identifiant guid uid docid documentid articleid uuid key"
        " storiesid",
        Field.PAGE: "page pages printpage",
        Field.EDITION: "edition editionname",
        Field.KEPT: "created createdat datecreated datecreation datedownload savedat dateadded"
        " filedate downloadedat fetchedat crawledat scrapedat datecollecte collectedat accessed"
        " accessdate firstcreated retrieved timeadded indexeddate datesaved clippedat importedat",
        Field.HEADER: "complement",
    }.items()
    for name in names.split()
}
_NOT_A_LETTER = re.compile(r"[^a-z0-9]+")
_NESTED = ("meta", "metadata", "metadonnees")
_INNER = ("_source", "data", "fields", "attributes")
"""Names of objects in which some tools put all fields of a record, with other keys beside them."""
_BETTER = {
    Field.SOURCE: (
        "journalclean",
        "containertitle",
        "publicationtitle",
        "sitename",
        "sourcehostname",
        "medianame",
    )
}
"""Names that are preferred for a field over other names in the same record."""
_FEED = re.compile(r"feed", re.IGNORECASE)
_HAS_SCHEME = re.compile(r"https?://\S+", re.IGNORECASE)
_BY = re.compile(r"(?:[Pp]ar|PAR|[Bb]y|BY|[Vv]on|VON|[Pp]or|[Dd]oor)[\s:]+(?=[^\W\d_a-zà-ÿ])")
_PAGE_IN_HEADER = re.compile(
    r"\b(?:pp?|pages?|seite|blz)\b\.? ?(?P<page>[A-Z]{0,4}\d[\w-]{0,7})", re.IGNORECASE
)
_TAG_SEPARATOR = re.compile(r"\s*[,;|]\s*")


def field_of(name: str, *, rules: SourceRules | None = None) -> Field | None:
    """The field that a column, a key or a label names; None if it is not known."""
    folded = fold(name)
    if rules is not None:
        for own, usual in rules.fields:
            if fold(own) == folded:
                return field_of(usual)
    key = _NOT_A_LETTER.sub("", folded)
    if key in _NAMES:
        return _NAMES[key]
    # In article:published_time or dc.creator, the part before the mark names a vocabulary.
    last = _NOT_A_LETTER.sub("", re.split(r"[:.]", folded)[-1])
    return _NAMES.get(last)


def state(pairs: Iterable[tuple[Field, Value]]) -> Stated:
    """The statements of some fields; of several for one field, the first that is not empty counts."""
    texts: dict[Field, str] = {}
    # Imported here: checking the fields of a rule needs no dates.
    from index.corpus.page_dates import read_date

    dates: dict[Field, DateValue] = {}
    tags: tuple[str, ...] = ()
    for field, value in _completed(pairs):
        if field is Field.TEXT or field in texts or field in dates:
            continue
        if field is Field.TAGS:
            tags = tags or read_tags(value)
            continue
        text = read_text(value)
        if text is None or (field in _NEVER_FIGURES and text.isdigit()):
            continue
        if field in _DATED:
            date = read_date(text)
            if date.basis is not Basis.NONE:
                dates[field] = date
        else:
            texts[field] = text
    published = dates.get(Field.PUBLISHED, UNDATED)
    if published.basis is Basis.NONE and Field.KEPT in dates:
        published = replace(dates[Field.KEPT], basis=Basis.INFERRED)
    author = texts.get(Field.AUTHOR)
    language = texts.get(Field.LANGUAGE)
    return Stated(
        title=texts.get(Field.TITLE),
        description=texts.get(Field.DESCRIPTION),
        source=texts.get(Field.SOURCE),
        author=(_BY.sub("", author, count=1) if _BY.match(author) else author) if author else None,
        published=published,
        modified=dates.get(Field.MODIFIED, UNDATED),
        url=texts.get(Field.URL),
        section=texts.get(Field.SECTION),
        tags=tags,
        language=language_code(language) if language else None,
        record_id=texts.get(Field.RECORD_ID),
        page=texts.get(Field.PAGE),
        edition=texts.get(Field.EDITION),
    )


_DATED = frozenset({Field.PUBLISHED, Field.MODIFIED, Field.KEPT})
_NEVER_FIGURES = frozenset({Field.AUTHOR, Field.SECTION, Field.SOURCE})
"""Fields in which a number is the key of another table."""


def _completed(pairs: Iterable[tuple[Field, Value]]) -> Iterator[tuple[Field, Value]]:
    """The fields together with those inside others: a page in a header, an address as source."""
    for field, value in pairs:
        if field is Field.HEADER:
            yield from header_pairs(read_text(value) or "")
        elif field is Field.SOURCE and _HAS_SCHEME.fullmatch(read_text(value) or ""):
            yield Field.URL, value
        elif field is Field.URL and re.match(r"(?:tag|urn):", read_text(value) or ""):
            yield Field.RECORD_ID, value
        else:
            yield field, value


def header_pairs(header: str) -> list[tuple[Field, Value]]:
    """The section, date and page of « Région, mardi 17 janvier 2023 675 mots, p. 12 »."""
    from index.corpus.page_dates import find_dates

    pairs: list[tuple[Field, Value]] = []
    if page := _PAGE_IN_HEADER.search(header):
        pairs.append((Field.PAGE, page["page"]))
    dates = find_dates(header)
    if not dates:
        return pairs
    pairs.append((Field.PUBLISHED, header[dates[0].start : dates[0].end]))
    before = _PAGE_IN_HEADER.sub("", header[: dates[0].start])
    section = re.sub(r"\d+ (?:mots|words)", "", before).strip(" ,;-–|•·")
    if section and len(section.split()) <= 5:
        pairs.append((Field.SECTION, section))
    return pairs


def record_pairs(
    record: Mapping[str, Value],
    *,
    rules: SourceRules | None = None,
    named: Callable[[str], Field | None] | None = None,
) -> list[tuple[Field, Value]]:
    """The known fields of a record; those of a nested `meta` come last, so that they only fill
    gaps.

    `named` gives the field of a name if the kind of file has its own names.
    """
    pairs: list[tuple[Field, Value]] = []
    better: list[tuple[Field, Value]] = []
    nested: list[tuple[Field, Value]] = []
    of_zotero = any(fold(name).replace(" ", "") == "dateadded" for name in record)
    for name, value in record.items():
        field = field_of(name, rules=rules) if named is None else named(name)
        if isinstance(value, dict) and name.lower() in _INNER:
            field = None  # `_source` contains the record and names no source
        if field is Field.SOURCE and _FEED.fullmatch(name) and _HAS_SCHEME.match(str(value)):
            continue  # the address of the feed, not of the article
        if field is None and fold(name) == "origin" and isinstance(value, dict):
            field = Field.SOURCE
        if field is Field.MODIFIED and of_zotero:
            field = Field.KEPT  # it is the date when the reference was changed
        if field is not None:
            key = _NOT_A_LETTER.sub("", fold(name))
            (better if key in _BETTER.get(field, ()) else pairs).append((field, value))
        elif isinstance(value, dict) and fold(name) in _INNER:
            nested += record_pairs(value, rules=rules)
        elif isinstance(value, dict) and fold(name) in _NESTED:
            inner = ((field_of(key, rules=rules), entry) for key, entry in value.items())
            nested += [(known, entry) for known, entry in inner if known not in (None, Field.TEXT)]
    return better + pairs + nested


def read_text(value: Value) -> str | None:
    """A value as one line of text: lists joined, `{"name": …}` as its name."""
    if value is None or isinstance(value, bool):
        return None
    if isinstance(value, dict):
        if "date-parts" in value:
            return _date_of_parts(value["date-parts"])
        given, family = (
            next((value[key] for key in keys if key in value), None) for keys in _PERSON
        )
        if family is not None:
            return " ".join(filter(None, (read_text(given), read_text(family)))) or None
        return read_text(next((value[key] for key in _SAID_BY if value.get(key)), None))
    if isinstance(value, list):
        return ", ".join(filter(None, (read_text(entry) for entry in value[:50]))) or None
    text = " ".join(str(value).split())
    return text or None


_PERSON = (("given", "firstName"), ("family", "lastName"))
_SAID_BY = ("value", "name", "@value", "rendered", "tag", "title", "literal", "raw", "url")
"""The keys under which an object gives its name in words."""


def _date_of_parts(parts: Value) -> str | None:
    """`[[2023, 1, 17]]`, as CSL-JSON writes a date."""
    first = parts[0] if isinstance(parts, list) and parts else None
    if not isinstance(first, list) or not first:
        return None
    figures = [str(figure) for figure in first[:3]]
    if not all(figure.isdigit() for figure in figures):
        return None
    return "-".join([figures[0], *(figure.zfill(2) for figure in figures[1:])])


def read_tags(value: Value) -> tuple[str, ...]:
    """Topics from a list or from one line with commas; keys of another table are left out."""
    if isinstance(value, dict):
        value = list(value)  # « {"Port": {…}} »
    if isinstance(value, list):
        entries = [read_text(entry) for entry in value[:200] if not isinstance(entry, int)]
    else:
        entries = list(_TAG_SEPARATOR.split(read_text(value) or ""))
    return tuple(
        dict.fromkeys(entry.strip(" #") for entry in entries if entry and entry.strip(" #"))
    )
