"""Writing an index: in one process or several, whole or a few articles at a time, with a check at
the end.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path

import msgspec

from index.errors import RecoupeError
from index.model.article import Article, ArticleId, EntityId
from index.query.engine import Written, ZoneWords
from index.search.arrays import read_arrays, unpack_strings
from index.search.contents import (
    ARRAYS,
    WHOOSH_FOLDER,
    Contents,
    Segment,
    read_contents,
    write_contents,
)
from index.search.republications import write_origins
from index.search.schema import SCHEMA_VERSION, fingerprint
from index.search.segments import SegmentBuilder
from index.search.whoosh_index import write_table
from index.search.zones import article_words

__all__ = [
    "SCHEMA_VERSION",
    "SegmentBuilder",
    "Written",
    "add_segment",
    "create",
    "fingerprint",
    "publish",
    "write_index",
]


def write_index(
    directory: Path,
    articles: Iterable[Article],
    *,
    names: Callable[[EntityId], str],
) -> int:
    """Indexes all articles into an empty directory; gives their number.

    Raises RecoupeError when an id occurs twice or when the index does not hold what was added.
    """
    create(directory)
    return add_segment(directory, articles, names=names)


def create(directory: Path, *, whoosh: bool = True) -> None:
    """Creates an index without articles, to which segments can be added; `whoosh` also writes
    Whoosh's form.
    """
    contents = Contents(0)
    if whoosh:
        (directory / WHOOSH_FOLDER).mkdir()
        _write_whoosh_table(directory, contents)
    write_origins(directory, ())
    write_contents(directory, contents)


def write_segments(
    directory: Path,
    articles: Iterable[tuple[Article, Sequence[ZoneWords]]],
    *,
    names: Callable[[EntityId], str],
) -> list[Written]:
    """Writes the articles, each with its `article_words`, in as few segments as memory allows.

    A worker process does this with its part; `publish` then makes the segments part of the index.
    """
    written: list[Written] = []
    builder = SegmentBuilder(directory, names=names)
    for article, words in articles:
        if builder.full:
            written.append(builder.finish())
            builder = SegmentBuilder(directory, names=names)
        builder.add(article, words)
    if len(builder):
        written.append(builder.finish())
    return written


def publish(
    directory: Path,
    written: Iterable[Written],
    *,
    without: Collection[ArticleId] = (),
) -> int:
    """Makes the segments part of the index in one step, and checks it; gives the number of its
    articles.

    `without` names articles of earlier segments that are deleted from now on. No existing file is
    changed, so that files may be shared with another generation.
    """
    before = read_contents(directory)
    held = [kept for one in before.segments if (kept := _left_of(directory, one, without))]
    added = list(written)
    segments = (*held, *(one.segment for one in added))
    expected = sum(one.articles - len(one.deleted) for one in held)
    expected += sum(one.articles for one in added)
    _check_ids(directory, segments, expected)
    contents = Contents(before.generation + 1, segments)
    write_origins(directory, segments)
    for path in sorted(directory.rglob("*")):
        if path.is_dir() or path.stat().st_nlink == 1:  # else it is a published generation's, too
            _synchronise(path)
    _write_whoosh_table(directory, contents)
    write_contents(directory, contents)
    for folder in (directory / WHOOSH_FOLDER, directory):
        if folder.is_dir():
            _synchronise(folder)
    return expected


def add_segment(
    directory: Path,
    articles: Iterable[Article],
    *,
    names: Callable[[EntityId], str],
    without: Collection[ArticleId] = (),
) -> int:
    """Adds articles as a small segment of their own; gives the number of articles in the index
    then.

    An article that replaces an older one must be named in `without` too.
    """
    read = ((article, article_words(article)) for article in articles)
    return publish(directory, write_segments(directory, read, names=names), without=without)


def _write_whoosh_table(directory: Path, contents: Contents) -> None:
    folder = directory / WHOOSH_FOLDER
    if folder.is_dir():
        write_table(
            folder,
            [(one.id, one.articles, one.deleted, one.whoosh_words) for one in contents.segments],
            contents.generation,
        )


def _left_of(directory: Path, segment: Segment, without: Collection[ArticleId]) -> Segment | None:
    """The segment without some articles; None if no article is left in it."""
    deleted = set(segment.deleted)
    if without:
        gone = set(without)
        ids = _ids(directory, segment)
        deleted.update(number for number, id_ in enumerate(ids) if id_ in gone)
    if len(deleted) >= segment.articles:
        return None
    return msgspec.structs.replace(segment, deleted=tuple(sorted(deleted)))


def _check_ids(directory: Path, segments: Sequence[Segment], expected: int) -> None:
    seen: set[str] = set()
    count = 0
    for segment in segments:
        deleted = frozenset(segment.deleted)
        for number, id_ in enumerate(_ids(directory, segment)):
            if number in deleted:
                continue
            count += 1
            if id_ in seen:
                raise RecoupeError("Two articles bear the id {id}.", id=id_)
            seen.add(id_)
    if count != expected:
        raise _incomplete(count, expected)


def _ids(directory: Path, segment: Segment) -> list[str]:
    arrays = read_arrays(segment.file(directory, ARRAYS))
    return unpack_strings(arrays["ids"], count=len(arrays["days"]))


def _synchronise(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _incomplete(count: int, expected: int) -> RecoupeError:
    return RecoupeError(
        "The index holds {count} articles instead of {expected}.", count=count, expected=expected
    )
