"""Events are put right by the reader: seen at once, kept in the file, replayed over every index."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from events_corpus import ARTICLES, make_places, write_article
from hypothesis import given
from hypothesis import strategies as st

from index.building.build import rebuild, update
from index.cli.main import run
from index.errors import RecoupeError
from index.library import Library
from index.model.article import ArticleId
from index.model.events import Event, EventArticle, LinkKind
from index.notebook.decisions import EventLock, EventMerge, EventMove, EventSplit, Grouping
from index.notebook.regrouping import members, regrouped
from index.settings.settings_files import DECISIONS_NAME


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    places = make_places(tmp_path)
    rebuild(places, lambda event: None)
    library = Library.open(places)
    yield library
    for opened in (library, *OPENED):
        opened.close()
    OPENED.clear()


def grouped(library: Library) -> set[frozenset[str]]:
    return {frozenset(members(event)[0]) for event in library.events()}


OPENED: list[Library] = []


def event_of(library: Library, id: str) -> Event:
    found = library.event_of(ArticleId(id))
    assert found is not None
    return found


def again(library: Library) -> Library:
    """The corpus built anew, with whatever the notebook says."""
    rebuild(library.places, lambda event: None)
    return reopened(library)


def reopened(library: Library) -> Library:
    """The index in use, closed with the library of the test."""
    newer = Library.open(library.places)
    OPENED.append(newer)
    return newer


QUAI, CRUE = frozenset({"quai-a", "quai-b", "quai-c"}), frozenset({"crue-a", "crue-b"})


def test_a_moved_article_is_in_its_new_event_at_once_and_after_a_rebuild(library: Library) -> None:
    assert grouped(library) == {QUAI, CRUE}
    library.move_article(ArticleId("quai-c"), to=event_of(library, "crue-a"), reason="relu")
    moved = {frozenset({"quai-a", "quai-b"}), CRUE | {"quai-c"}}
    assert grouped(library) == moved
    told = {m.article: m for m in event_of(library, "crue-a").articles}
    assert told[ArticleId("quai-c")].because[0] == "decision"
    assert told[ArticleId("crue-a")].link is LinkKind.REPUBLICATION
    assert "relu" in library.notebook.path.read_text(encoding="utf-8")
    newer = again(library)
    assert grouped(newer) == moved and not newer.unapplied()
    newer.undo()
    assert grouped(newer) == {QUAI, CRUE}
    newer.redo()
    assert grouped(newer) == moved


def test_an_article_that_leaves_stands_alone(library: Library) -> None:
    library.move_article(ArticleId("crue-b"), to=None)
    assert grouped(library) == {QUAI}
    assert library.event_of(ArticleId("crue-b")) is None
    with pytest.raises(RecoupeError):
        library.move_article(ArticleId("seul"), to=None)


def test_events_and_lone_articles_are_merged(library: Library) -> None:
    parts = (event_of(library, "quai-a"), event_of(library, "crue-a"), ArticleId("seul"))
    library.merge_events(parts)
    assert grouped(library) == {QUAI | CRUE | {"seul"}}
    with pytest.raises(RecoupeError):
        library.merge_events(library.events())


def test_what_is_split_off_is_an_event_of_its_own(library: Library) -> None:
    quai = event_of(library, "quai-a")
    library.split_event(quai, leaving=[ArticleId("quai-b"), ArticleId("quai-c")])
    assert grouped(library) == {frozenset({"quai-b", "quai-c"}), CRUE}
    with pytest.raises(RecoupeError):
        library.split_event(quai, leaving=members(quai)[0])


def test_a_locked_event_stays_as_it_is(library: Library) -> None:
    library.lock_event(event_of(library, "crue-a"))
    locked = event_of(library, "crue-a")
    assert locked.locked
    for forbidden in (
        lambda: library.move_article(ArticleId("crue-a"), to=None),
        lambda: library.move_article(ArticleId("seul"), to=locked),
        lambda: library.merge_events(library.events()),
        lambda: library.lock_event(locked),
    ):
        with pytest.raises(RecoupeError):
            forbidden()
    _, _, text = ARTICLES["crue-a"]
    write_article(library.places.corpus, "crue-c", "La Sourle a débordé", "2023-05-19", text)
    update(library.places, lambda event: None)
    newer = reopened(library)
    assert CRUE in grouped(newer)
    newer.unlock_event(event_of(newer, "crue-a"))
    assert CRUE | {"crue-c"} in grouped(newer)


def test_a_file_that_moved_keeps_its_place_and_one_that_is_gone_is_told(library: Library) -> None:
    library.move_article(ArticleId("quai-c"), to=event_of(library, "crue-a"))
    corpus = library.places.corpus
    (corpus / "quai-c.md").rename(corpus / "renomme.md")
    update(library.places, lambda event: None)
    newer = reopened(library)
    assert CRUE | {"renomme"} in grouped(newer)
    (corpus / "renomme.md").unlink()
    update(newer.places, lambda event: None)
    newest = reopened(newer)
    (lost,) = newest.unapplied()
    assert isinstance(lost.decision, EventMove) and lost.why == "its articles are gone"
    assert "events_moved" in (corpus / DECISIONS_NAME).read_text(encoding="utf-8")
    assert grouped(newest) == {frozenset({"quai-a", "quai-b"}), CRUE}


IDS = [ArticleId(letter) for letter in "abcdefgh"]
some = st.lists(st.sampled_from(IDS), min_size=1, max_size=4, unique=True).map(tuple)
decisions = st.one_of(
    st.builds(EventMove, article=st.sampled_from(IDS), to=some),
    st.builds(EventMove, article=st.sampled_from(IDS), out_of=some),
    st.builds(EventMerge, articles=some),
    st.builds(EventSplit, articles=some, rest=some),
    st.builds(EventLock, articles=some, background=some),
)


def found() -> tuple[Event, ...]:
    def event(reporting: str, background: str) -> Event:
        tied = [EventArticle(ArticleId(id), LinkKind.SAME_EVENT, ()) for id in reporting]
        tied += [EventArticle(ArticleId(id), LinkKind.BACKGROUND, ()) for id in background]
        return Event(f"event:{reporting[0]}", reporting, None, None, tuple(tied))

    return event("abc", "g"), event("de", "gh")


@given(st.lists(decisions, max_size=8))
def test_whatever_is_decided_an_article_reports_one_event(made: list[Grouping]) -> None:
    groups = regrouped(found(), made)
    reporting = [id for group in groups for id in group.reporting]
    assert len(reporting) == len(set(reporting))
    assert all(len(group.reporting) > 1 for group in groups)
    assert not [id for group in groups for id in group.background if id in reporting]
    assert all(group.decided <= set(group.reporting) for group in groups)


def test_background_can_be_taken_from_one_event_of_two() -> None:
    (one, two) = regrouped(found(), [EventMove(article=ArticleId("g"), out_of=(ArticleId("d"),))])
    assert (one.background, two.background) == (["g"], ["h"])


def test_the_command_line_decides_too(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    places = make_places(tmp_path)

    def recoupe(*arguments: str, status: int = 0) -> Any:
        given_ = [*arguments, "--json", "--corpus", str(places.corpus)]
        assert run(given_) == status
        sys.stdout.flush()
        out = capfd.readouterr().out
        return json.loads(out) if out else None

    recoupe("decide", "move", "quai-c", "event:crue-a", "--reason", "relu")
    assert {tuple(m["id"] for m in e["articles"]) for e in recoupe("events")["events"]} == {
        ("quai-a", "quai-b"),
        ("quai-c", "crue-a", "crue-b"),
    }
    recoupe("decide", "lock", "quai-a")
    recoupe("decide", "take-out", "quai-a", status=1)
    assert [e["id"] for e in recoupe("events")["events"] if e["locked"]] == ["event:quai-a"]
    recoupe("decide", "unlock", "event:quai-a")
    recoupe("decide", "merge-events", "quai-a", "seul")
    recoupe("decide", "split-event", "crue-a", "crue-b")
    recoupe("decide", "take-out", "quai-a")
    decisions = recoupe("decide")["decisions"]
    assert [decision["section"] for decision in decisions] == [
        "events_moved",
        "events_merged",
        "events_split",
        "events_moved",
    ]
    assert all(decision["applies"] and decision["when"] for decision in decisions)
