"""Quoted stretches of the sources as words, as the ledger compares them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.compare.shingles import shingles
from index.compare.statements import Statement
from index.french.incises import incises
from index.model.article import Article, EntityId, Quote
from index.model.text import Span
from index.text.tokens import Token

_ELLIPSIS = re.compile(r"[\[(]\s*(?:…|\.\.\.)\s*[\])]|…")
_INSERTED = re.compile(r"\[([^\]\[…]*[^\W\d_][^\]\[…]*)\]")


@dataclass(frozen=True, slots=True)
class Piece:
    """One quoted stretch of a source as words."""

    side: int
    span: Span
    sentence: int
    tokens: tuple[Token, ...]
    stems: tuple[str, ...]
    said: bool
    """Whether the text gives it a speaker."""
    quote: Quote
    gaps: bool
    """Whether it marks an omission (« […] »)."""

    words: tuple[str, ...]
    """The folded forms of the tokens."""
    runs: frozenset[tuple[str, ...]]
    telling: tuple[str, ...]
    """The stems of its content words."""
    inserted: int
    """Words in square brackets, added by the newspaper."""

    @property
    def speaker(self) -> EntityId | None:
        return self.quote.speaker

    @property
    def content(self) -> int:
        return len(self.telling)

    @property
    def fullness(self) -> float:
        """The number of words, less one and a half for each inserted one; it decides which version
        is the fullest.
        """
        return len(self.tokens) - 1.5 * self.inserted


def pieces(side: int, article: Article, own: Sequence[Statement]) -> Iterator[Piece]:
    starts = [statement.span.start for statement in own]
    for quote in article.annotations.quotes:
        span = Span(quote.start, quote.end)
        at = max(0, bisect_left(starts, span.start + 1) - 1)
        tokens: list[Token] = []
        stems: list[str] = []
        # In « Nos marins, a dit la maire, attendaient » the speaker did not say the words in the
        # middle.
        told = [incise.span for incise in incises(article.text, span)]
        for statement in own[at:]:
            if statement.span.start >= span.end:
                break
            for token, stem in zip(statement.tokens, statement.stems, strict=True):
                inside = any(part.start <= token.start < part.end for part in told)
                if span.start <= token.start and token.end <= span.end and not inside:
                    tokens.append(token)
                    stems.append(stem)
        if tokens:
            words = tuple(token.folded for token in tokens)
            yield Piece(
                side=side,
                span=span,
                sentence=at,
                tokens=tuple(tokens),
                stems=tuple(stems),
                said=quote.verb is not None,
                quote=quote,
                gaps=_ELLIPSIS.search(span.of(article.text)) is not None,
                words=words,
                runs=shingles(words),
                telling=tuple(stem for stem in stems if stem),
                inserted=sum(
                    len(inside[1].split()) for inside in _INSERTED.finditer(span.of(article.text))
                ),
            )
