"""Whom a pronoun means: a verdict where a sentence beside it tells, a guess where one farther off does."""

from __future__ import annotations

import pytest
from builders import make_article

from index.french.antecedents import Antecedents
from index.french.genders import Gender, of_given_name, of_persons, of_words
from index.french.names_before import Guess, Meant
from index.model.article import EntityId
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
            "person:hugo-brun",
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
        ("Un docker visite le port. Tout est plein, dit-il.", None, None),
        (
            "M. Brun aime le port. Le docker part. Tout est plein, dit-il.",
            None,
            "somebody without a name",
        ),
    ],
)
def test_only_a_sentence_beside_is_a_verdict(
    text: str, verdict: str | None, far: str | None
) -> None:
    found, guess = meant(text, "il")
    assert (found.entity if found else None) == verdict
    assert (guess.far if guess else None) == far


@pytest.mark.parametrize(
    ("words", "gender"),
    [
        ("L'adolescente", Gender.FEMININE),
        ("l'élue de Californie", Gender.FEMININE),
        ("l’avocate", Gender.FEMININE),
        ("l'actrice", Gender.FEMININE),
        ("l'étudiant", Gender.MASCULINE),
        ("l'accusé", Gender.MASCULINE),
        ("l'artiste", None),
    ],
)
def test_nouns_behind_an_apostrophe_have_a_gender(words: str, gender: Gender | None) -> None:
    assert of_words(words) is gender


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("La conseillère Sibeth Marsan part.", Gender.FEMININE),
        ("Sibeth Marsan, la porte-parole, part.", Gender.FEMININE),
        ("Sibeth Marsan, directrice du port, part.", Gender.FEMININE),
        ("Sibeth Marsan, sœur de Hugo Brun, part.", Gender.FEMININE),
        ("Le rappeur Sibeth Marsan part.", Gender.MASCULINE),
        ("La femme du rappeur Sibeth Marsan part.", Gender.MASCULINE),
        ("M. Sibeth Marsan, la porte-parole, part.", Gender.MASCULINE),
        ("La mort de Sibeth Marsan.", Gender.MASCULINE),
    ],
)
def test_an_office_tells_the_gender_of_a_name_of_no_list(text: str, gender: Gender) -> None:
    article = make_article("a", text, names={"person:sibeth-marsan": ["Sibeth Marsan"]})
    found = of_persons(article.text, article.annotations.mentions)
    assert found[EntityId("person:sibeth-marsan")] is gender


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("najat", Gender.FEMININE),
        ("yassine", Gender.MASCULINE),
        ("mary", Gender.FEMININE),
        ("jean-noel", Gender.MASCULINE),
        ("marie-agnes", Gender.FEMININE),
        ("kim", None),
        # « Valéry » and « Valery », « Danièle » and « Daniele » are one name without accents.
        *((name, None) for name in ("valery", "daniele", "michele", "raffaele")),
        *((name, None) for name in ("joan", "ilham", "carol", "kari")),
        ("danielle", Gender.FEMININE),
        ("michelle", Gender.FEMININE),
    ],
)
def test_the_registers_of_births_tell_the_gender_of_a_name(
    name: str, gender: Gender | None
) -> None:
    assert of_given_name(name) is gender


@pytest.mark.parametrize(
    ("entity", "gender"),
    [("person:prince-omur", Gender.MASCULINE), ("person:reine-omur", Gender.FEMININE)],
)
def test_a_title_before_a_name_tells_its_gender(entity: str, gender: Gender) -> None:
    article = make_article("a", "Omur parle.", names={entity: ["Omur"]})
    found = of_persons(article.text, article.annotations.mentions)
    assert found[EntityId(entity)] is gender


def test_a_name_of_the_register_is_no_mans_for_an_office_without_a_gender() -> None:
    """« Noura Arnal, chauffeur de taxi »: the noun has no feminine of its own."""
    text = "Noura Arnal, chauffeur de taxi, parle."
    article = make_article("a", text, names={"person:noura-arnal": ["Noura Arnal"]})
    found = of_persons(article.text, article.annotations.mentions)
    assert found[EntityId("person:noura-arnal")] is Gender.FEMININE


@pytest.mark.parametrize(
    ("entity", "owner", "speaker"),
    [
        ("person:marie-omur", "aux Omur", None),
        ("person:famille-omur", "aux Omur", None),
        ("person:marie-omur", "à Omur", "person:marie-omur"),
    ],
)
def test_a_family_is_nobody_whom_a_pronoun_means(
    entity: str, owner: str, speaker: str | None
) -> None:
    text = f"La grue plaît {owner}. Elle regrette « un drame pour tous »."
    article = make_article("a", text, names={entity: ["Omur"]})
    assert article.annotations.quotes[0].speaker == speaker


def test_who_is_told_beside_a_family_is_meant() -> None:
    text = "Une fidèle des Omur va voter. Elle a parlé : « Tout va très bien », assure-t-elle."
    article = make_article("a", text, names={"person:famille-omur": ["Omur"]})
    assert article.annotations.quotes[0].speaker_text == "Une fidèle des Omur"
