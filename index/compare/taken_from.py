"""From which other account of an event a copy was taken, where dates or an agency tell it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.compare.likeness import copied
from index.text.author_names import authors_of, is_agency
from index.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.compare.likeness import Likeness
    from index.model.article import Article, ArticleId


def taken_from(
    number: int,
    others: Sequence[int],
    articles: Sequence[Article],
    likeness: Sequence[Likeness],
    *,
    least: float,
) -> ArticleId | None:
    """The account that has most of the words of another one and precedes it; None where none surely does.

    `least` is the share of runs from which on a text is a copy. An account precedes another one if it
    appeared on an earlier day, or on the same one and is an agency's; of two files with the text of
    one outlet of one day the first one counts as the earlier.
    """
    shares = [
        (copied(likeness[number], likeness[other]), other)
        for other in others
        if _precedes(articles[other], articles[number])
        or (other < number and _is_again(articles[other], articles[number]))
    ]
    share, first = max(shares, default=(0.0, number))
    return articles[first].id if share >= least else None


def _precedes(one: Article, other: Article) -> bool:
    first, last = one.published.latest, other.published.earliest
    if not first or not last:
        return False
    same = first == last == one.published.earliest == other.published.latest
    return first < last or (same and _of_agency(one) and not _of_agency(other))


def _of_agency(article: Article) -> bool:
    if article.source:
        return is_agency(article.source)
    return all(map(is_agency, authors_of(article.author or "")))


def _is_again(one: Article, other: Article) -> bool:
    same = one.published.earliest == other.published.earliest is not None
    return same and bool(one.source) and fold(one.source or "") == fold(other.source or "")
