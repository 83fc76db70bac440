"""Who claims an attack or asks for a ransom: « le groupe NightHeron a revendiqué l'attaque »."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.model.text import Span

_S = r"[^\S\t-\r]"
_NAME = r"(?P<{0}>[A-ZÀ-ÞŒ][\w'’-]*(?:[ \u00a0][A-ZÀ-ÞŒ0-9][\w'’-]*){{0,2}})"
_BODY = r"(?:groupe|groupuscule|collectif|gang|organisation|mouvement|cellule|brigade|milice|faction|branche|commando|cartel)"
_CLAIMS = re.compile(
    rf"\b{_BODY}{_S}(?:[^\W\d_]+{_S}){{0,3}}?{_NAME.format('who')}(?:{_S}?,{_S}[^,.;:]{{2,60}},|{_S}\([^()]{{2,30}}\))?{_S}"
    rf"(?:(?:a|ont|avait|aurait){_S}(?:[^\W\d_]+{_S})?)?(?:revendiqu\w+|exig\w+|réclam\w+|menac\w+)"
    rf"|\brevendiquée?s?{_S}(?:[^\W\d_]+{_S}){{0,2}}?par{_S}(?:(?:l[ae]{_S}|l['’]|un{_S}|une{_S}){_BODY}{_S}(?:[^\W\d_]+{_S}){{0,3}}?)?{_NAME.format('by')}"
)
_ATTACKS = re.compile(
    r"\b(?:cyber-?attaques?|attaques?|attentats?|piratages?|intrusions?|sabotages?|enlèvements?|assassinats?|meurtres?|incendies?|explosions?|tirs?|vols?|fusillades?|opérations?|actions?|prises?[ \u00a0]d['’]otages?|bombes?)\b",
    re.IGNORECASE,
)
"""What is claimed as one's deed: « revendique une hausse des salaires » claims none."""
_PAYS = re.compile(
    r"\b(?:rançons?|dollars|euros|bitcoins?|cryptomonnaies?|libération)\b", re.IGNORECASE
)
_WORDS = frozenset(
    [
        "groupe",
        "groupuscule",
        "collectif",
        "gang",
        "organisation",
        "mouvement",
        "cellule",
        "brigade",
        "milice",
        "faction",
        "branche",
        "commando",
        "cartel",
        "revendiqué",
        "revendiquée",
        "revendiqués",
        "revendiquées",
    ]
)


def claimants(text: str, start: int, end: int, words: frozenset[str]) -> Iterator[tuple[Span, str]]:
    """The bodies that claim an attack or ask for something, with their names in small letters."""
    if _WORDS.isdisjoint(words):
        return
    for match in _CLAIMS.finditer(text, start, end):
        name = match["who"] or match["by"]
        if (name and "revend" in text[start:end].lower()) or match["who"]:
            yield Span(*match.span()), name.lower().replace("-", " ")
