"""`rebuild` and `update`: they choose what is read and what is taken over, and switch at the end."""

from __future__ import annotations

import contextlib
import math
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from index.building.addition import add, can_be_added
from index.building.difference import reads_alike
from index.building.faults import faults_told
from index.building.fitness import (
    Survey,
    entity_files,
    files_of,
    manifest,
    published_before,
    survey,
)
from index.building.job import Advance, Job, PartDone, Resolution
from index.building.space import full_disk_told
from index.building.team import Team, processes
from index.corpus.file_reading import Share
from index.corpus.folder import assign_ids
from index.corpus.formats.format_registry import format_of
from index.corpus.noise import LearntLine, NoiseLearner
from index.corpus.rules import load_rules
from index.engines import chosen_engine
from index.entities.models import model_to_build_with
from index.entities.variants import Attested, Proposal, join_attested
from index.entities.votes import CorpusVotes
from index.errors import CorpusError
from index.model.building import BuildEvent, Progressed, Published, Skipped, Started
from index.shelf.articles import ArticleReader, FileState, add_notes
from index.shelf.entity_counts import save_canonical, save_proposals
from index.shelf.generations import Generation, Shelf
from index.shelf.learnt_noise import Learning, save_noise
from index.shelf.moves import load_moves, save_moves

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from index.corpus.folder import SourceFile
    from index.corpus.rules import RuleBook
    from index.settings.places import Places


_LARGE = 4_000_000
"""Bytes from which a file of records is read by all processes, each its share."""


def rebuild(places: Places, report: Callable[[BuildEvent], None]) -> Published:
    """Reads the whole corpus and puts a new generation in use.

    Raises CorpusError when there is nothing to read, IndexBusyError when another process builds.
    """
    shelf = Shelf.of(places)
    with shelf.locked(), full_disk_told(places.index), faults_told():
        return _build(places, report, shelf, files_of(places), kept={}, earlier=None)


def update(places: Places, report: Callable[[BuildEvent], None]) -> Published:
    """Reads only files that were added or changed since; the rest is taken over as it was.

    A few files become a segment beside those that are there; many, and the segments of many
    updates, are written anew as one. Raises what `rebuild` does.
    """
    shelf = Shelf.of(places)
    with shelf.locked():
        # Looked at under the lock: what another process has just put in use counts, and stays.
        return bring_up_to_date(places, report, shelf, survey(places, retry=True))


def bring_up_to_date(
    places: Places, report: Callable[[BuildEvent], None], shelf: Shelf, seen: Survey
) -> Published:
    """What `update` does, by a look at the corpus that was taken under the lock of the shelf."""
    with full_disk_told(places.index), faults_told():
        return _brought_up_to_date(places, report, shelf, seen)


def _brought_up_to_date(
    places: Places, report: Callable[[BuildEvent], None], shelf: Shelf, seen: Survey
) -> Published:
    generation, changed = seen.generation, seen.changed
    if generation is None or seen.unfit:
        return _build(places, report, shelf, files_of(places), kept={}, earlier=None)
    if not changed:
        published = published_before(generation)
        report(published)
        return published
    if can_be_added(changed, generation):
        with contextlib.closing(ArticleReader(generation.folder)) as reader:
            return add(places, report, shelf, generation, reader, changed)
    kept = {file.relative: seen.states[file.relative] for file in changed.kept}
    return _build(
        places, report, shelf, seen.files, kept=kept, earlier=generation, moved=changed.moved
    )


def _build(
    places: Places,
    report: Callable[[BuildEvent], None],
    shelf: Shelf,
    files: Sequence[SourceFile],
    *,
    kept: dict[str, FileState],
    earlier: Generation | None,
    moved: Mapping[str, str] | None = None,
) -> Published:
    started = time.monotonic()
    if not files:
        raise CorpusError(
            "There is no file to read in {corpus}.",
            advice="Put articles there, or name another folder.",
            corpus=places.corpus,
        )
    model = model_to_build_with(places.settings.ner)
    before = shelf.current()
    rules = load_rules(places.corpus, places.settings)
    alike = {new: old for new, old in (moved or {}).items() if reads_alike(new, old, rules)}
    with shelf.building(datetime.now(UTC)) as aside:
        report(Started(files=len(files)))
        engine = chosen_engine()
        folder = engine.folder(aside)
        engine.create(folder, portable=places.user.whoosh)
        with Team(
            _jobs(
                places,
                files,
                aside,
                rules=rules,
                kept=kept,
                moved=alike,
                earlier=earlier,
                model=model,
            ),
            _gathered(report, len(files), sum(file.size for file in files)),
        ) as team:
            learnt, resolution, proposals = _agreed(team, rules)
            done: list[PartDone] = team.all("finish", resolution)
        articles = sum(part.articles for part in done)
        skipped = sum(part.skipped for part in done)
        written = engine.publish(folder, [segment for part in done for segment in part.segments])
        if written != articles:
            raise CorpusError(
                "Only {written} of {articles} articles reached the index; the old one stays in use.",
                written=written,
                articles=articles,
            )
        add_notes(aside, range(len(done)), (fault for part in done for fault in part.faults))
        save_canonical(aside, resolution.canonical)
        now = datetime.now(UTC).isoformat(timespec="seconds")
        save_noise(aside, learnt, learning=Learning(at=now, articles=articles))
        renamed = {old: new for part in done for old, new in part.renamed.items()}
        save_moves(aside, load_moves(earlier.folder) if earlier else {}, renamed)
        save_proposals(aside, proposals)
        generation = shelf.publish(
            aside,
            manifest(places, articles=articles, skipped=skipped, segments=len(done), model=model),
        )
    published = Published(
        articles=articles,
        skipped=skipped,
        seconds=round(time.monotonic() - started, 3),
        generation=generation.name,
        model=model,
        lost_model=before.manifest.model if before and places.settings.ner and not model else "",
    )
    report(published)
    return published


def _agreed(
    team: Team, rules: RuleBook
) -> tuple[tuple[LearntLine, ...], Resolution, tuple[Proposal, ...]]:
    """What the parts agree on: lines that are repeated, entities that are one, and those that may be.

    All data for this is released at the end: the parts need most memory after that.
    """
    attested, learnt = _attested(team, rules)
    joined = join_attested(attested)
    return learnt, Resolution.of(joined), joined.proposals


def _attested(team: Team, rules: RuleBook) -> tuple[list[Attested], tuple[LearntLine, ...]]:
    votes, noise = CorpusVotes(), NoiseLearner()
    for seen in team.all("read"):
        votes.merge(seen.votes)
        noise.merge(seen.noise)
    learnt = noise.learnt(keep=rules.refused)
    return team.all("settle", votes, learnt), learnt


def _jobs(
    places: Places,
    files: Sequence[SourceFile],
    aside: Path,
    *,
    rules: RuleBook,
    kept: dict[str, FileState],
    moved: Mapping[str, str],
    earlier: Generation | None,
    model: str,
) -> list[Job]:
    """The files dealt out by size, so that all parts are done at about the same time."""
    ids = assign_ids(files)
    large = [
        file
        for file in files
        if file.size >= _LARGE
        and file.relative not in kept
        and file.relative not in moved
        and (known := format_of(file.relative)) is not None
        and known.holds_records
    ]
    number = processes(math.inf if large else len(files), sum(file.size for file in files))
    parts: list[list[SourceFile]] = [[*large] for _ in range(number)]
    sizes = [0] * number
    shared = {file.relative for file in large}
    for file in sorted(files, key=lambda file: -file.size):
        if file.relative in shared:
            continue
        least = sizes.index(min(sizes))
        parts[least].append(file)
        sizes[least] += file.size + 1
    return [
        Job(
            number=at,
            folder=aside,
            files=tuple(sorted(part, key=lambda file: file.relative)),
            ids={file.relative: ids[file.relative] for file in part},
            entity_files=entity_files(places),
            home=places.home,
            rules=rules,
            model=model,
            kept={file.relative: kept[file.relative] for file in part if file.relative in kept},
            moved={file.relative: moved[file.relative] for file in part if file.relative in moved},
            shares={path: Share(at, number) for path in shared},
            earlier=earlier.folder if earlier else None,
        )
        for at, part in enumerate(parts)
    ]


def _gathered(
    report: Callable[[BuildEvent], None], files: int, size: int
) -> Callable[[Advance], None]:
    """The reports of the parts, added up."""
    done = articles = read = 0

    def gather(advance: Advance) -> None:
        nonlocal done, articles, read
        done += advance.files
        articles += advance.articles
        read += advance.read
        for unread in advance.skipped:
            report(Skipped(path=unread.path, reason=unread.reason))
        report(Progressed(done=done, files=files, articles=articles, read=read, size=size))

    return gather
