"""The fields that records state: which one a name gives, and what its value says."""

from __future__ import annotations

# ruff: noqa: SIM905 -- word lists are easier to read and to mend as running text
import html
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from index.corpus.document import UNDATED, SourceRules, Stated
from index.corpus.field_names import NAMES, Field
from index.corpus.inverted_names import natural_names, signed_name
from index.corpus.languages import in_french, is_by_language, language_code
from index.model.article import Basis, DateValue
from index.text.folding import fold

__all__ = [
    "INNER",
    "Field",
    "Value",
    "chosen_by_reader",
    "field_of",
    "header_pairs",
    "read_tags",
    "read_text",
    "record_pairs",
    "state",
    "without_rivals",
]

Value = str | int | float | bool | None | list["Value"] | dict[str, "Value"]
"""The value of a field in a record, as JSON has it."""


_NOT_A_LETTER = re.compile(r"[^a-z0-9]+")
_NESTED = ("meta", "metadata", "metadonnees", "sys", "dates", "info", "infos")
INNER = ("_source", "data", "fields", "attributes")
"""Names of objects in which some tools put all fields of a record, with other keys beside them."""
_BETTER = {
    Field.SOURCE: (
        "journalclean", "containertitle", "publicationtitle", "sitename", "sourcehostname", "medianame",
    )
}  # fmt: skip
"""Names that are preferred for a field over other names in the same record."""
_GENERIC = frozenset(
    ("name", "nom", "value", "rendered", "raw", "basic", "label", "displayname", "text", "title")
)
"""Last parts of a path that say what the part before names: « source.name », « content.rendered »."""
_RECIPIENTS = frozenset(("to", "cc", "bcc", "a", "cci", "destinataire", "destinataires"))
"""Parts of a path that name to whom a mail went: « To: (Name) »."""
_KEYS_OF_TABLES = frozenset(("id", "url", "uri", "type", "link", "slug"))
"""Last parts of a path that name no outlet and no author: « source.id », « author.url »."""
_KINDS = frozenset(
    "article articles rss email pdf epub tweet video highlight highlights post page webpage document note"
    " bookmark bookmarks newspaperarticle webarticle story uncategorized unclassified nonclasse".split()
)
"""Values of « category » that tell the kind of a record, which is no section of a newspaper."""
_WAYS = frozenset(("web", "rss", "readerrss", "internet", "online", "api", "email", "print"))
"""Values of « source » that tell how an article came to a tool, and no outlet."""
_READERS = re.compile(
    r"https?://(?:[\w-]+\.)*(?:readwise\.io|getpocket\.com|pocket\.co|instapaper\.com|omnivore\.app|feedly\.com|inoreader\.com|raindrop\.io|wallabag\.it|facebook\.com|crowdtangle\.com)/",
    re.IGNORECASE,
)
"""Addresses of the tools that keep articles; an article's own address counts more."""
_FEED = re.compile(r"feed", re.IGNORECASE)
_HAS_SCHEME = re.compile(r"https?://\S+", re.IGNORECASE)
_NO_ADDRESS = re.compile(r"(?:tag|urn|at):|[^./]*$")
"""What stands under « uri » and is the key of a record."""
_PAGE_IN_HEADER = re.compile(
    r"\b(?:pp?|pages?|seite|blz)\b\.? ?(?P<page>[A-Z]{0,4}\d[\w-]{0,7})", re.IGNORECASE
)
_TAG_SEPARATOR = re.compile(r"\s*[,;|]\s*")


def field_of(name: str, *, rules: SourceRules | None = None) -> Field | None:
    """The field that a column, a key or a label names; None if it is not known."""
    return _field_of(name, rules.fields if rules is not None else ())


@lru_cache(maxsize=4096)
def _field_of(name: str, own: tuple[tuple[str, str], ...]) -> Field | None:
    folded = fold(name)
    key = _NOT_A_LETTER.sub("", folded)
    for told, usual in own:
        if _NOT_A_LETTER.sub("", fold(told)) == key:
            return _field_of(usual, ())
    if key in NAMES:
        return NAMES[key]
    # In article:published_time or dc.creator, the part before the mark names a vocabulary.
    *before, last = re.split(r"[:.]", folded)
    last = _NOT_A_LETTER.sub("", last)
    if before and last in _GENERIC and _NOT_A_LETTER.sub("", before[-1]) in _RECIPIENTS:
        return None
    named = _named_before(before, last) if before else None
    if named is not None and last in _KEYS_OF_TABLES:
        return None
    return named or NAMES.get(last)


def _named_before(parts: list[str], last: str) -> Field | None:
    """The field of « source.name » and of « extra_author_attributes.name », by the parts before the
    last.
    """
    if last not in _GENERIC and last not in _KEYS_OF_TABLES:
        return None
    for part in reversed(parts):
        if last == "name" and part in _POSTERS:
            return _POSTERS[part]
        words = [NAMES.get(word) for word in re.split(r"[^a-z0-9]+", part)]
        if (owner := next((one for one in words if one in _OWNERS), None)) is not None:
            return owner
        whole = NAMES.get(_NOT_A_LETTER.sub("", part))
        if last in ("rendered", "raw", "value", "basic", "text") and whole is not None:
            return whole
    return None


_POSTERS = {
    "post_owner": Field.SOURCE,
    "page": Field.SOURCE,
    "channel": Field.SOURCE,
    "user": Field.AUTHOR,
    "from": Field.AUTHOR,
}
"""Whose « name » is no title: « user.name », « post_owner.name »."""
_OWNERS = (Field.AUTHOR, Field.SOURCE)


def chosen_by_reader(name: str, rules: SourceRules | None) -> bool:
    """Whether the reader's own settings say what a column or a key means."""
    if rules is None or not rules.fields:
        return False
    key = _NOT_A_LETTER.sub("", fold(name))
    return any(_NOT_A_LETTER.sub("", fold(told)) == key for told, _ in rules.fields)


def without_rivals(
    fields: Mapping[str, Field | None], rules: SourceRules | None
) -> dict[str, Field | None]:
    """The fields of a record's names, without those that only guesses give where the reader named
    another for the same field.
    """
    own = {field for name, field in fields.items() if field and chosen_by_reader(name, rules)} - {
        Field.TAGS
    }
    return {
        name: None if field in own and not chosen_by_reader(name, rules) else field
        for name, field in fields.items()
    }


def state(pairs: Iterable[tuple[Field, Value]]) -> Stated:
    """The statements of some fields; of several for one field, the first that is not empty counts."""
    texts: dict[Field, str] = {}
    # Imported here: checking the fields of a rule needs no dates.
    from index.corpus.page_dates import read_date
    from index.corpus.serial_days import serial_day

    dates: dict[Field, DateValue] = {}
    tags: tuple[str, ...] = ()
    for field, value in _completed(pairs):
        value = _unlisted(value)
        if field is Field.TEXT or field in texts or field in dates:
            continue
        if field is Field.TAGS:
            tags = tags or read_tags(value)
            continue
        text = read_text(value)
        if text in _NOTHING:
            continue
        if text and "&" in text and ";" in text:
            text = html.unescape(text)  # « Histoire &amp; climat », as some services write JSON
        if text is None or (field in _NEVER_FIGURES and text.isdigit()):
            continue
        if field is Field.SOURCE and _NOT_A_LETTER.sub("", fold(text)) in _WAYS:
            continue
        if field is Field.SECTION and text.startswith("user/"):
            continue  # the state of an entry in a reader of feeds
        if field is Field.SECTION and _NOT_A_LETTER.sub("", fold(text)) in _KINDS:
            continue
        if field in _DATED:
            date = read_date(serial_day(text) or text)
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
        author=signed_name(author) if author else None,
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


_NOTHING = frozenset(("NA", "N/A", "n/a", "nan", "NaN", "None", "null", "NULL", "-", "–", "—"))
"""What programs write where nothing is known."""
_WRITTEN_LIST = re.compile(r"\[\s*(?:(?:'[^']*'|\"[^\"]*\")\s*(?:,\s*)?)*\]")
_WRITTEN = re.compile(r"'([^']*)'|\"([^\"]*)\"")


def _unlisted(value: Value) -> Value:
    """The values of « ['Jeanne Martin'] », as Python writes a list into a table; none of « [] »."""
    if not isinstance(value, str) or value[:1] != "[" or not _WRITTEN_LIST.fullmatch(value):
        return value
    return [one or other for one, other in _WRITTEN.findall(value)]


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
        elif field is Field.SOURCE and (read_text(value) or "").startswith("<"):
            continue  # a link to the program that a message was written with
        elif field is Field.URL and _NO_ADDRESS.match(read_text(value) or ""):
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
    elsewhere: list[tuple[Field, Value]] = []
    of_europeana = "dataProvider" in record
    captured = "source_platform_url" in record
    for name, value in record.items():
        field = field_of(name, rules=rules) if named is None else named(name)
        if isinstance(value, dict) and name.lower() in INNER:
            field = None  # `_source` contains the record and names no source
        if _is_of_tool(name, value, field, captured=captured):
            continue
        if field is None and isinstance(value, dict):
            field = _teller(name, record)
        if of_europeana:
            field = _OF_EUROPEANA.get(name, field)
        if field is Field.MODIFIED and _is_of_zotero(record):
            field = Field.KEPT  # it is the date when the reference was changed
        if field is Field.AUTHOR and isinstance(value, str) and _is_of_zotero(record):
            value = natural_names(value)
        if field is Field.URL and isinstance(value, str) and _READERS.match(value):
            elsewhere.append((field, value))
        elif field is not None:
            best = field in _BETTER and _NOT_A_LETTER.sub("", fold(name)) in _BETTER[field]
            (better if best else pairs).append((field, value))
        elif isinstance(value, dict) and fold(name) in INNER:
            nested += record_pairs(value, rules=rules)
        elif isinstance(value, dict) and fold(name) in _NESTED:
            inner = ((field_of(key, rules=rules), entry) for key, entry in value.items())
            nested += [(known, entry) for known, entry in inner if known not in (None, Field.TEXT)]
    return better + pairs + nested + elsewhere


def _is_of_zotero(record: Mapping[str, Value]) -> bool:
    return any(fold(name).replace(" ", "") == "dateadded" for name in record)


def _is_of_tool(name: str, value: Value, field: Field | None, *, captured: bool) -> bool:
    """Whether a value is a feed's address, or where a tool listened to a page's traffic (Zeeschuimer)."""
    if captured and name.startswith("source_"):
        return True
    return field is Field.SOURCE and bool(_FEED.fullmatch(name) and _HAS_SCHEME.match(str(value)))


def _teller(name: str, record: Mapping[str, Value]) -> Field | None:
    """What an object names; the « user » of a record with a title is who saved it, for it is no message."""
    told = _TELLERS.get(fold(name))
    if told is Field.AUTHOR and any(field_of(key) is Field.TITLE for key in record):
        return None
    return told


_TELLERS = {"origin": Field.SOURCE, "user": Field.AUTHOR, "primary_location": Field.SOURCE}
"""Objects that name who tells; such a key is none of an ordinary record."""
_OF_EUROPEANA = {"timestamp": Field.KEPT, "year": Field.PUBLISHED}


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
        if family is None and given is not None:
            family = value.get("nom")  # « nom » alone is a whole name
        if family is not None:
            return " ".join(filter(None, (read_text(given), read_text(family)))) or None
        if is_by_language(value):
            return read_text(value[in_french(value)])
        for key in ("edges", "nodes"):  # as GraphQL lists what belongs together
            if isinstance(listed := value.get(key), list):
                inner = (one.get("node", one) for one in listed if isinstance(one, dict))
                return read_text(list(inner))
        said = {key.lower(): inner for key, inner in value.items()}
        return read_text(next((said[key] for key in _SAID_BY if said.get(key)), None))
    if isinstance(value, list):
        return ", ".join(filter(None, (read_text(entry) for entry in value[:50]))) or None
    text = " ".join(str(value).split())
    return text or None


_PERSON = (
    ("given", "firstName", "firstname", "first_name", "prenom", "prénom"),
    ("family", "lastName", "lastname", "last_name", "nom_de_famille"),
)
_SAID_BY = (
    "value", "real_name", "name", "nom", "nom_complet", "full_name", "fullname", "@value", "rendered", "tag", "title", "literal", "raw", "basic", "displayname",
    "display_name", "label", "libelle", "intitule", "titre", "nickname", "username", "uniqueid", "main", "original", "author", "source", "href", "url",
)  # fmt: skip
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
