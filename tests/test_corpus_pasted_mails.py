"""Several mails pasted into one text: each article that they send on stands alone, and nothing of a mail states it."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from index.corpus.file_reading import read
from index.corpus.formats.mail_comments import said_in
from index.corpus.formats.pasted_mails import SAID
from index.model.article import Article, Noted
from tests.test_corpus_mails_sent_on import ARTICLE, HEADS, TEXTS, TITLE, WROTE, quoted

SECOND = (
    "La criée menacée de fermeture à l’automne",
    "La criée ne vend plus que trois tonnes par semaine, et la chambre de commerce ne paiera plus la glace après septembre.",
    "« Sans elle, les bateaux iront vendre ailleurs », prévient Luc Amiel, patron pêcheur, qui a réuni ses collègues hier.",
)
OTHER = "\n\n".join((SECOND[0], "Le Phare, jeudi 2 février 2023, par Anna Kerbrat", *SECOND[1:]))


class Told(NamedTuple):
    title: str | None
    source: str | None
    author: str | None
    day: str


FIRST = Told(TITLE, "La Gazette du Port", "Yann Le Gall", "2023-01-17")
LAST = Told(SECOND[0], "Le Phare", "Anna Kerbrat", "2023-02-02")


def all_of(text: str, name: str = "m.txt") -> tuple[list[Article], list[Noted]]:
    found = list(read(text.encode(), relative=name))
    return [one for one in found if isinstance(one, Article)], [
        one for one in found if isinstance(one, Noted)
    ]


def told(article: Article) -> Told:
    day = (article.published.value or "")[:10]
    return Told(article.title, article.source, article.author, day)


FORMS = {
    **HEADS,
    "fr, Gmail": "---------- Message transféré ---------\nDe : Paul Renard <paul@example.org>\nDate : mer. 18 janv. 2023 à 08:15\nObjet : article\nÀ : Desk <desk@example.org>",
    "fr, Outlook": "-----Message d'origine-----\nDe : Secrétariat du port\nEnvoyé : mercredi 18 janvier 2023 08:15\nÀ : 'Desk'\nObjet : pour info",
    "fr, Apple": "Début du message transféré :\n\nDe: Paul Renard <paul@example.org>\nObjet: article\nDate: 18 janvier 2023 à 08:15:02 UTC+1\nÀ: Desk <desk@example.org>",
    "en, Gmail": "---------- Forwarded message ---------\nFrom: Paul Renard <paul@example.org>\nDate: Wed, Jan 18, 2023 at 8:15 AM\nSubject: Fwd: article\nTo: Desk <desk@example.org>",
    "en, Apple": "Begin forwarded message:\n\nFrom: Paul Renard <paul@example.org>\nSubject: article\nDate: January 18, 2023 at 8:15:02 AM GMT+1\nTo: Desk <desk@example.org>",
    "no-break spaces": "De\u00a0: Paul Renard\nEnvoyé\u00a0: mercredi 18 janvier 2023 08:15\nÀ\u00a0: Desk\nObjet\u00a0: article",
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("foot", ["", "\n\nBonne journée,\nPaul\n-- \nPaul Renard\nAssociation du port", "\n\nCordialement,\nLe secrétariat"])  # fmt: skip
def test_each_forwarded_mail_is_a_border(form: str, foot: str) -> None:
    head = FORMS[form]
    mails = f"{head}\n\nBonjour, voici l’article.\n\n{ARTICLE}{foot}\n\n{head}\n\n{OTHER}{foot}\n"
    articles, _ = all_of(mails)
    assert [told(article) for article in articles] == [FIRST, LAST]
    assert tuple(span.of(articles[0].text) for span in articles[0].paragraphs) == TEXTS
    assert tuple(span.of(articles[1].text) for span in articles[1].paragraphs) == SECOND[1:]


@pytest.mark.parametrize("form", ["fr", "en", "fr, Gmail", "en, Apple"])
def test_quoted_mails_are_borders_too(form: str) -> None:
    first, second = (quoted(f"{FORMS[form]}\n\n{text}") for text in (ARTICLE, OTHER))
    articles, _ = all_of(f"Tu as vu ?\n\n{first}\n\nEt ça :\n\n{second}\n")
    assert [told(article) for article in articles] == [FIRST, LAST]


@pytest.mark.parametrize("wrote", WROTE)
def test_who_wrote_what_is_quoted_is_a_border(wrote: str) -> None:
    text = f"Tu as vu ?\n\n{wrote}\n{quoted(ARTICLE)}\n\nEt aussi\n\n{wrote}\n{quoted(OTHER)}\n"
    articles, _ = all_of(text)
    assert [told(article) for article in articles] == [FIRST, LAST]


def test_a_mail_without_an_article_is_told_and_is_none() -> None:
    talk = "Merci Paul, je garde les deux pour le dossier du conseil de jeudi, et je rappelle la mairie."
    head = HEADS["fr"]
    articles, noted = all_of(f"{talk}\n\n{head}\n\n{ARTICLE}\n\n{head}\n\n{talk}\n\n{head}\n\n{OTHER}\n")  # fmt: skip
    assert [told(article) for article in articles] == [FIRST, LAST]
    assert [(one.reason, one.number) for one in noted] == [(SAID, 2)]


def test_a_subject_that_names_nothing_is_the_title_of_no_article_that_has_one() -> None:
    bare = "\n\n".join(SECOND)
    comment = (
        "Madame,\n\nPour votre information, ci-dessous le texte paru dans Le Phare du 6 janvier."
    )
    head = FORMS["fr, Outlook"]
    articles, _ = all_of(f"{head}\n\n{ARTICLE}\n\n{head}\n\n{comment}\n\n{bare}\n")
    assert told(articles[1]) == Told(SECOND[0], "Le Phare", None, "2023-01-06")


@pytest.mark.parametrize(
    "sentences",
    [
        "Le 12 mars à 10 h 30, Jeanne Martin a écrit :",
        "Objet : la reprise du travail. Le maire a écrit :",
        "De : qui parle-t-on ? Objet : la grève.",
    ],
)
def test_sentences_that_look_like_parts_of_mails_are_no_borders(sentences: str) -> None:
    body = "\n\n".join((*TEXTS, sentences, *SECOND[1:]))
    articles, _ = all_of(f"{TITLE}\n\nPar Yann Le Gall\n\n{body}\n")
    assert len(articles) == 1
    assert all(text in articles[0].text for text in (*TEXTS, *SECOND[1:]))


SENT = ["Envoyé : mardi 3 janvier 2023 11:02"]


@pytest.mark.parametrize(
    ("comment", "outlet", "day"),
    [
        ("Je te colle l’article d’hier du Journal de la Baie, il est réservé aux abonnés :", "Journal de la Baie", None),
        ("Je te colle l’article d’hier du Le Journal de la Baie :", "Le Journal de la Baie", None),
        ("Ci-dessous le texte paru dans Profession Soin du 2 janvier.", "Profession Soin", "2023-01-02"),
        ("Lu sur Le Fanal ce matin", "Le Fanal", None),
        ("Publié dans la Tribune des Deux Vallées du 29 décembre", "La Tribune des Deux Vallées", "2022-12-29"),
        ("Publié le 29 décembre 2021 dans L’Écho de la Baie", "L’Écho de la Baie", "2021-12-29"),
        ("As found in The Harbour Gazette", "The Harbour Gazette", None),
        ("Voici l’article de Jeanne Martin", None, None),
        ("Un article sur Jeanne Martin, à lire", None, None),
        ("Pour votre information.", None, None),
        ("", None, None),
    ],
)  # fmt: skip
def test_what_the_sender_says_of_an_article(
    comment: str, outlet: str | None, day: str | None
) -> None:
    said = said_in([comment] if comment else [], SENT)
    assert (said.outlet, said.day.value) == (outlet, day)
