"""A text of any length: its first lines stand at once, and all of it is where it would be."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented import make_article
from invented_library import InventedLibrary
from rich.cells import cell_len
from room import arrived, make_room, part, picture, until

import tui.sheet
from index.interface.texts import texts_for
from index.model.article import Article, ArticleId
from index.model.text import Piece, Span
from tui.marks import reading_marks, reading_signs
from tui.rendering import _NARROW, Mark, wrap
from tui.screens.reading_screen import ReadingScreen
from tui.sheet import Layout, Sheet, lay_out
from tui.stretches import Sign, Stretches
from tui.widgets.article_paper import ArticlePaper

PARAGRAPHS = 9000


def long_article(id: str = "quai-a", *, paragraphs: int = PARAGRAPHS) -> Article:
    """Of a megabyte and more; the last paragraph alone holds « phare »."""
    article = make_article(id)
    body = [
        f"Paragraphe {number}, sur le quai Est de Nador, que Salma Hadari a visité lundi avec des "
        "pêcheurs qui demandent encore un abri contre la houle et un portique pour la grue."
        for number in range(paragraphs - 1)
    ] + ["Le phare est à la fin."]
    text, spans = article.title, []
    parts = [text]
    at = len(text) + 2
    for one in body:
        spans.append(Span(at, at + len(one)))
        at += len(one) + 2
    text = "\n\n".join([*parts, *body])
    return replace(
        article,
        text=text,
        paragraphs=tuple(spans),
        pieces=(Piece(0, len(text), 0, len(text)),),
        set_aside=(),
        set_aside_texts=(),
        annotations=replace(
            article.annotations, mentions=(), quotes=(), sentences=tuple((*s,) for s in spans)
        ),
    )


def layout(width: int, article: Article, *, asides: bool = False) -> Layout:
    return Layout(
        width=width,
        t=texts_for("fr"),
        marks=reading_marks(article, ()),
        signs=reading_signs(article, ()),
        asides=asides,
    )


@pytest.mark.parametrize("width", [20, 50, 80, 200])
@pytest.mark.parametrize("step", [1, 7])
@pytest.mark.parametrize("at_end", [False, True])
def test_step_by_step_comes_to_the_same(width: int, step: int, at_end: bool) -> None:
    article = make_article("quai-a")
    if at_end:  # a title that stands below its text
        article = replace(article, title_span=Span(len(article.text) - 5, len(article.text)))
    whole = lay_out(article, layout(width, article, asides=True))
    sheet = Sheet(article, layout(width, article, asides=True))
    while not sheet.whole:
        sheet.unfold(len(sheet) + step)
    assert list(sheet) == list(whole) and list(sheet.offsets) == list(whole.offsets)
    assert sheet.asides == whole.asides
    for offset in range(0, len(article.text), 3):
        fresh = Sheet(article, layout(width, article, asides=True))
        assert fresh.line_of(offset) == whole.line_of(offset)
    for line in range(len(whole)):
        fresh = Sheet(article, layout(width, article, asides=True))
        assert fresh.offset_at(line) == whole.offset_at(line)


def test_a_character_stands_on_its_line() -> None:
    article = make_article("quai-a")
    sheet = lay_out(article, layout(60, article))
    for paragraph in article.paragraphs:
        for offset in range(paragraph.start, paragraph.end):
            line = sheet.line_of(offset)
            start = sheet.offsets[line]
            seen = sheet[line].plain[sheet.lead :]
            assert 0 <= offset - start <= len(seen)
            if offset - start < len(seen):
                assert seen[offset - start] == article.text[offset]


def test_the_first_lines_do_not_wait_for_the_last(monkeypatch: pytest.MonkeyPatch) -> None:
    article = long_article()
    wrapped: list[int] = []

    def counted(text: str, width: int) -> object:
        wrapped.append(len(text))
        return wrap(text, width)

    monkeypatch.setattr(tui.sheet, "wrap", counted)
    sheet = Sheet(article, layout(80, article))
    sheet.unfold(100)
    assert 100 <= len(sheet) < 110 and sum(wrapped) < 10_000
    sheet.unfold(50)
    assert len(sheet) < 110 and not sheet.whole
    assert sheet.line_of(article.paragraphs[200].start) >= 600
    assert sum(wrapped) < 50_000
    sheet.unfold()
    assert sheet.whole and len(wrapped) == PARAGRAPHS + 1


@given(
    st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 600)), max_size=12),
    st.integers(0, 2000),
    st.integers(0, 300),
)
def test_marks_are_found_by_place(made: list[tuple[int, int]], start: int, length: int) -> None:
    marks = [Mark(at, at + size, f"s{number}") for number, (at, size) in enumerate(made)]
    signs = [Sign(at, "x", f"s{number}") for number, (at, _) in enumerate(made)]
    end = start + length
    held = Stretches(marks, signs)
    assert list(held.marks(start, end)) == [
        Mark(max(0, mark.start - start), min(end, mark.end) - start, mark.style)
        for mark in marks
        if mark.start < mark.end and mark.start < end and mark.end > start
    ]
    assert list(held.signs(start, end)) == [
        sign for sign in signs if start <= sign.offset < end or sign.offset == start == end
    ]


def test_what_is_not_measured_fills_a_cell() -> None:
    narrow = [chr(code) for code in range(32, 0x3000) if _NARROW.fullmatch(chr(code))]
    assert len(narrow) > 300 and {"é", "œ", "’", "«", "\u202f"} <= {*narrow}
    assert all(cell_len(char) == 1 for char in narrow)


@pytest.mark.parametrize("piece", ["a", "é", "日", "e\u0301"])
def test_a_word_as_long_as_a_text_is_cut_line_by_line(piece: str) -> None:
    text = piece * 30_000
    lines = wrap(text, 60)
    assert "".join(text[line.start : line.end] for line in lines) == text
    assert {line.end - line.start for line in lines[:-1]} == {
        {"a": 60, "é": 60, "日": 30, "e\u0301": 120}[piece]
    }


async def test_a_very_long_article_is_read_at_once() -> None:
    library = InventedLibrary()
    library.articles[ArticleId("quai-a")] = article = long_article(paragraphs=3000)
    async with make_room(library).run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        await pilot.press(*"phare", "enter", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReadingScreen))
        paper = part(pilot, "#text", ArticlePaper)
        await until(pilot, lambda: "Paragraphe 0," in picture(pilot))
        # To a match at the end, wherever the laying out has come to.
        await pilot.press("home", "n")
        await until(pilot, lambda: "Le phare est à la fin." in picture(pilot))
        assert paper.here == paper.matches[0]
        await pilot.press("home")
        await until(pilot, lambda: "Paragraphe 0," in picture(pilot))
        await pilot.press("end")
        await until(pilot, lambda: "Le phare est à la fin." in picture(pilot))
        assert paper.sheet.whole and paper.virtual_size.height == len(paper.sheet)
        assert paper.sheet.offset_at(paper.top) <= article.paragraphs[-1].start


async def test_the_rest_is_laid_out_while_the_reader_reads() -> None:
    library = InventedLibrary()
    library.articles[ArticleId("quai-a")] = long_article(paragraphs=800)
    async with make_room(library).run_test(size=(80, 24)) as pilot:
        await arrived(pilot)
        await pilot.press(*"phare", "enter", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReadingScreen))
        paper = part(pilot, "#text", ArticlePaper)
        await until(pilot, lambda: paper.sheet.whole and len(paper.sheet) > 2400)
        assert paper.virtual_size.height == len(paper.sheet)
        assert "Paragraphe 0," in picture(pilot)


async def test_title_and_text_belong_together_while_one_is_awaited() -> None:
    library, may_go_on = InventedLibrary(), threading.Event()
    article = library.article

    def slow(id: ArticleId) -> Article:
        if id == "quai-b" and slow_now:
            may_go_on.wait(30)
        return article(id)

    slow_now = False
    library.article = slow  # type: ignore[method-assign]
    try:
        async with make_room(library).run_test(size=(120, 40)) as pilot:
            await arrived(pilot)
            await pilot.press(*"quai", "enter", "enter")
            await until(pilot, lambda: isinstance(pilot.app.screen, ReadingScreen))
            await until(pilot, lambda: "rouvrira le 3 mars" in picture(pilot))
            slow_now = True
            await pilot.press("right")
            await until(pilot, lambda: "Chargement" in picture(pilot))
            seen = picture(pilot)
            assert "quai-b" in seen and "rouvrira le 3 mars" not in seen and "quai-a" not in seen
            may_go_on.set()
            await until(pilot, lambda: "attendent leur montage" in picture(pilot))
            assert "quai-b.txt" in picture(pilot)
    finally:
        may_go_on.set()
