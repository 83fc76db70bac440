"""Pages of scans whose words were recognised: PAGE XML (Transkribus, eScriptorium) and hOCR (Tesseract).

Lines of a paragraph are joined, and words that were cut at the end of a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.corpus.document import Document, Found, Lost
from index.corpus.fields import Field, state
from index.corpus.strand import Strand, Weaver, cut
from index.corpus.xml import Node, flow_of, read_xml
from index.model.article import Loss
from index.model.text import Span

_FLAT: frozenset[str] = frozenset()
_CUT = re.compile(r"(?<=[^\W\d_])[-¬\u00ad]$")
_NUMBER = re.compile(r"(?:ppageno|image)\s+\"?(?P<number>\d+)")
WITHOUT = "The page of the scan holds no text."
_LINES = ("ocr_line", "ocrx_line", "ocr_textfloat", "ocr_header", "ocr_caption")


def page_xml(raw: str, tree: Node) -> Iterator[Found]:
    """A document for each page, its regions in the order in which they are to be read."""
    for page in tree.all("page"):
        regions = {one.get("id"): one for one in page.all("textregion")}
        order = [one.get("regionref") for one in page.walk() if one.tag == "regionrefindexed"]
        known = [regions.pop(name) for name in order if name in regions]
        blocks = [_region_lines(raw, one) for one in (*known, *regions.values())]
        yield _page(raw, page, blocks, page.get("imagefilename"))


def _region_lines(raw: str, region: Node) -> list[Strand]:
    lines = [_own_text(raw, one) for one in region.all("textline")] or [_own_text(raw, region)]
    return [line for line in lines if line.text]


def _own_text(raw: str, node: Node) -> Strand:
    """The words that stand for an element itself, not for a word of it."""
    own = next((one for one in node.elements() if one.tag == "textequiv"), None)
    told = own.first("unicode") if own is not None else None
    if told is None:
        words = [one for word in node.all("word") if (one := word.first("unicode")) is not None]
        return _stripped(flow_of(raw, words, blocks=_FLAT))
    return _stripped(flow_of(raw, [told], blocks=_FLAT))


def is_hocr(raw: str) -> bool:
    """Whether a page is such a scan."""
    return "ocr_page" in raw[:20_000] and ("ocr_line" in raw or "ocrx_word" in raw)


def hocr(raw: str) -> Iterator[Found]:
    """A document for each page of the scan."""
    for page in _of_class(read_xml(raw), ("ocr_page",)):
        paragraphs = _of_class(page, ("ocr_par",)) or _of_class(page, ("ocr_carea",)) or [page]
        blocks = []
        for paragraph in paragraphs:
            lines = _of_class(paragraph, _LINES) or [paragraph]
            told = (_stripped(flow_of(raw, [line], blocks=_FLAT)) for line in lines)
            blocks.append([line for line in told if line.text])
        number = _NUMBER.search(
            page.get("title").rpartition("ppageno")[1] + page.get("title").rpartition("ppageno")[2]
        )
        yield _page(raw, page, blocks, str(int(number["number"]) + 1) if number else "")


def _of_class(node: Node, names: tuple[str, ...]) -> list[Node]:
    """The elements of some classes inside, without those inside another of them."""
    found: list[Node] = []
    waiting = list(node.elements())[::-1]
    while waiting:
        one = waiting.pop()
        if any(name in names for name in one.get("class").split()):
            found.append(one)
        else:
            waiting.extend(reversed(list(one.elements())))
    return found


def _page(raw: str, page: Node, blocks: list[list[Strand]], number: str) -> Found:
    weaver = Weaver()
    for lines in blocks:
        if lines and weaver.length:
            place = lines[0].pieces[0].raw_start
            weaver.put("\n\n", place, place)
        _add_lines(weaver, lines)
    strand = weaver.strand()
    if not strand.text.strip():
        return Lost(Loss.WITHOUT_TEXT, WITHOUT, number)
    return Document(
        raw=raw,
        region=Span(page.start, page.end),
        content=strand.text,
        pieces=strand.pieces,
        stated=state([(Field.PAGE, number if number.isdigit() else None)]),
    )


def _add_lines(weaver: Weaver, lines: list[Strand]) -> None:
    """The lines of a paragraph; a word that was cut at the end of one is whole again."""
    for at, line in enumerate(lines):
        last = at == len(lines) - 1
        mark = _CUT.search(line.text) if not last and lines[at + 1].text[:1].islower() else None
        weaver.add(cut(line, Span(0, mark.start())) if mark else line)
        if mark is None and not last:
            place = lines[at + 1].pieces[0].raw_start
            weaver.put(" ", place, place)


def _stripped(strand: Strand) -> Strand:
    return cut(strand, Span(0, len(strand.text.rstrip())))
