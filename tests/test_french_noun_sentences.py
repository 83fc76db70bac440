"""Who said a quotation, where a sentence with a noun tells it: every line of `data/noun_sentences.yaml`."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from index.french.noun_sentences import author
from index.model.text import Span

LINES: list[tuple[str, str]] = [
    (text, said_by)
    for text, said_by in yaml.safe_load(
        (Path(__file__).parent / "data/noun_sentences.yaml").read_text("utf-8")
    )
]


def told(text: str) -> str:
    span = author(text, Span(text.index("«") + 2, text.index("»") - 1))
    return span.of(text) if span else ""


@pytest.mark.parametrize(("text", "said_by"), LINES)
def test_a_noun_sentence_tells_who_said_a_quotation(text: str, said_by: str) -> None:
    assert told(text) == said_by
