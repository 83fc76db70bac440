"""reStructuredText and AsciiDoc: words without marks, title, author and day of their heads, headings as articles."""

from __future__ import annotations

import pytest

from index.corpus.file_reading import raw_text, read
from index.corpus.formats.lightmarks import UNREAD
from index.model.article import Article, Noted
from tests.test_corpus_kinds import ONE, THREE, TWO

RST_HEAD = "==============\nLe port rénové\n==============\n\n:Author: Jeanne Vautrin\n:Date: 2023-01-17\n:Version: 2\n"
ADOC_HEAD = (
    "= Le port rénové\nJeanne Vautrin <jv@example.org>\nv1.0, 2023-01-17\n:toc:\n:lang: fr\n"
)
FORMS = {
    "a.rst": (RST_HEAD, "Suite\n-----\n"),
    "b.rst": (RST_HEAD.partition("\n")[2], "Suite\n~~~~~\n"),
    "a.adoc": (ADOC_HEAD, "== Suite\n"),
}


def read_all(text: str, name: str) -> tuple[list[Article], list[Noted]]:
    found = list(read(text.encode(), relative=name))
    return [one for one in found if isinstance(one, Article)], [
        one for one in found if isinstance(one, Noted)
    ]


@pytest.mark.parametrize("name", FORMS)
def test_the_facts_of_a_head_are_those_of_the_article(name: str) -> None:
    head, heading = FORMS[name]
    text = f"{head}\n{ONE}\n\n{heading}\n{TWO}\n"
    (article,), notes = read_all(text, name)
    assert (article.title, article.author, article.published.value) == ("Le port rénové", "Jeanne Vautrin", "2023-01-17")  # fmt: skip
    told = [span.of(article.text) for span in article.paragraphs]
    assert told[0] == ONE and told[-1] == TWO and "Suite" in article.text
    assert notes == []
    raw = raw_text(text.encode(), article.encoding)
    for piece in article.pieces:
        if piece.end - piece.start == piece.raw_end - piece.raw_start > 4:
            assert raw[piece.raw_start : piece.raw_end].split() == article.text[piece.start : piece.end].split()  # fmt: skip


MARKED = [
    ("a.rst", "*Le quai* **nord** sera ``fermé``, voir `le site <https://x.example>`_ et :ref:`la page`.", "Le quai nord sera fermé, voir le site et la page."),
    ("a.rst", ".. une remarque\n   de deux lignes\n\nLe quai nord sera fermé aux piétons dès mars.", "Le quai nord sera fermé aux piétons dès mars."),
    ("a.rst", ".. note:: Le quai nord sera fermé aux piétons dès mars.", "Le quai nord sera fermé aux piétons dès mars."),
    ("a.rst", ".. epigraph::\n\n   Le quai nord sera fermé aux piétons dès mars.", "Le quai nord sera fermé aux piétons dès mars."),
    ("a.rst", ".. _cible: https://x.example\n.. [1] Une note.\n\nLe quai 2 * 3 sera fermé : a_b reste.", "Le quai 2 * 3 sera fermé : a_b reste."),
    ("a.adoc", "*Le quai* _nord_ sera `fermé`, voir link:https://x.example[le site] et https://y.example[la page].", "Le quai nord sera fermé, voir le site et la page."),
    ("a.adoc", "// une remarque\n:attr: x\n[quote]\n____\nLe quai nord sera fermé aux piétons dès mars.\n____", "Le quai nord sera fermé aux piétons dès mars."),
    ("a.adoc", "////\nUne remarque de plusieurs\nlignes.\n////\n\nLe quai nord sera fermé : a_b reste, 2 * 3 aussi.", "Le quai nord sera fermé : a_b reste, 2 * 3 aussi."),
]  # fmt: skip


@pytest.mark.parametrize(("name", "marked", "text"), MARKED)
def test_marks_are_no_text(name: str, marked: str, text: str) -> None:
    (article,), notes = read_all(f"{FORMS[name][0]}\n{ONE}\n\n{marked}\n\n{TWO}\n", name)
    assert [span.of(article.text) for span in article.paragraphs] == [ONE, text, TWO]
    assert notes == []


@pytest.mark.parametrize(
    ("name", "block"),
    [
        ("a.rst", ".. image:: a.png\n   :alt: le port\n\n.. code-block:: python\n\n   x = 1\n"),
        ("a.adoc", "image::a.png[le port]\n\n----\nx = 1\n----\n"),
    ],
)
def test_what_is_left_out_is_told(name: str, block: str) -> None:
    (article,), notes = read_all(f"{FORMS[name][0]}\n{ONE}\n\n{block}\n{TWO}\n", name)
    assert "x = 1" not in article.text and TWO in article.text
    assert [(one.reason, one.number) for one in notes] == [(UNREAD, 2)]


@pytest.mark.parametrize(
    ("name", "heading"),
    [("a.rst", "{0}\n------------------------\n"), ("a.adoc", "== {0}\n")],
)
def test_a_press_review_gives_the_articles_of_its_headings(name: str, heading: str) -> None:
    body = "\n".join(
        f"{heading.format(title)}\n{told}\n\n{text}\n\n{THREE}\n"
        for title, told, text in (
            ("Le port rénové", "La Gazette du Port, 17 janvier 2023", ONE),
            ("Le quai fermé", "Le Phare, 18 janvier 2023", TWO),
        )
    )
    articles, _ = read_all(f"{FORMS[name][0].replace('Le port rénové', 'Revue du port')}\n{body}", name)  # fmt: skip
    told = [(one.title, one.source) for one in articles]
    assert told == [("Le port rénové", "La Gazette du Port"), ("Le quai fermé", "Le Phare")]
