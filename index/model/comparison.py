"""The results of a comparison of sources: rows, quotes, differences, events."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from index.model.article import ArticleId, EntityId, Said
from index.model.facts import Fact
from index.model.json_document import Documented
from index.model.text import Span


class Strength(StrEnum):
    """How surely two passages report the same statement, surest first."""

    SAME = "same"
    STRONG = "strong"
    PROBABLE = "probable"


class Evidence(StrEnum):
    WORDS = "words"
    QUOTE = "quote"
    ENTITY = "entity"
    DATE = "date"
    NUMBER = "number"


class Doubt(StrEnum):
    """Why passages of a high score are shown as probable only."""

    NEGATION = "negation"
    FIGURES = "figures"
    PERSONS = "persons"
    DATES = "dates"
    MODELS = "models"
    WISH = "wish"
    NAMES = "names"

    @property
    def told(self) -> str:
        """The same in English words, for the catalogues."""
        return {
            Doubt.NEGATION: "one denies, the other does not",
            Doubt.FIGURES: "the figures differ",
            Doubt.PERSONS: "each names somebody else",
            Doubt.DATES: "the dates do not meet",
            Doubt.MODELS: "each names another model",
            Doubt.WISH: "one tells only what is asked for",
            Doubt.NAMES: "little is common but names, dates and figures",
        }[self]


class Rendering(StrEnum):
    """How a source gives an utterance that others give too."""

    IDENTICAL = "identical"
    CUT = "cut"
    SPLIT = "split"
    ALTERED = "altered"
    REWORDED = "reworded"
    """In other words: a translation, or what another reporter put down."""
    UNQUOTED = "unquoted"


class About(StrEnum):
    DATE = "date"
    QUANTITY = "quantity"
    NAME = "name"
    ROLE = "role"


class Verdict(StrEnum):
    AGREE = "agree"
    NARROWER = "narrower"
    OVERLAP = "overlap"
    CONFLICT = "conflict"
    VARIANT = "variant"
    UPDATE = "update"
    """A later source tells a later state of the same thing."""
    NOT_COMPARABLE = "not-comparable"
    """They stand for the same thing, but not so that one could tell whether they agree."""


GRAVEST_FIRST = (
    Verdict.CONFLICT,
    Verdict.UPDATE,
    Verdict.OVERLAP,
    Verdict.VARIANT,
    Verdict.NARROWER,
    Verdict.AGREE,
    Verdict.NOT_COMPARABLE,
)
"""The order of verdicts: what there is to check first, what cannot be compared last."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Stretches of one article's clean text, in order."""

    article: ArticleId
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """Passages of two or more articles that are claimed to report the same statement."""

    passages: tuple[Passage, ...]
    """Whole sentences; one entry for each article that has the statement, in the order asked."""
    strength: Strength
    score: float
    because: tuple[Evidence, ...]
    shared: tuple[str, ...] = ()
    """The words, names, dates and figures that speak for it, as they stand in the text."""
    differing: tuple[Passage, ...] = ()
    """Per article, the words of the passage that no other passage of the row has."""
    doubts: tuple[Doubt, ...] = ()
    """Why it is less sure than its score would allow; none where it is not, or where the score is low."""
    accepted: bool = False
    """Whether the reader said that it is right; `score` and `strength` stay what they were."""


@dataclass(frozen=True, slots=True)
class QuoteUse:
    """How one source gives an utterance."""

    article: ArticleId
    spans: tuple[Span, ...]
    relation: Rendering
    differing: tuple[Span, ...] = ()
    """The words of it that the fullest version of the utterance does not have."""
    said: Said | None = None
    """Who says it there, by which verb and how; None where the source does not tell."""

    @property
    def has_most_words(self) -> bool:
        """Whether at least three quarters of its characters are in the fullest version of the utterance too."""
        other = sum(span.length for span in self.differing)
        return self.relation is not Rendering.REWORDED and 4 * other <= sum(
            span.length for span in self.spans
        )


@dataclass(frozen=True, slots=True)
class QuoteLine:
    """One utterance across the sources; a source that is not in `uses` does not have it."""

    uses: tuple[QuoteUse, ...]

    @property
    def speakers_differ(self) -> bool:
        """Whether sources give the same words to entities that are not the same.

        Who says nearly the same, of which a quarter is otherwise, says something of his own.
        """
        same = [use for use in self.uses if use.said and use.said.speaker and use.has_most_words]
        return len({use.said.speaker for use in same if use.said}) > 1


@dataclass(frozen=True, slots=True)
class Held:
    """How the values of two of the sources stand to each other."""

    one: ArticleId
    other: ArticleId
    verdict: Verdict


class Days(NamedTuple):
    """First and last day, `2023-01-17`."""

    earliest: str
    latest: str


@dataclass(frozen=True, slots=True)
class Difference:
    """Values that sources give for the same thing, and how they stand to each other.

    Of three or four sources each has one value at the most; `verdict` is then the gravest
    of `pairs`. Of two, one may have several that the value of the other holds.
    """

    about: About
    label: str
    verdict: Verdict
    sides: tuple[Passage, ...]
    why: str = ""
    """Why they cannot be compared, a short English reason; the interface translates it."""
    pairs: tuple[Held, ...] = ()
    """For dates and figures, how every two of the sides stand to each other."""
    days: tuple[Days | None, ...] = ()
    """For dates, the days that each side means, as its source is read beside the others; None where they are not known."""


class Manner(StrEnum):
    """How a source stands behind a statement, least surely first."""

    ANONYMOUS = "anonymous"
    """Attributed to somebody who is not named (« sous couvert d'anonymat »)."""
    CONDITIONAL = "conditional"
    """In the conditional of the press (« aurait sollicité »)."""
    ATTRIBUTED = "attributed"
    """Somebody is named who says it."""
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Asserted:
    """How one sentence is asserted."""

    article: ArticleId
    span: Span
    manner: Manner
    cue: Span | None = None
    """The words that show it."""


@dataclass(frozen=True, slots=True)
class Nearest:
    """The nearest sentence that another source has to one that it does not tell."""

    article: ArticleId
    span: Span
    other: ArticleId
    other_span: Span
    score: float
    """The share of what the sentence tells that the other holds, by weight, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Dependence:
    """How much of an article is also found in the others of the comparison, in shares of 0 to 1."""

    article: ArticleId
    text: float
    """Of its words, those in runs of five or more that another source has too."""
    quotes: float | None
    """Of its quoted words, those of utterances that another source has too; None without quotes."""


@dataclass(frozen=True, slots=True)
class Comparison(Documented):
    """Two to fifty sources; up to four of them statement by statement, in `rows`."""

    articles: tuple[ArticleId, ...]
    rows: tuple[Row, ...]
    only: tuple[Passage, ...]
    """Per article, the sentences that stand in no row and that no other source tells in other words."""
    quotes: tuple[QuoteLine, ...]
    differences: tuple[Difference, ...]
    asserted: tuple[Asserted, ...] = ()
    """Every sentence that is asserted in another manner than plainly."""
    own_words: tuple[Passage, ...] = ()
    """Per article, words of its title and lead that stand in no quotation of any source."""
    dependence: tuple[Dependence, ...] = ()
    nearest: tuple[Nearest, ...] = ()
    """For the sentences of `only` that have any, the nearest one of another source."""
    lengths: tuple[int, ...] = ()
    """Characters of each article's text: spans behind it lie in its lead, which follows an empty line."""
    facts: tuple[Fact, ...] = ()
    """What the sources give for one thing, most at stake first."""
    communique: tuple[Passage, ...] = ()
    """The fullest version of each utterance that two sources or more quote: what a common
    communiqué may have said, in the order of the source that quotes most of it."""

    @property
    def speakers(self) -> frozenset[EntityId]:
        """Those who are known to say one of the quotations."""
        told = (use.said for line in self.quotes for use in line.uses)
        return frozenset(said.speaker for said in told if said and said.speaker)
