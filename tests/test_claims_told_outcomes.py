"""Outcomes as people tell them: every sentence of `data/told_outcomes.yaml` is read as it says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from index.claims.claim_reading import claims_of
from index.claims.other_things import listed as other_things
from index.french.sentences import sentences
from index.model.claims import ClaimKind, ClaimManner
from index.model.text import Span

SENTENCES = [
    (family, value, sentence)
    for family, values in yaml.safe_load(
        (Path(__file__).parent / "data/told_outcomes.yaml").read_text("utf-8")
    ).items()
    for value, told in values.items()
    for sentence in told
]


@pytest.mark.parametrize(("family", "value", "sentence"), SENTENCES)
def test_an_outcome_is_read_as_people_tell_it(family: str, value: str, sentence: str) -> None:
    spans = sentences(sentence, (Span(0, len(sentence)),))
    own = [
        claim for claim in claims_of(sentence, spans, (), ())
        if claim.kind is ClaimKind.STATUS and claim.of == family
    ]  # fmt: skip
    plain = {claim.value for claim in own if claim.manner is not ClaimManner.DENIED}
    if value == "denied":
        assert own and not plain
    else:
        assert plain == (set() if value == "elsewhere" else {value})


def _listed(name: str) -> dict[str, object]:
    path = Path(__file__).parent.parent / "index" / name
    found: dict[str, object] = yaml.safe_load(path.read_text("utf-8"))
    return found


def test_outcomes_are_told_of_things_that_are_listed() -> None:
    things = {kind.removeprefix("any-") for kind in _listed("claims/data/things.yaml")}
    named = {
        kind.removeprefix("any-")
        for values in _listed("claims/data/statuses.yaml").values()
        for entries in values.values()  # type: ignore[attr-defined]
        for entry in entries
        if isinstance(entry, dict)
        for kinds in entry
        for kind in kinds.split()
    }
    assert sorted(named - things) == []
    assert sorted(things - named) == []


def test_nouns_that_may_be_other_things_are_listed_as_things() -> None:
    things = {
        kind.removeprefix("any-"): {
            word.removeprefix("=").rstrip("s")
            for named in words  # type: ignore[attr-defined]
            for word in ([named] if isinstance(named, str) else named)
        }
        for kind, words in _listed("claims/data/things.yaml").items()
    }
    for kind, nouns in other_things().items():
        assert [noun for noun in nouns if noun.rstrip("s") not in things[kind]] == []


def test_every_family_of_outcomes_has_a_label() -> None:
    labels = _listed("facts/data/labels.yaml")
    assert sorted(set(_listed("claims/data/statuses.yaml")) - set(labels)) == []


def _entries(told: object) -> Iterator[list[object]]:
    """The lists of a data file, wherever they stand."""
    if isinstance(told, list):
        yield told
    inner = told.values() if isinstance(told, dict) else told if isinstance(told, list) else ()
    for each in inner:
        yield from _entries(each)


_LISTS = (
    "causes",
    "durations",
    "effects",
    "events",
    "measures",
    "near",
    "other_things",
    "people",
    "shares",
)


@pytest.mark.parametrize("name", [*_LISTS, "states", "statuses", "things"])
def test_no_list_of_claims_names_a_word_twice(name: str) -> None:
    lists = list(_entries(_listed(f"claims/data/{name}.yaml")))
    twice = [word for words in lists for at, word in enumerate(words) if word in words[:at]]
    assert twice == []


def test_no_listed_outcome_has_a_small_word_before_a_vowel() -> None:
    # « pas de édition » stands in no text.
    words = [
        word
        for words in _entries(_listed("claims/data/statuses.yaml"))
        for word in words
        if isinstance(word, str)
    ]
    assert [
        word for word in words if re.search(r"\b(?:de|le|la|que|ne|se) [aeéèêiîouy](?!\b)", word)
    ] == []
