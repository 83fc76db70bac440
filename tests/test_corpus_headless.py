"""Tables without heads: CSV and rows of JSON, whose columns are told by what stands in them."""

from __future__ import annotations

import csv
import io
import json

import pytest

from index.corpus.fields import Field, Value, read_text
from index.corpus.file_reading import read
from index.corpus.formats.tables import OPEN
from index.corpus.headless import REMARK, fields_by_cells, is_headless
from index.corpus.inverted_names import natural_name
from index.model.article import Article, Noted
from tests.test_corpus_structures import STORIES

ROWS = [
    [number, title, day, "Le Courrier", "Jeanne Martin", f"https://courrier.example/{number}", f"{first} {second}"]
    for number, (title, day, first, second) in enumerate(STORIES, 1)
]  # fmt: skip


def table(separator: str) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=separator).writerows(ROWS)
    return out.getvalue()


FILES = {
    "a.csv": table(","),
    "b.csv": table(";"),
    "a.tsv": table("\t"),
    "a.json": json.dumps(ROWS, ensure_ascii=False),
    "a.jsonl": "\n".join(json.dumps(row, ensure_ascii=False) for row in ROWS),
}


@pytest.mark.parametrize("name", FILES)
def test_rows_without_heads_keep_all_that_they_tell(name: str) -> None:
    found = list(read(FILES[name].encode(), relative=name))
    told = [
        (one.title, one.published.value, one.source, one.author, one.url)
        for one in found
        if isinstance(one, Article)
    ]
    assert told == [
        (title, day, "Le Courrier", "Jeanne Martin", f"https://courrier.example/{number}")
        for number, (title, day, _, _) in enumerate(STORIES, 1)
    ]
    assert [one.reason for one in found if isinstance(one, Noted)] == [REMARK]


def test_a_quotation_mark_that_is_never_closed_is_told() -> None:
    title, _, first, second = STORIES[0]
    data = f'titre;texte\n{title};"{first}\n{title};{second}\n'
    reasons = [
        one.reason for one in read(data.encode(), relative="a.csv") if isinstance(one, Noted)
    ]
    assert reasons == [OPEN]
    closed = f'titre;texte\n{title};"{first}\n{second}"\n'
    assert not any(isinstance(one, Noted) for one in read(closed.encode(), relative="a.csv"))


TEXT = f"{STORIES[0][2]} {STORIES[0][3]}"


@pytest.mark.parametrize(
    ("rows", "fields"),
    [
        ([[TEXT]], [Field.TEXT]),
        ([["12", TEXT]], [None, Field.TEXT]),
        ([["2024", TEXT], ["2023", TEXT]], [None, Field.TEXT]),
        ([["45219", TEXT], ["45231", TEXT]], [Field.PUBLISHED, Field.TEXT]),
        ([["45219", TEXT], ["98764", TEXT]], [None, Field.TEXT]),
        ([["45219", "3 mars 2024", TEXT]], [None, Field.PUBLISHED, Field.TEXT]),
        ([["3 mars 2024", "Libération", TEXT]], [Field.PUBLISHED, Field.SOURCE, Field.TEXT]),
        ([["Paul Morel", TEXT], ["", TEXT]], [Field.AUTHOR, Field.TEXT]),
        ([[STORIES[0][0], "", TEXT]], [Field.TITLE, None, Field.TEXT]),
        ([["a", "b"], ["c", "d"]], [None, None]),
        ([["une chaîne sans texte", "deux"]], [None, None]),
    ],
)
def test_columns_are_told_by_their_cells(rows: list[list[str]], fields: list[Field | None]) -> None:
    assert fields_by_cells(rows) == fields


@pytest.mark.parametrize("heads", [["titre", "texte"], ["Contenu de l’article", "Média"], ["", ""]])
def test_names_of_columns_are_no_cells(heads: list[str]) -> None:
    assert not is_headless(heads)


def test_the_days_that_a_spreadsheet_counts() -> None:
    data = f"titre;date;texte\n{STORIES[0][0]};45219;{TEXT}\n"
    (one,) = [a for a in read(data.encode(), relative="a.csv") if isinstance(a, Article)]
    assert one.published.value == "2023-10-20"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"nom": "Le Soir", "id": 17}, "Le Soir"),
        ({"prenom": "Jeanne", "nom": "Martin"}, "Jeanne Martin"),
        ({"first_name": "Jeanne", "last_name": "Martin"}, "Jeanne Martin"),
        ({"libelle": "Culture", "code": 3}, "Culture"),
    ],
)
def test_objects_that_name_something_in_french(value: dict[str, Value], text: str) -> None:
    assert read_text(value) == text


@pytest.mark.parametrize(
    ("name", "natural"),
    [
        ("Vautrin, Jeanne", "Jeanne Vautrin"),
        ("Gaulle, Charles de", "Charles de Gaulle"),
        ("Jeanne Vautrin, ancienne maire de Brest", "Jeanne Vautrin"),
    ],
)
def test_names_that_are_inverted_and_names_with_a_role(name: str, natural: str) -> None:
    assert natural_name(name) == natural
