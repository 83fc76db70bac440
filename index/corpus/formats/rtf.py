"""Rich Text Format: its words without its commands, as the text to which offsets refer.

Word before 2007 wrote it, and Factiva and LexisNexis do so on request. It follows the specification
1.9.1 of Microsoft; destinations without text of the document are skipped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from index.corpus.document import FileContent, Found, UnreadableError
from index.corpus.formats.format import MEGABYTE, Format
from index.corpus.formats.label_tables import paragraphs_of
from index.corpus.formats.plain import text_documents

_TOKEN = re.compile(
    rb"\\(?P<word>[a-zA-Z]{1,32})(?P<figure>-?\d{1,10})? ?|\\'(?P<hex>[0-9a-fA-F]{2})|\\(?P<sign>[^a-zA-Z])"
    rb"|(?P<brace>[{}])|[\r\n]+|(?P<text>[^\\{}\r\n]+)|(?P<other>.)",
    re.DOTALL,
)
_BREAKS = {
    b"par": "\n\n",
    b"line": "\n",
    b"sect": "\n\n",
    b"page": "\n\f\n",
    b"trowd": "\x1d",
    b"row": "\x1e",
    b"cell": "\x1f",
    b"tab": "\t",
}
_TABLE = re.compile(r"(?:\x1d[^\x1e]*\x1e[ \t\r\n]*)+")
_SIGNS = {
    b"emdash": "—",
    b"endash": "–",
    b"lquote": "‘",
    b"rquote": "’",
    b"ldblquote": "“",
    b"rdblquote": "”",
    b"bullet": "•",
    b"emspace": " ",
    b"enspace": " ",
    b"qmspace": " ",
}
_PASSED_OVER = frozenset(
    b"fonttbl colortbl stylesheet info pict object themedata datastore generator listtable"
    b" listoverridetable rsidtbl xmlnstbl header headerl headerr headerf footer footerl footerr footerf"
    b" footnote annotation fldinst latentstyles colorschememapping filetbl revtbl deleted".split()
)
_CHARSETS = {
    0: "cp1252",
    77: "mac_roman",
    128: "cp932",
    161: "cp1253",
    162: "cp1254",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    238: "cp1250",
}
_SPACED = {b"~": "\u00a0", b"_": "-", b"-": "", b"\\": "\\", b"{": "{", b"}": "}"}
"""A sign after a backslash → its text; other signs have none."""
_DEEPEST = 500
_FONT = re.compile(rb"\\f(?P<number>\d{1,6})[^{};]{0,200}?\\fcharset(?P<charset>\d{1,3})")


def rtf_text(data: bytes) -> str:
    """The text of a document. Raises UnreadableError if there is none."""
    fonts = {
        int(m["number"]): _CHARSETS.get(int(m["charset"]), "cp1252")
        for m in _FONT.finditer(data[:200_000])
    }
    page = re.search(rb"\\ansicpg(\d{3,5})", data[:2000])
    usual = _known(f"cp{page[1].decode()}" if page else "cp1252")
    reading = _Reading(fonts, usual)
    for token in _TOKEN.finditer(data):
        reading.take(token)
    text = reading.text().encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if "\x1e" in text:
        text = _TABLE.sub(_told_table, text)
    text = text.translate(_LEFT)
    text = re.sub(r"[ \t]*\n[ \t]*", "\n", text).strip()
    if not text:
        raise UnreadableError("The document holds no text; its pages are pictures or empty.")
    return text + "\n"


def _told_table(table: re.Match[str]) -> str:
    """The lines of a table of labels; any other table with a line for each cell."""
    rows = [
        row.replace("\x1d", "").split("\x1f")[:-1]
        for row in table.group().split("\x1e")
        if "\x1f" in row
    ]
    paragraphs = paragraphs_of(rows)
    if paragraphs is None:
        return table.group()
    return "\n\n".join(["", *paragraphs, ""])


_LEFT = {0x1D: None, 0x1E: "\n\n", 0x1F: "\n"}
"""The marks of rows and cells of tables that are no labels."""


class _Reading:
    """The result of the tokens read so far, and the state of the open group."""

    def __init__(self, fonts: Mapping[int, str], usual: str) -> None:
        self._fonts = fonts
        self._usual = usual
        """The encoding of the document."""
        self._out: list[str] = []
        self._pending = bytearray()
        """Bytes written one by one; several may make one character."""
        self._outer: list[tuple[bool, int, str]] = []
        self._hidden = False
        self._fallback = 1
        """Characters after a `\\u` that stand for it in readers without Unicode."""
        self._encoding = usual
        self._skip = 0
        """The number of characters of such a replacement that still follow."""
        self._first = False
        """Whether a group has just begun."""

    def take(self, token: re.Match[bytes]) -> None:
        if token["hex"]:
            self._byte(int(token["hex"], 16))
            return
        if token.lastgroup is not None:  # anything but a line end of the file
            self._flush()
        if token["brace"]:
            self._brace(token["brace"])
            return
        if token["word"] is not None:
            self._command(token["word"], token["figure"])
        elif token["sign"] is not None:
            self._sign(token["sign"])
        elif token["text"] is not None:
            self._text(token["text"])
        self._first = False

    def text(self) -> str:
        self._flush()
        return "".join(self._out)

    def _flush(self) -> None:
        if self._pending:
            self._out.append(self._pending.decode(self._encoding, "replace"))
            self._pending.clear()

    def _byte(self, value: int) -> None:
        if self._skip:
            self._skip -= 1
        elif not self._hidden:
            self._pending.append(value)

    def _brace(self, brace: bytes) -> None:
        self._skip = 0
        if brace == b"{":
            if len(self._outer) > _DEEPEST:
                raise UnreadableError("The file is nested too deeply.")
            self._outer.append((self._hidden, self._fallback, self._encoding))
            self._first = True
        elif self._outer:
            self._hidden, self._fallback, self._encoding = self._outer.pop()

    def _command(self, word: bytes, written: bytes | None) -> None:
        figure = int(written or 0)
        if word in _PASSED_OVER or word == b"bin":
            self._hidden = True
        elif word == b"uc":
            self._fallback = max(0, min(figure, 10))
        elif word == b"u" and written:
            if not self._hidden:
                self._out.append(_char(figure))
            self._skip = self._fallback
        elif word == b"f" and figure in self._fonts:
            font = self._fonts[figure]
            self._encoding = font if font != "cp1252" else self._usual
        elif not self._hidden:
            self._out.append(_BREAKS.get(word) or _SIGNS.get(word) or "")

    def _sign(self, sign: bytes) -> None:
        if sign == b"*" and self._first:
            self._hidden = True
        elif self._skip:
            self._skip -= 1
        elif not self._hidden:
            self._out.append(_SPACED.get(sign, ""))

    def _text(self, text: bytes) -> None:
        if self._skip:
            text, self._skip = text[self._skip :], max(0, self._skip - len(text))
        if text and not self._hidden:
            self._out.append(text.decode(self._encoding, "replace"))


def _known(name: str) -> str:
    try:
        "".encode(name)
    except LookupError:
        return "cp1252"
    return name


def _char(figure: int) -> str:
    code = figure + 65536 if figure < 0 else figure
    return chr(code) if 0 < code < 0x110000 else ""


def documents(file: FileContent) -> Iterator[Found]:
    """The text as one document, or the articles of an export or a press review."""
    yield from text_documents(rtf_text(file.data))


FORMAT = Format(
    "RTF",
    (".rtf",),
    documents,
    numbered_if_many=True,
    parted_by="",
    raw=rtf_text,
    limit=60 * MEGABYTE,
)
