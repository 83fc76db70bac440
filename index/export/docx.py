"""A dossier for Word: headings, tables, passages; proofs numbered at the end and linked both ways."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any

from index.errors import RecoupeError
from index.export.dossier import Block, Cited, Proof, Table, Text, dossier, proof_line
from index.export.format import DOSSIERS, ExportFormat, Files
from index.export.material import Material
from index.export.zipped import without_times
from index.text.visible import visible

LIBRARY = "'python-docx>=1.1'"


def write(material: Material) -> Files:
    try:
        import docx
        from docx.shared import Cm, Pt, RGBColor
    except ImportError as error:
        raise RecoupeError(
            "Word documents need a library that is not installed.",
            advice="pip install {library}",
            library=LIBRARY,
        ) from error
    made = dossier(material)
    document = docx.Document()
    for sheet in document.sections:
        sheet.left_margin = sheet.right_margin = Cm(2.4)
        sheet.top_margin = sheet.bottom_margin = Cm(2.2)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Georgia", Pt(10.5)
    for name in ("Title", "Heading 1", "Heading 2", "Heading 3"):
        heading = document.styles[name]
        heading.font.name, heading.font.color.rgb = "Georgia", RGBColor(0x1D, 0x1B, 0x16)
    told = datetime.fromisoformat(material.generation).replace(tzinfo=None)
    document.core_properties.title, document.core_properties.author = visible(made.title), "Recoupe"
    document.core_properties.created = document.core_properties.modified = told
    document.add_heading(_w(made.title), 0)
    for fact in made.facts:
        _muted(document.add_paragraph(_w(fact)))
    drawing = _Drawing(document)
    for section in made.sections:
        document.add_heading(_w(section.heading), section.level - 1)
        for block in section.blocks:
            drawing.draw(block)
    if made.proofs:
        document.add_heading(material.texts("Proofs"), 1)
        for proof in made.proofs:
            drawing.prove(proof, proof_line(proof, material.texts))
    out = io.BytesIO()
    document.save(out)
    yield "", without_times(out.getvalue())


def _w(text: str) -> str:
    return visible(text)


def _muted(paragraph: Any) -> None:
    from docx.shared import Pt, RGBColor

    for run in paragraph.runs:
        run.font.size, run.font.color.rgb = Pt(8.5), RGBColor(0x6B, 0x67, 0x5C)


class _Drawing:
    """Puts blocks into a document; bookmarks and links are plain WordprocessingML."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._marks = 0

    def draw(self, block: Block) -> None:
        match block:
            case Text(text, muted):
                if text:
                    paragraph = self._document.add_paragraph(_w(text))
                    if muted:
                        _muted(paragraph)
            case Cited(text, proof, lead):
                paragraph = self._document.add_paragraph(style="Intense Quote")
                if lead:
                    paragraph.add_run(_w(lead) + " — ").bold = True
                paragraph.add_run(_w(text)).italic = False
                self._notes(paragraph, (proof,) if proof else ())
            case Table(head, rows):
                self._table(head, rows)

    def _table(self, head: tuple[str, ...], rows: tuple[Any, ...]) -> None:
        table = self._document.add_table(rows=1, cols=len(head), style="Light List")
        for cell, text in zip(table.rows[0].cells, head, strict=True):
            cell.text = _w(text)
        for row in rows:
            cells = table.add_row().cells
            for cell, made in zip(cells, row, strict=False):
                cell.text = _w(made.text)
                self._notes(cell.paragraphs[0], made.proofs)
        self._document.add_paragraph()

    def prove(self, proof: Proof, line: str) -> None:
        paragraph = self._document.add_paragraph()
        self._bookmark(paragraph, f"p{proof.number}")
        self._link(paragraph, f"r{proof.number}", f"{proof.number}. ")
        paragraph.add_run(_w(line))
        _muted(paragraph)

    def _notes(self, paragraph: Any, proofs: tuple[Proof, ...]) -> None:
        for proof in proofs:
            self._bookmark(paragraph, f"r{proof.number}")
            self._link(paragraph, f"p{proof.number}", str(proof.number), raised=True)

    def _bookmark(self, paragraph: Any, name: str) -> None:
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        self._marks += 1
        for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
            mark = OxmlElement(tag)
            mark.set(qn("w:id"), str(self._marks))
            if tag == "w:bookmarkStart":
                mark.set(qn("w:name"), name)
            paragraph._p.append(mark)

    def _link(self, paragraph: Any, to: str, text: str, *, raised: bool = False) -> None:
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        run = paragraph.add_run(text)
        run.font.superscript = raised
        link = OxmlElement("w:hyperlink")
        link.set(qn("w:anchor"), to)
        paragraph._p.append(link)
        link.append(run._r)


FORMAT = ExportFormat("docx", "docx", DOSSIERS, write, LIBRARY)
