"""Dates whose year follows only from another source: « mercredi 24 novembre » beside an article of
2021.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from index.french.dates import dates
from index.model.article import Article, DateMention

FROM_BESIDE = "year of the source beside"

_WEEKDAY = re.compile(r"\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b", re.IGNORECASE)

_MONTH = re.compile(
    r"janvier|février|mars|avril|\bmai\b|juin|juillet|août|septembre|octobre|novembre|décembre",
    re.IGNORECASE,
)


def read_beside_one_another(articles: Sequence[Article]) -> list[Article]:
    """The articles, with the years of undated ones taken from the others if the weekday fits."""
    return [_read_beside(article, articles) for article in articles]


def _read_beside(article: Article, articles: Sequence[Article]) -> Article:
    known = article.annotations
    if all(d.earliest for d in known.dates):
        return article
    # An article that states only its month may still not give the year of « mi-janvier ».
    others = [other for other in articles if other is not article]
    anchors = [_anchor(other) for other in ([article] if article.published.latest else others)]
    anchor = next((day for day in anchors if day is not None), None)
    if anchor is None:
        return article
    read = {(mention.start, mention.end): mention for mention in dates(article.text, anchor=anchor)}
    stated = article.published.latest is not None
    mended = tuple(
        _with_year(article.text, mention, read, stated=stated) for mention in known.dates
    )
    return replace(article, annotations=replace(known, dates=mended))


def _with_year(
    text: str,
    mention: DateMention,
    read: dict[tuple[int, int], DateMention],
    *,
    stated: bool,
) -> DateMention:
    found = read.get((mention.start, mention.end))
    if mention.earliest or found is None or found.earliest is None:
        return mention
    words = text[mention.start : mention.end]
    # A weekday with its day of the month fits one year in six; without both, no year can be told.
    if stated:
        return found if _MONTH.search(words) else mention
    if not _WEEKDAY.search(words) or not any(sign.isdigit() for sign in words):
        return mention
    return replace(found, basis=FROM_BESIDE)


def _anchor(article: Article) -> date | None:
    """The day when an article appeared, else the last day that it mentions."""
    if article.published.latest is not None:
        return date.fromisoformat(article.published.latest)
    days = [m.latest for m in article.annotations.dates if m.latest and m.latest == m.earliest]
    return date.fromisoformat(max(days)) if days else None
