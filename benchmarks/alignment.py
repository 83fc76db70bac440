"""Measures the alignment of statements: `python -m benchmarks.alignment`.

Precision and recall, by band, on the hand-annotated rows of the sample corpus, with the average
precision of the scores behind them. With RECOUPE_EVAL and RECOUPE_CORPORA set, grouping into events
is measured too, on the silver pairs of press articles (`python -m benchmarks.alignment events`).
"""

from __future__ import annotations

import json
import lzma
import os
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

import yaml

from index.building.annotation import annotate_names, annotate_text
from index.compare.alignment import strength_of
from index.compare.event_grouping import events
from index.compare.scores import scores
from index.compare.signals import signals_of
from index.compare.source_comparison import compare
from index.compare.statements import statements
from index.corpus.file_reading import read
from index.entities.recognition import Recogniser
from index.french.stems import FrenchStemmer
from index.model.article import Article, ArticleId, Basis, DateValue, TitleBasis
from index.model.comparison import Strength
from index.model.events import LinkKind
from index.model.text import Span

ROOT = Path(__file__).parent.parent
PLAIN = str.maketrans({"\u00a0": " ", "\u202f": " "})


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair of sentences with what the program and the annotator say of it."""

    score: float
    strength: Strength | None
    wanted: bool


def sample() -> dict[str, Article]:
    """The articles of the sample corpus, annotated."""
    recogniser = Recogniser.load()
    found = {}
    for path in sorted((ROOT / "seeds").iterdir()):
        if path.name == "README.md" or not path.is_file():
            continue
        for article in read(path.read_bytes(), relative=path.name):
            if isinstance(article, Article):
                named = annotate_names(annotate_text(article), recogniser.mentions(article.text))
                found[str(article.id)] = named
    return found


def judge(one: Article, other: Article, pair: dict[str, Any]) -> list[Judged]:
    """All pairs of sentences of two articles that count, with their scores."""
    stemmer = FrenchStemmer()
    left, right = statements(0, one, stemmer), statements(1, other, stemmer)
    likely = scores(signals_of(left, right))
    first, second = sentence_texts(one), sentence_texts(other)
    wanted = numbers(pair["same"], first, second)
    ignored = numbers(pair["may"], first, second)
    return [
        Judged(
            float(likely[i, j]),
            strength_of(left[i], right[j], float(likely[i, j])),
            wanted=(i, j) in wanted,
        )
        for i in range(len(left))
        for j in range(len(right))
        if (i, j) not in ignored
    ]


def sentence_texts(article: Article) -> list[str]:
    return [span.of(article.text).translate(PLAIN) for span in article.annotations.sentences]


def numbers(
    rows: Iterable[Sequence[str]], first: Sequence[str], second: Sequence[str]
) -> set[tuple[int, int]]:
    return {
        (i, j)
        for one, other in rows
        for i, a in enumerate(first)
        if one in a
        for j, b in enumerate(second)
        if other in b
    }


def average_precision(judged: Sequence[Judged]) -> float:
    """Mean precision at each wanted pair, by falling score."""
    right = total = 0.0
    ordered = sorted(judged, key=lambda pair: -pair.score)
    for number, pair in enumerate(ordered, start=1):
        if pair.wanted:
            right += 1
            total += right / number
    return total / right if right else 1.0


def report(judged: Sequence[Judged]) -> None:
    """Prints one line a band; a band includes the surer ones."""
    wanted = sum(pair.wanted for pair in judged)
    print(f"{len(judged)} pairs of sentences, {wanted} wanted, AP {average_precision(judged):.3f}")
    shown: set[Strength] = set()
    for band in Strength:
        shown.add(band)
        found = [pair for pair in judged if pair.strength in shown]
        right = sum(pair.wanted for pair in found)
        precision = right / len(found) if found else 1.0
        print(
            f"  {band:<9} or better: P {precision:.3f} R {right / max(1, wanted):.3f}"
            f"  ({len(found) - right} wrong)"
        )


def alignment() -> None:
    articles = sample()
    gold = yaml.safe_load((ROOT / "tests/data/sample-rows.yaml").read_text("utf-8"))
    judged: list[Judged] = []
    copies = {frozenset(pair) for pair in gold["republications"]}
    apart: list[Judged] = []
    for pair in gold["pairs"]:
        one, other = (articles[name] for name in pair["articles"])
        found = judge(one, other, pair)
        judged += found
        if frozenset(pair["articles"]) not in copies:
            apart += found
    print("sample corpus, all pairs:")
    report(judged)
    print("without the republication:")
    report(apart)


def grouping(count: int) -> None:
    """Grouping of press articles against silver pairs of different sources."""
    pairs = [
        pair
        for line in Path(os.environ["RECOUPE_EVAL"], "story-pairs.jsonl")
        .read_text("utf-8")
        .splitlines()
        for pair in [json.loads(line)]
        if pair["source_a"] != pair["source_b"]
    ]
    named = {pair[side] for pair in pairs for side in "ab"}
    path = Path(os.environ["RECOUPE_CORPORA"], "press-fr.jsonl.xz")
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    records.sort(key=lambda record: record["id"] not in named)
    articles = [_press(record) for record in records[:count]]
    start = time.perf_counter()
    found = events(articles)
    seconds = time.perf_counter() - start
    event_of = {
        member.article: event.id
        for event in found
        for member in event.articles
        if member.link is not LinkKind.BACKGROUND
    }
    together = [
        pair for pair in pairs if event_of.get(pair["a"], "a") == event_of.get(pair["b"], "b")
    ]
    right = sum(pair["kind"] != "related" for pair in together)
    wanted = sum(pair["kind"] != "related" for pair in pairs)
    print(
        f"{len(articles)} articles, {len(found)} events in {seconds:.1f} s:"
        f" P {right / max(1, len(together)):.3f} R {right / wanted:.3f}"
    )
    sizes = sorted(len([*group]) for _, group in groupby(sorted(event_of.values())))
    print(f"largest events: {sizes[-5:]}")


def _press(record: dict[str, Any]) -> Article:
    parts = [record["title"], record["heading"], record["article"]]
    text = "\n\n".join(part or "…" for part in parts)
    spans, position = [], 0
    for part in parts:
        length = len(part or "…")
        spans.append(Span(position, position + length))
        position += length + 2
    day = (record["date"] or "")[:10] or None
    published = DateValue(day, day, day, Basis.STATED) if day else DateValue()
    return annotate_text(
        Article(
            id=ArticleId(record["id"]),
            path=record["id"],
            sha256="",
            encoding="utf-8",
            title=record["title"] or "",
            title_basis=TitleBasis.STATED,
            title_span=spans[0],
            text=text,
            paragraphs=tuple(spans[1:]),
            published=published,
        )
    )


def speed() -> None:
    """Comparing four articles of 800 words, made of the sentences of the sample corpus."""
    long: list[Article] = []
    recogniser = Recogniser.load()
    texts = [article.text for article in sample().values()]
    for number in range(4):
        words = "\n\n".join(texts[number::4]).split(" ")[:800]
        text = " ".join(words)
        article = Article(
            id=ArticleId(str(number)),
            path=str(number),
            sha256="",
            encoding="utf-8",
            title="",
            title_basis=TitleBasis.FIRST_WORDS,
            text=text,
            paragraphs=(Span(0, len(text)),),
        )
        long.append(annotate_names(annotate_text(article), recogniser.mentions(text)))
    times = []
    for _ in range(9):
        start = time.process_time()
        found = compare(long, name_of=recogniser.name)
        times.append(1000 * (time.process_time() - start))
    sentences = [len(article.annotations.sentences) for article in long]
    print(
        f"four articles of 800 words ({sentences} sentences, {len(found.rows)} rows):"
        f" {sorted(times)[4]:.0f} ms of processor time (median of 9)"
    )


if __name__ == "__main__":
    if "speed" in sys.argv:
        speed()
    elif "events" in sys.argv:
        grouping(10_000)
    else:
        alignment()
