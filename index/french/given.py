"""The verb or the « selon » that gives a quotation, and the words beside it for who says it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.french.incises import incises
from index.french.manners import manner_after, manner_before
from index.french.saying_verbs import SOURCE, Form, VerbUse, saying_verbs, sources, verb_at
from index.french.speakers import (
    Speaker,
    after,
    before,
    can_speak,
    opening_phrase,
    subject_of_sentence,
)
from index.model.article import HowSaid, Mention, Said
from index.model.text import Span

_MASK = "\x1f"
_S = r"[ \u00a0\u202f]"
_RIGHT_AFTER = re.compile(r"[\s\x1f»”\"'’›,!?.…–—-]*")
_JOINS = re.compile(
    r"[\s\x1f«»“”\"‹›,]*(?:(?:et|ou|mais|ainsi|que|de|d['’]|qu['’]|des|une?|le|la|les|l['’])[\s\x1f«»“”\"‹›,]+)*"
)
_THAT = re.compile(rf"(?:{_S}+[^\W\d_]+ment)?{_S}+(?:que{_S}|qu['’])")
_THAT_SOMEWHERE = re.compile(rf"{_S}(?:que{_S}|qu['’]|vouloir{_S}|avoir{_S}|être{_S}|de{_S})")
_THING = re.compile(
    r"^[ \u00a0\u202f]+(?:un|une|le|la|les|des|son|sa|ses|leurs?|ce|cet|cette|deux|trois|l['’])[ \u00a0\u202f]?[^\W\d_]{3,}"
)
_AS = re.compile(rf"\b(?:comme|ainsi{_S}que){_S}$", re.IGNORECASE)
_APART = re.compile(
    r"(?:[,\x1f»”\"›!?…][ \u00a0\u202f]*|\x1f[ \u00a0\u202f]*[»”\"›][ \u00a0\u202f]*)$"
)
_PLURAL = re.compile(r"^(?:[^\W\d_]{1,5}[ '’])*(?:[^\W\d_]*(?:ont|ent|aient|raient))\b")
_POUR = re.compile(rf"(?:{_S}|[»”\"])*Pour{_S}+")
_INFINITIVE_LEAD = re.compile(
    rf"(?:avant{_S}(?:de{_S}|d['’])|pour{_S}|après{_S}|et{_S}(?:de{_S}|d['’])|sans{_S}|\brefus[^\W\d_]+(?:{_S}[^\W\d_]+){{0,2}}{_S}(?:de{_S}|d['’])|^[^,:]{{2,50}}{_S}(?:de{_S}|d['’]))(?:l['’]|lui{_S}|s['’]|se{_S})?$",
    re.IGNORECASE,
)
_NEW_CLAUSE = re.compile(
    r"(?:\x1f|,).*\b(?:et|mais)[ \u00a0](?:(?:le|la|les|un|une|ce|cette|son|sa|ses)[ \u00a0]|l['’]|il[ \u00a0]|elle[ \u00a0])"
)
_SUBORDINATE = re.compile(
    r"\b(?:lorsqu(?:e[ \u00a0]|['’])|quand[ \u00a0]|(?:tandis|alors|après|parce)[ \u00a0]qu|puisqu)[^,]*$"
)
_SHOWING = re.compile(r"\b(?:montr|film|présent|voy|représent)ant\b")
_STOP = re.compile(r"(?<![A-ZÀ-Þ])(?<!\bMM)(?<!\bDr)(?<!\bPr)[.!?]\s")
_OPENING = " \u00a0\u202f«“\"‹‘'’:"
_AFTER_STOP = re.compile(r"[\s»”\"'’›]*")
_WHERE_TOLD = re.compile(
    rf"{_S}+(?:(?:[^\W\d_]+ment|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|aujourd['’]hui){_S}+)?"
    rf"(?:(?:à|au|dans|chez|sur|auprès{_S}(?:de|du|des)|de(?={_S}source)){_S}+|auprès{_S}d['’])"
)
_OWN_PRONOUN = re.compile(r"(?:^|\W)(il|elle|ils|elles)[ \u00a0]", re.IGNORECASE)
_SOURCE_PRONOUN = re.compile(rf"{_S}+(lui|elle|eux|elles)(?!\w)")
_LETTER = re.compile(r"\w")
_COLON = re.compile(r":[\s«“\"‹‘]*$")
_OTHER_CLAUSE = re.compile(r"[;:]|\bqui\b|\bdont\b")
_LONG_GAP = 110
_FEW = 4
_SHORT_GAP = 14


@dataclass(frozen=True, slots=True)
class Saying:
    """What gives a quotation."""

    speaker: Speaker | None
    words: str
    manner: HowSaid
    going_on: bool = False
    via: Speaker | None = None
    is_source: bool = False
    """Whether it is no verb: « selon »."""
    loose: bool = False
    """Whether it only stands in the same sentence, away from the quotation."""


class SayingFinder:
    """Looks around one quotation after the other of a text for what gives it."""

    def __init__(
        self, text: str, masked: str, spoken: Sequence[Mention], mentions: Sequence[Mention]
    ) -> None:
        self._text = text
        self._masked = masked
        self._spoken = spoken
        self._mentions = mentions
        self._uses: dict[int, list[VerbUse]] = {}

    def _uses_of(self, sentence: Span) -> list[VerbUse]:
        """The verbs of saying of a sentence, which several quotations of it ask for."""
        found = self._uses.get(sentence.start)
        if found is None:
            found = self._uses[sentence.start] = list(
                saying_verbs(self._masked, sentence.start, sentence.end)
            )
        return found

    def of(self, quote: Span, first: Span, last: Span) -> Saying | None:
        """Selon X, « … »; X a déclaré : « … »; « … », dans la nuit, a dit X."""
        return (
            self._before(quote, first)
            or self._incised(quote)
            or self._later(quote, last)
            or self._source_after(quote, last)
        )

    def of_stretch(self, span: Span, sentence: Span) -> Saying | None:
        """What gives a stretch without quotation marks, anywhere in its sentence."""
        later = self._later(span, sentence)
        if later is not None:
            return later
        named = sources(self._masked, sentence.start, sentence.end)
        if named and not span.start <= named[0].start() < span.end:
            return self._source(named[0], sentence.end)
        for use in reversed(self._uses_of(sentence)):
            that = _THAT.match(self._masked, use.end, sentence.end)
            if that is None or that.end() > span.start + 1 or use.form is Form.INFINITIVE:
                continue
            uses = self._uses_of(sentence)
            speaker = self._subject(use, uses, sentence, span)
            manner = manner_before(use, self._masked, span, sentence.start)
            via = self._reporter(use, uses, sentence, None, speaker)
            if via is not None and manner is HowSaid.SAID:
                manner = HowSaid.REPORTED
            return Saying(speaker, use.words, manner, use.verb.going_on, via)
        return None

    def reported_by(self, source: Saying, quote: Span, first: Span) -> Saying:
        """The saying that a source reports, where a verb right before the quotation gives one."""
        uses = [use for use in self._uses_of(first) if use.end <= quote.start]
        if not uses or uses[-1].form is not Form.FINITE or not self._leads(uses[-1], quote):
            return source
        use = uses[-1]
        if _THAT.match(self._masked, use.end, quote.start) is None:
            return source
        speaker = self._subject(use, uses, first, quote)
        manner = manner_before(use, self._masked, quote, first.start)
        if speaker is None:
            return source
        manner = HowSaid.REPORTED if manner is HowSaid.SAID else manner
        return Saying(speaker, use.words, manner, use.verb.going_on, source.speaker)

    def right_after(self, quote: Span, last: Span) -> Saying | None:
        """« … », souligne Benny Gantz; « … » et « … », a-t-il dit; « … », selon elle."""
        return self._directly(quote, last.end) or self._next_sentence(quote, last)

    def _is_subject_itself(self, quote: Span, verb: int, saying: Saying) -> bool:
        """« Le “fonds vert” garantira une aide »: no comma, and nobody who could say it."""
        if saying.speaker is None or saying.speaker.anaphora or saying.speaker.entity is not None:
            return False
        gap = self._masked[quote.end : verb]
        return "," not in gap and quote.of(self._text).count(" ") < _FEW

    def _next_sentence(self, quote: Span, last: Span) -> Saying | None:
        """« “Partez !” crie-t-il », where the mark within the quotation ends a sentence."""
        if _LETTER.search(self._masked, quote.end, last.end):
            return None
        gap = _AFTER_STOP.match(self._masked, last.end)
        start = gap.end() if gap else last.end
        if "\n" in self._masked[quote.end : start]:
            return None
        use = verb_at(self._masked, start, min(len(self._masked), start + 60))
        if use is None or use.pronoun is None or use.form is not Form.FINITE:
            return None
        return self._inverted(use, Span(last.start, start + 120))

    def closing(self, sentence: Span) -> Saying | None:
        """Who is told to say a sentence without quotation marks, in its last clause."""
        return self._later(Span(sentence.start, sentence.start), sentence)

    def _directly(self, quote: Span, limit: int) -> Saying | None:
        last = Span(quote.start, limit)
        masked, position = self._masked, quote.end
        for _ in range(5):
            gap = _RIGHT_AFTER.match(masked, position, last.end)
            start = gap.end() if gap else position
            use = verb_at(masked, start, last.end)
            if use is not None and use.form is Form.ACTING:
                # « … », estimant que: what follows is another saying.
                return None
            if use is not None and start > quote.end and use.form is Form.FINITE:
                saying = self._inverted(use, last)
                if saying is not None and self._is_subject_itself(quote, start, saying):
                    return None
                if saying is None and use.compound and "," in masked[quote.end : start]:
                    # Somebody says it, whose name stands farther than is looked for.
                    return Saying(None, use.words, manner_after(use))
                return saying
            source = SOURCE.match(masked, start, last.end)
            if source is not None:
                return self._source(source, last.end)
            # Over « et de », « ou encore » to the next quoted piece of the same sentence.
            joined = _JOINS.match(masked, position, last.end)
            if joined is None or _MASK not in joined.group() or joined.end() <= start:
                return None
            position = joined.end()
        return None

    def inside(self, quote: Span, outer: Said) -> Saying | None:
        """What gives a quotation within another one, in the words of who is quoted."""
        text = self._text
        floor = max(outer.start, quote.start - 90)
        uses = [use for use in saying_verbs(text, floor, quote.start) if use.form is Form.FINITE]
        if not uses or not re.fullmatch(r"[\s:«“\"‹‘']*", text[uses[-1].end : quote.start]):
            return None
        subject = before(text, floor, uses[-1].start, self._mentions)
        return Saying(subject, uses[-1].words, HowSaid.REPORTED)

    def _inverted(self, use: VerbUse, last: Span) -> Saying | None:
        """The saying of a verb whose subject follows it; None when none does."""
        speaker: Speaker | None
        if use.pronoun is not None:
            if self._masked[use.pronoun.start : use.pronoun.end].lower() == "on":
                return self._impersonal(use, last)
            speaker = Speaker(None, use.pronoun, anaphora=True)
        else:
            if _THAT.match(self._masked, use.end, last.end):
                return None
            speaker = self._after(use, last.end)
            if speaker is None:
                return None
        return Saying(speaker, use.words, manner_after(use), use.verb.going_on)

    def _impersonal(self, use: VerbUse, last: Span) -> Saying:
        """« indique-t-on à la préfecture », « a-t-on appris auprès de X », « peut-on lire dans X »."""
        told = _WHERE_TOLD.match(self._masked, use.end, last.end)
        speaker = after(self._masked, told.end(), last.end, self._spoken) if told else None
        return Saying(speaker, use.words, manner_after(use))

    def _before(self, quote: Span, first: Span) -> Saying | None:
        masked = self._masked
        uses = [use for use in self._uses_of(first) if use.end <= quote.start]
        leading = [use for use in uses if self._leads(use, quote) and self._hangs(use, uses, first)]
        named = sources(masked, first.start, quote.start)
        source = named[-1] if named else None
        if leading and (source is None or leading[-1].start > source.start()):
            use = leading[-1]
            if use.form is Form.INFINITIVE and (held := self._held_by(use, uses)) is not None:
                use, manner = held
            else:
                manner = manner_before(use, masked, quote, first.start)
                held_by = self._finite_before(use, uses)
                if held_by is not None and held_by.conditional and manner is not HowSaid.DENIED:
                    manner = HowSaid.CONDITIONAL
            speaker = self._subject(use, uses, first, quote)
            via = self._reporter(use, uses, first, source, speaker)
            if via is not None and manner is HowSaid.SAID:
                manner = HowSaid.REPORTED
            elif manner is not HowSaid.REPORTED and manner is not HowSaid.CONDITIONAL:
                via = None
            gap = masked[use.end : quote.start]
            loose = (
                len(gap.strip(_OPENING)) > _SHORT_GAP
                and manner is not HowSaid.DENIED
                and _THAT.match(gap) is None
            )
            return Saying(speaker, use.words, manner, use.verb.going_on, via, loose)
        if source is not None:
            return self._source(source, quote.start)
        return self._pour(quote, first)

    def _held_by(self, use: VerbUse, uses: Sequence[VerbUse]) -> tuple[VerbUse, HowSaid] | None:
        """« dément avoir crié », « assure n'avoir jamais dit »: the verb on which an infinitive hangs."""
        at = uses.index(use)
        if at == 0 or uses[at - 1].form is not Form.FINITE:
            return None
        holder = uses[at - 1]
        gap = self._masked[holder.end : use.start]
        if not re.fullmatch(rf"{_S}*(?:(?:de{_S}|d['’])|ne{_S}(?:pas|jamais){_S})?(?:l['’])?", gap):
            return None
        denies = (
            (holder.verb.manner is HowSaid.DENIED and not holder.negated)
            or use.negated
            or "ne" in gap
        )
        if "ne" in gap or (denies and use.negated):
            # « estime ne pas avoir vu de “fraude” » says so; « n'avoir jamais dit “…” » does not.
            return (use, HowSaid.DENIED) if use.verb.uttering else (holder, HowSaid.SAID)
        if holder.verb.manner is HowSaid.DENIED:
            return holder, HowSaid.DENIED if denies else HowSaid.SAID
        return holder, holder.verb.manner

    def _subject(
        self, use: VerbUse, uses: Sequence[VerbUse], first: Span, quote: Span
    ) -> Speaker | None:
        masked = self._masked
        if use.pronoun is not None:
            return Speaker(None, use.pronoun, anaphora=True)
        if _AS.search(masked, first.start, use.start):
            return self._after(use, quote.start)
        if use.form is not Form.FINITE:
            # A participle or an infinitive has the subject of the verb of saying before it.
            held = self._finite_before(use, uses)
            if held is not None:
                return self._subject_beside(held, first, use.start)
            floor = first.start
            if use.form is Form.ACTING and _SHOWING.search(masked, floor, use.start):
                # « un reportage montrant des dockers disant »: whose words they are is not told.
                return None
            source = next(iter(sources(masked, first.start, use.start)), None)
            if source is not None:
                named = after(masked, source.end(), use.start, self._spoken)
                if named is None or masked[named.span.end : named.span.end + 1] != ",":
                    return named
                floor = named.span.end + 1
            return (
                subject_of_sentence(masked, floor, use.start, self._spoken)
                or self._pronoun_of_sentence(first, use.start)
                or opening_phrase(masked, floor, use.start, self._spoken)
            )
        return self._subject_beside(use, first, quote.start)

    def _finite_before(self, use: VerbUse, uses: Sequence[VerbUse]) -> VerbUse | None:
        """The verb of saying on which a participle or an infinitive hangs."""
        if use.form is Form.FINITE:
            return None
        earlier = [
            one
            for one in uses
            if one.end <= use.start
            and one.form is Form.FINITE
            and not _SUBORDINATE.search(self._masked, max(0, one.start - 60), one.start)
        ]
        if earlier and not re.search(r"[;:]", self._masked[earlier[-1].end : use.start]):
            return earlier[-1]
        return None

    def _subject_beside(self, use: VerbUse, first: Span, limit: int) -> Speaker | None:
        masked = self._masked
        if use.pronoun is not None:
            return Speaker(None, use.pronoun, anaphora=True)
        if _APART.search(masked, first.start, use.start) or use.start == first.start:
            turned = self._after(use, limit)
            closed = turned is not None and re.match(
                r"[ \u00a0\u202f]*(?:,|$|qui\b)", masked[turned.span.end : limit]
            )
            if closed and not _THAT.match(masked, use.end, limit):
                return turned
        subject = before(masked, first.start, use.start, self._spoken)
        return (
            subject
            or subject_of_sentence(masked, first.start, use.start, self._spoken)
            or opening_phrase(masked, first.start, use.start, self._spoken)
        )

    def _pronoun_of_sentence(self, first: Span, limit: int) -> Speaker | None:
        found = _OWN_PRONOUN.search(self._masked, first.start, min(limit, first.start + 60))
        return Speaker(None, Span(*found.span(1)), anaphora=True) if found else None

    def _reporter(
        self,
        use: VerbUse,
        uses: Sequence[VerbUse],
        first: Span,
        source: re.Match[str] | None,
        speaker: Speaker | None,
    ) -> Speaker | None:
        """Who reports it: X in « X affirme que Y a dit », « selon X, Y a dit »."""
        masked = self._masked
        if speaker is None or speaker.span.start >= use.start or use.form is not Form.FINITE:
            return None
        for other in uses:
            if other.end > speaker.span.start:
                break
            that = _THAT.match(masked, other.end, use.start)
            if other.form is Form.FINITE and that and speaker.span.start - that.end() <= 3:
                teller = self._subject_beside(other, first, use.start)
                if teller is not None and teller.span != speaker.span:
                    return teller
        if source is not None and source.end() < speaker.span.start:
            teller = after(masked, source.end(), speaker.span.start, self._spoken)
            if teller is not None and teller.span.end <= speaker.span.start:
                return teller
        return None

    def _leads(self, use: VerbUse, quote: Span) -> bool:
        """Whether a verb before a quotation is the one that gives it."""
        gap = self._masked[use.end : quote.start]
        if ";" in gap or _STOP.search(gap):
            return False
        if len(gap) < 200 and _COLON.search(gap):
            return True
        if _THAT.match(gap):
            return True
        if _NEW_CLAUSE.search(gap):
            return False
        if use.verb.doing and _THING.search(gap):
            # « a trouvé un accord “historique” »: that is done, not said.
            return False
        if use.verb.manner is HowSaid.DENIED:
            return len(gap) <= 60
        if use.verb.beside and use.form is Form.FINITE:
            return len(gap) <= _SHORT_GAP or (
                len(gap) <= 60 and _THAT_SOMEWHERE.search(gap) is not None
            )
        return len(gap) <= _LONG_GAP

    def _hangs(self, use: VerbUse, uses: Sequence[VerbUse], first: Span) -> bool:
        """Whether an infinitive is one of the speaker: « avant d'ajouter », « nie avoir dit »."""
        if use.form is not Form.INFINITIVE:
            return True
        if _INFINITIVE_LEAD.search(self._masked[first.start : use.start]):
            return (
                re.search(r"(?:pour|sans)[ \u00a0]$", self._masked[first.start : use.start]) is None
            )
        return self._held_by(use, uses) is not None

    def _incised(self, quote: Span) -> Saying | None:
        """« Nos marins, a dit la maire, attendaient »."""
        for incise in incises(self._text, quote):
            use = incise.use
            if use.pronoun is not None:
                speaker: Speaker | None = Speaker(None, use.pronoun, anaphora=True)
            else:
                speaker = after(self._text, use.end, incise.span.end, self._mentions)
            return Saying(speaker, use.words, manner_after(use), use.verb.going_on)
        return None

    def _later(self, quote: Span, last: Span) -> Saying | None:
        """« Un “choc” sera provoqué jeudi, a annoncé X »: the verb that closes the sentence."""
        masked = self._masked
        for use in self._uses_of(last):
            if use.start < quote.end:
                continue
            if use.form is not Form.FINITE or not _APART.search(masked, quote.end, use.start):
                continue
            if _OTHER_CLAUSE.search(masked, quote.end, use.start):
                return None
            saying = self._inverted(use, last)
            if saying is not None and self._can_speak(saying.speaker):
                return saying
        return None

    def _can_speak(self, speaker: Speaker | None) -> bool:
        """Whether a subject is somebody: « , saluait l'initiative » has its object there."""
        if speaker is None or speaker.anaphora or speaker.entity is not None:
            return True
        return can_speak(self._masked[speaker.span.start : speaker.span.end])

    def _source_after(self, quote: Span, last: Span) -> Saying | None:
        """The « selon X » that closes the sentence of a quoted word."""
        source = next(iter(sources(self._masked, quote.end, last.end)), None)
        return self._source(source, last.end) if source is not None else None

    def _source(self, source: re.Match[str], limit: int) -> Saying:
        masked = self._masked
        place = source.end()
        if source.group().lower() == "de source":
            place = source.start() + len("de ")
        pronoun = _SOURCE_PRONOUN.match(masked, place, limit)
        if pronoun is not None:
            speaker: Speaker | None = Speaker(None, Span(*pronoun.span(1)), anaphora=True)
        else:
            speaker = after(masked, place, limit, self._spoken)
        return Saying(speaker, source.group(), HowSaid.SAID, is_source=True)

    def _pour(self, quote: Span, first: Span) -> Saying | None:
        """« Pour X, … “…” » at the head of a sentence, of somebody who is named."""
        lead = _POUR.match(self._masked, first.start, quote.start)
        if lead is None:
            return None
        speaker = after(self._masked, lead.end(), quote.start, self._spoken)
        if speaker is None or self._masked[speaker.span.end : speaker.span.end + 1] != ",":
            return None
        if speaker.entity is None or not str(speaker.entity).startswith(
            ("person:", "organisation:")
        ):
            return None
        return Saying(speaker, "Pour", HowSaid.SAID)

    def _after(self, use: VerbUse, limit: int) -> Speaker | None:
        several = _PLURAL.match(use.words) is not None
        return after(self._masked, use.end, limit, self._spoken, several=several)
