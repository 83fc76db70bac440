"""Noisy pages of differing outlets: nothing of the article lost, the noise set aside, links found."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from index.corpus.file_reading import read
from index.model.article import Article, Basis, DateValue

PAGES: dict[str, Any] = {
    name: page
    for file in ("noisy-pages.yaml", "copied-pages.yaml", "whole-pages.yaml")
    for name, page in yaml.safe_load(
        (Path(__file__).parent / "data" / file).read_text(encoding="utf-8")
    )["pages"].items()
}
CASES = [(name, separator) for name in PAGES for separator in ("\n\n", "\n", "\r\n\r\n")]
LINKED = [case for case in CASES if not case[0].startswith("whole-")]
"""Of whole pages nobody has read which of their many links point to an article."""
LABEL = re.compile(r"^(?:[àa] lire|lire)(?: aussi)? ?[:>] ", re.IGNORECASE)
CUT = "‖"


def labelled(name: str) -> list[tuple[str, str]]:
    return [(line[0], line[2:]) for line in PAGES[name]["lines"].splitlines()]


def article_of(name: str, separator: str) -> Article:
    text = separator.join(line.replace(CUT, "") for _, line in labelled(name)) + separator
    (found,) = read(text.encode(), relative=f"{name}.txt")
    assert isinstance(found, Article)
    return found


def stated(value: DateValue) -> str | None:
    return value.value[:16] if value.value and value.basis is Basis.STATED else None


@pytest.mark.parametrize(("name", "separator"), CASES)
def test_paragraphs_are_those_of_the_article(name: str, separator: str) -> None:
    article = article_of(name, separator)
    found = [span.of(article.text) for span in article.paragraphs]
    left_in = {line for label, line in labelled(name) if label == "~"}
    assert [paragraph for paragraph in found if paragraph not in left_in] == [
        line for label, line in labelled(name) if label == "P"
    ]


@pytest.mark.parametrize(("name", "separator"), CASES)
def test_title_and_summary(name: str, separator: str) -> None:
    article = article_of(name, separator)
    lines = labelled(name)
    title = next((line for label, line in lines if label == "T"), None)
    if title is None:
        title = next(line[8:] for _, line in lines if line.startswith("Titre : "))
    assert article.title == title
    summary = next((line for label, line in lines if label == "D"), None)
    if summary:
        assert article.description == summary.partition(CUT)[0]
    else:
        assert article.description in (None, lead_of(lines))


def lead_of(lines: list[tuple[str, str]]) -> str | None:
    """The paragraph between the title and a line that is none of the article: it is told as the summary, and stays."""
    at = next((at for at, (label, _) in enumerate(lines) if label == "T"), len(lines))
    behind = lines[at + 1 : at + 3]
    return behind[0][1] if [label for label, _ in behind] == ["P", "-"] else None


@pytest.mark.parametrize(("name", "separator"), LINKED)
def test_titles_of_other_articles_are_related(name: str, separator: str) -> None:
    expected = [
        line.partition(CUT)[2] if label == "X" else LABEL.sub("", line)
        for label, line in labelled(name)
        if label in "RX" or (label == "-" and LABEL.match(line))
    ]
    assert list(article_of(name, separator).related) == expected


@pytest.mark.parametrize(("name", "separator"), CASES)
def test_fields_are_those_that_the_page_states(name: str, separator: str) -> None:
    article, gold = article_of(name, separator), PAGES[name]["fields"]
    found = {
        "source": article.source,
        "author": article.author,
        "published": stated(article.published),
        "modified": stated(article.modified),
        "section": article.section,
        "tags": list(article.tags),
        "url": article.url,
    }
    assert {key: found[key] for key in gold} == gold


PROSE = "Le conseil du port a voté mardi son budget, qui prévoit de réparer la digue et le phare."


@pytest.mark.parametrize(
    ("line", "title", "section"),
    [
        ("MAROCCoopération militaire : un port rouvre", "Coopération militaire : un port rouvre", "MAROC"),
        ("ÉconomieLe port rouvre ses quais", "Le port rouvre ses quais", "Économie"),
        ("TechArt dévoile sa voiture", "TechArt dévoile sa voiture", None),
        ("WhatsApp change ses règles", "WhatsApp change ses règles", None),
    ],
)  # fmt: skip
def test_a_section_that_was_glued_to_the_title(line: str, title: str, section: str | None) -> None:
    (article,) = read(f"{line}\n\n{PROSE}\n\n{PROSE[:-1]}, enfin.\n".encode(), relative="a.txt")
    assert isinstance(article, Article)
    assert (article.title, article.section) == (title, section)
