"""Measures recognition and joining on labelled sets: `python -m benchmarks.entities [what …]`.

The sets are found through RECOUPE_ORIGINALS, RECOUPE_EVAL and RECOUPE_CORPORA. On the originals a
mention counts when span and kind are right; optional and generic ones count neither way.
"""

from __future__ import annotations

import os
import re
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from index.entities.recognition import Recogniser

_KINDS = {
    "personne": "person",
    "organisation": "organisation",
    "lieu": "place",
    "équipement": "equipment",
    "événement": "event",
    "groupe": "group",
}
_NAMED_EVENT = re.compile(r"^e\.(abraham|africanlion|confinnov)$")


@dataclass(frozen=True, slots=True)
class Labelled:
    """One article with the mentions that must be found and those that may be."""

    name: str
    text: str
    wanted: frozenset[tuple[int, int, str]]
    allowed: frozenset[tuple[int, int]]
    entities: dict[tuple[int, int], str]
    """The gold entity of each wanted span."""


@dataclass(frozen=True, slots=True)
class Score:
    right: int
    found: int
    wanted: int

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def __str__(self) -> str:
        return (
            f"P {self.precision:.3f} R {self.recall:.3f} F {self.f:.3f} "
            f"({self.right}/{self.found}/{self.wanted})"
        )


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


def _yaml(path: Path) -> Any:
    return yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)


def main(what: list[str]) -> None:
    labelled = Path(os.environ["RECOUPE_EVAL"])
    recogniser = Recogniser.load()
    show = "yes" if "show" in what else ""
    articles = originals(labelled / "originals")
    print(Counter(kind for article in articles for *_, kind in article.wanted))
    print("originals", score_originals(recogniser, articles, show=show))


if __name__ == "__main__":
    main(sys.argv[1:])
