"""What a word beside a name says of its kind, and what only looks as if it did."""

from __future__ import annotations

import pytest

from index.entities.name_reading import read, settle
from index.entities.recognition import Recogniser


@pytest.fixture(scope="module")
def recogniser() -> Recogniser:
    return Recogniser.load()


def _found(recogniser: Recogniser, text: str) -> list[tuple[str, str]]:
    mentions = settle(read(recogniser, text), recogniser)
    return [(text[m.start : m.end], m.kind.value) for m in mentions]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        # The one who makes a thing is no thing.
        ("On y trouve un système audio Zorvat.", "Zorvat", "organisation"),
        ("On y trouve des freins Zorvat.", "Zorvat", "organisation"),
        ("Elle porte la célèbre livrée Zorvat.", "Zorvat", "organisation"),
        # A norm, a law, a cycle of measures has a name that is nobody's.
        ("On mesure cela selon la norme ZVR7.", "ZVR7", "other"),
        ("On mesure cela selon le cycle ZVRT.", "ZVRT", "other"),
        ("Hier, la loi Zorvat a été votée.", "Zorvat", "other"),
        ("Hier, l'usine, classée Zorvat, a brûlé.", "Zorvat", "other"),
        ("Il a vu l'exposition Zorvat hier.", "Zorvat", "other"),
        # The first half of a compound belongs to it.
        ("Hier, le sous-marin Zorvat a plongé.", "Zorvat", "equipment"),
        ("Ils vivent au lieu-dit Zorvat.", "Zorvat", "place"),
        ("La Zorvat Code Week a ouvert.", "Zorvat Code Week", "event"),
        # « M » without a point is a civility, but not in a name of cars.
        ("Hier, M Zorvat a souri.", "M Zorvat", "person"),
    ],
)
def test_what_a_word_beside_a_name_says(
    recogniser: Recogniser, text: str, name: str, kind: str
) -> None:
    assert (name, kind) in _found(recogniser, text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("On a vu hier Morvan le marin et Zorvat le musicien.", "equipment"),
        ("On parle des vaccins made in Zorvat.", "equipment"),
        ("C'est le petit Gran Coupé (Zorvation vidéo).", "equipment"),
        ("Elle déclare hier la guerre au Zorvat d'Antibes.", "event"),
        ("On y trouve le système Power Steering.", "equipment"),
        ("On a vu hier les GT et les GTI.", "organisation"),
        ("Hier, les moteurs M TwinPower Turbo ont tourné.", "person"),
        ("Hier, la Zorva M GmbH a fêté ses ans.", "person"),
        ("Hier, les ingénieurs de Zorva M Motorsport ont ri.", "person"),
        ("Le décret est paru hier au Journal officiel.", "place"),
        ("Un Accord de ZorvatMercredi, on a ri.", "event"),
        ("Hier, l'Hypercar italienne a roulé.", "place"),
        # Names that are a thing's beside certain words alone.
        ("Le réalisateur J. J. Abrams et Stacey Abrams ont ri.", "equipment"),
        ("Le « Black Mamba » a été élu deux fois meilleur joueur.", "equipment"),
        ("Le système de la Zorva Spyder est neuf.", "equipment"),
        ("Interviewée par Mouloud Achour, elle a ri.", "event"),
    ],
)
def test_what_only_looks_like_a_cue(recogniser: Recogniser, text: str, kind: str) -> None:
    assert kind not in {told for _, told in _found(recogniser, text)}
