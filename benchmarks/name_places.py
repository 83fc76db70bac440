"""What names in context stand for: `python -m benchmarks.entities places PRESS [a|b|c|d] [show]`.

`names_in_press.tsv` has places drawn at random from press-fr and annotated from their articles
before recognition was run on them: civilities, bare surnames, acronyms, and towns that may be
clubs. Parts `a` to `c` may be looked at, `d`, drawn last, is only counted.
"""

from __future__ import annotations

import json
import lzma
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from benchmarks.entity_lists import articles_of, settled_corpus
from index.entities.names import slug
from index.entities.persons import without_title
from index.entities.recognition import Recogniser
from index.entities.variants import JoinedEntity
from index.model.article import Kind, Mention
from index.text.folding import fold

_PLACES = Path(__file__).parent / "names_in_press.tsv"
_ALONE = "~"
"""The answer where the article does not name the person in full: a name alone is right too."""


@dataclass(frozen=True, slots=True)
class Place:
    """A name at its place in an article of press-fr, with what it stands for."""

    sort: str
    """`civility`, `surname`, `acronym` or `town`."""
    half: str
    """`a` to `c` were looked at while rules were written, `d` was not."""
    article: str
    start: int
    end: int
    answers: tuple[str, ...]
    """A person's slug, `famille`, `none`; words of an acronym's expansion; `town` or `club`."""


@dataclass(slots=True)
class Count:
    places: int = 0
    right: int = 0
    alone: int = 0
    """Right, but joined to nobody although somebody is meant."""
    wrong: int = 0


def places() -> tuple[Place, ...]:
    read = []
    for line in _PLACES.read_text(encoding="utf-8").splitlines():
        sort, half, article, start, end, answers = line.split("\t")
        read.append(Place(sort, half, article, int(start), int(end), tuple(answers.split("|"))))
    return tuple(read)


def print_places(path: Path, *, half: str, show: bool) -> None:
    articles = articles_of(path, None)
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    numbers = {record["id"]: at for at, record in enumerate(records)}
    corpus = settled_corpus(articles, Recogniser.load())
    entities = {entity.id: entity for entity in corpus.joined.entities}
    counts: dict[tuple[str, str], Count] = defaultdict(Count)
    for place in places():
        if half and place.half != half:
            continue
        at = numbers[place.article]
        text = articles[at].text
        shift = len(records[at]["title"]) + 2
        start, end = place.start + shift, place.end + shift
        found = [m for m in corpus.mentions[at] if m.start < end and start < m.end]
        mention = found[-1] if found else None
        entity = None
        if mention is not None:
            id = corpus.joined.canonical.get(mention.entity, mention.entity)
            entity = entities.get(id)
        verdict = judged(place, text[start:end], mention, entity)
        count = counts[place.sort, place.half]
        count.places += 1
        setattr(count, verdict, getattr(count, verdict) + 1)
        if show and verdict != "right":
            was = f"{entity.id} « {entity.name} »" if entity else "nothing"
            near = " ".join(text[max(0, start - 60) : end + 30].split())
            print(f"  {verdict} {place.sort} {'|'.join(place.answers)}: {was} … {near}")
    for (sort, part), count in sorted(counts.items()):
        right = count.right + count.alone
        print(
            f"{sort} {part}: {count.places} places, {count.right} right, {count.alone} alone,"
            f" {count.wrong} wrong; right or alone {right / count.places:.3f}"
        )
    for part in sorted({part for _, part in counts}):
        persons = [counts[sort, part] for sort in ("civility", "surname")]
        right = sum(count.right for count in persons)
        joined = right + sum(count.wrong for count in persons)
        wanted = sum(count.places for count in persons)
        print(f"persons joined {part}: P {right / joined:.3f} R {right / wanted:.3f}")


def judged(place: Place, surface: str, mention: Mention | None, entity: JoinedEntity | None) -> str:
    """`right`, `alone` or `wrong`."""
    if mention is None or entity is None:
        return _unfound(place)
    if place.sort == "acronym":
        return _acronym(place, surface, entity)
    if place.sort == "town":
        fits = {"town": Kind.PLACE, "club": Kind.ORGANISATION}
        return "right" if entity.kind in {fits[answer] for answer in place.answers} else "wrong"
    return _person(place, surface, entity)


def _unfound(place: Place) -> str:
    if {"none", "town", ""} & set(place.answers) or place.sort == "acronym":
        return "right"
    return "alone" if place.sort in ("civility", "surname") else "wrong"


def _acronym(place: Place, surface: str, entity: JoinedEntity) -> str:
    if place.answers == ("none",):
        # « MM. Zorv et Brizec »: a civility is part of a mention.
        return "right" if entity.kind in (Kind.OTHER, Kind.PERSON) else "wrong"
    name = slug(entity.name).replace("-", " ")
    if name == fold(surface.replace(".", "")) or fold(surface) in name.split(" "):
        return "right"
    return "right" if any(a and a in name for a in place.answers) else "wrong"


def _person(place: Place, surface: str, entity: JoinedEntity) -> str:
    if place.answers == ("none",):
        return "wrong" if entity.kind is Kind.PERSON else "right"
    if entity.kind is not Kind.PERSON:
        named = any(a.endswith(":org") for a in place.answers)
        other = "none" in place.answers or (named and entity.kind is Kind.ORGANISATION)
        return "right" if other else "wrong"
    if entity.id.startswith("person:famille-"):
        return "right" if {_ALONE, "famille"} & set(place.answers) else "alone"
    words = set(slug(without_title(entity.name)).split("-"))
    answers = [set(answer.split("-")) for answer in place.answers if answer != _ALONE]
    if any(answer <= words for answer in answers):
        return "right"
    if _is_alone(entity, surface):
        return "right" if {_ALONE, "famille"} & set(place.answers) else "alone"
    return "wrong"


def _is_alone(entity: JoinedEntity, surface: str) -> bool:
    """Whether an entity has no more words than the surname, a civility left out."""
    return set(slug(without_title(entity.name)).split("-")) <= set(slug(surface).split("-"))
