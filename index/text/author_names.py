"""The authors in an article's byline, one by one, as facets count them.

« Jeanne Martin, Luc Amiel », « Jeanne Martin avec AFP » and « Jeanne Martin » name one person in
three bylines; counted by byline she would stand in three lines.
"""

from __future__ import annotations

import re
from functools import lru_cache

_JOINT = re.compile(
    r"\s*,\s*(?:et\s+|avec\s+|and\s+)?|\s+(?:et|&|and|avec)\s+(?:l['’])?(?=[^\W\d_a-zà-ÿ])"
)
_LEADING = re.compile(r"^(?:avec|et)\s+(?:l['’])?(?=[A-ZÀ-Ý])", re.IGNORECASE)
_WITH = re.compile(r"\s*,?\s+(?:avec|with)\s+(?:l['’])?(?=[A-ZÀ-Ý])")
_AGENCY = re.compile(
    r"(?:AFP|Reuters|REUTERS|AP|APS|MAP|TAP|EFE|ANSA|DPA|dpa|Belga|BELGA|ATS|Keystone-ATS|Xinhua|PANA|APA|QMI|SIPA"
    r"|Associated Press|Agence France[- ]Presse|La Presse [Cc]anadienne|Agence QMI|agences?)"
)
_INITIALS = re.compile(r"(?:[^\W\d_a-zà-ÿ]\w?\.[\s-]?){2,4}|[A-ZÀ-Ý]{2,4}")
_NAME_WORD = re.compile(r"[^\W\d_a-zà-ÿ]")
_MOST_WORDS = 5


@lru_cache(maxsize=1 << 12)
def authors_of(byline: str) -> tuple[str, ...]:
    """The authors of a byline, each once, in its order; the byline itself where it is not understood.

    It is parted only where every part is a person's full name, initials or an agency: « Martin,
    Jeanne », « Sciences et Avenir » and « Jeanne Martin, maire de Lantigny » stay whole.
    """
    byline = byline.strip()
    rest = _LEADING.sub("", byline)
    parts = _parts(rest)
    found: dict[str, str] = {}
    for part in parts:
        found.setdefault(part.casefold(), part)
    return tuple(found.values())


def is_agency(name: str) -> bool:
    """Whether a name is that of a press agency: « AFP », « Reuters »."""
    return _AGENCY.fullmatch(name) is not None


def _parts(byline: str) -> list[str]:
    if ";" in byline:
        # Names turned round are parted so: « Martin, Jeanne ; Amiel, Luc ».
        pieces = [piece.strip() for piece in byline.split(";") if piece.strip()]
        return [part for piece in pieces for part in _parts(piece)] or [byline]
    parts = _JOINT.split(byline)
    if all(map(_is_author, parts)):
        return parts
    # « Sciences et Avenir avec Reuters »: only the agencies are told apart.
    first, *rest = _WITH.split(byline)
    agencies = [part for one in rest for part in _JOINT.split(one)]
    if agencies and all(map(_AGENCY.fullmatch, agencies)):
        return [*_parts(first), *agencies]
    return [byline]


def _is_author(part: str) -> bool:
    if _AGENCY.fullmatch(part) or _INITIALS.fullmatch(part):
        return True
    words = part.split()
    capitals = sum(_NAME_WORD.match(word) is not None for word in words)
    return (
        2 <= len(words) <= _MOST_WORDS
        and capitals >= 2
        and _NAME_WORD.match(words[0]) is not None
        and not any(map(str.isdigit, part))
    )
