"""The paragraph about an author at the foot of a page: « Jeanne Martin est urbaniste… »."""

from __future__ import annotations

import re

from index.corpus.cleaning.line_looks import Look, is_sentence
from index.corpus.cleaning.page import Page
from index.corpus.cleaning.phrases import plain
from index.corpus.cleaning.reasons import Reason

_LIFE = re.compile(
    r"(?:Journaliste|Reporter|Diplômée?|Passionnée?|Correspondante?|Rédac|Spécialiste|Née? |Après |Ancien|Chef|Responsable|Auteure?|Autrice|Docteure?)"
)
_BIOGRAPHY = re.compile(
    r" (?:est|enseigne|dirige|a (?:publié|écrit|dirigé|enseigné)|vient de publier|,)\b"
)
"""What follows a name where a line tells who somebody is."""


def has_biography(page: Page, name: str, last: int) -> bool:
    """Whether the last line tells who somebody is: « Jeanne Martin enseigne … »."""
    text = page.text(last) if last >= 0 else ""
    return text.startswith(name) and _BIOGRAPHY.match(text, len(name)) is not None


def judge_life(page: Page, last: int) -> None:
    """Sets aside the one paragraph below the author's name at the foot of a page."""
    known = {plain(name) for name in page.facts.authors}
    for at in range(last + 1, len(page.lines) - 1):
        if plain(page.text(at)) not in known or page.look(at + 1) not in (Look.PROSE, Look.SHORT):
            continue
        below = page.text(at + 1)
        first = page.text(at).split()[0]
        if page.is_open(at + 1) and is_sentence(below) and (first in below or _LIFE.match(below)):
            page.reasons[at] = page.reasons[at + 1] = Reason.METADATA
            return


def judge_biography(page: Page, last: int) -> None:
    """Sets aside « Jeanne Martin est urbaniste… » as the last paragraph of an article that she
    signed.
    """
    if last <= 0 or len(page.prose()) < 2 or not page.is_prose(last):
        return
    known = {plain(name) for name in page.facts.authors}
    named = plain(page.text(last - 1)) in known and _LIFE.match(page.text(last))
    if named or any(has_biography(page, name, last) for name in page.facts.authors):
        page.reasons[last] = Reason.METADATA
