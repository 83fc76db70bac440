"""Whether what was asked may be a claim: a sentence, not words to look for."""

from __future__ import annotations

import re

LONGEST_QUERY = 7
"""Words up to which a query is a query."""
_LANGUAGE = re.compile(r"\b(?:ET|OU|SAUF|AND|OR|NOT|NEAR)\b|\w:\S|[*~]")


def may_be_claim(query: str) -> bool:
    """More words than anybody looks for at a time, and no operator or field among them."""
    return len(re.findall(r"\w+", query)) > LONGEST_QUERY and not _LANGUAGE.search(query)
