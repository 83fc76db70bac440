"""Of which account another one is a copy: the earlier one, or an agency's of the same day."""

from __future__ import annotations

import pytest
from builders import make_article

from index.compare.likeness import likenesses
from index.compare.taken_from import taken_from
from index.model.article import ArticleId

TEXT = (
    "Le phare de Lantigny a été fermé lundi matin après la chute d’une pierre, a annoncé la capitainerie. "
    "Personne n’a été blessé, mais le quai nord reste interdit aux promeneurs jusqu’à la fin de la semaine. "
    "La maire demande une expertise, qui devrait coûter douze mille euros à la commune."
)
OTHER = (
    "Une expertise du phare coûtera douze mille euros, selon la maire de Lantigny, qui ferme le quai nord. "
    "La capitainerie évoque la chute d’une pierre et se félicite que nul n’ait été touché."
)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (("Le Phare", "2024-03-04", TEXT), ("La Vigie", "2024-03-05", TEXT), "first"),
        (("Le Phare", "2024-03-05", TEXT), ("La Vigie", "2024-03-04", TEXT), None),
        (("Le Phare", "2024-03-04", TEXT), ("La Vigie", "2024-03-04", TEXT), None),
        (("AFP", "2024-03-04", TEXT), ("La Vigie", "2024-03-04", TEXT), "first"),
        (("Le Phare", "2024-03-04", TEXT), ("LE PHARE", "2024-03-04", TEXT), "first"),
        (("Le Phare", None, TEXT), ("La Vigie", "2024-03-04", TEXT), None),
        (("AFP", "2024-03-04", OTHER), ("La Vigie", "2024-03-05", TEXT), None),
    ],
)
def test_a_copy_names_the_account_before_it(
    first: tuple[str, str | None, str], second: tuple[str, str, str], expected: str | None
) -> None:
    articles = [
        make_article(name, text, source=source, published=day)
        for name, (source, day, text) in (("first", first), ("second", second))
    ]
    found = taken_from(1, [0], articles, likenesses(articles), least=0.5)
    assert found == (ArticleId(expected) if expected else None)
