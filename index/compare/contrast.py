"""Two halves of a corpus compared: what one of them says more often than the other.

Keyness is the log-likelihood ratio G² (Dunning 1993, Rayson and Garside 2000) with its effect size,
the binary logarithm of the ratio of relative frequencies (Hardie 2014). Words count by family,
names and speakers by the articles that have them.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from index.french.families import representative
from index.french.function_words import FUNCTION_WORDS
from index.model.article import Article, EntityId
from index.model.halves import Contrast, Key
from index.text.tokens import tokenize

SURE = 10.83
"""The least G² at which a difference is unlikely to be chance: p < .001 at one degree of freedom."""
_FEWEST = 4
"""The fewest occurrences of a word, in both halves together, for it to be judged."""
_SPREAD = 2
"""The fewest articles with a word: one long article does not stand for its half."""
_MOST = 40


@dataclass(slots=True)
class _Half:
    """The counts of one half, gathered article by article."""

    articles: int = 0
    words: int = 0
    sources: set[str] = field(default_factory=set)
    families: Counter[str] = field(default_factory=Counter)
    spread: Counter[str] = field(default_factory=Counter)
    forms: dict[str, Counter[str]] = field(default_factory=dict)
    names: Counter[EntityId] = field(default_factory=Counter)
    quoted: Counter[EntityId] = field(default_factory=Counter)

    def add(self, article: Article) -> None:
        self.articles += 1
        if article.source:
            self.sources.add(article.source)
        here: set[str] = set()
        for token in tokenize(article.text):
            self.words += 1
            if not _is_telling(token.exact):
                continue
            key = representative(token.exact)
            self.families[key] += 1
            self.forms.setdefault(key, Counter())[token.exact] += 1
            here.add(key)
        self.spread.update(here)
        self.names.update(article.annotations.entities)
        self.quoted.update(q.speaker for q in article.annotations.quotes if q.speaker)


def contrast(
    first: Iterable[Article], second: Iterable[Article], *, name_of: Callable[[EntityId], str]
) -> Contrast:
    """Reads every article of both halves once."""
    one, other = _Half(), _Half()
    for half, articles in ((one, first), (other, second)):
        for article in articles:
            half.add(article)
    words = [
        Key(_shown(key, one, other), a, b, *keyness(a, one.words, b, other.words))
        for key in one.families.keys() | other.families.keys()
        if (a := one.families[key]) + (b := other.families[key]) >= _FEWEST
        and one.spread[key] + other.spread[key] >= _SPREAD
    ]
    names = [
        Key(name_of(id), a, b, *keyness(a, one.articles, b, other.articles))
        for id in one.names.keys() | other.names.keys()
        if (a := one.names[id]) + (b := other.names[id]) >= _SPREAD
    ]
    return Contrast(
        articles=(one.articles, other.articles),
        words=(one.words, other.words),
        sources=(len(one.sources), len(other.sources)),
        more_words=_sides(words),
        more_names=_sides(names),
        only_quoted=(
            _only(one.quoted, other.quoted, name_of, first=True),
            _only(other.quoted, one.quoted, name_of, first=False),
        ),
    )


def keyness(a: int, size_a: int, b: int, size_b: int) -> tuple[float, float]:
    """G² and the effect size of `a` in `size_a` against `b` in `size_b`.

    For the effect, an absent word counts as half an occurrence, so that it stays finite.
    """
    total = size_a + size_b
    if not size_a or not size_b or not a + b:
        return 0.0, 0.0
    expected_a, expected_b = size_a * (a + b) / total, size_b * (a + b) / total
    likelihood = 2 * (
        (a * math.log(a / expected_a) if a else 0.0) + (b * math.log(b / expected_b) if b else 0.0)
    )
    effect = math.log2((max(a, 0.5) / size_a) / (max(b, 0.5) / size_b))
    return likelihood, effect


def _is_telling(word: str) -> bool:
    return len(word) > 2 and word not in FUNCTION_WORDS and not word[0].isdigit()


def _shown(key: str, one: _Half, other: _Half) -> str:
    forms = one.forms.get(key, Counter()) + other.forms.get(key, Counter())
    return max(forms, key=lambda form: (forms[form], form))


def _sides(keys: list[Key]) -> tuple[tuple[Key, ...], tuple[Key, ...]]:
    sure = sorted(
        (key for key in keys if key.likelihood >= SURE), key=lambda k: (-k.likelihood, k.text)
    )
    first = tuple(key for key in sure if key.effect > 0)[:_MOST]
    return first, tuple(key for key in sure if key.effect < 0)[:_MOST]


def _only(
    here: Counter[EntityId],
    there: Counter[EntityId],
    name_of: Callable[[EntityId], str],
    *,
    first: bool,
) -> tuple[Key, ...]:
    alone = [(count, name_of(id)) for id, count in here.items() if id not in there]
    alone.sort(key=lambda pair: (-pair[0], pair[1]))
    return tuple(
        Key(name, count if first else 0, 0 if first else count, 0.0, 0.0)
        for count, name in alone[:_MOST]
    )
