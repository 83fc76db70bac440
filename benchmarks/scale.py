"""How fast it is on N articles, beside others on the same files in the same run.

    python -m benchmarks.scale N [CORPUS.jsonl.xz] [--naive N]

The articles come from the corpus (id, title, heading, article, date a line); where it has fewer, their
sentences are mixed anew, and without one they are made of the words of `benchmarks/queries.txt`. Prints
articles a second, size, memory, the time of an update by one article, the time to the first result, and
p50 and p95 of the queries in `queries.txt`, each asked once with excerpts for ten hits and all facets.
The naive Whoosh is slow to build: `--naive` gives it fewer articles (default 5,000 at the most).
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

from benchmarks.clocks import Clock, bodies, report, timed
from benchmarks.corpora import make_article, name_of, read_part, records_of, size_of, write_files
from benchmarks.parallel import write_index_in_parts
from benchmarks.peers import naive, recoll, sqlite, tantivy_peer
from index.model.article import (
    Article,
    ArticleId,
)  # fmt: skip
from index.model.found import SearchRequest
from index.search.index_folder import add_segment
from index.search.searcher import Searcher

HERE = Path(__file__).parent


def ours(files: list[Path], queries: list[str], folder: Path, text_size: int, count: int) -> None:
    index = folder / "recoupe"
    index.mkdir()
    clock = Clock()
    write_index_in_parts(index, files, read_part, names=name_of)
    rate = clock.rate(count)
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    report(
        "recoupe",
        f"{rate}   index ×{size_of(index) / text_size:.2f} of the text   {memory} MB a process",
    )
    store = bodies(files, folder)

    def read(ids: Sequence[ArticleId]) -> list[Article]:
        rows = (
            store.execute("SELECT record FROM articles WHERE id = ?", (one,)).fetchone()
            for one in ids
        )
        return [make_article(json.loads(row[0])) for row in rows]

    started = perf_counter()
    searcher = Searcher(index, read=read, name_of=name_of)
    searcher.search(SearchRequest(queries[0], limit=10))
    report("recoupe", f"opened, first result after {perf_counter() - started:.2f} s")
    report("recoupe", "excerpts, facets   " + timed(
        queries, lambda query: searcher.search(SearchRequest(query, limit=10))
    ))  # fmt: skip
    report("recoupe", "hits only          " + timed(
        [f"{query} " for query in queries],
        lambda query: searcher.search(SearchRequest(query, limit=10, excerpts=0, facets=False)),
    ))  # fmt: skip
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    report("recoupe", f"{used} MB in this process, the store and the benchmark included")
    extra = make_article(next(records_of(files)) | {"id": "extra"})
    started = perf_counter()
    add_segment(index, [extra], names=name_of)
    report("recoupe", f"an update by one article {(perf_counter() - started) * 1000:.0f} ms")


def main() -> None:
    parser = argparse.ArgumentParser(description="Speed on many articles, beside others.")
    parser.add_argument("count", type=int)
    parser.add_argument("corpus", type=Path, nargs="?")
    parser.add_argument("--naive", type=int, default=5_000)
    asked = parser.parse_args()
    lines = (HERE / "queries.txt").read_text(encoding="utf-8").splitlines()
    queries = [line for line in lines if line and not line.startswith("#")]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = write_files(folder, asked.count, asked.corpus, parts=2)
        text_size = sum(
            len((r["title"] + (r["heading"] or "") + r["body"]).encode()) for r in records_of(files)
        )
        report(
            "corpus", f"{asked.count} articles, {text_size / 1e6:.0f} MB, {os.cpu_count()} cores"
        )
        for peer in (ours, sqlite, tantivy_peer, recoll):
            peer(files, queries, folder, text_size, asked.count)
        naive(files, queries, folder, text_size, min(asked.count, asked.naive))


if __name__ == "__main__":
    main()
