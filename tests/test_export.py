"""What goes out is read back by the readers of its own field: the same words, nothing executed."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from exported import bytes_of, text_of_docx, two_articles

from index.corpus.file_reading import read
from index.errors import RecoupeError
from index.export.bibliography import date_parts, people
from index.export.csv_table import COLUMNS, defused
from index.export.dossier import dossier
from index.export.export_format import ExportFormat
from index.export.export_registry import FORMATS, find_format
from index.export.file_writing import write_out
from index.export.gathering import Gathering
from index.export.iramuteq import value_of
from index.export.material import Material, Share, Subject
from index.interface.texts import texts_for
from index.model.article import Article, ArticleId, Basis, DateValue
from index.model.claims import ClaimKind
from index.model.comparison import Rendering
from index.model.facts import FactVerdict

DATA = Path(__file__).parent / "data"


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Any:
    with two_articles(tmp_path_factory) as opened:
        yield opened


@pytest.fixture(scope="module")
def gathering(corpus: Any) -> Gathering:
    return Gathering(corpus.library, texts_for("fr"))


@pytest.fixture(scope="module")
def results(gathering: Gathering) -> Material:
    return gathering.results("quai")


@pytest.fixture(scope="module")
def compared(gathering: Gathering) -> Material:
    return gathering.comparison([ArticleId("un"), ArticleId("deux")])


def un(results: Material) -> Article:
    return next(article for article in results.articles if article.id == "un")


def test_csv_for_excel_is_read_back_with_formulas_defused(results: Material) -> None:
    content = bytes_of("csv", results)
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
    assert tuple(rows[0]) == COLUMNS
    assert {row["titre"] for row in rows} == {article.title for article in results.articles}


@pytest.mark.parametrize(
    ("cell", "safe"),
    [
        ("=1+1", "'=1+1"),
        ("+33", "'+33"),
        ("@nom", "'@nom"),
        ("-cmd", "'-cmd"),
        ("-5 %", "-5 %"),
        ("le = signe", "le = signe"),
    ],
)
def test_cells_that_a_spreadsheet_would_compute(cell: str, safe: str) -> None:
    assert defused(cell) == safe


def test_machines_get_a_table_as_it_is(results: Material) -> None:
    plain = replace(results, delimiter=",")
    rows = list(csv.DictReader(io.StringIO(bytes_of("csv", plain).decode())))
    told = next(row for row in rows if row["id"] == "un")
    assert "\n\n=SOMME(A1) est une ligne" in told["texte"]
    assert told["sha256"] == un(results).sha256


@pytest.mark.parametrize("name", ["csv", "json"])
def test_what_we_export_read_as_a_corpus_gives_the_same_articles(
    name: str, results: Material
) -> None:
    material = replace(results, delimiter=",")
    found = [
        a
        for a in read(bytes_of(name, material), relative=f"export.{name}")
        if isinstance(a, Article)
    ]
    wanted = {
        a.title: (
            a.source,
            a.author,
            a.published.value,
            a.url,
            [s.of(a.text) for s in a.paragraphs],
        )
        for a in results.articles
    }
    assert {
        a.title: (
            a.source,
            a.author,
            a.published.value,
            a.url,
            [s.of(a.text) for s in a.paragraphs],
        )
        for a in found
    } == wanted


def test_ris_is_read_back(results: Material) -> None:
    import rispy

    entries = rispy.loads(bytes_of("ris", results).decode())
    told = next(one for one in entries if "pont" in one["title"])
    assert told["type_of_reference"] == "NEWS"
    assert told["authors"] == ["Martin, Jeanne", "Amiel, Luc"]
    assert told["date"] == "2023/01/17/"
    assert told["secondary_title"] == "La Gazette du Port"
    assert told["keywords"] == ["port", "travaux"]


def test_bibtex_is_read_back(results: Material) -> None:
    import bibtexparser

    found = bibtexparser.parse_string(bytes_of("bibtex", results).decode())
    assert not found.failed_blocks
    entries = [{one.key: one.value for one in entry.fields} for entry in found.entries]
    told = next(one for one in entries if "pont" in one["title"])
    assert told["entrysubtype"] == "newspaper"
    assert told["author"] == "Martin, Jeanne and Amiel, Luc"
    assert told["date"] == "2023-01-17"
    assert told["url"] == "https://gazette.example/quai?a=1&b=2"
    assert r"\{pont\}" in told["title"] and r"50 \%" in told["title"]
    assert len({entry.key for entry in found.entries}) == len(results.articles)


def test_csl_is_read_back(results: Material) -> None:
    told = next(one for one in json.loads(bytes_of("csl", results)) if "pont" in one["title"])
    assert told["type"] == "article-newspaper"
    assert told["issued"] == {"date-parts": [[2023, 1, 17]]}
    assert told["author"][0] == {"family": "Martin", "given": "Jeanne"}


def test_iramuteq_holds_what_the_program_asks(results: Material) -> None:
    text = bytes_of("iramuteq", results).decode()
    heads = [line for line in text.splitlines() if line.startswith("****")]
    assert len(heads) == len(results.articles)
    assert any(
        "*source_LaGazetteduPort" in head.replace("GazetteDuPort", "GazetteduPort")
        for head in heads
    )
    for head in heads:
        for variable in head.split()[1:]:
            name, value = variable.removeprefix("*").split("_")
            assert name.isalnum() and value and value.isascii()


@pytest.mark.parametrize(
    ("text", "value"), [("La Croix", "LaCroix"), ("L’Écho du *Port_", "LEchoDuPort"), ("", "")]
)
def test_values_of_iramuteq(text: str, value: str) -> None:
    assert value_of(text) == value


def test_txm_and_tei_are_xml(results: Material, compared: Material) -> None:
    from lxml import etree

    files = dict(find_format("txm", Subject.RESULTS).write(results))
    assert set(files) == {"un.xml", "deux.xml", "metadata.csv"}
    root = etree.fromstring(files["un.xml"])
    assert root.get("titre") == un(results).title and root.get("date") == "2023/01/17"
    space = {"t": "http://www.tei-c.org/ns/1.0"}
    tei = etree.fromstring(bytes_of("tei", results))
    assert "Paul Renaud" in [one.text for one in tei.iterfind(".//t:persName", space)]
    assert tei.find(".//t:said", space) is not None
    apparatus = etree.fromstring(bytes_of("tei", compared))
    witnesses = {
        one.get("{http://www.w3.org/XML/1998/namespace}id")
        for one in apparatus.iterfind(".//t:witness", space)
    }
    readings = apparatus.findall(".//t:app/t:rdg", space)
    assert readings and {one.get("wit")[1:] for one in readings} <= witnesses


@pytest.mark.parametrize("share", list(Share))
@pytest.mark.parametrize("subject", ["results", "compared"])
def test_tei_is_valid(share: Share, subject: str, results: Material, compared: Material) -> None:
    """Against the elements used; the whole schema of TEI P5 3.0.0 was at hand once and agreed."""
    from lxml import etree

    material = replace({"results": results, "compared": compared}[subject], share=share)
    schema = etree.RelaxNG(etree.parse(str(DATA / "tei-used.rng")))
    document = etree.fromstring(bytes_of("tei", material))
    assert schema.validate(document), schema.error_log
    named = set(document.xpath("//@xml:id"))
    pointers = {
        pointer
        for one in document.xpath("//@who | //@wit | //@corresp")
        for pointer in str(one).split()
    }
    assert pointers and {pointer.removeprefix("#") for pointer in pointers} <= named


def test_the_network_opens_in_networkx(results: Material) -> None:
    import networkx

    graph = networkx.read_gexf(io.BytesIO(bytes_of("gexf", results)))
    labels = {data["label"]: node for node, data in graph.nodes(data=True)}
    assert graph[labels["Paul Renaud"]][labels["Lissac"]]["weight"] == 2
    tables = dict(find_format("edges-csv", Subject.RESULTS).write(replace(results, delimiter=",")))
    edges = list(csv.DictReader(io.StringIO(tables["edges.csv"].decode())))
    assert {"Source", "Target", "Type", "Weight"} == set(edges[0])


def test_the_concordance_is_a_table(gathering: Gathering) -> None:
    material = replace(gathering.concordance("quai"), delimiter=",")
    rows = list(csv.DictReader(io.StringIO(bytes_of("kwic", material).decode())))
    assert {row["mot"] for row in rows} == {"quai"}
    texts = {article.id: article.text for article in material.articles}
    assert all(texts[row["id"]][int(row["debut"]) : int(row["fin"])] == "quai" for row in rows)


@pytest.mark.parametrize("name", ["html", "md", "docx"])
def test_every_passage_of_a_dossier_has_its_proof(name: str, compared: Material) -> None:
    made = dossier(compared)
    assert made.proofs and made.sections
    texts = {article.path: (article.text, article.sha256) for article in compared.articles}
    for proof in made.proofs:
        text, digest = texts[proof.file]
        assert text[proof.start : proof.end] and proof.sha256 == digest
    content = bytes_of(name, compared)
    shown = text_of_docx(content) if name == "docx" else content.decode()
    assert all(proof.sha256 in shown for proof in made.proofs)


def test_the_page_escapes_what_sources_wrote(results: Material) -> None:
    page = bytes_of("html", results).decode()
    assert "&lt;fermés&gt;" in page and "<fermés>" not in page
    assert "<script" not in page and "http" not in page.split("<body>")[0]


def test_a_workbook_holds_texts_and_no_formula(results: Material, compared: Material) -> None:
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(bytes_of("xlsx", results)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert un(results).title in [cell.value for cell in cells]
    assert len(openpyxl.load_workbook(io.BytesIO(bytes_of("xlsx", compared))).sheetnames) >= 2


def test_a_workbook_is_told_in_the_language_of_its_reader(
    results: Material, compared: Material
) -> None:
    """« stated » stood under « base de la date », « conflict » under « verdict »."""
    import openpyxl

    found: set[str] = set()
    for material in (results, compared):
        french = replace(material, texts=texts_for("fr"))
        book = openpyxl.load_workbook(io.BytesIO(bytes_of("xlsx", french)))
        for sheet in book:
            heads = [cell.value for cell in sheet[1]]
            for row in sheet.iter_rows(min_row=2, values_only=True):
                told = dict(zip(heads, row, strict=True))
                found |= {
                    str(told[head])
                    for head in ("base de la date", "verdict", "nature", "relation")
                    if head in told
                }
    assert "indiquée" in found
    english = {one.value for kinds in (Basis, ClaimKind, FactVerdict, Rendering) for one in kinds}
    french_too = {"date", "cause", "classification", "place", "share", "role"}
    assert not found & (english - french_too), found


@pytest.mark.parametrize("known", FORMATS, ids=lambda one: one.name)
def test_the_same_material_gives_the_same_bytes(
    known: ExportFormat, results: Material, compared: Material, gathering: Gathering
) -> None:
    material = results if Subject.RESULTS in known.takes else gathering.concordance("quai")
    assert list(known.write(material)) == list(known.write(material))


def test_office_files_bear_no_time_of_their_making(results: Material) -> None:
    for name in ("docx", "xlsx"):
        with zipfile.ZipFile(io.BytesIO(bytes_of(name, results))) as archive:
            assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("share", [Share.EXCERPT, Share.NONE])
def test_the_rights_of_the_press(share: Share, results: Material) -> None:
    long = results.articles[0].paragraphs[0].of(results.articles[0].text) * 5
    article = replace(results.articles[0], text=long, paragraphs=(), title_span=None)
    material = replace(results, share=share, articles=(article,))
    assert len(material.text_of(article)) <= 401 * (share is Share.EXCERPT)


def test_what_a_format_does_not_take_is_said() -> None:
    with pytest.raises(RecoupeError, match="kwic"):
        find_format("kwic", Subject.RESULTS)
    with pytest.raises(RecoupeError, match="pdf"):
        find_format("pdf", Subject.RESULTS)


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path, results: Material) -> None:
    out = tmp_path / "notes.csv"
    out.write_text("avant", encoding="utf-8")

    def fails(_: Material) -> Any:
        yield "", b"moiti"
        raise OSError("disque plein")

    with pytest.raises(RecoupeError, match="disque plein"):
        write_out(ExportFormat("x", "x", frozenset(), fails), results, tmp_path / "absent" / "a")
    write_out(find_format("csv", Subject.RESULTS), results, out)
    assert out.read_bytes() == bytes_of("csv", results)
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize(
    ("author", "told"),
    [
        ("Jeanne Martin et Luc Amiel", ["Martin, Jeanne", "Amiel, Luc"]),
        ("Charles de Gaulle", ["de Gaulle, Charles"]),
        ("AFP", ["AFP"]),
        ("Martin, Jeanne", ["Martin, Jeanne"]),
        ("Martin, Jeanne ; Amiel, Luc", ["Martin, Jeanne", "Amiel, Luc"]),
        ("Jeanne Martin avec AFP", ["Martin, Jeanne", "AFP"]),
        ("Sciences et Avenir", ["Sciences et Avenir"]),
        ("La rédaction", ["La rédaction"]),
        (None, []),
    ],
)
def test_people_in_bibliographies(author: str | None, told: list[str]) -> None:
    assert [str(person) for person in people(author)] == told


@pytest.mark.parametrize(
    ("earliest", "latest", "parts"),
    [
        ("2023-01-17", "2023-01-17", (2023, 1, 17)),
        ("2023-01-01", "2023-01-31", (2023, 1)),
        ("2023-01-01", "2023-12-31", (2023,)),
        ("2023-02-01", "2023-02-28", (2023, 2)),
        ("2023-01-17", "2023-02-17", ()),
        ("2023-03-04", "2023-06-04", ()),
        ("2023-01-01", "2023-02-01", ()),
        (None, None, ()),
    ],
)
def test_dates_as_precise_as_they_are_known(
    earliest: str | None, latest: str | None, parts: tuple[int, ...]
) -> None:
    assert date_parts(DateValue(earliest, earliest, latest, Basis.INFERRED)) == parts


def test_the_columns_of_a_table_in_word_fill_the_line() -> None:
    from index.export.docx_style import _SHARES

    assert {kind: round(sum(shares), 6) for kind, shares in _SHARES.items()} == dict.fromkeys(
        _SHARES, 1.0
    )
