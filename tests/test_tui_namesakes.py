"""In the room: two people of one name are shown side by side, and the question is answered."""

from __future__ import annotations

from pathlib import Path

import pytest
from room import picture, until
from test_notebook_namesakes import TEXTS, VARNAC
from test_tui_deciding import at_entities

from index.building.build import rebuild
from index.interface.texts import texts_for
from index.library import Library
from index.settings.places import find_places
from tui.app import RoomApp
from tui.screens.decide.proposal_queue import ProposalsScreen


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_two_people_of_one_name_are_told_apart(tmp_path: Path, size: tuple[int, int]) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    for name, text in TEXTS.items():
        (corpus / f"{name}.txt").write_text(text, encoding="utf-8")
    places = find_places(corpus=str(corpus), index=str(tmp_path / "index"), environment={})
    rebuild(places, lambda event: None)
    app = RoomApp(lambda: Library.open(places), texts=texts_for("fr"))
    async with app.run_test(size=size) as pilot:
        await at_entities(pilot, VARNAC)
        await pilot.press("D", "p")
        await until(pilot, lambda: isinstance(pilot.app.screen, ProposalsScreen))
        await until(pilot, lambda: "présenté la loi" in picture(pilot))
        seen = " ".join(picture(pilot).split())
        assert "deux" in seen and "homonymes" in seen
        assert "Zorville, le footballeur" in seen
        await pilot.press("a")
        await until(pilot, lambda: "Il a été répondu" in picture(pilot))
        await pilot.press("u")
        await until(pilot, lambda: "Il a été répondu" not in picture(pilot))
