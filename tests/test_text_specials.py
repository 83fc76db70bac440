"""Words that are cut from signs: found from their first sign, and only those with letters when marked."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.text.index_words import TELEPHONE, lettered, specials


def _texts(text: str, spans: list[tuple[int, int]]) -> list[str]:
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("text", "every", "with_letters"),
    [
        ("La S.N.C.F. à 16:30", ["S.N.C.F.", "16:30"], ["S.N.C.F."]),
        ("les étudiant·e·s, 50 %", ["étudiant·e·s", "%"], ["étudiant·e·s"]),
        ("n° 12, au 06 12 34 56 78", ["n°", "06 12 34 56 78"], ["n°"]),
        ("au 0800 123 456 ou 0033", ["0800 123 456"], []),
        ("06 12 34 56 78, 01.23.45.67.89", ["06 12 34 56 78", "01.23.45.67.89"], []),
        ("2006 12 34 56 78", [], []),
        ("106 12 34 56 78 06 12 34 56 78", ["06 12 34 56 78"], []),
        ("les agriculteur.rice.s", ["agriculteur.rice.s"], ["agriculteur.rice.s"]),
    ],
)
def test_words_of_signs(text: str, every: list[str], with_letters: list[str]) -> None:
    assert _texts(text, specials(text)) == every
    assert _texts(text, lettered(text)) == with_letters


_SIGNS = st.text(st.sampled_from("0167 .,-a\u00a0"), max_size=8)
_NUMBERS = st.sampled_from(("06 12 34 56 78", "0800 123 456", "01.23.45.67.89"))


@given(_SIGNS, _NUMBERS, _SIGNS)
def test_a_telephone_number_follows_no_word(before: str, number: str, after: str) -> None:
    text = f"{before}{number}{after}"
    found = [
        (start, end) for start, end in specials(text) if re.fullmatch(TELEPHONE, text[start:end])
    ]
    for start, _ in found:
        assert not start or not text[start - 1].isalnum()
    if not before and not after:
        assert _texts(text, found) == [number]
