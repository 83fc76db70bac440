"""Letters to readers sent by mail: whole articles stand alone, teasers and one long article stay one letter."""

from __future__ import annotations

import textwrap
from email.message import EmailMessage

import pytest

from index.corpus.file_reading import raw_text, read
from index.corpus.formats.letter_articles import EMPTY, HEAD
from index.model.article import Article, Noted
from tests.test_corpus_mails_sent_on import TEXTS, TITLE
from tests.test_corpus_pasted_mails import SECOND

THIRD = (
    "Le bac de la rade reprend ses traversées",
    "Le bac de la rade est reparti mercredi à l’aube, avec quarante voitures et un camion de paille pour le centre équestre.",
    "La compagnie a changé les deux moteurs et repeint le pont, un chantier de cinq semaines que la métropole a payé.",
)
ARTICLES = (
    ((TITLE, *TEXTS), "Yann Le Gall"),
    (SECOND, "Anna Kerbrat"),
    (THIRD, "Luc Amiel"),
)
FOOT = "<p><small>Vous recevez ce message car vous êtes abonné(e). Se désabonner</small></p>"
TOP = "<div style='display:none'>Trois articles à lire ce matin</div><h1>La Gazette du Port</h1><p>La lettre du mardi 17 janvier 2023</p><p>Bonjour,<br>voici les articles de votre édition.</p>"


def block(title: str, by: str, texts: tuple[str, ...]) -> str:
    paragraphs = "".join(f"<p>{text}</p>" for text in texts)
    return f"<tr><td>{title}{by}{paragraphs}</td></tr>"


def letter(html: str, sender: str = "La Gazette du Port <lettre@gazette.example>") -> bytes:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = sender, "Desk <desk@example.org>", TITLE
    made["Date"] = "Tue, 17 Jan 2023 06:31:12 +0100"
    made.set_content("\n\n".join("\n\n".join(text) for text, _ in ARTICLES))
    made.add_alternative(f"<html><body><table>{html}</table></body></html>", subtype="html")
    return bytes(made)


def articles_of(data: bytes, name: str = "l.eml") -> tuple[list[Article], list[Noted]]:
    found = list(read(data, relative=name))
    return [one for one in found if isinstance(one, Article)], [
        one for one in found if isinstance(one, Noted)
    ]


TITLES = {
    "linked headings": ("<h2><a href='https://gazette.example/{n}'>{title}</a></h2>", ""),
    "headings with bylines": ("<h3>{title}</h3>", "<p><em>Par {by}</em></p>"),
    "linked headings with bylines": ("<h2><a href='https://gazette.example/{n}'>{title}</a></h2>", "<p>Par {by}</p>"),
    "bold lines with bylines": ("<p><b style='font-size:22px'>{title}</b></p>", "<p>Par {by}</p>"),
    "lines with bylines and a day": ("<div>{title}</div>", "<div>Par {by}, le 17 janvier 2023</div>"),
}  # fmt: skip


@pytest.mark.parametrize("form", TITLES)
@pytest.mark.parametrize("top", ["", TOP])
def test_each_whole_article_of_a_letter_stands_alone(form: str, top: str) -> None:
    head, by = TITLES[form]
    html = top + "".join(
        block(head.format(n=n, title=text[0]), by.format(by=name), text[1:])
        for n, (text, name) in enumerate(ARTICLES)
    )
    data = letter(html + FOOT)
    articles, noted = articles_of(data)
    assert [one.title for one in articles] == [text[0] for text, _ in ARTICLES]
    for article, (text, name) in zip(articles, ARTICLES, strict=True):
        assert tuple(span.of(article.text) for span in article.paragraphs) == text[1:]
        assert (article.source, article.published.value and article.published.value[:10]) == (
            "La Gazette du Port",
            "2023-01-17",
        )
        assert article.author == (name if by else None)
    assert [one.reason for one in noted] == ([HEAD] if top else [])


def test_places_of_a_letter_are_exact() -> None:
    head, by = TITLES["headings with bylines"]
    data = letter("".join(block(head.format(title=text[0]), by.format(by=name), text[1:]) for text, name in ARTICLES))  # fmt: skip
    articles, _ = articles_of(data)
    raw = raw_text(data, articles[0].encoding)
    for article in articles:
        for piece in article.pieces:
            if piece.end - piece.start == piece.raw_end - piece.raw_start:
                told = article.text[piece.start : piece.end]
                assert raw[piece.raw_start : piece.raw_end].split() == told.split()


def test_a_heading_without_text_is_told() -> None:
    head, by = TITLES["headings with bylines"]
    html = "".join(block(head.format(title=text[0]), by.format(by=name), text[1:]) for text, name in ARTICLES)  # fmt: skip
    articles, noted = articles_of(letter(html + "<h3>Le bac de la rade, en images</h3>"))
    assert len(articles) == 3
    assert [(one.reason, one.what) for one in noted] == [(EMPTY, "Le bac de la rade, en images")]


ONE = {
    "teasers": "".join(f"<h2><a href='https://gazette.example'>{text[0]}</a></h2><p>{text[1]}</p><p><a href='https://gazette.example'>Lire la suite</a></p>" for text, _ in ARTICLES),
    "headings of one article": "<h2>Un hiver au port</h2>" + "".join(f"<h3>{text[0]}</h3><p>{text[1]}</p><p>{text[2]}</p>" for text, _ in ARTICLES),
    "no heading": "".join(f"<p>{line}</p>" for text, _ in ARTICLES for line in text[1:]),
}  # fmt: skip


@pytest.mark.parametrize("form", ONE)
def test_a_letter_without_whole_articles_of_its_own_stays_one(form: str) -> None:
    articles, _ = articles_of(letter(ONE[form]))
    assert len(articles) == 1
    assert all(text[1] in articles[0].text for text, _ in ARTICLES)


def test_the_head_of_a_letter_in_plain_text_is_no_article() -> None:
    made = EmailMessage()
    made["From"], made["Subject"] = "La Gazette du Port <lettre@gazette.example>", TITLE
    head = "La Gazette du Port\nLa lettre du mardi 17 janvier 2023\n\nAfficher dans le navigateur : https://gazette.example/v/88121\n\nBonjour,\nvoici les articles de votre édition."
    foot = "Vous recevez ce message car vous êtes abonné(e). Se désabonner : https://gazette.example/desabo?u=88121"
    parts = ("\n\n".join((text[0], f"Par {name}", *text[1:])) for text, name in ARTICLES)
    parts = ("\n".join(textwrap.fill(line, 72) for line in part.split("\n")) for part in parts)
    made.set_content(f"\n{'=' * 60}\n".join((head, *parts, foot)))
    articles, noted = articles_of(bytes(made))
    assert [one.title for one in articles] == [text[0] for text, _ in ARTICLES]
    assert [one.source for one in articles] == ["La Gazette du Port"] * 3
    assert noted[0].reason == HEAD
