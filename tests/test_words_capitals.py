"""Capitals and small letters of a text by bytes are those that its characters have."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from index.entities.form_table import NameTable
from index.entities.gazetteer import Entry
from index.entities.words import Words
from index.model.article import Kind
from index.text.word_columns import Columns

_PIECES = st.sampled_from(
    ["Léa", "le", "port", "Éric", "élu", "25 000", "F-16", "aujourd'hui", "Ça", "œuvre", "Œuvre", "ß", "ª", "Żuk", "žuk", "Šar", "ÿ", "124,7", "3e", "A", "d'", "l’", "ǅ", "Ω", "x"]
) | st.text(st.sampled_from("aÀé1 '-.Żž\u0301"), max_size=5)  # fmt: skip


@given(st.lists(_PIECES, max_size=12).map(" ".join))
@example("Le 25 000 Éric F-16 aujourd'hui Żuk")
def test_capitals_and_small_words(text: str) -> None:
    read = Columns(text)
    firsts = [text[start] for start in read.starts]
    assert read.capitals == [at for at, letter in enumerate(firsts) if letter.isupper()]
    assert read.small == {
        word
        for word, letter in zip(read.folded, firsts, strict=True)
        if letter.islower() and len(word) > 2
    }


_NAMES = ("Le Mans", "La Gazette du Port", "Les Sables", "Rabat", "Saint Port")


@given(st.lists(st.sampled_from("le la Le La mans gazette Mans port les saint sables rabat Rabat du".split()), max_size=9).map(" ".join))  # fmt: skip  # noqa: SIM905
def test_a_form_may_begin_where_the_next_word_goes_on_with_one(text: str) -> None:
    table = NameTable()
    for name in _NAMES:
        table.add(Entry(name, Kind.PLACE))
    words = Words(text)
    found = [
        at
        for at, word in enumerate(words.folded)
        if table.numbers(word)
        or (table.begins(word) and at in words.capitals)
        or (at + 1 < len(words) and table.begins(f"{word} {words.folded[at + 1]}"))
    ]
    assert table.beginnings(words) == found
