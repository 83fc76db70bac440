"""Building in several processes, each with its own part of the input and a segment of its own.

Reading, cleaning and annotating cost more than indexing, so a worker does all of it: it is handed a
part of the input and a function that makes articles of it. Whoosh's own `procs` hands over single
articles, merges what the workers wrote, and commits what is there when one of them dies.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from pathlib import Path
from typing import TypeVar

from index.errors import RecoupeError
from index.model.article import Article, EntityId
from index.query.engine import Written
from index.search.index_folder import create, publish, write_segments
from index.search.zones import article_words

Part = TypeVar("Part")


def write_index_in_parts(
    directory: Path,
    parts: Sequence[Part],
    read: Callable[[Part], Iterable[Article]],
    *,
    names: Callable[[EntityId], str],
    processes: int = 2,
) -> int:
    """Indexes the articles of all parts into an empty directory; gives how many there are.

    `read` and `names` run in the workers: they must be functions of a module (or partials of such),
    and the parts things that can be pickled. Each part becomes at least one segment, so there should
    be as many parts as processes, of about equal size.

    Raises what a worker raised, and RecoupeError when one died; then nothing is published.
    """
    create(directory)
    work = partial(_write_part, directory, read, names)
    if processes <= 1 or len(parts) <= 1:
        return publish(directory, [one for part in parts for one in work(part)])
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(min(processes, len(parts)), mp_context=context) as pool:
        try:
            written = [one for some in pool.map(work, parts) for one in some]
        except BrokenProcessPool as error:
            raise RecoupeError(
                "A process that was indexing died.", advice="Is there enough memory?"
            ) from error
    return publish(directory, written)


def _write_part(
    directory: Path,
    read: Callable[[Part], Iterable[Article]],
    names: Callable[[EntityId], str],
    part: Part,
) -> list[Written]:
    articles = ((article, article_words(article)) for article in read(part))
    return write_segments(directory, articles, names=names)
