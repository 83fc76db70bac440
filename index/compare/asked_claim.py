"""Whether the text typed may be a claim: a sentence, not words to look for."""

from __future__ import annotations

import re

LONGEST_QUERY = 7
"""The most words of an ordinary query."""
_LANGUAGE = re.compile(r"\b(?:ET|OU|SAUF|AND|OR|NOT|NEAR)\b|\w:\S|[*~]")


def may_be_claim(query: str) -> bool:
    """Whether a text has more words than an ordinary query, and no operator or field."""
    return len(re.findall(r"\w+", query)) > LONGEST_QUERY and not _LANGUAGE.search(query)
