"""Fits the weights of the signs by which a line of a page is weighed, and prints what they do on outlets left out.

    python -m benchmarks.line_weights GLUED.jsonl.xz [FOLDER …] [--write]

Pages: forty composed outlets (`benchmarks.copied_pages`), the pages cut by hand in `tests/data`, and folders with a
`key.yaml` (`benchmarks.pages_away`). Each outlet, and each page cut by hand, is left out once. `--write` writes
`index/corpus/data/line_weights.tsv`.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
import yaml

from benchmarks.copied_pages import OUTLETS, Outlet, Source, sources
from benchmarks.logistic import Floats, fit
from benchmarks.pages_away import beginning
from index.corpus.cleaning.extent import find_extent
from index.corpus.cleaning.line_signs import frame_of, signs_of
from index.corpus.cleaning.lines import split_lines
from index.corpus.cleaning.page import Page
from index.corpus.cleaning.phrases import plain
from index.corpus.cleaning.sorting import sort_page
from index.corpus.document import SourceRules

WEIGHTS = Path("index/corpus/data/line_weights.tsv")
HAND_MADE = ("noisy-pages.yaml", "copied-pages.yaml", "whole-pages.yaml")
PER_OUTLET = 4
RIDGE = 3.0
FOLDS = 10


class Labelled(NamedTuple):
    """One line of a page, its signs, and whether it is noise."""

    group: str
    """The outlet of its page."""
    text: str
    signs: dict[str, float]
    is_noise: bool
    is_open: bool
    """Whether the rules left it in the article."""


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("glued", type=Path)
    parser.add_argument("folders", type=Path, nargs="*")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--show", type=float, help="show article lines above this probability")
    given = parser.parse_args()
    lines = [*composed(sources(given.glued)), *hand_made()]
    for folder in given.folders:
        lines += keyed(folder)
    names = sorted({name for line in lines for name in line.signs})
    columns, truth = table(lines, names), np.array([float(line.is_noise) for line in lines])
    odds = left_out(lines, columns, truth)
    tell(lines, truth, odds)
    if given.show is not None:
        for line, one in zip(lines, odds, strict=True):
            if line.is_open and not line.is_noise and probability(one) > given.show:
                print(f"{probability(one):.3f} {line.group}: {line.text[:100]}")
    if given.write:
        start, weights = fit(columns, truth, ridge=RIDGE, scaled=False)
        write(start, dict(zip(names, weights, strict=True)))


def table(lines: list[Labelled], names: list[str]) -> Floats:
    """One row a line, one column a sign."""
    return np.array([[line.signs.get(name, 0.0) for name in names] for line in lines])


def left_out(lines: list[Labelled], columns: Floats, truth: Floats) -> Floats:
    """The log odds of each line by weights fitted without its outlet."""
    groups = sorted({line.group for line in lines})
    random.Random(1).shuffle(groups)
    fold = {group: number % FOLDS for number, group in enumerate(groups)}
    of = np.array([fold[line.group] for line in lines])
    odds = np.zeros(len(lines))
    for number in range(FOLDS):
        rest = of != number
        start, weights = fit(columns[rest], truth[rest], ridge=RIDGE, scaled=False)
        odds[~rest] = start + columns[~rest] @ weights
    return odds


def probability(odds: float) -> float:
    return float(1 / (1 + np.exp(-odds)))


def tell(lines: list[Labelled], truth: Floats, odds: Floats) -> None:
    """What a veto at several thresholds takes of what the rules left in."""
    left = np.array([line.is_open for line in lines])
    for kind in ("composed", "hand", "away"):
        of = np.array([line.group.startswith(kind) for line in lines])
        print(
            f"{kind}: {int((left & of & (truth > 0)).sum())} lines of noise left in, {int((left & of & (truth < 1)).sum())} of the article"
        )
        for most in (0.5, 0.7, 0.8, 0.9, 0.95, 0.97, 0.99):
            taken = left & of & (odds > np.log(most / (1 - most)))
            print(
                f"   from {most}: noise taken {int((taken & (truth > 0)).sum())}, of the article {int((taken & (truth < 1)).sum())}"
            )


def composed(known: list[Source]) -> Iterator[Labelled]:
    for number in range(OUTLETS):
        outlet = Outlet(number)
        for page in range(PER_OUTLET):
            r = random.Random(f"weights {number} {page}")
            article, *others = r.sample(known, 40)
            made = outlet.page(article, others, r)
            true = set(made.paragraphs)
            yield from labelled(
                f"composed {number}",
                made.lines,
                [line not in true for line in made.lines],
            )


def hand_made() -> Iterator[Labelled]:
    for file in HAND_MADE:
        pages = yaml.safe_load((Path("tests/data") / file).read_text("utf-8"))["pages"]
        for name, page in pages.items():
            lines = [line.replace("‖", "") for line in page["lines"].splitlines()]
            noise = [None if line[0] in "~D" else line[0] != "P" for line in lines]
            yield from labelled(f"hand {name}", [line[2:] for line in lines], noise)


def keyed(folder: Path) -> Iterator[Labelled]:
    for name, gold in yaml.safe_load((folder / "key.yaml").read_text("utf-8")).items():
        text = (folder / f"{name}.txt").read_text("utf-8")
        lines = [line for line in text.splitlines() if line.strip()]
        starts = [beginning(one) for one in gold["paragraphs"]]
        maybe = [beginning(one) for one in gold.get("maybe", ())]
        noise = [
            None
            if any(plain(line).startswith(one) for one in maybe)
            else not any(plain(line).startswith(one) for one in starts)
            for line in lines
        ]
        yield from labelled(f"away {name}", lines, noise)


def labelled(group: str, lines: list[str], noise: Iterable[bool | None]) -> Iterator[Labelled]:
    """The lines of one page as the cleaning sees them once its rules have judged them."""
    page = page_of(lines)
    extent = find_extent(page)
    if extent is None:
        return
    frame = frame_of(page, extent)
    wanted = {}
    for line, is_noise in zip(lines, noise, strict=True):
        wanted.setdefault(line.strip(), is_noise)
    for at in range(len(page.lines)):
        is_noise = wanted.get(page.text(at))
        if at == page.title or is_noise is None:
            continue
        yield Labelled(group, page.text(at), signs_of(page, at, frame), is_noise, page.is_open(at))


def page_of(lines: list[str], *, weighed: bool = False) -> Page:
    """The lines of a page judged by the rules, and by their signs if `weighed`."""
    content = "\n\n".join(lines) + "\n"
    return sort_page(split_lines(content), title=None, rules=SourceRules(), weighed=weighed)


def write(start: float, weights: dict[str, float]) -> None:
    rows = [
        "# sign\tweight in the log odds that a line is no part of its article; fitted by `python -m benchmarks.line_weights`"
    ]
    rows += [f"start\t{start:.2f}"]
    rows += [f"{name}\t{weight:.2f}" for name, weight in sorted(weights.items())]
    WEIGHTS.write_text("\n".join(rows) + "\n", "utf-8")


if __name__ == "__main__":
    main()
