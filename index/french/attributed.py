"""Whose word a stretch of a text is, with quotation marks or without: « selon la préfecture »."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from index.french.antecedents import Antecedents
from index.french.described import Held
from index.french.given import SayingFinder
from index.french.quoted_out import masked, outside
from index.model.article import Attributed, HowSaid, Quote
from index.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from index.french.given_by import Saying
    from index.model.article import Mention

_S = r"[^\S\t-\r]"
_HEARSAY = re.compile(
    rf"(?<![\w'’-])(?:n['’])?(?:aurait|auraient|serait|seraient)(?:{_S}(?:pas|déjà|été|aussi|ainsi|également|[^\W\d_]+ment))*"
    rf"{_S}[^\W\d_]+(?:é|ée|és|ées|i|ie|is|ies|u|ue|us|ues|t|te|ts|tes)(?!\w)"
)
_HYPOTHESIS = re.compile(r"\b(?:si|s['’]ils?|au cas où|à condition)\b", re.IGNORECASE)


class WhoSays:
    """Answers for any stretch of one text whose word it is."""

    def __init__(
        self,
        text: str,
        *,
        sentences: Sequence[Span],
        quotes: Sequence[Quote],
        mentions: Sequence[Mention],
        offices: Callable[[], Iterable[Held]] = tuple,
    ) -> None:
        """`quotes` are the text's quotations with their speakers, `mentions` its names."""
        spans = [Span(quote.start, quote.end) for quote in quotes]
        spoken = outside(mentions, spans)
        self._text = text
        self._sentences = sentences
        self._starts = [sentence.start for sentence in sentences]
        self._quotes = quotes
        plain = masked(text, spans)
        self._finder = SayingFinder(text, plain, spoken, mentions)
        self._antecedents = Antecedents(text, sentences, spoken, offices, masked=plain)
        for quote in quotes:
            self._antecedents.note(quote)

    def of(self, span: Span) -> Attributed | None:
        """Who says what stands in a stretch of a sentence, and how; None when the article says it.

        In the conditional of hearsay (« aurait fui ») without a source nobody is named, and the
        manner alone is told.
        """
        for quote in reversed(self._quotes):
            if quote.start <= span.start and span.end <= quote.end and quote.manner is not None:
                return _of_quote(span, quote)
        at = max(0, bisect_right(self._starts, span.start) - 1)
        sentence = self._sentences[at] if self._sentences else span
        saying = self._finder.of_stretch(span, sentence)
        hearsay = _HEARSAY.search(self._text, sentence.start, sentence.end) is not None
        hearsay = hearsay and not _HYPOTHESIS.search(self._text, sentence.start, sentence.end)
        if saying is not None:
            return self._given(span, saying, hearsay=hearsay)
        return Attributed(*span, manner=HowSaid.CONDITIONAL) if hearsay else None

    def _given(self, span: Span, saying: Saying, *, hearsay: bool) -> Attributed:
        manner = saying.manner
        if hearsay and manner is HowSaid.SAID:
            manner = HowSaid.CONDITIONAL
        speaker = saying.speaker
        if speaker is None:
            return Attributed(*span, verb=saying.words, manner=manner)
        words, entity = speaker.span.of(self._text), speaker.entity
        earlier = [quote for quote in self._quotes if quote.end <= span.start]
        meant = None
        if speaker.anaphora:
            meant = self._antecedents.of_pronoun(
                speaker.span,
                earlier,
                before=min(span.start, speaker.span.start),
                going_on=saying.going_on,
            )
        elif entity is None:
            meant = self._antecedents.of_office(words, speaker.span.start, told_by=span.start)
        if meant is not None:
            entity, words = meant.entity, meant.words or words
        via = saying.via
        return Attributed(
            *span,
            speaker=entity,
            speaker_span=speaker.span,
            verb=saying.words,
            resolved=meant is not None,
            speaker_text=words,
            manner=manner,
            via=via.entity if via else None,
            via_text=via.span.of(self._text) if via else None,
        )


def who_says(
    text: str,
    span: Span,
    *,
    sentence: Span,
    quotes: Sequence[Quote],
    mentions: Sequence[Mention],
) -> Attributed | None:
    """As `WhoSays.of`, for one stretch of one sentence."""
    return WhoSays(text, sentences=[sentence], quotes=quotes, mentions=mentions).of(span)


def _of_quote(span: Span, quote: Quote) -> Attributed:
    return Attributed(
        *span,
        speaker=quote.speaker,
        speaker_span=quote.speaker_span,
        verb=quote.verb,
        resolved=quote.resolved,
        speaker_text=quote.speaker_text,
        manner=quote.manner,
        via=quote.via,
        via_text=quote.via_text,
    )
