"""The five originals give the articles that a careful person cut out of them by hand."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from index.corpus.file_reading import read_file
from index.corpus.folder import walk
from index.model.article import Article, Basis, TitleBasis

NAMES = ("a0", "a1", "a2", "a3", "a4")


def from_environment(name: str) -> Path:
    value = os.environ.get(name)
    if not value:
        pytest.skip(f"{name} names no folder")
    return Path(value)


@pytest.fixture(scope="module")
def articles() -> dict[str, Article]:
    folder = from_environment("RECOUPE_ORIGINALS")
    read = [article for file in walk(folder) for article in read_file(file)]
    return {article.path: article for article in read if isinstance(article, Article)}


@pytest.fixture(scope="module")
def gold() -> dict[str, Any]:
    path = from_environment("RECOUPE_EVAL") / "originals" / "clean.yaml"
    entries: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))["articles"]
    return entries


@pytest.mark.parametrize("name", NAMES)
def test_paragraphs_and_title_are_exact(
    name: str, articles: dict[str, Article], gold: dict[str, Any]
) -> None:
    wanted = gold[name]
    article = articles[wanted["file"]]
    assert [span.of(article.text) for span in article.paragraphs] == [
        paragraph["text"] for paragraph in wanted["body"]
    ]
    if wanted["title"] is None:
        assert article.title_basis is TitleBasis.FIRST_WORDS
        assert article.title_span is None
        assert article.text.startswith(wanted["body"][0]["text"])
    else:
        assert article.title == wanted["title"]
        assert article.title_basis is TitleBasis.STATED
        assert article.title_span is not None
        assert article.title_span.of(article.text) == wanted["title"]
        assert article.text.startswith(wanted["title"] + "\n\n")


@pytest.mark.parametrize("name", NAMES)
def test_stated_metadata_is_exact(
    name: str, articles: dict[str, Article], gold: dict[str, Any]
) -> None:
    wanted = gold[name]
    article = articles[wanted["file"]]
    assert article.source == wanted["outlet"]
    assert article.author == wanted["author"]
    assert article.url == wanted["url"]
    assert article.section == wanted["section"]
    assert article.tags == tuple(wanted["tags"])
    assert article.description == wanted["description"]
    for stated, date in (
        (wanted["published"], article.published),
        (wanted["modified"], article.modified),
    ):
        if stated is None:
            assert date.basis is Basis.NONE
        else:
            assert date.basis is Basis.STATED
            # The gold leaves the seconds out, which no source states.
            assert date.value == f"{stated[:16]}:00{stated[16:]}"


@pytest.mark.parametrize("name", NAMES)
def test_related_titles_are_exact(
    name: str, articles: dict[str, Article], gold: dict[str, Any]
) -> None:
    wanted = gold[name]
    article = articles[wanted["file"]]
    links = [re.split(r"\s:\s", link["text"], maxsplit=1)[1] for link in wanted["crosslinks"]]
    titles = [*links, *(entry["title"] for entry in wanted["related"])]
    assert set(article.related) == set(titles) - {wanted["title"]}
    assert len(article.related) == len(set(article.related))


@pytest.mark.parametrize("name", NAMES)
def test_dropped_lines_are_set_aside(
    name: str, articles: dict[str, Article], gold: dict[str, Any]
) -> None:
    article = articles[gold[name]["file"]]
    raw = (from_environment("RECOUPE_ORIGINALS") / article.path).read_text("utf-8")
    lines = raw.split("\n")
    for number in gold[name]["dropped"]:
        line = lines[number - 1].strip()
        assert not line or line in article.set_aside_texts


def test_a_likely_slip_is_only_proposed(articles: dict[str, Article], gold: dict[str, Any]) -> None:
    article = articles[gold["a3"]["file"]]
    (slip,) = article.repairs
    assert slip.proposed
    assert article.text[slip.start : slip.end] == slip.raw == "Gantzen"
