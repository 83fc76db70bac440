"""The concordance: every occurrence once, in its context, in the order asked for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.model.article import Article, ArticleId, Basis, DateValue, TitleBasis
from index.model.found import ConcordanceLine, Neighbours
from index.model.text import Span
from index.query.neighbours import arranged
from index.search.index_folder import write_index
from index.search.searcher import Searcher


def make_article(name: str, text: str, source: str | None, date: str | None) -> Article:
    return Article(
        id=ArticleId(name), path=name, sha256="", encoding="utf-8", title=name,
        title_basis=TitleBasis.FIRST_WORDS, text=text, source=source,
        published=DateValue(date, date, date, Basis.STATED) if date else DateValue(),
    )  # fmt: skip


ARTICLES = {
    article.id: article
    for article in (
        make_article("a", "Un accord militaire. L'accord civil\nattend.", "Zèbre", "2022-01-01"),
        make_article("b", "Des accords anciens, un vieil accord militaire", "Alouette", None),
        make_article("c", f"{'mot ' * 40}accord {'suite ' * 40}", None, "2021-01-01"),
    )
}


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    directory: Path = tmp_path_factory.mktemp("index")
    write_index(directory, ARTICLES.values(), names=str)
    opened = Searcher(directory, read=lambda ids: [ARTICLES[i] for i in ids], name_of=str)
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("by", "rights", "groups"),
    [
        (Neighbours.RIGHT, ["anciens", "civil", "militaire", "militaire", "suite"],
         [("militaire", 2), ("anciens", 1), ("civil", 1), ("suite", 1)]),
        (Neighbours.LEFT, ["anciens", "civil", "suite", "militaire", "militaire"],
         [("des", 1), ("l", 1), ("mot", 1), ("un", 1), ("vieil", 1)]),
        (Neighbours.FORM, ["militaire", "civil", "militaire", "suite", "anciens"],
         [("accord", 4), ("accords", 1)]),
        (Neighbours.SOURCE, ["anciens", "militaire", "militaire", "civil", "suite"],
         [("Alouette", 2), ("Zèbre", 2), ("", 1)]),
        (Neighbours.DATE, ["suite", "militaire", "civil", "anciens", "militaire"],
         [("", 2), ("2022", 2), ("2021", 1)]),
    ],
)  # fmt: skip
def test_lines_in_the_order_asked_for(
    searcher: Searcher, by: Neighbours, rights: list[str], groups: list[tuple[str, int]]
) -> None:
    answer = searcher.concordance("accord", by=by)
    assert [line.right.split()[0].strip(".,") for line in answer.lines] == rights
    assert list(answer.groups) == groups
    assert (answer.articles, answer.complete) == (3, True)


def test_neighbours_are_named_as_they_are_written_most_often() -> None:
    lines = [
        ConcordanceLine(ArticleId("a"), Span(n, n + 6), "", "accord", right, None, DateValue())
        for n, right in enumerate((" signé.", " SIGNE tôt", " signé le", " à Rabat", ""))
    ]
    found = arranged(lines, Neighbours.RIGHT, complete=True)
    assert found.groups == (("signe", 3), ("", 1), ("a", 1))
    assert found.names == ("signé", "", "à")


def test_a_line_is_a_piece_of_its_article(searcher: Searcher) -> None:
    lines = searcher.concordance("accord").lines
    assert lines
    for line in lines:
        text = ARTICLES[line.article].text
        assert line.span.of(text) == line.form
        assert f"{line.left}{line.form}{line.right}" in text.replace("\n", " ")
        assert len(line.left) <= 60
        assert len(line.right) <= 60
        assert not line.left.startswith("ot ")


def test_there_can_be_more_lines_than_are_asked_for(searcher: Searcher) -> None:
    answer = searcher.concordance("accord", most=3)
    assert (len(answer.lines), answer.complete) == (3, False)
    assert searcher.concordance("").lines == ()


@pytest.mark.parametrize("by", list(Neighbours))
def test_part_after_part_gives_what_asking_at_once_does(searcher: Searcher, by: Neighbours) -> None:
    lines: list[ConcordanceLine] = []
    skip, complete = 0, False
    while not complete:
        part = searcher.occurrences("accord", skip=skip, most=1)
        assert part.lines and part.read == skip + 1
        lines += part.lines
        skip, complete = part.read, part.complete
    assert arranged(lines, by, complete=True) == searcher.concordance("accord", by=by)
