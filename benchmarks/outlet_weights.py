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
from typing import Any

import yaml

from benchmarks.copied_pages import OUTLETS, POOLS, Outlet, sources, text_of
from benchmarks.weighed_names import Named, left_out, table_of, tell, write
from index.corpus.cleaning.lines import split_lines
from index.corpus.cleaning.outlet_candidates import candidates, key_of
from index.corpus.cleaning.outlet_signs import frame_of, signs_of
from index.corpus.cleaning.phrases import plain
from index.corpus.cleaning.sorting import sort_page
from index.corpus.document import SourceRules

WEIGHTS = Path("index/corpus/data/outlet_weights.tsv")
PER_OUTLET = 2


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
    _, table, truth = table_of(names)
    tell(names, left_out(names, table, truth), wanted, show=given.show)
    if given.write:
        write(WEIGHTS, "a name is the outlet of its page", names)


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


if __name__ == "__main__":
    main()
