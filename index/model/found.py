"""What is asked of the index and what it answers: requests, pages of hits, facets, entities."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from index.model.article import ArticleId, DateValue, EntityId, Kind
from index.model.events import LinkKind
from index.model.json_document import Documented
from index.model.text import Span


class Facet(StrEnum):
    """The facets that results are counted and filtered by."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    EQUIPMENT = "equipment"
    EVENT = "event"
    GROUP = "group"
    OTHER = "other"
    SOURCE = "source"
    AUTHOR = "author"
    TAG = "tag"
    YEAR = "year"
    MONTH = "month"
    SECTION = "section"
    PAGE = "page"
    LANGUAGE = "language"
    EDITION = "edition"
    RECORD = "record"
    """The article's number in its archive: unique, so it is not counted."""


COUNTED_FACETS = tuple(facet for facet in Facet if facet is not Facet.RECORD)
"""Facets whose values several articles share."""


class Sort(StrEnum):
    RELEVANCE = "relevance"
    DATE = "date"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Filter:
    """Keeps (or with `exclude` drops) the articles that have a value of a facet."""

    facet: Facet
    id: str
    """The id of a facet entry; the empty string stands for « none stated »."""
    exclude: bool = False


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """One question. An empty query asks for all articles, newest first."""

    query: str = ""
    filters: tuple[Filter, ...] = ()
    sort: Sort = Sort.RELEVANCE
    limit: int = 20
    """0 for all."""
    offset: int = 0
    today: date | None = None
    """The day from which « hier » is counted; None where that is not known."""
    facets: bool = True
    excerpts: int = 2
    """How many excerpts a hit bears at the most."""
    entries: int = 200
    """How many values of a facet are given at the most, the most frequent ones; 0 for all."""
    named: str = ""
    """Keeps only facet values whose name contains this, whatever its accents and capitals."""
    fold: bool = False
    """Whether articles that repeat one text are one hit, under the fullest of them."""
    finished: bool = False
    """Whether nothing more will be typed: then a field or an operator without its value is an error, not half a word."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A window on an article around words of the query."""

    text: str
    matches: tuple[Span, ...]
    """Over the text of the excerpt."""
    span: Span | None
    """Where the excerpt stands in the article's text; None when it is from elsewhere."""
    place: str = "text"
    """`text`, `description` or `set aside`."""


@dataclass(frozen=True, slots=True)
class Copy:
    """An article that is folded under another one, whose text it repeats."""

    id: ArticleId
    title: str
    source: str | None
    published: DateValue
    link: LinkKind = LinkKind.REPUBLICATION


@dataclass(frozen=True, slots=True)
class Hit:
    id: ArticleId
    title: str
    source: str | None
    published: DateValue
    score: float
    excerpts: tuple[Excerpt, ...] = ()
    copies: tuple[Copy, ...] = ()
    """The results that are folded under it, the fullest first."""


class FacetEntry(NamedTuple):
    """A value of a facet; a page makes thousands, so that a tuple is a quarter of its time."""

    id: str
    name: str
    articles: int
    origins: int | None = None
    """How many texts stand behind these articles; None where copies were not folded."""


@dataclass(frozen=True, slots=True)
class FacetCounts:
    """The entries of one facet over what is found, most frequent first."""

    facet: Facet
    entries: tuple[FacetEntry, ...]
    values: int = 0
    """The number of entries; `entries` may be the most frequent ones only."""


@dataclass(frozen=True, slots=True)
class Cover:
    """A word of the query and the forms of the index that it finds."""

    word: str
    forms: tuple[str, ...]
    """Most frequent first; at most fifty."""
    count: int = 0
    """How many forms there are."""
    complete: bool = True
    """False when a pattern covers more than are looked for: the most frequent ones are."""
    others: tuple[tuple[str, int], ...] = ()
    """Words that only accents tell from it and that it does not cover, with the articles that have them."""


@dataclass(frozen=True, slots=True)
class Hint:
    """Another query that finds something, when the one that was asked finds nothing."""

    query: str
    articles: int
    """How many it finds, under the same filters."""
    instead_of: str
    """The part of the query that was changed or left out."""
    use: str | None = None
    """A near word of the index; None when the part is left out."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A query for the days that the words of another one speak of."""

    query: str
    earliest: str
    """First day, month or year, as precise as it was typed."""
    latest: str
    relative: bool
    """Whether the days are counted from today: « hier »."""
    total: int
    """How many articles it finds, under the same filters."""
    unfiltered: bool = False
    """Whether it finds them without the filters only."""


@dataclass(frozen=True, slots=True)
class Page(Documented):
    """The answer to a request."""

    request: SearchRequest
    understood: str
    """What the query was understood as, in the notation of the query language."""
    total: int
    took_ms: float
    hits: tuple[Hit, ...] = ()
    facets: tuple[FacetCounts, ...] = ()
    suggestions: tuple[str, ...] = ()
    """When nothing was found: queries or words of the index that would find something."""
    hints: tuple[Hint, ...] = ()
    """The same with their counts, and what each changes; the most promising first."""
    covers: tuple[Cover, ...] = ()
    """What the words of the query cover in this index, as far as that is more than themselves."""
    proposals: tuple[Proposal, ...] = ()
    """Articles that were published when the words say, as another query."""
    origins: int = 0
    """How many texts stand behind what is found: so many hits there are where copies are folded."""

    @property
    def listed(self) -> int:
        """How many hits there are on all pages together."""
        return self.origins if self.request.fold else self.total

    def facet(self, facet: Facet) -> tuple[FacetEntry, ...]:
        return next((counts.entries for counts in self.facets if counts.facet is facet), ())


class Neighbours(StrEnum):
    """What the lines of a concordance are sorted and counted by."""

    LEFT = "left"
    RIGHT = "right"
    FORM = "form"
    SOURCE = "source"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class ConcordanceLine:
    """One occurrence in its context."""

    article: ArticleId
    span: Span
    """The place of the occurrence in the article's text."""
    left: str
    """The text before it in its paragraph, on one line."""
    form: str
    right: str
    source: str | None
    published: DateValue
    group: str = ""
    """The group of the concordance in which it is counted."""


@dataclass(frozen=True, slots=True)
class Occurrences:
    """A part of all occurrences of what a query asks for: those in some articles, newest first."""

    lines: tuple[ConcordanceLine, ...]
    read: int
    """How many of the articles found have been read by then: the next part begins behind them."""
    complete: bool
    """Whether there is no next part."""


@dataclass(frozen=True, slots=True)
class Concordance:
    """Occurrences of what a query asks for, sorted, and how often each neighbour occurs."""

    lines: tuple[ConcordanceLine, ...]
    groups: tuple[tuple[str, int], ...]
    """By what the lines are sorted: a neighbour, form, source or year, and its lines."""
    articles: int
    """The number of articles that the lines are from."""
    complete: bool
    """False when there are more lines than were asked for."""
    names: tuple[str, ...] = ()
    """Of the groups, as they are written most often: « à » for what is counted as `a`."""


@dataclass(frozen=True, slots=True)
class Form:
    """A spelling of an entity's name and how often it occurs."""

    surface: str
    mentions: int


@dataclass(frozen=True, slots=True)
class JointPassage:
    """A sentence or paragraph that names two entities, or two sentences that name one each."""

    article: ArticleId
    pieces: tuple[tuple[Span, str], ...]
    """One stretch of the clean text, or two that are far apart, with their words."""
    names: tuple[Span, ...]
    """The places of both names in the clean text of the article."""
    source: str | None
    published: DateValue


@dataclass(frozen=True, slots=True)
class Jointly:
    """Where two entities stand together."""

    passages: tuple[JointPassage, ...]
    """Of the newest articles first; those whose names are far apart come last."""
    articles: int
    """The number of articles that name both, near each other or not."""
    apart: int
    """Of the articles looked through, those that name both only far from each other."""


class Extractor(StrEnum):
    """The way by which a name was found."""

    LISTS = "gazetteer"
    RULES = "rules"
    BOTH = "rules and model"
    MODEL = "model"
    READER = "reader"

    @classmethod
    def of(cls, by: str) -> Extractor:
        """The extractor behind `Mention.by`."""
        return _EXTRACTORS.get(by, cls.LISTS)


_EXTRACTORS = {
    "rules": Extractor.RULES,
    "both": Extractor.BOTH,
    "model": Extractor.MODEL,
    "reader": Extractor.READER,
}


@dataclass(frozen=True, slots=True)
class FoundBy:
    extractor: Extractor
    mentions: int


@dataclass(frozen=True, slots=True)
class RolePlace:
    """Where an article says what somebody is."""

    article: ArticleId
    span: Span
    """Of the role in the clean text."""
    source: str | None
    published: DateValue


@dataclass(frozen=True, slots=True)
class Role:
    """An office or role of a person in one wording, « ministre israélien de la Défense »."""

    text: str
    places: tuple[RolePlace, ...]
    """The first one of each article, the earliest article first, undated ones last."""


@dataclass(frozen=True, slots=True)
class Entity(Documented):
    """One person, organisation, place… of the corpus."""

    id: EntityId
    name: str
    kind: Kind
    articles: int
    mentions: int
    forms: tuple[Form, ...]
    """Most frequent first."""
    known: bool
    """Whether a gazetteer or the reader named it."""
    found_by: tuple[FoundBy, ...] = ()
    """What found its mentions, the most frequent first."""


@dataclass(frozen=True, slots=True)
class Overview:
    """What the corpus holds, in a line."""

    corpus: str
    """Its name, for a headline."""
    articles: int
    sources: int
    first_year: int | None
    last_year: int | None
    unread: int
    """Files that gave no article."""
    sample: bool = False
    """Whether it is the corpus that is shipped, which bears no name of its own."""
