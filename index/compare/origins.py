"""Accounts of an event by the origin of their text: copies and agency text count as one origin."""

from __future__ import annotations

from collections.abc import Sequence

from index.compare.shingles import containment, shingles
from index.model.article import Article
from index.text.word_columns import columns

_RUN = 5
_COPIED = 0.6
"""The share of an article's runs of five words at which it is a copy of an earlier one."""


def origins(articles: Sequence[Article]) -> tuple[tuple[Article, ...], ...]:
    """The articles by origin, the earliest first; each group begins with the article that was
    copied.
    """
    ordered = sorted(articles, key=lambda a: (a.published.earliest or "9999", a.id))
    groups: list[list[Article]] = []
    runs: list[frozenset[tuple[str, ...]]] = []
    for article in ordered:
        own = shingles(columns(article.text).folded, _RUN)
        for at, known in enumerate(runs):
            if max(containment(own, known), containment(known, own)) >= _COPIED:
                groups[at].append(article)
                break
        else:
            groups.append([article])
            runs.append(own)
    return tuple(tuple(group) for group in groups)


def tellers(groups: Sequence[Sequence[Article]]) -> tuple[Article, ...]:
    """The articles to be held against each other: the first of each origin, and each copy that gives a
    figure which nobody of its origin gave before. A dispatch that is told again with another toll is no
    mere copy.
    """
    found: list[Article] = []
    for group in groups:
        given: set[tuple[float, str]] = set()
        for article in group:
            own = {(each.value, each.unit) for each in article.annotations.quantities}
            if not found or article is group[0] or own - given:
                found.append(article)
            given |= own
    return tuple(found)
