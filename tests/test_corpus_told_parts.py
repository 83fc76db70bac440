"""What a file of many records loses is told by its place; a table in a page is read row by row."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from a_story import FIRST, SECOND, THIRD

from index.corpus.file_reading import read, read_file
from index.corpus.folder import walk
from index.interface.accounts import account_reasons
from index.interface.texts import texts_for
from index.model.article import Article, Basis, Loss, Noted, Unread
from index.model.file_outcomes import FileAccount

GAZETTE, DAY = "La Gazette du Port", "2023-01-17"


def _page_of_rows(head: str, cells: list[list[str]]) -> bytes:
    heads = "".join(f"<th>{name}</th>" for name in head.split("|"))
    rows = "".join(f"<tr>{''.join(f'<td>{c}</td>' for c in row)}</tr>" for row in cells)
    return f"<html><body><table border=1><tr>{heads}</tr>{rows}</table></body></html>".encode()


@pytest.mark.parametrize("name", ["export.xls", "revue.html"])
def test_a_table_of_articles_in_a_page_gives_each_row(name: str) -> None:
    data = _page_of_rows(
        "Support|Date de parution|Titre|Signature|Texte",
        [[GAZETTE, "17/01/2023", "Le port rénové", "Jeanne Vautrin", f"{FIRST}<br>{SECOND}"],
         ["Le Phare", "18/01/2023", "Le quai fermé", "", THIRD],
         ["Le Phare", "19/01/2023", "Sans texte", "", ""]],
    )  # fmt: skip
    found = list(read(data, relative=name))
    first, second = [one for one in found if isinstance(one, Article)]
    assert (first.title, first.source, first.author, first.published.value) == (
        "Le port rénové", GAZETTE, "Jeanne Vautrin", DAY,
    )  # fmt: skip
    assert (second.title, second.author, second.published.value) == (
        "Le quai fermé", None, "2023-01-18",
    )  # fmt: skip
    assert FIRST in first.text and SECOND in first.text and THIRD in second.text
    (lost,) = [one for one in found if isinstance(one, Noted)]
    assert (lost.loss, lost.what) == (Loss.WITHOUT_TEXT, "Sans texte")


def test_a_table_in_an_article_is_no_table_of_articles() -> None:
    rows = "<tr><th>Titre</th><th>Date</th></tr><tr><td>Le quai</td><td>17/01/2023</td></tr>"
    page = f"<html><body><article><h1>Le port rénové</h1><p>{FIRST}</p><table>{rows}</table><p>{SECOND}</p></article></body></html>"
    (found,) = [one for one in read(page.encode(), relative="a.html") if isinstance(one, Article)]
    assert found.title == "Le port rénové"


def test_a_line_that_is_no_record_is_told_by_its_number() -> None:
    lines = [json.dumps({"title": "Un", "text": FIRST}), "{cassé", json.dumps({"title": "Deux"})]
    found = list(read("\n".join(lines).encode(), relative="a.jsonl"))
    assert not [one for one in found if isinstance(one, Unread)]
    notes = [(one.loss, one.what) for one in found if isinstance(one, Noted)]
    assert sorted(notes) == [(Loss.REFUSED, "2"), (Loss.REMARK, "Deux")]


FEEDS = {
    "rss": "<rss version='2.0'><channel><title>G</title><item><title>Deux</title></item></channel></rss>",
    "atom": "<feed xmlns='http://www.w3.org/2005/Atom'><title>G</title><entry><title>Deux</title></entry></feed>",
}


@pytest.mark.parametrize("kind", FEEDS)
def test_a_title_alone_in_a_feed_is_told(kind: str) -> None:
    found = list(read(FEEDS[kind].encode(), relative="a.xml"))
    assert [one.title for one in found if isinstance(one, Article)] == ["Deux"]
    assert [(one.loss, one.what) for one in found if isinstance(one, Noted)] == [
        (Loss.REMARK, "Deux")
    ]


def test_a_sheet_that_is_no_table_of_articles_is_told_by_its_name() -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.active.title = "Vide"
    for name, rows in (
        ("Articles", [["Titre", "Texte"], ["Un", FIRST]]),
        ("Codes", [["Code", "Valeur"], ["a", 1], ["b", 2]]),
    ):
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    found = list(read(out.getvalue(), relative="a.xlsx"))
    assert [one.title for one in found if isinstance(one, Article)] == ["Un"]
    assert [one.what for one in found if isinstance(one, Noted)] == ["Codes"]


def test_a_list_that_is_cut_short_is_told() -> None:
    whole = json.dumps(
        {"articles": [{"title": "Un", "text": FIRST}, {"title": "Deux", "text": SECOND}]}
    )
    for end in (len(whole) - 2, len(whole) - 30):
        found = list(read(whole[:end].encode(), relative="a.json"))
        assert [one for one in found if isinstance(one, Noted) and one.loss is Loss.REFUSED]


def test_a_lock_of_an_open_document_is_told_as_one(tmp_path: Path) -> None:
    (tmp_path / "~$revue.docx").write_bytes(b"Jeanne" + bytes(156))
    (file,) = walk(tmp_path)
    (found,) = read_file(file)
    assert isinstance(found, Unread) and "lock" in found.reason


def test_what_is_counted_and_not_named_says_how_many() -> None:
    remarks = (
        Noted("a.json", Loss.REMARK, "Earlier versions of a page are left out.", "", 7),
        Noted("a.json", Loss.REMARK, "A longer text stands under another name.", "html", 3),
        Noted("a.json", Loss.REMARK, "The record has a title and no text.", "Le port"),
    )
    lost = Noted("a.json", Loss.WITHOUT_TEXT, "The record has neither a title nor a text.", "", 2)
    file = FileAccount("a.json", 4, without_text=(lost,), remarks=remarks)
    told = account_reasons(texts_for("en"), file)
    assert [named for _, named in told] == ["2", "7", "html × 3", "Le port"]


@pytest.mark.parametrize(
    ("place", "author"),
    [
        ("BAMAKO, 16 mai 2025 (AMAP) - ", "AMAP"),
        ("DAKAR, 16 mai 2025 (APS) – ", "APS"),
        ("Valombre (Jura), 16 mai 2025 (Azimut) - ", None),
        ("LIBREVILLE, 16 mai 2025 (Infos Plus Lac) - ", None),
    ],
)
def test_the_day_of_a_wire_is_stated_whoever_sent_it(place: str, author: str | None) -> None:
    data = f"Le port rénové\n\n{place}{FIRST}\n\n{SECOND}\n\n{THIRD}\n".encode()
    (article,) = read(data, relative="depeche.txt")
    assert isinstance(article, Article)
    date = article.published
    assert (date.value, date.basis, article.author) == ("2025-05-16", Basis.STATED, author)


def test_texts_below_the_only_heading_of_a_corpus_are_articles_each() -> None:
    heads = ("Le port rénové", "Le quai fermé", "La criée")
    texts = (FIRST, SECOND, THIRD)
    body = "".join(f"<h2>{h}</h2>\n{t}\n" for h, t in zip(heads, texts, strict=True))
    found = list(read(f"<h1>{GAZETTE}</h1>\n{body}".encode(), relative="corpus.txt"))
    assert [one.title for one in found if isinstance(one, Article)] == list(heads)


def test_messages_of_zoom_without_tabs() -> None:
    lines = [f"08:15:3{n} From {who} to Everyone : {text}" for n, (who, text) in enumerate([("Jeanne Vautrin", FIRST), ("Luc", SECOND), ("Luc", THIRD)])]  # fmt: skip
    found = list(read("\n".join(lines).encode(), relative="chat.txt"))
    assert [one.author for one in found if isinstance(one, Article)] == [
        "Jeanne Vautrin",
        "Luc",
        "Luc",
    ]
