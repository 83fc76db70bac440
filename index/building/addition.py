"""A small update: new articles become a segment beside the others, which do not change.

The new generation shares the files of the old one by hard links, so that its cost is that of the changes,
not that of the corpus.
"""

from __future__ import annotations

import os
import shutil
import time
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from index.building.difference import reads_alike
from index.building.fitness import entity_files, manifest
from index.building.job import Advance, Job, PartDone, Resolution
from index.building.team import Team
from index.corpus.folder import assign_ids, plain_id
from index.corpus.rules import load_rules
from index.engines import chosen_engine
from index.entities.models import model_to_build_with
from index.entities.variants import join_attested
from index.model.building import BuildEvent, Progressed, Published, Skipped, Started
from index.shelf.articles import add_notes
from index.shelf.entity_counts import (
    EntityTally,
    load_canonical,
    load_proposals,
    save_proposals,
)
from index.shelf.generations import COMPARED_STEM, EVENTS, TALLIES, Shelf
from index.shelf.learnt_noise import load_noise
from index.shelf.moves import load_moves, save_moves

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from index.building.difference import Changes
    from index.settings.places import Places
    from index.shelf.articles import ArticleReader
    from index.shelf.generations import Generation

_MOST_SEGMENTS = 12
"""Segments at most: a search asks each of them."""
_MOST_FILES = 50
_OF_ONE_GENERATION = ("manifest.json", EVENTS, TALLIES)
"""Files that speak of a generation as a whole."""
_MOST_SHARE = 0.1
"""The share of files that may have changed: more of them are better read with the whole corpus in view."""


def can_be_added(changed: Changes, generation: Generation) -> bool:
    """Whether the changes are few, and leave the ids of all other files as they are."""
    number = len(changed.fresh) + len(changed.gone)
    few = number <= max(_MOST_FILES, _MOST_SHARE * len(changed.kept))
    if not changed.kept or not few or generation.manifest.segments >= _MOST_SEGMENTS:
        return False
    touched = {plain_id(file.relative) for file in changed.fresh}
    touched |= {plain_id(path) for path in changed.gone}
    near = tuple(touched)
    return not any(
        file.relative.startswith(near) and plain_id(file.relative) in touched
        for file in changed.kept
    )


def add(
    places: Places,
    report: Callable[[BuildEvent], None],
    shelf: Shelf,
    generation: Generation,
    reader: ArticleReader,
    changed: Changes,
) -> Published:
    """Puts a generation in use that holds what changed beside what the one in use holds.

    Raises IndexBusyError when another process builds.
    """
    started = time.monotonic()
    made = generation.manifest
    with shelf.building(datetime.now(UTC)) as aside:
        report(Started(files=len(changed.fresh)))
        _share(generation.folder, aside)
        skipped: list[str] = []

        def gather(advance: Advance) -> None:
            for unread in advance.skipped:
                skipped.append(unread.path)
                report(Skipped(path=unread.path, reason=unread.reason))

        files = tuple(changed.fresh)
        model = model_to_build_with(places.settings.ner)
        rules = load_rules(places.corpus, places.settings)
        job = Job(
            number=made.segments,
            folder=aside,
            files=files,
            ids=assign_ids(files),
            entity_files=entity_files(places),
            home=places.home,
            rules=rules,
            moved={new: old for new, old in changed.moved.items() if reads_alike(new, old, rules)},
            earlier=generation.folder,
            model=model,
        )
        taken_back = EntityTally()
        replaced = [file.relative for file in files]
        withdrawn = reader.ids_in([*replaced, *changed.gone])
        for article in reader.articles(withdrawn):
            taken_back.add(article, times=-1)
        with Team([job], gather) as team:
            votes = team.all("read")[0].votes
            team.all("withdraw", withdrawn, changed.gone)
            # A few articles teach nothing new; what the whole corpus taught holds for them, too.
            joined = join_attested(team.all("settle", votes, load_noise(aside)))
            settled = Resolution.of(joined)
            canonical = settled.canonical | load_canonical(aside)
            resolution = replace(settled, canonical=canonical)
            done: PartDone = team.all("finish", resolution, taken_back)[0]
        # A file that both generations share must not be written to.
        proposed = dict.fromkeys((*load_proposals(aside), *joined.proposals))
        (aside / "proposals.msgpack").unlink(missing_ok=True)
        save_proposals(aside, tuple(proposed))
        add_notes(aside, [made.segments], done.faults)
        save_moves(aside, load_moves(generation.folder), done.renamed)
        engine = chosen_engine()
        articles = engine.publish(engine.folder(aside), done.segments, without=withdrawn)
        still_unread = {file.path for file in reader.unread()} - {*replaced, *changed.gone}
        made = manifest(
            places,
            articles=articles,
            skipped=len(still_unread) + done.skipped,
            segments=made.segments + 1,
            model=made.model,
            read_without=made.read_without + (done.articles if made.model != model else 0),
        )
        report(Progressed(done=len(files), files=len(files), articles=done.articles))
        finished = shelf.publish(aside, made)
    published = Published(
        articles=made.articles,
        skipped=made.skipped,
        seconds=round(time.monotonic() - started, 3),
        generation=finished.name,
        model=made.model,
        read_without=made.read_without,
    )
    report(published)
    return published


def _share(old: Path, new: Path) -> None:
    """The files of a generation in the folder of another, by hard links where that is possible."""
    for path in sorted(old.rglob("*")):
        target = new / path.relative_to(old)
        if path.is_dir():
            target.mkdir()
        elif path.name not in _OF_ONE_GENERATION and not path.name.startswith(COMPARED_STEM):
            try:
                os.link(path, target)
            except OSError:
                shutil.copy2(path, target)
