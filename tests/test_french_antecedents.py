"""Whom a pronoun means: a verdict where a sentence beside it tells, a guess where one farther off does."""

from __future__ import annotations

import pytest
from builders import make_article

from index.french.antecedents import Antecedents
from index.french.names_before import Guess, Meant
from index.model.text import Span

NAMES = {
    "person:lea-arnal": ["Léa Arnal", "Mme Arnal"],
    "person:hugo-brun": ["Hugo Brun", "M. Brun"],
}


def meant(text: str, pronoun: str) -> tuple[Meant | None, Guess | None]:
    article = make_article("a", text, names=NAMES)
    found = article.annotations
    antecedents = Antecedents(
        article.text, found.sentences, found.mentions, tuple, masked=article.text
    )
    start = article.text.rindex(pronoun)
    at = Span(start, start + len(pronoun))
    return (
        antecedents.of_pronoun(at, (), before=start, going_on=False),
        antecedents.guess_at(start),
    )


@pytest.mark.parametrize(
    ("text", "verdict", "far"),
    [
        ("M. Brun visite le port. Tout est plein, dit-il.", "person:hugo-brun", None),
        (
            "M. Brun visite le port. Le port est plein. Tout est plein, dit-il.",
            None,
            "farther subject",
        ),
        (
            "Le port reçoit M. Brun. Le port est plein. Tout est plein, dit-il.",
            None,
            "farther name",
        ),
        (
            "Le port de M. Brun est plein. Rien ne bouge. Le quai attend. Le bac aussi. Tout est plein, dit-il.",
            None,
            "first name",
        ),
        ("Un docker visite le port. Tout est plein, dit-il.", None, "somebody without a name"),
    ],
)
def test_only_a_sentence_beside_is_a_verdict(
    text: str, verdict: str | None, far: str | None
) -> None:
    found, guess = meant(text, "il")
    assert (found.entity if found else None) == verdict
    assert (guess.far if guess else None) == far
