"""Mail (.eml, .mbox) and pages saved as one file (.mhtml): their text, to which offsets refer.

The subject is the title. The mail's date is the date of sending, not of its article, so it counts
only as inferred.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime
from typing import NamedTuple

from index.corpus.cleaning.name_looks import is_person
from index.corpus.cleaning.outlets import is_listed_outlet, is_outlet_name
from index.corpus.cleaning.phrases import plain
from index.corpus.document import Document, FileContent, Found, Lost, Stated, UnreadableError
from index.corpus.encoding import decoded, find_encoding
from index.corpus.formats.format import MEGABYTE, Format
from index.corpus.formats.letter_articles import letter_documents, without_head
from index.corpus.formats.mail_articles import article_in
from index.corpus.formats.plain import text_documents
from index.corpus.formats.webpage import page_document
from index.corpus.formats.within import moved
from index.corpus.markup import Block, Markup, read_markup
from index.corpus.strand import Strand, Weaver
from index.model.article import Basis, DateValue, Loss
from index.model.text import Span

_FROM_LINE = re.compile(rb"^From [^\r\n]{3,200}\d{4}[^\r\n]{0,20}\r?\n", re.MULTILINE)
_BETWEEN = "\n\f\n"
_PREFIX = re.compile(
    r"^(?:(?:re|ré|r|fwd?|fw|tr|transf|aw|antw|wg|doorst|rv|rif|i)\s?:\s*)+", re.IGNORECASE
)
_MOST = 50_000
_TITLE = 200
_STOP = re.compile(r"[.!?…][ \u00a0]+\w")
"""The end of a sentence with more behind it."""
_NEAR = 40
"""The title of a forwarded text is one of its first lines, below the heads of mails."""
_DEEPEST = 20


_OF_LISTS = ("List-Unsubscribe", "List-Id")
_OF_LETTERS = re.compile(
    r"(?:la)?(?:lettre|infolettre|newsletter|news|nl|bulletin|matinale|abonn\w*|no-?reply)\b[^@]*@",
    re.IGNORECASE,
)
"""The address of a letter to subscribers."""


class _Mail(NamedTuple):
    subject: str
    sender: str
    sent: DateValue
    body: str
    is_page: bool
    url: str
    attachments: tuple[str, ...]
    to_many: bool = False
    """Whether it is a letter to subscribers: its sender is the letter, unless that is a person."""

    @property
    def text(self) -> str:
        return f"{self.subject}\n\n{self.body}"


def _parsed(data: bytes) -> _Mail:
    try:
        message = message_from_bytes(data.replace(b"\x00", b""), policy=policy.default)
        return _mail(message)
    except UnreadableError:
        raise
    # The standard library raises many kinds of errors on broken heads.
    except Exception as error:
        raise UnreadableError(
            "The message is broken: its head or a part of it cannot be read."
        ) from error


def _mail(message: EmailMessage) -> _Mail:
    pages: list[str] = []
    texts: list[str] = []
    attachments: list[str] = []
    url = str(message.get("Snapshot-Content-Location") or "")
    for part in _parts(message, 0):
        kind = part.get_content_type()
        name = part.get_filename()
        if name or part.get_content_disposition() == "attachment":
            attachments.append(str(name or kind))
        elif kind in ("text/html", "application/xhtml+xml"):
            url = url or str(part.get("Content-Location") or "")
            pages.append(_text(part))
        elif kind == "text/plain":
            texts.append(_text(part))
    subject = " ".join(str(message.get("Subject") or "").split())
    body = pages[0] if pages else "\n\n".join(texts)
    if not body.strip():
        raise UnreadableError("The message holds no text.")
    sender, address = parseaddr(str(message.get("From") or ""))
    to_many = any(name in message for name in _OF_LISTS) or bool(_OF_LETTERS.match(address))
    return _Mail(
        _PREFIX.sub("", subject),
        sender,
        _sent(str(message.get("Date") or "")),
        body.replace("\r\n", "\n"),
        bool(pages),
        url if url.startswith("http") else "",
        tuple(attachments),
        to_many,
    )


def _parts(message: EmailMessage, depth: int) -> Iterator[EmailMessage]:
    if depth > _DEEPEST:
        raise UnreadableError("The file is nested too deeply.")
    if message.is_multipart():
        for part in message.iter_parts():
            yield from _parts(part, depth + 1)  # type: ignore[arg-type]
    else:
        yield message


def _text(part: EmailMessage) -> str:
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    charset = part.get_content_charset()
    if charset:
        try:
            return data.decode(charset)
        except (LookupError, UnicodeDecodeError):
            pass
    try:
        return decoded(data, find_encoding(data))
    except UnreadableError:
        return ""


def _sent(value: str) -> DateValue:
    try:
        moment = parsedate_to_datetime(value)
    except (TypeError, ValueError):
        return DateValue()
    day = moment.date().isoformat()
    return DateValue(moment.isoformat(), day, day, Basis.INFERRED)


def _documents(mail: _Mail, raw: str, offset: int, file: FileContent) -> Iterator[Found]:
    begin = offset + len(mail.subject) + 2
    if "google" in f"{mail.subject} {mail.sender}".lower() and (
        results := _results(mail, raw, offset)
    ):
        yield from results
        return
    if mail.is_page:
        markup = read_markup(mail.body)
        page = page_document(mail.body, markup, file=file) if _is_saved_page(markup) else None
        found: list[Found] = [moved(page, raw, begin)] if page else []
        found = found or letter_documents(mail.body, markup.blocks, raw, begin)
        found = found or list(_blocks(markup.blocks, mail, raw, begin))
    else:
        region = Span(begin, offset + len(mail.text))
        found = without_head(list(text_documents(raw, region=region)), begin)
    known = _pasted(mail, found)
    if known is not None:
        yield known
        yield from _attached(mail)
        return
    alone = sum(isinstance(one, Document) for one in found) == 1 and not _is_forwarded(mail, found)
    for one in found:
        if isinstance(one, Document):
            one = replace(one, stated=_stated(one.stated, mail, alone=alone))
            if alone and one.stated.title == mail.subject and one.title is None:
                one = _titled(one, offset, mail.subject)
        yield one
    yield from _attached(mail)


def _results(mail: _Mail, raw: str, offset: int) -> list[Found]:
    """The results of an alert, none of any other mail; those that say no day have the one of the mail."""
    # Imported here: only mails of Google are asked.
    from index.corpus.formats import google_alerts

    if not google_alerts.is_alert(mail.subject, mail.sender):
        return []
    begin = offset + len(mail.subject) + 2
    if mail.is_page:
        found = google_alerts.of_page(mail.body, read_markup(mail.body).blocks, raw, begin)
    else:
        found = google_alerts.of_text(raw, Span(begin, offset + len(mail.text)))
    return [
        replace(one, stated=replace(one.stated, published=mail.sent))
        if isinstance(one, Document)
        else one
        for one in found
    ]


def _attached(mail: _Mail) -> Iterator[Lost]:
    for name in mail.attachments:
        yield Lost(Loss.REMARK, "An attachment is not read: save it beside the message.", name)


def _pasted(mail: _Mail, found: list[Found]) -> Document | None:
    """The one article that a mail sends on, if a line of its text is surely the title."""
    if len(found) != 1 or not isinstance(found[0], Document) or found[0].title is not None:
        return None
    by_outlet = is_listed_outlet(mail.sender) or is_outlet_name(mail.sender)
    pasted = article_in(found[0], mail.subject, by_outlet=by_outlet)
    if pasted is None:
        return None
    stated = _stated(pasted.document.stated, mail, alone=True)
    if pasted.names_outlet and pasted.document.stated.source is None:
        stated = replace(stated, source=None)
    return replace(pasted.document, stated=stated)


def _is_saved_page(markup: Markup) -> bool:
    """Whether the HTML of a message is a page of a site, sent on; a letter has no frame to be left out."""
    return any(
        entry.attributes.get("property", "").startswith(("og:", "article:"))
        or "ld+json" in entry.attributes.get("type", "")
        for entry in markup.meta
    ) or any(block.inside("article", "main") for block in markup.blocks)


def _is_forwarded(mail: _Mail, found: list[Found]) -> bool:
    """Whether a line of the text is the title itself, of which the subject has the first words."""
    subject = plain(mail.subject)
    if not subject:
        return False
    lines = [
        line for one in found if isinstance(one, Document) for line in one.content.splitlines()
    ]
    stops = len(_STOP.findall(mail.subject))
    return any(
        len(line) <= _TITLE
        and plain(line).startswith(subject)
        # « Les loups sont de retour. Deux brebis ont été tuées » is the text.
        and len(_STOP.findall(line)) <= stops
        for line in lines[:_NEAR]
    )


def _stated(stated: Stated, mail: _Mail, *, alone: bool) -> Stated:
    dated = stated.published.basis is not Basis.NONE
    known = is_listed_outlet(mail.sender) or is_outlet_name(mail.sender)
    known = known or (mail.to_many and not is_person(mail.sender))
    outlet = mail.sender if known and mail.sender else None
    return replace(
        stated,
        title=stated.title or (mail.subject if alone else None) or None,
        source=stated.source or outlet,
        published=stated.published if dated else mail.sent,
        url=stated.url or mail.url or None,
    )


def _titled(document: Document, start: int, subject: str) -> Document:
    """The document with the subject as its title, unless its text begins with it."""
    if document.content.lstrip().startswith(subject):
        return document
    weaver = Weaver()
    weaver.take(subject, start)
    weaver.put("\n\n", start + len(subject), start + len(subject) + 2)
    weaver.add(Strand(document.content, document.pieces))
    strand = weaver.strand()
    region = Span(start, document.region.end)
    return replace(
        document,
        content=strand.text,
        pieces=strand.pieces,
        title=Span(0, len(subject)),
        region=region,
    )


def _blocks(blocks: Sequence[Block], mail: _Mail, raw: str, begin: int) -> Iterator[Document]:
    """All blocks of a short message in HTML."""
    weaver = Weaver()
    for block in blocks:
        if weaver.length:
            at = block.strand.pieces[0].raw_start
            weaver.put("\n\n", at, at)
        weaver.add(block.strand)
    if weaver.length:
        strand = weaver.strand()
        whole = Document(
            raw=mail.body, region=Span(0, len(mail.body)), content=strand.text, pieces=strand.pieces
        )
        yield moved(whole, raw, begin)


def _message_text(data: bytes) -> str:
    return _parsed(data).text


def _message(file: FileContent) -> Iterator[Found]:
    mail = _parsed(file.data)
    yield from _documents(mail, mail.text, 0, file)


def _mails(data: bytes) -> Iterator[_Mail | str]:
    """The messages of a mailbox; for one without text, the sentence that says so."""
    starts = [match.start() for match in _FROM_LINE.finditer(data)][:_MOST]
    for start, end in zip(starts, [*starts[1:], len(data)], strict=True):
        message = data[data.index(b"\n", start) + 1 : end]
        try:
            yield _parsed(re.sub(rb"^>(?=>*From )", b"", message, flags=re.MULTILINE))
        except UnreadableError as error:
            yield str(error)


def _box_text(data: bytes) -> str:
    return _BETWEEN.join(mail.text for mail in _mails(data) if isinstance(mail, _Mail))


def _box(file: FileContent) -> Iterator[Found]:
    mails = list(_mails(file.data))
    if not mails:
        raise UnreadableError("The file holds no message.")
    raw = _BETWEEN.join(mail.text for mail in mails if isinstance(mail, _Mail))
    at = 0
    for number, mail in enumerate(mails, start=1):
        if isinstance(mail, str):
            yield Lost(Loss.REFUSED, mail, f"#{number}")
            continue
        yield from _documents(mail, raw, at, file)
        at += len(mail.text) + len(_BETWEEN)


def _archive_text(data: bytes) -> str:
    return _parsed(data).body


def _archive(file: FileContent) -> Iterator[Found]:
    mail = _parsed(file.data)
    if not mail.is_page:
        raise UnreadableError("The saved page holds no HTML.")
    document = page_document(mail.body, read_markup(mail.body), file=file)
    if document is not None:
        stated = document.stated
        dated = stated.published.basis is not Basis.NONE
        yield replace(
            document,
            stated=replace(
                stated,
                url=stated.url or mail.url or None,
                published=stated.published if dated or mail.url else mail.sent,
            ),
        )


MAIL = Format(
    "mail", (".eml", ".emlx"), _message, numbered_if_many=True, raw=_message_text, limit=60 * MEGABYTE,
    library="trafilatura",
)  # fmt: skip
BOX = Format(
    "mailbox", (".mbox", ".mbx"), _box, holds_many=True, raw=_box_text, limit=300 * MEGABYTE,
    library="trafilatura",
)  # fmt: skip
PAGE = Format(
    "MHTML",
    (".mhtml", ".mht"),
    _archive,
    raw=_archive_text,
    limit=60 * MEGABYTE,
    library="trafilatura",
)
