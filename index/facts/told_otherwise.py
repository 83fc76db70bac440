"""Sentences of several accounts that tell of the same part of an event and are in no line yet: told otherwise, perhaps.

No word of an outcome and no figure is needed: each sentence is the counterpart of the other (`counterparts.py`), and signs
(`otherwise_signs.py`) say how likely they differ in what a reader would want to know. Such a line claims nothing: it is
to be checked, and an event has few of them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from index.compare.statements import Statement
from index.compare.whole import lead_start
from index.facts.counterparts import Counterpart, Place
from index.facts.otherwise_signs import Event, Lines, candidates, chance, signs
from index.model.article import Article
from index.model.claims import Claim, ClaimKind, Part
from index.model.comparison import QuoteLine
from index.model.facts import Fact, FactVerdict

OF = "otherwise"
"""The class of the claims made here."""
LEAST = 0.2
"""The least probability of a line: of these three in ten hold a difference that a reader noted."""
MOST = 4
"""The most lines of this kind that an event has, and no more than it has accounts: in the press the first two of a pair
hold what a third and a fourth do not add to.
"""
_WORDS = 3
"""The words of a label."""


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
        yield _label(sorted(places.items()), event, texts), claims


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


def _label(places: Sequence[Place], event: Event, texts: Sequence[str]) -> str:
    """The rarest words that the first two sentences share, as the first one has them."""
    first, other = (event.at(place) for place in places[:2])
    tokens = {
        stem: token for token, stem in zip(first.tokens, first.stems, strict=True)
        if stem and stem in other.stems
    }  # fmt: skip
    rarest = sorted(tokens, key=lambda stem: (-event.rarity(stem), stem))[:_WORDS]
    shown = sorted((tokens[stem] for stem in rarest), key=lambda token: token.start)
    text = texts[places[0][0]]
    named = {at for mention in first.mentions for at in range(mention.start, mention.end)}
    # « Lissac » keeps its capital, the first word of a sentence does not.
    return ", ".join(
        text[token.start : token.end]
        if token.start in named or token.start != first.span.start
        else token.exact
        for token in shown
    )


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
