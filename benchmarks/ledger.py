"""Measures the ledger of quotes and the table of differences: `python -m benchmarks.ledger`.

Against what was annotated by hand on the sample corpus (`tests/data/sample-ledger.yaml`) and on
short groups of articles (`tests/data/ledger-groups.yaml`). With `-v` every miss is printed, with
`shown` every difference that the product shows.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from benchmarks.alignment import PLAIN, ROOT
from index.building.build import rebuild
from index.library import Library
from index.model.article import Article, ArticleId
from index.model.comparison import Comparison, Difference, QuoteLine
from index.settings.places import find_places


class Ledger:
    """The annotated lines and differences, held against what a comparison gives."""

    def __init__(self, library: Library, gold: Mapping[str, Any], *, verbose: bool) -> None:
        self.library = library
        self.articles = {str(id): library.article(id) for id in library.ids()}
        self.gold = gold
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
            for article in line.get("absent", ()):
                wanted["absent"] += 1
                if article not in given:
                    right["absent"] += 1
                elif self.verbose:
                    print(f"  {article}: absent but {given[article]}")
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
                    told = [(d.verdict.value, d.label) for d in said]
                    print(f"  {gold['about']} {gold['verdict']} {gold['in']}: {told}")
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


def groups_as_gold(groups: list[dict[str, Any]]) -> dict[str, Any]:
    """The gold of all groups with the ids that their articles bear in one corpus."""
    quotes, differences = [], []
    for group in groups:

        def id_of(letter: str, name: str = group["name"]) -> str:
            return f"{name}-{letter}"

        for line in group["quotes"]:
            quotes.append(
                {
                    "among": [id_of(letter) for letter in line["among"]],
                    "uses": {id_of(letter): use for letter, use in line["uses"].items()},
                    "absent": [id_of(letter) for letter in line.get("absent", ())],
                }
            )
        for found in group["differences"]:
            sides = [[id_of(letter), words] for letter, words in found["in"]]
            differences.append({**found, "in": sides})
    return {"quotes": quotes, "differences": differences}


def write_groups(groups: list[dict[str, Any]], folder: Path) -> None:
    """The articles of the groups as Markdown files, one group a source of its own."""
    for group in groups:
        for letter, text in group["articles"].items():
            title, _, body = text.strip().partition("\n")
            head = f"---\ntitle: {_quoted(title)}\ndate: {group['published'][letter]}\n"
            head += f"source: Journal {letter.upper()}\n---\n"
            path = folder / f"{group['name']}-{letter}.md"
            path.write_text(f"{head}\n{body.strip()}\n", encoding="utf-8")


def _quoted(title: str) -> str:
    return "'" + title.replace("'", "''") + "'"


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


def _measure(corpus: Path, gold: Mapping[str, Any]) -> Library:
    with tempfile.TemporaryDirectory() as folder:
        places = find_places(corpus=str(corpus), index=folder, environment={})
        rebuild(places, lambda event: None)
        library = Library.open(places)
        ledger = Ledger(library, gold, verbose="-v" in sys.argv)
        ledger.quotes()
        ledger.differences()
        if "shown" in sys.argv:
            ledger.shown()
        return library


if __name__ == "__main__":
    print("sample corpus")
    _measure(ROOT / "seeds", yaml.safe_load((ROOT / "tests/data/sample-ledger.yaml").read_text()))
    print("groups")
    groups = yaml.safe_load((ROOT / "tests/data/ledger-groups.yaml").read_text("utf-8"))["groups"]
    with tempfile.TemporaryDirectory() as folder:
        write_groups(groups, Path(folder))
        _measure(Path(folder), groups_as_gold(groups))
