"""Panoramas of firms that monitor the press, and Europresse's PDF: heads of labels, covers and lists of contents."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest

from index.corpus.file_reading import read
from index.model.article import Article
from tests.test_corpus_formats import make_pdf


class Clipping(NamedTuple):
    outlet: str
    day: str
    iso: str
    author: str
    title: tuple[str, ...]
    text: tuple[str, ...]


CLIPPINGS = (
    Clipping("Le Figaro", "samedi 1er juillet 2023", "2023-07-01", "Eugénie Bastard",
             ("Les adhérents disent oui à la",  "Coopérative du Bocage"),
             ("Le suspense aura duré jusqu’à minuit, dans le grand parc des expositions de la ville",
              "voisine, où les adhérents ont approuvé la cession.")),
    Clipping("Ouest-France", "14 juin 2023", "2023-06-14", "Gaëlle Le Rouzic",
             ("Grève à la laiterie contre la vente du site et le départ des",  "trente derniers ouvriers"),
             ("Les camions ne sortent plus. Depuis lundi, une centaine de salariés bloquent l’entrée",
              "de la laiterie, route de Caen, et demandent à être reçus.")),
)  # fmt: skip


def beside(one: Clipping) -> list[str]:
    return [
        f"{one.outlet} Date : {one.day}",
        "Pays : FR   Périodicité : Quotidien Page de l'article : p.7",
        f"OJD : 142 310 Journaliste : {one.author}",
        "Page 1/1",
    ]


def broken(one: Clipping) -> list[str]:
    return [
        f"{one.outlet} Date : {one.day}",
        "Pays : FR Page de l'article : p.7,8",
        f"Périodicité : Quotidien Journaliste : {one.author.upper()}",
        "Page 1/2",
    ]


def listed(one: Clipping) -> list[str]:
    labels = (
        "Pays : France",
        "Périodicité : Quotidien",
        "OJD : 98412",
        f"Date : {one.day}",
        "Page(s) : 7",
    )
    return [one.outlet, *labels, f"Journaliste : {one.author}", "Page 1/1"]  # fmt: skip


def below(one: Clipping) -> list[str]:
    labels = (
        "Pays : FR",
        "Page(s) : 7",
        "Rubrique : Région",
        "Diffusion : 98412",
        f"Journaliste : {one.author}",
    )
    return [f"Date : {one.day}", *labels, one.outlet]  # fmt: skip


COVER = ["REVUE DE PRESSE", "Lundi 3 juillet 2023", "Groupe du Bocage", "Réalisée par une agence"]


def above(one: Clipping, page: int) -> list[str]:
    return [f"{one.outlet.upper()} – {one.iso[8:]}/{one.iso[5:7]}/2023", f"{' '.join(one.title)} {page}"]  # fmt: skip


def behind(one: Clipping, page: int) -> list[str]:
    return [f"{' '.join(one.title)} ........ {page}", f"{one.outlet} - {one.day}"]


def assert_told(data: bytes) -> None:
    found = [one for one in read(data, relative="revue.pdf") if isinstance(one, Article)]
    assert [one.title for one in found] == [" ".join(one.title) for one in CLIPPINGS]
    for article, wanted in zip(found, CLIPPINGS, strict=True):
        told = (article.source, article.published.value, (article.author or "").lower())
        assert told == (wanted.outlet, wanted.iso, wanted.author.lower())
        paragraphs = [article.text[start:end] for start, end in article.paragraphs]
        assert " ".join(paragraphs) == " ".join(wanted.text)


@pytest.mark.parametrize("contents", [above, behind, None])
@pytest.mark.parametrize("head", [beside, broken, listed, below])
def test_heads_of_labels_begin_articles(
    head: Callable[[Clipping], list[str]], contents: Callable[[Clipping, int], list[str]] | None
) -> None:
    pages = [COVER]
    clippings = list(CLIPPINGS)
    if contents is not None:
        entries = [contents(one, number) for number, one in enumerate(clippings, 3)]
        pages.append(["SOMMAIRE", *(line for entry in entries for line in entry)])
        pages += [[*head(one), *one.title, *one.text] for one in clippings]
        assert_told(make_pdf(*pages))
        return
    # Without a list a title goes on where a line begins with a small letter.
    wrapped = [(*one.title[:1], one.title[1][0].lower() + one.title[1][1:]) for one in clippings]
    pages += [[*head(one), *title, *one.text] for one, title in zip(clippings, wrapped, strict=True)]  # fmt: skip
    found = [one for one in read(make_pdf(*pages), relative="r.pdf") if isinstance(one, Article)]
    assert [one.title for one in found] == [" ".join(title) for title in wrapped]


def test_a_further_page_of_a_clipping_begins_no_article() -> None:
    one, other = CLIPPINGS
    again = [line.replace("Page 1/2", "Page 2/2") for line in broken(one)]
    pages = [[*broken(one), *one.title, one.text[0]], [*again, one.text[1]]]
    pages.append([*broken(other), *other.title, *other.text])
    contents = ["SOMMAIRE", *above(one, 3), *above(other, 5)]
    assert_told(make_pdf(COVER, contents, *pages))


def test_labels_of_a_text_are_no_head() -> None:
    lines = ["Le port rouvre", "Date : 3 juin 2023", "Pays : la France seule", *CLIPPINGS[0].text]
    (article,) = (one for one in read(make_pdf(lines), relative="a.pdf") if isinstance(one, Article))  # fmt: skip
    assert article.title == "Le port rouvre"


EUROPRESSE = ["Europresse", "Revue de presse", "Lundi 4 décembre 2023 à 10 h 12", "2 documents", "Par UNIVERSITE-DU-BOCAGE"]  # fmt: skip
RIGHTS = "Ce document est réservé à l'usage exclusif de cette université et ne peut être diffusé à des tiers."


@pytest.mark.parametrize("outlet_first", [True, False])
def test_a_cover_and_contents_are_no_part_of_europresses_first_article(
    outlet_first: bool,
) -> None:
    contents = ["Sommaire", "Documents sauvegardés • 2 documents"]
    for number, one in enumerate(CLIPPINGS, 3):
        title = " ".join(one.title)
        if outlet_first:
            contents += [f"{one.outlet}   {one.day}", title, f"{one.text[0][:78]} ..."]
        else:
            contents += [f"{title} ..... {number}", f"{one.outlet}, {one.day}"]
    pages = [
        [
            "Documents sauvegardés", one.outlet, f"Région, {one.day} - p. 7", *one.title, one.author, *one.text,
            f"© 2023 {one.outlet}. Tous droits réservés.", f"news·{one.iso.replace('-', '')}·XX·0012x9",
        ]
        for one in CLIPPINGS
    ]  # fmt: skip
    assert_told(make_pdf([*EUROPRESSE, RIGHTS], contents, *pages))
