"""Exports of tools that people keep articles in: each article its own, its facts stated, nothing lost silently.

The files of `data/tools` are invented, in the structure that each tool writes.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from index.corpus.bundles.review_heads import outlet_and_date
from index.corpus.fields import Field
from index.corpus.file_reading import read
from index.corpus.page_dates import find_dates
from index.corpus.walls import is_walled
from index.model.article import Article, Basis, Loss, Noted

FOLDER = Path(__file__).parent / "data" / "tools"
QUAY, MARKET = "Le quai nord rouvre", "La criée"
FACTS: dict[str, list[tuple[str, str | None, str | None, str, Basis]]] = {
    "padded-labels.txt": [
        (QUAY, "Le Courrier du Port", "Jeanne Martin", "2023-01-17", Basis.STATED),
        ("La criée sous pression", "L’Avenir du Lac", "Luc Amiel", "2023-01-18", Basis.STATED),
    ],
    "evernote.enex": [
        (QUAY, "vigie.example", "Jeanne Martin", "2023-01-03", Basis.STATED),
        ("La criée menacée", None, None, "2023-02-02", Basis.INFERRED),
    ],
    "feedly.json": [
        (QUAY, "La Vigie du Port", "Jeanne Martin", "2023-01-03", Basis.STATED),
        ("La criée menacée", "L’Avenir du Lac", None, "2023-01-04", Basis.STATED),
    ],
    "ghost.json": [
        (QUAY, None, None, "2023-01-03", Basis.STATED),
        (MARKET, None, None, "2022-12-02", Basis.INFERRED),
    ],
    "content-api.json": [(QUAY, "vigie.example", "Jeanne Martin", "2023-01-03", Basis.STATED)],
    "sep-line.csv": [(QUAY, "Le Courrier", None, "2023-01-03", Basis.STATED)],
    "inoreader.json": [(QUAY, "La Vigie du Port", "Jeanne Martin", "2023-01-03", Basis.STATED)],
    "instapaper.csv": [(QUAY, "vigie.example", None, "2023-02-01", Basis.INFERRED)],
    "press-review.txt": [
        (QUAY, "Journal du Dimanche", None, "2023-01-17", Basis.STATED),
        ("La criée sous pression", "La Lettre du Mardi", None, "2023-01-18", Basis.STATED),
        ("Les filets restent à terre", "Midi Libre Dimanche", None, "2023-01-22", Basis.STATED),
        ("La mer attend", "Octobre", None, "2023-01-23", Basis.STATED),
    ],
    "obsidian.md": [(QUAY, "vigie.example", "Jeanne Martin", "2023-01-03", Basis.STATED)],
    "omnivore.md": [(QUAY, "La Vigie du Port", "Jeanne Martin", "2023-01-03", Basis.STATED)],
    "pocket.csv": [
        ("Le port rouvre ses quais", "vigie.example", None, "2023-01-03", Basis.INFERRED),
        ("La criée menacée", "vigie.example", None, "2023-01-04", Basis.INFERRED),
    ],
    "raindrop.csv": [(QUAY, "vigie.example", None, "2023-02-01", Basis.INFERRED)],
    "lines-above.csv": [
        (QUAY, "Le Courrier", "J. Martin", "2023-01-17", Basis.STATED),
        ("La criée sous pression", "L’Avenir du Lac", "A. Petit", "2023-01-18", Basis.STATED),
    ],
    "wxr.xml": [
        (
            "Le quai nord rouvre après deux ans",
            "La Vigie du Port",
            "Jeanne Martin",
            "2023-01-03",
            Basis.STATED,
        ),
        (
            "Brouillon : la criée",
            "La Vigie du Port",
            "Jeanne Martin",
            "2023-01-05",
            Basis.STATED,
        ),
        ("Note privée", "La Vigie du Port", "Jeanne Martin", "2023-01-06", Basis.STATED),
        ("Qui sommes-nous", "La Vigie du Port", None, "", Basis.NONE),
    ],
}


def all_of(name: str) -> tuple[list[Article], list[Noted]]:
    found = list(read((FOLDER / name).read_bytes(), relative=name))
    notes = [one for one in found if isinstance(one, Noted)]
    articles = [one for one in found if isinstance(one, Article)]
    assert len(notes) + len(articles) == len(found)
    return articles, notes


@pytest.mark.parametrize("name", FACTS)
def test_articles_of_a_tool_with_their_facts(name: str) -> None:
    articles, _ = all_of(name)
    assert [
        (a.title, a.source, a.author, (a.published.value or "")[:10], a.published.basis)
        for a in articles
    ] == FACTS[name]


def test_a_site_s_pictures_menus_and_earlier_versions_are_no_articles() -> None:
    articles, notes = all_of("wxr.xml")
    assert not any(article.title in ("quai-nord", "Accueil") for article in articles)
    told = {(note.what, note.loss) for note in notes}
    assert told == {
        ("Brouillon : la criée", Loss.REMARK),
        ("Note privée", Loss.REMARK),
        ("Vieux billet", Loss.REFUSED),
        ("attachment", Loss.REMARK),
        ("nav_menu_item", Loss.REMARK),
        ("revision", Loss.REMARK),
    }


def test_paragraphs_of_a_site_are_those_that_it_shows() -> None:
    article = all_of("wxr.xml")[0][0]
    assert [span.of(article.text) for span in article.paragraphs] == [
        "Le quai nord a rouvert mardi matin, après deux ans de travaux et 4 millions d’euros.",
        "Le quai nord",
        "La grue",
        "« On attendait ça », dit un patron pêcheur, Yann Le Gall.",
        "La maire a coupé le ruban à onze heures.",
    ]
    assert article.description == "Deux ans de travaux."


@pytest.mark.parametrize(
    ("name", "lines"), [("pocket.csv", "1"), ("lines-above.csv", "2"), ("sep-line.csv", "1")]
)
def test_lines_above_the_heads_of_a_table_are_told(name: str, lines: str) -> None:
    _, notes = all_of(name)
    assert (notes[0].loss, notes[0].what) == (Loss.REMARK, lines)


def test_a_row_of_a_table_is_no_head_because_it_stands_below_one() -> None:
    table = (
        "titre;texte\ntitre;auteur\nLe port;La digue tient encore, dit la capitainerie du port.\n"
    )
    articles = [a for a in read(table.encode(), relative="a.csv") if isinstance(a, Article)]
    assert [article.title for article in articles] == ["titre", "Le port"]


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("Journal du Dimanche, 17 janvier 2023", "Journal du Dimanche"),
        ("Le Journal du Dimanche, dimanche 15 janvier 2023", "Le Journal du Dimanche"),
        ("La Lettre du Mardi, 18 janvier 2023", "La Lettre du Mardi"),
        ("Le Courrier, dimanche 15 janvier 2023", "Le Courrier"),
        ("Le Courrier du dimanche 15 janvier 2023", "Le Courrier"),
        ("Le Courrier Dimanche 15 janvier 2023", "Le Courrier"),
        ("L’Écho d’Octobre, 3 mars 2023", "L’Écho d’Octobre"),
    ],
)
def test_a_name_that_holds_a_weekday_or_a_month(line: str, source: str) -> None:
    pairs = outlet_and_date(line)
    assert pairs is not None
    assert dict(pairs)[Field.SOURCE] == source


@pytest.mark.parametrize(
    "line", ["dimanche, 17 janvier 2023", "Publié le Dimanche, 17 janvier 2023"]
)
def test_a_weekday_that_names_nothing_belongs_to_the_date(line: str) -> None:
    (found,) = find_dates(line)
    assert line[found.start :].lower().startswith("dimanche")


def test_a_text_that_an_interface_cut_is_told_as_cut() -> None:
    (article,), _ = all_of("newsapi.json")
    assert article.text.endswith("dit un pa…")
    assert is_walled(article.set_aside_texts)


@pytest.mark.parametrize(
    "text", ["[+1204 chars]", "Le port.\n\n[+12 chars]", "Le port rouvre. [+12 chars]"]
)
def test_a_mark_of_a_cut_alone_is_no_fault(text: str) -> None:
    assert list(read(text.encode(), relative="a.txt"))
