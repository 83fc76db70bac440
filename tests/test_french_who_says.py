"""Every form of giving somebody's words, by a table of invented sentences."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from builders import make_article

from index.model.article import Article, Quote

NAMES = {
    "person:lea-arnal": ["Léa Arnal", "Mme Arnal"],
    "person:hugo-brun": ["Hugo Brun", "M. Brun"],
    "person:ivan-maret": ["Ivan Maret", "M. Maret"],
    "person:yulimar-ozal": ["Yulimar Ozal"],
    "organisation:port": ["Port de Brest"],
    "organisation:chimor": ["Chimor"],
    "organisation:cgt": ["CGT"],
    "place:rabat": ["Rabat"],
}
SHORT = {
    "person:lea-arnal": "arnal",
    "person:hugo-brun": "brun",
    "person:ivan-maret": "maret",
    "person:yulimar-ozal": "ozal",
    "organisation:chimor": "chimor",
    "organisation:cgt": "cgt",
    "place:rabat": "rabat",
}
TABLE = yaml.safe_load((Path(__file__).parent / "data" / "sayings.yaml").read_text("utf-8"))
CASES = [(group, case) for group, cases in TABLE.items() for case in cases]


def told(article: Article, quote: Quote) -> str:
    star = "*" if quote.resolved else ""
    if quote.speaker is not None:
        speaker = SHORT.get(quote.speaker, quote.speaker) + star
    elif quote.speaker_text is None:
        speaker = "-"
    elif quote.speaker_text in ("il", "elle", "ils", "elles"):
        speaker = f"?{quote.speaker_text}"
    else:
        speaker = f"={quote.speaker_text}{star}"
    via = ""
    if quote.via_text is not None:
        via = f" | {SHORT.get(quote.via, quote.via) if quote.via else quote.via_text}"
    manner = quote.manner.value if quote.manner else "-"
    return f"{speaker} | {quote.verb or '-'} | {manner}{via}"


@pytest.mark.parametrize(("group", "case"), CASES, ids=[c["text"][:60] for _, c in CASES])
def test_tells_who_says_it(group: str, case: dict[str, Any]) -> None:
    before = f"{case['names_before']} " if "names_before" in case else ""
    paragraphs = (before + case["text"]).split("\n\n")
    article = make_article("a", *paragraphs, title=case.get("title"), names=NAMES)
    assert [told(article, quote) for quote in article.annotations.quotes] == case["said"]
