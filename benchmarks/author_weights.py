"""Fits the weights of the signs by which the author of a copied page is told, and prints what they do on pages left out.

    python -m benchmarks.author_weights FOLDER … [--glued GLUED.jsonl.xz] [--write] [--show LEAST]

FOLDER holds pages with a key (`benchmarks.pages_away`); texts with heads and feet of `author_places.yaml` around them and
pages of forty composed outlets are added with `--glued`. Each page, form of a byline and composed outlet is left out once.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from benchmarks.copied_pages import OUTLETS, POOLS, Outlet, sources, text_of
from benchmarks.weighed_names import Named, left_out, table_of, tell, write
from index.corpus.cleaning.author_signs import names_in
from index.corpus.cleaning.lines import split_lines
from index.corpus.cleaning.name_looks import is_agency
from index.corpus.cleaning.phrases import plain
from index.corpus.cleaning.signed_names import is_short_for
from index.corpus.cleaning.sorting import sort_page
from index.corpus.document import SourceRules

WEIGHTS = Path("index/corpus/data/author_weights.tsv")
HAND_MADE = ("noisy-pages.yaml", "copied-pages.yaml", "whole-pages.yaml")
PLACED: dict[str, Any] = yaml.safe_load(
    Path(__file__).with_name("author_places.yaml").read_text(encoding="utf-8")
)
HEADS, FEET, UNSIGNED, PER_OUTLET = 12, 12, 24, 2
"""How many pages each form of a byline above and below the text has, each form that names no author, and each composed outlet."""


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folders", type=Path, nargs="*")
    parser.add_argument("--glued", type=Path)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--show", type=float)
    given = parser.parse_args()
    wanted: dict[str, bool] = {}
    names: list[Named] = []
    for page, group, text, authors in pages(given.folders, given.glued):
        wanted[page] = bool(authors) and not page.startswith("unsigned")
        names += named(page, group, text, authors)
    _, table, truth = table_of(names)
    tell(names, left_out(names, table, truth), wanted, show=given.show)
    if given.write:
        write(WEIGHTS, "a name wrote the article of its page", names)


def pages(folders: list[Path], glued: Path | None) -> Iterator[tuple[str, str, str, set[str]]]:
    """Each page with what it is called, with what it is left out, its text and who wrote it."""
    for folder in folders:
        for name, gold in yaml.safe_load((folder / "key.yaml").read_text("utf-8")).items():
            group = f"{folder.parent.name}/{folder.name} {name}"
            authors = authors_of(gold.get("author"))
            text = (folder / f"{name}.txt").read_text("utf-8")
            for kind, part in parts_of(text, authors):
                yield f"{kind}: {group}", group, part, authors
    for file in HAND_MADE:
        known = yaml.safe_load((Path("tests/data") / file).read_text("utf-8"))["pages"]
        for name, page in known.items():
            if "author" in page.get("fields", {}):
                lines = [line.replace("‖", "")[2:] for line in page["lines"].splitlines()]
                yield (
                    f"hand: {name}",
                    name,
                    "\n\n".join(lines),
                    authors_of(page["fields"]["author"]),
                )
    yield from placed()
    if glued:
        yield from (page[:4] for page in planted(glued))
        yield from composed(glued)


def authors_of(value: str | None) -> set[str]:
    """The names of a key in their plain forms."""
    forms = (value or "").replace(";", ",").split(" | ")
    return {plain(name) for form in forms for name in names_in(form)}


def parts_of(text: str, authors: set[str]) -> Iterator[tuple[str, str]]:
    """A page whole, from its title on, down to the end of its text, and without the lines of who wrote it."""
    yield "whole", text
    page = sort_page(split_lines(text), title=None, rules=SourceRules())
    prose = page.prose()
    lines = [line.text for line in page.lines]
    if page.title and prose:
        yield "from the title", "\n\n".join(lines[page.title :])
        yield "to the end", "\n\n".join(lines[: prose[-1] + 1])
    if authors and not any(len(one) < 4 for one in authors):
        signed = [at for at, line in enumerate(lines) if any(one in plain(line) for one in authors)]
        kept = [line for at, line in enumerate(lines) if at not in signed or at in prose]
        yield "unsigned", "\n\n".join(kept)


def placed() -> Iterator[tuple[str, str, str, set[str]]]:
    """The forms of bylines that tests have, around a text."""
    text = [
        "Le conseil du port a voté mardi son budget, qui prévoit de réparer la digue et le phare avant l’hiver.",
        "« Nous n’avons pas le choix », a dit la maire, qui espère une aide de la région dès le printemps prochain.",
        "Les travaux dureront huit mois, selon l’entreprise qui a été retenue par la commune au début de l’année.",
    ]
    top = ["La Tribune du Lac", "Accueil", "Politique", "Sports", "Se connecter"]
    foot = ["Partager", "Mentions légales", "© La Tribune du Lac"]
    title = "Budget : le port réparera sa digue et son phare"
    forms = yaml.safe_load(Path("tests/data/byline_places.yaml").read_text("utf-8"))
    for form in yaml.safe_load(Path("tests/data/bylines.yaml").read_text("utf-8")):
        forms.append({**form, "below": [*form["lines"], *form.get("near", ())]})
    for number, form in enumerate(forms):
        lines = [*top, *form.get("above", ()), title, *form.get("below", ())]
        lines += [*text, *form.get("after", ()), *foot]
        yield (
            f"placed: {number}",
            f"placed {number}",
            "\n\n".join(lines),
            authors_of(form.get("author")),
        )


def planted(glued: Path) -> Iterator[tuple[str, str, str, set[str], str]]:
    """Articles with each form of a byline above or below them, between names of others; their titles last."""
    known = sources(glued)
    for form in PLACED["own"]:
        for number in range(HEADS if "{a}" in form else UNSIGNED):
            yield one_planted(known, form, "", f"{form} {number}")
    for form in PLACED["end"]:
        for number in range(FEET):
            head = random.Random(f"{form} {number}").choice(("", "{d}", "Publié le {d} à {h}"))
            yield one_planted(known, head, form, f"end {form} {number}")


_GROUP = re.compile(
    r"(?:^|/ )(?:Par |\()?(?P<name>Service \w+|La rédaction|AFP|Belga|Agence France-Presse)"
)
_ABOVE = 0.12
"""How often a byline stands above the title."""


def one_planted(
    known: list[Any], head: str, end: str, seed: str
) -> tuple[str, str, str, set[str], str]:
    r = random.Random(seed)
    author, second, *others = (one_name(r) for _ in range(3))
    article = r.choice(known)
    day, month, year = r.randrange(1, 29), r.randrange(12), r.randrange(2012, 2026)
    months = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
    first, _, family = author.partition(" ")
    values = {
        "a": author, "b": second, "A": author.upper(), "F": f"{first} {family.upper()}",
        "i": f"{first[0]}. {family[0].upper()}.", "m": plain(family).replace(" ", ""), "o": r.choice(r.choice((POOLS["names"], PLACED["outlets"]))),
        "d": f"{day} {months.split()[month]} {year}", "n": f"{day:02}/{month + 1:02}/{year}", "h": f"{r.randrange(5, 23):02}h{r.randrange(10, 60)}",
        "e": f"{r.randrange(1, 29)} {r.choice(months.split())} {year}",
    }  # fmt: skip

    told = _PERSON.findall("\n".join(article.paragraphs)) or others

    def lines(form: str) -> list[str]:
        for letter in "xyz":
            values[letter] = one_name(r)
        values["t"] = r.choice(told)
        return [line for line in form.format(**values).split(" / ") if line]

    body = list(article.paragraphs)
    at = r.randrange(1, max(2, len(body)))
    lead = [body.pop(0)] if len(body) > 3 and r.random() < 0.3 else []
    share = r.sample(POOLS["share"], r.randrange(0, 3))
    above = [values["o"], *r.sample(POOLS["menu"], r.randrange(0, 9))] if r.random() < 0.7 else []
    parts = [above, lines(r.choice(PLACED["above"])) if above else [], [article.title]]
    if above and r.random() < _ABOVE:
        parts[2:] = [lines(head), [article.title], lead]
    else:
        parts += [lead, lines(head)] if r.random() < 0.8 else [lines(head), lead]
    parts += [
        share,
        lines(r.choice(PLACED["caption"])),
        body[:at],
        lines(r.choice(PLACED["inside"])),
        body[at:],
        lines(end),
    ]
    parts += [r.sample(POOLS["share"], r.randrange(0, 3)), lines(r.choice(PLACED["below"]))]
    parts += [r.sample(POOLS["footer"], r.randrange(0, 5))]
    form = f"{head} / {end}"
    signed = {
        name
        for name, sign in ((author, r"\{[aAFi]\}"), (second, r"\{b\}"))
        if re.search(sign, form)
    }
    authors = {plain(name) for name in signed}
    if "{i}" in form:
        authors.add(plain(values["i"]))
    if "{o} avec AFP" in form:
        authors = {plain(values["o"]), "afp"}
    if not authors and (group := _GROUP.search(form)) is not None:
        authors = {plain(group["name"])}
    joint = "\n\n" if r.random() < 0.5 else "\n"
    text = joint.join(line for part in parts for line in part)
    return f"planted: {seed}", f"planted {form}", text, authors, article.title


def one_name(r: random.Random) -> str:
    return f"{r.choice(PLACED['first'])} {r.choice(PLACED['family'])}"


_PERSON = re.compile(r"(?<=[a-zà-ÿ,] )[A-ZÀ-Ý][a-zà-ÿ]{2,}(?:-[A-Z][a-z]+)? [A-ZÀ-Ý][a-zà-ÿ]{3,}\b")


def composed(glued: Path) -> Iterator[tuple[str, str, str, set[str]]]:
    known = sources(glued)
    for number in range(OUTLETS):
        outlet = Outlet(number)
        for page in range(PER_OUTLET):
            r = random.Random(f"outlets {number} {page}")
            article, *others = r.sample(known, 40)
            made = outlet.page(article, others, r)
            text, _ = text_of(made, ("select-all", "title-to-foot")[page % 2], r)
            authors = {plain(made.author)} if made.author else set()
            signed = [
                line for line in made.lines if made.author and line.startswith(f"{made.author} et ")
            ]
            authors |= {
                plain(name) for name in POOLS["authors"] if any(name in line for line in signed)
            }
            yield f"composed: {number} {page}", f"composed {number}", text, authors


def named(page: str, group: str, text: str, authors: set[str]) -> Iterator[Named]:
    sorted_page = sort_page(split_lines(text), title=None, rules=SourceRules())
    for one in sorted_page.signers:
        names = names_in(one.names)
        persons = [name for name in names if not is_agency(name)] or names
        wrote = authors and all(_is_of(plain(name), authors) for name in persons)
        yield Named(page, group, one.names, one.signs, bool(wrote))


def _is_of(name: str, authors: set[str]) -> bool:
    return name.strip("()") in authors or any(
        is_short_for(name.title(), author.title()) or is_short_for(author.title(), name.title())
        for author in authors
    )


if __name__ == "__main__":
    main()
