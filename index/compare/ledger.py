"""The ledger of quotes: each utterance once, with how every source gives it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from index.compare.shingles import SIZE, containment, shingles
from index.compare.statements import Statement
from index.french.incises import incises
from index.french.tokens import Token
from index.model.article import Article, EntityId
from index.model.comparison import QuoteLine, QuoteUse, Relation
from index.model.text import Span

_FOUND = 0.5
"""Share of the runs of a quotation that must be found in a fuller one."""
_FORMULA_WORDS = 4
_FORMULA_CONTENT = 3
_OVERLAP = 4
"""Words that the end of one quotation and the beginning of another share when both are cut from one."""
_ALIKE = 0.85
"""Versions that have so much of the longest are as full; then the most common one is the measure."""
_REPORTED = 0.75
"""Share of the telling words of an utterance that are found close together where it is reported."""
_SUBJECTS = frozenset(
    ("je", "j", "tu", "il", "elle", "on", "nous", "vous", "ils", "elles", "c", "ce", "ca")
)
_ELLIPSIS = re.compile(r"[\[(]\s*(?:…|\.\.\.)\s*[\])]|…")
_INSERTED = re.compile(r"\[([^\]\[…]*[^\W\d_][^\]\[…]*)\]")


@dataclass(frozen=True, slots=True)
class _Piece:
    """One quoted stretch of a source as words."""

    side: int
    span: Span
    sentence: int
    tokens: tuple[Token, ...]
    stems: tuple[str, ...]
    said: bool
    """Whether the text gives it to somebody."""
    speaker: EntityId | None
    gaps: bool
    """Whether it says itself that something was left out (« […] »)."""

    words: tuple[str, ...]
    """The folded forms of the tokens."""
    runs: frozenset[tuple[str, ...]]
    telling: tuple[str, ...]
    """The stems of its words that say something."""
    inserted: int
    """Words in square brackets: the newspaper's own."""

    @property
    def content(self) -> int:
        return len(self.telling)

    @property
    def fullness(self) -> float:
        """By how many words of the speaker it is likely to be the fullest version."""
        return len(self.tokens) - 1.5 * self.inserted


class _Run(NamedTuple):
    """A stretch that a text shares with a quotation, in words of the text."""

    start: int
    end: int

    @property
    def length(self) -> int:
        return self.end - self.start


def ledger(
    articles: Sequence[Article], sides: Sequence[Sequence[Statement]]
) -> tuple[QuoteLine, ...]:
    """Every utterance that is quoted in at least one source, in the order of the first of them.

    The fullest version is identical with itself; the others are measured against it. Quoted words
    that are no utterance (a name, a single word) have a line only when other sources have them too.
    """
    pieces = [
        piece
        for side, article in enumerate(articles)
        for piece in _pieces(side, article, sides[side])
    ]
    holders = [_holders(own) for own in sides]
    free = sorted(pieces, key=lambda piece: (-piece.fullness, piece.side, piece.span))
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
                unquoted = _unquoted(fullest, sides[side], holders[side]) or _reported(
                    fullest, sides[side]
                )
                if unquoted is not None:
                    uses[side] = QuoteUse(article.id, (unquoted,), Relation.UNQUOTED)
        if len(uses) > 1 or _is_utterance(fullest):
            first = min((piece.side, piece.span.start) for piece in (fullest, *taken))
            lines.append((first, QuoteLine(tuple(uses[side] for side in sorted(uses)))))
    return tuple(line for _, line in sorted(lines, key=lambda item: item[0]))


def _pieces(side: int, article: Article, own: Sequence[Statement]) -> Iterator[_Piece]:
    starts = [statement.span.start for statement in own]
    for quote in article.annotations.quotes:
        span = Span(quote.start, quote.end)
        at = max(0, bisect_left(starts, span.start + 1) - 1)
        tokens: list[Token] = []
        stems: list[str] = []
        # « Nos marins, a dit la maire, attendaient »: what the newspaper puts in was not said.
        told = [incise.span for incise in incises(article.text, span)]
        for statement in own[at:]:
            if statement.span.start >= span.end:
                break
            for token, stem in zip(statement.tokens, statement.stems, strict=True):
                inside = any(part.start <= token.start < part.end for part in told)
                if span.start <= token.start and token.end <= span.end and not inside:
                    tokens.append(token)
                    stems.append(stem)
        if tokens:
            words = tuple(token.folded for token in tokens)
            yield _Piece(
                side=side,
                span=span,
                sentence=at,
                tokens=tuple(tokens),
                stems=tuple(stems),
                said=quote.verb is not None,
                speaker=quote.speaker,
                gaps=_ELLIPSIS.search(span.of(article.text)) is not None,
                words=words,
                runs=shingles(words),
                telling=tuple(stem for stem in stems if stem),
                inserted=sum(
                    len(inside[1].split()) for inside in _INSERTED.finditer(span.of(article.text))
                ),
            )


def _is_utterance(piece: _Piece) -> bool:
    """Whether somebody says something: « Nous contestons tout » is a sentence, if a short one."""
    sentence = piece.said and piece.words[0] in _SUBJECTS and len(piece.words) >= 3
    return piece.content >= 3 or (piece.content >= 2 and piece.said) or sentence


def _is_of(piece: _Piece, fullest: _Piece) -> bool:
    """Whether a quotation gives (a part of) the same utterance, by its own words."""
    if piece.words == fullest.words:
        return True
    if len(piece.tokens) >= _FORMULA_WORDS and _contains(fullest.words, piece.words):
        return True
    if len(piece.tokens) < SIZE or piece.content < 2:
        return False
    return containment(piece.runs, fullest.runs) >= _FOUND or _overlaps(piece, fullest)


def _overlaps(piece: _Piece, fullest: _Piece) -> bool:
    """Whether the end of one is the beginning of the other: both are cut from one utterance."""
    for size in range(_OVERLAP, min(len(piece.words), len(fullest.words))):
        for one, other in ((piece, fullest), (fullest, piece)):
            if one.words[-size:] == other.words[:size] and sum(map(bool, other.stems[:size])) >= 2:
                return True
    return False


def _joining(pieces: Sequence[_Piece], fullest: _Piece, taken: Sequence[_Piece]) -> list[_Piece]:
    """The short pieces that belong to an utterance too.

    Two telling words that stand in it so are cut from it; a single one only beside another piece of
    it in the same sentence, or from the same mouth with a word more.
    """
    known = set(fullest.telling)
    spelt = _spelt(fullest)
    fitting = [
        piece
        for piece in pieces
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


def _spelt(piece: _Piece) -> list[str]:
    """Its words as stems; those that say nothing as they are."""
    return [stem or word for stem, word in zip(piece.stems, piece.words, strict=True)]


def _measure(fullest: _Piece, taken: Sequence[_Piece]) -> tuple[_Piece, list[_Piece]]:
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
    fullest: _Piece, taken: Sequence[_Piece], articles: Sequence[Article]
) -> dict[int, QuoteUse]:
    by_side: dict[int, list[_Piece]] = defaultdict(list)
    for piece in (fullest, *taken):
        by_side[piece.side].append(piece)
    uses = {}
    for side, pieces in by_side.items():
        ordered = _without_repeats(sorted(pieces, key=lambda piece: piece.span))
        uses[side] = QuoteUse(
            articles[side].id,
            tuple(piece.span for piece in ordered),
            _relation(fullest, ordered),
            tuple(span for piece in ordered for span in _differing(fullest, piece)),
        )
    return uses


def _without_repeats(pieces: Sequence[_Piece]) -> list[_Piece]:
    """Without what a title or a subheading repeats of a longer quotation of the same source."""
    kept: list[_Piece] = []
    for piece in sorted(pieces, key=lambda piece: -len(piece.tokens)):
        if not any(_contains(longer.telling, piece.telling) for longer in kept):
            kept.append(piece)
    return sorted(kept, key=lambda piece: piece.span)


def _relation(fullest: _Piece, pieces: Sequence[_Piece]) -> Relation:
    if any(piece.words == fullest.words for piece in pieces):
        return Relation.IDENTICAL
    if any(not _is_cut(fullest, piece) for piece in pieces):
        return Relation.ALTERED
    return Relation.CUT if len(pieces) == 1 else Relation.SPLIT


def _is_cut(fullest: _Piece, piece: _Piece) -> bool:
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


def _differing(fullest: _Piece, piece: _Piece) -> tuple[Span, ...]:
    if piece is fullest or _is_cut(fullest, piece):
        return ()
    known = set(fullest.words)
    return tuple(
        Span(token.start, token.end) for token in piece.tokens if token.folded not in known
    )


def _holders(own: Sequence[Statement]) -> dict[tuple[str, ...], set[int]]:
    """Which sentences of a source hold a run of words."""
    found: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for number, statement in enumerate(own):
        for run in statement.runs:
            found[run].add(number)
    return found


def _unquoted(
    fullest: _Piece, own: Sequence[Statement], holders: dict[tuple[str, ...], set[int]]
) -> Span | None:
    """Where a source says the same words without quotation marks."""
    best: tuple[int, Span] | None = None
    near = sorted({number for run in fullest.runs for number in holders.get(run, ())})
    if not near or len(fullest.tokens) < SIZE:
        return None
    positions: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at in range(len(fullest.tokens) - SIZE + 1):
        positions[fullest.words[at : at + SIZE]].append(at)
    for statement in (own[number] for number in near):
        words = [token.folded for token in statement.tokens]
        for run in _shared_runs(words, fullest.words, positions):
            tokens = statement.tokens[run.start : run.end]
            span = Span(tokens[0].start, tokens[-1].end)
            named = sum(m.start < span.end and span.start < m.end for m in statement.mentions)
            content = sum(
                1
                for token, stem in zip(tokens, statement.stems[run.start : run.end], strict=True)
                if stem and not any(m.start <= token.start < m.end for m in statement.mentions)
            )
            if any(quoted.overlaps(span) for quoted in statement.quoted):
                continue
            long_enough = run.length >= _FORMULA_WORDS and content >= _FORMULA_CONTENT
            most_of_it = (
                fullest.content >= 2
                and content >= 2
                and containment(fullest.runs, shingles(words[run.start : run.end])) >= _FOUND
            )
            fits = (long_enough or most_of_it) and content > named
            if fits and (best is None or run.length > best[0]):
                best = (run.length, span)
    return best[1] if best else None


def _reported(fullest: _Piece, own: Sequence[Statement]) -> Span | None:
    """Where a source reports an utterance without quoting: its telling words close together."""
    wanted = {stem for stem in fullest.stems if stem}
    if len(wanted) < _FORMULA_CONTENT:
        return None
    for statement in own:
        if len(wanted & set(statement.stems)) < _REPORTED * len(wanted):
            continue
        at = [i for i, stem in enumerate(statement.stems) if stem in wanted]
        first, last = at[0], at[-1]
        span = Span(statement.tokens[first].start, statement.tokens[last].end)
        near = last - first < 1.5 * len(fullest.tokens) + 2
        if near and not any(quoted.overlaps(span) for quoted in statement.quoted):
            return span
    return None


def _shared_runs(
    words: Sequence[str],
    whole: Sequence[str],
    positions: dict[tuple[str, ...], list[int]],
) -> Iterator[_Run]:
    at = 0
    while at + SIZE <= len(words):
        longest = 0
        for start in positions.get(tuple(words[at : at + SIZE]), ()):
            size = SIZE
            while (
                at + size < len(words)
                and start + size < len(whole)
                and words[at + size] == whole[start + size]
            ):
                size += 1
            longest = max(longest, size)
        if longest:
            yield _Run(at, at + longest)
        at += max(1, longest)
