"""Utterances that a source gives without quotation marks, word for word or in another order."""

from __future__ import annotations

# ruff: noqa: SIM905 -- word lists are easier to read and to mend as running text
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from index.compare.pieces import Piece
from index.compare.shingles import SIZE, containment, shingles
from index.compare.statements import Statement
from index.model.text import Span

_FOUND = 0.5
"""The share of the runs of a quotation that is enough to recognise it, whatever its words are."""
_FORMULA_WORDS = 4
_FORMULA_CONTENT = 3
_REPORTED = 0.75
"""The share of an utterance's telling words that must stand close together where it is reported."""
_LONG_RUN = 10
"""The words of a run that is long enough to be more than a name, whatever its words are."""
_CLAUSE = frozenset(
    "je j tu il elle on nous vous ils elles c qui que qu dont ne n se s a ont avait avaient est sont"
    " était étaient aura auront aurait auraient sera seront serait seraient peut peuvent doit doivent"
    " faut".split()
)
"""Words that show, before other words, that a run says something of somebody."""


class _Run(NamedTuple):
    """A stretch that a text shares with a quotation, by its words in the text."""

    start: int
    end: int

    @property
    def length(self) -> int:
        return self.end - self.start


def holders(own: Sequence[Statement]) -> dict[tuple[str, ...], set[int]]:
    """For each run of words, the sentences of a source that hold it."""
    found: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for number, statement in enumerate(own):
        for run in statement.runs:
            found[run].add(number)
    return found


def unquoted(
    fullest: Piece, own: Sequence[Statement], holding: dict[tuple[str, ...], set[int]]
) -> Span | None:
    """The place where a source says the same words without quotation marks."""
    best: tuple[int, Span] | None = None
    near = sorted({number for run in fullest.runs for number in holding.get(run, ())})
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
            share = containment(fullest.runs, shingles(words[run.start : run.end]))
            long_enough = (
                run.length >= _FORMULA_WORDS
                and content >= _FORMULA_CONTENT
                and (share >= _FOUND or _says(fullest, statement, run))
            )
            most_of_it = fullest.content >= 2 and content >= 2 and share >= _FOUND
            fits = (long_enough or most_of_it) and content > named
            if fits and (best is None or run.length > best[0]):
                best = (run.length, span)
    return best[1] if best else None


def _says(fullest: Piece, statement: Statement, run: _Run) -> bool:
    """Whether a run says something, or is the beginning of the quotation.

    « la lutte contre le terrorisme » alone only names the subject of a long quotation.
    """
    tokens = statement.tokens[run.start : run.end]
    opens = tuple(token.folded for token in tokens) == fullest.words[: run.length]
    return (
        run.length >= _LONG_RUN
        or any(token.exact in _CLAUSE for token in tokens[:-1])
        or (opens and bool(statement.stems[run.start]))
    )


def reported(fullest: Piece, own: Sequence[Statement]) -> Span | None:
    """The place where a source reports an utterance without quoting: its telling words close
    together.
    """
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
