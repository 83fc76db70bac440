"""The offices and roles that the sources give to the same person."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import combinations

from index.entities.offices import offices_of
from index.french.function_words import FUNCTION_WORDS
from index.french.stems import FrenchStemmer
from index.model.article import Article, EntityId
from index.model.comparison import About, Difference, Passage, Verdict
from index.model.text import Span
from index.text.folding import fold
from index.text.tokens import tokenize

_THEN = re.compile(r"\b(?:alors|à l['’]époque)[ \u00a0,]*$", re.IGNORECASE)
_SOON = 31
"""The most days between two articles in which a change of office would not go unnoticed."""
_MARKS = frozenset(("ex", "ancien", "ancienne", "l", "le", "la", "alors", "desormais"))
_FORMER = re.compile(r"\b(?:ex-?|ancien(?:ne)?\b|désormais ex)", re.IGNORECASE)


def offices_differing(
    articles: Sequence[Article], *, name_of: Callable[[EntityId], str]
) -> Iterator[Difference]:
    """One entry for each person whose offices the articles give in different words.

    « ministre » against « ex-ministre » in the same weeks is a conflict; at other times it is a
    change of office. Other wordings are variants.
    """
    stemmer = FrenchStemmer()
    found: dict[EntityId, dict[int, list[tuple[Span, str]]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for side, article in enumerate(articles):
        mentions = article.annotations.mentions
        for number, start, end in offices_of(article.text, mentions):
            span = Span(start, end)
            found[mentions[number].entity][side].append((span, span.of(article.text)))
    for entity, sides in found.items():
        if len(sides) < 2:
            continue
        wordings = {
            side: {_key(office, stemmer) for _, office in given} for side, given in sides.items()
        }
        if len(set().union(*wordings.values())) < 2:
            continue
        yield Difference(
            About.ROLE,
            name_of(entity),
            _verdict([(articles[side], span) for side in sides for span, _ in sides[side]]),
            tuple(
                Passage(articles[side].id, tuple(sorted(span for span, _ in sides[side])))
                for side in sorted(sides)
            ),
        )


def _key(office: str, stemmer: FrenchStemmer) -> frozenset[str]:
    return frozenset(
        stemmer.stem(token.exact)
        for token in tokenize(office)
        if not token.elided and token.exact not in FUNCTION_WORDS
    )


def _verdict(given: Sequence[tuple[Article, Span]]) -> Verdict:
    """A conflict if one source calls an office former and another of the same weeks calls it
    present.

    If the articles are farther apart, or their days are not known, the office changed. « alors
    ministre » agrees with « ex-ministre ».
    """
    verdict = Verdict.VARIANT
    for article, span in given:
        for other, counterpart in given:
            if (
                article is not other
                and _is_former(article, span)
                and not _is_former(other, counterpart)
                and not _THEN.search(other.text[max(0, counterpart.start - 12) : counterpart.start])
                and _same_office(span.of(article.text), counterpart.of(other.text))
            ):
                if _of_the_same_weeks(article, other):
                    return Verdict.CONFLICT
                verdict = Verdict.UPDATE
    return Verdict.CONFLICT if verdict is Verdict.VARIANT and _of_two_ranks(given) else verdict


def _of_two_ranks(given: Sequence[tuple[Article, Span]]) -> bool:
    """Whether one account only speaks of a deputy and another of the same weeks only of the head: « directrice
    adjointe », « directrice ».
    """
    ranks: dict[Article, set[tuple[str, bool]]] = defaultdict(set)
    for article, span in given:
        words = span.of(article.text)
        ranks[article].add((_head(_DEPUTY.sub(" ", words)), _DEPUTY.search(words) is not None))
    return any(
        len(ours) == len(theirs) == 1
        and {(head, not deputy) for head, deputy in ours} == theirs
        and _of_the_same_weeks(one, other)
        for (one, ours), (other, theirs) in combinations(ranks.items(), 2)
    )


_DEPUTY = re.compile(r"\b(?:vice|sous)-?(?=[^\W\d_]{5})|\badjointe?s?\b", re.IGNORECASE)


def _is_former(article: Article, span: Span) -> bool:
    return _FORMER.search(fold(span.of(article.text))) is not None


def _same_office(one: str, other: str) -> bool:
    """Whether the first words of the office itself are the same: « ex-ministre », « ministre »."""
    return _head(one) == _head(other)


def _head(office: str) -> str:
    words = [word for word in re.split(r"[^\w]+", fold(office)) if word]
    return next((word for word in words if word not in _MARKS), "")


def _of_the_same_weeks(one: Article, other: Article) -> bool:
    (a, b) = (article.published.earliest for article in (one, other))
    if a is None or b is None:
        return False
    return abs((date.fromisoformat(a) - date.fromisoformat(b)).days) <= _SOON
