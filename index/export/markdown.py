"""A dossier as Markdown, which pandoc and Obsidian read: proofs are footnotes."""

from __future__ import annotations

import re

from index.export.dossier import Block, Cell, Cited, Proof, Table, Text, dossier, proof_line
from index.export.format import DOSSIERS, ExportFormat, Files
from index.export.material import Material
from index.text.visible import visible

_SIGNS = re.compile(r"([\\`*_{}\[\]<>|])")
_LINE_START = re.compile(r"^(\s*)(#{1,6}\s|[-+]\s|\d+[.)]\s|=+$|-+$)", re.MULTILINE)


def write(material: Material) -> Files:
    made = dossier(material)
    parts = [f"# {_md(made.title)}", *(f"*{_md(fact)}*" for fact in made.facts)]
    for section in made.sections:
        parts.append(f"{'#' * section.level} {_md(section.heading)}")
        parts += [drawn for block in section.blocks if (drawn := _block(block))]
    parts += [
        f"[^{proof.number}]: {_md(proof_line(proof, material.texts))}" for proof in made.proofs
    ]
    yield "", ("\n\n".join(parts) + "\n").encode()


def _block(block: Block) -> str:
    match block:
        case Text(text, muted):
            return f"*{_md(text)}*" if muted and text else _md(text)
        case Cited(text, proof, lead):
            told = f"**{_md(lead)}** — " if lead else ""
            return f"> {told}{_md(text)}{_notes((proof,) if proof else ())}"
        case Table(head, rows):
            lines = ["| " + " | ".join(_md(cell) for cell in head) + " |", "|" + "---|" * len(head)]
            lines += ["| " + " | ".join(_cell(cell) for cell in row) + " |" for row in rows]
            return "\n".join(lines)


def _cell(cell: Cell) -> str:
    return _md(cell.text) + _notes(cell.proofs)


def _notes(proofs: tuple[Proof, ...]) -> str:
    return "".join(f"[^{proof.number}]" for proof in proofs)


def _md(text: str) -> str:
    """Words that stay words: every sign of Markdown is escaped."""
    plain = _SIGNS.sub(r"\\\1", visible(" ".join(text.split())))
    return _LINE_START.sub(r"\1\\\2", plain)


FORMAT = ExportFormat("md", "md", DOSSIERS, write)
