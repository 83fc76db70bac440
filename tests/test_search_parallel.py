"""Two processes with a segment each: the same index as one, or none."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.errors import IndexMissingError, RecoupeError
from index.model.article import Article, ArticleId, EntityId, TitleBasis
from index.model.found import SearchRequest
from index.search.building import write_index
from index.search.parallel import write_index_in_parts
from index.search.searcher import Searcher

WORDS = "accord militaire radar paix armée frégate".split()  # noqa: SIM905
Part = tuple[int, int]


def make_articles(part: Part) -> Iterator[Article]:
    for number in range(*part):
        text = " ".join(WORDS[number % step] for step in range(1, 7))
        yield Article(
            id=ArticleId(f"a{number:03}"), path="", sha256="", encoding="utf-8", title=text,
            title_basis=TitleBasis.FIRST_WORDS, text=text,
        )  # fmt: skip


def make_articles_or_die(part: Part) -> Iterator[Article]:
    yield from make_articles(part)
    if part[0]:
        os._exit(1)


def name_of(entity: EntityId) -> str:
    return str(entity)


def answers(directory: Path) -> list[list[tuple[str, float]]]:
    searcher = Searcher(directory, read=lambda _: [], name_of=name_of)
    pages = [
        searcher.search(SearchRequest(query, limit=0, excerpts=0))
        for query in ("accord", "radar paix", '"accord militaire"', "")
    ]
    return [[(str(hit.id), hit.score) for hit in page.hits] for page in pages]


def test_two_processes_answer_as_one(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.mkdir()
    two.mkdir()
    assert write_index(one, make_articles((0, 40)), names=name_of) == 40
    assert write_index_in_parts(two, [(0, 20), (20, 40)], make_articles, names=name_of) == 40
    assert answers(one) == answers(two)
    assert not [path for path in two.iterdir() if path.is_dir()]


def test_nothing_is_published_when_a_process_dies(tmp_path: Path) -> None:
    with pytest.raises(RecoupeError):
        write_index_in_parts(tmp_path, [(0, 20), (20, 40)], make_articles_or_die, names=name_of)
    searcher = Searcher(tmp_path, read=lambda _: [], name_of=name_of)
    assert len(searcher) == 0


def test_a_damaged_index_is_one_sentence(tmp_path: Path) -> None:
    write_index(tmp_path, make_articles((0, 5)), names=name_of)
    (arrays,) = tmp_path.glob("*.arr")
    arrays.write_bytes(b"nonsense")
    with pytest.raises(IndexMissingError, match="can be read"):
        Searcher(tmp_path, read=lambda _: [], name_of=name_of)
