"""Comparisons of many articles, kept with their generation, so that a large event opens at once.

Holding fifty accounts against each other takes seconds; reading what was found takes milliseconds. They are
made in the background when events are counted, and depend on the articles and on the reader's decisions.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from index.model.article import ArticleId
from index.model.comparison import Comparison
from index.shelf.generations import COMPARED_STEM
from index.shelf.soundness import sealed, unsealed

FROM = 6
"""Articles from which on a comparison is kept: fewer are compared faster than anybody notices."""
_MOST = 200
"""Comparisons that a generation keeps; the oldest goes first."""


def kept(
    folder: Path, ids: Sequence[ArticleId], depends_on: str, compare: Callable[[], Comparison]
) -> Comparison:
    """The comparison of these articles in this order, read from `folder` or made and written there.

    `depends_on` is whatever else it depends on, as one text. A file that was damaged is made anew, and a
    folder that cannot be written to is no reason not to answer.
    """
    if len(ids) < FROM:
        return compare()
    key = hashlib.sha256("\n".join((*ids, "", depends_on)).encode()).hexdigest()[:32]
    path = folder / f"{COMPARED_STEM}{key}.msgpack"
    with contextlib.suppress(OSError, ValueError, msgspec.DecodeError):
        return msgspec.msgpack.decode(unsealed(path.read_bytes()), type=Comparison)
    found = compare()
    with contextlib.suppress(OSError):
        partial = path.with_suffix(f".{os.getpid()}")
        partial.write_bytes(sealed(msgspec.msgpack.encode(found)))
        partial.replace(path)
        _forget_the_oldest(folder)
    return found


def _forget_the_oldest(folder: Path) -> None:
    files = [(path.stat().st_mtime_ns, path) for path in folder.glob(f"{COMPARED_STEM}*.msgpack")]
    for _, path in sorted(files)[:-_MOST]:
        path.unlink(missing_ok=True)
