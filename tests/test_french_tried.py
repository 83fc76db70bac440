"""Who is tried, and not who accuses, says what is said of oneself; an office beside the words may be who has just spoken."""

from __future__ import annotations

import pytest
from builders import make_article

NAMES = {
    "person:lea-arnal": ["Léa Arnal"],
    "person:hugo-brun": ["Hugo Brun"],
    "person:nora-petit": ["Nora Petit"],
    "person:paul-morel": ["Paul Morel"],
}
ARNAL, BRUN, PETIT, MOREL = NAMES


def speakers(text: str) -> list[str | None]:
    return [quote.speaker for quote in make_article("a", text, names=NAMES).annotations.quotes]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Nora Petit a pleuré. Contre elle, la procureure, Léa Arnal, a requis un an de prison. « J'ai obéi », a-t-elle murmuré.",
            PETIT,
        ),
        (
            "Hugo Brun a baissé la tête. Le procureur, Paul Morel, a requis contre lui trois ans. « Je regrette mon geste », a-t-il soufflé.",
            BRUN,
        ),
        (
            "Hugo Brun comparaît. Le procureur, Paul Morel, a requis dix ans contre Hugo Brun. « Je suis innocent », a-t-il crié.",
            BRUN,
        ),
        (
            "Nora Petit attend. La juge Léa Arnal a prononcé contre elle une peine. « J'espère travailler », a-t-elle dit.",
            PETIT,
        ),
        # What an accuser says of the other, or of the office, is the accuser's.
        (
            "Hugo Brun a baissé la tête. Le procureur, Paul Morel, a requis contre lui trois ans. « Il a trahi », a-t-il ajouté.",
            MOREL,
        ),
        (
            "Hugo Brun a nié. Le procureur, Paul Morel, a requis contre lui trois ans. « Je vous demande d'être fermes », a-t-il dit.",
            MOREL,
        ),
        # No court: the president speaks of himself.
        (
            "Le président, Paul Morel, ignorait la plainte contre Hugo Brun. « Je n'ai pas posé la question », a-t-il dit.",
            MOREL,
        ),
        (
            "Le président du club, Paul Morel, proteste contre la baisse des aides. « Je préfère un décret », a-t-il dit.",
            MOREL,
        ),
    ],
)
def test_who_is_tried_speaks_of_oneself(text: str, speaker: str) -> None:
    assert speakers(text)[-1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        *(
            (f"Hugo Brun, maire du port, est venu. « Je pars », a dit l'élu {place}.", BRUN)
            for place in (
                "à la barre",
                "à la sortie",
                "à l'entrée de la salle",
                "à la tribune",
                "à plusieurs reprises",
                "à mi-voix",
                "au tribunal",
                "à son arrivée",
            )
        ),
        ("Le retour attendra mars, reconnaît Léa Arnal. « Nous tenons », admet la directrice.", ARNAL),
        ("Le pont est sûr, assure Hugo Brun. « Nous l'avons vu », précise l'ingénieur.", BRUN),
        # Another office is told of the one who has just spoken, or the noun is of anybody who is heard.
        ("Hugo Brun, ingénieur, assure qu'il est sûr. « Personne ne nous écoute », regrette le maire.", None),
        ("Le pont est sûr, assure Hugo Brun. « Personne ne m'écoute », regrette le voisin.", None),
        ("Le pont est sûr, assure Hugo Brun. « Personne ne m'écoute », regrette la directrice.", None),
    ],
)  # fmt: skip
def test_an_office_beside_the_words_is_told(text: str, speaker: str | None) -> None:
    assert speakers(text)[-1] == speaker


def test_a_sentence_that_goes_on_parts_nobody_from_what_he_says() -> None:
    others = "Le président du club, Paul Morel, attend. « Nous restons », explique Paul Morel."
    text = f"Hugo Brun est jugé. Il conteste les faits. « Je dors bien », a-t-il répondu. {others}"
    assert speakers(text)[0] == BRUN


@pytest.mark.parametrize(
    ("lead", "speaker"),
    [
        ("Selon la directrice, le retour est attendu lundi.", ARNAL),
        ("D'après la directrice du port, le retour est attendu lundi.", ARNAL),
        ("Pour la présidente du club, Nora Petit, invitée lundi, cela ne passe pas.", PETIT),
    ],
)
def test_who_is_a_source_goes_on(lead: str, speaker: str) -> None:
    head = "Léa Arnal, directrice du port, est venue. Le quai est vide. La nuit tombe."
    text = f"{head} {lead} « Nous savons attendre », a-t-elle glissé. Nora Petit, voisine, attend."
    assert speakers(text)[-1] == speaker
