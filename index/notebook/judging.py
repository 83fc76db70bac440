"""The reader's decisions on facts, applied to the facts that are found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from index.compare.whole import in_whole, whole
from index.model.article import Article, ArticleId
from index.model.facts import Fact
from index.model.text import Span
from index.notebook.cited import located
from index.notebook.decisions import FactJudged


def judged(
    facts: Sequence[Fact], said: Sequence[FactJudged], articles: Mapping[ArticleId, Article]
) -> tuple[Fact, ...]:
    """The facts, each with the latest decision about its kind and the places of two accounts of it."""
    wholes = {id: whole(article) for id, article in articles.items()}
    places: list[tuple[FactJudged, dict[ArticleId, list[Span]]]] = []
    for decision in said:
        found: dict[ArticleId, list[Span]] = {}
        for cited in decision.passages:
            article = wholes.get(cited.article)
            span = located(cited, article) if article else None
            if span is not None:
                found.setdefault(cited.article, []).append(span)
        if len(found) > 1:
            places.append((decision, found))
    return tuple(_with(fact, places, articles) for fact in facts)


def _with(
    fact: Fact,
    places: Sequence[tuple[FactJudged, dict[ArticleId, list[Span]]]],
    articles: Mapping[ArticleId, Article],
) -> Fact:
    for decision, found in reversed(places):
        if decision.about != fact.about.value:
            continue
        met = 0
        for account in fact.accounts:
            article = articles[account.article]
            spans = [in_whole(article, claim.span, claim.part) for claim in account.claims]
            met += any(a.overlaps(b) for a in spans for b in found.get(account.article, ()))
        if met > 1:
            return replace(fact, accepted=decision.accepted)
    return fact
