"""Bytes → text: the encoding of a file, and the decoded content to which raw offsets refer."""

from __future__ import annotations

import codecs
import re

from index.corpus.codepages import best_fit
from index.corpus.document import UnreadableError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_FIRST_OF_MARKS = frozenset(mark[:1] for mark, _ in _MARKS)
_CONTROLS = bytes((*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20)))
_SAMPLE = 1 << 16
_GUESSED = 1 << 12
"""The most bytes given to the library that knows all encodings, which is slow."""
_BEFORE = 64
_HEAD = 2048
_FOREIGN = re.compile(rb"[\x80-\xff]")
_ONLY_LATIN_9 = re.compile(rb"[A-Za-z]\xbd[a-z]|\b[sS]\xbdu|[\d ]\xa4(?![a-z])|[ \xab]\xbc[a-z]")
"""Words that need ISO 8859-15: « cœur », « sœur », « 5 € », « Œuvre »."""
_ONLY_CP1252 = re.compile(rb"[\x80-\x9f]")
_DECLARATION = re.compile(
    rb"(?:<meta\s[^>]*?charset\s*=\s*[\"']?|<\?xml\s[^>]*?encoding\s*=\s*[\"'])(?P<name>[\w-]{3,20})",
    re.IGNORECASE,
)
_AS_BROWSERS = {"iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252"}
"""The encoding that a page names → the one that browsers use instead (WHATWG Encoding, § 4.2)."""


def decoded(data: bytes, encoding: str) -> str:
    """The decoded content of a text file.

    Bytes that the encoding does not know become U+FFFD; a byte order mark is no part of the
    content.
    """
    return data.decode(encoding, errors="replace")


def find_encoding(data: bytes) -> str:
    """The Python name of the encoding of a text file.

    Raises UnreadableError if the bytes are not text, or if their encoding cannot be found.
    """
    return decode(data)[0]


def decode(data: bytes) -> tuple[str, str]:
    """The encoding of a text file, with its decoded content; most are decoded to tell their encoding.

    Raises UnreadableError as `find_encoding` does.
    """
    name = None
    if data[:1] in _FIRST_OF_MARKS:
        name = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    if name is None:
        name = _wide_encoding(data[:_SAMPLE])
    if name is None:
        try:
            return "utf-8", data.decode("utf-8")
        except UnicodeDecodeError:
            name = _other_encoding(data)
    return name, decoded(data, name)


def _wide_encoding(sample: bytes) -> str | None:
    """The encoding of bytes with zeros: UTF-16 without a mark has them in every second place; None for bytes
    without controls. Raises UnreadableError for what is not text.
    """
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls <= max(1, len(sample) // 100):
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > half * 0.6 and even < half * 0.05:
        return "utf-16-le"
    if even > half * 0.6 and odd < half * 0.05:
        return "utf-16-be"
    raise UnreadableError("The file is binary, not text.")


def _other_encoding(data: bytes) -> str:
    declared = _declared(data)
    if declared is not None:
        return declared
    foreign = _FOREIGN.search(data)
    start = max(0, (foreign.start() if foreign else 0) - _BEFORE)
    best = best_fit(data[start : start + _SAMPLE])
    if best.convinces:
        return _with_euro(data) if best.encoding == "cp1252" else best.encoding
    # Imported late: few files need it, and the library is slow to load.
    from charset_normalizer import from_bytes

    guess = from_bytes(data[start : start + _GUESSED]).best()
    if guess is None:
        raise UnreadableError("The encoding of the file could not be told.")
    return str(guess.encoding)


def _declared(data: bytes) -> str | None:
    """The encoding that a page or an XML file names, if its bytes fit it."""
    if not data[:_HEAD].lstrip().startswith(b"<"):
        return None
    match = _DECLARATION.search(data, 0, _HEAD)
    if match is None:
        return None
    name = match["name"].decode("ascii").lower()
    try:
        known = codecs.lookup(_AS_BROWSERS.get(name, name)).name
        data.decode(known)
    except (LookupError, UnicodeDecodeError):
        return None
    return known


def _with_euro(data: bytes) -> str:
    """ISO 8859-15 or Windows-1252: the first has other bytes for « œ », « € » and six more signs,
    and no « ’ ».
    """
    if _ONLY_LATIN_9.search(data) and not _ONLY_CP1252.search(data):
        return "iso8859_15"
    return "cp1252"
