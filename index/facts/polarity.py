"""Clauses of two accounts that say the same thing, one of them denied or in the conditional."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise, product
from typing import NamedTuple

from index.compare.statements import Statement
from index.facts.event_words import Weights
from index.french.denial import denial
from index.french.families import of_one_word
from index.model.article import Article
from index.model.text import Span

_FAR = 2
"""The number of other words behind which a negation does not reach."""
_S = r"[ \u00a0\u202f]"
_BREAK = re.compile(rf"[,;:()«»\n]|{_S}(?:mais|tandis{_S}que|alors{_S}que|et){_S}")
_NEGATED = re.compile(
    rf"\b(?:pas|jamais|rien|aucune?|nullement|ni|non(?={_S}(?:d['’]|de{_S}|pas{_S}|une?{_S}|l|[^\W\d_]+(?:és?|ées?|is|ise|ises|us?|ues?)\b))|sans(?!{_S}(?:précédent|doute|cesse|compter|surprise)))\b|\b(?:n['’]|ne{_S})(?=[^.]{{0,30}}\bplus\b)"
    # « Il ne peut être établi »: these verbs deny without « pas ».
    rf"|\bne{_S}(?=(?:peu[tx]|peuvent|pouvait|pouvaient|pourra|pourrait|sai[ts]|savent|savait|saurait|sauraient|ose|osent|cesse)\b)"
    # « Elle a tort de penser que »
    rf"|\b(?:a|ont|avait|avaient){_S}tort(?={_S}(?:de|d['’]))",
    re.IGNORECASE,
)
_UNSURE = re.compile(
    rf"(?<![\w'’-])(?:n['’])?(?:aurait|auraient|serait|seraient)(?:-(?:t-)?(?:il|elle|ils|elles))?(?!\w)(?!{_S}(?:dû|pu|fallu|préféré|aimé|souhaité|voulu))|\bsource{_S}(?:proche|policière|judiciaire)|anonymat",
    re.IGNORECASE,
)
_IF = re.compile(rf"(?:^|{_S})(?:si|s['’]il){_S}", re.IGNORECASE)
_CONTAINED = 0.62
_MUTUAL = 0.7
_OPPOSED, _UNSURELY = 0.6, 0.34
"""The least share of the longer clause that both have, if one denies it, and if one is less sure."""
_SHARED = 2
_MASS = 4.5
"""What the shared stems of two clauses must weigh together."""


_SAYING = frozenset(
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
    unsure: bool
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


@dataclass(frozen=True, slots=True)
class Turned:
    """Two clauses of one content: one denies it, or gives it less surely."""

    one: Clause
    other: Clause
    denied: bool
    score: float


def turned(
    wholes: Sequence[Article], sides: Sequence[Sequence[Statement]], weights: Weights
) -> Iterator[Turned]:
    """Pairs of clauses of different accounts, the most alike first; each clause once."""
    clauses = [
        clause
        for side, statements in enumerate(sides)
        for statement in statements
        for clause in _clauses(wholes[side].text, statement)
    ]
    holders: dict[str, list[int]] = defaultdict(list)
    for number, clause in enumerate(clauses):
        for stem in clause.stems:
            holders[stem].append(number)
    shared: dict[tuple[int, int], float] = defaultdict(float)
    for stem, numbers in holders.items():
        weight = weights(stem)
        if len(numbers) > 40 or weight <= 0:
            continue
        for at, a in enumerate(numbers):
            for b in numbers[at + 1 :]:
                if clauses[a].side != clauses[b].side:
                    shared[a, b] += weight
    judged = (_judged(clauses, pair, mass, weights) for pair, mass in shared.items())
    found = [pair for pair in judged if pair is not None]
    found.sort(key=lambda each: (-each.score, each.one.span, each.other.span))
    seen: set[tuple[int, Span]] = set()
    for pair in found:
        ends = {(pair.one.side, pair.one.span), (pair.other.side, pair.other.span)}
        if not ends & seen:
            seen |= ends
            yield pair


def _judged(
    clauses: Sequence[Clause], pair: tuple[int, int], mass: float, weights: Weights
) -> Turned | None:
    """Two clauses whose common stems weigh `mass`, where one denies or doubts what the other says."""
    one, other = clauses[pair[0]], clauses[pair[1]]
    if mass < _MASS or not (one.turned or other.turned or one.unsure != other.unsure):
        return None
    common = one.stems & other.stems
    opposed = one.denies(common) != other.denies(common)
    if not opposed and one.unsure == other.unsure:
        return None
    least = min(weights.mass(one.stems), weights.mass(other.stems))
    most = max(weights.mass(one.stems), weights.mass(other.stems))
    # Two words in common are enough only where they are nearly all that both say.
    both = opposed and mass >= _MUTUAL * most
    enough = _SHARED if both else _SHARED + 1
    if len(common) < enough or mass < _CONTAINED * least:
        return None
    if mass < (_OPPOSED if opposed else _UNSURELY) * most:
        return None
    if opposed and (
        _both_ways(common, (one, other), clauses)
        or not _denies_it(one if one.denies(common) else other, common, weights)
    ):
        return None
    return Turned(one, other, opposed, mass / least)


def _denies_it(clause: Clause, common: frozenset[str], weights: Weights) -> bool:
    """Whether most of what stands behind the denial is what both say.

    « N'a pas souhaité faire de commentaire » denies no other wish, and « pas avant novembre » nothing.
    """
    denials = sorted((*clause.negations, *clause.refusals))
    behind = [stem for place, stem in clause.places if place > denials[-1]]
    return (
        bool(behind)
        and behind[0] in common
        and weights.mass(common.intersection(behind)) >= _BEHIND * weights.mass(behind)
        and not clause.limited
    )


def _both_ways(
    common: frozenset[str], pair: tuple[Clause, Clause], clauses: Sequence[Clause]
) -> bool:
    """Whether an account says both itself: « celles que l'on connaît, et celles que l'on ne connaît pas »."""
    return any(
        clause.side == mine.side
        and clause is not mine
        and common <= clause.stems
        and clause.denies(common) != mine.denies(common)
        for mine in pair
        for clause in clauses
    )


def lacking(
    wholes: Sequence[Article], sides: Sequence[Sequence[Statement]], weights: Weights
) -> Iterator[Turned]:
    """What one account says there is none of, and another has: « pas de lisier », « n'était pas équipée ».

    Only a word that few sentences of the event hold, and that the account which denies it says nowhere
    else; each word once. The two sentences have another word or a name in common, and the other account
    names the thing as one that is there: « l’enveloppe », not « en réponse à ».
    """
    having: dict[str, list[_Held]] = defaultdict(list)
    without: dict[str, list[_Held]] = defaultdict(list)
    for side, statements in enumerate(sides):
        text = wholes[side].text
        for statement in statements:
            ends = {match.end() for match in _LACKING.finditer(text, *statement.span)}
            for clause in _clauses(text, statement, least=1):
                for token, stem in zip(statement.tokens, statement.stems, strict=True):
                    if (
                        stem not in clause.stems
                        or text[token.start].isupper()
                        or not clause.span.contains(Span(token.start, token.end))
                    ):
                        continue
                    before = max(0, token.start - _JUST_BEFORE), token.start
                    if token.start in ends:
                        thing = _NONE.search(text, *before) or _NOT_PLANNED.match(text, token.end)
                        such = _NOT_SUCH.search(text, *before)
                        into = without
                    elif clause.turned:
                        without.setdefault(stem, [])
                        continue
                    else:
                        thing, such = _THERE.search(text, *before), _SUCH.search(text, *before)
                        into = having
                    into[stem].append(
                        _Held(clause, statement, token.exact, thing is not None, such is not None)
                    )
    for stem in sorted(without):
        if len(stem) < _LONG or weights.held(stem) > _RARE:
            continue
        denying, holding = without[stem], having.get(stem, [])
        sides_denying = {held.clause.side for held in denying}
        others = [held for held in holding if held.clause.side not in sides_denying]
        if len(sides_denying) != 1 or not others or len(holding) > len(others):
            continue
        for one, other in product(denying, others):
            if _in_one_context(one, other, stem, weights):
                yield Turned(one.clause, other.clause, denied=True, score=0.0)
                break


class _Held(NamedTuple):
    """A word in a clause of an account."""

    clause: Clause
    statement: Statement
    word: str
    thing: bool = False
    """Whether it is named as a thing that is there (« une », « leurs »), or is not at all (« il n'y a pas
    de »).
    """
    such: bool = False
    """Whether something is said to be such, or not (« était équipée »)."""


def _in_one_context(one: _Held, other: _Held, stem: str, weights: Weights) -> bool:
    """Whether the other has the same noun as a thing that is there, in a sentence with something else
    in common.
    """
    if one.clause.limited or not of_one_word(one.word, other.word) or _is_idle(one.word):
        return False
    ours, theirs = one.statement, other.statement
    if one.thing or (one.such and other.such):
        return True
    common = (ours.telling & theirs.telling) - {stem} - _SAYING
    shared = ours.entities & theirs.entities
    few = any(weights.held(each) <= _FEW for each in common)
    return other.thing and (bool(shared) or few)


@lru_cache(maxsize=512)
def _is_idle(word: str) -> bool:
    return any(of_one_word(word, each) for each in denial().idle)


_JUST_BEFORE = 36
"""The characters before a word that tell whether it is there."""
_FEW = 8
"""Sentences of the event that hold another word in common at the most."""
_NONE = re.compile(
    rf"(?:(?:^|[\n.;:«“\"!?—–-]){_S}?Pas|\bn['’]y{_S}(?:a|avait|a{_S}eu){_S}pas){_S}(?:de{_S}|d['’])$",
    re.IGNORECASE,
)
_NOT_PLANNED = re.compile(
    rf"{_S}(?:n['’]est|ne{_S}sera|n['’]était){_S}(?:envisagé|prévu|programmé|attendu|constaté|signalé)e?\b"
)
"""What follows « aucun appel » where there is to be none at all."""
_NOT_SUCH = re.compile(
    rf"\b(?:n['’]|ne{_S})(?:est|sont|était|étaient|a|ont|avait|avaient){_S}(?:pas|jamais){_S}(?:été{_S})?$",
    re.IGNORECASE,
)
_SUCH = re.compile(
    rf"(?:\b(?:est|sont|était|étaient|été|semble|paraît|a|ont|avait|avaient|aura|auront)|\b[mntsl]['’](?:a|ont|avait|avaient|est|sont)){_S}(?:[^\W\d_]+{_S}et{_S})?(?:bien{_S}|très{_S}|déjà{_S}|finalement{_S})?$",
    re.IGNORECASE,
)
_THERE = re.compile(
    rf"\b(?:une?|l[ae]s?|l['’]|des|du|ce|cette|ces|cet|son|sa|ses|leurs?|deux|trois|quatre|cinq|six|\d+|plusieurs|faire|fait|fera|font)(?:{_S}(?!d)[^\W\d_]+)?{_S}?$",
    re.IGNORECASE,
)


_LACKING = re.compile(
    rf"(?:\b(?:aucune?|pas{_S}la{_S}moindre|sans{_S}(?:la{_S}moindre|le{_S}moindre|aucune?)|ni){_S}|\b(?:pas|sans){_S}(?:de{_S}|d['’])"
    rf"|\b(?:ne{_S}|n['’])(?:est|sont|était|étaient|portait|portaient|avait|avaient|a|ont){_S}(?:pas|jamais){_S}(?:été{_S}|de{_S}|d['’])?)",
    re.IGNORECASE,
)
_LONG = 4
"""Letters of a stem that tells what is lacking."""
_RARE = 4
"""Sentences of the event that hold it at the most."""


def _clauses(text: str, statement: Statement, *, least: int = _SHARED) -> Iterator[Clause]:
    start, end = statement.span
    bounds = _bounds(text, start, end)
    pieces = [Span(a, b) for a, b in pairwise(bounds) if b - a > 12]
    for piece in pieces:
        places = tuple(
            (token.start, stem)
            for token, stem in zip(statement.tokens, statement.stems, strict=True)
            if stem in statement.telling
            and stem not in _SAYING
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
            unsure = _UNSURE.search(text, piece.start, piece.end)
            hypothesis = unsure and _IF.search(text, start, unsure.start())
            if not negations and text[piece.start - 1 : piece.start] in _QUOTED:
                # « N'ont pas été provoquées “sur sa terrasse” » denies what is quoted.
                negations = _places(
                    _NEGATED, text, Span(max(start, piece.start - _LED), piece.start)
                )
            yield Clause(
                statement.side, piece, statement.span, stems, bool(negations) != bool(refusals),
                unsure is not None and not hypothesis, places, negations, refusals,
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
_BEHIND = 0.65
"""The share of the words behind a denial that both must have."""


def _places(words: re.Pattern[str], text: str, piece: Span) -> tuple[int, ...]:
    return tuple(match.start() for match in words.finditer(text, piece.start, piece.end))
