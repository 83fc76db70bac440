"""Finds a page's title and its own summary above the article."""

from __future__ import annotations

import re
from collections import Counter
from urllib.parse import unquote

from index.corpus.cleaning import headers, names, rights
from index.corpus.cleaning.looks import Look, is_sentence, is_title_like, truncation
from index.corpus.cleaning.outlets import is_outlet_name
from index.corpus.cleaning.page import Page
from index.corpus.cleaning.phrases import plain
from index.corpus.cleaning.reasons import Reason

_PLACED = frozenset({Look.PROSE, Look.SHORT, Look.YEAR})
_HEADS = frozenset({Look.PROSE, Look.SHORT, Look.CROSS_LINK})
_WORD = re.compile(r"[a-z0-9]{4,}")
_PLACE = 0.6
"""What each line that stands higher takes from a line's score."""
_SITE = re.compile(
    r"^(?:toute )?(?:l'|les )?(?:actualites?|actus?|infos?|informations?|news)\b|dernieres (?:actus?|infos|actualites)"
    r"|toute l'(?:actu|info)|en temps reel|site d'info|journal en ligne|quotidien (?:d'info|national|en ligne)"
    r"|en direct (?:sur|et en continu)|premier site|\bwebzine\b"
)
"""How a site speaks of itself above its articles."""
_PRINTED = re.compile(r"\d{1,2}/\d{1,2}/\d{2,4},? (?:à )?\d{1,2}[:h]\d\d\s+(?=\S)")
"""What browsers print in front of the title at the head of each page."""
_CANDIDATES = 40
"""Lines above the first paragraph of which one may be the title."""
_OUTLET_LENGTH = 40
_ENDS = re.compile(r"[^.]\.[\s\u00a0]*[»”\"’')\]]*$|[;:,]$")
_SUMMARY = 30
"""Characters from which the start of a paragraph is a summary of it."""


def find_title(page: Page) -> None:
    """The line above the first paragraph that best could head the article.

    What speaks for a line: that it is repeated, that the page's address spells it, that its words
    are the article's, that it stands first and has several words.
    """
    candidates = _candidates(page)
    if not candidates:
        return
    page.title = candidates[0] if len(candidates) == 1 else _best(page, candidates)
    page.facts.title = page.text(page.title)
    for at in range(page.title):
        if page.is_open(at):
            _judge_above(page, at)
    judge_known_title(page, page.plains[page.title])


def _best(page: Page, candidates: list[int]) -> int:
    body = _words(" ".join(page.text(at)[:1000] for at in page.prose()[:4]))
    slug = _words(unquote(" ".join(page.facts.urls[:1])))
    scores = {
        at: _score(page, at, body, slug) - _PLACE * place for place, at in enumerate(candidates)
    }
    return max(candidates, key=lambda at: (scores[at], -at))


def _score(page: Page, at: int, body: set[str], slug: set[str]) -> float:
    simple = page.plains[at]
    words = _words(simple)
    score = 2.0 if len(simple.split()) >= 4 else 0.0
    if len(simple.split()) >= 3:
        same = sum(other == simple for other in page.plains) > 1
        longer = any(
            _has_outlet(page, other, page.plains[other], simple) for other in range(len(page.lines))
        )
        score += 5.0 if same else 0.0
        score += 4.0 if longer else 0.0
    if words:
        score += 3.0 * len(words & body) / max(len(words), 4)
        score += 4.0 * (len(words & slug) >= 0.6 * len(words) and len(words) >= 2)
    if _SITE.search(simple) or simple in {plain(name) for name in page.facts.sources}:
        score -= 4.0
    elif is_outlet_name(page.text(at)) and names.is_name(page.text(at)):
        score -= 3.0
    return score


def _words(text: str) -> set[str]:
    return set(_WORD.findall(plain(text)))


def _candidates(page: Page) -> list[int]:
    found: list[int] = []
    open_lines = [at for at in range(len(page.lines)) if page.is_open(at)]
    prose = [at for at in open_lines if page.look(at) is Look.PROSE]
    last = max(prose or open_lines, default=-1)
    times = Counter(page.plains)
    top = next((at for at in open_lines if page.look(at) in _HEADS), -1)
    for at in open_lines:
        if at >= last or len(found) == _CANDIDATES:
            break
        if _PRINTED.match(page.text(at)):
            continue
        look, text = page.look(at), page.text(at)
        if at == top and _heads_page(text, look):
            found.append(at)
            continue
        if look is Look.PROSE and found:
            break
        if look in (Look.SHORT, Look.PROSE) and page.plains[at]:
            if times[page.plains[at]] > 1 and len(text) <= 220:
                # Even a title with a stop at its end may be told by its being doubled.
                found.append(at)
                continue
            if is_title_like(text):
                found.append(at)
                continue
        if look is Look.PROSE:
            break
    return found


def _heads_page(text: str, look: Look) -> bool:
    """Whether the very first line is a title, whatever stops stand inside it (« VIDÉO. Un port »)."""
    if look is Look.CROSS_LINK:
        return text.lower().startswith(("vidéo", "video"))
    return look in (Look.SHORT, Look.PROSE) and len(text) <= 200 and not _ENDS.search(text)


def _judge_above(page: Page, at: int) -> None:
    if page.look(at) is not Look.SHORT:
        return
    text = page.text(at)
    if names.is_section(text):
        page.reasons[at] = Reason.METADATA
        page.facts.sections.append(text)
    elif is_outlet_name(text) and names.is_name(text):
        page.reasons[at] = Reason.METADATA
        page.facts.sources.append(text)
    elif not is_sentence(text):
        page.reasons[at] = Reason.INTERFACE


def judge_known_title(page: Page, title: str) -> None:
    """Sets repeated titles aside, also those with the outlet's name behind them."""
    if not title:
        return
    for at, simple in enumerate(page.plains):
        if at == page.title or page.reasons[at] not in (None, Reason.INTERFACE):
            continue
        printed = _PRINTED.match(page.text(at))
        if printed:
            simple = plain(page.text(at)[printed.end() :])
        if simple == title:
            page.reasons[at] = Reason.REPEATED_TITLE
        elif _has_outlet(page, at, simple, title):
            page.reasons[at] = Reason.REPEATED_TITLE
            outlet = rights.outlet_after(page.text(at), len(simple) - len(title))
            if outlet:
                page.facts.sources.append(outlet)


def _has_outlet(page: Page, at: int, simple: str, title: str) -> bool:
    """Whether a line, `simple` in its plain form, is the title with an outlet's name behind it."""
    extra = len(simple) - len(title)
    if not 0 < extra <= _OUTLET_LENGTH or not simple.startswith(title):
        return False
    return rights.outlet_after(page.text(at), extra) is not None


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
        # Above a byline, even a whole sentence is a summary when the text goes on where it stops.
        stem = stem.rstrip(" .")
    repeats = len(stem) >= _SUMMARY and any(
        plain(page.text(at)[: len(stem) + 40]).startswith(stem) for at in later
    )
    if repeats or (cut is not None and (between or outlet)):
        page.reasons[first] = Reason.DESCRIPTION
        page.facts.description = summary
        if outlet:
            page.facts.sources.append(outlet)
