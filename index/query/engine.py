"""The face of a search engine: what the library, the build and the notebook ask of one.

`index/engines.py` chooses the engine; nothing else names one. All offsets are code points of an
article's clean text. A reader answers from the generation that it opened and belongs to one thread.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from index.model.article import Article, ArticleId, DateValue, EntityId
from index.model.found import (
    Concordance,
    Facet,
    FacetEntry,
    Filter,
    Neighbours,
    Occurrences,
    Page,
    SearchRequest,
)
from index.model.text import Span

MOST_LINES = 10_000
"""Lines of a concordance that are given at once."""

Value = tuple[Facet, str]


class Zone(StrEnum):
    """A part of an article that is searched by itself and weighs by itself."""

    ASIDE = "aside"
    """What cleaning set aside: teasers, captions, buttons. Searched only when asked for."""
    BODY = "body"
    DESCRIPTION = "description"
    TITLE = "title"


class ZoneWords(NamedTuple):
    """The words of one paragraph of a zone."""

    zone: Zone
    start: int | None
    """Where the paragraph begins in `Article.text`; None when it stands elsewhere."""
    end: int
    starts: list[int]
    """Of the words, in `Article.text`, or in the paragraph when that stands elsewhere."""
    surfaces: list[str]
    """The words as they stand there."""


@dataclass(frozen=True, slots=True)
class Amendment:
    """What the reader decided, laid over an index that itself does not change.

    False when it changes nothing.
    """

    moved: Mapping[str, Value | None] = field(default_factory=dict)
    """Entity as it was indexed → where it counts now; None where it does not count."""
    added: Mapping[Value, Sequence[ArticleId]] = field(default_factory=dict)
    """Articles that count for a value besides."""
    also: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Other names that an entity is found by."""
    dates: Mapping[ArticleId, DateValue] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.moved or self.added or self.also or self.dates)


class IndexReader(Protocol):
    """One generation, open. Costs grow with the postings of the words asked for, not with the corpus."""

    def __len__(self) -> int:
        """How many articles can be found."""

    def ids(self) -> tuple[ArticleId, ...]:
        """Of all articles, sorted."""

    def search(self, request: SearchRequest) -> Page:
        """A page of hits with facets, and hints where nothing is found. Raises QueryError."""

    def matches(self, query: str, article: Article) -> tuple[Span, ...]:
        """Where the text of an article holds what a query asks for, in order, without overlap."""

    def entries(
        self, query: str, facet: Facet, *, filters: Sequence[Filter] = (), most: int = 0
    ) -> tuple[FacetEntry, ...]:
        """The values of a facet over what is found, most frequent first; all for `most=0`."""

    def occurrences(
        self, query: str, *, filters: Sequence[Filter] = (), skip: int = 0, most: int = MOST_LINES
    ) -> Occurrences:
        """Lines of the articles after the `skip` newest ones, until there are `most` or a few more.

        Reads these articles: some milliseconds each.
        """

    def concordance(
        self,
        query: str,
        *,
        by: Neighbours = Neighbours.RIGHT,
        filters: Sequence[Filter] = (),
        most: int = MOST_LINES,
    ) -> Concordance:
        """`occurrences`, sorted and counted by what stands beside them."""

    def holding(self, facet: Facet, ids: Collection[str]) -> tuple[ArticleId, ...]:
        """The articles that had one of the values when the index was built."""

    def articles_with(self, facet: Facet) -> dict[str, int]:
        """How many articles have each value of a facet, as the reader decided."""

    def amend(self, amendment: Amendment) -> None:
        """Answers from now on as the reader decided, without another index."""

    def close(self) -> None:
        """Lets go of the files; nothing can be asked any more."""


class Written(NamedTuple):
    """Articles that an engine wrote and has not published yet; a worker hands it to its parent."""

    segment: Any
    """The engine’s own; it can be pickled."""
    articles: int


class Engine(Protocol):
    """Writes and opens indexes. Without state of its own."""

    schema: int
    """Another number makes every older index outdated."""

    def folder(self, generation: Path) -> Path:
        """Where the engine's files lie in the folder of a generation."""

    def fingerprint(self) -> str:
        """A short digest of the rules that turn a text into words; an index made by other rules is
        outdated.
        """

    def words(self, article: Article) -> list[ZoneWords]:
        """The words of an article, which `write` is given with it: about half of what writing costs."""

    def create(self, folder: Path, *, portable: bool) -> None:
        """An index without articles, into which several processes can write.

        With `portable`, what is written goes into a form that other programs read besides.
        """

    def portable(self, folder: Path) -> Path | None:
        """Where that form lies; None when it was not wanted."""

    def write(
        self,
        folder: Path,
        articles: Iterable[tuple[Article, Sequence[ZoneWords]]],
        *,
        names: Callable[[EntityId], str],
    ) -> Sequence[Written]:
        """Writes articles; nothing of it is found before `publish`."""

    def publish(
        self, folder: Path, written: Iterable[Written], *, without: Collection[ArticleId] = ()
    ) -> int:
        """Makes what was written part of the index in one step, leaving out older articles.

        Gives how many articles the index holds then. Raises RecoupeError when an id occurs twice or
        when the index does not hold what was written.
        """

    def open(
        self,
        folder: Path,
        *,
        read: Callable[[Sequence[ArticleId]], Sequence[Article]],
        name_of: Callable[[EntityId], str],
        forms_of: Callable[[EntityId], Sequence[str]],
    ) -> IndexReader:
        """`read` gives whole articles in the order asked; `forms_of` the forms that name an entity.

        Raises IndexMissingError when the folder holds no index that can be read.
        """
