"""A look at a whole text never hides what a line of it needs: repairs and plain letters."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from index.corpus.cleaning.letters import may_be_roundabout, plain_letters
from index.corpus.cleaning.lines import Line, split_lines
from index.corpus.cleaning.mojibake import may_be_garbled, repair_mojibake

_PIECES = st.sampled_from(
    ["Le port", "e\u0301te\u0301", "ﬁn", "co\u00adopération", "&eacute;té", "A & B", "ｆ", "l\u02bcété", "a\u200bb", "dÃ©fense", "Ã", "œ", "Ž", "«\u00a0»", "😀", "\n", "&", "\ufeff"]
) | st.text(max_size=4)  # fmt: skip


@given(st.lists(_PIECES, max_size=8).map(" ".join))
@example("Le co\u00adût\nde la dÃ©fense")
def test_what_a_line_needs_its_text_shows(text: str) -> None:
    for line in split_lines(text):
        if not may_be_garbled(text):
            assert repair_mojibake(line) == line
        if not may_be_roundabout(text):
            assert plain_letters(line) == line


@given(st.text(max_size=12))
def test_each_letter_alone(text: str) -> None:
    line = Line(text, 0, len(text))
    assert may_be_roundabout(text) or plain_letters(line) == line
