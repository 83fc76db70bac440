"""The words that name a source without a verb: « selon », « d'après », « aux yeux de »."""

from __future__ import annotations

import re

from index.text.signs import holds

_S = r"[^\S\t-\r]"
_SOURCE_SIGNS = (
    "elon",
    "après",
    "dire",
    "avis",
    "croi",
    "yeux",
    "dixit",
    "source",
    "aveu",
    "termes d",
    "reprendre l",
    "emprunter l",
    "pour citer",
)


def sources(text: str, start: int, end: int) -> list[re.Match[str]]:
    """The words that name a source between two places; most stretches have none, which a quick test
    shows.
    """
    stretch = text[start:end]
    if not holds(stretch, _SOURCE_SIGNS):
        return []
    return list(SOURCE.finditer(text, start, end))


_DEPENDING = (
    "cas|résultats?|époques?|années?|besoins?|âges?|régions?|pays|critères?|modalités|saisons?|jours?|lieux|circonstances|situations?"
    "|moyens|niveaux?|types?|philosophie|principes?|usages?|goûts?|humeurs?|modèles?|zones?|tailles?|méthodes?|règles?|secteurs?|profils?"
    "|catégories?|heures?|schéma|rythme|procédure|formule|tradition|il|elle|on"
)
"""What something depends on: « selon les cas » names no source."""
SOURCE = re.compile(
    # The first letters: asked first, the rest costs a third.
    rf"(?=[sdaàp])(?<![\w-])(?:selon(?!{_S}(?:(?:les?|la|leurs?|son|sa|ses|que?){_S}|l['’]|qu['’])(?:même{_S})?(?:{_DEPENDING})(?!\w))(?:{_S}(?:les{_S}(?:mots|propos|termes|dires|déclarations|informations)|l['’]expression|le{_S}mot|la{_S}formule){_S}(?:mêmes{_S})?(?:de|du|des|d['’]))?"
    rf"|d['’]après|aux{_S}dires{_S}(?:de|du)|au{_S}dire{_S}de|de{_S}l['’]avis{_S}(?:de|du)|à{_S}en{_S}croire|si{_S}l['’]on{_S}en{_S}croit|aux{_S}yeux{_S}(?:de|du|des)"
    rf"|[aà](?={_S}(?:ses|leurs){_S}yeux(?!\w))|de(?={_S}(?:son|leur){_S}propre{_S}aveu(?!\w))|de{_S}l['’]aveu(?:{_S}même)?{_S}(?:de|du|des|d['’])"
    rf"|pour{_S}(?:reprendre|citer|emprunter){_S}(?:(?:les?|la){_S}|l['’])(?:mots?|termes?|propos|expressions?|formules?|vocabulaire){_S}(?:même{_S})?(?:de|du|des|d['’])|dixit|aux{_S}termes{_S}(?:de|du|des)|de{_S}source(?=s?{_S}))(?!\w)",
    re.IGNORECASE,
)
"""The words that name a source without a verb."""
