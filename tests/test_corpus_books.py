"""Books of articles (EPUB): what a chapter says of itself counts more than what the book says."""

from __future__ import annotations

import io
import zipfile

import pytest

from index.corpus.file_reading import read
from index.corpus.formats.books import AROUND
from index.model.article import Article, Noted
from tests.test_corpus_mails_sent_on import TEXTS, TITLE
from tests.test_corpus_pasted_mails import SECOND

BOOK = "Un an au port. Articles choisis, 2023"
MAKER = "Association Mémoire du port"


def book(*pages: str, creator: str = MAKER, title: str = BOOK) -> bytes:
    items = "".join(f'<item id="p{n}" href="p{n}.xhtml" media-type="application/xhtml+xml"/>' for n in range(len(pages)))  # fmt: skip
    order = "".join(f'<itemref idref="p{n}"/>' for n in range(len(pages)))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("mimetype", "application/epub+zip")
        made.writestr(
            "META-INF/container.xml",
            '<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>',
        )
        made.writestr(
            "b.opf",
            f"<package xmlns:dc='http://purl.org/dc/elements/1.1/'><metadata><dc:title>{title}</dc:title><dc:language>fr</dc:language>"
            f"<dc:creator>{creator}</dc:creator><dc:date>2024-01-01</dc:date></metadata><manifest>{items}</manifest><spine>{order}</spine></package>",
        )
        for number, page in enumerate(pages):
            made.writestr(f"p{number}.xhtml", f"<html><body>{page}</body></html>")
    return out.getvalue()


def chapter(title: str, above: str, texts: tuple[str, ...], below: str = "") -> str:
    return f"<h1>{title}</h1>{above}" + "".join(f"<p>{text}</p>" for text in texts) + below


def read_book(data: bytes) -> tuple[list[Article], list[Noted]]:
    found = list(read(data, relative="b.epub"))
    return [one for one in found if isinstance(one, Article)], [
        one for one in found if isinstance(one, Noted)
    ]


OUTLET = "<p><i>La Gazette du Port</i>, 17 janvier 2023</p>"
CHAPTERS = {
    "outlet and signature": (OUTLET, "<p>Yann Le Gall</p>", ("La Gazette du Port", "Yann Le Gall", "2023-01-17")),
    "outlet and byline": (OUTLET + "<p>Par Yann Le Gall</p>", "", ("La Gazette du Port", "Yann Le Gall", "2023-01-17")),
    "outlet alone": (OUTLET, "", ("La Gazette du Port", None, "2023-01-17")),
    "byline and day": ("<p>Par Yann Le Gall, le 17 janvier 2023</p>", "", ("Un an au port. Articles choisis, 2023", "Yann Le Gall", "2023-01-17")),
    "nothing": ("", "", (BOOK, MAKER, "2024-01-01")),
}  # fmt: skip


@pytest.mark.parametrize("form", CHAPTERS)
def test_a_chapter_states_more_than_its_book(form: str) -> None:
    above, below, told = CHAPTERS[form]
    (article,), noted = read_book(book(chapter(TITLE, above, TEXTS, below)))
    assert (article.title, article.source, article.author, article.published.value) == (TITLE, *told)  # fmt: skip
    assert tuple(span.of(article.text) for span in article.paragraphs) == TEXTS
    assert not noted


LONG = " ".join(TEXTS)
AROUND_PAGES = {
    "foreword": chapter("Avant-propos", "", TEXTS),
    "colophon": chapter("Achevé d’imprimer", "", ("Composé en janvier 2024 par les bénévoles de l’association, sur papier recyclé.",)),
    "by its type": f"<section epub:type='frontmatter foreword'><h1>Aux lecteurs</h1><p>{LONG}</p></section>",
    "English": chapter("About this book", "", TEXTS),
    "few words": chapter("Merci", "", ("Merci à la directrice de La Gazette du Port de son accord.",)),
}  # fmt: skip


@pytest.mark.parametrize("form", AROUND_PAGES)
def test_what_stands_around_the_articles_of_a_book_is_told(form: str) -> None:
    articles, noted = read_book(book(AROUND_PAGES[form], chapter(SECOND[0], OUTLET, SECOND[1:])))
    assert [one.title for one in articles] == [SECOND[0]]
    assert [one.reason for one in noted] == [AROUND]


def test_a_foreword_that_appeared_in_a_newspaper_is_an_article() -> None:
    articles, noted = read_book(book(chapter("Avant-propos", OUTLET, TEXTS)))
    assert [one.title for one in articles] == ["Avant-propos"]
    assert not noted
