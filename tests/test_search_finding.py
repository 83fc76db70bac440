"""What is found: tables over a handful of small articles."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from handful import ARTICLES, READ, found, make_article, open_index
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.errors import ArticleUnknownError, QueryError
from index.model.article import (
    ArticleId,
)
from index.model.found import Facet, Filter, SearchRequest, Sort
from index.query.engine import IndexReader
from index.search.index_folder import write_index
from index.search.searcher import Searcher


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("accord", {"accord", "protocole"}),
        ("accords", {"accord", "protocole"}),
        ("ACCORD rabat", {"accord"}),
        ("accord ET rabat", {"accord"}),
        ("rabat OU algérie", {"accord", "avion"}),
        ("rabat or algérie", set()),
        ("Maroc SAUF Algérie", {"sans-date"}),
        ("maroc -algérie", {"sans-date"}),
        ("maroc NOT (algérie OR armes)", set()),
        ("F-16", {"accord", "protocole", "avion"}),
        ("F16", {"accord", "protocole", "avion"}),
        ("F 16", {"accord", "protocole", "avion"}),
        ("f-16", {"accord", "protocole", "avion"}),
        ("« des F16 »", {"accord", "protocole"}),
        ('"des F 16"', {"accord", "protocole"}),
        ("état-major", {"accord"}),
        ("etat-major", {"accord"}),
        ('"etat major"', {"accord"}),
        ("l’état-major", {"accord"}),
        ("oeil", {"accord"}),
        ("œil", {"accord"}),
        ("d'œil", {"accord"}),
        ("cybersecurite", {"avion"}),
        ("« sans précédent »", {"accord"}),
        ("“sans precedent”", {"accord"}),
        ('"ministère et Défense"', set()),
        ('"ministère de la défense"', {"accord"}),
        ('"Maroc ou Algérie"', set()),
        ('"sans délai précédent"', set()),
        ("25 000", {"accord"}),
        ("25.000 euros", {"accord"}),
        ("124.7", {"protocole"}),
        ("elysee", {"protocole"}),
        ("Élysée", {"protocole"}),
        ("=armée", {"avion", "sans-date"}),
        ("=armee", set()),
        ('="Une armée"', {"sans-date"}),
        ("=mère", {"mer"}),
        ("titre:mer", {"mer"}),
        ("titre:accord", {"accord"}),
        ("title:(accord OU protocole)", {"accord", "protocole"}),
        ("chapo:menu", {"avion"}),
        ("texte:menu", set()),
        ("cyber*", {"avion"}),
        ("*sécurité", {"avion"}),
        ("pro*ole", {"protocole"}),
        ("*bersecu*", {"avion"}),
        ("*cyb*rite*", {"avion"}),
        ("*rite*cyb*", set()),
        ("*cyb*zzz*", set()),
        ("rabbat~", {"accord"}),
        ("maroc PRES/1 algérie", {"avion"}),
        ("algérie PRES/1 maroc", {"avion"}),
        ("maroc PRES/0 algérie", set()),
        ("date:2022", {"protocole", "avion"}),
        ("date:2022-07-19..", {"avion", "accord"}),
        ("date:<2022-07-19", {"protocole"}),
        ("date:aucune", {"sans-date", "mer", "cites"}),
        ("source:quotidien", {"protocole", "avion"}),
        ('source:"quotidien du soir"', {"avion"}),
        ("source:atlas", {"accord"}),
        ("auteur:martin", {"protocole"}),
        ("tag:defense", {"accord"}),
        ("personne:gantz", {"accord", "avion"}),
        ("personne:ganz", set()),
        ("fichier:sans-", {"sans-date"}),
        ("maroc -personne:gantz", {"sans-date"}),
        ("absent", set()),
        ("cite:paix", {"cites"}),
        ("cite:lui", set()),
        ("cite:ministre", set()),
        ('cite:"la guerre"', {"cites"}),
        ("cite:(nous PRES/1 paix)", set()),
        ("cite:(nous PRES/2 paix)", {"cites"}),
        ("dit-par:Gantz", {"cites"}),
        ("dit-par:ministre", {"cites"}),
        ("said-by:témoin", {"cites"}),
        ("dit-par:kochavi", set()),
        ("polisario", set()),
        ("partout:polisario", {"cites"}),
        ("partout:ministre", {"cites"}),
        ("polisarrio OU élysee", {"protocole"}),
        ("polisarrio OU accorrd", {"accord", "protocole"}),
        ("accorrd", set()),
        ("", {article.id for article in ARTICLES}),
        ("?!", {article.id for article in ARTICLES}),
    ],
)
def test_what_a_query_finds(searcher: IndexReader, query: str, expected: set[str]) -> None:
    assert set(found(searcher, query)) == expected


@pytest.mark.parametrize(
    ("query", "first"),
    [("armées", "sans-date"), ("armes", "sans-date"), ("mer", "mer"), ("marché", "mer")],
)
def test_the_form_that_was_typed_comes_first(embedded: Searcher, query: str, first: str) -> None:
    assert found(embedded, query)[0] == first


def test_all_articles_newest_first_then_undated(searcher: IndexReader) -> None:
    assert found(searcher, "") == ["accord", "avion", "protocole", "cites", "mer", "sans-date"]


def test_sorted_by_source(searcher: IndexReader) -> None:
    ordered = ["accord", "protocole", "avion", "cites", "mer", "sans-date"]
    assert found(searcher, "", sort=Sort.SOURCE) == ordered


def test_pages_follow_each_other(searcher: IndexReader) -> None:
    whole = found(searcher, "le OU la OU un")
    parts = [
        hit.id
        for offset in range(0, len(whole), 2)
        for hit in searcher.search(SearchRequest("le OU la OU un", limit=2, offset=offset)).hits
    ]
    assert parts == whole
    assert searcher.search(SearchRequest("maroc", offset=9)).hits == ()


def test_facets_count_what_is_found(searcher: IndexReader) -> None:
    page = searcher.search(SearchRequest("accord OU armée"))
    assert [(e.id, e.name, e.articles) for e in page.facet(Facet.PERSON)] == [
        ("kochavi", "Aviv Kochavi", 2),
        ("gantz", "Benny Gantz", 2),
        ("far", "FAR", 1),
    ]
    assert [(e.id, e.articles) for e in page.facet(Facet.YEAR)] == [
        ("2022", 2), ("", 1), ("2023", 1),
    ]  # fmt: skip
    assert {e.id for e in page.facet(Facet.MONTH)} == {"", "2022-07", "2023-01"}
    assert ("", 1) in {(e.id, e.articles) for e in page.facet(Facet.SOURCE)}
    assert page.facet(Facet.EQUIPMENT) == ()


@pytest.mark.parametrize(
    ("named", "people", "months"),
    [
        ("", ["Aviv Kochavi", "Benny Gantz"], 2),
        ("KOCH", ["Aviv Kochavi"], 0),
        ("2023-0", [], 1),
        ("zzz", [], 0),
    ],
)
def test_a_value_too_rare_for_the_list_is_found_by_its_name(
    searcher: IndexReader, named: str, people: list[str], months: int
) -> None:
    page = searcher.search(SearchRequest("accord OU F16", entries=1, named=named))
    names = [entry.name for entry in page.facet(Facet.PERSON)]
    assert len(names) == min(1, len(people)) and set(names) <= set(people)  # of equals, any
    counted = {count.facet: count.values for count in page.facets}
    assert counted[Facet.MONTH] == months
    assert counted[Facet.PERSON] == (3 if not named else len(people))


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ((Filter(Facet.PERSON, "gantz"),), {"accord", "avion"}),
        ((Filter(Facet.PERSON, "gantz"), Filter(Facet.PERSON, "kochavi")), {"avion"}),
        ((Filter(Facet.PERSON, "gantz", exclude=True),), {"protocole", "sans-date", "mer", "cites"}),
        ((Filter(Facet.SOURCE, ""),), {"sans-date", "mer", "cites"}),
        ((Filter(Facet.TAG, ""),), {"protocole", "avion", "sans-date", "mer", "cites"}),
        ((Filter(Facet.YEAR, "2022"), Filter(Facet.PERSON, "far", exclude=True)),
         {"protocole", "avion"}),
        ((Filter(Facet.MONTH, ""),), {"sans-date", "mer", "cites"}),
        ((Filter(Facet.PERSON, "nobody"),), set()),
    ],
)  # fmt: skip
def test_filters(searcher: IndexReader, filters: tuple[Filter, ...], expected: set[str]) -> None:
    assert set(found(searcher, "", filters=filters)) == expected
    counted = searcher.search(SearchRequest(filters=filters)).facet(Facet.YEAR)
    assert sum(entry.articles for entry in counted) == len(expected)


def test_a_word_says_what_it_covers(embedded: Searcher) -> None:
    (cover,) = embedded.search(SearchRequest("armée")).covers
    assert cover.word == "armée"
    assert set(cover.forms) >= {"armée", "armées"}
    assert embedded.search(SearchRequest("rabat")).covers == ()


def test_articles_like_another(embedded: Searcher) -> None:
    alike = found(embedded, "aussi:accord")
    assert "accord" not in alike
    assert alike[0] == "protocole"
    with pytest.raises(ArticleUnknownError):
        embedded.search(SearchRequest("aussi:nulle-part"))


def test_what_an_article_has_alone_hides_no_article_like_it(tmp_path: Path) -> None:
    alone = " ".join(f"inconnu{chr(97 + i)}{chr(97 + j)}" for i in range(8) for j in range(8))
    corpus = [
        make_article("un", f"Le barrage du Verdon a cédé. {alone}."),
        make_article("deux", "Le barrage du Verdon menaçait de céder depuis un an."),
        make_article("trois", "La grève des dockers continue au port."),
    ]
    opened = open_index(tmp_path / "i", corpus)
    try:
        assert found(opened, "aussi:un") == ["deux"]
    finally:
        opened.close()


def test_without_words_the_excerpt_is_the_beginning(embedded: Searcher) -> None:
    hits = {hit.id: hit for hit in embedded.search(SearchRequest("")).hits}
    (excerpt,) = hits[ArticleId("mer")].excerpts
    assert excerpt.text == "La mer monte. Ma mère marche au marché."
    assert excerpt.matches == ()
    assert embedded.search(SearchRequest("", excerpts=0)).hits[0].excerpts == ()


@pytest.mark.parametrize(
    ("query", "column"),
    [
        ("accord)", 7),
        ("OU accord", 1),
        ("accord ET OU maroc", 8),
        ("*", 1),
        ("maroc a*", 7),
        ("date:hier", 1),
        ("maroc date:2022-13", 7),
        ("titre:source:x", 1),
        ("(" * 60 + "a", 51),
        ("a " * 3_000, 4_001),
    ],
)
def test_what_cannot_be_understood_says_where(
    searcher: IndexReader, query: str, column: int
) -> None:
    with pytest.raises(QueryError) as raised:
        searcher.search(SearchRequest(query))
    assert raised.value.column == column


TYPED = st.lists(
    st.sampled_from(
        ["ET", "OU", "SAUF", "PRES/3", "(", ")", '"', "«", "»", "-", "=", "titre:", "cite:", "maroc",
         "dit-par:", "partout:", "source:", "personne:", "date:2022", "aussi:mer", "l'", "F", "16",
         "arm*", "*é", "*a*c*", "accord~", "état-major", "le", "de", "œil", "fichier:a", "\ud800"]
    )
    | st.text(max_size=4),
    max_size=14,
).map(" ".join)  # fmt: skip


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(TYPED)
def test_whatever_is_typed_is_answered_or_refused(searcher: IndexReader, query: str) -> None:
    try:
        page = searcher.search(SearchRequest(query, limit=0))
    except QueryError:
        return
    assert page.total == len(page.hits) <= len(ARTICLES)
    for hit in page.hits:
        article = READ[hit.id]
        spans = searcher.matches(query, article)
        assert list(spans) == sorted(spans)
        assert all(one.end <= other.start for one, other in pairwise(spans))
        for excerpt in hit.excerpts:
            assert all(0 <= m.start < m.end <= len(excerpt.text) for m in excerpt.matches)


def test_words_side_by_side_come_first(tmp_path: Path) -> None:
    far = make_article("a", "Le drone vole. " + "Et puis rien de tout cela. " * 8 + "La police.")
    near = make_article("b", "Rien. " * 40 + "Un drone de la police. " + "Rien encore. " * 20)
    write_index(tmp_path, [far, near], names=str)
    opened = Searcher(tmp_path, read=lambda _: [], name_of=str)
    page = opened.search(SearchRequest("drone police", excerpts=0))
    assert [hit.id for hit in page.hits] == ["b", "a"]
