"""Measures the cleaning: missing breaks found on real pages, the originals, and how fast it is.

    python benchmarks/cleaning.py EVAL_FOLDER [ORIGINALS_FOLDER]

EVAL_FOLDER holds `glued-paragraphs.jsonl.xz` (pages run together, with the true cuts) and
`originals/clean.yaml`. The rules were tuned on the pages whose id's MD5 is 0–2 modulo 5; the others
are held out.
"""

from __future__ import annotations

import hashlib
import json
import lzma
import random
import sys
import time
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import yaml

from index.corpus.cleaning.glue import glued_places
from index.corpus.file_reading import read, read_file
from index.corpus.folder import walk
from index.model.article import Article


class Page(NamedTuple):
    id: str
    title: str
    glued: str
    cuts: frozenset[int]


def pages(folder: Path) -> list[Page]:
    with lzma.open(folder / "glued-paragraphs.jsonl.xz", "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    return [Page(r["id"], r["title"], r["glued"], frozenset(r["cuts"])) for r in records]


def is_held_out(page: Page) -> bool:
    return int(hashlib.md5(page.id.encode()).hexdigest(), 16) % 5 >= 3


def report_glue(name: str, chosen: Iterable[Page]) -> None:
    true = found = right = 0
    for page in chosen:
        places = set(glued_places(page.glued))
        true, found = true + len(page.cuts), found + len(places)
        right += len(places & page.cuts)
    precision, recall = right / found, right / true
    score = 2 * precision * recall / (precision + recall)
    print(f"missing breaks, {name:9} P {precision:.4f}  R {recall:.4f}  F {score:.4f}  of {true}")


def report_precision(chosen: list[Page]) -> None:
    """The pages with their true paragraphs: nothing of them is noise, save picture credits."""
    kept = total = 0
    titles = 0
    for page in chosen:
        cuts = [0, *sorted(page.cuts), len(page.glued)]
        parts = [page.glued[a:b].strip() for a, b in pairwise(cuts)]
        text = "\n\n".join((page.title, *parts))
        for article in read(text.encode(), relative="page.txt"):
            assert isinstance(article, Article)
            total += sum(map(len, parts))
            kept += sum(span.length for span in article.paragraphs)
            titles += " ".join(article.title.split()) == " ".join(page.title.split())
    print(
        f"characters of true paragraphs kept {kept / total:.4f}, titles found {titles}/{len(chosen)}"
    )


def report_originals(folder: Path, gold_path: Path) -> None:
    gold = yaml.safe_load(gold_path.read_text("utf-8"))["articles"]
    wanted = {entry["file"]: entry for entry in gold.values()}
    for file in walk(folder):
        for article in read_file(file):
            if not isinstance(article, Article) or file.relative not in wanted:
                continue
            entry = wanted[file.relative]
            paragraphs = [span.of(article.text) for span in article.paragraphs]
            pairs = {
                "paragraphs": (paragraphs, [p["text"] for p in entry["body"]]),
                "title": (article.title if article.title_span else None, entry["title"]),
                "source": (article.source, entry["outlet"]),
                "author": (article.author, entry["author"]),
                "url": (article.url, entry["url"]),
                "section": (article.section, entry["section"]),
                "tags": (list(article.tags), entry["tags"]),
                "description": (article.description, entry["description"]),
            }
            wrong = [name for name, (ours, theirs) in pairs.items() if ours != theirs]
            print(f"{file.relative}: {'exact' if not wrong else 'differs in ' + ', '.join(wrong)}")


def report_speed(chosen: list[Page]) -> None:
    files = list(plain_files(chosen))
    start = time.process_time()
    count = sum(1 for data in files for _ in read(data, relative="page.txt"))
    taken = time.process_time() - start
    size = sum(map(len, files)) / len(files)
    print(f"reading and cleaning {count / taken:.0f} plain files a second ({size:.0f} bytes each)")


def plain_files(chosen: list[Page]) -> Iterator[bytes]:
    for page in chosen:
        cuts = [0, *sorted(page.cuts), len(page.glued)]
        parts = [page.glued[a:b].strip() for a, b in pairwise(cuts)]
        yield "\n\n".join((page.title, *parts)).encode()


def main() -> None:
    if len(sys.argv) < 2:
        raise SystemExit(__doc__)
    folder = Path(sys.argv[1])
    all_pages = pages(folder)
    report_glue("tuned on", (page for page in all_pages if not is_held_out(page)))
    report_glue("held out", (page for page in all_pages if is_held_out(page)))
    report_glue("all", all_pages)
    report_precision(all_pages)
    random.Random(0).shuffle(all_pages)
    report_speed(all_pages)
    if len(sys.argv) > 2:
        report_originals(Path(sys.argv[2]), folder / "originals" / "clean.yaml")


if __name__ == "__main__":
    main()
