"""Fits the weights by which somebody is told to say a quotation that no rule gives to anybody.

    RECOUPE_CORPORA=… python -m benchmarks.speaker_weights [--write]

Read are halves a, c, e, g, i, k, m and n of the annotated quotations (`benchmarks.speakers`), and
`benchmarks/open_quotations.jsonl`: 714 others that no rule gave to anybody when they were drawn, each with
who says it, or with nobody. Each article is left out once; printed is how many of the open ones are
given to somebody from several probabilities on, and to the right one. `--write` writes
`index/french/data/speaker_weights.tsv`.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from benchmarks import quotations
from benchmarks.logistic import Floats, fit, write_weights
from benchmarks.speakers import found_in, is_set_beside, same_name, write_corpus
from index.building.annotation import held_offices
from index.building.build import rebuild
from index.french.sayings import by_rules
from index.french.speaker_candidates import Candidate
from index.library import Library
from index.model.article import Article
from index.model.text import Span
from index.settings.places import find_places

OPEN = Path(__file__).parent / "open_quotations.jsonl"
WEIGHTS = Path("index/french/data/speaker_weights.tsv")
_WHAT = "a candidate says a quotation; fitted by `python -m benchmarks.speaker_weights`"
HALVES = ("a", "c", "e", "g", "i", "k", "m", "n")
RIDGE = 3.0
FOLDS = 10
LEAST = 4
"""The fewest candidates that have a sign with a weight."""


class Judged(NamedTuple):
    """One candidate for an open quotation, and whether the quotation is hers."""

    article: str
    quotation: tuple[str, int]
    signs: frozenset[str]
    is_right: bool


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    rows = list(judged(fitted_lines()))
    often = Counter(sign for row in rows for sign in row.signs)
    names = sorted(sign for sign, times in often.items() if times >= LEAST)
    columns = np.array([[float(name in row.signs) for name in names] for row in rows])
    truth = np.array([float(row.is_right) for row in rows])
    tell(rows, truth, left_out(rows, columns, truth))
    if given.write:
        start, weights = fit(columns, truth, ridge=RIDGE, scaled=False)
        write_weights(WEIGHTS, _WHAT, start, dict(zip(names, weights, strict=True)))


def fitted_lines() -> list[Mapping[str, Any]]:
    """All annotated quotations on which weights are fitted."""
    found = [json.loads(line) for line in OPEN.read_text(encoding="utf-8").splitlines()]
    found += quotations.lines("fitted", of=quotations.SHORT)
    return [*found, *(line for half in HALVES for line in quotations.lines(half))]


def judged(lines: Sequence[Mapping[str, Any]]) -> Iterator[Judged]:
    """The candidates for the quotations of the lines that no rule gives to anybody."""
    for library, article, raw, own in read_articles(lines):
        yield from _of_article(library, article, raw, own)


def read_articles(
    lines: Sequence[Mapping[str, Any]],
) -> Iterator[tuple[Library, Article, str, list[Mapping[str, Any]]]]:
    """The articles of the lines that have quotations, built among others, each with its raw text and lines."""
    with tempfile.TemporaryDirectory() as folder:
        texts = write_corpus({line["article"] for line in lines}, Path(folder) / "corpus")
        places = find_places(corpus=f"{folder}/corpus", index=f"{folder}/index", environment={})
        rebuild(places, lambda event: None)
        library = Library.open(places)
        for article in map(library.article, library.ids()):
            number = str(article.record_id)
            own = [line for line in lines if line["article"] == number]
            if own and article.annotations.quotes:
                yield library, article, texts[number], own
        library.close()


def _of_article(
    library: Library, article: Article, raw: str, lines: Sequence[Mapping[str, Any]]
) -> Iterator[Judged]:
    found = article.annotations
    told, candidates = by_rules(
        article.text,
        [Span(quote.start, quote.end) for quote in found.quotes],
        found.sentences,
        found.mentions,
        title=article.title_span,
        offices=partial(held_offices, article.text, found.mentions),
    )
    for line in lines:
        at = found_in(told, article.text, raw, line["start"], line["end"])
        if at is None or not candidates.is_open(told[at]):
            continue
        wanted = [line["speaker"], *(raw[start:end] for start, end in line["called"])]
        said = line["use"] in ("utterance", "document")
        for one in candidates.of(at, told):
            forms = [one.words]
            if one.entity is not None:
                forms = [library.name_of(one.entity)]
                forms += [
                    article.text[m.start : m.end] for m in found.mentions if m.entity == one.entity
                ]
            right = said and (
                any(same_name(a, b) for a in forms if a for b in wanted if b)
                or _is_in_words(article, raw, one, line)
            )
            quotation = (line["article"], line["start"])
            yield Judged(line["article"], quotation, frozenset(one.signs), right)


def _is_in_words(article: Article, raw: str, one: Candidate, line: Mapping[str, Any]) -> bool:
    """Whether words for somebody stand beside the name of the right speaker elsewhere in the article."""
    speaker = line["speaker"]
    if one.entity is not None or not one.words or not speaker:
        return False
    return is_set_beside(f"{article.text}\n{raw}", speaker, one.words)


def left_out(rows: Sequence[Judged], columns: Floats, truth: Floats) -> Floats:
    """The log odds of each candidate by weights fitted without its article."""
    fold = np.array([zlib.crc32(row.article.encode()) % FOLDS for row in rows])
    odds = np.zeros(len(rows))
    for number in range(FOLDS):
        rest = fold != number
        start, weights = fit(columns[rest], truth[rest], ridge=RIDGE, scaled=False)
        odds[~rest] = start + columns[~rest] @ weights
    return odds


def tell(rows: Sequence[Judged], truth: Floats, odds: Floats) -> None:
    best: dict[tuple[str, int], tuple[float, bool]] = {}
    said = {row.quotation for row in rows if row.is_right}
    for row, right, one in zip(rows, truth, odds, strict=True):
        best[row.quotation] = max(best.get(row.quotation, (-99.0, False)), (one, bool(right)))
    print(f"{len(best)} open quotations with candidates, of {len(said)} one is right")
    for least in (0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9):
        told = [one for one in best.values() if one[0] >= np.log(least / (1 - least))]
        right = sum(is_right for _, is_right in told)
        print(f"  from {least}: told {len(told)}, right {right} ({right / max(1, len(told)):.2f})")


if __name__ == "__main__":
    main()
