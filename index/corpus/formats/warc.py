"""Web archives (WARC): the article of each page that was archived successfully."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator
from contextlib import redirect_stderr
from dataclasses import replace
from typing import NamedTuple

from index.corpus.document import Document, FileContent, Found, Lost, UnreadableError
from index.corpus.encoding import decoded, find_encoding
from index.corpus.formats.format import MEGABYTE, Format
from index.corpus.formats.plain import text_documents
from index.corpus.formats.webpage import page_document
from index.corpus.formats.within import moved
from index.corpus.markup import read_markup
from index.model.article import Loss
from index.model.text import Span

_CHARSET = re.compile(r"charset=[\"']?(?P<name>[\w-]+)", re.IGNORECASE)
_PAGE = 10 * MEGABYTE
_WHOLE = 300 * MEGABYTE
"""The most bytes of all pages together, unpacked: a small archive must not fill the memory."""


_TOO_MUCH = "The archive unpacks to more than 300 MB, which is refused."
_LINE = 12 * MEGABYTE
"""The most bytes of a line, unpacked: a head without an end is read as one line."""
_CHUNK = 1 << 16
_GZIP = b"\x1f\x8b"


class _Page(NamedTuple):
    url: str
    text: str
    is_html: bool = True


def page_texts(data: bytes) -> str:
    """The pages of an archive, one after the other, to which raw offsets refer."""
    return "\n".join(page.text for page in _pages(data))


def documents(file: FileContent) -> Iterator[Found]:
    """A document for each archived page with an article; of Common Crawl's texts for each text."""
    pages = _pages(file.data)
    raw = "\n".join(page.text for page in pages)
    offset = 0
    for page in pages:
        if not page.is_html:
            region = Span(offset, offset + len(page.text))
            yield from _of_text(raw, region, page.url)
        elif (document := page_document(page.text, read_markup(page.text), file=file)) is not None:
            yield _addressed(moved(document, raw, offset), page.url)
        offset += len(page.text) + 1


def _of_text(raw: str, region: Span, url: str) -> Iterator[Found]:
    """The documents of one text; one that cannot be read does not end the archive."""
    try:
        for one in text_documents(raw, region=region):
            yield _addressed(one, url) if isinstance(one, Document) else one
    except UnreadableError as error:
        yield Lost(Loss.REFUSED, str(error), url)


def _pages(data: bytes) -> list[_Page]:
    # warcio writes its warnings about broken records to standard error.
    with redirect_stderr(io.StringIO()):
        return list(_responses(data))


def _responses(data: bytes) -> Iterator[_Page]:
    try:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError as error:
        raise UnreadableError(
            "Web archives need a library that is missing: pip install 'warcio>=1.7.5'"
        ) from error
    total = 0
    _refuse_bombs(data)
    try:
        for record in ArchiveIterator(io.BytesIO(data)):
            if record.rec_type == "conversion":
                payload = record.content_stream().read(_PAGE + 1)
                total += len(payload)
                if total > _WHOLE:
                    raise UnreadableError(_TOO_MUCH)
                if payload and len(payload) <= _PAGE:
                    url = record.rec_headers.get_header("WARC-Target-URI") or ""
                    yield _Page(url, _page_text(payload, "charset=utf-8"), is_html=False)
                continue
            if record.rec_type != "response" or record.http_headers is None:
                continue
            kind = record.http_headers.get_header("Content-Type") or ""
            if record.http_headers.get_statuscode() != "200" or "html" not in kind:
                continue
            payload = record.content_stream().read(_PAGE + 1)
            total += len(payload)
            if total > _WHOLE:
                raise UnreadableError(_TOO_MUCH)
            if payload and len(payload) <= _PAGE:
                url = record.rec_headers.get_header("WARC-Target-URI") or ""
                yield _Page(url, _page_text(payload, kind))
    except (ArchiveLoadFailed, zlib.error, EOFError) as error:
        raise UnreadableError("The web archive is broken.") from error


def _refuse_bombs(data: bytes) -> None:
    """Raises UnreadableError for a packed archive that is far too large when unpacked.

    It is unpacked once for this check, since the library reads lines of any length.
    """
    total = line = at = 0
    while data.startswith(_GZIP, at):
        unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
        packed = data[at : at + _CHUNK]
        while packed and not unpacker.eof:
            at += len(packed)
            try:
                out = unpacker.decompress(packed, _CHUNK)
                while out:
                    total += len(out)
                    end = out.rfind(b"\n")
                    line = len(out) - end - 1 if end >= 0 else line + len(out)
                    if total > _WHOLE:
                        raise UnreadableError(_TOO_MUCH)
                    if line > _LINE:
                        raise UnreadableError("The web archive is broken.")
                    out = unpacker.decompress(unpacker.unconsumed_tail, _CHUNK)
            except zlib.error:
                return  # the library reports its error
            packed = data[at : at + _CHUNK]
        at -= len(unpacker.unused_data)


def _page_text(payload: bytes, kind: str) -> str:
    match = _CHARSET.search(kind)
    if match:
        try:
            return decoded(payload, match["name"])
        except LookupError:
            pass
    try:
        return decoded(payload, find_encoding(payload))
    except UnreadableError:
        return ""


def _addressed(document: Document, url: str) -> Document:
    """The document of a page with the address of its record, if it states none."""
    stated = document.stated
    if stated.url or not url:
        return document
    return replace(document, stated=replace(stated, url=url))


FORMAT = Format(
    "WARC",
    (".warc", ".warc.gz", ".wet", ".wet.gz"),
    documents,
    holds_many=True,
    raw=page_texts,
    limit=200 * MEGABYTE,
    library="warcio",
)
