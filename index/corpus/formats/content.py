"""The format of a file by its content, since anybody can give a file any ending."""

from __future__ import annotations

import re
from collections.abc import Callable

from index.corpus.formats import (
    books,
    databases,
    jsonlines,
    mails,
    markdown,
    office,
    org,
    pdf,
    plain,
    praat,
    references,
    rtf,
    subtitles,
    tagged_references,
    warc,
    webarchives,
    webpage,
    wires,
    workbook,
    xmlfiles,
)
from index.corpus.formats.format import Format
from index.corpus.formats.zipped import names_of

_HEAD = 4096
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0"
_MAIL_FIELD = re.compile(
    rb"^(?:Received|MIME-Version|Message-ID|Return-Path|Content-Type|Delivered-To|X-Mailer|DKIM-Signature|From|Subject|Date|To):",
    re.MULTILINE | re.IGNORECASE,
)
_SURE_MAIL_FIELD = re.compile(
    rb"^(?:Received|MIME-Version|Message-ID|Return-Path|Delivered-To):",
    re.MULTILINE | re.IGNORECASE,
)
_SAVED_PAGE = re.compile(
    rb"^(?:Snapshot-Content-Location|Content-Type: multipart/related)|^From: <Saved by",
    re.MULTILINE | re.IGNORECASE,
)
_BOX = re.compile(rb"From \S+ {1,2}(?:[A-Z][a-z]{2} |\S)[^\r\n]*\d{4}")
_PAGE = re.compile(
    rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body|table)\b", re.IGNORECASE | re.DOTALL
)
_XML = re.compile(
    rb"\s*<(?:\?xml\b|!DOCTYPE (?!html)|(?:rss|feed|TEI|alto|nitf|newsItem|newsMessage|ppsArticle\w*)\b)",
    re.IGNORECASE,
)
_RIS = re.compile(rb"\s*TY {1,2}- ")
_BIBTEX = re.compile(rb"\s*(?:%[^\n]*\n\s*)*@[a-zA-Z]{4,20}\s*\{\s*[^,\s{}]{0,100},")
_JSON = re.compile(rb"\s*(?:\[\s*)?\{\s*\"[^\"\n]{1,80}\"\s*:\s*[\"\[{\dtfn-]")
_WIRE = re.compile(rb"[\x00\x16\r\n ]{0,40}\x01[\r\n -~]{6,400}\x02")
_SAFARI = re.compile(rb"(?:bplist00|\s*<\?xml.{0,300}<plist\b).{0,3000}?WebMainResource", re.DOTALL)
_TAGGED = re.compile(rb"\s*%0 [A-Z][A-Za-z ]{2,40}\r?\n%[A-Z0-9@] ")
_FLAT_ODF = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?<office:document\b[^>]{0,4000}opendocument\.text", re.DOTALL
)
_OPEN_KINDS = frozenset(
    (plain.FORMAT.name, markdown.FORMAT.name, xmlfiles.FORMAT.name, webpage.FORMAT.name)
)
"""Formats whose endings people give to any text."""
_ORG = re.compile(
    rb"^[ \t]{0,20}(?:#\+\w{1,40}:|:PROPERTIES:|\*{1,20} (?:TODO|DONE) |\*{2,20} \S)",
    re.IGNORECASE | re.MULTILINE,
)
"""Marks that only files of Org have."""


def format_by_content(data: bytes, relative: str, known: Format | None) -> Format | None:
    """The format of a file by its first bytes, else by its ending; None if it cannot be read."""
    if data.startswith(b"\xef\xbb\xbf"):
        data = data[3 : _HEAD + 3]
    head = data[:_HEAD]
    if head.startswith(_ZIP):
        return _of_archive(data, relative)
    if head.startswith(_OLE):
        return None
    for sign, kind in _SIGNS:
        if sign(head):
            return kind
    if known is not None and known.raw is not None:
        return _of_text(head, None) or known
    if known is org.FORMAT:
        # A page saved as « journal.org » has the name of its site; prose has no marks of Org.
        return _of_text(head, None) or (known if _ORG.search(data) else plain.FORMAT)
    if known is None or known.name in _OPEN_KINDS:
        return _of_text(head, known) or known
    return known


_SIGNS: tuple[tuple[Callable[[bytes], object], Format], ...] = (
    (lambda head: head.startswith(b"{\\rtf"), rtf.FORMAT),
    (lambda head: b"%PDF-" in head[:1024] and not head.lstrip().startswith(b"<"), pdf.FORMAT),
    (lambda head: head.startswith(b"WARC/"), warc.FORMAT),
    (lambda head: head.startswith(databases.SIGN), databases.FORMAT),
    (_WIRE.match, wires.FORMAT),
    (_SAFARI.match, webarchives.FORMAT),
    (subtitles.is_subtitles, subtitles.FORMAT),
    (_TAGGED.match, references.ENDNOTE),
    (praat.is_grid, praat.FORMAT),
    (tagged_references.is_tagged, tagged_references.FORMAT),
    (_FLAT_ODF.match, office.OPEN_DOCUMENT),
    (re.compile(rb"\s*window\.YTD\.\w+\.part\d+\s*=\s*\[").match, jsonlines.FORMAT),
)


def _of_archive(data: bytes, relative: str) -> Format | None:
    """The kind of a document that is an archive, by the names of its members, else by its ending; None for others."""
    ending = relative.lower()
    names = frozenset(names_of(data))
    for kind, signs in _DOCUMENTS:
        if not names.isdisjoint(signs):
            return kind
    if "mimetype" in names and b"application/vnd.oasis.opendocument.text" in data[:200]:
        return office.OPEN_DOCUMENT
    for kind in (office.WORD, workbook.FORMAT, books.FORMAT, office.OPEN_DOCUMENT):
        if ending.endswith(kind.endings):
            return kind  # cut short or broken: its own reader reports that
    return None


_DOCUMENTS = (
    (office.WORD, ("word/document.xml",)),
    (workbook.FORMAT, ("xl/workbook.xml", "xl/workbook.bin")),
    (books.FORMAT, ("META-INF/container.xml",)),
)
"""The members by which documents that are archives are told."""


def _of_text(head: bytes, known: Format | None) -> Format | None:
    """The kind of a text by its beginning; None for plain words."""
    first = head.lstrip()[:1]
    if first == b"<":
        if _PAGE.match(head):
            return webpage.FORMAT
        if _XML.match(head) and (known is None or known.name != webpage.FORMAT.name):
            return xmlfiles.FORMAT
        return None
    if known is not None and known.name in (webpage.FORMAT.name, xmlfiles.FORMAT.name):
        return None
    if first in (b"{", b"["):
        return jsonlines.FORMAT if _JSON.match(head) else None
    if first == b"T" and _RIS.match(head):
        return references.RIS
    if first in (b"@", b"%") and _BIBTEX.match(head):
        return references.BIBTEX
    if first == b"F" and _BOX.match(head):
        return mails.BOX
    if b":" in head[:200] and _MAIL_FIELD.match(head) and len(_MAIL_FIELD.findall(head)) >= 3:
        if _SAVED_PAGE.search(head):
            return mails.PAGE
        if _SURE_MAIL_FIELD.search(head):
            return mails.MAIL
    return None
