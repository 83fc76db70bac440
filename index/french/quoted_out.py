"""A text without its quotations: their verbs and names belong to the speakers."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.model.article import Mention
    from index.model.text import Span

MASK = "\x1f"


def outside(mentions: Sequence[Mention], quotes: Sequence[Span]) -> list[Mention]:
    """The mentions that no quotation contains, in one pass over the quotations."""
    starts = sorted(quotes)
    reach = list(accumulate((quote.end for quote in starts), max))
    heads = [quote.start for quote in starts]
    return [
        mention
        for mention in mentions
        if not (at := bisect_right(heads, mention.start)) or reach[at - 1] < mention.end
    ]


def masked(text: str, quotes: Sequence[Span]) -> str:
    """The text with its quotations replaced by blanks, so that verbs and names in them do not
    count.
    """
    parts: list[str] = []
    position = 0
    for quote in sorted(quotes):
        if quote.start < position:
            continue
        parts += [text[position : quote.start], MASK * quote.length]
        position = quote.end
    return "".join([*parts, text[position:]])
