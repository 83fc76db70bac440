"""The command `recoupe`: gives `index` the function that opens the reading room."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.settings.places import Places


def main() -> None:
    from index.cli.main import main as command

    command(_open_room)


def _open_room(places: Places, *, watch: bool) -> int:
    # Textual is imported only when the room is opened: the other commands start sooner.
    from tui.app import run

    return run(places, watch=watch)


if __name__ == "__main__":
    main()
