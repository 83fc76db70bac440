"""Outlets and authors stand in one spelling in the sidebar, whatever the files write."""

from __future__ import annotations

from pathlib import Path

import pytest
from handful import make_article, open_index

from index.model.found import Facet, Filter, SearchRequest
from index.search.one_spelling import best_spellings

SOURCES = (
    "Le Phare",
    "LE PHARE",
    "Les Échos du port",
    "Les Echos du port",
    "Les Echos du port",
    "La Vigie",
)


@pytest.mark.parametrize(
    ("counts", "respelt"),
    [
        ({"Le Phare": 1, "LE PHARE": 5}, {"LE PHARE": "Le Phare"}),
        ({"Les Échos": 2, "Les Echos": 3}, {"Les Échos": "Les Echos"}),
        ({"L'Aviron": 2, "L’Aviron": 1}, {"L’Aviron": "L'Aviron"}),
        ({"AFP": 2, "RTS": 1}, {}),
        ({"Le Phare": 2, "Le Phare du soir": 1}, {}),
    ],
)
def test_the_best_spelling_of_a_name(counts: dict[str, int], respelt: dict[str, str]) -> None:
    assert best_spellings(counts) == respelt


def test_spellings_of_one_outlet_are_counted_together(tmp_path: Path) -> None:
    articles = [
        make_article(f"a{at}", "Le quai nord a rouvert jeudi.", source=source)
        for at, source in enumerate(SOURCES)
    ]
    reader = open_index(tmp_path / "i", articles)
    page = reader.search(SearchRequest("quai"))
    (counted,) = [facet for facet in page.facets if facet.facet is Facet.SOURCE]
    assert [(one.name, one.articles) for one in counted.entries] == [
        ("Les Echos du port", 3),
        ("Le Phare", 2),
        ("La Vigie", 1),
    ]
    # A filter on a spelling that is no longer shown finds all of them; results show the best one.
    for value in ("Le Phare", "LE PHARE"):
        kept = reader.search(SearchRequest("quai", filters=(Filter(Facet.SOURCE, value),)))
        named = [(hit.source, *(copy.source for copy in hit.copies)) for hit in kept.hits]
        assert (kept.total, {name for one in named for name in one}) == (
            2,
            {"Le Phare"},
        )
    assert reader.search(SearchRequest("source:phare")).total == 2
