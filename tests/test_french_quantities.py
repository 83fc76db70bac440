"""Figures are read with their unit, and figures that count nothing are left alone."""

import math
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from index.french.nounless import _MODEL, _SHARE, _models, _shares
from index.french.numerals import FIGURE, leeway, words_value
from index.french.plurals import plural, singular
from index.french.quantities import quantities


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("50 millions de dollars", [(50e6, "USD")]),
        ("124,7 milliards de dirhams", [(124.7e9, "MAD")]),
        ("30 %", [(30, "%")]),
        ("30\u202f%", [(30, "%")]),
        ("trente pour cent", [(30, "%")]),
        ("trois drones", [(3, "drone")]),
        ("cinq hélicoptères", [(5, "hélicoptère")]),
        ("25 000 personnes", [(25000, "personne")]),
        ("3.000 habitants", [(3000, "habitant")]),
        ("un million d'euros", [(1e6, "EUR")]),
        ("20€ ou $5", [(20, "EUR"), (5, "USD")]),
        ("10 à 15 millions d’euros", [(10e6, "EUR"), (15e6, "EUR")]),
        ("entre 10 et 15 %", [(10, "%"), (15, "%")]),
        ("un mort et trois blessés", [(1, "mort"), (3, "blessé")]),
        ("une centaine de soldats", [(100, "soldat")]),
        ("deux nouveaux cas", [(2, "cas")]),
        ("deux cents chevaux", [(200, "cheval")]),
        ("12 kilomètres", [(12, "km")]),
        ("400 francs CFA", [(400, "XOF")]),
        # As in Switzerland.
        ("64'000 euros", [(64_000, "EUR")]),
        ("1’250’000 euros", [(1_250_000, "EUR")]),
        ("1'250'000.50 euros", [(1_250_000.5, "EUR")]),
        ("12′000 blessés", [(12_000, "blessé")]),
        ("5 dollars canadiens", [(5, "CAD")]),
        ("le 17 janvier 2023 à 20 heures", []),
        ("les 16 et 17 janvier", []),
        ("en 2022 plusieurs élus", []),
        ("le Boeing 737 décolle", []),
        ("le F-16 et l'article 5", []),
        ("une réunion et un accord", []),
        ("n° 3 pages", []),
        ("de cinq à sept ans", [(7, "an")]),
        ("l’un des quatre navires", [(4, "navire")]),
        ("au prix d’un milliard d’euros", [(1e9, "EUR")]),
        ("l’achat d’un drone pour un dollar", [(1, "USD")]),
        ("une vingtaine de blessés, un euro", [(20, "blessé"), (1, "EUR")]),
        ("un MW et un grand euro, un kilomètre", [(1, "MW"), (1, "EUR")]),
    ],
)
def test_reads_quantities(text: str, expected: list[tuple[float, str]]) -> None:
    assert [(quantity.value, quantity.unit) for quantity in quantities(text)] == expected


def test_spans_hold_figure_and_unit() -> None:
    text = "Ils ont payé 50 millions de dollars pour trois drones."
    assert [text[q.start : q.end] for q in quantities(text)] == [
        "50 millions de dollars",
        "trois drones",
    ]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("vingt et un", 21),
        ("soixante-dix-sept", 77),
        ("quatre-vingts", 80),
        ("quatre-vingt-dix-neuf", 99),
        ("deux cent mille", 200_000),
        ("mille neuf cent quatre-vingt-quatre", 1984),
        ("beaucoup", None),
    ],
)
def test_reads_number_words(words: str, value: float | None) -> None:
    assert words_value(words) == value


@pytest.mark.parametrize(
    ("noun", "one"),
    [
        ("drones", "drone"),
        ("chevaux", "cheval"),
        ("pays", "pays"),
        ("bateaux", "bateau"),
        ("cas", "cas"),
    ],
)
def test_finds_the_singular(noun: str, one: str) -> None:
    assert singular(noun) == one


def test_computers_are_no_share() -> None:
    assert not [each for each in quantities("Elle a livré 12 pc portables.") if each.unit == "%"]
    assert [each.unit for each in quantities("Il a obtenu 30 pc des voix.")] == ["%"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("entre vingt et trente ans", [30]),
        ("de dix et vingt kilomètres", [20]),
        ("vingt et un ans", [21]),
        ("soixante et onze pages", [71]),
    ],
)
def test_et_joins_a_number_before_one_and_eleven_only(text: str, values: list[float]) -> None:
    assert [quantity.value for quantity in quantities(text)] == values


_PIECES = "A B AB ABC ABCD b é 1 16 123 1234 - , . % tiers quarts moitié les trois la des du de siècle".split()  # noqa: SIM905


@given(st.lists(st.sampled_from([*_PIECES, " ", "  ", "\u00a0", "\n"]), max_size=14))
@example([",", "tiers", "des"])
@example([",", "deux", "tiers", "des"])
def test_models_and_shares_are_those_of_their_patterns(pieces: list[str]) -> None:
    joined, apart = "".join(pieces), " ".join(pieces)
    for text in (joined, apart):
        assert [m.span() for m in _models(text)] == [m.span() for m in _MODEL.finditer(text)]
    assert [m.span() for m in _shares(apart)] == [m.span() for m in _SHARE.finditer(apart)]


@pytest.mark.parametrize(
    ("value", "away"),
    [(4200, 250), (840, 25), (1500, 150), (15_000, 1500), (45, 4.5), (12_000_000, 1_200_000), (0.5, 0.05)],
)  # fmt: skip
def test_how_far_a_value_may_be_from_about_another(value: float, away: float) -> None:
    assert math.isclose(leeway(value), away)


@pytest.mark.parametrize(
    ("one", "several"),
    [
        ("maréchal", "maréchaux"), ("festival", "festivals"), ("bureau", "bureaux"), ("feu", "feux"),
        ("travail", "travaux"), ("pneu", "pneus"), ("mois", "mois"), ("voix", "voix"), ("élève", "élèves"),
    ],
)  # fmt: skip
def test_finds_the_plural(one: str, several: str) -> None:
    assert plural(one) == several


def test_a_figure_is_never_a_part_of_one() -> None:
    assert re.match(rf"{FIGURE}(?=[,.])", "5,85 m") is None
    assert re.match(rf"{FIGURE}(?=[,.])", "25 000, dit-il") is not None
