"""Saved searches: what came since each was last seen, right whatever changed in the corpus.

The searches stand with the decisions. What was seen stands in the reader's own state folder: for each
article that a search found, a digest of its text. So an article is new when it was not found then, and
changed when its words are others; one that moved with the same words is neither.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from index.errors import RecoupeError
from index.model.article import Article, ArticleId
from index.model.found import SearchRequest, Sort
from index.notebook.decisions import SavedSearch
from index.notebook.saved_queries import read_filters, searches

if TYPE_CHECKING:
    from index.library import Library

ADDED, CHANGED = "added", "changed"


class Seen(msgspec.Struct):
    """What a search had found when its reader last looked."""

    at: str
    articles: dict[str, str]
    """Id → digest of title and text."""


@dataclass(frozen=True, slots=True)
class New:
    """An article that a search finds now and did not find so before."""

    id: ArticleId
    title: str
    change: str
    """`added` or `changed`."""


@dataclass(frozen=True, slots=True)
class SearchState:
    """A saved search as it stands now."""

    search: SavedSearch
    seen: str | None
    """When it was last seen, ISO 8601; None when never."""
    total: int
    new: tuple[New, ...]


def digest(article: Article) -> str:
    """A digest of what a reader sees of an article: title, lead and text."""
    words = "\0".join((article.title, article.description or "", article.text))
    return hashlib.sha256(words.encode()).hexdigest()[:16]


def changes(before: Mapping[str, str], now: Mapping[str, str]) -> dict[str, str]:
    """Id → `added` or `changed`.

    An article under another id with the words of one that is gone has moved, and is not new; each
    one that is gone stands for one that moved.
    """
    gone = [words for id, words in before.items() if id not in now]
    found: dict[str, str] = {}
    for id, words in now.items():
        if id in before:
            if before[id] != words:
                found[id] = CHANGED
        elif words in gone:
            gone.remove(words)
        else:
            found[id] = ADDED
    return found


class SavedSearches:
    """The saved searches of one library, with what was seen of each in `folder`."""

    def __init__(self, library: Library, folder: Path) -> None:
        self._library = library
        self._folder = folder

    def standing(self) -> tuple[SearchState, ...]:
        return tuple(self._of(one) for one in searches(self._library.decisions()).values())

    def names(self) -> tuple[str, ...]:
        return tuple(searches(self._library.decisions()))

    def one(self, name: str) -> SearchState:
        """Raises RecoupeError when there is none of that name."""
        return self._of(self._search(name))

    def mark_seen(self, name: str) -> None:
        """From now on, what the search finds is known. Raises as `one`."""
        found = self._found(self._search(name))
        seen = Seen(datetime.now(UTC).isoformat(timespec="seconds"), found)
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._file(name)
        beside = path.with_suffix(".new")
        beside.write_bytes(msgspec.json.encode(seen))
        beside.replace(path)

    def _search(self, name: str) -> SavedSearch:
        search = searches(self._library.decisions()).get(name)
        if search is None:
            raise RecoupeError("There is no saved search “{name}”.", name=name)
        return search

    def _of(self, search: SavedSearch) -> SearchState:
        now = self._found(search)
        seen = self._seen(search.name)
        if seen is None:
            return SearchState(search, None, len(now), ())
        new = changes(seen.articles, now)
        told = tuple(
            New(ArticleId(id), self._library.article(ArticleId(id)).title, change)
            for id, change in new.items()
        )
        return SearchState(search, seen.at, len(now), told)

    def _found(self, search: SavedSearch) -> dict[str, str]:
        request = SearchRequest(
            query=search.query, filters=read_filters(search.filters), limit=0, facets=False,
            excerpts=0, sort=Sort.DATE, finished=True,
        )  # fmt: skip
        hits = self._library.search(request).hits
        return {hit.id: digest(self._library.article(hit.id)) for hit in hits}

    def _seen(self, name: str) -> Seen | None:
        try:
            return msgspec.json.decode(self._file(name).read_bytes(), type=Seen)
        except (OSError, msgspec.DecodeError):
            return None  # never seen, or a file that was cut: all counts as not seen yet

    def _file(self, name: str) -> Path:
        return self._folder / f"{hashlib.sha256(name.encode()).hexdigest()[:16]}.json"
