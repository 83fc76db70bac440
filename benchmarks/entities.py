"""Measures recognition and joining on labelled sets: `python -m benchmarks.entities [what …]`.

The sets are found through RECOUPE_ORIGINALS, RECOUPE_EVAL and RECOUPE_CORPORA. On the originals a
mention counts when span and kind are right; optional and generic ones count neither way.
"""

from __future__ import annotations

import json
import lzma
import os
import re
import sys
import time
from collections import Counter
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import yaml

from benchmarks.conll import score_conll
from benchmarks.entity_lists import print_lists
from benchmarks.name_places import print_places
from benchmarks.scores import Score
from index.entities.models import installed_model
from index.entities.name_reading import Reading, read, settle
from index.entities.pairing import same_name
from index.entities.recognition import Recogniser
from index.entities.spelling import Verdict
from index.entities.statistical import load_tagger
from index.entities.variants import FormCount, join
from index.entities.votes import CorpusVotes
from index.model.article import EntityId, Kind

_KINDS = {
    "personne": "person",
    "organisation": "organisation",
    "lieu": "place",
    "équipement": "equipment",
    "événement": "event",
    "groupe": "group",
}
_NAMED_EVENT = re.compile(r"^e\.(abraham|africanlion|confinnov)$")
_PAIR_KINDS = {
    "PER": Kind.PERSON,
    "LOC": Kind.PLACE,
    "ORG": Kind.ORGANISATION,
    "MISC": Kind.EQUIPMENT,
}


@dataclass(frozen=True, slots=True)
class Labelled:
    """One article with the mentions that must be found and those that may be."""

    name: str
    text: str
    wanted: frozenset[tuple[int, int, str]]
    allowed: frozenset[tuple[int, int]]
    entities: dict[tuple[int, int], str]
    """The gold entity of each wanted span."""


def originals(folder: Path) -> tuple[Labelled, ...]:
    """The five originals; `folder` is the labelled sets' `originals`."""
    clean = _yaml(folder / "clean.yaml")["articles"]
    gold = _yaml(folder / "entities.yaml")["entities"]
    return tuple(_labelled(name, article, gold) for name, article in clean.items())


def _labelled(name: str, article: dict[str, Any], gold: list[dict[str, Any]]) -> Labelled:
    parts = [article["title"]] if article["title"] else []
    parts += [paragraph["text"] for paragraph in article["body"]]
    text = "\n\n".join(parts)
    wanted: set[tuple[int, int, str]] = set()
    allowed: set[tuple[int, int]] = set()
    entities: dict[tuple[int, int], str] = {}
    for entity in gold:
        kind = _KINDS.get(entity["type"])
        if kind is None:
            continue
        spans = _spans(text, [s for s, where in entity["surfaces"].items() if name in where])
        optional = entity.get("optional") or entity.get("generic")
        named = kind != "event" or _NAMED_EVENT.match(entity["id"])
        if optional or not named:
            allowed |= spans
            continue
        expected = entity["counts"].get(name, 0)
        if len(spans) != expected:
            print(f"# {name} {entity['id']}: {len(spans)} spans, {expected} labelled")
        for start, end in spans:
            if text[start:end] == "Benny Gantzen":
                end -= 2
            wanted.add((start, end, kind))
            entities[start, end] = entity["id"]
    return Labelled(name, text, frozenset(wanted), frozenset(allowed), entities)


def _spans(text: str, surfaces: list[str]) -> set[tuple[int, int]]:
    spans: set[tuple[int, int]] = set()
    for surface in sorted(surfaces, key=len, reverse=True):
        for found in re.finditer(rf"(?<!\w){re.escape(surface)}(?!\w)", text):
            if not any(a <= found.start() and found.end() <= b for a, b in spans):
                spans.add(found.span())
    return spans


def score_originals(recogniser: Recogniser, articles: tuple[Labelled, ...], *, show: str) -> Score:
    right = found = wanted = 0
    for article in articles:
        mentions = {(m.start, m.end, m.kind.value) for m in recogniser.mentions(article.text)}
        mentions = {
            m for m in mentions if m in article.wanted or (m[0], m[1]) not in article.allowed
        }
        right += len(mentions & article.wanted)
        found += len(mentions)
        wanted += len(article.wanted)
        if show:
            for sign, items in (("+", mentions - article.wanted), ("-", article.wanted - mentions)):
                for start, end, kind in sorted(items):
                    print(f"  {sign} {article.name} {kind}: {article.text[start:end]!r}")
    return Score(right, found, wanted)


def score_read(recogniser: Recogniser, articles: tuple[Labelled, ...], *, show: str) -> Score:
    """Gazetteers and rules together, as the program reads."""
    return _score(articles, [(recogniser, read(recogniser, a.text)) for a in articles], show=show)


def score_rules(recogniser: Recogniser, articles: tuple[Labelled, ...], *, show: str) -> Score:
    """Rules without any gazetteer."""
    empty = recogniser.without_gazetteers()
    return _score(articles, [(empty, read(empty, a.text)) for a in articles], show=show)


def leave_out(recogniser: Recogniser, article: Labelled) -> Recogniser:
    """A recogniser without the entries that name what an article holds, as labelled."""
    return recogniser.without(
        frozenset(
            mention.entity
            for mention in recogniser.mentions(article.text)
            if (mention.start, mention.end) in article.entities
        )
    )


def score_left_out(
    recogniser: Recogniser, articles: tuple[Labelled, ...], *, show: str, votes: bool
) -> Score:
    """Each article without the entries that name what it holds."""
    blind = [leave_out(recogniser, article) for article in articles]
    readings = [(r, read(r, a.text)) for r, a in zip(blind, articles, strict=True)]
    return _score(articles, readings, show=show)


def _score(
    articles: tuple[Labelled, ...], readings: list[tuple[Recogniser, Reading]], *, show: str
) -> Score:
    right = found = wanted = 0
    corpus = CorpusVotes()
    for _, reading in readings:
        corpus.add(reading.words, reading.candidates)
    for article, (recogniser, reading) in zip(articles, readings, strict=True):
        mentions = {
            (m.start, m.end, m.kind.value) for m in settle(reading, recogniser, votes=corpus)
        }
        mentions = {
            m for m in mentions if m in article.wanted or (m[0], m[1]) not in article.allowed
        }
        right += len(mentions & article.wanted)
        found += len(mentions)
        wanted += len(article.wanted)
        if show:
            for sign, items in (("+", mentions - article.wanted), ("-", article.wanted - mentions)):
                for start, end, kind in sorted(items):
                    print(f"  {sign} {article.name} {kind}: {article.text[start:end]!r}")
    return Score(right, found, wanted)


def score_clusters(recogniser: Recogniser, articles: tuple[Labelled, ...], *, show: str) -> Score:
    """Pairs of mentions that are one entity, over the five originals together."""
    corpus = CorpusVotes()
    readings = [read(recogniser, article.text) for article in articles]
    for reading in readings:
        corpus.add(reading.words, reading.candidates)
    counts: Counter[tuple[str, Kind, str]] = Counter()
    found: list[tuple[str, str, str]] = []
    for article, reading in zip(articles, readings, strict=True):
        for m in settle(reading, recogniser, votes=corpus):
            surface = article.text[m.start : m.end]
            counts[m.entity, m.kind, surface] += 1
            if (m.start, m.end) in article.entities:
                found.append((article.entities[m.start, m.end], m.entity, surface))
    known = recogniser.known
    joined = join(
        FormCount(EntityId(e), k, s, n, known(EntityId(e)), recogniser.name(EntityId(e)))
        for (e, k, s), n in counts.items()
    )
    right = ours = theirs = 0
    for at, (gold, own, surface) in enumerate(found):
        own = joined.canonical.get(EntityId(own), EntityId(own))
        for other_gold, other, other_surface in found[:at]:
            other = joined.canonical.get(EntityId(other), EntityId(other))
            right += gold == other_gold and own == other
            ours += own == other
            theirs += gold == other_gold
            if show and (gold == other_gold) != (own == other) and surface != other_surface:
                print(
                    f"  {surface} ({own}) | {other_surface} ({other}), labelled {gold == other_gold}"
                )
    return Score(right, ours, theirs)


_CONLL = {"person": "PER", "place": "LOC", "organisation": "ORG"}


def score_pairs(path: Path, *, show: str) -> dict[str, Score]:
    """Pairs of names joined, by kind."""
    counts: dict[str, Counter[str]] = {}
    for pair in _yaml(path)["pairs"]:
        kind = _PAIR_KINDS[pair["type"]]
        verdict = same_name(kind, pair["a"], pair["b"], (pair["count_a"], pair["count_b"]))
        joined = verdict is Verdict.SAME
        count = counts.setdefault(pair["type"], Counter())
        count["right"] += joined and pair["same"]
        count["found"] += joined
        count["wanted"] += pair["same"]
        if show and joined != pair["same"]:
            print(f"  {pair['a']} | {pair['b']}: {verdict.name}, labelled {pair['same']}")
    return {kind: Score(c["right"], c["found"], c["wanted"]) for kind, c in counts.items()}


def measure_speed(recogniser: Recogniser, path: Path, *, articles: int = 3000) -> None:
    """Articles a second of processor time, through both passes and joining."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in islice(lines, articles)]
    texts = [f"{record['title']}\n\n{record['article']}" for record in records]
    start = time.process_time()
    votes = CorpusVotes()
    readings = []
    for text in texts:
        reading = read(recogniser, text)
        votes.add(reading.words, reading.candidates)
        readings.append(reading)
    first = time.process_time()
    counts: Counter[tuple[EntityId, Kind, str]] = Counter()
    for text, reading in zip(texts, readings, strict=True):
        for m in settle(reading, recogniser, votes=votes):
            counts[m.entity, m.kind, text[m.start : m.end]] += 1
    second = time.process_time()
    joined = join(FormCount(e, k, s, n, recogniser.known(e)) for (e, k, s), n in counts.items())
    third = time.process_time()
    words = sum(len(text.split()) for text in texts) / len(texts)
    print(
        f"speed: {len(texts)} articles of {words:.0f} words: reading {len(texts) / (first - start):.0f}/s, "
        f"both passes {len(texts) / (second - start):.0f}/s; joining {len(counts)} forms into "
        f"{len(joined.entities)} entities {third - second:.1f} s"
    )


def _yaml(path: Path) -> Any:
    return yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)


def main(what: list[str]) -> None:
    if what[:1] == ["lists"]:
        print_lists(Path(what[1]), int(what[2]) if what[2:] else None)
        return
    if what[:1] == ["places"]:
        half = next((one for one in what[2:] if one in ("a", "b", "c", "d")), "")
        print_places(Path(what[1]), half=half, show="show" in what)
        return
    labelled = Path(os.environ["RECOUPE_EVAL"])
    recogniser = Recogniser.load()
    show = "show" if "show" in what else ""
    articles = originals(labelled / "originals")
    if not what or "originals" in what:
        print("originals, gazetteers   ", score_originals(recogniser, articles, show=show))
        print("originals, all          ", score_read(recogniser, articles, show=show))
        print(
            "originals, left out     ", score_left_out(recogniser, articles, show=show, votes=True)
        )
        print("originals, rules alone  ", score_rules(recogniser, articles, show=""))
        print("originals, one entity   ", score_clusters(recogniser, articles, show=show))
    if not what or "pairs" in what:
        for kind, score in score_pairs(labelled / "name-pairs.yaml", show=show).items():
            print(f"pairs, {kind:4}", score)
    if "speed" in what:
        measure_speed(recogniser, Path(os.environ["RECOUPE_CORPORA"]) / "press-fr.jsonl.xz")
    if "hipe" in what:
        untyped, typed, exact = score_conll(
            recogniser, labelled / "ner" / "newspapers-ocr.tsv", show=show, rules="votes"
        )
        print(
            f"hipe           untyped {untyped}\n               typed {typed}\n               exact {exact}"
        )
    if "ner" in what:
        untyped, typed, exact = score_conll(
            recogniser,
            labelled / "ner" / "wiki.conll",
            show=show,
            rules="votes",
            tagger=load_tagger(installed_model()),
        )
        print(
            f"wiki, ner      untyped {untyped}\n               typed {typed}\n               exact {exact}"
        )
    if not what or "wiki" in what:
        for rules in ("none", "article", "votes"):
            untyped, typed, exact = score_conll(
                recogniser,
                labelled / "ner" / "wiki.conll",
                show=show if rules == "votes" else "",
                rules=rules,
            )
            print(
                f"wiki, {rules:8} untyped {untyped}\n               typed {typed}\n               exact {exact}"
            )


if __name__ == "__main__":
    main(sys.argv[1:])
