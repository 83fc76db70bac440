"""What a group of records says of all of them: outlets, sections and days around the articles of JSON and XML."""

from __future__ import annotations

import json

import pytest

from index.model.article import Article
from tests.test_corpus_structures import STORIES, read

Told = tuple[str | None, str | None, str | None]
"""The source, the section and the day of an article."""


def paper(at: int, *, dated: bool = False) -> dict[str, object]:
    title, day, first, second = STORIES[at]
    return {"titre": title, "contenu": f"{first}\n\n{second}", **({"date": day} if dated else {})}


def element(at: int, *, dated: bool = False) -> str:
    title, day, first, second = STORIES[at]
    when = f"<date>{day}</date>" if dated else ""
    return f"<papier><titre>{title}</titre>{when}<contenu><p>{first}</p><p>{second}</p></contenu></papier>"


SITE = "Le Courrier"
TWO = [paper(0), paper(1)]
DAYS = [story[1] for story in STORIES[:3]]
JSON: dict[str, tuple[object, list[Told]]] = {
    "a list in objects of a list": (
        {"site": SITE, "rubriques": [{"papiers": TWO}, {"papiers": [paper(2)]}]},
        [(SITE, None, None)] * 3,
    ),
    "sections by their name": (
        {"rubriques": [{"nom": "Mer", "papiers": TWO}, {"nom": "Vie", "papiers": [paper(2)]}]},
        [(None, "Mer", None), (None, "Mer", None), (None, "Vie", None)],
    ),
    "outlets by their name": (
        {"journaux": [{"nom": SITE, "papiers": TWO}, {"nom": "L’Écho", "papiers": [paper(2)]}]},
        [(SITE, None, None), (SITE, None, None), ("L’Écho", None, None)],
    ),
    "a review with a title of its own": (
        {
            "titre": "Revue de presse",
            "thèmes": [{"titre": "Mer", "textes": [paper(at, dated=True) for at in (0, 1, 2)]}],
        },
        [(None, "Mer", day) for day in DAYS],
    ),
    "issues with their day": (
        {
            "export": {
                "medias": [
                    {
                        "media": SITE,
                        "numeros": [{"jour": "2024-01-01", "pages": [{"papiers": [*TWO]}]}],
                    }
                ]
            }
        },
        [(SITE, None, "2024-01-01")] * 2,
    ),
    "keys that are sections": (
        {"Mer": TWO, "Vie": [paper(2)]},
        [(None, "Mer", None), (None, "Mer", None), (None, "Vie", None)],
    ),
    "keys that are days": (
        {"2024-01-01": TWO, "2024-01-02": [paper(2)]},
        [(None, None, "2024-01-01"), (None, None, "2024-01-01"), (None, None, "2024-01-02")],
    ),
    "the day of the file is not that of the articles": (
        {"date": "2025-06-01", "groupes": [{"papiers": TWO}]},
        [(None, None, None)] * 2,
    ),
    "an article's own day counts": (
        {"numeros": [{"date": "2024-01-01", "papiers": [paper(0, dated=True)]}] * 1},
        [(None, None, DAYS[0])],
    ),
}


def told(data: str, name: str) -> list[Told]:
    found = [one for one in read(data.encode(), relative=name) if isinstance(one, Article)]
    assert [one.title for one in found] == [story[0] for story in STORIES[: len(found)]]
    return [(one.source, one.section, one.published.value) for one in found]


@pytest.mark.parametrize("kind", JSON)
def test_groups_of_json_tell_their_articles_what_they_are_called(kind: str) -> None:
    data, wanted = JSON[kind]
    assert told(json.dumps(data, ensure_ascii=False), "a.json") == wanted


XML: dict[str, tuple[str, list[Told]]] = {
    "attributes": (
        f'<export><journal nom="{SITE}"><rubrique nom="Mer">{element(0)}{element(1)}</rubrique>'
        f'<rubrique nom="Vie">{element(2)}</rubrique></journal></export>',
        [(SITE, "Mer", None), (SITE, "Mer", None), (SITE, "Vie", None)],
    ),
    "elements": (
        f"<export><journal><nom>{SITE}</nom><rubrique><nom>Mer</nom>{element(0)}{element(1)}</rubrique>"
        f"<rubrique><nom>Vie</nom>{element(2)}</rubrique></journal></export>",
        [(SITE, "Mer", None), (SITE, "Mer", None), (SITE, "Vie", None)],
    ),
    "titles": (
        f"<revue><titre>Revue de mars</titre><theme><titre>Mer</titre>{element(0, dated=True)}"
        f"{element(1, dated=True)}</theme><theme><titre>Vie</titre>{element(2, dated=True)}</theme></revue>",
        [(None, "Mer", DAYS[0]), (None, "Mer", DAYS[1]), (None, "Vie", DAYS[2])],
    ),
    "issues with their day": (
        f'<numeros><numero date="2024-03-02" source="{SITE}"><articles>{element(0)}{element(1)}</articles></numero>'
        f'<numero date="2024-03-03" source="{SITE}"><articles>{element(2)}</articles></numero></numeros>',
        [(SITE, None, "2024-03-02"), (SITE, None, "2024-03-02"), (SITE, None, "2024-03-03")],
    ),
    "the day of the file is not that of the articles": (
        f'<export date="2025-06-01"><papiers>{element(0)}{element(1)}</papiers></export>',
        [(None, None, None)] * 2,
    ),
}


@pytest.mark.parametrize("kind", XML)
def test_groups_of_xml_tell_their_articles_what_they_are_called(kind: str) -> None:
    data, wanted = XML[kind]
    assert told(data, "a.xml") == wanted


def test_the_parts_of_one_text_are_no_group() -> None:
    title, day, first, second = STORIES[0]
    parts = [{"nom": "A", "alineas": [{"titre": "Les faits", "texte": first * 3}]}]
    parts += [{"nom": "B", "alineas": [{"titre": "La suite", "texte": second * 3}]}]
    data = json.dumps({"titre": title, "date": day, "parties": parts}, ensure_ascii=False)
    assert told(data, "a.json") == [(None, None, day)]


TEXTS = [f"{first} {second}" for _, _, first, second in STORIES]
ADDRESSES = [f"https://courrier.example/{at}" for at in range(len(STORIES))]
MAPS: dict[str, object] = {
    "texts under their addresses": dict(zip(ADDRESSES, TEXTS, strict=True)),
    "records under their addresses": {
        address: {"titre": story[0], "texte": text}
        for address, story, text in zip(ADDRESSES, STORIES, TEXTS, strict=True)
    },
}


@pytest.mark.parametrize("kind", MAPS)
def test_the_address_that_a_record_stands_under_is_its_own(kind: str) -> None:
    data = json.dumps(MAPS[kind], ensure_ascii=kind.startswith("texts")).encode()
    found = [one for one in read(data, relative="a.json") if isinstance(one, Article)]
    assert [one.url for one in found] == ADDRESSES
    assert all(first in one.text for one, (_, _, first, _) in zip(found, STORIES, strict=True))


def test_texts_under_their_titles_are_articles() -> None:
    titles = [*(story[0] for story in STORIES[:2]), 'Le moulin, dit "le vieux" : il tourne']
    data = json.dumps(dict(zip(titles, TEXTS, strict=True)), ensure_ascii=False).encode()
    found = [one for one in read(data, relative="a.json") if isinstance(one, Article)]
    assert [one.title for one in found] == titles


def test_an_article_in_an_object_of_its_own_name_is_read() -> None:
    lines = [
        json.dumps(
            {
                "meta": {"source": SITE, "date": day},
                "article": {"titre": title, "paragraphes": [first, second]},
            }
        )
        for title, day, first, second in STORIES
    ]
    assert told("\n".join(lines), "a.jsonl") == [(SITE, None, story[1]) for story in STORIES]
