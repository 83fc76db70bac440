"""Answers laid out in lines for a person at a terminal."""

from __future__ import annotations

import shutil
import textwrap
from typing import TYPE_CHECKING

from index.interface.copies_in_words import copies_told, origins_told
from index.model.found import COUNTED_FACETS, Facet
from index.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from index.cli.call import Call
    from index.model.article import Article
    from index.model.found import Excerpt, Hit, Page
    from index.model.text import Span

_WIDTH = 100
_FACET_ENTRIES = 10


def hit_lines(hit: Hit, call: Call) -> Iterator[str]:
    yield call.styled(hit.title, bold=True)
    source = hit.source or call.texts("source unknown")
    yield call.styled(f"  {source} · {call.texts.date(hit.published)} · {hit.id}", dim=True)
    if hit.copies:
        yield call.styled(f"  {visible(copies_told(hit.copies, call.texts))}", dim=True)
    for excerpt in hit.excerpts:
        yield "  " + _marked(excerpt, call)


def facet_lines(page: Page, call: Call) -> Iterator[str]:
    for facet in COUNTED_FACETS:
        entries = page.facet(facet)
        if not entries:
            continue
        yield call.styled(call.texts(facet_label(facet)), bold=True)
        for entry in entries[:_FACET_ENTRIES]:
            name = entry.name or call.texts("not stated")
            line = f"  {entry.articles:>6}  {call.styled(name)}"
            if entry.origins is not None and entry.origins < entry.articles:
                line += call.styled(f" ({origins_told(entry.origins, call.texts)})", dim=True)
            yield line
        values = next(counts.values for counts in page.facets if counts.facet is facet)
        if values > _FACET_ENTRIES:
            more = values - _FACET_ENTRIES
            yield "          " + call.texts.count("… and {n} more", "… and {n} more", more)


def facet_label(facet: Facet) -> str:
    """The English heading of a facet, for the catalogue."""
    return {
        Facet.PERSON: "People",
        Facet.ORGANISATION: "Organisations",
        Facet.PLACE: "Places",
        Facet.EQUIPMENT: "Equipment",
        Facet.EVENT: "Events",
        Facet.GROUP: "Groups",
        Facet.OTHER: "Others",
        Facet.SOURCE: "Sources",
        Facet.AUTHOR: "Authors",
        Facet.TAG: "Tags",
        Facet.YEAR: "Years",
        Facet.MONTH: "Months",
        Facet.SECTION: "Sections",
        Facet.PAGE: "Pages",
        Facet.LANGUAGE: "Languages",
        Facet.EDITION: "Editions",
        Facet.RECORD: "Records",
    }[facet]


def header_lines(article: Article, call: Call) -> Iterator[str]:
    """The article's metadata, with what was inferred marked as such."""
    texts = call.texts
    if article.title_basis.value == "stated":
        yield call.styled(article.title, bold=True)
    else:
        yield call.styled(article.title, dim=True) + " " + texts("(first words; no title stated)")
    fields = [
        ("Source", article.source),
        ("Author", article.author),
        ("Published", texts.moment(article.published)),
        ("Changed", texts.moment(article.modified) if article.modified.value else None),
        ("Address", article.url),
        ("Section", article.section),
        *((name, value) for name, value in _rarer(article) if value),
        ("Tags", ", ".join(article.tags) or None),
        ("Summary", article.description),
        ("File", article.path),
    ]
    for label, value in fields:
        yield f"{texts(label) + ' :' if texts.language == 'fr' else texts(label) + ':':<13} " + (
            call.styled(" ".join(value.splitlines())) if value else call.styled("—", dim=True)
        )


def _rarer(article: Article) -> tuple[tuple[str, str | None], ...]:
    """What few files state: shown only where it is."""
    language = article.language if article.language not in (None, "fr") else None
    return (
        ("Page", article.page),
        ("Edition", article.edition),
        ("Language", language),
        ("Record", article.record_id),
    )


def paragraphs(text: str, spans: Iterable[Span]) -> Iterator[str]:
    """Each paragraph wrapped for reading, an empty line after it."""
    for start, end in spans:
        yield from textwrap.wrap(
            visible(text[start:end]), _reading_width(), break_on_hyphens=False
        ) or [""]
        yield ""


def shortened(text: str, width: int = 70) -> str:
    """One line of at most `width` characters, cut at a word."""
    return textwrap.shorten(text, width, placeholder="…")


def _marked(excerpt: Excerpt, call: Call) -> str:
    parts, at = [], 0
    for start, end in excerpt.matches:
        parts.append(call.styled(excerpt.text[at:start]))
        parts.append(call.styled(excerpt.text[start:end], bold=True, fg="yellow"))
        at = end
    parts.append(call.styled(excerpt.text[at:]))
    before = "" if excerpt.text[:1].isupper() else "…"
    after = "" if excerpt.text.rstrip().endswith((".", "»", "!", "?", "…", '"')) else "…"
    return before + "".join(parts).strip() + after


def _reading_width() -> int:
    return min(_WIDTH, shutil.get_terminal_size().columns)
