"""What a web page holds beside its article: links, boxes, readers' comments, and why each is set aside."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from index.corpus.cleaning.line_looks import Look, is_title_like, look_of
from index.corpus.cleaning.phrases import plain
from index.corpus.cleaning.reasons import Reason
from index.corpus.document import Stated
from index.corpus.markup import Block
from index.model.article import SetAside

_COMMENTS = re.compile(
    r"(?:(?:\d+|vos|les|tous les|voir (?:tous )?les|lire (?:tous )?les|afficher (?:tous )?les) )?(?:\d+ )?(?:commentaires?|reactions?|comments?)(?: ?\(\d+\))?(?: (?:sur|pour|a) .{2,120})?"
)
_SHORT = 120


def words_of_readers(blocks: Sequence[Block], main: Collection[int]) -> set[int]:
    """The blocks of the main text below the heading of the comments: « Commentaires (12) », « 3 réactions ».

    Some sites have them in one element with the text. A counter of comments may stand under the title as well, so
    more of the text stands above it than below.
    """
    places = sorted(main)
    total = sum(len(blocks[at].text) for at in places)
    above = 0
    for at in range(places[0], places[-1]) if places else ():
        text = blocks[at].text
        if at in main:
            above += len(text)
        if 2 * above > total and len(text) <= _SHORT and _COMMENTS.fullmatch(plain(text)):
            return {other for other in places if other > at}
    return set()


def aside(block: Block, reason: Reason) -> SetAside:
    """A block of a page that is set aside."""
    start = block.strand.pieces[0].raw_start
    end = block.strand.pieces[-1].raw_end
    return SetAside(start, end, reason.value)


def reason_of(block: Block, stated: Stated) -> Reason:
    """Why a block beside the main text is set aside, by its look and its place."""
    if stated.title and plain(block.text) == plain(stated.title):
        return Reason.REPEATED_TITLE
    seen = look_of(block.text)
    if seen.reason is not None:
        return seen.reason
    match seen.look:
        case Look.HEADER:
            return Reason.METADATA
        case Look.TAGS | Look.TAGS_LABEL:
            return Reason.TAGS
        case Look.COPYRIGHT:
            return Reason.COPYRIGHT
        case Look.CREDIT:
            return Reason.CREDIT
        case Look.CROSS_LINK:
            return Reason.CROSS_LINK
        case Look.RELATED:
            return Reason.TEASER
    if block.inside("figcaption", "figure"):
        return Reason.CREDIT
    if block.inside("aside") or seen.look is Look.PROSE:
        return Reason.TEASER
    return Reason.INTERFACE


def links_of(blocks: Sequence[Block], others: list[int], last: int) -> Iterator[str]:
    """Titles of other articles: links of several words beside or below the article."""
    for at in others:
        block = blocks[at]
        if not (block.inside("aside") or at > last) or block.inside("footer", "nav", "form"):
            continue
        if not block.inside("a", "h2", "h3", "h4") or len(block.text.split()) < 5:
            continue
        if is_title_like(block.text) and look_of(block.text).look in (Look.SHORT, Look.PROSE):
            yield block.text
