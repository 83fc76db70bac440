"""Queries for what was published in the days that the words of a query name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from index.errors import QueryError
from index.model.found import Proposal, SearchRequest
from index.query.days_in_words import days_in_words
from index.query.parser import parse
from index.query.tree import Query
from index.search.hinting import is_asking
from index.text.folding import fold


def proposals(
    request: SearchRequest, count: Callable[[Query, bool], int], *, found: int
) -> Iterator[Proposal]:
    """For each date among the words, the articles of then that hold the rest of them.

    `count` takes whether the filters hold. Where the request itself `found` nothing, articles are proposed that
    the filters leave out.
    """
    for days in days_in_words(request.query, today=request.today):
        rest = f"{request.query[: days.start]} {request.query[days.end :]}"
        # « qui parle de givors depuis mars 2023 »: the articles that hold « givors », if none holds all.
        for words in dict.fromkeys((rest, telling_words(rest))):
            try:
                query = parse(f"{words} {days.query}".strip())
            except QueryError:
                continue
            span = (str(query), days.earliest, days.latest, days.relative)
            if total := count(query, True):
                yield Proposal(*span, total)
                break
            if request.filters and not found and (total := count(query, False)):
                yield Proposal(*span, total, unfiltered=True)
                break


def dated_words(request: SearchRequest) -> frozenset[str]:
    """The words, folded, by which a query names days; without one of them it asks for nothing better."""
    return frozenset(
        word
        for days in days_in_words(request.query, today=request.today)
        for word in re.findall(r"\w+", fold(request.query[days.start : days.end]))
    )


def telling_words(words: str) -> str:
    """The words of a query without those by which it only asks: « qui parle de », « les articles sur »."""
    if not re.fullmatch(r"(?:[^\W_]|[ '’-])+", words):
        return words  # quotation marks, fields and operators are kept as they are
    telling = [word for word in _APART.split(words) if word and not is_asking(fold(word))]
    return " ".join(telling) if telling else words


_APART = re.compile(r"\s+|(?<=\b[cdjlmnst])['’]|(?<=\bqu)['’]")
