"""Sources without a verb: « selon la maire », « pour Léa Arnal, le port est “plein” »."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.french.given_by import Saying
from index.french.somebody import can_speak
from index.french.speakers import after
from index.french.speaking_phrases import Speaker, is_body, is_person
from index.model.article import HowSaid, Mention
from index.model.text import Span

_S = r"[ \u00a0\u202f]"
_POUR = re.compile(rf"(?:{_S}|[»”\"])*Pour{_S}+")
_APART_AFTER = re.compile(rf"(?:{_S}\([^()]*\))?,")
_POUR_REACH = 160
"""Characters between « Pour X » and a quotation at the most."""
_SOURCE_PRONOUN = re.compile(rf"{_S}+(lui|elle|eux|elles)(?!\w)")


def of_source(
    masked: str, source: re.Match[str], limit: int, mentions: Sequence[Mention]
) -> Saying:
    """« selon la maire », « d'après lui »: whom the words of a source name, up to `limit`."""
    place = source.end()
    if source.group().lower() == "de source":
        place = source.start() + len("de ")
    pronoun = _SOURCE_PRONOUN.match(masked, place, limit)
    if pronoun is not None:
        speaker: Speaker | None = Speaker(None, Span(*pronoun.span(1)), anaphora=True)
    else:
        bare = source.group().lower().endswith((" du", "\u00a0du"))
        speaker = after(masked, place, limit, mentions, bare=bare)
    return Saying(speaker, source.group(), HowSaid.SAID, is_source=True)


def of_opinion(masked: str, quote: Span, first: Span, mentions: Sequence[Mention]) -> Saying | None:
    """« Pour X, … “…” » at the head of a sentence, of somebody who is named or described."""
    lead = _POUR.match(masked, first.start, quote.start)
    if lead is None:
        return None
    pronoun = _SOURCE_PRONOUN.match(masked, lead.end() - 1, quote.start)
    if pronoun is not None:
        speaker: Speaker | None = Speaker(None, Span(*pronoun.span(1)), anaphora=True)
    else:
        speaker = after(masked, lead.end(), quote.start, mentions)
    if (
        speaker is None
        or quote.start - speaker.span.end > _POUR_REACH
        or not _APART_AFTER.match(masked, speaker.span.end, quote.start)
    ):
        return None
    if speaker.entity is None and not speaker.anaphora:
        words = speaker.span.of(masked)
        speaker = speaker if can_speak(words) else None
    elif speaker.entity is not None and not (is_person(speaker.entity) or is_body(speaker.entity)):
        speaker = None
    return Saying(speaker, "Pour", HowSaid.SAID) if speaker is not None else None
