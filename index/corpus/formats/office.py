"""Documents of word processors (.docx, .odt): their paragraphs as plain text, to which offsets
refer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree

from index.corpus.bundles.finding import bundle
from index.corpus.bundles.headed import ONE, articles_below, in_doubt
from index.corpus.bundles.parts import documents_of
from index.corpus.document import Document, FileContent, Found, Lost, UnreadableError
from index.corpus.formats.dated_tables import paragraphs_with_heads
from index.corpus.formats.format import MEGABYTE, Format
from index.corpus.formats.label_tables import paragraphs_of
from index.corpus.formats.zipped import Members, attribute, local, tree_of
from index.corpus.strand import identity
from index.model.article import Loss
from index.model.text import Span

_DEEPEST = 200
_HEADING = re.compile(r"(?:heading|titre|berschrift|kop|ttulo|titolo)?(?P<level>[1-4])")
_TITLES = ("title", "titre", "titel")
_PAGE = "\f"
"""Stands in the text where its writer began a new page."""
_Walk = Callable[[ElementTree.Element, "_Pages", int], None]


@dataclass(slots=True)
class _Pages:
    """The paragraphs of a document as they are gathered."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    heads: dict[int, list[int]] = field(default_factory=dict)
    """The places of the headings of each level."""
    title: Span | None = None
    _breaks: bool = False
    """Whether a page ends before the next paragraph."""
    page_styles: set[str] = field(default_factory=set)
    """Names of the styles with which a page begins."""
    seen: set[str] = field(default_factory=set)
    """Names of elements that were left out or about which a choice was made."""

    def add(self, text: str, style: str) -> None:
        """Adds a paragraph; a page break in it begins another one."""
        for number, part in enumerate(text.split(_PAGE)):
            self._breaks = self._breaks or number > 0
            self._add(part, style)

    def _add(self, text: str, style: str) -> None:
        text = "\n".join(" ".join(line.split(" ")) for line in text.split("\n")).strip()
        if not text:
            return
        if self.parts:
            self.length += 2
            if self._breaks:
                self.parts[-1] += _PAGE
                self.length += 1
        self._breaks = False
        simple = "".join(char for char in style.lower() if char.isascii() and char.isalnum())
        if (heading := _HEADING.fullmatch(simple)) is not None:
            self.heads.setdefault(int(heading["level"]), []).append(self.length)
        elif simple in _TITLES and self.title is None and "\n" not in text:
            self.title = Span(self.length, self.length + len(text))
        self.parts.append(text)
        self.length += len(text)

    @property
    def text(self) -> str:
        return "\n\n".join(self.parts)


def _word(data: bytes) -> _Pages:
    """The text of a .docx, with insertions, without deletions, with text boxes at their places."""
    members = Members(data)
    body = members.tree("word/document.xml")
    pages = _Pages()
    if any(name.endswith("vbaProject.bin") for name in members.names):
        pages.seen.add("macro")
    if (
        b"<w:footnote "
        in members.read("word/footnotes.xml")
        .replace(b'w:type="separator"', b"")
        .replace(b"<w:footnote  ", b"")
        and body.find(".//{*}footnoteReference") is not None
    ):
        pages.seen.add("footnote")
    _walk_word(body, pages, 0)
    return pages


def _walk_word(element: ElementTree.Element, pages: _Pages, depth: int) -> None:
    if depth > _DEEPEST:
        raise UnreadableError("The file is nested too deeply.")
    for child in element:
        name = local(child)
        if name in ("fallback", "del", "movefrom"):
            pages.seen.add(name)
        elif name == "p":
            boxes: list[ElementTree.Element] = []
            style = child.find("./{*}pPr/{*}pStyle")
            text = _run_text(child, pages, boxes, depth)
            pages.add(text, attribute(style, "val") if style is not None else "")
            for box in boxes:
                pages.seen.add("text box")
                _walk_word(box, pages, depth + 1)
        elif name != "tbl" or not _add_labels(_word_rows(child, pages, depth), pages):
            _walk_word(child, pages, depth + 1)


def _add_labels(rows: list[list[str]], pages: _Pages) -> bool:
    """Adds a table of labels, or of outlets and days, as lines; False for any other table."""
    paragraphs = paragraphs_of(rows) or paragraphs_with_heads(rows)
    for paragraph in paragraphs or ():
        pages.add(paragraph, "")
    return paragraphs is not None


def _word_rows(table: ElementTree.Element, pages: _Pages, depth: int) -> list[list[str]]:
    """The texts of a table's cells; none if another table or a box stands in it."""
    if table.find(".//{*}tc//{*}tbl") is not None or table.find(".//{*}txbxContent") is not None:
        return []
    return [
        [_cell(cell, pages, _walk_word, depth) for cell in row.iterfind(".//{*}tc")]
        for row in table.iterfind(".//{*}tr")
    ]


def _cell(cell: ElementTree.Element, pages: _Pages, walk: _Walk, depth: int) -> str:
    """All that is read in a cell, whatever it stands in: a list, a heading, a form's field."""
    inside = _Pages(seen=pages.seen)
    walk(cell, inside, depth + 1)
    return "\n".join(inside.parts)


def _run_text(
    element: ElementTree.Element, pages: _Pages, boxes: list[ElementTree.Element], depth: int
) -> str:
    if depth > _DEEPEST:
        raise UnreadableError("The file is nested too deeply.")
    parts: list[str] = []
    for child in element:
        name = local(child)
        if name == "t":
            parts.append(child.text or "")
        elif name == "tab":
            parts.append("\t")
        elif name in ("br", "cr"):
            parts.append(_PAGE if attribute(child, "type") == "page" else "\n")
        elif name == "nobreakhyphen":
            parts.append("-")
        elif name == "ppr" and child.find("./{*}pageBreakBefore") is not None:
            parts.append(_PAGE)
        elif name in ("del", "movefrom", "fallback", "instrtext", "ppr", "rpr"):
            if name in ("del", "movefrom"):
                pages.seen.add("del")
        elif name == "txbxcontent":
            boxes.append(child)
        else:
            if name == "ins":
                pages.seen.add("ins")
            parts.append(_run_text(child, pages, boxes, depth + 1))
    return "".join(parts)


def _open_document(data: bytes) -> _Pages:
    """The text of an .odt, without deletions, notes and comments."""
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        pages = _Pages()
        _walk_odf(tree_of(data), pages, 0)
        return pages
    members = Members(data)
    if b"encryption-data" in members.read("META-INF/manifest.xml"):
        raise UnreadableError("The file is protected by a password.")
    pages = _Pages()
    if any(name.startswith(("Basic/", "Scripts/")) for name in members.names):
        pages.seen.add("macro")
    _walk_odf(members.tree("content.xml"), pages, 0)
    return pages


_NOT_READ = ("tracked-changes", "note", "annotation", "sequence-decls", "forms", "table-of-content", "automatic-styles", "scripts")  # fmt: skip


def _walk_odf(element: ElementTree.Element, pages: _Pages, depth: int) -> None:
    if depth > _DEEPEST:
        raise UnreadableError("The file is nested too deeply.")
    for child in element:
        name = local(child)
        if name in _NOT_READ:
            _note_odf(name, pages)
            if name == "automatic-styles":
                pages.page_styles |= set(_page_styles(child))
        elif name in ("p", "h"):
            style = attribute(child, "style-name")
            if style in pages.page_styles:
                pages.add(_PAGE, "")
            if name == "h":
                style = attribute(child, "outline-level") or "1"
            pages.add(_odf_text(child, pages, depth), style)
        elif name != "table" or not _add_labels(_odf_rows(child, pages, depth), pages):
            _walk_odf(child, pages, depth + 1)


def _page_styles(styles: ElementTree.Element) -> Iterator[str]:
    """The names of the styles of paragraphs with which a page begins."""
    for style in styles:
        if any(attribute(part, "break-before") == "page" for part in style):
            yield attribute(style, "name")


def _odf_rows(table: ElementTree.Element, pages: _Pages, depth: int) -> list[list[str]]:
    """The texts of a table's cells, without empty ones below a wider cell; none if another table stands
    in it.
    """
    if table.find(".//{*}table") is not None:
        return []
    rows = []
    for row in table.iterfind(".//{*}table-row"):
        cells = [(local(cell), _cell(cell, pages, _walk_odf, depth)) for cell in row]
        rows.append([text for name, text in cells if text or name == "table-cell"])
    return rows


def _note_odf(name: str, pages: _Pages) -> None:
    if name == "tracked-changes":
        pages.seen.add("del")
    elif name == "note":
        pages.seen.add("footnote")


def _odf_text(element: ElementTree.Element, pages: _Pages, depth: int) -> str:
    if depth > _DEEPEST:
        raise UnreadableError("The file is nested too deeply.")
    parts = [element.text or ""]
    for child in element:
        name = local(child)
        if name == "s":
            parts.append(" " * min(int(attribute(child, "c") or 1), 80))
        elif name == "tab":
            parts.append("\t")
        elif name == "line-break":
            parts.append("\n")
        elif name in _NOT_READ:
            _note_odf(name, pages)
        elif name == "p":
            pages.seen.add("text box")
            parts += ["\n", _odf_text(child, pages, depth + 1), "\n"]
        else:
            parts.append(_odf_text(child, pages, depth + 1))
        parts.append(child.tail or "")
    return "".join(parts)


SAID = {
    "macro": "The document holds macros, which are never run.",
    "footnote": "The document's footnotes are not read.",
    "text box": "Text boxes of the document are read where they are anchored.",
    "del": "The document has tracked changes: what was inserted is read, what was deleted is not.",
}


def _documents(pages: _Pages) -> Iterator[Found]:
    raw = pages.text
    if not raw:
        raise UnreadableError("The document holds no text; its pages are pictures or empty.")
    strand = identity(raw)
    found = bundle(raw, strand)
    if found is None and len(parts := articles_below(pages.heads, raw)) > 1:
        found = documents_of(raw, strand, parts)
    if found is not None:
        yield from found
    else:
        heads = pages.heads.get(1, [])
        title = pages.title
        if title is None and len(heads) == 1 and heads[0] == 0:
            title = Span(0, len(pages.parts[0]))
        yield Document(
            raw=raw, region=Span(0, len(raw)), content=raw, pieces=strand.pieces, title=title
        )
        if in_doubt(pages.heads):
            yield Lost(Loss.REMARK, ONE)
    for name, told in SAID.items():
        if name in pages.seen:
            yield Lost(Loss.REMARK, told)


def _format(name: str, endings: tuple[str, ...], pages_of: Callable[[bytes], _Pages]) -> Format:
    def documents(file: FileContent) -> Iterator[Found]:
        return _documents(pages_of(file.data))

    return Format(
        name,
        endings,
        documents,
        numbered_if_many=True,
        parted_by="",
        raw=lambda data: pages_of(data).text,
        limit=60 * MEGABYTE,
    )


WORD = _format("Word", (".docx", ".docm", ".dotx"), _word)
OPEN_DOCUMENT = _format("OpenDocument", (".odt", ".ott", ".fodt"), _open_document)
