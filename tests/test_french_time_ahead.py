"""The signs that are looked for first stand in whatever the patterns of what is to come find."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.french import time_ahead
from index.french.dates import dates

_WORDS = st.sampled_from(
    ["Viendra", "viendra-t-il", "sera", "seront", "aura", "ira", "fera", "pourra", "verront", "doit", "doivent", "devrait", "prévue", "attendus", "programmée", "prochaines", "au", "plus", "tôt", "tard", "Sandra", "ultra", "Le", "maire", "lundi", "reporté", "à", "ce", "repoussé", "paraître", "venir", "était", "prévu", "pour", "appel", "appels", "se", "mobiliser", "devait", "jouer", "finalement", "annulé", "ajournée", "est", "a", "été", "hier", "DEVRAIT", "PRÉVU", "veut", "VONT", "vont", "invitent", "menacent de", "espère", "partir", "à partir du ", "partir de", "depuis le ", "Dès ", "promis", "pris", "convoquée", "qu'", "que", "serait pratiquée", "aurait lieu", "reviendraient", "a promis", "en"]
) | st.text(st.sampled_from("abderontiséèvx'- "), max_size=9)  # fmt: skip


@given(st.lists(_WORDS, max_size=12).map(" ".join))
def test_no_sign_hides_what_a_pattern_finds(text: str) -> None:
    small = text.lower()
    if time_ahead._FUTURE.search(text):
        assert time_ahead._may_be_ahead(small)
    for pattern, signs in (
        (time_ahead._AHEAD, time_ahead._AHEAD_SIGNS),
        (time_ahead._INTENT, time_ahead._INTENT_SIGNS),
        (time_ahead._SINCE, ["depuis"]),
        (time_ahead._FROM, ["dès"]),
    ):
        if pattern.search(text):
            assert any(sign in small for sign in signs)
    if time_ahead._PUT_OFF.search(text):
        assert "devai" in small


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Le procureur a annoncé qu'une autopsie serait pratiquée mardi.", "2026-03-17"),
        ("La mairie a précisé que la réunion aurait lieu mardi à 18 heures.", "2026-03-17"),
        ("Le maire a indiqué qu'il reviendrait mardi.", "2026-03-17"),
        ("Il attend le rapport du bureau, promis pour jeudi.", "2026-03-19"),
        ("L'élu est convoqué pour jeudi au tribunal.", "2026-03-19"),
        ("Rendez-vous est pris pour jeudi.", "2026-03-19"),
        ("La préfète a indiqué que l'homme serait mort mardi.", "2026-03-10"),
        ("Le maire a annoncé mardi la fermeture du pont.", "2026-03-10"),
        ("La direction a promis mardi de répondre.", "2026-03-10"),
    ],
)
def test_what_was_said_to_come_lies_ahead(text: str, day: str) -> None:
    """As told on a Sunday, 15 March 2026."""
    (found,) = dates(text, anchor=date(2026, 3, 15))
    assert found.earliest == day


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("L'agence a promis une évaluation en septembre.", "2026-09-01"),
        ("L'agence avait promis une évaluation en septembre dernier.", "2025-09-01"),
    ],
)
def test_what_is_promised_for_a_month_lies_ahead(text: str, first: str) -> None:
    (found,) = dates(text, anchor=date(2026, 2, 10))
    assert found.earliest == first
