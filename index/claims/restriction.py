"""« L'incendie n'a été éteint que mercredi »: without what follows its « que » it would say the contrary."""

from __future__ import annotations

import re

from index.model.text import Span

_NE = re.compile(r"(?<!\w)(?:ne[^\S\t-\r]|n['’])", re.IGNORECASE)
_NO = re.compile(r"(?<!\w)(?:pas|plus|jamais|rien|aucune?|point|ni)(?!\w)")
_ONLY = re.compile(
    r"[^\S\t-\r]qu(?:e[^\S\t-\r]|['’])(?:[^\s.,;:«»()]+[^\S\t-\r]){0,3}[^\s.,;:«»()]+"
)
"""The restriction and its first words."""


def with_only(text: str, span: Span, end: int) -> Span:
    """The span of what is told with the « que … » that restricts it, where its « ne » is in the span."""
    told = text[span.start : span.end]
    if _NE.search(told) is None or _NO.search(told):
        return span
    only = _ONLY.match(text, span.end, end)
    return span if only is None else Span(span.start, only.end())
