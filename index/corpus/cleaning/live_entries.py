"""The entries of a live blog: a time on a line of its own, above a heading and a paragraph."""

from __future__ import annotations

import re

from index.corpus.cleaning.line_looks import Look
from index.corpus.cleaning.page import Page
from index.corpus.cleaning.reasons import Reason

_CLOCK = re.compile(r"[0-2]?\d ?[:hH] ?[0-5]\d")
_FIGURES = re.compile(r"\d+")
_FEWEST = 3
"""The fewest entries of a live blog."""
_BELOW = 4
"""The most lines between a time and the paragraph below it: a heading, buttons, « Alerte »."""
_HALF = 2


def mark_entries(page: Page) -> None:
    """Notes the headings and paragraphs below the times of a live blog, which look like teasers of other
    articles. Most of the page's text stands there; below the latest news at the foot of an article it does not.
    """
    # Few lines begin with a figure.
    clocks = [
        at for at, line in enumerate(page.lines) if line.text[0].isdigit() and _is_clock(page, at)
    ]
    if len(clocks) < _FEWEST or not _in_one_direction(page, clocks):
        return
    found: set[int] = set()
    for at in clocks:
        found |= _entry_below(page, at)
    prose = page.prose()
    told = sum(len(page.text(at)) for at in prose if at in found)
    if told * _HALF > sum(len(page.text(at)) for at in prose):
        page.entries = found


def _entry_below(page: Page, clock: int) -> set[int]:
    """The open lines from a time to the first paragraph below it; none if there is no paragraph."""
    found: set[int] = set()
    for at in range(clock + 1, min(clock + 1 + _BELOW, len(page.lines))):
        if _is_clock(page, at):
            break
        if page.is_open(at) and page.look(at) in (Look.SHORT, Look.PROSE):
            found.add(at)
        if page.is_prose(at):
            return found
    return set()


def keep_entry_times(page: Page) -> None:
    """Takes the times above the entries of a live blog back into the article: « 19:48 » alone looks like
    the length of a sound.

    They run in one direction, and most have a paragraph below them.
    """
    shown = [
        at
        for at, reason in enumerate(page.reasons)
        if reason is Reason.INTERFACE and _is_clock(page, at)
    ]
    prose = page.prose() if shown else []
    times = [at for at in shown if prose and (page.title or 0) < at < prose[-1]]
    headed = [at for at in times if page.is_prose(at + 1) or page.is_prose(at + 2)]
    if _in_one_direction(page, times) and 2 * len(headed) > len(times):
        for at in times:
            page.reasons[at] = None


def _is_clock(page: Page, at: int) -> bool:
    return page.text(at)[0].isdigit() and _CLOCK.fullmatch(page.text(at)) is not None


def _in_one_direction(page: Page, times: list[int]) -> bool:
    """Whether enough times run forwards or backwards."""
    told = [tuple(map(int, _FIGURES.findall(page.text(at)))) for at in times]
    return len(set(told)) >= _FEWEST and told in (sorted(told), sorted(told, reverse=True))
