"""From a folder of files to a generation in use: the only place where all rooms meet to build."""

from __future__ import annotations

import hashlib
import time
from dataclasses import asdict
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from index.annotation import annotate
from index.corpus.folder import assign_ids, walk
from index.corpus.reading import read_file
from index.entities.gazetteer import corpus_files, digest, read_files
from index.entities.recognition import Recogniser, shipped_files
from index.errors import CorpusError
from index.model.article import Article, ArticleId, Unread
from index.model.building import BuildEvent, Progressed, Published, Skipped, Started
from index.search.building import SCHEMA_VERSION, fingerprint, write_index
from index.shelf.articles import (
    ArticleReader,
    ArticleWriter,
    EntityTally,
    FileState,
    segment_path,
)
from index.shelf.generations import Manifest, Shelf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from index.corpus.folder import SourceFile
    from index.places import Places

_EVERY = 0.1
"""Seconds between two reports of progress."""


def rebuild(places: Places, report: Callable[[BuildEvent], None]) -> Published:
    """Reads the whole corpus and puts a new generation in use.

    Raises CorpusError when there is nothing to read, IndexBusyError when another process builds.
    """
    return _build(places, report, kept={})


def update(places: Places, report: Callable[[BuildEvent], None]) -> Published:
    """Reads only files that were added or changed since; the rest is taken over as it was."""
    generation = Shelf(places.index).current()
    if generation is None or _why_unfit(places, generation.manifest):
        return rebuild(places, report)
    reader = ArticleReader(generation.folder)
    try:
        states = reader.files()
        files = _files(places)
        kept = {file.relative: states[file.relative] for file in files if _unchanged(file, states)}
        if len(kept) == len(files) == len(states):
            return Published(
                articles=generation.manifest.articles,
                skipped=generation.manifest.skipped,
                seconds=0.0,
                generation=generation.name,
            )
        return _build(places, report, kept=kept, reader=reader)
    finally:
        reader.close()


def why_outdated(places: Places) -> str | None:
    """A short English reason why the index in use must be built or updated; None when it is fit."""
    generation = Shelf(places.index).current()
    if generation is None:
        return "there is none yet"
    unfit = _why_unfit(places, generation.manifest)
    if unfit:
        return unfit
    reader = ArticleReader(generation.folder)
    try:
        states = reader.files()
    finally:
        reader.close()
    files = _files(places)
    if len(files) != len(states) or not all(_unchanged(file, states) for file in files):
        return "files of the corpus have changed"
    return None


class _Reading:
    """Passes over the files once, annotating and storing each article on its way to the index."""

    def __init__(
        self,
        places: Places,
        files: Sequence[SourceFile],
        store: ArticleWriter,
        report: Callable[[BuildEvent], None],
        *,
        kept: dict[str, FileState],
        reader: ArticleReader | None,
    ) -> None:
        self._files = files
        self._ids = assign_ids(files)
        self._store = store
        self._report = report
        self._kept = kept
        self._reader = reader
        self._settings = places.settings
        self.recogniser = Recogniser.load(entity_files(places))
        self.tally = EntityTally()
        self.articles = 0
        self.skipped = 0

    def __iter__(self) -> Iterator[Article]:
        earlier = self._articles_by_path()
        reported = time.monotonic()
        for done, file in enumerate(self._files, start=1):
            reason: str | None = None
            if file.relative in self._kept:
                reason = self._kept[file.relative].reason
                found: Iterator[Article | Unread] = (
                    (self._reader.article(id) for id in earlier.get(file.relative, ()))
                    if self._reader
                    else iter(())
                )
            else:
                found = self._read(file)
            for article in found:
                if isinstance(article, Unread):
                    reason = article.reason
                    continue
                self._store.add(article)
                self.tally.add(article)
                self.articles += 1
                yield article
            if reason is not None:
                self.skipped += 1
                self._report(Skipped(path=file.relative, reason=reason))
            self._store.add_file(FileState(file.relative, file.size, file.mtime_ns, reason))
            if time.monotonic() - reported >= _EVERY or done == len(self._files):
                reported = time.monotonic()
                self._report(Progressed(done=done, files=len(self._files), articles=self.articles))

    def _read(self, file: SourceFile) -> Iterator[Article | Unread]:
        for article in read_file(file, id=self._ids[file.relative], settings=self._settings):
            if isinstance(article, Unread):
                yield article
            else:
                yield annotate(article, self.recogniser)

    def _articles_by_path(self) -> dict[str, list[ArticleId]]:
        if self._reader is None:
            return {}
        return self._reader.ids_by_path()


def _build(
    places: Places,
    report: Callable[[BuildEvent], None],
    *,
    kept: dict[str, FileState],
    reader: ArticleReader | None = None,
) -> Published:
    started = time.monotonic()
    files = _files(places)
    if not files:
        raise CorpusError(
            "There is no file to read in {corpus}.",
            advice="Put articles there, or name another folder.",
            corpus=places.corpus,
        )
    shelf = Shelf(places.index)
    with shelf.building(datetime.now(UTC)) as aside:
        report(Started(files=len(files)))
        store = ArticleWriter(segment_path(aside, 0))
        reading = _Reading(places, files, store, report, kept=kept, reader=reader)
        recogniser = reading.recogniser
        folder = aside / "whoosh"
        folder.mkdir()
        written = write_index(folder, reading, names=recogniser.name)
        if written != reading.articles:
            raise CorpusError(
                "Only {written} of {articles} articles reached the index; the old one stays in use.",
                written=written,
                articles=reading.articles,
            )
        store.close(reading.tally.entities(name_of=recogniser.name, known=recogniser.known))
        generation = shelf.publish(
            aside,
            _wanted(places, articles=reading.articles, skipped=reading.skipped),
        )
    published = Published(
        articles=reading.articles,
        skipped=reading.skipped,
        seconds=round(time.monotonic() - started, 3),
        generation=generation.name,
    )
    report(published)
    return published


def entity_files(places: Places) -> tuple[Path, ...]:
    """The gazetteers of the corpus itself."""
    found = corpus_files(places.corpus if places.corpus.is_dir() else places.corpus.parent)
    if places.settings.entities:
        return found
    return tuple(path for path in found if path != places.corpus_settings_file)


def _files(places: Places) -> list[SourceFile]:
    return list(walk(places.corpus, ignore=places.settings.ignore))


def _unchanged(file: SourceFile, states: dict[str, FileState]) -> bool:
    state = states.get(file.relative)
    return state is not None and (state.size, state.mtime_ns) == (file.size, file.mtime_ns)


def _wanted(places: Places, *, articles: int, skipped: int) -> Manifest:
    return Manifest(
        recoupe=_version(),
        schema=SCHEMA_VERSION,
        analysis=fingerprint(),
        gazetteers=digest((*read_files(entity_files(places)), *shipped_files().values())),
        settings=hashlib.sha256(msgspec.json.encode(asdict(places.settings))).hexdigest(),
        corpus=str(places.corpus),
        articles=articles,
        skipped=skipped,
    )


def _why_unfit(places: Places, manifest: Manifest) -> str | None:
    wanted = _wanted(places, articles=manifest.articles, skipped=manifest.skipped)
    if manifest.recoupe != wanted.recoupe:
        return "another version of the program built it"
    if (manifest.schema, manifest.analysis) != (wanted.schema, wanted.analysis):
        return "its form is of another version"
    if manifest.gazetteers != wanted.gazetteers:
        return "the lists of names have changed"
    if manifest.settings != wanted.settings:
        return "the settings of the corpus have changed"
    return None


def _version() -> str:
    try:
        return version("recoupe")
    except PackageNotFoundError:
        return "0"
