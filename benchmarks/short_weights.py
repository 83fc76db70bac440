"""Fits the weights by which a quotation of one to three words is somebody's, or a name or a word held apart.

    RECOUPE_CORPORA=… python -m benchmarks.short_weights [--write]

Read are the short quotations of halves a, c, e, g, i, k, m and n, of `open_quotations.jsonl` and of the fitted
part of `short_quotations.jsonl`. Each article is left out once; printed is, for several probabilities, how
many that are told as ironic would be open, and how many that are said would be nobody's, and how many of
these are. `--write` writes `index/french/data/short_weights.tsv`.
"""

from __future__ import annotations

import argparse
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from benchmarks.logistic import Floats, fit, write_weights
from benchmarks.speaker_weights import FOLDS, LEAST, fitted_lines, read_articles
from benchmarks.speakers import found_in
from index.building.annotation import held_offices
from index.french.sayings import by_rules
from index.model.article import Article, HowSaid
from index.model.text import Span

WEIGHTS = Path("index/french/data/short_weights.tsv")
_WHAT = "a short quotation is said; fitted by `python -m benchmarks.short_weights`"
RIDGE = 1.5


class Short(NamedTuple):
    """One short quotation, with its signs."""

    article: str
    signs: frozenset[str]
    is_said: bool
    is_told: bool
    """Whether the program gives it to somebody by rules."""


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    lines = fitted_lines()
    rows = [
        row
        for _, article, raw, own in read_articles(lines)
        for row in _of_article(article, raw, own)
    ]
    often = Counter(sign for row in rows for sign in row.signs)
    names = sorted(sign for sign, times in often.items() if times >= LEAST)
    columns = np.array([[float(name in row.signs) for name in names] for row in rows])
    truth = np.array([float(row.is_said) for row in rows])
    tell(rows, truth, left_out(rows, columns, truth))
    if given.write:
        start, weights = fit(columns, truth, ridge=RIDGE, scaled=False)
        write_weights(WEIGHTS, _WHAT, start, dict(zip(names, weights, strict=True)))


def _of_article(article: Article, raw: str, lines: Sequence[Mapping[str, Any]]) -> Iterator[Short]:
    found = article.annotations
    told, candidates = by_rules(
        article.text,
        [Span(quote.start, quote.end) for quote in found.quotes],
        found.sentences,
        found.mentions,
        title=article.title_span,
        offices=partial(held_offices, article.text, found.mentions),
    )
    held = candidates.held_apart(told)
    for line in lines:
        at = found_in(told, article.text, raw, line["start"], line["end"])
        if at is None or line["use"] == "document" or not held.is_short(told[at]):
            continue
        signs = frozenset(held.signs(told[at]))
        ironic = told[at].manner is HowSaid.IRONIC
        yield Short(line["article"], signs, line["use"] == "utterance", not ironic)


def left_out(rows: Sequence[Short], columns: Floats, truth: Floats) -> Floats:
    """The probability of each by weights fitted without its article."""
    fold = np.array([zlib.crc32(row.article.encode()) % FOLDS for row in rows])
    odds = np.zeros(len(rows))
    for number in range(FOLDS):
        rest = fold != number
        start, weights = fit(columns[rest], truth[rest], ridge=RIDGE, scaled=False)
        odds[~rest] = start + columns[~rest] @ weights
    return np.asarray(1 / (1 + np.exp(-odds)))


def tell(rows: Sequence[Short], truth: Floats, chance: Floats) -> None:
    told = np.array([row.is_told for row in rows])
    print(f"{sum(~told)} told as ironic, {int(truth[~told].sum())} of them said")
    for least in (0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7):
        these = ~told & (chance >= least)
        print(f"  from {least}: {these.sum()}, {int(truth[these].sum())} said")
    print(f"{sum(told)} given to somebody, {int((1 - truth[told]).sum())} of them nobody's")
    for most in (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5):
        these = told & (chance < most)
        print(f"  below {most}: {these.sum()}, {int((1 - truth[these]).sum())} nobody's")


if __name__ == "__main__":
    main()
