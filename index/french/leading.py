"""The verb or the « selon » that stands before a quotation and gives it, and its subject."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.french.manners import manner_before
from index.french.saying_verbs import Form, VerbUse, saying_verbs, sources
from index.french.speakers import Speaker, after, before, opening_phrase, subject_of_sentence
from index.model.article import HowSaid, Mention
from index.model.text import Span

_S = r"[ \u00a0\u202f]"
THAT = re.compile(rf"(?:{_S}+[^\W\d_]+ment)?{_S}+(?:que{_S}|qu['’])")
"""« que » right behind a verb of saying."""
_THAT_SOMEWHERE = re.compile(rf"{_S}(?:que{_S}|qu['’]|vouloir{_S}|avoir{_S}|être{_S}|de{_S})")
_THING = re.compile(
    r"^[ \u00a0\u202f]+(?:un|une|le|la|les|des|son|sa|ses|leurs?|ce|cet|cette|deux|trois|l['’])[ \u00a0\u202f]?[^\W\d_]{3,}"
)
_AS = re.compile(rf"\b(?:comme|ainsi{_S}que){_S}$", re.IGNORECASE)
APART = re.compile(
    r"(?:[,\x1f»”\"›!?…][ \u00a0\u202f]*|\x1f[ \u00a0\u202f]*[»”\"›][ \u00a0\u202f]*)$"
)
"""Signs between a verb of saying and the words before it: a comma, the end of a quotation."""
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
_OWN_PRONOUN = re.compile(r"(?:^|\W)(il|elle|ils|elles)[ \u00a0]", re.IGNORECASE)
_SOURCE_PRONOUN = re.compile(rf"{_S}+(lui|elle|eux|elles)(?!\w)")
_COLON = re.compile(r":[\s«“\"‹‘]*$")
_COLON_GAP = 200
_LONG_GAP = 110
_SHORT_GAP = 14


@dataclass(frozen=True, slots=True)
class Saying:
    """The source of a quotation: its verb or « selon », and the subject."""

    speaker: Speaker | None
    words: str
    manner: HowSaid
    going_on: bool = False
    via: Speaker | None = None
    is_source: bool = False
    """Whether it is no verb: « selon »."""
    loose: bool = False
    """Whether it only stands in the same sentence, away from the quotation."""


class LeadingVerbs:
    """Looks before the quotations of one text for what gives them."""

    def __init__(self, masked: str, spoken: Sequence[Mention]) -> None:
        """`masked` is the text without its quotations, `spoken` are the names that stand in that."""
        self._masked = masked
        self._spoken = spoken
        self._uses: dict[int, list[VerbUse]] = {}

    def uses_of(self, sentence: Span) -> list[VerbUse]:
        """The verbs of saying of a sentence, which several quotations of it ask for."""
        found = self._uses.get(sentence.start)
        if found is None:
            found = self._uses[sentence.start] = list(
                saying_verbs(self._masked, sentence.start, sentence.end)
            )
        return found

    def before_quote(self, quote: Span, first: Span) -> Saying | None:
        masked = self._masked
        uses = [use for use in self.uses_of(first) if use.end <= quote.start]
        ways = (u for u in reversed(uses) if self.leads(u, quote) and self._hangs(u, uses, first))
        use = next(ways, None)
        named = sources(masked, first.start, quote.start)
        source = named[-1] if named else None
        if use is not None and (source is None or use.start > source.start()):
            if use.form is Form.INFINITIVE and (held := self._held_by(use, uses)) is not None:
                use, manner = held
            else:
                manner = manner_before(use, masked, quote, first.start)
                held_by = self._finite_before(use, uses)
                if held_by is not None and held_by.conditional and manner is not HowSaid.DENIED:
                    manner = HowSaid.CONDITIONAL
            speaker = self.subject(use, uses, first, quote)
            via = self.reporter(use, uses, first, source, speaker)
            if via is not None and manner is HowSaid.SAID:
                manner = HowSaid.REPORTED
            elif manner is not HowSaid.REPORTED and manner is not HowSaid.CONDITIONAL:
                via = None
            gap = masked[use.end : quote.start]
            loose = (
                len(gap.strip(_OPENING)) > _SHORT_GAP
                and manner is not HowSaid.DENIED
                and THAT.match(gap) is None
            )
            return Saying(speaker, use.words, manner, use.verb.going_on, via, loose)
        if source is not None:
            return self.source(source, quote.start)
        return self.pour(quote, first)

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

    def subject(
        self, use: VerbUse, uses: Sequence[VerbUse], first: Span, quote: Span
    ) -> Speaker | None:
        masked = self._masked
        if use.pronoun is not None:
            return Speaker(None, use.pronoun, anaphora=True)
        if _AS.search(masked, first.start, use.start):
            return self.after_verb(use, quote.start)
        if use.form is not Form.FINITE:
            # A participle or an infinitive has the subject of the verb of saying before it.
            held = self._finite_before(use, uses)
            if held is not None:
                return self._subject_beside(held, first, use.start)
            floor, named = first.start, None
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
                # « Selon la maire, le port est plein, estimant que … »: the source goes on.
                or (named if use.form is Form.ACTING else None)
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
        if APART.search(masked, first.start, use.start) or use.start == first.start:
            turned = self.after_verb(use, limit)
            closed = turned is not None and re.match(
                r"[ \u00a0\u202f]*(?:,|$|qui\b)", masked[turned.span.end : limit]
            )
            if closed and not THAT.match(masked, use.end, limit):
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

    def reporter(
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
            that = THAT.match(masked, other.end, use.start)
            if other.form is Form.FINITE and that and speaker.span.start - that.end() <= 3:
                teller = self._subject_beside(other, first, use.start)
                if teller is not None and teller.span != speaker.span:
                    return teller
        if source is not None and source.end() < speaker.span.start:
            teller = after(masked, source.end(), speaker.span.start, self._spoken)
            if teller is not None and teller.span.end <= speaker.span.start:
                return teller
        return None

    def leads(self, use: VerbUse, quote: Span) -> bool:
        """Whether a verb before a quotation is the one that gives it."""
        gap = self._masked[use.end : quote.start]
        that = THAT.match(gap) is not None
        if not that and len(gap) >= _COLON_GAP:
            return False
        if ";" in gap or _STOP.search(gap):
            return False
        if that or (len(gap) < _COLON_GAP and _COLON.search(gap)):
            return True
        if len(gap) > _LONG_GAP or _NEW_CLAUSE.search(gap):
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

    def source(self, source: re.Match[str], limit: int) -> Saying:
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

    def pour(self, quote: Span, first: Span) -> Saying | None:
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

    def after_verb(self, use: VerbUse, limit: int) -> Speaker | None:
        several = _PLURAL.match(use.words) is not None
        return after(self._masked, use.end, limit, self._spoken, several=several)
