"""Lays an article out as lines in a readable column, and knows where each character came to stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from textual.content import Content

from index.interface.days import interval
from index.interface.texts import Texts
from index.model.article import Article, Basis, TitleBasis
from index.model.text import Span
from tui.aside import Aside, asides_by_place, place_in_words
from tui.rendering import Mark, joined, styled, wrap, wrapped

TEXT_COLUMN = 76
"""Cells of text in a line, at the most: what the eye reads without losing the next line."""


class Sign(NamedTuple):
    """A glyph for the margin of the line where an offset of the text stands."""

    offset: int
    glyph: str
    style: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """The drawn lines, with the offset in the clean text at which each begins."""

    lines: tuple[Content, ...] = ()
    offsets: tuple[int, ...] = ()
    """Offset of the first character of each line; -1 for lines that hold no text of the article."""
    lead: int = 0
    """Cells before the text in every line."""
    asides: tuple[int, ...] = ()
    """The line on which each stretch begins that was set aside, where they are drawn."""
    _text_lines: tuple[int, ...] = field(default=(), repr=False)
    _text_offsets: tuple[int, ...] = field(default=(), repr=False)

    def line_of(self, offset: int) -> int:
        """The line on which a character of the clean text stands."""
        at = bisect_right(self._text_offsets, offset) - 1
        return self._text_lines[at] if 0 <= at < len(self._text_lines) else 0

    def offset_at(self, line: int) -> int:
        """The first character at or below a line."""
        for offset in self.offsets[line:]:
            if offset >= 0:
                return offset
        return self._text_offsets[-1] if self._text_offsets else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How a sheet is to be drawn."""

    width: int
    t: Texts
    marks: tuple[Mark, ...] = ()
    signs: tuple[Sign, ...] = ()
    margin: int = 3
    """Cells for glyphs before the text; one of them stays empty."""
    asides: bool = False
    """Whether what was set aside stands in its place."""


def lay_out(article: Article, layout: Layout) -> Sheet:
    """The whole article: head, paragraphs, and between them what was set aside when asked."""
    page = _Page(layout)
    _head(article, page)
    asides = asides_by_place(article) if layout.asides else {}
    page.put_asides(asides.get(-1, ()), above=True)
    for number, paragraph in enumerate(article.paragraphs):
        page.put_text(article.text, paragraph)
        page.blank()
        page.put_asides(asides.get(number, ()), above=False)
    return page.sheet()


def _head(article: Article, page: _Page) -> None:
    t = page.layout.t
    if article.title_span is not None:
        page.put_text(article.text, article.title_span, style="mark--title")
    else:
        page.put(wrapped(article.title, page.column, style="mark--title"))
    source = article.source or t("source not stated")
    facts = [source, t.moment(article.published)]
    if article.author:
        facts.append(article.author)
    if article.section:
        facts.append(article.section)
    if article.page:
        facts.append(t("p. {page}", page=article.page))
    if article.edition:
        facts.append(article.edition)
    if article.language and article.language != "fr":
        facts.append(t("in {language}", language=t.language_name(article.language)))
    page.put(wrapped(" · ".join(facts), page.column, style="mark--muted"))
    page.put(wrapped(what_is_known(t, article), page.column, style="mark--faint"))
    if article.modified.value and article.modified.value != article.published.value:
        changed = t("changed on {date}", date=t.moment(article.modified))
        page.put(wrapped(changed, page.column, style="mark--faint"))
    if article.tags:
        page.put(wrapped("# " + ", ".join(article.tags), page.column, style="mark--faint"))
    page.blank()
    if article.description:
        page.put(wrapped(article.description, page.column, style="mark--warm"))
        page.blank()


def what_is_known(t: Texts, article: Article) -> str:
    """Which facts the file states, and which were inferred; what it lacks is told with the facts."""
    published = article.published
    stated = {
        t("title"): article.title_basis is TitleBasis.STATED,
        t("source"): article.source is not None,
        t("date"): published.basis is Basis.STATED,
        t("author"): article.author is not None,
    }
    inferred = []
    if article.title_basis is TitleBasis.FIRST_WORDS:
        inferred.append(t("title from its first words"))
    if published.basis is Basis.INFERRED:
        when = interval(t, published.earliest, published.latest)
        inferred.append(t("date ({when})", when=when))
    names = ", ".join(name for name, known in stated.items() if known)
    facts = [
        t("stated: {facts}", facts=names) if names else "",
        t("~ inferred: {facts}", facts=", ".join(inferred)) if inferred else "",
    ]
    return " · ".join(fact for fact in facts if fact)


class _Page:
    """A sheet in the making."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.column = max(8, min(TEXT_COLUMN, layout.width - layout.margin - 1))
        room = layout.width - layout.margin - self.column
        self._indent = max(0, room // 2) if room > 8 else 0
        self._lines: list[Content] = []
        self._offsets: list[int] = []
        self._asides: list[int] = []

    def sheet(self) -> Sheet:
        text = [(line, offset) for line, offset in enumerate(self._offsets) if offset >= 0]
        # A title may stand at the end of a text but is drawn first: search in order of offset.
        text.sort(key=lambda pair: pair[1])
        return Sheet(
            lines=tuple(self._lines),
            offsets=tuple(self._offsets),
            lead=self._indent + self.layout.margin,
            asides=tuple(self._asides),
            _text_lines=tuple(line for line, _ in text),
            _text_offsets=tuple(offset for _, offset in text),
        )

    def blank(self) -> None:
        self._add(Content(""), -1)

    def put(self, lines: Sequence[Content]) -> None:
        """Lines that are no text of the article."""
        before = " " * (self._indent + self.layout.margin)
        for line in lines:
            self._add(joined(before, line), -1)

    def put_text(self, text: str, span: Span, *, style: str = "") -> None:
        """A stretch of the clean text, with its marks and the signs in its margin."""
        piece = span.of(text)
        marks = [
            Mark(mark.start - span.start, mark.end - span.start, mark.style)
            for mark in self.layout.marks
            if mark.start < span.end and mark.end > span.start
        ]
        content = styled(piece, marks, style)
        for line in wrap(piece, self.column):
            start, end = span.start + line.start, span.start + line.end
            self._add(
                joined(
                    " " * self._indent, self._margin(start, end), content[line.start : line.end]
                ),
                start,
            )

    def put_asides(self, asides: Sequence[Aside], *, above: bool) -> None:
        for aside in asides:
            self._asides.append(len(self._lines))
            words = place_in_words(self.layout.t, aside, above=above)
            before = joined(" " * (self._indent + self.layout.margin - 1), ("┊ ", "mark--faint"))
            lines = wrapped(f"⌁ {words}", self.column - 1, style="mark--key")
            for part in aside.text.strip().splitlines():
                lines += wrapped(part.strip(), self.column - 1, style="mark--aside")
            for line in lines:
                self._add(joined(before, line), -1)
            self.blank()

    def _margin(self, start: int, end: int) -> Content:
        width = self.layout.margin
        signs: dict[str, str] = {}
        for sign in self.layout.signs:
            if start <= sign.offset < end or (sign.offset == end and start == end):
                signs.setdefault(sign.glyph, sign.style)
        shown: list[tuple[str, str]] = []
        room = width - 1
        for glyph, style in signs.items():
            if len(glyph) <= room:
                shown.append((glyph, style))
                room -= len(glyph)
        return joined(" " * room if room else "", *shown, " ")

    def _add(self, line: Content, offset: int) -> None:
        self._lines.append(line)
        self._offsets.append(offset)
