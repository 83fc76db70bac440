"""What a reader can decide: frozen values, which know nothing of any generation of an index."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from index.model.article import ArticleId, EntityId, Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """When and why a decision was made."""

    when: str = ""
    """ISO 8601 in UTC, to the millisecond; the notebook sets it. Decisions are replayed in its order."""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge(Made):
    """Entities that are one; it keeps the id, the name and the kind of `into`."""

    into: EntityId
    others: tuple[EntityId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Split(Made):
    """Mentions of an entity that mean another one."""

    entity: EntityId
    into: EntityId
    """A new id, or that of another entity."""
    forms: tuple[str, ...] = ()
    """The spellings that mean the other one; all when empty."""
    articles: tuple[ArticleId, ...] = ()
    """Only in these articles; in all when empty."""


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
    """What was taken for an entity is none, or not one to be shown."""

    entity: EntityId


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart(Made):
    """Two entities are not one: a proposal that was refused."""

    kept: EntityId
    other: EntityId


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip(Made):
    """Whether a word glued to a name is that name and another word."""

    entity: EntityId
    surface: str
    """As it stands in the text, glued."""
    accepted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A stretch of an article, found again by its place or else by its first words."""

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
    """Whether passages of several accounts give values of one thing, as a fact says."""

    accepted: bool
    about: str
    """The kind of the fact: `count`, `time`, …"""
    passages: tuple[Cited, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating(Made):
    """When an article appeared: `2023`, `2023-01` or `2023-01-17`."""

    article: ArticleId
    date: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Made):
    """A mark on an article, or on a stretch of it, with what the reader has to say about it."""

    article: ArticleId
    note: str = ""
    passages: tuple[Cited, ...] = field(default=())


class KeptKind(StrEnum):
    """What the reader kept."""

    PASSAGE = "passage"
    QUOTE = "quote"
    FACT = "fact"
    ARTICLE = "article"
    LINE = "line"
    """An occurrence of a concordance."""
    ROW = "row"
    """A statement that several sources report."""


class KeptState(StrEnum):
    """Where the reader stands with it."""

    TO_READ = "to-read"
    READ = "read"
    KEPT = "kept"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptProof:
    """Exact words of one file, as they stood when they were kept, with what was known of it."""

    article: ArticleId
    span: tuple[int, int] | None = None
    """Over the text that `part` names; None for a whole article."""
    part: str = "text"
    text: str = ""
    """The exact words; of an article, its title."""
    gives: str = ""
    """What they give: the value of a fact, who speaks, the form of a concordance."""
    sha256: str = ""
    file: str = ""
    source: str = ""
    published: str = ""
    """As the article stated it, or first and last day as `2023-01-01/2023-01-31`."""
    basis: str = ""
    """`stated` or `inferred`; empty without a date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept(Made):
    """Something kept in the notebook, with its proof: exact words, place and digest of the file.

    A later entry of the same `id` takes the place of an earlier one: so a change of note, tags,
    state or order is a line of its own in the file, and can be undone.
    """

    id: str
    kind: KeptKind
    article: ArticleId
    span: tuple[int, int] | None = None
    """Over the text that `part` names; None for a whole article."""
    part: str = "text"
    text: str = ""
    """The exact words; of an article, its title."""
    gives: str = ""
    sha256: str = ""
    """Of the file, when it was kept."""
    file: str = ""
    source: str = ""
    published: str = ""
    basis: str = ""
    label: str = ""
    """What a fact is about, or who speaks."""
    verdict: str = ""
    """How the sources stood to each other when it was kept: of a fact its verdict, of a row its strength."""
    others: tuple[KeptProof, ...] = ()
    """Of what several sources say: the proofs after the first, which the entry itself bears."""
    note: str = ""
    tags: tuple[str, ...] = ()
    state: KeptState = KeptState.KEPT
    order: float = 0.0
    """The reader's own order, ascending."""
    who: str = ""

    @property
    def proofs(self) -> tuple[KeptProof, ...]:
        """All of them, the first one too."""
        first = KeptProof(
            article=self.article, span=self.span, part=self.part, text=self.text, gives=self.gives,
            sha256=self.sha256, file=self.file, source=self.source, published=self.published,
            basis=self.basis,
        )  # fmt: skip
        return (first, *self.others)


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedSearch(Made):
    """A query that the reader comes back to; a later one of the same name takes its place."""

    name: str
    query: str
    filters: tuple[str, ...] = ()
    """`person=benny-gantz`, `-source=L’Écho`: facet and value, a minus for what is excluded."""
    dropped: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMove(Made):
    """An article reports what others report, or not what those report beside whom it was put.

    Events are named by their articles: these stay when the articles are grouped anew.
    """

    article: ArticleId
    to: tuple[ArticleId, ...] = ()
    """Those that report the same; without any it only leaves the event of `out_of`."""
    out_of: tuple[ArticleId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMerge(Made):
    """Articles of several events, or of none, that report one event."""

    articles: tuple[ArticleId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventSplit(Made):
    """Articles that report another event than the rest of those with whom they were grouped."""

    articles: tuple[ArticleId, ...]
    rest: tuple[ArticleId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLock(Made):
    """An event is made of these articles, whatever comes into the corpus later."""

    articles: tuple[ArticleId, ...]
    background: tuple[ArticleId, ...] = ()


Grouping: TypeAlias = EventMove | EventMerge | EventSplit | EventLock
"""What a reader decides about events."""

Decision: TypeAlias = (
    Merge
    | Split
    | Rename
    | Retype
    | Hide
    | Apart
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
"""Key of the file → what stands under it, in the order in which the keys are written."""


def section_of(decision: Decision) -> str:
    return next(name for name, kind in SECTIONS.items() if type(decision) is kind)


def about(decision: Decision) -> tuple[str, ...]:
    """The ids that a decision concerns, what it keeps first; what its section is sorted by."""
    match decision:
        case Merge(into=into, others=others):
            return (into, *others)
        case Split(entity=entity, into=into):
            return (entity, into)
        case Apart(kept=kept, other=other):
            return (kept, other)
        case Rename(entity=entity) | Retype(entity=entity) | Hide(entity=entity):
            return (entity,)
        case Slip(entity=entity):
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
