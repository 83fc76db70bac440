"""The lead of a web page: the paragraph between the title and the text that a class or its bold letters tell."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from index.corpus.cleaning.bylines import read_byline
from index.corpus.cleaning.line_looks import Look, look_of
from index.corpus.markup import Block, Element

_NAMED = re.compile(
    r"(?<![a-z])(?:chapo|chapô|chapeau|standfirst|lead|lede|intro|introduction|subtitle|sub-title|subhead|subheadline|soustitre|sous-titre"
    r"|excerpt|summary|dek|deck|accroche|headnote)(?![a-z])"
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
"""« articleIntro », « storyLead »"""
_OTHERS = re.compile(
    r"(?<![a-z])(?:related|card|teaser|aside|sidebar|newsletter|comment|footer|nav|menu|widget|promo|ad|ads|author|bio|figure|caption|image|video)(?![a-z])"
)
"""Classes of what belongs to a teaser, a picture or a box."""
_BOXES = re.compile(
    r"(?<![a-z])(?:related|aside|sidebar|newsletter|comments?|footer|widget|promo)(?![a-z])"
)
"""Those that tell it of all that is in them."""
_REACH = 12
"""Blocks behind the title among which the lead stands."""
_HELD = 3
"""The most blocks of an element that is a lead."""
_LEAST, _MOST = 30, 700
_LETTERS = re.compile(
    r"<(?P<tag>b|strong|em|i)(?:\s[^<>]*)?>(?:\s|&nbsp;|<(?:b|strong|em|i|span)(?:\s[^<>]*)?>)*\Z",
    re.IGNORECASE,
)
_OPENED = re.compile(r"<(?:p|div|h2|h3)(?:\s[^<>]*)?>\s*\Z", re.IGNORECASE)
_CLOSED = re.compile(r"(?:\s|&nbsp;|</(?:b|strong|em|i|span)\s*>)*</(?:p|div)\s*>", re.IGNORECASE)
_BEFORE = 400
_STOP = re.compile(r"[.!?…][\s\u00a0]*[»”\"’')\]]*$")


def lead_of(
    raw: str, blocks: Sequence[Block], main: Collection[int], title: int | None
) -> int | None:
    """The block that is the lead of a page; None without one. It stays where it is."""
    if title is None:
        return None
    text = [at for at in sorted(main) if at > title]
    if not text:
        return None
    near = range(title + 1, min(len(blocks), title + 1 + _REACH))
    # Behind two paragraphs of the text nothing leads to it.
    last = text[1] if len(text) > 1 else text[0]
    for at in near:
        if at > last:
            break
        if _may_lead(blocks[at]) and _is_named(blocks, at):
            return at
    first = text[0]
    paragraphs = [at for at in text if look_of(blocks[at].text).look is Look.PROSE]
    if first not in near or len(paragraphs) < _HELD or not _may_lead(blocks[first]):
        return None
    # Where the next paragraph is in bold letters too, they tell nothing.
    alone = _is_set_off(raw, blocks[first]) and not _is_set_off(raw, blocks[text[1]])
    return first if alone and _STOP.search(blocks[first].text) else None


def _may_lead(block: Block) -> bool:
    """Whether a block is words of the article, and neither a byline nor part of another thing."""
    text = block.text
    if not _LEAST <= len(text) <= _MOST or block.inside(
        "figcaption", "figure", "aside", "nav", "footer", "form", "li", "a", "h1"
    ):
        return False
    if any(_BOXES.search(_classes(element)) for element in block.path):
        return False
    return look_of(text).look in (Look.PROSE, Look.SHORT) and read_byline(text) is None


def _is_named(blocks: Sequence[Block], at: int) -> bool:
    """Whether a class of an element around a block, and around little else, tells a lead."""
    for element in reversed(blocks[at].path):
        if element.tag in ("article", "main", "body", "html"):
            return False
        told = _classes(element)
        if element.get("itemprop").lower() == "description" or _NAMED.search(told):
            held = sum(element in other.path for other in blocks[at : at + _HELD + 1])
            own = held <= _HELD and (at == 0 or element not in blocks[at - 1].path)
            return own and not _OTHERS.search(told)
    return False


def _classes(element: Element) -> str:
    names = element.get("class") if "class" in element.attributes else ""
    return _CAMEL.sub("-", names).lower()


def _is_set_off(raw: str, block: Block) -> bool:
    """Whether a paragraph is in bold or slanted letters as a whole."""
    start, end = block.strand.pieces[0].raw_start, block.strand.pieces[-1].raw_end
    head = raw[max(0, start - _BEFORE) : start]
    letters = _LETTERS.search(head)
    if letters is None or not _OPENED.search(head, 0, letters.start()):
        return False
    return (
        f"</{letters['tag']}" not in raw[start:end].lower() and _CLOSED.match(raw, end) is not None
    )
