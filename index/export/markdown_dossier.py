"""A dossier as Markdown, which pandoc and Obsidian read: proofs are footnotes."""

from __future__ import annotations

import re

from index.export.dossier import dossier, proof_line
from index.export.dossier_tree import Block, Cell, Cited, Note, Proof, Table, Text
from index.export.export_format import DOSSIERS, ExportFormat, Files
from index.export.material import Material
from index.text.visible import visible

_SIGNS = re.compile(r"([\\`*_{}\[\]<>|])")
_LINE_START = re.compile(r"^(\s*)(#{1,6}\s|[-+]\s|\d+[.)]\s|=+$|-+$)", re.MULTILINE)


def write(material: Material) -> Files:
    made = dossier(material)
    facts = (made.corpus, *made.facts)
    parts = [f"# {_md(made.title)}", *(f"*{_md(fact)}*" for fact in facts)]
    for section in made.sections:
        parts.append(f"{'#' * section.level} {_signs(section.heading)}")
        if section.known:
            parts.append(f"*{_md(section.known)}*")
        parts += [drawn for block in section.blocks if (drawn := _block(block))]
    parts += [
        f"[^{proof.number}]: {_md(proof_line(proof, material.texts))}" for proof in made.proofs
    ]
    yield "", ("\n\n".join(parts) + "\n").encode()


def _block(block: Block) -> str:
    match block:
        case Text(text, muted):
            return f"*{_md(text)}*" if muted and text else _md(text)
        case Note(text):
            return f"✎ *{_md(text)}*"
        case Cited(text, proof, lead, gives):
            told = f"**{_md(lead)}** — " if lead else ""
            value = f"**{_md(gives)}** — " if gives else ""
            return f"> {told}{value}{_md(text)}{_notes((proof,) if proof else ())}"
        case Table():
            return _table(block)


def _table(table: Table) -> str:
    # A table of Markdown needs a head, even one without words.
    lines = [
        "| " + " | ".join(_md(cell) for cell in table.head) + " |",
        "|" + "---|" * len(table.head),
    ]
    lines += ["| " + " | ".join(_cell(cell) for cell in row) + " |" for row in table.rows]
    caption = f"**{_md(table.caption)}**\n\n" if table.caption else ""
    return caption + "\n".join(lines)


def _cell(cell: Cell) -> str:
    return _md(cell.text) + _notes(cell.proofs)


def _notes(proofs: tuple[Proof, ...]) -> str:
    return "".join(f"[^{proof.number}]" for proof in proofs)


def _md(text: str) -> str:
    """The text with every sign of Markdown escaped."""
    return _LINE_START.sub(r"\1\\\2", _signs(text))


def _signs(text: str) -> str:
    """The text behind the marks of a heading, where « 1. » begins no list."""
    return _SIGNS.sub(r"\\\1", visible(" ".join(text.split())))


FORMAT = ExportFormat("md", "md", DOSSIERS, write)
