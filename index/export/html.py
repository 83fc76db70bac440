"""A dossier as one self-contained page: no script, nothing is fetched, readable on screen and on
paper.
"""

from __future__ import annotations

from html import escape

from index.export.dossier import by_article, dossier, place_of
from index.export.dossier_tree import Block, Cell, Cited, Dossier, Note, Proof, Section, Table, Text
from index.export.export_format import DOSSIERS, ExportFormat, Files
from index.export.html_style import style
from index.export.material import Material
from index.interface.proof_words import file_words
from index.interface.texts import Texts
from index.text.visible import visible


def write(material: Material) -> Files:
    made = dossier(material)
    t = material.texts
    contents = [section for section in made.sections if section.level == 2]
    listed = "".join(
        f'<li><a href="#s{made.sections.index(one)}">{_e(one.heading)}</a></li>' for one in contents
    )
    if made.proofs:
        listed += f'<li><a href="#proofs">{_e(t("Proofs"))}</a></li>'
    body = "\n".join(_section(number, section) for number, section in enumerate(made.sections))
    facts = "".join(f"<p>{_e(fact)}</p>" for fact in made.facts)
    how = f'<p class="how">{_e(t("Small figures lead to the proofs at the end: exact words, file, place, checksum."))}</p>'
    yield (
        "",
        (
            f'<!doctype html>\n<html lang="{made.language}"><head><meta charset="utf-8">'
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            f"<title>{_e(made.title)}</title><style>{style(visible(made.title))}</style></head>\n"
            f'<body><main>\n<header><p class="corpus">{_e(made.corpus)}</p>'
            f"<h1>{_e(made.title)}</h1>{facts}{how if made.proofs else ''}</header>\n"
            + (f"<nav><ol>{listed}</ol></nav>\n" if len(contents) > 1 else "")
            + f"{body}\n{_proofs(made, t)}</main></body></html>\n"
        ).encode(),
    )


def _section(number: int, section: Section) -> str:
    tag = f"h{section.level}"
    inside = "\n".join(_block(block) for block in section.blocks)
    known = f'<p class="known">{_e(section.known)}</p>\n' if section.known else ""
    return (
        f'<section class="l{section.level}">'
        f'<{tag} id="s{number}">{_e(section.heading)}</{tag}>\n{known}{inside}</section>'
    )


def _block(block: Block) -> str:
    match block:
        case Text(text, muted):
            kind = ' class="muted"' if muted else ""
            return f"<p{kind}>{_e(text)}</p>" if text else ""
        case Note(text):
            return f'<aside class="note">{_e(text)}</aside>'
        case Cited(text, proof, lead, gives):
            told = f'<span class="lead">{_e(lead)}</span>' if lead else ""
            value = f'<span class="gives">{_e(gives)}</span>' if gives else ""
            notes = _notes((proof,) if proof else ())
            return f"<blockquote>{told}{value}{_e(text)}{notes}</blockquote>"
        case Table():
            return _table(block)


def _table(table: Table) -> str:
    top = "".join(f"<th>{_e(cell)}</th>" for cell in table.head)
    named = f"<thead><tr>{top}</tr></thead>" if any(table.head) else ""
    lines = "".join(f"<tr>{''.join(map(_cell, row))}</tr>\n" for row in table.rows)
    caption = f"<caption>{_e(table.caption)}</caption>" if table.caption else ""
    many = " many" if len(table.head) > 6 else ""
    return (
        f'<table class="{table.kind.value}{many}">{caption}{named}<tbody>\n{lines}</tbody></table>'
    )


def _cell(cell: Cell) -> str:
    kind = ' class="grave"' if cell.grave else ""
    return f"<td{kind}>{_e(cell.text)}{_notes(cell.proofs)}</td>"


def _notes(proofs: tuple[Proof, ...]) -> str:
    return "".join(
        f'<sup id="r{p.number}"><a href="#p{p.number}">{p.number}</a></sup>' for p in proofs
    )


def _proofs(made: Dossier, t: Texts) -> str:
    if not made.proofs:
        return ""
    articles = "".join(_article(proofs, t) for proofs in by_article(made.proofs))
    return f'<section class="l2"><h2 id="proofs">{_e(t("Proofs"))}</h2>\n{articles}</section>\n'


def _article(proofs: list[Proof], t: Texts) -> str:
    """One article with its file and checksum, and each place in it that the dossier cites."""
    one = proofs[0]
    items = "".join(_proof(proof, t) for proof in proofs)
    return (
        f'<div class="file"><h3>{_e(one.source)}, {_e(one.date)}</h3><p class="known">{_e(one.title)}<br>'
        f"{_e(file_words(t, one.file, one.article))} · <code>SHA-256 {_e(one.sha256)}</code></p>\n"
        f'<ol class="proofs">{items}</ol></div>\n'
    )


def _proof(proof: Proof, t: Texts) -> str:
    said = f"«\u00a0{_e(proof.words)}\u00a0»" if proof.words else ""
    return (
        f'<li id="p{proof.number}" value="{proof.number}">{_e(place_of(proof, t))} {said} '
        f'<a href="#r{proof.number}">↩</a></li>\n'
    )


def _e(text: str) -> str:
    return escape(visible(text))


FORMAT = ExportFormat("html", "html", DOSSIERS, write)
