"""What an article is: its text, what its file states, what was set aside, what was found in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType

from index.model.json_document import Documented
from index.model.text import Piece, Span

ArticleId = NewType("ArticleId", str)
EntityId = NewType("EntityId", str)


GLUED = "glued"
"""`Mention.by` of a name that a word is glued to: counted only once the reader accepts it."""


class Basis(StrEnum):
    """How a value is known."""

    STATED = "stated"
    INFERRED = "inferred"
    NONE = "none"


class TitleBasis(StrEnum):
    STATED = "stated"
    FIRST_WORDS = "first words"


class Kind(StrEnum):
    """What sort of thing an entity is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    EQUIPMENT = "equipment"
    EVENT = "event"
    GROUP = "group"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class DateValue:
    """When an article appeared or was changed, as far as it is known."""

    value: str | None = None
    """ISO 8601, only as precise as the source: `2023`, `2023-01`, `2023-01-17`,
    `2023-01-17T19:06:00+01:00`."""
    earliest: str | None = None
    """First day that the value may mean, `YYYY-MM-DD`."""
    latest: str | None = None
    """Last day that the value may mean, `YYYY-MM-DD`."""
    basis: Basis = Basis.NONE


def inferred_between(first: str, last: str) -> DateValue:
    """An inferred date between two days, `YYYY-MM-DD`, only as precise as they are near each other."""
    value = first if first == last else next(
        (first[:length] for length in (len("2023-01"), len("2023")) if first[:length] == last[:length]), None
    )  # fmt: skip
    return DateValue(value, first, last, Basis.INFERRED)


def shown_days(published: DateValue) -> tuple[str, str]:
    """The days that a date is shown as, by which it is also found and counted; empty without a date.

    An inferred date is that of what is told last: the article appeared on that day or soon after, so the day
    stands by itself, though its last possible one may lie weeks beyond. The first of a month may mean
    all of it.
    """
    first = published.earliest or ""
    if published.basis is Basis.INFERRED and not first.endswith("-01"):
        return first, first
    return first, published.latest or first


def year_and_month(published: DateValue) -> tuple[str, str]:
    """`2023` and `2023-01`, as the date is shown; the month is empty when only the year is known."""
    first, last = shown_days(published)
    return first[:4], first[:7] if first[:7] == last[:7] else ""


class HowSaid(StrEnum):
    """In which manner something is said, or that nobody says it."""

    SAID = "said"
    """Asserted, told, answered, exclaimed."""
    ASKED = "asked"
    """A question, a request, a call (« demande », « exige », « s'interroge »)."""
    PROMISED = "promised"
    """An announcement of what the speaker will do (« promet », « s'engage à »)."""
    THREATENED = "threatened"
    DENIED = "denied"
    """Not said, or contested: « dément avoir crié “…” », « n'a jamais dit “…” », « récuse »."""
    CONDITIONAL = "conditional"
    """Said by hearsay: « aurait dit “…” »."""
    REPORTED = "reported"
    """Said by one who is quoted by another: « X affirme que Y a dit “…” »; `via` names X."""
    TITLE = "title"
    """The name of a work, a broadcast, an operation: nobody says it."""
    IRONIC = "ironic"
    """A word or two that the article holds at a distance, and that nobody says."""


@dataclass(frozen=True, slots=True)
class SetAside:
    """A stretch of the raw text that is no part of the article, and why."""

    raw_start: int
    raw_end: int
    reason: str
    """A short English word or two, such as `url` or `teaser`; the interface translates it."""
    signs: tuple[str, ...] = ()
    """What spoke most for it, where lines were weighed: English words as above, the weightiest first."""


@dataclass(frozen=True, slots=True)
class Repair:
    """A place of the clean text that differs from the raw one, or (`proposed`) might better do."""

    start: int
    end: int
    raw: str
    """What stands in the file at that place, with the words beside a space that is missing."""
    reason: str
    proposed: bool = False
    """True when nothing was changed: a reader has to decide."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One occurrence of an entity in the clean text."""

    start: int
    end: int
    entity: EntityId
    kind: Kind
    by: str = "gazetteer"
    """Which extractor found it."""


@dataclass(frozen=True, slots=True)
class Said:
    """A stretch of the clean text that somebody says, as far as the text tells who and how."""

    start: int
    end: int
    speaker: EntityId | None = None
    speaker_span: Span | None = None
    """Where the speaker is named beside the verb, if anywhere: « Mme Arnal », « elle »."""
    verb: str | None = None
    """The verb of saying or `selon`, as it stands in the text."""
    resolved: bool = False
    """True when the speaker was inferred, from « ce dernier », « il », « la ministre », or because
    the words go on with those of the sentence before."""
    speaker_text: str | None = None
    """The words for the speaker: those of `speaker_span`, or of what a pronoun there points to."""
    manner: HowSaid | None = None
    """None when the text does not tell that anybody says it."""
    via: EntityId | None = None
    """The one who reports what the speaker said, where the manner is `reported`."""
    via_text: str | None = None
    """The words for who reports it."""


@dataclass(frozen=True, slots=True)
class Quote(Said):
    """A quotation in the clean text: `[start, end)` lies inside its quotation marks.

    The turn of an interview or of a dialogue is one too, without marks.
    """


@dataclass(frozen=True, slots=True)
class Attributed(Said):
    """A stretch without quotation marks that the article gives as somebody's word.

    « Le pont est fermé, selon la préfecture »: `[start, end)` is the clause that is attributed.
    """


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date that the clean text speaks of, as an interval of days."""

    start: int
    end: int
    earliest: str | None
    latest: str | None
    basis: str
    """`explicit`, `year inferred from the weekday`, `relative to the publication`, …"""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure with what it counts."""

    start: int
    end: int
    value: float
    unit: str
    """An ISO 4217 code for money (`USD`), `%`, an SI symbol, or the counted noun in the singular."""


@dataclass(frozen=True, slots=True)
class Annotations:
    """What was found in the clean text; every span is over `Article.text`, sorted by start."""

    sentences: tuple[Span, ...] = ()
    mentions: tuple[Mention, ...] = ()
    quotes: tuple[Quote, ...] = ()
    dates: tuple[DateMention, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    lead_mentions: tuple[Mention, ...] = ()
    """Names of the page's summary that the text does not hold; these spans are over `Article.description`."""

    @property
    def entities(self) -> frozenset[EntityId]:
        """Whom and what the text and the summary name."""
        return frozenset(mention.entity for mention in (*self.mentions, *self.lead_mentions))


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(Documented):
    """One article: what a careful person would cut out of its file, with the way back."""

    id: ArticleId
    path: str
    """The path relative to the corpus, with `/`."""
    sha256: str
    """Of the bytes of the file, in hexadecimal."""
    encoding: str
    title: str
    title_basis: TitleBasis
    title_span: Span | None = None
    """Where the title stands in `text`; None when it was made from the first words."""
    text: str
    """The clean text: a stated title and an empty line, then paragraphs, an empty line between."""
    paragraphs: tuple[Span, ...] = ()
    """The paragraphs, over `text`, in order, without the title."""
    pieces: tuple[Piece, ...] = ()
    """The way between `text` and the decoded content of the file."""
    description: str | None = None
    """The page's own summary, no part of `text`."""
    source: str | None = None
    author: str | None = None
    published: DateValue = DateValue()
    modified: DateValue = DateValue()
    url: str | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()
    language: str | None = None
    record_id: str | None = None
    """The id that a record of a file with several articles bears itself."""
    page: str | None = None
    """As the source writes it: `12`, `A3`, `4-5`."""
    edition: str | None = None
    set_aside: tuple[SetAside, ...] = ()
    """In the order of the file, without overlap."""
    set_aside_texts: tuple[str, ...] = ()
    """The raw text of each entry of `set_aside`, so that it can be shown without the file."""
    kept_whole: int = 0
    """The number of paragraphs that stand away from the main block of a page, and stayed because they
    are more than a tenth of its text.
    """
    repairs: tuple[Repair, ...] = ()
    related: tuple[str, ...] = ()
    """Titles of other articles that the page points to."""
    annotations: Annotations = field(default_factory=Annotations)

    @property
    def is_foreign(self) -> bool:
        """Whether it is told to be in another language than French."""
        return self.language not in FRENCH


FRENCH = (None, "", "fr")
"""Languages of articles that the French rules are for: what is not told counts as French."""
INTERNAL = "Reading the file failed by a fault of Recoupe; the log says where."
"""The reason of an Unread that is no fault of the file."""
CANNOT_OPEN = "The file cannot be opened."
"""The reason of an Unread that the system keeps closed, for now."""
NAMES_LOST = "The names in it were lost by a fault of Recoupe; the log says where."
"""What is noted of an article that is found, but not by its names or by who speaks in it."""


class Loss(StrEnum):
    """Something about a part of a file that the reader has to know."""

    WITHOUT_TEXT = "without text"
    """An article of which the file holds no text: a link, a title alone."""
    REFUSED = "refused"
    """A part that could not be read."""
    REMARK = "remark"
    """Nothing is lost, but something was decided that the reader may want to change."""

    @property
    def is_article(self) -> bool:
        """Whether it stands for an article of the file."""
        return self is not Loss.REMARK


@dataclass(frozen=True, slots=True)
class Noted:
    """What a file lost or left out while it was read, beside the articles that it gave."""

    path: str
    loss: Loss
    reason: str
    """One sentence for the reader."""
    what: str = ""
    """The title, the name or the place of what it is about."""
    number: int = 1


@dataclass(frozen=True, slots=True)
class Unread:
    """A file of the corpus that gave no article, and why."""

    path: str
    reason: str
    """One sentence for the reader."""
