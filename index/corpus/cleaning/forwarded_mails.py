"""A forwarded or copied mail: its head, its subject as the title, the signature at its foot."""

from __future__ import annotations

import re

from index.corpus.cleaning.page import Page
from index.corpus.cleaning.phrases import plain
from index.corpus.cleaning.reasons import Reason

_FIELD = re.compile(
    r"(?P<name>de|from|date|envoy[ée]|sent|[àa]|to|cc|objet|subject|sujet|r[ée]pondre [àa]|reply-to|pi[èe]ces? jointes?)"
    r"\s?:\s*(?P<value>.+)",
    re.IGNORECASE,
)
_SUBJECTS = frozenset(("objet", "subject", "sujet"))
_SENDERS = frozenset(("de", "from"))
_PREFIX = re.compile(r"(?:(?:tr|re|ré|fwd?|rv|transf)\s?:\s*)+", re.IGNORECASE)
_FEWEST = 3
"""The fewest fields of a mail's head."""
_CARD = 10
"""The most lines of a signature below « -- »."""


def judge_mail(page: Page) -> int | None:
    """Sets the head and the signature of a mail aside; gives the line of its title, if it states
    one.

    The date of a mail is not the date of the article in it.
    """
    fields = _head(page)
    if fields is None:
        return None
    title = None
    for at, name, value in fields:
        page.reasons[at] = Reason.METADATA
        if name in _SUBJECTS:
            subject = plain(_PREFIX.sub("", value))
            after = range(fields[-1][0] + 1, len(page.lines))
            title = next((other for other in after if page.plains[other] == subject), None)
            if title is None and subject:
                page.cut_front(
                    at, len(page.text(at)) - len(_PREFIX.sub("", value)), Reason.METADATA
                )
                title = at
    _judge_card(page, fields[-1][0] + 1)
    return title


def _head(page: Page) -> list[tuple[int, str, str]] | None:
    found: list[tuple[int, str, str]] = []
    for at in range(len(page.lines)):
        match = _FIELD.fullmatch(page.text(at))
        if match:
            found.append((at, match["name"].lower(), match["value"].strip()))
        elif found:
            break
        elif page.is_prose(at):
            return None
    named = {name for _, name, _ in found}
    if len(found) < _FEWEST or not named & _SUBJECTS or not named & _SENDERS:
        return None
    return found


def _judge_card(page: Page, start: int) -> None:
    """Sets aside the lines below « -- » (RFC 3676, § 4.3)."""
    for at in range(start, len(page.lines)):
        if page.text(at) in ("--", "—") and 0 < len(page.lines) - at - 1 <= _CARD:
            for below in range(at, len(page.lines)):
                if page.is_open(below):
                    page.reasons[below] = Reason.CONTACT
            return
