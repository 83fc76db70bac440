"""Which words a sentence denies, and when two sentences differ in that."""

from __future__ import annotations

import pytest

from index.compare.denied_words import denials_in, denied_words
from index.text.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Le préfet n'a pas autorisé la marche.", {"autorisé"}),
        ("Le préfet n’a toujours pas été prévenu.", {"prévenu"}),
        ("Aucun pompier n'est blessé.", {"pompier", "blessé"}),
        ("Aucune victime à déplorer.", {"victime"}),
        ("Il est parti sans prévenir la mairie.", {"prévenir"}),
        ("Chimor dément avoir signé un accord.", {"signé", "accord"}),
        ("La maire a contesté toute pollution.", {"pollution"}),
        ("Loi pas encore promulguée.", {"promulguée"}),
        ("Il ne fera plus appel.", {"fera", "appel"}),
    ],
)
def test_what_is_denied(text: str, denied: set[str]) -> None:
    assert denied <= words(text)


@pytest.mark.parametrize(
    "text",
    [
        "Un accord sans précédent a été signé sans délai.",
        "Le maire n'a vu que deux bateaux.",
        "C'est un pas vers la paix, un premier pas.",
        "La ville est plus belle que jamais.",
        "La mairie partira avant qu'il ne pleuve.",
        "Il a parlé non seulement du port mais des quais.",
        "Ce n'est pas seulement une grève.",
        "Il rejettera.",
    ],
)
def test_what_denies_nothing(text: str) -> None:
    assert not words(text)


def words(text: str) -> set[str]:
    tokens = tuple(tokenize(text))
    return {tokens[at].exact for at in denied_words(text, tokens, denials_in(text))}
