"""Bylines and dates in the forms in which French-language pages print them, one form a case."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
import yaml

from index.corpus.cleaning.phrases import plain
from index.corpus.cleaning.signed_names import is_short_for, signed_names, without_buttons
from index.corpus.file_reading import read
from index.model.article import Article, Basis

FORMS: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "data" / "bylines.yaml").read_text(encoding="utf-8")
)
UNTOLD = {
    "Entretien : Claire Vasseur",  # may be who was asked
    "Un reportage de Claire Vasseur et Luc Amiel (photos)",  # read as a credit
    "Claire Vasseur (texte) et Luc Amiel (photos)",
    "CV",  # initials
}
"""The forms whose author is not told, or not as written."""
TEXT = (
    "Le conseil du port a voté mardi son budget, qui prévoit de réparer la digue et le phare avant l’hiver.",
    "« Nous n’avons pas le choix », a dit la maire, qui espère une aide de la région dès le printemps prochain.",
    "Les travaux dureront huit mois, selon l’entreprise qui a été retenue par la commune au début de l’année.",
)


def article_of(lines: list[str]) -> Article:
    page = ["La Tribune du Lac", "Accueil", "Politique", "Se connecter"]
    page += [
        "Budget : le port réparera sa digue et son phare",
        *lines,
        "Partager",
        "Copier le lien",
    ]
    page += [*TEXT, "Lire aussi", "Le phare, histoire d’une ruine", "Mentions légales"]
    (article,) = read("\n\n".join([*page, "© La Tribune du Lac"]).encode(), relative="a.txt")
    assert isinstance(article, Article)
    return article


def names(value: str | None) -> list[str]:
    return sorted(part.strip() for part in plain((value or "").replace(" et ", ", ")).split(","))


@pytest.mark.parametrize("form", FORMS, ids=lambda form: " ‖ ".join(form["lines"]))
def test_a_byline_in_its_form(form: dict[str, Any]) -> None:
    article = article_of([*form["lines"], *form.get("near", ())])
    published, modified = article.published, article.modified
    if form["lines"][0] not in UNTOLD:
        assert names(article.author) == names(form.get("author"))
    assert (published.value or "")[:16] == form.get("published", "")
    assert published.basis in (Basis.STATED, Basis.NONE)
    assert (modified.value or "")[:16] == form.get("modified", "")
    assert [span.of(article.text) for span in article.paragraphs] == list(TEXT)


@pytest.mark.parametrize(
    "line",
    [
        "Le port rouvre, la digue tient",
        "Brest, ville ouverte",
        "Interview de Claire Vasseur",
        "Trois hommes et un phare",
        "Par SMS",
        "Par WhatsApp",
        "Par Google Actualités",
        "Illustration de Claire Vasseur",
        "Avec Claire Vasseur",
        "Suivre Claire Vasseur",
        "Contacter Claire Vasseur",
        "Écrire à Claire Vasseur",
        "Union Européenne",
        "Coupe Davis",
        "Conseil Municipal",
        "LE HAVRE ET SA RÉGION",
    ],
)
def test_what_names_nobody_who_wrote(line: str) -> None:
    assert article_of([line, "Publié le 3 mars 2024"]).author is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Claire Vasseur", "Claire Vasseur"),
        ("Claire Vasseur, à Lyon, et Luc Amiel, à Nice", "Claire Vasseur, Luc Amiel"),
        ("Niamey, Claire Vasseur", "Claire Vasseur"),
        ("Claire Vasseur, Genève", "Claire Vasseur"),
        ("Claire Vasseur, économiste et romancière", "Claire Vasseur"),
        ("Claire Vasseur - La Tribune du Lac", "Claire Vasseur"),
        ("Claire Vasseur | @cvasseur", "Claire Vasseur"),
        ("Claire Vasseur (Niamey, correspondance)", "Claire Vasseur"),
        ("le port rouvre", None),
        ("Claire Vasseur, elle a tout vu.", None),
        ("Notre correspondante Aminata Diarra", "Aminata Diarra"),
        ("De notre envoyée Aminata Diarra Touré", "Aminata Diarra Touré"),
    ],
)
def test_names_without_what_stands_beside_them(text: str, expected: str | None) -> None:
    assert signed_names(text) == expected


@pytest.mark.parametrize(
    ("short", "name", "expected"),
    [
        ("C. V.", "Claire Vasseur", True),
        ("C. Vasseur", "Claire Vasseur", True),
        ("CV", "Claire Vasseur", True),
        ("P. N. B", "Pélagie Ngo Biyong", True),
        ("C. A.", "Claire Vasseur", False),
        ("Claire Vasseur", "Claire Vasseur", False),
        ("Claire", "Claire Vasseur", False),
    ],
)
def test_initials_that_stand_for_a_name(short: str, name: str, expected: bool) -> None:
    assert is_short_for(short, name) is expected


def test_a_signature_in_initials_is_no_second_author() -> None:
    page = "\n\n".join(
        ["Le port rouvre sa digue au public", "Par Claire Vasseur", *TEXT, "C. V.", "Partager"]
    )
    (article,) = read(page.encode(), relative="a.txt")
    assert isinstance(article, Article)
    assert article.author == "Claire Vasseur"


@pytest.mark.parametrize(
    "label",
    ["Contact presse", "Service de presse", "Crédits photo", "Directrice de la publication"],
)
def test_who_is_named_below_a_label_at_the_foot_is_no_author(label: str) -> None:
    page = "\n\n".join(["Le port rouvre sa digue au public", *TEXT, label, "Claire Vasseur"])
    (article,) = read(page.encode(), relative="a.txt")
    assert isinstance(article, Article)
    assert article.author is None
    assert [span.of(article.text) for span in article.paragraphs] == list(TEXT)


def test_a_name_below_the_text_signs_it_though_a_box_follows() -> None:
    box = (
        "DON",
        "Les dons sont reçus au presbytère, rue des Ducs. Les chèques aussi, à notre ordre",
    )
    page = "\n\n".join(["Le port rouvre sa digue au public", *TEXT, "Claire Vasseur", *box])
    (article,) = read(page.encode(), relative="a.txt")
    assert isinstance(article, Article)
    assert article.author == "Claire Vasseur"


@pytest.mark.parametrize("sign", ["par", "Photos : ", "/", "@", "+ Suivre", "(@", "pour"])
def test_long_runs_of_blanks_in_a_byline_cost_no_time(sign: str) -> None:
    start = time.process_time()
    signed_names("Jeanne" + " " * 4000 + sign + " par" + " " * 4000 + "x @a Suivre")
    without_buttons("Jeanne" + " " * 4000 + sign + " par" + "\t" * 4000 + "x")
    assert time.process_time() - start < 1


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Jeanne Martin / Photos : Luc Amiel", "Jeanne Martin"),
        ("Jeanne Martin   –   Photo par Luc Amiel", "Jeanne Martin"),
        ("Jeanne Martin, vidéo : Luc Amiel", "Jeanne Martin"),
        ("Photos : Luc Amiel", ""),
        ("Jeanne Martin par Luc Amiel", "Jeanne Martin par Luc Amiel"),
    ],
)
def test_who_took_the_pictures_is_left_out(line: str, name: str) -> None:
    assert without_buttons(line) == name
