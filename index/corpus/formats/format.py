"""What a format is: the endings of its files, and how documents come out of one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from index.corpus.document import FileContent, Found

MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file.

    `documents` yields the articles of a file and raises UnreadableError, also half-way, with a
    sentence for the reader.
    """

    name: str
    endings: tuple[str, ...]
    documents: Callable[[FileContent], Iterator[Found]]
    holds_many: bool = False
    """Whether a file holds records, which are numbered even when there is only one."""
    holds_records: bool = False
    """Whether it is quick to tell its records apart and slow to make articles of them."""
    numbered_if_many: bool = False
    """Whether a file holds one article or several; one bears the file's own id."""
    raw: Callable[[bytes], str] | None = None
    """For what is no text: the content that raw offsets speak of."""
    limit: int = 20 * MEGABYTE
    """Bytes of the largest file that is read."""
    library: str | None = None
    """The package that it needs beyond the usual ones, of the extra `formats`."""
