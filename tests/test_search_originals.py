"""The five articles that the owner gave: what must be found in them, and what must not."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from index.model.article import Article, ArticleId, TitleBasis
from index.model.found import SearchRequest
from index.model.text import Span
from index.search.index_folder import write_index
from index.search.searcher import Searcher

EVAL = os.environ.get("RECOUPE_EVAL")
pytestmark = pytest.mark.skipif(EVAL is None, reason="RECOUPE_EVAL names no folder")


def _article(record: dict[str, Any]) -> Article:
    title = record["title"]
    body = "\n\n".join(part["text"] for part in record["body"])
    first = record["body"][0]["text"][:60]
    return Article(
        id=ArticleId(record["file"][:3]),
        path=record["file"],
        sha256="",
        encoding="utf-8",
        title=title or first,
        title_basis=TitleBasis.STATED if title else TitleBasis.FIRST_WORDS,
        title_span=Span(0, len(title)) if title else None,
        text=f"{title}\n\n{body}" if title else body,
        description=record["description"],
    )


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    assert EVAL is not None
    text = (Path(EVAL) / "originals" / "clean.yaml").read_text(encoding="utf-8")
    articles = [_article(record) for record in yaml.safe_load(text)["articles"].values()]
    by_id = {article.id: article for article in articles}
    directory = tmp_path_factory.mktemp("originals")
    assert write_index(directory, articles, names=str) == 5
    opened = Searcher(directory, read=lambda ids: [by_id[one] for one in ids], name_of=str)
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("Israel", 5),
        ("cybersecurite", {"000", "002"}),
        ("etat-major", 3),
        ("oeil", {"002"}),
        ("œil", {"002"}),
        ('"ministère et Défense"', 0),
        ('"Maroc ou Israël"', 0),
        ("Polisario", 0),
        ("F-16", 0),
        ("F 16", 0),
    ],
)
def test_what_the_originals_answer(
    searcher: Searcher, query: str, expected: int | set[str]
) -> None:
    page = searcher.search(SearchRequest(query))
    ids = {str(hit.id) for hit in page.hits}
    assert (ids if isinstance(expected, set) else page.total) == expected


def test_guillemets_make_a_phrase(searcher: Searcher) -> None:
    phrase = searcher.search(SearchRequest("« sans précédent »"))
    words = searcher.search(SearchRequest("sans précédent"))
    assert phrase.understood == "«\u00a0sans précédent\u00a0»"
    assert phrase.total <= words.total


def test_operators(searcher: Searcher) -> None:
    def ids(query: str) -> set[str]:
        return {str(hit.id) for hit in searcher.search(SearchRequest(query)).hits}

    assert ids("protocole OU accord") == ids("protocole") | ids("accord")
    assert ids("Maroc SAUF Algérie") == ids("Maroc") - ids("Algérie")
    assert ids("Maroc SAUF Algérie") < ids("Maroc")
