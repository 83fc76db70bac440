"""The comparison of two to four sources: rows, statements of only one source, quotes, differences."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations

from index.claims.account import claims
from index.compare.alignment import align
from index.compare.assertions import assertions
from index.compare.beside import read_beside_one_another
from index.compare.dependence import communique, dependence
from index.compare.differences import differences
from index.compare.ledger import ledger
from index.compare.of_one_thing import of_one_thing
from index.compare.one_verdict import as_one
from index.compare.only import only
from index.compare.own_words import own_words
from index.compare.reader_verdicts import NO_VERDICTS, Verdicts, judged, marked
from index.compare.rows import aligned_sentences, rows
from index.compare.statements import statements
from index.compare.whole import whole
from index.facts.event_facts import facts
from index.french.stems import FrenchStemmer
from index.model.article import Article, EntityId
from index.model.comparison import Comparison, Nearest, Passage

MOST_BESIDE = 4
"""The most sources whose statements are put side by side."""
MOST_ALIGNED = 12
"""The most sources whose sentences, quotations and names are compared; the work grows with the number
of pairs, some 4 ms of processor time each.
"""
MOST_ACCOUNTS = 50
"""The most sources whose facts are compared."""


def compare(
    articles: Sequence[Article],
    *,
    name_of: Callable[[EntityId], str],
    verdicts: Verdicts = NO_VERDICTS,
) -> Comparison:
    """Compares two to fifty articles with annotations; up to four of them statement by statement.

    `verdicts` are the reader's, and win over the texts. Raises ValueError for another number of
    articles or for the same article twice.
    """
    identities = tuple(article.id for article in articles)
    if not 2 <= len(articles) <= MOST_ACCOUNTS:
        raise ValueError(f"two to fifty articles can be compared, not {len(articles)}")
    if len(set(identities)) < len(identities):
        raise ValueError("an article cannot be compared with itself")
    asked = articles
    articles = [whole(article) for article in read_beside_one_another(articles)]
    stemmer = FrenchStemmer()
    sides = [statements(side, article, stemmer) for side, article in enumerate(articles)]
    few = len(sides) <= MOST_ALIGNED
    pairs = combinations(sides, 2) if few else ()
    links = [link for one, other in pairs for link in align(one, other)]
    links = judged(links, sides, identities, verdicts)
    found = marked(rows(links, sides, identities), sides, identities, verdicts)
    aligned = aligned_sentences(found, sides, identities)
    lines = ledger(articles, sides, aligned) if few else ()
    differing = differences(articles, sides, found, name_of=name_of) if few else ()
    held = facts(
        asked,
        articles,
        sides,
        [claims(article) for article in asked],
        aligned=aligned,
        quotes=lines,
        differences=differing,
        name_of=name_of,
    )
    differing, held = as_one(differing, held, asked)
    differing = of_one_thing(differing, held, asked, articles, sides)
    alone, near = only(asked, sides, found, held, verdicts)
    return Comparison(
        articles=identities,
        # More columns nobody would read; the facts rest on rows all the same.
        rows=found if len(sides) <= MOST_BESIDE else (),
        only=tuple(
            Passage(article.id, tuple(s.span for s in alone if s.side == side))
            for side, article in enumerate(articles)
        ),
        nearest=tuple(
            Nearest(
                identities[s.side],
                s.span,
                identities[close.side],
                sides[close.side][close.number].span,
                close.score,
            )
            for s in alone
            if (close := near.get((s.side, s.number))) is not None
        ),
        quotes=lines,
        differences=differing,
        asserted=tuple(
            asserted
            for side, article in enumerate(articles)
            for asserted in assertions(article, sides[side])
        ),
        own_words=own_words(articles, sides),
        dependence=dependence(articles, sides, lines),
        lengths=tuple(len(article.text) for article in asked),
        facts=held,
        communique=communique(lines),
    )
