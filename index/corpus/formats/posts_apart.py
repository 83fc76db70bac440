"""Posts of a newsletter that its export keeps as pages without a head (`posts/123.title.html`), with a table of their
titles and days beside them (Substack).
"""

from __future__ import annotations

import csv
import io
import re
from functools import lru_cache

from index.corpus.document import FileContent
from index.corpus.fields import Field, Value

_POST = re.compile(r"(?:^|/)posts/(?P<id>\d+\.[^/]+)\.html$")
_TABLE = "../posts.csv"
COLUMNS = frozenset(("post_id", "post_date", "is_published"))
LIST_OF_POSTS = "A table of the posts whose texts lie in the folder beside it; it holds no article."


def stated_of(file: FileContent) -> list[tuple[Field, Value]]:
    """What the table states of a post; empty for any other page."""
    post = _POST.search(file.relative)
    data = file.beside(_TABLE) if post else b""
    if post is None or not data:
        return []
    row = _rows(data).get(post["id"], {})
    return [
        (Field.TITLE, row.get("title")),
        (Field.PUBLISHED, row.get("post_date")),
        (Field.DESCRIPTION, row.get("subtitle")),
    ]


@lru_cache(maxsize=4)
def _rows(data: bytes) -> dict[str, dict[str, str]]:
    rows = csv.DictReader(io.StringIO(data.decode("utf-8", "replace")))
    if not COLUMNS.issubset(rows.fieldnames or ()):
        return {}
    try:
        return {row["post_id"]: row for row in rows if row.get("post_id")}
    except csv.Error:
        return {}
