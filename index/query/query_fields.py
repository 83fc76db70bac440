"""The fields of the query language, with their names in both languages and the kind of their
values.
"""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches
from types import UnionType
from typing import NamedTuple

from index.errors import QueryError
from index.model.article import HowSaid
from index.model.found import Facet
from index.query.tree import (
    MANNER_NAMES,
    And,
    Everything,
    Exact,
    Near,
    Not,
    Or,
    Phrase,
    Place,
    Placed,
    Query,
    Within,
    Word,
    conjunction,
    disjunction,
    negation,
)
from index.text.folding import fold

PLACES = {
    "titre": Place.TITLE, "title": Place.TITLE, "chapo": Place.DESCRIPTION,
    "description": Place.DESCRIPTION, "lead": Place.DESCRIPTION, "texte": Place.BODY,
    "text": Place.BODY, "cite": Place.QUOTES, "quote": Place.QUOTES, "partout": Place.ASIDE,
    "everywhere": Place.ASIDE,
}  # fmt: skip
FACETS = {
    "source": Facet.SOURCE, "auteur": Facet.AUTHOR, "author": Facet.AUTHOR,
    "personne": Facet.PERSON, "person": Facet.PERSON, "lieu": Facet.PLACE, "place": Facet.PLACE,
    "organisation": Facet.ORGANISATION, "organization": Facet.ORGANISATION,
    "materiel": Facet.EQUIPMENT, "equipment": Facet.EQUIPMENT, "evenement": Facet.EVENT,
    "event": Facet.EVENT, "groupe": Facet.GROUP, "group": Facet.GROUP, "tag": Facet.TAG,
    "rubrique": Facet.SECTION, "section": Facet.SECTION, "page": Facet.PAGE,
    "langue": Facet.LANGUAGE, "language": Facet.LANGUAGE, "edition": Facet.EDITION,
    "notice": Facet.RECORD, "record": Facet.RECORD,
}  # fmt: skip
_LANGUAGES = {
    "francais": "fr", "french": "fr", "anglais": "en", "english": "en", "allemand": "de",
    "german": "de", "neerlandais": "nl", "dutch": "nl", "espagnol": "es", "spanish": "es",
    "italien": "it", "italian": "it", "portugais": "pt", "portuguese": "pt", "arabe": "ar",
    "arabic": "ar", "russe": "ru", "russian": "ru", "catalan": "ca", "polonais": "pl", "polish": "pl",
}  # fmt: skip
"""Languages by name; the index has them by code (ISO 639-1)."""
DATES = {
    "date": "", "avant": "<", "before": "<", "apres": ">", "after": ">", "depuis": ">=", "since": ">=",
    "until": "<=", "jusqu-a": "<=",
}  # fmt: skip
"""The fields of dates, each with the sign that it sets before its value."""
SPEAKERS = frozenset({"dit-par", "said-by"})
MANNERS = frozenset({"maniere", "manner"})
LIKE = frozenset({"aussi", "like"})
FILES = frozenset({"fichier", "file"})
FIELDS = frozenset({*PLACES, *FACETS, *DATES, *SPEAKERS, *MANNERS, *LIKE, *FILES})


class UnknownField(NamedTuple):
    """The error message for a field that does not exist."""

    advice: str
    near: str


def unknown_field(name: str, value: str) -> UnknownField | None:
    """The error message if `name:` stands before a value as a field does; None for « http:// » and
    « Lyon : ».

    Only small letters count: « Climat:le plan » is a headline.
    """
    if not value[:1].isalnum() or not name.islower() or fold(name) in _SCHEMES:
        return None
    near = get_close_matches(fold(name), sorted(FIELDS), n=1, cutoff=0.6)
    if near:
        return UnknownField(
            "Did you mean {near}:? Put it in quotation marks to search for words.", near[0]
        )
    return UnknownField("Put it in quotation marks to search for words.", "")


_SCHEMES = frozenset({"http", "https", "mailto", "tel", "doi", "urn", "ftp"})


def name_words(leaf: Query) -> tuple[str, ...]:
    words = (leaf.text,) if isinstance(leaf, Word) else leaf.words  # type: ignore[attr-defined]
    return tuple(fold(word) for word in words)


def value_words(facet: Facet, leaf: Query) -> tuple[str, ...]:
    """The words that a value of a facet must contain; the name of a language becomes its code."""
    words = name_words(leaf)
    return tuple(_LANGUAGES.get(word, word) for word in words) if facet is Facet.LANGUAGE else words


def manner_of(leaf: Query) -> HowSaid | None:
    """The manner that a word names, in French or in English; None for another word."""
    named = " ".join(name_words(leaf))
    return next(
        (how for how, name in MANNER_NAMES.items() if named in (fold(name), how.value)), None
    )


def map_leaves(
    query: Query,
    make: Callable[[Query], Query],
    refusal: QueryError,
    leaves: type | UnionType = Word | Phrase | Exact,
) -> Query:
    """The query with each of its leaves replaced. Raises the refusal at a leaf of another type."""
    if isinstance(query, leaves):
        return make(query)
    if isinstance(query, Not):
        return negation(map_leaves(query.part, make, refusal, leaves))
    if isinstance(query, And):
        return conjunction(map_leaves(part, make, refusal, leaves) for part in query.parts)
    if isinstance(query, Or):
        return disjunction(map_leaves(part, make, refusal, leaves) for part in query.parts)
    if isinstance(query, Everything):
        return query
    raise refusal


def within(query: Query, place: Place, refusal: QueryError) -> Query:
    """The query with each word, phrase or pair of them restricted to one place."""
    return map_leaves(query, lambda leaf: Within(place, leaf), refusal, Placed | Near)
