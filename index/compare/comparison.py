"""Two to four sources held against each other: rows, what only one says, quotes, differences."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations

from index.compare.alignment import align
from index.compare.assertions import assertions
from index.compare.beside import read_beside_one_another
from index.compare.dependence import communique, dependence
from index.compare.differences import differences
from index.compare.ledger import ledger
from index.compare.own_words import own_words
from index.compare.rows import rows
from index.compare.statements import statements
from index.compare.verdicts import NO_VERDICTS, Verdicts, judged, marked
from index.french.stems import FrenchStemmer
from index.model.article import Article, EntityId
from index.model.comparison import Comparison, Passage


def compare(
    articles: Sequence[Article],
    *,
    name_of: Callable[[EntityId], str],
    verdicts: Verdicts = NO_VERDICTS,
) -> Comparison:
    """Two to four articles, whose annotations are filled, statement by statement.

    `verdicts` are the reader's, and hold against what the texts alone would give.

    Raises ValueError for another number of articles or for the same one twice.
    """
    identities = tuple(article.id for article in articles)
    if not 2 <= len(articles) <= 4:
        raise ValueError(f"two to four articles can be compared, not {len(articles)}")
    if len(set(identities)) < len(identities):
        raise ValueError("an article cannot be compared with itself")
    articles = read_beside_one_another(articles)
    stemmer = FrenchStemmer()
    sides = [statements(side, article, stemmer) for side, article in enumerate(articles)]
    links = [link for one, other in combinations(sides, 2) for link in align(one, other)]
    links = judged(links, sides, identities, verdicts)
    found = marked(rows(links, sides, identities), sides, identities, verdicts)
    told = {
        (passage.article, span)
        for row in found
        for passage in row.passages
        for span in passage.spans
    }
    lines = ledger(articles, sides)
    return Comparison(
        articles=identities,
        rows=found,
        only=tuple(
            Passage(
                article.id,
                tuple(s.span for s in sides[side] if (article.id, s.span) not in told),
            )
            for side, article in enumerate(articles)
        ),
        quotes=lines,
        differences=differences(articles, sides, found, name_of=name_of),
        asserted=tuple(
            asserted
            for side, article in enumerate(articles)
            for asserted in assertions(article, sides[side])
        ),
        own_words=own_words(articles, sides),
        dependence=dependence(articles, sides, lines),
        communique=communique(lines),
    )
