"""An index as a thing on disk: written, updated, empty, missing, and with text of any kind."""

from __future__ import annotations

from pathlib import Path

import pytest
from handful import ARTICLES, READ, found, make_article, name_of, open_index

from index.errors import IndexMissingError, RecoupeError
from index.model.article import (
    ArticleId,
)
from index.model.found import Facet, SearchRequest
from index.search.index_folder import add_segment, fingerprint, write_index
from index.search.searcher import Searcher


def test_an_update_takes_the_place_of_what_it_names(tmp_path: Path) -> None:
    searcher = open_index(tmp_path / "i", ARTICLES)
    newer = make_article("avion", "Un hélicoptère a atterri à Rabat.", people=("far",))
    other = make_article("nouveau", "Une frégate accoste à Rabat.")
    count = add_segment(tmp_path / "i", [newer, other], names=name_of, without=[newer.id])
    assert count == len(ARTICLES) + 1
    assert set(found(searcher, "F-16")) == {"accord", "protocole", "avion"}
    by_id = READ | {newer.id: newer, other.id: other}
    reopened = Searcher(
        tmp_path / "i", read=lambda ids: [by_id[one] for one in ids], name_of=name_of
    )
    assert set(found(reopened, "F-16")) == {"accord", "protocole"}
    assert set(found(reopened, "rabat")) == {"accord", "avion", "nouveau"}
    assert set(found(reopened, "personne:far")) == {"accord", "avion"}
    assert set(found(reopened, "SAUF rabat")) == {"protocole", "sans-date", "mer", "cites"}
    assert len(reopened) == len(reopened.ids()) == count
    years = reopened.search(SearchRequest("")).facet(Facet.YEAR)
    assert sum(entry.articles for entry in years) == count


def test_an_id_that_occurs_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RecoupeError, match="mer"):
        write_index(tmp_path, [READ[ArticleId("mer")]] * 2, names=name_of)


def test_an_index_without_articles(tmp_path: Path) -> None:
    searcher = open_index(tmp_path / "i", [])
    page = searcher.search(SearchRequest("maroc"))
    assert (page.total, page.hits) == (0, ())
    assert searcher.search(SearchRequest("")).hits == ()
    assert searcher.ids() == ()


def test_a_folder_without_an_index_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(IndexMissingError):
        Searcher(tmp_path, read=lambda _: [], name_of=name_of)


def test_strange_text_is_indexed_as_text(tmp_path: Path) -> None:
    strange = make_article(
        "drôle d'id/été#2", "[/b] \x1b[0m rouge\x1b[0m \u202egauche\u202c \ud800 \x00nul [sic]",
        source="\ud800", tags=("a\x00b",),
    )  # fmt: skip
    searcher = open_index(tmp_path / "i", [strange])
    assert found(searcher, "rouge sic") == ["drôle d'id/été#2"]
    assert found(searcher, "gauche tag:ab") == ["drôle d'id/été#2"]


def test_the_fingerprint_is_a_short_digest() -> None:
    assert len(fingerprint()) == 16 == len({*fingerprint()} | set("0123456789abcdef"))
