"""Heads of sites above an article: the day of the visit and the labels of the menu state nothing of it."""

from __future__ import annotations

import pytest

from index.corpus.file_reading import read
from index.model.article import Article, Basis

TITLE = "Bordj Salem : douze mille foyers sans eau après la rupture d’une conduite"
BODY = (
    "La conduite principale qui alimente les quartiers hauts de Bordj Salem a cédé dans la nuit de vendredi à samedi, privant d’eau près de douze mille foyers.",
    "Les équipes de l’Algérienne des eaux, dépêchées sur place dès l’aube, ont localisé la fuite sous la chaussée de la rue Hocine-Ziane.",
    "« La canalisation date de 1974 et nous savions qu’elle était fragile », reconnaît Mourad Benaïssa, chef de centre.",
)
DAYS = (
    "Lundi 16 Janvier 2023",
    "Lundi 16 Janvier 2023 - 10:15",
    "Aujourd’hui lundi 16 janvier 2023",
    "Lundi, 16 janvier 2023 | Dernière mise à jour : 10:15",
    "16/01/2023",
    "Dimanche 15 - Lundi 16 janvier 2023",
)
PUBLISHED = (
    "Publié le 15 Jan 2023 – 11:05",
    "15 janvier 2023, 11:05",
    "Par Kamel Bouzidi - 15 janvier 2023",
    "Écrit par Kamel B. dimanche 15 janvier 2023 11:05",
)
MENUS = (
    ("Accueil", "Actualité", "Région", "Le Mag", "Sports"),
    ("La Une", "Le Fil", "L’Édito", "Les Débats", "La Chronique", "Le Pays"),
    ("Le Journal", "La Dernière", "Le Kiosque PDF", "Le Soir Santé", "Le Soir Auto"),
    ("Accueil", "Nation", "Le Quotidien régional", "Radio", "Le Jeune Indépendant TV"),
)


def page_of(*head: str) -> Article:
    lines = ("\n".join(head), *BODY, "Dans la même rubrique\nMostaganem : la criée rouvre")
    (article,) = read("\n\n".join(lines).encode(), relative="p.txt")
    assert isinstance(article, Article)
    return article


@pytest.mark.parametrize("published", PUBLISHED)
@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("above", [True, False])
def test_the_day_of_the_site_does_not_date_the_article(
    published: str, day: str, above: bool
) -> None:
    menu = MENUS[0]
    head = (day, *menu) if above else (*menu, day)
    article = page_of(*head, TITLE, published)
    assert article.title == TITLE
    assert (article.published.value or "")[:10] == "2023-01-15"
    assert all(paragraph in article.text for paragraph in BODY)


def test_the_day_of_the_site_dates_an_article_that_no_other_line_dates() -> None:
    article = page_of(DAYS[0], *MENUS[0], TITLE)
    assert (article.published.value, article.published.basis) == ("2023-01-16", Basis.INFERRED)


@pytest.mark.parametrize("menu", MENUS)
@pytest.mark.parametrize("above", [True, False])
def test_a_label_of_the_menu_is_no_outlet_and_no_author(menu: tuple[str, ...], above: bool) -> None:
    head = (DAYS[0], *menu) if above else (*menu, DAYS[0])
    article = page_of(*head, TITLE, PUBLISHED[0])
    assert (article.source, article.author) == (None, None)


@pytest.mark.parametrize(
    ("head", "source"),
    [
        (("La Gazette du Port", "Accueil", "Le Mag", "Sports", "Culture"), "La Gazette du Port"),
        (("L’Écho", "Accueil", "Région", "Sports", "Culture"), "L’Écho"),
        (("Accueil", "Le Mag", "Ouest-France", "Sports", "Culture"), "Ouest-France"),
    ],
)
def test_the_name_above_the_menu_or_a_listed_one_is_the_outlet(
    head: tuple[str, ...], source: str
) -> None:
    assert page_of(*head, TITLE, PUBLISHED[0]).source == source


@pytest.mark.parametrize(
    "name", ["La Gazette du Port", "Le Rhodanien", "L’Écho", "Radio Lac", "Voix du Sud"]
)
@pytest.mark.parametrize(
    ("head", "foot"),
    [
        ("{name}\nAccueil\nActualité\nLe Mag\nSports\nCulture\n{title}", ""),
        ("Aller au contenu principal\n{name}\nAccueil\nActualité\nLe Mag\nSports\n{title}", ""),
        ("Accueil\nActualité\nLe Mag\nSports\nCulture\n{title} | {name}\n{title}", ""),
        ("Accueil\nActualité\nLe Mag\nSports\nCulture\n{title}\nPar Jeanne Martin | {name}", ""),
        ("Accueil\nActualité\nLe Mag\nSports\nCulture\n{title}", "© {name} 2023"),
        ("Accueil\nActualité\nLe Mag\nSports\nCulture\n{title}", "Copyright {name} - Tous droits réservés"),
    ],
)  # fmt: skip
def test_the_outlet_counts_more_than_a_label_of_the_menu(name: str, head: str, foot: str) -> None:
    told = head.format(name=name, title=TITLE)
    lines = (
        told,
        PUBLISHED[0],
        *BODY,
        "Dans la même rubrique\nMostaganem : la criée rouvre",
        foot.format(name=name),
    )
    (article,) = read("\n\n".join(lines).encode(), relative="p.txt")
    assert isinstance(article, Article)
    assert (article.title, article.source) == (TITLE, name)
