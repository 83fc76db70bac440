"""Whether the index in use still fits the corpus, the program and the settings."""

from __future__ import annotations

import contextlib
import hashlib
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from index.building.difference import Changes, changes
from index.corpus.folder import walk
from index.corpus.rules import rules_digest
from index.engines import chosen_engine
from index.entities.gazetteer import corpus_files, digest, read_files, shipped_files
from index.entities.models import wanted_model
from index.errors import IndexDamagedError
from index.model.building import Published
from index.shelf.articles import ArticleReader
from index.shelf.generations import STORE_VERSION, Generation, Manifest, Shelf

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from index.corpus.folder import SourceFile
    from index.settings.places import Places
    from index.shelf.articles import FileState


DAMAGED = "a file of it is damaged"
_OTHER_FORM = ("another version of the program built it", "its form is of another version")


def files_of(places: Places) -> list[SourceFile]:
    """The files of the corpus, in the order of their names."""
    return list(walk(places.corpus, ignore=places.settings.ignore))


def note_touched(shelf: Shelf, states: dict[str, FileState], changed: Changes) -> None:
    """Records the new times of files that were only touched, in `states` and for later."""
    if not changed.touched:
        return
    for file in changed.touched:
        states[file.relative] = states[file.relative]._replace(mtime_ns=file.mtime_ns)
    shelf.save_times(state for state in states.values() if state.sha256)


def entity_files(places: Places) -> tuple[Path, ...]:
    """The gazetteers of the corpus itself."""
    found = corpus_files(places.home)
    if places.settings.entities:
        return found
    return tuple(path for path in found if path != places.corpus_settings_file)


def manifest(
    places: Places,
    *,
    articles: int,
    skipped: int,
    segments: int = 1,
    model: str = "",
    read_without: int = 0,
) -> Manifest:
    """What a generation that is built now from this corpus is made by."""
    return Manifest(
        recoupe=_version(),
        schema=chosen_engine().schema,
        analysis=chosen_engine().fingerprint(),
        gazetteers=digest(
            (*read_files(entity_files(places), within=places.home), *shipped_files().values())
        ),
        settings=_settings_digest(places),
        corpus=str(places.corpus),
        articles=articles,
        skipped=skipped,
        segments=segments,
        store=STORE_VERSION,
        model=model,
        read_without=read_without,
    )


def _settings_digest(places: Places) -> str:
    told = msgspec.json.encode([asdict(places.settings), rules_digest(places.corpus)])
    return hashlib.sha256(told).hexdigest()


def why_unfit(places: Places, made: Manifest) -> str | None:
    """Why a generation must be built anew whatever the files are; None when it need not."""
    wanted = manifest(places, articles=made.articles, skipped=made.skipped)
    if made.recoupe != wanted.recoupe:
        return _OTHER_FORM[0]
    if (made.schema, made.analysis, made.store) != (wanted.schema, wanted.analysis, wanted.store):
        return _OTHER_FORM[1]
    if made.gazetteers != wanted.gazetteers:
        return "the lists of names have changed"
    if made.settings != wanted.settings:
        return "the settings of the corpus have changed"
    # An index that was built with a model is good to read where there is none.
    model = wanted_model(places.settings.ner)
    if model and made.model != model:
        return "another model to find names is installed"
    if model and made.read_without:
        return "some articles were read without the model that finds names"
    return None


class Survey(NamedTuple):
    """What a look at the corpus and at the index in use shows."""

    generation: Generation | None
    unfit: str | None
    """A short English reason why everything must be built anew; None when it need not."""
    files: Sequence[SourceFile] = ()
    states: Mapping[str, FileState] = {}
    """The states of the files when they were read."""
    changed: Changes = Changes((), (), ())

    @property
    def readable(self) -> bool:
        """Whether the generation in use answers, be it outdated."""
        return self.generation is not None and self.unfit not in (*_OTHER_FORM, DAMAGED)

    @property
    def outdated(self) -> str | None:
        """A short English reason why the index must be built or updated; None when it is fit."""
        return self.unfit or ("files of the corpus have changed" if self.changed else None)


def survey(places: Places, *, retry: bool = False) -> Survey:
    """Looks at every file of the corpus once, unless all must be built anew anyway.

    With `retry`, files that took too long to read count as changed.
    """
    shelf = Shelf.of(places)
    generation = shelf.current()
    if generation is None:
        return Survey(None, "there is none yet")
    unfit = why_unfit(places, generation.manifest)
    if unfit:
        return Survey(generation, unfit)
    damaged = Survey(generation, DAMAGED)
    if shelf.is_damaged(generation):
        return damaged
    try:
        with contextlib.closing(ArticleReader(generation.folder)) as reader:
            states = shelf.with_times(reader.files())
    except IndexDamagedError:
        shelf.note_damage(generation)
        return damaged
    files = files_of(places)
    changed = changes(files, states, retry=retry)
    note_touched(shelf, states, changed)
    return Survey(generation, None, files, states, changed)


def why_outdated(places: Places) -> str | None:
    """A short English reason why the index must be built or updated; None when it is fit."""
    return survey(places).outdated


def published_before(generation: Generation) -> Published:
    """The generation in use as the outcome of an update that had nothing to do."""
    return Published(
        articles=generation.manifest.articles,
        skipped=generation.manifest.skipped,
        seconds=0.0,
        generation=generation.name,
        model=generation.manifest.model,
        read_without=generation.manifest.read_without,
    )


def _version() -> str:
    try:
        return version("recoupe")
    except PackageNotFoundError:
        return "0"
