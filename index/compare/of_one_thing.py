"""Differences that claim that values exclude each other, left out where nothing shows that they are of one thing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from index.compare.statements import Statement
from index.compare.whole import over_whole
from index.facts.figure_frames import Accounts, of_one
from index.model.article import Article, ArticleId
from index.model.comparison import About, Difference
from index.model.facts import Account, Fact, FactVerdict

_OF_ONE = frozenset(FactVerdict) - {FactVerdict.AGREE, FactVerdict.OTHERWISE, FactVerdict.ONLY}
"""The verdicts of facts that say, or leave open, that two values of one thing are apart."""


def of_one_thing(
    found: Sequence[Difference],
    facts: Sequence[Fact],
    articles: Sequence[Article],
    wholes: Sequence[Article],
    sides: Sequence[Sequence[Statement]],
) -> tuple[Difference, ...]:
    """The differences of names, those whose values meet, and of the others those that a fact holds, or that stand
    among the same words.
    """
    side_of = {article.id: side for side, article in enumerate(articles)}
    accounts = Accounts(wholes, sides, side_of)
    lengths = {article.id: len(article.text) for article in articles}
    told = [fact for fact in facts if fact.verdict in _OF_ONE]
    return tuple(
        one
        for one in found
        if one.about in (About.NAME, About.ROLE)
        or of_one(one, accounts)
        or any(_holds(fact, one, lengths) for fact in told)
    )


def _holds(fact: Fact, found: Difference, lengths: Mapping[ArticleId, int]) -> bool:
    """Whether a fact has a claim in the passages of two sides of a difference."""
    spans = {passage.article: passage.spans for passage in found.sides}

    def meets(account: Account) -> bool:
        places = (
            over_whole(claim.span, claim.part, lengths[account.article]) for claim in account.claims
        )
        own = spans.get(account.article, ())
        return any(place.overlaps(span) for place in places for span in own)

    return sum(map(meets, fact.accounts)) > 1
