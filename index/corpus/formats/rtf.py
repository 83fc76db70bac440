"""Rich Text Format: its words without its commands, which is what offsets speak of.

Written by Word before 2007, and by Factiva and LexisNexis on request. After the specification 1.9.1 of
Microsoft; destinations that hold no text of the document are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.corpus.document import FileContent, Found, UnreadableError
from index.corpus.formats.format import MEGABYTE, Format
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
    b"page": "\n\n",
    b"row": "\n\n",
    b"cell": "\n",
    b"tab": "\t",
}
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
_DEEPEST = 500
_FONT = re.compile(rb"\\f(?P<number>\d{1,6})[^{};]{0,200}?\\fcharset(?P<charset>\d{1,3})")


def rtf_text(data: bytes) -> str:
    """The text of a document. Raises UnreadableError where none is left."""
    fonts = {
        int(m["number"]): _CHARSETS.get(int(m["charset"]), "cp1252")
        for m in _FONT.finditer(data[:200_000])
    }
    page = re.search(rb"\\ansicpg(\d{3,5})", data[:2000])
    usual = _known(f"cp{page[1].decode()}" if page else "cp1252")
    out: list[str] = []
    pending = bytearray()
    stack: list[tuple[bool, int, str]] = []
    hidden, fallback, encoding, skip = False, 1, usual, 0
    first = False
    for token in _TOKEN.finditer(data):
        if token["hex"]:
            if skip:
                skip -= 1
            elif not hidden:
                pending.append(int(token["hex"], 16))
            continue
        if pending and not (token["text"] is None and token.lastgroup is None):
            out.append(pending.decode(encoding, "replace"))
            pending.clear()
        if token["brace"] == b"{":
            if len(stack) > _DEEPEST:
                raise UnreadableError("The file is nested too deeply.")
            stack.append((hidden, fallback, encoding))
            first, skip = True, 0
            continue
        if token["brace"] == b"}":
            if stack:
                hidden, fallback, encoding = stack.pop()
            skip = 0
            continue
        word = token["word"]
        if word is not None:
            figure = int(token["figure"] or 0)
            if word in _PASSED_OVER:
                hidden = True
            elif word == b"uc":
                fallback = max(0, min(figure, 10))
            elif word == b"u" and token["figure"]:
                if not hidden:
                    out.append(_char(figure))
                skip = fallback
            elif word == b"f" and figure in fonts:
                encoding = fonts[figure] if fonts[figure] != "cp1252" else usual
            elif word == b"bin":
                hidden = True
            elif not hidden:
                out.append(_BREAKS.get(word) or _SIGNS.get(word) or "")
        elif token["sign"] is not None:
            sign = token["sign"]
            if sign == b"*" and first:
                hidden = True
            elif skip:
                skip -= 1
            elif not hidden:
                out.append(
                    {b"~": "\u00a0", b"_": "-", b"-": ""}.get(
                        sign, sign.decode("latin-1") if sign in b"\\{}" else ""
                    )
                )
        elif token["text"] is not None:
            text = token["text"]
            if skip:
                text, skip = text[skip:], max(0, skip - len(text))
            if text and not hidden:
                out.append(text.decode(encoding, "replace"))
        first = False
    if pending:
        out.append(pending.decode(encoding, "replace"))
    text = "".join(out).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    text = re.sub(r"[ \t]*\n[ \t]*", "\n", text).strip()
    if not text:
        raise UnreadableError("The document holds no text; its pages are pictures or empty.")
    return text + "\n"


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
    "RTF", (".rtf",), documents, numbered_if_many=True, raw=rtf_text, limit=60 * MEGABYTE
)
