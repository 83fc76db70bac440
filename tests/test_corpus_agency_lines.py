"""A news agency beside a day stands as an outlet does; elsewhere it signs."""

from __future__ import annotations

import pytest

from index.corpus.file_reading import read
from index.model.article import Article

TITLE = "Démission de la maire de Saint-Aubrac, mise en examen"
TEXT = (
    "La maire de Saint-Aubrac a présenté mardi sa démission au préfet, a annoncé son avocat à la presse.",
    "Elle avait été mise en examen en avril pour favoritisme dans un marché de trois millions d’euros.",
)


def told(*lines: str) -> tuple[str | None, str | None, str]:
    text = "\n".join((TITLE, "", *lines, "", *TEXT))
    (article,) = (one for one in read(text.encode(), relative="a.txt") if isinstance(one, Article))
    assert article.title == TITLE
    return article.source, article.author, (article.published.value or "")[:10]


@pytest.mark.parametrize("agency", ["AFP", "Reuters", "Belga", "AP"])
@pytest.mark.parametrize(
    "form",
    [
        "{}, 2 mai 2023",
        "{} - 2 mai 2023",
        "2 mai 2023 - {}",
        "{} | 02/05/2023",
        "({}) 2 mai 2023",
        "{}, le 2 mai 2023",
    ],
)
def test_an_agency_beside_a_day_is_the_outlet(form: str, agency: str) -> None:
    assert told(form.format(agency)) == (agency, None, "2023-05-02")


def test_it_signs_beside_an_outlet_and_behind_a_byline() -> None:
    assert told("Midi Libre, 2 mai 2023", "AFP") == ("Midi Libre", "AFP", "2023-05-02")
    assert told("AFP - 2 mai 2023 à 14:02") == (None, "AFP", "2023-05-02")
    assert told("Par AFP", "2 mai 2023") == (None, "AFP", "2023-05-02")
    assert told("Les Echos avec AFP, 2 mai 2023") == (
        "Les Echos",
        "Les Echos avec AFP",
        "2023-05-02",
    )
