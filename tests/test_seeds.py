"""The sample corpus keeps the forms that it is there to show, and the gold about it fits its files."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from index.model.article import Kind
from index.model.comparison import About, Rendering, Verdict

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"
DATA = Path(__file__).parent / "data"
ENCODINGS = {"article (3).txt": "cp1252"}


def load(name: str) -> Any:
    return yaml.safe_load((DATA / name).read_text("utf-8"))


CLEAN = load("sample-clean.yaml")["articles"]
ROWS = load("sample-rows.yaml")
LEDGER = load("sample-ledger.yaml")
ENTITIES = load("sample-entities.yaml")


def plain(text: str) -> str:
    """The text as the gold writes it: plain spaces, no Markdown marks, hand-broken lines joined."""
    text = re.sub(r"\[([^\]]+)\]\(https?:[^)]*\)", r"\1", text)
    text = re.sub(r"\*(\w+)\*", r"\1", text)
    text = re.sub(r"(?<=\w)-\r?\n(?=\w)", "", text)
    return re.sub(r"\s+", " ", text)


def decoded(name: str) -> str:
    return (SEEDS / name).read_bytes().decode(ENCODINGS.get(name, "utf-8-sig"))


def content(article_id: str) -> str:
    """What the file says of one article, in the gold's spelling."""
    name = CLEAN[article_id]["file"]
    text = decoded(name)
    if "#" not in article_id:
        return plain(text)
    number = int(article_id.rpartition("#")[2]) - 1
    if name.endswith(".jsonl"):
        record = json.loads(text.splitlines()[number])
    else:
        record = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))[number]
    return plain("\n".join(str(value) for value in record.values()))


def article_files() -> list[str]:
    return sorted(
        path.name for path in SEEDS.iterdir() if path.is_file() and path.name != "README.md"
    )


def test_every_file_has_its_gold_and_its_line_in_the_readme() -> None:
    assert sorted({gold["file"] for gold in CLEAN.values()}) == article_files()
    readme = (SEEDS / "README.md").read_text("utf-8")
    assert [name for name in article_files() if f"`{name}`" not in readme] == []


@pytest.mark.parametrize(
    ("name", "shows"),
    [
        ("2023-01-18_vigie_rabat.txt", b"\r\n\r\n"),
        ("2021-11-24_vigie_gantz-rabat.txt", "«\u202f".encode()),
        ("gantz_echo-atlas.txt", "«\u00a0".encode()),
        ("repere_maroc-israel.txt", b"\xef\xbb\xbf"),
        ("sans titre 2.txt", "entraî-\nnements".encode()),
        ("depeches-detroit_20230117.txt", b"(FAR).Selon son communiqu"),
        ("gantz-rabat-accord.md", b"abonnes: no\nlecture: 2:40\n"),
        ("2023-01-19-guerre-electronique.md", b"numero: 017\n"),
        ("revue-de-presse.csv", b"Titre;Texte;Date;Source"),
    ],
)
def test_a_form_that_real_files_have_survives_edits_and_checkouts(name: str, shows: bytes) -> None:
    assert shows in (SEEDS / name).read_bytes()


def test_one_file_is_windows_1252_and_no_utf_8() -> None:
    with pytest.raises(UnicodeDecodeError):
        (SEEDS / "article (3).txt").read_bytes().decode("utf-8")


@pytest.mark.parametrize("name", article_files())
def test_addresses_and_numbers_are_invented(name: str) -> None:
    text = decoded(name)
    hosts = re.findall(r"(?:https?://|[\w.]+@)([\w.-]+)", text)
    assert [host for host in hosts if not host.endswith(".example")] == []
    # 01 99 00 is a range that the French regulator keeps for fiction.
    numbers = re.findall(r"(?<!\d)(?:\+\d{11}|0\d(?: \d\d){4})(?!\d)", text)
    assert [n for n in numbers if not n.startswith(("+3319900", "01 99 00"))] == []


@pytest.mark.parametrize("article_id", CLEAN)
def test_the_gold_of_an_article_stands_in_its_file(article_id: str) -> None:
    gold, text = CLEAN[article_id], content(article_id)
    parts = [p.get("subheading") for p in gold["paragraphs"]]
    parts += [p.get(end) for p in gold["paragraphs"] for end in ("first", "last")]
    parts += [gold["title"], gold["source"], gold["author"], gold["description"]]
    parts += [gold["record_id"], gold["section"], *gold["tags"], *gold["related"]]
    assert [part for part in parts if part and part not in text] == []
    assert gold["paragraph_count"] == len(gold["paragraphs"])


@pytest.mark.parametrize("pair", ROWS["pairs"], ids=lambda pair: " & ".join(pair["articles"]))
def test_the_rows_of_a_pair_stand_in_its_articles(pair: dict[str, Any]) -> None:
    left, right = (content(article_id) for article_id in pair["articles"])
    rows = [tuple(row) for key in ("same", "may", "never") for row in pair[key]]
    assert pair["same"]
    assert len(set(rows)) == len(rows)
    assert [row for row in rows if row[0] not in left or row[1] not in right] == []


def test_the_rows_cover_every_pair_of_an_event() -> None:
    annotated = {frozenset(pair["articles"]) for pair in ROWS["pairs"]}
    wanted = {
        frozenset((a, b))
        for event in ROWS["events"]
        for a in event["articles"]
        for b in event["articles"]
        if a != b
    }
    assert wanted - annotated == set()


@pytest.mark.parametrize("line", LEDGER["quotes"])
def test_the_quotes_of_the_ledger_stand_in_their_articles(line: dict[str, Any]) -> None:
    assert len(line["uses"]) > 1
    assert set(line["uses"]) <= set(line["among"])
    for article_id, use in line["uses"].items():
        text = content(article_id)
        assert [words for words in use["words"] if words not in text] == []


def test_the_sample_shows_every_relation_and_every_verdict() -> None:
    relations = {use["relation"][0] for line in LEDGER["quotes"] for use in line["uses"].values()}
    verdicts = {(d["about"], d["verdict"][0]) for d in LEDGER["differences"]}
    assert relations == set(Rendering)
    assert verdicts >= {
        (about, verdict)
        for about in (About.DATE, About.QUANTITY)
        for verdict in (Verdict.AGREE, Verdict.NARROWER, Verdict.OVERLAP, Verdict.CONFLICT)
    }
    assert {(About.NAME, Verdict.VARIANT), (About.ROLE, Verdict.VARIANT)} <= verdicts


@pytest.mark.parametrize("line", LEDGER["differences"], ids=lambda line: line["label"])
def test_the_differences_stand_in_their_articles(line: dict[str, Any]) -> None:
    assert [side for side in line["in"] if side[1] not in content(side[0])] == []


@pytest.mark.parametrize("entity", ENTITIES["entities"], ids=lambda entity: entity["name"])
def test_the_forms_of_an_entity_stand_in_their_articles(entity: dict[str, Any]) -> None:
    Kind(entity["kind"])
    for form, counts in entity["forms"].items():
        for article_id, count in counts.items():
            assert content(article_id).replace("’", "'").count(form) >= count
