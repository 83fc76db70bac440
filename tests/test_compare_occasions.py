"""The days of an event, by what its accounts tell of and when they appeared."""

from __future__ import annotations

from datetime import date

import pytest

from index.compare.occasions import Occasion, days_of_event
from index.french.intervals import Interval


def day(iso: str) -> Interval:
    return Interval(date.fromisoformat(iso), date.fromisoformat(iso))


def account(published: str | None, *about: str) -> Occasion:
    return Occasion(day(published) if published else None, tuple(map(day, about)), open_dates=False)


@pytest.mark.parametrize(
    ("accounts", "expected"),
    [
        # A fire of the night, told the next days.
        ([account("2023-03-13", "2023-03-12"), account("2023-03-14", "2023-03-12")], "2023-03-12"),
        # Both go back to an inspection of the autumn, or to an election of two years ago.
        ([account("2023-03-13", "2022-11-08"), account("2023-03-15", "2022-11-08")], "2023-03-13"),
        ([account("2023-06-06", "2021-06-03", "2023-06-05"), account("2023-06-07", "2021-06-03", "2023-06-05")], "2023-06-05"),
        # What is announced is told of, and may lie ahead.
        ([account("2023-03-13", "2023-09-01"), account("2023-03-14", "2023-09-01")], "2023-09-01"),
        # Where nobody knows when they appeared, the day told is all there is.
        ([account(None, "2021-11-08"), account(None, "2021-11-08")], "2021-11-08"),
        ([account("2023-03-13"), account("2023-03-14")], "2023-03-13"),
        ([account(None), account(None)], None),
    ],
)  # fmt: skip
def test_the_day_of_an_event(accounts: list[Occasion], expected: str | None) -> None:
    assert days_of_event(accounts) == (day(expected) if expected else None)
