"""The likeness of whole articles: words weighted by their rarity in the corpus, and copied runs."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

from index.french.function_words import FUNCTION_WORDS
from index.french.stems import FrenchStemmer
from index.model.article import Article
from index.text.tokens import word_forms, words

RUN = 5
"""The number of words in a run."""
_SAMPLE = 8
"""One run out of so many is kept for finding copies (Broder's sampling modulo m)."""
LEAST_CORPUS = 1000
"""Rarity is counted as if the corpus had at least so many articles: in a handful, all words look
common.
"""
_TELLING = 25
"""The number of words by which articles like another one are looked for."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """The parts of an article that are compared with others."""

    weights: dict[str, float]
    """Weights by stem; as a vector they have length 1."""
    telling: tuple[str, ...]
    """The stems with the highest weights."""
    runs: frozenset[int]
    """Hashes of all runs of `RUN` words."""

    @property
    def sample(self) -> frozenset[int]:
        return frozenset(run for run in self.runs if run % _SAMPLE == 0)


def likenesses(articles: Sequence[Article]) -> tuple[Likeness, ...]:
    """For each article, in order, the parts that are compared; rarity is counted over these
    articles.
    """
    stemmer = FrenchStemmer()
    known: dict[str, tuple[str, str]] = {}
    counted: list[Counter[str]] = []
    runs: list[frozenset[int]] = []
    for article in articles:
        forms = [_forms(word, known, stemmer) for word in words(article.text)]
        counted.append(Counter(stem for _, stem in forms if stem))
        runs.append(_runs([folded for folded, _ in forms]))
    holding = Counter(stem for counts in counted for stem in counts)
    size = max(len(articles), LEAST_CORPUS)
    rarity = {stem: math.log((size + 1) / (number + 0.5)) for stem, number in holding.items()}
    result = []
    for counts, own_runs in zip(counted, runs, strict=True):
        weights = {stem: (1 + math.log(n)) * rarity[stem] for stem, n in counts.items()}
        norm = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        weights = {stem: weight / norm for stem, weight in weights.items()}
        shared = [stem for stem in weights if holding[stem] > 1]
        telling = sorted(shared, key=lambda stem: (-weights[stem], stem))[:_TELLING]
        result.append(Likeness(weights, tuple(telling), own_runs))
    return tuple(result)


def cosine(one: Likeness, other: Likeness) -> float:
    """Likeness of wording, 0 to 1."""
    small, large = one.weights, other.weights
    if len(small) > len(large):
        small, large = large, small
    return sum(weight * large[stem] for stem, weight in small.items() if stem in large)


def copied(one: Likeness, other: Likeness) -> float:
    """The share of the runs of the shorter article that the other also has."""
    smaller = min(len(one.runs), len(other.runs))
    return len(one.runs & other.runs) / smaller if smaller else 0.0


def copies(likeness: Sequence[Likeness], *, least: float) -> set[tuple[int, int]]:
    """Pairs of articles of which one has at least that share of the other's runs, at any distance."""
    holders: dict[int, list[int]] = defaultdict(list)
    for at, item in enumerate(likeness):
        for run in item.sample:
            holders[run].append(at)
    shared: Counter[tuple[int, int]] = Counter()
    for held in holders.values():
        # Runs that dozens of articles share are a formula of the newspaper, not a copy.
        if 1 < len(held) <= 40:
            shared.update((a, b) for i, a in enumerate(held) for b in held[i + 1 :])
    found = set()
    for (a, b), number in shared.items():
        smaller = min(len(likeness[a].sample), len(likeness[b].sample))
        if number >= max(3, least * smaller / 2) and copied(likeness[a], likeness[b]) >= least:
            found.add((a, b))
    return found


def _forms(word: str, known: dict[str, tuple[str, str]], stemmer: FrenchStemmer) -> tuple[str, str]:
    """The folded form and the stem of a word; function words have no stem."""
    forms = known.get(word)
    if forms is None:
        exact, folded = word_forms(word)
        says_nothing = exact in FUNCTION_WORDS or len(exact) == 1
        forms = known[word] = (folded, "" if says_nothing else stemmer.stem(exact))
    return forms


def _runs(folded: Sequence[str]) -> frozenset[int]:
    return frozenset(
        crc32(" ".join(folded[at : at + RUN]).encode()) for at in range(len(folded) - RUN + 1)
    )
