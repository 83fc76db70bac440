"""Roles by place and date, and the passages that name two entities, in the library and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.building.build import rebuild, update
from index.cli.main import run
from index.library import Library
from index.model.article import ArticleId, EntityId
from index.notebook.decisions import Dating, Merge
from index.settings.places import Places, find_places

TEXTS = {
    "avant": "Publié le 3 mars 2021\n\nLe ministre valdovien des Ports, Ivar Kochavel, a reçu Odon Virel à Nantes. Rien n’a filtré.",
    "pendant": "Publié le 5 mai 2022\n\nIvar Kochavel est arrivé hier.\n\nÀ Brest, le ministre valdovien des Ports Ivar Kochavel a parlé des quais.",
    "après": "Publié le 9 juin 2023\n\nL’ex-ministre valdovien des Ports, Ivar Kochavel, est parti.\n\nPlus loin, Odon Virel n’a rien dit à Brest.",
    "autre": "Publié le 6 juin 2023\n\nKohavel, ministre valdovien des Ports, n’a rien vu. M. Kohavel est à Brest.",
}
KOCHAVEL, VIREL = EntityId("person:ivar-kochavel"), EntityId("person:odon-virel")
BREST, NANTES = EntityId("place:brest"), EntityId("place:nantes")


@pytest.fixture
def places(tmp_path: Path) -> Places:
    corpus = tmp_path / "ports"
    corpus.mkdir()
    for name, text in TEXTS.items():
        (corpus / f"{name}.txt").write_text(text, encoding="utf-8")
    places = find_places(corpus=str(corpus), index=str(tmp_path / "index"), environment={})
    rebuild(places, lambda event: None)
    return places


@pytest.fixture
def library(places: Places) -> Iterator[Library]:
    library = Library.open(places)
    yield library
    library.close()


def told(library: Library, entity: EntityId) -> list[tuple[str, list[str]]]:
    return [(role.text, [p.article for p in role.places]) for role in library.roles(entity)]


def test_roles_stand_in_the_order_of_time_with_their_articles(library: Library) -> None:
    assert told(library, KOCHAVEL) == [
        ("ministre valdovien des Ports", ["avant", "pendant", "autre"]),
        ("ex-ministre valdovien des Ports", ["après"]),
    ]
    (first, *_), former = (role.places for role in library.roles(KOCHAVEL))
    assert first.published.value == "2021-03-03"
    article = library.article(first.article)
    assert first.span.of(article.text) == "ministre valdovien des Ports"
    assert former[0].published.value == "2023-06-09"


def test_a_near_spelling_in_the_same_office_is_the_same_person(library: Library) -> None:
    (entity,) = (e for e in library.entities() if e.id == KOCHAVEL)
    assert {"Ivar Kochavel", "Kohavel", "M. Kohavel"} <= {form.surface for form in entity.forms}


def test_roles_follow_what_the_reader_decides(library: Library) -> None:
    library.decide(Dating(article=ArticleId("après"), date="2020"))
    assert next(role for role, _ in told(library, KOCHAVEL)).startswith("ex-ministre")
    library.decide(Merge(into=VIREL, others=(KOCHAVEL,)))
    assert len(told(library, VIREL)) == 2
    assert told(library, KOCHAVEL) == []


def test_roles_follow_an_update(places: Places) -> None:
    (places.corpus / "pendant.txt").write_text("Rien à Brest.", encoding="utf-8")
    (places.corpus / "neuf.txt").write_text(
        "Publié le 1er janvier 2024\n\nIvar Kochavel, maire de Brest, est revenu.", encoding="utf-8"
    )
    update(places, lambda event: None)
    library = Library.open(places)
    try:
        assert told(library, KOCHAVEL) == [
            ("ministre valdovien des Ports", ["avant", "autre"]),
            ("ex-ministre valdovien des Ports", ["après"]),
            ("maire de Brest", ["neuf"]),
        ]
    finally:
        library.close()


def test_passages_are_sentences_or_else_paragraphs(library: Library) -> None:
    found = library.together(KOCHAVEL, NANTES)
    (passage,) = found.passages
    assert passage.pieces[0][1].endswith("a reçu Odon Virel à Nantes.")
    article = library.article(passage.article)
    assert [name.of(article.text) for name in passage.names] == ["Ivar Kochavel", "Nantes"]
    (near,) = library.together(VIREL, BREST).passages
    assert near.pieces[0][1].startswith("Plus loin")


def test_what_stands_far_apart_is_counted(library: Library) -> None:
    found = library.together(KOCHAVEL, VIREL)
    assert [passage.article for passage in found.passages] == ["avant", "après"]
    first, second = (text for _, text in found.passages[1].pieces)
    assert (first[:11], second[:9]) == ("L’ex-minist", "Plus loin")
    assert (found.articles, found.apart) == (2, 1)
    assert library.together(KOCHAVEL, EntityId("person:nobody")).passages == ()


def test_the_command_line_tells_both(places: Places, capsys: pytest.CaptureFixture[str]) -> None:
    where = ["--corpus", str(places.corpus), "--index", str(places.index), "--lang", "en"]
    assert run(["entities", "--json", *where]) == 0
    (entity,) = (e for e in json.loads(capsys.readouterr().out)["entities"] if e["id"] == KOCHAVEL)
    assert sum(entity["found_by"].values()) == entity["mentions"]
    assert entity["roles"][1]["articles"][0]["published"]["value"] == "2023-06-09"
    assert run(["entities", "--together", "Ivar Kochavel", "nantes", "--json", *where]) == 0
    (passage,) = json.loads(capsys.readouterr().out)["passages"]
    assert passage["article"] == "avant"
    assert run(["entities", "--together", "Ivar Kochavel", "Nantes", *where]) == 0
    assert "a reçu Odon Virel à Nantes." in capsys.readouterr().out
    assert run(["entities", "--together", "Ivar Kochavel", "Personne du tout", *where]) == 1
