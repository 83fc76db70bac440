"""Accounts of one event in their own words, days after each other: the names that only they have join them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
import yaml
from builders import make_article

from index.building.build import rebuild
from index.compare import rare_names
from index.compare.event_grouping import events
from index.library import Library
from index.model.article import Article
from index.model.events import LinkKind
from index.settings.places import find_places
from tests.test_facts import EVENTS

LEAST_JOINED = 0.78
"""The least share of the pairs of accounts that are joined: 141 of 174 were, 93 before."""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    corpus = tmp_path_factory.mktemp("told")
    for path in sorted(EVENTS.glob("*.yaml")):
        event = yaml.safe_load(path.read_text("utf-8"))
        for name, account in event["accounts"].items():
            head = {key: str(value) for key, value in account.items() if key != "text"}
            front = yaml.safe_dump(head, allow_unicode=True)
            text = f"---\n{front}---\n\n{account['text']}"
            Path(corpus, f"{path.stem}_{name}.md").write_text(text, "utf-8")
    places = find_places(
        corpus=str(corpus), index=str(tmp_path_factory.mktemp("index")), environment={}
    )
    rebuild(places, lambda event: None)
    library = Library.open(places)
    yield library
    library.close()


def joined(articles: list[Article]) -> set[frozenset[str]]:
    return {
        frozenset(pair)
        for event in events(articles)
        for pair in combinations(
            [str(a.article) for a in event.articles if a.link is not LinkKind.BACKGROUND], 2
        )
    }


def test_accounts_in_their_own_words_are_one_event(told: Library) -> None:
    pairs = joined([told.article(id) for id in told.ids()])
    of_one = [pair for pair in pairs if len({name.split("_")[0] for name in pair}) == 1]
    assert len(of_one) == len(pairs)
    accounts = [str(id).split("_")[0] for id in told.ids()]
    possible = sum(one == other for one, other in combinations(accounts, 2))
    assert len(of_one) >= LEAST_JOINED * possible


def test_whom_everybody_knows_joins_nothing() -> None:
    names = {"person:emmanuel-macron": ["Emmanuel Macron"]}
    one = make_article(
        "a",
        "Emmanuel Macron a visité une usine de bateaux à Brest.",
        names=names,
        published="2023-01-10",
    )
    other = make_article(
        "b", "Emmanuel Macron a reçu un chef cuisinier.", names=names, published="2023-01-20"
    )
    assert joined([one, other]) == set()


def test_the_bounds_are_those_that_were_measured() -> None:
    measured = (
        rare_names.SMALL_CORPUS, rare_names._NAMED, rare_names._ALIKE, rare_names._FORTNIGHT.days,
        rare_names._MORE_NAMED, rare_names._LESS_ALIKE, rare_names._MONTH.days, rare_names._CANDIDATE,
    )  # fmt: skip
    assert measured == (300, 0.7, 0.15, 14, 1.5, 0.07, 30, 0.05)
