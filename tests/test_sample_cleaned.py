"""The sample articles against what a careful person cut out of them by hand."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from index.corpus.file_reading import read_file
from index.corpus.folder import assign_ids, walk
from index.model.article import Article, Basis, DateValue, TitleBasis

ROOT = Path(__file__).parent.parent
GOLD: dict[str, Any] = yaml.safe_load(
    (ROOT / "tests" / "data" / "sample-clean.yaml").read_text(encoding="utf-8")
)["articles"]


@lru_cache(maxsize=1)
def read() -> dict[str, Article]:
    files = list(walk(ROOT / "seeds"))
    ids = assign_ids(files)
    return {
        article.id: article
        for file in files
        for article in read_file(file, id=ids[file.relative])
        if isinstance(article, Article)
    }


def plain(text: str | None) -> str | None:
    return re.sub(r"\s+", " ", text).strip() if text is not None else None


def stated(value: DateValue) -> str | None:
    """`2021-11-24T18:42`, without seconds; nothing for what was inferred."""
    return value.value[:16] if value.value and value.basis is Basis.STATED else None


def outline(paragraph: str, gold: dict[str, str]) -> dict[str, str]:
    if "subheading" in gold:
        return {"subheading": paragraph}
    words = paragraph.split(" ")
    first, last = gold["first"].split(" "), gold["last"].split(" ")
    return {"first": " ".join(words[: len(first)]), "last": " ".join(words[-len(last) :])}


@pytest.mark.parametrize("id", GOLD)
def test_fields_are_those_that_the_file_states(id: str) -> None:
    gold, article = GOLD[id], read()[id]
    found = {
        "title": plain(article.title) if article.title_basis is TitleBasis.STATED else None,
        "source": plain(article.source),
        "author": plain(article.author),
        "published": stated(article.published),
        "modified": stated(article.modified),
        "url": article.url,
        "section": plain(article.section),
        "tags": [plain(tag) for tag in article.tags],
        "description": plain(article.description),
        "record_id": article.record_id,
        "related": [plain(title) for title in article.related],
    }
    assert found == {
        key: gold[key][:16] if key in ("published", "modified") and gold[key] else gold[key]
        for key in found
    }


@pytest.mark.parametrize("id", GOLD)
def test_paragraphs_are_those_of_the_article(id: str) -> None:
    gold, article = GOLD[id]["paragraphs"], read()[id]
    paragraphs = [plain(article.text[start:end]) or "" for start, end in article.paragraphs]
    shown = [paragraph[:60] for paragraph in paragraphs]
    assert len(paragraphs) == len(gold), shown
    assert [outline(text, entry) for text, entry in zip(paragraphs, gold, strict=True)] == gold
