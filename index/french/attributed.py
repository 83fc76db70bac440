"""Whose word a stretch of a text is, with quotation marks or without: « selon la préfecture »."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.french.saying_verbs import SOURCE, saying_verbs
from index.french.speakers import after, before
from index.model.article import Attributed, HowSaid

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.model.article import Mention, Quote
    from index.model.text import Span


def who_says(
    text: str,
    span: Span,
    *,
    sentence: Span,
    quotes: Sequence[Quote],
    mentions: Sequence[Mention],
) -> Attributed | None:
    """Who says what stands in a stretch of a sentence, and how; None when the article says it itself.

    `quotes` are the article's quotations with their speakers, `mentions` its names.
    """
    for quote in reversed(quotes):
        if quote.start <= span.start and span.end <= quote.end and quote.manner is not None:
            return Attributed(
                span.start,
                span.end,
                quote.speaker,
                quote.speaker_span,
                quote.verb,
                quote.resolved,
                quote.speaker_text,
                quote.manner,
                quote.via,
                quote.via_text,
            )
    source = SOURCE.search(text, sentence.start, sentence.end)
    if source is not None:
        speaker = after(text, source.end(), sentence.end, mentions)
        words = source.group()
    else:
        verb = next(
            (v for v in saying_verbs(text, sentence.start, sentence.end) if v.end <= span.start),
            None,
        )
        if verb is None or not text[verb.end : verb.end + 6].lstrip().startswith(("qu", ":")):
            return None
        speaker = before(text, sentence.start, verb.start, mentions)
        words = verb.words
    if speaker is None:
        return Attributed(span.start, span.end, verb=words, manner=HowSaid.SAID)
    return Attributed(
        span.start,
        span.end,
        speaker.entity,
        speaker.span,
        words,
        speaker_text=speaker.span.of(text),
        manner=HowSaid.SAID,
    )
