"""Doings of two accounts that exclude each other: opposite concepts, or one concept that one denies.

« Les bacs ne sont pas touchés » and « les parcs sont mazoutés », « reste ouvert » and « est fermé »: no list of
outcomes is needed where the words are opposites (`data/concepts`) and both are said of the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import product

from index.claims.lexicon import lexicon
from index.claims.manner import said
from index.claims.sentence import Sentence
from index.compare.statements import Statement
from index.facts.doubt import UNSURE
from index.facts.event_words import Rarity
from index.facts.groups import EARLIER, SAY_LITTLE
from index.facts.moments import in_one_frame
from index.facts.sentence_meanings import Meaning, Units
from index.facts.thesaurus import Meant, thesaurus
from index.french.denial import denial
from index.french.families import of_one_word
from index.french.function_words import DETERMINERS, FUNCTION_WORDS
from index.model.article import Article, EntityId
from index.model.claims import Claim, ClaimKind, ClaimManner
from index.model.facts import FactVerdict
from index.model.text import Span
from index.text.tokens import Token

OF = "doing"
"""The class of the claims made here."""
_COPULAS = frozenset(
    [
        "est",
        "sont",
        "était",
        "étaient",
        "sera",
        "seront",
        "serait",
        "seraient",
        "reste",
        "restent",
        "resté",
        "restée",
        "restés",
        "restées",
        "resteront",
        "restera",
        "demeure",
        "demeurent",
        "été",
        "devient",
        "deviennent",
        "devenu",
        "devenue",
        "soit",
        "soient",
    ]
)
_WISHED = frozenset(
    [
        "soit",
        "soient",
        "fût",
        "afin",
        "pour",
        "faut",
        "faudrait",
        "faudra",
        "doit",
        "doivent",
        "devrait",
        "devraient",
        "peut",
        "peuvent",
        "pourrait",
        "pourraient",
        "veut",
        "veulent",
    ]
)
"""Words before a doing by which it is only wished or possible."""
_PRONOUNS = frozenset("il elle ils elles celui celle ceux celles".split())  # noqa: SIM905
_BEFORE = 4
"""The words before a doing among which its auxiliary stands."""
_IF = re.compile(r"(?:^|[^\w'’-])(?:si|s['’]ils?)[ \u00a0]", re.IGNORECASE)
_NEGATING = frozenset(["pas", "jamais", "plus", "guère", "rien", "aucun", "aucune", "nul", "nulle"])
_NEGATION = re.compile(r"n(?:e\b|['’])", re.IGNORECASE)
_NO_ONE = frozenset(["ni", "aucun", "aucune", "nul", "nulle", "personne", "rien"])
"""Words that deny with « ne » from farther before it."""
_REACH = 6
"""The words before a doing among which its negation stands."""
_GOVERNED = 60
"""The characters for « dément avoir été »."""
_PAUSE = re.compile(r"[,;:!?()«»\"“”]")
"""What no negation reaches over."""
_ABOUT, _AFTER = 80, 60
"""The characters before and after a doing among which its participants stand."""
_LONG_AGO = 60
"""Days before the publication."""


@dataclass(frozen=True, slots=True)
class Doing:
    """What an account says to be done, with those that take part."""

    side: int
    claim: Claim
    concept: int
    turned: bool
    refused: bool
    """Whether it is turned by a verb of denial, not by a negation."""
    units: Units
    entities: frozenset[EntityId]
    statement: Statement


def doings(
    wholes: Sequence[Article],
    sides: Sequence[Sequence[Statement]],
    meant: Sequence[Sequence[Meaning]],
) -> list[Doing]:
    """The doings of each account whose concept, or an opposite of it, another account has too."""
    known = thesaurus()
    holders: dict[int, set[int]] = {}
    for side, own in enumerate(meant):
        for meaning in own:
            for hit in meaning.hits:
                if hit.concept in known.doings and not hit.weak:
                    holders.setdefault(hit.concept, set()).add(side)
    found = []
    for side, statements in enumerate(sides):
        for number, (statement, meaning) in enumerate(zip(statements, meant[side], strict=True)):
            before = (statements[number - 1], meant[side][number - 1]) if number else None
            for hit in meaning.hits:
                if hit.weak or hit.concept not in known.doings:
                    continue
                axis = (hit.concept, *known.excluding.get(hit.concept, ()))
                others = set().union(*(holders.get(each, ()) for each in axis)) - {side}
                if others and _asserted(hit, statement):
                    doing = _doing(wholes[side].text, statement, meaning, hit, before)
                    if doing is not None:
                        found.append(doing)
    return found


def _asserted(hit: Meant, statement: Statement) -> bool:
    """Whether a doing is told as one that is or was, not named, wished or told of an earlier time."""
    tokens = statement.tokens
    before = [token.exact for token in tokens[max(0, hit.first - _BEFORE) : hit.first]]
    if not _WISHED.isdisjoint(before):
        return False
    content = next(
        (at for at in range(hit.first, hit.last + 1) if tokens[at].exact not in FUNCTION_WORDS),
        hit.first,
    )
    if hit.verb:
        if tokens[content].exact in thesaurus().infinitives:
            return False
    elif content == hit.first and _COPULAS.isdisjoint(before):
        return False
    return not any(token.folded in EARLIER for token in tokens)


def _doing(
    text: str,
    statement: Statement,
    meaning: Meaning,
    hit: Meant,
    before: tuple[Statement, Meaning] | None,
) -> Doing | None:
    tokens = statement.tokens
    if text[statement.span.start : statement.span.end].rstrip(" »\u00a0\n").endswith(
        "?"
    ) or _IF.search(text[statement.span.start : hit.start]):
        return None
    first = _denial(text, tokens, hit)
    turned = first is not None
    span = Span(hit.start if first is None else first, hit.end)
    low = max(statement.span.start, span.start - _ABOUT)
    high = min(statement.span.end, span.end + _AFTER)
    taking = [
        unit for start, unit in meaning.units if low <= start < hit.start or hit.end <= start < high
    ]
    named = {m.entity for m in statement.mentions if low <= m.start < high}
    if before is not None and tokens[0].exact in _PRONOUNS:
        taking += [unit for _, unit in before[1].units]
        named |= before[0].entities
    taking += map(_named, named)
    things = thesaurus().doings
    units = frozenset(
        unit for unit in taking if not unit.startswith("#") or int(unit[1:]) not in things
    )
    claim = Claim(
        ClaimKind.STATUS, OF, span.start, span.end, thesaurus().names[hit.concept], statement.span,
        manner=ClaimManner.DENIED if turned else ClaimManner.PLAIN,
    )  # fmt: skip
    refused = turned and not _NEGATION.match(text, span.start)
    return Doing(
        statement.side, claim, hit.concept, turned, refused, units, frozenset(named), statement
    )


def in_their_manner(pair: Opposed, wholes: Sequence[Article]) -> Opposed:
    """The pair with who says either, and how: read only where it is told."""
    one, other = (_said(doing, wholes[doing.side].text) for doing in (pair.one, pair.other))
    return replace(pair, one=one, other=other)


def _said(doing: Doing, text: str) -> Doing:
    words, tokens = lexicon(), doing.statement.tokens
    sentence = Sentence(
        text,
        doing.statement.span,
        [token.start for token in tokens],
        [words[text[token.start : token.end]] for token in tokens],
    )
    how = said(sentence, doing.claim.start)
    manner = ClaimManner.DENIED if doing.turned else how.manner
    return replace(doing, claim=doing.claim._replace(manner=manner, speaker=how.speaker))


def _denial(text: str, tokens: Sequence[Token], hit: Meant) -> int | None:
    """The start of the words that deny a doing, right before it; None if nothing denies it."""
    low = max(0, hit.first - _REACH)
    before = [token.exact for token in tokens[low : hit.first]]
    after = [token.exact for token in tokens[hit.last + 1 : hit.last + 3]]
    nots = [at for at, word in enumerate(before) if word in ("ne", "n")]
    if nots and (
        not _NEGATING.isdisjoint(before[nots[-1] :]) or not _NEGATING.isdisjoint(after)
        or any(
            token.exact in _NO_ONE and not _PAUSE.search(text, token.end, hit.start)
            for token in tokens[: hit.first]
        )
    ):  # fmt: skip
        start = tokens[low + nots[-1]].start
        return None if _PAUSE.search(text, start, hit.start) else start
    reach = max(tokens[0].start, hit.start - _GOVERNED)
    verbs = [match.start() for match in _denying().finditer(text, reach, hit.start)]
    return verbs[-1] if verbs else None


@cache
def _denying() -> re.Pattern[str]:
    """« dément avoir », « se défend d'avoir »: a denial right before what it denies."""
    return re.compile(
        rf"\b(?:{denial().governing})[ \u00a0](?:d['’])?(?:(?:avoir|être)(?:[ \u00a0](?:été|jamais))*)[ \u00a0]$",
        re.IGNORECASE,
    )


def _named(entity: EntityId) -> str:
    return f"@{entity}"


def taking_part(
    sides: Sequence[Sequence[Statement]], meant: Sequence[Sequence[Meaning]]
) -> list[list[Units]]:
    """Those of each sentence who may take part in doings: things, counted ones too, and names."""
    return [
        [
            frozenset([unit for _, unit in meaning.units]).union(map(_named, statement.entities))
            for statement, meaning in zip(own, means, strict=True)
        ]
        for own, means in zip(sides, meant, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class Opposed:
    """Two doings that exclude each other."""

    one: Doing
    other: Doing
    score: float
    mass: float


_MASS = 2.0
"""What those must weigh who take part in both."""
_OPPOSITE, _TURNED = 0.2, 0.25
"""The least likeness of those who take part, 0 to 1: in opposite doings, in one that is denied."""


def opposed(
    found: Sequence[Doing], rarity: Rarity, least: float = _MASS, slack: float = 0.0
) -> Iterator[Opposed]:
    """Pairs of doings of different accounts that exclude each other, the nearest first.

    An account that tells both contradicts nobody: its subject went from the one to the other.
    """
    known = thesaurus().excluding
    by_concept: dict[int, list[Doing]] = {}
    for doing in found:
        by_concept.setdefault(doing.concept, []).append(doing)
    pairs = []
    for concept, own in by_concept.items():
        against = [o for c in known.get(concept, ()) for o in by_concept.get(c, ()) if c > concept]
        plain, turned = _split(own)
        apart, _ = _split(against)
        for ours, theirs, alike in ((plain, turned, _TURNED), (plain, apart, _OPPOSITE)):
            if ours is plain and theirs is turned and concept in _generic():
                continue
            twice = {doing.side for doing in ours} & {doing.side for doing in theirs}
            for one, other in product(ours, theirs):
                if one.side == other.side or {one.side, other.side} & twice:
                    continue
                if _two_persons(one, other) or _two_parts(one, other):
                    continue
                score = rarity.alike(one.units, other.units)
                mass = rarity.mass(one.units & other.units)
                if mass >= least and score >= alike - slack:
                    pairs.append(Opposed(one, other, score, mass))
    pairs.sort(key=lambda pair: (-pair.score, pair.one.side, pair.one.claim.start))
    seen: set[tuple[int, int, int, int]] = set()
    for pair in pairs:
        one, other = pair.one, pair.other
        key = one.concept, other.concept, *sorted((one.side, other.side))
        if key not in seen:
            seen.add(key)  # type: ignore[arg-type]
            yield pair


def verdict_of(pair: Opposed, published: Sequence[date | None]) -> FactVerdict:
    """What the two say of each other; `published` has the day of each account."""
    one, other = pair.one, pair.other
    days = published[one.side], published[other.side]
    unsure = {one.claim.manner, other.claim.manner} & UNSURE
    if unsure:
        return FactVerdict.HEDGED
    alike = in_one_frame(one.statement, other.statement)
    if one.concept == other.concept:
        first, then = days
        if not other.refused and not alike:
            return FactVerdict.TO_CHECK  # a negation reaches less far than it seems
        if first and then and then < first:
            return FactVerdict.UPDATE
        return FactVerdict.DENIED
    if frozenset((one.concept, other.concept)) in thesaurus().stages:
        return FactVerdict.UPDATE
    # Of thirteen outcomes told as contradictions in the press none was one: only one wording shows that it is of one.
    return FactVerdict.CONFLICT if alike else FactVerdict.TO_CHECK


def _split(doings: Sequence[Doing]) -> tuple[list[Doing], list[Doing]]:
    """Those that are told, and those that are denied."""
    return [d for d in doings if not d.turned], [d for d in doings if d.turned]


def _two_persons(one: Doing, other: Doing) -> bool:
    """Whether each has persons of its own: « X est libre » and « Y est écroué »."""
    ours, theirs = (
        {entity for entity in doing.entities if entity.startswith("person:")}
        for doing in (one, other)
    )
    return bool(ours) and bool(theirs) and not ours & theirs


_OF = frozenset("de d du des".split())  # noqa: SIM905


def _two_parts(one: Doing, other: Doing) -> bool:
    """Whether two things of one owner are told: « l'ADN de la victime » and « le corps de la victime »."""
    ours, theirs = _owned(one), _owned(other)
    return bool(ours and theirs) and not of_one_word(ours, theirs)


def _owned(doing: Doing) -> str:
    """The noun that a doing is told of where « de … » follows it; empty for none."""
    tokens = doing.statement.tokens
    before = [token for token in tokens if token.end <= doing.claim.start]
    for at in range(len(before) - 3, -1, -1):
        here, noun, then = before[at : at + 3]
        led = here.exact in DETERMINERS and here.exact not in _OF
        if led and then.exact in _OF and (at == 0 or before[at - 1].exact not in _OF):
            return noun.exact
    return ""


@cache
def _generic() -> frozenset[int]:
    return frozenset(map(thesaurus().names.index, SAY_LITTLE))
