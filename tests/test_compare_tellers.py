"""Copies that give other figures are accounts of their own."""

from __future__ import annotations

from dataclasses import replace

from handful import make_article

from index.compare.origins import origins, tellers
from index.model.article import Annotations, Article, Quantity

TEXT = (
    "Le bac du Breuil a heurté la digue nord en fin de journée, a dit le maire, Yves Morandeau, devant la "
    "capitainerie de Port-Vernin, où les secours de toute la baie sont restés jusqu'à la nuit tombée."
)


def dispatch(id: str, day: str, *figures: float) -> Article:
    found = tuple(Quantity(0, 1, value, "mort") for value in figures)
    return replace(make_article(id, TEXT, date=day), annotations=Annotations(quantities=found))


def test_a_copy_with_another_toll_is_held_against_the_first() -> None:
    told = [
        dispatch("a", "2023-03-04", 2), dispatch("b", "2023-03-04", 2),
        dispatch("c", "2023-03-05", 5), dispatch("d", "2023-03-06", 5), dispatch("e", "2023-03-06"),
    ]  # fmt: skip
    groups = origins(told)
    assert len(groups) == 1
    assert [article.id for article in tellers(groups)] == ["a", "c"]
