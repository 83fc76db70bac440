"""Subtitles of a broadcast (SubRip, WebVTT): what is said as one text, the times between set aside.

After the format of SubRip and the recommendation of the W3C (WebVTT: The Web Video Text Tracks Format).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from index.corpus.document import Document, FileContent, UnreadableError
from index.corpus.formats.format import MEGABYTE, Format
from index.corpus.formats.speech import Speech, spoken
from index.corpus.strand import identity
from index.model.text import Span

_TIME = r"(?:\d{1,3}:)?\d{1,2}:\d\d[.,]\d{1,3}"
_CUE = re.compile(rf"^[ \t]*{_TIME}[ \t]*-->[ \t]*{_TIME}[^\n\r]*", re.MULTILINE)
_NAMED = re.compile(
    r"(?:^|\n)[ \t]*\r?\n(?P<name>[^\n\r]{1,60}\r?\n)\Z|(?:^|\n)(?P<number>[ \t]*\d{1,6}[ \t]*\r?\n)\Z"
)
"""The name of a cue, below a blank line, or its number, which may stand right below another cue."""
_NAME = 80
_FEWEST = 3
"""The fewest cues that begin with the last line of the one before: a word may be said twice."""
_ASIDE = re.compile(r"(?:^|\n)[ \t]*\r?\n(?:NOTE|STYLE|REGION)\b")
"""Blocks of WebVTT that are no cues; the next cue ends them."""
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,80}>|\{\\[^{}\n]{1,40}\}|<\d[\d:.]{4,12}>")
_VOICE = re.compile(r"<v(?:\.[\w.]+)?\s+(?P<name>[^<>]{1,60})>")


class _Line(NamedTuple):
    span: Span
    voice: str


def is_subtitles(head: bytes) -> bool:
    """Whether a file begins as one of subtitles."""
    return (
        re.match(rb"\s*(?:WEBVTT\b|\d{1,6}[ \t]*\r?\n\d{1,2}:\d\d:\d\d[.,]\d{1,3} --> )", head)
        is not None
    )


def documents(file: FileContent) -> Iterator[Document]:
    """All that is said, in paragraphs that end with a sentence or where another speaks."""
    raw = file.text
    lines = list(_lines(raw))
    if not lines:
        raise UnreadableError("The file of subtitles holds no words.")
    speech = Speech()
    for line in lines:
        parts = [identity(part.of(raw), part.start) for part in _without_tags(raw, line.span)]
        speech.say(parts, line.span.of(raw), line.span.start, voice=line.voice)
    strand = speech.strand()
    yield Document(
        raw=raw,
        region=Span(0, len(raw)),
        content=strand.text,
        pieces=strand.pieces,
        stated=spoken(),
        rest="technical",
    )


def _lines(raw: str) -> Iterator[_Line]:
    """The lines that are said; of rolling captions each once."""
    cues = [list(_lines_in(raw, cue)) for cue in _cues(raw)]
    told = [[_said(raw, line) for line in lines] for lines in cues]
    again = sum(a[-1:] == b[:1] != [] for a, b in pairwise(told))
    rolls = again >= _FEWEST and again * 3 >= len(cues)
    before: list[str] = []
    for lines, words in zip(cues, told, strict=True):
        for line, said in zip(lines, words, strict=True):
            if not rolls or said not in before:
                yield line
        before = words


def _said(raw: str, line: _Line) -> str:
    return " ".join(_TAG.sub("", line.span.of(raw)).split())


def _lines_in(raw: str, cue: Span) -> Iterator[_Line]:
    at, voice = cue.start, ""
    for whole in cue.of(raw).splitlines(keepends=True):
        line = whole.strip()
        if named := _VOICE.search(line):
            voice = named["name"]
        if _TAG.sub("", line).strip():
            start = at + whole.index(line[0])
            yield _Line(Span(start, start + len(line)), voice)
        at += len(whole)


def _cues(raw: str) -> Iterator[Span]:
    """The stretches below the times, up to the name or the number of the next cue."""
    web = raw.lstrip("﻿").startswith("WEBVTT")
    times = list(_CUE.finditer(raw))
    for time, after in zip(times, [*times[1:], None], strict=True):
        end = len(raw)
        if after is not None:
            first = max(time.end(), after.start() - _NAME)
            named = _NAMED.search(raw, first, after.start())
            end = after.start() if named is None else named.start(named.lastgroup or 0)
        aside = _ASIDE.search(raw, time.end(), end) if web else None
        yield Span(time.end(), end if aside is None else aside.start())


def _without_tags(raw: str, span: Span) -> Iterator[Span]:
    at = span.start
    for tag in _TAG.finditer(raw, span.start, span.end):
        yield Span(at, tag.start())
        at = tag.end()
    yield Span(at, span.end)


FORMAT = Format("subtitles", (".srt", ".vtt"), documents, limit=20 * MEGABYTE)
