"""Lines that the rules left in, weighed once more by their place, form and words: most likely noise goes.

A logistic regression over the signs of `line_signs.py`; its weights are data. It is a veto only: it takes lines out and
puts none in, and where it is not sure, a line stays.
"""

from __future__ import annotations

import re

from index.corpus.cleaning.extent import MOST_OUTSIDE, find_extent, heads_prose
from index.corpus.cleaning.line_looks import begins_with_sentence
from index.corpus.cleaning.line_signs import frame_of, signs_of
from index.corpus.cleaning.logistic import probability, weights_of
from index.corpus.cleaning.page import Page
from index.corpus.cleaning.reasons import Reason

_SURE = 0.95
"""The least probability at which a line goes. On outlets left out it took four fifths of the noise that the rules had left
in copied pages, and one line in 700 of the articles.
"""
_SURE_INSIDE = 0.98
"""The same between two paragraphs."""
_NOISY = 4
"""The fewest lines set aside for their wording that make a page one that was copied whole."""
_LEAD = 8
"""The fewest words of a lead."""
_KNOWN = 0.5
"""The share of a heading's words that the article has too."""
_TWO_WORDS = 0.5
"""Of three words of the trade in a line, more than one."""
_ENTRY = re.compile(r"\d{1,2} ?[h:] ?\d\d\b")
_WITH_ADDRESS = re.compile(r"[A-ZÀ-Ý«](?:[^\s:]+\s+){4,20}[^\s:]*\s?:\s(?:https?://|www\.)\S+")
_TOLD = 4
"""How many signs an explanation names."""
_OF_TITLE = frozenset((Reason.REPEATED_TITLE, Reason.REPEATED_PARAGRAPH))


def weights() -> dict[str, float]:
    """The weight of each sign in the log odds that a line is noise; `start` is that of none."""
    return weights_of("line_weights")


def probability_of(signs: dict[str, float]) -> float:
    """The probability that a line with these signs is no part of its article, from 0 to 1."""
    return probability("line_weights", signs)


def explained(signs: dict[str, float]) -> tuple[tuple[str, float], ...]:
    """The signs that speak most for noise, each with what it adds to the log odds."""
    known = weights()
    added = [(name, known.get(name, 0.0) * value) for name, value in signs.items()]
    return tuple(sorted((one for one in added if one[1] > 0), key=lambda one: -one[1])[:_TOLD])


def judge_by_signs(page: Page) -> None:
    """Sets aside the open lines that are most likely noise, on a page that was copied whole.

    Paragraphs go only together, and only if they are a small part of the page's prose; else all of
    them stay and the page says so.
    """
    told = sum(reason is not None and reason not in _OF_TITLE for reason in page.reasons)
    extent = find_extent(page) if told >= _NOISY else None
    if extent is None:
        return
    frame = frame_of(page, extent)
    doubtful = [
        at
        for at in range(len(page.lines))
        if page.is_open(at)
        and at not in page.entries
        and not (page.is_prose(at) and extent.first <= at <= extent.last)
    ]
    signs = {at: signs_of(page, at, frame) for at in doubtful}
    found = [at for at in doubtful if _is_noise(page, at, signs[at])]
    prose = sum(len(page.text(at)) for at in found if page.is_prose(at))
    if prose > MOST_OUTSIDE * sum(len(page.text(at)) for at in page.prose()):
        page.doubtful.update(at for at in found if page.is_prose(at))
        found = [at for at in found if not page.is_prose(at)]
    for at in found:
        page.reasons[at] = Reason.UNLIKE
        page.signs[at] = tuple(name for name, _ in explained(signs[at]))


def _is_noise(page: Page, at: int, signs: dict[str, float]) -> bool:
    if not signs["addresses the reader"] and begins_with_sentence(page.text(at)):
        return False  # a last paragraph to which wrapped lines joined a label
    if not signs["addresses the reader"] and _gives_address(page, at):
        return False
    if not signs["words of the trade"] and _looks_as_own(page, at, signs):
        return False
    if not signs["words of the trade"] and signs["known words"] >= _KNOWN and heads_prose(page, at):
        return False  # a heading of what stays below a box
    lead = "between title and text" in signs and len(page.text(at).split()) >= _LEAD
    if lead and signs["words of the trade"] < _TWO_WORDS and not signs["addresses the reader"]:
        return False  # « … que le dossier dort à Paris … » is a lead all the same
    # A subheading has the form of a label.
    inside = "below" not in signs and "above" not in signs
    return probability_of(signs) >= (_SURE_INSIDE if inside else _SURE)


def _gives_address(page: Page, at: int) -> bool:
    """Whether a line right below the text ends with an address: « Le rapport est consultable ici : https://… »."""
    below = at > 0 and (page.is_prose(at - 1) or page.is_open(at - 1))
    return below and _WITH_ADDRESS.fullmatch(page.text(at)) is not None


def _looks_as_own(page: Page, at: int, signs: dict[str, float]) -> bool:
    """Whether a line may be a lead, a first heading or an entry of a live blog, whose form noise has
    too.
    """
    if "between title and text" in signs and (
        len(page.text(at).split()) >= _LEAD or _leads_to_text(page, at)
    ):
        return True
    return bool(_ENTRY.match(page.text(at)))


def _leads_to_text(page: Page, at: int) -> bool:
    """Whether no noise stands between a line and the paragraph below it."""
    while at < len(page.lines) and page.is_short(at):
        at += 1
    return at < len(page.lines) and page.is_prose(at)
