"""The screens as plain text at three sizes. `RECOUPE_KEEP_SCREENS=1` keeps how they look now."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import pytest
from room import arrived, make_room, picture, settled

PICTURES = Path(__file__).parent / "screens"
REFERENCE, SMALL, LARGE = (120, 40), (80, 24), (200, 60)
WAYS: dict[str, Sequence[str]] = {
    "search": ("q", "u", "a", "i", "enter"),
    "nothing": ("z", "z"),
    "filtered": ("enter", "shift+tab", "down", "enter", "enter"),
    "reading": ("q", "u", "a", "i", "enter", "enter", "z"),
    "raw": ("enter", "enter", "o"),
    "facts": ("enter", "space", "space", "c"),
    "aligned": ("enter", "space", "space", "c", "V", "r"),
    "assertions": ("enter", "space", "space", "c", "V", "d", "d", "d", "d"),
    "dependence": ("enter", "space", "space", "c", "V", "d", "d", "d", "d", "d"),
    "texts": ("enter", "space", "space", "c", "V", "V"),
    "table": ("enter", "space", "space", "c", "V", "V", "V"),
    "card": ("enter", "shift+tab", "i"),
    "together": (
        "enter",
        "shift+tab",
        "down",
        "i",
        "tab",
        "down",
        "down",
        "down",
        "down",
        "enter",
    ),
    "help": ("enter", "question_mark"),
    "unread": ("enter", "P"),
    "entities": ("enter", "3"),
    "events": ("enter", "2"),
    "timeline": ("enter", "4"),
    "concordance": ("q", "u", "a", "i", "enter", "C"),
}
LOOKS = [
    *((way, REFERENCE) for way in WAYS),
    *(
        (way, SMALL)
        for way in ("search", "filtered", "reading", "aligned", "table", "concordance", "timeline")
    ),
    *((way, LARGE) for way in ("search", "texts", "timeline")),
]
LOOKS_AGAIN = 50
"""On a busy machine two looks in a row can be the same before a layout has come about."""


@pytest.mark.parametrize(("way", "size"), LOOKS, ids=lambda part: str(part).replace(", ", "x"))
async def test_a_screen_looks_as_it_did(way: str, size: tuple[int, int]) -> None:
    app = make_room()
    async with app.run_test(size=size) as pilot:
        await arrived(pilot)
        for key in WAYS[way]:
            await pilot.press(key)
            await settled(pilot)
        seen = await settled(pilot)
        kept = PICTURES / f"{way}-{size[0]}x{size[1]}.txt"
        if os.environ.get("RECOUPE_KEEP_SCREENS"):
            kept.write_text(seen, encoding="utf-8")
        wanted = kept.read_text(encoding="utf-8")
        # On a busy machine two looks in a row can be the same before a layout has come about.
        for _ in range(LOOKS_AGAIN):
            if seen == wanted:
                break
            await pilot.pause(0.01)
            seen = await settled(pilot)
    assert seen == wanted


async def test_a_room_too_small_says_so_in_a_sentence() -> None:
    async with make_room().run_test(size=(40, 10)) as pilot:
        await arrived(pilot)
        assert "Agrandissez la fenêtre" in " ".join(picture(pilot).split())


@pytest.mark.parametrize(
    ("language", "expected"), [("fr", "chercher"), ("en", "search"), ("de", "search")]
)
async def test_the_room_speaks_the_readers_language(language: str, expected: str) -> None:
    async with make_room(language=language).run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        assert f" {expected} " in picture(pilot)
