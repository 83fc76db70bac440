"""PDF files with a text layer: the lines of each page, joined to paragraphs again."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

from index.corpus.bundles.finding import bundled, told
from index.corpus.bundles.parts import Part, rows_of
from index.corpus.bundles.review_parts import part_of
from index.corpus.cleaning.line_looks import Look, look_of
from index.corpus.cleaning.lines import Line, join_lines
from index.corpus.cleaning.reasons import Reason
from index.corpus.document import Document, FileContent, Found, Lost, UnreadableError
from index.corpus.fields import state
from index.corpus.formats import panoramas
from index.corpus.formats.format import MEGABYTE, Format
from index.corpus.formats.print_stamps import NONE, Stamps, stamps_of, stated_of, title_in
from index.corpus.formats.running_lines import running_lines, without
from index.corpus.strand import Strand, Weaver
from index.model.article import Loss, SetAside
from index.model.text import Span

_PAGES = 400
_BETWEEN = "\n\f\n"
_PAGE_NUMBER = re.compile(
    r"(?:page\s*)?[-–—]?\s*\d{1,4}\s*[-–—]?(?:\s*(?:/|sur|of)\s*\d{1,4})?", re.IGNORECASE
)
_LIST_MARK = re.compile(r"(?:[-–—•*·►▶]|\d{1,2}[.)])\s")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SHORT = 90
_CELLS = re.compile(r"\s{2,}")
_BUTTON = 3
"""The most words of each of several buttons that stand on a line, apart from each other."""
_FURNITURE = frozenset(
    (Look.NOISE, Look.CREDIT, Look.COMMENTS, Look.RELATED, Look.CROSS_LINK, Look.COPYRIGHT)
)
_FULL = 0.72
"""The least share of the usual width of a line that goes on in the next one."""
_NEARLY = 0.88
"""The same with the first word of the next line, where that begins with a capital: letters differ in width."""


def page_text(data: bytes) -> str:
    """The text of all pages, to which raw offsets refer.

    Raises UnreadableError for a file that is encrypted or has no text layer.
    """
    reader = _opened(data)
    text = _BETWEEN.join(page.extract_text() for page in reader.pages)
    text = text.encode("utf-8", "replace").decode("utf-8")
    if not text.strip():
        raise UnreadableError("The PDF file has no text layer; its pages are pictures.")
    return text


def _opened(data: bytes) -> Any:
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
    return reader


def documents(file: FileContent) -> Iterator[Found]:
    """The whole file as one document, or the articles of an export or a press review."""
    raw = page_text(file.data)
    stamps = stamps_of(raw, _BETWEEN)
    if stamps.title is None:
        stamps = stamps._replace(title=_name(file.data))
    running = sorted({*running_lines(raw, _BETWEEN), *stamps.places})
    parts = _parts(raw, without(raw, running), file.data)
    if len(parts) > 1:
        documents = (_document(raw, part, running) for part in parts)
        yield from told(raw, documents, len(parts))
        return
    yield _document(raw, parts[0] if parts else None, running, stamps)


def _parts(raw: str, still: str, data: bytes) -> Sequence[Part]:
    """The articles of a file, separated by its text or its bookmarks; `still` is the text without running lines."""
    found = _export(raw)
    if found:
        return found
    titles = _bookmarks(data)
    return panoramas.parts_of(still, titles) or bundled(still) or _by_outline(still, titles)


def _export(raw: str) -> Sequence[Part]:
    """The articles of the export of a database; a book without borders may show them in another way."""
    try:
        return bundled(raw, reviewed=False)
    except UnreadableError:
        return ()


def _bookmarks(data: bytes) -> list[str]:
    """The bookmarks of the first level."""
    try:
        outline = _opened(data).outline
        return [
            " ".join(str(entry.title).split()) for entry in outline if not isinstance(entry, list)
        ]
    # The library's own errors on broken outlines: the text can be read all the same.
    except Exception:
        return []


def _name(data: bytes) -> str | None:
    """The title in the file's own description, as a browser writes that of a page there."""
    try:
        named = _opened(data).metadata
        return str(named.title) if named is not None and named.title else None
    # The library's own errors on broken descriptions: the text can be read all the same.
    except Exception:
        return None


def _by_outline(raw: str, titles: Sequence[str]) -> list[Part]:
    """The articles named by bookmarks, each at the place of its title."""
    if len(titles) < 2:
        return []
    rows = rows_of(raw)
    starts: list[int] = []
    for title in titles:
        after = starts[-1] + 1 if starts else 0
        at = next((n for n in range(after, len(rows)) if rows[n].text == title), None)
        if at is not None:
            starts.append(at)
    if len(starts) < 2:
        return []
    pieces = [rows[a:b] for a, b in zip(starts, [*starts[1:], len(rows)], strict=True)]
    return [part for piece in pieces if (part := part_of(raw, piece)) is not None]


def _document(
    raw: str, part: Part | None, running: Sequence[tuple[int, int]], stamps: Stamps = NONE
) -> Found:
    """The document of one part, or of the whole; lines of a page are joined to paragraphs."""
    if part is not None and part.body is None:
        name = " ".join(raw[span.start : span.end] for span in part.title)
        return Lost(Loss.WITHOUT_TEXT, "It has a head and no text.", name)
    body = part.body if part is not None and part.body else Span(0, len(raw))
    lines = [line for line in _lines(raw) if body.start <= line.start < body.end]
    if part is not None and part.passed:
        lines = list(_without(lines, part.passed))
    runs = frozenset(start for start, _ in running)
    aside: list[SetAside] = []
    kept: list[Line] = []
    for line in lines:
        if _PAGE_NUMBER.fullmatch(line.text) or line.start in runs:
            aside.append(SetAside(line.start, line.end, Reason.INTERFACE.value))
        else:
            kept.append(line)
    words = frozenset(word.lower() for word in _WORD.findall(raw))
    weaver = Weaver()
    title = _weave_title(weaver, raw, part)
    heading = title_in(raw, stamps) if part is None else []
    named = {row.start for row in heading}
    place = None
    for group in _paragraphs(raw, kept, named):
        line = group[0] if len(group) == 1 else join_lines(group, words)
        if group[0].start in named:
            place = weaver.length + 2 * bool(weaver.length)
        if weaver.length:
            weaver.put("\n\n", line.start, line.start)
        if line.pieces:
            weaver.add(Strand(line.text, line.pieces))
        else:
            weaver.take(line.text, line.start)
    strand = weaver.strand()
    return Document(
        raw=raw,
        region=part.region if part else Span(0, len(raw)),
        content=strand.text,
        pieces=strand.pieces,
        title=title,
        heading=None if place is None else Span(place, place + 1),
        stated=state(part.pairs) if part else stated_of(raw, stamps, heading),
        aside=tuple(aside),
        rest=Reason.METADATA.value if part else Reason.TECHNICAL.value,
    )


def _without(lines: Sequence[Line], passed: Sequence[Span]) -> Iterator[Line]:
    """Lines without what stands at their beginning and is none of the text, such as the code of a field."""
    starts = {span.start: span.end for span in passed}
    for line in lines:
        end = starts.get(line.start, line.start)
        text = line.text[end - line.start :].lstrip()
        if text:
            yield Line(text, line.end - len(text), line.end)


def _weave_title(weaver: Weaver, raw: str, part: Part | None) -> Span | None:
    above = ""
    for span in part.title if part else ():
        if above and above[-1] != "-":
            weaver.put(" ", span.start, span.start)
        above = raw[span.start : span.end]
        weaver.take(above, span.start)
    return Span(0, weaver.length) if weaver.length else None


def _lines(raw: str) -> Iterator[Line]:
    offset = 0
    for whole in raw.splitlines(keepends=True):
        text = whole.strip()
        if text:
            start = offset + whole.index(text[0])
            yield Line(text, start, start + len(text))
        offset += len(whole)


def _paragraphs(raw: str, lines: list[Line], title: AbstractSet[int]) -> Iterator[list[Line]]:
    """Groups of lines that were broken by the width of the page; the lines that begin at `title` are one."""
    lengths = sorted(len(line.text) for line in lines)
    width = lengths[len(lengths) * 4 // 5] if lengths else 0
    group: list[Line] = []
    for line in lines:
        named = (line.start in title, bool(group) and group[-1].start in title)
        goes_on = all(named) if any(named) else group and _goes_on(raw, group[-1], line, width)
        if group and not goes_on:
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
    if _look(after.text) is Look.COMMENTS:
        return False
    if not starts_small and any(_is_furniture(one.text) for one in (line, after)):
        return False
    if line.text.endswith((".", "!", "?", ":", "»", "…")):
        return len(line.text) >= width and "\f" not in between
    if starts_small:
        return len(line.text) >= _FULL * width / 2
    first = after.text.split(maxsplit=1)[0]
    # « Lire aussi : un titre assez long », and below it a paragraph whose first word would have fitted
    return len(line.text) + 1 + len(first) >= _NEARLY * width and "\f" not in between


def _is_furniture(text: str) -> bool:
    """Whether a line of a printed page is surely none of a paragraph: buttons, a credit, « Commentaires (12) »."""
    cells = _CELLS.split(text)
    if len(cells) > 1 and all(len(cell.split()) <= _BUTTON for cell in cells):
        return True
    return _look(text) in _FURNITURE


def _look(text: str) -> Look:
    return look_of(text).look if len(text) <= _SHORT else Look.PROSE


FORMAT = Format(
    "PDF",
    (".pdf",),
    documents,
    numbered_if_many=True,
    parted_by="",
    raw=page_text,
    limit=60 * MEGABYTE,
    library="pypdf",
)
