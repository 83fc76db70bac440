"""Measures the ledger of quotes and the table of differences: `python -m benchmarks.ledger`.

Against what was annotated by hand on the sample corpus (`tests/data/sample-ledger.yaml`). With `-v`
every miss is printed.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from functools import cache
from typing import Any

import yaml

from benchmarks.alignment import PLAIN, ROOT
from index.building.build import rebuild
from index.library import Library
from index.model.article import Article, ArticleId
from index.model.comparison import Comparison, Difference, QuoteLine
from index.places import find_places


class Ledger:
    """The annotated lines and differences, held against what a comparison gives."""

    def __init__(self, library: Library, *, verbose: bool) -> None:
        self.library = library
        self.articles = {str(id): library.article(id) for id in library.ids()}
        self.gold = yaml.safe_load((ROOT / "tests/data/sample-ledger.yaml").read_text("utf-8"))
        self.verbose = verbose
        self.compared = cache(self._compare)

    def _compare(self, *ids: str) -> Comparison:
        return self.library.compare([ArticleId(name) for name in ids])

    def quotes(self) -> None:
        right, wanted = Counter[str](), Counter[str]()
        for line in self.gold["quotes"]:
            found = self.compared(*line["among"][:4])
            given = max((self._given(own) for own in found.quotes), key=lambda g: _hits(g, line))
            for article, use in line["uses"].items():
                wanted[use["relation"][0]] += 1
                relation, words = given.get(article, ("absent", []))
                if relation in use["relation"] and _meets(words, use["words"]):
                    right[use["relation"][0]] += 1
                elif self.verbose:
                    print(f"  {article}: {use} but {relation} {words}")
        _print("quotes", right, wanted)

    def differences(self) -> None:
        right, wanted, found_but = Counter[str](), Counter[str](), Counter[str]()
        for gold in self.gold["differences"]:
            (one, ours), (other, theirs) = gold["in"]
            wanted[gold["about"]] += 1
            said = [
                difference
                for difference in self.compared(one, other).differences
                if difference.about == gold["about"]
                and self._says(difference, one, ours)
                and self._says(difference, other, theirs)
            ]
            if any(difference.verdict in gold["verdict"] for difference in said):
                right[gold["about"]] += 1
            else:
                found_but[gold["about"]] += bool(said)
                if self.verbose:
                    print(f"  {gold['about']} {gold['verdict']} {gold['in']}: {said}")
        _print("differences", right, wanted)
        print(f"  found with another verdict: {dict(found_but)}")

    def shown(self) -> None:
        """All differences of the pairs that are annotated, so that false ones can be read."""
        for pair in dict.fromkeys(
            tuple(sorted(side[0] for side in gold["in"])) for gold in self.gold["differences"]
        ):
            print(" / ".join(pair))
            for difference in self.compared(*pair).differences:
                sides = [
                    [span.of(self.articles[side.article].text) for span in side.spans]
                    for side in difference.sides
                ]
                print(f"  {difference.about} {difference.verdict} « {difference.label} » {sides}")

    def _given(self, line: QuoteLine) -> dict[str, tuple[str, list[str]]]:
        return {
            use.article: (use.relation.value, [self._text(use.article, s) for s in use.spans])
            for use in line.uses
        }

    def _says(self, difference: Difference, article: str, words: str) -> bool:
        return any(
            _meets([self._text(article, span) for span in side.spans], [words])
            for side in difference.sides
            if side.article == article
        )

    def _text(self, article: str, span: Any) -> str:
        own: Article = self.articles[article]
        return str(span.of(own.text)).translate(PLAIN)


def _meets(found: list[str], wanted: list[str]) -> bool:
    return any(a.lower() in b.lower() or b.lower() in a.lower() for a in found for b in wanted)


def _hits(given: dict[str, tuple[str, list[str]]], line: dict[str, Any]) -> int:
    return sum(
        _meets(given[article][1], use["words"])
        for article, use in line["uses"].items()
        if article in given
    )


def _print(title: str, right: Counter[str], wanted: Counter[str]) -> None:
    parts = ", ".join(f"{name} {right[name]}/{count}" for name, count in wanted.items())
    print(f"{title}: {right.total()} of {wanted.total()} right ({parts})")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        places = find_places(corpus=str(ROOT / "seeds"), index=folder, environment={})
        rebuild(places, lambda event: None)
        ledger = Ledger(Library.open(places), verbose="-v" in sys.argv)
        ledger.quotes()
        ledger.differences()
        if "shown" in sys.argv:
            ledger.shown()
