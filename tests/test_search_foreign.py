"""Articles in other languages are found by the forms that were typed: no family, no stem, no joining."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from handful import make_article

from index.model.found import Facet, Filter, SearchRequest
from index.query.literal import literal
from index.query.parser import parse
from index.search.index_folder import write_index
from index.search.searcher import Searcher

TEXTS = {
    "french": ("fr", "Les accords marchent et le chat mange une pomme."),
    "untold": (None, "Deux accords."),
    "english": ("en", "The accords of the parties met a weekend F-16 in Orly."),
    "english2": ("en", "One accord, one week-end, a café."),
    "spanish": ("es", "Los accords son de la comune, un zorglubs, el Saint."),
}
ARTICLES = [make_article(name, text, language=code) for name, (code, text) in TEXTS.items()]


@pytest.fixture(scope="module", params=[5, 2], ids=["one segment", "two segments"])
def searcher(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Searcher]:
    from index.search.index_folder import add_segment

    folder = tmp_path_factory.mktemp("foreign")
    write_index(folder, ARTICLES[: request.param], names=str)
    if ARTICLES[request.param :]:
        add_segment(folder, ARTICLES[request.param :], names=str)
    by_id = {article.id: article for article in ARTICLES}
    searcher = Searcher(folder, read=lambda ids: [by_id[i] for i in ids], name_of=str)
    yield searcher
    searcher.close()


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("accord", {"french", "untold", "english2"}),
        ("accords", {"french", "untold", "english", "spanish"}),
        ("accord SAUF chat", {"untold", "english2"}),
        ("SAUF accord", {"english", "spanish"}),
        ("week-end", {"english2"}),
        ("weekend", {"english"}),
        ("cafe", {"english2"}),
        ("F16", {"english"}),
        ("texte:accord", {"french", "untold", "english2"}),
        ("(accord PRES/5 parties)", set()),
        ("(accords PRES/5 parties)", {"english"}),
        ("st", set()),
        ("saint", {"spanish"}),
        ("zorglub", set()),
        ("zorglubs", {"spanish"}),
        ("manger", {"french"}),
    ],
)
def test_only_the_typed_form_is_found(searcher: Searcher, query: str, expected: set[str]) -> None:
    request = SearchRequest(query, limit=0, finished=True, fold=False)
    assert {str(hit.id) for hit in searcher.search(request).hits} == expected


def test_counts_and_filters_say_the_same(searcher: Searcher) -> None:
    entries = searcher.entries("accord", Facet.LANGUAGE)
    assert {entry.id: entry.articles for entry in entries} == {"": 1, "fr": 1, "en": 1}
    only = SearchRequest("accord", filters=(Filter(Facet.LANGUAGE, "en"),), limit=0)
    assert [hit.id for hit in searcher.search(only).hits] == ["english2"]


def test_only_the_typed_form_is_marked(searcher: Searcher) -> None:
    by_id = {article.id: article for article in ARTICLES}
    for name, forms in (("french", ["accords"]), ("english", []), ("english2", ["accord"])):
        article = by_id[make_article(name, "").id]
        marked = [article.text[m.start : m.end] for m in searcher.matches("accord", article)]
        assert marked == forms
    lines = searcher.occurrences("accord").lines
    assert {(line.article, line.form) for line in lines} == {
        ("french", "accords"),
        ("untold", "accords"),
        ("english2", "accord"),
    }


@pytest.mark.parametrize(
    ("query", "typed"),
    [
        ("accord", '"accord"'),
        ("accord-cadre", '"accord cadre"'),
        ("titre:accord OU (f16 SAUF mer)", 'titre:"accord" OU ("f16" SAUF "mer")'),
        ("accord PRES/3 mer", '"accord" PRES/3 "mer"'),
        (
            '=armée date:2022 "la mer" mar* source:monde',
            '=armée date:2022 "la mer" mar* source:monde',
        ),
    ],
)
def test_a_query_in_typed_forms_is_one_of_phrases(query: str, typed: str) -> None:
    assert literal(parse(query)) == parse(typed)
