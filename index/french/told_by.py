"""Participles that tell whose words are quoted: « une espèce jugée “menacée” par Léa Arnal »."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.french.given_by import Saying
from index.french.saying_lexicon import lexicon
from index.french.somebody import can_speak
from index.french.speakers import after
from index.french.speaking_phrases import Speaker
from index.model.article import HowSaid, Mention
from index.model.text import Span
from index.text.signs import holds

_S = r"[^\S\t-\r]"
_NEAR = 60
"""Characters behind a quotation in which « par » stands."""
_JUDGED = re.compile(
    r"(?<!\ba )(?<!\bont )(?<!\bavait )(?<!\bavaient )(?<!ment )(?P<verb>(?:jugé|estimé|qualifié|décrit|présenté|considéré|classé|dépeint|dénoncé|accusé|perçu|traité|taxé|salué)e?s?)"
    r"(?:[ \u00a0](?:comme|de|d['’]|par|très|trop))*(?:[ \u00a0](?:une?|le|la)|[ \u00a0]l['’]une?[ \u00a0]des)?[\s«“\"‹]*$"
)
_JUDGED_BY = re.compile(
    rf"\b(?P<verb>(?:jugé|estimé|évalué|qualifié|décrit|présenté|considéré|dépeint|dénoncé|perçu|taxé|salué|pointé|accusé|vanté|soupçonné)e?s?){_S}(?:[^\W\d_]+ment{_S}|du{_S}doigt{_S})?(?P<by>par{_S})(?P<who>[^,;:.\x1f]{{2,70}}?){_S}"
    rf"(?:(?:comme|à|de){_S}|d['’])?(?:(?:étant|avoir|être){_S})?(?:(?:une?|les?|la|des){_S}|l['’])?[«“\"][^\S\t-\r]*$"
)
_TOLD_OF = re.compile(
    r"\b(?:est|sont|était|étaient|être|été|fut)[ \u00a0](?:[^\W\d_]+ment[ \u00a0]|souvent[ \u00a0]|aussi[ \u00a0]|d['’]ailleurs[ \u00a0])?"
    r"(?:présenté|décrit|qualifié|considéré|traité|taxé|accusé|soupçonné)e?s?[ \u00a0](?:comme|de|d['’])[^,;:.]{0,30}[«“\"][^\S\t-\r]?$"
)
_LIKENING = (
    "présenté",
    "décrit",
    "qualifié",
    "considéré",
    "traité",
    "taxé",
    "accusé",
    "soupçonné",
)
"""The participles of `_TOLD_OF`, of which most sentences have none."""
_LIKENED = 90
"""Characters before a quotation in which it is told of whom it is."""
_BY = re.compile(
    r"[\s»”\"’›]*(?:(?:d['’]|(?:de|du|des)[ \u00a0])[^\s,;:.\x1f]+[ \u00a0](?:[A-ZÀ-Þ][^\s,;:.\x1f]*[ \u00a0])?)?par[ \u00a0]"
)
_TOLD_BY = re.compile(
    rf"[\s»”\"’›]*(?P<verb>[^\W\d_]+(?:é|i|u|is|it|ert|aint)e?s?)(?:{_S}(?:du{_S}doigt|en{_S}avant|[^\W\d_]+ment))?{_S}par{_S}"
)


def judged_by(
    masked: str, quote: Span, first: Span, last: Span, mentions: Sequence[Mention]
) -> Saying | None:
    """« une espèce jugée “menacée” par Léa Arnal », « décrite par Léa Arnal comme “menacée” »."""
    by = _BY.match(masked, quote.end, last.end)
    floor = max(first.start, quote.start - (130 if by is None else 60))
    if by is None and " par " not in masked[floor : quote.start]:
        return None
    judged = (_JUDGED_BY if by is None else _JUDGED).search(masked, floor, quote.start)
    if judged is None:
        return None
    # « accusé par la justice d'avoir “détourné” »: she ends before what she accuses of.
    behind, limit = judged.span("who") if by is None else (by.end(), last.end)
    speaker = _somebody(masked, behind, limit, mentions)
    if speaker is None:
        return None
    return Saying(speaker, judged["verb"], HowSaid.SAID, at=judged.end("verb"), aside=True)


def told_by(masked: str, quote: Span, last: Span, mentions: Sequence[Mention]) -> Saying | None:
    """« le “séparatisme” dénoncé par Léa Arnal »."""
    if masked.find(" par ", quote.end, min(last.end, quote.end + _NEAR)) < 0:
        return None
    told = _TOLD_BY.match(masked, quote.end, last.end)
    if told is None or not any(
        not verb.after and not verb.reflexive
        for verb in lexicon().past.get(told["verb"].lower(), ())
    ):
        return None
    speaker = _somebody(masked, told.end(), last.end, mentions)
    return Saying(speaker, told["verb"], HowSaid.SAID, aside=True) if speaker else None


def _somebody(masked: str, start: int, limit: int, mentions: Sequence[Mention]) -> Speaker | None:
    """Who stands behind « par », if it is somebody."""
    speaker = after(masked, start, limit, mentions)
    if speaker is None or speaker.entity is not None:
        return speaker
    return speaker if can_speak(speaker.span.of(masked)) else None


def is_told_of(text: str, quote: int) -> bool:
    """« Hugo Brun est présenté comme un “menteur” »: whether others than the subject call him so."""
    floor = max(0, quote - _LIKENED)
    return holds(text[floor:quote], _LIKENING) and _TOLD_OF.search(text, floor, quote) is not None
