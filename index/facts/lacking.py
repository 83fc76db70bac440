"""What one account says there is none of, and another has."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from index.compare.statements import Statement
from index.facts.clauses import SAYING, Clause, clauses_of
from index.facts.event_words import Weights
from index.facts.polarity import Turned
from index.french.denial import denial
from index.french.families import of_one_word
from index.model.article import Article
from index.model.text import Span

_S = r"[^\S\t-\r]"


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
            for clause in clauses_of(text, statement, least=1):
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
                yield Turned(one.clause, other.clause, score=0.0)
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
    common = (ours.telling & theirs.telling) - {stem} - SAYING
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
