"""The interface of a format: the endings of its files, and the way to their documents."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from index.corpus.document import FileContent, Found

MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file.

    `documents` yields the articles of a file; it raises UnreadableError, even after some articles,
    with a sentence for the reader.
    """

    name: str
    endings: tuple[str, ...]
    documents: Callable[[FileContent], Iterator[Found]]
    holds_many: bool = False
    """Whether a file holds records, which are numbered even when there is only one."""
    holds_records: bool = False
    """Whether separating its records is fast and making articles of them is slow."""
    numbered_if_many: bool = False
    """Whether a file holds one article or several; a single one has the file's own id."""
    raw: Callable[[bytes], str] | None = None
    """For formats that are not text: the content to which raw offsets refer."""
    limit: int = 20 * MEGABYTE
    """The size in bytes of the largest file that is read."""
    parted_by: str | None = None
    """Signs that part the values of a record, beside tags and marks of strings, for a kind of file whose sentences
    are counted and told where they stand in none of its articles; None if they are not."""
    quiet: frozenset[str] = frozenset()
    """Names of elements or keys, in lower case, whose text is left out on purpose."""
    library: str | None = None
    """The package that it needs in addition, from the extra `formats`."""
