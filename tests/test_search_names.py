"""Many names at once find what reading each of them would."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from index.search.name_lookup import Names, holds_words
from index.text.tokens import tokenize

PIECES = st.sampled_from(
    ["F", "16", "F-16", "F16", "d'", "l’", "Israël", "israel", "Benny", "Gantz", "aujourd'hui", " ",
     "-", "25 000", "œil", "Œ", "É", "e\u0301", "_", "\0", "\n", "½", "²", "İ", "ß", "12e", "ﬁ", "א"]
) | st.text(max_size=3)  # fmt: skip
NAMES = st.lists(PIECES, max_size=6).map("".join)


@given(st.lists(st.tuples(st.integers(0, 4), NAMES), max_size=8), NAMES)
@example([(0, "des F-16 du Maroc")], "F 16")
@example([(2, "Marocain")], "maroc")
@example([(0, "les 25 000 de la Sourle")], "25.000")
@example([(0, "aujourd'huiF")], "F")
@example([(1, "Benny"), (1, "Gantz")], "Benny Gantz")
def test_the_same_owners_as_by_reading_every_name(
    names: list[tuple[int, str]], sought: str
) -> None:
    words = [token.folded for token in tokenize(sought)]
    if not words:
        assert Names(names).holding(words) == []
        return
    wanted = " ".join(words)
    read = {owner for owner, name in names if holds_words(name.replace("\0", " "), wanted)}
    assert Names(names).holding(words) == sorted(read)


@pytest.mark.parametrize(
    ("words", "owners"),
    [
        (("gantz",), [0, 3]),
        (("benny", "gantz"), [0]),
        (("16",), []),
        (("f16",), [2]),
        (("an",), []),
    ],
)
def test_who_bears_a_name(words: tuple[str, ...], owners: list[int]) -> None:
    names = Names([(0, "Benny Gantz"), (3, "GANTZ"), (2, "F-16 Viper"), (1, "Aviv Kohavi")])
    assert names.holding(words) == owners
