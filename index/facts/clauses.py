"""The clauses of a sentence, with what denies them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from index.compare.statements import Statement
from index.french.denial import denial
from index.model.text import Span

_FAR = 2
"""The number of other words behind which a negation does not reach."""
_S = r"[^\S\t-\r]"
_BREAK = re.compile(rf"[,;:()«»\n]|{_S}(?:mais|tandis{_S}que|alors{_S}que|et){_S}")
_NEGATED = re.compile(
    rf"\b(?:pas|jamais|rien|aucune?|nullement|ni|non(?!{_S}(?:seulement|plus)\b)(?={_S}(?:d['’]|de{_S}|pas{_S}|une?{_S}|l|[^\W\d_]+(?:és?|ées?|is|ise|ises|us?|ues?)\b))|sans(?!{_S}(?:précédent|doute|cesse|compter|surprise)))\b|\b(?:n['’]|ne{_S})(?=[^.]{{0,30}}\bplus\b)"
    # « Il ne peut être établi »: these verbs deny without « pas ».
    rf"|\bne{_S}(?=(?:peu[tx]|peuvent|pouvait|pouvaient|pourra|pourrait|sai[ts]|savent|savait|saurait|sauraient|ose|osent|cesse)\b)"
    # « Elle a tort de penser que »
    rf"|\b(?:a|ont|avait|avaient){_S}tort(?={_S}(?:de|d['’]))",
    re.IGNORECASE,
)
SAYING = frozenset(
    [
        "indiqu",
        "annonc",
        "declar",
        "affirm",
        "confirm",
        "precis",
        "estim",
        "expliqu",
        "assur",
        "ajout",
        "soulign",
        "rappel",
        "rapport",
        "repond",
        "repondu",
        "racont",
        "regrett",
        "dit",
        "confi",
        "ecrit",
        "lanc",
        "jug",
        "inform",
        "selon",
        "source",
        "commun",
    ]
)
"""Stems of what only says that something is said."""


@cache
def _refusing() -> re.Pattern[str]:
    words = denial()
    return re.compile(rf"\b(?:{words.verbs}|{words.refusing})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Clause:
    side: int
    span: Span
    sentence: Span
    stems: frozenset[str]
    turned: bool
    """Whether its words deny what it says, anywhere in it."""
    negative: bool = False
    """Whether its sentence denies or refuses something anywhere."""
    places: tuple[tuple[int, str], ...] = ()
    """Its stems with their places, in order."""
    negations: tuple[int, ...] = ()
    refusals: tuple[int, ...] = ()
    """The places of « pas », « aucun », and of « dément », « refuse »."""
    limited: bool = False
    """Whether it denies something up to a time only: « pas avant novembre »."""

    def denies(self, common: frozenset[str]) -> bool:
        """Whether its words deny what it has in common with another clause.

        In « renonce à son mandat pour créer une ONG » the refusal does not deny the second part.
        """
        # What both refuse, neither denies: « en refusant de le juger », in both.
        refusing = {at for at, stem in self.places if stem in common}
        negated = any(self._reaches(at, common) for at in self.negations)
        refused = any(
            self._reaches(at, common, onward=True) for at in self.refusals if at not in refusing
        )
        return negated != refused

    def _reaches(self, at: int, common: frozenset[str], *, onward: bool = False) -> bool:
        """Whether at most one other word stands between a place and the nearest common word.

        A refusal goes `onward`: what stands before it is its subject, unless nothing follows.
        """
        shared = [place for place, stem in self.places if stem in common]
        if onward:
            shared = [place for place in shared if place > at] or shared
        others = [place for place, stem in self.places if stem not in common]
        between = [
            sum(min(at, place) < other < max(at, place) for other in others) for place in shared
        ]
        return min(between, default=_FAR) < _FAR


def clauses_of(text: str, statement: Statement, *, least: int) -> Iterator[Clause]:
    start, end = statement.span
    bounds = _bounds(text, start, end)
    pieces = [Span(a, b) for a, b in pairwise(bounds) if b - a > 12]
    negative = any(words.search(text, start, end) for words in (_NEGATED, _refusing()))
    for piece in pieces:
        places = tuple(
            (token.start, stem)
            for token, stem in zip(statement.tokens, statement.stems, strict=True)
            if stem in statement.telling
            and stem not in SAYING
            and piece.start <= token.start < piece.end
        )
        refusals = _places(_refusing(), text, piece)
        if refusals and _THAT.search(text, refusals[0], piece.end):
            # Who denies is no part of what is denied: « le délégué dément que les pavés … ».
            denied = tuple(each for each in places if each[0] > refusals[0])
            places = denied if len(denied) > least else places
        stems = frozenset(stem for _, stem in places)
        if len(stems) >= least:
            negations = _places(_NEGATED, text, piece)
            if not negations and text[piece.start - 1 : piece.start] in _QUOTED:
                # « N'ont pas été provoquées “sur sa terrasse” » denies what is quoted.
                negations = _places(
                    _NEGATED, text, Span(max(start, piece.start - _LED), piece.start)
                )
            yield Clause(
                statement.side, piece, statement.span, stems, bool(negations) != bool(refusals),
                negative, places, negations, refusals,
                bool(negations) and _LIMITED.search(text, *piece) is not None,
            )  # fmt: skip


def _bounds(text: str, start: int, end: int) -> list[int]:
    """The places where a sentence falls apart into clauses; « dément que … » stays with what it denies."""
    marks = [(mark.start(), mark.end(), False) for mark in _BREAK.finditer(text, start, end)]
    marks += [(mark.start(), mark.end(), True) for mark in _SHOWN_THAT.finditer(text, start, end)]
    found = [start]
    for at, after, that in sorted(marks):
        governed = that and any(
            words.search(text, found[-1], at) for words in (_NEGATED, _refusing(), _NOT)
        )
        if not governed and after > found[-1]:
            found.append(after)
    return [*found, end]


_NOT = re.compile(rf"\b(?:ne{_S}|n['’])", re.IGNORECASE)
_THAT = re.compile(rf"{_S}(?:que{_S}|qu['’]|d['’]avoir|avoir{_S}|être{_S})")
_SHOWN_THAT = re.compile(
    rf"(?<!alors)(?<!tandis)(?<!ainsi)(?<!afin)(?<!plus)(?<!moins)(?<!autant)(?<!autre){_S}(?:que{_S}|qu['’])"
)
"""« Les images montrent que … », « il affirme que … »: what follows is told by itself."""
_QUOTED = ("«", "“", '"')
_LED = 60
"""The characters before a quotation among which the words that deny it stand."""
_LIMITED = re.compile(r"\b(?:avant|jusqu)", re.IGNORECASE)


def _places(words: re.Pattern[str], text: str, piece: Span) -> tuple[int, ...]:
    return tuple(match.start() for match in words.finditer(text, piece.start, piece.end))
