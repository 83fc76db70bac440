"""The outlet in the name of a feed: « Le Fanal - À la une », « Actualités | Le Fanal », « Le Fanal : flux RSS »."""

from __future__ import annotations

import re

from index.corpus.cleaning.name_looks import is_section
from index.corpus.cleaning.outlets import is_listed_outlet, is_outlet_name, outlet_of_site
from index.corpus.cleaning.phrases import plain

_BETWEEN = re.compile(r"\s+[-–—|•·:»>/]+\s+|\s?:\s+|\s?[|•»]\s?")
_NEWS = r"(?:actus?|actualites?|infos?|informations?|news|nouvelles|depeches|articles|titres|publications|une)"
_LABEL = re.compile(
    rf"(?:a )?la une(?: .{{2,40}})?|une|accueil|home|en continu|direct|fil(?: (?:info|actu|rss|d'.{{2,20}}))?|(?:flux |fil |feed )?rss(?: \d\.\d)?(?: .{{2,30}})?|atom|feed|flux"
    rf"|(?:toutes? |les? |l'|nos |notre |vos |dernier[es]{{0,2}} |les dernier[es]{{0,2}} |toute l'|toutes les |les principaux |derniers )*{_NEWS}(?:(?: en (?:continu|direct|temps reel|ligne))|(?: (?:du|de|des|et|en|sur|a|dans) .{{2,80}}))?"
    r"|(?:latest|all|top) (?:news|stories|articles|headlines)"
)
"""What the name of a feed says of it beside the outlet."""


def outlet_of_channel(name: str) -> str:
    """The outlet in the name of a feed; a name that shows none stays as it is."""
    return _outlet(name, sections=True)


def without_channel_label(name: str) -> str:
    """The name of an outlet as a reader of feeds gives it, without « - À la une »; any other stays as it is."""
    return _outlet(name, sections=False)


def _outlet(name: str, *, sections: bool) -> str:
    parts = [part.strip() for part in _BETWEEN.split(name) if part.strip()]
    if len(parts) < 2:
        return name
    kept = [part for part in parts if not _LABEL.fullmatch(plain(part))]
    if sections and len(kept) > 1:
        kept = [part for part in kept if not is_section(part) or is_listed_outlet(part)] or kept
    if len(kept) > 1 and sections:
        known = [part for part in kept if is_listed_outlet(part) or is_listed_outlet(_named(part))]
        kept = known or kept
    if len(kept) != 1:
        return name
    # « Actualités - Rennes » names no outlet: behind a label stands one only if it looks like one.
    if kept[0] != parts[0] and not (is_outlet_name(kept[0]) or is_listed_outlet(kept[0])):
        return name
    return _named(kept[0])


def _named(part: str) -> str:
    """« Le Monde.fr » → `Le Monde`."""
    joined = part.replace(" ", "")
    found = outlet_of_site(joined) if "." in part else joined
    return found if found != joined else part
