"""The ledger of quotes: each utterance once, with the version of every source."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence

from index.compare.pieces import Piece, pieces
from index.compare.reworded import Utterance, joined_by_meaning
from index.compare.rows import SentencePair
from index.compare.shingles import SIZE, containment
from index.compare.statements import Statement
from index.compare.unquoted import holders, reported, unquoted
from index.french.attributed import WhoSays
from index.model.article import Article, Quote
from index.model.comparison import QuoteLine, QuoteUse, Rendering
from index.model.text import Span

_FOUND = 0.5
"""The share of the runs of a quotation that must stand in a fuller one."""
_FORMULA_WORDS = 4
"""A piece with so many words that stands in an utterance is cut from it, even if its words say
little.
"""
_OVERLAP = 4
"""The words that the end of one quotation and the beginning of another share if both come from one
utterance.
"""
_ALIKE = 0.85
"""Versions with this share of the longest one count as full; the most common of them is the
measure.
"""
_SUBJECTS = frozenset(
    ("je", "j", "tu", "il", "elle", "on", "nous", "vous", "ils", "elles", "c", "ce", "ca")
)


def ledger(
    articles: Sequence[Article],
    sides: Sequence[Sequence[Statement]],
    aligned: Collection[SentencePair] = frozenset(),
) -> tuple[QuoteLine, ...]:
    """Every utterance that at least one source quotes, in the order of the first source that has
    it.

    The fullest version is identical with itself; the others are measured against it. Quoted words
    that are no utterance (a name, a single word) have a line only if other sources have them too.
    What speaks in other words (`reworded`) is told by its speaker or by `aligned` sentences.
    """
    holding = [holders(own) for own in sides]
    every = [
        piece
        for side, article in enumerate(articles)
        for piece in pieces(side, article, sides[side])
    ]
    free = sorted(every, key=lambda piece: (-piece.fullness, piece.side, piece.span))
    found: list[Utterance] = []
    while free:
        fullest, free = free[0], free[1:]
        taken = [piece for piece in free if _is_of(piece, fullest)]
        rest = [piece for piece in free if piece not in taken]
        taken += _joining(rest, fullest, taken)
        free = [piece for piece in free if piece not in taken]
        fullest, taken = _measure(fullest, taken)
        uses = _uses(fullest, taken, articles)
        known = {piece.side for piece in (fullest, *taken)}
        for side, article in enumerate(articles):
            if side not in known:
                span = unquoted(fullest, sides[side], holding[side]) or reported(
                    fullest, sides[side]
                )
                if span is not None:
                    said = _who_says(article).of(span)
                    uses[side] = QuoteUse(article.id, (span,), Rendering.UNQUOTED, said=said)
        if len(uses) > 1 or _is_utterance(fullest):
            first = min((piece.side, piece.span.start) for piece in (fullest, *taken))
            found.append(Utterance(first, fullest, uses))
    found = sorted(joined_by_meaning(found, aligned), key=lambda one: one.first)
    return tuple(QuoteLine(tuple(one.uses[side] for side in sorted(one.uses))) for one in found)


def _is_utterance(piece: Piece) -> bool:
    """Whether somebody says something: « Nous contestons tout » is a short sentence, but a
    sentence.
    """
    sentence = piece.said and piece.words[0] in _SUBJECTS and len(piece.words) >= 3
    return piece.content >= 3 or (piece.content >= 2 and piece.said) or sentence


def _is_of(piece: Piece, fullest: Piece) -> bool:
    """Whether a quotation gives the same utterance or a part of it, by its own words."""
    if piece.words == fullest.words:
        return True
    if len(piece.tokens) >= _FORMULA_WORDS and _contains(fullest.words, piece.words):
        return True
    if len(piece.tokens) < SIZE or piece.content < 2:
        return False
    return containment(piece.runs, fullest.runs) >= _FOUND or _overlaps(piece, fullest)


def _overlaps(piece: Piece, fullest: Piece) -> bool:
    """Whether the end of one is the beginning of the other, so that both come from one utterance."""
    for size in range(_OVERLAP, min(len(piece.words), len(fullest.words))):
        for one, other in ((piece, fullest), (fullest, piece)):
            if one.words[-size:] == other.words[:size] and sum(map(bool, other.stems[:size])) >= 2:
                return True
    return False


def _joining(free: Sequence[Piece], fullest: Piece, taken: Sequence[Piece]) -> list[Piece]:
    """The short pieces that also belong to an utterance.

    A piece of two telling words in the same order is cut from it. A piece of one telling word is so
    only beside another piece of the utterance in the same sentence, or if the same speaker says it
    with one word more.
    """
    known = set(fullest.telling)
    spelt = _spelt(fullest)
    fitting = [
        piece
        for piece in free
        if piece.content
        and known.issuperset(piece.telling)
        and _contains(fullest.telling, piece.telling)
    ]
    beside = Counter((piece.side, piece.sentence) for piece in (*taken, *fitting))
    return [
        piece
        for piece in fitting
        if piece.content >= 2
        or beside[piece.side, piece.sentence] > 1
        or (
            len(piece.tokens) >= 2
            and piece.speaker is not None
            and piece.speaker == fullest.speaker
            and _contains(spelt, _spelt(piece))
        )
    ]


def _spelt(piece: Piece) -> list[str]:
    """Its words as stems; function words as they are."""
    return [stem or word for stem, word in zip(piece.stems, piece.words, strict=True)]


def _measure(fullest: Piece, taken: Sequence[Piece]) -> tuple[Piece, list[Piece]]:
    """The version that the others are measured against.

    Among those about as full as the fullest it is the one that most sources give, without words
    inserted by a newspaper; then the first one.
    """
    versions = [fullest, *taken]
    full = [p for p in versions if p.fullness >= _ALIKE * fullest.fullness and not p.inserted]
    if not full:
        return fullest, list(taken)
    given = Counter(words for words, _ in {(p.words, p.side) for p in versions})
    chosen = min(full, key=lambda p: (-given[p.words], p.side, p.span))
    return chosen, [piece for piece in versions if piece is not chosen]


def _contains(whole: Sequence[str], part: Sequence[str]) -> bool:
    size = len(part)
    return any(list(whole[at : at + size]) == list(part) for at in range(len(whole) - size + 1))


def _uses(
    fullest: Piece, taken: Sequence[Piece], articles: Sequence[Article]
) -> dict[int, QuoteUse]:
    by_side: dict[int, list[Piece]] = defaultdict(list)
    for piece in (fullest, *taken):
        by_side[piece.side].append(piece)
    uses = {}
    for side, given in by_side.items():
        ordered = _without_repeats(sorted(given, key=lambda piece: piece.span))
        uses[side] = QuoteUse(
            articles[side].id,
            tuple(piece.span for piece in ordered),
            _relation(fullest, ordered),
            tuple(span for piece in ordered for span in _differing(fullest, piece)),
            _said(ordered),
        )
    return uses


def _who_says(article: Article) -> WhoSays:
    found = article.annotations
    return WhoSays(
        article.text, sentences=found.sentences, quotes=found.quotes, mentions=found.mentions
    )


def _said(pieces: Sequence[Piece]) -> Quote | None:
    """The speaker of one source's pieces: the speaker of its longest piece that has one."""
    told = [piece for piece in pieces if piece.quote.manner is not None]
    best = max(told, key=lambda p: (p.quote.speaker_text is not None, len(p.tokens)), default=None)
    return best.quote if best is not None else None


def _without_repeats(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces without those in which a title or a subheading repeats a longer quotation of the
    same source.
    """
    kept: list[Piece] = []
    for piece in sorted(pieces, key=lambda piece: -len(piece.tokens)):
        if not any(_contains(longer.telling, piece.telling) for longer in kept):
            kept.append(piece)
    return sorted(kept, key=lambda piece: piece.span)


def _relation(fullest: Piece, pieces: Sequence[Piece]) -> Rendering:
    if any(piece.words == fullest.words for piece in pieces):
        return Rendering.IDENTICAL
    if any(not _is_cut(fullest, piece) for piece in pieces):
        return Rendering.ALTERED
    return Rendering.CUT if len(pieces) == 1 else Rendering.SPLIT


def _is_cut(fullest: Piece, piece: Piece) -> bool:
    """Whether a piece has the words of the fullest version, with words missing only at its ends.

    A piece that marks an omission may also leave out words in the middle.
    """
    whole, part = list(fullest.words), list(piece.words)
    if _contains(whole, part):
        return True
    if piece.gaps or fullest.gaps:
        remaining = iter(whole)
        if all(word in remaining for word in part):
            return True
    if piece.inserted:
        return False
    # Each has words that the other lacks at one end: they are cut in other places, but the words
    # are the same.
    return any(
        part[-size:] == whole[:size] or part[:size] == whole[-size:]
        for size in range(min(len(part), len(whole)), _OVERLAP - 1, -1)
    )


def _differing(fullest: Piece, piece: Piece) -> tuple[Span, ...]:
    if piece is fullest or _is_cut(fullest, piece):
        return ()
    known = set(fullest.words)
    return tuple(
        Span(token.start, token.end) for token in piece.tokens if token.folded not in known
    )
