"""Live blogs keep their entries, whose headings look like teasers; the latest news at a page's foot are none."""

from __future__ import annotations

import pytest

from index.corpus.file_reading import read
from index.model.article import Article

TITLE = "EN DIRECT - Grève des trains : trafic nul entre Reims et Charleville"
LEAD = (
    "La grève des aiguilleurs se poursuit jeudi, et aucun train ne circule entre les deux villes."
)
ENTRIES = (
    ("19:55", "La gare ferme ses grilles", "Les grilles ont été baissées à la gare après une bousculade."),
    ("17:31", "Les cars affichent complet", "La région a affrété douze cars, mais les cars sont tous complets."),
    ("14:10", "« J’ai marché deux heures »", "Inès, apprentie, a marché deux heures jusqu’à son salon de coiffure."),
    ("08:05", "Un accord se dessine", "Un accord est possible vendredi, assure la direction dans un message."),
)  # fmt: skip
ABOVE = ("La Dépêche du Nord", "Accueil", "Direct", "Se connecter")
BELOW = ("Partager", "Copier le lien", "Mentions légales", "© La Dépêche du Nord")


def paragraphs(*lines: str) -> list[str]:
    (article,) = read("\n".join(lines).encode(), relative="a.txt")
    assert isinstance(article, Article)
    return [span.of(article.text) for span in article.paragraphs]


@pytest.mark.parametrize("backwards", [False, True])
@pytest.mark.parametrize("button", ["Partager", "Lien copié", ""])
def test_entries_stay_with_headings_and_times(button: str, backwards: bool) -> None:
    entries = ENTRIES[::-1] if backwards else ENTRIES
    lines = [line for entry in entries for line in (*entry, button) if line]
    told = paragraphs(*ABOVE, TITLE, "Publié le 28 mars 2024 à 06h02", LEAD, *lines, *BELOW)
    assert [line for entry in entries for line in entry if line not in told] == []


def test_the_latest_news_below_an_article_are_not_its_entries() -> None:
    text = [f"{LEAD[:-1]}, selon le communiqué numéro {at} de la compagnie." for at in range(8)]
    lines = [line for entry in ENTRIES for line in entry[:2]]
    told = paragraphs(*ABOVE, TITLE[12:], "28 mars 2024", *text, "Le fil info", *lines, *BELOW)
    assert told == text
