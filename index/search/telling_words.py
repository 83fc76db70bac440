"""Articles like another one: those that share the words that tell it from the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from math import log

from index.french.stems import FrenchStemmer
from index.model.article import Article
from index.query.tree import Word
from index.text.tokens import tokenize

_WORDS = 40
"""How many telling words are asked for."""
_HOLDERS = 2
"""A word that no other article holds cannot find one, yet in a small corpus it would be the rarest."""
ENOUGH = 0.2
"""Share of the score that the article itself reaches; below, another is not like it."""


def telling_words(
    article: Article, stemmer: FrenchStemmer, *, articles: int, holding: Callable[[Word], int]
) -> list[Word]:
    """The words with the highest tf·idf of an article that others hold too, one for each stem.

    `holding` says in how many of all `articles` a word stands.
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
