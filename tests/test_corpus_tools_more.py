"""Exports of forty more tools: each article with its facts, each loss told (`data/tools.yaml`)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from index.corpus.file_reading import raw_text, read
from index.model.article import Article, Noted, Unread

DATA = Path(__file__).parent / "data"
FACTS: dict[str, Any] = yaml.safe_load((DATA / "tools.yaml").read_text("utf-8"))


@pytest.mark.parametrize("name", FACTS)
def test_what_an_export_gives_and_tells(name: str) -> None:
    articles, told = [], []
    for one in read((DATA / "tools" / name).read_bytes(), relative=name):
        if isinstance(one, Article):
            date, count = one.published, len(one.paragraphs)
            day = (date.value or "")[:10]
            articles.append(
                [
                    one.title,
                    one.source,
                    one.author,
                    day,
                    date.basis.value,
                    count,
                    one.section,
                    one.url,
                ]
            )
        elif isinstance(one, Noted):
            told.append([one.loss.value, one.reason, one.what, one.number])
        else:
            told.append(["unread", one.reason])
    assert articles == FACTS[name]["articles"]
    assert told == FACTS[name]["told"]


@pytest.mark.parametrize("name", FACTS)
def test_what_is_read_stands_at_its_place_in_the_file(name: str) -> None:
    data = (DATA / "tools" / name).read_bytes()
    for article in read(data, relative=name):
        assert not isinstance(article, Unread)
        if isinstance(article, Noted):
            continue
        raw = raw_text(data, article.encoding)
        for piece in article.pieces:
            text = article.text[piece.start : piece.end]
            if piece.end - piece.start == piece.raw_end - piece.raw_start and "\\" not in text:
                assert raw[piece.raw_start : piece.raw_end].split() == text.split()
