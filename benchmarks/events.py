"""Measures grouping by event: `python -m benchmarks.events EVAL_FOLDER CORPUS [ARTICLES]`.

On the silver pairs of press articles (`story-pairs.jsonl`), those of different sources only: a pair
of the kinds duplicate, reuse and same_story should be in one event, a related one should not. The
corpus is the articles of these pairs, filled up to ARTICLES (10,000) with others.
"""

from __future__ import annotations

import json
import lzma
import sys
import time
from collections import Counter
from collections.abc import Iterator
from itertools import combinations, islice
from pathlib import Path

from index.building.annotation import annotate_names, annotate_text
from index.compare.event_grouping import events
from index.corpus.file_reading import read
from index.entities.recognition import Recogniser
from index.model.article import Article
from index.model.events import LinkKind

SAME = ("duplicate", "reuse", "same_story")


def silver(folder: Path) -> list[tuple[frozenset[str], str]]:
    """Pairs of ids with their kind, of different sources."""
    with (folder / "story-pairs.jsonl").open(encoding="utf-8") as lines:
        pairs = [json.loads(line) for line in lines]
    return [
        (frozenset((pair["a"], pair["b"])), pair["kind"])
        for pair in pairs
        if pair["source_a"] != pair["source_b"]
    ]


def articles(corpus: Path, wanted: set[str], number: int) -> Iterator[tuple[str, Article]]:
    """Those that are wanted, and others up to a number, annotated, with their ids of the set."""
    recogniser = Recogniser.load()
    with lzma.open(corpus, "rt", encoding="utf-8") as lines:
        records = {str(json.loads(line)["id"]): line for line in lines}
    chosen = [*sorted(wanted & records.keys()), *(id for id in records if id not in wanted)]
    for id in islice(chosen, number):
        for article in read(records[id].encode(), relative=f"{id}.jsonl"):
            if isinstance(article, Article):
                named = annotate_text(article)
                yield id, annotate_names(named, recogniser.mentions(named.text))


if __name__ == "__main__":
    pairs = silver(Path(sys.argv[1]))
    wanted = {id for pair, _ in pairs for id in pair}
    number = int(sys.argv[3]) if len(sys.argv) > 3 else 10_000
    own = dict(articles(Path(sys.argv[2]), wanted, number))
    began, spent = time.perf_counter(), time.process_time()
    found = events(list(own.values()))
    clock, processor = time.perf_counter() - began, time.process_time() - spent
    id_of = {article.id: id for id, article in own.items()}
    together = {
        frozenset(pair)
        for event in found
        for pair in combinations(
            [id_of[m.article] for m in event.articles if m.link is not LinkKind.BACKGROUND], 2
        )
    }
    held = [(pair, kind) for pair, kind in pairs if pair <= own.keys()]
    given = Counter(kind for pair, kind in held if pair in together)
    asked = Counter(kind for _, kind in held)
    right, all_given = sum(given[kind] for kind in SAME), given.total()
    print(
        f"{len(own)} articles, {len(found)} events in {clock:.1f} s, of processor {processor:.1f}"
    )
    print(f"P {right / all_given:.3f}  R {right / sum(asked[kind] for kind in SAME):.3f}")
    print("  " + ", ".join(f"{kind} {given[kind]}/{asked[kind]}" for kind in sorted(asked)))
