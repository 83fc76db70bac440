"""Whom the pronoun beside a verb of saying means, by what was said before and what leads to the quotation."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from index.french.antecedents import Antecedents
from index.french.given import SayingFinder
from index.french.given_by import Saying
from index.french.names_before import Meant
from index.french.speaking_phrases import Speaker, is_person
from index.model.article import EntityId, Quote
from index.model.text import Span

_TOLD = 60
"""Characters between who tells and what is told: « a dit mardi à la presse qu' »."""


class MeantPronouns:
    """Looks for whom the pronouns of one text mean; `done` are the quotations read so far."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[Span],
        finder: SayingFinder,
        antecedents: Antecedents,
        done: Sequence[Quote],
    ) -> None:
        self._text = text
        self._sentences = sentences
        self._starts = [sentence.start for sentence in sentences]
        self._finder = finder
        self._antecedents = antecedents
        self._done = done

    def of_pronoun(self, span: Span, first: Span, pronoun: Span, saying: Saying) -> Meant | None:
        """Whom a pronoun means beside the verb of a quotation, which begins in the sentence `first`."""
        words = pronoun.of(self._text).lower()
        at = min(span.start, pronoun.start)
        tried = self._antecedents.of_tried(pronoun, at)
        if tried is not None:
            return tried[0]
        told = self._told_before(words, at)
        if told is not None and is_person(told.entity):
            return told
        meant = self._antecedents.of_pronoun(
            pronoun, self._done, before=at, going_on=saying.going_on
        )
        if meant is None or meant.entity is None:
            meant = told or meant or self._told_before(words, at, over=True)
        return meant or self._led_to(span, first, pronoun)

    def of_office(self, words: str, place: int, span: Span) -> Meant | None:
        """Whom « la directrice » means beside the words of a quotation: by what the text tells, else who has just spoken."""
        meant = self._antecedents.of_office(words, place)
        if meant is not None or place < span.end:
            return meant
        last = self._spoke_before(span.start)
        if last is None or not self._antecedents.told_last(words, span.start, last):
            return None
        return Meant(last, words)

    def _spoke_before(self, at: int) -> EntityId | None:
        """Who is named beside what the sentence before says."""
        number = self._number(at)
        before = self._sentences[number - 1] if number else None
        if before is None:
            return None
        previous = self._done[-1] if self._done else None
        if previous is not None and previous.end > before.start:
            named = previous.speaker_span
            within = named is not None and named.start >= before.start
            return previous.speaker if within and is_person(previous.speaker) else None
        saying = self._finder.closing(before)
        speaker = saying.speaker if saying is not None else None
        return speaker.entity if speaker is not None and is_person(speaker.entity) else None

    def of_teller(self, speaker: Speaker, saying: Saying) -> Meant | None:
        """« Léa Arnal a dit qu'elle espérait “…” »: she who tells it, where that agrees."""
        if saying.via is None or saying.via.anaphora:
            return None
        between = self._text[saying.via.span.end : speaker.span.start]
        if len(between) > _TOLD or not between.endswith(("qu'", "qu’")):
            # « Selon La Gazette, il aurait dit ».
            return None
        meant = Meant(saying.via.entity, saying.via.span.of(self._text))
        return meant if self._antecedents.may_be_meant(meant, speaker.span) else None

    def _led_to(self, span: Span, first: Span, pronoun: Span) -> Meant | None:
        """« Kamel, conducteur, révèle une grève : “…”, a-t-il dit »: the subject of what leads to the quotation."""
        if pronoun.start < span.end:
            return None
        led = self._finder.led(span, first)
        if led is None or led.speaker is None or led.speaker.anaphora:
            return None
        if led.is_source and not is_person(led.speaker.entity):
            # « Selon La Gazette, le comédien revient : “…”, a-t-il dit ».
            return None
        meant = Meant(led.speaker.entity, led.speaker.span.of(self._text))
        fits = self._antecedents.may_be_meant(meant, pronoun)
        return meant if fits else None

    def _told_before(self, pronoun: str, at: int, *, over: bool = False) -> Meant | None:
        """The speaker of the sentence before, without quotation marks: « L'analyse dure, a dit le procureur ».

        With `over` also where there is a quotation in it.
        """
        number = self._number(at)
        before = self._sentences[number - 1] if number else None
        if before is None or (not over and self._done and self._done[-1].end > before.start):
            return None
        saying = self._finder.closing(before)
        if saying is None or saying.speaker is None or saying.speaker.anaphora:
            return None
        span = saying.speaker.span
        said = Quote(*span, saying.speaker.entity, span, speaker_text=span.of(self._text))
        if not self._antecedents.agrees(said, pronoun):
            return None
        return Meant(said.speaker, said.speaker_text or "")

    def _number(self, position: int) -> int:
        return (bisect_right(self._starts, position) or 1) - 1
