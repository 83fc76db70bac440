"""The embedded engine finds what the reference engine finds, for random questions over random corpora."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from handful import in_memory, make_article, name_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.model.article import Annotations, Article, Basis, DateValue, EntityId, Quote
from index.model.found import Facet, Filter, SearchRequest, Sort
from index.query.engine import Amendment
from index.search.index_folder import add_segment, write_index
from index.search.searcher import Searcher

WORDS = ["accord", "accords", "accorder", "marché", "marche", "Marché", "marchés", "mur", "mûr", "F-16", "F16", "16", "h", "16h", "télé", "réalité", "téléréalité", "télé-réalité", "start-ups", "startup", "zorglub", "zorglubs", "zorgluber", "l’armée", "armées", "Armee", "st", "Saint", "S.N.C.F.", "SNCF", "le", "de", "étudiant·e·s", "œuvre", "25", "000"]  # fmt: skip
SENTENCES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join)
DAYS = st.sampled_from([None, "2022", "2022-07", "2022-07-18", "2023-01-01"])


@st.composite
def articles(draw: st.DrawFn) -> list[Article]:
    found = []
    for number in range(draw(st.integers(1, 7))):
        body = "\n\n".join(draw(st.lists(SENTENCES, min_size=1, max_size=3)))
        article = make_article(
            f"a{number}", body, title=draw(st.none() | SENTENCES), people=draw(PEOPLE)
        )
        quotes = []
        if draw(st.booleans()):
            start = draw(st.integers(0, max(0, len(article.text) - 2)))
            end = draw(st.integers(start + 1, len(article.text)))
            quotes.append(Quote(start, end, speaker=EntityId("gantz"), speaker_text="Le ministre"))
        day = draw(DAYS)
        earliest, latest = {None: (None, None), "2022": ("2022-01-01", "2022-12-31")}.get(
            day, ("2022-07-01", "2022-07-31") if day == "2022-07" else (day, day)
        )
        found.append(
            replace(
                article,
                published=DateValue(day, earliest, latest, Basis.STATED) if day else DateValue(),
                description=draw(st.none() | SENTENCES),
                language=draw(st.sampled_from([None, "fr", "en", "es"])),
                source=draw(st.sampled_from([None, "Le Monde", "AFP"])),
                set_aside_texts=tuple(draw(st.lists(SENTENCES, max_size=1))),
                annotations=Annotations(
                    mentions=article.annotations.mentions, quotes=tuple(quotes)
                ),
            )
        )
    return found


PEOPLE = st.lists(st.sampled_from(["gantz", "kochavi"]), max_size=2)
LEAVES = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(WORDS).map(lambda word: f"={word}"),
    st.lists(st.sampled_from(WORDS), min_size=2, max_size=3).map(lambda some: f'"{" ".join(some)}"'),
    st.tuples(st.sampled_from(WORDS), st.integers(0, 4), st.sampled_from(WORDS)).map(
        lambda near: f"({near[0]} PRES/{near[1]} {near[2]})"
    ),
    st.sampled_from(
        ["mar*", "*ché", "acc*d*", "march~", "zorglob~", "source:monde", "personne:gantz", "date:2022",
         "date:>2022-07", "date:aucune", "dit-par:gantz", "dit-par:ministre", "fichier:a1"]
    ),
)  # fmt: skip
PLACED = st.tuples(
    st.sampled_from(["titre:", "chapo:", "texte:", "cite:", "partout:"]), LEAVES
).map(lambda parts: parts[0] + parts[1] if ":" not in parts[1] else parts[1])
QUERIES = st.recursive(
    LEAVES | PLACED,
    lambda inner: st.tuples(inner, st.sampled_from(["ET", "OU", "SAUF"]), inner).map(
        lambda parts: f"({parts[0]} {parts[1]} {parts[2]})"
    ),
    max_leaves=4,
)
FILTERS = st.lists(
    st.builds(
        Filter,
        st.just(Facet.PERSON) | st.just(Facet.SOURCE),
        st.sampled_from(["gantz", "AFP", ""]),
        exclude=st.booleans(),
    ),
    max_size=1,
)
AMENDMENTS = st.sampled_from(
    [
        Amendment(),
        Amendment(moved={"gantz": (Facet.ORGANISATION, "gantz"), "kochavi": None}),
        Amendment(added={(Facet.PERSON, "gantz"): ("a0", "a2")}, also={"gantz": ("Le marché",)}),  # type: ignore[dict-item,arg-type]
        Amendment(dates={"a0": DateValue("2022-07-18", "2022-07-18", "2022-07-18", Basis.STATED)}),  # type: ignore[dict-item]
    ]
)


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    articles(), st.lists(QUERIES, min_size=1, max_size=5), FILTERS, st.integers(0, 7), AMENDMENTS
)
def test_both_engines_find_the_same(
    tmp_path_factory: pytest.TempPathFactory,
    corpus: list[Article],
    queries: list[str],
    filters: list[Filter],
    cut: int,
    amendment: Amendment,
) -> None:
    folder: Path = tmp_path_factory.mktemp("index")
    first, rest = (corpus[:cut], corpus[cut:]) if corpus[:cut] else (corpus, [])
    write_index(folder, first, names=name_of)
    if rest:
        add_segment(folder, rest, names=name_of)
    embedded = Searcher(folder, read=lambda _: [], name_of=name_of)
    reference = in_memory(corpus)
    for engine in (embedded, reference):
        engine.amend(amendment)
    assert len(embedded) == len(reference)
    assert embedded.ids() == reference.ids()
    for query in queries:
        request = SearchRequest(
            query, filters=tuple(filters), sort=Sort.DATE, limit=0, excerpts=0, entries=0
        )
        ours, truth = embedded.search(request), reference.search(request)
        assert [hit.id for hit in ours.hits] == [hit.id for hit in truth.hits], query
        assert ours.understood == truth.understood
        assert ours.facets == truth.facets, query
        assert ours.hits == truth.hits or any(hit.score for hit in ours.hits)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("query", ["16h", "16 h"])
def test_both_engines_find_a_measure_in_any_language(
    language: str, query: str, tmp_path: Path
) -> None:
    article = replace(make_article("a", "16 h"), language=language)
    folder = tmp_path / "index"
    folder.mkdir()
    write_index(folder, [article], names=name_of)
    for engine in (Searcher(folder, read=lambda _: [], name_of=name_of), in_memory([article])):
        request = SearchRequest(query, sort=Sort.DATE, limit=0, excerpts=0, entries=0)
        assert [hit.id for hit in engine.search(request).hits] == ["a"]
