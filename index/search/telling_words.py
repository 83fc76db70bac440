"""Articles like another one: those that share its most characteristic words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from math import log

from index.french.stems import FrenchStemmer
from index.model.article import Article
from index.query.tree import Word
from index.text.tokens import tokenize

_WORDS = 40
"""The number of characteristic words in a query."""
_HOLDERS = 2
"""The fewest articles that must hold a word: one that no other article holds cannot find one, but
would be the rarest in a small corpus.
"""
ENOUGH = 0.2
"""The share of the article's own score that another article must reach to be like it."""


def telling_words(
    article: Article, stemmer: FrenchStemmer, *, articles: int, holding: Callable[[Word], int]
) -> list[Word]:
    """The words of an article with the highest tf·idf that others hold too, one for each stem.

    `holding` gives the number of articles that hold a word, out of all `articles`.
    """
    counts: Counter[str] = Counter()
    forms: dict[str, str] = {}
    for token in tokenize(article.text):
        if len(token.exact) < 3 or token.elided:
            continue
        stem = stemmer.stem(token.exact)
        counts[stem] += 1
        forms.setdefault(stem, token.exact)
    weights: dict[str, float] = {}
    for stem, times in counts.items():
        holders = holding(Word(forms[stem]))
        if holders >= _HOLDERS:
            weights[forms[stem]] = (1 + log(times)) * log((articles + 1) / (holders + 0.5))
    chosen = sorted(weights, key=lambda form: (-weights[form], form))[:_WORDS]
    return [Word(form) for form in chosen]
