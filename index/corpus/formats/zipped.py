"""Documents that are archives (Word, OpenDocument, EPUB): their members, within size limits."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from xml.etree import ElementTree

from index.corpus.document import UnreadableError
from index.corpus.formats.format import MEGABYTE

_WHOLE = 200 * MEGABYTE
"""The most bytes of all members together, unpacked."""
_MEMBER = 60 * MEGABYTE
_UTF8 = 0x800
"""The flag of a member's name in UTF-8 (APPNOTE, 4.4.4)."""
_BROKEN = (zipfile.BadZipFile, ValueError, NotImplementedError, struct.error)
_DECLARED = re.compile(rb"<!(?:ENTITY|DOCTYPE)", re.IGNORECASE)


class Members:
    """The members of an archive by name. Raises UnreadableError for one that is broken or too large
    unpacked.
    """

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            entries = self._zip.infolist()
        except _BROKEN as error:
            raise UnreadableError(
                "The file is cut short or broken: it cannot be unpacked."
            ) from error
        if sum(entry.file_size for entry in entries) > _WHOLE:
            raise UnreadableError("The file unpacks to more than 200 MB, which is refused.")
        if any(entry.flag_bits & 1 for entry in entries):
            raise UnreadableError("The file is protected by a password.")
        self.names = tuple(entry.filename for entry in entries)
        self._entries = {entry.filename: entry for entry in entries}

    def read(self, name: str) -> bytes:
        """The bytes of a member; empty if there is none with that name."""
        if name not in self._entries:
            return b""
        try:
            with self._zip.open(name) as member:
                data = member.read(_MEMBER + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            NotImplementedError,
            RuntimeError,
        ) as error:
            raise UnreadableError(
                "The file is cut short or broken: it cannot be unpacked."
            ) from error
        if len(data) > _MEMBER:
            raise UnreadableError("The file unpacks to more than 200 MB, which is refused.")
        return data

    def shown(self, name: str) -> str:
        """The name of a member as its maker wrote it: programs that do not say so write UTF-8 as well."""
        if name.isascii() or self._entries[name].flag_bits & _UTF8:
            return name
        try:
            return name.encode("cp437").decode("utf-8")
        except UnicodeError:
            return name

    def tree(self, name: str) -> ElementTree.Element:
        """The XML tree of a member, which may not declare entities."""
        data = self.read(name)
        if not data:
            raise UnreadableError("The file is broken: a part of it is missing.")
        return tree_of(data)


def names_of(data: bytes) -> tuple[str, ...]:
    """The names of the members of an archive; none of one that is broken."""
    try:
        return tuple(zipfile.ZipFile(io.BytesIO(data)).namelist())
    except _BROKEN:
        return ()


def tree_of(data: bytes) -> ElementTree.Element:
    """The tree of an XML document, which may not declare entities."""
    if _DECLARED.search(data):
        raise UnreadableError("The file declares entities of its own, which are refused.")
    try:
        return ElementTree.fromstring(data)
    except ElementTree.ParseError as error:
        raise UnreadableError("The file is cut short or broken: its XML is not whole.") from error


def local(element: ElementTree.Element) -> str:
    """An element's name without its namespace, in lower case."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def attribute(element: ElementTree.Element, name: str) -> str:
    """An attribute by its name without namespace."""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2].lower() == name:
            return value
    return ""
