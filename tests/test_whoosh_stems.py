"""Stems for Whoosh: the fast way gives just what its own stemmer gives."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from whoosh.lang import stemmer_for_language

from index.search.whoosh_stems import whoosh_stems

_EXACT = stemmer_for_language("fr")
_ENDINGS = ["issement", "issements", "atrice", "ateur", "ations", "ence", "logie", "usion", "ité", "ives", "if", "eux", "euse", "amment", "emment", "ment", "euses", "eaux", "aux", "ière", "ions", "e", "s", "t", "er", "ées", "ait", "ant", "oux", "aise", "ivement", "ablement", "iques", "istes", "icatrice", "icité", "èrement", "nément", "y"]  # fmt: skip


@given(
    st.lists(
        st.tuples(
            st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyzàâéèêëïîôöûùüçœ"), max_size=8),
            st.sampled_from(["", *_ENDINGS]),
        ).map("".join),
        max_size=30,
    )
)
def test_the_stems_are_those_of_whoosh(words: list[str]) -> None:
    assert whoosh_stems(words) == [_EXACT(word) for word in words]


@pytest.mark.parametrize(
    "word",
    [
        "française",
        "bijoux",
        "héroïque",
        "laïcité",
        "indicatrice",
        "momentanément",
        "nier",
        "niait",
        "yanis",
        "calais",
        "été",
        "genoux",
        "patiemment",
        "évidemment",
        "manifestations",
        "gouvernement",
        "élus",
        "œuvre",
        "2023",
        "124,7",
        "nie",
        "éd",
        "loy",
        "a380",
        "ès",
    ],
)
def test_words_of_which_the_two_may_differ(word: str) -> None:
    assert whoosh_stems([word]) == [_EXACT(word)]


def test_short_words_have_the_stems_of_whoosh() -> None:
    letters = "abcdeilnostuxyzéèêçœ"
    words = ["".join(found) for size in (1, 2, 3) for found in product(letters, repeat=size)]
    assert whoosh_stems(words) == [_EXACT(word) for word in words]
