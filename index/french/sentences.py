"""The sentences of French press text: titles, initials, « … » and figures are taken into account."""

from __future__ import annotations

# ruff: noqa: SIM905 -- word lists are easier to read and to mend as running text
import re
from typing import TYPE_CHECKING

from index.model.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_STOP = re.compile(
    r"""
    (?P<stop> \.{2,} | … [.…]* | [.!?…]+ (?:[^\S\t-\r]?[!?])* )
    (?P<closing> (?: [^\S\t-\r]? [»”’)\]] | ["“](?=\s|$|[,;)]) | [^\S\t-\r]["](?=\s|$) )* )
    (?P<gap> \s+ )
    (?P<opening> (?: [«“„"‘(\[] \s* | [-–—•] \s+ )* )
    (?P<next> \S)
    """,
    re.VERBOSE,
)
_STOP_SIGN = re.compile(r"[.…!?](?!\w)")
"""The characters with which `_STOP` begins; skipping to them is faster than trying it at every
place.
"""
_MOST = 4000
"""The most characters of a sentence. A longer stretch without a stop is a list or a table: rules
that search a sentence again for each quotation must not read it as a whole.
"""
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_WORD_BEFORE = re.compile(r"[^\W_](?:[^\W_]|[.'’-](?=[^\W_]))*$")
_WORD_LENGTH = 24
"""Characters before a stop in which its word is looked for."""
_WORD_AFTER = re.compile(r"[^\W_]+")
_INITIAL = re.compile(r"(?:[A-ZÀ-Þ]|Ch|Th|Ph)$")
_INITIALS = re.compile(r"(?:[A-ZÀ-Þ][.-]{0,2})+[A-ZÀ-Þ]$")

_NEVER_LAST = frozenset(
    # titles and references, after which something always follows
    "m mm mme mmes mlle mgr dr drs pr prof me st ste sts gal gén général col cdt cne lt sgt adj"
    " mr mrs ms cf art p pp vol chap fig n no vs ex env tél réf trad dir coll av bd fg éd hab"
    " alinéa al".split()
)
_SELDOM_LAST = frozenset(
    "janv févr fév avr juil sept oct nov déc dép min max inc corp ltd cie jr sr c".split()
)
_STARTERS = frozenset(
    "le la les l un une des du de d ce cet cette ces c il elle ils elles on nous vous je j tu mais"
    " et ou or car donc ni en dans pour par avec sans sur sous selon après avant depuis pendant"
    " lors si s quand que qu qui quel quelle quelles quels aussi ainsi enfin puis alors cela ceci"
    " à au aux son sa ses leur leurs notre nos votre vos mon ma mes plus toutefois cependant"
    " pourtant néanmoins parmi entre dès chaque tout toute tous toutes certains plusieurs deux"
    " trois outre malgré contre face là ici comme pas ne n y".split()
)


def sentences(text: str, paragraphs: Sequence[Span]) -> tuple[Span, ...]:
    """The sentences of the paragraphs, trimmed of spaces, in order; none crosses a paragraph.

    A title is passed as one more paragraph. A closing mark after the stop belongs to the sentence.
    A quotation of several sentences is cut into them, and so is a stretch without a stop that is
    too long.
    """
    return tuple(span for paragraph in paragraphs for span in _of_paragraph(text, paragraph))


def _of_paragraph(text: str, paragraph: Span) -> Iterator[Span]:
    start = paragraph.start
    for end, resume in (*_cuts(text, paragraph), (paragraph.end, paragraph.end)):
        span = _trimmed(text, start, end)
        while span is not None and span.length > _MOST:
            space = text.rfind(" ", span.start + _MOST // 2, span.start + _MOST)
            cut = space if space > 0 else span.start + _MOST
            if (piece := _trimmed(text, span.start, cut)) is not None:
                yield piece
            span = _trimmed(text, cut, span.end)
        if span is not None:
            yield span
        start = resume


def _cuts(text: str, paragraph: Span) -> list[tuple[int, int]]:
    """(end of a sentence, first possible start of the next one), in order."""
    found = [
        (match.start(), match.end())
        for match in _BLANK_LINE.finditer(text, paragraph.start, paragraph.end)
    ]
    position = paragraph.start
    for sign in _STOP_SIGN.finditer(text, paragraph.start, paragraph.end):
        if sign.start() < position:
            continue
        match = _STOP.match(text, sign.start(), paragraph.end)
        if match is None:
            continue
        if _is_end(text, paragraph.start, match):
            found.append((match.start("gap"), match.end("gap")))
        # Go on from the gap: its opening mark may stand before another stop.
        position = match.start("gap")
    found.sort()
    return found


def _is_end(text: str, floor: int, match: re.Match[str]) -> bool:
    following = match["next"]
    opens_with_mark = bool(match["opening"])
    if not (following.isupper() or following.isdigit() or (following == "…" and opens_with_mark)):
        return False
    stop = match["stop"]
    word_after = _WORD_AFTER.match(text, match.start("next"))
    after = word_after[0].lower() if word_after else ""
    bracketed = text[match.start() - 1 : match.start()] == "["
    if bracketed and stop.strip("….") == "":
        # After « […] Nous » a new sentence begins, after « […] Rabat » the same one goes on.
        return after in _STARTERS
    if stop != ".":
        return True
    if match["closing"].strip():
        return True
    begin, before = _word_before(text, max(floor, match.start() - _WORD_LENGTH), match.start())
    if not before:
        return True
    lowered = before.lower()
    if before.isdigit():
        # « 1. Le … » numbers a paragraph; « en 2022. Le … » ends a sentence.
        return begin > floor or len(before) > 2
    if lowered in _NEVER_LAST:
        # « Le plan M. Il … » does not occur; « n. 5 » and « M. Il » do.
        return False
    if lowered in _SELDOM_LAST:
        return not following.isdigit() and after in _STARTERS
    if _INITIAL.match(before):
        return after in _STARTERS and _lower_word_precedes(text, floor, begin)
    if _INITIALS.match(before):
        return after in _STARTERS and "-" not in before
    return True


def _lower_word_precedes(text: str, floor: int, position: int) -> bool:
    """Whether a word in lower case stands before a letter: « le plan B. Le », but not « Jean D.
    Le ».
    """
    start = max(floor, position - _WORD_LENGTH)
    _, preceding = _word_before(text, start, start + len(text[start:position].rstrip()))
    return preceding.islower()


def _word_before(text: str, floor: int, end: int) -> tuple[int, str]:
    """The word that ends at a place, and its start; an empty one where none does."""
    start = text.rfind(" ", floor, end) + 1
    if start and (word := text[start:end]).isalnum():
        return start, word  # most words: no pattern is needed
    found = _WORD_BEFORE.search(text, floor, end)
    return (found.start(), found[0]) if found else (end, "")


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None
