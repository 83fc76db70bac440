"""Building an index: one process or several, whole or by a few articles, checked at the end."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path

from index.errors import RecoupeError
from index.model.article import Article, ArticleId, EntityId
from index.query.engine import Written, ZoneWords
from index.search.arrays import read_arrays, unpack_strings
from index.search.engine import TEMPORARY, TOC, FileIndex, FileStorage, clean_files
from index.search.schema import SCHEMA_VERSION, fingerprint, make_schema
from index.search.segments import ARRAYS, SegmentBuilder
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
_NAME = "MAIN"


def write_index(
    directory: Path,
    articles: Iterable[Article],
    *,
    names: Callable[[EntityId], str],
) -> int:
    """Indexes all articles into an empty directory; gives how many there are.

    Raises RecoupeError when an id occurs twice or when the index does not hold what was added.
    """
    create(directory)
    return add_segment(directory, articles, names=names)


def create(directory: Path) -> None:
    """An index without articles, into which segments can be written."""
    FileIndex.create(FileStorage(str(directory)), make_schema(), _NAME)


def write_segments(
    directory: Path,
    articles: Iterable[tuple[Article, Sequence[ZoneWords]]],
    *,
    names: Callable[[EntityId], str],
) -> list[Written]:
    """The articles, each with its `article_words`, as segments, as few as memory allows; what a worker
    process does with its part.

    `publish` makes them part of the index.
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
    """Makes the segments part of the index in one step, and checks it; gives the articles it holds.

    `without` names articles of the segments that were there before: they are left out from now on.
    No file that was there is changed, so that files may be shared with another generation.
    """
    # Whoosh's writers share one folder for what is temporary: it goes when all of them are done.
    shutil.rmtree(directory / f"{_NAME}.tmp", ignore_errors=True)
    storage = FileStorage(str(directory))
    contents = TOC.read(storage, _NAME)
    held = [segment for segment in contents.segments if _leave_out(directory, segment, without)]
    added = list(written)
    segments = held + [one.segment for one in added]
    expected = sum(s.doc_count_all() - s.deleted_count() for s in held)
    expected += sum(one.articles for one in added)
    _check_ids(directory, segments, expected)
    generation = contents.generation + 1
    for left_over in directory.glob(f"*{TEMPORARY}"):
        shutil.rmtree(left_over, ignore_errors=True)
    for name in sorted(storage.list()):
        _synchronise(directory / name)
    TOC(contents.schema, segments, generation).write(storage, _NAME)
    clean_files(storage, _NAME, generation, segments)
    _synchronise(directory / TOC._filename(_NAME, generation))
    _synchronise(directory)
    with FileIndex(storage, indexname=_NAME).reader() as reader:
        count = int(reader.doc_count())
    if count != expected:
        raise _incomplete(count, expected)
    return count


def add_segment(
    directory: Path,
    articles: Iterable[Article],
    *,
    names: Callable[[EntityId], str],
    without: Collection[ArticleId] = (),
) -> int:
    """Adds articles as a small segment of their own; gives how many the index holds then.

    An article that is to take the place of an older one must be named in `without` too.
    """
    read = ((article, article_words(article)) for article in articles)
    return publish(directory, write_segments(directory, read, names=names), without=without)


def _leave_out(directory: Path, segment: object, without: Collection[ArticleId]) -> bool:
    """Marks the articles as deleted; gives whether the segment holds any other."""
    if without:
        gone = set(without)
        for number, id_ in enumerate(_ids(directory, segment)):
            if id_ in gone:
                segment.delete_document(number)  # type: ignore[attr-defined]
    return bool(segment.deleted_count() < segment.doc_count_all())  # type: ignore[attr-defined]


def _check_ids(directory: Path, segments: list[object], expected: int) -> None:
    seen: set[str] = set()
    count = 0
    for segment in segments:
        for number, id_ in enumerate(_ids(directory, segment)):
            if segment.is_deleted(number):  # type: ignore[attr-defined]
                continue
            count += 1
            if id_ in seen:
                raise RecoupeError("Two articles bear the id {id}.", id=id_)
            seen.add(id_)
    if count != expected:
        raise _incomplete(count, expected)


def _ids(directory: Path, segment: object) -> list[str]:
    arrays = read_arrays(directory / segment.make_filename(ARRAYS))  # type: ignore[attr-defined]
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
