"""Press reviews of word processors whose articles have tables of labels: each article with its facts."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest

from index.corpus.file_reading import read
from index.corpus.formats.label_tables import paragraphs_of
from index.model.article import Article

TEXTS = (
    "Les dockers ont voté la reprise du travail mardi matin, après trois semaines de grève.",
    "Quatre quartiers du nord seront privés d’eau jeudi, a annoncé la régie municipale.",
)
LAST = "La direction promet un plan d’embauche avant l’été, et des bouteilles à la mairie."
FACTS = (
    ("Le port rouvre", "La Gazette du Port", "17 janvier 2023", "Yann Le Gall"),
    ("L’eau coupée", "Le Courrier du Nord", "18/01/2023", "Inès Vautrin"),
)
Rows = list[list[str]]


def _pairs(facts: tuple[str, str, str, str]) -> Rows:
    return [
        ["Titre", facts[0]],
        ["Support :", facts[1]],
        ["Date de parution", facts[2]],
        ["Diffusion", "41 230"],
        ["Journaliste", facts[3]],
    ]


def _heads(facts: tuple[str, str, str, str]) -> Rows:
    return [["Titre", "Média", "Date", "Auteur"], list(facts)]


def _two_pairs_a_row(facts: tuple[str, str, str, str]) -> Rows:
    return [["Titre", facts[0], "Source", facts[1]], ["Date", facts[2], "Auteur", facts[3]]]


def _docx(blocks: list[str | Rows]) -> bytes:
    import docx

    made = docx.Document()
    for block in blocks:
        if isinstance(block, str):
            made.add_paragraph(block)
            continue
        table = made.add_table(rows=0, cols=len(block[0]))
        for row in block:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _odt(blocks: list[str | Rows]) -> bytes:
    def told(block: str | Rows) -> str:
        if isinstance(block, str):
            return f"<text:p>{block}</text:p>"
        rows = (
            "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in row)
            for row in block
        )
        inner = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
        return f"<table:table>{inner}</table:table>"

    names = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "text", "table")
    )
    body = "".join(map(told, blocks))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        made.writestr(
            "content.xml",
            f"<office:document-content{names}><office:body><office:text>{body}</office:text></office:body></office:document-content>",
        )
    return out.getvalue()


def _rtf(blocks: list[str | Rows]) -> bytes:
    def told(block: str | Rows) -> str:
        if isinstance(block, str):
            return f"\\pard {block}\\par\n"
        rows = ("".join(f"\\pard\\intbl {cell}\\cell\n" for cell in row) for row in block)
        return "".join(f"\\trowd\\cellx4000\\cellx8000\n{row}\\row\n" for row in rows)

    body = "".join(map(told, blocks)).replace("’", "\\'92")
    return ("{\\rtf1\\ansi\\ansicpg1252 " + body + "}").encode("cp1252")


MAKERS: dict[str, Callable[[list[str | Rows]], bytes]] = {"docx": _docx, "odt": _odt, "rtf": _rtf}


@pytest.mark.parametrize("kind", MAKERS)
@pytest.mark.parametrize("table_of", [_pairs, _heads, _two_pairs_a_row])
def test_a_review_with_tables_of_labels_is_cut_at_them(
    kind: str, table_of: Callable[[tuple[str, str, str, str]], Rows]
) -> None:
    blocks: list[str | Rows] = ["Revue de presse du 18 janvier 2023"]
    for facts, text in zip(FACTS, TEXTS, strict=True):
        blocks += [table_of(facts), text, LAST]
    found = [a for a in read(MAKERS[kind](blocks), relative=f"r.{kind}") if isinstance(a, Article)]
    assert [(a.title, a.source, a.author) for a in found] == [
        (title, source, author) for title, source, _, author in FACTS
    ]
    assert [(a.published.value or "")[:10] for a in found] == ["2023-01-17", "2023-01-18"]
    for article, text in zip(found, TEXTS, strict=True):
        assert text in article.text and LAST in article.text
        assert "41 230" not in article.text


@pytest.mark.parametrize("above", [True, False])
def test_the_title_may_stand_above_or_below_the_table(above: bool) -> None:
    blocks: list[str | Rows] = ["Revue de presse"]
    for facts, text in zip(FACTS, TEXTS, strict=True):
        table = [["Source", facts[1]], ["Date", facts[2]]]
        blocks += [facts[0], table, text] if above else [table, facts[0], text]
    found = [a for a in read(_docx(blocks), relative="r.docx") if isinstance(a, Article)]
    assert [(a.title, a.source) for a in found] == [(title, source) for title, source, *_ in FACTS]


def test_one_article_with_such_a_table_has_its_facts() -> None:
    title, source, day, author = FACTS[0]
    table = [["Source", source], ["Date", day], ["Auteur", author]]
    found = [
        a for a in read(_docx([title, table, *TEXTS]), relative="r.docx") if isinstance(a, Article)
    ]
    assert [(a.title, a.source, a.author) for a in found] == [(title, source, author)]
    assert source not in found[0].text


def test_a_table_with_an_article_in_each_row() -> None:
    heads = ["Titre", "Source", "Date", "Texte"]
    rows = [[f[0], f[1], f[2], text] for f, text in zip(FACTS, TEXTS, strict=True)]
    found = [a for a in read(_docx([[heads, *rows]]), relative="r.docx") if isinstance(a, Article)]
    assert [(a.title, a.source) for a in found] == [(f[0], f[1]) for f in FACTS]


@pytest.mark.parametrize(
    "rows",
    [
        [["Quartier", "Heures"], ["Les Tanneurs", "9 h - 16 h"]],
        [["Date", "Température"], ["17 janvier", "4 °C"], ["18 janvier", "6 °C"]],
        [["Titre", "Source", "Page"], ["Le port", "La Gazette", "2"], ["L’eau", "Le Lac", "3"]],
        [["Auteur"], ["Jeanne Martin"]],
        [],
    ],
)
def test_other_tables_are_no_labels(rows: Rows) -> None:
    assert paragraphs_of(rows) is None
