"""An outlet that stands in the title's line, before it or behind it, and titles of which a part looks like one."""

from __future__ import annotations

import pytest

from index.corpus.file_reading import read
from index.model.article import Article

TITLE = "La digue de Morsaint cède sous la houle"
TEXTS = [
    "La digue de Morsaint a cédé dans la nuit de jeudi à vendredi, sur une trentaine de mètres, sous l’effet de la houle.",
    "« Nous demandions des travaux depuis dix ans », rappelle la maire, qui a passé la nuit au gymnase avec les sinistrés.",
    "Le capitaine des secours estime que deux marées suffiront pour vider les caves, si le vent tombe comme annoncé.",
]


def article(title: str, *foot: str) -> Article:
    (found,) = read("\n\n".join((title, *TEXTS, *foot)).encode(), relative="a.txt")
    assert isinstance(found, Article)
    for text in TEXTS:
        assert text in found.text
    return found


@pytest.mark.parametrize("sign", [" | ", " • ", " // "])
@pytest.mark.parametrize(
    "name", ["RADIO LAC", "Radio Vallée Bleue", "La Gazette du Port", "Actu Baie", "lephare.fr"]
)
def test_an_outlet_before_or_behind_a_bar_is_no_part_of_the_title(name: str, sign: str) -> None:
    for line in (f"{name}{sign}{TITLE}", f"{TITLE}{sign}{name}"):
        found = article(line)
        assert (found.title, found.source) == (TITLE, name)


@pytest.mark.parametrize("sign", [" | ", " - ", " – ", " — "])
@pytest.mark.parametrize("name", ["Canal Sud", "Rue du Port", "RTN", "Le Phare", "France 3"])
def test_an_outlet_that_the_page_names_again_is_no_part_of_the_title(name: str, sign: str) -> None:
    for line in (f"{name}{sign}{TITLE}", f"{TITLE}{sign}{name}"):
        found = article(line, f"© {name} 2024")
        assert (found.title, found.source) == (TITLE, name)


@pytest.mark.parametrize(
    "title",
    [
        "Urbanisme | Le Havre change de visage et de rythme",
        "Tribune | Pour une école qui répare les vivants",
        "Revue de presse | Ce que disent les journaux du lac",
        "Notre-Dame - La Voix des artisans du chantier",
        "Le conseil adopte le budget de la ville | Vidéo",
        "La guerre des mondes n’aura pas lieu – Le Monde d’Hier",
        "EN DIRECT | Crue de la Vire, les secours à pied d’œuvre",
        "Saint-Aubry - Lantigny : le car de midi ne passera plus",
        "Presse écrite : la fin d’un monde - Le temps des regrets",
    ],
)
def test_other_parts_of_a_title_stay(title: str) -> None:
    assert article(title).title == title
