"""The reference of an article to itself: « VASSEUR (Jean-Pierre), « Titre », Le Figaro, 21 avril 1998, p. 11. »."""

from __future__ import annotations

import re

from index.corpus.cleaning.clip_lines import read_clip_line
from index.corpus.cleaning.page import Page
from index.corpus.cleaning.phrases import plain
from index.corpus.cleaning.reasons import Reason

_LONGEST = 320
_NEAR = 3
"""The number of lines at the head and at the foot among which a reference is sought."""
_QUOTED = re.compile(r"[«“\"]\s*(?P<title>[^«»“”\"]{8,200}?)\s*[»”\"]")
_INVERTED = re.compile(
    r"(?P<family>[A-ZÀ-Ý][\w’'-]+(?: [A-ZÀ-Ý][\w’'-]+)?)(?:,\s| \()(?P<given>[A-ZÀ-Ý][\w.-]+(?: [A-ZÀ-Ý][\w.-]+)?)\)?"
)


def judge_own_reference(page: Page, title: str) -> None:
    """Reads a line that names the article's own title between marks; one that names another title is of another article."""
    simple = plain(title)
    lines = len(page.lines)
    for at in (*range(min(_NEAR, lines)), *range(max(_NEAR, lines - _NEAR), lines)):
        text = page.text(at)
        if len(text) > _LONGEST or at == page.title or not page.is_open(at):
            continue
        for quoted in _QUOTED.finditer(text):
            if plain(quoted["title"]) != simple:
                continue
            before = text[: quoted.start()].strip(" ,:;.–—-")
            author = _INVERTED.fullmatch(before)
            name = f"{_cased(author['given'])} {_cased(author['family'])}" if author else before
            if read_clip_line(f"{name}; {text[quoted.end() :]}", page.facts):
                page.reasons[at] = Reason.METADATA


def _cased(name: str) -> str:
    return name.title() if name.isupper() else name
