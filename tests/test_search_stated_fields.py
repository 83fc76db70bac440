"""What an article's source states beside its text is kept, shown, asked for and exported."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from index.building.build import rebuild
from index.export.csv_table import COLUMNS, rows
from index.export.documents import article_document
from index.export.material import Material, Subject
from index.interface.texts import texts_for
from index.library import Library
from index.model.found import COUNTED_FACETS, Facet, SearchRequest
from index.query.parser import parse
from index.query.query_fields import FACETS
from index.settings.places import find_places

_RECORDS = (
    {
        "titre": "Le pont de Larmont rouvre", "date": "2021-01-14", "source": "La Gazette du Port",
        "edition": "Nationale", "page": "12", "rubrique": "Région", "id": "news-20210114-7",
        "texte": "Le pont de Larmont a rouvert jeudi après deux mois de travaux, a annoncé la mairie.",
    },
    {
        "titre": "Une digue cède à Larmont", "date": "2021-02-02", "source": "La Gazette du Port",
        "edition": "Soir", "page": "3", "rubrique": "Une", "id": "news-20210202-1",
        "texte": "Une digue a cédé mardi à Larmont. Trois rues sont sous l'eau, selon les pompiers.",
    },
)  # fmt: skip


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("stated")
    corpus = folder / "corpus"
    corpus.mkdir()
    lines = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in _RECORDS)
    (corpus / "export.jsonl").write_text(lines, encoding="utf-8")
    places = find_places(corpus=str(corpus), index=str(folder / "index"), environment={})
    rebuild(places, lambda event: None)
    library = Library.open(places)
    yield library
    library.close()


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("édition:nationale", "Le pont de Larmont rouvre"),
        ("edition:Soir", "Une digue cède à Larmont"),
        ("page:12", "Le pont de Larmont rouvre"),
        ("rubrique:une", "Une digue cède à Larmont"),
        ("notice:news-20210202-1", "Une digue cède à Larmont"),
        ("record:news-20210114-7", "Le pont de Larmont rouvre"),
    ],
)
def test_what_a_source_states_is_asked_for(library: Library, query: str, title: str) -> None:
    page = library.search(SearchRequest(query))
    assert [hit.title for hit in page.hits] == [title]


def test_editions_are_counted_and_numbers_of_records_are_not(library: Library) -> None:
    page = library.search(SearchRequest("", facets=True))
    assert {entry.name for entry in page.facet(Facet.EDITION)} == {"Nationale", "Soir"}
    assert Facet.RECORD not in COUNTED_FACETS
    assert not page.facet(Facet.RECORD)


def test_they_stand_in_the_document_and_in_the_table(library: Library) -> None:
    article = library.article(library.ids()[0])
    document = article_document(article)
    assert (document["edition"], document["record_id"]) == ("Nationale", "news-20210114-7")
    assert COLUMNS[-4:] == ("edition", "langue", "notice", "chapo")
    table = rows(
        Material(
            subject=Subject.RESULTS,
            title="",
            corpus="",
            generation="",
            texts=texts_for("fr"),
            articles=(article,),
        )
    )
    assert table[0][-4:-1] == ("Nationale", "fr", "news-20210114-7")


@pytest.mark.parametrize("name", sorted(FACETS))
def test_every_field_is_written_back_as_it_is_read(name: str) -> None:
    query = parse(f"{name}:mot")
    assert parse(str(query)) == query
