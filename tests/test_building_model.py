"""A statistical model in builds: which corpus is read with it, and what is said where it is missing."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from index.building.build import rebuild, update
from index.building.fitness import why_outdated
from index.cli.main import run
from index.errors import SettingsError
from index.library import Library
from index.model.building import BuildEvent, Published
from index.model.found import Extractor
from index.settings.places import Places, find_places
from index.shelf.generations import Shelf

MODEL = "fr-core-news-md 3.8.0"


@dataclass(frozen=True)
class Name:
    start_char: int
    end_char: int
    label_: str


class Fake:
    """Knows « rien de neuf » as an organisation and Anne Tanguy as a person; counts its batches."""

    loaded = 0

    def __init__(self) -> None:
        Fake.loaded += 1
        self.batches: list[int] = []

    def names(self, texts: Iterable[str]) -> Iterator[list[Name]]:
        texts = list(texts)
        self.batches.append(len(texts))
        for text in texts:
            yield [
                Name(*found.span(), label)
                for form, label in (("Rien de neuf", "ORG"), ("Anne Tanguy", "PER"))
                for found in re.finditer(form, text)
            ]


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> type[Fake]:
    """Installed, until a test takes it away."""
    Fake.loaded = 0
    monkeypatch.setattr("index.entities.models.installed_model", lambda: MODEL)
    monkeypatch.setattr(
        "index.entities.statistical.load_tagger", lambda model: Fake() if model else None
    )
    return Fake


def take_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.entities.models.installed_model", lambda: "")


def make(tmp_path: Path, *, settings: str = "") -> Places:
    corpus = tmp_path / "ports"
    corpus.mkdir(exist_ok=True)
    for number in range(3):
        (corpus / f"port{number}.txt").write_text(
            f"Port numéro {number}\n\nOn lit la revue Rien de neuf à Brest, dit Anne Tanguy.\n",
            encoding="utf-8",
        )
    if settings:
        (corpus / "recoupe.yaml").write_text(settings, encoding="utf-8")
    return find_places(corpus=str(corpus), index=str(tmp_path / "index"), environment={})


def nobody(event: BuildEvent) -> None:
    """A report that nobody reads."""


def extractors(places: Places) -> dict[str, dict[Extractor, int]]:
    library = Library.open(places)
    try:
        return {
            e.name: {one.extractor: one.mentions for one in e.found_by} for e in library.entities()
        }
    finally:
        library.close()


def test_where_it_is_installed_it_is_used_and_said_to_be(tmp_path: Path, model: type[Fake]) -> None:
    places = make(tmp_path)
    published = rebuild(places, nobody)
    assert (published.model, published.read_without) == (MODEL, 0)
    assert model.loaded == 1
    found = extractors(places)
    assert found["Rien de neuf"] == {Extractor.MODEL: 3}
    assert found["Anne Tanguy"] == {Extractor.BOTH: 3}
    assert found["Brest"] == {Extractor.LISTS: 3}
    assert why_outdated(places) is None


def test_the_settings_can_refuse_it(tmp_path: Path, model: type[Fake]) -> None:
    published = rebuild(make(tmp_path, settings="ner: no\n"), nobody)
    assert published.model == ""
    assert model.loaded == 0


def test_the_settings_can_demand_it(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="not installed"):
        rebuild(make(tmp_path, settings="ner: yes\n"), nobody)


def test_what_is_added_where_it_is_missing_is_counted(
    tmp_path: Path, model: type[Fake], monkeypatch: pytest.MonkeyPatch
) -> None:
    places = make(tmp_path)
    rebuild(places, nobody)
    take_away(monkeypatch)
    assert why_outdated(places) is None
    (places.corpus / "autre.txt").write_text("Un port\n\nRien de neuf ici.\n", encoding="utf-8")
    published = update(places, nobody)
    assert (published.model, published.read_without) == (MODEL, 1)
    monkeypatch.setattr("index.entities.models.installed_model", lambda: MODEL)
    assert why_outdated(places) == "some articles were read without the model that finds names"
    assert update(places, nobody).read_without == 0


def test_a_rebuild_without_it_says_what_was_lost(
    tmp_path: Path, model: type[Fake], monkeypatch: pytest.MonkeyPatch
) -> None:
    places = make(tmp_path)
    rebuild(places, nobody)
    take_away(monkeypatch)
    published = rebuild(places, nobody)
    assert (published.model, published.lost_model) == ("", MODEL)


def test_once_installed_the_index_is_built_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    places = make(tmp_path)
    rebuild(places, nobody)
    request.getfixturevalue("model")
    assert why_outdated(places) == "another model to find names is installed"
    events: list[BuildEvent] = []
    update(places, events.append)
    assert isinstance(events[-1], Published)
    generation = Shelf(places.index).current()
    assert generation is not None
    assert generation.manifest.model == MODEL


def test_the_command_line_says_so(
    tmp_path: Path, model: type[Fake], capsys: pytest.CaptureFixture[str]
) -> None:
    places = make(tmp_path)
    rebuild(places, nobody)
    arguments = ["--corpus", str(places.corpus), "--index", str(places.index), "--lang", "en"]
    assert run(["check", *arguments]) == 0
    said = capsys.readouterr().out
    assert f"Names were found by lists, rules and the model {MODEL}." in said
    assert run(["entities", "--json", *arguments]) == 0
    found = {e["name"]: e["found_by"] for e in json.loads(capsys.readouterr().out)["entities"]}
    assert found["Rien de neuf"] == {"model": 3}
