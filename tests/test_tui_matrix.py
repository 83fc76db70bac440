"""A short form of `docs/matrix.py`: some screens, at the smallest and a usual size, in both languages."""

from __future__ import annotations

from dataclasses import replace

import pytest
from room import arrived, settled

from docs import matrix
from docs.pictures import press
from index.settings.places import Places
from tui.app import room_of
from tui.palettes import PALETTES

SHORT = ("wrong", "facts", "events", "halves", "export")
PLAIN = matrix.Words(
    frozenset({"quai", "seul", "un"}), frozenset({"search"}),
    frozenset({"Nothing found at all"}), frozenset({"port"}),
)  # fmt: skip


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("un seul quai port", 0),
        ("un seul qua", 1),
        ("un seul qua…", 0),
        ("search", 1),
        ("quai quai quai quai quai quai", 1),
        ("Nothing found at all", 4),
    ],
)
def test_what_is_wrong_with_a_line_is_told(line: str, wrong: int) -> None:
    assert len(list(matrix.wrong_in_text([line], 20, PLAIN))) == wrong


@pytest.mark.parametrize("size", matrix.SIZES[:2], ids=str)
@pytest.mark.parametrize("language", ["fr", "en"])
async def test_no_screen_cuts_words_or_speaks_two_languages(
    language: str, size: tuple[int, int], sample_places: Places
) -> None:
    app = room_of(replace(sample_places, language=language))
    found: list[str] = []
    async with app.run_test(size=size) as pilot:
        await arrived(pilot)
        corpus = await app.session.desk.ask(matrix.corpus_words)  # type: ignore[arg-type]
        words = matrix.vocabulary(language, corpus)
        for way in SHORT:
            matrix.back_to_search(app)
            await press(pilot, matrix.WAYS[way])
            await settled(pilot)
            told = [
                *matrix.wrong_in_text(matrix.lines_to_check(app), size[0], words),
                *matrix.cut_placeholders(app),
            ]
            for palette in PALETTES if (language, size[0]) == ("fr", 80) else ():
                app.theme = palette.name
                await pilot.pause()
                told += matrix.poor_contrasts(app)
            found += [f"{way}: {one}" for one in told]
    assert not found
