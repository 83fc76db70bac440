"""Records of services that give the beginning of a text: titles with their outlet, and a summary told once."""

from __future__ import annotations

import json

import pytest

from index.corpus.cleaning.titled_outlets import end_before_outlet
from index.corpus.file_reading import read
from index.model.article import Article

TITLE = "Le pont de Saint-Aubrac fermé aux camions"
FIRST = "Depuis lundi soir, plus aucun camion ne franchit le pont de Saint-Aubrac. Le département a pris un arrêté après la découverte de deux fissures sous le tablier."
SECOND = "Les travaux dureront quatre mois et coûteront 900 000 euros, selon le département."


def stub(title: str, description: str | None, content: str | None) -> Article:
    record = {
        "source": {"id": None, "name": "Midi Libre"}, "author": "Coralie Vidal", "title": title, "description": description,
        "url": "https://www.midilibre.fr/a.html", "publishedAt": "2023-03-13T08:00:00Z", "content": content,
    }  # fmt: skip
    data = json.dumps(
        {
            "status": "ok",
            "articles": [record, {**record, "title": "Un autre titre, pour le nombre"}],
        }
    )
    first, _ = (one for one in read(data.encode(), relative="a.json") if isinstance(one, Article))
    return first


def paragraphs(article: Article) -> list[str]:
    return [article.text[start:end] for start, end in article.paragraphs]


@pytest.mark.parametrize("sign", [" - ", " – ", " | ", " • "])
@pytest.mark.parametrize("outlet", ["Midi Libre", "MIDI LIBRE", "midilibre.fr", "Midilibre.fr"])
def test_the_outlet_behind_a_title_is_no_part_of_it(sign: str, outlet: str) -> None:
    article = stub(f"{TITLE}{sign}{outlet}", None, f"{FIRST}\n\n{SECOND}")
    assert (article.title, article.source) == (TITLE, "Midi Libre")


@pytest.mark.parametrize(
    ("title", "source"),
    [
        ("Notre-Dame des Champs - La Voix des artisans", "Midi Libre"),
        ("La Provence - Midi Libre", "Midi Libre"),
        ("Pourquoi nous quittons tous le Midi Libre", "Midi Libre"),
    ],
)
def test_other_words_behind_a_dash_stay(title: str, source: str) -> None:
    assert end_before_outlet(title, source) == len(title)


@pytest.mark.parametrize("end", ["… [+440 chars]", "...", "…", " [+1200 caractères]"])
def test_a_text_cut_within_the_summary_is_left_for_it(end: str) -> None:
    article = stub(TITLE, FIRST, FIRST[:90] + end)
    assert (paragraphs(article), article.description) == ([FIRST], None)


@pytest.mark.parametrize("end", ["… [+440 chars]", "...", "…"])
def test_a_summary_that_a_cut_text_repeats_is_told_once(end: str) -> None:
    article = stub(TITLE, FIRST, f"{FIRST}\n\n{SECOND[:40]}{end}")
    assert (paragraphs(article)[0], article.description) == (FIRST, None)


def test_a_summary_of_its_own_and_one_above_a_whole_text_stay() -> None:
    own = "Deux fissures, un arrêté, quatre mois de travaux : ce que l’on sait de la fermeture du pont."
    assert stub(TITLE, own, f"{FIRST[:90]}… [+440 chars]").description == own
    assert stub(TITLE, FIRST, f"{FIRST}\n\n{SECOND}").description == FIRST
