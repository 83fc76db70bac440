"""Measures the alignment on events that its weights were not fitted on: `python -m benchmarks.held_out`.

Fits the weights anew without each event and judges its pairs with them, over press articles
(RECOUPE_CORPORA), the originals (RECOUPE_ORIGINALS) and the sample corpus; events of the originals and
those of the sample corpus on the same subject are left out together. Prints the weights fitted on all,
and with `--unseen` what the weights of the program do on pairs that served no fit and no choice.
"""

from __future__ import annotations

import json
import lzma
import os
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from numpy.typing import NDArray

from benchmarks import logistic
from benchmarks.alignment import ROOT, Judged, average_precision, numbers, sample, sentence_texts
from index.building.annotation import annotate_names, annotate_text
from index.compare.alignment import strength_of
from index.compare.scores import Weights, judged, odds, scores, surroundings
from index.compare.signals import Matrix, Signals, signals_of
from index.compare.statements import Statement, statements
from index.corpus.file_reading import read
from index.entities.recognition import Recogniser
from index.french.stems import FrenchStemmer
from index.model.article import Article, ArticleId, Basis, DateValue, TitleBasis
from index.model.text import Span

_L2 = 3.0
_GLUE = re.compile(r'(?<=[a-zà-ÿ0-9»"”)%€])([.!?…]["»”]?)(?=[A-ZÀ-ÞÉ"«“-])')
_OF_THE_ORIGINALS = ("accord", "visite", "réunion", "F-16")
_NAMES = Weights._fields[1:9]


@dataclass(frozen=True, slots=True)
class Case:
    """Two articles, what speaks for their sentences, and what the annotator says."""

    set: str
    event: str
    one: tuple[Statement, ...]
    other: tuple[Statement, ...]
    signals: Signals
    wanted: NDArray[np.bool_]
    counted: NDArray[np.bool_]


def case_of(
    name: str, event: str, articles: tuple[Article, Article], links: tuple[set[Any], set[Any]]
) -> Case:
    stemmer = FrenchStemmer()
    left, right = (statements(side, article, stemmer) for side, article in enumerate(articles))
    wanted, ignored = (np.zeros((len(left), len(right)), bool) for _ in range(2))
    for found, pairs in zip((wanted, ignored), links, strict=True):
        for pair in pairs:
            found[pair] = True
    return Case(name, event, left, right, signals_of(left, right), wanted, ~ignored)


def of_the_sample() -> Iterator[Case]:
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
        yield case_of("sample", event, (one, other), links)


def of_the_originals(gold: list[dict[str, str]], recogniser: Recogniser) -> Iterator[Case]:
    articles = {}
    for path in sorted(Path(os.environ["RECOUPE_ORIGINALS"]).glob("*.txt")):
        for article in read(path.read_bytes(), relative=path.name):
            if isinstance(article, Article):
                articles[path.name[:3]] = _named(article, recogniser)
    for pair in gold:
        both = articles[pair["a"]], articles[pair["b"]]
        yield case_of("originals", "originals", both, _links(pair))


def of_the_press(gold: list[dict[str, str]], recogniser: Recogniser) -> Iterator[Case]:
    wanted = {pair[side] for pair in gold for side in "ab"}
    path = Path(os.environ["RECOUPE_CORPORA"], "press-fr.jsonl.xz")
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        records = {r["id"]: r for line in lines if (r := json.loads(line))["id"] in wanted}
    for pair in gold:
        one, other = (_named(_press(records[pair[side]]), recogniser) for side in "ab")
        yield case_of("press", pair["a"], (one, other), _links(pair))


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


def fit(cases: Sequence[Case], seen: Sequence[tuple[Matrix, ...]]) -> Weights:
    """A logistic regression with L2 on the scaled signals, by Newton; `seen` are signals besides."""
    rows, truth = [], []
    for case, more in zip(cases, seen, strict=True):
        known = case.signals.comparable & case.counted
        columns = [getattr(case.signals, name)[known] for name in _NAMES]
        rows.append(np.column_stack([*columns, *(matrix[known] for matrix in more)]))
        truth.append(case.wanted[known])
    x, y = np.concatenate(rows), np.concatenate(truth).astype(float)
    start, weights = logistic.fit(x, y, ridge=_L2)
    return Weights(start, *weights.tolist())


def fit_both(cases: Sequence[Case]) -> tuple[Weights, Weights]:
    """The weights of both judgements; the second sees scores of a first that did not know the event."""
    alone = {
        event: fit(others, [()] * len(others))
        for event in {case.event for case in cases}
        for others in [[case for case in cases if case.event != event]]
    }
    seen = [surroundings(odds(alone[case.event], case.signals)) for case in cases]
    return fit(cases, [()] * len(cases)), fit(cases, seen)


def judge(case: Case, alone: Weights, together: Weights) -> list[Judged]:
    seen = surroundings(odds(alone, case.signals))
    return judged_as(case, judged(odds(together, case.signals, *seen), case.signals))


def judged_as(case: Case, likely: Matrix) -> list[Judged]:
    found = []
    for row, column in np.argwhere(case.counted).tolist():
        score = float(likely[row, column])
        strength = strength_of(case.one[row], case.other[column], score)
        found.append(Judged(score, strength, bool(case.wanted[row, column])))
    return found


def line(title: str, judged: Sequence[Judged]) -> None:
    wanted = sum(pair.wanted for pair in judged)
    parts = [
        f"{title:<10} {wanted:>4} links of {len(judged):>5}  AP {average_precision(judged):.3f}"
    ]
    for name, strengths in (
        ("strong", ("same", "strong")),
        ("probable", ("same", "strong", "probable")),
    ):
        found = [pair for pair in judged if pair.strength in strengths]
        right = sum(pair.wanted for pair in found)
        parts.append(f"{name} P {right / max(1, len(found)):.3f} R {right / wanted:.3f}")
    same = [pair for pair in judged if pair.strength == "same"]
    parts.append(f"same {sum(pair.wanted for pair in same)}/{len(same)}")
    print("  ".join(parts))


def thresholds(judged: Sequence[Judged]) -> None:
    """Precision and recall from score to score, to choose the bands by."""
    wanted = sum(pair.wanted for pair in judged)
    for least in (0.3, 0.35, 0.4, 0.42, 0.45, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9):
        found = [pair for pair in judged if pair.score >= least]
        right = sum(pair.wanted for pair in found)
        print(f"  from {least:.2f}: P {right / max(1, len(found)):.3f} R {right / wanted:.3f}")


def unseen(gold: dict[str, list[dict[str, str]]], recogniser: Recogniser) -> None:
    for name in ("unseen", "independent"):
        cases = [*of_the_press(gold[name], recogniser)]
        line(name, [pair for case in cases for pair in judged_as(case, scores(case.signals))])
        words = [pair for case in cases for pair in judged_as(case, case.signals.words)]
        print(f"cosine of the stems alone: AP {average_precision(words):.3f}")


def main() -> None:
    gold = yaml.safe_load((ROOT / "benchmarks/rows.yaml").read_text("utf-8"))
    recogniser = Recogniser.load()
    if "--unseen" in sys.argv:
        unseen(gold, recogniser)
        return
    cases = [
        *of_the_press(gold["press"], recogniser),
        *of_the_originals(gold["originals"], recogniser),
        *of_the_sample(),
    ]
    found: dict[str, list[Judged]] = {}
    for event in sorted({case.event for case in cases}):
        weights = fit_both([case for case in cases if case.event != event])
        for case in cases:
            if case.event == event:
                found.setdefault(case.set, []).extend(judge(case, *weights))
    everything = [pair for own in found.values() for pair in own]
    line("all", everything)
    for name, own in found.items():
        line(name, own)
    thresholds(everything)
    words = [pair for case in cases for pair in judged_as(case, case.signals.words)]
    print(f"cosine of the stems alone: AP {average_precision(words):.3f}")
    for name, fitted in zip(("alone", "together"), fit_both(cases), strict=True):
        print(name, ", ".join(f"{field}={value:.1f}" for field, value in fitted._asdict().items()))


if __name__ == "__main__":
    main()
