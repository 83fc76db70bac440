"""Utterances that sources quote in other words: of one speaker, or in sentences that report the same statement.

A quotation that was translated, or put down by two reporters, has few runs of words in common with the other one.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from index.compare.pieces import Piece
from index.compare.rows import SentencePair
from index.model.comparison import QuoteUse, Rendering
from index.model.text import Span

_SHARED = 0.5
"""The share of the telling words of the shorter one above which two are one utterance."""
_FEWEST = 3
"""The fewest telling words that they share; of one speaker two are enough."""


@dataclass(slots=True)
class Utterance:
    """An utterance with the version of every source, by side, and its fullest piece."""

    first: tuple[int, int]
    """The side and the place of its first use."""
    fullest: Piece
    uses: dict[int, QuoteUse]


def joined_by_meaning(
    utterances: Sequence[Utterance], aligned: Collection[SentencePair]
) -> list[Utterance]:
    """Utterances of different sources that are one in other words become one, the likest first.

    The fuller one stays the measure; the uses of the other are `reworded`.
    """
    likest = sorted(
        (-like, a, b)
        for a, one in enumerate(utterances)
        for b in range(a + 1, len(utterances))
        if (like := _likeness(one, utterances[b], aligned)) > _SHARED
    )
    kept: dict[int, Utterance] = dict(enumerate(utterances))
    taken: set[int] = set()
    for _, a, b in likest:
        if a in taken or b in taken or kept[a].uses.keys() & kept[b].uses.keys():
            continue
        taken.update((a, b))
        fuller, other = sorted((a, b), key=lambda at: (-kept[at].fullest.fullness, at))
        kept[fuller] = _joined(kept[fuller], kept.pop(other))
    return list(kept.values())


def _likeness(one: Utterance, other: Utterance, aligned: Collection[SentencePair]) -> float:
    """The share of their telling words that two have in common; 0 where nothing else speaks for one utterance."""
    if one.uses.keys() & other.uses.keys():
        return 0.0
    ours, theirs = set(one.fullest.telling), set(other.fullest.telling)
    shared = len(ours & theirs)
    speakers = {one.fullest.speaker, other.fullest.speaker}
    same = len(speakers) == 1 and None not in speakers
    if shared < (_FEWEST - 1 if same else _FEWEST):
        return 0.0
    if not same and (None not in speakers or _pair(one.fullest, other.fullest) not in aligned):
        return 0.0
    return shared / min(len(ours), len(theirs))


def _pair(one: Piece, other: Piece) -> SentencePair:
    low, high = sorted(((one.side, one.sentence), (other.side, other.sentence)))
    return low, high


def _joined(fuller: Utterance, other: Utterance) -> Utterance:
    known = set(fuller.fullest.telling)
    uses = dict(fuller.uses)
    for side, use in other.uses.items():
        differing = use.differing
        if side == other.fullest.side:
            differing = tuple(_unshared(other.fullest, known))
        relation = use.relation if use.relation is Rendering.UNQUOTED else Rendering.REWORDED
        uses[side] = replace(use, relation=relation, differing=differing)
    return Utterance(min(fuller.first, other.first), fuller.fullest, uses)


def _unshared(piece: Piece, known: Collection[str]) -> list[Span]:
    """The telling words of a piece that the measure has not."""
    return [
        Span(token.start, token.end)
        for token, stem in zip(piece.tokens, piece.stems, strict=True)
        if stem and stem not in known
    ]
