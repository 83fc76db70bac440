"""Queries for what was published in the days that the words of a query name."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from index.errors import QueryError
from index.model.found import Proposal, SearchRequest
from index.query.days_in_words import days_in_words
from index.query.parser import parse
from index.query.tree import Query


def proposals(
    request: SearchRequest, count: Callable[[Query, bool], int], *, found: int
) -> Iterator[Proposal]:
    """For each date among the words, the articles of then that hold the rest of them.

    `count` takes whether the filters hold. Where the request itself `found` nothing, articles are proposed that
    the filters leave out.
    """
    for days in days_in_words(request.query, today=request.today):
        rest = f"{request.query[: days.start]} {request.query[days.end :]}"
        try:
            query = parse(f"{rest} {days.query}".strip())
        except QueryError:
            continue
        span = (str(query), days.earliest, days.latest, days.relative)
        if total := count(query, True):
            yield Proposal(*span, total)
        elif request.filters and not found and (total := count(query, False)):
            yield Proposal(*span, total, unfiltered=True)
