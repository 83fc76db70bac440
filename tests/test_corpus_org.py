"""Org-mode: what is an article of its own, what directs the program, and what is text."""

from __future__ import annotations

import pytest

from index.corpus.file_reading import read
from index.model.article import Article

FIRST = "La digue du port a cédé lundi à l’aube sous une vague de quatre mètres."
SECOND = "Le maire demande à la région une aide de deux millions d’euros."


def articles_of(text: str) -> list[Article]:
    return [one for one in read(text.encode(), relative="veille.org") if isinstance(one, Article)]


def test_headings_without_properties_are_those_of_one_article() -> None:
    (article,) = articles_of(
        f"#+TITLE: La digue cède\n#+AUTHOR: Odile Perrin\n#+DATE: <2024-03-04 lun. 08:15>\n\n* Le vote\n{FIRST}\n"
        f"* TODO La suite :mer:\n{SECOND}\n"
    )
    assert (article.title, article.author, article.tags) == (
        "La digue cède",
        "Odile Perrin",
        ("mer",),
    )
    assert article.published.value == "2024-03-04T08:15:00"
    assert [span.of(article.text) for span in article.paragraphs] == [
        "Le vote",
        FIRST,
        "La suite",
        SECOND,
    ]


def test_headings_with_properties_are_articles_and_nothing_above_them_is_lost() -> None:
    found = articles_of(
        f"#+TITLE: Veille\n\n{SECOND}\n\n* La digue cède\n:PROPERTIES:\n:SOURCE: La Vague\n:END:\n{FIRST}\n"
        f"* Farine\nSCHEDULED: <2024-03-05 mar.>\n:PROPERTIES:\n:AUTHOR: Marc Aubry\n:URL: [[https://f.example/a][page]]\n:END:\n{SECOND}\n"
    )
    assert [(a.title, a.source, a.author) for a in found] == [
        ("Veille", None, None),
        ("La digue cède", "La Vague", None),
        ("Farine", "f.example", "Marc Aubry"),
    ]
    assert found[2].url == "https://f.example/a"


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("La *digue* du port a /cédé/ lundi, dit [[https://v.example][la page]] du jour.", "La digue du port a cédé lundi, dit la page du jour."),
        ("La page https://v.example/a_b/c tient le rapport 2*3*4 de la commission du port.", "La page https://v.example/a_b/c tient le rapport 2*3*4 de la commission du port."),
        ("- [X] La digue du port a cédé lundi à l’aube sous une vague.", "La digue du port a cédé lundi à l’aube sous une vague."),
    ],
)  # fmt: skip
def test_marks_within_a_line(line: str, shown: str) -> None:
    (article,) = articles_of(f"#+TITLE: Le port\n\n{FIRST}\n\n{line}\n\n{SECOND}\n")
    assert shown in article.text


@pytest.mark.parametrize(
    "text", ["", "* ", "* :a:\n:PROPERTIES:", ":PROPERTIES:\n" * 50, "*" * 5000, "[[" * 5000]
)
def test_broken_files_raise_nothing(text: str) -> None:
    articles_of(text)


def read_as(text: str, name: str) -> Article:
    (article,) = [one for one in read(text.encode(), relative=name) if isinstance(one, Article)]
    return article


def test_a_page_with_the_name_of_its_site_is_a_page() -> None:
    page = f"<!DOCTYPE html><html><head><title>La digue cède</title></head><body><h1>La digue cède</h1><p>{FIRST}</p><p>{SECOND}</p></body></html>"
    article = read_as(page, "acrimed.org")
    assert article.title == "La digue cède"
    assert "<p>" not in article.text


@pytest.mark.parametrize("line", ["1914. Une année.", "* Attention", "# Le titre perdu"])
def test_a_text_without_a_mark_of_org_is_a_plain_text(line: str) -> None:
    text = f"La digue cède\n\n{FIRST}\n\n{line}\n\n{SECOND}\n"
    assert read_as(text, "a.org").text == read_as(text, "a.txt").text
    assert read_as(text, "a.org").title == "La digue cède"


def test_a_year_at_the_start_of_a_line_stays() -> None:
    (article,) = articles_of(f"#+TITLE: Le port\n\n{FIRST}\n\n1914. Une année de guerre.\n")
    assert "1914. Une année" in article.text


def test_a_heading_of_blanks_is_read_once() -> None:
    articles_of(f"#+TITLE: Le port\n\n* Le port{' ' * 200_000}x\n\n{FIRST}\n")
