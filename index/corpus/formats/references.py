"""Reference libraries: RIS (Zotero, Europresse, Factiva) and BibTeX, an article for each reference."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.corpus.document import FileContent, Found, Lost, UnreadableError
from index.corpus.fields import Field, Value
from index.corpus.formats.format import MEGABYTE, Format
from index.corpus.formats.records import Cell, document_of
from index.corpus.inverted_names import natural_name
from index.corpus.strand import Strand, Weaver, identity
from index.model.article import Loss
from index.model.text import Span

_RIS_LINE = re.compile(r"^(?P<tag>[A-Z][A-Z0-9]) {1,2}-(?: (?P<value>[^\r\n]*))?", re.MULTILINE)
_RIS_FIELDS = {
    "TI": Field.TITLE, "T1": Field.TITLE, "CT": Field.TITLE, "AB": Field.TEXT, "N2": Field.TEXT,
    "T2": Field.SOURCE, "JO": Field.SOURCE, "JF": Field.SOURCE, "JA": Field.SOURCE, "J2": Field.SOURCE,
    "AU": Field.AUTHOR, "A1": Field.AUTHOR, "DA": Field.PUBLISHED, "PY": Field.PUBLISHED,
    "Y1": Field.PUBLISHED, "SP": Field.PAGE, "UR": Field.URL, "LA": Field.LANGUAGE,
    "KW": Field.TAGS, "ID": Field.RECORD_ID, "AN": Field.RECORD_ID, "ET": Field.EDITION,
    "SE": Field.SECTION, "PB": Field.SOURCE,
}  # fmt: skip
_ORDER = ("DA", "Y1", "PY", "T2", "JO", "JF", "JA", "J2", "PB")
_RIS_NOTES = ("N1", "RN")
_BIB_NOTES = ("note", "annote", "annotation", "fulltext", "body", "content")
_NOTE = 80
"""The fewest characters of a note that may be a text."""
_LOOSE_DATE = re.compile(r"(?P<year>\d{4})/(?P<month>\d{1,2})?/?(?P<day>\d{1,2})?/?.*")


def ris_documents(file: FileContent) -> Iterator[Found]:
    """A document for each reference; its abstract is its text."""
    raw = file.text
    records: list[list[re.Match[str]]] = []
    current: list[re.Match[str]] = []
    for line in _RIS_LINE.finditer(raw):
        if line["tag"] == "TY":
            current = []
            records.append(current)
        current.append(line)
    if not any(records):
        raise UnreadableError("The file holds no reference.")
    ends = [*(record[0].start() for record in records[1:]), len(raw)]
    for record, end in zip(records, ends, strict=True):
        values = [(line["tag"], _ris_value(raw, line, end)) for line in record]
        values.sort(key=lambda pair: _ORDER.index(pair[0]) if pair[0] in _ORDER else -1)
        cells: list[Cell] = []
        notes: list[Cell] = []
        pairs: list[tuple[Field, Value]] = []
        authors: list[Value] = []
        tags: list[Value] = []
        for tag, strand in values:
            field = _RIS_FIELDS.get(tag)
            text = " ".join(strand.text.split())
            if tag in _RIS_NOTES and len(text) >= _NOTE:
                notes.append(Cell(Field.TEXT, strand))
            if field is None or not text:
                continue
            if field in (Field.TITLE, Field.TEXT):
                cells.append(Cell(field, strand))
            if field is Field.AUTHOR:
                authors.append(natural_name(text))
            elif field is Field.TAGS:
                tags.append(text)
            else:
                pairs.append((field, _date_text(text) if field is Field.PUBLISHED else text))
        cells = _with_notes(cells, notes)
        yield _document(raw, Span(record[0].start(), end), cells, pairs, authors, tags)


def _with_notes(cells: list[Cell], notes: list[Cell]) -> list[Cell]:
    """The cells of a reference; without a text, its long notes are the text that somebody kept there."""
    return cells if any(cell.field is Field.TEXT for cell in cells) else cells + notes[:1]


def _document(
    raw: str,
    region: Span,
    cells: list[Cell],
    pairs: list[tuple[Field, Value]],
    authors: list[Value],
    tags: list[Value],
) -> Found:
    more: list[tuple[Field, Value]] = [(Field.AUTHOR, authors), (Field.TAGS, tags)]
    document = document_of(raw, region, cells=cells, pairs=[*pairs, *more])
    return document or Lost(Loss.WITHOUT_TEXT, "The reference has neither a title nor a text.")


def _ris_value(raw: str, line: re.Match[str], end: int) -> Strand:
    """The value after a tag, which may take several lines."""
    start = line.start("value") if line["value"] is not None else line.end()
    after = _RIS_LINE.search(raw, line.end(), end)
    text = raw[start : after.start() if after else end].rstrip()
    return identity(text, start)


def _date_text(text: str) -> str:
    """« 2023/01/17/ » → `2023-01-17`, « 2023/01// » → `2023-01`."""
    match = _LOOSE_DATE.fullmatch(text)
    if match is None:
        return text
    return "-".join(part.zfill(2) for part in match.group("year", "month", "day") if part)


_TAGGED_LINE = re.compile(
    r"^%(?P<tag>[0-9A-Z?@!#$(&*+^<>\[\]=~{}|:;.,/-])[ \t]+(?P<value>[^\r\n]*)", re.MULTILINE
)
_TAGGED_FIELDS = {
    "T": Field.TITLE, "X": Field.TEXT, "A": Field.AUTHOR, "B": Field.SOURCE, "J": Field.SOURCE, "I": Field.SOURCE,
    "8": Field.PUBLISHED, "D": Field.PUBLISHED, "P": Field.PAGE, "U": Field.URL, "G": Field.LANGUAGE, "K": Field.TAGS,
    "M": Field.RECORD_ID, "7": Field.EDITION,
}  # fmt: skip
_TAGGED_ORDER = "8DBJI"
"""A whole date counts more than a year, the newspaper more than its publisher."""


def tagged_documents(file: FileContent) -> Iterator[Found]:
    """A document for each reference of EndNote's tagged format (« %0 Newspaper Article »)."""
    raw = file.text
    lines = list(_TAGGED_LINE.finditer(raw))
    starts = [at for at, line in enumerate(lines) if line["tag"] == "0"]
    if not starts:
        raise UnreadableError("The file holds no reference.")
    for first, after in zip(starts, [*starts[1:], len(lines)], strict=True):
        end = lines[after].start() if after < len(lines) else len(raw)
        cells: list[Cell] = []
        told: list[tuple[str, str]] = []
        for at in range(first, after):
            stop = lines[at + 1].start() if at + 1 < len(lines) else len(raw)
            start = lines[at].start("value")
            strand = identity(raw[start:stop].rstrip(), start)
            field = _TAGGED_FIELDS.get(lines[at]["tag"])
            if field in (Field.TITLE, Field.TEXT):
                cells.append(Cell(field, strand))
            told.append((lines[at]["tag"], " ".join(strand.text.split())))
        told.sort(key=lambda pair: _TAGGED_ORDER.find(pair[0]))
        named = [
            (_TAGGED_FIELDS[tag], text) for tag, text in told if tag in _TAGGED_FIELDS and text
        ]
        authors: list[Value] = [
            natural_name(text) for field, text in named if field is Field.AUTHOR
        ]
        tags: list[Value] = [text for field, text in named if field is Field.TAGS]
        pairs: list[tuple[Field, Value]] = [
            (field, text) for field, text in named if field not in (Field.AUTHOR, Field.TAGS)
        ]
        yield _document(raw, Span(lines[first].start(), end), cells, pairs, authors, tags)


_BIB_ENTRY = re.compile(r"@(?P<kind>[a-zA-Z]+)\s*[{(]\s*(?P<key>[^,\s{}]*)\s*,")
_BIB_FIELD = re.compile(r"\s*,?\s*(?P<name>[A-Za-z][\w-]*)\s*=\s*")
_BIB_FIELDS = {
    "title": Field.TITLE, "abstract": Field.TEXT, "journal": Field.SOURCE,
    "journaltitle": Field.SOURCE, "newspaper": Field.SOURCE, "publisher": Field.SOURCE,
    "author": Field.AUTHOR, "date": Field.PUBLISHED, "pages": Field.PAGE, "url": Field.URL,
    "langid": Field.LANGUAGE, "language": Field.LANGUAGE, "keywords": Field.TAGS, "edition": Field.EDITION,
    "section": Field.SECTION,
}  # fmt: skip
_MAKERS = ("organization", "institution")
_MACRO = re.compile(
    r"@string\s*[{(]\s*(?P<name>[\w.:-]{1,60})\s*=\s*[\"{](?P<text>[^\"{}]{1,200})[\"}]",
    re.IGNORECASE,
)
"""« @string{gaz = "La Gazette"} »: a name that stands for words in later entries."""
_NO_REFERENCES = ("comment", "string", "preamble")
_LATEX = re.compile(
    r"\\(?P<accent>[`'^\"~c=.])\s*\{?\\?(?P<letter>[A-Za-z])\}?|[{}]|\\(?P<sign>[&%$#_{}])|(?P<dash>---?)|\\(?P<command>oe|OE|ae|AE|ss|o|O|aa|AA|textendash|textemdash|guillemotleft|guillemotright|og|fg)\b ?"
)
_ACCENTS = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    '"': "\u0308",
    "~": "\u0303",
    "c": "\u0327",
    "=": "\u0304",
    ".": "\u0307",
}
_COMMANDS = {
    "oe": "œ",
    "OE": "Œ",
    "ae": "æ",
    "AE": "Æ",
    "ss": "ß",
    "o": "ø",
    "O": "Ø",
    "aa": "å",
    "AA": "Å",
    "textendash": "–",
    "textemdash": "—",
    "guillemotleft": "«",
    "guillemotright": "»",
    "og": "« ",
    "fg": " »",
}


def bibtex_documents(file: FileContent) -> Iterator[Found]:
    """A document for each entry; its abstract is its text."""
    raw = file.text
    entries = [m for m in _BIB_ENTRY.finditer(raw) if m["kind"].lower() not in _NO_REFERENCES]
    if not entries:
        raise UnreadableError("The file holds no reference.")
    macros = {match["name"].lower(): match["text"] for match in _MACRO.finditer(raw)}
    for entry, end in zip(entries, [*(m.start() for m in entries[1:]), len(raw)], strict=True):
        cells: list[Cell] = []
        notes: list[Cell] = []
        pairs: list[tuple[Field, Value]] = [(Field.RECORD_ID, entry["key"])]
        authors: list[Value] = []
        told: dict[str, str] = {}
        for name, strand in _bib_fields(raw, entry.end(), end):
            text = " ".join(strand.text.split())
            text = macros.get(text.lower(), text)
            if name in _BIB_NOTES and len(text) >= _NOTE:
                notes.append(Cell(Field.TEXT, strand))
            told[name] = text
            field = _BIB_FIELDS.get(name)
            if field in (Field.TITLE, Field.TEXT):
                cells.append(Cell(field, strand))
            elif field is Field.AUTHOR:
                authors += [natural_name(part) for part in re.split(r"\s+and\s+", text)]
            elif field is not None:
                pairs.append((field, text))
        if "date" not in told and "year" in told:
            parts = [told.get("month"), told["year"]]
            if (day := told.get("day", "")).isdigit() and parts[0]:
                parts.insert(0, day)
            pairs.append((Field.PUBLISHED, " ".join(filter(None, parts))))
            pairs.append((Field.PUBLISHED, told["year"]))
        if (place := told.get("howpublished", "")) and "://" not in place and "\\" not in place:
            pairs.append((Field.SOURCE, place))
        pairs += [(Field.SOURCE, told[name]) for name in _MAKERS if told.get(name)]
        cells = _with_notes(cells, notes)
        yield _document(raw, Span(entry.start(), end), cells, pairs, authors, [])


def _bib_fields(raw: str, at: int, end: int) -> Iterator[tuple[str, Strand]]:
    while match := _BIB_FIELD.match(raw, at, end):
        start, stop, at = _bib_value(raw, match.end(), end)
        yield match["name"].lower(), _without_latex(raw, start, stop)


def _bib_value(raw: str, at: int, end: int) -> tuple[int, int, int]:
    """The start and the end of a value inside its braces or marks, and the place after it."""
    if raw[at : at + 1] == '"':
        stop = raw.find('"', at + 1, end)
        stop = end if stop < 0 else stop
        return at + 1, stop, stop + 1
    if raw[at : at + 1] != "{":
        match = re.compile(r"[^,}\n]*").match(raw, at, end)
        stop = match.end() if match else at
        return at, stop, max(stop, at + 1)
    depth = 0
    for brace in re.compile(r"[{}]").finditer(raw, at, end):
        depth += 1 if brace.group() == "{" else -1
        if depth == 0:
            return at + 1, brace.start(), brace.end()
    return at + 1, end, end


def _without_latex(raw: str, start: int, stop: int) -> Strand:
    import unicodedata

    weaver = Weaver()
    at = start
    for match in _LATEX.finditer(raw, start, stop):
        weaver.take(raw[at : match.start()], at)
        if match["accent"]:
            char = unicodedata.normalize("NFC", match["letter"] + _ACCENTS[match["accent"]])
        elif match["dash"]:
            char = "—" if len(match["dash"]) == 3 else "–"
        else:
            char = match["sign"] or _COMMANDS.get(match["command"] or "", "")
        weaver.put(char, *match.span())
        at = match.end()
    weaver.take(raw[at:stop], at)
    return weaver.strand()


RIS = Format(
    "RIS", (".ris", ".refman"), ris_documents, holds_many=True, parted_by="", limit=100 * MEGABYTE
)
ENDNOTE = Format(
    "EndNote", (".enw",), tagged_documents, holds_many=True, parted_by="", limit=100 * MEGABYTE
)
BIBTEX = Format(
    "BibTeX",
    (".bib", ".bibtex"),
    bibtex_documents,
    holds_many=True,
    parted_by="",
    limit=100 * MEGABYTE,
)
