"""JSON with the places of its values, so that each text can be shown in the file."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from json.decoder import scanstring  # type: ignore[attr-defined]
from typing import NamedTuple

from index.corpus.fields import Value
from index.corpus.languages import in_french, is_by_language
from index.corpus.strand import Strand, Weaver, identity
from index.model.text import Piece

_BLANK = re.compile(r"[ \t\r\n]*")
_COLON = re.compile(r"[ \t\r\n]*:[ \t\r\n]*")
_MARK = re.compile(r"[ \t\r\n]*([,}])[ \t\r\n]*")
"""What stands between two members of an object, or at its end."""
_ESCAPE = re.compile(r"\\(?:u[0-9a-fA-F]{4}(?:\\u[dD][c-fC-F][0-9a-fA-F]{2})?|.)", re.DOTALL)
_SURROGATE = re.compile("[\ud800-\udfff]")
_scan_value = json.JSONDecoder(strict=False).scan_once  # type: ignore[attr-defined]

BROKEN = (ValueError, StopIteration, RecursionError, IndexError)
"""The errors of reading a text that is no JSON."""


class Entry(NamedTuple):
    """A member of a record with the place of its value."""

    name: str
    value: Value
    start: int
    end: int


def read_record(raw: str, start: int) -> tuple[list[Entry], int]:
    """The members of the object at a place, and its end. Raises ValueError if there is no object."""
    if raw[start] != "{":
        raise ValueError
    entries: list[Entry] = []
    at = skip(raw, start + 1)
    if raw[at] == "}":
        return entries, at + 1
    while True:
        if raw[at] != '"':
            raise ValueError
        name, end = scanstring(raw, at + 1, False)
        colon = _COLON.match(raw, end)
        if colon is None:
            raise ValueError
        at = colon.end()
        value, end = _scan_value(raw, at)
        entries.append(Entry(name, value, at, end))
        mark = _MARK.match(raw, end)
        if mark is None:
            raise ValueError
        if mark[1] == "}":
            return entries, mark.end(1)
        at = mark.end()


def read_value(raw: str, start: int) -> tuple[Value, int]:
    """The value at a place, and its end. Raises one of BROKEN if there is none."""
    value, end = _scan_value(raw, start)
    return value, end


def elements(raw: str, entry: Entry) -> list[Entry]:
    """The elements of a list with their places."""
    found: list[Entry] = []
    at = skip(raw, entry.start + 1)
    while at < entry.end - 1:
        value, end = _scan_value(raw, at)
        found.append(Entry(entry.name, value, at, end))
        at = skip(raw, end)
        if raw[at] == ",":
            at = skip(raw, at + 1)
    return found


def string_strand(raw: str, start: int, end: int) -> Strand:
    """The text of a string literal; a character written as an escape corresponds to the whole
    escape.
    """
    written = raw[start + 1 : end - 1]
    if "\\" not in written:
        return identity(written, start + 1)
    parts: list[str] = []
    pieces: list[Piece] = []
    at, reached = start + 1, 0
    # An escape is longer than what it means, so that no two pieces are one, as a weaver would ask.
    for escape in _ESCAPE.finditer(raw, start + 1, end - 1):
        first, last = escape.span()
        if first > at:
            pieces.append(Piece(reached, reached + first - at, at, first))
            parts.append(raw[at:first])
            reached += first - at
        meant = _meant(escape.group())
        pieces.append(Piece(reached, reached + len(meant), first, last))
        parts.append(meant)
        reached += len(meant)
        at = last
    if at < end - 1:
        pieces.append(Piece(reached, reached + end - 1 - at, at, end - 1))
        parts.append(raw[at : end - 1])
    return Strand("".join(parts), tuple(pieces))


@lru_cache(maxsize=1 << 10)
def _meant(escape: str) -> str:
    """The character that an escape stands for; half of one that is written as two is unknown."""
    char, _ = scanstring(escape + '"', 0, False)
    return _SURROGATE.sub("\ufffd", char)


TEXT_KEYS = (
    "rendered", "text", "value", "raw", "content", "html", "__html", "#text", "$t",
    "processed", "basic", "plain", "main", "body",
)  # fmt: skip


def text_strand(raw: str, entry: Entry, *, depth: int = 0) -> Strand | None:
    """The text of a value: a string, `{"rendered": …}`, or a list of strings and objects with text.

    A list of strings only is one of paragraphs; pieces of a message are joined without breaks.
    """
    if isinstance(entry.value, str):
        return string_strand(raw, entry.start, entry.end)
    if depth > 3:
        return None
    if isinstance(entry.value, dict):
        inner, _ = read_record(raw, entry.start)
        for key in TEXT_KEYS:
            for member in inner:
                if member.name == key:
                    return text_strand(raw, member, depth=depth + 1)
        if is_by_language(entry.value):
            told = in_french(member.name for member in inner)
            return text_strand(raw, next(m for m in inner if m.name == told), depth=depth + 1)
        return None
    if not isinstance(entry.value, list):
        return None
    between = "\n\n" if all(isinstance(part, str) for part in entry.value) else ""
    weaver = Weaver()
    for part in elements(raw, entry):
        strand = text_strand(raw, part, depth=depth + 1)
        if strand is None or not strand.text:
            continue
        if weaver.length and between:
            weaver.put(between, part.start, part.start)
        weaver.add(strand)
    return weaver.strand() if weaver.length else None


def skip(raw: str, at: int) -> int:
    """The place after the blanks at a place."""
    match = _BLANK.match(raw, at)
    return match.end() if match else at
