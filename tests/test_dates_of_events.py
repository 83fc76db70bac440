"""An article that tells no date has the days of the event that it reports, once events were grouped."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.building.build import rebuild
from index.interface.texts import texts_for
from index.library import Library
from index.model.article import Basis, DateValue, inferred_between
from index.model.found import SearchRequest
from index.settings.places import find_places

TOLD = (
    "Le bac du Breuil a heurté la digue nord {when}, faisant trois blessés, a dit le maire, Yves Morandeau. "
    "« Le pilote a perdu le gouvernail devant la digue », a dit la capitainerie de Port-Vernin. "
    "Les trois blessés du bac du Breuil ont été conduits à la clinique des Salines."
)


def test_it_takes_the_days_of_its_event(tmp_path: Path) -> None:
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
    library = Library.open(places)
    try:
        assert library.article("trois").published.basis is Basis.NONE
        (event,) = library.events()
        assert {one.article for one in event.articles} == set(accounts)
        days = library.article("trois").published
        assert days == inferred_between(event.earliest, event.latest)
        hits = {hit.id: hit.published for hit in library.search(SearchRequest("bac")).hits}
        assert hits["trois"] == days
        assert hits["un"].basis is Basis.STATED
    finally:
        library.close()


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
