"""The lead of a page is its description, and what stood in the text stays there."""

from __future__ import annotations

import pytest

from index.corpus.file_reading import read
from index.model.article import Article

TITLE = "La digue de Morsaint cède sous la tempête"
LEAD = "Trente maisons ont été évacuées dans la nuit. La préfète promet des travaux avant l’hiver."
BODY = (
    "La digue de Morsaint a cédé vers 4 heures, sur une trentaine de mètres, et l’eau a gagné la rue du port.",
    "Les pompiers ont sorti quarante personnes de leurs maisons, dont une femme enceinte et trois enfants.",
    "Des sacs de sable ont été posés toute la journée par les habitants, que des voisins de Ploubrec ont aidés.",
)


def read_one(name: str, text: str) -> Article:
    (article,) = read(text.encode(), relative=name)
    assert isinstance(article, Article)
    return article


def web(lead: str, *, head: str = "", body: tuple[str, ...] = BODY) -> Article:
    paragraphs = "".join(f"<p>{line}</p>\n" for line in body)
    return read_one(
        "page.html",
        f"<!DOCTYPE html><html lang='fr'><head><title>{TITLE}</title>{head}</head><body><nav><a href='/'>Accueil</a></nav>"
        f"<main><article><h1>{TITLE}</h1>{lead}\n{paragraphs}</article></main><footer>Contact</footer></body></html>",
    )


def copied(*lines: str) -> Article:
    return read_one("page.txt", "\n".join(("Accueil", "Météo", "Se connecter", TITLE, *lines)))


@pytest.mark.parametrize(
    "lead",
    [
        f"<p class='chapo'>{LEAD}</p><p class='meta'>Par Odile Varnac</p>",
        f"<div class='article__standfirst'><p>{LEAD}</p></div>",
        f"<h2 class='c-article-subtitle'>{LEAD}</h2>",
        f"<p class='articleIntro'>{LEAD}</p>",
        f"<p><b>{LEAD}</b></p>",
        f"<p><em>{LEAD}</em></p>",
        f"<div class='byline'>Odile Varnac, le 12 mars 2026</div><p><strong>{LEAD}</strong></p>",
    ],
)
def test_the_lead_of_a_saved_page(lead: str) -> None:
    article = web(lead)
    assert article.description == LEAD
    assert all(line in article.text for line in BODY)


@pytest.mark.parametrize(
    "lead",
    [
        f"<p>{LEAD}</p>",
        "<p><b>Trente maisons</b> ont été évacuées. <b>La préfète attend.</b></p>",
        f"<div class='related-card'><p class='excerpt'>{LEAD}</p></div>",
        f"<figure><figcaption class='summary'>{LEAD}</figcaption></figure>",
        "<p class='intro'>Par Odile Varnac, à Morsaint</p>",
        f"<p><b>{LEAD}</b></p><p><b>{BODY[0]}</b></p>",
        f"<p class='leaderboard-top'>{LEAD}</p>",
    ],
)
def test_what_is_no_lead_of_a_saved_page(lead: str) -> None:
    article = web(lead)
    assert article.description is None
    assert all(line in article.text for line in BODY)


def test_a_stated_description_counts_before_the_lead() -> None:
    head = "<meta property='og:description' content='Une digue a cédé.'>"
    assert web(f"<p class='chapo'>{LEAD}</p>", head=head).description == "Une digue a cédé."


def test_a_page_whose_text_is_all_of_a_class_has_no_lead() -> None:
    inner = "".join(f"<p>{line}</p>" for line in (LEAD, *BODY))
    assert web(f"<div class='article-lead'>{inner}</div>").description is None


@pytest.mark.parametrize(
    "lines",
    [
        (LEAD, "Par Odile Varnac", "Publié le 9 février 2026 à 07h12"),
        (LEAD, "Odile Varnac - 10 mars 2026 à 06:30", "Partager"),
        (LEAD, "Publié le 9 février 2026 à 07h12"),
    ],
)
def test_the_lead_of_a_copied_page_stays_in_the_text(lines: tuple[str, ...]) -> None:
    article = copied(*lines, *BODY)
    assert article.description == LEAD
    assert LEAD in article.text
    assert all(line in article.text for line in BODY)


@pytest.mark.parametrize(
    "lines",
    [
        (LEAD,),
        ("Par Odile Varnac", LEAD),
        ("Par Odile Varnac", "Publié le 9 février 2026 à 07h12", LEAD),
        (LEAD, BODY[1], "Par Odile Varnac"),
    ],
)
def test_a_first_paragraph_of_a_copied_page_is_no_lead(lines: tuple[str, ...]) -> None:
    article = copied(*lines, *BODY)
    assert article.description is None
    assert LEAD in article.text
