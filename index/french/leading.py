"""The verb or the « selon » that stands before a quotation and gives it, and its subject."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.french.before_verbs import before, opening_phrase, subject_of_sentence
from index.french.beside_speaker import PLURAL, is_of_speaker, stands_behind_quote
from index.french.given_by import APART, Saying, is_somebody, leads, that_behind
from index.french.infinitives import HANGING, PURPOSE, finite_before, hangs, held_by
from index.french.manners import manner_before
from index.french.relatives import RELATIVE, antecedent
from index.french.saying_verbs import Form, VerbUse, saying_verbs
from index.french.somebody import can_speak
from index.french.source_words import sources
from index.french.sources import of_opinion, of_source, of_whom
from index.french.speakers import after
from index.french.speaking_phrases import Speaker, is_person
from index.french.subjects import (
    has_auxiliary,
    main_subject,
    opening_somebody,
    pronoun_of_sentence,
    sentence_subject,
)
from index.model.article import HowSaid, Mention
from index.model.text import Span

_S = r"[^\S\t-\r]"
_AS = re.compile(rf"\b(?:comme|ainsi{_S}que){_S}$", re.IGNORECASE)
_SHOWING = re.compile(r"\b(?:montr|film|présent|voy|représent)ant\b")
_JOINED_VERB = re.compile(
    rf"(?:(?:\b(?:et|mais|puis|ou)|,){_S}(?:(?:ne|n['’]|lui|leur|nous|en|y|l['’]|le|la|les|également|aussi|[^\W\d_]+ment){_S}*)*)$"
)
_ACTING_APART = re.compile(
    rf"(?:[,\x1f»”\"’–—-]|\b(?:en|et|puis|ou))[^\S\t-\r]*(?:(?:ne|n['’]|lui|leur|nous|en|y|l['’]|le|la|les|également|aussi|ainsi|notamment|toutefois|au{_S}passage|[^\W\d_]+ment){_S}*)*$|^\W*$",
    re.IGNORECASE,
)
_CITING = re.compile(rf",{_S}(?:en{_S})?citant(?={_S})")
_CITED_THAT = re.compile(r"(?:\bque[ \u00a0]|\bqu['’]|:)[\s«“\"‹‘]*$")
_CLOSED = re.compile(
    r"[^\S\t-\r]*(?:,|:|$|qui\b|(?:dans|sur|à|au|auprès|lors|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b[^,;:.]{2,70},)"
)
_BARE_ARTICLE = re.compile(
    rf"{_S}+(?:(?:une?|le|la|les|des|son|sa|ses|leurs?){_S}+|l['’])[\s«“\"]*"
)
_OPENING = ' \u00a0\u202f\n«»“”"–—-'
_AND_THEN = re.compile(
    rf"(?:[\s«»“”\"–—-]*(?:Et|Mais|Puis)|\x1f[\x1f\s»”\"]*,?{_S}(?:et|mais|puis))(?:{_S}(?:aussi|encore|même|donc))?{_S}(?:l['’]|en{_S}|y{_S})?"
)
"""« Et conclut que »: the sentence before goes on."""
_LUI = "Lui"
_HEADS = frozenset(("", "tout", "en", "après", "avant de", "avant d'", "avant d’", "sans"))
_FAR = 200
"""Characters between a verb and a quotation that nothing nearer gives."""
_PARTED = re.compile(rf"[;:]|[.!?]\s|\b(?:tandis|alors){_S}qu|(?:\(|{_S}[–—-]{_S}?)[«“\"]")
_APPOSITION = 120


class LeadingVerbs:
    """Looks before the quotations of one text for what gives them."""

    def __init__(self, masked: str, spoken: Sequence[Mention]) -> None:
        """`masked` is the text without its quotations, `spoken` are the names that stand in that."""
        self._masked = masked
        self._spoken = spoken
        self._uses: dict[int, list[VerbUse]] = {}
        self._sources: dict[int, list[re.Match[str]]] = {}

    def uses_of(self, sentence: Span) -> list[VerbUse]:
        """The verbs of saying of a sentence, which several quotations of it ask for."""
        found = self._uses.get(sentence.start)
        if found is None:
            found = self._uses[sentence.start] = list(
                saying_verbs(self._masked, sentence.start, sentence.end)
            )
        return found

    def sources_of(self, sentence: Span) -> list[re.Match[str]]:
        """The words of a sentence that name a source, which several quotations of it ask for."""
        found = self._sources.get(sentence.start)
        if found is None:
            found = self._sources[sentence.start] = sources(
                self._masked, sentence.start, sentence.end
            )
        return found

    def before_quote(self, quote: Span, first: Span) -> Saying | None:
        """The verb or the source that stands before a quotation and gives it."""
        masked = self._masked
        uses = [use for use in self.uses_of(first) if use.end <= quote.start]
        ways = (
            u
            for u in reversed(uses)
            if leads(masked, u, quote)
            and hangs(masked, u, uses, first, self._spoken)
            and not is_of_speaker(masked, u, first, quote, self._spoken)
        )
        use = next(ways, None)
        if (
            use is not None
            and use.verb.doing
            and _BARE_ARTICLE.fullmatch(masked, use.end, quote.start)
        ):
            # « a assuré que tous avaient trouvé un “cadre” »: that is done, and told by the verb before.
            use = next((u for u in ways if that_behind(masked, u.end, use.start)), use)
        named = [one for one in self.sources_of(first) if one.end() <= quote.start]
        source = named[-1] if named else None
        if use is not None and (whom := of_whom(masked, use.end, quote, self._spoken)) is not None:
            return whom
        if use is None and source is None:
            return of_opinion(masked, quote, first, self._spoken)
        if source is not None and (use is None or self._covers(source, use, uses, first, quote)):
            return self.source(source, quote.start)
        return self._of_speaking_verb(use, uses, first, quote, source) if use is not None else None

    def far_before(self, quote: Span, first: Span) -> Saying | None:
        """« a annoncé une prime, qui comprendra “une part …” »: the nearest verb, with somebody as its subject."""
        uses = self.uses_of(first)
        finite = [use for use in uses if use.end <= quote.start and use.form is Form.FINITE]
        if not finite or (finite[-1].verb.beside and finite[-1].pronoun is None):
            return None
        gap = self._masked[finite[-1].end : quote.start]
        if len(gap) > _FAR or _PARTED.search(gap):
            return None
        saying = self._of_verb(finite[-1], uses, first, quote, None)
        return saying if saying.speaker and is_somebody(self._masked, saying.speaker) else None

    def _of_speaking_verb(
        self,
        use: VerbUse,
        uses: Sequence[VerbUse],
        first: Span,
        quote: Span,
        source: re.Match[str] | None,
    ) -> Saying:
        """« estime que le virus continuait “de circuler” »: the verb of a thing gives way to that of somebody."""
        saying = self._of_verb(use, uses, first, quote, source)
        if is_somebody(self._masked, saying.speaker):
            return saying
        for other in reversed(uses):
            if other.end <= use.start and that_behind(self._masked, other.end, use.start):
                return self._of_verb(other, uses, first, quote, source)
        return saying

    def _covers(
        self,
        source: re.Match[str],
        use: VerbUse,
        uses: Sequence[VerbUse],
        first: Span,
        quote: Span,
    ) -> bool:
        """Whether a source, and not a verb in the same sentence, gives a quotation."""
        opens = not self._masked[first.start : source.start()].strip()
        if use.form is Form.INFINITIVE and opens and held_by(self._masked, use, uses) is None:
            # « D'après lui, X l'a appelé pour lui raconter “…” »: he who is named first tells all of it.
            return True
        that = that_behind(self._masked, use.end, quote.start)
        if that is not None and source.start() < that.end():
            # « estime, selon une source judiciaire, que “…” » has its source between its words.
            return False
        return use.start <= source.start()

    def _of_verb(
        self,
        use: VerbUse,
        uses: Sequence[VerbUse],
        first: Span,
        quote: Span,
        source: re.Match[str] | None,
    ) -> Saying:
        """What a verb before a quotation says, with its subject and who reports it."""
        masked = self._masked
        if use.form is Form.INFINITIVE and (held := held_by(masked, use, uses)) is not None:
            use, manner = held
        else:
            manner = manner_before(use, masked, quote, first.start)
            holder = finite_before(masked, use, uses)
            if holder is not None and holder.conditional and manner is not HowSaid.DENIED:
                manner = HowSaid.CONDITIONAL
        speaker = self.subject(use, uses, first, quote)
        via = self.reporter(use, uses, first, source, speaker)
        cited = _CITING.match(masked, use.end, quote.start)
        if cited and speaker and via is None and _CITED_THAT.search(masked, use.end, quote.start):
            # « précise, citant une source policière, que “…” ».
            cited_one = after(masked, cited.end(), quote.start, self._spoken)
            speaker, via = (cited_one, speaker) if cited_one is not None else (speaker, None)
        if via is not None and manner is HowSaid.SAID:
            manner = HowSaid.REPORTED
        elif manner not in (HowSaid.REPORTED, HowSaid.CONDITIONAL):
            via = None
        lead = masked[first.start : use.start]
        infinitive = use.form is Form.INFINITIVE
        hanging = infinitive and HANGING.search(lead) is not None
        if speaker is None and not hanging:
            going_on = use.form is Form.ACTING and use.verb.going_on and not lead.strip(_OPENING)
            hanging = going_on or _AND_THEN.fullmatch(lead) is not None
        return Saying(
            speaker,
            use.words.removeprefix(f"{_LUI} "),
            manner,
            use.verb.going_on or hanging,
            via,
            purpose=infinitive and PURPOSE.search(lead) is not None,
            hanging=hanging,
            at=use.end,
        )

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
            held = finite_before(masked, use, uses)
            if held is not None:
                return self._subject_beside(held, first, use.start)
            floor, named = first.start, None
            if (
                use.form is Form.ACTING
                and not use.words.lower().startswith("en ")
                and masked[floor : use.start].strip(_OPENING)
                and not _ACTING_APART.search(masked, floor, use.start)
            ):
                # « une pétition dénonçant »: only a name right before it is its subject.
                return self._right_before(floor, use)
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
                self._following(use, first, quote)
                or self._of_sentence(first, floor, use.start, use)
                # « Selon la maire, le port est plein, estimant que … »: the source goes on.
                or (named if use.form is Form.ACTING else None)
            )
        return self._subject_beside(use, first, quote.start)

    def _right_before(self, floor: int, use: VerbUse) -> Speaker | None:
        """« le ministre Hugo Brun estimant que »: somebody named, or a phrase without a verb."""
        found = before(self._masked, floor, use.start, self._spoken)
        if found is None or is_person(found.entity):
            return found
        words = self._masked[found.span.start : found.span.end]
        return found if can_speak(words) and not has_auxiliary(words) else None

    def _following(self, use: VerbUse, first: Span, quote: Span) -> Speaker | None:
        """« Se targuant de “…”, le chef du gouvernement a dit »: whom the main clause names."""
        masked = self._masked
        if masked[first.start : use.start].strip(_OPENING).lower() not in _HEADS:
            return None
        return main_subject(masked, Span(quote.end, first.end), self._spoken)

    def _subject_beside(self, use: VerbUse, first: Span, limit: int) -> Speaker | None:
        masked = self._masked
        if use.pronoun is not None:
            return Speaker(None, use.pronoun, anaphora=True)
        if use.shared >= first.start:
            # « Les dockers ont hué Hugo Brun et crié “…” ».
            whole = use._replace(start=use.shared, shared=-1)
            if (subject := self._subject_beside(whole, first, limit)) is not None:
                return subject
        if use.words.startswith(f"{_LUI} "):
            # « Lui espère »: the pronoun begins the sentence, and is no object.
            return Speaker(None, Span(use.start, use.start + len(_LUI)), anaphora=True)
        apart = APART.search(masked, first.start, use.start) or use.start == first.start
        if apart and not that_behind(masked, use.end, limit):
            turned = self._turned(use, first, limit)
            if turned is not None:
                return turned
        return (
            before(masked, first.start, use.start, self._spoken)
            or self._of_relative(use, first)
            or (
                None
                if RELATIVE.search(masked, first.start, use.start)
                else self._of_sentence(first, first.start, use.start, use)
                or self._of_joined(use, first)
            )
        )

    def _of_joined(self, use: VerbUse, first: Span) -> Speaker | None:
        """« Interrogé, il répond que “…” et fustige “…” »: the subject of the verb before « et »."""
        if not _JOINED_VERB.search(self._masked, first.start, use.start):
            return None
        earlier = [
            one for one in self.uses_of(first) if one.end <= use.start and one.form is Form.FINITE
        ]
        if not earlier or ";" in self._masked[earlier[-1].end : use.start]:
            return None
        return self._subject_beside(earlier[-1], first, use.start)

    def _turned(self, use: VerbUse, first: Span, limit: int) -> Speaker | None:
        """The subject behind a verb that stands apart: « “…”, a dit l'acteur à l'AFP »."""
        masked = self._masked
        turned = self.after_verb(use, limit)
        if turned is None:
            return None
        if stands_behind_quote(masked, first.start, use.start):
            words = masked[turned.span.start : turned.span.end]
            if turned.entity is not None or can_speak(words):
                return turned
        closed = _CLOSED.match(masked[turned.span.end : limit])
        if closed is None or (closed[0].endswith(":") and not is_somebody(masked, turned)):
            return None
        named = before(masked, first.start, use.start, self._spoken)
        # « Léa Arnal, la maire, a répondu sur Radio Littoral, rappelant … ».
        return named if named is not None and named.entity is not None else turned

    def _of_relative(self, use: VerbUse, first: Span) -> Speaker | None:
        """« “…”, a dit le député de l'Isère, qui indique que … »: he of whom the clause tells more."""
        relative = RELATIVE.search(self._masked, first.start, use.start)
        if relative is None:
            return None
        told = self._just_told(first, relative)
        return told or antecedent(self._masked, first.start, relative.start(), self._spoken)

    def _just_told(self, first: Span, relative: re.Match[str]) -> Speaker | None:
        """The subject behind the verb of a quotation, right before a relative clause."""
        masked = self._masked
        for other in self.uses_of(first):
            if other.end > relative.start():
                break
            if other.form is Form.FINITE and stands_behind_quote(masked, first.start, other.start):
                if other.pronoun is not None:
                    continue
                told = self.after_verb(other, relative.start())
                if told is None:
                    continue
                apart = masked[told.span.end : relative.start()]
                comma = relative.group().startswith(",") or apart.rstrip().endswith(" et")
                if not apart.strip() or (comma and len(apart) < _APPOSITION):
                    return told
        return None

    def _of_sentence(self, first: Span, floor: int, limit: int, use: VerbUse) -> Speaker | None:
        """The subject with which a sentence begins, for a verb that has none beside it."""
        masked = self._masked
        head = sentence_subject(masked, Span(floor, first.end), limit, self._spoken)
        if use.form is Form.FINITE and not _JOINED_VERB.search(masked, floor, use.start):
            head = head if head is not None and head.entity is not None else None
        if head is not None and (head.entity is not None or head.anaphora):
            return head
        named = subject_of_sentence(masked, floor, limit, self._spoken)
        if head is not None and (named is None or not is_person(named.entity)):
            return head
        pronoun = pronoun_of_sentence(masked, first, limit) if use.form is not Form.FINITE else None
        return (
            named
            or pronoun
            or opening_phrase(masked, floor, limit, self._spoken)
            or opening_somebody(masked, Span(floor, limit), self._spoken)
        )

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
            that = that_behind(masked, other.end, use.start)
            if other.form is Form.INFINITIVE or not that:
                continue
            if speaker.span.start - that.end() <= 3:
                teller = self.subject(other, uses, first, Span(use.start, use.start))
                if teller is not None and teller.span != speaker.span:
                    return teller
        if source is not None and source.end() < speaker.span.start:
            teller = after(masked, source.end(), speaker.span.start, self._spoken)
            if teller is not None and teller.span.end <= speaker.span.start:
                return teller
        return None

    def source(self, source: re.Match[str], limit: int) -> Saying:
        """« selon la maire »: whom the words of a source name, up to `limit`."""
        return of_source(self._masked, source, limit, self._spoken)

    def after_verb(self, use: VerbUse, limit: int) -> Speaker | None:
        several = PLURAL.match(use.words) is not None
        return after(self._masked, use.end, limit, self._spoken, several=several)
