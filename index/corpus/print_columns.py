"""Whether lines of plain text are columns of print read across, as text recognition makes them."""

from __future__ import annotations

import re
from collections import Counter

_GUTTER = re.compile(r"(?<=\S) {3,}(?=\S)")
_WORDS = re.compile(r"[^\W\d_]{2,}")
_LEAST_LINES = 5
"""The fewest lines with a gutter at one place."""
_LEAST_SHARE = 0.4
"""The least share of these lines among all lines with words."""
_LONGEST = 240


def looks_like_columns(text: str) -> bool:
    """Whether many lines hold two pieces of running text, the second beginning at the same place."""
    if "   " not in text:
        return False
    begins: Counter[int] = Counter()
    lines = 0
    for line in text.splitlines():
        if not line.strip() or len(line) > _LONGEST:
            continue
        lines += 1
        for gutter in _GUTTER.finditer(line):
            left, right = line[: gutter.start()], line[gutter.end() :]
            if len(_WORDS.findall(left)) > 1 and len(_WORDS.findall(right)) > 1:
                begins[gutter.end()] += 1
    if not begins:
        return False
    place, _ = begins.most_common(1)[0]
    near = sum(begins[place + by] for by in (-1, 0, 1))
    return near >= _LEAST_LINES and near >= _LEAST_SHARE * lines
