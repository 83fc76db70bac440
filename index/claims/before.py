"""What the sentences before one told, for the words in it that point back."""

from __future__ import annotations

# ruff: noqa: SIM905 -- word lists are easier to read and to mend as running text
import re
from typing import NamedTuple

from index.claims.number import Number
from index.claims.sentence import Sentence
from index.french.plurals import singular
from index.model.claims import ClaimKind

_S = r"[^\S\t-\r]"
_ASKED = re.compile(
    rf"(?:\b[Cc]ombien{_S}(?:de{_S}|d['’])|\b[Nn]ombre{_S}(?:de{_S}|d['’]|des{_S})|^(?:Et{_S})?[LlDdCcSs]es{_S})(?P<noun>[^\W\d_]+(?:-[^\W\d_]+)*)"
)
_WHY = re.compile(
    r"\b(?:causes?|origine|[Pp]ourquoi ce|[Pp]ourquoi cette|[Pp]ourquoi (?:le|la|l['’])|[Dd]['’]où (?:vient|est|sont|viennent|provient))\b"
)
_WHO = re.compile(r"(?:Et |Mais )?Qui (?:[a-zéèêàâôîû]+)\b|\b(?:Par|par|De) qui\b")
_NAMES = re.compile(
    r"(?:M\.|Mme|Mlle|Me)[ \u00a0](?:[A-ZÀ-ÞŒ][\w'’-]+[ \u00a0])?[A-ZÀ-ÞŒ][\w'’-]+|[A-ZÀ-ÞŒ][\w'’-]+[ \u00a0][A-ZÀ-ÞŒ][\w'’-]+"
)
_RECENT = 3
_SUBJECT = re.compile(
    rf"(?:\b(?:[Ll]es|[Dd]es|[Cc]es|[Ss]es|[Nn]os|[Ll]eurs|{_S}aux){_S}(?:autres{_S}|jeunes{_S}|nouveaux{_S}|nouvelles{_S})?)(?P<noun>(?:[^\W\d_]+-)?[^\W\d_]{{3,}}[sx])(?![\w-])"
)
_NO_THINGS = frozenset(
    "fois ans mois jours heures semaines minutes secondes années temps moyens choses faits"
    " propos frais deux trois autres uns euros dollars lieux alentours environs côtés yeux"
    " mains pieds mots termes".split()
)
_HOW_MANY = frozenset(["combien"])
_FAR = 2
"""The sentences after which a count or an amount is no longer pointed back to."""


class Thing(NamedTuple):
    """Who or what is counted."""

    noun: str = ""
    """In the singular; empty if none is known."""
    who: tuple[str, ...] = ()
    state: str = ""


class Before(NamedTuple):
    """What is known when a sentence begins."""

    who: tuple[str, ...] = ()
    """The classes of the people mentioned last."""
    events: tuple[str, ...] = ()
    """The events that a question right before asks about."""
    asked: Thing | None = None
    """What a question right before asks the number of."""
    last: Number | None = None
    """The last count of the sentence right before, which « ils étaient quatre » repeats."""
    counts: tuple[tuple[int, Number], ...] = ()
    """The last counts, each with the sentences since."""
    money: tuple[int, Number] | None = None
    """The last amount of money, with the sentences since."""
    why: bool = False
    """Whether a question right before asks for a cause."""
    who_asked: bool = False
    """Whether a question right before asks who it was."""
    recent: tuple[Sentence, ...] = ()
    """The sentences right before, the nearest first."""
    length: Number | None = None
    """The length of time that the sentence right before gives last, if it counts nothing after it."""
    fate: str = ""
    """The fate of people counted last: what a toll without a noun counts."""

    @property
    def amount(self) -> Number | None:
        return self.money[1] if self.money else None

    @property
    def name(self) -> str:
        """The person named last, by full name or with a title, if it is near."""
        for sentence in self.recent:
            names = _NAMES.findall(sentence.text, sentence.span.start, sentence.span.end)
            if names:
                return str(names[-1])
        return ""

    def thing(self, *, near: bool = False) -> Thing:
        """What a number without a noun counts: what is asked for, what was counted, or the subject
        before; with `near`, in the sentence right before only.
        """
        if self.asked is not None:
            return self.asked
        for age, number in self.counts:
            if (number.unit or number.who) and not (near and age):
                return Thing(number.unit or "", number.who)
        for sentence in self.recent[:1]:
            text, span = sentence.text, sentence.span
            for match in _SUBJECT.finditer(text, span.start, span.end):
                noun = match["noun"].lower()
                if noun not in _NO_THINGS:
                    who = _who_at(sentence, match.start("noun"))
                    return Thing(singular(noun), who)
        return Thing("", self.who)


def _who_at(sentence: Sentence, at: int) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(h.word.value for h in sentence.hits if h.start == at and h.word.room == "who")
    )


_FATES = frozenset(["dead", "wounded", "ill", "missing", "hospital", "evacuated", "held"])


def after(before: Before, sentence: Sentence, figures: list[Number]) -> Before:
    """What is known after a sentence, whose figures are given."""
    text, span = sentence.text, sentence.span
    named = tuple(dict.fromkeys(hit.word.value for hit in sentence.of("who")))
    question = text[span.start : span.end].rstrip(" »\u00a0\u202f").endswith("?")
    own = [number for number in figures if number.kind is ClaimKind.COUNT]
    older = tuple((age + 1, number) for age, number in before.counts if age + 1 < _FAR)
    amounts = [n for n in figures if n.kind is ClaimKind.MONEY and n.low > 0]
    money = before.money
    if amounts:
        money = (0, amounts[-1])
    elif money is not None:
        money = (money[0] + 1, money[1]) if money[0] + 1 < _FAR else None
    fates = [number.of for number in own if number.of in _FATES]
    return Before(
        who=named or before.who,
        events=tuple(hit.word.value for hit in sentence.of("event")) if question else (),
        asked=_asked(sentence, before) if question else None,
        last=own[-1] if own else None,
        why=question and _WHY.search(text, span.start, span.end) is not None,
        counts=(*((0, number) for number in own), *older)[:3],
        money=money,
        who_asked=question and _WHO.search(text, span.start, span.end) is not None,
        recent=(sentence, *before.recent[: _RECENT - 1]),
        length=_last_length(figures),
        fate=fates[-1] if fates else before.fate,
    )


def _last_length(figures: list[Number]) -> Number | None:
    last = max(figures, key=lambda number: number.span.start, default=None)
    return last if last is not None and last.kind is ClaimKind.DURATION else None


def _asked(sentence: Sentence, before: Before) -> Thing | None:
    """What a question asks the number of: « Combien d'absences ? », « Et les arrestations ? »."""
    text, span = sentence.text, sentence.span
    match = _ASKED.search(text[span.start : span.end])
    states = [hit.word.value for hit in sentence.of("state")]
    if match is None:
        if states:
            return Thing(state=states[0])
        return before.thing() if sentence.words & _HOW_MANY else None
    at = span.start + match.start("noun")
    own = [h.word.value for h in sentence.hits if h.start == at and h.word.room == "state"]
    return Thing(singular(match["noun"].lower()), _who_at(sentence, at), (own or states or [""])[0])
