"""Plain text, as people save it from a page: one article a file, its metadata among its lines."""

from __future__ import annotations

from collections.abc import Iterator

from index.corpus.document import Document, FileContent
from index.corpus.formats.format import Format
from index.corpus.strand import identity
from index.model.text import Span


def documents(file: FileContent) -> Iterator[Document]:
    """The whole text as one document."""
    text = file.text
    yield Document(raw=text, region=Span(0, len(text)), content=text, pieces=identity(text).pieces)


FORMAT = Format("plain text", (".txt", ".text", ""), documents)
