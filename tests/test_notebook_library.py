"""What is decided is seen at once, in lists, facets, search, articles and comparisons, and outlives a rebuild."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.building.build import rebuild, update
from index.building.fitness import why_outdated
from index.library import Library
from index.model.article import ArticleId, EntityId, Kind
from index.model.found import Entity, Facet, Filter, SearchRequest
from index.notebook.decisions import Dating, Decision, Hide, Merge, Note, Rename, Retype, Split
from index.notebook.verdict import RowAnswer
from index.settings.places import Places, find_places
from index.settings.settings_files import DECISIONS_NAME

TEXTS = {
    "quai": "Benny Gantz et Aviv Kochavi se sont rencontrés à Rabat. M. Gantz a salué le Maroc.",
    "port": "À Rabat, Aviv Kochavi a parlé du port. Le ministre Benny Gantz était absent.",
    "usine": "Le directeur Jean Dupont a visité une usine à Casablanca avec Aviv Kochavi.",
    "colle": "À Rabat, le ministre Benny Gantzaux côtés de Jean Dupont a signé un accord.",
}
GANTZ, KOCHAVI = EntityId("person:benny-gantz"), EntityId("person:aviv-kochavi")
RABAT, DUPONT = EntityId("place:rabat"), EntityId("person:jean-dupont")


def make_places(folder: Path) -> Places:
    corpus = folder / "corpus"
    corpus.mkdir()
    for name, text in TEXTS.items():
        (corpus / f"{name}.txt").write_text(text, encoding="utf-8")
    return find_places(corpus=str(corpus), index=str(folder / "index"), environment={})


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    places = make_places(tmp_path)
    rebuild(places, lambda event: None)
    library = Library.open(places)
    yield library
    library.close()


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    places = make_places(tmp_path_factory.mktemp("shared"))
    rebuild(places, lambda event: None)
    library = Library.open(places)
    yield library
    library.close()


def entity(library: Library, id: EntityId) -> Entity | None:
    return next((entity for entity in library.entities() if entity.id == id), None)


def found(library: Library, query: str) -> set[str]:
    return {hit.id for hit in library.search(SearchRequest(query, limit=0)).hits}


def facet(library: Library, facet: Facet) -> dict[str, int]:
    page = library.search(SearchRequest(limit=0))
    return {entry.name: entry.articles for entry in page.facet(facet)}


def state(library: Library) -> object:
    """All that decisions change."""
    page = library.search(SearchRequest(limit=0))
    return library.entities(), page.facets, [library.article(id) for id in library.ids()]


def consistent(library: Library) -> None:
    """Lists, facets and articles tell the same."""
    counted: dict[str, set[str]] = {}
    for id in library.ids():
        for mention in library.article(id).annotations.mentions:
            if mention.by != "glued":
                counted.setdefault(mention.entity, set()).add(id)
    assert {e.id: e.articles for e in library.entities()} == {
        id: len(articles) for id, articles in counted.items()
    }
    page = library.search(SearchRequest(limit=0))
    for one in library.entities():
        place = Facet(one.kind.value)
        entries = {entry.id: (entry.name, entry.articles) for entry in page.facet(place)}
        assert entries[one.id] == (one.name, one.articles)
        kept = library.search(SearchRequest(filters=(Filter(place, one.id),), limit=0))
        assert {hit.id for hit in kept.hits} == counted[one.id]
        assert sum(form.mentions for form in one.forms) == one.mentions


def test_a_merge_counts_each_article_once(library: Library) -> None:
    library.decide(Merge(into=KOCHAVI, others=(DUPONT,)))
    merged = entity(library, KOCHAVI)
    assert merged is not None and merged.articles == 4 and merged.mentions == 5
    assert entity(library, DUPONT) is None
    assert library.name_of(DUPONT) == "Aviv Kochavi"
    assert found(library, 'personne:"Jean Dupont"') == set(TEXTS)
    assert facet(library, Facet.PERSON)["Aviv Kochavi"] == 4
    old = library.search(SearchRequest(filters=(Filter(Facet.PERSON, DUPONT),)))
    assert old.total == 4
    consistent(library)


def test_a_split_takes_spellings_or_articles(library: Library) -> None:
    library.split(GANTZ, forms=["M. Gantz"])
    consistent(library)
    names = facet(library, Facet.PERSON)
    assert names["M. Gantz"] == 1 and names["Benny Gantz"] == 2
    library.undo()
    made = library.split(KOCHAVI, articles=[ArticleId("usine")])
    assert isinstance(made, Split)
    consistent(library)
    apart = entity(library, made.into)
    assert apart is not None and (apart.articles, apart.name) == (1, "Aviv Kochavi")
    library.decide(Merge(into=KOCHAVI, others=(made.into,)))
    consistent(library)
    whole = entity(library, KOCHAVI)
    assert whole is not None and whole.articles == 3


def test_names_kinds_and_what_is_hidden(library: Library) -> None:
    library.decide(Rename(entity=GANTZ, name="Benjamin Gantz"))
    library.decide(Retype(entity=RABAT, kind=Kind.ORGANISATION))
    library.decide(Hide(entity=KOCHAVI))
    consistent(library)
    assert found(library, "personne:benjamin") == {"quai", "port"}
    assert facet(library, Facet.ORGANISATION)["Rabat"] == 3
    assert "Rabat" not in facet(library, Facet.PLACE)
    assert entity(library, KOCHAVI) is None
    mentions = library.article(ArticleId("usine")).annotations.mentions
    assert KOCHAVI not in {mention.entity for mention in mentions}
    assert found(library, "personne:kochavi") == set()
    assert found(library, "kochavi") == {"quai", "port", "usine"}


def test_a_glued_word_counts_once_accepted(library: Library) -> None:
    before = entity(library, GANTZ)
    assert before is not None and before.articles == 2
    (proposal,) = [p for p in library.proposals() if p.other is None]
    assert proposal.surface == "Benny Gantzaux" and proposal.articles == ("colle",)
    (place,) = library.contexts_of_slip(proposal)
    assert place.form == "Benny Gantz" and place.right.startswith("aux côtés")
    library.refuse(proposal)
    assert not [p for p in library.proposals() if p.other is None]
    consistent(library)
    library.undo()
    library.accept(proposal)
    after = entity(library, GANTZ)
    assert after is not None and (after.articles, after.mentions) == (3, before.mentions + 1)
    assert found(library, "personne:gantz") == {"quai", "port", "colle"}
    consistent(library)


def test_a_date_changes_years_and_order(library: Library) -> None:
    library.decide(Dating(article=ArticleId("quai"), date="2019-03"))
    assert facet(library, Facet.YEAR)["2019"] == 1
    assert found(library, "date:2019") == {"quai"}
    assert library.article(ArticleId("quai")).published.latest == "2019-03-31"
    library.undo()
    assert "2019" not in facet(library, Facet.YEAR)


def test_a_rebuild_and_an_update_replay_what_was_decided(library: Library) -> None:
    library.decide(Merge(into=KOCHAVI, others=(DUPONT,)))
    library.decide(Rename(entity=GANTZ, name="B. G."))
    places = library.places
    before = state(library)
    rebuild(places, lambda event: None)
    again = Library.open(places)
    assert state(again) == before
    again.close()
    (places.corpus / "neuf.txt").write_text("Jean Dupont est revenu à Rabat.", "utf-8")
    update(places, lambda event: None)
    newer = Library.open(places)
    merged = entity(newer, KOCHAVI)
    assert merged is not None and merged.articles == 5
    consistent(newer)
    newer.close()


def test_a_moved_file_takes_its_decisions_along(library: Library) -> None:
    library.decide(Dating(article=ArticleId("quai"), date="2019"))
    corpus = library.places.corpus
    (corpus / "quai.txt").rename(corpus / "ancien.txt")
    update(library.places, lambda event: None)
    newer = Library.open(library.places)
    assert not newer.unapplied()
    assert newer.article(ArticleId("ancien")).published.value == "2019"
    newer.close()


@pytest.mark.parametrize(
    "decision",
    [
        Merge(into=GANTZ, others=(EntityId("person:nobody"),)),
        Rename(entity=EntityId("person:nobody"), name="N"),
        Split(entity=GANTZ, into=EntityId("person:x"), forms=("Nobody",)),
        Dating(article=ArticleId("nowhere"), date="2020"),
        Dating(article=ArticleId("quai"), date="mardi"),
        Note(article=ArticleId("nowhere"), note="à voir"),
    ],
)
def test_what_does_not_apply_is_told_and_kept(shared: Library, decision: Decision) -> None:
    before = state(shared)
    made = shared.decide(decision)
    assert [lost.decision for lost in shared.unapplied()] == [made]
    assert state(shared) == before
    assert shared.decisions() == (made,)
    shared.undo()
    assert not shared.unapplied()


def test_another_process_is_seen_without_a_rebuild(library: Library) -> None:
    other = Library.open(library.places)
    other.decide(Hide(entity=RABAT))
    assert "Rabat" not in facet(library, Facet.PLACE)
    other.close()


def test_a_decision_asks_for_no_new_index(library: Library) -> None:
    library.decide(Hide(entity=RABAT))
    assert why_outdated(library.places) is None
    (library.places.corpus / DECISIONS_NAME).write_text("hidden: [", "utf-8")
    assert why_outdated(library.places) is None


def test_a_broken_file_stops_no_reader(library: Library) -> None:
    library.decide(Hide(entity=RABAT))
    (library.places.corpus / DECISIONS_NAME).write_text("hidden: [", "utf-8")
    assert entity(library, RABAT) is None
    fresh = Library.open(library.places)
    assert fresh.notebook.problem is not None
    assert entity(fresh, RABAT) is not None
    fresh.close()


def test_rows_that_were_rejected_or_accepted(library: Library, tmp_path: Path) -> None:
    corpus = library.places.corpus
    sentence = (
        "La grue du quai Est a été livrée au port de Nador le 3 mars 2023 par la société Levage."
    )
    (corpus / "a.txt").write_text(f"{sentence} Deux marins ont applaudi la manœuvre.", "utf-8")
    (corpus / "b.txt").write_text(f"{sentence} Personne ne regardait la mer ce matin.", "utf-8")
    update(library.places, lambda event: None)
    newer = Library.open(library.places)
    ids = [ArticleId("a"), ArticleId("b")]
    (row,) = newer.compare(ids).rows
    newer.judge(row.passages, RowAnswer.REJECTED)
    assert not newer.compare(ids).rows
    assert row.passages[0].spans[0] in newer.compare(ids).only[0].spans
    newer.undo()
    newer.judge(row.passages, RowAnswer.ACCEPTED)
    (kept,) = newer.compare(ids).rows
    assert kept.accepted and kept.strength is row.strength
    rebuild(library.places, lambda event: None)
    again = Library.open(library.places)
    assert again.compare(ids).rows == (kept,)
    (corpus / "a.txt").write_text("Tout autre chose se passe ici.", "utf-8")
    update(library.places, lambda event: None)
    changed = Library.open(library.places)
    assert [lost.why for lost in changed.unapplied()] == ["the passage is no longer in the article"]
    for one in (newer, again, changed):
        one.close()


IDS: Sequence[EntityId] = (
    GANTZ,
    KOCHAVI,
    RABAT,
    DUPONT,
    EntityId("person:new"),
    EntityId("no:one"),
)
some = st.sampled_from(IDS)
random_decisions = st.one_of(
    st.builds(Merge, into=some, others=st.lists(some, min_size=1, max_size=2).map(tuple)),
    st.builds(
        Split,
        entity=some,
        into=some,
        forms=st.lists(st.sampled_from(["Benny Gantz", "M. Gantz", "Rabat"]), max_size=2).map(
            tuple
        ),
        articles=st.lists(st.sampled_from([ArticleId("quai"), ArticleId("port")]), max_size=1).map(
            tuple
        ),
    ),
    st.builds(Rename, entity=some, name=st.sampled_from(["A", "B"])),
    st.builds(Retype, entity=some, kind=st.sampled_from([Kind.PERSON, Kind.EVENT])),
    st.builds(Hide, entity=some),
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(random_decisions, max_size=5))
def test_any_decisions_stay_consistent_and_can_be_undone(
    shared: Library, decisions: list[Decision]
) -> None:
    before = state(shared)
    for decision in decisions:
        shared.decide(decision)
    try:
        consistent(shared)
        now = state(shared)
        fresh = Library.open(shared.places)
        assert state(fresh) == now
        fresh.close()
    finally:
        for _ in decisions:
            shared.undo()
    assert state(shared) == before
    for _ in decisions:
        shared.redo()
    assert state(shared) == now
    for _ in decisions:
        shared.undo()
