"""What a process does while the others decide which entities are one."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import index.building.part as building
from index.building.batches import BATCH
from index.building.build import BuildEvent, rebuild
from index.library import Library
from index.model.article import Article
from index.settings.places import find_places

TEXTS = (
    "Le général Avram Kochavi commande la place.\n\n« Nous tenons », a dit mardi Avram Kochavi.",
    "Le général Avram Kochavi est là.\n\n« Nous tenons bon », a dit Avram Kochavi.",
    "Le général Avram Kohavi commande.\n\n« Nous tenons », a dit Avram Kohavi.",
    "Léa Arnal, maire de Zorville, était là.\n\n« Nous partons », a dit mardi Léa Arnal.",
)


def nobody(_event: BuildEvent) -> None:
    """Nobody looks at this build."""


def built(folder: Path, texts: tuple[str, ...] = TEXTS) -> list[Article]:
    corpus = folder / "corpus"
    corpus.mkdir(parents=True)
    for at, text in enumerate(texts):
        (corpus / f"a{at}.txt").write_text(f"Le fort numéro {at}\n\n{text}\n", encoding="utf-8")
    places = find_places(corpus=str(corpus), index=str(folder / "index"))
    rebuild(places, nobody)
    with contextlib.closing(Library.open(places)) as library:
        return [library.article(id) for id in sorted(library.ids())]


def ahead(monkeypatch: pytest.MonkeyPatch, wanted: Callable[[], bool] = lambda: False) -> list[int]:
    """Lets each part name articles ahead, as a process that waits does; gives how many each had."""
    settle, finish = building.Part.settle, building.Part.finish
    numbers: list[int] = []

    def settled(part: Any, *arguments: Any) -> Any:
        given = settle(part, *arguments)
        part.name_ahead(wanted)
        return given

    def finished(part: Any, *arguments: Any, **named: Any) -> Any:
        numbers.append(len(part._ahead))
        return finish(part, *arguments, **named)

    monkeypatch.setattr(building.Part, "settle", settled)
    monkeypatch.setattr(building.Part, "finish", finished)
    return numbers


def test_articles_named_ahead_are_those_named_in_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = built(tmp_path / "before")
    numbers = ahead(monkeypatch)
    calls: list[str] = []
    plain = building.annotate_names

    def counted(article: Article, *arguments: Any, **named: Any) -> Article:
        calls.append(article.path)
        return plain(article, *arguments, **named)

    monkeypatch.setattr(building, "annotate_names", counted)
    after = built(tmp_path / "after")
    assert numbers == [4]
    assert after == before
    assert [quote.speaker for one in after for quote in one.annotations.quotes] == [
        *["person:avram-kochavi"] * 3,
        "person:lea-arnal",
    ]
    # Only the article whose person was joined to another one is named again.
    assert calls == ["a0.txt", "a1.txt", "a2.txt", "a3.txt", "a2.txt"]


def test_naming_ahead_ends_when_an_order_comes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    numbers = ahead(monkeypatch, iter([False, True]).__next__)
    assert len(built(tmp_path, TEXTS * 8)) == 32
    assert numbers == [BATCH]


def test_naming_ahead_holds_so_many_articles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(building, "_MOST_AHEAD", 20)
    numbers = ahead(monkeypatch)
    assert len(built(tmp_path, TEXTS * 16)) == 64
    assert 20 <= numbers[0] < 20 + BATCH
