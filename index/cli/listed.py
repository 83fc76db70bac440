"""A list of queries or names, one a line: the number of finds for each, in a table."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from index.errors import QueryError, RecoupeError
from index.export.documents import FORMAT
from index.model.found import SearchRequest, Sort

if TYPE_CHECKING:
    from index.cli.call import Call
    from index.library import Library

MOST = 10_000
"""The most lines of a list."""


def answer_list(file: str, call: Call) -> None:
    """Answers every line; a line that cannot be understood is reported in its row, and the rest
    goes on.
    """
    lines = lines_of(file)
    with call.library() as library:
        rows = [_row(library, line, call) for line in lines]
    if call.json:
        call.print_document({"format": FORMAT, "list": rows})
        return
    widest = max((len(row["query"]) for row in rows), default=0)
    for row in rows:
        if row["error"]:
            call.print(f"{row['query']:<{widest}}  {row['error']}")
        else:
            span = " – ".join(dict.fromkeys(day for day in (row["from"], row["to"]) if day))
            sources = call.texts.count("{n} source", "{n} sources", row["sources"])
            call.print(f"{row['query']:<{widest}}  {row['total']:>7}  {sources:>12}  {span}")


def lines_of(file: str) -> list[str]:
    """The lines of a list without empty ones and those that begin with #; `-` is standard input."""
    try:
        if file == "-":
            text = sys.stdin.read()
        else:
            with open(file, encoding="utf-8-sig") as stream:  # noqa: PTH123 - a path as typed
                text = stream.read()
    except (OSError, UnicodeDecodeError) as error:
        cause = getattr(error, "strerror", None) or "it is no text in UTF-8"
        raise RecoupeError("{path} cannot be read: {cause}.", path=file, cause=cause) from error
    found = [
        line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")
    ]
    if len(found) > MOST:
        raise RecoupeError("A list holds {most} lines at the most.", most=MOST)
    return found


def _row(library: Library, query: str, call: Call) -> dict[str, Any]:
    request = SearchRequest(
        query=query, limit=0, facets=False, excerpts=0, sort=Sort.DATE, finished=True
    )
    try:
        hits = library.search(request).hits
    except QueryError as error:
        return {
            "query": query,
            "total": 0,
            "sources": 0,
            "from": None,
            "to": None,
            "error": error.told(call.texts),
        }
    days = sorted(hit.published.earliest for hit in hits if hit.published.earliest)
    return {
        "query": query, "total": len(hits), "sources": len({hit.source for hit in hits if hit.source}),
        "from": days[0] if days else None, "to": days[-1] if days else None, "error": None,
    }  # fmt: skip
