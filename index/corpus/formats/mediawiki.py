"""Dumps of wikis (MediaWiki's XML export, Wikinews among them): an article a page, its wikitext as it is shown.

Structure after the schema of MediaWiki's exports (export-0.10 and 0.11). Of a page with several versions
the last one is read; talk, pictures, templates and redirections are told and no articles.
"""

from __future__ import annotations

import html
import re
from collections import defaultdict
from collections.abc import Iterator

from index.corpus.document import Found, Lost
from index.corpus.fields import Field, Value
from index.corpus.formats.records import Cell, document_of
from index.corpus.formats.wikitext import shown, stated_date
from index.corpus.strand import Strand, Weaver
from index.corpus.xml import Node, plain_text
from index.model.article import Loss
from index.model.text import Span

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|\w{2,31});")
_REDIRECTION = re.compile(r"\s*#\s*REDIRE[A-Z]*\b", re.IGNORECASE)
BESIDE = "Talk, pictures, templates and redirections of a wiki are no articles."
EARLIER = "Earlier versions of a page are left out."


def pages(raw: str, tree: Node) -> Iterator[Found]:
    """The articles of a dump, and what was passed over."""
    site = plain_text(raw, tree.first("siteinfo", "sitename"))
    passed: defaultdict[str, list[Span]] = defaultdict(list)
    for page in tree.all("page"):
        versions = page.all("revision")
        text = next(iter(versions[-1].all("text")), None) if versions else None
        title = next(iter(page.all("title")), None)
        passed[EARLIER] += [Span(one.start, one.end) for one in versions[:-1]]
        strand = _resolved(raw, text) if text is not None else Strand("", ())
        space = plain_text(raw, next(iter(page.all("ns")), None))
        if space not in (None, "0") or page.all("redirect") or _REDIRECTION.match(strand.text):
            passed[BESIDE].append(Span(page.start, page.end))
            continue
        cells = [Cell(Field.TITLE, _resolved(raw, title))] if title is not None else []
        seen = shown(strand)
        if not seen.text.strip():
            yield Lost(
                Loss.WITHOUT_TEXT, "It has a head and no text.", plain_text(raw, title) or ""
            )
            continue
        cells.append(Cell(Field.TEXT, seen))
        pairs: list[tuple[Field, Value]] = [
            (Field.SOURCE, site),
            (Field.RECORD_ID, plain_text(raw, next(iter(page.all("id")), None))),
            (Field.PUBLISHED, stated_date(strand.text)),
            (Field.KEPT, plain_text(raw, next(iter(versions[0].all("timestamp")), None))),
        ]
        document = document_of(raw, Span(page.start, page.end), cells=cells, pairs=pairs)
        if document is not None:
            yield document
    for reason, spans in passed.items():
        if spans:
            yield Lost(Loss.REMARK, reason, "", len(spans), tuple(spans))


def _resolved(raw: str, node: Node) -> Strand:
    """The text of an element with its line ends, and the characters that its entities stand for."""
    weaver = Weaver()
    for child in node.children:
        if not isinstance(child, Span):
            continue
        at = child.start
        for match in _ENTITY.finditer(raw, child.start, child.end):
            weaver.take(raw[at : match.start()], at)
            weaver.put(html.unescape(match.group()), match.start(), match.end())
            at = match.end()
        weaver.take(raw[at : child.end], at)
    return weaver.strand()
