"""Whether a preposition governs a name: « avec Hugo Brun », « chez la présidente du port Léa Arnal »."""

from __future__ import annotations

import re

from index.french.somebody import is_office_noun
from index.french.subjects import has_auxiliary

GOVERNED = re.compile(
    r"(?:\b(?:avec|de|du|des|par|à|au|aux|pour|contre|chez|selon|sur|sous|dans|en|vers|sans|entre|envers|comme|et|que)[ \u00a0](?:(?:la|le|les|M\.|Mme|l['’])[ \u00a0]?)?|\bd['’]|\bl['’]|\bqu['’])$",
    re.IGNORECASE,
)
_WITH_OFFICE = re.compile(
    r"\b(?:(?:du|au)[ \u00a0]|(?:de|avec|contre|chez|envers|devant|à|(?:interrog|interview|questionn|invit|relanc|interpell|cit)ée?s?(?:[ \u00a0](?:sur|dans|à|en)[ \u00a0][^,;:.]{1,25})?[ \u00a0]par|reçue?s?[ \u00a0]par)[ \u00a0](?:l[ea][ \u00a0]|l['’]))(?:ancien(?:ne)?[ \u00a0])?([^\W\d_][\w-]+)(?:[ \u00a0][^,;:.()«»“”\"\x1f]{0,60})?[ \u00a0]$"
)
"""« avec le président de la région Hugo Brun »: governed before his office."""
_NEAR = 12
_OFFICE = 90
"""Characters of an office, with the preposition before it, at the most."""


def is_governed_at(text: str, at: int, floor: int) -> bool:
    """Whether a preposition, not before `floor`, governs the name at a place, or the office before it."""
    if GOVERNED.search(text, max(floor, at - _NEAR), at):
        return True
    office = _WITH_OFFICE.search(text, max(floor, at - _OFFICE), at)
    return office is not None and is_office_noun(office[1]) and not has_auxiliary(office[0])
