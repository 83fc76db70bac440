"""Fits the weights of the signs by which the title of a copied page is told, and prints what they do on pages left out.

    python -m benchmarks.title_weights FOLDER … [--glued GLUED.jsonl.xz] [--write] [--show]

FOLDER holds pages with a key (`benchmarks.pages_away`); heads of `author_places.yaml` and pages of forty composed outlets
are added with `--glued`. The lines of a page compete: the weights are those of a conditional logit, drawn to the ones that
were set by hand. Each page and composed outlet is left out once.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import numpy as np
import yaml

from benchmarks.author_weights import HAND_MADE, planted
from benchmarks.copied_pages import OUTLETS, Outlet, sources, text_of
from benchmarks.logistic import Floats, write_weights
from benchmarks.weighed_names import COUNTED, FOLDS
from index.corpus.cleaning.lines import split_lines
from index.corpus.cleaning.logistic import weights_of
from index.corpus.cleaning.phrases import plain
from index.corpus.cleaning.sorting import sort_page
from index.corpus.document import SourceRules

WEIGHTS = Path("index/corpus/data/title_weights.tsv")
RIDGE = 1.0
STEPS = 60
PER_OUTLET = 4
EVERY = 6
"""One of so many pages of `author_places.yaml` is taken: their titles stand alike."""


class Head(NamedTuple):
    """The lines of a page that may be its title, with the place of the one that is it."""

    page: str
    group: str
    signs: list[dict[str, float]]
    title: int | None
    """None where the title is not among them."""
    told: list[str]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folders", type=Path, nargs="*")
    parser.add_argument("--glued", type=Path)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--show", action="store_true")
    given = parser.parse_args()
    heads = [head_of(*one) for one in pages(given.folders, given.glued)]
    heads = [head for head in heads if len(head.signs) > 1]
    columns = sorted({sign for head in heads for signs in head.signs for sign in signs})
    tables = [
        np.array([[signs.get(sign, 0.0) for sign in columns] for signs in head.signs])
        for head in heads
    ]
    known = weights_of("title_weights")
    prior = np.array([known.get(sign, 0.0) for sign in columns])
    tell(heads, left_out(heads, tables, prior), show=given.show)
    if given.write:
        weights = fit(heads, tables, prior)
        told = dict(zip(columns, weights, strict=True))
        write_weights(
            WEIGHTS, "a line is the title of its page, against the other lines", 0.0, told
        )


def pages(folders: Sequence[Path], glued: Path | None) -> Iterator[tuple[str, str, str, str]]:
    """Each page with what it is called, with what it is left out, its text and its title."""
    for folder in folders:
        for name, gold in yaml.safe_load((folder / "key.yaml").read_text("utf-8")).items():
            group = f"{folder.parent.name}/{folder.name} {name}"
            text = (folder / f"{name}.txt").read_text("utf-8")
            yield f"whole: {group}", group, text, str(gold.get("title") or "")
    for file in HAND_MADE:
        known = yaml.safe_load((Path("tests/data") / file).read_text("utf-8"))["pages"]
        for name, page in known.items():
            lines = page["lines"].splitlines()
            titles = [line.replace("‖", "")[2:] for line in lines if line.startswith("T ")]
            text = "\n\n".join(line.replace("‖", "")[2:] for line in lines)
            if titles:
                yield f"hand: {name}", name, text, titles[0]
    if glued:
        for page, group, text, _, title in islice(planted(glued), 0, None, EVERY):
            yield page, group, text, title
        known_texts = sources(glued)
        for number in range(OUTLETS):
            outlet = Outlet(number)
            for page_number in range(PER_OUTLET):
                r = random.Random(f"titles {number} {page_number}")
                article, *others = r.sample(known_texts, 40)
                made = outlet.page(article, others, r)
                text, _ = text_of(made, ("select-all", "title-to-foot")[page_number % 2], r)
                yield f"composed: {number} {page_number}", f"composed {number}", text, made.title


def head_of(page: str, group: str, text: str, title: str) -> Head:
    sorted_page = sort_page(split_lines(text), title=None, rules=SourceRules())
    lines = sorted(sorted_page.titles)
    forms = {plain(form) for form in title.split(" | ")}
    right = [at for at in lines if plain(sorted_page.text(at)) in forms]
    return Head(
        page,
        group,
        [sorted_page.titles[at] for at in lines],
        # Of two that are the title the lower one stands above the text.
        lines.index(right[-1]) if right else None,
        [sorted_page.text(at) for at in lines],
    )


def fit(heads: Sequence[Head], tables: Sequence[Floats], prior: Floats) -> Floats:
    """The weights of a conditional logit by Newton's method, drawn to the `prior` ones."""
    weights = prior.copy()
    size = len(prior)
    for _ in range(STEPS):
        gradient = RIDGE * (weights - prior)
        curve = RIDGE * np.eye(size)
        for head, table in zip(heads, tables, strict=True):
            if head.title is None:
                continue
            times = COUNTED.get(head.page.split(":")[0], 1.0)
            odds = table @ weights
            p = np.exp(odds - odds.max())
            p /= p.sum()
            mean = p @ table
            gradient += times * (mean - table[head.title])
            curve += times * ((table * p[:, None]).T @ table - np.outer(mean, mean))
        step = np.linalg.solve(curve, gradient)
        weights -= step
        if np.abs(step).max() < 1e-4:
            break
    return weights


def left_out(heads: Sequence[Head], tables: Sequence[Floats], prior: Floats) -> list[int]:
    """Which line of each page is the likeliest, by weights that were fitted without its group."""
    groups = sorted({head.group for head in heads})
    random.Random(1).shuffle(groups)
    fold: Mapping[str, int] = {group: number % FOLDS for number, group in enumerate(groups)}
    best = [0] * len(heads)
    for number in range(FOLDS):
        rest = [at for at, head in enumerate(heads) if fold[head.group] != number]
        weights = fit([heads[at] for at in rest], [tables[at] for at in rest], prior)
        for at, head in enumerate(heads):
            if fold[head.group] == number:
                best[at] = int(np.argmax(tables[at] @ weights))
    return best


def tell(heads: Sequence[Head], best: Sequence[int], *, show: bool) -> None:
    counts: Counter[tuple[str, str]] = Counter()
    for head, at in zip(heads, best, strict=True):
        kind = head.page.split(":")[0]
        right = head.title is not None and plain(head.told[at]) == plain(head.told[head.title])
        counts[kind, "pages"] += 1
        counts[kind, "right"] += right
        counts[kind, "not among them"] += head.title is None
        if show and not right:
            wanted = head.told[head.title] if head.title is not None else None
            print(f"   {head.page}: {head.told[at]!r}, not {wanted!r}")
    for kind in sorted({kind for kind, _ in counts}):
        print(
            f"{kind}: {counts[kind, 'right']} of {counts[kind, 'pages']} right, {counts[kind, 'not among them']} not among the lines"
        )


if __name__ == "__main__":
    main()
