"""A quick test before a pattern says whether any of its signs is there."""

import pytest

from index.text.signs import holds


@pytest.mark.parametrize(
    ("text", "signs", "expected"),
    [
        ("Selon la maire", ("elon", "après"), True),
        ("La maire", ("elon", "après"), False),
        ("Partons !", ".!?", True),
        ("", "a", False),
        ("La maire", (), False),
    ],
)
def test_tells_whether_a_text_holds_a_sign(
    text: str, signs: tuple[str, ...], expected: bool
) -> None:
    assert holds(text, signs) is expected
