"""Measures `aussi:`, articles like another one: `python -m benchmarks.alike EVAL_FOLDER CORPUS [PAIRS]`.

On silver pairs of press articles that tell one story (`story-pairs.jsonl`), drawn at random, among the
articles of all such pairs and 2,500 others: where the partner stands in what is found. Other articles on
the same story count neither way.
"""

from __future__ import annotations

import json
import lzma
import random
import statistics
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

from index.building.build import rebuild
from index.library import Library
from index.model.found import SearchRequest
from index.settings.places import find_places

_OTHERS = 2_500
_SAME = ("same_story", "reuse")


def write_corpus(folder: Path, corpus: Path, wanted: set[str]) -> dict[str, str]:
    """The wanted records and some others, as one file; gives the ids that they bear in the index."""
    ids: dict[str, str] = {}
    others = 0
    with (
        lzma.open(corpus, "rt", encoding="utf-8") as lines,
        (folder / "a.jsonl").open("w", encoding="utf-8") as kept,
    ):
        for line in lines:
            id = str(json.loads(line)["id"])
            if id not in wanted:
                others += 1
                if others > _OTHERS:
                    continue
            ids[id] = f"a#{len(ids) + 1}"
            kept.write(line)
    return ids


def main() -> None:
    with Path(sys.argv[1], "story-pairs.jsonl").open(encoding="utf-8") as lines:
        pairs = [pair for line in lines if (pair := json.loads(line))["kind"] != "related"]
    partners: dict[str, set[str]] = defaultdict(set)
    for pair in pairs:
        partners[pair["a"]].add(pair["b"])
        partners[pair["b"]].add(pair["a"])
    told = [pair for pair in pairs if pair["kind"] in _SAME]
    number = int(sys.argv[3]) if len(sys.argv) > 3 else 400
    asked = random.Random(1).sample(told, min(number, len(told)))
    with tempfile.TemporaryDirectory() as name, tempfile.TemporaryDirectory() as index:
        ids = write_corpus(Path(name), Path(sys.argv[2]), set(partners))
        places = find_places(corpus=name, index=index, environment={})
        rebuild(places, lambda event: None)
        library = Library.open(places)
        ranks: list[int | None] = []
        totals: list[int] = []
        for pair in asked:
            page = library.search(
                SearchRequest(f"aussi:{ids[pair['a']]}", limit=0, excerpts=0, facets=False)
            )
            ignored = {ids[other] for other in partners[pair["a"]] - {pair["b"]} if other in ids}
            found = [str(hit.id) for hit in page.hits if hit.id not in ignored]
            partner = ids[pair["b"]]
            ranks.append(found.index(partner) + 1 if partner in found else None)
            totals.append(page.total)
        library.close()
    count = len(ranks)
    print(
        f"{count} pairs among {len(ids)} articles: "
        f"MRR {sum(1 / rank for rank in ranks if rank) / count:.3f}  "
        f"R@10 {sum(rank is not None and rank <= 10 for rank in ranks) / count:.3f}  "
        f"found at all {sum(rank is not None for rank in ranks) / count:.3f}  "
        f"answers: median {statistics.median(totals):.0f}, nine of ten up to "
        f"{sorted(totals)[int(0.9 * count)]}"
    )


if __name__ == "__main__":
    main()
