"""The words for who says something: the person's name where it is known, and the words of the text."""

from __future__ import annotations

import pytest

from index.interface.saying import speaker_words
from index.interface.texts import texts_for
from index.model.article import EntityId, Quote

ARNAL = EntityId("person:lea-arnal")


@pytest.mark.parametrize(
    ("known", "words", "verb", "told"),
    [
        (True, "elle", "a dit", "Léa Arnal (elle · a dit)"),
        (True, "la maire", None, "Léa Arnal (la maire)"),
        (True, None, "a dit", "Léa Arnal (a dit)"),
        (True, "Mme Arnal", "a dit", "Mme Arnal (a dit)"),
        (True, "la maire, Léa Arnal", "a dit", "la maire, Léa Arnal (a dit)"),
        (False, "elle", "a dit", "elle (a dit)"),
        (False, None, "a dit", ""),
    ],
)
def test_who_speaks(known: bool, words: str | None, verb: str | None, told: str) -> None:
    said = Quote(0, 5, speaker=ARNAL if known else None, speaker_text=words, verb=verb)
    names = {ARNAL: "Léa Arnal"}
    assert speaker_words(texts_for("fr"), said, name_of=names.__getitem__) == told


def test_without_names_the_words_stay() -> None:
    said = Quote(0, 5, speaker=ARNAL, speaker_text="elle", verb="a dit")
    assert speaker_words(texts_for("fr"), said) == "elle (a dit)"
