"""Two people of one name are proposed as two; the answer holds over a rebuild and an update."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.building.build import rebuild, update
from index.cli.main import run
from index.library import Library
from index.model.article import ArticleId, EntityId
from index.notebook.decisions import OnePerson, Split
from index.notebook.proposals import NAMESAKES, Proposal
from index.settings.places import Places, find_places

TEXTS = {
    "club": "À Zorville, le footballeur Odon Varnac a marqué deux fois. Odon Varnac était heureux.",
    "match": "Le footballeur Odon Varnac jouera dimanche à Brizec-la-Ville, dit son club.",
    "vote": "Le ministre de la Pêche Odon Varnac a présenté la loi. M. Varnac veut aller vite.",
}
VARNAC = EntityId("person:odon-varnac")


@pytest.fixture
def places(tmp_path: Path) -> Places:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    for name, text in TEXTS.items():
        (corpus / f"{name}.txt").write_text(text, encoding="utf-8")
    return find_places(corpus=str(corpus), index=str(tmp_path / "index"), environment={})


@pytest.fixture
def library(places: Places) -> Iterator[Library]:
    rebuild(places, lambda event: None)
    library = Library.open(places)
    yield library
    library.close()


def asked(library: Library) -> list[Proposal]:
    return [one for one in library.proposals() if one.reason == NAMESAKES]


def test_a_footballer_and_a_minister_are_proposed_as_two(library: Library) -> None:
    (proposal,) = asked(library)
    assert (proposal.kept, proposal.articles) == (VARNAC, ("vote",))
    assert proposal.told == ("footballeur", "ministre de la Pêche")
    (place,) = library.contexts_of_slip(proposal)
    assert (place.article, place.form) == ("vote", "Odon Varnac")
    made = library.accept(proposal)
    assert isinstance(made, Split) and made.articles == ("vote",)
    assert not asked(library)
    counts = {one.id: (one.name, one.articles) for one in library.entities() if "varnac" in one.id}
    assert counts == {VARNAC: ("Odon Varnac", 2), made.into: ("Odon Varnac", 1)}
    library.undo()
    assert asked(library) == [proposal]


def test_one_person_is_not_asked_about_again(library: Library, places: Places) -> None:
    (proposal,) = asked(library)
    made = library.refuse(proposal)
    assert made == OnePerson(entity=VARNAC, articles=(ArticleId("vote"),), when=made.when)
    assert not asked(library)
    rebuild(places, lambda event: None)
    again = Library.open(places)
    assert not asked(again)
    assert not again.unapplied()
    again.undo()
    assert len(asked(again)) == 1
    again.close()


def test_an_update_takes_up_and_forgets_what_articles_tell(
    library: Library, places: Places
) -> None:
    folder = Path(str(places.corpus))
    (folder / "vote.txt").write_text("Odon Varnac est venu à la fête.", encoding="utf-8")
    update(places, lambda event: None)
    again = Library.open(places)
    assert not asked(again)
    again.close()
    (folder / "curé.txt").write_text("L'évêque Odon Varnac a béni la foule.", encoding="utf-8")
    update(places, lambda event: None)
    again = Library.open(places)
    assert [one.told for one in asked(again)] == [("footballeur", "évêque")]
    again.close()


def test_the_question_is_printed_in_both_languages(
    library: Library, places: Places, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ["--corpus", str(places.corpus), "--index", str(places.index)]
    assert run(["decide", "proposals", "--json", *where]) == 0
    (document,) = [
        one
        for one in json.loads(capsys.readouterr().out)["proposals"]
        if one["reason"] == NAMESAKES
    ]
    assert document["told"] == ["footballeur", "ministre de la Pêche"]
    assert document["articles"] == ["vote"]
    assert run(["--lang", "fr", "decide", "refuse", document["id"], *where]) == 0
    assert "Odon Varnac est une seule personne" in capsys.readouterr().out
