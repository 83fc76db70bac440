"""What is marked in an article, and which of its words stand in the list of results."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from handful import ARTICLES, READ, make_article, open_index

from index.model.article import (
    ArticleId,
)
from index.model.found import SearchRequest
from index.model.text import Span
from index.search.excerpts import cut
from index.search.searcher import Searcher


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    opened = open_index(tmp_path_factory.mktemp("index") / "i", ARTICLES)
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("query", "name", "expected"),
    [
        ("accords", "accord", ["accord", "accord"]),
        ("oeil", "accord", ["œil"]),
        ("F 16", "accord", ["F-16"]),
        ("F-16", "protocole", ["F 16"]),
        ("« sans précédent »", "accord", ["sans précédent"]),
        ("« sans précédent »", "protocole", []),
        ("rabat SAUF accord", "accord", ["Rabat", "Rabat"]),
        ("titre:rabat", "accord", ["Rabat"]),
        ("elysee", "protocole", ["Élysée"]),
        ("état-major défense", "accord", ["Défense", "état-major"]),
        ("source:atlas", "accord", []),
        ("", "accord", []),
        ("cite:paix", "cites", ["paix", "paix"]),
        ("cite:guerre", "cites", ["guerre"]),
        ("guerre", "cites", ["guerre", "guerre"]),
        ("la mer monte", "mer", ["mer", "mer", "monte"]),
        ("la", "mer", ["La", "La"]),
        ("« la mer » monte", "mer", ["La mer", "La mer", "monte"]),
        ("dit-par:gantz", "cites", ["Nous voulons la paix"]),
    ],
)
def test_matches_stand_in_the_clean_text(
    searcher: Searcher, query: str, name: str, expected: list[str]
) -> None:
    article = READ[ArticleId(name)]
    assert [span.of(article.text) for span in searcher.matches(query, article)] == expected


def test_excerpts_are_pieces_of_the_article(searcher: Searcher) -> None:
    hits = searcher.search(SearchRequest("accord OU armée OU menu OU F16", limit=0)).hits
    assert hits
    for hit in hits:
        article = READ[hit.id]
        assert hit.excerpts
        for excerpt in hit.excerpts:
            whole = article.text if excerpt.place == "text" else article.description
            assert whole is not None
            if excerpt.span is not None:
                assert excerpt.span.of(whole).replace("\n", " ") == excerpt.text
            assert excerpt.text in whole.replace("\n", " ")
            assert all(match.of(excerpt.text).strip() for match in excerpt.matches)


def test_excerpts_of_a_long_paragraph_show_the_words_in_whole_words(tmp_path: Path) -> None:
    body = "Rien à signaler ici. " * 40 + "Le traité parle des frontières. " + "Rien encore. " * 40
    searcher = open_index(tmp_path / "i", [make_article("long", body, title="Long")])
    (hit,) = searcher.search(SearchRequest("traité frontière")).hits
    (excerpt,) = hit.excerpts
    assert [match.of(excerpt.text) for match in excerpt.matches] == ["traité", "frontières"]
    assert 120 <= len(excerpt.text) <= 170
    assert f" {excerpt.text} " in body


def test_what_was_set_aside_is_shown_as_such(searcher: Searcher) -> None:
    (hit,) = searcher.search(SearchRequest("partout:polisario")).hits
    (excerpt,) = hit.excerpts
    assert (excerpt.place, excerpt.span) == ("set aside", None)
    assert [match.of(excerpt.text) for match in excerpt.matches] == ["Polisario"]


FAR = "\n\n".join(
    (
        "Le traité et la frontière occupent le conseil, et le traité surtout.",
        "Encore le traité, encore la frontière, toujours le traité.",
        "Un phare neuf.",
    )
)


@pytest.mark.parametrize(
    ("most", "expected"),
    [
        (0, []),
        (1, ["Le traité et la frontière"]),
        # Then the one that shows another word, not the one that shows the same once more.
        (2, ["Le traité et la frontière", "Un phare neuf."]),
        (3, ["Le traité et la frontière", "Encore le traité", "Un phare neuf."]),
    ],
)
def test_an_excerpt_shows_what_those_before_it_do_not(
    tmp_path: Path, most: int, expected: list[str]
) -> None:
    searcher = open_index(tmp_path / "i", [make_article("loin", FAR, title="Loin")])
    request = SearchRequest("traité OU frontière OU phare", excerpts=most)
    (hit,) = searcher.search(request).hits
    assert [
        excerpt.text[: len(start)] for excerpt, start in zip(hit.excerpts, expected, strict=True)
    ] == expected
    assert len(hit.excerpts) == len(expected)


@pytest.mark.parametrize(
    ("core", "width", "expected"),
    [
        (Span(3, 5), 6, "cd"),  # one letter of a word would be left
        (Span(3, 5), 8, "ab cd ef"),
        (Span(4, 5), 2, "d"),
        (Span(6, 8), 8, "cd ef gh"),
        (Span(0, 2), 4, "ab"),
    ],
)
def test_an_excerpt_is_cut_between_words(core: Span, width: int, expected: str) -> None:
    assert cut("ab cd ef gh ij", core, width=width).of("ab cd ef gh ij") == expected


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Il a été entendu longuement .Claire Montel a parlé ensuite de la crue.", "Montel"),
        ("Il a été entendu longuement ; Claire Montel a parlé de la crue.", "Montel"),
        ("Il a été entendu (longuement ) , Claire Montel a parlé.", "Montel"),
        (". Claire Montel a parlé ensuite de la crue.", "Montel"),
        (".Claire Montel a parlé ensuite de la crue.", "Montel"),
        ("Il a dit : « longuement » , Claire Montel a parlé.", "Montel"),
    ],
)
@pytest.mark.parametrize("width", range(8, 48))
def test_an_excerpt_begins_with_no_sign_that_closes(text: str, word: str, width: int) -> None:
    at = text.index(word)
    span = cut(text, Span(at, at + len(word)), width=width)
    assert text[span.start] not in " .,;:!?)»…", span.of(text)
