"""Exports of forty more tools: each article with its facts, each loss told (`data/tools.yaml`)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from index.corpus.file_reading import raw_text, read, read_file
from index.corpus.folder import walk
from index.model.article import INTERNAL, Article, Noted, Unread

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
        if isinstance(article, Noted | Unread):
            continue
        raw = raw_text(data, article.encoding)
        for piece in article.pieces:
            text = article.text[piece.start : piece.end]
            if piece.end - piece.start == piece.raw_end - piece.raw_start and "\\" not in text:
                assert raw[piece.raw_start : piece.raw_end].split() == text.split()


def test_a_folder_of_all_kinds_counts_or_tells_every_file(tmp_path: Path) -> None:
    for file in sorted((DATA / "tools").iterdir()):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0JFIF")
    (tmp_path / "vide.txt").write_text("")
    (tmp_path / "casse.docx").write_bytes(b"PK\x03\x04 word/document.xml")
    (tmp_path / "coupe.json").write_text('{"articles":[{"title":"Le port","text":"La di')
    files = list(walk(tmp_path))
    assert len(files) > 80
    for file in files:
        found = list(read_file(file))
        assert found, file.relative
        assert all(one.path == file.relative for one in found)
        assert not any(isinstance(one, Unread) and one.reason == INTERNAL for one in found)
