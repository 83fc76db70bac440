"""The source of a quotation: a verb of saying or « selon » before, after or in it, and the speaker."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.french.before_verbs import before
from index.french.given_by import APART, Saying, is_of_thing, is_somebody, leads, that_behind
from index.french.incises import incises
from index.french.leading import LeadingVerbs
from index.french.likening import of_likening
from index.french.manners import is_noun_of_sentence, manner_after, manner_before
from index.french.quoted_verbs import of_quoted_verb
from index.french.saying_nouns import of_noun
from index.french.saying_verbs import Form, VerbUse, saying_verbs, verb_at
from index.french.somebody import can_speak
from index.french.source_words import SOURCE, sources
from index.french.sources import of_anybody
from index.french.speakers import after, far_behind
from index.french.speaking_phrases import Speaker, is_person
from index.french.subjects import sentence_subject
from index.french.told_by import judged_by, told_by
from index.french.unlisted_verbs import unlisted_verb
from index.french.willing import of_will
from index.model.article import HowSaid, Mention, Said
from index.model.text import Span

_MASK = "\x1f"
_S = r"[^\S\t-\r]"
_RIGHT_AFTER = re.compile(r"[\s\x1f»”\"'’›,!?.…–—-]*")
_JOINS = re.compile(
    r"[\s\x1f«»“”\"‹›,]*(?:(?:et|ou|mais|ainsi|que|de|d['’]|qu['’]|des|une?|le|la|les|l['’])[\s\x1f«»“”\"‹›,]+)*"
)
_AFTER_STOP = re.compile(r"[\s»”\"'’›]*")
_LETTER = re.compile(r"\w")
_OTHER_CLAUSE = re.compile(r"\bqui\b|\bdont\b")
_AS_TOLD = re.compile(r",[^\S\t-\r]*(?:comme|ainsi que)[^\S\t-\r]*$")
_INCISE = re.compile(r",[^\S\t-\r]*$")
_QUOTED_AFTER_COLON = re.compile(rf":{_S}?[«“\"]{_S}?\x1f+{_S}?[»”\"]")
"""« trois piliers : “…”, estime l'élu »: what is said goes on over the colon."""
_UNKNOWN = re.compile(rf"@\w+|[A-ZÀ-Þ][\w’'-]+(?:{_S}[A-ZÀ-Þ][\w’'-]+){{0,3}}")
"""A name that is no entity: « raconte Cheikha »."""
_FEW = 4
_NEAR = 30
_OPENING = re.compile(r"[\s:«“\"‹‘']*")
_ASKED = re.compile(rf"[^,;:.«“\"\x1f]{{0,40}}{_S}?\?")
"""« “…” Peut-il s'y opposer ? »: a question of the article."""
_OF_WORD = re.compile(
    rf"(?:{_S}(?:les?{_S}|la{_S}|l['’])(?:mot|terme|expression|formule|adjectif|qualificatif)s?)?{_S}(?:de{_S}|d['’])?[«“\"‹]{_S}?"
)
_APPOSED = 60
"""Characters behind an incise that a name may be beside."""


class SayingFinder:
    """Looks around each quotation of a text for its verb of saying and its speaker."""

    def __init__(
        self, text: str, masked: str, spoken: Sequence[Mention], mentions: Sequence[Mention]
    ) -> None:
        self._text = text
        self._masked = masked
        self._spoken = spoken
        self._mentions = mentions
        self._leading = LeadingVerbs(masked, spoken)

    def of(self, quote: Span, first: Span, last: Span) -> Saying | None:
        """Selon X, « … »; X a déclaré : « … »; « … », dans la nuit, a dit X."""
        led = self._leading.before_quote(quote, first)
        if led is not None and led.purpose:
            led = self._later(quote, last) or led
        if led is not None and is_of_thing(self._masked, led):
            # « le dossier illustre “un échec” du port, selon Léa Arnal ».
            led = self._later(quote, last) or self._source_after(quote, last) or led
        likened = of_likening(self._masked, quote, first, self._spoken)
        if likened is not None and (led is None or -1 < led.at < likened.at):
            led = likened
        at = led.at if led is not None and led.at > 0 else first.start
        big = self._text[quote.start].isupper()
        named = of_noun(self._masked, quote, at, self._spoken, capital=big)
        if named is not None and (led is None or -1 < led.at < named.at):
            led = named  # « L'Élysée dément malgré l'annonce de X : “…” »
        return (
            self._judged(quote, first, last, led)
            or led
            or of_will(self._text, self._masked, quote, first, self._spoken)
            or told_by(self._masked, quote, last, self._spoken)
            or self._incised(quote)
            or self._later(quote, last)
            or self._as_told(quote, last)
            or self._source_after(quote, last)
            or of_quoted_verb(self._text, self._masked, quote, first, self._spoken)
            or self._apposed(quote, first, last)
        )

    def is_worded(self, quote: Span, first: Span) -> bool:
        """« refuse le terme de “crise” »: whether a verb tells what is done with the word."""
        uses = [use for use in self._leading.uses_of(first) if use.end <= quote.start]
        return (
            bool(uses) and _OF_WORD.fullmatch(self._masked, uses[-1].end, quote.start) is not None
        )

    def led(self, quote: Span, first: Span) -> Saying | None:
        """What stands before a quotation and gives it."""
        return self._leading.before_quote(quote, first)

    def far_before(self, quote: Span, first: Span) -> Saying | None:
        """The verb somewhere before a quotation that nothing nearer gives."""
        return self._leading.far_before(quote, first)

    def _judged(self, quote: Span, first: Span, last: Span, led: Saying | None) -> Saying | None:
        """Who judges a thing so, unless a verb behind that gives the quotation."""
        judged = judged_by(self._masked, quote, first, last, self._spoken)
        return None if judged is not None and led is not None and led.at > judged.at else judged

    def _apposed(self, quote: Span, first: Span, last: Span) -> Saying | None:
        """« Léa Arnal, faisant “confiance aux dockers”, a estimé que … »: her words, by the way."""
        if "qu" not in self._masked[quote.end : last.end]:
            return None
        gap = _RIGHT_AFTER.match(self._masked, quote.end, last.end)
        use = verb_at(self._masked, gap.end() if gap else quote.end, last.end)
        if use is None or use.form is not Form.FINITE:
            return None
        if not that_behind(self._masked, use.end, last.end):
            return None
        head = sentence_subject(self._masked, first, quote.start, self._spoken)
        return (
            Saying(head, use.words, manner_after(use)) if head and is_person(head.entity) else None
        )

    def of_stretch(self, span: Span, sentence: Span) -> Saying | None:
        """The source of a stretch without quotation marks, anywhere in its sentence."""
        later = self._later(span, sentence)
        if later is not None:
            return later
        named = sources(self._masked, sentence.start, sentence.end)
        if named and not span.start <= named[0].start() < span.end:
            return self._leading.source(named[0], sentence.end)
        for use in reversed(self._leading.uses_of(sentence)):
            that = that_behind(self._masked, use.end, sentence.end)
            if that is None or that.end() > span.start + 1 or use.form is Form.INFINITIVE:
                continue
            uses = self._leading.uses_of(sentence)
            speaker = self._leading.subject(use, uses, sentence, span)
            manner = manner_before(use, self._masked, span, sentence.start)
            via = self._leading.reporter(use, uses, sentence, None, speaker)
            if via is not None and manner is HowSaid.SAID:
                manner = HowSaid.REPORTED
            return Saying(speaker, use.words, manner, use.verb.going_on, via)
        return None

    def reported_by(
        self, source: Saying, quote: Span, first: Span, *, told: bool = False
    ) -> Saying:
        """The saying that a source reports, where a verb right before the quotation gives one.

        With `told` only « X a reconnu que … “…” » counts, of a person, and not the verb alone.
        """
        uses = [use for use in self._leading.uses_of(first) if use.end <= quote.start]
        if not uses or not leads(self._masked, uses[-1], quote):
            return source if told else self._by_source(source, quote, first)
        use = uses[-1]
        if use.form is Form.INFINITIVE and source.is_source:
            # « des militants sont venus dénoncer “…”, selon une vidéo ».
            saying = self._leading.before_quote(quote, first)
            return source if saying is None or saying.speaker is None else saying
        if use.form is not Form.FINITE:
            return source
        that = that_behind(self._masked, use.end, quote.start)
        other = source.is_source and not use.verb.gives_words
        if that is None and (other or not source.speaker or source.speaker.anaphora):
            return source
        speaker = self._leading.subject(use, uses, first, quote)
        manner = manner_before(use, self._masked, quote, first.start)
        if speaker is None or (told and (that is None or not is_person(speaker.entity))):
            return source
        manner = HowSaid.REPORTED if manner is HowSaid.SAID else manner
        return Saying(speaker, use.words, manner, use.verb.going_on, source.speaker)

    def _by_source(self, reporter: Saying, quote: Span, first: Span) -> Saying:
        """« Selon Léa Arnal, le port est “plein”, rapporte La Gazette »: she says it, if no verb is between."""
        named = [one for one in self._leading.sources_of(first) if one.end() <= quote.start]
        if reporter.is_source or not named or _MASK in self._masked[first.start : quote.start]:
            # « “Plein” selon Léa Arnal, le port ferme, “…”, rapporte La Gazette ».
            return reporter
        saying = self._leading.source(named[-1], quote.start)
        return reporter if saying.speaker is None else saying._replace(via=reporter.speaker)

    def right_after(self, quote: Span, last: Span) -> Saying | None:
        """« … », souligne Benny Gantz; « … » et « … », a-t-il dit; « … », selon elle."""
        found = self._directly(quote, last.end) or self._next_sentence(quote, last)
        if found is not None and not is_somebody(self._masked, found.speaker):
            # « L'avocat, qui dénonce “…”, a demandé la délocalisation »: that is what he asks.
            led = self._leading.before_quote(quote, last)
            if led is not None and led.speaker is not None:
                return led
        return found

    def _is_subject_itself(self, quote: Span, verb: int, saying: Saying) -> bool:
        """« Le “fonds vert” garantira une aide »: no comma, and nobody who could say it."""
        if saying.speaker is None or saying.speaker.anaphora or saying.speaker.entity is not None:
            return False
        if "," in self._masked[quote.end : verb]:
            return False
        # « “Pour que le port vive encore” avait informé ses amis »: a title, be it ever so long.
        thing = self._text[quote.end - 1] not in "?!…" and not self._can_speak(saying.speaker)
        return thing or quote.of(self._text).count(" ") < _FEW

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
        if _ASKED.match(self._masked, use.end):
            return None
        return self._inverted(use, Span(last.start, start + 120))

    def that_is_told(self, quote: Span, first: Span) -> Saying | None:
        """« Le parquet indique que … “…” », with the conjunction."""
        uses = [use for use in self._leading.uses_of(first) if use.end <= quote.start]
        if not any(that_behind(self._masked, use.end, quote.start) for use in uses):
            return None
        return self._leading.before_quote(quote, first)

    def saying_in(self, sentence: Span, start: int) -> Saying | None:
        """The first verb of saying of a sentence behind a place, with the subject behind or before it."""
        uses = self._leading.uses_of(sentence)
        use = next((u for u in uses if u.start >= start and u.form is Form.FINITE), None)
        if use is None:
            return None
        inverted = self._masked[start : use.start].strip() in ("que", "qu'", "qu’")
        speaker = (
            self._leading.after_verb(use, sentence.end)
            if inverted and use.pronoun is None
            else self._leading.subject(use, uses, sentence, Span(sentence.end, sentence.end))
        )
        return Saying(speaker, use.words, manner_after(use)) if speaker is not None else None

    def verb_behind(self, start: int, limit: int) -> str | None:
        """The verb of saying that begins a few words behind a subject."""
        use = next(saying_verbs(self._masked, start, min(limit, start + _NEAR)), None)
        return use.words if use is not None and use.form is Form.FINITE else None

    def last_verb(self, sentence: Span) -> str | None:
        """The verb of saying that closes a sentence: « le ministre a relativisé. »"""
        uses = [use for use in self._leading.uses_of(sentence) if use.form is Form.FINITE]
        closes = uses and not _LETTER.search(self._masked, uses[-1].end, sentence.end)
        return uses[-1].words if closes else None

    def tells(self, sentence: Span) -> bool:
        """Whether a sentence has a verb of saying."""
        return any(use.form is Form.FINITE for use in self._leading.uses_of(sentence))

    def closing(self, sentence: Span) -> Saying | None:
        """The speaker of a sentence without quotation marks, named in its last clause."""
        return self._later(Span(sentence.start, sentence.start), sentence, alone=True)

    def _directly(self, quote: Span, limit: int) -> Saying | None:
        last = Span(quote.start, limit)
        masked, position = self._masked, quote.end
        for _ in range(5):
            gap = _RIGHT_AFTER.match(masked, position, last.end)
            start = gap.end() if gap else position
            if start >= last.end:
                return None
            use = verb_at(masked, start, last.end)
            if use is not None and use.form is Form.ACTING:
                # « … », estimant que: what follows is another saying.
                return None
            if use is not None and use.pronoun and _ASKED.match(masked, use.end, last.end):
                return None
            if use is not None and start > quote.end and use.form is Form.FINITE:
                saying = self._inverted(use, last)
                if saying is not None and self._is_subject_itself(quote, start, saying):
                    return None
                if (
                    saying is None
                    and use.compound
                    and "," in masked[quote.end : start]
                    and not that_behind(masked, use.end, last.end)
                ):
                    # « “…”, a lancé hors micro Léa Arnal ».
                    behind = far_behind(masked, use.end, last.end, self._spoken)
                    return Saying(behind, use.words, manner_after(use), use.verb.going_on)
                return saying
            source = SOURCE.match(masked, start, last.end)
            if source is not None:
                return self._leading.source(source, last.end)
            if use is None and start > quote.end:
                rest = Span(start, last.end)
                told = unlisted_verb(self._text, masked, quote, rest, self._spoken)
                if told is not None:
                    return told
            # Over « et de », « ou encore » to the next quoted piece of the same sentence.
            joined = _JOINS.match(masked, position, last.end)
            if joined is None or _MASK not in joined.group() or joined.end() <= start:
                return None
            position = joined.end()
        return None

    def inside(self, quote: Span, outer: Said) -> Saying | None:
        """The source of a quotation within another one, in the words of the outer speaker."""
        text = self._text
        floor = max(outer.start, quote.start - 90)
        uses = [use for use in saying_verbs(text, floor, quote.start) if use.form is Form.FINITE]
        if not uses or not _OPENING.fullmatch(text, uses[-1].end, quote.start):
            return None
        subject = before(text, floor, uses[-1].start, self._mentions)
        return Saying(subject, uses[-1].words, HowSaid.REPORTED)

    def _inverted(self, use: VerbUse, last: Span) -> Saying | None:
        """The saying of a verb whose subject follows it; None when none does."""
        speaker: Speaker | None
        if use.pronoun is not None:
            if self._masked[use.pronoun.start : use.pronoun.end].lower() == "on":
                return of_anybody(self._masked, use, last.end, self._spoken)
            speaker = Speaker(None, use.pronoun, anaphora=True)
        else:
            if that_behind(self._masked, use.end, last.end):
                return None
            speaker = self._leading.after_verb(use, last.end)
            if speaker is None:
                return None
            if "," in self._masked[use.end : speaker.span.start] and not self._can_speak(speaker):
                # « se présente avec une grille noire, des boucliers neufs »: no subject so far behind.
                return None
        return Saying(speaker, use.words, manner_after(use), use.verb.going_on)

    def _incised(self, quote: Span) -> Saying | None:
        """« Nos marins, a dit la maire, attendaient »."""
        for incise in incises(self._text, quote):
            use = incise.use
            if use.pronoun is not None:
                speaker: Speaker | None = Speaker(None, use.pronoun, anaphora=True)
            else:
                # The name that a comma sets beside an office stands behind the first comma.
                reach = min(quote.end, incise.span.end + _APPOSED)
                speaker = after(self._text, use.end, reach, self._mentions)
            return Saying(speaker, use.words, manner_after(use), use.verb.going_on)
        return None

    def _later(self, quote: Span, last: Span, *, alone: bool = False) -> Saying | None:
        """« Un “choc” sera provoqué jeudi, a annoncé X »: the verb that closes the sentence.

        With `alone` nothing is quoted in the sentence: « la crise, qui dure, inquiète les parents » has an
        object there.
        """
        masked = self._masked
        for use in self._leading.uses_of(last):
            if use.start < quote.end:
                continue
            if use.form is not Form.FINITE or not APART.search(masked, quote.end, use.start):
                continue
            saying = self._inverted(use, last)
            if saying is None or not self._can_speak(saying.speaker):
                continue
            named = saying.speaker is not None and saying.speaker.entity is not None
            if alone and use.verb.beside and not (use.compound or use.pronoun or named):
                continue
            between = _QUOTED_AFTER_COLON.sub("", masked[quote.end : use.start])
            if ";" in between or ":" in between:
                return None
            # « , qui partent jeudi, a dit Léa Arnal »: an incise is of the whole sentence.
            if _OTHER_CLAUSE.search(between) and not _INCISE.search(between):
                return None
            return saying
        return None

    def _as_told(self, quote: Span, last: Span) -> Saying | None:
        """« Il a “très peur”, comme l'a indiqué Léa Arnal »."""
        for use in self._leading.uses_of(last):
            if use.start < quote.end or use.form is not Form.FINITE or use.pronoun is not None:
                continue
            if _AS_TOLD.search(self._masked, quote.end, use.start):
                saying = self._inverted(use, last)
                return saying if saying is None or self._can_speak(saying.speaker) else None
        return None

    def _can_speak(self, speaker: Speaker | None) -> bool:
        """Whether a subject is somebody: « , saluait l'initiative » has its object there."""
        if speaker is None or speaker.anaphora or speaker.entity is not None:
            return True
        words = self._masked[speaker.span.start : speaker.span.end]
        return can_speak(words) or _UNKNOWN.fullmatch(words) is not None

    def _source_after(self, quote: Span, last: Span) -> Saying | None:
        """The « selon X » that closes the sentence of a quotation, if it is no noun of it: « le “hub” »."""
        if is_noun_of_sentence(self._text, quote, max(0, quote.start - 40)):
            return None
        source = next(iter(sources(self._masked, quote.end, last.end)), None)
        return self._leading.source(source, last.end) if source is not None else None
