"""Measures the alignment on events that its weights were not fitted on: `python -m benchmarks.held_out`.

Fits the weights anew without each event and judges its pairs with them, over press articles
(RECOUPE_CORPORA), the originals (RECOUPE_ORIGINALS) and the sample corpus; events of the originals and
those of the sample corpus on the same subject are left out together. Prints the weights fitted on all.
"""

from __future__ import annotations

import json
import lzma
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from benchmarks.alignment import ROOT, Judged, average_precision, numbers, sample, sentence_texts
from index.annotation import annotate_names, annotate_text
from index.compare.alignment import PROBABLE, STRONG, held_back, strength_of
from index.compare.signals import Signals, signals_of
from index.compare.statements import Statement, statements
from index.corpus.reading import read
from index.entities.recognition import Recogniser
from index.french.stems import FrenchStemmer
from index.model.article import Article, ArticleId, Basis, DateValue, TitleBasis
from index.model.text import Span

_L2 = 3.0
_GLUE = re.compile(r'(?<=[a-zà-ÿ0-9»"”)%€])([.!?…]["»”]?)(?=[A-ZÀ-ÞÉ"«“-])')
_OF_THE_ORIGINALS = ("accord", "visite", "réunion", "F-16")
_FITTED = [at for at, name in enumerate(Signals._fields) if name != "words"]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences, what speaks for them, and what the annotator says."""

    set: str
    event: str
    one: Statement
    other: Statement
    signals: Signals | None
    wanted: bool


def pairs_of(
    name: str, event: str, articles: tuple[Article, Article], links: tuple[set[Any], set[Any]]
) -> Iterator[Pair]:
    stemmer = FrenchStemmer()
    left, right = (statements(side, article, stemmer) for side, article in enumerate(articles))
    speaking = {(a.number, b.number): signals for a, b, signals in signals_of(left, right)}
    same, may = links
    for a in left:
        for b in right:
            key = (a.number, b.number)
            if key not in may:
                yield Pair(name, event, a, b, speaking.get(key), key in same)


def of_the_sample() -> Iterator[Pair]:
    articles = sample()
    gold = yaml.safe_load((ROOT / "tests/data/sample-rows.yaml").read_text("utf-8"))
    event_of = {name: event["event"] for event in gold["events"] for name in event["articles"]}
    copies = {frozenset(pair) for pair in gold["republications"]}
    for pair in gold["pairs"]:
        if frozenset(pair["articles"]) in copies:
            continue
        one, other = (articles[name] for name in pair["articles"])
        event = next(event_of[name] for name in pair["articles"] if name in event_of)
        if any(word in event for word in _OF_THE_ORIGINALS):
            event = "originals"
        texts = sentence_texts(one), sentence_texts(other)
        links = numbers(pair["same"], *texts), numbers(pair["may"], *texts)
        yield from pairs_of("sample", event, (one, other), links)


def of_the_originals(gold: list[dict[str, str]], recogniser: Recogniser) -> Iterator[Pair]:
    articles = {}
    for path in sorted(Path(os.environ["RECOUPE_ORIGINALS"]).glob("*.txt")):
        for article in read(path.read_bytes(), relative=path.name):
            if isinstance(article, Article):
                articles[path.name[:3]] = _named(article, recogniser)
    for pair in gold:
        both = articles[pair["a"]], articles[pair["b"]]
        yield from pairs_of("originals", "originals", both, _links(pair))


def of_the_press(gold: list[dict[str, str]], recogniser: Recogniser) -> Iterator[Pair]:
    wanted = {pair[side] for pair in gold for side in "ab"}
    path = Path(os.environ["RECOUPE_CORPORA"], "press-fr.jsonl.xz")
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        records = {r["id"]: r for line in lines if (r := json.loads(line))["id"] in wanted}
    for pair in gold:
        one, other = (_named(_press(records[pair[side]]), recogniser) for side in "ab")
        yield from pairs_of("press", pair["a"], (one, other), _links(pair))


def _links(pair: dict[str, str]) -> tuple[set[tuple[int, ...]], set[tuple[int, ...]]]:
    same, may = (
        {tuple(map(int, link.split("-"))) for link in pair[key].split()} for key in ("same", "may")
    )
    return same, may


def _named(article: Article, recogniser: Recogniser) -> Article:
    return annotate_names(annotate_text(article), recogniser.mentions(article.text))


def _press(record: dict[str, Any]) -> Article:
    body = [part.strip() for part in _GLUE.sub(r"\1\n", record["article"]).split("\n")]
    parts = [record["title"], record["heading"], *filter(None, body)]
    for at in range(len(parts) - 1):
        # A closing quote after the stop was taken for an opening one by the line above.
        if re.search(r'[.!?…]"$', parts[at]) and parts[at].count('"') % 2:
            parts[at], parts[at + 1] = parts[at][:-1], '"' + parts[at + 1]
    text, spans = "\n\n".join(parts), []
    for part in parts:
        start = spans[-1].end + 2 if spans else 0
        spans.append(Span(start, start + len(part)))
    day = record["date"][:10]
    return Article(
        id=ArticleId(record["id"]),
        path=record["id"],
        sha256="",
        encoding="utf-8",
        title=parts[0],
        title_basis=TitleBasis.FIRST_WORDS,
        text=text,
        paragraphs=tuple(spans),
        published=DateValue(day, day, day, Basis.STATED),
    )


def fit(pairs: list[Pair]) -> tuple[Any, float]:
    """Weights and intercept of a logistic regression with L2 on the scaled signals, by Newton."""
    known = [pair for pair in pairs if pair.signals is not None]
    x = np.array([[pair.signals[at] for at in _FITTED] for pair in known if pair.signals])
    y = np.array([pair.wanted for pair in known], dtype=float)
    scale = x.std(0) + 1e-9
    z = np.c_[x / scale, np.ones(len(x))]
    weights, ridge = np.zeros(z.shape[1]), np.eye(z.shape[1]) * _L2
    ridge[-1, -1] = 0
    for _ in range(30):
        p = 1 / (1 + np.exp(-np.clip(z @ weights, -30, 30)))
        gradient = z.T @ (p - y) + ridge @ weights
        weights -= np.linalg.solve((z * (p * (1 - p))[:, None]).T @ z + ridge, gradient)
    return weights[:-1] / scale, float(weights[-1])


def judge(pair: Pair, weights: Any, intercept: float) -> Judged:
    if pair.signals is None:
        return Judged(0.0, None, pair.wanted)
    total = intercept + sum(w * pair.signals[at] for w, at in zip(weights, _FITTED, strict=True))
    score = held_back(float(1 / (1 + np.exp(-total))), pair.signals)
    return Judged(score, strength_of(pair.one, pair.other, score), pair.wanted)


def line(title: str, judged: list[Judged]) -> None:
    wanted = sum(pair.wanted for pair in judged)
    parts = [
        f"{title:<10} {wanted:>4} links of {len(judged):>5}  AP {average_precision(judged):.3f}"
    ]
    for name, least in (
        ("strong", STRONG),
        ("probable", PROBABLE),
        ("from .55", 0.55),
        ("from .45", 0.45),
    ):
        found = [p for p in judged if p.score >= least]
        if name == "strong":
            found = [p for p in found if p.strength in ("same", "strong")]
        right = sum(pair.wanted for pair in found)
        parts.append(f"{name} P {right / max(1, len(found)):.3f} R {right / wanted:.3f}")
    same = [pair for pair in judged if pair.strength == "same"]
    parts.append(f"same {sum(pair.wanted for pair in same)}/{len(same)}")
    print("  ".join(parts))


def main() -> None:
    gold = yaml.safe_load((ROOT / "benchmarks/rows.yaml").read_text("utf-8"))
    recogniser = Recogniser.load()
    pairs = [
        *of_the_press(gold["press"], recogniser),
        *of_the_originals(gold["originals"], recogniser),
        *of_the_sample(),
    ]
    judged: dict[str, list[Judged]] = {}
    for event in sorted({pair.event for pair in pairs}):
        weights, intercept = fit([pair for pair in pairs if pair.event != event])
        for pair in pairs:
            if pair.event == event:
                judged.setdefault(pair.set, []).append(judge(pair, weights, intercept))
    line("all", [pair for own in judged.values() for pair in own])
    for name, own in judged.items():
        line(name, own)
    weights, intercept = fit(pairs)
    named = zip((Signals._fields[at] for at in _FITTED), weights, strict=True)
    print("fitted on all:", {name: round(float(w), 1) for name, w in named}, round(intercept, 1))


if __name__ == "__main__":
    main()
