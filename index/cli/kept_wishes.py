"""The thing to keep, as named on the command line: a passage, a fact, a row, a quotation."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from index.errors import RecoupeError
from index.model.article import ArticleId
from index.notebook import keepable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.library import Library
    from index.model.text import Span
    from index.notebook.keepable import Keepable

_One = TypeVar("_One")


def wanted(
    library: Library,
    ids: Sequence[str],
    *,
    span: Span | None = None,
    fact: str | None = None,
    row: int | None = None,
    quotation: int | None = None,
) -> Keepable:
    """One article or a passage of it; for several articles, a result of their comparison.

    Raises RecoupeError when there is no such thing.
    """
    articles = [ArticleId(id) for id in ids]
    if fact is not None:
        found = next(
            (one for one in library.compare(articles).facts if fact in (one.id, one.label)), None
        )
        if found is None:
            raise RecoupeError(
                "These articles have no fact {fact}.",
                advice="`recoupe compare ID ID --json` prints them.",
                fact=fact,
            )
        return keepable.of_fact(found)
    if row is not None:
        one = _numbered(library.compare(articles).rows, row)
        return keepable.of_row(one.passages, strength=one.strength.value)
    if quotation is not None:
        return keepable.of_quote(_numbered(library.compare(articles).quotes, quotation))
    article = library.article(articles[0])
    return keepable.of_article(article.id) if span is None else keepable.of_passage(article, span)


def _numbered(those: Sequence[_One], number: int) -> _One:
    if not 1 <= number <= len(those):
        raise RecoupeError(
            "There is no {number} among {count}.",
            advice="They are counted from 1, in the order in which `recoupe compare` prints them.",
            number=number,
            count=len(those),
        )
    return those[number - 1]
