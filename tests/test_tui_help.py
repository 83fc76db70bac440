"""What the help says can be asked can be asked, in both languages."""

from __future__ import annotations

import pytest

from index.search.language.parser import parse
from index.texts import LANGUAGES, texts_for
from tui.screens.help import query_examples


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_example_of_the_help_is_understood(language: str) -> None:
    for example, _ in query_examples(texts_for(language)):
        for query in example.split("  "):
            assert str(parse(query)).strip(), query


@pytest.mark.parametrize("index", range(16))
def test_both_languages_mean_the_same(index: int) -> None:
    french, english = (query_examples(texts_for(language))[index][0] for language in LANGUAGES)
    assert parse(french) == parse(english)
