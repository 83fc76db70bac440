"""How often a page's author is somebody else: `python -m benchmarks.other_names [FILE]`.

FILE holds invented pages with names at their heads and feet that are mostly not the author's, and the author, if there
is one. Printed are totals only: pages by an author and those of them that are told right, pages without one and those
of which none is told, and wrong authors of all.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from index.corpus.file_reading import read
from index.model.article import Article

_UNREAD = Path(__file__).parent / "unread" / "other_names.yaml"
TITLE = "La digue de Morsaint cède sous la houle"
_TEXT = "digue"
_DAY, _MOMENT = "Publié le 4 mars 2024", "4 mars 2024 à 08h12"
_PARAGRAPHS = re.compile(r"@(?P<text>[a-z]+)(?P<first>\d?)(?P<on>-?)")


class Case(NamedTuple):
    """A page and who wrote it."""

    kind: str
    name: str
    data: bytes
    author: str | None


def main() -> None:
    parser = argparse.ArgumentParser(description="Names that are not the author's.")
    parser.add_argument("file", type=Path, nargs="?", default=_UNREAD)
    counted: Counter[str] = Counter()
    for case in cases(parser.parse_args().file):
        told = author_of(case)
        right = names(told) == names(case.author)
        by = "signed" if case.author else "unsigned"
        counted += Counter(
            {by: 1, f"{by} right": int(right), "wrong": int(bool(told) and not right)}
        )
    print(
        f"authors {counted['signed right']} of {counted['signed']}, none told {counted['unsigned right']}"
        f" of {counted['unsigned']} without one, wrong {counted['wrong']}"
    )


def cases(file: Path) -> Iterator[Case]:
    """All pages of a set: whole ones, lines at three heads, markup in two pages."""
    told: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    for page in told["pages"]:
        lines = [line for own in page["lines"] for line in _lines(own, told["texts"])]
        yield Case(page["kind"], "page.txt", "\n\n".join(lines).encode(), page["author"])
    text = told["texts"][_TEXT]
    for entry in told["lines"]:
        place = next(iter(entry))
        for form in range(3):
            page_text = "\n".join(_copied(place, entry[place], form, text))
            yield Case(f"{place} {entry[place]}", "page.txt", page_text.encode(), entry["author"])
    for entry in told["markup"]:
        place = next(iter(entry))
        for tag in ("article", "div"):
            saved = _saved(place, entry[place], tag, text)
            yield Case(f"{place} {entry[place]}", "page.html", saved.encode(), entry["author"])


def author_of(case: Case) -> str | None:
    """The author that the largest article of a page is told to have."""
    found = [one for one in read(case.data, relative=case.name) if isinstance(one, Article)]
    return max(found, key=lambda article: len(article.text)).author


def names(value: str | None) -> list[str]:
    """The names of an author, in whatever order they are joined."""
    return sorted(one.strip().lower() for one in re.split(r", | et ", value or "") if one)


def _lines(line: str, texts: dict[str, list[str]]) -> list[str]:
    match = _PARAGRAPHS.fullmatch(line)
    if match is None or match["text"] not in texts:
        return [line]
    text = texts[match["text"]]
    if not match["first"]:
        return text
    at = int(match["first"]) - 1
    return text[at:] if match["on"] else [text[at]]


def _copied(place: str, own: list[str], form: int, text: list[str]) -> list[str]:
    dated = any("@date" in line for line in own)
    own = [line.replace("@dateh", _MOMENT).replace("@date", _DAY) for line in own]
    day = [] if dated else [_MOMENT if form % 2 else _DAY]
    top = ["Le Phare", "Accueil", "Société", "Sports"]
    at = {where: own if where == place else [] for where in ("above", "below", "foot")}
    return [
        *(top if form < 2 else ["Aller au contenu", "Le Phare", "Menu"]),
        *at["above"], TITLE, *at["below"], *day, *text, *at["foot"],
        "Mentions légales", "© Le Phare 2024",
    ]  # fmt: skip


def _saved(place: str, own: str, tag: str, text: list[str]) -> str:
    at = {where: own if where == place else "" for where in ("meta", "above", "head", "foot")}
    head = "header" if tag == "article" else tag
    return (
        '<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8">'
        f'<title>{TITLE} - Le Phare</title><meta property="og:site_name" content="Le Phare">{at["meta"]}</head>'
        '<body><header><a href="/">Le Phare</a><nav><a href="/s">Société</a> <a href="/sp">Sports</a></nav></header>'
        f"<main>{at['above']}<{tag}><{head}><h1>{TITLE}</h1>{at['head']}"
        f'<p class="date"><time datetime="2024-03-04T08:12">{_DAY} à 08h12</time></p></{head}>'
        f"{''.join(f'<p>{line}</p>' for line in text)}</{tag}>{at['foot']}</main>"
        "<footer><p>© Le Phare 2024 - Mentions légales</p></footer></body></html>"
    )


if __name__ == "__main__":
    main()
