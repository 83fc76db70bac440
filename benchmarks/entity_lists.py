"""Prints what a corpus's sidebar would hold: `python -m benchmarks.entities lists CORPUS [REST]`.

CORPUS is JSON Lines with `title` and `article`, packed or not; REST takes every third article, from
the one of that number: 0, 1 or 2, so that rules made on one part can be read on another.
"""

from __future__ import annotations

import json
import lzma
from collections import Counter, defaultdict
from pathlib import Path

from index.entities.name_reading import read, settled
from index.entities.offices import office_key, offices_of
from index.entities.recognition import Recogniser
from index.entities.short_names import is_first_name, sex_of
from index.entities.variants import Attested, FormCount, Joined, JoinedEntity, join_attested
from index.entities.votes import CorpusVotes
from index.model.article import EntityId, Kind, Mention

_FIRST = 150
_THIRD = 3


def texts_of(path: Path, rest: int | None) -> list[str]:
    """The articles of a corpus, or every third of them."""
    opened = lzma.open if path.suffix == ".xz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    return [
        f"{record['title']}\n\n{record['article']}"
        for at, record in enumerate(records)
        if rest is None or at % _THIRD == rest
    ]


def joined_over(texts: list[str], recogniser: Recogniser) -> tuple[Joined, dict[EntityId, int]]:
    """The entities of some articles after joining, and in how many of them each stands."""
    votes = CorpusVotes()
    readings = [read(recogniser, text) for text in texts]
    for reading in readings:
        votes.add(reading.words, reading.candidates)
    counts: Counter[tuple[EntityId, Kind, str]] = Counter()
    same: list[tuple[EntityId, EntityId]] = []
    held: set[tuple[EntityId, frozenset[str]]] = set()
    named: list[set[EntityId]] = []
    for text, reading in zip(texts, readings, strict=True):
        mentions, defined = settled(reading, recogniser, votes=votes)
        same.extend(defined)
        held.update(_held(text, mentions))
        named.append({mention.entity for mention in mentions})
        for m in mentions:
            counts[m.entity, m.kind, " ".join(text[m.start : m.end].split())] += 1
    forms = tuple(_form(recogniser, *key, number) for key, number in counts.items())
    joined = join_attested([Attested(forms, tuple(same), tuple(held))])
    articles: Counter[EntityId] = Counter()
    for entities in named:
        articles.update({joined.canonical.get(entity, entity) for entity in entities})
    return joined, articles


def _held(text: str, mentions: tuple[Mention, ...]) -> set[tuple[EntityId, frozenset[str]]]:
    return {
        (mentions[office.mention].entity, office_key(text[office.start : office.end]))
        for office in offices_of(text, mentions)
    }


def _form(
    recogniser: Recogniser, entity: EntityId, kind: Kind, surface: str, number: int
) -> FormCount:
    known = recogniser.known(entity)
    person = kind is Kind.PERSON
    return FormCount(
        entity,
        kind,
        surface,
        number,
        known=known,
        name=recogniser.name(entity) if known else "",
        sex=sex_of(surface, recogniser.lexicon) if person else "",
        first_name=person and is_first_name(surface, recogniser.lexicon),
        needs_words=recogniser.needs_words(entity),
    )


def print_lists(path: Path, rest: int | None) -> None:
    """The first entities of each kind, with articles and forms; a star marks listed names."""
    joined, articles = joined_over(texts_of(path, rest), Recogniser.load())
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
