"""LaTeX: the text of a document without its commands, comments and preamble; title, author and day from their commands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from index.corpus.bundles.finding import bundle
from index.corpus.bundles.headed import ONE, articles_below, in_doubt
from index.corpus.bundles.parts import documents_of
from index.corpus.document import Document, FileContent, Found, Lost, Stated
from index.corpus.fields import Field, Value, state
from index.corpus.formats.format import Format
from index.corpus.strand import Strand, Weaver
from index.model.article import Loss
from index.model.text import Span

_TOKEN = re.compile(
    r"(?P<comment>%[^\n]*(?:\n[ \t]*)?)|\\(?P<name>[A-Za-z@]+)\*?[ \t]*|\\(?P<sign>[^A-Za-z@])|(?P<brace>[{}])|(?P<dash>---?)"
    r"|(?P<quote>``|'')|(?P<tilde>~)|(?P<blank>\n[ \t]*\n\s*)|(?P<line>\n[ \t]*)|(?P<math>\$+)"
)
_LEVELS = {name: level for level, name in enumerate(("part", "chapter", "section", "subsection", "subsubsection"))}  # fmt: skip
_FRONT = frozenset(("title", "author", "date"))
_NOTES = frozenset(("footnote", "footnotetext", "thanks", "marginpar", "endnote", "sidenote"))
_UNREAD = frozenset(
    [
        "figure",
        "figure*",
        "table",
        "table*",
        "tabular",
        "tabular*",
        "tabularx",
        "longtable",
        "tikzpicture",
        "picture",
        "equation",
        "equation*",
        "align",
        "align*",
        "eqnarray",
        "displaymath",
        "math",
        "lstlisting",
        "verbatim",
        "minted",
        "thebibliography",
        "comment",
        "filecontents",
    ]
)
"""Environments that hold no text of an article."""
_GONE = frozenset(
    [
        "label",
        "ref",
        "eqref",
        "pageref",
        "autoref",
        "cite",
        "citep",
        "citet",
        "footcite",
        "parencite",
        "includegraphics",
        "usepackage",
        "documentclass",
        "vspace",
        "hspace",
        "bibliography",
        "bibliographystyle",
        "input",
        "include",
        "pagestyle",
        "thispagestyle",
        "setlength",
        "addtolength",
        "setcounter",
        "addtocounter",
        "newcommand",
        "renewcommand",
        "providecommand",
        "newenvironment",
        "def",
        "hypersetup",
        "geometry",
        "index",
        "nocite",
        "color",
        "textcolor",
        "definecolor",
        "fontsize",
        "selectlanguage",
        "rule",
        "url",
        "graphicspath",
        "addcontentsline",
        "markboth",
        "markright",
        "lettrine@",
        "pagecolor",
        "phantom",
        "hyphenation",
        "enlargethispage",
        "pdfbookmark",
    ]
)
"""Commands whose arguments are no text."""
_BREAKS = frozenset(("par", "newpage", "clearpage", "bigskip", "medskip", "smallskip", "maketitle"))
_SIGNS = {
    "oe": "œ", "OE": "Œ", "ae": "æ", "AE": "Æ", "ss": "ß", "o": "ø", "O": "Ø", "aa": "å", "AA": "Å", "i": "i", "j": "j",
    "og": "« ", "fg": " »", "guillemotleft": "«", "guillemotright": "»", "ldots": "…", "dots": "…", "textellipsis": "…",
    "textendash": "–", "textemdash": "—", "textquoteright": "’", "textquotedblleft": "“", "textquotedblright": "”",
    "euro": "€", "EUR": "€", "texteuro": "€", "degres": "°", "degre": "°", "textdegree": "°", "No": "N° ", "no": "n° ",
    "quad": " ", "qquad": " ", "textbackslash": "\\", "ier": "er", "iere": "re", "ieme": "e", "LaTeX": "LaTeX", "TeX": "TeX",
    "newline": "\n", "item": "\n– ", "and": ", ", "slash": "/",
}  # fmt: skip
_ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304", ".": "\u0307",
    "c": "\u0327", "v": "\u030c", "u": "\u0306", "H": "\u030b", "k": "\u0328", "r": "\u030a",
}  # fmt: skip
_LETTER = re.compile(
    r"[ \t]*(?:\{\s*\\?(?P<braced>[A-Za-z])\s*\}|\\(?P<named>[ij])[ \t]*|(?P<bare>[A-Za-z]))"
)
_TODAY = re.compile(r"\\today\b")
_DOCUMENT = re.compile(r"\\begin\s*\{document\}(?P<inner>.*?)(?:\\end\s*\{document\}|\Z)", re.DOTALL)  # fmt: skip
_DEEPEST = 20
NOTES = "Footnotes, tables, figures and formulas of the text are not read."


class _Reading:
    """The text of a file as it is gathered."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.weaver = Weaver()
        self.heads: dict[int, list[int]] = {}
        self.front: dict[str, Span] = {}
        """The places of what the commands for title, author and day say."""
        self.left = 0
        """How many notes, tables and the like were left out."""
        self._closing = _closings(raw)

    def read(self, start: int, end: int, depth: int = 0) -> None:
        """Adds a stretch of the file."""
        at = start
        while at < end:
            match = _TOKEN.search(self.raw, at, end)
            if match is None:
                break
            self._take(at, match.start())
            at = self._token(match, end, depth)
        self._take(at, end)

    def _take(self, start: int, end: int) -> None:
        self.weaver.take(self.raw[start:end], start)

    def _put(self, text: str, start: int, end: int) -> None:
        self.weaver.put(text, start, max(start, end))

    def _token(self, match: re.Match[str], end: int, depth: int) -> int:
        """Adds what a token stands for; gives the place behind it."""
        start, after = match.span()
        name, sign = match["name"], match["sign"]
        if name is not None:
            return self._command(name, start, after, end, depth)
        if sign is not None:
            return self._sign(sign, start, after)
        if match["dash"]:
            self._put("—" if len(match["dash"]) > 2 else "–", start, after)
        elif match["quote"]:
            self._put("“" if match["quote"] == "``" else "”", start, after)
        elif match["tilde"]:
            self._put("\u00a0", start, after)
        elif match["blank"]:
            self._put("\n\n", start, after)
        elif match["line"]:
            self._put(" ", start, after)
        return after

    def _sign(self, sign: str, start: int, after: int) -> int:
        if sign in _ACCENTS:
            return self._accent(sign, start, after)
        if sign in "%&#$_{}":
            self._take(start + 1, after)
        elif sign in ",;:! ":
            self._put("\u00a0" if sign == "," else " ", start, after)
        elif sign == "\\":
            self._put("\n", start, after)
            return self._options(after)
        return after

    def _accent(self, accent: str, start: int, after: int) -> int:
        letter = _LETTER.match(self.raw, after)
        if letter is None:
            return after
        made = (letter["braced"] or letter["named"] or letter["bare"]) + _ACCENTS[accent]
        self._put(unicodedata.normalize("NFC", made), start, letter.end())
        return letter.end()

    def _command(self, name: str, start: int, after: int, end: int, depth: int) -> int:
        if name in _SIGNS:
            after += 2 * self.raw.startswith("{}", after)
            self._put(self._spaced(_SIGNS[name], start, after), start, after)
            return after
        if name in _ACCENTS and len(name) == 1:
            return self._accent(name, start, after)
        if name in _BREAKS:
            self._put("\n\n", start, after)
            return after
        if name == "begin":
            return self._environment(start, after, end)
        after = self._options(after)
        group = self._group(after)
        if name in _GONE or name in _NOTES or name in _FRONT:
            self.left += name in _NOTES
            if name in _FRONT and group is not None:
                self.front.setdefault(name, group)
            return self._unspaced(start, self._arguments(after))
        if name == "href" and group is not None:
            return group.end + 1
        if name == "end":
            self._put("\n\n", start, after)
            return group.end + 1 if group is not None else after
        if name in _LEVELS and group is not None and depth < _DEEPEST:
            self._put("\n\n", start, after)
            self.heads.setdefault(_LEVELS[name], []).append(self.weaver.length)
            self.read(group.start, group.end, depth + 1)
            self._put("\n\n", group.end, group.end + 1)
            return group.end + 1
        return after

    def _environment(self, start: int, after: int, end: int) -> int:
        group = self._group(after)
        if group is None:
            return after
        name = self.raw[group.start : group.end].strip()
        self._put("\n\n", start, group.end + 1)
        if name not in _UNREAD:
            return self._options(group.end + 1)
        self.left += 1
        close = self.raw.find(f"\\end{{{name}}}", group.end, end)
        return end if close < 0 else close + len(name) + len("\\end{}")

    def _spaced(self, sign: str, start: int, after: int) -> str:
        """A sign without the blanks at its edges where one stands beside it already."""
        sign = sign.lstrip(" ") if self.raw[start - 1 : start].isspace() else sign
        return sign.rstrip(" ") if self.raw[after : after + 1].isspace() else sign

    def _unspaced(self, start: int, after: int) -> int:
        """The place behind a blank, if one stands before what is left out as well."""
        both = self.raw[start - 1 : start] == " " and self.raw[after : after + 1] == " "
        return after + both

    def _group(self, at: int) -> Span | None:
        """The stretch between braces that begins at a place."""
        close = self._closing.get(at)
        return Span(at + 1, close) if close is not None else None

    def _options(self, at: int) -> int:
        """The place behind « [options] », if they stand there."""
        if not self.raw.startswith("[", at):
            return at
        close = self.raw.find("]", at, at + 300)
        return close + 1 if close >= 0 else at

    def _arguments(self, at: int) -> int:
        """The place behind all arguments that stand there."""
        while True:
            group = self._group(at)
            after = group.end + 1 if group is not None else self._options(at)
            if after == at:
                return at
            at = after


def _closings(raw: str) -> dict[int, int]:
    """For the place of each opening brace the place of its closing one."""
    found: dict[int, int] = {}
    opened: list[int] = []
    for match in re.finditer(r"\\.|%[^\n]*|[{}]", raw, re.DOTALL):
        if match.group() == "{":
            opened.append(match.start())
        elif match.group() == "}" and opened:
            found[opened.pop()] = match.start()
    return found


def documents(file: FileContent) -> Iterator[Found]:
    """The whole text as one document, or the articles below its headings or of its bundle."""
    raw = file.text
    inner = _DOCUMENT.search(raw)
    reading = _Reading(raw)
    if inner is not None:
        reading.read(0, inner.start())
        reading.weaver, reading.heads = Weaver(), {}
        reading.read(*inner.span("inner"))
    else:
        reading.read(0, len(raw))
    strand = reading.weaver.strand()
    lowest = min(reading.heads, default=0)
    heads = {level - lowest + 1: places for level, places in reading.heads.items()}
    parts = articles_below(heads, strand.text)
    many = documents_of(raw, strand, parts) if len(parts) > 1 else bundle(raw, strand)
    if many is not None:
        yield from many
    else:
        yield _whole(raw, reading, strand)
        if in_doubt(heads):
            yield Lost(Loss.REMARK, ONE)
    if reading.left:
        yield Lost(Loss.REMARK, NOTES, "", reading.left)


def _whole(raw: str, reading: _Reading, body: Strand) -> Document:
    """The document with its title above its text."""
    weaver = Weaver()
    title: Span | None = None
    if "title" in reading.front:
        strand = _said(raw, reading.front["title"])
        weaver.add(strand)
        title = Span(0, weaver.length) if strand.text.strip() else None
        weaver.put("\n\n", reading.front["title"].end, reading.front["title"].end)
    weaver.add(body)
    made = weaver.strand()
    return Document(
        raw=raw,
        region=Span(0, len(raw)),
        content=made.text,
        pieces=made.pieces,
        title=title,
        stated=_stated(raw, reading),
        told=tuple(reading.front.values()),
    )


def _said(raw: str, place: Span) -> Strand:
    reading = _Reading(raw)
    reading.read(place.start, place.end)
    return reading.weaver.strand()


def _stated(raw: str, reading: _Reading) -> Stated:
    pairs: list[tuple[Field, Value]] = []
    for name, field in (("author", Field.AUTHOR), ("date", Field.PUBLISHED)):
        place = reading.front.get(name)
        if place is not None and not _TODAY.search(raw, place.start, place.end):
            pairs.append((field, " ".join(_said(raw, place).text.split()).replace(" ,", ",")))
    return state(pairs)


FORMAT = Format("LaTeX", (".tex", ".ltx"), documents, numbered_if_many=True, parted_by="")
