"""Quotations are found in every form that press text has."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.french.quotations import quotations
from index.model.text import Span


def quoted(*paragraphs: str) -> list[str]:
    text = "\n\n".join(paragraphs)
    spans, at = [], 0
    for paragraph in paragraphs:
        spans.append(Span(at, at + len(paragraph)))
        at += len(paragraph) + 2
    return [span.of(text) for span in quotations(text, spans)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Il parle de « paix durable ».", ["paix durable"]),
        ("Il parle de «\u00a0paix\u202f».", ["paix"]),
        ("Il parle de “paix”.", ["paix"]),
        ("Il parle de „paix“ et de „trêve”.", ["paix", "trêve"]),
        ('Il parle de "paix" et de "trêve".', ["paix", "trêve"]),
        ('"Nous partons", dit-elle.', ["Nous partons"]),
        ('l\'"accord" et d\'"autres"', ["accord", "autres"]),
        ('("paix")', ["paix"]),
        ("la « logistique », la « formation »", ["logistique", "formation"]),
        ("« Il a dit “non” hier »", ["Il a dit “non” hier", "non"]),
        ("« Il a dit « non » hier »", ["Il a dit « non » hier", "non"]),
        ('"Il a dit «non» hier"', ["Il a dit «non» hier", "non"]),
        ("« Un. Deux ! Trois. »", ["Un. Deux ! Trois."]),
        ("<<paix>> et ''trêve''", ["paix", "trêve"]),
        ("L’accord n’est qu’un mot d’aujourd’hui", []),
        ('un écran de 15" et un autre', []),
        ("une fin » sans début", []),
        ('Il a dit"partir demain" et "rester".', ["partir demain", "rester"]),
        ('Il va reprendre :" ce serait dommage !", dit-il.', ["ce serait dommage !"]),
        ("« … »", []),
        ("Elle raconte : « Nous étions seuls", ["Nous étions seuls"]),
        ("« Un mot perdu, puis « un vrai » mot.", ["un vrai"]),
        ('Un " perdu, puis "un vrai" mot.', ["un vrai"]),
    ],
)
def test_finds_quotations_of_a_paragraph(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_a_mark_left_open_ends_with_its_paragraph() -> None:
    assert quoted("Il dit : « Nous partons.", "Le port est fermé.") == ["Nous partons."]


def test_the_next_paragraph_goes_on_with_an_opening_mark() -> None:
    assert quoted('"Nous partons.', '"Rien ne presse", dit-il.') == [
        "Nous partons.",
        "Rien ne presse",
    ]


@given(st.text(alphabet="ab «»“”\"'.\n", max_size=50))
def test_quotations_lie_inside_the_text_and_are_trimmed(text: str) -> None:
    for span in quotations(text, (Span(0, len(text)),)):
        inside = span.of(text)
        assert inside and inside == inside.strip(" \n")
