"""The signs that are looked for first stand in whatever the patterns of what is to come find."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from index.french import time_ahead

_WORDS = st.sampled_from(
    ["Viendra", "viendra-t-il", "sera", "seront", "aura", "ira", "fera", "pourra", "verront", "doit", "doivent", "devrait", "prévue", "attendus", "programmée", "prochaines", "au", "plus", "tôt", "tard", "Sandra", "ultra", "Le", "maire", "lundi", "reporté", "à", "ce", "repoussé", "paraître", "venir", "était", "prévu", "pour", "appel", "appels", "se", "mobiliser", "devait", "jouer", "finalement", "annulé", "ajournée", "est", "a", "été", "hier", "DEVRAIT", "PRÉVU", "veut", "VONT", "vont", "invitent", "menacent de", "espère", "partir", "à partir du ", "partir de", "depuis le ", "Dès "]
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
