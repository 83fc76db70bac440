"""The desk as it was left: query, filters, order, retained articles and the open one, per corpus.

Written at each change, so that a room that was killed comes back as it was.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

import msgspec


class LeftDesk(msgspec.Struct, frozen=True, kw_only=True):
    """What a reader had before them. Values of a later version are ignored."""

    query: str = ""
    filters: tuple[tuple[str, str, str, bool], ...] = ()
    """Facet, value, name, whether it excludes."""
    sort: str = "relevance"
    retained: tuple[str, ...] = ()
    article: str = ""
    """The result under the cursor."""
    theme: str = ""


def left_desk(file: Path) -> LeftDesk:
    """The desk of the last visit; an empty one when there is none, or it cannot be read."""
    try:
        return msgspec.json.decode(file.read_bytes(), type=LeftDesk)
    except (OSError, msgspec.DecodeError, RecursionError):
        return LeftDesk()


def leave_desk(file: Path, desk: LeftDesk) -> None:
    """Writes it in one step, for the reader alone; a folder that cannot be written to is no failure."""
    partial = file.with_suffix(f".{os.getpid()}")
    with contextlib.suppress(OSError, ValueError):
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(msgspec.json.encode(desk))
        partial.replace(file)
