"""What is copied arrives: in the terminal's own way, by the programs that are there, or in a file."""

from __future__ import annotations

import base64
import os
from pathlib import Path

import pytest
from room import arrived, make_room, until

from tui.desk.clipboard import Clipboard, Copied

TEXT = "« L’été »\n— La Gazette"
CODED = base64.b64encode(TEXT.encode()).decode()


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    folder = tmp_path / "bin"
    folder.mkdir()
    return folder


def fake(folder: Path, name: str, *, fails: bool = False) -> Path:
    """A program that writes down how it was called and what it was given."""
    took = folder.parent / f"{name}.took"
    called = folder.parent / f"{name}.called"
    program = folder / name
    program.write_text(
        f'#!/bin/sh\nprintf "%s\\n" "$@" > "{called}"\n/bin/cat > "{took}"\nexit {int(fails)}\n'
    )
    program.chmod(0o755)
    return took


SEQUENCES = [
    ({}, f"\x1b]52;c;{CODED}\a"),
    ({"TMUX": "/tmp/tmux,1,0"}, f"\x1bPtmux;\x1b\x1b]52;c;{CODED}\a\x1b\\"),
    ({"STY": "1.tty"}, f"\x1bP\x1b]52;c;{CODED}\a\x1b\\"),
]


@pytest.mark.parametrize(("environment", "wanted"), SEQUENCES)
def test_the_sequence_is_wrapped_for_what_stands_between(
    environment: dict[str, str], wanted: str
) -> None:
    assert Clipboard(environment).sequence(TEXT) == wanted


def test_screen_gets_no_string_longer_than_it_takes() -> None:
    told = Clipboard({"STY": "1"}).sequence("é" * 4000)
    parts = told.split("\x1b\\")[:-1]
    assert all(len(part) < 768 and part.startswith("\x1bP") for part in parts)
    whole = "".join(part.removeprefix("\x1bP") for part in parts)
    assert base64.b64decode(whole[len("\x1b]52;c;") : -1]).decode() == "é" * 4000


PLACES = [
    ({"WAYLAND_DISPLAY": "w", "DISPLAY": ":0"}, ["wl-copy", "xclip"], "wl-copy", "utf-8"),
    ({"DISPLAY": ":0"}, ["wl-copy", "xclip", "xsel"], "xclip", "utf-8"),
    ({"DISPLAY": ":0"}, ["xsel"], "xsel", "utf-8"),
    ({}, ["pbcopy"], "pbcopy", "utf-8"),
    ({}, ["clip.exe"], "clip.exe", "utf-16le"),
    ({"TMUX": "t"}, ["tmux"], "tmux", "utf-8"),
    ({"TMUX": "t", "DISPLAY": ":0"}, ["tmux", "xclip"], "xclip", "utf-8"),
]


@pytest.mark.skipif(os.name != "posix", reason="the fake programs are shell scripts")
@pytest.mark.parametrize(("environment", "there", "wanted", "coding"), PLACES)
async def test_the_fittest_program_takes_the_text(
    environment: dict[str, str], there: list[str], wanted: str, coding: str, programs: Path
) -> None:
    took = {name: fake(programs, name) for name in there}
    clipboard = Clipboard({**environment, "PATH": str(programs)}, programs.parent / "copied.txt")
    assert await clipboard.put(TEXT) == Copied(program=wanted)
    assert took[wanted].read_bytes().decode(coding) == TEXT
    if "TMUX" in environment:
        assert took["tmux"].read_text() == TEXT
        called = (programs.parent / "tmux.called").read_text().split()
        assert called == ["load-buffer", "-w", "-"]
    assert not (programs.parent / "copied.txt").exists()


@pytest.mark.skipif(os.name != "posix", reason="the fake programs are shell scripts")
async def test_a_program_that_fails_leaves_it_to_the_next(programs: Path) -> None:
    fake(programs, "xclip", fails=True)
    took = fake(programs, "xsel")
    clipboard = Clipboard({"DISPLAY": ":0", "PATH": str(programs)})
    assert await clipboard.put(TEXT) == Copied(program="xsel")
    assert took.read_text() == TEXT


async def test_without_a_program_the_text_is_in_a_file_for_the_reader_alone(
    programs: Path,
) -> None:
    file = programs.parent / "state" / "copied.txt"
    for environment in ({}, {"TMUX": "t"}, {"TMUX": "t", "KITTY_WINDOW_ID": "1"}):
        told = await Clipboard({**environment, "PATH": str(programs)}, file).put(TEXT)
        assert told == Copied(file=file)
    assert file.read_text(encoding="utf-8") == TEXT
    if os.name == "posix":
        assert file.stat().st_mode & 0o077 == 0
    assert [one.name for one in file.parent.iterdir()] == ["copied.txt"]
    known = Clipboard({"KITTY_WINDOW_ID": "1", "PATH": str(programs)}, file)
    assert await known.put(TEXT) == Copied()


@pytest.mark.skipif(os.name != "posix", reason="the fake programs are shell scripts")
async def test_the_room_says_where_the_text_is(programs: Path) -> None:
    file = programs.parent / "copied.txt"
    room = make_room(clipboard=Clipboard({"TMUX": "t", "PATH": str(programs)}, file))
    async with room.run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press("enter", "y")
        await until(pilot, file.is_file)
        await until(
            pilot, lambda: any(str(file) in one.message for one in pilot.app._notifications)
        )
        assert file.read_text(encoding="utf-8") == pilot.app.clipboard
