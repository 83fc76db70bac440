"""The interface of a search engine for the library, the build and the notebook.

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
"""The most lines of a concordance in one answer."""

Value = tuple[Facet, str]


class Zone(StrEnum):
    """A part of an article that is searched by itself and has its own weight."""

    ASIDE = "aside"
    """The text that cleaning set aside: teasers, captions, buttons. It is searched only on request."""
    BODY = "body"
    DESCRIPTION = "description"
    TITLE = "title"


class ZoneWords(NamedTuple):
    """The words of one paragraph of a zone."""

    zone: Zone
    start: int | None
    """The start of the paragraph in `Article.text`; None if it stands elsewhere."""
    end: int
    starts: list[int]
    """The starts of the words in `Article.text`, or in the paragraph if that stands elsewhere."""
    surfaces: list[str]
    """The words as they are written there."""


@dataclass(frozen=True, slots=True)
class Amendment:
    """The reader's decisions, applied to an index that itself does not change. It is false when it
    changes nothing.
    """

    moved: Mapping[str, Value | None] = field(default_factory=dict)
    """Entity as it was indexed → the entity for which it counts now; None if it does not count."""
    added: Mapping[Value, Sequence[ArticleId]] = field(default_factory=dict)
    """Articles that also count for a value."""
    also: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Other names by which an entity is found."""
    dates: Mapping[ArticleId, DateValue] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.moved or self.added or self.also or self.dates)


class IndexReader(Protocol):
    """One open generation. Costs grow with the postings of the words asked for, not with the
    corpus.
    """

    def __len__(self) -> int:
        """The number of articles that can be found."""

    def ids(self) -> tuple[ArticleId, ...]:
        """The ids of all articles, sorted."""

    def search(self, request: SearchRequest) -> Page:
        """A page of hits with facets, and hints if nothing is found. Raises QueryError."""

    def matches(self, query: str, article: Article) -> tuple[Span, ...]:
        """The places in an article's text that match a query, in order, without overlap."""

    def entries(
        self, query: str, facet: Facet, *, filters: Sequence[Filter] = (), most: int = 0
    ) -> tuple[FacetEntry, ...]:
        """The values of a facet over the results, most frequent first; all for `most=0`."""

    def occurrences(
        self, query: str, *, filters: Sequence[Filter] = (), skip: int = 0, most: int = MOST_LINES
    ) -> Occurrences:
        """Lines of the articles after the `skip` newest ones, until there are `most` or a few more.

        This reads the articles: some milliseconds each.
        """

    def concordance(
        self,
        query: str,
        *,
        by: Neighbours = Neighbours.RIGHT,
        filters: Sequence[Filter] = (),
        most: int = MOST_LINES,
    ) -> Concordance:
        """The `occurrences`, sorted and counted by their neighbours."""

    def holding(self, facet: Facet, ids: Collection[str]) -> tuple[ArticleId, ...]:
        """The articles that had one of the values when the index was built."""

    def articles_with(self, facet: Facet) -> dict[str, int]:
        """For each value of a facet, the number of its articles after the reader's decisions."""

    def amend(self, amendment: Amendment) -> None:
        """Applies the reader's decisions to all later answers, without another index."""

    def close(self) -> None:
        """Closes the files; no more questions can be asked."""


class Written(NamedTuple):
    """Articles that an engine wrote but did not publish yet; a worker sends it to its parent."""

    segment: Any
    """The engine’s own value, which can be pickled."""
    articles: int


class Engine(Protocol):
    """An engine writes and opens indexes, and has no state of its own."""

    schema: int
    """The number of the format: every index with another number is outdated."""

    def folder(self, generation: Path) -> Path:
        """The folder of the engine's files in the folder of a generation."""

    def fingerprint(self) -> str:
        """A short digest of the rules that turn a text into words; an index made by other rules is
        outdated.
        """

    def words(self, article: Article) -> list[ZoneWords]:
        """The words of an article, which `write` gets with it: they take about half of the time of
        writing.
        """

    def create(self, folder: Path, *, portable: bool) -> None:
        """Creates an index without articles, to which several processes can write.

        With `portable`, the articles are also written in a form that other programs read.
        """

    def portable(self, folder: Path) -> Path | None:
        """The folder of that form; None if it was not asked for."""

    def write(
        self,
        folder: Path,
        articles: Iterable[tuple[Article, Sequence[ZoneWords]]],
        *,
        names: Callable[[EntityId], str],
    ) -> Sequence[Written]:
        """Writes articles; none of them is found before `publish`."""

    def publish(
        self, folder: Path, written: Iterable[Written], *, without: Collection[ArticleId] = ()
    ) -> int:
        """Makes the written articles part of the index in one step, and leaves out older ones.

        Gives the number of articles in the index then. Raises RecoupeError when an id occurs twice
        or when the index does not hold what was written.
        """

    def open(
        self,
        folder: Path,
        *,
        read: Callable[[Sequence[ArticleId]], Sequence[Article]],
        name_of: Callable[[EntityId], str],
        forms_of: Callable[[EntityId], Sequence[str]],
        files: Callable[[], Mapping[str, Sequence[ArticleId]]] = dict,
    ) -> IndexReader:
        """Opens an index; `read` gives whole articles in the order asked, `forms_of` the forms that
        name an entity, `files` the articles of each path.

        Raises IndexMissingError when the folder holds no index that can be read.
        """
