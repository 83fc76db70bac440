"""An index of a handful of small articles, for the tests of the search."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from index.model.article import (
    Annotations,
    Article,
    ArticleId,
    Basis,
    DateValue,
    EntityId,
    Kind,
    Mention,
    Quote,
    TitleBasis,
)
from index.model.found import SearchRequest
from index.model.text import Span
from index.query.engine import Engine, IndexReader
from index.search.index_folder import write_index
from index.search.searcher import Searcher
from tests.reference_engine import ReferenceEngine

NAMES = {"gantz": "Benny Gantz", "kochavi": "Aviv Kochavi", "far": "FAR"}


def name_of(entity: EntityId) -> str:
    return NAMES.get(entity, entity)


def make_article(
    name: str,
    body: str,
    *,
    title: str | None = None,
    date: str | None = None,
    people: Sequence[str] = (),
    **others: object,
) -> Article:
    text = f"{title}\n\n{body}" if title else body
    mentions = tuple(Mention(0, 1, EntityId(person), Kind.PERSON) for person in people)
    known = DateValue(date, date, date, Basis.STATED) if date else DateValue()
    article = Article(
        id=ArticleId(name),
        path=f"{name}.txt",
        sha256="",
        encoding="utf-8",
        title=title or body[:20],
        title_basis=TitleBasis.STATED if title else TitleBasis.FIRST_WORDS,
        title_span=Span(0, len(title)) if title else None,
        text=text,
        published=known,
        annotations=Annotations(mentions=mentions),
    )
    return replace(article, **others)


ARTICLES = (
    make_article(
        "accord",
        "Le ministère de la Défense et l’état-major ont signé un accord « sans précédent ».\n\n"
        "Des F-16 survolent Rabat. L'œil du radar coûte 25 000 euros.",
        title="Un accord à Rabat",
        date="2023-01-17",
        people=("gantz", "far"),
        source="L'Écho de l'Atlas",
        tags=("défense",),
    ),
    make_article(
        "protocole",
        "Le protocole prévoit des F 16 et 124,7 millions. Le général précise : « Sans délai. »\n\n"
        "Précédent accord en 2021 à Élysée-sur-Mer.",
        title="Un protocole signé",
        date="2022-07-18",
        people=("kochavi",),
        source="Le Quotidien",
        author="Jeanne Martin",
    ),
    make_article(
        "avion",
        "Un F16 a décollé. Maroc et Algérie se taisent ; l'armée observe.",
        date="2022-07-19",
        people=("gantz", "gantz", "kochavi"),
        source="Le Quotidien du Soir",
        description="La cybersécurité au menu.",
    ),
    make_article("sans-date", "Le Maroc achète des armes. Une armée forte, des armées."),
    replace(
        make_article(
            "cites",
            "Le ministre a dit : « Nous voulons la paix. » Selon lui, la guerre est loin.\n\n"
            "« La guerre menace, et la paix », répond le témoin.",
        ),
        annotations=Annotations(
            quotes=(
                Quote(22, 42, speaker=EntityId("gantz"), speaker_text="Le ministre"),
                Quote(80, 108, speaker_text="le témoin"),
            )
        ),
        set_aside_texts=("Lire aussi : le Polisario réagit",),
    ),
    make_article("mer", "La mer monte. Ma mère marche au marché.", title="La mer"),
)
READ = {article.id: article for article in ARTICLES}


def open_index(directory: Path, articles: Sequence[Article]) -> Searcher:
    directory.mkdir()
    assert write_index(directory, articles, names=name_of) == len(articles)
    by_id = {article.id: article for article in articles}
    return Searcher(directory, read=lambda ids: [by_id[one] for one in ids], name_of=name_of)


def in_memory(articles: Sequence[Article]) -> IndexReader:
    """The same by the reference engine."""
    engine: Engine = ReferenceEngine()
    folder = Path("memory")
    engine.create(folder, portable=False)
    written = engine.write(folder, [(one, engine.words(one)) for one in articles], names=name_of)
    assert engine.publish(folder, written) == len(articles)
    return engine.open(folder, read=lambda _: [], name_of=name_of, forms_of=lambda _: ())


def found(searcher: IndexReader, query: str, **asked: object) -> list[str]:
    request = replace(SearchRequest(query, limit=0), **asked)
    page = searcher.search(request)
    assert page.total == len(page.hits)
    return [hit.id for hit in page.hits]
