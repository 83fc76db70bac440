"""What « ne … que » restricts is told with it."""

from __future__ import annotations

import pytest
from builders import make_article

from index.claims.account import claims
from index.model.claims import ClaimKind


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("L'incendie n'a été éteint que mercredi soir, selon les secours.", "incendie n'a été éteint que mercredi soir"),
        ("L'incendie n'a été éteint qu'à l'aube.", "incendie n'a été éteint qu'à l'aube"),
        ("Le feu n'a été maîtrisé que vers 7 heures, après une nuit d'efforts.", "feu n'a été maîtrisé que vers 7 heures"),
        ("L'incendie n'a pas été éteint.", "n'a pas été éteint"),
        ("L'incendie a été éteint mercredi.", "incendie a été éteint"),
    ],
)  # fmt: skip
def test_a_restriction_belongs_to_what_is_told(text: str, told: str) -> None:
    article = make_article("a", text)
    (found,) = [one for one in claims(article) if one.kind is ClaimKind.STATUS]
    assert article.text[found.span.start : found.span.end] == told
