"""Entities named in the same articles, as a weighted network."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations
from typing import NamedTuple

from index.export.material import Material
from index.model.article import EntityId, Kind

MOST_NODES = 500


class Node(NamedTuple):
    id: EntityId
    name: str
    kind: Kind
    articles: int
    first: str
    """The first and the last day on which an article names it; empty if none is known."""
    last: str


class Edge(NamedTuple):
    source: EntityId
    target: EntityId
    weight: int
    """The number of articles that name both."""


def network(material: Material) -> tuple[list[Node], list[Edge]]:
    """The most frequent entities of the articles, and the number of articles that name two of them."""
    kinds: dict[EntityId, Kind] = {}
    days: dict[EntityId, list[str]] = defaultdict(list)
    counts: Counter[EntityId] = Counter()
    together: Counter[tuple[EntityId, EntityId]] = Counter()
    named: list[set[EntityId]] = []
    for article in material.articles:
        here: set[EntityId] = set()
        found = article.annotations
        for mention in (*found.mentions, *found.lead_mentions):
            if material.among is not None and mention.entity not in material.among:
                continue
            here.add(mention.entity)
            kinds.setdefault(mention.entity, mention.kind)
        counts.update(here)
        named.append(here)
        if article.published.earliest:
            for entity in here:
                days[entity].append(article.published.earliest)
    most = sorted(counts, key=lambda one: (-counts[one], one))[:MOST_NODES]
    kept = set(most)
    for here in named:
        together.update(combinations(sorted(here & kept), 2))
    nodes = [
        Node(
            one,
            material.name_of(one),
            kinds[one],
            counts[one],
            min(days[one], default=""),
            max(days[one], default=""),
        )
        for one in most
    ]
    edges = [
        Edge(a, b, weight)
        for (a, b), weight in sorted(together.items(), key=lambda e: (-e[1], e[0]))
    ]
    return nodes, edges
