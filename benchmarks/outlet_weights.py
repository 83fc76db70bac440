"""Fits the weights of the signs by which the outlet of a copied page is told, and prints what they do on pages left out.

    python -m benchmarks.outlet_weights FOLDER … [--glued GLUED.jsonl.xz] [--write] [--show]

FOLDER holds pages with a key (`benchmarks.pages_away`); pages of forty composed outlets (`benchmarks.copied_pages`) are
added with `--glued`. Each page, and each composed outlet, is left out once.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import yaml

from benchmarks.copied_pages import OUTLETS, POOLS, Outlet, sources, text_of
from benchmarks.logistic import Floats, fit, write_weights
from index.corpus.cleaning.lines import split_lines
from index.corpus.cleaning.outlet_candidates import candidates, key_of
from index.corpus.cleaning.outlet_signs import frame_of, signs_of
from index.corpus.cleaning.phrases import plain
from index.corpus.cleaning.sorting import sort_page
from index.corpus.document import SourceRules

WEIGHTS = Path("index/corpus/data/outlet_weights.tsv")
RIDGE = 1.0
FOLDS = 12
HAND = 3.0
PER_OUTLET = 2


class Named(NamedTuple):
    """One name on a page, its signs, and whether it is the page's outlet."""

    page: str
    group: str
    name: str
    signs: dict[str, float]
    is_outlet: bool


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folders", type=Path, nargs="*")
    parser.add_argument("--glued", type=Path)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--show", type=float)
    given = parser.parse_args()
    wanted: dict[str, bool] = {}
    names: list[Named] = []
    for folder in given.folders:
        for page, text, outlets in keyed(folder):
            for kind, part in parts_of(text, outlets):
                known = outlets if any(one in plain(part) for one in outlets) else set()
                wanted[f"{kind}: {page}"] = bool(known)
                names += named(f"{kind}: {page}", page, part, known)
    for page, text, outlets in hand_made():
        wanted[f"hand: {page}"] = bool(outlets)
        names += named(f"hand: {page}", page, text, outlets)
    if given.glued:
        for page, group, text, head in heads(given.glued):
            wanted[f"heads: {page}"] = head is not None
            names += named(f"heads: {page}", group, text, {key_of(head)} if head else set())
        for page, group, text, outlet in composed(given.glued):
            wanted[f"composed: {page}"] = True
            names += named(f"composed: {page}", group, text, {key_of(outlet)})
    columns = sorted({sign for one in names for sign in one.signs})
    table = np.array([[one.signs.get(sign, 0.0) for sign in columns] for one in names])
    truth = np.array([float(one.is_outlet) for one in names])
    odds = left_out(names, table, truth)
    tell(names, odds, wanted, show=given.show)
    if given.write:
        start, weights = fit(table, truth, ridge=RIDGE, scaled=False, counted=counted(names))
        write_weights(
            WEIGHTS,
            "a name is the outlet of its page",
            start,
            dict(zip(columns, weights, strict=True)),
        )


def keyed(folder: Path) -> Iterator[tuple[str, str, set[str]]]:
    for name, gold in yaml.safe_load((folder / "key.yaml").read_text("utf-8")).items():
        outlets = {key_of(one) for one in str(gold.get("source") or "").split(" | ")} - {""}
        yield f"{folder.name} {name}", (folder / f"{name}.txt").read_text("utf-8"), outlets


def parts_of(text: str, outlets: set[str]) -> Iterator[tuple[str, str]]:
    """A page whole, from its title on, down to the end of its text, and without the lines that name its outlet."""
    yield "whole", text
    page = sort_page(split_lines(text), title=None, rules=SourceRules())
    prose = page.prose()
    lines = [line.text for line in page.lines]
    if page.title and prose:
        yield "from the title", "\n\n".join(lines[page.title :])
        yield "to the end", "\n\n".join(lines[: prose[-1] + 1])
    yield (
        "unnamed",
        "\n\n".join(line for line in lines if not any(one in plain(line) for one in outlets)),
    )


HAND_MADE = ("noisy-pages.yaml", "copied-pages.yaml", "whole-pages.yaml")
HEADS = 520
PLACED: dict[str, Any] = yaml.safe_load(
    Path(__file__).with_name("outlet_heads.yaml").read_text(encoding="utf-8")
)


def hand_made() -> Iterator[tuple[str, str, set[str]]]:
    for file in HAND_MADE:
        pages = yaml.safe_load((Path("tests/data") / file).read_text("utf-8"))["pages"]
        for name, page in pages.items():
            if "source" in page.get("fields", {}):
                lines = [line.replace("‖", "")[2:] for line in page["lines"].splitlines()]
                source = page["fields"]["source"]
                yield name, "\n\n".join(lines), {key_of(source)} if source else set()


def heads(glued: Path) -> Iterator[tuple[str, str, str, str | None]]:
    """Short heads and feet around a text: the outlet in each place, among labels that look like names."""
    known = sources(glued)
    places = list(PLACED["places"])
    for number in range(HEADS):
        r = random.Random(f"heads {number}")
        place, outlet = places[number % len(places)], r.choice((*POOLS["names"], *PLACED["made"]))
        if place == "in the menu":
            outlet = r.choice(PLACED["listed"])
        article = r.choice(known)
        menu = r.sample(PLACED["labels"], r.randrange(2, 6)) + r.sample(
            POOLS["menu"], r.randrange(2, 8)
        )
        r.shuffle(menu)
        if r.random() < 0.85:
            menu.insert(
                0, r.choice(("Accueil", "Menu", "Rechercher", "Se connecter", "Actualités"))
            )
        text = PLACED["places"][place].format(
            p=r.choice(POOLS["names"]), skip=r.choice(PLACED["skips"]), o=r.choice((outlet, outlet, outlet, outlet.upper(), outlet.lower() if place in ("both", "behind more") else outlet)), menu="\n".join(menu), title=article.title,
            by="\n".join(r.sample(PLACED["bylines"], r.randrange(0, 3))), body="\n".join(article.paragraphs),
        )  # fmt: skip
        group = f"head {outlet}"
        yield f"{place} {number}", group, text, None if place in PLACED["unnamed"] else outlet


def composed(glued: Path) -> Iterator[tuple[str, str, str, str]]:
    known = sources(glued)
    for number in range(OUTLETS):
        outlet = Outlet(number)
        for page in range(PER_OUTLET):
            r = random.Random(f"outlets {number} {page}")
            article, *others = r.sample(known, 40)
            made = outlet.page(article, others, r)
            form = ("select-all", "title-to-foot")[page % 2]
            if any(made.outlet in line for line in made.lines):
                yield (
                    f"composed {number} {page}",
                    f"composed {number}",
                    text_of(made, form, r)[0],
                    made.outlet,
                )


def named(page: str, group: str, text: str, outlets: set[str]) -> Iterator[Named]:
    sorted_page = sort_page(split_lines(text), title=None, rules=SourceRules())
    head = sorted_page.title or 0
    found = candidates(sorted_page, head)
    frame = frame_of(sorted_page, found, head)
    for one in found:
        yield Named(page, group, one.key, signs_of(sorted_page, one, frame), one.key in outlets)


def counted(names: list[Named]) -> Floats:
    """Pages written by hand count more than composed ones and parts."""
    return np.array([HAND if one.page.startswith(("whole", "hand")) else 1.0 for one in names])


def left_out(names: list[Named], table: Floats, truth: Floats) -> Floats:
    groups = sorted({one.group for one in names})
    random.Random(1).shuffle(groups)
    fold = {group: number % FOLDS for number, group in enumerate(groups)}
    of = np.array([fold[one.group] for one in names])
    times = counted(names)
    odds = np.zeros(len(names))
    for number in range(FOLDS):
        rest = of != number
        start, weights = fit(
            table[rest], truth[rest], ridge=RIDGE, scaled=False, counted=times[rest]
        )
        odds[~rest] = start + table[~rest] @ weights
    return odds


def tell(names: list[Named], odds: Floats, wanted: dict[str, bool], *, show: float | None) -> None:
    """How many outlets are told, right and wrong, from several probabilities on."""
    best: dict[str, tuple[float, Named]] = {}
    for one, value in zip(names, odds, strict=True):
        if one.page not in best or value > best[one.page][0]:
            best[one.page] = (float(value), one)
    kinds = sorted({page.split(":")[0] for page in wanted})
    for kind in kinds:
        pages = [page for page in wanted if page.split(":")[0] == kind]
        for least in (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
            limit = np.log(least / (1 - least))
            told = [best[page][1] for page in pages if page in best and best[page][0] >= limit]
            right = sum(one.is_outlet for one in told)
            print(
                f"{kind} from {least}: {right} of {sum(wanted[p] for p in pages)} right, {len(told) - right} wrong"
            )
            if show == least:
                for page in pages:
                    value, one = best.get(page, (-9.0, None))
                    if one is None or (one.is_outlet != (value >= limit)):
                        print(
                            "  ",
                            page,
                            one and one.name,
                            f"{value:.2f}",
                            one and {k: v for k, v in one.signs.items() if v},
                        )


if __name__ == "__main__":
    main()
