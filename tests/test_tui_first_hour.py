"""What a newcomer stumbles over: silent keys, keys typed fast, a window too small, no colours."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace

import pytest
from invented_library import InventedLibrary
from room import arrived, make_room, part, picture, settled, until
from textual import events
from textual.filter import Monochrome
from textual.pilot import Pilot
from textual.widgets import Input

from index.model.article import ArticleId
from index.model.comparison import Comparison
from index.settings.places import Places
from tui.app import room_of
from tui.screens.reading_screen import ReadingScreen
from tui.screens.search import SearchScreen
from tui.widgets.query import Query
from tui.widgets.results import Results


def told(pilot: Pilot[int]) -> str:
    return "\n".join(one.message for one in pilot.app._notifications)


@pytest.mark.parametrize(
    ("keys", "sentence"),
    [
        (("enter", "D"), "Rien à décider ici"),
        (("2", "z"), "z ne fait rien ici"),
        (("4", "z"), "z ne fait rien ici"),
        (("1", "enter", "t"), "t ne fait rien ici"),
    ],
)
async def test_a_key_that_does_nothing_here_says_so_once(
    keys: tuple[str, ...], sentence: str
) -> None:
    async with make_room().run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press("enter")
        await settled(pilot)
        for key in keys:
            await pilot.press(key)
            await settled(pilot)
        await pilot.press(keys[-1])
        await until(pilot, lambda: sentence in told(pilot))
        assert told(pilot).count(sentence) == 1


async def test_a_comparison_that_is_not_there_yet_tells_no_number(
    sample_places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    """« 0 contradiction » stood over accounts that nobody had read."""
    app = room_of(sample_places)
    answer = asyncio.Event()
    ask = app.session.desk.compare

    async def late(ids: Sequence[ArticleId]) -> Comparison:
        await answer.wait()
        return await ask(ids)

    monkeypatch.setattr(app.session.desk, "compare", late)
    async with app.run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press("enter", "space", "space", "c")
        await until(pilot, lambda: "▸ faits" in picture(pilot))
        assert "contradiction" not in picture(pilot)
        answer.set()
        await until(pilot, lambda: "contradiction" in picture(pilot))


async def test_letters_that_mean_nothing_anywhere_are_no_matter() -> None:
    async with make_room().run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press("enter", "Z", "%")
        await settled(pilot)
        assert not told(pilot)


async def test_an_article_of_which_nothing_was_set_aside_says_so() -> None:
    library = InventedLibrary()
    async with make_room(library).run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        bare, one = next(iter(library.articles.items()))
        kept = replace(one, set_aside=(), set_aside_texts=(), repairs=(), related=())
        library.articles = library.articles | {bare: kept}
        await pilot.press("enter", "down", "down", "down")
        part(pilot, "#results", Results).move_to(bare)
        await settled(pilot)
        await pilot.press("z")
        await until(pilot, lambda: "Rien n’a été mis de côté" in told(pilot))


async def test_two_quick_enters_read_the_first_result_of_what_was_typed() -> None:
    """The keys are queued at once, as a terminal hands them over that pastes or lags."""
    app = make_room()
    async with app.run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        for key in (*"trois", "enter", "enter"):
            app.post_message(events.Key(key, key if len(key) == 1 else "\r"))
        await until(pilot, lambda: isinstance(app.screen, ReadingScreen))
        text = await settled(pilot)
        assert "Trois grues" in text and len(app.screen_stack) == 3
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, SearchScreen))
        assert part(pilot, "#query", Query).value == "trois"


async def test_keys_typed_fast_behind_enter_are_meant_for_the_results() -> None:
    app = make_room()
    async with app.run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        for key, sign in (("enter", "\r"), ("space", " "), ("f", "f")):
            app.post_message(events.Key(key, sign))
        await until(pilot, lambda: bool(app.session.kept.articles))
        await until(pilot, lambda: part(pilot, "#seek", Input).has_focus)
        assert part(pilot, "#query", Query).value == "" and not told(pilot)


async def test_behind_the_word_that_the_window_is_too_small_no_key_acts() -> None:
    app = make_room()
    async with app.run_test(size=(50, 12)) as pilot:
        await arrived(pilot)
        await pilot.press(*"quai", "enter", "space", "2", "question_mark", "ctrl+p")
        app.post_message(events.Paste("pont"))
        await settled(pilot)
        assert part(pilot, "#query", Query).value == "" and not app.session.kept.articles
        assert len(app.screen_stack) == 2
        await pilot.resize_terminal(120, 40)
        await settled(pilot)
        await pilot.press(*"quai")
        await until(pilot, lambda: part(pilot, "#query", Query).value == "quai")
        await pilot.resize_terminal(50, 12)
        await settled(pilot)
        await pilot.press("ctrl+q")
        await until(pilot, lambda: not app.is_running)


@pytest.mark.parametrize(("language", "words"), [("fr", "ctrl+q Quitter"), ("en", "ctrl+q Quit")])
async def test_where_one_types_the_ways_to_the_tabs_and_out_are_named(
    language: str, words: str
) -> None:
    async with make_room(language=language).run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        last = (await settled(pilot)).rstrip().splitlines()[-1]
        assert words in last and "ctrl+→" in last


@pytest.mark.parametrize(
    "keys", [(), ("enter",), ("enter", "2"), ("enter", "4"), ("enter", "enter")]
)
async def test_without_colours_no_colour_is_sent(
    keys: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = make_room()
    assert not any(isinstance(one, Monochrome) for one in app._filters)
    async with app.run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press(*keys)
        await settled(pilot)
        styles = [
            segment.style
            for strip in pilot.app.screen._compositor.render_strips()
            for segment in strip
            if segment.style is not None and segment.text.strip()
        ]
        coloured = [s for s in styles if _is_coloured(s.color) or _is_coloured(s.bgcolor)]
        assert not coloured
        assert any(style.dim for style in styles) and any(style.bold for style in styles)


def _is_coloured(colour: object) -> bool:
    return colour is not None and not colour.is_default  # type: ignore[attr-defined]


async def test_a_source_that_is_not_stated_is_counted_as_none() -> None:
    library = InventedLibrary()
    async with make_room(library).run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        overview = library.overview().sources
        seen = await settled(pilot)
        heading = next(line for line in seen.splitlines() if "▾ Sources" in line)
        assert f" {overview} " in heading.split("││")[0] + " "
