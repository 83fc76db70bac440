"""The decisions of a reader: frozen values that know nothing of any generation of an index."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from index.model.article import ArticleId, EntityId, Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """The time and the reason of a decision."""

    when: str = ""
    """ISO 8601 in UTC, to the millisecond; the notebook sets it. Decisions are replayed in its order."""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge(Made):
    """Entities that are one; it has the id, the name and the kind of `into`."""

    into: EntityId
    others: tuple[EntityId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Split(Made):
    """Mentions of an entity that mean another one."""

    entity: EntityId
    into: EntityId
    """A new id, or that of another entity."""
    forms: tuple[str, ...] = ()
    """The spellings that mean the other one; empty for all."""
    articles: tuple[ArticleId, ...] = ()
    """The articles in which this holds; empty for all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rename(Made):
    entity: EntityId
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Retype(Made):
    """An entity is of another kind than was recognised."""

    entity: EntityId
    kind: Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Hide(Made):
    """An entity that is none, or that is not to be shown."""

    entity: EntityId


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart(Made):
    """Two entities that are not one: a proposal that was refused."""

    kept: EntityId
    other: EntityId


@dataclass(frozen=True, slots=True, kw_only=True)
class OnePerson(Made):
    """A name that does not stand for two people: a proposal to part it was refused."""

    entity: EntityId
    articles: tuple[ArticleId, ...]
    """The articles that seemed to be about somebody else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip(Made):
    """Whether a word glued to a name is that name and another word."""

    entity: EntityId
    surface: str
    """The name with the word stuck to it, as in the text."""
    accepted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A stretch of an article, found again by its place or by its first words."""

    article: ArticleId
    span: tuple[int, int]
    text: str
    """The first words of the stretch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowVerdict(Made):
    """Whether passages of several sources report the same statement."""

    accepted: bool
    passages: tuple[Cited, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FactJudged(Made):
    """Whether passages of several accounts give values for one thing, as a fact says."""

    accepted: bool
    about: str
    """The kind of the fact: `count`, `time`, …"""
    passages: tuple[Cited, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating(Made):
    """The date of an article: `2023`, `2023-01` or `2023-01-17`."""

    article: ArticleId
    date: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Made):
    """A mark on an article, or on a stretch of it, with the reader's note."""

    article: ArticleId
    note: str = ""
    passages: tuple[Cited, ...] = field(default=())


class KeptKind(StrEnum):
    """The kinds of entries in the notebook."""

    PASSAGE = "passage"
    QUOTE = "quote"
    FACT = "fact"
    ARTICLE = "article"
    LINE = "line"
    """An occurrence of a concordance."""
    ROW = "row"
    """A statement that several sources report."""


class KeptState(StrEnum):
    """The reader's progress with an entry."""

    TO_READ = "to-read"
    READ = "read"
    KEPT = "kept"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptProof:
    """Exact words of one file as they were when kept, with what was known of the file."""

    article: ArticleId
    span: tuple[int, int] | None = None
    """The span over the text named by `part`; None for a whole article."""
    part: str = "text"
    text: str = ""
    """The exact words; for an article, its title."""
    gives: str = ""
    """The value of a fact, the speaker, the form of a concordance."""
    sha256: str = ""
    file: str = ""
    source: str = ""
    published: str = ""
    """The date that the article stated, or first and last day as `2023-01-01/2023-01-31`."""
    basis: str = ""
    """`stated` or `inferred`; empty without a date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept(Made):
    """An entry of the notebook, with its proof: exact words, place and digest of the file.

    A later entry with the same `id` replaces an earlier one. So a change of note, tags, state or
    order is a line of its own in the file, and can be undone.
    """

    id: str
    kind: KeptKind
    article: ArticleId
    span: tuple[int, int] | None = None
    """The span over the text named by `part`; None for a whole article."""
    part: str = "text"
    text: str = ""
    """The exact words; for an article, its title."""
    gives: str = ""
    sha256: str = ""
    """The digest of the file when it was kept."""
    file: str = ""
    source: str = ""
    published: str = ""
    basis: str = ""
    label: str = ""
    """The subject of a fact, or the speaker."""
    verdict: str = ""
    """The verdict of a fact or the strength of a row when it was kept."""
    others: tuple[KeptProof, ...] = ()
    """The proofs from other sources; the entry itself has the first proof."""
    note: str = ""
    tags: tuple[str, ...] = ()
    state: KeptState = KeptState.KEPT
    order: float = 0.0
    """The reader's own order, ascending."""
    who: str = ""

    @property
    def proofs(self) -> tuple[KeptProof, ...]:
        """All proofs, the first one too."""
        first = KeptProof(
            article=self.article, span=self.span, part=self.part, text=self.text, gives=self.gives,
            sha256=self.sha256, file=self.file, source=self.source, published=self.published,
            basis=self.basis,
        )  # fmt: skip
        return (first, *self.others)


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedSearch(Made):
    """A saved query; a later one with the same name replaces it."""

    name: str
    query: str
    filters: tuple[str, ...] = ()
    """`person=benny-gantz`, `-source=L’Écho`: facet and value, a minus excludes the value."""
    dropped: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMove(Made):
    """An article that reports the event of other articles, or does not report the one it was put
    in.

    Events are named by their articles, which stay the same when the articles are grouped anew.
    """

    article: ArticleId
    to: tuple[ArticleId, ...] = ()
    """Articles that report the same event; if empty, the article only leaves the event of `out_of`."""
    out_of: tuple[ArticleId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMerge(Made):
    """Articles of several events, or of none, that report one event."""

    articles: tuple[ArticleId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventSplit(Made):
    """Articles that report another event than the rest of their group."""

    articles: tuple[ArticleId, ...]
    rest: tuple[ArticleId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLock(Made):
    """An event that consists of these articles, whatever is added to the corpus later."""

    articles: tuple[ArticleId, ...]
    background: tuple[ArticleId, ...] = ()


Grouping: TypeAlias = EventMove | EventMerge | EventSplit | EventLock
"""A decision of the reader about events."""

Decision: TypeAlias = (
    Merge
    | Split
    | Rename
    | Retype
    | Hide
    | Apart
    | OnePerson
    | Slip
    | RowVerdict
    | FactJudged
    | EventMove
    | EventMerge
    | EventSplit
    | EventLock
    | Dating
    | Note
    | Kept
    | SavedSearch
)

SECTIONS: dict[str, type[Decision]] = {
    "merged": Merge,
    "split": Split,
    "renamed": Rename,
    "kinds": Retype,
    "hidden": Hide,
    "apart": Apart,
    "one_person": OnePerson,
    "slips": Slip,
    "rows": RowVerdict,
    "facts": FactJudged,
    "events_moved": EventMove,
    "events_merged": EventMerge,
    "events_split": EventSplit,
    "events_locked": EventLock,
    "dates": Dating,
    "notes": Note,
    "kept": Kept,
    "searches": SavedSearch,
}
"""Key of the file → type of its entries, in the order in which the keys are written."""


def section_of(decision: Decision) -> str:
    return next(name for name, kind in SECTIONS.items() if type(decision) is kind)


def about(decision: Decision) -> tuple[str, ...]:
    """The ids that a decision concerns, the one it keeps first; its section is sorted by them."""
    match decision:
        case Merge(into=into, others=others):
            return (into, *others)
        case Split(entity=entity, into=into):
            return (entity, into)
        case Apart(kept=kept, other=other):
            return (kept, other)
        case Rename(entity=entity) | Retype(entity=entity) | Hide(entity=entity):
            return (entity,)
        case Slip(entity=entity) | OnePerson(entity=entity):
            return (entity,)
        case RowVerdict(passages=passages) | FactJudged(passages=passages):
            return tuple(passage.article for passage in passages)
        case EventMove(article=article, to=to, out_of=out_of):
            return (article, *(to or out_of))
        case EventSplit(articles=articles, rest=rest):
            return (*articles, *rest)
        case EventMerge(articles=articles) | EventLock(articles=articles):
            return articles
        case Kept(article=article, others=others):
            return (article, *(proof.article for proof in others))
        case Dating(article=article) | Note(article=article):
            return (article,)
        case SavedSearch(name=name):
            return (name,)
