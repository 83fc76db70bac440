"""The name of the outlet of a page that was copied whole: a line near the top that other lines of
the page name again, in their rights, their credits and what they say of themselves.
"""

from __future__ import annotations

import re

from index.corpus.cleaning.line_looks import Look, is_row_of_labels, is_sentence
from index.corpus.cleaning.name_looks import is_person, is_section
from index.corpus.cleaning.outlets import is_outlet_name
from index.corpus.cleaning.page import Page
from index.corpus.cleaning.phrases import plain

_TOP = 14
"""The number of lines at the head of a page among which its name is."""
_FOOT = 3
"""The number of lines at the end of a page that speak of it."""
_ARTICLE = re.compile(r"^(?:l[ae]s? |l['’])")
_BEFORE = re.compile(r"(?:l[ae]s? |l['’])$")
_LONGEST = 6
"""The most words of a name."""
_ENOUGH = 3
"""The least evidence for a name; see `_evidence`."""
_RIGHTS = re.compile(r"©|\(c\) |copyright|tous droits", re.IGNORECASE)
_INTRODUCED = re.compile(
    r"(?:\b(?:sur|de|du|des|par|avec|chez|groupe|services?|application|site|editions?|titre)|\b[dl]'|^(?:photos?|suivez|rejoignez))\s*$"
)
"""Words before a name that is no topic there: « L'équipe de … », « À voir aussi sur … »."""
_GOES_ON = re.compile(
    r"^\s*(?:,|vous\b|et (?:ses|nos)\b|(?:sa|sas|inc)\b|/|[-–—|•] |(?:19|20)\d\d)"
)
"""What follows a name that speaks of itself: « INFO24 vous accompagne », « La Vigie, le journal … »."""


def name_of(page: Page) -> str | None:
    """The outlet's name, in capitals and small letters if the page has it so anywhere; None if no
    line has enough evidence.
    """
    if page.title is None or page.title < 2:
        return None
    best, most = None, float(_ENOUGH)
    known: set[str] = set()
    for at in range(min(page.title, _TOP)):
        name = plain(page.text(at))
        if name in known or not _could_be(page, at, name):
            continue
        evidence = _evidence(page, at, name, first=not known)
        known.add(name)
        if evidence >= most:
            best, most = at, evidence + 0.5  # of two names the upper one
    return _best_spelling(page, best) if best is not None else None


def _could_be(page: Page, at: int, name: str) -> bool:
    text = page.text(at)
    return (
        page.look(at) is Look.SHORT
        and 3 <= len(name) <= 50
        and len(name.split()) <= _LONGEST
        and not is_section(text)
        and not is_sentence(text)
        and not is_row_of_labels(text)
        and (is_outlet_name(text) or not is_person(text) or text.isupper())
    )


def _evidence(page: Page, at: int, name: str, *, first: bool) -> float:
    """One for the uppermost short line, one for the form of an outlet's name, one for each other
    line that names it as its own or stands at the very end, up to three; two for rights.
    """
    found = float(first) + float(is_outlet_name(page.text(at)))
    # « © Réveil de l'Aven » names « Le Réveil de l'Aven ».
    name = _ARTICLE.sub("", name) if len(name.split()) > 2 else name
    own = 0.0
    for other, line in enumerate(page.lines):
        if other == at or page.is_prose(other) or len(line.text) > 200:
            continue
        simple = page.plains[other] or plain(line.text)
        place = simple.find(name)
        if place < 0 or _ARTICLE.sub("", simple) == name:
            continue
        before, after = _BEFORE.sub("", simple[:place]), simple[place + len(name) :]
        if before[-1:].isalnum() or after[:1].isalnum():
            continue
        if _RIGHTS.search(line.text):
            own += 2.0
        else:
            own += bool(_INTRODUCED.search(before) or _GOES_ON.match(after))
            own += other >= len(page.lines) - _FOOT
    return found + min(3.0, own) if own else 0.0


def _best_spelling(page: Page, at: int) -> str:
    """The name, or for « RADIO FLEUVE » the form « Radio Fleuve » of another line."""
    text = page.text(at).strip(" |•·")
    if not text.isupper() or len(text) < 5:
        return text
    pattern = re.compile(rf"(?<!\w){re.escape(text)}(?!\w)", re.IGNORECASE)
    for line in page.lines:
        match = pattern.search(line.text)
        if match and not match.group().isupper() and match.group()[0].isupper():
            return match.group()
    return text
