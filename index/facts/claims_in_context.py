"""The claims of one account with the words around them that say what they are about."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from index.compare.statements import Statement
from index.compare.whole import lead_start
from index.facts.struck import Struck, struck
from index.french.intervals import Interval, interval_of
from index.model.article import Article, ArticleId, EntityId, Kind
from index.model.claims import Claim, ClaimKind, Part
from index.model.text import Span

_NEAR = 70
"""The characters around a claim within which words count twice."""
_BESIDE = 40
"""The characters between a person and what is told of him."""
_PRONOUNS = frozenset(("il", "elle"))
_PLACED = frozenset(
    (ClaimKind.COUNT, ClaimKind.MEASURE, ClaimKind.SHARE, ClaimKind.MONEY, ClaimKind.AGE)
)
_NAMED = frozenset((Kind.PERSON, Kind.ORGANISATION, Kind.PLACE))
_WORDED = frozenset((ClaimKind.STATUS, ClaimKind.STANCE))
_S = r"[^\S\t-\r]"
_IN = re.compile(
    rf"(?:{_S}[^\W\d_]+){{0,4}}?{_S}(?:à|au|aux|en|sur|dans{_S}l[ea]|dans{_S}les|pour|de|du|des)(?:{_S}(?:la|le|les))?{_S}(?:l['’])?"
    rf"|{_S}d(?:ans{_S}l)?['’]",
    re.IGNORECASE,
)
_WORLD = re.compile(
    rf"(?:{_S}[^\W\d_]+){{0,3}}{_S}(?:dans|à{_S}travers|sur){_S}(?:le{_S}monde|la{_S}planète)",
    re.IGNORECASE,
)
_BY = re.compile(rf"\w{{0,2}}{_S}par{_S}")
"""« critiquée par »: what a stance is about stands before it."""
WORLD = EntityId("place:world")


@dataclass(frozen=True, slots=True)
class Told:
    """A claim of one account, with spans over the article's text and lead as one (`compare/whole.py`)."""

    side: int
    article: ArticleId
    claim: Claim
    statement: Statement
    near: frozenset[str]
    """The telling stems beside the claim."""
    target: frozenset[str]
    """The telling stems of what a stance is about."""
    persons: frozenset[EntityId]
    bodies: frozenset[EntityId]
    published: date | None
    speaker: str
    prominent: bool
    """Whether it stands in the title or the lead."""
    owner: EntityId | None
    """The person named beside the claim, who has the age."""
    day: Interval | None
    """The day named beside the claim."""
    place: EntityId | None
    """The place that a figure is told of: « 123 km/h au Cap Corse », « le Brésil (59.594 morts) »."""
    struck: Struck | None
    """Whom a penalty falls on."""
    given: Claim
    """The claim with its span over the text or over the lead."""
    by_place: bool = False
    """Whether it is a toll of an account that counts place by place (`toll_places.py`)."""

    @property
    def span(self) -> Span:
        return self.claim.span


def read(
    side: int,
    article: Article,
    whole: Article,
    statements: Sequence[Statement],
    claims: Sequence[Claim],
) -> list[Told]:
    """The claims of an article with their surroundings, in order: title and lead first."""
    starts = [statement.span.start for statement in statements]
    shift = lead_start(article)
    published = _published(article)
    found = []
    for given in claims:
        claim = given
        if claim.part is Part.DESCRIPTION:
            claim = _moved(claim, shift)
            if claim.end > len(whole.text):
                continue
        at = bisect_right(starts, claim.start) - 1
        if at < 0:
            continue
        statement = statements[at]
        if _is_name(statement, claim, whole.text):
            continue
        speaker = claim.speaker.of(whole.text) if claim.speaker else ""
        found.append(
            Told(
                side,
                article.id,
                claim,
                statement,
                _near(statement, claim),
                _target(statement, claim, whole.text),
                frozenset(m.entity for m in statement.mentions if m.kind is Kind.PERSON),
                frozenset(m.entity for m in statement.mentions if m.kind is Kind.ORGANISATION),
                published,
                speaker,
                statement.in_title or claim.part is Part.DESCRIPTION,
                _owner(statements, at, claim, whole.text),
                _day(statement, claim),
                place_of(statement, claim.span, whole.text) if claim.kind in _PLACED else None,
                struck(whole.text, claim, statement, statements[at - 1] if at else None),
                _told(given, article, whole, claim),
            )
        )
    found.sort(
        key=lambda told: (
            not told.statement.in_title,
            told.claim.part is Part.TEXT,
            told.claim.start,
        )
    )
    return found


def _is_name(statement: Statement, claim: Claim, text: str) -> bool:
    """Whether an outcome or a stance is a word of a name: « Le Dauphiné Libéré », « le Bénin »."""
    if claim.kind not in _WORDED:
        return False
    word = text[claim.start : claim.end]
    if word.isupper():
        return False  # « LBD »
    named = (m for m in statement.mentions if m.kind in _NAMED)
    if any(m.start <= claim.start and claim.end <= m.end for m in named):
        return True
    within = text[: claim.start].rstrip(" \u00a0")[-1:].isalpha()
    return word.istitle() and " " not in word and within and statement.span.start < claim.start


def _told(given: Claim, article: Article, whole: Article, moved: Claim) -> Claim:
    """A claim of an article with its words, its speaker and its day."""
    said_by = None
    if moved.speaker is not None:
        at = moved.speaker
        said_by = next(
            (
                str(m.entity)
                for m in whole.annotations.mentions
                if m.start < at.end and at.start < m.end
            ),
            None,
        )
    published = _published(article)
    words = moved.speaker.of(whole.text) if moved.speaker else ""
    quote = next(
        (q for q in whole.annotations.quotes if q.start <= moved.start and moved.end <= q.end), None
    )
    if quote is not None and quote.speaker_text:
        words, said_by = quote.speaker_text, quote.speaker
    return given._replace(
        text=moved.span.of(whole.text),
        speaker_text=words,
        said_by=said_by,
        as_of=published.isoformat() if published else None,
    )


def _moved(claim: Claim, by: int) -> Claim:
    speaker = claim.speaker.shifted(by) if claim.speaker else None
    return claim._replace( start=claim.start + by, end=claim.end + by,
        sentence=claim.sentence.shifted(by), speaker=speaker,
    )  # fmt: skip


def _day(statement: Statement, claim: Claim) -> Interval | None:
    """The day that is named right beside a time: « vendredi 17h45 »."""
    for mention in statement.dates:
        gap = max(mention.start - claim.end, claim.start - mention.end)
        days = interval_of(mention.earliest, mention.latest) if 0 <= gap < 14 else None
        if days is not None:
            return days
    return None


def place_of(statement: Statement, figure: Span, text: str) -> EntityId | None:
    """The place right behind a figure, or the last one before it in its sentence with no other figure between
    them: « dans la région voisine de l'Ouche, le budget est passé par 61 voix ».
    """
    places = [m for m in statement.mentions if m.kind is Kind.PLACE]
    after = next((m for m in places if figure.end <= m.start), None)
    if after is not None and _IN.fullmatch(text, figure.end, after.start):
        return after.entity
    if _WORLD.match(text, figure.end):
        return WORLD
    before = next((m for m in reversed(places) if m.end <= figure.start), None)
    if before is None:
        return None
    between = Span(before.end, figure.start)
    if any(between.contains(Span(each.start, each.end)) for each in statement.quantities):
        return None
    return before.entity


_ASIDE = re.compile(
    rf",{_S}[^,.;:«»]{{2,80}},{_S}(?:(?:a|est|était|avait|sera|été|n['’]a|n['’]est|pas){_S})+"
)
"""What is said of a person before what became of him: « Nadia Sabre, directrice des services, a été »."""


def _owner(statements: Sequence[Statement], at: int, claim: Claim, text: str) -> EntityId | None:
    """The person named right before a value, or in apposition right after it; of an outcome told of « il » the
    only person of the sentence before.
    """
    statement = statements[at]
    persons = [m for m in statement.mentions if m.kind is Kind.PERSON]
    before = [
        m for m in persons
        if m.end <= claim.start
        and (claim.start - m.end < _BESIDE or _ASIDE.fullmatch(text, m.end, claim.start))
    ]  # fmt: skip
    if before:
        return before[-1].entity
    after = [m for m in persons if claim.end <= m.start < claim.end + 4]
    if after:
        return after[0].entity
    led = statement.tokens[0].folded if statement.tokens else ""
    ahead = not any(m.end <= claim.start for m in persons)
    if claim.kind is ClaimKind.STATUS and led in _PRONOUNS and at and ahead:
        known = {m.entity for m in statements[at - 1].mentions if m.kind is Kind.PERSON}
        return known.pop() if len(known) == 1 else None
    return None


def _near(statement: Statement, claim: Claim) -> frozenset[str]:
    low, high = claim.start - _NEAR, claim.end + _NEAR
    return frozenset(
        stem
        for token, stem in zip(statement.tokens, statement.stems, strict=True)
        if stem in statement.telling and low <= token.start and token.end <= high
    )


def _target(statement: Statement, claim: Claim, text: str) -> frozenset[str]:
    """What somebody is for or against: what follows, or the subject of « est critiquée par les élus »."""
    if claim.kind is not ClaimKind.STANCE:
        return frozenset()
    low, high = claim.end, claim.end + _NEAR
    if _BY.match(text, claim.end):
        low, high = claim.start - _NEAR, claim.start
    return frozenset(
        stem
        for token, stem in zip(statement.tokens, statement.stems, strict=True)
        if stem and low <= token.start and token.end <= high
    )


def _published(article: Article) -> date | None:
    latest = article.published.latest
    if latest is None or latest != article.published.earliest:
        return None
    return date.fromisoformat(latest)
