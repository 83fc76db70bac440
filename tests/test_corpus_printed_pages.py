"""A web page that a browser printed to PDF or saved: stamps, titles over lines, the lead below buttons, comments."""

from __future__ import annotations

import io

import pytest

from index.corpus.file_reading import read
from index.model.article import Article
from tests.test_corpus_formats import make_pdf

TITLE = "Valserine : le pont de la gare fermé aux camions"
SITE = "Le Courrier du Haut-Jura"
ADDRESS = "https://www.courrier-haut-jura.fr/actualite/2023/03/valserine-le-pont-ferme-101761.html"
HEAD = [
    SITE, "Accueil Politique Économie Sport Culture Vidéos", "S’abonner Se connecter", "Accueil > Région",
    "Valserine : le pont", "de la gare fermé aux", "camions", "Par Coralie Vidal",
    "Publié le 13 mars 2023 à 07h12, mis à jour le 13 mars 2023 à", "18h40 • Temps de lecture : 2 min",
]  # fmt: skip
BUTTONS = (
    ["Partager sur Facebook   Partager sur X   Copier le lien", "Image d’illustration. © Archives"],
    ["Partager   Facebook   Twitter   E-mail", "Le pont, hier matin. Photo Pierre Lamour"],
    ["Écouter l’article   Réagir   Sauvegarder   Partager"],
    ["Partager cet article", "Facebook   X   WhatsApp   LinkedIn"],
)
TEXT = [
    ["Le pont de la gare a fermé ce lundi à 5 heures aux camions, a", "annoncé la direction des routes. Deux fissures y ont été vues."],
    ["« Nous ne voulons courir aucun risque », explique le maire, qui", "réclame au département des travaux avant l’été prochain."],
    ["Les camions feront un détour de trente kilomètres par la vallée", "voisine, dit la préfecture."],
]  # fmt: skip
COMMENTS = (
    ["Commentaires (12)", "Jean-Michel : encore une honte pour notre pays, comme", "d’habitude !"],
    ["3 commentaires", "gege38 a écrit : il était temps que quelqu’un réagisse.", "Répondre"],
    ["Vos réactions", "Lulu : bravo à tous les agents."],
)
FOOT = ["Mentions légales | CGU | Gérer les cookies | © Le Courrier du Haut-Jura 2023 – Tous droits réservés"]  # fmt: skip


def chrome(day: str) -> tuple[list[str], list[str]]:
    return [f"{day} {TITLE} - {SITE}"], [f"{ADDRESS} 1/1"]


def firefox(day: str) -> tuple[list[str], list[str]]:
    return [f"{TITLE} - {SITE} {ADDRESS}"], [f"1 sur 1 {day}"]


def printed(
    above: list[str], below: list[str], buttons: list[str], comments: list[str], *, late: bool
) -> bytes:
    text = [line for paragraph in TEXT for line in paragraph]
    page = [
        *HEAD,
        *buttons,
        *text,
        "À lire aussi",
        "Trois loups abattus dans le massif",
        *comments,
        *FOOT,
    ]
    # Chrome draws its stamps last, so they end the text of a sheet.
    return make_pdf([*page, *above, *below] if late else [*above, *page, *below])


@pytest.mark.parametrize("late", [True, False])
@pytest.mark.parametrize("buttons", BUTTONS)
@pytest.mark.parametrize("comments", COMMENTS)
@pytest.mark.parametrize(
    "stamps",
    [chrome("12/1/26, 3:38 PM"), chrome("01/12/2026 15:38"), firefox("01/12/2026, 15:38")],
)
def test_a_printed_page(
    stamps: tuple[list[str], list[str]], comments: list[str], buttons: list[str], *, late: bool
) -> None:
    data = printed(*stamps, buttons, comments, late=late)
    (article,) = (one for one in read(data, relative="a.pdf") if isinstance(one, Article))
    assert (article.title, article.source, article.url) == (TITLE, SITE, ADDRESS)
    assert (article.author, (article.published.value or "")[:10]) == ("Coralie Vidal", "2023-03-13")
    paragraphs = " ".join(article.text[start:end] for start, end in article.paragraphs)
    assert paragraphs == " ".join(line for paragraph in TEXT for line in paragraph)


def titled(data: bytes, title: str) -> bytes:
    """The PDF with a title in its description, as a browser writes it there."""
    import pypdf

    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    writer.add_metadata({"/Title": title})
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize("buttons", BUTTONS)
def test_a_page_printed_without_stamps_has_the_title_of_its_description(buttons: list[str]) -> None:
    data = titled(printed([], [], buttons, COMMENTS[0], late=True), f"{TITLE} - {SITE}")
    (article,) = (one for one in read(data, relative="a.pdf") if isinstance(one, Article))
    assert (article.title, article.source) == (TITLE, SITE)


@pytest.mark.parametrize(
    "title", ["Microsoft Word - le pont (v2).docx", "de la gare", "Le pont, notes - Ma Revue"]
)
def test_a_description_of_other_words_names_nothing(title: str) -> None:
    lines = [
        "Un pont fermé aux camions de la vallée",
        "de la gare",
        *(line for one in TEXT for line in one),
    ]
    found = [
        next(one for one in read(data, relative="a.pdf") if isinstance(one, Article))
        for data in (make_pdf(lines), titled(make_pdf(lines), title))
    ]
    assert found[0].title == found[1].title
    assert found[0].source == found[1].source


def test_an_hour_in_a_report_is_no_stamp() -> None:
    lines = [line for paragraph in TEXT for line in paragraph]
    data = make_pdf(["Le pont de la gare", "12/1/26, 3:38 PM début de la réunion", *lines])
    (article,) = (one for one in read(data, relative="a.pdf") if isinstance(one, Article))
    assert "3:38" in article.text


PAGE = """<!DOCTYPE html><html lang="fr"><head><title>{title} - {site}</title><meta property="og:title" content="{title}"></head><body>
<nav><a href="/">Accueil</a></nav><main><article><h1>{title}</h1>{counter}<p>Par Coralie Vidal</p>{text}<div>{heading}</div>{comments}</article></main>
<footer>Mentions légales</footer></body></html>"""


@pytest.mark.parametrize(
    "heading", ["Commentaires (12)", "3 commentaires", "Vos réactions", "Tous les commentaires"]
)
@pytest.mark.parametrize("counter", ["", "<div>12 commentaires</div>"])
@pytest.mark.parametrize("as_page", [True, False])
def test_comments_below_a_saved_page(heading: str, counter: str, *, as_page: bool) -> None:
    text = [" ".join(paragraph) for paragraph in TEXT]
    comments = "<p>Jean-Michel : encore une honte pour notre pays, comme d’habitude, et rien ne change !</p>"
    page = PAGE.format(
        title=TITLE, site=SITE, counter=counter, heading=heading, comments=comments,
        text="".join(f"<p>{one}</p>" for one in text),
    )  # fmt: skip
    data = page.encode()
    if not as_page:
        head = f"From: <Saved by Blink>\nSnapshot-Content-Location: {ADDRESS}\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
        data = head.encode() + data
    name = "a.html" if as_page else "a.mhtml"
    (article,) = (one for one in read(data, relative=name) if isinstance(one, Article))
    assert [article.text[start:end] for start, end in article.paragraphs] == text
