"""Archives (.zip): their members are read as the files of a folder; nothing is unpacked on the disk.

The content to which offsets refer is that of all members that are read, one after the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from index.corpus.document import Document, FileContent, Found, Lost, UnreadableError
from index.corpus.encoding import decoded, find_encoding
from index.corpus.folder import is_about
from index.corpus.formats.content import format_by_content
from index.corpus.formats.format import MEGABYTE, Format
from index.corpus.formats.format_registry import format_of
from index.corpus.formats.kinds import is_kind, is_lock, why_not_read
from index.corpus.formats.within import moved
from index.corpus.formats.zipped import Members
from index.corpus.left_out import LeftOut
from index.corpus.page_dates import date_in_name
from index.model.article import Basis, Loss

_BETWEEN = "\n\f\n"
_MOST = 10_000
"""The most members of an archive."""
OUTSIDE = "A member of the archive has a path that leads out of it; it is not read."
NESTED = "An archive in an archive is not opened; unpack it into the folder."
BROKEN = "The file is broken: it is not what its name says."
EMPTY = "The file is empty."


def is_archive(data: bytes, relative: str) -> bool:
    """Whether a file that is no document is an archive whose members may be read."""
    return data.startswith(b"PK\x03\x04") and not is_kind(relative.rpartition(".")[2].lower())


class _Member(NamedTuple):
    name: str
    format: Format
    data: bytes
    text: str
    """Its content, to which its own offsets refer."""


def archive_text(data: bytes) -> str:
    """The content of all members that are read."""
    return _BETWEEN.join(member.text for member in _members(data) if isinstance(member, _Member))


def documents(file: FileContent) -> Iterator[Found]:
    """The articles of each member; what is not read is told once for each reason."""
    members = list(_members(file.data))
    read = [member for member in members if isinstance(member, _Member)]
    counts = Counter(member.reason for member in members if isinstance(member, Lost))
    for member in members:
        if isinstance(member, Lost) and member.reason in counts:
            yield replace(member, number=counts.pop(member.reason))
    raw = _BETWEEN.join(member.text for member in read)
    at = 0
    for member in read:
        yield from _of_member(member, file, raw, at)
        at += len(member.text) + len(_BETWEEN)


def _of_member(member: _Member, file: FileContent, raw: str, at: int) -> Iterator[Found]:
    text = member.text if member.format.raw is None else ""
    parted_by = member.format.parted_by
    left = LeftOut(parted_by, quiet=member.format.quiet) if parted_by is not None else None
    own = FileContent(member.data, member.name, text, file.rules)
    articles = 0
    try:
        for one in member.format.documents(own):
            if isinstance(one, Document):
                articles += 1
                if left is not None:
                    left.add(one)
                yield moved(_dated(one, member.name), raw, at)
                continue
            if left is not None:
                left.note(one)
            yield _moved_loss(one, member.name, at)
    except UnreadableError as error:
        yield Lost(Loss.REFUSED, str(error), member.name)
        return
    # The formats' libraries raise any error on broken input; the other members are read all the same.
    except Exception:
        yield Lost(Loss.REFUSED, BROKEN, member.name)
        return
    speaks = articles > 1 or (articles and not member.format.numbered_if_many)
    for lost in left.lost() if left is not None and speaks else ():
        yield _moved_loss(lost, member.name, at)


def _moved_loss(lost: Lost, name: str, at: int) -> Lost:
    what = f"{name}: {lost.what}" if lost.what else name
    return replace(lost, what=what, spans=tuple(span.shifted(at) for span in lost.spans))


def _dated(document: Document, name: str) -> Document:
    """The document with the day in its member's name, if it states none: of the name of a file it is inferred."""
    if document.stated.published.basis is not Basis.NONE:
        return document
    return replace(document, stated=replace(document.stated, published=date_in_name(name)))


def _members(data: bytes) -> Iterator[_Member | Lost]:
    """The members in the order of their names; hidden ones and those about the archive are passed over, as in a folder."""
    archive = Members(data)
    if len(archive.names) > _MOST:
        raise UnreadableError(
            "The archive holds more than 10 000 files: unpack it into the folder."
        )
    for name in sorted(set(archive.names)):
        steps = name.replace("\\", "/").split("/")
        if not steps[-1] or any(
            step.startswith((".", "__MACOSX")) and step not in ("..", ".") for step in steps
        ):
            continue
        shown = archive.shown(name)
        if steps[0] == "" or ".." in steps or ":" in steps[0]:
            yield Lost(Loss.REFUSED, OUTSIDE, shown)
            continue
        if is_about(steps[-1]) or is_lock(shown):
            continue
        known = format_of(shown)
        try:
            content = archive.read(name)
            known = format_by_content(content, shown, known)
            if known is None and is_archive(content, shown):
                yield Lost(Loss.REFUSED, NESTED, shown)
            elif known is None:
                yield Lost(Loss.REMARK, why_not_read(shown, content), shown)
            elif not content.strip(b" \t\r\n\x00\xef\xbb\xbf"):
                yield Lost(Loss.REMARK, EMPTY, shown)
            else:
                text = (
                    known.raw(content)
                    if known.raw is not None
                    else decoded(content, find_encoding(content))
                )
                yield _Member(shown, known, content, text)
        except UnreadableError as error:
            yield Lost(Loss.REFUSED, str(error), shown)
        # As in the reading of a file: a library may raise anything.
        except Exception:
            yield Lost(Loss.REFUSED, BROKEN, shown)


FORMAT = Format(
    "archive", (".zip",), documents, holds_many=True, raw=archive_text, limit=100 * MEGABYTE
)
