"""Quotations that no verb of saying gives: they go on with what was said, or a sentence beside them tells of the speaker."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace

from index.french.antecedents import Antecedents
from index.french.before_verbs import subject_of_sentence
from index.french.given import SayingFinder
from index.french.given_by import Saying
from index.french.manners import are_joined, is_distanced, is_noun_of_sentence, is_spoken
from index.french.quoted_lists import goes_on
from index.french.quoted_out import MASK
from index.french.saying_nouns import of_heading
from index.french.somebody import can_be_meant, can_speak, is_matter
from index.french.speaking_phrases import Speaker, is_governed, is_person, mentions_inside
from index.french.subjects import main_subject
from index.french.told_by import is_told_of
from index.model.article import HowSaid, Kind, Mention, Quote
from index.model.text import Span

_HEARD = re.compile(r"\b(?:entendu?|entendre|reçu|appris|lu)\b")
_REACTION = re.compile(
    r"\b(?:réponse|réaction|réplique|constat|conclusion|explication|verdict|commentaire|message|mot|son de cloche|côté|chez"
    r"|discours|avis|analyse|promesse|credo|résumé|aveu|cri du cœur|mise en garde|appel)\b",
    re.IGNORECASE,
)
_STATE = re.compile(
    r"(?<!\bqui)[ \u00a0](?:est|sont|était|étaient|reste|restent|restait|se[ \u00a0](?:montre|montrent|veut|veulent)|s['’]est[ \u00a0]montrée?|a[ \u00a0]été|va|n['’]en[ \u00a0]démord"
    r"|ne[ \u00a0](?:décolère|mâche)|campe|persiste|tempère)(?!\w)"
)
"""« La préfecture est formelle : »."""
_STOPPED = re.compile(r"[^\S\t-\r]*[»”\"’›][^\S\t-\r]*[.,…]")
_GOES_ON = re.compile(r"[^\S\t-\r]*[»”\"’›]?[^\S\t-\r]*,")
_AFTER_DASH = re.compile(r"(?:^|[\s])[–—-][ \u00a0]?[«“\"][^\S\t-\r]?$")
_BETWEEN_DASHES = re.compile(r"[^\S\t-\r]?[»”\"][ \u00a0]?[–—-]")
"""A quotation between dashes is a subheading."""
_WORD = re.compile(r"[^\W_]+")
_LETTER = re.compile(r"\w")
_COLON_ENDS = re.compile(r":[\s«“\"‹‘]*$")
_FEWEST = 12
_THESE_WORDS = re.compile(
    r"(?:Voilà|Voici|C['’](?:est|était)|Ce sont|Tels? (?:est|sont)|Telle est)[ \u00a0](?:[^\W\d_]+[ \u00a0]){0,6}?(?=que[ \u00a0]|qu['’])"
)
"""« Voilà ce », « C'est en ces termes »."""
_CLAUSE = 5
"""Words of a quotation amid a sentence that goes on with a speaker; shorter ones may be ironic."""
_HEADING = re.compile(r"[^\S\t-\r]*[»”\"’›]?[^\S\t-\r]*:[^\S\t-\r]*")
_ANOTHER = (Kind.PERSON, Kind.ORGANISATION)
_NOUN = re.compile(
    r"(?:l[ea]s?|l['’]|une?|ce|cet|cette|son|sa)[ \u00a0]?([^\W\d_]+)", re.IGNORECASE
)
_FRONT_ENDS = re.compile(r"[^\S\t-\r]*[»”\"](?:[ \u00a0][^,;:.!?()«»“”\"\x1f]{2,50})?,[ \u00a0]")
_FRONT = re.compile(
    r"[\s«»“”\"–—-]*(?:(?:Pour|Afin[ \u00a0](?:de|d['’]|qu)|Sans|Désireu\w+|Soucieu\w+|Conscient\w*|Convaincu\w*|Persuadé\w*|Certaine?s?|Sûre?s?|Fière?s?|Ravie?s?|Heureu\w+|Lasse?s?|Refusant|Voulant|Souhaitant|Espérant|Ayant|Craignant|Jugeant|Se[ \u00a0]disant|Déterminée?s?|Décidée?s?|Prête?s?)(?!\w)|S['’])"
    r"[^;:.!?()\x1f]{0,80}"
)
"""How a sentence begins of which the main clause tells whose words are quoted."""
_AS_FRONT = re.compile(
    r"(?:(?:très|plus|trop|un[ \u00a0]peu|profondément|particulièrement|assez|tout)[ \u00a0])?"
    r"(?:(?:dans|face|pour|avec|sans|après|afin|par|en|au|à|contre)(?![\w-])|[^\W\d_]{4,}(?:ée?s?|ies?|ue?s?|euse?s?|eux|ente?s?|ante?s?|ive?s?|ifs?|ière?s?|le|les)(?!\w))",
    re.IGNORECASE,
)
_HAS_READ = re.compile(
    r"[^\S\t-\r](?:(?:ne[ \u00a0]|n['’])?(?:l['’]|les?[ \u00a0]|la[ \u00a0])"
    r"|(?:(?:a|ont|avait|avaient)[ \u00a0](?:[^\W\d_]+ment[ \u00a0]|déjà[ \u00a0]|aussi[ \u00a0])?)?"
    r"(?:(?:re)?(?:lue?s?|vue?s?|lit|lisent|lisait|voit|voient|voyait)|(?:chant|écout|jou|aim|ador|dévor|dessin|regard|publi|traduis|interprèt|interprét)(?:e|ent|ait|aient|é|ée|és)|traduit|entendu|écrit|peint|tourné|filmé|mis)(?!\w))"
)
"""« “Face à la mer”, Hugo Brun l'a chanté »: a title is read, seen or sung, not said."""
_FRONTED = 3
"""The fewest words of a quotation at the head of a sentence that the main clause gives to somebody."""
_LABEL = re.compile(
    r"(?:[.!?…:|][^\S\t-\r]+|[^\S\t-\r][–—-][^\S\t-\r]+)(?P<name>[A-ZÀ-Þ][^.;:!?\x1f]{2,90}?)[^\S\t-\r]*:[\s«“\"‹‘]*$"
)
_LABEL_ENDS = re.compile(
    r"(?:[^\S\t-\r]*\([^()]*\)|,[^\S\t-\r][^,;:]{2,60}|[^\S\t-\r](?:à propos|au sujet|sur|à|face)[^\S\t-\r][^,;:]{2,50})?[^\S\t-\r]*:"
)
"""« Léa Arnal (CGT) : », « Léa Arnal, docker : », « Léa Arnal à propos de Hugo Brun : »."""
_LEAD = 320
"""Characters before a colon in which the speaker may be named."""

_NOUN_BESIDE = re.compile(r"(?<![\w-])([^\W\d_]{3,})[ \u00a0](?:(?:de|d['’]|du|des)[ \u00a0]?)?$")
_FIRST_WORD = re.compile(r"([^\W\d_]{3,})[ \u00a0][A-ZÀ-Þ]")


class Verbless:
    """Looks for the speakers of quotations without a verb in one text."""

    def __init__(
        self,
        text: str,
        masked: str,
        sentences: Sequence[Span],
        spoken: Sequence[Mention],
        finder: SayingFinder,
        antecedents: Antecedents,
        given: Callable[[Span, Saying], Quote],
    ) -> None:
        """`given` makes the quotation of a saying, with its speaker resolved."""
        self._text = text
        self._masked = masked
        self._sentences = sentences
        self._starts = [sentence.start for sentence in sentences]
        self._spoken = spoken
        self._finder = finder
        self._antecedents = antecedents
        self._given = given
        self._done: Sequence[Quote] = ()
        self._led = -1
        """Where the quotation begins that a verb before it gave last, or that its list goes on with."""

    def quote(self, span: Span, first: Span, done: Sequence[Quote]) -> Quote:
        """A quotation without a verb: a sentence that goes on with the one before, or a word held apart."""
        self._done = done
        labelled = (
            self._after_colon(span, first)
            or self._heading(span, first)
            or self._listed(span, first)
            or self._fronted(span, first)
        )
        if labelled is not None:
            return labelled
        outside_it = self._masked[first.start : first.end].replace(MASK, "")
        alone = not _LETTER.search(outside_it)
        continued = self._continued(span, first, alone=alone) if self._done else None
        if continued is not None:
            return continued
        if alone:
            told = self._told_behind(span) or self._after_closing(span) or self._after_subject(span)
            if told is not None:
                return told
            return Quote(*span)
        if is_distanced(self._text, span):
            return Quote(*span, manner=HowSaid.IRONIC)
        saying = self._finder.far_before(span, first)
        return self._given(span, saying) if saying is not None else Quote(*span)

    def _listed(self, span: Span, first: Span) -> Quote | None:
        """« évoque “une honte” pour le port et une “mascarade” »: one verb before a list gives all of it."""
        previous = self._done[-1] if self._done else None
        if previous is None or previous.verb is None or previous.speaker_text is None:
            return None
        if previous.start < first.start or previous.start != self._led or span.start > first.end:
            return None
        if previous.manner in (HowSaid.TITLE, HowSaid.IRONIC, None):
            return None
        if not goes_on(self._text, self._masked, previous.end, span):
            return None
        self._led = span.start
        return replace(previous, start=span.start, end=span.end, resolved=True)

    def led(self, span: Span) -> None:
        """Tells that a verb before a quotation gives it: a list may go on behind."""
        self._led = span.start

    def _fronted(self, span: Span, first: Span) -> Quote | None:
        """« “Écœurés par la loi”, les dockers partent », « Pour “sauver le port”, Léa Arnal … »: whose the main clause is."""
        if not _FRONT_ENDS.match(self._masked, span.end, first.end):
            return None
        lead = self._masked[first.start : span.start]
        opens = not _WORD.search(lead)
        if not (opens or _FRONT.fullmatch(lead)) or is_noun_of_sentence(
            self._text, span, max(0, span.start - 40)
        ):
            return None
        words = _WORD.findall(span.of(self._text))
        if len(words) < _FRONTED or (opens and not _AS_FRONT.match(self._text, span.start)):
            return None
        if not opens and not self._text[span.start].islower():
            return None
        subject = main_subject(self._masked, Span(span.end, first.end), self._spoken)
        if subject is None or "," in self._masked[span.end + 3 : subject.span.start]:
            return None
        if opens and _HAS_READ.match(self._masked, subject.span.end, first.end):
            return None
        nameless = subject.entity is None and not subject.anaphora
        if nameless and not can_speak(subject.span.of(self._text)):
            return None
        use = self._finder.verb_behind(subject.span.end, first.end)
        return self._given(span, Saying(subject, use or "", HowSaid.SAID))

    def _after_closing(self, span: Span) -> Quote | None:
        """« La vie est dure pour son fils, souligne-t-il. “Il ne pensait pas …” »: who has just said something."""
        number = self._number(span.start)
        if not self._is_clause(span) or not number:
            return None
        before = self._sentences[number - 1]
        if MASK in self._masked[before.start : before.end] or re.search(
            r"\w", self._masked[before.end : span.start]
        ):
            return None
        saying = self._finder.closing(before)
        if saying is None or saying.speaker is None:
            return None
        found = self._given(span, saying)
        words = _NOUN.match(found.speaker_text or "")
        if found.speaker is None and (words is None or not can_be_meant(words[1])):
            return None
        if found.speaker is not None and not is_person(found.speaker):
            # « rapporte La Gazette. “Partez !” »: she whom the newspaper has heard says it.
            return None
        return replace(found, verb=None, resolved=True)

    def _told_behind(self, span: Span) -> Quote | None:
        """« “Rien ne presse”. Voilà ce qu'a indiqué Léa Arnal »: a sentence about the words tells who said them."""
        number = self._number(span.end - 1) + 1
        if number >= len(self._sentences):
            return None
        behind = self._sentences[number]
        told = _THESE_WORDS.match(self._masked, behind.start, behind.end)
        saying = self._finder.saying_in(behind, told.end()) if told else None
        return self._given(span, saying) if saying is not None else None

    def _is_clause(self, span: Span) -> bool:
        """Whether a quotation that stands alone is a sentence, and no heading."""
        words = span.of(self._text)
        ends = words[-1] in ".!?…" or _STOPPED.match(self._text, span.end)
        return bool(ends) and len(_WORD.findall(words)) >= _CLAUSE

    def _after_subject(self, span: Span) -> Quote | None:
        """« Hugo Brun temporise. “J'aurai à revenir là-dessus.” »: of whom the sentence before tells."""
        words = span.of(self._text)
        number = self._number(span.start)
        if number == 0 or not self._is_clause(span):
            return None
        before = self._sentences[number - 1]
        if (
            MASK in self._masked[before.start : before.end]
            or re.search(r"\w", self._masked[before.end : span.start])
            or _GOES_ON.match(self._text, span.end)
            # « C'est génial de parler avec lui » may be said by anybody else.
            or not (is_spoken(words) or self._finder.tells(before))
        ):
            return None
        found = self._of_subject(span, number - 1)
        return replace(found, verb=self._finder.last_verb(before)) if found is not None else None

    def _of_subject(self, span: Span, number: int) -> Quote | None:
        """A quotation of him with whom a sentence begins."""
        found = self._antecedents.subject_of(number, self._done)
        if found is None or found[0].span.end > span.start:
            return None
        subject, meant = found
        if meant.entity is not None and not is_person(meant.entity):
            return None
        if self._is_of_a_matter(subject, self._sentences[number]):
            return None
        return Quote(
            *span,
            speaker=meant.entity,
            speaker_span=subject.span,
            resolved=True,
            speaker_text=meant.words or subject.span.of(self._text),
            manner=HowSaid.SAID,
        )

    def _after_colon(self, span: Span, first: Span) -> Quote | None:
        """« Léa Arnal est formelle : “…” », « Léa Arnal : “…” »."""
        lead = self._masked[first.start : span.start]
        if ":" not in lead or MASK in lead or len(lead) > _LEAD or not _COLON_ENDS.search(lead):
            return None
        if _HEARD.search(lead):
            return None
        labelled = self._by_label(span, first)
        if labelled is not None:
            return labelled
        subject = subject_of_sentence(self._masked, first.start, span.start, self._spoken)
        persons = [
            m for m in self._spoken if m.kind is Kind.PERSON and first.start <= m.start < span.start
        ]
        # « Léa Arnal, proche de Hugo Brun : “…” ».
        persons = [
            m for m in persons if not is_governed(self._masked, first.start, m.start)
        ] or persons
        if subject is None and persons and _REACTION.search(lead):
            subject = Speaker(persons[0].entity, Span(persons[0].start, persons[0].end))
        if subject is None or {m.entity for m in persons} != {subject.entity}:
            return self._of_words(span, lead)
        return None if self._is_of_a_matter(subject, first) else self._by(span, subject)

    def _is_of_a_matter(self, subject: Speaker, first: Span) -> bool:
        """« Procès Brun : “…” »: the name tells which trial, not who speaks."""
        beside = _NOUN_BESIDE.search(self._text, first.start, subject.span.start)
        opens = _FIRST_WORD.match(self._text, *subject.span)
        return any(is_matter(found[1]) for found in (beside, opens) if found is not None)

    def _by_label(self, span: Span, first: Span) -> Quote | None:
        """« EN DIRECT. Léa Arnal : “…” », « Le port vendu – Léa Arnal (CGT) : “…” »: a name apart before the colon."""
        label = _LABEL.search(self._masked, first.start, span.start)
        if label is None:
            return None
        named = mentions_inside(self._spoken, label.start("name"), span.start)
        if not named or named[0].start != label.start("name"):
            return None
        person = named[0]
        if person.kind is not Kind.PERSON or not _LABEL_ENDS.match(
            self._masked, person.end, span.start
        ):
            return None
        return self._by(span, Speaker(person.entity, Span(person.start, person.end)))

    def _by(self, span: Span, subject: Speaker, *, resolved: bool = False) -> Quote:
        return Quote(
            *span,
            speaker=subject.entity,
            speaker_span=subject.span,
            resolved=resolved,
            speaker_text=subject.span.of(self._text),
            manner=HowSaid.SAID,
        )

    def _of_words(self, span: Span, lead: str) -> Quote | None:
        """« La préfecture est formelle : “…” »."""
        words = span.of(self._text)
        if len(_WORD.findall(words)) < _CLAUSE - 1:
            return None
        if not (is_spoken(words) or _STATE.search(lead)):
            return None
        return self._of_subject(span, self._number(span.start))

    def _heading(self, span: Span, first: Span) -> Quote | None:
        """« “Nous partons” : Léa Arnal quitte le port », « “Nous partons” : la colère de Léa Arnal »."""
        colon = _HEADING.match(self._masked, span.end, first.end)
        if colon is None or re.search(r"\w", self._masked[first.start : span.start]):
            return None
        words = span.of(self._text)
        if len(_WORD.findall(words)) < _CLAUSE - 1 and not is_spoken(words):
            # « “Biens mal acquis” : Hugo Brun condamné » is a name of something.
            return None
        named = of_heading(self._masked, colon.end(), first.end, self._spoken)
        if named is not None:
            return self._given(span, named)
        subject = subject_of_sentence(self._masked, colon.end(), first.end, self._spoken)
        if subject is None or not is_person(subject.entity):
            return None
        return self._by(span, subject, resolved=True)

    def _continued(self, span: Span, first: Span, *, alone: bool) -> Quote | None:
        """A sentence of quotation goes on with the speaker of the one before, if nobody else is named.

        One that ends without a stop is a heading, and none that goes on.
        """
        previous = self._done[-1]
        if is_told_of(self._text, span.start):
            return None
        if _BETWEEN_DASHES.match(self._text, span.end) and _AFTER_DASH.search(
            self._text, max(0, span.start - 6), span.start
        ):
            return None
        if alone:
            ends = self._text[span.end - 1] in ".!?…" or _STOPPED.match(self._text, span.end)
            if span.length < _FEWEST or not ends:
                return None
        elif self._is_joined(previous, span):
            pass
        elif len(_WORD.findall(span.of(self._text))) < _CLAUSE or any(
            m.kind in _ANOTHER and m.entity != previous.speaker
            for m in self._spoken
            if min(previous.end, first.start) <= m.start < self._sentence(span.end - 1).end
            and not (
                previous.speaker_span
                and previous.speaker_span.start <= m.start < previous.speaker_span.end
            )
        ):
            return None
        if previous.speaker_text is None or previous.manner in (HowSaid.TITLE, HowSaid.IRONIC):
            return None
        at = self._number(span.start)
        near = at == 0 or previous.end > self._sentences[at - 1].start
        if not near:
            return None
        between = self._masked[previous.end : span.start]
        if "\n" in between and re.search(r"\n.*\w", between, re.DOTALL):
            return None
        manner = HowSaid.REPORTED if previous.manner is HowSaid.REPORTED else HowSaid.SAID
        if previous.manner is HowSaid.CONDITIONAL:
            manner = HowSaid.CONDITIONAL
        # « recommande de “…” et de “…” »: one verb gives both.
        verb = previous.verb if previous.start >= first.start else None
        return replace(
            previous, start=span.start, end=span.end, verb=verb, resolved=True, manner=manner
        )

    def _is_joined(self, previous: Quote, span: Span) -> bool:
        """« des “regrets” et un “dépit” »: one verb gives both."""
        return not self._text[span.start].isupper() and are_joined(self._text, previous, span)

    def _sentence(self, at: int) -> Span:
        return self._sentences[self._number(at)] if self._sentences else Span(at, at)

    def _number(self, position: int) -> int:
        return (bisect_right(self._starts, position) or 1) - 1
