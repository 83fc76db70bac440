"""The look of a dossier in Word: page, running head and foot, styles, and the widths of its tables."""

from __future__ import annotations

from typing import Any

from index.export.dossier_tree import TableKind

_INK, _FAINT, _MARK, _RULE = "1F1D18", "6D6859", "8F3514", "DDD8CA"
_SERIF, _SANS = "Georgia", "Calibri"
_WIDTH = 16.6
"""The width of a line of text in centimetres."""
_SHARES = {
    TableKind.SAID: (0.06, 0.76, 0.18),
    TableKind.SOURCES: (0.06, 0.26, 0.18, 0.50),
    TableKind.LINES: (0.36, 0.13, 0.33, 0.18),
}


def dressed(document: Any, title: str) -> None:
    """Gives the document its page, head, foot and styles."""
    from docx.shared import Cm

    for sheet in document.sections:
        sheet.page_width, sheet.page_height = Cm(21), Cm(29.7)
        sheet.left_margin = sheet.right_margin = Cm(2.2)
        sheet.top_margin, sheet.bottom_margin = Cm(2.4), Cm(2.2)
        sheet.different_first_page_header_footer = True
        sheet.header.paragraphs[0].text = title
        for foot in (sheet.footer, sheet.first_page_footer):
            _page_number(foot.paragraphs[0])
    _styles(document)
    for sheet in document.sections:
        sheet.header.paragraphs[0].style = "Recoupe Known"
        for foot in (sheet.footer, sheet.first_page_footer):
            foot.paragraphs[0].style = "Recoupe Foot"


def _styles(document: Any) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm, Pt

    styles = document.styles
    _set(styles["Normal"], font=_SERIF, size=10.5, after=6, line=1.22)
    for name, size, before, after in (
        ("Title", 24, 0, 6), ("Heading 1", 15, 22, 6), ("Heading 2", 12, 14, 2), ("Heading 3", 11, 10, 2),
    ):  # fmt: skip
        _set(
            styles[name], font=_SERIF, size=size, before=before, after=after, color=_INK, bold=True
        )
        styles[name].paragraph_format.keep_with_next = True
        _border(styles[name], "bottom" if name == "Heading 1" else None, _INK)

    def added(name: str, **look: Any) -> Any:
        style = styles.add_style(f"Recoupe {name}", WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        _set(style, **look)
        return style

    added("Kicker", font=_SANS, size=9, color=_MARK, bold=True, after=0).font.all_caps = True
    added("Known", font=_SANS, size=8.5, color=_FAINT, after=4)
    added("Lead", font=_SANS, size=8.5, color=_MARK, bold=True, after=1, before=6)
    styles["Recoupe Lead"].paragraph_format.keep_with_next = True
    cited = added("Cited", size=10.5, after=5, line=1.22)
    note = added("Note", size=10.5, after=8)
    note.font.italic = True
    for style, color in ((cited, _MARK), (note, _INK)):
        style.paragraph_format.left_indent = Cm(0.5)
        _border(style, "left", color)
    styles["Recoupe Lead"].paragraph_format.left_indent = Cm(0)
    added("Head", font=_SANS, size=8.5, color=_FAINT, bold=True, after=2)
    added("Cell", size=9, after=2, before=2, line=1.12)
    added("Verdict", font=_SANS, size=7.5, color=_MARK, after=2, before=3)
    added("Gap", size=4, after=4)
    proof = added("Proof", font=_SANS, size=7.5, color=_FAINT, after=3, line=1.1)
    proof.paragraph_format.left_indent, proof.paragraph_format.first_line_indent = Cm(0.7), Cm(-0.7)
    proof.paragraph_format.keep_together = True
    foot = added("Foot", font=_SANS, size=8, color=_FAINT)
    foot.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    styles["Recoupe Kicker"].paragraph_format.space_before = Pt(0)


def _set(
    style: Any, *, size: float, font: str = _SERIF, color: str = _INK, bold: bool = False,
    before: float = 0, after: float = 0, line: float = 1.15,
) -> None:  # fmt: skip
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    style.font.name, style.font.size, style.font.bold = font, Pt(size), bold
    style.font.color.rgb = RGBColor.from_string(color)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    layout = style.paragraph_format
    layout.space_before, layout.space_after, layout.line_spacing = Pt(before), Pt(after), line


def _border(style: Any, side: str | None, color: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    properties = style.element.get_or_add_pPr()
    for old in properties.findall(qn("w:pBdr")):
        properties.remove(old)
    if side is None:
        return
    box, line = OxmlElement("w:pBdr"), OxmlElement(f"w:{side}")
    size, space = ("12", "8") if side == "left" else ("6", "3")
    for key, value in (("val", "single"), ("sz", size), ("space", space), ("color", color)):
        line.set(qn(f"w:{key}"), value)
    box.append(line)
    # The order of these properties is fixed: borders stand before spacing and indents.
    later = ("shd", "tabs", "suppressAutoHyphens", "spacing", "ind", "jc", "outlineLvl", "rPr")
    first = next((e for name in later if (e := properties.find(qn(f"w:{name}"))) is not None), None)
    if first is None:
        properties.append(box)
    else:
        first.addprevious(box)


def laid_out(table: Any, kind: TableKind, *, headed: bool) -> None:
    """Gives a table widths, thin rules between rows, a head repeated on each page, and rows that no
    page break divides.
    """
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Cm

    count = len(table.columns)
    shares = _SHARES.get(kind, (1 / count,) * count)
    if kind is TableKind.FACTS:
        shares = (0.19, 0.16, *((0.65 / (count - 2),) * (count - 2)))
    table.autofit = False
    for column, share in zip(table.columns, shares, strict=True):
        column.width = Cm(_WIDTH * share)
        for cell in column.cells:
            cell.width = Cm(_WIDTH * share)
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "insideH", "bottom"):
        line = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", _RULE)):
            line.set(qn(f"w:{key}"), value)
        borders.append(line)
    table._tbl.tblPr.append(borders)
    for at, row in enumerate(table.rows):
        properties = row._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:cantSplit"))
        if headed and at == 0:
            properties.append(OxmlElement("w:tblHeader"))
        if kind is TableKind.SAID and at + 1 < len(table.rows):
            for cell in row.cells:
                cell.paragraphs[0].paragraph_format.keep_with_next = True


def _page_number(paragraph: Any) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for field in ("PAGE", "NUMPAGES"):
        if field == "NUMPAGES":
            paragraph.add_run(" / ")
        simple = OxmlElement("w:fldSimple")
        simple.set(qn("w:instr"), field)
        run = OxmlElement("w:r")
        text = OxmlElement("w:t")
        text.text = "1"
        run.append(text)
        simple.append(run)
        paragraph._p.append(simple)
