"""Where copying lost the break between two sentences, and where none is missing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.corpus.cleaning.glue import glued_places


@pytest.mark.parametrize(
    "marked",
    [
        "La criée ferme.|Les pêcheurs protestent.",
        "La criée ferme à 18h30.|À Brest, rien ne change.",
        "« La criée ferme. »|Les pêcheurs protestent.",
        "« La criée ferme ».|Les pêcheurs protestent.",
        'Il a dit: "La criée ferme".|Les pêcheurs protestent.',
        'Il a dit: "La criée ferme."|Les pêcheurs protestent.',
        'La criée ferme.|"Nous protestons", disent-ils.',
        'Il a dit: "La criée ferme".|"Nous protestons", disent-ils.',
        'Il a dit: "La criée ferme."|"Nous protestons", disent-ils.',
        'Un mètre" suffit, dit-il. "Chacun part".|"Nous protestons", disent-ils.',
        'Un mètre" suffit, dit-il. "Chacun part."|"Nous protestons", disent-ils.',
        'Ils parlent de la fin.|"Respect" et "dignité"|Une pêcheuse proteste.',
        "Le syndicat (CFDT).|Ses élus protestent.",
        "Le chantier (à 8 millions d’euros.)|Ses élus protestent.",
        "La criée est fermée!|Les pêcheurs protestent.",
        "Qui paiera ?|Les pêcheurs, sans doute.",
        "La fin d’une époque...|Et le début d’une autre.",
        "Selon l’ONU.|L’agence proteste.",
        "La criée ferme.|- Un port sans avenir -|Les pêcheurs protestent.",
        'La criée ferme.|- "Sans avenir" -|"Nous protestons", disent-ils.',
        "Une hausse de 12 %.|En juin, elle était moindre.",
        "Un port pour les marins bretons|Et une criée pour tous.",
        "La criée ferme.|« Nous protestons », disent-ils.",
        "La criée ferme vendredi.|ab-cd/ef",
    ],
)
def test_missing_breaks_are_found(marked: str) -> None:
    parts = marked.split("|")
    places = [sum(map(len, parts[: at + 1])) for at in range(len(parts) - 1)]
    assert glued_places("".join(parts)) == places


@pytest.mark.parametrize(
    "text",
    [
        "Le site bladi.net et Booking.com restent ouverts.",
        "Rendez-vous à 07h20 pour 12.500 personnes, soit 3.5 fois plus.",
        "L’U.S. Navy et J.D.Vance, M.Dupont ou l’É.-U.",
        "Il travaille chez YouTube, LaPresse, WhatsApp et McDonald.",
        'Le "Black Mamba" et le "Petit Prince" sont là.',
        "Voir https://exemple.test/Un.Article et redaction.Paris@exemple.test pour la suite.",
        "Il a dit : « Bonjour. Ça va ? » et il est parti.",
        'Un « ... Oui » et un "...Non" ont suffi.',
        "Le Royaume-Uni – Les Pays-Bas : 2-1.",
        "A. B. Camara et L.-F. Céline.",
        "",
        "Une phrase. Une autre! Une troisième? Fin.",
    ],
)
def test_nothing_is_cut_where_nothing_is_missing(text: str) -> None:
    assert glued_places(text) == []


@given(st.text(alphabet='aA.é"«»- !?1(', max_size=60))
def test_places_are_inside_and_in_order(text: str) -> None:
    places = glued_places(text)
    assert places == sorted(set(places))
    assert all(0 < place < len(text) for place in places)
