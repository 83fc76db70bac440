"""Things that the notebook can keep, before their proofs are read: kind and places."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from index.model.article import Article, ArticleId, Said
from index.model.claims import Part
from index.model.comparison import Difference, Passage, QuoteLine
from index.model.facts import Account, Fact, FactVerdict
from index.model.found import ConcordanceLine
from index.model.quoting import Quoted
from index.model.statement_rows import Statement
from index.model.text import Span
from index.notebook.decisions import KeptKind

_ID = 8
"""Figures of an entry's id."""
_AROUND = 90
"""Characters kept on each side of an occurrence, at the most."""
_MARKS = "«»“”\"' \u00a0\u202f,.;:!?…"
"""Signs that may stand around a quotation without being part of it."""


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of an article; the whole of it without a span."""

    article: ArticleId
    span: Span | None = None
    part: Part | None = Part.TEXT
    """None: over the text with the lead behind it, as a comparison reads it."""
    gives: str = ""
    """What the passage gives: a value, a speaker, the form that was looked for."""
    around: int = 0
    """Characters of the paragraph that are kept with it on each side."""


@dataclass(frozen=True, slots=True)
class Keepable:
    """Something that the reader may keep, with a place for each proof."""

    kind: KeptKind
    places: tuple[Place, ...]
    label: str = ""
    verdict: str = ""
    name: str = ""
    """What identifies it besides its places, where these may change with a rebuild."""

    @property
    def id(self) -> str:
        """Of its entry in the notebook: made of what it is, so that one thing is kept once."""
        first = self.places[0]
        kind = KeptKind.PASSAGE if first.span is None else self.kind
        part = first.part or Part.TEXT
        named = f"{first.article}\0{part.value}\0{first.span}\0{kind.value}"
        if self.name:
            named = "\0".join((kind.value, self.name, *(str(one.article) for one in self.places)))
        elif len(self.places) > 1:
            named = "\0".join((kind.value, *(f"{one.article} {one.span}" for one in self.places)))
        return hashlib.sha256(named.encode()).hexdigest()[:_ID]


def of_article(id: ArticleId) -> Keepable:
    return Keepable(KeptKind.ARTICLE, (Place(id),))


def of_passage(article: Article, span: Span, *, part: Part = Part.TEXT) -> Keepable:
    """A passage of an article; a quotation with its speaker where it is just what somebody says there."""
    said = _said_there(article, span) if part is Part.TEXT else None
    if said is None:
        return Keepable(KeptKind.PASSAGE, (Place(article.id, span, part),))
    who = _speaker(said)
    # Its own span, so that it is one entry with the same words kept from a comparison or a card.
    quoted = Span(said.start, said.end)
    return Keepable(KeptKind.QUOTE, (Place(article.id, quoted, part, gives=who),), label=who)


def of_fact(fact: Fact) -> Keepable:
    """A proof for each account: the sentence that says so, and the values that it gives."""
    places = tuple(
        Place(
            account.article,
            account.claims[0].sentence,
            account.claims[0].part,
            # The words of a sentence that tells it otherwise are the sentence itself.
            "" if fact.verdict is FactVerdict.OTHERWISE else _values(account),
        )
        for account in fact.accounts
    )
    return Keepable(
        KeptKind.FACT, places, label=fact.label, verdict=fact.verdict.value, name=fact.id
    )


def of_row(passages: Sequence[Passage], *, strength: str = "") -> Keepable:
    """A statement as each source words it."""
    return Keepable(KeptKind.ROW, _places(passages), verdict=strength)


def of_statement(ids: Sequence[ArticleId], statement: Statement) -> Keepable:
    """A row of a comparison of these articles; a passage where only one of them has it."""
    cells = zip(ids, statement.cells, strict=False)
    told = tuple(Passage(id, tuple(cell)) for id, cell in cells if cell)
    if len(told) < 2:
        return of_passages(told)
    return of_row(told, strength=statement.row.strength.value if statement.row else "")


def of_passages(passages: Sequence[Passage], *, quoted: bool = False) -> Keepable:
    """Sentences of one source as a comparison reads it, or the words that it quotes."""
    return Keepable(KeptKind.QUOTE if quoted else KeptKind.PASSAGE, _places(passages))


def of_difference(found: Difference) -> Keepable | None:
    """What the sources give for one thing, with how that stands to each other."""
    places = _places(found.sides)
    if not places:
        return None
    return Keepable(KeptKind.FACT, places, label=found.label, verdict=found.verdict.value)


def _places(passages: Sequence[Passage]) -> tuple[Place, ...]:
    return tuple(
        Place(passage.article, span, None) for passage in passages for span in passage.spans
    )


def of_quote(line: QuoteLine) -> Keepable:
    """An utterance as each source quotes it, with who says it there."""
    places = tuple(
        Place(use.article, span, None, _speaker(use.said) if use.said else "")
        for use in line.uses
        for span in use.spans
    )
    who = dict.fromkeys(place.gives for place in places if place.gives)
    # « Hélène Darcourt » is said already by « la préfète Hélène Darcourt ».
    told = [name for name in who if not any(name != other and name in other for other in who)]
    return Keepable(KeptKind.QUOTE, places, label=" / ".join(told))


def of_quoted(quoted: Quoted, *, who: str) -> Keepable:
    """A quotation from the card of who is quoted."""
    span = Span(quoted.said.start, quoted.said.end)
    gives = _speaker(quoted.said) or who
    return Keepable(KeptKind.QUOTE, (Place(quoted.article, span, gives=gives),), label=who)


def of_line(line: ConcordanceLine) -> Keepable:
    """An occurrence with what stands around it in its paragraph."""
    place = Place(line.article, line.span, Part.TEXT, line.form, around=_AROUND)
    return Keepable(KeptKind.LINE, (place,), label=line.form)


def _values(account: Account) -> str:
    """What an account gives, each value once, with who says it."""
    told: dict[str, str] = {}
    for claim in account.claims:
        words = " ".join(claim.text.split())
        speaker = " ".join(claim.speaker_text.split())
        if words and (speaker or words not in told):
            told[words] = f"{words} ({speaker})" if speaker else words
    return " · ".join(told.values())


def _speaker(said: Said) -> str:
    return " ".join((said.speaker_text or "").split())


def _said_there(article: Article, span: Span) -> Said | None:
    """The quotation that a span is, quotation marks and stops left aside."""
    bare = _bare(article.text, span)
    for quote in article.annotations.quotes:
        if _bare(article.text, Span(quote.start, quote.end)) == bare:
            return quote
    return None


def _bare(text: str, span: Span) -> Span:
    start, end = span.start, min(span.end, len(text))
    while start < end and text[start] in _MARKS:
        start += 1
    while end > start and text[end - 1] in _MARKS:
        end -= 1
    return Span(start, end)
