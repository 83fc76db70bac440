"""What a query may go on as stands behind the cursor, and the right arrow takes it."""

from __future__ import annotations

import pytest
from room import arrived, make_room, part, until

from index.model.found import Facet
from index.query.query_fields import FIELDS as KNOWN
from tui.widgets.completing import completed
from tui.widgets.query import FIELDS, Query

NAMES = {
    Facet.SOURCE: ("La Gazette du Rif", "L’Écho des quais", "Œuvres de l’Aube"),
    Facet.PERSON: ("Salma Hadari", "Jean-Marc Renaud"),
}


@pytest.mark.parametrize(
    ("query", "whole"),
    [
        ("source:ga", "source:gazette"),
        ("pont source:ga", "pont source:gazette"),
        ("source:echo", None),
        ("source:ech", "source:echo"),
        ('source:"la g', 'source:"la gazette du Rif"'),
        ('(source:"La Gazette', '(source:"La Gazette du Rif"'),
        ("personne:mar", "personne:marc"),
        ("person:had", "person:hadari"),
        ("dit-par:sal", "dit-par:salma"),
        ("lieu:nad", None),
        ("date:20", None),
        ("nom:sal", None),
        ("http://source", None),
        ("sou", "source:"),
        ("pont sou", "pont source:"),
        ("so", None),
        ("pont", None),
        ("", None),
        ("source:", None),
        ('"source', None),
    ],
)
def test_what_a_query_may_go_on_as(query: str, whole: str | None) -> None:
    assert completed(query, NAMES, FIELDS["fr"]) == whole


@pytest.mark.parametrize("language", FIELDS)
def test_every_field_that_is_written_out_is_one(language: str) -> None:
    assert set(FIELDS[language]) <= KNOWN


@pytest.mark.parametrize("language", ["fr", "en"])
async def test_the_right_arrow_takes_what_stands_in_grey(language: str) -> None:
    async with make_room(language=language).run_test(size=(120, 40)) as pilot:
        await arrived(pilot)
        query = part(pilot, "#query", Query)
        await pilot.press(*"sou")
        await until(pilot, lambda: query._suggestion == "source:")
        await pilot.press("right", *"ga")
        await until(pilot, lambda: query._suggestion == "source:gazette")
        await pilot.press("right")
        await until(pilot, lambda: query.value == "source:gazette")
        await pilot.press("enter")
        await until(pilot, lambda: pilot.app.session.asked.query == "source:gazette")  # type: ignore[attr-defined]
