"""The outlet that a title line holds beside the title: « RADIO LAC | Le port rouvre », « Le port rouvre - La Gazette du Port ».

Tabs, bookmarks and lists of links join both. What stands there may as well be a section or a part of the title, so an
outlet's noun, a list or another line of the page must tell.
"""

from __future__ import annotations

import re

from index.corpus.cleaning import rights
from index.corpus.cleaning.name_looks import is_section
from index.corpus.cleaning.outlets import (
    LABEL_START,
    could_be_outlet,
    has_outlet_noun,
    is_listed_outlet,
    is_site,
)
from index.corpus.cleaning.page import Page
from index.corpus.cleaning.phrases import plain
from index.corpus.cleaning.reasons import Reason

_SIGN = r"(?:\s*(?P<bar>[|•]|//)\s*|\s+[–—-]\s+)"
_BEFORE = re.compile(rf"(?P<name>[^|•–—:?!]{{2,40}}?){_SIGN}(?=\S)")
_BEHIND = re.compile(rf"{_SIGN}(?P<name>[^|•–—:?!]{{2,40}})$")
_MAY_JOIN = re.compile(r"[|•]|[–—/-]\s")
_FEWEST = 4
"""The fewest words that are left of a title."""
_SMALL = frozenset(("de", "du", "des", "la", "le", "les", "l", "d", "en", "et", "sur", "&"))
_SITE = re.compile(r"^(?:https?://)?(?:www\.)?|\.[a-z]{2,4}$", re.IGNORECASE)
"""What an address has more than a name: « www.lemonde.fr »."""
_WORD = re.compile(r"[^\W\d_]+")


def judge_outlet_in_title(page: Page) -> None:
    """Takes the outlet off a title that was found in the page, and notes it."""
    at = page.title
    if at is None or not _MAY_JOIN.search(text := page.text(at)):
        return
    before, behind = _BEFORE.match(text), _BEHIND.search(text)
    if before is not None and _is_outlet(page, before, text[before.end() :]):
        page.facts.sources.append(before["name"].strip())
        page.cut_front(at, before.end(), Reason.METADATA)
    elif behind is not None and _is_outlet(page, behind, text[: behind.start()]):
        page.facts.sources.append(behind["name"].strip())
        page.cut_back(at, behind.start(), Reason.METADATA)
    else:
        return
    page.facts.title = page.text(at)


def end_before_outlet(title: str, source: str) -> int:
    """The length of a title without the name of its own source behind it: « Le port rouvre - La Gazette »."""
    found = _BEHIND.search(title) if _MAY_JOIN.search(title) else None
    if found is None or len(title[: found.start()].split()) < _FEWEST - 1:
        return len(title)
    own = {_bare(source), _bare(_SITE.sub("", source))}
    named = {_bare(found["name"]), _bare(_SITE.sub("", found["name"]))}
    return found.start() if own & named else len(title)


def _bare(name: str) -> str:
    return plain(name).replace(" ", "").replace("-", "").replace("'", "")


def _is_outlet(page: Page, found: re.Match[str], rest: str) -> bool:
    name = found["name"].strip()
    if len(rest.split()) < _FEWEST or not _is_proper(name):
        return False
    if is_section(name) or LABEL_START.match(plain(name)):
        return False
    if is_listed_outlet(name) or is_site(name) or _names_itself(page, name):
        return True
    # A dash parts titles too: « Notre-Dame - La Voix des artisans ».
    formed = could_be_outlet(name) and has_outlet_noun(name)
    return found["bar"] is not None and " " in name and formed


def _is_proper(name: str) -> bool:
    """Whether all words of a name but small ones have capitals, or it is a site."""
    words = _WORD.findall(name)
    return is_site(name) or all(word[0].isupper() or word.lower() in _SMALL for word in words)


def _names_itself(page: Page, name: str) -> bool:
    """Whether the name stands alone on another line of the page, or in its line of rights."""
    simple = plain(name)
    return any(
        at != page.title
        and (page.plains[at] == simple or (simple in page.plains[at] and rights.is_of_rights(page.text(at))))
        for at in range(len(page.lines))
    )  # fmt: skip
