"""Excerpts of an article around the marks: those with the most different words of the query."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from index.model.article import Article
from index.model.found import Excerpt
from index.model.text import Span
from index.query.engine import Zone
from index.search.marking import Mark, Marker, without_overlap
from index.search.zones import zone_texts

WIDTH = 160
"""The characters of an excerpt, about two lines of a result."""


_CLOSING = ".,;:!?…)]»”"
"""Signs that belong to the words before them: an excerpt does not begin with one."""
_SLIPPED = ".,;"
"""Those that a paragraph does not begin with but by a slip."""

_PLACES = {Zone.BODY: "text", Zone.DESCRIPTION: "description", Zone.ASIDE: "set aside"}


class _Window(NamedTuple):
    units: int
    marks: tuple[Mark, ...]
    order: int
    """The place of the paragraph in the article."""


def excerpts_of(article: Article, marker: Marker, *, most: int) -> tuple[Excerpt, ...]:
    """The best excerpts, at most `most`, in the order of the article.

    If nothing but the title is marked, or nothing at all, the beginning of the body is the excerpt.
    """
    if most <= 0:
        return ()
    paragraphs = [part for part in zone_texts(article) if part.zone is not Zone.TITLE]
    candidates: list[_Window] = []
    for order, part in enumerate(paragraphs):
        marks = marker.marks(article, part)
        if marks:
            candidates.extend(_windows(marks, order))
    chosen: list[_Window] = []
    seen: set[int] = set()
    while candidates and len(chosen) < most:
        best = max(
            candidates,
            key=lambda w: (len({m.unit for m in w.marks} - seen), w.units, len(w.marks), -w.order),
        )
        chosen.append(best)
        seen.update(mark.unit for mark in best.marks)
        candidates = [window for window in candidates if not _overlap(window, best)]
    if not chosen:
        return _beginning(article)
    chosen.sort(key=lambda window: (window.order, window.marks[0].start))
    found: list[Excerpt] = []
    cut_before: tuple[int, int] = (-1, 0)
    for window in chosen:
        part = paragraphs[window.order]
        floor = cut_before[1] if cut_before[0] == window.order else 0
        core = Span(window.marks[0].start, max(mark.end for mark in window.marks))
        core = Span(core.start, min(core.end, core.start + WIDTH))
        span = cut(part.text, core, floor=floor)
        cut_before = (window.order, span.end)
        matches = [
            Mark(mark.start, min(mark.end, span.end), mark.unit)
            for mark in window.marks
            if span.start <= mark.start < span.end
        ]
        found.append(
            Excerpt(
                text=one_line(span.of(part.text)),
                matches=tuple(s.shifted(-span.start) for s in without_overlap(matches)),
                span=None if part.start is None else span.shifted(part.start),
                place=_PLACES[part.zone],
            )
        )
    return tuple(found)


def cut(text: str, core: Span, *, width: int = WIDTH, floor: int = 0) -> Span:
    """A stretch of whole words around another, about `width` characters, not before `floor`."""
    room = max(0, width - core.length)
    start = max(floor, core.start - room // 2)
    end = min(len(text), start + max(width, core.length))
    start = max(floor, min(start, end - max(width, core.length)))
    if start > 0 and not text[start - 1].isspace():
        following = next((at for at in range(start, core.start) if text[at].isspace()), None)
        start = start if following is None else following + 1
    if end < len(text) and not text[end].isspace():
        before = next((at for at in range(end - 1, core.end - 1, -1) if text[at].isspace()), None)
        end = end if before is None else before
    closing = _CLOSING if start else _SLIPPED
    while start < core.start and (text[start].isspace() or text[start] in closing):
        start += 1
    while end > core.end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _windows(marks: Sequence[Mark], order: int) -> list[_Window]:
    """The windows of marks within the width of an excerpt; each adds at least one mark to the one
    before.
    """
    found: list[_Window] = []
    end = 0
    for first, mark in enumerate(marks):
        before = end
        end = max(end, first + 1)
        while end < len(marks) and marks[end].end - mark.start <= WIDTH:
            end += 1
        if end > before:
            inside = tuple(marks[first:end])
            found.append(_Window(len({one.unit for one in inside}), inside, order))
    return found


def _overlap(one: _Window, other: _Window) -> bool:
    return (
        one.order == other.order
        and one.marks[0].start < other.marks[-1].end
        and other.marks[0].start < one.marks[-1].end
    )


def _beginning(article: Article) -> tuple[Excerpt, ...]:
    body = [part for part in zone_texts(article) if part.zone is Zone.BODY]
    for part in body:
        start = len(part.text) - len(part.text.lstrip())
        span = cut(part.text, Span(start, start))
        if span.length:
            assert part.start is not None
            return (Excerpt(one_line(span.of(part.text)), (), span.shifted(part.start)),)
    return ()


def one_line(text: str) -> str:
    """The text with line breaks and tabs as spaces; offsets stay the same."""
    return _LINES.sub(" ", text)


_LINES = re.compile(r"[\n\r\t\v\f\x1c-\x1e\x85\u2028\u2029]")
