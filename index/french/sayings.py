"""Who says what is quoted, by which verb and in which manner."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from index.french.antecedents import Antecedents
from index.french.described import Held
from index.french.given import SayingFinder
from index.french.given_by import Saying
from index.french.headings import headed
from index.french.manners import (
    are_joined,
    as_name,
    as_word,
    is_charge,
    is_entitled,
    is_proper,
    is_work,
)
from index.french.meant_pronouns import MeantPronouns
from index.french.names_before import Meant
from index.french.quoted_out import masked, outside
from index.french.recurring import recurring
from index.french.somebody import can_speak, is_quoted_thing
from index.french.sources import is_by_body
from index.french.speaker_candidates import Candidates
from index.french.speaker_ranking import ranked
from index.french.speaking_phrases import is_body, is_person
from index.french.subjects import has_auxiliary
from index.french.times_beside import without_time
from index.french.turns import label_before, labelled
from index.french.verbless import Verbless
from index.model.article import HowSaid, Kind, Mention, Quote
from index.model.text import Span

_POSSESSIVE = frozenset(("ses", "son", "leur", "leurs"))
_OPENING_SIGNS = '«“" \u00a0\u202f\n–—-'
_REPORTS = re.compile(r"\b(?:rapport|relat|relai|relay)[^\W\d_]+$")
_GLOSS = re.compile(r"[^\S\t-\r]?[»”\"]?[ \u00a0]?\([«“\"]?[^\S\t-\r]?")
_TITLE_AGAIN = 60
"""Characters of a title that is told again at the most."""
_SHORT_NAME = 40
"""Characters of a name that stays one although a verb stands behind it: « dans son film “Le Port”, a dit X »."""
_HEADING = re.compile(r"[^\S\t-\r]*[»”\"][^\S\t-\r]*(?=[«“\"]|[A-ZÀ-Þ][^\W_]*[ \u00a0'’])")
"""The end of a subheading that the text behind it follows without a stop."""
_RELATED = re.compile(r"(?:\bqui|\bquand|\blorsqu|\bque|\bdont|qu['’]|\boù)[ \u00a0'’]?")
_REOPENED = re.compile(r"[ \u00a0]*\n\s*[«»“\"][^\S\t-\r]*")


def attribute(
    text: str,
    quotes: Sequence[Span],
    sentences: Sequence[Span],
    mentions: Sequence[Mention],
    *,
    title: Span | None = None,
    offices: Callable[[], Iterable[Held]] = tuple,
) -> tuple[Quote, ...]:
    """The quotations with speaker, verb of saying and manner, as far as the text says it.

    A pronoun, an office or « ce dernier » is resolved only when one candidate is left; the quote is
    then marked as resolved, otherwise `speaker_text` holds the words alone. So is one that no rule
    gives to anybody, and that the likeliest candidate says. `offices` gives what the text says that
    persons are, and is asked only where « la ministre » speaks.
    """
    if not quotes:
        return ()
    told, candidates = by_rules(text, quotes, sentences, mentions, title=title, offices=offices)
    return ranked(candidates.held_apart(told).judged(), candidates)


def by_rules(
    text: str,
    quotes: Sequence[Span],
    sentences: Sequence[Span],
    mentions: Sequence[Mention],
    *,
    title: Span | None = None,
    offices: Callable[[], Iterable[Held]] = tuple,
) -> tuple[tuple[Quote, ...], Candidates]:
    """As `attribute`, by rules alone, and what looks for candidates for the rest."""
    attribution = _Attribution(text, quotes, sentences, mentions, offices, title)
    told = recurring(text, attribution.quotes(), title=title)
    return headed(text, told), attribution.candidates()


def _own_manner(saying: Saying) -> HowSaid:
    """The manner of what somebody tells of himself: nobody reports it."""
    return HowSaid.SAID if saying.manner is HowSaid.REPORTED else saying.manner


class _Attribution:
    """The quotations of one text, read in order: each may go on with what was said before."""

    def __init__(
        self,
        text: str,
        quotes: Sequence[Span],
        sentences: Sequence[Span],
        mentions: Sequence[Mention],
        offices: Callable[[], Iterable[Held]],
        title: Span | None,
    ) -> None:
        self._text = text
        self._title = title
        self._spans = quotes
        self._sentences = sentences
        self._starts = [sentence.start for sentence in sentences]
        self._masked = masked(text, quotes)
        self._mentions = mentions
        self._spoken = outside(mentions, quotes)
        self._finder = SayingFinder(text, self._masked, self._spoken, mentions)
        self._antecedents = Antecedents(
            text, sentences, self._spoken, offices, masked=self._masked, title=title
        )
        self._done: list[Quote] = []
        self._pronouns = MeantPronouns(text, sentences, self._finder, self._antecedents, self._done)
        self._charged = -1
        """The end of the quotation that was a charge last."""
        self._charges: set[int] = set()
        self._reached = 0
        """The end of the quotation that reaches farthest, of those read."""

    def candidates(self) -> Candidates:
        return Candidates(
            self._text,
            self._masked,
            self._sentences,
            self._spoken,
            self._antecedents,
            self._title,
            charges=self._charges,
        )

    def quotes(self) -> tuple[Quote, ...]:
        # Not kept here: the two would hold each other until garbage is collected.
        verbless = Verbless(
            self._text,
            self._masked,
            self._sentences,
            self._spoken,
            self._finder,
            self._antecedents,
            self._given,
        )
        for span in self._spans:
            self._done.append(self._quote(span, verbless))
            self._antecedents.note(self._done[-1])
            self._reached = max(self._reached, span.end)
        return tuple(self._reopened())

    def _reopened(self) -> list[Quote]:
        """The speaker of a quotation that goes on in the next paragraph is named there."""
        found = list(self._done)
        for at in range(len(found) - 2, -1, -1):
            quote, following = found[at], found[at + 1]
            told = quote.speaker_text is None and following.speaker_text is not None
            if told and _REOPENED.fullmatch(self._text, quote.end, following.start):
                found[at] = replace(following, start=quote.start, end=quote.end, resolved=True)
        return found

    def _first(self, span: Span) -> Span:
        """The sentence in which a quotation begins, without a subheading that is glued to it."""
        first = self._sentence(span.start)
        last = self._done[-1] if self._done else None
        if last is None or not first.start <= last.start < last.end < span.start:
            return first
        if self._masked[first.start : last.start].strip(_OPENING_SIGNS):
            return first
        heading = _HEADING.match(self._text, last.end, span.start + 1)
        return Span(heading.end(), first.end) if heading else first

    def _quote(self, span: Span, verbless: Verbless) -> Quote:
        first = self._first(span)
        last = self._sentence(max(span.start, span.end - 1))
        if span.end <= self._reached:
            outer = next((q for q in reversed(self._done) if q.end >= span.end), None)
            if outer is not None:
                return self._nested(span, outer)
        word = as_word(self._text, span)
        if word is not None and not self._finder.is_worded(span, first):
            return Quote(*span, manner=word)
        label = label_before(self._text, span)
        if label is not None:
            return labelled(self._text, span, label, self._spoken, self._antecedents)
        if self._is_charge(span, first):
            return self._charge(span, first, last)
        if is_entitled(self._text, span, first.start):
            return Quote(*span, manner=HowSaid.TITLE)
        work = is_work(self._text, span)
        # « “Honte” de X devant le pont, dit Y »: one word may be Y's.
        if self._as_title(span) or (work and " " in span.of(self._text)):
            return Quote(*span, manner=HowSaid.TITLE)
        saying = self._finder.right_after(span, last)
        if saying is not None and (saying.is_source or _REPORTS.search(saying.words)):
            # « X affirme que “…”, selon Y », « X dénonce “…”, rapporte Y »: X says it, Y reports it.
            saying = self._finder.reported_by(saying, span, first)
        elif saying is not None and saying.speaker is not None and is_body(saying.speaker.entity):
            # « X a reconnu que “…”, ajoute l'agence »: a newspaper goes on with what X said.
            saying = self._finder.reported_by(saying, span, first, told=True)
        named = None
        if saying is None or span.length <= _SHORT_NAME:
            named = as_name(self._text, span, first.start)
        if named is None and saying is None and self._is_proper(span, first):
            named = HowSaid.TITLE
        if named is not None:
            return Quote(*span, manner=named)
        if saying is None:
            saying = self._finder.of(span, first, last)
        if saying is not None:
            if saying.at > 0 and not saying.aside:
                verbless.led(span)
            return self._given(span, saying)
        if work:
            return Quote(*span, manner=HowSaid.TITLE)
        return verbless.quote(span, first, self._done)

    def _is_charge(self, span: Span, first: Span) -> bool:
        """« mis en examen pour “vol”, “recel” et “escroquerie” »."""
        last = self._done[-1] if self._done else None
        joined = last is not None and last.end == self._charged
        if is_charge(self._text, span, first.start) or (
            joined and last is not None and are_joined(self._text, last, span)
        ):
            self._charged = span.end
            self._charges.add(span.start)
            return True
        return False

    def _charge(self, span: Span, first: Span, last: Span) -> Quote:
        """« … pour “vol”, a précisé le parquet »: who tells it, if it is no newspaper."""
        saying = self._finder.right_after(span, last) or self._finder.that_is_told(span, first)
        if saying is None or saying.speaker is None or is_body(saying.speaker.entity):
            return Quote(*span)
        return self._given(span, saying)

    def _as_title(self, span: Span) -> bool:
        """A name glossed, or told before: « le “Fort Rivage” (“Strong Shore”) »; « on peut lire “Partez” »."""
        last = self._done[-1] if self._done else None
        if last is None or last.manner is not HowSaid.TITLE:
            return False
        if _GLOSS.fullmatch(self._text, last.end, span.start):
            return True
        if self._text[span.start].isupper() and are_joined(self._text, last, span):
            # « ses chansons “Partons” et “Le Port” ».
            return True
        words = span.of(self._text)
        return span.length < _TITLE_AGAIN and any(
            told.manner is HowSaid.TITLE and self._text[told.start : told.end] == words
            for told in self._done
        )

    def _is_proper(self, span: Span, first: Span) -> bool:
        """« l'animateur de “Fort Rivage” »: a capital amid a sentence, and no name of its own."""
        return is_proper(self._text, span, first.start) and not any(
            m.start == span.start and (m.kind is Kind.PERSON or m.end != span.end)
            for m in self._mentions
        )

    def _given(self, span: Span, saying: Saying) -> Quote:
        speaker = saying.speaker
        if speaker is None:
            held = self._held(span, saying) if saying.hanging else None
            if held and saying.by_body and not is_by_body(held, span.start, self._mentions):
                held = None
            return held or Quote(*span, verb=saying.words, manner=saying.manner)
        if saying.aside:
            self._antecedents.pass_over(span)
        timeless = without_time(self._text, speaker.span)
        if timeless != speaker.span:
            speaker = speaker._replace(span=timeless)
        words = speaker.span.of(self._text)
        if is_quoted_thing(words):
            return Quote(*span, verb=saying.words, manner=saying.manner)
        entity, resolved = speaker.entity, False
        meant: Meant | None = None
        if speaker.anaphora and (own := self._pronouns.of_teller(speaker, saying)) is not None:
            saying, meant = saying._replace(via=None, manner=_own_manner(saying)), own
        elif speaker.anaphora:
            meant = self._pronouns.of_pronoun(span, self._first(span), speaker.span, saying)
            if meant is None and words.lower() in _POSSESSIVE:
                # « à ses yeux » names nobody.
                return Quote(*span, verb=saying.words, manner=saying.manner)
        elif entity is None:
            if has_auxiliary(words) and not _RELATED.search(words):
                # « La maison a déclenché | l'alarme »: a clause is nobody, and its verb is a noun.
                return Quote(*span)
            meant = self._pronouns.of_office(words, speaker.span.start, span)
        if meant is not None:
            entity, resolved = meant.entity, True
            words = meant.words or words
        via, via_text = None, None
        if saying.via is not None:
            via, via_text = saying.via.entity, saying.via.span.of(self._text)
        return Quote(
            *span,
            speaker=entity,
            speaker_span=speaker.span,
            verb=saying.words or None,
            resolved=resolved,
            speaker_text=words,
            manner=saying.manner,
            via=via,
            via_text=via_text,
        )

    def _held(self, span: Span, saying: Saying) -> Quote | None:
        """« Et d'ajouter : “…” »: by whom the sentence before is said."""
        number = self._number(span.start)
        before = self._sentences[number - 1] if number else None
        if before is None:
            return None
        previous = self._done[-1] if self._done else None
        if previous is not None and previous.end > before.start:
            if previous.speaker_text is None or previous.manner in (HowSaid.TITLE, HowSaid.IRONIC):
                return None
            return replace(
                previous, start=span.start, end=span.end, verb=saying.words,
                resolved=True, manner=saying.manner,
            )  # fmt: skip
        told = self._finder.closing(before)
        if told is None or told.speaker is None or told.speaker.anaphora:
            return self._gone_on(span, saying, number - 1)
        return Quote(
            *span, speaker=told.speaker.entity, speaker_span=told.speaker.span, verb=saying.words,
            resolved=True, speaker_text=told.speaker.span.of(self._text), manner=saying.manner,
        )  # fmt: skip

    def _nested(self, span: Span, outer: Quote) -> Quote:
        """A quotation in a quotation: its speaker is named by the outer one, or it is a word of his."""
        if is_entitled(self._text, span, outer.start):
            return Quote(*span, manner=HowSaid.TITLE)
        named = as_name(self._text, span, outer.start)
        if named is not None:
            return Quote(*span, manner=named)
        saying = self._finder.inside(span, outer)
        if saying is not None and saying.speaker is not None and not saying.speaker.anaphora:
            given = self._given(span, saying)
            return replace(
                given, manner=HowSaid.REPORTED, via=outer.speaker, via_text=outer.speaker_text
            )
        return replace(outer, start=span.start, end=span.end)

    def _sentence(self, at: int) -> Span:
        return self._sentences[self._number(at)] if self._sentences else Span(at, at)

    def _number(self, position: int) -> int:
        return (bisect_right(self._starts, position) or 1) - 1

    def _gone_on(self, span: Span, saying: Saying, number: int) -> Quote | None:
        """« La maire a ri. Et d'ajouter : “…” »: the subject of the sentence before, if it is somebody."""
        found = self._antecedents.subject_of(number, self._done)
        if found is None:
            return None
        subject, meant = found
        words = meant.words or subject.span.of(self._text)
        if not is_person(meant.entity) and not can_speak(words):
            return None
        return Quote(
            *span, speaker=meant.entity, speaker_span=subject.span, verb=saying.words,
            resolved=True, speaker_text=words, manner=saying.manner,
        )  # fmt: skip
