"""The orders to a part of a build and its answers; all of them are sent between processes."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from index.corpus.file_reading import Share
from index.corpus.folder import SourceFile
from index.corpus.formats.format_registry import format_of
from index.corpus.noise import NoiseLearner
from index.corpus.rules import RuleBook
from index.entities.variants import Joined
from index.entities.votes import CorpusVotes
from index.model.article import ArticleId, EntityId, Noted, Unread
from index.query.engine import Written
from index.shelf.articles import FileState


@dataclass(frozen=True, slots=True)
class Job:
    """All that a part needs to know; it can be sent to another process."""

    number: int
    """The number of the segment of articles that the part writes."""
    folder: Path
    """The folder of the generation that is being built."""
    files: tuple[SourceFile, ...]
    ids: dict[str, ArticleId]
    """The id of each file's first or only article."""
    entity_files: tuple[Path, ...]
    home: Path | None = None
    """The folder of the corpus."""
    rules: RuleBook = field(default_factory=RuleBook)
    model: str = ""
    """The statistical model that helps to find names; empty for none."""
    kept: dict[str, FileState] = field(default_factory=dict)
    """Files taken over from `earlier` as they were read then."""
    moved: dict[str, str] = field(default_factory=dict)
    """Files taken over from another path: the new one → the old one."""
    shares: dict[str, Share] = field(default_factory=dict)
    """Large files of records; every part reads its own share of each."""
    earlier: Path | None = None
    """The folder of the generation in use, if anything is taken over from it."""
    slow: frozenset[str] = frozenset()
    """Files that stopped an earlier process which read this part."""

    @property
    def foreign(self) -> bool:
        """Whether any file is read by a library of others, whose C code may do anything."""
        return any(
            (known := format_of(file.relative)) is not None and known.library
            for file in self.files
            if file.relative not in self.kept and file.relative not in self.moved
        )


@dataclass(frozen=True, slots=True)
class Advance:
    """The progress of a part since its last report."""

    files: int
    articles: int
    skipped: tuple[Unread, ...] = ()
    read: int = 0
    """Bytes of files, about so many of one that is being read."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """The entities that are one, and their names, over the whole corpus."""

    canonical: dict[EntityId, EntityId]
    """From an id to the one that is kept; unchanged ids are left out."""
    names: dict[EntityId, str]
    known: frozenset[EntityId]

    @classmethod
    def of(cls, joined: Joined) -> Resolution:
        return cls(
            canonical=joined.canonical,
            names={entity.id: entity.name for entity in joined.entities},
            known=frozenset(entity.id for entity in joined.entities if entity.known),
        )


@dataclass(frozen=True, slots=True)
class PartDone:
    """The files and counts that a part has written."""

    segments: tuple[Written, ...]
    articles: int
    skipped: int
    renamed: dict[ArticleId, ArticleId] = field(default_factory=dict)
    """The ids of articles whose file was moved: from the old to the new one."""
    faults: tuple[Noted, ...] = ()
    """Articles whose names were lost by an error of our own."""


@dataclass(frozen=True, slots=True)
class Seen:
    """The results of the first pass of a part, for the other parts."""

    votes: CorpusVotes
    noise: NoiseLearner
