"""A dossier for Word: headings, tables, passages; proofs are numbered at the end and linked in both
directions.
"""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any

from index.errors import RecoupeError
from index.export.docx_style import dressed, laid_out
from index.export.dossier import by_article, dossier, place_of
from index.export.dossier_tree import Block, Cited, Note, Proof, Table, TableKind, Text
from index.export.export_format import DOSSIERS, ExportFormat, Files
from index.export.material import Material
from index.export.office_zip import without_times
from index.interface.proof_words import file_words
from index.text.visible import visible

LIBRARY = "'python-docx>=1.1'"


def write(material: Material) -> Files:
    try:
        import docx
    except ImportError as error:
        raise RecoupeError(
            "Word documents need a library that is not installed.",
            advice="pip install {library}",
            library=LIBRARY,
        ) from error
    made = dossier(material)
    t = material.texts
    document = docx.Document()
    dressed(document, visible(made.title))
    told = datetime.fromisoformat(material.generation).replace(tzinfo=None)
    document.core_properties.title, document.core_properties.author = visible(made.title), "Recoupe"
    document.core_properties.created = document.core_properties.modified = told
    document.add_paragraph(_w(made.corpus), style="Recoupe Kicker")
    document.add_heading(_w(made.title), 0)
    for fact in made.facts:
        document.add_paragraph(_w(fact), style="Recoupe Known")
    drawing = _Drawing(document)
    for section in made.sections:
        document.add_heading(_w(section.heading), section.level - 1)
        if section.known:
            known = document.add_paragraph(_w(section.known), style="Recoupe Known")
            known.paragraph_format.keep_with_next = True
        for block in section.blocks:
            drawing.draw(block)
    if made.proofs:
        document.add_heading(t("Proofs"), 1)
        for proofs in by_article(made.proofs):
            one = proofs[0]
            document.add_heading(_w(f"{one.source}, {one.date}"), 3)
            held_in = file_words(t, one.file, one.article)
            told_of = f"{one.title}\n{held_in} · SHA-256 {one.sha256}"
            known = document.add_paragraph(_w(told_of), style="Recoupe Known")
            known.paragraph_format.keep_with_next = True
            for proof in proofs:
                said = f" «\u00a0{proof.words}\u00a0»" if proof.words else ""
                drawing.prove(proof, f"{place_of(proof, t)}{said}")
    out = io.BytesIO()
    document.save(out)
    yield "", without_times(out.getvalue())


def _w(text: str) -> str:
    return visible(text)


class _Drawing:
    """Writes blocks into a document; bookmarks and links are plain WordprocessingML."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._marks = 0

    def draw(self, block: Block) -> None:
        match block:
            case Text(text, muted):
                if text:
                    style = "Recoupe Known" if muted else None
                    self._document.add_paragraph(_w(text), style=style)
            case Note(text):
                self._document.add_paragraph(f"✎ {_w(text)}", style="Recoupe Note")
            case Cited(text, proof, lead, gives):
                if lead:
                    self._document.add_paragraph(_w(lead), style="Recoupe Lead")
                paragraph = self._document.add_paragraph(style="Recoupe Cited")
                if gives:
                    paragraph.add_run(f"{_w(gives)} — ").bold = True
                paragraph.add_run(_w(text))
                self._notes(paragraph, (proof,) if proof else ())
            case Table():
                self._table(block)

    def _table(self, block: Table) -> None:
        if block.caption:
            self._document.add_paragraph(_w(block.caption), style="Recoupe Lead")
        named = any(block.head)
        table = self._document.add_table(rows=1 if named else 0, cols=len(block.head))
        if named:
            for cell, text in zip(table.rows[0].cells, block.head, strict=True):
                cell.paragraphs[0].text, cell.paragraphs[0].style = _w(text), "Recoupe Head"
        for row in block.rows:
            cells = table.add_row().cells
            for cell, made in zip(cells, row, strict=False):
                paragraph = cell.paragraphs[0]
                paragraph.style = "Recoupe Cell"
                if block.kind is TableKind.FACTS and len(block.head) > 2 and made is row[1]:
                    paragraph.style = "Recoupe Verdict"
                paragraph.add_run(_w(made.text)).bold = made.grave
                self._notes(paragraph, made.proofs)
        laid_out(table, block.kind, headed=named)
        self._document.add_paragraph(style="Recoupe Gap")

    def prove(self, proof: Proof, line: str) -> None:
        paragraph = self._document.add_paragraph(style="Recoupe Proof")
        self._bookmark(paragraph, f"p{proof.number}")
        self._link(paragraph, f"r{proof.number}", f"{proof.number}. ")
        paragraph.add_run(_w(line))

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
