"""Blocks of links to other articles: a header, then titles, each perhaps with a teaser below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from index.corpus.cleaning.line_looks import Look, is_sentence, is_title_like, truncation
from index.corpus.cleaning.reasons import Reason

if TYPE_CHECKING:
    from index.corpus.cleaning.page import Page

_TEASER = 450
"""The most characters of a teaser."""
_QUESTION = 16
"""The most words of a title that is a question; a teaser is a statement."""
_SENTENCE = 6
"""The fewest words of a paragraph; a shorter line is a stray one."""
_QUESTIONS = 3
"""The fewest questions of an interview, each right above its answer."""
_HEADING = 5
"""The most words of a usual subheading."""


class Block(NamedTuple):
    """The lines that belong to a header."""

    lines: tuple[int, ...]
    titles: tuple[int, ...]
    end: int
    """The first line after the block."""


def read_teasers(page: Page, header: int) -> Block:
    """The titles and teasers below a header.

    Teasers count only if the block goes on to the end of the page: if the article goes on after it,
    a paragraph after a title could be its own.
    """
    to_end = _pairs_to_the_end(page, header)
    if to_end is not None:
        return to_end
    return _titles_only(page, header)


def _pairs_to_the_end(page: Page, header: int) -> Block | None:
    if not any(page.is_prose(at) for at in range(header)):
        return None
    lines: list[int] = []
    titles: list[int] = []
    teaser_allowed = False
    for at in range(header + 1, len(page.lines)):
        if page.looks[at].look is Look.COMMENTS and lines:
            return Block(tuple(lines), tuple(titles), at)
        if page.reasons[at] is Reason.REPEATED_TITLE:
            # The page may link to itself.
            teaser_allowed = True
        if not page.is_open(at):
            continue
        text, look = page.lines[at].text, page.looks[at].look
        if look in (Look.RELATED, Look.HEADER, Look.YEAR, Look.CROSS_LINK, Look.TAGS_LABEL):
            lines.append(at)
            continue
        asks = text[-1] in "?!" and len(text.split()) <= _QUESTION
        if look is Look.SHORT or (is_title_like(text) and (asks or not teaser_allowed)):
            lines.append(at)
            if is_title_like(text) and len(text.split()) > 2:
                titles.append(at)
                teaser_allowed = True
            continue
        if not teaser_allowed or len(text) > _TEASER:
            return None
        lines.append(at)
        teaser_allowed = False
    teasers = [at for at in lines if at not in titles and _tells(page, at)]
    whole = [at for at in teasers if truncation(page.lines[at].text) is None]
    if whole and (len(titles) == 1 or len(teasers) < len(titles)):
        # One title and one whole paragraph may also be a subheading and the article's end. If not
        # every title has a teaser, the text after the last title may be the article again.
        return None
    return Block(tuple(lines), tuple(titles), len(page.lines))


def _tells(page: Page, at: int) -> bool:
    """Whether a line is a teaser or a paragraph: a sentence of some words."""
    text = page.lines[at].text
    if page.looks[at].look is Look.PROSE:
        return True
    return is_sentence(text) and text[-1] not in "?!" and len(text.split()) >= _SENTENCE


def _titles_only(page: Page, header: int) -> Block:
    """The run of titles right below a header inside an article."""
    titles: list[int] = []
    at = header + 1
    while at < len(page.lines):
        text = page.lines[at].text
        if page.is_open(at):
            if page.looks[at].look is not Look.SHORT or not is_title_like(text):
                break
            titles.append(at)
        at += 1
    resumes = at < len(page.lines)
    if resumes and len(titles) > 1:
        words = [len(page.lines[title].text.split()) for title in titles]
        if words[-1] <= _HEADING < sum(words[:-1]) / (len(words) - 1):
            titles.pop()
    if resumes and titles and _is_question(page, titles[-1]):
        titles.pop()
    if resumes and len(titles) == 1 and len(page.lines[titles[0]].text.split()) <= _HEADING:
        titles.clear()
    end = titles[-1] + 1 if titles else header + 1
    return Block(tuple(titles), tuple(titles), end)


def _is_question(page: Page, at: int) -> bool:
    """Whether a line right above a paragraph is a question of an interview, which has others."""
    return (
        page.lines[at].text[-1] == "?"
        and sum(
            page.lines[other].text[-1] == "?"
            and page.looks[other].look is Look.SHORT
            and page.looks[other + 1].look is Look.PROSE
            for other in range(len(page.lines) - 1)
        )
        >= _QUESTIONS
    )
