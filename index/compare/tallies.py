"""The number of accounts of an event, of their origins and of their contradictions.

They are counted on request, a few milliseconds an article, and stored with the generation.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from index.compare.origins import origins, tellers
from index.model.article import Article, ArticleId
from index.model.events import Event, LinkKind
from index.model.facts import Fact, contradicts

_MOST = 50


class Tally(msgspec.Struct, frozen=True, array_like=True):
    accounts: int
    origins: int
    contradictions: int


def tallies(
    kept: Path,
    events: Sequence[Event],
    *,
    read: Callable[[Sequence[ArticleId]], Sequence[Article]],
    facts: Callable[[Sequence[ArticleId]], Sequence[Fact]],
    ruled: Callable[[Sequence[ArticleId]], str] = lambda ids: "",
) -> dict[str, Tally]:
    """The tallies by event id; earlier ones are read from `kept` and new ones are written there.

    `facts` are those of a comparison, so that both give the same number. After a decision of the
    reader an event is counted anew: the key is its articles with what was `ruled` on them.
    """
    known: dict[str, Tally] = {}
    with contextlib.suppress(OSError, msgspec.DecodeError):
        known = msgspec.msgpack.decode(kept.read_bytes(), type=dict[str, Tally])
    found: dict[str, Tally] = {}
    fresh = False
    for event in events:
        ids = [m.article for m in event.articles if m.link is not LinkKind.BACKGROUND]
        key = "\n".join((*ids, ruled(ids)))
        if key not in known:
            fresh = True
            groups = origins(read(ids))
            firsts = [article.id for article in tellers(groups)][:_MOST]
            held = facts(firsts) if len(firsts) > 1 else ()
            known[key] = Tally(len(ids), len(groups), sum(map(contradicts, held)))
        found[event.id] = known[key]
    if fresh:
        # If the folder cannot be written to, the answer is given all the same.
        with contextlib.suppress(OSError):
            partial = kept.with_suffix(f".{os.getpid()}")
            partial.write_bytes(msgspec.msgpack.encode(known))
            partial.replace(kept)
    return found
