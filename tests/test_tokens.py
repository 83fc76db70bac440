"""Words of French text: one table, since every other room counts on these rules."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.french.stems import FrenchStemmer
from index.text.folding import fold
from index.text.tokens import tokenize, word_spans, words
from index.text.word_columns import Columns


def forms(text: str) -> list[str]:
    return [token.exact for token in tokenize(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("l’armée d'Israël", ["l", "armée", "d", "israël"]),
        ("jusqu'au lorsqu’il", ["jusqu", "au", "lorsqu", "il"]),
        ("Aujourd’hui, aujourd'hui", ["aujourd'hui", "aujourd'hui"]),
        ("les prud’hommes", ["les", "prud'hommes"]),
        ("l'état-major", ["l", "état", "major"]),
        ("Des F-16, des F16", ["des", "f16", "des", "f16"]),
        ("F 16", ["f", "16"]),
        ("MQ-9B, Su-35 et MiG-29", ["mq9b", "su35", "et", "mig29"]),
        ("124,7 milliards, 124.7", ["124,7", "milliards", "124,7"]),
        ("25 000, 25\u202f000, 25.000 et 25000", ["25000", "25000", "25000", "et", "25000"]),
        ("en 2023 300 soldats", ["en", "2023", "300", "soldats"]),
        ("le 17.01.2023 à 07h20", ["le", "17", "01", "2023", "à", "07h20"]),
        ("16-17 janvier", ["16", "17", "janvier"]),
        ("covid-19", ["covid", "19"]),
        ("un mauvais œil", ["un", "mauvais", "œil"]),
        ("30\u00a0%", ["30"]),
        ("[sic] nom_de_fichier", ["sic", "nom", "de", "fichier"]),
        (unicodedata.normalize("NFD", "coopération"), ["coopération"]),
    ],
)
def test_words_of_a_text(text: str, expected: list[str]) -> None:
    assert forms(text) == expected


@pytest.mark.parametrize(
    ("word", "folded"),
    [("Œuvre", "oeuvre"), ("Éléphant", "elephant"), ("ŁÓDŹ", "lodz"), ("ex æquo", "ex aequo")],
)
def test_folding(word: str, folded: str) -> None:
    assert fold(word) == folded


def test_elided_words_are_told_from_letters() -> None:
    assert [token.elided for token in tokenize("l’an I'm d'x L")] == [
        True, False, False, False, True, False, False,
    ]  # fmt: skip


def test_stems_keep_apart_what_accents_keep_apart() -> None:
    stemmer = FrenchStemmer()
    assert stemmer.stem("coopérations") == stemmer.stem("coopération")
    assert stemmer.stem("militaires") == "militair"


@given(st.text())
def test_every_word_stands_where_it_says(text: str) -> None:
    tokens = list(tokenize(text))
    assert [(token.start, token.end) for token in tokens] == word_spans(text)
    assert [text[token.start : token.end] for token in tokens] == words(text)
    ends = [0, *(token.end for token in tokens)]
    assert all(end <= token.start < token.end for end, token in zip(ends, tokens, strict=False))


_PRESS = st.text(
    st.sampled_from("abAFPœéÉł’'-‑. ,012579\u00a0\u202f\n_²·ƒ\u0301٣🙂«»") | st.characters(),
    max_size=60,
)
_WORDS_OF_SEVERAL_RUNS = st.sampled_from(
    [
        "aujourd'hui",
        "Prud’hommes",
        "prud'hommesx",
        "aujourd'huix",
        "F-16",
        "25 000",
        "1 234,5",
        " 4.5",
    ]
)


@given(st.lists(_PRESS | _WORDS_OF_SEVERAL_RUNS).map("".join))
def test_columns_are_the_words_of_the_patterns(text: str) -> None:
    tokens = list(tokenize(text))
    read = Columns(text)
    assert list(zip(read.starts, read.ends, read.folded, strict=True)) == [
        (token.start, token.end, token.folded) for token in tokens
    ]
    assert read.surfaces == words(text)
    runs = list(re.finditer(r"[^\W_]+", text))
    assert read.run_starts == [run.start() for run in runs]
    assert read.run_folded == [fold(run.group()) for run in runs]
    assert read.figures == [at for at, run in enumerate(runs) if run.group()[0].isdecimal()]
