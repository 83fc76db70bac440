"""How many contradictions the accounts of an event hold: its facts alone, without rows and quotes."""

from __future__ import annotations

from collections.abc import Sequence

from index.claims.account import claims
from index.compare.beside import read_beside_one_another
from index.compare.statements import statements
from index.compare.whole import whole
from index.facts.event_facts import facts
from index.french.stems import FrenchStemmer
from index.model.article import Article
from index.model.facts import DISAGREEING


def contradictions(articles: Sequence[Article]) -> int:
    """Facts of which two accounts give values that exclude each other, or of which one denies."""
    if len(articles) < 2:
        return 0
    wholes = [whole(article) for article in read_beside_one_another(articles)]
    stemmer = FrenchStemmer()
    sides = [statements(side, article, stemmer) for side, article in enumerate(wholes)]
    found = facts(articles, wholes, sides, [claims(article) for article in articles])
    return sum(fact.verdict in DISAGREEING for fact in found)
