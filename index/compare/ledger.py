"""The ledger of quotes: each utterance once, with how every source gives it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from index.compare.pieces import Piece, pieces
from index.compare.shingles import SIZE, containment
from index.compare.statements import Statement
from index.compare.unquoted import holders, reported, unquoted
from index.french.attributed import WhoSays
from index.model.article import Article, Quote
from index.model.comparison import QuoteLine, QuoteUse, Rendering
from index.model.text import Span

_FOUND = 0.5
"""Share of the runs of a quotation that must be found in a fuller one."""
_FORMULA_WORDS = 4
"""From here on a piece that stands in an utterance is cut from it, whatever its words say."""
_OVERLAP = 4
"""Words that the end of one quotation and the beginning of another share when both are cut from one."""
_ALIKE = 0.85
"""Versions that have so much of the longest are as full; then the most common one is the measure."""
_SUBJECTS = frozenset(
    ("je", "j", "tu", "il", "elle", "on", "nous", "vous", "ils", "elles", "c", "ce", "ca")
)


def ledger(
    articles: Sequence[Article], sides: Sequence[Sequence[Statement]]
) -> tuple[QuoteLine, ...]:
    """Every utterance that is quoted in at least one source, in the order of the first of them.

    The fullest version is identical with itself; the others are measured against it. Quoted words
    that are no utterance (a name, a single word) have a line only when other sources have them too.
    """
    holding = [holders(own) for own in sides]
    every = [
        piece
        for side, article in enumerate(articles)
        for piece in pieces(side, article, sides[side])
    ]
    free = sorted(every, key=lambda piece: (-piece.fullness, piece.side, piece.span))
    lines: list[tuple[tuple[int, int], QuoteLine]] = []
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
            lines.append((first, QuoteLine(tuple(uses[side] for side in sorted(uses)))))
    return tuple(line for _, line in sorted(lines, key=lambda item: item[0]))


def _is_utterance(piece: Piece) -> bool:
    """Whether somebody says something: « Nous contestons tout » is a sentence, if a short one."""
    sentence = piece.said and piece.words[0] in _SUBJECTS and len(piece.words) >= 3
    return piece.content >= 3 or (piece.content >= 2 and piece.said) or sentence


def _is_of(piece: Piece, fullest: Piece) -> bool:
    """Whether a quotation gives (a part of) the same utterance, by its own words."""
    if piece.words == fullest.words:
        return True
    if len(piece.tokens) >= _FORMULA_WORDS and _contains(fullest.words, piece.words):
        return True
    if len(piece.tokens) < SIZE or piece.content < 2:
        return False
    return containment(piece.runs, fullest.runs) >= _FOUND or _overlaps(piece, fullest)


def _overlaps(piece: Piece, fullest: Piece) -> bool:
    """Whether the end of one is the beginning of the other: both are cut from one utterance."""
    for size in range(_OVERLAP, min(len(piece.words), len(fullest.words))):
        for one, other in ((piece, fullest), (fullest, piece)):
            if one.words[-size:] == other.words[:size] and sum(map(bool, other.stems[:size])) >= 2:
                return True
    return False


def _joining(free: Sequence[Piece], fullest: Piece, taken: Sequence[Piece]) -> list[Piece]:
    """The short pieces that belong to an utterance too.

    Two telling words that stand in it so are cut from it; a single one only beside another piece of
    it in the same sentence, or from the same mouth with a word more.
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
    """Its words as stems; those that say nothing as they are."""
    return [stem or word for stem, word in zip(piece.stems, piece.words, strict=True)]


def _measure(fullest: Piece, taken: Sequence[Piece]) -> tuple[Piece, list[Piece]]:
    """The version that the others are measured against: of those about as full as the fullest the
    one that most sources give, without a newspaper's words in it, the first of them."""
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
    """Who says the pieces of one source: what its longest piece that is given to somebody tells."""
    told = [piece for piece in pieces if piece.quote.manner is not None]
    best = max(told, key=lambda p: (p.quote.speaker_text is not None, len(p.tokens)), default=None)
    return best.quote if best is not None else None


def _without_repeats(pieces: Sequence[Piece]) -> list[Piece]:
    """Without what a title or a subheading repeats of a longer quotation of the same source."""
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
    """Whether a piece has the words of the fullest version, only fewer of them at its ends.

    A piece that marks an omission itself may also leave out words in the middle.
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
    # Each begins or ends where the other does not: the cut lies elsewhere, the words are the same.
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
