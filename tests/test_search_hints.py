"""What is proposed where a query finds nothing or has a slip, and how a query is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from handful import ARTICLES, found, make_article, open_index

from index.errors import QueryError
from index.model.found import Facet, Filter, SearchRequest
from index.query.engine import IndexReader
from index.query.parser import parse
from index.query.printing import in_language
from index.search.similar import nearest_first


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("accorrd", [("accord", 2, "accorrd", "accord")]),
        ("rabat accorrd", [("rabat ET accord", 1, "accorrd", "accord"),
                           ("rabat", 1, "accorrd", None)]),
        ("accord algérie", [("accord", 2, "algérie", None), ("algérie", 1, "accord", None)]),
        # What only asks is left out together, before anything else.
        ("qui parle de l'accord algérie", []),
        ("qui cite cet accord et rabat", [("accord ET rabat", 1, "qui cite cet et", None)]),
        # Without one word of a day nothing better is asked for.
        ("rabat le 17 mars 2031", []),
        ("zzzzzz", []),
        ("quotidien", [("source:quotidien", 2, "quotidien", "source:quotidien")]),
        ("martin", [("auteur:martin", 1, "martin", "auteur:martin")]),
        ("atlas rabat", [("source:atlas ET rabat", 1, "atlas", "source:atlas"),
                         ("rabat", 1, "atlas", None)]),
        ("« accord précédent »", [("accord ET précédent", 2, "«\u00a0accord précédent\u00a0»",
                                   "accord ET précédent")]),
        ("source:martin", [("auteur:martin", 1, "source:martin", "auteur:martin")]),
        ("titre:armée", [("armée", 2, "titre:armée", "armée")]),
        ("titre:accorrd", [("titre:accord", 1, "accorrd", "accord")]),
        ("personne:maroc", [("maroc", 2, "personne:maroc", "maroc")]),
        ("dit-par:gantz manière:démenti", [("dit-par:gantz", 1, "manière:démenti", None)]),
        ("paix dit-par:gantz manière:démenti",
         [("paix", 1, "dit-par:gantz manière:démenti", None),
          ("paix ET dit-par:gantz", 1, "manière:démenti", None)]),
        ("langue:en", []),
        ("langue:anglais", []),
        ("maroc PRES/1 armées", [("maroc ET armées", 2, "maroc PRES/1 armées", "maroc ET armées")]),
    ],
)  # fmt: skip
def test_nothing_found_says_what_would_find_something(
    searcher: IndexReader, query: str, expected: list[tuple[str, int, str, str | None]]
) -> None:
    page = searcher.search(SearchRequest(query))
    assert page.total == 0
    assert [(h.query, h.articles, h.instead_of, h.use) for h in page.hints] == expected
    assert page.suggestions == tuple(hint.query for hint in page.hints)


_PAPERS = ("Libération", "Le Dauphiné libéré", "Le Monde", "Ouest-France", "L’Humanité", "La Croix")


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> IndexReader:
    """An article of each paper, signed by two people."""
    articles = [
        make_article(f"a{at}", "Le bac reste à quai.", source=paper, author="Jeanne Le Goff")
        for at, paper in enumerate(_PAPERS)
    ]
    return open_index(tmp_path_factory.mktemp("papers") / "index", articles)


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("source:libé", ["source:liberation", 'source:"le dauphine libere"']),
        ("source:LM", ['source:"le monde"']),
        ("source:OF", ['source:"ouest france"']),
        ("source:O.-F.", ['source:"ouest france"']),
        ("source:« L. M. »", ['source:"le monde"']),
        ("source:l'Huma", ['source:"l humanite"']),
        ("bac source:mon", ['bac ET source:"le monde"']),
        ("auteur:gof", ['auteur:"jeanne le goff"']),
        ("auteur:JLG", ['auteur:"jeanne le goff"']),
        ("source:x", []),
        ("source:zebre", []),
        ("source:ibération", []),
    ],
)
def test_a_shortened_name_of_a_source_or_an_author_is_proposed_whole(
    papers: IndexReader, query: str, meant: list[str]
) -> None:
    page = papers.search(SearchRequest(query))
    named = [hint for hint in page.hints if hint.use and ":" in hint.use]
    assert page.total == 0
    assert sorted(hint.query for hint in named) == sorted(meant)
    assert all(papers.search(SearchRequest(hint.query)).total == hint.articles for hint in named)


def test_words_that_the_index_has_as_one_are_proposed(searcher: IndexReader) -> None:
    """« cyber attaque » found nothing where articles say « cyberattaque »."""
    found = {(hint.instead_of, hint.use) for hint in searcher.search(SearchRequest("ma roc")).hints}
    assert ("ma roc", "maroc") in found


def test_two_slips_get_hints_each(searcher: IndexReader) -> None:
    page = searcher.search(SearchRequest("acord marroc"))
    told = {(hint.instead_of, hint.use) for hint in page.hints}
    assert {("acord", "accord"), ("marroc", "maroc")} <= told
    assert len(set(page.suggestions)) == len(page.suggestions)


def test_what_mends_two_slips_is_proposed_once_and_first(searcher: IndexReader) -> None:
    hints = searcher.search(SearchRequest("acord rabatt")).hints
    assert len({hint.query for hint in hints}) == len(hints)
    assert (hints[0].instead_of, hints[0].use) == ("acord rabatt", "accord rabat")


@pytest.mark.parametrize(
    ("word", "forms", "nearest"),
    [
        ("renalt", ("rendant", "renault"), "renault"),
        ("gréve", ("grave", "grève", "greve"), "grève"),
        ("controleurz", ("contrôler", "contrôleurs"), "contrôleurs"),
        ("macrn", ("maçon", "macron"), "macron"),
    ],
)
def test_the_nearest_spelling_comes_first(word: str, forms: tuple[str, ...], nearest: str) -> None:
    assert nearest_first(word, forms)[0] == nearest


def test_among_alternatives_a_slip_stands_for_the_nearest_words(tmp_path: Path) -> None:
    texts = {"une": "La licorne dort.", "deux": "Une licence vide.", "trois": "Rien du tout."}
    opened = open_index(tmp_path / "i", [make_article(name, text) for name, text in texts.items()])
    assert found(opened, "licorme OU zzzz OU yyyy") == ["une"]
    # Of two slips only where there is none of one.
    assert found(opened, "licemme OU zzzz OU yyyy") == ["deux"]
    assert set(found(opened, "licorme~")) == {"une"}


def test_dates_among_the_words_are_proposed(searcher: IndexReader) -> None:
    dated = [a for a in ARTICLES if (a.published.earliest or "").startswith("2023-01")]
    (proposal,) = searcher.search(SearchRequest("janvier 2023")).proposals
    assert (proposal.query, proposal.total) == ("date:2023-01", len(dated))
    assert searcher.search(SearchRequest("zzzz janvier 2023")).proposals == ()
    (proposal,) = searcher.search(SearchRequest("qui parle du radar en janvier 2023")).proposals
    assert proposal.query == "radar ET date:2023-01"


def test_dates_are_proposed_without_the_filters_where_these_leave_nothing(
    searcher: IndexReader,
) -> None:
    """With a filter on, no proposal was shown that the command line had."""
    filters = (Filter(Facet.SOURCE, "nowhere"),)
    (proposal,) = searcher.search(SearchRequest("janvier 2023", filters=filters)).proposals
    assert (proposal.query, proposal.unfiltered) == ("date:2023-01", True)
    (proposal,) = searcher.search(SearchRequest("janvier 2023")).proposals
    assert not proposal.unfiltered


@pytest.mark.parametrize("query", ["foo:bar", "accord titel:drone", "sourc:monde"])
def test_an_unknown_field_is_told(searcher: IndexReader, query: str) -> None:
    with pytest.raises(QueryError):
        searcher.search(SearchRequest(query))


@pytest.mark.parametrize("query", ["http://x.fr", "Climat: la France", "Climat:la France", "16:30"])
def test_a_colon_of_a_text_is_no_field(searcher: IndexReader, query: str) -> None:
    searcher.search(SearchRequest(query))


@pytest.mark.parametrize(
    ("french", "english"),
    [
        ("accord ET titre:drone", "accord AND title:drone"),
        ("(accord OU maroc) SAUF date:aucune", "(accord OR maroc) NOT date:none"),
        ("« et ou titre »", "« et ou titre »"),
        ("cite:(nous PRES/2 paix)", "quote:(nous NEAR/2 paix)"),
        ("accord SAUF (mer OU dit-par:gantz)", "accord NOT (mer OR said-by:gantz)"),
        ("dit-par:gantz manière:démenti", "said-by:gantz manner:denied"),
    ],
)
def test_a_query_is_told_in_the_language_of_the_reader(french: str, english: str) -> None:
    assert in_language(french, "fr") == french
    assert in_language(french, "en") == english
    assert parse(english) == parse(french)


_SENTENCES = (
    "Le maire de Lissac a été mis en examen mardi.",
    "La mise en examen du directeur date de mars.",
    "Les voyageurs ont été pris en charge par un car.",
    "La prise en charge des blessés a duré une heure.",
    "Le texte est remis en cause par les élus du port.",
    "La remise en cause du texte étonne le préfet.",
    "Le port a été mis à l’arrêt, puis conduit à la faillite.",
)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> IndexReader:
    articles = [make_article(f"a{at}", sentence) for at, sentence in enumerate(_SENTENCES)]
    return open_index(tmp_path_factory.mktemp("told") / "index", articles)


@pytest.mark.parametrize(
    ("query", "other"),
    [
        ("mise en examen", ("mis", 2)),
        ("mise à l’arrêt", ("mis", 2)),
        ("maire mise en examen", ("mis", 2)),
        ("prise en charge", ("pris", 1)),
        ("prises en charge", ("pris", 1)),
        ("remise en cause", ("remis", 1)),
        ("conduite à risque", ("conduit", 1)),
        ("mise", None),
        ("mise examen", None),
        ("« mise en examen »", None),
        ("garde à vue", None),
        ("mis en examen", None),
        ("mises en examen", None),
    ],
)
def test_the_participle_of_a_noun_before_a_preposition_is_another_word(
    told: IndexReader, query: str, other: tuple[str, int] | None
) -> None:
    """« mise en examen » said nothing of the articles in which somebody was « mis en examen »."""
    covers = told.search(SearchRequest(query)).covers
    assert [one for cover in covers for one in cover.others] == ([other] if other else [])
