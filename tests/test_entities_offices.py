"""The offices of persons: whose an office is that stands between names, and where it ends."""

from __future__ import annotations

import pytest
from builders import find_names

from index.entities.offices import offices_of

NAMES = {
    "person:arnal": ["Léa Arnal", "Arnal"],
    "person:brun": ["Hugo Brun", "M. Brun", "Brun"],
    "person:calvo": ["Inès Calvo", "Calvo"],
    "person:famille-dorval": ["Dorval"],
}


def told(text: str) -> set[tuple[str, str]]:
    """The persons of a text with their offices."""
    mentions = find_names(text, NAMES)
    return {
        (str(mentions[office.mention].entity).partition(":")[2], text[office.start : office.end])
        for office in offices_of(text, mentions)
    }


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        ("La ministre de la Mer, Léa Arnal, part.", {("arnal", "ministre de la Mer")}),
        ("L'ex-maire de Vaubrac Hugo Brun part.", {("brun", "ex-maire de Vaubrac")}),
        ("Hugo Brun, maire de Vaubrac, part.", {("brun", "maire de Vaubrac")}),
        (
            "L'ancien ministre de la Mer et ancien président du port Hugo Brun part.",
            {("brun", "ancien ministre de la Mer et ancien président du port")},
        ),
        (
            "Maire de Vaubrac jusqu'en mai, Hugo Brun était parti.",
            {("brun", "Maire de Vaubrac jusqu'en mai")},
        ),
        ("Selon la ministre de la Mer, Léa Arnal, il pleut.", {("arnal", "ministre de la Mer")}),
        (
            "Face au maire de Vaubrac, Hugo Brun et au préfet, elle rit.",
            {("brun", "maire de Vaubrac")},
        ),
    ],
)
def test_an_office_beside_a_name_is_its_bearers(text: str, offices: set[tuple[str, str]]) -> None:
    assert told(text) == offices


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        # The next item of a list.
        (
            "Hugo Brun, la présidente du Front des marins Léa Arnal et le préfet.",
            {("arnal", "présidente du Front des marins")},
        ),
        (
            "Hugo Brun, la maire de Vaubrac Léa Arnal, tous du port.",
            {("arnal", "maire de Vaubrac")},
        ),
        ("Hugo Brun, ministre de la Mer et Léa Arnal rient.", {("brun", "ministre de la Mer")}),
        (
            "Hugo Brun, le ministre de la Mer et Léa Arnal, la préfète.",
            {("brun", "ministre de la Mer"), ("arnal", "préfète")},
        ),
        ("Avec Hugo Brun, écrivain et marin ou de Léa Arnal.", {("brun", "écrivain et marin")}),
        # What stands in apposition to the one before.
        (
            "Après Hugo Brun, ancien président du port mort lundi, Léa Arnal a parlé.",
            {("brun", "ancien président du port mort lundi")},
        ),
        (
            "Inès Calvo, ancienne porte-parole du gouvernement Brun, part.",
            {("calvo", "ancienne porte-parole du gouvernement Brun")},
        ),
        # Coordinated with the person.
        ("Le président du port et Léa Arnal rient.", set()),
        ("Être ministre ou Léa Arnal.", set()),
        (
            "La cote du chef de l'État et du Premier ministre Hugo Brun baisse.",
            {("brun", "Premier ministre")},
        ),
        ("Le préfet et la ministre de la Mer Léa Arnal rient.", {("arnal", "ministre de la Mer")}),
    ],
)
def test_an_office_in_a_list_is_of_one_of_the_two(text: str, offices: set[tuple[str, str]]) -> None:
    assert told(text) == offices


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        (
            "Hugo Brun, premier adjoint de la maire Léa Arnal, part.",
            {("brun", "premier adjoint de la maire Léa Arnal"), ("arnal", "maire")},
        ),
        ("Le chef de cabinet du président Hugo Brun part.", {("brun", "président")}),
        ("L'avocat de l'ancien maire Hugo Brun part.", {("brun", "ancien maire")}),
        ("L'avocate de la maire de Vaubrac Léa Arnal part.", set()),
        (
            "La porte-parole du président, Léa Arnal, part.",
            {("arnal", "porte-parole du président")},
        ),
        (
            "Le secrétaire d'État auprès du ministre de la Mer Hugo Brun part.",
            {("brun", "secrétaire d'État auprès du ministre de la Mer")},
        ),
        ("L'adjoint à la maire Hugo Brun part.", {("brun", "adjoint à la maire")}),
        # A relative of who holds it.
        ("La femme du préfet, Léa Arnal, part.", set()),
        ("L'avocat de la famille Dorval part.", set()),
        ("Le porte-parole du gouvernement Brun part.", set()),
    ],
)
def test_an_office_within_an_office_is_of_the_inner_person(
    text: str, offices: set[tuple[str, str]]
) -> None:
    assert told(text) == offices


@pytest.mark.parametrize(
    "text",
    [
        "Alors que l'ancien maire vantait les mérites du port, Léa Arnal a ri.",
        "L'ancienne candidate à la mairie annonce sa venue, Léa Arnal rit.",
        "Le président du port critique plus durement Léa Arnal.",
        "L'acteur aurait loué une aile entière du Léa Arnal.",
        "Les mots du président du port ne s'arrêtent pas là et Léa Arnal rit.",
        "Quant à l'auteur de ces lignes, Léa Arnal laisse entendre qu'il part.",
        "Face au président du port, Léa Arnal continue son discours.",
        "Sans un avocat pour plaider sa cause, Léa Arnal se défend.",
        "Le député pro-Brun est venu.",
        "Le port est plein”, juge Léa Arnal.",
        "Le port est plein”, juge le docteur Hugo Brun.",
        "« Un port », guide Hugo Brun.",
        "Hugo Brun, maire de Vaubrac salue son action.",
        "Le roi du port vient tout juste de recruter Hugo Brun.",
        "En faisant venir le maire de Vaubrac, Hugo Brun a gagné.",
        "Pour faire venir le maire de Vaubrac, Hugo Brun a crié.",
    ],
)
def test_a_clause_beside_a_name_is_no_office(text: str) -> None:
    assert told(text) == set()


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        # Behind the verb another office begins.
        (
            "L'ancien président du port reçoit le maire de Vaubrac Hugo Brun.",
            {("brun", "maire de Vaubrac")},
        ),
        ("Hugo Brun, maire de Vaubrac où le port est plein, rit.", {("brun", "maire de Vaubrac")}),
        ("Hugo Brun, chef du port lors d'une visite, rit.", {("brun", "chef du port")}),
        (
            "Le rédacteur en chef de La Vigie, Hugo Brun, rit.",
            {("brun", "rédacteur en chef de La Vigie")},
        ),
        ("Hugo Brun, chargé des ports, ministre de la Mer et la maire, rit.", set()),
        (
            "Hugo Brun, ministre de la Mer et la maire de Vaubrac, rient.",
            {("brun", "ministre de la Mer")},
        ),
        (
            "Hugo Brun, ministre de l'Égalité entre les femmes et les hommes, rit.",
            {("brun", "ministre de l'Égalité entre les femmes et les hommes")},
        ),
        ("Hugo Brun, patron du journal l'Écho, rit.", {("brun", "patron du journal l'Écho")}),
        ("Il publie un numéro spécial Hugo Brun.", set()),
        ("Qui représente le parquet général, Hugo Brun le sait.", set()),
        ("Le numéro deux du port Hugo Brun rit.", {("brun", "numéro deux du port")}),
        ("Le ministre chargé de la Mer Hugo Brun rit.", {("brun", "ministre chargé de la Mer")}),
        ("Le patron de tous les ports Hugo Brun rit.", {("brun", "patron de tous les ports")}),
    ],
)
def test_an_office_ends_where_its_noun_phrase_does(
    text: str, offices: set[tuple[str, str]]
) -> None:
    assert told(text) == offices
