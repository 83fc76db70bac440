"""The speaker inside the quotation marks: « Nos équipages, a dit la maire, attendaient. »"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from index.french.saying_verbs import Form, VerbUse, is_noun, verb_at
from index.model.text import Span

_COMMA = re.compile(r",[^\S\t-\r]+")
_SUBJECT = re.compile(
    r"[^\S\t-\r]+(?:(?:le|la|les|un|une|ce|cette|son|sa|l['’])[^\S\t-\r]?[^\W\d_]|[A-ZÀ-Þ])"
)
_ADDRESSED = re.compile(
    r"[^\S\t-\r]+(?:(?:(?:à|sur|dans|auprès[ \u00a0](?:de|du)|au[ \u00a0]micro[ \u00a0](?:de|du))[ \u00a0](?:la[ \u00a0]|le[ \u00a0])?|à[ \u00a0]l['’]|au[ \u00a0]|d['’])"
    r"[A-ZÀ-Þ][\w’'-]*(?:[ \u00a0][A-ZÀ-Þ0-9][\w’'-]*){0,3}[ \u00a0](?:(?:le|la|un|une)[ \u00a0]|l['’]|[A-ZÀ-Þ]))"
)
"""« explique au Parisien Léa Arnal », « dit à l'AFP la maire »."""
_IN_COLUMNS = re.compile(
    r"[^\S\t-\r]+(?:dans[ \u00a0]les[ \u00a0](?:colonnes|pages)|au[ \u00a0]micro|à[ \u00a0]l['’]antenne)[ \u00a0](?:du|de|des|d['’])[ \u00a0]?(?:la[ \u00a0]|l['’])?(?:[^\s,.]+[ \u00a0]){1,4}?[A-ZÀ-Þ]"
)
"""« justifie dans les colonnes du journal Léa Arnal »."""
_ON_AIR = re.compile(
    r"[^\S\t-\r]+(?:sur|à|dans|devant|auprès[ \u00a0]d[eu])[ \u00a0](?:(?:le|la|les|son|sa|ses|une?)[ \u00a0]|l['’])?[^\s,.]+[ \u00a0](?:(?:le|la|un|une)[ \u00a0]|l['’]|[A-ZÀ-Þ])"
)
"""« a dénoncé sur franceinfo le maire »: only after a compound, which has no other object there."""
_END = re.compile(r",|[.!?…](?:\s|$)")
_MOST = 80


class Incise(NamedTuple):
    """The newspaper's words in a quotation, from comma to comma, with their verb of saying."""

    span: Span
    use: VerbUse


def incises(text: str, quote: Span) -> Iterator[Incise]:
    """The incises of a quotation, in order; words at its beginning or end are none."""
    for comma in _COMMA.finditer(text, quote.start, quote.end):
        use = verb_at(text, comma.end(), quote.end)
        if use is None or use.form is not Form.FINITE or is_noun(text, use, quote.start):
            continue
        inverted = (
            use.pronoun is not None
            or _SUBJECT.match(text, use.end, quote.end)
            or _ADDRESSED.match(text, use.end, quote.end)
            or _IN_COLUMNS.match(text, use.end, quote.end)
            or (use.compound and _ON_AIR.match(text, use.end, quote.end))
        )
        limit = min(quote.end, use.end + _MOST)
        end = _END.search(text, use.end, limit)
        stops = end.start() if end else (quote.end if quote.end == limit else None)
        if inverted and stops is not None:
            yield Incise(Span(comma.start(), stops), use)
