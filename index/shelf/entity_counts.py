"""The counts of the entities of a generation and of their forms, which can be added up.

Each segment of articles has its counts beside it; the counts of an update are those of its new
articles minus those of the articles that it removed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import msgspec

from index.entities.lives import Life, lives_of
from index.model.article import GLUED, Article, ArticleId, DateValue, EntityId, Kind
from index.model.found import Entity, Extractor, Form, FoundBy
from index.model.surface import glued_word, named_forms, surface
from index.shelf.generation_files import read_record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from index.entities.offices import Office
    from index.entities.variants import Proposal

_PATTERN = "entities-*.msgpack"
_CANONICAL = "canonical.msgpack"
_PROPOSALS = "proposals.msgpack"


@dataclass(slots=True)
class GluedForm:
    """A name with a word stuck to it, and its places."""

    form: str
    """The name without that word."""
    articles: dict[ArticleId, int] = field(default_factory=dict)
    """The count in each article."""


class OfficePlace(NamedTuple):
    """The place and the time at which an article states an office."""

    start: int
    end: int
    form: str
    """The spelling of the person's name there."""
    source: str | None
    published: DateValue


Slips: TypeAlias = dict[EntityId, dict[str, GluedForm]]
"""Glued forms by entity and glued word."""
Offices: TypeAlias = dict[EntityId, dict[str, dict[ArticleId, OfficePlace]]]
"""By person and wording, the first place in each article."""


Lives: TypeAlias = dict[EntityId, dict[ArticleId, Life]]
"""What each article tells of the life of a person."""


@cache
def _extractor(by: str) -> str:
    """The name of what found a mention, from the few words that tell it."""
    return Extractor.of(by).value


@dataclass(slots=True)
class EntityTally:
    """Counts entities over a stream of articles; tallies can be merged."""

    articles: dict[EntityId, int] = field(default_factory=dict)
    forms: dict[EntityId, dict[str, int]] = field(default_factory=dict)
    kinds: dict[EntityId, Kind] = field(default_factory=dict)
    names: dict[EntityId, str] = field(default_factory=dict)
    """The names of entities whose name is settled."""
    known: set[EntityId] = field(default_factory=set)
    """Entities that a gazetteer or the reader names."""
    slips: Slips = field(default_factory=dict)
    """Glued forms, which are not among the forms."""
    found_by: dict[EntityId, dict[str, int]] = field(default_factory=dict)
    """How many mentions each extractor found."""
    offices: Offices = field(default_factory=dict)
    lives: Lives = field(default_factory=dict)
    withdrawn: set[ArticleId] = field(default_factory=set)
    """Articles whose offices and lives in earlier tallies are no longer right."""

    def add(self, article: Article, offices: Iterable[Office] = (), *, times: int = 1) -> None:
        """Counts the mentions of an article; with `times=-1` subtracts them."""
        if times < 0:
            self.withdrawn.add(article.id)
        else:
            self._add_lives(article)
        for office in offices:
            self._add_office(article, office)
        here: set[EntityId] = set()
        for mention, form in named_forms(article):
            if mention.by == GLUED:
                words = self.slips.setdefault(mention.entity, {})
                slip = words.setdefault(glued_word(article.text, mention), GluedForm(form))
                slip.articles[article.id] = slip.articles.get(article.id, 0) + times
                continue
            here.add(mention.entity)
            self.kinds[mention.entity] = mention.kind
            forms = self.forms.setdefault(mention.entity, {})
            forms[form] = forms.get(form, 0) + times
            found_by = self.found_by.setdefault(mention.entity, {})
            extractor = _extractor(mention.by)
            found_by[extractor] = found_by.get(extractor, 0) + times
        for entity in here:
            self.articles[entity] = self.articles.get(entity, 0) + times

    def _add_lives(self, article: Article) -> None:
        stated = article.published.earliest
        year = int(stated[:4]) if stated else None
        found = lives_of(article.text, article.annotations.mentions, year)
        for entity, life in found.items():
            self.lives.setdefault(entity, {})[article.id] = life

    def _add_office(self, article: Article, office: Office) -> None:
        mention = article.annotations.mentions[office.mention]
        wordings = self.offices.setdefault(mention.entity, {})
        wordings.setdefault(surface(article.text, office.start, office.end), {}).setdefault(
            article.id,
            OfficePlace(
                office.start,
                office.end,
                surface(article.text, mention.start, mention.end),
                article.source,
                article.published,
            ),
        )

    def merge(self, other: EntityTally) -> None:
        """Adds the counts of another tally; names that were settled before stay."""
        self._merge_offices(other)
        for id, by in other.found_by.items():
            found_by = self.found_by.setdefault(id, {})
            for extractor, number in by.items():
                found_by[extractor] = found_by.get(extractor, 0) + number
        self.kinds |= other.kinds
        self.names = other.names | self.names
        self.known |= other.known
        for id, number in other.articles.items():
            self.articles[id] = self.articles.get(id, 0) + number
        for id, counted in other.forms.items():
            forms = self.forms.setdefault(id, {})
            for form, number in counted.items():
                forms[form] = forms.get(form, 0) + number

        for id, words in other.slips.items():
            for word, slip in words.items():
                own = self.slips.setdefault(id, {}).setdefault(word, GluedForm(slip.form))
                for article, number in slip.articles.items():
                    own.articles[article] = own.articles.get(article, 0) + number

    def _merge_offices(self, other: EntityTally) -> None:
        if other.withdrawn:
            self.withdrawn |= other.withdrawn
            for wordings in self.offices.values():
                for places in wordings.values():
                    for article in other.withdrawn & places.keys():
                        del places[article]
            for lives in self.lives.values():
                for article in other.withdrawn & lives.keys():
                    del lives[article]
        for id, said in other.offices.items():
            wordings = self.offices.setdefault(id, {})
            for wording, places in said.items():
                wordings.setdefault(wording, {}).update(places)
        for id, told in other.lives.items():
            self.lives.setdefault(id, {}).update(told)

    def entities(self) -> tuple[Entity, ...]:
        """The entities counted so far, those with most articles first."""
        listed = []
        for id, articles in self.articles.items():
            if articles <= 0:
                continue
            forms = sorted(
                ((surface, count) for surface, count in self.forms[id].items() if count > 0),
                key=lambda form: (-form[1], form[0]),
            )
            listed.append(
                Entity(
                    id=id,
                    name=self.names.get(id) or forms[0][0],
                    kind=self.kinds[id],
                    articles=articles,
                    mentions=sum(count for _, count in forms),
                    forms=tuple(Form(surface, count) for surface, count in forms),
                    known=id in self.known,
                    found_by=found_by(self.found_by.get(id, {})),
                )
            )
        listed.sort(key=lambda entity: (-entity.articles, -entity.mentions, entity.name, entity.id))
        return tuple(listed)


def found_by(counts: Mapping[str, int]) -> tuple[FoundBy, ...]:
    """Counts by extractor, the most frequent first."""
    ranked = sorted(counts.items(), key=lambda count: (-count[1], count[0]))
    return tuple(FoundBy(Extractor(name), number) for name, number in ranked if number > 0)


def merged(tallies: Iterable[EntityTally]) -> EntityTally:
    whole = EntityTally()
    for tally in tallies:
        whole.merge(tally)
    return whole


def save_tally(folder: Path, number: int, tally: EntityTally) -> None:
    """Writes the counts of the segment with that number."""
    path = folder / _PATTERN.replace("*", f"{number:04}")
    path.write_bytes(msgspec.msgpack.encode(tally))


class _Counts(msgspec.Struct):
    """A tally without its offices, which take as much memory as all the rest."""

    articles: dict[EntityId, int] = {}
    forms: dict[EntityId, dict[str, int]] = {}
    kinds: dict[EntityId, Kind] = {}
    names: dict[EntityId, str] = {}
    known: set[EntityId] = set()
    slips: Slips = {}
    found_by: dict[EntityId, dict[str, int]] = {}


class _Offices(msgspec.Struct):
    """The part of a tally with the offices of persons."""

    offices: Offices = {}
    withdrawn: set[ArticleId] = set()


class _Lives(msgspec.Struct):
    """The part of a tally with the lives of persons."""

    lives: Lives = {}
    withdrawn: set[ArticleId] = set()


def load_lives(folder: Path) -> Lives:
    """What the articles of a generation tell of the lives of persons."""
    return merged(_tallies(folder, _Lives)).lives


def load_tally(folder: Path) -> EntityTally:
    """The counts of a generation, without offices: `load_offices` reads those."""
    return merged(_tallies(folder, _Counts))


def load_offices(folder: Path) -> Offices:
    """The offices that the articles of a generation state for persons, with their places."""
    return merged(_tallies(folder, _Offices)).offices


def _tallies(folder: Path, part: type[msgspec.Struct]) -> Iterator[EntityTally]:
    for path in _paths(folder):
        yield EntityTally(**msgspec.structs.asdict(read_record(path, part)))


class _Names(msgspec.Struct):
    """The part of a tally with the names of entities."""

    names: dict[EntityId, str] = {}


def load_names(folder: Path) -> dict[EntityId, str]:
    """The names of the entities of a generation, as in `load_tally`, without their counts."""
    names: dict[EntityId, str] = {}
    for path in _paths(folder):
        names = read_record(path, _Names).names | names
    return names


def _paths(folder: Path) -> list[Path]:
    """The files of counts; a folder without any is no generation any more."""
    return sorted(folder.glob(_PATTERN)) or [folder / _PATTERN.replace("*", "0000")]


def save_proposals(folder: Path, proposals: tuple[Proposal, ...]) -> None:
    """Writes the proposals of entities that may be one, for the reader to decide."""
    (folder / _PROPOSALS).write_bytes(msgspec.msgpack.encode(proposals))


def load_proposals(folder: Path) -> tuple[Proposal, ...]:
    # Imported here: only a question about variants needs the code that joins them.
    from index.entities.variants import Proposal

    return read_record(folder / _PROPOSALS, tuple[Proposal, ...])


def save_canonical(folder: Path, canonical: dict[EntityId, EntityId]) -> None:
    """Writes the ids that were joined, so that an update can join new mentions in the same way."""
    (folder / _CANONICAL).write_bytes(msgspec.msgpack.encode(canonical))


def load_canonical(folder: Path) -> dict[EntityId, EntityId]:
    return read_record(folder / _CANONICAL, dict[EntityId, EntityId])
