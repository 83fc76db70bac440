"""Finds a page's title and its own summary above the article."""

from __future__ import annotations

import re
import sys
from collections import Counter
from urllib.parse import unquote

from index.corpus.cleaning import headers, name_looks, rights
from index.corpus.cleaning.extent import MOST_OUTSIDE, Extent, heads
from index.corpus.cleaning.line_looks import (
    Look,
    is_row_of_labels,
    is_sentence,
    is_title_like,
    truncation,
    without_kicker,
)
from index.corpus.cleaning.page import Page
from index.corpus.cleaning.phrases import plain
from index.corpus.cleaning.reasons import Reason
from index.corpus.cleaning.title_scores import (
    SHARED,
    has_outlet,
    score_of,
    words_of_title,
)

_PLACED = frozenset({Look.PROSE, Look.SHORT, Look.YEAR})
_LABELS = frozenset({Look.RELATED, Look.TAGS_LABEL, Look.AUTHOR_BOX})
_HEADS = frozenset({Look.PROSE, Look.SHORT, Look.CROSS_LINK})
_PLACE = 0.6
"""What a line's score loses for each possible title above it."""
_FEW = 6
"""The most short lines above the text of a page that was copied from its title on."""
_DISTANCE = 0.05
_FAR = 2.0
"""What a line's score loses for each line between it and the block, and the most that it can lose."""
_PRINTED = re.compile(r"\d{1,2}/\d{1,2}/\d{2,4},? (?:à )?\d{1,2}[:h]\d\d\s+(?=\S)")
"""The date that browsers print before the title at the head of each page."""
_CANDIDATES = 40
"""The number of lines above the first paragraph that may be the title."""
_BEGINNING = 200
"""The characters of a line that are compared with a title."""
_SURE = 0.8
"""The probability of being the outlet's name from which on a line is no title."""
_LABEL = 2
"""The most words of a label such as « Le Mag »."""
_ENDS = re.compile(r"[^.]\.[\s\u00a0]*[»”\"’')\]]*$|[;:,]$")
_TEXT = 2
"""The fewest paragraphs behind a lead."""
_LONGEST_LEAD = 450
_NEAR = 3
"""Lines below a lead among which the byline stands."""
_SUMMARY = 30
"""The fewest characters with which a summary must repeat the start of a paragraph."""


def find_title(page: Page, extent: Extent | None, known: int | None = None) -> None:
    """The line that is `known` to be the title, else the one above the main block that is most likely it.

    Evidence for a line: it is repeated, the page's address spells it, its words are the article's,
    a byline or a date follows, it has several words.
    """
    candidates = _candidates(page, extent) if known is None else [known]
    if not candidates:
        return
    best = candidates[0] if len(candidates) == 1 else _best(page, candidates, extent)
    page.title = best
    page.facts.title = page.text(best)
    above = [at for at in range(best) if page.is_open(at)]
    for at in above:
        _judge_above(page, at)
    _keep_one_section(page, above)
    _judge_prose_above(page, [at for at in above if page.is_prose(at)])
    judge_known_title(page, page.plains[best])


def _judge_prose_above(page: Page, above: list[int]) -> None:
    """Sets aside sentences above the title, of a banner or a teaser, if they are a small part of
    the page.
    """
    whole = sum(len(page.text(at)) for at in page.prose())
    if sum(len(page.text(at)) for at in above) <= MOST_OUTSIDE * whole:
        for at in above:
            page.reasons[at] = Reason.OUTSIDE
    else:
        page.doubtful.update(above)


def _best(page: Page, candidates: list[int], extent: Extent | None) -> int:
    inside = [
        at
        for at in page.prose()
        if at not in candidates and (extent is None or extent.first <= at <= extent.last)
    ]
    body = words_of_title(" ".join(page.text(at)[:1500] for at in inside[:6]))
    slug = words_of_title(unquote(" ".join(page.facts.urls[:1])))
    first = extent.first if extent is not None else max(candidates)
    crowded = sum(page.look(at) is Look.SHORT for at in range(first)) > _FEW
    # A paragraph is no title without its kicker, unless a candidate is as long as its beginning.
    longest = max(len(page.plains[at]) for at in candidates)
    reach = _BEGINNING if longest <= _BEGINNING // 2 else sys.maxsize
    bares = [
        plain(without_kicker(line.text[:_BEGINNING])) if len(line.text) < reach else ""
        for line in page.lines
    ]
    scores: dict[int, float] = {}
    likely = place = 0
    for at in candidates:
        score, share = score_of(page, at, body, slug, bares, first=first)
        # A few lines above the text are a title and its explanation; if there are many, most are
        # menus.
        above = likely if crowded else place
        scores[at] = score - _PLACE * above - min(_FAR, _DISTANCE * max(0, first - at))
        place += len(page.plains[at].split()) > _LABEL
        likely += share >= SHARED and len(page.plains[at].split()) >= 4
    return max(candidates, key=lambda at: (scores[at], -at))


def _candidates(page: Page, extent: Extent | None) -> list[int]:
    """The lines that could be the title, from the top; at most those nearest to the block."""
    lines = heads(page, extent) if extent is not None else range(len(page.lines))
    top = next(
        (at for at, seen in enumerate(page.looks) if page.is_open(at) and seen.look in _HEADS), -1
    )
    open_lines = [at for at in lines if page.is_open(at)]
    if extent is None and open_lines:
        open_lines = open_lines[:-1]
    if top >= 0 and top not in open_lines and extent is not None and top < extent.last:
        open_lines.append(top)
    found: list[int] = []
    times: Counter[str] | None = None
    for at in open_lines:
        look, text = page.look(at), page.text(at)
        if _PRINTED.match(text) or is_row_of_labels(text):
            continue
        if at == top and _heads_page(text, look):
            found.append(at)
        elif look in (Look.SHORT, Look.PROSE) and page.plains[at]:
            # A title with a stop at its end counts if it is repeated.
            if is_title_like(text):
                found.append(at)
            elif len(text) <= 220 and len(page.plains[at].split()) > 2:
                times = times or Counter(page.plains)
                if times[page.plains[at]] > 1:
                    found.append(at)
    others = [at for at in found if page.named.get(at, 0) < _SURE]
    if any(len(page.plains[at].split()) > _LABEL for at in others):
        found = others
    return found[-_CANDIDATES:] if len(found) <= _CANDIDATES else [found[0], *found[-_CANDIDATES:]]


def _heads_page(text: str, look: Look) -> bool:
    """Whether the very first line is a title, even with stops inside it (« VIDÉO. Un port »)."""
    if look is Look.CROSS_LINK:
        return text.lower().startswith(("vidéo", "video"))
    return look in (Look.SHORT, Look.PROSE) and len(text) <= 200 and not _ENDS.search(text)


def _keep_one_section(page: Page, above: list[int]) -> None:
    """Drops the sections of a menu, none of which is the article's, unless one stands in a path
    right above it.
    """
    named = [at for at in above if name_looks.is_section(page.text(at))]
    if len(named) < 2:
        return
    last = named[-1]
    in_path = (
        last and page.plains[last - 1] in ("accueil", "home") and page.title in (last + 1, last + 2)
    )
    for at in named:
        text = page.text(at)
        if text in page.facts.sections and not (in_path and at == last):
            page.facts.sections.remove(text)


def _judge_above(page: Page, at: int) -> None:
    """Sets a line above the title aside."""
    if page.look(at) in _LABELS:
        # « Le direct », « Nos dossiers » of a menu, without the block that such a header has.
        page.reasons[at] = Reason.INTERFACE
    if page.look(at) is not Look.SHORT:
        return
    text = page.text(at)
    if name_looks.is_section(text):
        page.reasons[at] = Reason.METADATA
        page.facts.sections.append(text)
    elif at in page.named:
        page.reasons[at] = Reason.METADATA
    elif not is_sentence(text):
        page.reasons[at] = Reason.INTERFACE


def judge_known_title(page: Page, title: str) -> None:
    """Sets repeated titles aside, also those with the outlet's name after them."""
    if not title:
        return
    for at, simple in enumerate(page.plains):
        if at == page.title or page.reasons[at] not in (None, Reason.INTERFACE):
            continue
        text = page.text(at)
        printed = _PRINTED.match(text) if text[0].isdigit() else None
        if printed:
            simple = plain(page.text(at)[printed.end() :])
        if simple == title:
            page.reasons[at] = Reason.REPEATED_TITLE
        elif has_outlet(page, at, simple, title):
            page.reasons[at] = Reason.REPEATED_TITLE
            outlet = rights.outlet_after(page.text(at), len(simple) - len(title))
            if outlet:
                page.facts.sources.append(outlet)


def _may_begin(text: str, stem: str) -> bool:
    """Whether the plain form of a text may begin with a stem, by its first letter."""
    first = text[:1]
    return not (first.isascii() and first.isalnum()) or first.lower() == stem[0]


def find_description(page: Page) -> None:
    """A summary above the page's metadata that is cut off or that the text repeats."""
    prose = page.prose()
    if len(prose) < 2:
        return
    first, later = prose[0], prose[1:]
    summary, outlet = headers.split_summary(page.text(first))
    between = any(page.look(at) not in _PLACED for at in range(first + 1, later[0]))
    cut = truncation(summary)
    stem = plain(summary[: cut.start] if cut else summary)
    if between:
        # Above a byline, even a complete sentence is a summary if the text goes on after it.
        stem = stem.rstrip(" .")
    repeats = len(stem) >= _SUMMARY and any(
        _may_begin(page.text(at), stem) and plain(page.text(at)[: len(stem) + 40]).startswith(stem)
        for at in later
    )
    if repeats or (cut is not None and (between or outlet)):
        page.reasons[first] = Reason.DESCRIPTION
        page.facts.description = summary
        if outlet:
            page.facts.sources.append(outlet)
    elif _is_lead(page, first, later):
        # It is said nowhere else, and so it stays in the text.
        page.facts.description = page.text(first)


def _is_lead(page: Page, first: int, later: list[int]) -> bool:
    """A whole sentence right below the title, with the byline or the date between it and the text."""
    text = page.text(first)
    if page.title is None or first < page.title or len(later) < _TEXT or page.facts.description:
        return False
    if not _SUMMARY <= len(text) <= _LONGEST_LEAD or not _ENDS.search(text) or text[-1] in ":;,":
        return False
    above = (page.look(at) for at in range(page.title + 1, first))
    below = [page.look(at) for at in range(first + 1, later[0])]
    return Look.HEADER in below[:_NEAR] and not any(
        look in (Look.HEADER, Look.SHORT) for look in above
    )
