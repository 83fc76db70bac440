"""Blocks of sites around an article, and who wrote it at every place of a page: one case a block, one a place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from index.corpus.cleaning.phrases import is_undated_time, plain
from index.corpus.file_reading import read
from index.model.article import Article, Basis

DATA = Path(__file__).parent / "data"
PLACES: list[dict[str, Any]] = yaml.safe_load((DATA / "byline_places.yaml").read_text("utf-8"))
BLOCKS: list[dict[str, Any]] = yaml.safe_load((DATA / "page_blocks.yaml").read_text("utf-8"))
TITLE = "Le port réparera sa digue et son phare"
TEXT = [
    "Le conseil du port a voté mardi son budget, qui prévoit de réparer la digue et le phare avant l’hiver prochain.",
    "« Nous n’avons pas le choix », a dit la maire, qui espère une aide de la région au printemps.",
    "Les travaux dureront huit mois, selon l’entreprise qui a été retenue au début de l’année.",
    "Le port restera ouvert aux bateaux de pêche, a promis la capitainerie dans un communiqué.",
]
MENU = ["La Tribune du Lac", "Accueil", "Politique", "Économie", "Sports", "Culture", "Économie"]
FOOT = [
    "Partager",
    "Sur le même sujet",
    "Le lac gelé pour la première fois depuis vingt ans",
    "Mentions légales",
    "© La Tribune du Lac",
]


def article_of(lines: list[str]) -> Article:
    found = read("\n\n".join(lines).encode(), relative="a.txt")
    return max((a for a in found if isinstance(a, Article)), key=lambda a: len(a.text))


def paragraphs(article: Article) -> list[str]:
    return [span.of(article.text) for span in article.paragraphs]


@pytest.mark.parametrize("case", PLACES, ids=lambda case: str(list(case.values())[:2]))
def test_who_wrote_at_every_place(case: dict[str, Any]) -> None:
    above, below, after = (case.get(name, []) for name in ("above", "below", "after"))
    article = article_of([*MENU, *above, TITLE, *below, *TEXT, *after, *FOOT])
    told = plain((article.author or "").replace(" et ", ", "))
    assert told == plain((case["author"] or "").replace(" et ", ", "))
    stated = article.published.value if article.published.basis is Basis.STATED else None
    assert (stated or "")[:10] == (case["published"] or "")
    assert article.title == TITLE
    assert [one for one in paragraphs(article) if not one.startswith("Un lead")] == TEXT


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block["lines"][0][:60])
def test_a_block_of_the_site_is_outside(block: dict[str, Any]) -> None:
    at = {"head": 0, "inside": 2, "below": 4}[block["place"]]
    body = [*TEXT[:at], *block["lines"], *TEXT[at:]]
    article = article_of(
        [*MENU, TITLE, "Par Jeanne Martin", "Publié le 12 mars 2025", *body, *FOOT]
    )
    assert paragraphs(article) == TEXT
    assert (article.title, article.author, article.source) == (
        TITLE,
        "Jeanne Martin",
        "La Tribune du Lac",
    )
    assert article.published.earliest == "2025-03-12"


@pytest.mark.parametrize(
    ("day", "line", "published", "basis"),
    [
        ("lundi 30 novembre 2026", "Publié le 12 mars 2025 à 11h08", "2025-03-12", Basis.STATED),
        ("Lundi 30 Novembre 2026 - 14:05", "12 mars 2025", "2025-03-12", Basis.STATED),
        ("Nous sommes le lundi 30 novembre 2026", "Par Jeanne Martin, le 12/03/2025", "2025-03-12", Basis.STATED),
        ("lundi 30 novembre 2026", "Par Jeanne Martin", "2026-11-30", Basis.INFERRED),
    ],
)  # fmt: skip
def test_the_day_of_the_site_is_not_that_of_the_article(
    day: str, line: str, published: str, basis: Basis
) -> None:
    article = article_of([day, *MENU, TITLE, line, *TEXT, *FOOT])
    assert (article.published.earliest, article.published.basis) == (published, basis)


@pytest.mark.parametrize(
    ("line", "undated"),
    [
        ("Publié le 12 mars", True),
        ("Publié le 12 mars à 10h58", True),
        ("Publié le 12 mars 2025", False),
        ("Mis à jour le 12 juil. 2025 à 10h58", False),
        ("Publié hier à 18h30", True),
    ],
)
def test_a_year_is_not_swallowed(line: str, undated: bool) -> None:
    assert is_undated_time(plain(line)) is undated


def test_a_label_that_a_magazine_also_bears_is_no_outlet_beside_another() -> None:
    head = [f"{TITLE} - Le Phare", "Nous soutenir", "Programme TV", "Loisirs", "Voyages", TITLE]
    article = article_of([*head, "Le Phare, publié le 12 mars 2025 à 7h19", *TEXT, "Partager"])
    assert article.source == "Le Phare"


@pytest.mark.parametrize(
    ("name", "lines", "source"),
    [
        ("Le Soir de Cirta", ["© Le Soir de Cirta 2024"], "Le Soir de Cirta"),
        ("La Semaine républicaine", ["Plus de Politique"], "La Semaine républicaine"),
        ("L’Atelier du siècle", ["Chimie", "L’actualité de la chimie"], "L’Atelier du siècle"),
    ],
)
def test_the_name_above_a_menu_is_the_outlet(name: str, lines: list[str], source: str) -> None:
    menu = ["Nation", "Chimie", "Sports", "Culture", "Chroniques"]
    article = article_of([name, *menu, TITLE, "Par Jeanne Martin", *TEXT, "Partager", *lines])
    assert article.source == source


def test_the_name_of_the_outlet_is_no_title() -> None:
    name, title = "Le Morbihan libre", "Vannes. Le conseil du port réparera la digue et le phare"
    head = [
        "Ma commune",
        name,
        "Annonces",
        "S'abonner",
        "Vannes",
        "Publié le 16/04/2025 à 16h33",
        title,
        name,
    ]
    article = article_of(
        [
            *head,
            "Erwan LE BIHAN.",
            "Publié le 16/04/2025 à 16h33",
            *TEXT,
            "Partager",
            f"{name} en kiosque",
        ]
    )
    assert (article.title, article.author, article.source) == (title, "Erwan LE BIHAN", name)


def test_a_letter_keeps_its_last_words() -> None:
    last = ["Bien à vous,", "J. M.", "Les articles de Jeanne Martin"]
    article = article_of([*MENU, TITLE, "Par Jeanne Martin", *TEXT, *last, *FOOT])
    assert paragraphs(article)[4:5] == ["Bien à vous,"]


@pytest.mark.parametrize(
    ("head", "source"),
    [
        (f"{TITLE} | La Gazette du Port", "La Gazette du Port"),
        (f"{TITLE} - Réveil 24", "Réveil 24"),
        (f"{TITLE} - comment il a voté", None),
        (TITLE, None),
    ],
)
def test_the_outlet_behind_the_title_of_a_saved_page(head: str, source: str | None) -> None:
    body = "".join(f"<p>{line}</p>" for line in TEXT)
    page = f"<!doctype html><head><title>{head}</title></head><body><main><h1>{TITLE}</h1>{body}</main></body>"
    (article,) = read(page.encode(), relative="a.html")
    assert isinstance(article, Article)
    assert article.source == source


@pytest.mark.parametrize("label", ["Sommaire", "SOMMAIRE", "Au sommaire", "Table des matières"])
def test_a_list_of_contents_whose_titles_stand_nowhere_again(label: str) -> None:
    assert paragraphs(article_of([*MENU, TITLE, label, *TEXT, *FOOT])) == TEXT


@pytest.mark.parametrize(
    "lines",
    [
        ["Dans le journal du 12 mars 2025", "Publié le 10 mars 2025 à 18h"],
        ["Paru dans l’édition papier du 12 mars 2025", "Publié en ligne le 10 mars 2025"],
        ["Publié dans le n° 312 du 12 mars 2025", "Mis en ligne le 10 mars 2025"],
        ["Événement du 12 mars 2025", "Publié le 10 mars 2025"],
        ["Mise à jour : 12 mars 2025", "Publié : 10 mars 2025"],
        ["Publié le 10 mars 2025 (modifié le 12 mars)"],
        ["Publié le 10 mars 2025, mis à jour le 12 mars à 10h20"],
    ],
)
def test_the_date_that_a_label_names_counts_before_others(lines: list[str]) -> None:
    article = article_of([*MENU, TITLE, *lines, *TEXT, *FOOT])
    assert (article.published.earliest, article.published.basis) == ("2025-03-10", Basis.STATED)
    assert paragraphs(article) == TEXT


def test_a_joint_byline_is_not_said_again_by_each_of_its_names() -> None:
    lines = [TITLE, "Par Jeanne Martin et Luc Amiel", "Publié le 12 mars 2025"]
    article = article_of([*MENU, *lines, *TEXT, "Jeanne Martin", *FOOT])
    assert article.author == "Jeanne Martin et Luc Amiel"
