"""An utterance that two sources quote in other words has one line, and is no common text."""

from __future__ import annotations

import pytest
from builders import make_article, name_of

from index.compare import reworded
from index.compare.source_comparison import compare
from index.model.comparison import Comparison, Rendering

ONE = (
    "« Nous n'avons jamais pu célébrer le début de nos vies ensemble, car le plus beau jour est devenu le pire »,"
    " a dit {}."
)
OTHER = (
    "« Nous n'aurons pas pu fêter le début de notre vie commune, le jour le plus beau étant devenu le pire »,"
    " a dit {}."
)


def compared(one: str, other: str) -> Comparison:
    names = {"person:lea-arnal": ["Léa Arnal"], "person:hugo-brun": ["Hugo Brun"]}
    articles = [make_article("a", one, names=names), make_article("b", other, names=names)]
    return compare(articles, name_of=name_of)


def relations(comparison: Comparison) -> list[list[str]]:
    return [[use.relation.value for use in line.uses] for line in comparison.quotes]


def test_one_speaker_in_other_words_has_one_line() -> None:
    found = compared(ONE.format("Léa Arnal"), OTHER.format("Léa Arnal"))
    (told,) = relations(found)
    assert sorted(told) == [Rendering.IDENTICAL, Rendering.REWORDED]
    (use,) = (
        use for line in found.quotes for use in line.uses if use.relation is Rendering.REWORDED
    )
    assert use.differing
    # What is quoted in other words is no common text.
    assert not found.communique
    assert [each.quotes for each in found.dependence] == [0.0, 0.0]


def test_sentences_of_one_statement_are_enough() -> None:
    where = "À la mairie de Courvoise, mardi 17 janvier, {}"
    found = compared(
        where.format(ONE[0].lower() + ONE[1:].format("la jeune femme")),
        where.format(OTHER[0].lower() + OTHER[1:].format("la victime")),
    )
    assert len(found.rows) == 1
    assert [len(line.uses) for line in found.quotes] == [2]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (ONE.format("Léa Arnal"), OTHER.format("Hugo Brun")),
        (ONE.format("Léa Arnal"), "« Le beau jour viendra pour nos vies », a dit Hugo Brun."),
        (ONE.format("Léa Arnal"), "« Le port de Courvoise sera ouvert dès lundi », a dit Léa Arnal."),
    ],
)  # fmt: skip
def test_two_utterances_stay_two(one: str, other: str) -> None:
    assert [len(line.uses) for line in compared(one, other).quotes] == [1, 1]


def test_the_bounds_are_those_that_were_measured() -> None:
    assert (reworded._SHARED, reworded._FEWEST) == (0.5, 3)
