"""One record of a file with several → one document, with each field's place in the file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from enum import Enum, auto
from typing import NamedTuple

from index.corpus.document import Document, Found, Lost, Stated
from index.corpus.fields import Field, Value, state
from index.corpus.formats.fieldhtml import without_html
from index.corpus.strand import Strand, Weaver, cut
from index.corpus.walls import is_sold_elsewhere
from index.model.article import Loss
from index.model.text import Span

WITHOUT = "The record has neither a title nor a text."
_LETTER = re.compile(r"[^\W_]")
_NO_LETTERS = re.compile(r"[\W_]+")
_SAME = 80
"""The number of first letters that are equal in two fields with the same text in two forms."""
_FLAT = str.maketrans(dict.fromkeys("\r\n\t\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029", " "))
_CUT = re.compile(r"\s*(?:…|\.\.\.)?\s*\[\+\d+ [^\W\d_]{3,12}\]\s*$|\s*(?:…|\.\.\.)\s*$")
"""The end of a text that a tool cut short: « … [+731 chars] »."""
_TAIL = 60
"""In so many characters at the end of a text such an end stands."""
_PROBE = 20
"""The letters in a text that another form of it must have too."""


class Cell(NamedTuple):
    """A field's text, with its map to the file."""

    field: Field
    strand: Strand


def document_of(
    raw: str, region: Span, *, cells: Sequence[Cell], pairs: Sequence[tuple[Field, Value]]
) -> Document | None:
    """The document of a record; None when it has neither a title nor a text.

    A record with a summary and no text, such as a reference, has the summary as its text.
    """
    cells = [
        Cell(cell.field, without_html(cell.strand))
        for cell in cells
        if not is_sold_elsewhere(cell.strand.text)
    ]
    weaver = Weaver()
    title = _first_filled(cells, Field.TITLE)
    span = None
    if title is not None and title.text.strip():
        _add_line(weaver, title)
        span = Span(0, weaver.length)
    texts = _different(cell.strand for cell in cells if cell.field is Field.TEXT)
    if texts and title is not None and title.text.strip():
        texts[0] = _without_title(texts[0], title.text)
    summary = _first_filled(cells, Field.DESCRIPTION)
    stub = _stub(texts, summary)
    promoted = summary is not None and (not texts or stub is _Stub.OF_SUMMARY)
    cut_short = texts if stub is _Stub.OF_SUMMARY else ()
    if promoted:
        texts = _different(cell.strand for cell in cells if cell.field is Field.DESCRIPTION)
    _add_texts(weaver, texts)
    if not weaver.length:
        return None
    strand = weaver.strand()
    told_once = promoted or stub is _Stub.WITH_SUMMARY
    told: tuple[Span, ...] = (_extent(summary),) if summary is not None and not promoted else ()
    told += tuple(map(_extent, cut_short))
    return Document(
        raw=raw,
        region=region,
        content=strand.text,
        pieces=strand.pieces,
        title=span,
        stated=_stated(state(pairs), title, summary, told_once=told_once),
        told=told,
        rest="metadata",
    )


def _add_texts(weaver: Weaver, texts: Iterable[Strand]) -> None:
    """Adds the texts of a record, a sentence that is cut between two of them on one line."""
    cut_before = False
    for text in texts:
        if weaver.length:
            at = text.pieces[0].raw_start
            weaver.put(" " if cut_before and text.text[:1].islower() else "\n\n", at, at)
        weaver.add(text)
        cut_before = text.text.rstrip()[-1:].isalnum() or text.text.rstrip()[-1:] == ","


def _stated(
    stated: Stated, title: Strand | None, summary: Strand | None, *, told_once: bool
) -> Stated:
    """What a record states, with its title and its summary as they are read; the summary is none where the text has it."""
    named, described = stated.title, stated.description
    if named and title is not None:
        named = " ".join(title.text.split()) or named
    if told_once:
        described = None
    elif described and summary is not None:
        described = " ".join(summary.text.split()) or None
    if (named, described) == (stated.title, stated.description):
        return stated
    return replace(stated, title=named, description=described)


class _Stub(Enum):
    """What a text that its tool cut short has in common with the summary."""

    OF_SUMMARY = auto()
    """It is the beginning of the summary, which has more."""
    WITH_SUMMARY = auto()
    """It begins with the summary."""


def _stub(texts: Sequence[Strand], summary: Strand | None) -> _Stub | None:
    """Whether the one text of a record is cut short and repeats the summary; None for any other."""
    if len(texts) != 1 or summary is None:
        return None
    whole = texts[0].text
    tail = len(whole) - len(whole[-_TAIL:])
    end = _CUT.search(whole[tail:])
    if end is None:
        return None
    text, told = (
        _NO_LETTERS.sub("", one).lower()
        for one in (whole[: tail + end.start()], summary.text.rstrip(" .…"))
    )
    if min(len(text), len(told)) < _PROBE:
        return None
    if told.startswith(text):
        return _Stub.OF_SUMMARY
    return _Stub.WITH_SUMMARY if text.startswith(told) else None


def found_of(
    raw: str, region: Span, *, cells: Sequence[Cell], pairs: Sequence[tuple[Field, Value]]
) -> Iterator[Found]:
    """The document of a record with the remark that it has no text; that it was lost where it has no title either."""
    document = document_of(raw, region, cells=cells, pairs=pairs)
    if document is None:
        yield Lost(Loss.WITHOUT_TEXT, WITHOUT)
        return
    yield document
    if (alone := title_alone(document)) is not None:
        yield alone


def title_alone(document: Document, place: str = "") -> Lost | None:
    """The remark about a record that has a title and no text: it counts as an article.

    It is told by its place in the file, else by its title.
    """
    if document.title is None or document.content[document.title.end :].strip():
        return None
    place = place or document.title.of(document.content).strip()
    return Lost(Loss.REMARK, "The record has a title and no text.", place)


def _extent(strand: Strand) -> Span:
    """The stretch of the file from the first to the last character of a text."""
    return Span(strand.pieces[0].raw_start, strand.pieces[-1].raw_end)


def _first_filled(cells: Iterable[Cell], field: Field) -> Strand | None:
    return next((c.strand for c in cells if c.field is field and c.strand.text.strip()), None)


def _different(strands: Iterable[Strand]) -> list[Strand]:
    """The texts of a record; if one text has several forms (HTML and plain), only the first."""
    filled = [strand for strand in strands if _LETTER.search(strand.text)]
    if len(filled) < 2:
        return filled
    found: list[Strand] = []
    seen: list[str] = []
    for strand in filled:
        letters = _NO_LETTERS.sub("", strand.text).lower()
        same = next((at for at, other in enumerate(seen) if _are_one(other, letters)), None)
        if same is None:
            found.append(strand)
            seen.append(letters)
        elif len(letters) > len(seen[same]) * 1.1:
            found[same], seen[same] = strand, letters
    return found


def _are_one(one: str, other: str) -> bool:
    """Whether two fields hold one text in two forms, of which one may be cut short.

    Their beginnings alone may be the words of the tool or of the outlet.
    """
    if one[:_SAME] != other[:_SAME]:
        return False
    shorter, longer = sorted((one, other), key=len)
    middle = len(shorter) * 2 // 3
    return shorter[middle - _PROBE : middle] in longer


def _without_title(strand: Strand, title: str) -> Strand:
    """The text without the title at its beginning, which our own exports have there."""
    first, mark, rest = strand.text.partition("\n\n")
    if not mark or not rest.strip() or " ".join(first.split()) != " ".join(title.split()):
        return strand
    return cut(strand, Span(len(first) + len(mark), len(strand.text)))


def _add_line(weaver: Weaver, strand: Strand) -> None:
    """Adds a title on one line, even if its field holds line ends."""
    for piece in strand.pieces:
        text = strand.text[piece.start : piece.end]
        weaver.put(text.translate(_FLAT), piece.raw_start, piece.raw_end)
