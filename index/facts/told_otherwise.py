"""Sentences of several accounts that tell of the same part of an event and are in no line yet: told otherwise, perhaps.

No word of an outcome and no figure is needed: each sentence is the counterpart of the other (`counterparts.py`), and signs
(`otherwise_signs.py`) say how likely they differ in what a reader would want to know. Such a line claims nothing: it is
to be checked, and an event has few of them.
"""

from __future__ import annotations

# ruff: noqa: SIM905 -- word lists are easier to read and to mend as running text
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from index.compare.statements import Statement
from index.compare.whole import lead_start
from index.facts.counterparts import Counterpart, Place
from index.facts.otherwise_signs import Event, Lines, candidates, chance, signs
from index.facts.thesaurus import thesaurus
from index.model.article import Article
from index.model.claims import Claim, ClaimKind, Part
from index.model.comparison import QuoteLine
from index.model.facts import Fact, FactVerdict
from index.model.text import Span
from index.text.folding import fold

OF = "otherwise"
"""The class of the claims made here."""
LEAST = 0.2
"""The least probability of a line: of these three in ten hold a difference that a reader noted."""
MOST = 4
"""The most lines of this kind that an event has, and no more than it has accounts: in the press the first two of a pair
hold what a third and a fourth do not add to.
"""
_WORDS, _NAMES = 3, 1
"""The words of a label, and the names among them."""
_IDLE = frozenset(
    "demande demander demandait demandent dit dire affirme affirmer indique indiquer annonce annoncer ajoute explique expliquer declare declarer"
    " fait faire mis met mettre pris prend prendre refuser selon assure assurer estime estimer".split()
)
"""Folded words that say of no sentence what it is about."""
_LITTLE = frozenset(
    "an ans jour jours heure heures mois homme femme personne personnes deux trois quatre premier premiere refuse million millions euro euros".split()
)
"""Folded words that say little of it: they stand alone only where nothing else is common."""


def told_otherwise(
    found: Sequence[Counterpart], event: Event, lines: Lines, texts: Sequence[str]
) -> Iterator[tuple[str, list[tuple[int, Claim]]]]:
    """What these sentences are about, with each of them by its account, the likeliest first.

    `texts` are those of the accounts, over which the sentences have their places.
    """
    judged = [
        (chance(signs(pair, event, lines)), pair.one, pair.other)
        for pair in candidates(found, event, lines)
    ]
    for places in joined(judged, most=min(MOST, len(event.sides))):
        claims = []
        for side, number in sorted(places.items()):
            span = event.sides[side][number].span
            claims.append((side, Claim(ClaimKind.STATUS, OF, span.start, span.end, "", span)))
        label = label_of(sorted(places.items()), event, texts)
        if label:
            yield label, claims


def joined(judged: Iterable[tuple[float, Place, Place]], most: int = MOST) -> list[dict[int, int]]:
    """Lines of pairs with their probabilities, the likeliest first: the number of a sentence by the side of its
    account. A third account that tells of the same stands in the same line.
    """
    made: list[dict[int, int]] = []
    held: dict[Place, dict[int, int]] = {}
    for likely, *both in sorted(judged, key=lambda each: (-each[0], each[1:])):
        if likely < LEAST:
            break
        new = [place for place in both if place not in held]
        if len(new) == 2 and len(made) < most:
            held[both[0]] = held[both[1]] = dict(both)
            made.append(held[both[0]])
        elif len(new) == 1:
            line = next(held[place] for place in both if place in held)
            if new[0][0] not in line:
                line[new[0][0]] = new[0][1]
                held[new[0]] = line
    return made


def label_of(places: Sequence[Place], event: Event, texts: Sequence[str]) -> str:
    """The rarest words that the first two sentences share, as the first one has them: names whole, and at least one word
    that is no name and no figure, where there is one; else what both mean. Empty where only a word such as « demandé » is
    common: such a line would say nothing.
    """
    first, other = (event.at(place) for place in places[:2])
    tokens = {
        stem: token for token, stem in zip(first.tokens, first.stems, strict=True)
        if stem and stem in other.stems
    }  # fmt: skip
    rarest = sorted(tokens, key=lambda stem: (-event.rarity(stem), stem))
    text = texts[places[0][0]]
    shown: dict[Span, str] = {}
    telling = 0
    for stem in rarest:
        token = tokens[stem]
        name = next((m for m in first.mentions if m.start <= token.start < m.end), None)
        if name is not None:
            span = Span(name.start, name.end)
            if name.entity in other.entities and len(shown) - telling < _NAMES:
                shown[span] = " ".join(span.of(text).split())
        elif stem in first.telling and token.folded not in _IDLE | _LITTLE and telling < _WORDS:
            telling += 1
            # The first word of a sentence keeps no capital.
            at_start = token.start == first.span.start
            word = token.exact if at_start else text[token.start : token.end]
            shown[Span(token.start, token.end)] = word
        if len(shown) >= _WORDS and telling:
            break
    if not telling and not shown:
        idle = tokens and all(token.folded in _IDLE for token in tokens.values())
        return "" if idle else _meant(places, event)
    kept = [span for span in shown if not _is_within(span, shown)]
    return ", ".join(shown[span] for span in sorted(kept))


def _meant(places: Sequence[Place], event: Event) -> str:
    """The rarest things that two sentences mean in other words, as the first one has them, and the measures that both have."""
    first, other = (event.at(place) for place in places[:2])
    common = {token.folded for token in other.tokens}
    units = sorted(
        event.shared(*places[:2]), key=lambda unit: (-event.rarity.mass(frozenset((unit,))), unit)
    )
    said = _said(first)
    meant = [said[unit] for unit in units if unit in said and said[unit] not in _LITTLE]
    meant = [word for word in meant if fold(word) not in _IDLE]
    words = meant or [token.exact for token in first.tokens if token.folded in _LITTLE & common]
    return ", ".join(dict.fromkeys(words[: _NAMES + 1]))


def _said(statement: Statement) -> dict[str, str]:
    """The word of a sentence for each concept in it."""
    found: dict[str, str] = {}
    for hit in thesaurus()(statement.tokens):
        found.setdefault(f"#{hit.concept}", statement.tokens[hit.last].exact)
    return found


def _is_within(span: Span, others: Iterable[Span]) -> bool:
    return any(other != span and other.contains(span) for other in others)


def lines_of(
    facts: Iterable[Fact],
    quotes: Iterable[QuoteLine],
    articles: Sequence[Article],
    sides: Sequence[Sequence[Statement]],
) -> Lines:
    """The verdicts of the lines that hold each two sentences; a quotation of both is one that tells all."""
    side_of = {article.id: side for side, article in enumerate(articles)}
    starts = [[statement.span.start for statement in side] for side in sides]

    def place(side: int, at: int) -> Place:
        return side, bisect_right(starts[side], at) - 1

    told: list[tuple[FactVerdict, set[Place]]] = []
    for fact in facts:
        held = set()
        for account in fact.accounts:
            side = side_of[account.article]
            lead = lead_start(articles[side])
            for claim in account.claims:
                by = lead if claim.part is Part.DESCRIPTION else 0
                held.add(place(side, claim.start + by))
        told.append((fact.verdict, held))
    for line in quotes:
        uses = {place(side_of[u.article], span.start) for u in line.uses for span in u.spans}
        told.append((FactVerdict.NARROWER, uses))
    found: dict[frozenset[Place], set[FactVerdict]] = {}
    for verdict, places in told:
        for one in places:
            for other in places:
                if one[0] < other[0]:
                    found.setdefault(frozenset((one, other)), set()).add(verdict)
    return found
