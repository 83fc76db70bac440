"""PDF files with a text layer: the lines of each page, joined to paragraphs again."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator

from index.corpus.cleaning.lines import Line, join_lines
from index.corpus.cleaning.reasons import Reason
from index.corpus.document import Document, FileContent, UnreadableError
from index.corpus.formats.format import MEGABYTE, Format
from index.corpus.strand import Strand, Weaver
from index.model.article import SetAside
from index.model.text import Span

_PAGES = 400
_BETWEEN = "\n\f\n"
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?:page\s*)?[-–—]?\s*\d{1,4}\s*[-–—]?(?:\s*(?:/|sur|of)\s*\d{1,4})?", re.IGNORECASE
)
_LIST_MARK = re.compile(r"(?:[-–—•*·►▶]|\d{1,2}[.)])\s")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_FULL = 0.72
"""The share of the usual width from which a line goes on in the next one."""


def page_text(data: bytes) -> str:
    """The text of all pages, which raw offsets speak of.

    Raises UnreadableError for what is encrypted or has no text layer.
    """
    try:
        import pypdf
    except ImportError as error:
        raise UnreadableError(
            "PDF files need a library that is missing: pip install 'pypdf>=5.0'"
        ) from error
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise UnreadableError("The PDF file is protected by a password.")
    if len(reader.pages) > _PAGES:
        raise UnreadableError("The PDF file has too many pages.")
    text = _BETWEEN.join(page.extract_text() for page in reader.pages)
    text = text.encode("utf-8", "replace").decode("utf-8")
    if not text.strip():
        raise UnreadableError("The PDF file has no text layer; its pages are pictures.")
    return text


def documents(file: FileContent) -> Iterator[Document]:
    """The whole file as one document."""
    raw = page_text(file.data)
    lines = list(_lines(raw))
    repeated = _repeated(raw)
    aside: list[SetAside] = []
    kept: list[Line] = []
    for line in lines:
        if _PAGE_NUMBER.fullmatch(line.text) or _DIGITS.sub("#", line.text) in repeated:
            aside.append(SetAside(line.start, line.end, Reason.INTERFACE.value))
        else:
            kept.append(line)
    words = frozenset(word.lower() for word in _WORD.findall(raw))
    weaver = Weaver()
    for group in _paragraphs(raw, kept):
        line = group[0] if len(group) == 1 else join_lines(group, words)
        if weaver.length:
            weaver.put("\n\n", line.start, line.start)
        if line.pieces:
            weaver.add(Strand(line.text, line.pieces))
        else:
            weaver.take(line.text, line.start)
    strand = weaver.strand()
    yield Document(
        raw=raw,
        region=Span(0, len(raw)),
        content=strand.text,
        pieces=strand.pieces,
        aside=tuple(aside),
        rest=Reason.TECHNICAL.value,
    )


def _lines(raw: str) -> Iterator[Line]:
    offset = 0
    for whole in raw.splitlines(keepends=True):
        text = whole.strip()
        if text:
            start = offset + whole.index(text[0])
            yield Line(text, start, start + len(text))
        offset += len(whole)


def _repeated(raw: str) -> frozenset[str]:
    """Lines at the edges of pages that stand on most of them, figures aside."""
    pages = raw.split(_BETWEEN)
    if len(pages) < 3:
        return frozenset()
    counts: Counter[str] = Counter()
    for page in pages:
        lines = [line.strip() for line in page.splitlines() if line.strip()]
        counts.update({_DIGITS.sub("#", line) for line in lines[:2] + lines[-2:]})
    return frozenset(line for line, count in counts.items() if count > len(pages) // 2)


def _paragraphs(raw: str, lines: list[Line]) -> Iterator[list[Line]]:
    """Groups of lines that a page's width broke."""
    lengths = sorted(len(line.text) for line in lines)
    width = lengths[len(lengths) * 4 // 5] if lengths else 0
    group: list[Line] = []
    for line in lines:
        if group and not _goes_on(raw, group[-1], line, width):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _goes_on(raw: str, line: Line, after: Line, width: int) -> bool:
    between = raw[line.end : after.start]
    if _LIST_MARK.match(after.text):
        return False
    if "\f" not in between and between.count("\n") > 1:
        return False
    starts_small = after.text[0].islower() or after.text[0].isdigit()
    if line.text.endswith((".", "!", "?", ":", "»", "…")):
        return len(line.text) >= width and "\f" not in between
    if starts_small:
        return len(line.text) >= _FULL * width / 2
    return len(line.text) >= _FULL * width and "\f" not in between


FORMAT = Format("PDF", (".pdf",), documents, raw=page_text, limit=60 * MEGABYTE, library="pypdf")
