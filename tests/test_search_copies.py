"""Articles that repeat one text are one hit under the fullest of them, and counts tell both."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from handful import make_article, name_of
from hypothesis import given
from hypothesis import strategies as st

from index.export.documents import search_document
from index.model.article import Article, ArticleId, Basis, DateValue
from index.model.found import Facet, Filter, Page, SearchRequest, Sort
from index.search.arrays import distinct
from index.search.index_folder import add_segment, write_index
from index.search.prints import prints_of, word_print
from index.search.republications import FILE, origins_of
from index.search.searcher import Searcher

LEAD = (
    "Le barrage de la Serne a cédé dimanche à l'aube, et l'eau a gagné en une heure les trois "
    "villages de la vallée, où les pompiers ont sorti quarante habitants de leurs maisons."
)
MORE = (
    "Selon la préfecture, deux cents hectares de cultures restent sous la boue ; la route de Mornac "
    "est coupée jusqu'à nouvel ordre et l'école du bourg accueille les familles sans toit."
)
LAST = (
    "L'exploitant avait signalé en mars une fissure longue de six mètres, que les ingénieurs jugeaient "
    "alors sans gravité. Une enquête a été ouverte, a fait savoir la procureure de Vals."
)
OWN = (
    "Nous marchions depuis Mornac quand le grondement est venu : dans la vallée, le barrage de la Serne "
    "venait de céder. Reportage parmi celles et ceux qui pellettent, seau après seau, devant leur porte."
)
LATER = (
    "Trois ans plus tard, la vallée se souvient. Un mur de pierre porte le nom des hameaux disparus, et "
    "le procès de l'exploitant du barrage, deux fois reporté, doit enfin s'ouvrir en septembre à Vals."
)


def account(id_: str, *paragraphs: str, source: str, day: str = "2021-03-14") -> Article:
    made = make_article(id_, "\n\n".join(paragraphs), source=source)
    return replace(made, published=DateValue(day, day, day, Basis.STATED))


ACCOUNTS = (
    account("court", LEAD, MORE, source="Le Petit Vallon"),
    account("entier", LEAD, MORE, LAST, source="Agence du Sud"),
    account("repris", LEAD.replace("dimanche à l'aube", "dimanche"), MORE, LAST, source="La Dépêche de Vals"),
    account("propre", OWN, source="Le Marcheur"),
    account("trois ans après", LEAD, LATER, source="Le Marcheur", day="2024-03-14"),
)  # fmt: skip


def opened(folder: Path, articles: tuple[Article, ...] = ACCOUNTS) -> Searcher:
    folder.mkdir()
    write_index(folder, articles, names=name_of)
    return reopened(folder, articles)


def reopened(folder: Path, articles: tuple[Article, ...] = ACCOUNTS) -> Searcher:
    by_id = {article.id: article for article in articles}
    return Searcher(folder, read=lambda ids: [by_id[one] for one in ids], name_of=name_of)


def folded(searcher: Searcher, query: str, **more: object) -> Page:
    return searcher.search(replace(SearchRequest(query, fold=True), **more))  # type: ignore[arg-type]


def test_copies_stand_under_the_fullest_account(tmp_path: Path) -> None:
    page = folded(opened(tmp_path / "i"), "barrage")
    listed = {str(hit.id): [str(copy.id) for copy in hit.copies] for hit in page.hits}
    assert listed == {"entier": ["repris", "court"], "propre": [], "trois ans après": []}
    assert (page.total, page.origins, page.listed) == (5, 3, 3)
    assert [copy.source for hit in page.hits for copy in hit.copies] == [
        "La Dépêche de Vals",
        "Le Petit Vallon",
    ]


def test_unfolded_each_is_a_hit_and_origins_are_still_told(tmp_path: Path) -> None:
    page = opened(tmp_path / "i").search(SearchRequest("barrage"))
    assert len(page.hits) == page.total == page.listed == 5
    assert page.origins == 3
    assert not any(hit.copies for hit in page.hits)


@pytest.mark.parametrize(
    ("query", "filters", "listed", "origins"),
    [
        # Of what is found: the fullest one does not stand for a copy that the filter drops.
        ("barrage", (Filter(Facet.SOURCE, "Agence du Sud", exclude=True),), ["repris:court"], 3),
        ("barrage", (Filter(Facet.SOURCE, "Le Petit Vallon"),), ["court:"], 1),
        ("fissure", (), ["entier:repris"], 1),
        ("source:vallon OU source:agence", (), ["entier:court"], 1),
        ("", (Filter(Facet.YEAR, "2021"),), ["entier:repris,court", "propre:"], 2),
    ],
)  # fmt: skip
def test_only_what_is_found_is_folded(
    tmp_path: Path, query: str, filters: tuple[Filter, ...], listed: list[str], origins: int
) -> None:
    page = folded(opened(tmp_path / "i"), query, filters=filters)
    shown = [f"{hit.id}:{','.join(copy.id for copy in hit.copies)}" for hit in page.hits]
    assert set(listed) <= set(shown)
    assert page.origins == len(shown) == origins


def test_facets_tell_articles_and_origins(tmp_path: Path) -> None:
    page = folded(opened(tmp_path / "i"), "barrage")
    years = {entry.id: (entry.articles, entry.origins) for entry in page.facet(Facet.YEAR)}
    assert years == {"2021": (4, 2), "2024": (1, 1)}
    sources = {entry.name: (entry.articles, entry.origins) for entry in page.facet(Facet.SOURCE)}
    assert sources["Le Marcheur"] == (2, 2)
    assert sources["Agence du Sud"] == (1, 1)
    document = search_document(page)
    assert (document["total"], document["origins"]) == (5, 3)
    assert {"id": "2021", "name": "2021", "articles": 4, "origins": 2} in document["facets"]["year"]
    first = next(hit["copies"][0] for hit in document["hits"] if hit["copies"])
    assert (first["id"], first["source"], first["link"]) == (
        "repris",
        "La Dépêche de Vals",
        "republication",
    )


@pytest.mark.parametrize("sort", list(Sort))
def test_pages_of_folded_results_hold_each_origin_once(tmp_path: Path, sort: Sort) -> None:
    searcher = opened(tmp_path / "i")
    pages = [folded(searcher, "barrage", sort=sort, limit=1, offset=at) for at in range(4)]
    assert [len(page.hits) for page in pages] == [1, 1, 1, 0]
    whole = folded(searcher, "barrage", sort=sort)
    assert [hit.id for page in pages for hit in page.hits] == [hit.id for hit in whole.hits]


def test_an_update_finds_copies_in_older_segments(tmp_path: Path) -> None:
    first, rest = ACCOUNTS[1:2], (ACCOUNTS[0], *ACCOUNTS[2:])
    opened(tmp_path / "i", first)
    add_segment(tmp_path / "i", rest, names=name_of)
    page = folded(reopened(tmp_path / "i"), "barrage")
    assert [str(copy.id) for hit in page.hits for copy in hit.copies] == ["repris", "court"]
    # What took the fullest one's place repeats nothing: the next fullest stands for the others.
    other = account("entier", OWN.replace("Mornac", "Vals"), source="Agence du Sud")
    add_segment(tmp_path / "i", [other], names=name_of, without=[ArticleId("entier")])
    page = folded(reopened(tmp_path / "i", (other, *rest)), "barrage fissure")
    assert [(str(hit.id), len(hit.copies)) for hit in page.hits] == [("repris", 0)]
    page = folded(reopened(tmp_path / "i", (other, *rest)), "hectares")
    assert [(str(hit.id), len(hit.copies)) for hit in page.hits] == [("repris", 1)]


def test_a_formula_that_a_whole_house_repeats_is_no_copy(tmp_path: Path) -> None:
    notice = (
        "Retrouvez toute l'actualité de votre région sur notre application, recevez chaque matin notre "
        "lettre et soutenez une presse locale libre en vous abonnant dès un euro le premier mois."
    )
    houses = tuple(
        account(
            f"a{number}",
            f"Le conseil de Ville{number} vote son budget {number}.",
            notice,
            source="Écho",
        )
        for number in range(70)
    )
    page = folded(opened(tmp_path / "i", houses), "conseil")
    assert page.origins == page.total == 70


def test_prints_do_not_depend_on_what_was_read_before() -> None:
    words = np.array([word_print(word) for word in LEAD.split()], dtype=np.uint64)
    assert prints_of(words).tolist() == prints_of(words.copy()).tolist()
    assert prints_of(words[:4]).tolist() == []
    longer = np.concatenate([words, words[:9]])
    assert set(prints_of(words).tolist()) <= set(prints_of(longer).tolist())


def test_a_file_of_another_index_is_no_index(tmp_path: Path) -> None:
    from index.errors import IndexMissingError

    opened(tmp_path / "one")
    opened(tmp_path / "other", ACCOUNTS[:2])
    (tmp_path / "one" / FILE).write_bytes((tmp_path / "other" / FILE).read_bytes())
    with pytest.raises(IndexMissingError):
        reopened(tmp_path / "one")


@pytest.mark.parametrize(
    ("days", "shared", "copies"),
    [
        ((20210314, 20210314), 62, True),
        ((20210314, 20210315), 62, False),
        ((20210314, 20210315), 70, True),
        ((20210228, 20210301), 70, True),
        ((20210314, 20210316), 70, False),
        ((20210314, 20210320), 92, True),
        ((20210314, 0), 62, True),
        ((20210231, 20210314), 62, False),
    ],
)
def test_the_further_apart_the_more_a_copy_repeats(
    days: tuple[int, int], shared: int, copies: bool
) -> None:
    """A second dispatch of the next day repeats the background of the first, and is none of its copies."""
    first, second = np.arange(100), np.arange(100 - shared, 200 - shared)
    arrays = {
        "prints": np.concatenate([first, second]).astype("u4"),
        "prints.counts": np.array([100, 100], dtype="u4"),
        "days": np.array(days, dtype="i4"),
        "body.lengths": np.array([800, 700], dtype="u4"),
        "description.lengths": np.array([0, 0], dtype="u4"),
    }
    assert origins_of([(arrays, ())]).tolist() == ([0, 0] if copies else [0, 1])


@given(st.lists(st.integers(0, 40), max_size=60))
def test_distinct_numbers_are_those_of_numpy(numbers: list[int]) -> None:
    found = distinct(np.array(numbers, dtype=np.int64))
    assert found.tolist() == sorted(set(numbers))
