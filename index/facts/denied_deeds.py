"""What somebody denies to have done, and another account tells that he did: « Antoine a démenti avoir vu son père », « Antoine
avait vu son père ».

A verb of denial with an infinitive says whose deed it is and which, so that no line of it needs to be checked, as clauses
of like words do (`polarity.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from index.compare.statements import Statement
from index.facts.clauses import SAYING
from index.facts.event_words import Weights
from index.french.denial import denial
from index.french.families import of_one_word
from index.model.article import Article, EntityId, Kind
from index.model.claims import Claim, ClaimKind, ClaimManner
from index.model.text import Span
from index.text.folding import fold
from index.text.tokens import Token

_S = r"[^\S\t-\r]"
_SHARED = 0.6
"""The share of the words of a denied deed that the sentence which tells it has."""
_FEWEST = 2
_BESIDE = 60
"""The characters between who denies and the verb."""
_END = re.compile(r"[,;:.!?«»“”()\n]|$")
_NOT_DENIED = re.compile(rf"(?:\bn['’]|\bne{_S})[^,;:.]{{0,12}}$", re.IGNORECASE)
"""« n'a pas démenti avoir »"""
_SELF = re.compile(
    rf"(?:il|elle|ce dernier|cette dernière|l['’]intéressée?){_S}(?:[^\W\d_]+{_S}){{0,2}}$",
    re.IGNORECASE,
)

_NAME = re.compile(rf"\b(?P<name>[A-ZÀ-Þ][\w’'-]+),?{_S}$")


class DeniedDeed(NamedTuple):
    """A deed that one account tells, and its denial in another one."""

    told: Claim
    denied: Claim
    sides: tuple[int, int]
    """The accounts of both, in this order."""


def denied_deeds(
    wholes: Sequence[Article], sides: Sequence[Sequence[Statement]], weights: Weights
) -> Iterator[DeniedDeed]:
    """Each denied deed with the likeliest sentence of every other account that tells it plainly."""
    for side, statements in enumerate(sides):
        text = wholes[side].text
        for statement in statements:
            for match in _denying().finditer(text, *statement.span):
                if _NOT_DENIED.search(text, statement.span.start, match.start()):
                    continue
                deed = _deed(text, statement, match)
                if deed is None:
                    continue
                for other, theirs in enumerate(sides):
                    found = (
                        _told(theirs, deed, wholes[other].text, weights) if other != side else None
                    )
                    if found is not None:
                        span = Span(match.start(), deed.end)
                        no = _claim(text, span, statement.span, ClaimManner.DENIED)
                        yield DeniedDeed(found, no, (other, side))


class _Deed(NamedTuple):
    head: str
    """The participle or the infinitive."""
    stems: frozenset[str]
    person: EntityId | None
    name: str
    """The folded name of a doer who is nobody known: « l'aîné, Antoine, a démenti »."""
    end: int


def _deed(text: str, statement: Statement, match: re.Match[str]) -> _Deed | None:
    """What is denied, and who denies it; None where nothing tells what or whose it is."""
    stop = _END.search(text, match.end(), statement.span.end)
    end = stop.start() if stop else statement.span.end
    own = [
        (token, stem)
        for token, stem in zip(statement.tokens, statement.stems, strict=True)
        if match.end("verb") <= token.start < end
        and stem in statement.telling
        and stem not in SAYING
    ]
    if len(own) < _FEWEST:
        return None
    persons = [
        m for m in statement.mentions
        if m.kind is Kind.PERSON and m.end <= match.start() and match.start() - m.end <= _BESIDE
    ]  # fmt: skip
    person = persons[-1].entity if persons else None
    name = _NAME.search(text, statement.span.start, match.start()) if person is None else None
    if (
        person is None
        and name is None
        and not _SELF.search(text, statement.span.start, match.start())
    ):
        return None
    called = fold(name["name"]) if name else ""
    return _Deed(own[0][0].exact, frozenset(stem for _, stem in own), person, called, end)


def _told(
    statements: Sequence[Statement], deed: _Deed, text: str, weights: Weights
) -> Claim | None:
    """The sentence of an account that tells a deed of its doer and denies nothing."""
    best: tuple[float, Claim] | None = None
    for statement in statements:
        common = statement.telling & deed.stems
        if len(common) < _FEWEST or not _is_of(statement, deed):
            continue
        of_all = weights.mass(deed.stems)
        share = weights.mass(common) / of_all if of_all > 0 else len(common) / len(deed.stems)
        if share < _SHARED or _denies(text, statement):
            continue
        places = _places(statement, common, deed.head)
        if places and (best is None or share > best[0]):
            span = Span(places[0].start, places[-1].end)
            best = share, _claim(text, span, statement.span, ClaimManner.PLAIN)
    return best[1] if best else None


def _is_of(statement: Statement, deed: _Deed) -> bool:
    """Whether a sentence names who denies the deed."""
    if deed.person is not None:
        return deed.person in statement.entities
    return not deed.name or any(token.folded == deed.name for token in statement.tokens)


def _places(statement: Statement, common: frozenset[str], head: str) -> list[Token]:
    """The words of a deed in a sentence; none where its verb is not among them."""
    tokens = statement.tokens
    own = [
        at
        for at, stem in enumerate(statement.stems)
        if stem in common or of_one_word(tokens[at].exact, head)
    ]
    if not any(of_one_word(tokens[at].exact, head) for at in own):
        return []
    if own[0] and tokens[own[0] - 1].exact in _AUXILIARIES:
        own.insert(0, own[0] - 1)
    return [tokens[at] for at in own]


def _denies(text: str, statement: Statement) -> bool:
    return bool(statement.denied) or any(
        words.search(text, *statement.span) is not None for words in (_denying(), _ANY_DENIAL)
    )


_AUXILIARIES = frozenset("a ont avait avaient aurait auraient est sont était étaient".split())  # noqa: SIM905
_ANY_DENIAL = re.compile(
    r"\b(?:pas|jamais|aucune?|dément\w*|ni(?:e|ent|é)|contest\w*)\b", re.IGNORECASE
)


def _claim(text: str, span: Span, sentence: Span, manner: ClaimManner) -> Claim:
    return Claim(
        ClaimKind.STATUS, "deed", span.start, span.end, span.of(text), sentence, manner=manner
    )


@cache
def _denying() -> re.Pattern[str]:
    """A verb of denial with what it governs: « a démenti avoir », « nie s'être », « conteste savoir »."""
    return re.compile(
        rf"\b(?:(?:a|ont|avait|avaient){_S}(?:[^\W\d_]+{_S})?)?(?:{denial().governing})(?:{_S}[^\W\d_]+ment|{_S}toujours|{_S}en{_S}bloc){{0,2}}{_S}(?:d['’])?(?P<verb>(?:s['’])?(?:avoir|être)(?:{_S}été)?(?={_S})|(?=[^\W\d_]+(?:er|ir|oir|re){_S}))",
        re.IGNORECASE,
    )
