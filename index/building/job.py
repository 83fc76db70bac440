"""What a part of a build is told to do, and what it says in return; all of it goes between processes."""

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
from index.shelf.entity_counts import EntityTally


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
    home: Path | None = None
    """The folder in which they lie."""
    rules: RuleBook = field(default_factory=RuleBook)
    model: str = ""
    """The statistical model that helps to find names; empty for none."""
    kept: dict[str, FileState] = field(default_factory=dict)
    """Files that are taken over from `earlier` as they were read then."""
    moved: dict[str, str] = field(default_factory=dict)
    """Files that are taken over from another path: the new one → the old one."""
    shares: dict[str, Share] = field(default_factory=dict)
    """Large files of records that all parts read, each its own share of them."""
    earlier: Path | None = None
    """The folder of the generation in use, when anything is taken over from it."""
    slow: frozenset[str] = frozenset()
    """Files that held up a process that read this part before."""

    @property
    def foreign(self) -> bool:
        """Whether any file is read by a library that is not ours, whatever that may do in C."""
        return any(
            (known := format_of(file.relative)) is not None and known.library
            for file in self.files
            if file.relative not in self.kept and file.relative not in self.moved
        )


@dataclass(frozen=True, slots=True)
class Advance:
    """How far a part has come since it last said so."""

    files: int
    articles: int
    skipped: tuple[Unread, ...] = ()


@dataclass(frozen=True, slots=True)
class Resolution:
    """Which entities are one, and what they are called, over the whole corpus."""

    canonical: dict[EntityId, EntityId]
    """From an id to the one that is kept; ids that stay are left out."""
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
    """What a part has written."""

    segments: tuple[Written, ...]
    articles: int
    skipped: int
    tally: EntityTally
    renamed: dict[ArticleId, ArticleId] = field(default_factory=dict)
    """The ids of articles whose file was moved: from the old to the new one."""
    faults: tuple[Noted, ...] = ()
    """Articles whose names were lost by a fault of ours."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What the first pass of a part says to the others."""

    votes: CorpusVotes
    noise: NoiseLearner
