"""Files that complete each other: the accounts beside a channel of Slack, the table beside posts of Substack."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from index.corpus.file_reading import read, read_file
from index.corpus.folder import walk
from index.model.article import Article, Unread

TEXT = "La digue du port a cédé lundi à l’aube sous une vague de quatre mètres, selon le maire."
DAY = [
    {"type": "message", "user": "U02", "text": TEXT, "ts": "1709535600.000100"},
    {"type": "message", "user": "U99", "text": TEXT, "ts": "1709535700.000100"},
    {
        "type": "message",
        "user": "U02",
        "text": TEXT,
        "ts": "1709535800.000100",
        "user_profile": {"real_name": "Odile Perrin"},
    },
]
USERS = [{"id": "U02", "name": "maubry", "profile": {"real_name": "Marc Aubry"}}]
TABLE = (
    "post_id,post_date,is_published,title,subtitle\n"
    "12.la-cantine,2024-01-20T07:00:12Z,true,La cantine de la gare,« On y mange debout »\n"
)
POST = "<p>La cantine de la gare a rouvert sans chaises, mardi.</p><p>Le gérant jure que c’est pour le dos.</p>"


def articles(folder: Path) -> list[Article]:
    found = [one for file in walk(folder) for one in read_file(file)]
    return [one for one in found if isinstance(one, Article)]


def channel(folder: Path) -> Path:
    (folder / "port").mkdir()
    (folder / "port" / "2024-03-04.json").write_text(json.dumps(DAY), "utf-8")
    return folder


def test_accounts_of_a_channel_have_the_names_in_the_file_beside_it(tmp_path: Path) -> None:
    (channel(tmp_path) / "users.json").write_text(json.dumps(USERS), "utf-8")
    assert [one.author for one in articles(tmp_path)] == ["Marc Aubry", None, "Odile Perrin"]


def reason(name: str, text: str) -> str:
    (found,) = read(text.encode(), relative=name)
    assert isinstance(found, Unread)
    return found.reason


def test_a_file_of_accounts_is_told_as_one_that_is_read_with_others() -> None:
    told = "It names the accounts of a service; it holds no article."
    assert reason("slack/users.json", json.dumps(USERS * 2)) == told
    assert told not in str(list(read(json.dumps(DAY).encode(), relative="port/users.json")))


@pytest.mark.parametrize("users", ["", "[", "{}", '[{"id": 3}, null]', '[{"id": "U02"}]'])
def test_a_file_of_accounts_that_says_nothing_is_passed_over(tmp_path: Path, users: str) -> None:
    (channel(tmp_path) / "users.json").write_text(users, "utf-8")
    assert [one.author for one in articles(tmp_path)] == [None, None, "Odile Perrin"]


def test_nothing_outside_the_corpus_is_read_for_a_file_in_it(tmp_path: Path) -> None:
    (channel(tmp_path) / "users.json").write_text(json.dumps(USERS), "utf-8")
    assert [one.author for one in articles(tmp_path / "port")] == [None, None, "Odile Perrin"]
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (channel(corpus) / "users.json").symlink_to(tmp_path / "users.json")
    assert [one.author for one in articles(corpus)] == [None, None, "Odile Perrin"]


def test_posts_have_the_titles_and_days_of_the_table_beside_them(tmp_path: Path) -> None:
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts" / "12.la-cantine.html").write_text(POST, "utf-8")
    (tmp_path / "posts" / "13.sans-ligne.html").write_text(POST, "utf-8")
    (tmp_path / "posts.csv").write_text(TABLE, "utf-8")
    one, other = articles(tmp_path)
    assert (one.title, (one.published.value or "")[:10]) == ("La cantine de la gare", "2024-01-20")
    assert one.description == "« On y mange debout »"
    assert len(one.paragraphs) == 2
    assert other.title != one.title
    (table,) = [x for f in walk(tmp_path) if f.relative == "posts.csv" for x in read_file(f)]
    assert isinstance(table, Unread)
    assert "the folder beside it" in table.reason


FACTS = (
    '"id","titre","auteur","date","journal"\n'
    '"cc_001","La halle de Semur sans toit","Paule Guyot","2023-10-02","Le Bien public libre"\n'
)
HALL = "La halle de Semur attend son toit depuis la grêle de juin, et les couvreurs aussi.\n"


def facts_of(article: Article) -> tuple[str | None, ...]:
    return (article.title, article.author, (article.published.value or "")[:10], article.source)


def test_facts_of_texts_come_from_the_table_beside_them(tmp_path: Path) -> None:
    (tmp_path / "metadata.csv").write_text(FACTS, "utf-8")
    (tmp_path / "cc_001.txt").write_text(HALL, "utf-8")
    (tmp_path / "cc_002.txt").write_text(HALL, "utf-8")
    one, other = articles(tmp_path)
    assert facts_of(one) == (
        "La halle de Semur sans toit",
        "Paule Guyot",
        "2023-10-02",
        "Le Bien public libre",
    )
    assert facts_of(other)[1:] == (None, "", None)
    assert [x.of(one.text) for x in one.paragraphs] == [HALL.strip()]
    (alone,) = articles(tmp_path / "cc_001.txt")
    assert facts_of(alone)[1:] == (None, "", None)


def test_a_table_with_that_name_and_its_own_texts_is_read(tmp_path: Path) -> None:
    table = f"id,titre,texte,journal\n1,La halle,{HALL.strip().replace(',', '')},Le Bien libre\n"
    (tmp_path / "metadata.csv").write_text(table, "utf-8")
    (tmp_path / "1.txt").write_text(HALL, "utf-8")
    assert len(articles(tmp_path)) == 2
