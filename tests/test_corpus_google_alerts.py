"""A mail of Google's alerts: each result is an article with its own title, outlet, first words and address."""

from __future__ import annotations

from email.message import EmailMessage
from html import escape
from typing import NamedTuple
from urllib.parse import quote

import pytest

from index.corpus.file_reading import read
from index.model.article import Article, Basis


class Result(NamedTuple):
    title: str
    outlet: str
    words: str
    url: str


RESULTS = (
    Result("Le pont de Saint-Aubrac fermé aux camions", "Midi Libre",
           "Depuis lundi soir, plus aucun camion ne franchit le pont de Saint-Aubrac, fissuré sous son tablier ...",
           "https://www.midilibre.fr/2023/03/13/pont-saint-aubrac.php"),
    Result("Fermeture du pont : « une décision tardive »", "La Gazette du Causse",
           "Le maire de Saint-Aubrac juge tardive la décision du département, prise après six mois d'alertes ...",
           "https://gazette-causse.test/pont?id=3"),
    Result("Un détour de trente kilomètres pour les routiers", "France Bleu",
           "Les transporteurs demandent une aide de la région pour les semaines que dureront les travaux ...",
           "https://www.francebleu.fr/infos/detour-1234"),
)  # fmt: skip


def link(url: str) -> str:
    return f"https://www.google.com/url?rct=j&sa=t&url={url}&ct=ga&cd=CAEY&usg=AOvVaw"


def as_text(results: tuple[Result, ...], *, french: bool, tail: bool) -> str:
    heading = "Actualités - 3 nouveaux résultats pour" if french else "News - 3 new results for"
    flag = "Signaler ce résultat comme non pertinent" if french else "Flag as irrelevant"
    lines = [f"=== {heading} [pont] ===", ""]
    for one in results:
        title = f"{one.title} - {one.outlet}" if tail else one.title
        lines += [title, one.outlet, one.words, f"<{link(one.url)}>", flag, ""]
    return "\n".join([*lines, "- - - -", "Se désabonner de cette alerte Google :", "<https://www.google.com/alerts/remove?x>"])  # fmt: skip


def as_page(results: tuple[Result, ...], *, french: bool, tail: bool) -> str:
    flag = "Signaler comme non pertinent" if french else "Flag as irrelevant"
    rows = "<tr><td>pont</td></tr><tr><td>Mise à jour quotidienne ⋅ 13 mars 2023</td></tr><tr><td>ACTUALITÉS</td></tr>"
    for one in results:
        title = f"{one.title} - {one.outlet}" if tail else one.title
        rows += (
            f'<tr><td><div><a href="{escape(link(one.url))}"><span itemprop="name">{title}</span></a><div><div><a><span>{one.outlet}</span></a></div>'
            f"<div>{one.words}</div></div><table><tr><td><a>Facebook</a></td><td><a>Twitter</a></td><td><a>{flag}</a></td></tr></table></div></td></tr>"
        )
    foot = '<tr><td><a href="https://www.google.com/alerts?s=1">Afficher plus de résultats</a></td></tr><tr><td>Vous avez reçu cet e-mail car vous êtes abonné aux Alertes Google.</td></tr>'
    return f"<html><body><table>{rows}{foot}</table></body></html>"


def test_an_alert_without_addresses_is_a_mail() -> None:
    mail = EmailMessage()
    mail["From"] = "Google Alertes <googlealerts-noreply@google.com>"
    mail["Subject"] = "Alerte Google : pont"
    mail["Date"] = "Mon, 13 Mar 2023 18:05:00 +0000"
    page = as_page(RESULTS, french=True, tail=False).replace("href=", "data-was=")
    mail.set_content(page, subtype="html")
    (article,) = (
        one for one in read(mail.as_bytes(), relative="a.eml") if isinstance(one, Article)
    )
    assert RESULTS[-1].words in article.text


def test_an_alert_that_was_sent_on_has_addresses_within_others() -> None:
    mail = EmailMessage()
    mail["From"] = "Jeanne Martin <j.martin@example.org>"
    mail["Subject"] = "TR: Alerte Google : pont"
    mail["Date"] = "Mon, 13 Mar 2023 18:05:00 +0000"
    page = as_page(RESULTS, french=True, tail=True)
    for one in RESULTS:
        safe = (
            "https://eur01.safelinks.protection.outlook.com/?url="
            + quote(link(one.url), safe="")
            + "&data=05"
        )
        page = page.replace(escape(link(one.url)), escape(safe))
    mail.set_content(page, subtype="html")
    found = [one for one in read(mail.as_bytes(), relative="a.eml") if isinstance(one, Article)]
    assert [(one.title, one.source, one.url) for one in found] == [
        (one.title, one.outlet, one.url) for one in RESULTS
    ]


@pytest.mark.parametrize("french", [True, False])
@pytest.mark.parametrize("tail", [True, False])
@pytest.mark.parametrize("parts", ["text", "page", "both"])
@pytest.mark.parametrize("number", [1, 3])
def test_each_result_is_an_article(parts: str, number: int, *, french: bool, tail: bool) -> None:
    results = RESULTS[:number]
    mail = EmailMessage()
    mail["From"] = (
        "Google Alertes <googlealerts-noreply@google.com>"
        if french
        else "Google Alerts <googlealerts-noreply@google.com>"
    )
    mail["Subject"] = "Alerte Google\u00a0: pont" if french else "Google Alert - pont"
    mail["Date"] = "Mon, 13 Mar 2023 18:05:00 +0000"
    mail["To"] = "veille@example.org"
    if parts != "page":
        mail.set_content(as_text(results, french=french, tail=tail))
    if parts == "page":
        mail.set_content(as_page(results, french=french, tail=tail), subtype="html")
    if parts == "both":
        mail.add_alternative(as_page(results, french=french, tail=tail), subtype="html")
    found = [
        one for one in read(mail.as_bytes(), relative="alerte.eml") if isinstance(one, Article)
    ]
    told = [(one.title, one.source, one.url, one.author) for one in found]
    assert told == [(one.title, one.outlet, one.url, None) for one in results]
    for article, one in zip(found, results, strict=True):
        assert [article.text[start:end] for start, end in article.paragraphs] == [one.words]
        # The mail was sent on that day, the article appeared then or before.
        assert (article.published.value or "")[:10] == "2023-03-13"
        assert article.published.basis is Basis.INFERRED
