"""One part of a build: some files read, annotated, stored and indexed as a segment of their own."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from index.annotation import annotate
from index.corpus.folder import SourceFile
from index.corpus.reading import read_file
from index.entities.recognition import Recogniser
from index.model.article import Article, ArticleId, EntityId, Unread
from index.search.building import WrittenSegment, write_segments
from index.shelf.articles import ArticleReader, ArticleWriter, FileState, segment_path
from index.shelf.entities import EntityTally

_EVERY = 0.1
"""Seconds between two reports of progress."""


@dataclass(frozen=True, slots=True)
class Job:
    """What a part needs to know; it can be sent to another process."""

    number: int
    """Of the segment of articles that it writes."""
    folder: Path
    """Of the generation that is being built."""
    files: tuple[SourceFile, ...]
    ids: dict[str, ArticleId]
    """The id of each file's first or only article."""
    entity_files: tuple[Path, ...]
    kept: dict[str, FileState] = field(default_factory=dict)
    """Files that are taken over from `earlier` as they were read then."""
    earlier: Path | None = None
    """The folder of the generation in use, when anything is taken over from it."""


@dataclass(frozen=True, slots=True)
class Advance:
    """How far a part has come since it last said so."""

    files: int
    articles: int
    skipped: tuple[Unread, ...] = ()


@dataclass(frozen=True, slots=True)
class PartDone:
    """What a part has written."""

    segments: tuple[WrittenSegment, ...]
    articles: int
    skipped: int
    tally: EntityTally
    names: dict[EntityId, str]
    known: frozenset[EntityId]


class Part:
    """Carries a job out in one pass over its files; nothing of it is seen before it is published."""

    def __init__(self, job: Job, report: Callable[[Advance], None]) -> None:
        self._job = job
        self._report = report
        self._recogniser = Recogniser.load(job.entity_files)
        self._tally = EntityTally()
        self._articles = 0
        self._skipped: list[Unread] = []
        self._earlier = ArticleReader(job.earlier) if job.earlier else None
        self._earlier_ids = self._earlier.ids_by_path() if self._earlier else {}

    def carry_out(self) -> PartDone:
        try:
            return self._carry_out()
        finally:
            if self._earlier:
                self._earlier.close()

    def _carry_out(self) -> PartDone:
        job = self._job
        writer = ArticleWriter(segment_path(job.folder, job.number))
        segments = write_segments(
            job.folder / "whoosh", self._read(writer), names=self._recogniser.name
        )
        writer.close()
        entities = self._tally.ids()
        return PartDone(
            segments=tuple(segments),
            articles=self._articles,
            skipped=len(self._skipped),
            tally=self._tally,
            names={entity: self._recogniser.name(entity) for entity in entities},
            known=frozenset(filter(self._recogniser.known, entities)),
        )

    def _read(self, writer: ArticleWriter) -> Iterator[Article]:
        """The articles of all files, each stored and counted on its way to the index."""
        reported = time.monotonic()
        told_files = told_articles = told_skipped = 0
        for done, file in enumerate(self._job.files, start=1):
            reason = None
            for found in self._articles_of(file):
                if isinstance(found, Unread):
                    reason = found.reason
                    self._skipped.append(found)
                    continue
                writer.add(found)
                self._tally.add(found)
                self._articles += 1
                yield found
            writer.add_file(FileState(file.relative, file.size, file.mtime_ns, reason))
            if time.monotonic() - reported >= _EVERY or done == len(self._job.files):
                self._report(
                    Advance(
                        files=done - told_files,
                        articles=self._articles - told_articles,
                        skipped=tuple(self._skipped[told_skipped:]),
                    )
                )
                reported = time.monotonic()
                told_files, told_articles = done, self._articles
                told_skipped = len(self._skipped)

    def _articles_of(self, file: SourceFile) -> Iterator[Article | Unread]:
        state = self._job.kept.get(file.relative)
        if state is not None and self._earlier is not None:
            for id in self._earlier_ids.get(file.relative, ()):
                yield self._earlier.article(id)
            if state.reason is not None:
                yield Unread(file.relative, state.reason)
            return
        for found in read_file(file, id=self._job.ids[file.relative]):
            yield found if isinstance(found, Unread) else annotate(found, self._recogniser)
