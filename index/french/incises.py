"""Who speaks, told inside the quotation marks: « Nos équipages, a dit la maire, attendaient. »"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from index.french.saying_verbs import VERB, is_noun
from index.model.text import Span

_COMMA = re.compile(r",[ \u00a0\u202f]+")
_SUBJECT = re.compile(
    r"[ \u00a0\u202f]+(?:(?:le|la|les|un|une|ce|cette|son|sa|l['’])[ \u00a0\u202f]?[^\W\d_]|[A-ZÀ-Þ])"
)
_END = re.compile(r",|[.!?…](?:\s|$)")
_MOST = 80


class Incise(NamedTuple):
    """The newspaper's words in a quotation, from comma to comma, with their verb of saying."""

    span: Span
    verb: Span


def incises(text: str, quote: Span) -> Iterator[Incise]:
    """Those of a quotation, in order. What begins or ends it is none: there it would be no incise."""
    for comma in _COMMA.finditer(text, quote.start, quote.end):
        verb = VERB.match(text, comma.end(), quote.end)
        if verb is None or is_noun(text, verb, quote.start):
            continue
        inverted = "-" in verb.group() or _SUBJECT.match(text, verb.end(), quote.end)
        limit = min(quote.end, verb.end() + _MOST)
        end = _END.search(text, verb.end(), limit)
        stops = end.start() if end else (quote.end if quote.end == limit else None)
        if inverted and stops is not None:
            yield Incise(Span(comma.start(), stops), Span(*verb.span()))
