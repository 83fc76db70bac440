"""Lines keep every character, break where French may break, and let nothing act on the terminal."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from invented import make_article
from rich.cells import cell_len

from index.interface.texts import texts_for
from index.model.article import Basis, DateValue, TitleBasis
from tui.rendering import (
    Mark,
    at_most,
    bar,
    fitted,
    joined,
    sparkline,
    spread,
    styled,
    thin_bar,
    visible,
    wrap,
    wrapped,
)
from tui.sheet import what_is_known

TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Mn", "Me", "Cn", "Co")), max_size=120
)


EMOJI = (
    "👨‍👩‍👧", "👩🏽‍🚒", "🏳️‍🌈", "❤️‍🔥", "👁️‍🗨️", "🧑‍🤝‍🧑", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "👍🏽", "🇫🇷", "🐻‍❄️",
)  # fmt: skip
"""Signs of several characters: joined, tinted, flags of letters and of tags."""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[/b] [sic] [red]x[/red]", "[/b] [sic] [red]x[/red]"),
        ("\x1b[31mrouge\x07", "␛[31mrouge␇"),
        ("a\u202eb\u202c", "a\ufffdb\ufffd"),
        ("a\u200bb\u00adc", "a·b·c"),
        ("une\nligne\tici", "une ligne ici"),
        *((sign, sign) for sign in EMOJI),
        ("a\u200db \u200d", "a\ufffdb \ufffd"),
        ("« l’œil »\u202f!", "« l’œil »\u202f!"),
    ],
)
def test_what_would_act_becomes_a_sign(text: str, expected: str) -> None:
    assert visible(text) == expected
    assert styled(text).plain == expected


@pytest.mark.parametrize("sign", EMOJI)
@pytest.mark.parametrize("width", [2, 3, 5, 40])
def test_an_emoji_of_several_parts_stays_one_sign_and_within_the_line(
    sign: str, width: int
) -> None:
    text = f"{sign * 7} mot {sign}"
    pieces = [text[line.start : line.end] for line in wrap(visible(text), width)]
    assert all(cell_len(piece) <= max(3, width) for piece in pieces)
    assert "".join(pieces).count(sign) == 8
    fits = fitted(joined(("  ", ""), text), width)
    assert fits.cell_length == width


@given(TEXTS)
@example("a\U000e0001b")
def test_a_visible_text_is_as_long_and_holds_no_control(text: str) -> None:
    seen = visible(text)
    assert len(seen) == len(text)
    held = "\ufffd\u200d"
    assert all(char.isprintable() or char.isspace() for char in seen if char not in held)
    assert "\x1b" not in seen and "\n" not in seen


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("un deux trois", 7, ["un deux", "trois"]),
        ("il dit « oui » et part", 12, ["il dit", "« oui » et", "part"]),
        ("est-ce vrai ? Non", 12, ["est-ce", "vrai ? Non"]),
        ("M. Dupont\u00a0: « ah »", 9, ["M.", "Dupont\u00a0:", "« ah »"]),
        ("politico-militaire", 10, ["politico-", "militaire"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("un\n\ndeux", 10, ["un", "", "deux"]),
        ("", 10, [""]),
        ("漢字漢字", 4, ["漢字", "漢字"]),
    ],
)
def test_lines_break_where_french_may_break(text: str, width: int, expected: list[str]) -> None:
    assert [text[line.start : line.end] for line in wrap(text, width)] == expected


@given(TEXTS, st.integers(1, 40))
def test_no_line_is_too_wide_and_nothing_but_space_is_lost(text: str, width: int) -> None:
    text = visible(text)
    lines = wrap(text, width)
    shown = "".join(text[line.start : line.end] for line in lines)
    assert shown.replace(" ", "") == text.replace(" ", "")
    for line in lines:
        piece = text[line.start : line.end].rstrip(" ")
        assert cell_len(piece) <= max(width, 2) or len(piece) == 1
    assert all(one.end <= two.start for one, two in pairwise(lines))


@pytest.mark.parametrize(
    ("most", "width", "expected"),
    [
        (3, 6, ["un", "deux", "trois"]),
        (2, 6, ["un", "deux…"]),
        (2, 4, ["un", "deu…"]),
        (1, 6, ["un…"]),
    ],
)
def test_lines_that_have_no_room_leave_an_ellipsis(
    most: int, width: int, expected: list[str]
) -> None:
    lines = [styled(text) for text in ("un", "deux", "trois")]
    assert [line.plain for line in at_most(lines, most, width)] == expected


def test_marks_stay_on_their_words_over_a_line_end() -> None:
    lines = wrapped("alpha bêta gamma", 11, [Mark(6, 16, "mark--match")])
    marked = [line.plain[span.start : span.end] for line in lines for span in line.spans]
    assert marked == ["bêta", "gamma"]


@pytest.mark.parametrize(
    ("share", "expected", "thin"),
    [(0, "", ""), (1, "████", "━━━━"), (0.5, "██", "━━"), (0.01, "▏", "╸"), (2, "████", "━━━━")],
)
def test_bars_tell_shares(share: float, expected: str, thin: str) -> None:
    assert bar(share, 4) == expected
    assert thin_bar(share, 4) == thin


def test_a_sparkline_shows_nothing_as_the_lowest_line() -> None:
    assert sparkline([0, 1, 7, 14]) == "▁▂▅█"
    assert sparkline([0, 0]) == "▁▁"


def test_two_pieces_never_touch() -> None:
    assert spread(styled("une source longue"), styled("2023"), 12).plain == "une so… 2023"


@pytest.mark.parametrize(
    ("title", "published", "expected"),
    [
        (TitleBasis.STATED, ("2023-01-17", Basis.STATED), "indiqué : titre, source, date"),
        (
            TitleBasis.FIRST_WORDS,
            ("2023-01", Basis.INFERRED),
            "indiqué : source · ~ déduit : titre, ses premiers mots, date (janv. 2023)",
        ),
        (TitleBasis.STATED, (None, Basis.NONE), "indiqué : titre, source"),
    ],
)
def test_the_head_says_what_is_stated_and_what_is_inferred(
    title: TitleBasis, published: tuple[str | None, Basis], expected: str
) -> None:
    value, basis = published
    date = DateValue(value, "2023-01-01", "2023-01-31", basis) if value else DateValue()
    article = replace(make_article("quai-a"), title_basis=title, published=date)
    assert what_is_known(texts_for("fr"), article).replace("\u00a0", " ") == expected
