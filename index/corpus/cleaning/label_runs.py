"""Short lines in rows above and below an article: topics, sections, stray words."""

from __future__ import annotations

from index.corpus.cleaning import name_looks, topics
from index.corpus.cleaning.line_looks import Look, is_sentence
from index.corpus.cleaning.page import Page
from index.corpus.cleaning.phrases import plain
from index.corpus.cleaning.reasons import Reason
from index.corpus.cleaning.signatures import (
    INVITING,
)

_TOPIC = 4
"""The most words of a topic."""
_LONGEST_RUN = 100
"""The most lines in a list of topics, one topic a line."""
_INVITATION = 10
"""The most words of a link that invites the reader: « Consultez la carte des travaux »."""
STRAY = 3
"""The most words of a stray label."""


def judge_lists(page: Page, first: int, last: int) -> None:
    """Sets aside lists of topics, and topics that the page names elsewhere too."""
    around = (*range(first), *range(last + 1, len(page.lines)))
    if not any(map(page.is_short, around)):
        return
    known = {plain(tag) for tag in page.facts.tags}
    noisy = page.has_noise(0, first) or page.has_noise(last + 1, len(page.lines))
    for at in around:
        if not page.is_short(at):
            continue
        if page.plains[at] in known:
            page.reasons[at] = Reason.TAGS
            continue
        parts = topics.split_list(page.text(at))
        if len(parts) > 1 and all(plain(part) in known for part in parts):
            page.reasons[at] = Reason.TAGS
        elif noisy and not known and at != page.title and _is_list_of_topics(page, at, parts):
            page.reasons[at] = Reason.TAGS
            page.facts.tags.extend(parts)
            known = {plain(part) for part in parts}


def _is_list_of_topics(page: Page, at: int, parts: tuple[str, ...]) -> bool:
    if len(parts) < 3 or "," not in page.text(at) + ";|" or is_sentence(page.text(at)):
        return False
    if _run_from(page, at)[1:]:
        # A single comma list among other short lines repeats them as a list.
        around = {page.plains[other] for other in _run_from(page, at)}
        if any(plain(part) in around for part in parts):
            return False
    return all(len(part.split()) <= _TOPIC for part in parts)


def _run_from(page: Page, at: int) -> list[int]:
    start = end = at
    while start > 0 and page.is_short(start - 1) and at - start < _LONGEST_RUN:
        start -= 1
    while end + 1 < len(page.lines) and page.is_short(end + 1) and end - at < _LONGEST_RUN:
        end += 1
    return list(range(start, end + 1))


def judge_runs(page: Page, start: int, end: int) -> None:
    """Sets aside short lines in a row at an edge: topics, a section, a name, stray words."""
    noisy = page.has_noise(start, end)
    at = start
    while at < end:
        if not page.is_short(at):
            at += 1
            continue
        run = [at]
        while run[-1] + 1 < end and page.is_short(run[-1] + 1):
            run.append(run[-1] + 1)
        _judge_run(page, run, noisy=noisy, above=start == 0)
        at = run[-1] + 1


def _judge_run(page: Page, run: list[int], *, noisy: bool, above: bool) -> None:
    few = [at for at in run if len(page.plains[at].split()) <= _TOPIC]
    labelled = run[0] > 0 and page.look(run[0] - 1) is Look.TAGS_LABEL
    words = [at for at in few if not is_sentence(page.text(at))]
    in_row = len(words) == len(run) > 1
    small = all(page.text(at)[0].islower() for at in words)
    if words and (labelled or (noisy and in_row and small)):
        _take_topics(page, words)
        return
    if noisy and in_row and not above and len(run) <= _LONGEST_RUN:
        # Names with capitals may also begin links of the page: a topic must occur in the article.
        told = [at for at in words if page.is_named(at)]
        if len(told) > 1:
            _take_topics(page, told)
    for at in run:
        if not page.is_open(at):
            continue
        _judge_short(page, at, noisy=noisy, above=above)


def _take_topics(page: Page, run: list[int]) -> None:
    single = {page.plains[at] for at in run}
    for at in run:
        page.reasons[at] = Reason.TAGS
        parts = topics.split_list(page.text(at))
        if len(parts) < 2 or not all(plain(part) in single for part in parts):
            page.facts.tags.append(page.text(at))


def _judge_short(page: Page, at: int, *, noisy: bool, above: bool) -> None:
    text = page.text(at)
    words = len(text.split())
    if not noisy:
        return
    if name_looks.is_section(text) and words <= STRAY:
        page.reasons[at] = Reason.METADATA
        page.facts.sections.append(text)
    elif not is_sentence(text) and (
        words <= STRAY or (not above and words <= _INVITATION and INVITING.match(text))
    ):
        page.reasons[at] = Reason.INTERFACE
