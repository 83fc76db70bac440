"""Conversations that Telegram exports as pages: each message an article, with its moment and its writer.

Structure of Telegram Desktop's own export (`messages.html`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.corpus.document import Found, Lost
from index.corpus.fields import Field, Value
from index.corpus.formats.records import WITHOUT, Cell, document_of
from index.corpus.strand import identity
from index.model.article import Loss
from index.model.text import Span

_MESSAGE = re.compile(r"<div class=\"message (?P<kind>default|service)\b[^>]*>")
_MOMENT = re.compile(r"<div class=\"[^\"]*\bdate details\"[^>]*title=\"(?P<moment>[^\"]+)\"")
_FORWARDED = re.compile(r"<div class=\"forwarded body\">")
_WRITER = re.compile(r"<div class=\"from_name\">\s*(?P<name>[^<]{1,200}?)\s*(?:<|$)")
_TEXT = re.compile(r"<div class=\"text\">(?P<text>.*?)</div>", re.DOTALL)
_CHANNEL = re.compile(r"<div class=\"text bold\">\s*(?P<name>[^<]{1,200}?)\s*</div>")
_ZONE = re.compile(r"\s*UTC(?=[+-])")
SERVICE = "Messages that a service writes itself are no articles."


def is_export(raw: str) -> bool:
    """Whether a page is such an export."""
    return '<div class="message default' in raw and "chat_page" in raw[:20_000]


def messages(raw: str) -> Iterator[Found]:
    """A document for each message with a text; the others are counted."""
    channel = _CHANNEL.search(raw[:20_000])
    heads = list(_MESSAGE.finditer(raw))
    writer: Value = None
    services = empty = 0
    for head, end in zip(heads, [*(h.start() for h in heads[1:]), len(raw)], strict=True):
        if head["kind"] == "service":
            services += 1
            continue
        forwarded = _FORWARDED.search(raw, head.end(), end)
        own_end = forwarded.start() if forwarded else end
        if (named := _WRITER.search(raw, head.end(), own_end)) is not None:
            writer = named["name"]  # a message that follows without a name is by the same one
        origin = _WRITER.search(raw, own_end, end)
        author = origin["name"] if origin else writer
        text = _TEXT.search(raw, head.end(), end)
        if text is None or not text["text"].strip():
            empty += 1
            continue
        moment = _MOMENT.search(raw, head.end(), end)
        pairs: list[tuple[Field, Value]] = [
            (Field.PUBLISHED, _ZONE.sub(" ", moment["moment"]) if moment else None),
            (Field.SOURCE, channel["name"] if channel else None),
            (Field.AUTHOR, author if channel is None or author != channel["name"] else None),
        ]
        cell = Cell(Field.TEXT, identity(text["text"], text.start("text")))
        document = document_of(raw, Span(head.start(), end), cells=[cell], pairs=pairs)
        if document is not None:
            yield document
    if empty:
        yield Lost(Loss.WITHOUT_TEXT, WITHOUT, "", empty)
    if services:
        yield Lost(Loss.REMARK, SERVICE, "", services)
