"""Who is quoted over several articles, and the same words from several mouths."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from builders import make_article, name_of

from index.building.build import rebuild
from index.compare.quotations_by_speaker import quoting
from index.compare.source_comparison import compare
from index.library import Library
from index.model.article import HowSaid
from index.model.found import SearchRequest
from index.settings.places import find_places

NAMES = {"person:arnal": ["Léa Arnal"], "person:brun": ["Hugo Brun"]}
FIRST = make_article(
    "a",
    "« Nous partons demain matin », a dit Léa Arnal. Hugo Brun dément avoir crié « dehors les dockers ».",
    names=NAMES,
    published="2024-03-12",
)
SECOND = make_article(
    "b",
    "« Nous partons demain matin », a dit Hugo Brun. « C'est fini », juge le voisin.",
    names=NAMES,
    published="2024-03-11",
)


def test_lists_who_is_quoted_with_what_each_says_by_date() -> None:
    found = {one.name: one for one in quoting([FIRST, SECOND], name_of=name_of)}
    assert set(found) == {"arnal", "brun", "le voisin"}
    assert [(q.article, q.text, q.said.manner) for q in found["brun"].quotes] == [
        ("b", "Nous partons demain matin", HowSaid.SAID),
        ("a", "dehors les dockers", HowSaid.DENIED),
    ]


def test_the_same_words_from_two_mouths_are_told() -> None:
    found = {one.name: one for one in quoting([FIRST, SECOND], name_of=name_of)}
    assert found["arnal"].quotes[0].also == ("brun",)
    assert found["le voisin"].quotes[0].also == ()


def test_a_name_chooses() -> None:
    found = quoting([FIRST, SECOND], name_of=name_of, wanted="Voisin")
    assert [one.name for one in found] == ["le voisin"]


def test_a_comparison_tells_who_is_given_the_words() -> None:
    (line,) = [
        line for line in compare([FIRST, SECOND], name_of=name_of).quotes if len(line.uses) == 2
    ]
    assert [use.said and use.said.speaker for use in line.uses] == ["person:arnal", "person:brun"]
    assert line.speakers_differ


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("quoted")
    corpus = folder / "corpus"
    corpus.mkdir()
    texts = {
        "dit": "« Nous fermons le port », a déclaré Hugo Brun.",
        "nie": "Hugo Brun dément avoir dit « nous fermons le port ».",
        "rumeur": "Hugo Brun aurait dit « nous fermons le port ».",
    }
    for name, text in texts.items():
        (corpus / f"{name}.txt").write_text(f"Le port de Vaubrac\n\n{text}\n", encoding="utf-8")
    (corpus / "recoupe.yaml").write_text(
        "entities:\n- {name: Hugo Brun, kind: person}\n", encoding="utf-8"
    )
    places = find_places(corpus=str(corpus), index=str(folder / "index"), environment={})
    rebuild(places, lambda event: None)
    with closing(Library.open(places)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("dit-par:brun", {"dit"}),
        ("dit-par:brun manière:démenti", {"nie"}),
        ("manner:conditional said-by:brun", {"rumeur"}),
        ("manière:démenti", {"nie"}),
        ("dit-par:brun (manière:démenti OU manière:conditionnel)", {"nie", "rumeur"}),
    ],
)
def test_what_was_said_is_told_from_what_was_denied(
    library: Library, query: str, expected: set[str]
) -> None:
    page = library.search(SearchRequest(query=query))
    assert {Path(hit.id).name for hit in page.hits} == expected


def test_a_card_holds_what_somebody_is_quoted_as_saying(library: Library) -> None:
    (brun,) = [e.id for e in library.entities() if e.name == "Hugo Brun"]
    assert {q.said.manner for q in library.quotes_of(brun)} == {
        HowSaid.SAID,
        HowSaid.DENIED,
        HowSaid.CONDITIONAL,
    }
