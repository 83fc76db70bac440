"""Two halves of a corpus, and lists of queries."""

from __future__ import annotations

import io
import json
import math
import re
from pathlib import Path
from typing import Any

import pytest
from builders import make_article

from index.cli.main import run
from index.compare.contrast import SURE, contrast, keyness
from index.export.export_format import ExportFormat
from index.export.export_registry import FORMATS
from index.export.material import Material, Subject
from index.french.families import representative
from index.interface.texts import texts_for
from index.model.halves import Contrast, Halves, Key


@pytest.mark.parametrize(
    ("a", "size_a", "b", "size_b", "likelihood", "effect"),
    [
        (10, 1_000, 10, 1_000, 0.0, 0.0),
        (20, 1_000, 5, 1_000, 9.6369, 2.0),
        (8, 1_000, 0, 1_000, 11.0904, 4.0),
        (0, 1_000, 0, 1_000, 0.0, 0.0),
        (1, 0, 1, 10, 0.0, 0.0),
    ],
)
def test_keyness_is_that_of_the_literature(
    a: int, size_a: int, b: int, size_b: int, likelihood: float, effect: float
) -> None:
    found = keyness(a, size_a, b, size_b)
    assert found == (pytest.approx(likelihood, abs=1e-3), pytest.approx(effect, abs=1e-3))
    mirrored = keyness(b, size_b, a, size_a)
    assert math.isclose(mirrored[0], found[0], abs_tol=1e-9)


def test_the_forms_of_a_word_count_as_one() -> None:
    assert representative("lois") == representative("loi")
    assert representative("gaza") != representative("gazer")


def test_each_half_shows_what_it_says_more() -> None:
    strike = [
        make_article(f"a{n}", "Les grévistes bloquent le dépôt. La grève continue au dépôt de bus.")
        for n in range(6)
    ]
    budget = [
        make_article(f"b{n}", "Le budget du département est voté. Les budgets augmentent encore.")
        for n in range(6)
    ]
    found = contrast(strike, budget, name_of=str)
    first, second = ([key.text for key in keys] for keys in found.more_words)
    assert ({"dépôt"} <= set(first) and {"budget"} & set(second)) or {"budgets"} & set(second)
    assert not set(first) & set(second)
    assert all(key.likelihood >= SURE for keys in found.more_words for key in keys)
    assert found.articles == (6, 6)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "un.txt").write_text(
        "Le quai ferme\n\nLe quai nord a fermé mardi, dit la mairie.\n", encoding="utf-8"
    )
    (corpus / "deux.txt").write_text(
        "Le pont rouvre\n\nLe pont a rouvert, dit la mairie.\n", encoding="utf-8"
    )
    return corpus


def test_a_list_of_queries_is_a_table(
    folder: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    names = tmp_path / "names.txt"
    names.write_text("# noms\nquai\nmairie\npersonne:\n", encoding="utf-8")
    assert run(["search", "--list", str(names), "--json", "--quiet", "--corpus", str(folder)]) == 0
    rows: list[dict[str, Any]] = json.loads(capfd.readouterr().out)["list"]
    assert [(row["query"], row["total"]) for row in rows[:2]] == [("quai", 1), ("mairie", 2)]
    assert rows[2]["error"] and rows[2]["total"] == 0
    assert run(["search", "--list", str(tmp_path / "absent"), "--corpus", str(folder)]) == 1
    assert run(["search", "--corpus", str(folder)]) == 2


def test_contrast_on_the_command_line(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["contrast", "quai", "pont", "--json", "--quiet", "--corpus", str(folder)]) == 0
    halves = json.loads(capfd.readouterr().out)["halves"]
    assert [half["articles"] for half in halves] == [1, 1]
    assert run(["contrast", "quai", "pont", "--corpus", str(folder), "--lang", "fr"]) == 0
    assert "A · quai" in capfd.readouterr().out


def test_five_hundred_names_are_a_table_and_a_network(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    names = tmp_path / "names.txt"
    known = ["Benny Gantz", "gantz", "FAR", "rabat"]
    lines = [*known, *(f"Personne Inconnue {n}" for n in range(500 - len(known)))]
    names.write_text("# noms\n" + "\n".join(lines) + "\n", encoding="utf-8")
    assert run(["entities", "--list", str(names), "--json", "--quiet"]) == 0
    rows: list[dict[str, Any]] = json.loads(capfd.readouterr().out)["list"]
    assert [row["name"] for row in rows] == lines
    assert rows[0]["entities"][0]["name"] == "Benny Gantz"
    assert [bool(row["entities"]) for row in rows[3:]] == [True] + [False] * 496
    assert run(["entities", "--list", str(names), "--quiet", "--lang", "fr"]) == 0
    assert "personne de ce nom" in capfd.readouterr().out
    assert run(["entities", "--list", str(names), "--to", "gexf", "--quiet"]) == 0
    gexf = capfd.readouterr().out
    inside = {one["id"] for row in rows for one in row["entities"]}
    assert set(re.findall(r'<node id="([^"]+)"', gexf)) == inside
    assert re.search(r'<edge [^>]*weight="[1-9]', gexf)
    assert run(["search", "--list", str(names), "--json", "--quiet"]) == 0
    assert len(json.loads(capfd.readouterr().out)["list"]) == 500
    assert run(["entities", "--to", "gexf"]) == 2


def test_one_half_alone_is_held_against_the_rest(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    options = ["--quiet", "--corpus", str(folder)]
    assert run(["contrast", "quai", "--json", *options]) == 0
    assert [half["articles"] for half in json.loads(capfd.readouterr().out)["halves"]] == [1, 1]
    assert run(["contrast", "quai", "pont", "--csv", *options]) == 0
    assert capfd.readouterr().out.lstrip("\ufeff").startswith("half;list;text;first;second")


def test_a_half_is_a_saved_search_by_its_name(tmp_path: Path) -> None:
    from test_notebook_library import make_places

    from index.building.build import rebuild
    from index.library import Library
    from index.model.found import SearchRequest
    from index.notebook.decisions import SavedSearch

    places = make_places(tmp_path)
    rebuild(places, lambda event: None)
    library = Library.open(places)
    library.decide(SavedSearch(name="le ministre", query="gantz"))
    saved = library.saved_search("le ministre")
    assert saved is not None and saved.query == "gantz" and library.saved_search("autre") is None
    total = len(library.ids())
    named = library.search(SearchRequest(query="gantz")).total
    found = library.contrast(SearchRequest(), "le ministre")
    assert found.articles == (total, named)
    assert library.contrast(saved).articles == (named, total - named)
    library.close()


def test_copies_that_the_search_folds_stay_in_their_half(tmp_path: Path) -> None:
    from index.building.build import rebuild
    from index.library import Library
    from index.model.found import SearchRequest
    from index.settings.places import find_places

    told = (
        "Le quai nord de Port-Vernin a fermé mardi après la rupture de deux amarres, dit la capitainerie. "
        "Les remorqueurs Aldébaran et Cassiopée ont tenu le vraquier contre la digue jusqu’au matin."
    )
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    for name in ("un", "deux", "trois"):
        head = f"---\ntitle: Le quai nord ferme\nsource: Le Journal {name}\n---\n\n"
        (corpus / f"{name}.md").write_text(head + told + "\n", encoding="utf-8")
    other = "Le pont a rouvert, dit la mairie."
    (corpus / "pont.txt").write_text(f"Le pont rouvre\n\n{other}\n", encoding="utf-8")
    places = find_places(corpus=str(corpus), index=str(tmp_path / "index"), environment={})
    rebuild(places, lambda event: None)
    library = Library.open(places)
    asked = SearchRequest("quai", fold=True)
    assert library.search(asked).listed == 1
    assert library.contrast(asked).articles == (3, 1)
    library.close()


HELD = Halves(
    ("quai", "<b>=SOMME(A1)"),
    Contrast(
        (7, 5), (900, 700), (3, 2),
        ((Key("grève", 12, 3, 15.2, 2.0), Key("[/b] | <quai>", 9, 0, 12.1, 4.0)), ()),
        ((), (Key("Paul Renaud", 1, 6, 11.0, -2.5),)),
        ((Key("Jeanne Castel", 4, 0, 0.0, 0.0),), ()),
    ),
)  # fmt: skip


@pytest.mark.parametrize("known", FORMATS, ids=lambda one: one.name)
def test_halves_go_out_in_every_format_that_takes_them(known: ExportFormat) -> None:
    material = Material(
        subject=Subject.HALVES, title=" ⇄ ".join(HELD.queries), corpus="essai",
        generation="2026-01-01T00:00:00+00:00", texts=texts_for("fr"), halves=HELD,
    )  # fmt: skip
    if Subject.HALVES not in known.takes:
        assert known.name not in ("html", "docx", "md", "xlsx", "csv", "json")
        return
    ((_, content),) = known.write(material)
    assert list(known.write(material)) == [("", content)]
    if known.name == "json":
        halves = json.loads(content)["halves"]
        assert [half["query"] for half in halves] == list(HELD.queries)
        assert halves[1]["more_names"][0]["second"] == 6
        return
    told = told_by(known.name, content)
    names = ("grève", "Paul Renaud", "Jeanne Castel")
    assert all(name in told for name in names)
    if known.name not in ("csv", "xlsx"):
        assert "900 mots" in told and "Nothing" not in told and "<quai>" not in told


def told_by(name: str, content: bytes) -> str:
    """The words of a document; a page and Markdown as they are written."""
    if name == "docx":
        import docx

        document = docx.Document(io.BytesIO(content))
        cells = [c.text for t in document.tables for row in t.rows for c in row.cells]
        lines = [paragraph.text for paragraph in document.paragraphs]
        return "\n".join((*lines, *cells)).replace("<quai>", "")
    if name == "xlsx":
        import openpyxl

        book = openpyxl.load_workbook(io.BytesIO(content))
        cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
        assert not [cell for cell in cells if cell.data_type == "f"]
        return "\n".join(str(cell.value) for cell in cells)
    return content.decode("utf-8-sig")
