"""Borders of articles that have no head: lines of signs, counters, page breaks and addresses between titles and prose.

Such a border parts a text only where every stretch begins with a title of its own above a paragraph; one article
has them between its parts too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from urllib.parse import urlsplit

from index.corpus.bundles.parts import ENDS, Row, is_paragraph
from index.corpus.bundles.review_heads import reads_as_title
from index.corpus.bundles.review_parts import has_head
from index.text.folding import fold

RULE = re.compile(r"(?P<sign>[=*_~#+•—–-])(?:[ \t]?(?P=sign)){4,}|(?:\* ?){3,}")
"""A line of signs."""
_COUNTER = re.compile(
    r"(?:article|texte|document|papier|coupure|n[°o]) ?(?P<number>\d{1,3})",
    re.IGNORECASE,
)
_COUNTER_LENGTH = 20
_BLANK = 4
_GAP = re.compile(rf"(?:\n[ \t\r\u00a0]*){{{_BLANK}}}")
_ADDRESS = re.compile(r"https?://\S+")
_SURE = 3
"""As many stretches that all begin as articles are articles: two may be the parts of one."""
_TITLE_WORDS = 4
"""The fewest words of a title: « Les faits » stands above a part of one article."""
_BROKEN = 60
"""The fewest characters of a line of a paragraph that was broken into lines."""
_COVER = 8
"""Rows of a cover or an imprint at the most."""
_HEAD = 5
"""Rows at the beginning of a stretch in which its first paragraph begins."""

Piece = Sequence[Row]


def may_hold(text: str, short: list[str]) -> bool:
    """Whether a text may have a counter, a page break or an address between articles; lines of signs aside."""
    if "\f" in text or has_gaps(text):
        return True
    if "http" in text and any(_ADDRESS.match(line.lstrip()) for line in short):
        return True
    return any(
        len(line) <= _COUNTER_LENGTH
        and line.rstrip()[-1:].isdigit()
        and _COUNTER.fullmatch(line.strip())
        for line in short
    )


def has_gaps(text: str) -> bool:
    """Whether three blank lines stand somewhere in a text, one below the other."""
    if text.count("\n") < _BLANK:
        return False
    return ("\n\n\n" in text or "\n\r\n\r\n" in text or "\n \n" in text) and _GAP.search(
        text
    ) is not None


def starts_of_articles(rows: list[Row], text: str) -> list[int]:
    """The rows at which articles begin; empty where no border is sure."""
    for find, least in _KINDS:
        starts = without_covers(rows, find(rows, text))
        if len(starts) >= least and _all_begin(rows, starts):
            return starts
    return []


def doubtful(rows: list[Row], text: str) -> int:
    """In how many stretches borders part a text that may be articles or not; 0 without any."""
    for find in (*(find for find, _ in _KINDS), _by_gaps):
        starts = without_covers(rows, find(rows, text))
        begun = sum(_begins(piece) for piece in _pieces(rows, starts))
        if begun > 1 and 3 * begun >= 2 * len(starts):
            return len(starts)
    return 0


def _by_signs(rows: list[Row], text: str) -> list[int]:
    return _after(rows, [at for at, row in enumerate(rows) if RULE.fullmatch(row.text)])


def _by_counters(rows: list[Row], text: str) -> list[int]:
    """The rows of « Article 1 », « Article 2 »…, if they count from one."""
    told = [
        (at, int(match["number"]))
        for at, row in enumerate(rows)
        if len(row.text) <= _COUNTER_LENGTH and (match := _COUNTER.fullmatch(row.text))
    ]
    in_turn = [number for _, number in told] == list(range(1, len(told) + 1))
    return [at for at, _ in told] if in_turn and told and _is_cover(rows[: told[0][0]]) else []


def _by_page_breaks(rows: list[Row], text: str) -> list[int]:
    if "\f" not in text:
        return []
    broken = [at for at in range(1, len(rows)) if "\f" in text[rows[at - 1].end : rows[at].start]]
    return [0, *broken]


def _by_gaps(rows: list[Row], text: str) -> list[int]:
    """The rows below gaps of three blank lines and more; the parts of one article may stand apart as well."""
    below = [
        at
        for at in range(1, len(rows))
        if rows[at].apart and _GAP.search(text, rows[at - 1].end, rows[at].start)
    ]
    return [0, *below] if below else []


def _by_headed_gaps(rows: list[Row], text: str) -> list[int]:
    """Those of gaps where each stretch has a byline, a date or a label below its title."""
    starts = without_covers(rows, _by_gaps(rows, text))
    headed = all(has_head(rows[a:b][1:_HEAD]) for a, b in pairwise((*starts, len(rows))))
    return starts if headed else []


def _by_addresses(rows: list[Row], text: str) -> list[int]:
    """The titles above lines that are an address, each of another outlet, or three and more."""
    below = [
        at for at in range(1, len(rows)) if _ADDRESS.fullmatch(rows[at].text) and rows[at - 1].apart
    ]
    outlets = {urlsplit(rows[at].text).netloc for at in below}
    starts = [at - 1 for at in below]
    if not starts or not _is_cover(rows[: starts[0]]) or len(outlets) < min(len(below), _SURE):
        return []
    return starts


_KINDS: tuple[tuple[Callable[[list[Row], str], list[int]], int], ...] = (
    (_by_counters, 2),
    (_by_addresses, 2),
    (_by_signs, _SURE),
    (_by_page_breaks, _SURE),
    (_by_headed_gaps, 2),
)
"""Each kind of border with the fewest stretches that it parts surely."""


def _after(rows: list[Row], borders: list[int]) -> list[int]:
    starts = [at + 1 for at in borders if at + 1 < len(rows) and at + 1 not in borders]
    return starts if not borders or borders[0] == 0 else [0, *starts]


def without_covers(rows: list[Row], starts: list[int]) -> list[int]:
    """The starts without a cover or an imprint: « La lettre du littoral n° 88 », « Document réalisé par Léa Arnal ».

    A cover belongs to no article; an imprint stays with the last one, if no line of signs parts them.
    """
    held = list(starts)
    if len(held) > 1 and _is_cover(rows[held[0] : held[1]]):
        held = held[1:]
    if len(held) > 1 and _is_cover(rows[held[-1] :]):
        held = held[:-1]
    return held


def without_imprint(rows: list[Row], last: int) -> list[Row]:
    """The rows up to the line of signs in the last stretch below which no paragraph stands."""
    for at in range(len(rows) - 1, max(last, len(rows) - 2 - _COVER), -1):
        if RULE.fullmatch(rows[at].text):
            return rows[:at] if _is_cover(rows[at + 1 :]) else rows
    return rows


def _is_cover(piece: Piece) -> bool:
    """Whether a stretch is short and has no paragraph, nor lines of one that was broken."""
    broken = any(
        len(row.text) >= _BROKEN and not after.apart and row.text[-1] not in ENDS
        for row, after in pairwise(piece)
    )
    return len(piece) <= _COVER and not broken and not any(is_paragraph(row.text) for row in piece)


def _pieces(rows: list[Row], starts: list[int]) -> Iterator[Piece]:
    for start, stop in pairwise((*starts, len(rows))):
        yield [row for row in rows[start:stop] if not RULE.fullmatch(row.text)]


def _all_begin(rows: list[Row], starts: list[int]) -> bool:
    pieces = list(_pieces(rows, starts))
    titles = {fold(_headed(piece)[0].text) for piece in pieces if _headed(piece)}
    return all(map(_begins, pieces)) and len(titles) == len(pieces)


def _headed(piece: Piece) -> Piece:
    """A stretch from its title on, without its counter."""
    return piece[1:] if piece and _COUNTER.fullmatch(piece[0].text) else piece


def _begins(piece: Piece) -> bool:
    """Whether a stretch begins with a title that stands above a paragraph."""
    piece = _headed(piece)
    if len(piece) < 2:
        return False
    title, after = piece[0], piece[1]
    parted = after.apart or bool(_ADDRESS.fullmatch(after.text)) or has_head([after])
    named = len(title.text.split()) >= _TITLE_WORDS and not title.text.endswith("?")
    return (
        parted
        and named
        and reads_as_title(title.text)
        and title.text[-1] not in ENDS
        and any(is_paragraph(row.text) for row in piece[1:_HEAD])
    )
