"""What somebody shows a thing as: « Léa Arnal a présenté la loi comme “une chance” »."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.french.before_verbs import before
from index.french.given_by import Saying, is_somebody
from index.french.saying_lexicon import lexicon
from index.french.subjects import has_auxiliary
from index.model.article import HowSaid, Mention
from index.model.text import Span

_S = r"[^\S\t-\r]"
_AS = re.compile(
    rf"{_S}comme{_S}(?:(?:étant{_S})?(?:(?:une?|les?|la|des|son|sa|ses){_S}|l['’]|l['’]une?{_S}des{_S})(?:[^\W\d_]+{_S}){{0,2}}?(?:de{_S}|d['’])?)?[\s«“\"‹]*$"
)
_VERB = re.compile(
    rf"(?<![\w'’-])(?:(?P<had>a|ont|avait|avaient|aurait|auraient){_S}(?:[^\W\d_]+ment{_S}|toujours{_S}|souvent{_S}|aussi{_S})?)?(?P<verb>[^\W\d_]{{3,}})(?![\w'’-])"
)
_REACH = 120
"""Characters between a verb and the quotation at the most."""
_PARTS = re.compile(r"[;:.!?]")


def of_likening(
    masked: str, quote: Span, first: Span, mentions: Sequence[Mention]
) -> Saying | None:
    """The verb with which somebody shows, sees or defines a thing as what is quoted behind « comme »."""
    floor = max(first.start, quote.start - _REACH)
    behind = masked.find("comme", floor, quote.start)
    likened = _AS.search(masked, floor, quote.start) if behind >= 0 else None
    if likened is None:
        return None
    known = lexicon()
    uses = [
        verb
        for verb in _VERB.finditer(masked, floor, likened.start())
        if verb["verb"].lower() in (known.likening_past if verb["had"] else known.likening)
    ]
    if not uses or _PARTS.search(masked, uses[-1].end(), likened.start()):
        return None
    verb = uses[-1]
    speaker = before(masked, first.start, verb.start(), mentions)
    if speaker is None:
        return None
    if has_auxiliary(speaker.span.of(masked)) or not is_somebody(masked, speaker):
        return None
    conditional = (verb["had"] or "").startswith("aur")
    manner = HowSaid.CONDITIONAL if conditional else HowSaid.SAID
    return Saying(speaker, verb.group(), manner, at=verb.end())
