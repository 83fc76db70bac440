"""How many accounts an event has, from how many origins, and how often they contradict each other.

Counted when somebody asks, a few milliseconds an article, and kept with the generation.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from index.compare.origins import origins
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
    """By the id of each event, those counted before read from `kept` and new ones written there.

    `facts` are those of a comparison, so that both tell one number. What a reader changed is counted
    anew: its articles are the key, with what was `ruled` on them.
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
            firsts = [group[0].id for group in groups][:_MOST]
            held = facts(firsts) if len(firsts) > 1 else ()
            known[key] = Tally(len(ids), len(groups), sum(map(contradicts, held)))
        found[event.id] = known[key]
    if fresh:
        # A folder that cannot be written to is no reason not to answer.
        with contextlib.suppress(OSError):
            partial = kept.with_suffix(f".{os.getpid()}")
            partial.write_bytes(msgspec.msgpack.encode(known))
            partial.replace(kept)
    return found
