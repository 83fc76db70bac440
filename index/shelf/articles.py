"""The articles of a generation as they were read, in immutable segments of SQLite.

A segment never changes after it was written, so a later generation can share it by a hard link. If
two segments hold the same id, the later one counts; a later one can also withdraw ids.
"""

from __future__ import annotations

import contextlib
import sqlite3
import zlib
from functools import wraps
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import msgspec

from index.errors import ArticleUnknownError
from index.model.article import Article, ArticleId, Noted, Unread
from index.shelf.generation_files import reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

_SCHEMA = """
CREATE TABLE articles (id TEXT PRIMARY KEY, path TEXT NOT NULL, record BLOB NOT NULL);
CREATE TABLE files (
    path TEXT PRIMARY KEY, size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL, reason TEXT,
    sha256 TEXT, notes BLOB
) WITHOUT ROWID;
CREATE TABLE withdrawn (id TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE gone (path TEXT PRIMARY KEY) WITHOUT ROWID;
"""
"""The articles lie in the order in which they come: sorted by id, a page would be split for every few
records, and a seventh of the file would be empty.
"""
_PATTERN = "articles-*.sqlite"
_LEVEL = 1
"""The level of zlib: higher ones cost much more time and save little space here."""

_PAGE = 32_768
"""The size of a page in bytes."""


class FileState(NamedTuple):
    """The state of a file of the corpus when it was read."""

    path: str
    size: int
    mtime_ns: int
    reason: str | None
    """The reason why it gave no article; None if it gave some."""
    sha256: str | None = None
    """The digest of its bytes, in hexadecimal; None if it gave no article."""
    notes: tuple[Noted, ...] = ()
    """Notes on losses and decisions while it was read."""


class ArticleWriter:
    """Writes one segment: articles and file states as they come."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None)
        # Nothing reads the file before it is published, and publishing syncs it.
        self._connection.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;")
        # Records of a few kilobytes fit into pages of this size; with smaller ones each would have
        # a page of its own beside, half empty.
        self._connection.execute(f"PRAGMA page_size={_PAGE}")
        self._connection.executescript(_SCHEMA)
        self._connection.execute("BEGIN")
        self._encoder = msgspec.msgpack.Encoder()

    def add(self, article: Article) -> None:
        record = zlib.compress(self._encoder.encode(article), _LEVEL)
        self._connection.execute(
            "INSERT INTO articles VALUES (?, ?, ?)", (article.id, article.path, record)
        )

    def add_file(self, state: FileState) -> None:
        self._connection.execute(
            "INSERT INTO files VALUES (?, ?, ?, ?, ?, ?)",
            (*state[:5], self._encoder.encode(state.notes) if state.notes else None),
        )

    def withdraw(self, ids: Iterable[ArticleId]) -> None:
        """Articles of earlier segments that no longer exist, or that this segment replaces."""
        self._connection.executemany("INSERT INTO withdrawn VALUES (?)", ((id,) for id in ids))

    def add_gone(self, paths: Iterable[str]) -> None:
        """Files of earlier segments that are no longer in the corpus."""
        self._connection.executemany("INSERT INTO gone VALUES (?)", ((path,) for path in paths))

    def close(self) -> None:
        # Written last, all at once; without this index a look-up by path reads all records.
        self._connection.execute("CREATE INDEX of_path ON articles (path, id)")
        self._connection.execute("COMMIT")
        self._connection.close()


def add_notes(folder: Path, segments: Iterable[int], notes: Iterable[Noted]) -> None:
    """Adds notes on files that are known only after their segments were closed."""
    by_path: dict[str, list[Noted]] = {}
    for note in notes:
        by_path.setdefault(note.path, []).append(note)
    if not by_path:
        return
    for number in segments:
        with contextlib.closing(sqlite3.connect(segment_path(folder, number))) as segment:
            for path, more in by_path.items():
                row = segment.execute("SELECT notes FROM files WHERE path = ?", (path,)).fetchone()
                if row:
                    told = (*_notes(row[0]), *more)
                    segment.execute(
                        "UPDATE files SET notes = ? WHERE path = ?",
                        (msgspec.msgpack.encode(told), path),
                    )
            segment.commit()


_Method = TypeVar("_Method", bound="Callable[..., Any]")


def _guarded(method: _Method) -> _Method:
    """Makes a method of a reader raise IndexDamagedError for any error of SQLite."""

    @wraps(method)
    def read(self: ArticleReader, *arguments: Any) -> Any:
        with reading(self._folder):
            return method(self, *arguments)

    return read  # type: ignore[return-value]


class ArticleReader:
    """Reads the articles of a generation by id. Belongs to the thread that made it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._segments = [
            sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
            for path in sorted(folder.glob(_PATTERN), reverse=True)
        ]
        self._decoder = msgspec.msgpack.Decoder(Article)

    def article(self, id: ArticleId) -> Article:
        """An article by its id; raises ArticleUnknownError when the generation has none.

        This and the methods below raise IndexDamagedError when a file is damaged.
        """
        with reading(self._folder):
            found = self._find(id)
        if found is None:
            raise ArticleUnknownError("No article has the id {id}.", id=id)
        return found

    def _find(self, id: ArticleId) -> Article | None:
        for segment in self._segments:
            row = segment.execute("SELECT record FROM articles WHERE id = ?", (id,)).fetchone()
            if row:
                return self._decoder.decode(zlib.decompress(row[0]))
            if segment.execute("SELECT 1 FROM withdrawn WHERE id = ?", (id,)).fetchone():
                break
        return None

    def articles(self, ids: Sequence[ArticleId]) -> tuple[Article, ...]:
        return tuple(self.article(id) for id in ids)

    def ids(self) -> tuple[ArticleId, ...]:
        """All ids, sorted."""
        return tuple(sorted(self._paths()))

    def ids_by_path(self) -> dict[str, list[ArticleId]]:
        """The ids of the articles that each file holds."""
        held: dict[str, list[ArticleId]] = {}
        for id, path in self._paths().items():
            held.setdefault(path, []).append(id)
        return held

    @_guarded
    def ids_in(self, paths: Iterable[str]) -> tuple[ArticleId, ...]:
        """The ids of the articles that some files hold."""
        found: dict[ArticleId, None] = {}
        for path in paths:
            for at, segment in enumerate(self._segments):
                rows = segment.execute(
                    "SELECT id FROM articles WHERE path = ? ORDER BY id", (path,)
                )
                for (id,) in rows.fetchall():
                    if not self._is_overruled(id, at):
                        found[id] = None
        return tuple(found)

    @_guarded
    def files(self) -> dict[str, FileState]:
        """The state of every file that was looked at, by path."""
        states: dict[str, FileState] = {}
        for segment in reversed(self._segments):
            for (path,) in segment.execute("SELECT path FROM gone"):
                states.pop(path, None)
            rows = segment.execute("SELECT path, size, mtime_ns, reason, sha256, notes FROM files")
            states.update((row[0], _state(row)) for row in rows)
        return states

    @_guarded
    def unread(self) -> tuple[Unread, ...]:
        reasons: dict[str, str] = {}
        for segment in reversed(self._segments):
            # The state in a later segment counts, also that a file was read or is gone.
            gone = {path for (path,) in segment.execute("SELECT path FROM gone")}
            for path in list(reasons):
                known = segment.execute("SELECT 1 FROM files WHERE path = ?", (path,)).fetchone()
                if known or path in gone:
                    del reasons[path]
            reasons.update(
                segment.execute("SELECT path, reason FROM files WHERE reason IS NOT NULL")
            )
        return tuple(Unread(path, reason) for path, reason in sorted(reasons.items()))

    def close(self) -> None:
        for segment in self._segments:
            segment.close()
        self._segments = []

    def _is_overruled(self, id: ArticleId, at: int) -> bool:
        """Whether a later segment than number `at` withdraws or replaces an id."""
        return any(
            later.execute("SELECT 1 FROM withdrawn WHERE id = ?", (id,)).fetchone()
            or later.execute("SELECT 1 FROM articles WHERE id = ?", (id,)).fetchone()
            for later in self._segments[:at]
        )

    @_guarded
    def _paths(self) -> dict[ArticleId, str]:
        paths: dict[ArticleId, str] = {}
        for segment in reversed(self._segments):
            for (id,) in segment.execute("SELECT id FROM withdrawn"):
                paths.pop(id, None)
            paths.update(segment.execute("SELECT id, path FROM articles").fetchall())
        return paths


def _state(row: tuple[Any, ...]) -> FileState:
    path, size, mtime_ns, reason, sha256 = row[:5]
    return FileState(path, size, mtime_ns, reason, sha256, _notes(row[5]))


def _notes(stored: bytes | None) -> tuple[Noted, ...]:
    return msgspec.msgpack.decode(stored, type=tuple[Noted, ...]) if stored else ()


def segment_path(folder: Path, number: int) -> Path:
    return folder / f"articles-{number:04}.sqlite"
