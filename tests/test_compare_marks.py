"""What of two wordings is marked: what a reader must not miss, or what the two share."""

from __future__ import annotations

import pytest
from builders import make_article

from index.compare.telling_marks import what_is_shared, what_matters
from index.model.article import Article
from index.model.text import Span

TEXT = (
    "La maire n’a jamais parlé de trois blessés ; le feu aurait pris vers 23 heures dans la grange."
)


def article() -> Article:
    return make_article("un", TEXT)


def span_of(words: str) -> Span:
    at = TEXT.index(words)
    return Span(at, at + len(words))


@pytest.mark.parametrize(
    ("differing", "marked"),
    [
        ("n’a jamais parlé", ["n", "jamais"]),
        ("le feu aurait pris", ["aurait"]),
        ("vers 23 heures", ["23"]),
        ("dans la grange", []),
    ],
)
def test_of_words_that_differ_only_what_matters_is_marked(
    differing: str, marked: list[str]
) -> None:
    found = what_matters(article(), [span_of(differing)])
    assert [span.of(TEXT) for span in found] == marked


def test_of_a_looser_row_what_is_shared_is_marked() -> None:
    found = what_is_shared(article(), [Span(0, len(TEXT))], ("maire", "parle", "le", "granges"))
    assert [span.of(TEXT) for span in found] == ["maire", "parlé", "grange"]
