"""The sentences of the sources, each with its words, names, quotes and figures, for comparison."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from index.compare.denied_words import denials_in, denied_words
from index.compare.shingles import shingles
from index.french.function_words import FUNCTION_WORDS
from index.french.intervals import Interval, interval_of
from index.french.numerals import digits
from index.french.stems import FrenchStemmer
from index.model.article import Article, DateMention, EntityId, Mention, Quantity, Quote
from index.model.text import Span
from index.text.tokens import Token, tokenize

_TELLING = 1

_Spanned = TypeVar("_Spanned", Mention, DateMention, Quantity)


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence of one of the articles compared."""

    side: int
    """The article, by its place in the order asked."""
    number: int
    """The number of the sentence in its article."""
    span: Span
    tokens: tuple[Token, ...]
    stems: tuple[str, ...]
    """For each token its folded stem, or its figures if it is a number word; empty for a function
    word.
    """
    entities: frozenset[EntityId]
    mentions: tuple[Mention, ...]
    dates: tuple[DateMention, ...]
    quantities: tuple[Quantity, ...]
    quoted: tuple[Span, ...]
    """The parts in quotation marks."""
    denied: frozenset[str]
    """The stems of its words that it denies."""
    said: frozenset[str]
    """The stems of its words that it does not deny."""
    in_title: bool
    days: tuple[Interval, ...]
    """The known dates, as intervals."""

    telling: frozenset[str]
    """The stems of its content words outside names, dates and figures."""
    runs: frozenset[tuple[str, ...]]
    """Its runs of folded words."""
    figures: frozenset[tuple[float, str]]
    """The value and the unit of each of its quantities."""
    bag: Mapping[str, int]
    """The count of each content stem."""

    @property
    def reports(self) -> bool:
        """Whether it says anything besides names, dates and figures: a dateline does not."""
        return len(self.telling) >= _TELLING

    def words_within(self, span: Span) -> list[str]:
        """The folded words that lie inside a stretch of the text."""
        return [
            token.folded
            for token in self.tokens
            if span.start <= token.start and token.end <= span.end
        ]


def statements(side: int, article: Article, stemmer: FrenchStemmer) -> tuple[Statement, ...]:
    """The annotated sentences of an article, in order, each with all its parts."""
    found = article.annotations
    tokens = tuple(tokenize(article.text))
    token_starts = [token.start for token in tokens]
    stem_of = _Stems(stemmer)
    denials = denials_in(article.text)
    result = []
    for number, span in enumerate(found.sentences):
        own = tokens[bisect_left(token_starts, span.start) : bisect_left(token_starts, span.end)]
        mentions = _within(found.mentions, span)
        dates = _within(found.dates, span)
        quantities = _within(found.quantities, span)
        stems = tuple([stem_of(token) for token in own])
        reached = denied_words(article.text, own, denials)
        denied = frozenset([stems[at] for at in reached if stems[at]])
        result.append(
            Statement(
                side=side,
                number=number,
                span=span,
                tokens=own,
                stems=stems,
                entities=frozenset(mention.entity for mention in mentions),
                mentions=mentions,
                dates=dates,
                quantities=quantities,
                quoted=_quoted_within(found.quotes, span),
                denied=denied,
                said=frozenset(stems) - denied - {""},
                in_title=article.title_span is not None and article.title_span.contains(span),
                days=tuple(
                    known for d in dates if (known := interval_of(d.earliest, d.latest)) is not None
                ),
                telling=_telling(own, stems, (*mentions, *dates, *quantities)),
                runs=shingles([token.folded for token in own]),
                figures=frozenset((quantity.value, quantity.unit) for quantity in quantities),
                bag=Counter(filter(None, stems)),
            )
        )
    return tuple(result)


def _telling(
    tokens: Sequence[Token],
    stems: Sequence[str],
    named: Sequence[Mention | DateMention | Quantity],
) -> frozenset[str]:
    starts = [token.start for token in tokens]
    told = [*stems]
    for item in named:
        for at in range(bisect_left(starts, item.start), bisect_left(starts, item.end)):
            told[at] = ""
    return frozenset([stem for stem in told if stem and not stem[0].isdigit()])


class _Stems:
    """The stems of content words, each looked up once."""

    def __init__(self, stemmer: FrenchStemmer) -> None:
        self._stemmer = stemmer
        self._known: dict[str, str] = {}

    def __call__(self, token: Token) -> str:
        if token.elided:
            return ""
        stem = self._known.get(token.exact)
        if stem is None:
            stem = self._known[token.exact] = self._stem(token.exact)
        return stem

    def _stem(self, exact: str) -> str:
        if exact in FUNCTION_WORDS or (len(exact) == 1 and not exact.isdigit()):
            return ""
        return digits(exact) or self._stemmer.stem(exact)


def _within(items: Sequence[_Spanned], span: Span) -> tuple[_Spanned, ...]:
    low = bisect_left(items, span.start, key=lambda item: item.start)
    high = bisect_right(items, span.end - 1, key=lambda item: item.start)
    return tuple(items[low:high])


def _quoted_within(quotes: Sequence[Quote], span: Span) -> tuple[Span, ...]:
    return tuple(
        Span(max(quote.start, span.start), min(quote.end, span.end))
        for quote in quotes
        if quote.start < span.end and span.start < quote.end
    )
