"""The author of a copied page: of all names that may have signed it, the likeliest, if they are likely enough.

A logistic regression over the signs of `author_signs.py`; its weights are data. A wrong name is worse than none, for it
becomes a facet: below a floor nothing is said.
"""

from __future__ import annotations

import re

from index.corpus.cleaning import name_looks
from index.corpus.cleaning.author_boxes import judge_biography
from index.corpus.cleaning.author_candidates import find_signers
from index.corpus.cleaning.author_signs import frame_of, names_in, signs_of
from index.corpus.cleaning.byline_neighbours import (
    ARTICLE,
    is_account,
    is_employer,
    is_office,
    is_portrait,
    tells_trade,
)
from index.corpus.cleaning.line_looks import Look
from index.corpus.cleaning.logistic import probability
from index.corpus.cleaning.outlets import is_outlet_name
from index.corpus.cleaning.page import Page
from index.corpus.cleaning.phrases import plain
from index.corpus.cleaning.reasons import Reason
from index.corpus.cleaning.signed_names import is_short_for
from index.corpus.cleaning.signers import Form, Signer

_FLOOR = 0.4
"""The least probability with which a name is told."""
_ALSO = 0.1
"""The same for a second one, who stands beside the first in the same form. No other name was right so often."""
_ABOUT = 3
"""The most lines below a name that tell of it."""


def judge_authors(page: Page, first: int, last: int) -> None:
    """Tells who signed an article between two lines, and sets aside the lines that say so.

    Of a page without paragraphs only dated lines and bylines are weighed: its short lines are its text.
    """
    found = find_signers(page, last) if first <= last else page.signers
    frame = frame_of(page, found, first, last) if found else None
    for one in found:
        assert frame is not None
        one.signs = signs_of(page, one, frame)
        one.sure = probability("author_weights", one.signs)
    page.signers = found
    if not page.facts.authors:
        for one in chosen(found):
            if _is_the_outlet(page, one):
                page.facts.sources.append(one.names)
                page.reasons[one.at] = Reason.METADATA
                continue
            page.facts.authors.append(_in_full(page, one, last))
            _take(page, one)
    for at in range(1, min(first, len(page.lines))):
        if page.is_short(at) and tells_trade(page.text(at)) and _is_told(page, page.text(at - 1)):
            page.reasons[at] = Reason.METADATA
    for at in range(last + 1, len(page.lines)):
        if page.is_short(at) and is_office(page.text(at)):
            page.reasons[at] = Reason.METADATA
    judge_biography(page, last)


def _is_told(page: Page, name: str) -> bool:
    return any(name in author for author in page.facts.authors)


def _is_the_outlet(page: Page, one: Signer) -> bool:
    """Whether a line between title and date is the name of the outlet, since no other line gives it: « La Gazette »."""
    above = any(page.title is not None and at < page.title for at in page.named)
    return (
        one.form is Form.ALONE
        and ARTICLE.match(one.names) is not None
        and is_outlet_name(one.names)
        and not above
        and not page.facts.sources
    )


def chosen(found: list[Signer]) -> list[Signer]:
    """The likeliest signature, and the likely ones that stand beside it in the same form."""
    likely = [one for one in found if one.sure >= _FLOOR]
    # « Agence QMI », and below it who wrote
    likely = [one for one in likely if not one.signs["an agency"]] or likely
    # Of two that are as likely the upper one signs, and the lower one only repeats it.
    best = max(likely, key=lambda one: (round(one.sure, 1), -one.at), default=None)
    if best is None:
        return []
    told = [best]
    for run in (found[found.index(best) + 1 :], found[: found.index(best)][::-1]):
        last = best
        for one in run:
            if abs(one.at - last.at) > 1 or one.form is not best.form or one.sure < _ALSO:
                break
            told.append(last := one)
    return sorted(told, key=lambda one: one.at)


def _in_full(page: Page, one: Signer, last: int) -> str:
    """The names as they are told: in full for one who signs with initials, if another line has it; without the
    agency with which a person wrote, and the outlet for which.
    """
    below = (_PARTED.split(page.text(at), maxsplit=1)[0] for at in range(last + 1, len(page.lines)))
    named = (name for other in page.signers for name in names_in(other.names))
    for name in (*named, *below):
        if name_looks.is_person(name) and is_short_for(one.names, name):
            return name
    names = one.names
    if name_looks.is_person(written := _WITH.sub("", names)) and not _is_of_outlet(page, written):
        names = written
    first, comma, employer = names.rpartition(", ")
    names = first if comma and _is_employer(page, employer) else names
    return _SLASH.sub(", ", names)


def _is_employer(page: Page, name: str) -> bool:
    return _is_of_outlet(page, name) and not name_looks.is_agency(name)


def _is_of_outlet(page: Page, name: str) -> bool:
    return is_outlet_name(name) or plain(name) in {page.plains[at] for at in page.named}


_SLASH = re.compile(r"(?<=\S)/(?=\S)")
_PARTED = re.compile(r"\s*[/|(]\s*|\s+[–—-]\s+")
_WITH = re.compile(
    r",?\s+\(?avec\s+(?:l[’'])?(?:les\s)?(?:agences?|AFP|ATS|Belga|Reuters|AP|MAP|APS|Keystone)\b.*$",
    re.IGNORECASE,
)
"""« Jeanne Martin avec AFP »."""


def _take(page: Page, one: Signer) -> None:
    """Sets aside the lines of a signature: its own, a portrait above, what tells of the author below."""
    lines = (one.at, *one.lines)
    for at in lines:
        if one.form is not Form.OPENING:
            page.reasons[at] = Reason.METADATA
    above = min(lines) - 1
    if above >= 0 and is_portrait(page.text(above)):
        page.reasons[above] = Reason.METADATA
    for at in range(max(lines) + 1, min(max(lines) + 1 + _ABOUT, len(page.lines))):
        text = page.text(at)
        if (is_portrait(text) and page.look(at) in (Look.SHORT, Look.CREDIT)) or (
            page.is_short(at)
            and (is_office(text) or tells_trade(text) or is_account(text) or is_employer(page, at))
        ):
            page.reasons[at] = Reason.METADATA
        else:
            return
