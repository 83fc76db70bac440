"""IPTC 7901: the messages of news agencies as transmitted, between control characters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.corpus.bundles.parts import rows_of
from index.corpus.document import Document, FileContent, Found, Lost, UnreadableError
from index.corpus.fields import Field, Value, state
from index.corpus.formats.format import MEGABYTE, Format
from index.corpus.strand import Weaver
from index.model.article import Loss
from index.model.text import Span

_MESSAGE = re.compile(
    r"\x01(?P<head>[^\x01\x02]{0,400})\x02(?P<text>[^\x01\x03]*)(?:\x03(?P<tail>[^\x01\x04]{0,100}))?"
)
_AGENCY = re.compile(
    r"\(?\b(?P<name>AFP|Reuters|AP|Belga|dpa|ATS|EFE|ANSA|ANP|APA|TASS|PA)\b[)/-]?"
)
_AGENCY_HEAD = re.compile(r"\s*(?P<name>[A-Z]{3})\d{3,4}")
_HEAD = re.compile(
    r"(?P<agency>\w{2,4}?)(?P<number>\d{3,4})\s+(?P<urgency>\d)\s+(?P<category>\w{1,5})"
)
_SENT = re.compile(
    r"\b(?P<day>\d{2})(?P<hour>\d{2})(?P<minute>\d{2})(?:\s?(?P<zone>GMT|UTC|Z))?\s+(?P<month>[A-Za-zé]{3,4})\.?\s+(?P<year>\d{2,4})\b"
)
_MONTHS = {
    "jan": 1,
    "fev": 2,
    "fév": 2,
    "feb": 2,
    "mar": 3,
    "avr": 4,
    "apr": 4,
    "mai": 5,
    "may": 5,
    "jun": 6,
    "jui": 7,
    "jul": 7,
    "aou": 8,
    "aoû": 8,
    "aug": 8,
    "sep": 9,
    "oct": 10,
    "okt": 10,
    "nov": 11,
    "dec": 12,
    "déc": 12,
    "dez": 12,
}


def wire_text(data: bytes) -> str:
    """The messages as text, control characters included."""
    for name in ("utf-8", "cp1252"):
        try:
            return data.decode(name)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def documents(file: FileContent) -> Iterator[Found]:
    """A document for each message."""
    raw = wire_text(file.data)
    messages = list(_MESSAGE.finditer(raw))
    if not messages:
        raise UnreadableError("The file is cut short: it holds no whole message.")
    for message in messages:
        yield _document(raw, message)


def _document(raw: str, message: re.Match[str]) -> Found:
    rows = rows_of(raw, Span(*message.span("text")))
    if len(rows) < 2:
        return Lost(Loss.WITHOUT_TEXT, "It has a head and no text.", rows[0].text if rows else "")
    weaver = Weaver()
    weaver.take(rows[0].text, rows[0].start)
    title = Span(0, weaver.length)
    weaver.put("\n\n", rows[1].start, rows[1].start)
    weaver.take(raw[rows[1].start : rows[-1].end], rows[1].start)
    strand = weaver.strand()
    pairs: list[tuple[Field, Value]] = []
    head = message["head"]
    agency = _AGENCY_HEAD.match(head) or _AGENCY.search(raw, rows[1].start, rows[-1].end)
    if agency:
        pairs.append((Field.SOURCE, agency["name"]))
    if number := _HEAD.search(head):
        pairs.append((Field.RECORD_ID, number["agency"] + number["number"]))
        pairs.append((Field.SECTION, number["category"]))
    if sent := _SENT.search(f"{message['tail'] or ''} {head}"):
        pairs.append((Field.PUBLISHED, _moment(sent)))
    return Document(
        raw=raw, region=Span(*message.span()), content=strand.text, pieces=strand.pieces, title=title,
        stated=state(pairs), rest="metadata",
    )  # fmt: skip


def _moment(sent: re.Match[str]) -> str:
    year = int(sent["year"])
    month = _MONTHS.get(sent["month"].lower()[:3], 0)
    day = f"{year if year > 99 else 2000 + year}-{month:02d}-{sent['day']}"
    return f"{day}T{sent['hour']}:{sent['minute']}:00{'+00:00' if sent['zone'] else ''}"


FORMAT = Format(
    "IPTC 7901",
    (".iptc", ".7901", ".anpa"),
    documents,
    numbered_if_many=True,
    raw=wire_text,
    limit=20 * MEGABYTE,
)
