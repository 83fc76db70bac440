"""Pages that Safari saved (.webarchive): a property list with the page and its pictures; the page is read."""

from __future__ import annotations

import plistlib
from collections.abc import Iterator
from dataclasses import replace

from index.corpus.document import Document, FileContent, UnreadableError
from index.corpus.encoding import decoded, find_encoding
from index.corpus.formats.format import MEGABYTE, Format
from index.corpus.formats.webpage import page_document
from index.corpus.markup import read_markup


def _page(data: bytes) -> tuple[str, str]:
    """The HTML and the address of the page. Raises UnreadableError where there is none."""
    try:
        main = plistlib.loads(data).get("WebMainResource", {})
        html, url = main["WebResourceData"], str(main.get("WebResourceURL") or "")
        told = str(main.get("WebResourceTextEncodingName") or "")
    # plistlib raises many kinds of errors on broken lists.
    except Exception as error:
        raise UnreadableError(
            "The saved page is broken: its property list cannot be read."
        ) from error
    if not isinstance(html, bytes):
        raise UnreadableError("The saved page holds no HTML.")
    try:
        return decoded(html, told or find_encoding(html)), url
    except LookupError:
        return decoded(html, find_encoding(html)), url


def page_text(data: bytes) -> str:
    """The page, to which raw offsets refer."""
    return _page(data)[0]


def documents(file: FileContent) -> Iterator[Document]:
    """The article of the page."""
    text, url = _page(file.data)
    document = page_document(text, read_markup(text), file=file)
    if document is not None:
        stated = document.stated
        yield replace(document, stated=replace(stated, url=stated.url or url or None))


FORMAT = Format(
    "web archive of Safari",
    (".webarchive",),
    documents,
    raw=page_text,
    limit=60 * MEGABYTE,
    library="trafilatura",
)
