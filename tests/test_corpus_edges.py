"""Where the article of an export ends and who wrote it, when its own words look like the export's marks."""

from __future__ import annotations

import time

import pytest

from index.corpus.file_reading import read
from index.model.article import Article

RULE = "_" * 60
FIRST = "Le quai nord a rouvert mardi matin à Valombre, après deux ans de travaux et quatre millions d’euros."
LAST = "La maire a coupé le ruban à onze heures, devant une centaine d’habitants venus malgré la pluie."
LABELS = "Title: Le quai nord rouvre\n\nPublication title: La Vigie du Port; Rennes\n\nPublication date: Jan 17, 2023"


def articles(text: str, name: str) -> list[Article]:
    return [one for one in read(text.encode(), relative=name) if isinstance(one, Article)]


def export(body: str, labels: str) -> str:
    return (
        f"{RULE}\n\nDocument 1 of 1\n\nLe quai nord rouvre\n\nAuthor: Martin, Jeanne\n\n"
        f"Full text: {body}\n\n{labels}\n\n{RULE}\n\nContact ProQuest\n"
    )


@pytest.mark.parametrize(
    "line", ["Lieu : salle des fêtes.", "Section : nord du port.", "Pages : 12 et 13.", "Titre : Le quai"]
)  # fmt: skip
@pytest.mark.parametrize("below", ["", "\n\nNumber of pages: 1\n\nProQuest document ID: 276"])
def test_a_line_of_an_article_that_looks_like_a_label_does_not_end_it(
    line: str, below: str
) -> None:
    (article,) = articles(export(f"{FIRST}\n\n{line}\n\n{LAST}", LABELS + below), "a.txt")
    assert article.title == "Le quai nord rouvre"
    assert line in article.text
    assert LAST in article.text
    assert "Publication" not in article.text
    assert "276" not in article.text
    assert article.section is None
    assert article.source == "La Vigie du Port"


def test_an_article_above_labels_that_are_wrapped_ends_before_them() -> None:
    below = f"{LABELS}\n\nAbstract: Deux ans de travaux\n\nau port.\n\nProQuest document ID: 276"
    (article,) = articles(export(f"{FIRST}\n\n{LAST}", below), "a.txt")
    assert article.text.rstrip().endswith(LAST)


def message(number: int, inside: str) -> str:
    return (
        f'<div class="message default clearfix" id="message{number}"><div class="body">'
        f'<div class="pull_right date details" title="17.01.2023 08:15:00 UTC+01:00">08:15</div>'
        f"{inside}</div></div>"
    )


def test_who_wrote_a_forwarded_message_did_not_write_the_next() -> None:
    name = '<div class="from_name">{}</div>'.format
    text = '<div class="text">{}</div>'.format
    page = (
        '<!DOCTYPE html><html><body><div class="page_wrap"><div class="page_header"><div class="text bold">'
        'Les amis du port</div></div><div class="page_body chat_page"><div class="history">'
        + message(1, name("Jeanne Martin") + text(FIRST))
        + message(2, f'<div class="forwarded body">{name("Yann Le Gall")}{text(LAST)}</div>')
        + message(3, text(f"Mardi. {FIRST}"))
        + "</div></div></div></body></html>"
    )
    found = articles(page, "messages.html")
    assert [one.author for one in found] == ["Jeanne Martin", "Yann Le Gall", "Jeanne Martin"]


@pytest.mark.parametrize("long", ["icon", "note", "title"])
def test_a_bookmark_with_much_in_it_is_read_whole(long: str) -> None:
    icon = "data:image/png;base64," + "A" * (30_000 if long == "icon" else 10)
    title = "Le quai nord rouvre" + " après des travaux" * (200 if long == "title" else 1)
    note = FIRST * (300 if long == "note" else 1) + " Fin."
    page = (
        "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>Bookmarks</TITLE>\n<DL><p>\n"
        f'<DT><A HREF="https://www.vigie.example/quai.html" ICON="{icon}">{title}</A>\n<DD>{note}\n</DL>\n'
    )
    (article,) = articles(page, "bookmarks.html")
    assert article.url == "https://www.vigie.example/quai.html"
    assert article.title.startswith("Le quai nord rouvre")
    assert article.text.rstrip().endswith("Fin.")


def test_the_attributes_of_a_bookmark_take_no_longer_than_their_length() -> None:
    page = f"<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><DT><A {'a' * 200_000}>Le quai</A>\n</DL>\n"
    start = time.process_time()
    articles(page, "bookmarks.html")
    assert time.process_time() - start < 2
