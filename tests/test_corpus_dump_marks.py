"""Marks of ways of copying: numbers of links, stars of emphasis, the bar of an archive; and lines that sign nothing."""

from __future__ import annotations

import pytest

from index.corpus.file_reading import raw_text, read
from index.model.article import Article

TITLE = "La digue et le phare seront réparés avant l’hiver"
TEXT = (
    "Le conseil du port a voté mardi son budget, qui prévoit de réparer la digue et le phare avant l’hiver.",
    "« Nous n’avons pas le choix », a dit la maire, qui espère une aide de la région au printemps prochain.",
    "Les travaux dureront huit mois, selon l’entreprise qui a été retenue au début de l’année par la commune.",
)


def article_of(*lines: str) -> Article:
    data = "\n\n".join(lines).encode()
    (article,) = read(data, relative="a.txt")
    assert isinstance(article, Article)
    raw = raw_text(data, article.encoding)
    for piece in article.pieces:
        if piece.end - piece.start == piece.raw_end - piece.raw_start:
            text = article.text[piece.start : piece.end]
            assert raw[piece.raw_start : piece.raw_end].split() == text.split()
    return article


def paragraphs(article: Article) -> list[str]:
    return [span.of(article.text) for span in article.paragraphs]


def test_numbers_of_links_are_no_part_of_a_text() -> None:
    links = "References\n\n   1. https://port.example/\n   2. https://port.example/digue"
    marked = (TEXT[0].replace("la digue", "[2]la digue"), *TEXT[1:])
    article = article_of("[1]La Tribune", TITLE, "[3]Jeanne Martin", "12 mars 2024", *marked, links)
    assert (article.title, article.author, paragraphs(article)) == (
        TITLE,
        "Jeanne Martin",
        list(TEXT),
    )


def test_a_note_in_brackets_stays_where_no_list_of_links_is() -> None:
    marked = (TEXT[0].replace(".", " [1]."), *TEXT[1:])
    assert paragraphs(article_of(TITLE, *marked)) == list(marked)


def test_a_bibliography_is_no_list_of_links() -> None:
    works = ("Références", "1. Martin: Le port et sa digue, 2004", "2. Brun: Le phare, 2010")
    marked = (TEXT[0].replace("son budget", "l’article [12] du code[1]"), *TEXT[1:])
    assert paragraphs(article_of(TITLE, *marked, "\n".join(works)))[:3] == list(marked)


def test_a_number_in_brackets_apart_stays_beside_a_list_of_links() -> None:
    links = "References\n\n   1. https://port.example/\n   2. https://port.example/digue"
    marked = (TEXT[0].replace("son budget", "l’article [12] du code, le [2]budget"), *TEXT[1:])
    left = (marked[0].replace("[2]", ""), *TEXT[1:])
    assert paragraphs(article_of("[1]La Tribune", TITLE, *marked, links)) == list(left)


def test_signs_that_emphasise_nothing_stay_beside_emphasised_lines() -> None:
    text = (TEXT[0].replace("mardi", "mardi 3 *4* 5, _config_ et *x*"), *TEXT[1:])
    article = article_of("*LA TRIBUNE*", f"*{TITLE}*", "12/03/2024", *text)
    assert paragraphs(article) == list(text)


def test_stars_of_emphasis_are_no_part_of_a_text() -> None:
    text = (TEXT[0], TEXT[1].replace("pas le choix", "_pas le choix_"), TEXT[2])
    article = article_of("*LA TRIBUNE*", f"*{TITLE}*", "Par *Jeanne Martin*", "12/03/2024", *text)
    assert (article.title, article.author, paragraphs(article)) == (
        TITLE,
        "Jeanne Martin",
        list(TEXT),
    )


def test_stars_of_a_text_without_emphasised_lines_stay() -> None:
    text = (TEXT[0].replace("mardi", "*mardi*"), *TEXT[1:])
    assert paragraphs(article_of(TITLE, *text)) == list(text)


def test_the_bar_of_an_archive_stands_above_the_page() -> None:
    bar = (
        "https://port.example/digue",
        "Go",
        "OCT",
        "NOV",
        "JAN",
        "23",
        "2022",
        "2023",
        "2024",
        "success",
        "fail",
    )
    tail = ("About this capture", "14 captures", "23 Nov 2023 - 11 Jan 2025")
    page = ("Le Quotidien du Port", "Accueil", "Politique", "Se connecter", "Abonnements", TITLE)
    article = article_of(
        *bar, *tail, *page, "Jeanne Martin", "22.11.2023, 05:30", *TEXT, "Mentions légales"
    )
    assert (article.title, article.author, article.source) == (
        TITLE,
        "Jeanne Martin",
        "Le Quotidien du Port",
    )
    assert (article.published.value, paragraphs(article)) == ("2023-11-22T05:30:00", list(TEXT))


@pytest.mark.parametrize(
    ("above", "below", "author"),
    [
        ("Rome, Tunis, Paris, le 12 mars 2024", "", None),
        ("La rédaction, le 12 mars 2024 à 09:12", "", "La rédaction"),
        ("12 mars 2024", "ABN/TS/KM", None),
        ("Jeanne Martin\n\nChargée de recherche, Institut du Lac\n\n12 mars 2024", "", "Jeanne Martin"),
        ("Jeanne Martin\n\n12 mars 2024\n\n47\n\n12\n\nPartager", "", "Jeanne Martin"),
    ],
)  # fmt: skip
def test_heads_and_sign_offs(above: str, below: str, author: str | None) -> None:
    article = article_of(TITLE, above, *TEXT, *filter(None, (below,)))
    assert (article.author, paragraphs(article)) == (author, list(TEXT))


def test_a_label_above_a_path_is_no_author() -> None:
    page = (
        "Actu Toiture",
        "Chantiers",
        "TV Toiture",
        "Accueil / Réglementation",
        TITLE,
        "12 mars 2024",
    )
    assert article_of(*page, *TEXT, "Mentions légales").author is None
