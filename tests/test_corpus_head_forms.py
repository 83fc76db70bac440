"""Heads of articles, built of every form of a byline with every form of a date, in every order."""

from __future__ import annotations

import pytest

from index.corpus.file_reading import read
from index.model.article import Article

TITLE = "Bordj Salem : douze mille foyers sans eau après la rupture d’une conduite"
LEAD = "Une canalisation posée en 1974 a cédé, et les citernes sont de retour au pied des tours."
BODY = (
    "La conduite principale qui alimente les quartiers hauts de Bordj Salem a cédé dans la nuit de vendredi à samedi, privant d’eau près de douze mille foyers.",
    "Les équipes dépêchées sur place dès l’aube ont localisé la fuite sous la chaussée de la rue Hocine-Ziane, à hauteur de l’ancien marché couvert.",
    "« La canalisation date de 1974 et nous savions qu’elle était fragile », reconnaît Mourad Benaïssa, chef de centre.",
)
NAME = "Jeanne Martin"
BYLINES = (
    "Par Jeanne Martin",
    "Jeanne Martin",
    "par Jeanne MARTIN",
    "Jeanne Martin\nCorrespondante à Oran",
    "Jeanne Martin\nJournaliste au service Société",
    "Jeanne Martin Suivre",
    "Jeanne Martin\n+ Suivre",
    "✍ Jeanne Martin",
    "par Jeanne Martin, La Gazette",
    "La Gazette – Jeanne Martin",
    "La Gazette\nJeanne Martin",
    "Texte : Jeanne Martin / Photos : Luc Amiel",
    "Jeanne Martin (texte)\nLuc Amiel (photos)",
    "Jeanne Martin | Texte",
    "Photo de profil de Jeanne Martin\nJeanne Martin",
    "Portrait de Jeanne Martin\nJeanne Martin",
    "Auteur\nJeanne Martin",
    "Jeanne Martin, envoyée spéciale à Oran",
    "Jeanne Martin @jmartin",
    "Jeanne Martin jmartin@gazette.example",
    "Jeanne Martin, stagiaire",
    "Jeanne Martin\nLa rédaction",
)
DATES = ("Publié le 15 janvier 2023 à 11h05", "15 janvier 2023")
MORE_DATES = (
    "15/01/2023",
    "15 janv. 2023",
    "dimanche 15 janvier 2023",
    "Date de publication : 15 janvier 2023",
    "Publication : 15/01/2023 11:05",
    "Édition du 15 janvier 2023",
    "Jan 15, 2023",
    "15 janvier 2023\n0 commentaire",
    "Temps de lecture : 3 min\n15 janvier 2023",
    "Publié : 15/01/2023 à 11h05\nMis à jour : 16/01/2023 à 08h00",
)
ORDERS = {
    "below each other": lambda by, day: (TITLE, by, day),
    "the date first": lambda by, day: (TITLE, day, by),
    "the date above the title": lambda by, day: (day, TITLE, by),
    "below the lead": lambda by, day: (TITLE, LEAD, by, day),
}
ON_ONE_LINE = (
    "Par Jeanne Martin",
    "Jeanne Martin Suivre",
    "✍ Jeanne Martin",
    "Jeanne Martin, envoyée spéciale à Oran",
    "Jeanne Martin, La Gazette",
    "Jeanne Martin @jmartin",
    "Jeanne Martin Journaliste",
    "Jeanne Martin, stagiaire",
)


def read_page(*head: str) -> Article:
    top = "La Gazette du Port\nAccueil\nActualité\nSports\n"
    text = top + "\n".join(head) + "\nPartager\n\n" + "\n\n".join(BODY)
    (article,) = read(f"{text}\n\n© La Gazette du Port 2023\n".encode(), relative="p.txt")
    assert isinstance(article, Article)
    return article


def holds(article: Article) -> None:
    assert (article.title, article.source) == (TITLE, "La Gazette du Port")
    assert (article.author or "").lower() == NAME.lower()
    assert (article.published.value or "")[:10] == "2023-01-15"
    assert all(paragraph in article.text for paragraph in BODY)


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("day", DATES)
@pytest.mark.parametrize("byline", BYLINES)
def test_a_byline_in_any_form_and_place(byline: str, day: str, order: str) -> None:
    holds(read_page(*ORDERS[order](byline, day)))


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("day", MORE_DATES)
@pytest.mark.parametrize("byline", BYLINES[:2])
def test_a_date_in_any_form_and_place(byline: str, day: str, order: str) -> None:
    holds(read_page(*ORDERS[order](byline, day)))


@pytest.mark.parametrize("form", ["{by} - {day}", "{day} | {by}"])
@pytest.mark.parametrize("day", DATES)
@pytest.mark.parametrize("byline", ON_ONE_LINE)
def test_a_byline_and_its_date_on_one_line(byline: str, day: str, form: str) -> None:
    holds(read_page(TITLE, form.format(by=byline, day=day)))


@pytest.mark.parametrize(
    "sentence",
    [
        "Jeanne Martin, maire du Havre, démissionne le 15 janvier 2023.",
        "Jeanne Martin, 34 ans, est morte le 15 janvier 2023.",
        "Jeanne Martin, journaliste, arrive à Oran le 15 janvier 2023.",
        "Jeanne Martin (PS) a été élue le 15 janvier 2023.",
        "Né à Paris le 24 mai 1931, Luc Amiel grandit au Maroc.",
        "Thierry Gaubert, ancien collaborateur du ministre, est mis en examen pour « association » le 31 janvier 2020.",
    ],
)
def test_a_sentence_with_a_name_and_a_day_is_no_byline(sentence: str) -> None:
    text = "\n\n".join(("Le titre du jour au village", BODY[0], sentence, *BODY[1:]))
    (article,) = read(text.encode(), relative="p.txt")
    assert isinstance(article, Article)
    assert sentence in article.text
    assert (article.author, article.published.value) == (None, None)
