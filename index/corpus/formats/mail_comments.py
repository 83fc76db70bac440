"""What the sender of a mail says of the article in it: « l’article paru dans Le Phare du 6 mars », and who he is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from index.corpus.cleaning.outlets import is_listed_outlet, is_outlet_name
from index.corpus.document import UNDATED
from index.corpus.page_dates import find_dates, is_later
from index.model.article import Basis, DateValue

_CAPITAL = r"[A-ZÀ-Ý][\w’'-]*"
_NAME = (
    rf"(?:[Ll]es? |[Ll]a |[Ll][’'])?{_CAPITAL}"
    rf"(?:(?: (?:de|du|des|la|les?|et|&|en|sur|of|the|and))*(?: [dDlL][’']| ){_CAPITAL})*"
)
_PIECE = r"(?:articles?|papiers?|textes?|tribunes?|interviews?|reportages?|enqu[êe]tes?|entretiens?|pieces?|stor(?:y|ies))"
_DONE = r"(?:parue?s?|publi[ée]e?s?|lue?s?|vue?s?|trouv[ée]e?s?|sortie?s?|tir[ée]e?s?|[ée]crite?s?|published|appeared|from|read|found)"
_WITHIN = re.compile(
    rf"\b(?:(?i:{_PIECE})\b[^.!?\n]{{0,40}}?\b(?:dans|in)|(?i:{_DONE})\b[^.!?\n]{{0,40}}?\b(?:dans|sur|in|on))\s(?P<name>{_NAME})"
)
"""« Un texte sur Jeanne Martin » is about her; what is read « sur Le Fanal » stands there."""
_OF = re.compile(rf"\b(?i:{_PIECE})\b[^.!?\n]{{0,25}}?\b(?:du |de |d[’']|from )(?P<name>{_NAME})")
_DAY = re.compile(
    r"\b(?:du|le|de)\s+(?:(?:lun|mar|mercre|jeu|vendre|same)di\s+|dimanche\s+)?(?P<day>\d{1,2}(?:er)?\s+[^\W\d_]{3,9}\.?)(?P<year>\s+\d{4})?"
)
_SENDER = re.compile(
    r"(?:de|from|von|van|da|expéditeur)\s?:\s*(?P<name>[^<@\n]{2,60})", re.IGNORECASE
)


class Said(NamedTuple):
    """The outlet and the day of an article as the sender of a mail names them."""

    outlet: str | None = None
    day: DateValue = UNDATED


def said_in(comment: Sequence[str], head: Sequence[str]) -> Said:
    """What the lines above an article say of it; a day without a year has that of the mail with this head."""
    text = "\n".join(comment)
    if not text:
        return Said()
    return Said(_outlet(text), _day(text, head))


def sender_of(head: Sequence[str]) -> str:
    """The name of the sender in the head of a mail; empty without one."""
    match = next(filter(None, map(_SENDER.match, head)), None)
    return match["name"].strip(" \"'«»") if match else ""


def _outlet(text: str) -> str | None:
    for match in _WITHIN.finditer(text):
        return match["name"][0].upper() + match["name"][1:]
    for match in _OF.finditer(text):
        name = match["name"]
        if name[0].isupper() and (re.match(r"L[ea’']", name) or _is_outlet(name)):
            return name
        if _is_outlet(name):
            return name[0].upper() + name[1:]
    return None


def _is_outlet(name: str) -> bool:
    return is_listed_outlet(name) or is_outlet_name(name)


def _day(text: str, head: Sequence[str]) -> DateValue:
    match = _DAY.search(text)
    if match is None:
        return UNDATED
    sent = next((found[0].date for line in head if (found := find_dates(line))), UNDATED)
    year = match["year"] or (sent.value or "")[:4]
    for wanted in (year, str(int(year) - 1)) if year.strip().isdigit() else ():
        found = find_dates(f"{match['day']} {wanted.strip()}")
        if found and not (sent.value and is_later(found[0].date, sent)):
            return replace(found[0].date, basis=Basis.INFERRED)
    return UNDATED
