"""What an article claims in its text and in the lead that stands apart from it.

Claims are read when they are first asked for: that costs several times what the annotation of a text
does, and a build would pay it for all articles, of which few are ever held against each other.
"""

from __future__ import annotations

from datetime import date

from index.claims.reading import claims_of
from index.compare.whole import lead_of
from index.french.dates import dates
from index.french.quantities import quantities
from index.french.sentences import sentences
from index.model.article import Article
from index.model.claims import Claim, Part
from index.model.text import Span


def claims(article: Article) -> tuple[Claim, ...]:
    """The claims of an annotated article, those of its text before those of its lead."""
    known = article.annotations
    anchor = _anchor(article)
    found = claims_of(article.text, known.sentences, known.quantities, known.dates, anchor=anchor)
    lead = lead_of(article)
    if not lead:
        return found
    return found + claims_of(
        lead,
        sentences(lead, (Span(0, len(lead)),)),
        quantities(lead),
        dates(lead, anchor=anchor),
        part=Part.DESCRIPTION,
        anchor=anchor,
    )


def _anchor(article: Article) -> date | None:
    """The day that « jusqu'à jeudi » counts from, when it is known within a week."""
    published = article.published
    if published.earliest is None or published.latest is None:
        return None
    first, last = date.fromisoformat(published.earliest), date.fromisoformat(published.latest)
    return last if (last - first).days <= 7 else None
