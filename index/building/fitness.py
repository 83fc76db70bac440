"""Whether the index in use still fits the corpus, the program and the settings."""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

import msgspec

from index.corpus.folder import walk
from index.entities.gazetteer import corpus_files, digest, read_files, shipped_files
from index.search.schema import SCHEMA_VERSION, fingerprint
from index.shelf.articles import ArticleReader
from index.shelf.generations import Manifest, Shelf

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from index.corpus.folder import SourceFile
    from index.places import Places
    from index.shelf.articles import FileState


@dataclass(frozen=True, slots=True)
class Changes:
    """What happened to the files of a corpus since they were read."""

    fresh: tuple[SourceFile, ...]
    """Added, or changed in size or time."""
    kept: tuple[SourceFile, ...]
    gone: tuple[str, ...]
    """Paths of files that are no longer there."""

    def __bool__(self) -> bool:
        return bool(self.fresh or self.gone)


def files_of(places: Places) -> list[SourceFile]:
    """The files of the corpus, in the order of their names."""
    return list(walk(places.corpus, ignore=places.settings.ignore))


def changes(files: Sequence[SourceFile], states: dict[str, FileState]) -> Changes:
    fresh: list[SourceFile] = []
    kept: list[SourceFile] = []
    for file in files:
        state = states.get(file.relative)
        unchanged = state and (state.size, state.mtime_ns) == (file.size, file.mtime_ns)
        (kept if unchanged else fresh).append(file)
    there = {file.relative for file in files}
    return Changes(tuple(fresh), tuple(kept), tuple(path for path in states if path not in there))


def entity_files(places: Places) -> tuple[Path, ...]:
    """The gazetteers of the corpus itself."""
    found = corpus_files(places.corpus if places.corpus.is_dir() else places.corpus.parent)
    if places.settings.entities:
        return found
    return tuple(path for path in found if path != places.corpus_settings_file)


def manifest(places: Places, *, articles: int, skipped: int, segments: int = 1) -> Manifest:
    """What a generation that is built now from this corpus is made by."""
    return Manifest(
        recoupe=_version(),
        schema=SCHEMA_VERSION,
        analysis=fingerprint(),
        gazetteers=digest((*read_files(entity_files(places)), *shipped_files().values())),
        settings=hashlib.sha256(msgspec.json.encode(asdict(places.settings))).hexdigest(),
        corpus=str(places.corpus),
        articles=articles,
        skipped=skipped,
        segments=segments,
    )


def why_unfit(places: Places, made: Manifest) -> str | None:
    """Why a generation must be built anew whatever the files are; None when it need not."""
    wanted = manifest(places, articles=made.articles, skipped=made.skipped)
    if made.recoupe != wanted.recoupe:
        return "another version of the program built it"
    if (made.schema, made.analysis) != (wanted.schema, wanted.analysis):
        return "its form is of another version"
    if made.gazetteers != wanted.gazetteers:
        return "the lists of names have changed"
    if made.settings != wanted.settings:
        return "the settings of the corpus have changed"
    return None


def why_outdated(places: Places) -> str | None:
    """A short English reason why the index must be built or updated; None when it is fit."""
    generation = Shelf(places.index).current()
    if generation is None:
        return "there is none yet"
    unfit = why_unfit(places, generation.manifest)
    if unfit:
        return unfit
    reader = ArticleReader(generation.folder)
    try:
        changed = changes(files_of(places), reader.files())
    finally:
        reader.close()
    return "files of the corpus have changed" if changed else None


def _version() -> str:
    try:
        return version("recoupe")
    except PackageNotFoundError:
        return "0"
