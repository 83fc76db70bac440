"""Reads the claims of an article, sentence by sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from math import inf

from index.claims.before import Before, after
from index.claims.clocks import Clock, clocks
from index.claims.lexicon import lexicon
from index.claims.manner import SaidHow, said
from index.claims.number import Number
from index.claims.numbers import numbers
from index.claims.of_things import Hit
from index.claims.outcomes import Outcome, outcomes
from index.claims.restriction import with_only
from index.claims.sentence import Sentence, sentences_of
from index.claims.told_days import told_days
from index.french.denial import denial
from index.model.article import DateMention, Quantity
from index.model.claims import Claim, ClaimKind, ClaimManner, Part
from index.model.text import Span

_DEADLINE = re.compile(
    r"(?P<how>jusqu['’](?:à|au|en)|pas[ \u00a0]avant|d['’]ici(?:[ \u00a0](?:à|au|la|fin))?|à[ \u00a0]partir[ \u00a0]d[eu]|à[ \u00a0]compter[ \u00a0]d[eu]|dès|depuis|avant(?:[ \u00a0]le)?|après(?:[ \u00a0]le)?)[ \u00a0]*(?:l[ea][ \u00a0]|les[ \u00a0]|l['’]|fin[ \u00a0])?$",
    re.IGNORECASE,
)
_DENIABLE = frozenset(
    (ClaimKind.COUNT, ClaimKind.STATUS, ClaimKind.CAUSE, ClaimKind.MONEY, ClaimKind.CLASSIFICATION)
)
_POINTS_BACK = re.compile(
    r"[\s«“\"]*(?:Ils?|Elles?|Sa|Son|Ses|Leurs?|Celui-ci|Celle-ci|Ce dernier|Cette dernière|Parmi|Tous|Toutes|Trois|Deux|Quatre|Une? (?:dizaine|douzaine))\b|[^.]{0,40}\b(?:d['’]entre eux|d['’]entre elles)"
)
_SHORT = 90
"""The longest sentence that may only deny the one before it."""


def claims_of(
    text: str,
    spans: Sequence[Span],
    quantities: Sequence[Quantity],
    dates: Sequence[DateMention],
    *,
    part: Part = Part.TEXT,
    anchor: date | None = None,
) -> tuple[Claim, ...]:
    """The claims of a text whose sentences, figures and dates are known, in order.

    `anchor` is the day from which « jusqu'à jeudi » looks ahead.
    """
    quantity_starts = [quantity.start for quantity in quantities]
    date_starts = [mention.start for mention in dates]
    found: list[Claim] = []
    before = Before()
    last: list[Claim] = []
    for sentence in sentences_of(text, spans, lexicon()):
        span = sentence.span
        low, high = bisect_left(quantity_starts, span.start), bisect_left(quantity_starts, span.end)
        own = quantities[low:high]
        low, high = bisect_left(date_starts, span.start), bisect_left(date_starts, span.end)
        days = told_days(sentence, dates[low:high], anchor)
        carried = before.who if _POINTS_BACK.match(text, span.start, span.end) else ()
        reading = _Reading(sentence, part, carried, before, anchor)
        figures = list(numbers(sentence, own, before, today=anchor))
        new = list(reading.claims(figures, own, days))
        if not new and last and span.length < _SHORT and _bare_denial().match(span.of(text)):
            new = [_denied(claim, sentence) for claim in last if claim.kind in _DENIABLE]
        found += new
        last = new
        before = after(before, sentence, figures)
    return tuple(found)


def _denied(claim: Claim, sentence: Sentence) -> Claim:
    """The claim of the sentence before, as denied by « la préfecture dément » alone."""
    return claim._replace(
        start=sentence.span.start,
        end=sentence.span.end,
        sentence=sentence.span,
        manner=ClaimManner.DENIED,
        speaker=_denier(sentence),
        resolved=True,
    )


def _denier(sentence: Sentence) -> Span | None:
    """Who denies in « la préfecture dément »: the words before the verb."""
    match = _who_denies().match(sentence.text, sentence.span.start, sentence.span.end)
    return Span(*match.span("who")) if match else said(sentence, sentence.span.start).speaker


@cache
def _bare_denial() -> re.Pattern[str]:
    """The pattern of a short sentence that denies and says little else: « La préfecture dément. »"""
    words = denial()
    return re.compile(
        # « a démenti toute implication » denies that, not what stands before.
        rf"^(?:[^.]{{0,60}}?)\b(?:{words.governing}|{words.unconfirmed})\b"
        r"(?:[ \u00a0](?!tout|avoir|être|un[e ]|d['’])[^.]{0,25})?[.!]?$",
        re.IGNORECASE,
    )


@cache
def _who_denies() -> re.Pattern[str]:
    words = denial()
    return re.compile(
        rf"(?P<who>[^,;:.]{{3,48}}?)[ \u00a0](?:(?:a[ \u00a0])?(?:{words.governing})\b|ne[ \u00a0]confirme|n['’]a[ \u00a0]pas|a[ \u00a0]refusé)",
        re.IGNORECASE,
    )


class _Reading:
    """The claims of one sentence."""

    def __init__(
        self,
        sentence: Sentence,
        part: Part,
        before: tuple[str, ...],
        context: Before,
        anchor: date | None,
    ) -> None:
        self._sentence = sentence
        self._before = context
        asked = context.events
        self._part = part
        self._anchor = anchor
        self._manners: dict[Span, SaidHow] = {}
        own = tuple(dict.fromkeys(hit.word.value for hit in sentence.of("event")))
        self._asked = asked
        self._events = (*own, *(each for each in asked if each not in own))
        named = tuple(dict.fromkeys(hit.word.value for hit in sentence.of("who")))
        self._people = named
        self._who = named or before
        self._clocks: Sequence[Span] = ()

    def claims(
        self,
        figures: Sequence[Number],
        quantities: Sequence[Quantity],
        dates: Sequence[DateMention],
    ) -> Iterator[Claim]:
        text = self._sentence.text
        # « à 8 heures locales (23H00 GMT) » is one time.
        times = [
            clock for clock in clocks(text, self._sentence.span)
            if not (_OPENED.search(text, clock.span.start - 20, clock.span.start) and _GMT.match(text, clock.span.end))
        ]  # fmt: skip
        sure = [clock.span for clock in times if clock.sure]
        for number in figures:
            # « Il était un peu plus de 16 heures » lasts no 16 hours.
            timed = any(number.span.overlaps(each) for each in sure)
            if not (timed or self._rate(number) or self._set_right(number.span.start)):
                yield self._figure(number)
        self._clocks = [clock.span for clock in times]
        for clock in times:
            counted = any(q.start < clock.span.end and clock.span.start < q.end for q in quantities)
            if (clock.sure or not counted) and not self._set_right(clock.span.start):
                yield self._clock(clock)
        for day in dates:
            if day.earliest and day.latest and not self._set_right(day.start):
                yield self._day(day)
        for outcome in outcomes(self._sentence, self._before):
            yield self._outcome(outcome)

    def _set_right(self, place: int) -> bool:
        """Whether a value is the one that a sentence sets right: « le 15 septembre, et non en juillet »."""
        floor = max(self._sentence.span.start, place - _NOT_REACH)
        return _NOT.search(self._sentence.text, floor, place) is not None

    def _negated(self, outcome: Outcome) -> bool:
        """Whether an outcome is denied; « ne pas y pénétrer en raison de la pluie » denies no cause."""
        text, span = self._sentence.text, outcome.span
        if outcome.kind is ClaimKind.CAUSE and _BECAUSE.search(
            text, self._sentence.span.start, span.start
        ):
            return False
        if self._given_up(span):
            return True
        return self._sentence.negated(span.start, span.end)

    def _given_up(self, span: Span) -> bool:
        """Whether an outcome is what was supposed and is so no longer: « la thèse du courriel piégé est abandonnée »."""
        text, whole = self._sentence.text, self._sentence.span
        if self._sentence.words.isdisjoint(_SUPPOSED_WORDS):
            return False
        low = max(whole.start, span.start - _NOT_REACH)
        led = _SUPPOSED.search(text, low, span.start)
        return led is not None and _GIVEN_UP.match(text, span.end, whole.end) is not None

    def _rate(self, number: Number) -> bool:
        """Whether a count is one of so many: « 158 cas pour 100.000 habitants »."""
        text = self._sentence.text
        return number.kind is ClaimKind.COUNT and _FOR.match(text, number.span.end) is not None

    def _manner(self, place: int) -> SaidHow:
        clause = self._sentence.clause(place)
        if clause not in self._manners:
            self._manners[clause] = said(self._sentence, place)
        return self._manners[clause]

    def _figure(self, number: Number) -> Claim:
        manner = self._manner(number.span.start)
        number = self._beyond(number)
        low, high = f"{number.low:.10g}", f"{number.high:.10g}"
        value = low if low == high else f"{low}–{high}"
        denied = (
            number.low > 0
            and number.kind is not ClaimKind.AGE
            and self._sentence.denied(number.span.start)
            and not _THE.search(self._sentence.text, number.span.start - 6, number.span.start + 6)
        )
        who = number.who or (self._who if number.kind is ClaimKind.AGE else ())
        return Claim(
            number.kind, number.of, number.span.start, number.span.end, value, self._sentence.span,
            number.low, number.high, number.unit, (*who, *self._events),
            ClaimManner.DENIED if denied else manner.manner, manner.speaker, part=self._part,
            was=number.was, now=number.now, partial=number.partial, resolved=number.resolved,
            thing=number.thing,
        )  # fmt: skip

    def _beyond(self, number: Number) -> Number:
        """A figure that is a mark which was passed, as all that lies beyond it: « a franchi le seuil des 4.000 cas »."""
        if self._sentence.words.isdisjoint(_MARKS) or number.low != number.high:
            return number
        low = max(self._sentence.span.start, number.span.start - _MARK_REACH)
        mark = _MARK.search(self._sentence.text, low, number.span.start)
        if mark is None:
            return number
        return number._replace(low=-inf) if mark["below"] else number._replace(high=inf)

    def _clock(self, clock: Clock) -> Claim:
        manner = self._manner(clock.span.start)
        near = _near(self._sentence, clock.span, self._clocks)
        return Claim(
            ClaimKind.TIME, "", clock.span.start, clock.span.end, clock.value, self._sentence.span,
            clock.low, clock.high, "minute", (*near, *self._asked, *self._people),
            manner.manner, manner.speaker, part=self._part, resolved=bool(self._asked),
        )  # fmt: skip

    def _day(self, day: DateMention) -> Claim:
        assert day.earliest and day.latest
        sentence = self._sentence
        first, last = date.fromisoformat(day.earliest), date.fromisoformat(day.latest)
        floor = max(sentence.span.start, day.start - 20)
        lead = _DEADLINE.search(sentence.text, floor, day.start)
        start = lead.start() if lead else day.start
        how = re.split(r"[ \u00a0'’]", lead["how"].lower())[0] if lead else ""
        put_off = _PUT_OFF.search(sentence.text, sentence.span.start, day.start) is not None
        if (how in _AHEAD or put_off) and self._anchor and last < self._anchor and _WEEKDAY.fullmatch(
            sentence.text, day.start, day.end
        ):  # fmt: skip
            first, last = first + timedelta(7), last + timedelta(7)
        value = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
        manner = self._manner(day.start)
        return Claim(
            ClaimKind.DATE, "", start, day.end, value, sentence.span,
            float(first.toordinal()), float(last.toordinal()), how or None,
            (*_near(sentence, Span(day.start, day.end)), *self._asked, *self._people),
            manner.manner, manner.speaker, part=self._part,
        )  # fmt: skip

    def _outcome(self, outcome: Outcome) -> Claim:
        span, sentence = outcome.span, self._sentence
        manner = self._manner(span.start)
        told = manner.manner
        cleared = outcome.of == "offence" and _CLEARED.search(
            sentence.text, sentence.clause(span.start).start, span.start
        )
        if outcome.denied:
            told = ClaimManner.DENIED
        elif outcome.denied is None and (cleared or self._negated(outcome)):
            told = ClaimManner.DENIED
            span = Span(sentence.denial_start(span.start), span.end)
        elif outcome.hedged and told in (ClaimManner.PLAIN, ClaimManner.ATTRIBUTED):
            told = ClaimManner.CONDITIONAL
        if (
            outcome.kind is ClaimKind.STATUS
            and outcome.denied is None
            and _NO.search(sentence.text, *span)
        ):
            # « ne | paierons pas » is cut before its « ne ».
            low = max(sentence.span.start, span.start - _LEFT_REACH)
            left = _LEFT.search(sentence.text, low, span.start)
            span = Span(left.start(), span.end) if left else span
        if outcome.kind is ClaimKind.STATUS and told is not ClaimManner.DENIED:
            span = with_only(sentence.text, span, sentence.span.end)
        return Claim(
            outcome.kind, outcome.of, span.start, span.end, outcome.value, sentence.span,
            float(outcome.rank), float(outcome.rank), None, (*self._who, *self._events), told,
            manner.speaker, part=self._part, thing=outcome.thing,
        )  # fmt: skip


_MARKS = frozenset(("seuil", "barre", "cap"))
_MARK = re.compile(
    r"(?P<below>\bsous[ \u00a0](?:le|la)[ \u00a0]|\bdessous[ \u00a0](?:de[ \u00a0]la|du)[ \u00a0])?\b(?:seuil|barre|cap)[ \u00a0](?:symbolique[ \u00a0]|fatidique[ \u00a0])?(?:des?[ \u00a0]|d['’])$",
    re.IGNORECASE,
)
_MARK_REACH = 60
_SUPPOSED_WORDS = frozenset(("thèse", "piste", "hypothèse", "scénario"))
_SUPPOSED = re.compile(
    r"\b(?:thèse|piste|hypothèse|scénario)[ \u00a0](?:de[ \u00a0](?:la[ \u00a0]|l['’])?|du[ \u00a0]|d['’](?:une?[ \u00a0])?|des[ \u00a0])$",
    re.IGNORECASE,
)
_GIVEN_UP = re.compile(
    r"[^.;:«»]{0,30}?[ \u00a0](?:abandonnée?|écartée?|exclue?|rejetée?|exclue|ne[ \u00a0]tient[ \u00a0]p(?:as|lus))\b",
    re.IGNORECASE,
)
_LEFT = re.compile(r"(?<!\w)(?:ne[ \u00a0]|n['’])(?:[^\W\d_]{1,12}[ \u00a0])?$", re.IGNORECASE)
_LEFT_REACH = 18
"""The characters of « ne » and of a verb."""
_NO = re.compile(r"(?<!\w)(?:pas|plus|jamais|rien|aucune?|point|ni)(?!\w)")
_OPENED = re.compile(r"\((?:\d{1,2}[hH]\d{0,2}[ \u00a0](?:et|à|-)[ \u00a0])?$")
_NOT = re.compile(r"\bnon(?:[ \u00a0]pas)?[ \u00a0](?:[^\W\d_]{1,4}[ \u00a0]){0,2}$", re.IGNORECASE)
_NOT_REACH = 24
"""The characters of « non pas en » and of an article."""
_GMT = re.compile(r"[ \u00a0](?:GMT|UTC)\)")
_FOR = re.compile(
    r"[ \u00a0](?:[^\W\d_]+[ \u00a0])?pour[ \u00a0](?:100|1[. \u00a0\u202f]?000|10[. \u00a0\u202f]?000|100[. \u00a0\u202f]?000|mille|un[ \u00a0]million|cent)\b"
)
_BECAUSE = re.compile(
    r"(?:en[ \u00a0]raison|à[ \u00a0]cause|à[ \u00a0]la[ \u00a0]suite|du[ \u00a0]fait)[ \u00a0]d[^.,;]{0,24}$",
    re.IGNORECASE,
)
_THE = re.compile(r"\b(?:les|ces|ses|leurs|nos)[ \u00a0]", re.IGNORECASE)
"""« récuse que les 14 accusés … »: how many they are is not denied."""
_PUT_OFF = re.compile(
    r"(?:report|repouss|décal|ajourn|prévu|attendu)\w*(?:[ \u00a0][^\W\d_]+){0,4}?[ \u00a0](?:à|au|pour)[ \u00a0]$",
    re.IGNORECASE,
)
_CLEARED = re.compile(r"\b(?:relaxée?s?|acquittée?s?|blanchie?s?|non-lieu)\b", re.IGNORECASE)
_AHEAD = ("jusqu", "pas", "d", "à")
_WEEKDAY = re.compile(r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)", re.IGNORECASE)


_COUNTED_FROM = re.compile(
    r"\b(?:après|avant|depuis|dès)[ \u00a0](?:(?:le|la|les|cet|cette|ce|ces|son|sa|ses|leurs?)[ \u00a0]|l['’])(?:[^\W\d_]+[ \u00a0])?$",
    re.IGNORECASE,
)
"""« vingt minutes après l'accident »: a time is counted from it, and is not its own."""


def _near(sentence: Sentence, span: Span, rivals: Sequence[Span] = ()) -> tuple[str, ...]:
    """The events of a sentence, those of the clause around a place first; what happens right beside another of several
    hours is not told of this one, where this one has its own.
    """
    clause, generic = sentence.clause(span.start), lexicon().generic
    hits = [
        hit for hit in sentence.of("event")
        if not _COUNTED_FROM.search(sentence.text, max(sentence.span.start, hit.start - 30), hit.start)
    ]  # fmt: skip
    if len(rivals) > 1:
        own = [hit for hit in hits if min(rivals, key=lambda each: _gap(each, hit)) == span]
        hits = own or hits
    hits.sort(
        key=lambda hit: (
            hit.word.value in generic,
            not clause.start <= hit.start < clause.end,
            abs(hit.start - span.start),
        )
    )
    return tuple(dict.fromkeys(hit.word.value for hit in hits))


def _gap(span: Span, hit: Hit) -> int:
    """The characters between an hour and a word; what stands behind the hour is nearer to the next one."""
    return span.start - hit.end if hit.end <= span.start else 2 * max(0, hit.start - span.end)
