"""The value of a claim as the list of facts writes it."""

from __future__ import annotations

import pytest

from index.interface.facts_in_words import marked_cell, value_in_words
from index.interface.texts import texts_for
from index.model.article import ArticleId
from index.model.claims import Claim, ClaimKind, ClaimManner
from index.model.facts import Account, Fact, FactVerdict
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


@pytest.mark.parametrize(
    ("words", "low", "high", "shown"),
    [
        ("Entre 100 et 150 personnes", 100, 150, "100–150"),
        ("de trois à cinq blessés", 3, 5, "3–5"),
        ("une dizaine de blessés", 8.5, 11.5, "~ 10"),
        ("au moins une dizaine de blessés", 8.5, 11.5, "≥ 10"),
        ("près de cent pompiers", 90, 100, "~ 100"),
    ],
)
def test_a_figure_is_shown_as_it_was_told(words: str, low: float, high: float, shown: str) -> None:
    claim = Claim(
        ClaimKind.COUNT, "wounded", 0, len(words), "x", Span(0, len(words)), low, high, text=words
    )
    fact = Fact("1", ClaimKind.COUNT, "wounded", "blessés", FactVerdict.CONFLICT, 0.5, ())
    assert value_in_words(texts_for("fr"), fact, claim) == shown


@pytest.mark.parametrize(
    ("speaker", "manner", "shown"),
    [
        ("la préfecture", ClaimManner.ATTRIBUTED, "rouvert (classe) — préfecture"),
        (
            "la préfecture",
            ClaimManner.CONDITIONAL,
            "rouvert (classe) — préfecture, conditionnel",
        ),
        (
            "Des sources hospitalières",
            ClaimManner.ANONYMOUS,
            "rouvert (classe) — sources hospitalières, source anonyme",
        ),
        ("", ClaimManner.CONDITIONAL, "rouvert (classe) — conditionnel"),
        ("", ClaimManner.PLAIN, "rouvert (classe)"),
    ],
)
def test_a_speaker_is_no_part_of_the_value(speaker: str, manner: ClaimManner, shown: str) -> None:
    claim = Claim(ClaimKind.STATUS, "open", 0, 7, "x", Span(0, 7), text="rouvert (classe)")
    claim = claim._replace(speaker_text=speaker, manner=manner)
    account = Account(ArticleId("a"), (claim,))
    fact = Fact("1", ClaimKind.STATUS, "open", "écoles", FactVerdict.CONFLICT, 0.5, (account,))
    told, notes = marked_cell(texts_for("fr"), fact, account)
    assert told.replace("\u00a0", " ") == shown
    behind = shown.removeprefix("rouvert (classe)").strip()
    assert [note.of(told).replace("\u00a0", " ") for note in notes] == ([behind] if behind else [])


def test_a_value_that_is_its_speaker_is_told_once() -> None:
    claim = Claim(
        ClaimKind.NAME, "court", 0, 5, "cour d'assises", Span(0, 5),
        text="cour d'assises de l'Ardanche", speaker_text="la cour d'assises de l'Ardanche",
    )  # fmt: skip
    fact = Fact("1", ClaimKind.NAME, "court", "cour", FactVerdict.CONFLICT, 0.5, ())
    account = Account(ArticleId("a"), (claim,))
    assert marked_cell(texts_for("fr"), fact, account)[0] == "cour d'assises de l'Ardanche"
