"""What somebody denies in words of one's own is found where denials are asked for, and its manner stays « said »."""

from __future__ import annotations

import pytest
from builders import make_article

from index.french.denying import is_denying
from index.model.article import HowSaid

NAMES = {"person:lea-arnal": ["Léa Arnal"], "person:hugo-brun": ["Hugo Brun"]}


def denying(text: str) -> bool:
    article = make_article("a", text, names=NAMES)
    (quote,) = article.annotations.quotes
    assert quote.manner is HowSaid.SAID
    return is_denying(article.text, quote)


@pytest.mark.parametrize(
    "text",
    [
        "« Nous n'avons reçu aucun courrier », dément Léa Arnal.",
        "« Le port est ouvert », a contesté Hugo Brun.",
        "« Tout est en règle », réfute-t-il.",
        "« Je démens avoir reçu de l'argent », a dit Léa Arnal.",
        "« C'est totalement faux », a réagi Léa Arnal.",
        "« Je n'ai jamais touché un centime », a lancé Hugo Brun.",
        "« Ces accusations sont infondées », a déclaré Hugo Brun.",
        "« Aucune demande ne nous est parvenue », a déclaré Léa Arnal, démentant les rumeurs.",
    ],
)
def test_a_denial_in_words_of_ones_own_denies(text: str) -> None:
    assert denying(text)


@pytest.mark.parametrize(
    "text",
    [
        "« Nous partons demain », a dit Léa Arnal.",
        "« Je n'ai jamais vu une telle tempête », a raconté Hugo Brun.",
        "« C'est vrai », ne dément pas Léa Arnal.",
        "« Il faut contester cette loi », a lancé Hugo Brun.",
        "« Ce n'est pas assez », a jugé Léa Arnal.",
        "« Les faits sont là », a déclaré Léa Arnal. Hugo Brun part, démentant les rumeurs.",
    ],
)
def test_what_is_only_negative_denies_nothing(text: str) -> None:
    assert not denying(text)
