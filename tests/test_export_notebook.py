"""The notebook as a document: words, notes and proofs in every format that is promised."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from exported import bytes_of, text_of_docx, two_articles

from index.export.export_registry import FORMATS
from index.export.gathering import Gathering
from index.export.material import Material, Subject
from index.interface.texts import texts_for
from index.model.article import ArticleId
from index.model.text import Span
from index.notebook import keepable


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Any:
    with two_articles(tmp_path_factory) as opened:
        yield opened


@pytest.fixture(scope="module")
def notebook(corpus: Any) -> Material:
    """A notebook of each kind: passage, quotation, article, fact, row, line."""
    library = corpus.library
    un, deux = (library.article(ArticleId(id)) for id in ("un", "deux"))
    compared = library.compare([un.id, deux.id])
    words = "a fermé mardi 17 janvier 2023"
    at = un.text.index(words)
    passage = library.keep(un.id, span=Span(at, at + len(words)))
    library.change_kept(passage.id, note="=à vérifier | au *greffe*", tags=["quai"])
    library.keep(deux.id)
    library.keep_this(keepable.of_quote(compared.quotes[0]))
    library.keep_this(keepable.of_row(compared.rows[0].passages, strength="strong"))
    library.keep_this(keepable.of_line(library.concordance("quai").lines[0]))
    return Gathering(library, texts_for("fr")).notebook()


NOTEBOOK_FORMATS = [one for one in FORMATS if Subject.NOTEBOOK in one.takes]


def test_the_notebook_goes_out_in_every_format_that_is_promised(notebook: Material) -> None:
    names = {one.name for one in NOTEBOOK_FORMATS}
    assert names >= {"html", "docx", "md", "csv", "xlsx", "json", "ris", "bibtex", "csl"}
    for one in NOTEBOOK_FORMATS:
        assert list(one.write(notebook)) == list(one.write(notebook))


@pytest.mark.parametrize("name", ["html", "md", "docx"])
def test_a_dossier_of_the_notebook_holds_words_note_and_proof(
    name: str, notebook: Material
) -> None:
    content = bytes_of(name, notebook)
    shown = text_of_docx(content) if name == "docx" else content.decode()
    for one in notebook.noted:
        for proof in one.proofs:
            assert proof.sha256 in shown and proof.file in shown
    assert "a fermé mardi 17 janvier 2023" in shown and "Jeanne Castel" in shown
    assert "au " in shown and "greffe" in shown and "#quai" in shown.replace("\\", "")


def test_the_notebook_is_read_back_as_a_table(notebook: Material) -> None:
    import openpyxl

    text = bytes_of("csv", notebook).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    assert len(rows) == sum(len(one.proofs) for one in notebook.noted)
    assert {row["nature"] for row in rows} == {"passage", "article", "quote", "row", "line"}
    assert rows[0]["note"].startswith("'=")
    by_id = {article.id: article for article in notebook.articles}
    for row in rows:
        if row["debut"]:
            article = by_id[ArticleId(row["article"])]
            assert article.text[int(row["debut"]) : int(row["fin"])] == row["texte"]
    book = openpyxl.load_workbook(io.BytesIO(bytes_of("xlsx", notebook)))
    assert book.sheetnames[0] == "Carnet" and book["Carnet"].max_row == len(rows) + 1


def test_references_bear_the_notes_of_the_notebook(notebook: Material) -> None:
    import rispy

    entries = rispy.loads(bytes_of("ris", notebook).decode())
    assert [entry["title"] for entry in entries] == [one.title for one in notebook.articles]
    assert any("à vérifier" in str(entry.get("notes")) for entry in entries)
