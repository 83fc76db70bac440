"""Dates whose year only the source beside can tell: « mercredi 24 novembre » next to one of 2021."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from index.french.dates import dates
from index.model.article import Article, DateMention

FROM_BESIDE = "year of the source beside"

_WEEKDAY = re.compile(r"\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b", re.IGNORECASE)


def read_beside_one_another(articles: Sequence[Article]) -> list[Article]:
    """The articles with the years of undated ones taken from the others, where the weekday fits."""
    return [_read_beside(article, articles) for article in articles]


def _read_beside(article: Article, articles: Sequence[Article]) -> Article:
    known = article.annotations
    if article.published.earliest is not None or all(d.earliest for d in known.dates):
        return article
    anchors = [_anchor(other) for other in articles if other is not article]
    anchor = next((day for day in anchors if day is not None), None)
    if anchor is None:
        return article
    read = {(mention.start, mention.end): mention for mention in dates(article.text, anchor=anchor)}
    mended = tuple(_with_year(article.text, mention, read) for mention in known.dates)
    return replace(article, annotations=replace(known, dates=mended))


def _with_year(
    text: str, mention: DateMention, read: dict[tuple[int, int], DateMention]
) -> DateMention:
    found = read.get((mention.start, mention.end))
    if mention.earliest or found is None or found.earliest is None:
        return mention
    words = text[mention.start : mention.end]
    # A weekday with its day of the month fits one year in six; without either nothing is told.
    if not _WEEKDAY.search(words) or not any(sign.isdigit() for sign in words):
        return mention
    return replace(found, basis=FROM_BESIDE)


def _anchor(article: Article) -> date | None:
    """When an article appeared, else the last day that it gives."""
    if article.published.earliest is not None:
        return date.fromisoformat(article.published.earliest)
    days = [m.latest for m in article.annotations.dates if m.latest and m.latest == m.earliest]
    return date.fromisoformat(max(days)) if days else None
