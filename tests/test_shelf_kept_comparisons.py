"""Comparisons of many articles are kept with their generation, and made anew when anything changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from index.building.build import rebuild
from index.export.comparison_documents import comparison_document
from index.library import Library
from index.model.comparison import Comparison
from index.notebook.verdict import RowAnswer
from index.settings.places import Places, find_places
from index.shelf.generations import COMPARED_STEM
from index.shelf.kept_comparisons import FROM, kept


@pytest.fixture
def places(tmp_path: Path) -> Places:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    for number in range(FROM):
        text = f"Le feu a fait {number + 2} blessés, dit le maire, Paul Vernin. « On tient », a-t-il dit."
        (corpus / f"{number}.md").write_text(
            f"---\ntitle: Compte {number}\n---\n\n{text}\n", "utf-8"
        )
    found = find_places(corpus=str(corpus), index=str(tmp_path / "index"), environment={})
    rebuild(found, lambda event: None)
    return found


@pytest.fixture
def library(places: Places) -> Iterator[Library]:
    opened = Library.open(places)
    yield opened
    opened.close()


def files(library: Library) -> list[Path]:
    return sorted(library.generation.folder.glob(f"{COMPARED_STEM}*"))


def never() -> Comparison:
    raise AssertionError("compared again")


def test_what_is_kept_is_what_was_found(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    first = library.compare(library.ids())
    assert len(files(library)) == 1
    monkeypatch.setattr("index.compare.source_comparison.compare", lambda *a, **k: never())
    again = library.compare(library.ids())
    assert comparison_document(again) == comparison_document(first)
    # Who says a quotation comes back as what is said, of which a quotation is one kind.
    assert replace(again, quotes=()) == replace(first, quotes=())


def test_few_articles_are_compared_anew(library: Library) -> None:
    library.compare(library.ids()[: FROM - 1])
    assert files(library) == []


def test_a_damaged_file_is_made_anew(library: Library) -> None:
    first = library.compare(library.ids())
    (path,) = files(library)
    path.write_bytes(path.read_bytes()[:-9] + b"\0" * 9)
    assert library.compare(library.ids()) == first


def test_another_order_or_a_decision_is_another_comparison(library: Library) -> None:
    first = library.compare(library.ids())
    library.compare(library.ids()[::-1])
    assert len(files(library)) == 2
    rejected = first.facts[0]
    library.judge_fact(rejected, RowAnswer.REJECTED)
    again = {fact.id: fact for fact in library.compare(library.ids()).facts}
    assert again[rejected.id].accepted is False


def test_a_decision_of_somebody_else_counts_at_once(places: Places, library: Library) -> None:
    first = library.compare(library.ids())
    rejected = first.facts[0]
    other = Library.open(places)
    other.judge_fact(rejected, RowAnswer.REJECTED)
    told = {fact.id: fact for fact in library.compare(library.ids()).facts}
    assert told[rejected.id].accepted is False
    other.undo()
    other.close()
    told = {fact.id: fact for fact in library.compare(library.ids()).facts}
    assert told[rejected.id].accepted is None


def test_a_folder_that_cannot_be_written_to_answers_all_the_same(
    library: Library, tmp_path: Path
) -> None:
    found = library.compare(library.ids())
    assert kept(tmp_path / "gone", library.ids(), "", lambda: found) == found


def test_a_kept_comparison_is_no_damage(places: Places, library: Library) -> None:
    library.compare(library.ids())
    again = Library.open(places)
    assert again.damage() is None
    again.close()
