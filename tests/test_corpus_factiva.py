"""Factiva's articles with the codes of their fields, whatever parts a code from its value, and pages with running lines."""

from __future__ import annotations

import io

import pytest

from index.corpus.file_reading import read
from index.model.article import Article

LEAD = "Depuis lundi soir, plus aucun camion ne franchit le pont de Saint-Aubrac, fissuré sous son tablier."
REST = (
    "CO 2, poussière, bruit : les riverains ne regrettent pas le trafic, assure la mairie.",
    "Les travaux dureront quatre mois et coûteront 900 000 euros.",
)
ARTICLES = (
    ("Hérault", "Le pont fermé aux camions", "Coralie Vidal", "9 February 2021", "Midi Libre", "MIDLIB"),
    ("Région", "Une passerelle pour l’été", "Damien Poirot", "16 July 2021", "L’Est Républicain", "ESTREP"),
)  # fmt: skip
DAYS = ("2021-02-09", "2021-07-16")
Fields = list[tuple[str, str]]


def fields(number: int, left_out: str = "") -> Fields:
    section, title, author, day, outlet, code = ARTICLES[number]
    found = [
        ("SE", section), ("HD", title), ("BY", author), ("WC", "62 words"), ("PD", day), ("SN", outlet),
        ("SC", code), ("PG", "4"), ("LA", "French"), ("CY", f"© 2021 {outlet}. Tous droits réservés."),
        ("LP", LEAD), ("TD", "\n".join(REST)), ("RE", "fra : France | eurz : Europe"), ("PUB", outlet),
        ("AN", f"Document {code}0020210209eh290001l"),
    ]  # fmt: skip
    return [(name, value) for name, value in found if name not in left_out.split()]


def text(apart: str, left_out: str = "") -> bytes:
    blocks = (
        "\n".join(f"{name}{apart}{value}".replace("\n", "\n\n") for name, value in fields(n, left_out))
        for n in (0, 1)
    )  # fmt: skip
    return "\n\n\n".join(blocks).encode()


def rich_text(apart: str) -> bytes:
    def told(value: str) -> str:
        plain = "".join(char if ord(char) < 128 else f"\\u{ord(char)}?" for char in value)
        return plain.replace("\n", "\\par\\par ")

    rows = [f"\\pard {{\\b {name}}}{apart}{told(value)}\\par\n" for n in (0, 1) for name, value in fields(n)]  # fmt: skip
    return ("{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}\n" + "".join(rows) + "}").encode("ascii")


def word(apart: str | None) -> bytes:
    import docx

    made = docx.Document()
    for number in (0, 1):
        table = made.add_table(rows=0, cols=2) if apart is None else None
        for name, value in fields(number):
            if table is not None:
                cells = table.add_row().cells
                cells[0].text, cells[1].text = name, value
            else:
                for paragraph in f"{name}{apart}{value}".split("\n"):
                    made.add_paragraph(paragraph)
        made.add_paragraph("")
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


FILES = {
    "tab.txt": text("\t"),
    "blanks.txt": text("   "),
    "no section.txt": text("\t", "SE WC"),
    "no number.txt": text("\t", "SE AN"),
    "lines.txt": text("\n\n"),
    "tab.rtf": rich_text("\\tab "),
    "blanks.rtf": rich_text("  "),
    "tab.docx": word("\t"),
    "table.docx": word(None),
    "with the search.txt": b"Factiva\n\n" + text("\t") + "\n\nSearch Summary\nText\tpont\nDate\tAll Dates\n© 2024 Factiva, Inc. All rights reserved.\n".encode(),
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_codes_and_values(name: str) -> None:
    found = [one for one in read(FILES[name], relative=name) if isinstance(one, Article)]
    assert len(found) == 2
    for article, (_, title, author, _, outlet, _), day in zip(found, ARTICLES, DAYS, strict=True):
        told = (article.title, article.author, article.source, article.published.value)
        assert told == (title, author, outlet, day)
        paragraphs = " ".join(article.text[start:end] for start, end in article.paragraphs)
        assert paragraphs == " ".join((LEAD, *REST))


def ordered(number: int, *running: str) -> str:
    section, title, author, _, outlet, code = ARTICLES[number]
    head = (*running, section, title, author, "62 mots", "9 février 2021", outlet, code, "Français", f"© 2021 {outlet}. Tous droits réservés.")  # fmt: skip
    return "\n".join((*head, "", LEAD, "", *REST, "", f"Document {code}0020210209eh290001l", "\n"))


@pytest.mark.parametrize(
    "line",
    ["Dow Jones Factiva", "Factiva®", "DOW JONES", "Page 1 de 3 © 2022 Factiva, Inc. Tous droits réservés."],
)  # fmt: skip
def test_running_lines_are_no_section(line: str) -> None:
    data = (ordered(0, line) + ordered(1, line)).encode()
    found = [one for one in read(data, relative="factiva.txt") if isinstance(one, Article)]
    assert [(one.section, one.title) for one in found] == [one[:2] for one in ARTICLES]


def test_words_in_capitals_are_no_codes() -> None:
    data = f"SN Immobilier ferme\n\nSN\tla lettre de la société\n\n{LEAD}\n\n{REST[0]}\n\nHD  pour haute définition.\n".encode()
    (article,) = (one for one in read(data, relative="a.txt") if isinstance(one, Article))
    assert LEAD in article.text
