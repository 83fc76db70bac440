"""Transcripts in JSON: a list of a few words each, with the time when they are said, is one text and no list of articles.

Forms after youtube-transcript-api (`text`, `start`, `duration`), YouTube's own captions (`events`, `tStartMs`, `segs`),
Whisper and its kin (`segments`, `start`, `end`, `speaker`).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from index.corpus.document import Document
from index.corpus.fields import Field, Value, field_of, record_pairs, state
from index.corpus.formats.jsonvalues import (
    BROKEN,
    Entry,
    elements,
    read_record,
    read_value,
    string_strand,
)
from index.corpus.formats.speech import Speech, spoken
from index.corpus.strand import Strand, Weaver, cut
from index.model.text import Span

_TIMES = (
    "start",
    "tStartMs",
    "begin",
    "offset",
    "startTime",
    "start_time",
    "startMs",
)
_WORDS = ("text", "utf8", "content", "line", "sentence", "transcript")
_PIECES = ("segs", "words", "tokens")
_VOICES = ("speaker", "speaker_name", "speakerName", "voice")
_NEVER = (
    "title", "url", "link", "author", "date", "published", "body", "html", "user", "sender", "sender_name", "from_id", "id_str",
)  # fmt: skip
"""Keys of records that are articles or messages."""
_HEADS = frozenset((Field.TITLE, Field.AUTHOR, Field.SOURCE, Field.PUBLISHED, Field.URL))
"""No cue states these, by whatever name (« headline », « auteur »)."""
_MOST_SAID = 600
"""The most characters of a cue; a longer text is an article's."""
_SIGN = re.compile(rf"\"(?:{'|'.join(_TIMES)})\"\s*:\s*\"?\d")
_HEAD = 4000
_NUMBER = re.compile(r"\d{1,9}(?:\.\d{1,6})?")
_LONGEST = 100_000_000
"""A day in thousandths of a second; the times of messages are counted from 1970."""
_FEWEST = 3
_LISTS = (
    "events",
    "segments",
    "transcript",
    "transcription",
    "captions",
    "cues",
    "subtitles",
)


class _Cue(NamedTuple):
    text: Strand
    at: int
    voice: str


def transcript_in(raw: str, at: int) -> Document | None:
    """The text of a file that is a transcript; None for any other."""
    if not _SIGN.search(raw, at, at + _HEAD):
        return None
    try:
        value, end = read_value(raw, at)
        found = _listed(raw, Entry("", value, at, end))
    except BROKEN:
        return None
    if found is None or not _are_cues(found.value):
        return None
    speech = Speech()
    for cue in _cues(raw, found):
        speech.say((cue.text,), cue.text.text, cue.at, voice=cue.voice)
    strand = speech.strand()
    if not strand.text.strip():
        return None
    return Document(
        raw=raw,
        region=Span(at, end),
        content=strand.text,
        pieces=strand.pieces,
        stated=spoken(state(_told_above(value))),
        rest="technical",
    )


def _told_above(value: Value) -> list[tuple[Field, Value]]:
    """What the object around the list states."""
    if not isinstance(value, dict):
        return []
    return record_pairs({key: one for key, one in value.items() if not isinstance(one, list)})


def _listed(raw: str, entry: Entry) -> Entry | None:
    """The list itself, or the one under a key of an object without a text of its own."""
    if isinstance(entry.value, list):
        return entry
    if not isinstance(entry.value, dict) or any(
        isinstance(entry.value.get(key), str) for key in _WORDS
    ):
        return None
    members, _ = read_record(raw, entry.start)
    return next(
        (one for one in members if one.name in _LISTS and isinstance(one.value, list)), None
    )


def _are_cues(value: Value) -> bool:
    if not isinstance(value, list):
        return False
    told = [one for one in value if isinstance(one, dict) and _said(one)]
    if len(told) < _FEWEST or not all(isinstance(one, dict) for one in value):
        return False
    times = [_time_of(one) for one in told]
    if any(time is None for time in times) or any(one.get(key) for one in told for key in _NEVER):
        return False
    if any(_is_record(one) for one in told):
        return False
    known = [time for time in times if time is not None]
    return known == sorted(known) and known[-1] < _LONGEST


def _is_record(cue: dict[str, Value]) -> bool:
    """Whether an object states what articles do, or has a text of their length."""
    if any(isinstance(cue.get(key), str) and len(str(cue[key])) > _MOST_SAID for key in _WORDS):
        return True
    if "id" in cue and "end" not in cue:
        return True  # those of Whisper number their cues
    names = (key for key in cue if key not in (*_TIMES, *_VOICES, *_WORDS))
    return any(field_of(key) in _HEADS for key in names)


def _time_of(cue: dict[str, Value]) -> float | None:
    """When a cue is said, in seconds or thousandths from the beginning; None for a day, an hour or a name."""
    for key in _TIMES:
        value = cue.get(key)
        if isinstance(value, str) and _NUMBER.fullmatch(value):
            return float(value)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return float(value)
    return None


def _said(cue: dict[str, Value]) -> bool:
    return any(isinstance(cue.get(key), str) for key in _WORDS) or any(
        isinstance(cue.get(key), list) for key in _PIECES
    )


def _cues(raw: str, found: Entry) -> list[_Cue]:
    cues = []
    for part in elements(raw, found):
        members, _ = read_record(raw, part.start)
        told = {member.name: member for member in members}
        voice = next((str(told[key].value) for key in _VOICES if key in told), "")
        for text in _texts(raw, told):
            if text.text.strip():
                cues.append(_Cue(_stripped(text), part.start, voice))
    return cues


def _texts(raw: str, told: dict[str, Entry]) -> list[Strand]:
    whole = next(
        (told[key] for key in _WORDS if key in told and isinstance(told[key].value, str)), None
    )
    if whole is not None:
        return [string_strand(raw, whole.start, whole.end)]
    pieces = next((told[key] for key in _PIECES if key in told), None)
    if pieces is None or not isinstance(pieces.value, list):
        return []
    texts = []
    for piece in elements(raw, pieces):
        if isinstance(piece.value, dict):
            members, _ = read_record(raw, piece.start)
            texts += [
                string_strand(raw, one.start, one.end)
                for one in members
                if one.name in _WORDS and isinstance(one.value, str)
            ][:1]
    return [_joined(texts)] if texts else []


def _joined(texts: list[Strand]) -> Strand:
    """Words in a row; those of YouTube bring their blanks."""
    weaver = Weaver()
    blanks = any(text.text[:1].isspace() or text.text[-1:].isspace() for text in texts)
    for text in texts:
        if weaver.length and not blanks and text.pieces:
            weaver.put(" ", text.pieces[0].raw_start, text.pieces[0].raw_start)
        weaver.add(text)
    return weaver.strand()


def _stripped(strand: Strand) -> Strand:
    text = strand.text
    start = len(text) - len(text.lstrip())
    return cut(strand, Span(start, len(text.rstrip())))
