"""A repair as a reader sees it: the words that were mended, without the signs of the file's format."""

from __future__ import annotations

import json
from pathlib import PurePath

from index.model.article import Article, Repair

_ESCAPED = frozenset({".json", ".jsonl", ".ndjson"})
"""Formats in which a quotation mark stands behind a backslash."""


def mended(article: Article, repair: Repair) -> str:
    """« juillet".Pour » of `juillet\\".Pour` in a file of JSON; what stands in the file otherwise."""
    if "\\" in repair.raw and _ESCAPED & set(PurePath(article.path.lower()).suffixes):
        try:
            return str(json.loads(f'"{repair.raw}"', strict=False))
        except ValueError:
            pass  # it begins or ends in the middle of a sign
    return repair.raw
