"""Sentences of French press text are cut where a reader would cut them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.french.sentences import sentences
from index.model.text import Span


def cut(text: str, *paragraphs: Span) -> list[str]:
    spans = paragraphs or (Span(0, len(text)),)
    return [span.of(text) for span in sentences(text, spans)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Il pleut. Le port ferme.", ["Il pleut.", "Le port ferme."]),
        ("Le maire a reçu M. Dubreuil. Il repart demain.", 2),
        ("Mme. Aubry et MM. Roy et Petit ont signé.", 1),
        ("Selon le Dr. Lenoir, tout va bien.", 1),
        ("La visite de J.-P. Moreau a duré une heure.", 1),
        ("Jean D. Le Goff a parlé.", 1),
        ("Ils ont choisi le plan B. Le chantier reprend.", 2),
        ("L'accord date de 2021. Depuis, rien.", 2),
        ("Prix : 1.000 euros. Merci.", 2),
        ("Cela vaut 3.5 points.", 1),
        ("Les ports, les gares, etc. Le trafic baisse.", 2),
        ("Arrivé à 07h20. Reparti à 9 h.", 2),
        ("« Nous partons. » Puis il est sorti.", ["« Nous partons. »", "Puis il est sorti."]),
        ("« Nous partons. Rien ne presse », a-t-il dit.", 2),
        ("« Nous partons ! » a crié le capitaine.", 1),
        ("« Où va-t-on ? », demande une élue.", 1),
        ("Cela permettra […] de lancer le projet.", 1),
        ("Cela permettra […] Nous verrons.", 2),
        ("Il hésite… Puis accepte.", 2),
        ("Il hésite… puis accepte.", 1),
        ('"Nous partons." Le port ferme.', ['"Nous partons."', "Le port ferme."]),
        (
            'Le port ferme. "Nous partons", dit-elle.',
            ["Le port ferme.", '"Nous partons", dit-elle.'],
        ),
        ("Le port ferme. « Nous partons », dit-elle.", 2),
        ("Est-ce vrai ?! Non.", 2),
        ("Il (M. Roy) vient. (Elle aussi.) Fin.", ["Il (M. Roy) vient.", "(Elle aussi.)", "Fin."]),
        ("Le 12 janv. 2023 au matin, voir art. 5 et p. 12.", 1),
        ("Un titre sans point", 1),
        ("Une ligne\ncoupée. Une autre.", 2),
        ("Sans point\n\nUn autre bloc", 2),
    ],
)
def test_cuts_sentences(text: str, expected: int | list[str]) -> None:
    found = cut(text)
    assert (found if isinstance(expected, list) else len(found)) == expected


def test_no_sentence_crosses_a_paragraph() -> None:
    text = "Un titre\n\nUn début sans fin\n\nEt la suite."
    assert cut(text, Span(0, 8), Span(10, 27), Span(29, 41)) == [
        "Un titre",
        "Un début sans fin",
        "Et la suite.",
    ]


@given(st.text(alphabet="Aé. …!?»«\"(\n1M'", max_size=60))
def test_sentences_cover_everything_but_spaces(text: str) -> None:
    spans = sentences(text, (Span(0, len(text)),))
    assert all(one.end <= two.start for one, two in pairwise(spans))
    assert "".join("".join(s.of(text) for s in spans).split()) == "".join(text.split())
    assert all(span.of(text) == span.of(text).strip() for span in spans)


@pytest.mark.parametrize(
    "piece", ["un mot de plus ", "unmotdeplus", "la « digue » et le « phare », "]
)
def test_what_has_no_stop_is_cut_at_a_space(piece: str) -> None:
    text = (piece * 1000).strip()
    found = sentences(text, [Span(0, len(text))])
    assert len(found) > 1 and all(0 < one.length <= 4000 for one in found)
    # Nothing but spaces is left out between them, and no word is cut that has an end.
    kept = "".join(one.of(text) for one in found)
    assert kept.replace(" ", "") == text.replace(" ", "")
    assert " " not in text or all(text[one.end : one.end + 1] in (" ", "") for one in found)
