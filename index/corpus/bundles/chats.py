"""Conversations that were saved as text: each message an article, with its day, hour and writer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.corpus.bundles.chat_heads import Style, is_day_first, moment_of, styles
from index.corpus.bundles.parts import Part, document_of_part, rows_of
from index.corpus.bundles.review_parts import part_of
from index.corpus.document import Found, Lost
from index.corpus.fields import Field, Value
from index.corpus.strand import Strand, pieces_in
from index.model.article import Loss
from index.model.text import Span

_LEFT_OUT = re.compile(
    r"\u200e?(?:<[^<>\n]{3,40}>|(?:image|vidéo|video|audio|document|sticker|GIF|photo|carte de contact|contact card|fichier)s? (?:absente?|omitted|omis|omise)"
    r"|Ce message a été supprimé|Vous avez supprimé ce message|This message was deleted|null)\.?\s*",
    re.IGNORECASE,
)
"""What stands in the place of pictures, sounds and messages that were taken back."""
_FIRST = re.compile(
    r"[\d\[\u200e\u200f]|From: |Conversation: |[A-Z][a-z]{2} \d|={5,}\s|[^\n:]{1,60}, \[\d"
)
"""With what a conversation begins."""
_HOUR = re.compile(r"\d[:h.]\d\d")
"""Every head has a time of day."""
_SMALL_WORDS = re.compile(r" [a-zà-ÿ][^\W\d_]{3,}")
"""A word without a capital that is no particle of a name (« de », « von », « bin »)."""
_FOOT = re.compile(r"\s*(?:={5,}\s*)?Exported [\d,]+ message\(s\)[\s=]*$")
_NEAR = 600
"""The characters at the beginning of a text in which the first head stands."""
_LABEL_LINE = re.compile(r"[A-Z][\w ]{1,20}: [^\n]{1,200}|={5,}")
"""What tools write above the first message: « Channel: Desk / port », « Conversation: Desk du port »."""
_FEWEST = 3
_COPIED = 200
"""The fewest characters of a message that holds an article."""
_ORIGIN = re.compile(
    r"(?:\S.{0,40} )?https?://\S+|[(\[](?:source\s*:\s*)?[A-ZÀ-Ý][^()\n]{2,60}[)\]]"
)
"""Where an article that is passed on comes from, as the last line of a message."""
_SERVICE = 160
"""The most characters of what a service writes itself; a longer text is somebody's."""
SERVICE = "Messages that a service writes itself are no articles."


def style_of(text: str) -> Style | None:
    """How the heads of a conversation are written; None for any other text."""
    near = text[:_NEAR].lstrip("\ufeff\r\n ")
    if not _FIRST.match(near) or not _HOUR.search(near):
        return None
    start = text[:20_000]
    for style in styles():
        begin = style.begins.search(near)
        if begin is None or not _is_heading(near[: begin.start()]):
            continue
        heads = list(style.head.finditer(start))
        if len(heads) >= _FEWEST and not _are_headings([head["name"] for head in heads]):
            return style
    return None


def _is_heading(above: str) -> bool:
    """Whether nothing but a tool's own lines stands above the first message."""
    lines = (line.strip() for line in above.splitlines())
    return all(_LABEL_LINE.fullmatch(line) for line in lines if line)


def _are_headings(names: list[str]) -> bool:
    """Whether most lines in the place of writers are headings of a page: none stands twice, and all have small words."""
    if len(set(names)) < len(names):
        return False
    return sum(_SMALL_WORDS.search(name) is not None for name in names) * 2 > len(names)


def messages(raw: str, strand: Strand, style: Style) -> Iterator[Found]:
    """Each message as an article of its own; those of the application itself are counted."""
    text = strand.text
    begins = list(style.begins.finditer(text))
    foot = _FOOT.search(text, max(0, len(text) - _NEAR))
    last = foot.start() if foot else len(text)
    day_first = is_day_first(begins)
    services: list[Span] = []
    for begin, end in zip(begins, [*(b.start() for b in begins[1:]), last], strict=True):
        head = style.head.match(text, begin.start(), end)
        unsigned = head is None or text[head.end() : end].startswith("\u200eLes messages")
        if unsigned and end - begin.end() <= _SERVICE:
            own = pieces_in(strand.pieces, Span(begin.start(), end))
            services.append(Span(own[0].raw_start, own[-1].raw_end))
            continue
        told = head or begin
        pairs: list[tuple[Field, Value]] = [(Field.PUBLISHED, moment_of(told, day_first=day_first))]
        name = head["name"].strip("\u200e\u202a\u202c~ ") if head is not None else ""
        if name and not name.startswith("+"):
            pairs.append((Field.AUTHOR, name))
        if _LEFT_OUT.fullmatch(text, told.end(), end):
            yield Lost(
                Loss.WITHOUT_TEXT, "It has a head and no text.", begin.group().strip(" -–\r\n")
            )
            continue
        part = _article_in(text, Span(told.end(), end), pairs)
        if part is None and _is_passed_on(text[told.end() : end]):
            pairs = [pair for pair in pairs if pair[0] is not Field.AUTHOR]
        part = part or Part(Span(begin.start(), end), Span(told.end(), end), pairs=pairs)
        part.region = Span(begin.start(), end)
        yield document_of_part(raw, strand, part)
    if services:
        yield Lost(Loss.REMARK, SERVICE, "", len(services), tuple(services))


def _is_passed_on(message: str) -> bool:
    """Whether a message is an article that somebody else wrote: below a title it has a text, and below that its
    address or its outlet in brackets.
    """
    title, _, text = message.strip().partition("\n")
    text, _, origin = text.strip().rpartition("\n")
    return (
        len(text) >= _COPIED
        and title.strip()[-1:] not in ".!?,;"
        and _ORIGIN.fullmatch(origin.strip()) is not None
    )


def _article_in(text: str, span: Span, pairs: list[tuple[Field, Value]]) -> Part | None:
    """An article that somebody copied into a message, with the head that it brings; None for words of his own.

    Who sent it is not its author, and when it was sent is its day only where the head tells none.
    """
    if span.length < _COPIED:
        return None
    part = part_of(text, rows_of(text, span))
    if part is None or part.body is None or Field.SOURCE not in dict(part.pairs):
        return None
    part.pairs += [pair for pair in pairs if pair[0] is Field.PUBLISHED]
    return part
