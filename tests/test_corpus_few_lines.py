"""A text of a few lines loses nothing for its wording alone: it would be gone."""

from __future__ import annotations

import json

import pytest

from index.corpus.file_reading import read
from index.model.article import Article


@pytest.mark.parametrize(
    "text",
    [
        "Lire : 700 passagers, et non 900, comme indiqué par erreur dans notre point de 18 h.",
        "À lire : la Cour des comptes publie mardi son rapport sur les ports de pêche.",
        "Le maire de Valombre ferme la digue au public dès ce soir, et pour trois semaines au moins, a-t-il dit à l’AFP #digue #port",
    ],
)
def test_a_record_of_one_line_keeps_it(text: str) -> None:
    record = json.dumps({"author": "Bureau de Sète", "date": "2024-02-15", "text": text})
    (article,) = read(record.encode(), relative="a.jsonl")
    assert isinstance(article, Article)
    assert [span.of(article.text) for span in article.paragraphs] == [text]


def test_a_line_that_points_elsewhere_goes_where_a_text_is_left() -> None:
    text = "La digue du port a cédé lundi à l’aube sous une vague de quatre mètres de haut."
    (article,) = read(f"{text}\n\nÀ lire : Le port rouvre ses quais\n".encode(), relative="a.txt")
    assert isinstance(article, Article)
    assert [span.of(article.text) for span in article.paragraphs] == [text]
