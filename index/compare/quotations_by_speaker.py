"""The quotations of many articles by speaker, and the words that several speakers are said to have
used.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from index.model.article import EntityId, HowSaid, Quote
from index.model.quoting import Quoted, Quoting
from index.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from index.model.article import Article

_WORD = re.compile(r"[^\W_]+")
_SAME = 4
"""The fewest words of a quotation that may be reported as given to two speakers."""
_POINTING = frozenset(
    ("il", "elle", "ils", "elles", "on", "je", "nous", "lui", "eux", "ce dernier", "cette dernière")
)
_Who = tuple[EntityId | None, str]


def quoting(
    articles: Iterable[Article], *, name_of: Callable[[EntityId], str], wanted: str = ""
) -> tuple[Quoting, ...]:
    """All speakers, the most quoted first; with `wanted`, those whose name holds these words.

    A speaker that is no entity is gathered within one article by its words: « le maire » of two
    articles may be two persons.
    """
    found: dict[_Who, list[Quoted]] = defaultdict(list)
    places: dict[_Who, str] = {}
    givers: dict[str, set[_Who]] = defaultdict(set)
    for article in articles:
        for quote in article.annotations.quotes:
            if not _is_said(quote):
                continue
            words = quote.speaker_text or ""
            who = (quote.speaker, "" if quote.speaker else f"{article.id}\t{fold(words)}")
            places.setdefault(who, name_of(quote.speaker) if quote.speaker else words)
            text = article.text[quote.start : quote.end]
            found[who].append(Quoted(article.id, article.source, article.published, quote, text))
            givers[_key(text)].add(who)
    sought = f" {fold(wanted)} " if wanted else ""
    result = [
        Quoting(who[0], places[who], _in_order(quotes, who, givers, places))
        for who, quotes in found.items()
        if sought in f" {fold(places[who])} "
    ]
    return tuple(sorted(result, key=lambda one: (-len(one.quotes), fold(one.name))))


def _is_said(quote: Quote) -> bool:
    """Whether a quotation has a speaker other than a pronoun."""
    if quote.manner is None or quote.manner in (HowSaid.TITLE, HowSaid.IRONIC):
        return False
    if quote.speaker is not None:
        return True
    return bool(quote.speaker_text) and (quote.speaker_text or "").lower() not in _POINTING


def _in_order(
    quotes: list[Quoted], who: _Who, givers: dict[str, set[_Who]], places: dict[_Who, str]
) -> tuple[Quoted, ...]:
    def also(one: Quoted) -> tuple[str, ...]:
        key = _key(one.text)
        if key.count(" ") + 1 < _SAME:
            return ()
        return tuple(sorted(places[other] for other in givers[key] if other != who and other[0]))

    told = [replace(one, also=also(one)) for one in quotes]
    return tuple(
        sorted(told, key=lambda one: (one.published.earliest or "", one.article, one.said.start))
    )


def _key(text: str) -> str:
    return " ".join(_WORD.findall(fold(text)))
