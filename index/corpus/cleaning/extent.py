"""The place of the article on a page: its main block of lines, before any wording is judged.

The block is the run of lines with the greatest sum: long lines that end a sentence count for it,
short ones against it. This is the maximum-sum segment of Bentley (1984), as boilerplate detectors
use it on text density (Kohlschütter et al. 2010).
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from typing import NamedTuple

from index.corpus.cleaning.line_looks import Look, begins_with_sentence, is_sentence, is_title_like
from index.corpus.cleaning.name_looks import is_section
from index.corpus.cleaning.page import Page
from index.corpus.cleaning.phrases import plain
from index.corpus.cleaning.reasons import Reason

MOST_OUTSIDE = 0.1
"""The share of a page's prose that may be set aside for its place alone; if it would be more, all
stays.
"""
_FEWEST_NOISE = 2
_NOISY = 0.12
"""The share of lines after the article whose wording shows noise, from which on the place of the
others counts too.
"""
_HOUR = re.compile(r"\d{1,2} ?[hH:] ?\d\d")
_FEWEST_HOURS = 3
_FEWEST_LABELS = 4
"""The fewest labels both above and below the article that count as the menu of its page."""
_LAST_WORDS = 7
_CLOSING = re.compile(
    r"(?:bien |tres )?(?:a vous|cordialement|amicalement|sincerement|fraternellement|affectueusement|respectueusement)"
    r"|a (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain|bientot|tres vite|plus tard|la semaine)(?: prochaine?)?"
    r"|bonne (?:lecture|semaine|journee|soiree|fin de semaine)(?: (?:a tous|a toutes).*)?|(?:mes |nos )?(?:salutations|amities)(?: .{2,30})?"
)
"""How a letter ends."""
_SIGNED = 4
"""The most words of who signs it."""
_FEWEST_PAIRS = 2
_FEWEST_PARAGRAPHS = 4
_KNOWN = 0.34
"""The least share of common words between this article and the title of another one."""
_WORD = re.compile(r"[a-z0-9]{4,}")
_OF_TITLE = frozenset((None, Reason.REPEATED_TITLE, Reason.REPEATED_PARAGRAPH))
_ENDS = frozenset((Look.RELATED, Look.COMMENTS, Look.COPYRIGHT, Look.AUTHOR_BOX, Look.TAGS_LABEL))
_LONG = 240
"""The number of characters above which a line counts no more."""
_PROSE = 1.5
_PER_CHARACTER = 1 / 80
_AGAINST = {
    Look.SHORT: 0.6,
    Look.NOISE: 0.8,
    Look.HEADER: 0.4,
    Look.TAGS: 0.8,
    Look.TAGS_LABEL: 1.0,
    Look.CROSS_LINK: 0.3,
    Look.RELATED: 2.0,
    Look.AUTHOR_BOX: 1.0,
    Look.COPYRIGHT: 1.5,
    Look.CREDIT: 0.3,
    Look.COMMENTS: 2.5,
    Look.CONTACT: 1.5,
    Look.YEAR: 0.2,
}
"""What a line subtracts from the sum, by its look."""
_PROSE_LOOK, _SHORT_LOOK = Look.PROSE, Look.SHORT
_SAID = 0.2
"""What a short line that ends a sentence subtracts: a question of an interview, a short paragraph."""


class Extent(NamedTuple):
    """The first and the last line of the block, both of them prose."""

    first: int
    last: int


def find_extent(page: Page) -> Extent | None:
    """The main block of a page; None if no line reads as prose."""
    best: Extent | None = None
    most = 0.0
    start, total = 0, 0.0
    for at in range(len(page.lines)):
        value = _value(page, at)
        if total <= 0:
            start, total = at, 0.0
        total += value
        if value > 0 and total > most:
            most, best = total, Extent(start, at)
    return best


def _value(page: Page, at: int) -> float:
    look, text = page.looks[at].look, page.lines[at].text
    if page.reasons[at] is None:
        if look is _PROSE_LOOK:
            return _PROSE + min(len(text), _LONG) * _PER_CHARACTER
        if look is _SHORT_LOOK and is_sentence(text):
            return -_SAID
    return -_AGAINST.get(look, 0.8)


def heads(page: Page, extent: Extent) -> range:
    """The lines among which the title is: those before the block, and a title that reads as prose."""
    end = extent.first
    while end < extent.last and end < extent.first + 2 and is_title_like(page.text(end)):
        end += 1
    return range(end)


def judge_outside(page: Page) -> None:
    """Sets aside the lines after the article, from the first one there whose wording shows noise.

    In a page without any noise, short lines may be its own: a list, a signature, a last answer.
    """
    extent = find_extent(page)
    if extent is None:
        return
    _judge_menu_again(page, extent)
    _judge_ticker(page, extent)
    end = _with_last_words(page, extent.last)
    below = range(end + 1, len(page.lines))
    noise = [at for at in below if page.reasons[at] not in _OF_TITLE]
    if len(noise) < _FEWEST_NOISE or len(noise) < _NOISY * len(below):
        return
    outside = [
        at
        for at in range(noise[0], len(page.lines))
        if page.is_open(at) and page.look(at) in (Look.SHORT, Look.PROSE) and at not in page.entries
    ]
    if not _is_little(page, outside):
        page.doubtful.update(at for at in outside if page.is_prose(at))
        # What stands right above a paragraph that stays may be its heading.
        outside = [
            at for at in outside if page.look(at) is Look.SHORT and not heads_prose(page, at)
        ]
    for at in outside:
        page.reasons[at] = Reason.OUTSIDE


def heads_prose(page: Page, at: int) -> bool:
    """Whether a paragraph that stays stands right below a line."""
    return at + 1 < len(page.lines) and page.is_prose(at + 1)


def _judge_menu_again(page: Page, extent: Extent) -> None:
    """Sets aside the menu of the head where it stands again at the foot."""
    above = {page.plains[at] for at in range(extent.first) if at != page.title} - {""}
    again = [
        at
        for at in range(extent.last + 1, len(page.lines))
        if page.is_short(at) and page.plains[at] in above
    ]
    if len(again) >= _FEWEST_LABELS:
        for at in again:
            page.reasons[at] = Reason.OUTSIDE


def _judge_ticker(page: Page, extent: Extent) -> None:
    """Sets aside the latest news below an article: hours on lines of their own, each above a title."""
    hours = [
        at
        for at in range(extent.last + 1, len(page.lines) - 1)
        if page.text(at)[0].isdigit() and _HOUR.fullmatch(page.text(at)) and page.is_short(at + 1)
    ]
    if len(hours) >= _FEWEST_HOURS:
        for at in hours:
            page.reasons[at] = Reason.TEASER
            page.reasons[at + 1] = Reason.TEASER
            page.related.append(page.text(at + 1))


def _with_last_words(page: Page, last: int) -> int:
    """The last line of the article: short sentences after its last paragraph belong to it, even
    after a credit.
    """
    for at in range(last + 1, min(last + _LAST_WORDS, len(page.lines))):
        if page.reasons[at] is None and page.look(at) is Look.SHORT:
            text = page.text(at)
            if (end := end_of_letter(page, at)) is not None:
                last = end
                continue
            said = is_sentence(text) and text[-1] in ".»" and len(text.split()) >= 4
            if said or begins_with_sentence(text):
                last = at
        elif page.look(at) in _ENDS:
            break
    return last


def end_of_letter(page: Page, at: int) -> int | None:
    """The last line of a letter whose closing words stand on a line: who signs it is below; None for
    other lines.
    """
    if not _CLOSING.fullmatch(page.plains[at].rstrip(" ,.!")):
        return None
    signed = at + 1 < len(page.lines) and len(page.text(at + 1).split()) <= _SIGNED
    return at + 1 if signed and page.is_short(at + 1) else at


def _is_little(page: Page, lines: list[int]) -> bool:
    """Whether the lines are so small a part of the page's prose that their place may decide."""
    prose = sum(len(page.text(at)) for at in lines if page.is_prose(at))
    return prose <= MOST_OUTSIDE * sum(len(page.text(at)) for at in page.prose())


def judge_pairs(page: Page) -> None:
    """Sets aside titles of other articles, each with one paragraph: at least two such pairs in a
    row, with other words.

    A subheading with one paragraph looks the same, but shares words with the article.
    """
    prose = page.prose()
    if len(prose) < _FEWEST_PARAGRAPHS:
        return
    begins = prose[2]
    below_short = (at for at in prose if at > begins + 1 and page.is_short(at - 1))
    if len(list(islice(below_short, _FEWEST_PAIRS))) < _FEWEST_PAIRS:
        return
    told = Counter(word for at in prose for word in set(words_of(page.text(at))))
    at = begins + 1
    while at + 1 < len(page.lines):
        pairs: list[int] = []
        sections: list[int] = []
        while at + 1 < len(page.lines):
            headed = is_section(page.text(at)) and page.is_short(at)
            if not _is_pair(page, at + headed, told):
                break
            sections += [at] * headed
            pairs += [at + headed, at + headed + 1]
            at += headed + 2
            while at < len(page.lines) and not page.is_open(at):
                at += 1
        if len(pairs) >= 2 * _FEWEST_PAIRS:
            for line in (*pairs, *sections):
                page.reasons[line] = Reason.TEASER
            page.related.extend(page.text(line) for line in pairs[::2])
        at += 1


def _is_pair(page: Page, at: int, told: Counter[str]) -> bool:
    if at + 1 >= len(page.lines):
        return False
    if at in page.entries:
        return False
    title, paragraph = page.text(at), page.text(at + 1)
    if not (page.is_short(at) and is_title_like(title) and not is_sentence(title)):
        return False
    words, below = set(words_of(title)), set(words_of(paragraph))
    if len(words) < 3 or not page.is_prose(at + 1) or not words & below:
        return False
    # The paragraph itself counts once; a word of the article also stands in another paragraph.
    known = sum(told[word] - (word in below) > 0 for word in words)
    return known <= _KNOWN * len(words)


def words_of(text: str) -> list[str]:
    return _WORD.findall(plain(text))
