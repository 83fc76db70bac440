"""Prints what a corpus's sidebar would hold: `python -m benchmarks.entities lists CORPUS [REST]`.

CORPUS is JSON Lines with `title` and `article`, packed or not; REST takes every third article, from
the one of that number: 0, 1 or 2, so that rules made on one part can be read on another.
"""

from __future__ import annotations

import json
import lzma
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from index.building.settlement import Settlement
from index.entities.name_reading import read
from index.entities.recognition import Recogniser
from index.entities.variants import Joined, JoinedEntity, join_attested
from index.entities.votes import CorpusVotes
from index.model.article import EntityId, Kind, Mention

_FIRST = 150
_THIRD = 3


class Article(NamedTuple):
    """The text of an article, and the summary that stands outside it."""

    text: str
    lead: str = ""


@dataclass(frozen=True, slots=True)
class SettledCorpus:
    """The names of a corpus after joining."""

    joined: Joined
    mentions: tuple[tuple[Mention, ...], ...]
    """The mentions of each article, with the ids that they had before joining."""

    def articles(self) -> Counter[EntityId]:
        """In how many articles each entity stands."""
        counted: Counter[EntityId] = Counter()
        for mentions in self.mentions:
            named = {mention.entity for mention in mentions}
            counted.update({self.joined.canonical.get(entity, entity) for entity in named})
        return counted


def articles_of(path: Path, rest: int | None) -> list[Article]:
    """The articles of a corpus, or every third of them."""
    opened = lzma.open if path.suffix == ".xz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    return [
        Article(f"{record['title']}\n\n{record['article']}", record.get("heading") or "")
        for at, record in enumerate(records)
        if rest is None or at % _THIRD == rest
    ]


def settled_corpus(corpus: Sequence[Article], recogniser: Recogniser) -> SettledCorpus:
    """The names of some articles, as a build settles and joins them."""
    votes = CorpusVotes()
    readings = [read(recogniser, article.text) for article in corpus]
    for reading in readings:
        votes.add(reading.words, reading.candidates)
    settlement = Settlement(recogniser, votes)
    mentions = tuple(
        settlement.settle(article.text, reading, lead=article.lead)[0]
        for article, reading in zip(corpus, readings, strict=True)
    )
    return SettledCorpus(join_attested([settlement.attested()]), mentions)


def print_lists(path: Path, rest: int | None) -> None:
    """The first entities of each kind, with articles and forms; a star marks listed names."""
    corpus = settled_corpus(articles_of(path, rest), Recogniser.load())
    joined, articles = corpus.joined, corpus.articles()
    kinds: dict[Kind, list[JoinedEntity]] = defaultdict(list)
    for entity in joined.entities:
        kinds[entity.kind].append(entity)
    for kind, entities in kinds.items():
        print(f"\n{kind.value}: {len(entities)}")
        entities.sort(key=lambda entity: (-articles[entity.id], entity.id))
        for place, entity in enumerate(entities[:_FIRST], 1):
            forms = ", ".join(f"{form.surface} {form.mentions}" for form in entity.forms[:6])
            star = "*" if entity.known else ""
            print(f"{place} {entity.name}{star} [{articles[entity.id]}] {forms}")
    amiss = sum(not entity.id.startswith(f"{entity.kind}:") for entity in joined.entities)
    print(f"\nids of another kind: {amiss}; pairs proposed: {len(joined.proposals)}")
