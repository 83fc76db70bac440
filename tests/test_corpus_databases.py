"""SQLite: tables with sentences are read as tables, others are told; a damaged file is a sentence."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from index.corpus.file_reading import raw_text, read
from index.corpus.formats.databases import BESIDE, TEXTLESS
from index.model.article import Article, Noted, Unread
from tests.test_corpus_kinds import ONE, THREE, TWO

TABLE = "CREATE TABLE articles (id INTEGER PRIMARY KEY, titre TEXT, journal TEXT, date TEXT, auteur TEXT, texte TEXT, image BLOB)"
ROW = "INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?)"
ROWS = (
    (1, "Le port rénové", "La Gazette du Port", "2023-01-17", "Jeanne Vautrin", f"{ONE}\n\n{TWO}", b"\x89PNG\xff"),
    (2, "Le quai fermé", "Le Phare", "2023-01-18", None, f"{TWO} {THREE}", None),
)  # fmt: skip


def database(*statements: str, rows: tuple[tuple[object, ...], ...] = ROWS) -> bytes:
    with closing(sqlite3.connect(":memory:")) as base:
        base.execute(TABLE)
        base.executemany(ROW, rows)
        for statement in statements:
            base.execute(statement)
        base.commit()
        return base.serialize()


def found_in(data: bytes, name: str = "a.sqlite") -> tuple[list[Article], list[Noted]]:
    found = list(read(data, relative=name))
    assert not [one for one in found if isinstance(one, Unread)]
    return [one for one in found if isinstance(one, Article)], [
        one for one in found if isinstance(one, Noted)
    ]


@pytest.mark.parametrize("name", ["a.sqlite", "a.db", "a.bin", "a.txt"])
def test_each_row_is_an_article(name: str) -> None:
    data = database()
    (first, second), notes = found_in(data, name)
    assert (first.title, first.source, first.author, first.published.value) == ("Le port rénové", "La Gazette du Port", "Jeanne Vautrin", "2023-01-17")  # fmt: skip
    assert [span.of(first.text) for span in first.paragraphs] == [ONE, TWO]
    assert (second.title, second.source, second.author) == ("Le quai fermé", "Le Phare", None)
    assert notes == []
    raw = raw_text(data, first.encoding)
    for piece in first.pieces:
        if piece.end - piece.start == piece.raw_end - piece.raw_start:
            assert raw[piece.raw_start : piece.raw_end].split() == first.text[piece.start : piece.end].split()  # fmt: skip


OTHERS = {
    "labels": ("CREATE TABLE tags (id INTEGER, name TEXT)", "INSERT INTO tags VALUES (1, 'port'), (2, 'quai')"),
    "settings": ("CREATE TABLE zz (cle TEXT, valeur TEXT)", "INSERT INTO zz VALUES ('version', '3')"),
    "a strange name": ('CREATE TABLE "z "" ; DROP" (id INTEGER)', 'INSERT INTO "z "" ; DROP" VALUES (1)'),
}  # fmt: skip


@pytest.mark.parametrize("kind", OTHERS)
def test_a_table_without_sentences_is_told(kind: str) -> None:
    articles, notes = found_in(database(*OTHERS[kind]))
    assert len(articles) == 2
    assert [one.reason for one in notes] == [TEXTLESS]


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE empty (titre TEXT, texte TEXT)",
        "CREATE VIEW seen AS SELECT * FROM articles",
        "CREATE VIRTUAL TABLE sought USING fts5(texte)",
        "CREATE TRIGGER t AFTER INSERT ON articles BEGIN DELETE FROM articles; END",
        "CREATE INDEX i ON articles(titre)",
    ],
)
def test_what_is_no_table_with_rows_is_passed_over(statement: str) -> None:
    articles, notes = found_in(database(statement))
    assert len(articles) == 2
    assert notes == []


def test_a_database_with_a_log_beside_it_says_so() -> None:
    data = bytearray(database())
    data[18:20] = b"\x02\x02"
    articles, notes = found_in(bytes(data))
    assert len(articles) == 2
    assert [one.reason for one in notes] == [BESIDE]


def test_a_file_is_not_changed_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    path.write_bytes(database())
    found_in(path.read_bytes())
    assert path.read_bytes() == database()
    assert [one.name for one in tmp_path.iterdir()] == ["a.sqlite"]


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (database()[:4096], "a.sqlite", "damaged"),
        (database()[:100] + bytes(20_000), "a.sqlite", "damaged"),
        (b"SQLite format 3\x00" + b"\xff" * 5_000, "a.sqlite", "damaged"),
        (b"Un texte\n", "a.db", "no SQLite database"),
        (database(rows=()), "a.sqlite", "holds texts"),
    ],
)
def test_what_cannot_be_read_has_a_sentence(data: bytes, name: str, words: str) -> None:
    unread = [one for one in read(data, relative=name) if isinstance(one, Unread)]
    assert len(unread) == 1
    assert words in unread[0].reason


@pytest.mark.parametrize(
    ("table", "key", "columns"),
    [
        ("feeds", "feed_id", "id INTEGER, url TEXT, title TEXT"),
        ("feed", "id_feed", "id INTEGER, url TEXT, name TEXT"),
        ("feeds", "feedId", "id INTEGER, url TEXT, text TEXT"),
        ("Feeds", "feed", "feed_id INTEGER, url TEXT, title TEXT"),
        ("journaux", "journal_id", "id INTEGER, url TEXT, nom TEXT"),
    ],
)
def test_a_key_stands_for_its_name_in_another_table(table: str, key: str, columns: str) -> None:
    """As readers of feeds keep their articles."""
    with closing(sqlite3.connect(":memory:")) as base:
        base.execute(f"CREATE TABLE {table} ({columns})")
        base.executemany(
            f"INSERT INTO {table} VALUES (?, ?, ?)",
            [
                (7, "https://gazette.example", "La Gazette du Port"),
                (9, "https://phare.example", "Le Phare"),
            ],
        )
        base.execute(
            f"CREATE TABLE entry (id INTEGER, title TEXT, {key} INTEGER, date INTEGER, content TEXT)"
        )
        base.executemany(
            "INSERT INTO entry VALUES (?, ?, ?, ?, ?)",
            [(1, "Le port rénové", 7, 1673913600, f"{ONE}\n\n{TWO}"), (2, "Le quai fermé", 9, 1674000000, f"{TWO} {THREE}")],
        )  # fmt: skip
        base.commit()
        articles, noted = found_in(base.serialize())
    assert not noted
    told = [(one.title, one.source, one.published.earliest) for one in articles]
    assert told == [
        ("Le port rénové", "La Gazette du Port", "2023-01-17"),
        ("Le quai fermé", "Le Phare", "2023-01-18"),
    ]
