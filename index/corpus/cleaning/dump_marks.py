"""Marks that a way of copying puts into a text: numbers of links (« [8]Jeanne Martin », lynx), stars of emphasis
(« *La Gazette* », messages passed on), the bar of an archive of the web above a page.
"""

from __future__ import annotations

import re

from index.corpus.cleaning.lines import Line
from index.corpus.strand import Strand, Weaver, cut, identity
from index.model.text import Span

_EMPHASIS = re.compile(
    r"(?<!\w)(?P<sign>[*_])(?=\S)(?=[^*_\n]*[^\W\d_]{2})(?:(?<=\*)|(?<=^_)(?=[^*_\n]+_\W*$)|(?=[^*_\n]* ))(?P<kept>[^*_\n]{1,400}?)(?<=\S)(?P=sign)(?!\w)"
)
"""Words between stars, or several between low lines: « 3 *4* 5 » is a sum, « _config_ » a name."""
_EMPHASISED = re.compile(r"^[ \t]*[*_](?=\S)[^*_\n]{2,200}(?<=\S)[*_][ \t]*\r?$", re.MULTILINE)
_FEWEST_EMPHASISED = 2
_NUMBER = re.compile(r"(?P<kept>)\[\d{1,3}\](?=[\w«\"“‘(\[]|\s*$)")
"""Right before the words of the link, or before nothing; « l'article [12] du code » is no link."""
_SCHEME = r"(?:https?|ftp|file|mailto|javascript|about|tel|data):"
_LIST_OF_LINKS = re.compile(
    rf"^[ \t]*(?:References|Références|Liens)[ \t]*\r?\n\s*1\. {_SCHEME}\S", re.MULTILINE
)
_HEAD_OF_LIST = re.compile(r"References|Références|Liens|Visible links")
_LISTED = re.compile(rf"\d{{1,4}}\. {_SCHEME}\S+(?: .{{1,200}})?")
_BAR = re.compile(r"about this capture", re.IGNORECASE)
_REST_OF_BAR = re.compile(
    r"\d[\d ,.]* captures?|\d{1,2} \w{3,4} \d{4}(?: ?[-–] ?\d{1,2} \w{3,4} \d{4})?", re.IGNORECASE
)
_TOP = 20
"""The most lines of such a bar."""


def marks_in(content: str) -> re.Pattern[str] | None:
    """The marks that a content has all through; most contents have none."""
    if "[1]" in content and _LIST_OF_LINKS.search(content):
        return _NUMBER
    if "*" in content or "_" in content:
        found = _EMPHASISED.findall(content[:20_000])
        if len(found) >= _FEWEST_EMPHASISED:
            return _EMPHASIS
    return None


def without_marks(line: Line, marks: re.Pattern[str]) -> Line:
    """A line without them; the line itself if it has none."""
    found = list(marks.finditer(line.text))
    if not found:
        return line
    strand = Strand(line.text, line.pieces) if line.pieces else identity(line.text, line.start)
    weaver = Weaver()
    at = 0
    for mark in found:
        weaver.add(cut(strand, Span(at, mark.start())))
        weaver.add(cut(strand, Span(*mark.span("kept"))))
        at = mark.end()
    weaver.add(cut(strand, Span(at, len(line.text))))
    woven = weaver.strand()
    return Line(woven.text, line.start, line.end, woven.pieces) if woven.text.strip() else line


def list_of_links(lines: list[Line]) -> int:
    """How many lines at the foot of a page are the list of its links, with the word above them; 0 without one."""
    at = len(lines)
    while at > 0 and lines[at - 1].text[0].isdigit() and _LISTED.fullmatch(lines[at - 1].text):
        at -= 1
    if at == len(lines) or at == 0 or not _HEAD_OF_LIST.fullmatch(lines[at - 1].text):
        return 0
    return len(lines) - at + 1


def length_of_bar(lines: list[Line]) -> int:
    """How many lines at the head of a page are an archive's bar: its address, months, years, « About this capture »."""
    at = next(
        (
            at
            for at, line in enumerate(lines[:_TOP])
            if line.text[:1] in "aA" and _BAR.fullmatch(line.text)
        ),
        None,
    )
    if at is None:
        return 0
    after = at + 1
    while after < len(lines) and _REST_OF_BAR.fullmatch(lines[after].text):
        after += 1
    return after
