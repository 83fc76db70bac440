"""A surname behind the noun of a matter tells which one it is, and speaks nowhere: « Procès Brun : “…” »."""

from __future__ import annotations

import pytest
from builders import make_article

_NAMES = {"person:hugo-brun": ["Hugo Brun", "Brun"]}
_SAID = "La justice a parlé, mais pas la vérité du port"


@pytest.mark.parametrize(
    ("lead", "speaks"),
    [
        ("Procès Brun", False),
        ("Affaire Brun", False),
        ("Réforme Brun", False),
        ("Le procès Brun", False),
        ("L'affaire Hugo Brun", False),
        ("Brun", True),
        ("Hugo Brun", True),
        ("Le maire Hugo Brun", True),
        ("Rugby. Hugo Brun", True),
        ("Mort de Hugo Brun", False),
        # kept until the rule stood
        ("Dossier Brun", False),
        ("Loi Brun", False),
        ("Le meurtre Brun", False),
        ("Match Brun-Arnal", False),
        ("La polémique Hugo Brun", False),
        ("Le capitaine Brun", True),
        ("Docteur Brun", True),
        ("EN DIRECT. Brun", True),
        ("Hugo Brun, docker", True),
    ],
)
def test_who_speaks_behind_the_colon_of_a_title(lead: str, speaks: bool) -> None:
    title = f"{lead} : « {_SAID} »"
    article = make_article("a", title, "Hugo Brun vit au port.", names=_NAMES)
    quotes = [q for q in article.annotations.quotes if _SAID in article.text[q.start : q.end]]
    assert [q.speaker_text is not None for q in quotes] == [speaks]
