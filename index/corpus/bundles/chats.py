"""Conversations that WhatsApp exports as text: each message with its day, hour and writer.

Forms after the application's exports on Android (« 17/01/2023, 08:15 - Jeanne: … ») and iOS (« [17/01/2023 08:15:32]
Jeanne: … »); the order of day and month is that of the telephone, and told by the days themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.corpus.bundles.parts import Part, document_of_part
from index.corpus.document import Found, Lost
from index.corpus.fields import Field, Value
from index.corpus.strand import Strand
from index.model.article import Loss
from index.model.text import Span

_HEAD = re.compile(
    r"^[\u200e\u200f\ufeff]?\[?(?P<one>\d{1,4})(?P<sign>[/.-])(?P<two>\d{1,2})(?P=sign)(?P<three>\d{2,4}),?[ \u202f\u00a0](?:à |at )?"
    r"(?P<hour>\d{1,2})[:h.](?P<minute>\d\d)(?::(?P<second>\d\d))?(?:[ \u202f\u00a0]?(?P<half>[AaPp])\.?[ ]?[Mm]\.?)?"
    r"(?:\] | [-–] )",
    re.MULTILINE,
)
_WRITER = re.compile(r"[\u200e~ ]*(?P<name>[^:\n]{1,60}?)[ \u00a0\u202f]?: ?(?=\S|\u200e)")
_LEFT_OUT = re.compile(
    r"\u200e?(?:<[^<>\n]{3,40}>|(?:image|vidéo|video|audio|document|sticker|GIF|photo|carte de contact|contact card|fichier)s? (?:absente?|omitted|omis|omise)"
    r"|Ce message a été supprimé|Vous avez supprimé ce message|This message was deleted|null)\.?\s*",
    re.IGNORECASE,
)
"""What stands in the place of pictures, sounds and messages that were taken back."""
_NEAR = 400
_FEWEST = 3
SERVICE = "Messages that a service writes itself are no articles."


def is_chat(text: str) -> bool:
    """Whether a text begins as a conversation does, and goes on so."""
    first = _HEAD.match(text[:_NEAR].lstrip("\ufeff\r\n "))
    if first is None:
        return False
    heads = _HEAD.findall(text[:20_000])
    return len(heads) >= _FEWEST


def messages(raw: str, strand: Strand) -> Iterator[Found]:
    """Each message as an article of its own; those of the application itself are counted."""
    text = strand.text
    heads = list(_HEAD.finditer(text))
    day_first = not any(int(head["two"]) > 12 for head in heads)
    services = 0
    for head, end in zip(heads, [*(h.start() for h in heads[1:]), len(text)], strict=True):
        writer = _WRITER.match(text, head.end(), end)
        if writer is None or text[writer.end() : end].startswith("\u200eLes messages"):
            services += 1
            continue
        pairs: list[tuple[Field, Value]] = [(Field.PUBLISHED, _moment(head, day_first=day_first))]
        name = writer["name"].strip("\u200e\u202a\u202c~ ")
        if not name.startswith("+"):
            pairs.append((Field.AUTHOR, name))
        if _LEFT_OUT.fullmatch(text, writer.end(), end):
            yield Lost(Loss.WITHOUT_TEXT, "It has a head and no text.", head.group().strip(" -–"))
            continue
        yield document_of_part(
            raw, strand, Part(Span(head.start(), end), Span(writer.end(), end), pairs=pairs)
        )
    if services:
        yield Lost(Loss.REMARK, SERVICE, "", services)


def _moment(head: re.Match[str], *, day_first: bool) -> str:
    one, two, three = head["one"], head["two"], head["three"]
    if len(one) == 4:
        year, month, day = one, two, three
    elif day_first:
        day, month, year = one, two, three
    else:
        month, day, year = one, two, three
    hour = int(head["hour"])
    if head["half"]:
        hour = hour % 12 + 12 * (head["half"].lower() == "p")
    year = year if len(year) == 4 else f"20{year}"
    clock = f"{hour:02d}:{head['minute']}:{head['second'] or '00'}"
    return f"{year}-{int(month):02d}-{int(day):02d}T{clock}"
