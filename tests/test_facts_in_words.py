"""The value of a claim as the list of facts writes it."""

from __future__ import annotations

import pytest

from index.interface.facts_in_words import value_in_words
from index.interface.texts import texts_for
from index.model.claims import Claim, ClaimKind
from index.model.facts import Fact, FactVerdict
from index.model.text import Span


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("dysfonctionnement électrique est la cause la plus probable", "dysfonctionnement électrique"),
        ("court-circuit serait à l’origine du feu", "court-circuit"),
        ("piste criminelle est privilégiée", "piste criminelle"),
        ("dû à un court-circuit", "dû à un court-circuit"),
        ("mis volontairement", "mis volontairement"),
    ],
)  # fmt: skip
def test_a_cause_is_shown_without_the_words_that_say_that_it_is_one(words: str, shown: str) -> None:
    claim = Claim(ClaimKind.CAUSE, "cause", 0, len(words), "x", Span(0, len(words)))
    fact = Fact("1", ClaimKind.CAUSE, "cause", "cause", FactVerdict.CONFLICT, 0.5, ())
    told = claim._replace(text=words)
    assert value_in_words(texts_for("fr"), fact, told) == shown


def test_other_values_keep_their_words() -> None:
    claim = Claim(ClaimKind.STATUS, "fire", 0, 5, "x", Span(0, 5), text="alerte est en cause")
    fact = Fact("1", ClaimKind.STATUS, "fire", "feu", FactVerdict.CONFLICT, 0.5, ())
    assert value_in_words(texts_for("fr"), fact, claim) == "alerte est en cause"
