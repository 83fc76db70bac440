"""Documents written from the room: where they go, and that none is overwritten."""

from __future__ import annotations

from pathlib import Path

from room import arrived, part, until
from textual.widgets import Input

from index.export.material import Subject
from index.interface.texts import texts_for
from index.settings.places import Places
from tui.app import RoomApp, room_of
from tui.screens.compare import CompareScreen
from tui.screens.exporting import ExportScreen, FormatList


async def test_results_are_exported_and_nothing_is_overwritten(
    sample_places: Places, tmp_path: Path
) -> None:
    room: RoomApp = room_of(sample_places)
    async with room.run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press(*"gantz", "enter")
        await until(pilot, lambda: pilot.app.session.asked.query == "gantz")  # type: ignore[attr-defined]
        await pilot.press("E")
        await until(pilot, lambda: isinstance(pilot.app.screen, ExportScreen))
        await until(pilot, lambda: part(pilot, "#path", Input).value == "gantz.html")
        await pilot.press("enter")
        await until(pilot, lambda: (tmp_path / "gantz.html").is_file())
        page = (tmp_path / "gantz.html").read_text(encoding="utf-8")
        assert "<h1>gantz</h1>" in page
        await until(pilot, lambda: not isinstance(pilot.app.screen, ExportScreen))
        await pilot.press("E")
        await until(pilot, lambda: isinstance(pilot.app.screen, ExportScreen))
        await until(pilot, lambda: part(pilot, "#path", Input).value == "gantz-2.html")
        assert any(str(tmp_path.resolve()) in one.message for one in pilot.app._notifications)
        part(pilot, "#path", Input).value = "gantz.html"
        await pilot.press("enter")
        await until(
            pilot, lambda: any("existe déjà" in one.message for one in pilot.app._notifications)
        )
        assert (tmp_path / "gantz.html").read_text(encoding="utf-8") == page


def test_a_quick_enter_writes_the_first_format() -> None:
    """Enter behind E was lost where the list was not drawn yet."""
    listed = FormatList(texts_for("fr"), Subject.RESULTS)
    assert listed.cursor == listed.formats[0].name


async def test_a_comparison_is_exported_with_its_facts(
    sample_places: Places, tmp_path: Path
) -> None:
    room: RoomApp = room_of(sample_places)
    async with room.run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press("enter", "space", "down", "space")
        await until(pilot, lambda: len(pilot.app.session.kept.articles) == 2)  # type: ignore[attr-defined]
        await pilot.press("c")
        await until(pilot, lambda: isinstance(pilot.app.screen, CompareScreen))
        await pilot.press("E")
        await until(pilot, lambda: isinstance(pilot.app.screen, ExportScreen))
        await until(pilot, lambda: part(pilot, "#path", Input).value.endswith(".html"))
        file = tmp_path / part(pilot, "#path", Input).value
        await pilot.press("enter")
        await until(pilot, lambda: file.is_file())
        assert "SHA-256" in file.read_text(encoding="utf-8")


async def test_a_picture_of_the_screen_fetches_nothing(sample_places: Places) -> None:
    room: RoomApp = room_of(sample_places)
    async with room.run_test(size=(80, 24)) as pilot:
        await arrived(pilot)
        picture = room.export_screenshot()
    assert "font-face" in picture
    assert "url(" not in picture.replace("url(#", "")
