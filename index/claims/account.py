"""The claims of an article in its text and in the lead that stands apart from it.

Claims are read on demand. That costs several times as much as the annotation of a text: a build
would pay it for all articles, of which few are ever compared.
"""

from __future__ import annotations

from index.claims.claim_reading import claims_of
from index.compare.whole import lead_of
from index.french.dates import anchor_of, dates
from index.french.quantities import quantities
from index.french.sentences import sentences
from index.model.article import Article
from index.model.claims import Claim, Part
from index.model.text import Span


def claims(article: Article) -> tuple[Claim, ...]:
    """The claims of an annotated article, those of its text before those of its lead."""
    known = article.annotations
    anchor = anchor_of(article.published)
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
