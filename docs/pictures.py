"""Exports the pictures and the tour of the README from the running program: `make pictures`."""

from __future__ import annotations

import asyncio
import os
import re
import tempfile
from collections.abc import Iterable
from pathlib import Path

from textual.pilot import Pilot

from index.building.build import rebuild
from index.settings.places import Places, find_places
from tui.app import RoomApp, room_of

FOLDER = Path(__file__).parent
SIZE = (120, 40)
TOUR_SIZE = (104, 32)
_PATIENCE = 300
"""Tenths of a second for which an answer is waited for."""
SECONDS = 3.2
"""For which each picture of the tour stands."""
PICTURES = {
    "facts": [
        *("text:vaubrac chimor", "enter"),
        *("space", "space", "space", "space", "c", "down", "down"),
    ],
    "search": ["text:gantz accord"],
    "reading": ["text:source:détroit", "enter", "enter", "z"],
    "compare": ["text:comité ET communiqué", "enter", "space", "down", "space", "c", "V"],
    "timeline": ["enter", "T", "p", "p"],
}
"""Name of a picture → what is typed before it is taken."""
TOUR: tuple[tuple[str, ...], ...] = (
    (),
    ("text:vaubrac",),
    (*("enter", "space", "space", "space"),),
    ("c",),
    ("down", "enter"),
    ("escape", "enter"),
    ("1", "slash", "ctrl+u", "enter", "T", "p", "p"),
    ("3",),
    ("D",),
    ("escape", "l", "down"),
)
"""What is typed before each picture of the tour."""


async def arrive(app: RoomApp, pilot: Pilot[int]) -> None:
    while type(app.screen).__name__ != "SearchScreen":
        await asyncio.sleep(0.05)
    await rest(pilot)


async def rest(pilot: Pilot[int]) -> None:
    """Waits until nothing is asked any more, however busy the machine is."""
    for _ in range(_PATIENCE):
        await asyncio.sleep(0.1)
        if not list(pilot.app.workers):
            break
    await pilot.pause(0.1)


async def press(pilot: Pilot[int], keys: Iterable[str]) -> None:
    """As somebody does who waits for what comes of a key."""
    for key in keys:
        typed = key.removeprefix("text:")
        pressed = [key] if typed == key else ["space" if char == " " else char for char in typed]
        await pilot.press(*pressed)
        await rest(pilot)


async def take(name: str, keys: list[str], app: RoomApp) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await arrive(app, pilot)
        await press(pilot, keys)
        picture = app.export_screenshot(title="Recoupe")
        (FOLDER / f"{name}.svg").write_text(picture, encoding="utf-8")


async def record(app: RoomApp) -> list[str]:
    """The pictures of the tour, one after the other."""
    taken = []
    async with app.run_test(size=TOUR_SIZE) as pilot:
        await arrive(app, pilot)
        for keys in TOUR:
            await press(pilot, keys)
            taken.append(app.export_screenshot(title="Recoupe", simplify=True))
    return taken


def animated(pictures: list[str]) -> str:
    """One SVG that shows pictures of one size in turn, for ever; without animation the first."""
    found = re.search(r'viewBox="([^"]+)"', pictures[0])
    assert found is not None
    whole, share = SECONDS * len(pictures), 100 / len(pictures)
    style = (
        f".frame{{visibility:hidden;animation:turn {whole:.1f}s step-end infinite}}"
        f"@keyframes turn{{0%{{visibility:visible}}{share:.3f}%{{visibility:hidden}}}}"
        "@media (prefers-reduced-motion:reduce){.frame{animation:none}"
        ".frame:first-of-type{visibility:visible}}"
    )
    frames = []
    for number, picture in enumerate(pictures):
        # Each picture has classes of its own; those of two must not be the same.
        own = re.sub(r"terminal-\d+", f"t{number}", picture)
        own = re.sub(r"<!--.*?-->", "", own, flags=re.DOTALL)
        delay = f"animation-delay:{number * SECONDS:.1f}s"
        frames.append(f'<g class="frame" style="{delay}">{own}</g>')
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{found[1]}">'
        f"<style>{style}</style>{''.join(frames)}</svg>\n"
    )


def room(places: Places) -> RoomApp:
    """A room that remembers nothing of the one before."""
    for folder in ("desks", "queries"):
        for file in (places.state / folder).glob("*.json"):
            file.unlink()
    return room_of(places)


def main() -> None:
    os.environ["TEXTUAL_ANIMATIONS"] = "none"
    with tempfile.TemporaryDirectory() as folder:
        for name in ("CACHE", "STATE", "CONFIG"):
            os.environ[f"XDG_{name}_HOME"] = str(Path(folder) / name)
        places = find_places(index=str(Path(folder) / "index"), language="fr", environment={})
        rebuild(places, lambda event: None)
        for name, keys in PICTURES.items():
            asyncio.run(take(name, keys, room(places)))
        tour = animated(asyncio.run(record(room(places))))
        (FOLDER / "tour.svg").write_text(tour, encoding="utf-8")


if __name__ == "__main__":
    main()
