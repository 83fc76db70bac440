"""`recoupe search` says what it understood, `recoupe concordance` lists and counts occurrences."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from index.building.build import rebuild
from index.cli.main import run
from index.library import Library
from index.model.found import Facet, SearchRequest
from index.settings.places import find_places

COUNT = 230


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """More sources than a page has room for, and an index of them."""
    corpus = tmp_path_factory.mktemp("corpus")
    lines = [
        {
            "titre": f"Rencontre numéro {number}",
            "texte": f"Le ministre parle des accords signés à Rabat. L’accord {number} attend.",
            "source": f"Journal {number:03}",
            "date": "2023-01-17" if number % 2 else "2022-05-02",
        }
        for number in range(COUNT)
    ]
    content = "\n".join(json.dumps(line) for line in lines)
    (corpus / "tout.jsonl").write_text(content, encoding="utf-8")
    index = tmp_path_factory.mktemp("index")
    rebuild(find_places(corpus=str(corpus), index=str(index), language="fr"), lambda event: None)
    return corpus, index


@pytest.fixture
def recoupe(built: tuple[Path, Path], capfd: pytest.CaptureFixture[str]) -> Any:
    corpus, index = built

    def call(*arguments: str) -> tuple[int, str, str]:
        status = run([*arguments, "--corpus", str(corpus), "--index", str(index)])
        sys.stdout.flush()
        return (status, *capfd.readouterr())

    return call


def test_a_word_is_told_with_the_forms_that_it_covers(recoupe: Any) -> None:
    _, out, _ = recoupe("search", "accords signés", "--json")
    covers = {cover["word"]: cover for cover in json.loads(out)["covers"]}
    assert covers["accords"]["forms"] == ["accord", "accords"]
    assert (covers["accords"]["count"], covers["accords"]["complete"]) == (2, True)
    assert "accords → accord, accords" in recoupe("search", "accords signés")[2]


def test_nothing_found_names_what_to_loosen(recoupe: Any) -> None:
    _, out, _ = recoupe("search", "accord ET rabzt", "--json")
    hints = json.loads(out)["hints"]
    assert hints[0] == {
        "query": "accord ET rabat", "articles": COUNT, "instead_of": "rabzt", "use": "rabat",
    }  # fmt: skip
    assert {"query": "accord", "articles": COUNT, "instead_of": "rabzt", "use": None} in hints
    err = recoupe("search", "accord ET rabzt")[2]
    assert f"Without rabzt: {COUNT} articles" in err
    assert f"with rabat instead: {COUNT} articles" in err


@pytest.mark.parametrize(
    ("query", "column"),
    [("personne:", 1), ("accord ET titre:", 11), ("(lieu:) accord", 2), ('source:""', 1),
     ("date: ", 1), ("accord aussi:", 8)],
)  # fmt: skip
def test_a_field_without_value_is_no_question_for_everything(
    recoupe: Any, query: str, column: int
) -> None:
    status, out, err = recoupe("search", query)
    assert (status, out) == (2, "")
    assert f"Column {column}: This field has no value." in err


def test_a_query_without_words_says_that_it_asks_for_all(recoupe: Any) -> None:
    status, _, err = recoupe("search", "!?", "--limit", "1")
    assert status == 0
    assert "Understood: all articles" in err


def test_facets_that_are_asked_for_are_complete(recoupe: Any) -> None:
    whole = json.loads(recoupe("search", "accord", "--facets", "--json")[1])
    assert len(whole["facets"]["source"]) == whole["facet_values"]["source"] == COUNT
    part = json.loads(recoupe("search", "accord", "--json")[1])
    assert len(part["facets"]["source"]) < part["facet_values"]["source"] == COUNT
    assert f"and {COUNT - 10} more" in recoupe("search", "accord", "--facets")[1]


def test_an_overview_counts_all_sources(built: tuple[Path, Path]) -> None:
    corpus, index = built
    library = Library.open(find_places(corpus=str(corpus), index=str(index), language="fr"))
    assert library.overview().sources == COUNT
    assert (library.overview().first_year, library.overview().last_year) == (2022, 2023)
    assert len(library.entries("accord", Facet.SOURCE)) == COUNT
    page = library.search(SearchRequest("accord"))
    assert len(page.facet(Facet.SOURCE)) == SearchRequest().entries
    library.close()


@pytest.mark.parametrize(("query", "complete"), [("ac*", False), ("rab*", True)])
def test_a_pattern_that_is_cut_says_so(
    recoupe: Any, query: str, complete: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.search.readings.MOST_WORDS_OF_A_PATTERN", 1)
    (cover,) = json.loads(recoupe("search", query, "--json")[1])["covers"]
    assert cover["complete"] is complete
    assert ("covers too many words" in recoupe("search", query)[2]) is not complete


def test_concordance_document(recoupe: Any) -> None:
    status, out, _ = recoupe("concordance", "accord", "--by", "left", "--limit", "3", "--json")
    document = json.loads(out)
    assert (status, document["format"], document["by"]) == (0, 1, "left")
    assert (document["total"], document["articles"]) == (2 * COUNT, COUNT)
    assert document["groups"] == [{"value": "des", "lines": COUNT}, {"value": "l", "lines": COUNT}]
    assert len(document["lines"]) == 3
    for line in document["lines"]:
        assert set(line) == {
            "id", "start", "end", "left", "form", "right", "source", "published",
        }  # fmt: skip
        _, shown, _ = recoupe("show", line["id"], "--json")
        assert json.loads(shown)["text"][line["start"] : line["end"]] == line["form"] == "accords"
        assert line["left"].endswith("parle des ")


@pytest.mark.parametrize(
    ("by", "first"),
    [("right", ("signes", COUNT)), ("form", ("accord", COUNT)), ("date", ("2022", COUNT)),
     ("source", ("Journal 000", 2))],
)  # fmt: skip
def test_concordance_is_counted_by_what_it_is_sorted_by(
    recoupe: Any, by: str, first: tuple[str, int]
) -> None:
    groups = json.loads(recoupe("concordance", "accord", "--by", by, "--json")[1])["groups"]
    counted = {group["value"]: group["lines"] for group in groups}
    assert counted.get(first[0], 0) == first[1]
    assert sum(counted.values()) == 2 * COUNT


@pytest.mark.parametrize("width", [40, 80, 200])
def test_a_concordance_is_aligned_within_the_terminal(
    recoupe: Any, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    _, out, err = recoupe("concordance", "accords", "--limit", "5", "--plain")
    lines = out.splitlines()[:5]
    assert all(len(line) <= width for line in lines)
    assert len({line.index("accord") for line in lines}) == 1
    assert f"{2 * COUNT} occurrences in {COUNT} articles." in err


def test_a_concordance_needs_a_word(recoupe: Any) -> None:
    status, out, err = recoupe("concordance", "date:2022")
    assert (status, out) == (2, "")
    assert "names no word" in err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("search", "", "corpus"), True),
        (("search", "accord", "./corpus"), True),
        (("search", "./corpus"), True),
        (("concordance", "accord", "corpus"), True),
        (("export", "--to", "csv", "--out", "a.csv", "accord", "corpus"), True),
        (("search", "corpus"), False),
        (("search", "accord", "elsewhere"), False),
        (("search", "accord", "a" * 5000), False),
        (("search", "accord", "corpus", "--corpus", "corpus"), False),
    ],
)
def test_a_folder_among_the_words_is_told(
    arguments: tuple[str, ...],
    told: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """As `update FOLDER` takes one, somebody may think that `search WORDS FOLDER` does."""
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "a.txt").write_text("Un titre\n\nUn accord est signé.", "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("index.settings.places.sample_corpus", lambda: tmp_path / "corpus")
    run([*arguments, "--index", str(tmp_path / "index")])
    sys.stdout.flush()
    assert ("is a folder, and was looked for as words" in capfd.readouterr().err) is told


@pytest.mark.parametrize(
    ("typed", "total"),
    [
        ("fichier:tout", COUNT),
        ("fichier:tout.jsonl", COUNT),
        ("fichier:TOUT.JSON", COUNT),
        ("fichier:.jsonl", COUNT),
        ("fichier:tout.txt", 0),
        ("fichier:tout#12", 11),
    ],
)
def test_a_file_is_found_as_it_is_called(recoupe: Any, typed: str, total: int) -> None:
    """With its ending too: ids have none, but `show` says « Fichier : tout.jsonl »."""
    _, out, _ = recoupe("search", typed, "--json", "--limit", "1")
    assert json.loads(out)["total"] == total
