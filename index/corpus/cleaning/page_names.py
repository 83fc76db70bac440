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
_SLOGAN = re.compile(
    r"\s*(?:,|[–—|-])\s+(?:le|la|l[’']|un|une)\s?(?:premi[eè]re? |seule? )?(?:m[ée]dia|site|journal|quotidien|hebdo\w*|mensuel|magazine|revue|blog|radio|gazette|info\w*|actu\w*)s?\b.*$",
    re.IGNORECASE,
)
"""What an outlet says of itself behind its name: « Rue du Port, le média qui … »."""
_ISSUED = (
    r"\b(?:newsletters?|lettres?|infolettres?|magazine|journal|numero|n° ?\d+|redaction|application|appli|abonnes|lecteurs|lectrices|equipe|boutique|podcasts?)"
    r" (?:de |d'|du |a )"
)
"""What only an outlet has, before its name: « La newsletter de Madame Port »."""
_HOSTS = re.compile(r"(?:@|www\.)([\w-]+(?:\.[\w-]+)+)")
_ADDRESSED = 6
"""The fewest letters of a name that an address must spell."""
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
        text = _SLOGAN.sub("", page.text(at))
        name = plain(text)
        if name in known or not _could_be(page, at, text):
            continue
        evidence = _evidence(page, at, text, first=not known)
        known.add(name)
        if evidence >= most:
            best, most = text, evidence + 0.5  # of two names the upper one
    return _best_spelling(page, best) if best is not None else None


def _could_be(page: Page, at: int, text: str) -> bool:
    name = plain(text)
    return (
        page.look(at) is Look.SHORT
        and 3 <= len(name) <= 50
        and len(name.split()) <= _LONGEST
        and not is_section(text)
        and not is_sentence(text)
        and not is_row_of_labels(text)
        and (is_outlet_name(text) or not is_person(text) or text.isupper() or _issues(page, name))
    )


def _issues(page: Page, name: str) -> bool:
    """Whether a name that could be a person's has a newsletter, a number or subscribers."""
    wanted = re.compile(_ISSUED + re.escape(name) + r"(?!\w)")
    return any(wanted.search(simple) for simple in page.plains if simple)


def _has_address(page: Page, name: str) -> bool:
    """Whether an address on the page is spelt as the name: « courrier@debat-du-port.fr »."""
    letters = re.sub(r"[^a-z0-9]", "", _ARTICLE.sub("", name))
    if len(letters) < _ADDRESSED:
        return False
    return any(
        letters in re.sub(r"[^a-z0-9]", "", host.rpartition(".")[0].lower())
        for line in page.lines
        if len(line.text) <= 200 and ("@" in line.text or "www." in line.text)
        for host in _HOSTS.findall(line.text)
    )


def _evidence(page: Page, at: int, text: str, *, first: bool) -> float:
    """One for the uppermost short line, one for the form of an outlet's name, one for each other
    line that names it as its own or stands at the very end, up to three; two for rights.
    """
    name = plain(text)
    found = float(first) + float(is_outlet_name(text))
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
    own += 2.0 * _has_address(page, name) + _issues(page, name)
    return found + min(3.0, own) if own else 0.0


def _best_spelling(page: Page, text: str) -> str:
    """The name, or for « RADIO FLEUVE » the form « Radio Fleuve » of another line."""
    text = text.strip(" |•·")
    if not text.isupper() or len(text) < 5:
        return text
    pattern = re.compile(rf"(?<!\w){re.escape(text)}(?!\w)", re.IGNORECASE)
    for line in page.lines:
        match = pattern.search(line.text)
        if match and not match.group().isupper() and match.group()[0].isupper():
            return match.group()
    return text
