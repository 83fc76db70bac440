"""Bytes → text: which encoding a file has, and the decoded content that raw offsets speak of."""

from __future__ import annotations

import codecs
import re

from index.corpus.document import UnreadableError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_FRENCH_SIGNS = frozenset("àâäçéèêëîïôöùûüÿœæÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆ«»“”‘’–—…€°²·§\u00a0\u202f©®")
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SAMPLE = 1 << 16
_WHOLE = 2
"""Letters that UTF-8 knows for each place that it does not, in a damaged file of it."""


def decoded(data: bytes, encoding: str) -> str:
    """The decoded content of a text file.

    Bytes that the encoding does not know become U+FFFD, a mark of byte order is no part of it.
    """
    return data.decode(encoding, errors="replace")


def find_encoding(data: bytes) -> str:
    """The Python name of the encoding of a text file.

    Raises UnreadableError when the bytes are no text, or none that can be told.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    sample = data[:_SAMPLE]
    if len(_CONTROLS.findall(sample)) > max(1, len(sample) // 100):
        return _wide_encoding(sample)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return _other_encoding(data, sample)
    return "utf-8"


def _wide_encoding(sample: bytes) -> str:
    """UTF-16 without a mark has its zeros in every second place; anything else is no text."""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > half * 0.6 and even < half * 0.05:
        return "utf-16-le"
    if even > half * 0.6 and odd < half * 0.05:
        return "utf-16-be"
    raise UnreadableError("The file is binary, not text.")


def _other_encoding(data: bytes, sample: bytes) -> str:
    as_utf8 = sample.decode("utf-8", errors="replace")
    broken = as_utf8.count("\ufffd")
    # Text of another encoding is hardly ever valid by chance; a damaged file is mostly whole.
    if sum(char > "\x7f" for char in as_utf8) - broken >= _WHOLE * broken:
        return "utf-8"
    for name in ("cp1252", "mac_roman"):
        decoded = sample.decode(name, errors="replace")
        foreign = [char for char in decoded if char > "\x7f"]
        if sum(char in _FRENCH_SIGNS for char in foreign) >= 0.9 * len(foreign):
            return name
    # Imported late: nearly every file is UTF-8, and the library is slow to load.
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    if best is None:
        raise UnreadableError("The encoding of the file could not be told.")
    return str(best.encoding)
