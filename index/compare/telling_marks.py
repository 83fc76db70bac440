"""The words to mark in two wordings: usually most words differ, but few of the differences matter."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from index.french.function_words import FUNCTION_WORDS, MODALITY, NEGATIONS
from index.model.article import Article
from index.model.text import Span
from index.text.folding import fold
from index.text.tokens import tokenize


def what_matters(article: Article, differing: Iterable[Span]) -> tuple[Span, ...]:
    """The figures, days, names, negations and words of doubt among the words that differ.

    A figure, a day or a name is marked whole as soon as one of its words differs.
    """
    found = article.annotations
    whole = sorted(
        [
            *(Span(each.start, each.end) for each in found.quantities),
            *(Span(each.start, each.end) for each in found.dates),
            *(Span(each.start, each.end) for each in found.mentions),
        ]
    )
    marked: set[Span] = set()
    for span in differing:
        marked.update(each for each in whole if each.overlaps(span))
        for token in tokenize(span.of(article.text)):
            if token.exact in NEGATIONS or token.exact in MODALITY or token.exact[:1].isdigit():
                marked.add(Span(span.start + token.start, span.start + token.end))
    return tuple(_joined(sorted(marked)))


def what_is_shared(
    article: Article, spans: Sequence[Span], shared: Iterable[str]
) -> tuple[Span, ...]:
    """The content words of some passages that the other source also has.

    `shared` has them as the first source writes them: words are compared by their first letters.
    """
    keys = sorted({_key(word) for word in shared if word not in FUNCTION_WORDS})
    found = []
    for span in spans:
        for token in tokenize(span.of(article.text)):
            if token.exact not in FUNCTION_WORDS and _known(_key(token.exact), keys):
                found.append(Span(span.start + token.start, span.start + token.end))
    return tuple(found)


_STEM = 5
"""The number of first letters by which two forms count as one word."""


def _key(word: str) -> str:
    return fold(word)[:_STEM]


def _known(key: str, keys: Sequence[str]) -> bool:
    at = bisect_left(keys, key)
    return at < len(keys) and keys[at] == key


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    """The spans without those inside an earlier one."""
    end = -1
    for span in spans:
        if span.end > end:
            yield span if span.start >= end else Span(end, span.end)
            end = span.end
