"""Copied pages with a key: titles, sources, authors, dates, and which paragraphs are the article's.

    python -m benchmarks.pages_away FOLDER [--show]

FOLDER holds text files and `key.yaml`: for each file the title, author, date and source, `paragraphs`
(the first words of each one; the summary counts as one), forms that are right alike parted by ` | ` and `maybe` (lines such as captions that may be
kept or not). Printed: how many fields are right and how many are wrong (a wrong one is worse than none),
precision and recall of the paragraphs. `--show` names what differs; it is never used on unread sets.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from index.corpus.cleaning.phrases import plain
from index.corpus.file_reading import read
from index.model.article import Article, Basis

FIELDS = ("title", "source", "author", "published")
_WORDS = 8
"""How many words tell a paragraph; a key may give more or fewer."""


class Told(NamedTuple):
    """What one page came to."""

    counts: Counter[str]
    differences: tuple[str, ...]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", action="store_true")
    given = parser.parse_args()
    key: dict[str, Any] = yaml.safe_load((given.folder / "key.yaml").read_text("utf-8"))
    total: Counter[str] = Counter()
    for name, gold in key.items():
        path = given.folder / name
        told = judge(page_of(path if path.suffix else path.with_suffix(".txt")), gold)
        total += told.counts
        if given.show:
            for difference in told.differences:
                print(f"{name}: {difference}")
    print(report(total))


def page_of(path: Path) -> Article | None:
    """The largest article of a file; None if there is none."""
    found = [a for a in read(path.read_bytes(), relative=path.name) if isinstance(a, Article)]
    return max(found, key=lambda article: len(article.text), default=None)


def judge(article: Article | None, gold: dict[str, Any]) -> Told:
    """Counts what is right, wrong and missing on one page."""
    counts = Counter(pages=1, true=len(gold["paragraphs"]))
    differences: list[str] = []
    if article is None:
        counts["lost"] = counts["true"]
        return Told(counts, ("no article",))
    for field in FIELDS:
        wanted, got = str(gold.get(field) or ""), _names(_value(article, field) or "")
        forms = [
            _names(form)[: 10 if field == "published" else None] for form in wanted.split(" | ")
        ]
        right = any(_agrees(field, got, form) for form in forms)
        counts[f"{field} of"] += bool(wanted)
        counts[f"{field} right"] += bool(wanted) and right
        counts[f"{field} wrong"] += bool(got) and not right
        if not right:
            differences.append(f"{field} is {got!r}, not {wanted!r}")
    starts = [beginning(text) for text in gold["paragraphs"]]
    maybe = [beginning(text) for text in gold.get("maybe", ())]
    texts = [span.of(article.text) for span in article.paragraphs]
    for text in texts:
        if any(_is_one(text, start) for start in starts):
            counts["kept"] += 1
        elif not any(_is_one(text, start) for start in maybe):
            counts["foreign"] += 1
            differences.append(f"+ {text[:100]}")
    whole = " ".join((plain(article.text), plain(article.description or "")))
    for start in starts:
        if start not in whole:
            counts["lost"] += 1
            differences.append(f"- {start}")
    return Told(counts, tuple(differences))


def beginning(text: str) -> str:
    """The words by which a paragraph is told."""
    return plain(" ".join(text.split()[:_WORDS]))


_WITH = re.compile(
    r",? \(?avec (?:l[’'])?(?:les )?(?:agences?|afp|ats|belga|reuters|ap|map|aps|keystone)\b.*",
    re.IGNORECASE,
)
"""The agency with which a person wrote, who is the author whether a key names it or not."""


def _names(value: str) -> str:
    value = _WITH.sub("", value)
    return plain(value.replace(" et ", ", ").replace("; ", ", "))


def _is_one(text: str, start: str) -> bool:
    """Whether a paragraph is the one that begins so."""
    return plain(text).startswith(start)


def _agrees(field: str, got: str, wanted: str) -> bool:
    if field == "author":
        return sorted(got.split(", ")) == sorted(wanted.split(", "))
    return got == wanted


def _value(article: Article, field: str) -> str | None:
    if field == "title":
        return article.title if article.title_span else None
    if field == "published":
        date = article.published
        return (date.value or "")[:10] if date.basis is Basis.STATED else None
    value: str | None = getattr(article, field)
    return value


def report(total: Counter[str]) -> str:
    """The line of figures for a folder."""
    fields = "  ".join(
        f"{field} {total[f'{field} right']}/{total[f'{field} of']} wrong {total[f'{field} wrong']}"
        for field in FIELDS
    )
    true, lost = total["true"], total["lost"]
    precision = total["kept"] / max(1, total["kept"] + total["foreign"])
    return (
        f"{total['pages']} pages  {fields}\n"
        f"paragraphs {true}  lost {lost}  foreign {total['foreign']}"
        f"  P {precision:.3f} R {1 - lost / max(1, true):.3f}"
    )


if __name__ == "__main__":
    main()
