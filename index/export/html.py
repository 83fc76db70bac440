"""A dossier as one self-contained page: no script, nothing fetched, readable on screen and on paper."""

from __future__ import annotations

from html import escape

from index.export.dossier import (
    Block,
    Cell,
    Cited,
    Dossier,
    Proof,
    Section,
    Table,
    Text,
    dossier,
    proof_line,
)
from index.export.format import DOSSIERS, ExportFormat, Files
from index.export.material import Material
from index.interface.texts import Texts
from index.text.visible import visible

_STYLE = """
:root { --ink: #1d1b16; --paper: #fdfcf8; --faint: #6b675c; --rule: #d9d4c5; --mark: #9a3412; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 17px/1.55 Georgia, "Times New Roman", serif; }
main { max-width: 46rem; margin: 0 auto; padding: 3rem 1.5rem 6rem; }
header { border-bottom: 3px double var(--rule); padding-bottom: 1.2rem; margin-bottom: 2rem; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 .6rem; letter-spacing: -.01em; }
h2 { font-size: 1.25rem; margin: 2.6rem 0 .8rem; border-bottom: 1px solid var(--rule); padding-bottom: .3rem; }
h3 { font-size: 1.08rem; margin: 2rem 0 .3rem; }
p { margin: 0 0 .8rem; }
header p, .muted, .proofs { color: var(--faint); font: 13px/1.5 system-ui, "Segoe UI", sans-serif; overflow-wrap: anywhere; }
nav ol { columns: 2; padding-left: 1.2rem; font: 14px/1.6 system-ui, sans-serif; }
nav a { color: inherit; text-decoration: none; border-bottom: 1px dotted var(--faint); }
blockquote { margin: 0 0 1rem; padding: .1rem 0 .1rem 1rem; border-left: 3px solid var(--mark); }
blockquote .lead { display: block; color: var(--mark); font: 600 12px/1.6 system-ui, sans-serif; }
table { width: 100%; border-collapse: collapse; margin: 0 0 1.2rem; font-size: 15px; line-height: 1.45; }
th { text-align: left; color: var(--faint); font: 600 12px/1.5 system-ui, sans-serif; border-bottom: 2px solid var(--ink); padding: .3rem .6rem .3rem 0; }
td:first-child:not(:last-child) { white-space: nowrap; color: var(--mark); font: 600 13px/1.6 system-ui, sans-serif; }
td { vertical-align: top; border-bottom: 1px solid var(--rule); padding: .45rem .6rem .45rem 0; }
table.wide { font-size: 13.5px; table-layout: fixed; }
table.wide td, table.wide th { overflow-wrap: break-word; }
table.wide th:first-child { width: 22%; }
table.wide th:nth-child(2) { width: 11%; }
table.wide td:first-child:not(:last-child) { white-space: normal; }
sup a { color: var(--mark); text-decoration: none; font: 11px system-ui, sans-serif; padding-left: .15rem; }
.proofs li { margin-bottom: .35rem; }
@media print {
  @page { margin: 2cm 2cm 2.2cm; }
  body { background: none; font-size: 10.5pt; }
  main { max-width: none; padding: 0; }
  h2, h3 { break-after: avoid; }
  blockquote, tr { break-inside: avoid; }
  nav a, sup a { border: none; color: inherit; }
}
"""


def write(material: Material) -> Files:
    made = dossier(material)
    t = material.texts
    contents = [section for section in made.sections if section.level == 2]
    listed = "".join(
        f'<li><a href="#s{made.sections.index(one)}">{_e(one.heading)}</a></li>' for one in contents
    )
    body = "\n".join(_section(number, section) for number, section in enumerate(made.sections))
    facts = "".join(f"<p>{_e(fact)}</p>" for fact in made.facts)
    yield (
        "",
        (
            f'<!doctype html>\n<html lang="{made.language}"><head><meta charset="utf-8">'
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            f"<title>{_e(made.title)}</title><style>{_STYLE}</style></head>\n<body><main>\n"
            f"<header><h1>{_e(made.title)}</h1>{facts}</header>\n"
            + (f"<nav><ol>{listed}</ol></nav>\n" if len(contents) > 1 else "")
            + f"{body}\n{_proofs(made, t)}</main></body></html>\n"
        ).encode(),
    )


def _section(number: int, section: Section) -> str:
    tag = f"h{section.level}"
    inside = "\n".join(_block(block) for block in section.blocks)
    return f'<{tag} id="s{number}">{_e(section.heading)}</{tag}>\n{inside}'


def _block(block: Block) -> str:
    match block:
        case Text(text, muted):
            return (
                f'<p class="muted">{_e(text)}</p>'
                if muted
                else (f"<p>{_e(text)}</p>" if text else "")
            )
        case Cited(text, proof, lead):
            told = f'<span class="lead">{_e(lead)}</span>' if lead else ""
            return f"<blockquote>{told}{_e(text)}{_notes((proof,) if proof else ())}</blockquote>"
        case Table(head, rows):
            top = "".join(f"<th>{_e(cell)}</th>" for cell in head)
            lines = "".join(f"<tr>{''.join(_cell(cell) for cell in row)}</tr>\n" for row in rows)
            named = f"<thead><tr>{top}</tr></thead>" if any(head) else ""
            wide = ' class="wide"' if len(head) > 3 else ""
            return f"<table{wide}>{named}<tbody>\n{lines}</tbody></table>"


def _cell(cell: Cell) -> str:
    return f"<td>{_e(cell.text)}{_notes(cell.proofs)}</td>"


def _notes(proofs: tuple[Proof, ...]) -> str:
    return "".join(
        f'<sup id="r{p.number}"><a href="#p{p.number}">{p.number}</a></sup>' for p in proofs
    )


def _proofs(made: Dossier, t: Texts) -> str:
    if not made.proofs:
        return ""
    items = "".join(
        f'<li id="p{proof.number}" value="{proof.number}">{_e(proof_line(proof, t))} <a href="#r{proof.number}">↩</a></li>\n'
        for proof in made.proofs
    )
    return f'<h2>{_e(t("Proofs"))}</h2>\n<ol class="proofs">{items}</ol>\n'


def _e(text: str) -> str:
    return escape(visible(text))


FORMAT = ExportFormat("html", "html", DOSSIERS, write)
