"""Recordings annotated with Praat (.TextGrid): what is said on each tier, in the order of time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.corpus.document import Document, FileContent, Found, UnreadableError
from index.corpus.formats.format import MEGABYTE, Format
from index.corpus.formats.speech import Speech, spoken
from index.corpus.strand import Strand, Weaver
from index.model.text import Span

_TIER = re.compile(r"^\s*name\s*=\s*\"(?P<name>(?:[^\"]|\"\")*)\"", re.MULTILINE)
_SAID = re.compile(
    r"^\s*(?:xmin|number|time)\s*=\s*(?P<start>\d{1,9}(?:\.\d{0,20})?)\s*$(?:\s*xmax\s*=\s*[\d.]+\s*$)?\s*(?:text|mark)\s*=\s*\"(?P<text>(?:[^\"]|\"\")*)\"",
    re.MULTILINE,
)
_TEXT = re.compile(r"^\s*(?:text|mark)\s*=", re.MULTILINE)
"""What is said, also where the rest of it is broken off."""


def is_grid(head: bytes) -> bool:
    """Whether a file begins as one of Praat's grids."""
    return b'"TextGrid"' in head[:200] and b"ooTextFile" in head[:200]


def documents(file: FileContent) -> Iterator[Found]:
    """All that is said, in paragraphs that end where another speaks."""
    raw = file.text
    tiers = list(_TIER.finditer(raw))
    said = [
        (float(one["start"]), tier["name"], one)
        for tier, end in zip(tiers, [*(t.start() for t in tiers), len(raw)][1:], strict=True)
        for one in _SAID.finditer(raw, tier.end(), end)
        if one["text"].strip()
    ]
    if not said:
        raise UnreadableError(
            "The file of subtitles holds no words."
            if tiers and len(_TEXT.findall(raw)) == len(_SAID.findall(raw))
            else "The file is broken: it is not what its name says."
        )
    speech = Speech()
    for _, voice, one in sorted(said, key=lambda cue: cue[0]):
        strand = _unquoted(raw, *one.span("text"))
        speech.say((strand,), strand.text, one.start("text"), voice=voice)
    strand = speech.strand()
    yield Document(
        raw=raw,
        region=Span(0, len(raw)),
        content=strand.text,
        pieces=strand.pieces,
        stated=spoken(),
        rest="technical",
    )


def _unquoted(raw: str, start: int, end: int) -> Strand:
    """The words of a cue, in which a mark of quotation is written twice."""
    while start < end and raw[start].isspace():
        start += 1
    while end > start and raw[end - 1].isspace():
        end -= 1
    weaver = Weaver()
    at = start
    while (mark := raw.find('""', at, end)) >= 0:
        weaver.take(raw[at:mark], at)
        weaver.put('"', mark, mark + 2)
        at = mark + 2
    weaver.take(raw[at:end], at)
    return weaver.strand()


FORMAT = Format("Praat", (".textgrid",), documents, limit=20 * MEGABYTE)
