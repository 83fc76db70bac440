"""What the gazetteers find in a text, and what they must leave alone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from benchmarks.entities import originals, score_originals
from index.entities.recognition import Recogniser
from index.model.article import EntityId, Kind


@pytest.fixture(scope="module")
def recogniser() -> Recogniser:
    return Recogniser.load()


def found(recogniser: Recogniser, text: str) -> list[tuple[str, str]]:
    return [(text[m.start : m.end], m.entity) for m in recogniser.mentions(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Il part du Maroc pour l’Algérie.", [("Maroc", "place:maroc"), ("Algérie", "place:algerie")]),
        ("Les Etats-Unis et les États-Unis", [("Etats-Unis", "place:etats-unis"), ("États-Unis", "place:etats-unis")]),
        ("ETATS-UNIS : LE MAROC ATTEND", [("ETATS-UNIS", "place:etats-unis"), ("MAROC", "place:maroc")]),
        ("Vu aux U.S., aux USA et d'Israël", [("U.S", "place:etats-unis"), ("USA", "place:etats-unis"), ("Israël", "place:israel")]),
        ("L'Otan, l'OTAN et l'Onu", [("Otan", "organisation:otan"), ("OTAN", "organisation:otan"), ("Onu", "organisation:organisation-des-nations-unies")]),
        ("un Far West, le far, les FAR", [("FAR", "organisation:forces-armees-royales")]),
        ("des F-16, F16 et F 16 livrés", [("F-16", "equipment:f-16"), ("F16", "equipment:f-16"), ("F 16", "equipment:f-16")]),
        ("le F-16 Viper, pas le F-15", [("F-16 Viper", "equipment:f-16-viper"), ("F-15", "equipment:f-15")]),
        ("Mohammed V et le roi Mohammed VI", [("Mohammed V", "person:mohammed-v"), ("roi Mohammed VI", "person:mohammed-vi")]),
        ("Tours est belle. Il vit à Tours.", [("Tours", "place:tours")]),
        ("les ministres israéliens et marocains", []),
        ("la guerre de l’Est", []),
    ],
)  # fmt: skip
def test_forms_are_found_as_they_are_written(
    recogniser: Recogniser, text: str, expected: list[tuple[str, str]]
) -> None:
    if "F-15" in text:
        text += " : avion de chasse"
    assert found(recogniser, text) == expected


@pytest.mark.parametrize(
    ("text", "surface", "entity"),
    [
        ("le ministère israélien de la Défense", "ministère israélien de la Défense", "organisation:ministere-de-la-defense-israel"),
        ("le département de la Défense d’Israël", "département de la Défense d’Israël", "organisation:ministere-de-la-defense-israel"),
        ("l'armée israélienne", "armée israélienne", "organisation:tsahal"),
        ("l’état-major des FAR", "état-major des FAR", "organisation:etat-major-general-des-far"),
        ("l’état-major marocain", "état-major marocain", "organisation:etat-major-general-des-far"),
        ("le gouvernement du Sénégal", "gouvernement du Sénégal", "organisation:gouvernement-senegal"),
        ("le bureau des affaires juridiques du ministère de la Santé tunisien", "bureau des affaires juridiques du ministère de la Santé tunisien", "organisation:bureau-des-affaires-juridiques-du-ministere-de-la-sante-tunisien"),
    ],
)  # fmt: skip
def test_institutions_belong_to_their_country(
    recogniser: Recogniser, text: str, surface: str, entity: str
) -> None:
    assert (surface, entity) in found(recogniser, text)


def test_an_institution_without_a_country_is_that_of_the_article(recogniser: Recogniser) -> None:
    text = "Le ministre tunisien de la Santé a parlé. Le ministère de la Santé confirme."
    assert found(recogniser, text) == [
        ("ministère de la Santé", "organisation:ministere-de-la-sante-tunisie")
    ]


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("Benny Gantz est venu. M. Gantz repart ; Gantz sourit.", ["Benny Gantz", "M. Gantz", "Gantz"]),
        ("Benny Gantz est venu avec Ruth Gantz.", ["Benny Gantz"]),
        ("M. Gantz n'est pas nommé ailleurs.", []),
        ("Bruno Le Maire parle, Mme Le Maire aussi.", ["Bruno Le Maire", "Mme Le Maire"]),
        ("Benny Gantzen pleine forme", ["Benny Gantz"]),
        ("Benny Gantzfeld, autre personne", []),
        ("le chancelier Olaf Scholz", ["Olaf Scholz"]),
        ("avec M. Olaf Scholz", ["M. Olaf Scholz"]),
    ],
)  # fmt: skip
def test_persons_by_full_name_then_by_surname(
    recogniser: Recogniser, text: str, surfaces: list[str]
) -> None:
    assert [surface for surface, _ in found(recogniser, text)] == surfaces


def test_a_slip_is_marked_as_one(recogniser: Recogniser) -> None:
    assert [m.by for m in recogniser.mentions("Benny Gantzen pleine forme")] == ["glued"]


def test_editions_of_an_event_differ(recogniser: Recogniser) -> None:
    text = "l’exercice « African Lion 2022 » puis African Lion 2023 et African Lion"
    assert [entity for _, entity in found(recogniser, text)] == [
        "event:african-lion-2022",
        "event:african-lion-2023",
        "event:african-lion",
    ]


@pytest.mark.parametrize(
    ("entity", "name", "kind", "known"),
    [
        ("person:benny-gantz", "Benny Gantz", Kind.PERSON, True),
        ("event:african-lion-2022", "African Lion 2022", Kind.EVENT, True),
        ("organisation:ministere-de-la-defense-israel", "Ministère de la Défense (Israël)", Kind.ORGANISATION, True),
        ("organisation:ministere-de-la-culture", "Ministère de la Culture", Kind.ORGANISATION, True),
        ("person:jean-dupont-durand", "jean dupont durand", Kind.PERSON, False),
    ],
)  # fmt: skip
def test_ids_have_names(
    recogniser: Recogniser, entity: str, name: str, kind: Kind, known: bool
) -> None:
    id_ = EntityId(entity)
    assert (recogniser.name(id_), recogniser.kind(id_), recogniser.known(id_)) == (
        name,
        kind,
        known,
    )


@pytest.mark.skipif("RECOUPE_EVAL" not in os.environ, reason="RECOUPE_EVAL names no labelled sets")
def test_the_originals_are_read_as_a_careful_reader_would(recogniser: Recogniser) -> None:
    articles = originals(Path(os.environ["RECOUPE_EVAL"]) / "originals")
    assert score_originals(recogniser, articles, show="").f >= 0.97
