"""Exports of Factiva in HTML: a `div` of class `article` for each, its fields in a fixed order or
by code.

There are two layouts: plain (headline, author, words, date, time, source…) and with indexing (a
table whose rows begin with HD, BY, PD, ET, SN, LP, TD…). They follow published readers such as
`newspapers` for R.
"""

from __future__ import annotations

import re
from itertools import groupby

from index.corpus.bundles.database_labels import is_length
from index.corpus.bundles.factiva_text import DOCUMENT, head_pairs
from index.corpus.document import Found
from index.corpus.fields import Field, Value
from index.corpus.formats.exports import export_document, region_of
from index.corpus.markup import Block, Markup

_ARTICLE = re.compile(r"\barticle\b.*\b[a-z]{2}Article\b|\b[a-z]{2}Article\b.*\barticle\b")
_LABEL = re.compile(r"^(?:Dokument|Documento|Document|par|by|von|por|door)\s+", re.IGNORECASE)
_CODED = re.compile(r"^\s*\w+ : |\s+$")
"""A topic with its code: « gpol : Politique intérieure »."""
_LANGUAGE = re.compile(r"\b([a-z]{2})Article\b")
_CODES = frozenset(
    [
        "SE",
        "HD",
        "CLM",
        "BY",
        "CR",
        "WC",
        "PD",
        "ET",
        "SN",
        "SC",
        "NGC",
        "GC",
        "ED",
        "VOL",
        "ART",
        "PG",
        "LA",
        "CY",
        "LP",
        "TD",
        "CT",
        "CX",
        "RF",
        "CO",
        "IN",
        "NS",
        "RE",
        "IPC",
        "IPD",
        "PUB",
        "RST",
        "AN",
    ]
)
_CODE_FIELDS = {
    "SE": Field.SECTION,
    "CLM": Field.SECTION,
    "BY": Field.AUTHOR,
    "PD": Field.PUBLISHED,
    "SN": Field.SOURCE,
    "AN": Field.RECORD_ID,
    "NS": Field.TAGS,
    "PG": Field.PAGE,
    "ED": Field.EDITION,
    "LA": Field.LANGUAGE,
}


def documents_in(raw: str, markup: Markup) -> list[Found]:
    """The articles of an export; empty when the page is not an export."""
    inside = [block for block in markup.blocks if _number(block) is not None]
    found: list[Found] = []
    for _, group in groupby(inside, key=_number):
        blocks = list(group)
        coded = [block.text.strip() for block in blocks if block.text.strip() in _CODES]
        document = _coded(raw, blocks) if "HD" in coded else _ordered(raw, blocks)
        if document is not None:
            found.append(document)
    return found


def _number(block: Block) -> int | None:
    for element in block.path:
        if element.tag == "div" and _ARTICLE.search(element.get("class")):
            return element.number
    return None


def _language(block: Block) -> str | None:
    for element in block.path:
        match = _LANGUAGE.search(element.get("class"))
        if match:
            return match[1]
    return None


def _coded(raw: str, blocks: list[Block]) -> Found | None:
    rows: dict[str, list[Block]] = {}
    code = ""
    for block in blocks:
        if block.text.strip() in _CODES:
            code = block.text.strip()
            continue
        rows.setdefault(code, []).append(block)
    pairs: list[tuple[Field, Value]] = []
    for name, field in _CODE_FIELDS.items():
        if name in rows:
            value = " ".join(block.text for block in rows[name])
            if name == "PD" and "ET" in rows:
                value = f"{value} {rows['ET'][0].text}"
            if name == "NS":
                pairs.append((field, [_CODED.sub("", topic) for topic in value.split("|")]))
            else:
                pairs.append((field, _LABEL.sub("", value)))
    pairs.append((Field.LANGUAGE, _language(blocks[0])))
    body = [*rows.get("LP", []), *rows.get("TD", [])]
    return export_document(raw, region_of(blocks), title=rows.get("HD", []), body=body, pairs=pairs)


def _ordered(raw: str, blocks: list[Block]) -> Found | None:
    body = [block for block in blocks if block.has_class("articleParagraph")]
    title = [
        block
        for block in blocks
        if any(
            element.get("id") == "hd" or "Headline" in element.get("class")
            for element in block.path
        )
    ]
    if not body or not title:
        return None
    pairs: list[tuple[Field, Value]] = []
    authors = [block.text for block in blocks if block.has_class("author")]
    if authors:
        pairs.append((Field.AUTHOR, _LABEL.sub("", authors[0])))
    above = blocks[: blocks.index(title[0])]
    if len(above) == 1 and len(above[0].text.split()) <= 5:
        pairs.append((Field.SECTION, above[0].text))
    head = [block.text.strip() for block in blocks[: blocks.index(body[0])] if block not in title]
    length = next((at for at, line in enumerate(head) if is_length(line)), 0)
    pairs += head_pairs(head[length:])
    pairs.append((Field.LANGUAGE, _language(blocks[0])))
    last = len(blocks)
    for at, block in enumerate(blocks):
        number = DOCUMENT.fullmatch(block.text.strip())
        if number:
            pairs.append((Field.RECORD_ID, number["id"]))
            last = at
    begin = blocks.index(body[0])
    body = [
        block
        for block in blocks[begin:last]
        if block.has_class("articleParagraph") or _is_sentence(block.text)
    ]
    return export_document(raw, region_of(blocks), title=title, body=body, pairs=pairs)


def _is_sentence(text: str) -> bool:
    """Whether a text is a paragraph without its class, rather than the publisher's name at the end."""
    return len(text.split()) >= 6 and text.rstrip(' »”"')[-1:] in tuple(".!?…")
