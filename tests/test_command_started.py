"""How the command starts and ends: among foreign packages, with a misspelt word, with its terminal."""

from __future__ import annotations

import os
import select
import subprocess
import sys
from pathlib import Path

import pytest

from index.cli.main import run
from tui import recoupe as entry

ROOT = Path(__file__).parent.parent


def test_another_index_in_the_way_is_one_line(tmp_path: Path) -> None:
    for name in ("index", "tui"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").write_text("", encoding="utf-8")
    root = Path(__file__).parent.parent
    code = f"import sys; sys.path[:0] = [{str(tmp_path)!r}]; exec(open({str(root / 'tui/recoupe.py')!r}).read()); main()"
    done = subprocess.run(
        [sys.executable, "-P", "-c", code], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert str(tmp_path) in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_the_files_by_which_our_packages_are_told_are_there() -> None:
    root = Path(__file__).parent.parent
    assert all((root / package / file).is_file() for package, file in entry._OURS.items())


def test_the_room_ends_with_its_terminal(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "accord.txt").write_text("Un accord\n\nIls ont signé.\n", encoding="utf-8")
    pty, termios = (pytest.importorskip(name) for name in ("pty", "termios"))
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 80))
    # As under `make run`: the terminal is not the one that controls the session, so no hang-up comes.
    room = subprocess.Popen(
        [sys.executable, "-m", "tui.command", str(corpus), "--index", str(tmp_path / "index")],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={
            **os.environ,
            "HOME": str(tmp_path),
            "TERM": "xterm-256color",
            "PYTHONPATH": str(ROOT),
        },
        start_new_session=True,
    )
    os.close(theirs)
    try:
        # The room has drawn something once it has begun.
        drawn, _, _ = select.select([ours], [], [], 20)
        assert drawn
        os.close(ours)
        room.wait(timeout=20)
    finally:
        room.kill()


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("exprot", "export"),
        ("serach", "search"),
        ("entitie", "entities"),
        ("facts", "compare --event"),
        ("Carnet", "notes"),
    ],
)
def test_a_command_that_is_misspelt_is_no_corpus(
    word: str, near: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run([word, "x", "--lang", "en"]) == 1
    assert f"recoupe {near}?" in capfd.readouterr().err


def test_a_folder_named_like_a_command_that_is_misspelt_is_a_corpus(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "exprot").mkdir()
    monkeypatch.chdir(tmp_path)
    run(["exprot", "--lang", "en"])
    assert "no command" not in capfd.readouterr().err
