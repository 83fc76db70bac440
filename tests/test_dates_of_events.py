"""An article that tells no date has the days of the event that it reports, once events were grouped."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from builders import make_article
from exported import bytes_of

from index.building.build import rebuild
from index.compare.event_days import days_of_undated
from index.compare.event_grouping import told_together
from index.export.gathering import Gathering
from index.interface.texts import texts_for
from index.library import Library
from index.model.article import (
    ArticleId,
    Basis,
    DateValue,
    inferred_between,
    year_and_month,
)
from index.model.found import Facet, Filter, SearchRequest
from index.notebook.decisions import Dating
from index.settings.places import find_places

TROIS = ArticleId("trois")
TOLD = (
    "Le bac du Breuil a heurté la digue nord {when}, faisant trois blessés, a dit le maire, Yves Morandeau. "
    "« Le pilote a perdu le gouvernail devant la digue », a dit la capitainerie de Port-Vernin. "
    "Les trois blessés du bac du Breuil ont été conduits à la clinique des Salines."
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    accounts = {
        "un": ("date: 2023-01-18\n", "mardi 17 janvier 2023"),
        "deux": ("date: 2023-01-18\n", "mardi 17 janvier"),
        "trois": ("", "en fin de journée"),
    }
    for name, (head, when) in accounts.items():
        text = f"---\ntitle: Le bac du Breuil heurte la digue ({name})\n{head}---\n\n{TOLD.format(when=when)}\n"
        (corpus / f"{name}.md").write_text(text, "utf-8")
    places = find_places(corpus=str(corpus), index=str(tmp_path / "index"), environment={})
    rebuild(places, lambda event: None)
    opened = Library.open(places)
    yield opened
    opened.close()


def test_it_takes_the_days_of_its_event(library: Library) -> None:
    assert library.article(TROIS).published.basis is Basis.NONE
    (event,) = library.events()
    assert {one.article for one in event.articles} == {"un", "deux", "trois"}
    days = library.article(TROIS).published
    assert event.earliest and event.latest
    assert days == inferred_between(event.earliest, event.latest)
    hits = {hit.id: hit.published for hit in library.search(SearchRequest("bac")).hits}
    assert hits[TROIS] == days
    assert hits[ArticleId("un")].basis is Basis.STATED


def _kind(half: str) -> list[Any]:
    cases = yaml.safe_load(
        (Path(__file__).parent / "data" / "undated_clippings.yaml").read_text("utf-8")
    )
    return [pytest.param(case, id=case["name"]) for case in cases[half]]


@pytest.mark.parametrize("case", [*_kind("written"), *_kind("held")])
def test_a_clipping_takes_no_day_that_its_words_do_not_bear_out(case: dict[str, Any]) -> None:
    dated = [
        make_article(f"a{at}", text, title=title, published=str(when))
        for at, (when, title, text) in enumerate(case["dated"])
    ]
    clipping = make_article("c", case["undated"][1], title=case["undated"][0])
    assert clipping.published.basis is Basis.NONE
    event = told_together([*dated, clipping], [], decided=())
    found = days_of_undated([event], {one.id: one for one in (*dated, clipping)})
    days = found.get(clipping.id, DateValue())
    if case["day"] is None:
        assert days.earliest is None
    else:
        assert days.earliest
        apart = date.fromisoformat(days.earliest) - date.fromisoformat(case["day"])
        assert abs(apart.days) <= 1


def test_its_day_goes_out_as_a_note_and_never_as_a_date(library: Library) -> None:
    gathering = Gathering(library, texts_for("fr"))
    material = gathering.articles([ArticleId("un"), TROIS])
    assert material.dated_by_event == {TROIS}
    ris = bytes_of("ris", material).decode()
    assert ris.count("DA  - ") == 1
    assert "DA  - 2023/01/18" in ris
    assert "N1  - Date déduite : ~17 janv. 2023" in ris.replace("\u00a0", " ")
    (_, csl) = json.loads(bytes_of("csl", material))
    assert "issued" not in csl
    assert csl["note"].startswith("Date déduite")
    assert bytes_of("bibtex", material).decode().count(" date = ") == 1
    assert bytes_of("iramuteq", material).decode().count("*date_2023") == 1
    table = list(
        csv.DictReader(io.StringIO(bytes_of("csv", material).decode("utf-8-sig")), delimiter=";")
    )
    assert [row["base de la date"] for row in table] == ["stated", "inferred"]


def test_the_day_that_the_reader_decided_goes_out_as_a_date(library: Library) -> None:
    library.events()
    library.decide(Dating(article=TROIS, date="2022-05-04"))
    material = Gathering(library, texts_for("fr")).articles([TROIS])
    assert not material.dated_by_event
    assert "DA  - 2022/05/04" in bytes_of("ris", material).decode()


def test_it_is_found_and_counted_by_the_date_that_it_shows(library: Library) -> None:
    assert _found(library, "date:aucune") == {"trois"}
    library.events()
    assert _found(library, "date:2023-01") == {"un", "deux", "trois"}
    assert _found(library, "date:aucune") == set()
    for facet, value in ((Facet.YEAR, "2023"), (Facet.MONTH, "2023-01")):
        assert [(e.id, e.articles) for e in library.entries("", facet)] == [(value, 3)]
        request = SearchRequest(filters=(Filter(facet, value),))
        assert library.search(request).total == 3


def test_a_library_opened_later_finds_it_at_once(library: Library) -> None:
    library.events()
    other = Library.open(library.places)
    try:
        assert [e.id for e in other.entries("", Facet.YEAR)] == ["2023"]
    finally:
        other.close()


def test_an_inferred_day_is_found_in_no_later_month_than_it_shows(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    text = "Le maire a parlé le 24 novembre 2021 devant la digue nord. Il n'a rien ajouté depuis."
    (corpus / "seul.txt").write_text(f"La digue de Port-Vernin\n\n{text}\n", "utf-8")
    places = find_places(corpus=str(corpus), index=str(tmp_path / "index"), environment={})
    rebuild(places, lambda event: None)
    library = Library.open(places)
    try:
        published = library.article(ArticleId("seul")).published
        assert (published.earliest, published.basis) == ("2021-11-24", Basis.INFERRED)
        assert published.latest and published.latest > "2021-12"
        assert [e.id for e in library.entries("", Facet.MONTH)] == ["2021-11"]
        assert _found(library, "date:2021-11") == {"seul"}
        assert _found(library, "date:2021-12") == set()
    finally:
        library.close()


def test_the_date_that_the_reader_decided_stands(library: Library) -> None:
    library.events()
    library.decide(Dating(article=TROIS, date="2022-05-04"))
    assert _found(library, "date:2022-05") == {"trois"}
    assert _found(library, "date:2023") == {"un", "deux"}
    library.undo()
    assert _found(library, "date:2023-01") == {"un", "deux", "trois"}


def _found(library: Library, query: str) -> set[str]:
    return {str(hit.id) for hit in library.search(SearchRequest(query)).hits}


@pytest.mark.parametrize(
    ("first", "last", "basis", "year_and_month_"),
    [
        ("2021-11-24", "2021-12-25", Basis.INFERRED, ("2021", "2021-11")),
        ("2021-12-24", "2022-01-25", Basis.INFERRED, ("2021", "2021-12")),
        ("2021-11-01", "2021-11-30", Basis.INFERRED, ("2021", "2021-11")),
        ("2021-01-01", "2021-12-31", Basis.INFERRED, ("2021", "")),
        ("2021-11-24", "2021-12-25", Basis.STATED, ("2021", "")),
        ("2021-11-24", None, Basis.STATED, ("2021", "2021-11")),
        (None, None, Basis.NONE, ("", "")),
    ],
)
def test_a_date_is_counted_in_the_month_that_it_shows(
    first: str | None, last: str | None, basis: Basis, year_and_month_: tuple[str, str]
) -> None:
    assert year_and_month(DateValue(None, first, last, basis)) == year_and_month_


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (inferred_between("2023-01-17", "2023-02-17"), "~17 janv. 2023"),
        (inferred_between("2021-11-24", "2021-11-24"), "~24 nov. 2021"),
        (DateValue("2023", "2023-01-01", "2023-12-31", Basis.INFERRED), "~2023"),
        (DateValue("2023", "2023-01-01", "2023-12-31", Basis.STATED), "2023"),
    ],
)  # fmt: skip
def test_an_inferred_date_shows_its_first_day(value: DateValue, shown: str) -> None:
    assert texts_for("fr").date(value).replace("\u00a0", " ") == shown
