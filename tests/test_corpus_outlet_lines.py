"""Where people write an outlet's name who keep an article: below its title, beside a date, behind an author, at the end.

The names are well-known ones that are also words of menus (« Le Monde »), times of reading (« 20 Minutes ») or one
word, and invented ones.
"""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from docx import Document

from index.corpus.file_reading import read
from index.model.article import Article

TITLE = "Hôpital de Port-Cernay : la piste d’un prestataire"
PARAGRAPHS = [
    "Quatre jours après l’attaque qui a mis à genoux le centre hospitalier de Port-Cernay (Orle), les enquêteurs "
    "privilégient une piste : celle d’un accès à distance appartenant à un prestataire.",
    "« La thèse du courriel piégé est abandonnée », confie une source judiciaire. La société n’a pas répondu.",
    "La direction assure que les urgences rouvriront lundi, et que les opérations reprendront dans la semaine.",
]
NAMES = (
    "Le Monde", "20 Minutes", "RTL", "Mediapart", "Le Figaro", "TF1 Info", "Ouest-France",
    "Radio Orle", "La Gazette du Port", "Vallée Hebdo",
)  # fmt: skip
BY, DAY = "Par Jeanne Martin", "12 février 2026"
HEADS: dict[str, Callable[[str], list[str]]] = {
    "outlet, day": lambda name: [TITLE, f"{name}, {DAY}", BY],
    "outlet - day": lambda name: [TITLE, f"{name} - jeudi {DAY}"],
    "outlet (day)": lambda name: [TITLE, f"{name} ({DAY})"],
    "author, then outlet, day": lambda name: [TITLE, BY, f"{name}, {DAY}"],
    "author, outlet, day": lambda name: [TITLE, f"{BY}, {name}, {DAY}"],
    "day, then outlet": lambda name: [TITLE, f"Jeudi {DAY}", name, BY],
    "labelled": lambda name: [TITLE, f"Source : {name}", f"Jeudi {DAY}", BY],
    "labelled, with a day": lambda name: [TITLE, f"Source : {name}, {DAY}"],
}


def _docx(lines: list[str]) -> bytes:
    document = Document()
    for at, line in enumerate(lines):
        document.add_paragraph(line, style=None if at else "Title")
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _articles(lines: list[str]) -> list[Article]:
    together = "\n\n".join(lines)
    files = (
        ("a.txt", together.encode()),
        ("a.md", f"# {together}".encode()),
        ("a.docx", _docx(lines)),
    )
    return [
        one for name, data in files for one in read(data, relative=name) if isinstance(one, Article)
    ]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("head", HEADS)
def test_the_outlet_in_the_head(head: str, name: str) -> None:
    for article in _articles([*HEADS[head](name), *PARAGRAPHS]):
        assert (article.title, article.source) == (TITLE, name), article.path
        assert (article.published.value or "")[:10] == "2026-02-12"
        assert article.author == ("Jeanne Martin" if BY in "".join(HEADS[head](name)) else None)
        assert [article.text[span.start : span.end] for span in article.paragraphs] == PARAGRAPHS


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("end", ["{name}, {day}", "Source : {name}"])
def test_the_outlet_at_the_end(end: str, name: str) -> None:
    lines = [TITLE, BY, f"Jeudi {DAY}", *PARAGRAPHS, end.format(name=name, day=DAY)]
    for article in _articles(lines):
        assert article.source == name, article.path


@pytest.mark.parametrize(
    "lines",
    [
        [TITLE, f"Monde, {DAY}", BY, *PARAGRAPHS],
        [TITLE, f"{DAY} - 20 minutes de lecture", BY, *PARAGRAPHS],
        [TITLE, f"Par AFP, {DAY}", *PARAGRAPHS],
        [TITLE, BY, f"Jeudi {DAY}", *PARAGRAPHS[:1], "Source : Insee", *PARAGRAPHS[1:]],
        [TITLE, BY, f"Jeudi {DAY}", *PARAGRAPHS, "Le Monde, 3 mars 2021"],
        [TITLE, f"Par Jeanne Martin, maire du Havre, {DAY}", *PARAGRAPHS],
    ],
)
def test_what_is_no_outlet(lines: list[str]) -> None:
    assert {article.source for article in _articles(lines)} == {None}


@pytest.mark.parametrize("what", ["Chronique", "La tribune", "Billet", "Reportage", "Portrait"])
@pytest.mark.parametrize("above", [[f"Jeudi {DAY}"], [f"Le Monde, {DAY}"], [BY], []])
def test_a_byline_may_be_the_last_line(what: str, above: list[str]) -> None:
    """A rule looked at the line below it, and the whole file was not read."""
    lines = [TITLE, *above, *PARAGRAPHS, f"{what} de Jeanne Martin"]
    assert len(_articles(lines)) == 3
    for article in _articles(lines):
        assert all(paragraph in article.text for paragraph in PARAGRAPHS)


@pytest.mark.parametrize(
    "label", ["Titre : ", "TITRE: ", "Titre\u00a0: ", "Intitulé : ", "Title: ", "# ", "## "]
)
def test_the_label_of_a_title_is_no_part_of_it(label: str) -> None:
    text = "\n\n".join([f"{label}{TITLE}", BY, f"Jeudi {DAY}", *PARAGRAPHS])
    (article,) = (one for one in read(text.encode(), relative="a.txt") if isinstance(one, Article))
    assert (article.title, article.author) == (TITLE, "Jeanne Martin")
    assert article.text.startswith(TITLE)
    assert label.strip() in article.set_aside_texts
