"""Lays out an article as lines of a readable column, and knows the line of each character.

Lines are broken piece by piece, as far down as the reader looks, and styled when they are drawn. So the
first lines of a text of any length are there at once.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, overload

from textual.content import Content

from index.interface.accounts import kept_whole
from index.interface.days import interval
from index.interface.texts import Texts
from index.model.article import Article, Basis, TitleBasis
from index.model.text import Span
from tui.aside import Aside, asides_by_place, place_in_words
from tui.rendering import Mark, joined, styled, wrap, wrapped
from tui.stretches import Sign, Stretches

TEXT_COLUMN = 76
"""Cells of text in a line, at the most: what the eye reads without losing the next line."""
_LINES_KEPT = 512
"""Lines whose styled form is kept for the next drawing."""


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
    """Whether stretches that were set aside are shown in their place."""


class _TextLine(NamedTuple):
    """A line of the clean text: its start and end there."""

    start: int
    end: int
    style: str


class Sheet(Sequence[Content]):
    """The lines of an article: those laid out so far, each with its offset in the clean text."""

    def __init__(self, article: Article | None = None, layout: Layout | None = None) -> None:
        self._text = article.text if article else ""
        self._lines: list[Content | _TextLine] = []
        self._offsets: list[int] = []
        self._asides: list[int] = []
        # A title may stand at the end of a text but is drawn first: its lines are kept apart.
        self._title: list[tuple[int, int]] = []
        self._body: list[tuple[int, int]] = []
        self._whole = article is None
        self.lead = 0
        """Cells before the text in every line."""
        if article is not None and layout is not None:
            self.restyle(layout)
            column = max(8, min(TEXT_COLUMN, layout.width - layout.margin - 1))
            room = layout.width - layout.margin - column
            self._indent = max(0, room // 2) if room > 8 else 0
            self.lead = self._indent + layout.margin
            self._rest = self._laid_out(article, layout, column)

    def restyle(self, layout: Layout) -> None:
        """Gives the same lines other marks and signs."""
        self._margin_width = layout.margin
        self._stretches = Stretches(layout.marks, layout.signs)
        self._drawn = lru_cache(_LINES_KEPT)(self._draw)

    @property
    def whole(self) -> bool:
        """Whether the last line is laid out."""
        return self._whole

    @property
    def offsets(self) -> Sequence[int]:
        """Offset of the first character of each line; -1 for lines that hold no text of the article."""
        return self._offsets

    @property
    def asides(self) -> Sequence[int]:
        """The line on which each stretch begins that was set aside, where they are drawn."""
        return self._asides

    def unfold(self, lines: int | None = None, *, offset: int = -1) -> None:
        """Lays out at least so many lines, and as far as an offset of the text; without a number, all."""
        while not self._whole and (
            lines is None or len(self._lines) < lines or self._reached() <= offset
        ):
            if next(self._rest, None) is None:
                self._whole = True

    def line_of(self, offset: int) -> int:
        """The line on which a character of the clean text stands."""
        self.unfold(0, offset=offset)
        found = [
            places[at]
            for places in (self._title, self._body)
            if (at := bisect_right(places, offset, key=lambda place: place[0]) - 1) >= 0
        ]
        return max(found)[1] if found else 0

    def offset_at(self, line: int) -> int:
        """The first character at or below a line."""
        at = line
        while True:
            self.unfold(at + 1)
            if at >= len(self._offsets):
                break
            if self._offsets[at] >= 0:
                return self._offsets[at]
            at += 1
        return max((*self._title[-1:], *self._body[-1:]), default=(0, 0))[0]

    def __len__(self) -> int:
        return len(self._lines)

    @overload
    def __getitem__(self, at: int) -> Content: ...
    @overload
    def __getitem__(self, at: slice) -> list[Content]: ...
    def __getitem__(self, at: int | slice) -> Content | list[Content]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        line = self._lines[at]
        return line if isinstance(line, Content) else self._drawn(line)

    def _reached(self) -> int:
        """The offset up to which lines are laid out."""
        return self._body[-1][0] if self._body else -1

    def _draw(self, line: _TextLine) -> Content:
        start, end, style = line
        text = styled(self._text[start:end], self._stretches.marks(start, end), style)
        return joined(" " * self._indent, self._margin(start, end), text)

    def _margin(self, start: int, end: int) -> Content:
        signs: dict[str, str] = {}
        for sign in self._stretches.signs(start, end):
            signs.setdefault(sign.glyph, sign.style)
        shown: list[tuple[str, str]] = []
        room = self._margin_width - 1
        for glyph, style in signs.items():
            if len(glyph) <= room:
                shown.append((glyph, style))
                room -= len(glyph)
        return joined(" " * room if room else "", *shown, " ")

    def _laid_out(self, article: Article, layout: Layout, column: int) -> Iterator[bool]:
        """Lays out head and paragraphs, with the stretches set aside between them when asked; yields after each piece."""
        if article.title_span is not None:
            self._put_text(article.title_span, column, self._title, style="mark--title")
        else:
            self._put(wrapped(article.title, column, style="mark--title"))
        self._put(_facts(article, layout.t, column))
        asides = asides_by_place(article) if layout.asides else {}
        self._put_asides(asides.get(-1, ()), layout.t, column, above=True)
        yield True
        for number, paragraph in enumerate(article.paragraphs):
            self._put_text(paragraph, column, self._body)
            self._add(Content(""), -1)
            self._put_asides(asides.get(number, ()), layout.t, column, above=False)
            yield True

    def _put(self, lines: Sequence[Content]) -> None:
        """Adds lines that are no text of the article."""
        before = " " * self.lead
        for line in lines:
            self._add(joined(before, line) if line else line, -1)

    def _put_text(
        self, span: Span, column: int, places: list[tuple[int, int]], *, style: str = ""
    ) -> None:
        """Adds a stretch of the clean text, drawn with its marks and with the signs in its margin."""
        for line in wrap(span.of(self._text), column):
            start, end = span.start + line.start, span.start + line.end
            places.append((start, len(self._lines)))
            self._add(_TextLine(start, end, style), start)

    def _put_asides(self, asides: Sequence[Aside], t: Texts, column: int, *, above: bool) -> None:
        for aside in asides:
            self._asides.append(len(self._lines))
            words = place_in_words(t, aside, above=above)
            before = joined(" " * (self.lead - 1), ("┊ ", "mark--faint"))
            lines = wrapped(f"⌁ {words}", column - 1, style="mark--key")
            for part in aside.text.strip().splitlines():
                lines += wrapped(part.strip(), column - 1, style="mark--aside")
            for line in lines:
                self._add(joined(before, line), -1)
            self._add(Content(""), -1)

    def _add(self, line: Content | _TextLine, offset: int) -> None:
        self._lines.append(line)
        self._offsets.append(offset)


def lay_out(article: Article, layout: Layout) -> Sheet:
    """The whole article at once."""
    sheet = Sheet(article, layout)
    sheet.unfold()
    return sheet


def _facts(article: Article, t: Texts, column: int) -> list[Content]:
    """The facts between the title and the text."""
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
    lines = wrapped(" · ".join(facts), column, style="mark--muted")
    lines += wrapped(what_is_known(t, article), column, style="mark--faint")
    if article.modified.value and article.modified.value != article.published.value:
        changed = t("changed on {date}", date=t.moment(article.modified))
        lines += wrapped(changed, column, style="mark--faint")
    if whole := kept_whole(t, article):
        lines += wrapped(whole, column, style="mark--faint")
    if article.tags:
        lines += wrapped("# " + ", ".join(article.tags), column, style="mark--faint")
    lines.append(Content(""))
    if article.description:
        lines += wrapped(article.description, column, style="mark--warm")
        lines.append(Content(""))
    return lines


def what_is_known(t: Texts, article: Article) -> str:
    """Which facts the file states and which were inferred; the facts that it lacks are named, too."""
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
