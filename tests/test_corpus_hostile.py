"""Files made to hurt: small ones that swell, that nest without end, that stand for more than they hold."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from index.corpus.file_reading import read
from index.entities.gazetteer import GazetteerFile, parse
from index.errors import SettingsError
from index.model.article import Article, Noted, Unread
from index.notebook.written import read as read_decisions
from index.settings.settings_files import corpus_settings

for library in ("trafilatura", "feedparser", "warcio"):
    pytest.importorskip(library)

BODY = "La région a voté lundi un crédit de 12 millions d’euros pour rénover le barrage."
LAUGHS = "a: &a [ha, ha]\nb: &b [*a, *a]\nc: [*b, *b]\n"


@pytest.mark.parametrize(
    ("inside", "words"),
    [(b"a\n" * 160_000_000, "more than 300 MB"), (b"a" * 20_000_000, "is broken")],
    ids=["lines", "a line"],
)
def test_a_packed_archive_that_swells_is_refused(inside: bytes, words: str) -> None:
    packed = gzip.compress(b"WARC/1.0\r\nWARC-Type: response\r\nX: " + inside, 1)
    (found,) = read(packed, relative="a.warc.gz")
    assert isinstance(found, Unread)
    assert words in found.reason


def test_a_feed_that_declares_entities_is_refused() -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss><channel/></rss>'
    (found,) = read(bomb.encode(), relative="bomb.xml")
    assert isinstance(found, Unread)
    assert "entities" in found.reason


@pytest.mark.parametrize(
    "record",
    [
        '{"text": ' * 50_000,
        '{"text": "Le barrage a cédé.", "meta": ' + "[" * 100_000 + "]" * 100_000 + "}",
    ],
    ids=["objects", "lists"],
)
def test_a_record_that_is_nested_without_end_is_refused(record: str) -> None:
    (found,) = read(record.encode(), relative="a.json")
    assert isinstance(found, Unread)
    assert "nested too deeply" in found.reason


def test_a_deep_record_does_not_stop_the_others() -> None:
    deep = '{"text": ' * 50_000
    first, second = read(f'{{"text": "{BODY}"}}\n{deep}\n'.encode(), relative="a.jsonl")
    assert isinstance(first, Article)
    assert isinstance(second, Unread)
    assert "nested too deeply" in second.reason


@pytest.mark.parametrize("levels", [100, 400, 900])
@pytest.mark.parametrize(
    ("before", "inside", "after"),
    [
        ('{"data":', '"x"', "}"),
        ('{"liste": {"x": 1, "a":', "[]", "}}"),
        (
            '{"a": [{"title": "A", "url": "b"}], "b": [{"title": "A", "author": "b", "c":',
            "1",
            "}]}",
        ),
    ],
    ids=["one object", "objects", "lists"],
)
def test_what_is_nested_in_one_line_stops_no_other(
    before: str, inside: str, after: str, levels: int
) -> None:
    deep = before * levels + inside + after * levels
    lines = f'{{"text": "{BODY}"}}\n{deep}\n{{"text": "Lundi. {BODY}"}}\n'
    found = list(read(lines.encode(), relative="a.jsonl"))
    articles = [one for one in found if isinstance(one, Article)]
    assert [one.text.startswith("Lundi") for one in (articles[0], articles[-1])] == [False, True]
    assert any(isinstance(one, Noted | Unread) for one in found)


def test_a_page_that_is_nested_without_end_is_read_or_refused() -> None:
    page = "<html><body>" + "<div>" * 20_000 + f"<p>{BODY}</p>"
    assert list(read(page.encode(), relative="a.html"))


def test_a_front_matter_with_aliases_is_refused() -> None:
    (found,) = read(f"---\n{LAUGHS}---\n\n{BODY}\n".encode(), relative="a.md")
    assert isinstance(found, Unread)
    assert "alias" in found.reason


@pytest.mark.parametrize("title", ["*Le Monde* raconte", "*Tous*", "Pile & face *ou* presque"])
def test_a_star_in_a_front_matter_is_no_alias(title: str) -> None:
    (found,) = read(f"---\ntitle: {title}\n---\n\n{BODY}\n".encode(), relative="a.md")
    assert isinstance(found, Article)
    assert found.title == title


def test_settings_with_aliases_are_refused_with_the_line(tmp_path: Path) -> None:
    path = tmp_path / "recoupe.yaml"
    path.write_text(LAUGHS, encoding="utf-8")
    with pytest.raises(SettingsError, match=r"alias \(line 2\)"):
        corpus_settings(path)


def test_lists_of_names_with_aliases_are_refused_with_the_line() -> None:
    with pytest.raises(SettingsError, match=r"names\.yaml .* alias \(line 2\)"):
        list(parse(GazetteerFile("names.yaml", LAUGHS.encode())))


def test_decisions_with_aliases_are_refused_with_the_line() -> None:
    with pytest.raises(SettingsError, match=r"alias \(line 2\)"):
        read_decisions(LAUGHS, name="recoupe-decisions.yaml")
