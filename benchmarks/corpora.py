"""A corpus of N articles to measure on: those of a file, mixed anew where there are fewer."""

from __future__ import annotations

import json
import lzma
import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from index.model.article import (
    Annotations,
    Article,
    ArticleId,
    Basis,
    DateValue,
    EntityId,
    Kind,
    Mention,
    TitleBasis,
)  # fmt: skip
from index.model.text import Span
from index.text.tokens import tokenize

HERE = Path(__file__).parent
SOURCES = ("Agence A", "Agence B", "Le Courrier", "La Gazette", "L'Écho", "Le Matin", "")


def corpus_records(path: Path | None) -> list[dict[str, Any]]:
    if path is not None:
        text = lzma.decompress(path.read_bytes()).decode()
        return [json.loads(line) for line in text.splitlines()]
    words = [t.exact for t in tokenize((HERE / "queries.txt").read_text(encoding="utf-8"))]
    words += [f"{word}{ending}" for word in words for ending in ("eur", "ique", "tion", "ment")]
    chance = random.Random(0)
    return [
        {
            "title": " ".join(chance.choices(words, k=9)),
            "heading": None,
            "article": " ".join(
                " ".join(chance.choices(words, k=17)).capitalize() + "." for _ in range(20)
            ),
            "date": f"{chance.randrange(2011, 2021)}-{chance.randrange(1, 13):02}-15",
        }
        for _ in range(2_000)
    ]


def write_files(folder: Path, count: int, path: Path | None, parts: int) -> list[Path]:
    """The corpus as JSON Lines, one file a part: what every system reads."""
    records = corpus_records(path)
    chance = random.Random(1)
    files = [(folder / f"part{part}.jsonl").open("w", encoding="utf-8") for part in range(parts)]
    for number in range(count):
        record = records[number % len(records)]
        body = record["article"]
        if number >= len(records):
            other = chance.choice(records)["article"].split(". ")
            mixed = body.split(". ")
            mixed = mixed[::2] + other[1::2]
            chance.shuffle(mixed)
            body = ". ".join(mixed)
        words = [w.strip(".,;:()\"'") for w in body.split() if w[:1].isupper()]
        made = {
            "id": f"a{number:07}", "title": record["title"], "heading": record.get("heading"),
            "body": body, "date": record.get("date"), "source": chance.choice(SOURCES),
            "people": sorted({w for w in words if len(w) > 4})[:5],
            "places": sorted({w for w in words if len(w) == 4})[:3],
        }  # fmt: skip
        files[number % parts].write(json.dumps(made, ensure_ascii=False) + "\n")
    for file in files:
        file.close()
    return [Path(file.name) for file in files]


def records_of(files: Sequence[Path], most: int | None = None) -> Iterator[dict[str, Any]]:
    left = sys.maxsize if most is None else most
    for path in files:
        with path.open(encoding="utf-8") as file:
            for line in file:
                if left <= 0:
                    return
                left -= 1
                yield json.loads(line)


def make_article(record: dict[str, Any]) -> Article:
    title, body, date = record["title"], record["body"], record["date"]
    mentions = [(name, Kind.PERSON) for name in record["people"]]
    mentions += [(name, Kind.PLACE) for name in record["places"]]
    return Article(
        id=ArticleId(record["id"]), path=record["id"], sha256="", encoding="utf-8", title=title,
        title_basis=TitleBasis.STATED, title_span=Span(0, len(title)), text=f"{title}\n\n{body}",
        description=record["heading"], source=record["source"] or None,
        published=DateValue(date, date, date, Basis.STATED) if date else DateValue(),
        annotations=Annotations(
            mentions=tuple(Mention(0, 1, EntityId(name), kind) for name, kind in mentions)
        ),
    )  # fmt: skip


def read_part(path: Path) -> Iterator[Article]:
    return map(make_article, records_of([path]))


def name_of(entity: EntityId) -> str:
    return str(entity)


def size_of(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
