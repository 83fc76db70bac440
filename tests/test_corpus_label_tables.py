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


_STANDING: dict[str, dict[str, str]] = {
    "odt": {
        "list": "<text:list><text:list-item><text:p>{}</text:p></text:list-item></text:list>",
        "heading": '<text:h text:outline-level="2">{}</text:h>',
        "section": "<text:section><text:p>{}</text:p></text:section>",
        "paragraph": "<text:p>{}</text:p>",
    },
    "docx": {
        "field of a form": "<w:sdt><w:sdtContent><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:sdtContent></w:sdt>",
        "custom mark": "<w:customXml><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:customXml>",
        "paragraph": "<w:p><w:r><w:t>{}</w:t></w:r></w:p>",
    },
}


def _replaced(data: bytes, member: str, found: str, instead: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as made:
        for name in old.namelist():
            told = old.read(name)
            if name == member:
                text = told.decode()
                assert found in text
                told = text.replace(found, instead).encode()
            made.writestr(name, told)
    return out.getvalue()


@pytest.mark.parametrize(
    ("kind", "form"), [(kind, form) for kind, forms in _STANDING.items() for form in forms]
)
def test_a_cell_keeps_all_of_its_text_whatever_it_stands_in(kind: str, form: str) -> None:
    facts: Rows = [["Titre", FACTS[0][0]], ["Source", FACTS[0][1]], ["Texte", "ICI"]]
    inside = _STANDING[kind][form].format(TEXTS[0]) + _STANDING[kind]["paragraph"].format(LAST)
    if kind == "odt":
        data = _replaced(_odt([facts]), "content.xml", "<text:p>ICI</text:p>", inside)
    else:
        said = "<w:p><w:r><w:t>ICI</w:t></w:r></w:p>"
        data = _replaced(_docx([facts]), "word/document.xml", said, inside)
    (article,) = [one for one in read(data, relative=f"r.{kind}") if isinstance(one, Article)]
    assert (article.title, article.source) == FACTS[0][:2]
    assert TEXTS[0] in article.text and LAST in article.text


def test_a_cell_or_a_row_in_a_field_of_a_form_is_read() -> None:
    facts: Rows = [["Titre", FACTS[0][0]], ["Source", FACTS[0][1]], ["Texte", TEXTS[0]]]
    data = _docx([facts])
    for start, end in (("<w:tr>", "</w:tr>"), ("<w:tc>", "</w:tc>")):
        held = _replaced(data, "word/document.xml", start, f"<w:sdt><w:sdtContent>{start}")
        held = _replaced(held, "word/document.xml", end, f"{end}</w:sdtContent></w:sdt>")
        (article,) = [one for one in read(held, relative="r.docx") if isinstance(one, Article)]
        assert (article.title, article.source) == FACTS[0][:2]
        assert TEXTS[0] in article.text


def test_a_covered_cell_with_a_text_is_read() -> None:
    facts: Rows = [["Titre", FACTS[0][0]], ["Source", FACTS[0][1]]]
    covered = f"<table:covered-table-cell><text:p>{TEXTS[0]}</text:p></table:covered-table-cell></table:table-row></table:table>"
    data = _replaced(_odt([facts]), "content.xml", "</table:table-row></table:table>", covered)
    text = "\n".join(one.text for one in read(data, relative="r.odt") if isinstance(one, Article))
    assert TEXTS[0] in text


@pytest.mark.parametrize("value", ["", " ".join(TEXTS * 3)])
def test_a_text_where_a_label_is_expected_stays(value: str) -> None:
    rows: Rows = [["Titre", "A"], ["Source", "B"], ["Date", "17 janvier 2023"], [LAST, value]]
    paragraphs = paragraphs_of(rows)
    assert paragraphs is not None and LAST in paragraphs
