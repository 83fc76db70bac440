"""Forms of verbs of saying that are participles of a passive: « Hugo Brun est décrit comme “…” »."""

from __future__ import annotations

import re

_S = r"[^\S\t-\r]"
_PASSIVE = re.compile(
    rf"(?:\b(?:est|sont|était|étaient|été|être|fut|furent|sera|serait)|n['’]est){_S}(?:(?:aussi|également|souvent|parfois|[^\W\d_]+ment){_S})?$"
)


_AS = (" comme ", "\u00a0comme ")
_DESCRIBES = re.compile(
    rf"\b(?:il|elle|on|qui|que|se|le|la|les){_S}$|['’]$|\bqu(?:e{_S}|['’])[^,;:.]+$"
)
"""What stands before « décrit comme » where that is no participle: « qu'il décrit comme »."""


def is_passive(text: str, start: int, end: int) -> bool:
    """« Hugo Brun est décrit comme “…” », « un docker décrit comme “…” »: not he says so."""
    return (
        text.startswith(_AS, end) and _DESCRIBES.search(text, max(0, start - 60), start) is None
    ) or _PASSIVE.search(text, max(0, start - 30), start) is not None
