"""Speakers are named only as far as the text names them."""

import gc

import pytest
from builders import make_article

from index.french.attributed import who_says
from index.model.text import Span

NAMES = {
    "person:arnal": ["Léa Arnal", "Mme Arnal"],
    "person:brun": ["Hugo Brun", "M. Brun"],
    "organisation:port": ["Port de Brest"],
    "place:rabat": ["Rabat"],
}


def said(*paragraphs: str) -> list[tuple[str | None, str | None, str | None, bool]]:
    article = make_article("a", *paragraphs, names=NAMES)
    return [
        (
            quote.speaker,
            quote.speaker_span.of(article.text) if quote.speaker_span else None,
            quote.verb,
            quote.resolved,
        )
        for quote in article.annotations.quotes
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "« Nous partons », a souligné Léa Arnal.",
            ("person:arnal", "Léa Arnal", "a souligné", False),
        ),
        (
            "« Nous partons », souligne Léa Arnal, avant de saluer Hugo Brun.",
            ("person:arnal", "Léa Arnal", "souligne", False),
        ),
        (
            '"Nous partons", s\'est félicité Hugo Brun, le numéro deux.',
            ("person:brun", "Hugo Brun", "s'est félicité", False),
        ),
        (
            "Selon M. Brun, c'est « un désastre ».",
            ("person:brun", "M. Brun", "Selon", False),
        ),
        (
            "C'est « un désastre », selon Hugo Brun.",
            ("person:brun", "Hugo Brun", "selon", False),
        ),
        (
            "Selon la ministre de la Mer, Léa Arnal, c'est « un désastre ».",
            ("person:arnal", "la ministre de la Mer, Léa Arnal", "Selon", False),
        ),
        (
            "Léa Arnal a déclaré : « Nous partons. Rien ne presse. »",
            ("person:arnal", "Léa Arnal", "a déclaré", False),
        ),
        (
            "Léa Arnal, qui a reçu Hugo Brun, estime que c'est « un désastre ».",
            ("person:arnal", "Léa Arnal", "estime", False),
        ),
        (
            "Comme l'explique un communiqué du Port de Brest, « tout va bien ».",
            ("organisation:port", "un communiqué du Port de Brest", "l'explique", False),
        ),
        (
            "« Tout va bien », détaille le communiqué.",
            (None, "le communiqué", "détaille", False),
        ),
        (
            "« Tout va bien », a justifié un responsable de Rabat.",
            (None, "un responsable de Rabat", "a justifié", False),
        ),
        (
            "Rabat a annoncé une plainte pour « diffamation ».",
            (None, None, None, False),
        ),
        (
            "Rabat, qui poursuit plusieurs médias pour « diffamation », se tait.",
            (None, None, None, False),
        ),
        ("Ils parlent de « logistique » sans rien dire.", (None, "Ils", "parlent", False)),
        (
            "« Nos marins, a dit Léa Arnal, attendaient ce jour. »",
            ("person:arnal", "Léa Arnal", "a dit", False),
        ),
        ("La note de Hugo Brun est « brève ».", (None, None, None, False)),
        ("Hugo Brun a pris place au « bureau ».", (None, None, None, False)),
        ("Sous la menace, Hugo Brun occupe un « abri ».", (None, None, None, False)),
        ("Hugo Brun a trouvé un abri « sûr ».", (None, None, None, False)),
        ("Hugo Brun note un « progrès ».", ("person:brun", "Hugo Brun", "note", False)),
    ],
)
def test_names_the_speaker(
    text: str, expected: tuple[str | None, str | None, str | None, bool]
) -> None:
    assert said(text) == [expected]


def test_resolves_a_pronoun_when_one_person_is_left() -> None:
    assert said("Léa Arnal est venue à Rabat. « Tout va bien », a-t-elle assuré.") == [
        ("person:arnal", "elle", "a-t-elle assuré", True)
    ]


def test_leaves_a_pronoun_open_when_two_persons_are_left() -> None:
    assert said("Léa Arnal a reçu Hugo Brun. Ce dernier s'est félicité d'un « accord utile ».") == [
        (None, "Ce dernier", "s'est félicité", False)
    ]


def test_a_civility_rules_a_person_out() -> None:
    assert said("Mme Arnal a reçu M. Brun. « Tout va bien », a-t-il assuré.")[0][0] == "person:brun"


def test_a_sentence_that_is_all_quotation_goes_on_with_its_speaker() -> None:
    found = said("« Tout va bien », assure Léa Arnal. « Nous avons assez de bateaux pour tous. »")
    assert found[1] == ("person:arnal", "Léa Arnal", None, True)


def test_several_pieces_of_a_sentence_have_one_speaker() -> None:
    found = said("Léa Arnal veut un port « ouvert » et « moderne », a-t-elle ajouté.")
    assert [speaker for speaker, *_ in found] == ["person:arnal", "person:arnal"]


@pytest.mark.parametrize(
    ("text", "part", "expected"),
    [
        (
            "Le pont est fermé, selon la préfecture.",
            "Le pont est fermé",
            ("la préfecture", "selon"),
        ),
        (
            "D'après Léa Arnal, le pont est fermé.",
            "le pont est fermé",
            ("Léa Arnal", "D'après"),
        ),
        (
            "Léa Arnal a indiqué que le pont est fermé.",
            "le pont est fermé",
            ("Léa Arnal", "a indiqué"),
        ),
        (
            "« Le pont est fermé », a indiqué Léa Arnal.",
            "pont est fermé",
            ("Léa Arnal", "a indiqué"),
        ),
        ("Le pont est fermé.", "pont est fermé", None),
        (
            "Le pont est fermé, a indiqué la préfecture.",
            "pont est fermé",
            ("la préfecture", "a indiqué"),
        ),
        ("Léa Arnal dément que le pont est fermé.", "pont est fermé", ("Léa Arnal", "dément")),
        ("Le pont aurait été fermé.", "pont aurait été fermé", (None, None)),
        ("Le pont serait fermé si la crue montait.", "Le pont serait fermé", None),
    ],
)
def test_says_whose_word_a_stretch_is(
    text: str, part: str, expected: tuple[str | None, str | None] | None
) -> None:
    article = make_article("a", text, names=NAMES)
    found = article.annotations
    start = text.index(part)
    saying = who_says(
        text,
        Span(start, start + len(part)),
        sentence=found.sentences[0],
        quotes=found.quotes,
        mentions=found.mentions,
    )
    assert (saying and (saying.speaker_text, saying.verb)) == expected


def test_a_union_is_no_public_body() -> None:
    names = {"organisation:bees": ["Observatoire des abeilles"], "organisation:sel": ["Sel Brest"]}
    told = ("L'été finit, dit l'Observatoire des abeilles.", "Selon {}, la récolte est « maigre ».")
    union, body, either = (
        make_article("a", told[0], told[1].format(words), names=names).annotations.quotes[0].speaker
        for words in ("le syndicat", "l'institution", "l'organisme")
    )
    assert (union, body, either) == (None, "organisation:bees", "organisation:bees")


def test_looking_for_speakers_leaves_no_garbage() -> None:
    told = ("« Nous partons », a dit Léa Arnal.", "« Le port vit. » Elle a souri. « Il reste. »")
    make_article("a", *told, names=NAMES)
    gc.collect()
    gc.disable()
    try:
        make_article("b", *told, names=NAMES)
        # Else the objects of each article stay until the collector, which runs seldom, comes by.
        assert gc.collect() == 0
    finally:
        gc.enable()
