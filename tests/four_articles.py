"""A corpus of four small articles, and the command on it with an index of its own."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from index.cli.main import run
from index.settings.places import Places, find_places

PROSE = (
    "Le ministre israélien de la Défense, Benny Gantz, a signé mercredi 24 novembre 2021 à Rabat un "
    "accord. « C’est un pas très important », a déclaré M. Gantz. Le budget est de {n} millions."
)


def written(folder: Path) -> Path:
    """The corpus in a new folder: `a0.txt` to `a3.txt`."""
    folder.mkdir()
    for number in range(4):
        (folder / f"a{number}.txt").write_text(
            f"Un accord à Rabat {number}\n\n{PROSE.format(n=number)}\n", encoding="utf-8"
        )
    return folder


def places_of(corpus: Path) -> Places:
    """The corpus with its index beside it."""
    return find_places(corpus=str(corpus), index=str(corpus.parent / "index"))


def command_on(
    corpus: Path, capfd: pytest.CaptureFixture[str]
) -> Callable[..., tuple[int, str, str]]:
    """Runs the command; gives its status, output and messages, of which none may be unforeseen."""

    def call(*arguments: str, index: Path | None = corpus.parent / "index") -> tuple[int, str, str]:
        where = ("--index", str(index)) if index else ()
        status = run([*arguments, "--corpus", str(corpus), *where])
        sys.stdout.flush()
        captured = capfd.readouterr()
        assert "Traceback" not in captured.err and "unforeseen" not in captured.err, captured.err
        return status, captured.out, captured.err

    return call


def nobody(event: object) -> None:
    """Takes the reports of a build."""
    del event
