"""From a clean article to an annotated one: sentences, names, quotes, dates, figures."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from index.french.dates import dates, publication
from index.french.quantities import quantities
from index.french.quotations import quotations
from index.french.sayings import attribute
from index.french.sentences import sentences
from index.model.article import Annotations, Article, Basis, DateValue

if TYPE_CHECKING:
    from index.entities.recognition import Recogniser


def annotate(article: Article, recogniser: Recogniser) -> Article:
    """The article with what was found in its text.

    An article that states no date gets the one that its text allows to infer, marked as inferred.
    """
    text = article.text
    blocks = article.paragraphs
    if article.title_span is not None:
        blocks = (article.title_span, *blocks)
    units = sentences(text, blocks)
    mentions = recogniser.mentions(text)
    spoken_of = dates(text, anchor=_anchor(article.published))
    published = article.published
    if published.basis is Basis.NONE:
        published = publication(text, spoken_of)
        anchor = _anchor(published)
        if anchor is not None:
            spoken_of = dates(text, anchor=anchor)
    return replace(
        article,
        published=published,
        annotations=Annotations(
            sentences=units,
            mentions=mentions,
            quotes=attribute(text, quotations(text, article.paragraphs), units, mentions),
            dates=spoken_of,
            quantities=quantities(text),
        ),
    )


def _anchor(published: DateValue) -> date | None:
    """The day that relative dates count from, when it is known within a few days."""
    if published.earliest is None or published.latest is None:
        return None
    first = date.fromisoformat(published.earliest)
    last = date.fromisoformat(published.latest)
    return last if (last - first).days <= 7 else None
