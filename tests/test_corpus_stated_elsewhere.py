"""What stands beside an article, in its file or on its page, states nothing about it."""

from __future__ import annotations

import json

import pytest

from index.corpus.file_reading import read
from index.model.article import Article, Basis, Noted

FIRST = "La digue du port a cédé lundi à l’aube sous une vague de quatre mètres, selon la mairie."
SECOND = "Le maire demande à la région une aide de deux millions d’euros pour la réparer vite."
THIRD = "Les pêcheurs ont déplacé leurs bateaux dans le bassin voisin avant la nuit de dimanche."


def articles_of(text: str, name: str) -> list[Article]:
    return [one for one in read(text.encode(), relative=name) if isinstance(one, Article)]


def page(*inside: str) -> Article:
    body = "".join(inside)
    (article,) = articles_of(
        f"<!DOCTYPE html><html><head><title>La digue cède</title></head><body><article><h1>La digue cède</h1>{body}</article></body></html>",
        "a.html",
    )
    return article


def test_an_article_with_links_of_the_same_name_keeps_its_text() -> None:
    related = "<related><title>Autre</title><url>https://v.example/a</url></related>" * 3
    rows = "".join(
        f"<article><title>Le port {n}</title><author>Jeanne Martin</author><text>{text}</text>{related}</article>"
        for n, text in enumerate((FIRST, SECOND))
    )
    found = articles_of(f"<root>{rows}</root>", "a.xml")
    assert [one.title for one in found] == ["Le port 0", "Le port 1"]
    assert FIRST in found[0].text and SECOND in found[1].text


@pytest.mark.parametrize(
    "rows",
    [
        (("Auteur", "Victor Hugo"), ("Éditeur", "Gallimard"), ("Date", "12 mars 1866")),
        (("Auteur", "Victor Hugo"), ("Source", "Insee"), ("Date", "12 mars 1866")),
    ],
)
def test_a_box_of_facts_inside_a_text_states_nothing(rows: tuple[tuple[str, str], ...]) -> None:
    table = "".join(f"<tr><td>{label}</td><td>{value}</td></tr>" for label, value in rows)
    article = page(f"<p>{FIRST}</p><table>{table}</table><p>{SECOND}</p><p>{THIRD}</p>")
    assert (article.author, article.source) == (None, None)
    assert article.published.basis is not Basis.STATED


_COMMENT = "<div class='h-entry'><a class='p-author'>Luc Troll</a> <time class='dt-published' datetime='2020-01-01'></time><p>Non.</p></div>"


def test_a_comment_on_a_page_states_nothing() -> None:
    article = page(f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>{_COMMENT}")
    assert (article.author, article.published.value) == (None, None)


def test_an_entry_around_the_text_states_its_author() -> None:
    article = page(
        f"<div class='h-entry'><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p><a class='p-author'>Odile Perrin</a>{_COMMENT}</div>"
    )
    assert article.author == "Odile Perrin"


def test_an_image_that_never_ends_is_read_once() -> None:
    page(
        f"<div class='h-entry'><p>{FIRST}</p><p>{SECOND}</p></div><img class='{'p-author ' * 20_000}"
    )


@pytest.mark.parametrize("key", ["title", "headline"])
def test_who_saved_an_article_is_not_its_author(key: str) -> None:
    value = [
        {key: "La digue cède", "content": f"{FIRST} {SECOND}", "user": {"id": 1, "name": "moi"}}
    ]
    (article,) = articles_of(json.dumps(value), "a.json")
    assert article.author is None


def newsml(*components: str) -> str:
    return f"<NewsML><NewsItem><NewsComponent><NewsLines><HeadLine>La digue</HeadLine></NewsLines>{''.join(components)}</NewsComponent></NewsItem></NewsML>"


def component(title: str, text: str) -> str:
    return f"<NewsComponent><NewsLines><HeadLine>{title}</HeadLine></NewsLines><ContentItem><DataContent><p>{text}</p></DataContent></ContentItem></NewsComponent>"


def test_the_texts_of_an_item_are_read_and_its_labels_are_told() -> None:
    parts = (("Photo", "Une digue."), ("La digue cède", f"{FIRST} {SECOND}"), ("Réactions", THIRD))
    text = newsml(*(component(title, said) for title, said in parts))
    found = list(read(text.encode(), relative="a.xml"))
    article, other = [one for one in found if isinstance(one, Article)]
    assert (article.title, other.title) == ("La digue cède", "Réactions")
    assert SECOND in article.text
    assert THIRD in other.text
    assert {one.what for one in found if isinstance(one, Noted)} == {"Photo"}


@pytest.mark.parametrize(
    "meta",
    [
        '<div class="meta">Par <span>Jeanne Martin</span><br><time>Le 9 février 2026 à 19 h 05</time> - Lecture 2 min.</div>',
        '<div>Par Jeanne Martin</div><div><time>Publié le 9 février 2026 à 19h05</time></div>',
        '<p>Par Jeanne Martin, le 9 février 2026</p>',
    ],
)  # fmt: skip
def test_a_byline_between_the_lead_and_the_text_of_a_page_is_read(meta: str) -> None:
    text = (
        "Un protocole de fin de conflit a été signé lundi à 6 heures du matin entre la direction du port et les dockers.",
        "Le texte prévoit une prime de 120 euros par mois et le maintien des 46 postes jusqu’à la fin de l’année.",
    )
    page = (
        '<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Le port rouvre - La Gazette</title></head><body>'
        "<nav><a>Accueil</a></nav><article><h1>Le port rouvre</h1>"
        '<p class="chapo">Le protocole a été signé lundi après une nuit de négociations. La reprise est pour mardi.</p>'
        f"{meta}<p>{text[0]}</p><p>{text[1]}</p></article></body></html>"
    )
    (article,) = [one for one in read(page.encode(), relative="a.html") if isinstance(one, Article)]
    assert (article.author, article.published.earliest) == ("Jeanne Martin", "2026-02-09")
    assert "Jeanne Martin" not in article.text
