"""Pages copied whole: menus above, bylines of many forms, wrapped lines, saved pages, special kinds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from index.corpus.cleaning.headers import read_header
from index.corpus.cleaning.stated_facts import Facts
from index.corpus.file_reading import read
from index.model.article import Article

FOLDER = Path(__file__).parent / "data/copies"
WANTED: dict[str, Any] = {
    name: wanted
    for name, wanted in yaml.safe_load(
        (FOLDER.parent / "copies.yaml").read_text(encoding="utf-8")
    ).items()
    if not name.startswith("_")
}


def article_of(name: str) -> Article:
    (found,) = read((FOLDER / name).read_bytes(), relative=name)
    assert isinstance(found, Article)
    return found


@pytest.mark.parametrize("name", WANTED)
def test_a_page_is_cut_as_a_careful_person_would(name: str) -> None:
    article, wanted = article_of(name), WANTED[name]
    assert {
        "title": article.title,
        "author": article.author,
        "published": article.published.value,
        "source": article.source,
    } == {key: wanted[key] for key in ("title", "author", "published", "source")}
    paragraphs = [span.of(article.text) for span in article.paragraphs]
    assert len(paragraphs) == len(wanted["paragraphs"])
    for paragraph, start in zip(paragraphs, wanted["paragraphs"], strict=True):
        assert paragraph.startswith(start)


BODY = (
    "Le conseil du port a voté mardi soir le budget des quais, qui prévoit deux ans de travaux.",
    "Les dockers du quai nord seront reclassés avant l'été, a promis la directrice du port.",
    "Le maire juge le budget trop cher et demande que les travaux commencent après la saison.",
    "La région paiera la moitié des travaux du port, selon un document que la rédaction a lu.",
)
TITLE = "Le port vote deux ans de travaux pour ses quais"
MENU = [f"Rubrique {letter}" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]


@pytest.mark.parametrize("labels", [0, 3, 7, 12, 26])
@pytest.mark.parametrize(
    "alerts", [(), ("Une grève annoncée dans les musées", "Trois blessés sur l'A13")]
)
def test_menus_and_alerts_of_any_length_hide_no_title(labels: int, alerts: tuple[str, ...]) -> None:
    lines = [
        *MENU[:labels],
        *alerts,
        TITLE,
        "Par Luc Amiel",
        "Publié le 3 juin 2022",
        *BODY,
        "Partager",
        *MENU[:labels],
    ]
    (article,) = read("\n".join(lines).encode(), relative="page.txt")
    assert isinstance(article, Article)
    assert article.title == TITLE
    assert [span.of(article.text) for span in article.paragraphs] == list(BODY)


@pytest.mark.parametrize("width", [60, 72, 79])
def test_wrapped_paragraphs_are_joined_between_menus(width: int) -> None:
    import textwrap

    wrapped = "\n\n".join("\n".join(textwrap.wrap(text, width)) for text in BODY)
    page = "\n".join(MENU) + f"\n\n{TITLE}\n\nLes plus lus\n\n{wrapped}\n\n" + "\n".join(MENU)
    (article,) = read(page.encode(), relative="page.txt")
    assert isinstance(article, Article)
    assert [span.of(article.text) for span in article.paragraphs] == list(BODY)


def test_a_list_below_a_text_without_noise_stays() -> None:
    results = ["Lissac – Vaubrac : 2-1", "Orvane – Valombre : 0-0", "Port-Vire – Amblay : 3-2"]
    (article,) = read("\n\n".join([TITLE, *BODY, *results]).encode(), relative="page.txt")
    assert isinstance(article, Article)
    assert [span.of(article.text) for span in article.paragraphs][-3:] == results


@pytest.mark.parametrize(
    ("line", "author", "source", "published"),
    [
        ("Par Jeanne Vautrin, le 3 juin 2022", "Jeanne Vautrin", None, "2022-06-03"),
        ("par Jeanne Vautrin , le 3 juin 2022", "Jeanne Vautrin", None, "2022-06-03"),
        ("Par Jeanne Vautrin le 03.06.2022 à 11h46", "Jeanne Vautrin", None, "2022-06-03T11:46:00"),
        ("Par Jeanne Vautrin (avec AFP), 3 juin 2022", "Jeanne Vautrin", None, "2022-06-03"),
        ("Par Luc Amiel et Jeanne Vautrin, publié le 3 juin 2022 à 8h", "Luc Amiel et Jeanne Vautrin", None, "2022-06-03T08:00:00"),
        ("Publié le 03/06/22 à 16h33", None, None, "2022-06-03T16:33:00"),
        ("Publié le 31/12/99", None, None, "1999-12-31"),
        ("3 Jun 22 à 9:21", None, None, "2022-06-03T09:21:00"),
        ("Publié sur La Gazette le 3 juin 2022", None, "La Gazette", "2022-06-03"),
        ("La Gazette du Port Recueilli par Jeanne VAUTRIN. Publié le 03/06/2022 à 14h49", "Jeanne VAUTRIN", "La Gazette du Port", "2022-06-03T14:49:00"),
        ("PAR JEANNE VAUTRIN, LUC AMIEL, envoyés spéciaux à Rabat", "JEANNE VAUTRIN, LUC AMIEL", None, None),
        ("Un texte de Jeanne Vautrin", "Jeanne Vautrin", None, None),
        ("Publié il y a 3 heures", None, None, None),
        ("Luc Amiel, à Lissac - 3 juin 2022", "Luc Amiel", None, "2022-06-03"),
        ("Publié le 3 juin 2022 Par Luc Amiel", "Luc Amiel", None, "2022-06-03"),
    ],
)  # fmt: skip
def test_bylines_as_the_press_writes_them(
    line: str, author: str | None, source: str | None, published: str | None
) -> None:
    facts = Facts()
    assert read_header(line, facts)
    assert (facts.authors or [None])[0] == author
    assert (facts.sources or [None])[0] == source
    assert (facts.published[0].value if facts.published else None) == published


@pytest.mark.parametrize(
    "line",
    [
        "Posté par admin le 3 juin 2022 dans Actualités",
        "Dossier réalisé par nos soins, publié le 3 juin 2022",
    ],
)
def test_what_is_no_outlet_is_not_taken_for_one(line: str) -> None:
    facts = Facts()
    read_header(line, facts)
    assert not facts.sources and not facts.authors


PAGE = """<!doctype html>{comment}<html lang="fr"><head><title>{title} - La Gazette du Port</title></head><body>
<nav><a href="/">Accueil</a></nav>{above}<article><h1>{title}</h1>{below}{body}</article></body></html>"""


@pytest.mark.parametrize(
    ("above", "below", "author", "published"),
    [
        ("", '<div><time datetime="2022-06-03T08:15:00+02:00">vendredi</time></div>', None, "2022-06-03T08:15:00+02:00"),
        ("", '<span itemprop="author">Luc Amiel</span><meta itemprop="datePublished" content="2022-06-03">', "Luc Amiel", "2022-06-03"),
        ("", '<p class="infos">Par <a rel="author" href="/a">Luc Amiel</a></p><p>Le 03/06/2022</p>', "Luc Amiel", "2022-06-03"),
        ('<div class="byline">Par Luc Amiel</div>', "", "Luc Amiel", None),
        ("", '<div class="author-box">Suivez-nous</div>', None, None),
    ],
)  # fmt: skip
def test_what_a_page_shows_beside_its_article_is_read(
    above: str, below: str, author: str | None, published: str | None
) -> None:
    body = "".join(f"<p>{text}</p>" for text in BODY)
    page = PAGE.format(comment="", title=TITLE, above=above, below=below, body=body)
    (article,) = read(page.encode(), relative="page.html")
    assert isinstance(article, Article)
    assert (article.author, article.published.value) == (author, published)


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- saved from url=(0043)https://gazette.example/2023/01/18/quai-ferme -->",
        "<!--\n Page saved with SingleFile \n url: https://gazette.example/2023/01/18/quai-ferme \n saved date: Wed\n-->",
    ],
)
def test_the_address_of_a_browsers_copy_gives_outlet_and_day(comment: str) -> None:
    body = "".join(f"<p>{text}</p>" for text in BODY)
    page = PAGE.format(comment=comment, title=TITLE, above="", below="", body=body)
    (article,) = read(page.encode(), relative="page.html")
    assert isinstance(article, Article)
    assert (article.url, article.source) == (
        "https://gazette.example/2023/01/18/quai-ferme",
        "La Gazette du Port",
    )
    assert article.published.value == "2023-01-18"
