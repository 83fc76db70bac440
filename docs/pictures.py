"""Exports the pictures of the README from the running program: `python -m docs.pictures`."""

from __future__ import annotations

import asyncio
import os
import tempfile
from pathlib import Path

from index.building.build import rebuild
from index.settings.places import find_places
from tui.app import RoomApp, room_of

FOLDER = Path(__file__).parent
SIZE = (120, 40)
PICTURES = {
    "facts": [
        "text:vaubrac chimor",
        "enter",
        "space",
        "space",
        "space",
        "space",
        "c",
        "down",
        "down",
    ],
    "search": ["text:gantz accord"],
    "reading": ["text:source:détroit", "enter", "enter", "z"],
    "compare": ["text:comité ET communiqué", "enter", "space", "down", "space", "c", "v"],
}
"""Name of a picture → what is typed before it is taken."""


async def take(name: str, keys: list[str], app: RoomApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        while type(app.screen).__name__ != "SearchScreen":
            await pilot.pause(0.05)
        await pilot.pause(0.5)
        for key in keys:
            typed = key.removeprefix("text:")
            if typed != key:
                for char in typed:
                    await pilot.press("space" if char == " " else char)
            else:
                await pilot.press(key)
            await pilot.pause(0.6)
        (FOLDER / f"{name}.svg").write_text(
            app.export_screenshot(title="Recoupe"), encoding="utf-8"
        )


def main() -> None:
    os.environ["TEXTUAL_ANIMATIONS"] = "none"
    with tempfile.TemporaryDirectory() as index:
        places = find_places(index=index, language="fr", environment={})
        rebuild(places, lambda event: None)
        for name, keys in PICTURES.items():
            asyncio.run(take(name, keys, room_of(places)))


if __name__ == "__main__":
    main()
