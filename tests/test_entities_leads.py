"""Names that only a page's summary holds: found, counted, joined and decided as those of the text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.building.build import rebuild, update
from index.compare.occasions import named_in_lead
from index.compare.whole import lead_start, whole
from index.entities.lead_names import lead_mentions
from index.entities.name_reading import read, settle
from index.entities.recognition import Recogniser
from index.export.documents import article_document
from index.library import Library
from index.model.article import ArticleId, EntityId, Kind
from index.model.found import SearchRequest
from index.notebook.decisions import Hide, Rename, Retype
from index.settings.places import find_places

BOBIGNY = EntityId("place:bobigny")


@pytest.fixture(scope="module")
def recogniser() -> Recogniser:
    return Recogniser.load()


def _led(recogniser: Recogniser, lead: str, text: str) -> list[str]:
    mentions = settle(read(recogniser, text), recogniser)
    found = lead_mentions(lead, text=text, mentions=mentions, recogniser=recogniser)
    return [lead[mention.start : mention.end] for mention in found]


@pytest.mark.parametrize(
    ("lead", "text", "found"),
    [
        ("Un bus a pris feu à Bobigny.", "Le bus était vide.", ["Bobigny"]),
        ("Un bus a pris feu à Bobigny.", "Le bus de Bobigny était vide.", []),
        ("Deux bus ont pris feu.", "Les deux bus étaient vides.", []),
        ("Deux bus ont pris feu.", "Les véhicules étaient vides.", []),
        ("M. Darmanin est venu.", "Gérald Darmanin a parlé.", []),
        ("Gérald Darmanin est venu.", "Le bus était vide.", ["Gérald Darmanin"]),
        (
            "Brigitte Macron était là, à Rennes puis à Rennes.",
            "Emmanuel Macron a parlé.",
            ["Brigitte Macron", "Rennes"],
        ),
        (
            "À Angers (Maine-et-Loire), un feu.",
            "L'incendie est éteint.",
            ["Angers", "Maine-et-Loire"],
        ),
        ("", "Le bus était vide.", []),
    ],
)
def test_names_that_the_text_lacks(
    recogniser: Recogniser, lead: str, text: str, found: list[str]
) -> None:
    assert _led(recogniser, lead, text) == found


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    folder = tmp_path
    corpus = folder / "corpus"
    corpus.mkdir()
    rows = [
        {
            "id": "1",
            "title": "Une infirmière frappée dans un bus",
            "description": "Un adolescent soupçonné d'avoir frappé une infirmière comparaît à Bobigny.",
            "text": "La scène s'est passée mardi. Elle lui avait demandé de mettre un masque.",
            "date": "2020-08-12",
        },
        {
            "id": "2",
            "title": "Deux peines à Bobigny",
            "description": "Le tribunal de Bobigny a tranché.",
            "text": "L'audience a duré quatre heures. L'avocate fera appel, a-t-elle dit vendredi.",
            "date": "2020-08-14",
        },
    ]
    lines = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    (corpus / "articles.jsonl").write_text(lines, encoding="utf-8")
    places = find_places(corpus=str(corpus), index=str(folder / "index"), environment={})
    rebuild(places, lambda event: None)
    library = Library.open(places)
    yield library
    library.close()


def test_a_place_of_the_lead_is_found_counted_and_compared(library: Library) -> None:
    assert library.search(SearchRequest("lieu:Bobigny")).total == 2
    (entity,) = (one for one in library.entities() if one.name == "Bobigny")
    assert (entity.articles, sum(form.mentions for form in entity.forms)) == (2, 2)
    article = library.article(ArticleId("articles#1"))
    assert [one.id for one in library.entities_of(article.id)] == [entity.id]
    (mention,) = article.annotations.lead_mentions
    assert article.annotations.entities == {mention.entity} <= named_in_lead(article)
    (told,) = article_document(article)["lead_mentions"]
    assert told["surface"] == "Bobigny"
    at = lead_start(article)
    named = whole(article).annotations.mentions
    assert [(m.start - at, m.end - at) for m in named] == [(mention.start, mention.end)]


def test_excerpts_show_where_a_name_stands_that_is_asked_for(library: Library) -> None:
    """« lieu:Bobigny » found an article, and nothing on the screen said why."""
    hits = {hit.id: hit for hit in library.search(SearchRequest("lieu:Bobigny")).hits}
    (shown,) = hits[ArticleId("articles#1")].excerpts
    assert shown.place == "description"
    assert [span.of(shown.text) for span in shown.matches] == ["Bobigny"]
    article = library.article(ArticleId("articles#2"))
    (found,) = library.matches("lieu:Bobigny", article)
    assert found.of(article.text) == "Bobigny"
    (word,) = library.matches("peines SAUF lieu:Rabat", article)
    assert word.of(article.text) == "peines"
    assert not library.matches("SAUF lieu:Bobigny", article)


def test_the_readers_decision_holds_for_the_lead(library: Library) -> None:
    library.decide(Rename(entity=BOBIGNY, name="Bobigny-sur-Seine"))
    library.decide(Retype(entity=BOBIGNY, kind=Kind.ORGANISATION))
    (mention,) = library.article(ArticleId("articles#1")).annotations.lead_mentions
    assert mention.kind is Kind.ORGANISATION
    library.decide(Hide(entity=BOBIGNY))
    assert library.article(ArticleId("articles#1")).annotations.lead_mentions == ()
    assert library.search(SearchRequest("lieu:Bobigny")).total == 0


def test_an_update_takes_the_lead_back(library: Library, tmp_path: Path) -> None:
    (tmp_path / "corpus" / "articles.jsonl").write_text(
        json.dumps({"id": "9", "title": "Un bus", "text": "Le bus était vide mardi matin."}) + "\n"
    )
    update(library.places, lambda event: None)
    after = Library.open(library.places)
    assert all(one.name != "Bobigny" for one in after.entities())
    after.close()
