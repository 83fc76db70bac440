"""Press reviews written in a word processor on the web and saved as a page: a heading above each article, and
below it the outlet and the day; and reports of reference managers, with a table of labels below each heading.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.corpus.bundles.review_heads import outlet_and_date
from index.corpus.cleaning.line_looks import Look, look_of
from index.corpus.column_heads import column_field
from index.corpus.document import Found, Lost
from index.corpus.fields import Field, Value, record_pairs
from index.corpus.formats.exports import export_document, region_of
from index.corpus.formats.html_tables import tables_of_labels
from index.corpus.formats.records import WITHOUT, Cell, document_of
from index.corpus.markup import Block, Markup, paragraphs
from index.model.article import Loss

_HEADINGS = ("h1", "h2", "h3", "h4")
_NEAR = 2
"""How many blocks below a heading the outlet and the day stand, at the most."""
_FEWEST = 2
_TEXTS = (Field.TEXT, Field.DESCRIPTION)


def reviewed(raw: str, blocks: Sequence[Block]) -> list[Found]:
    """The articles below the headings of one level, most of which have an outlet and a day below them; empty for
    any other page.
    """
    for tag in _HEADINGS:
        heads = [at for at, block in enumerate(blocks) if block.inside(tag)]
        if len(heads) < _FEWEST:
            continue
        sections = [blocks[a:b] for a, b in zip(heads, [*heads[1:], len(blocks)], strict=True)]
        dated = [section for section in sections if _dated(section) is not None]
        told = [section for section in dated if _prose(section)]
        if len(told) >= _FEWEST and 2 * len(told) > len(sections):
            return [_article(raw, section) for section in sections]
    return []


def _dated(section: Sequence[Block]) -> tuple[int, list[tuple[Field, Value]]] | None:
    """The block with the outlet and the day of a section, and what it states."""
    for at, block in enumerate(section[1 : 1 + _NEAR], start=1):
        if (pairs := outlet_and_date(" ".join(block.text.split()))) is not None:
            return at, pairs
    return None


def _prose(section: Sequence[Block]) -> bool:
    return any(look_of(block.text).look is Look.PROSE for block in section[1:])


def _article(raw: str, section: Sequence[Block]) -> Found:
    at, pairs = _dated(section) or (0, [])
    body = [block for number, block in enumerate(section) if number and number != at]
    return export_document(raw, region_of(section), title=section[:1], body=body, pairs=pairs)


def of_references(raw: str, markup: Markup) -> Iterator[Found]:
    """A document for each heading with a table of labels below it (Zotero's report); none for a page with fewer
    than two. Notes below the table are the text, else the summary in it.
    """
    blocks = markup.blocks
    tables = tables_of_labels(raw, blocks)
    places = {id(block): at for at, block in enumerate(blocks)}
    heads: list[int] = []
    for table in tables:
        first = places[id(table.blocks[0])]
        above = range(first - 1, heads[-1] if heads else -1, -1)
        head = next((at for at in above if blocks[at].inside(*_HEADINGS)), None)
        if head is None or head in heads:
            return
        heads.append(head)
    if len(heads) < _FEWEST:
        return
    for table, start, end in zip(tables, heads, [*heads[1:], len(blocks)], strict=True):
        inside = set(map(id, table.blocks))
        notes = [
            block
            for block in blocks[start + 1 : end]
            if id(block) not in inside and block.inside("p") and not block.inside(*_HEADINGS)
        ]
        record: dict[str, Value] = {}
        for label, value in table.rows:
            told = _text(value)
            known = record.get(label)
            record[label] = f"{known}; {told}" if known else told
        pairs = record_pairs(record, named=column_field)
        summary = [value for label, value in table.rows if column_field(label) in _TEXTS]
        cells = [Cell(Field.TITLE, paragraphs(blocks[start : start + 1]))]
        cells += [Cell(Field.DESCRIPTION, paragraphs(value)) for value in summary[:1]]
        cells += [Cell(Field.TEXT, paragraphs(notes))] if notes else []
        document = document_of(raw, region_of(blocks[start:end]), cells=cells, pairs=pairs)
        yield document or Lost(Loss.WITHOUT_TEXT, WITHOUT)


def _text(blocks: Sequence[Block]) -> str:
    return " ".join(" ".join(block.text.split()) for block in blocks)
