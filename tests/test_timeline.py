"""Time in spans: where a day falls, what is counted, and what the command prints of it."""

from __future__ import annotations

import json
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from index.cli.main import run
from index.compare.time_counts import appeared, by_precision, chart, unit_for
from index.model.article import ArticleId, Basis, DateValue
from index.model.found import Hit
from index.model.timeline import Appeared, Told, Unit, number_of_periods, period_of, periods

D = date.fromisoformat


@pytest.mark.parametrize(
    ("day", "unit", "first", "last"),
    [
        ("2024-02-29", Unit.DAY, "2024-02-29", "2024-02-29"),
        ("2024-02-29", Unit.WEEK, "2024-02-26", "2024-03-03"),
        ("2023-01-01", Unit.WEEK, "2022-12-26", "2023-01-01"),
        ("2023-12-31", Unit.MONTH, "2023-12-01", "2023-12-31"),
        ("2024-02-10", Unit.MONTH, "2024-02-01", "2024-02-29"),
        ("2024-02-10", Unit.YEAR, "2024-01-01", "2024-12-31"),
        ("0001-01-01", Unit.WEEK, "0001-01-01", "0001-01-07"),
        ("9999-12-31", Unit.WEEK, "9999-12-27", "9999-12-31"),
    ],
)
def test_the_span_that_a_day_lies_in(day: str, unit: Unit, first: str, last: str) -> None:
    span = period_of(D(day), unit)
    assert (span.first, span.last) == (D(first), D(last))


@pytest.mark.parametrize("unit", Unit)
@pytest.mark.parametrize(
    ("first", "last"),
    [("2023-01-01", "2023-01-01"), ("2022-12-31", "2023-01-02"), ("2019-03-07", "2024-02-29")],
)
def test_spans_follow_one_another_without_a_gap(unit: Unit, first: str, last: str) -> None:
    found = periods(D(first), D(last), unit)
    assert len(found) == number_of_periods(D(first), D(last), unit)
    assert found[0].first <= D(first) and found[-1].first <= D(last) <= found[-1].last
    for one, other in pairwise(found):
        assert (other.first - one.last).days == 1


def article(
    id: str, first: str, last: str = "", source: str = "A", *, stated: bool = True
) -> Appeared:
    basis = Basis.STATED if stated else Basis.INFERRED
    return Appeared(ArticleId(id), id, source or None, D(first), D(last or first), basis)


def test_articles_are_counted_by_source_and_inferred_dates_apart() -> None:
    dated = [
        article("a", "2023-01-05"),
        article("b", "2023-01-30", source="B"),
        article("c", "2023-01-01", "2023-12-31", source="", stated=False),
        article("d", "2023-03-02"),
    ]
    found = chart(sorted(dated, key=lambda one: one.first), (), Unit.MONTH)
    assert [dict(one.sources) for one in found.published] == [{"A": 1, "B": 1, "": 1}, {}, {"A": 1}]
    assert dict(found.published[0].inferred) == {"": 1}
    assert found.wide == 1


def test_days_told_are_counted_once_for_an_article_and_what_lies_outside_is_told() -> None:
    dated = [article("a", "2023-01-05"), article("b", "2023-03-02")]
    told = [
        Told(ArticleId("a"), D("2023-02-03"), D("2023-02-03"), True),
        Told(ArticleId("a"), D("2023-02-09"), D("2023-02-09"), False),
        Told(ArticleId("b"), D("2023-02-09"), D("2023-02-10"), False),
        Told(ArticleId("b"), D("2022-11-24"), D("2022-11-24"), True),
        Told(ArticleId("b"), D("2024-01-01"), D("2024-12-31"), True),
        Told(ArticleId("b"), D("2023-01-01"), D("2023-12-31"), True),
    ]
    found = chart(dated, told, Unit.MONTH)
    assert [(one.articles, one.inferred) for one in found.spoken_of] == [(0, 0), (2, 1), (0, 0)]
    assert (found.before, found.after, found.wider) == (1, 1, 1)


@pytest.mark.parametrize(
    ("last", "room", "unit"),
    [
        ("2023-01-20", 40, Unit.DAY),
        ("2023-03-30", 40, Unit.WEEK),
        ("2025-03-30", 40, Unit.MONTH),
        ("2099-03-30", 40, Unit.YEAR),
    ],
)
def test_the_shortest_unit_that_has_room_is_taken(last: str, room: int, unit: Unit) -> None:
    assert unit_for([article("a", "2023-01-01"), article("b", last)], room) is unit


def test_centuries_by_day_are_counted_by_a_longer_unit() -> None:
    found = chart([article("a", "0900-01-01"), article("b", "2023-01-01")], (), Unit.DAY)
    assert found.unit is Unit.MONTH


def test_what_has_no_date_stands_apart() -> None:
    hits = [
        Hit(ArticleId("a"), "a", None, DateValue(), 1.0),
        Hit(ArticleId("b"), "b", None, DateValue("2023", "2023-01-01", "2023-12-31", Basis.STATED), 1.0),
        Hit(ArticleId("c"), "c", None, DateValue("x", "no day", None, Basis.STATED), 1.0),
    ]  # fmt: skip
    dated, undated = appeared(hits)
    assert [one.article for one in dated] == ["b"] and [one.id for one in undated] == ["a", "c"]
    assert chart((), (), Unit.DAY).published == ()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "tous.csv").write_text(
        "titre;texte;date;source\n"
        "Le quai ferme;Le quai nord a fermé le 14 mars 2023, dit la mairie.;2023-03-15;La Gazette\n"
        "Le quai rouvre;Le quai a rouvert, dit la mairie.;2023-05-02;L’Écho\n"
        "Le pont;Le pont tient, dit la mairie.;;L’Écho\n",
        encoding="utf-8",
    )
    return corpus


def test_the_timeline_on_the_command_line(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    options = ["--quiet", "--corpus", str(folder), "--lang", "fr"]
    assert run(["timeline", "--by", "month", "--json", *options]) == 0
    document = json.loads(capfd.readouterr().out)
    assert document["by"] == "month" and document["undated"] == 1
    spans = [(one["from"], len(one["articles"])) for one in document["published"]]
    assert spans == [("2023-03-01", 1), ("2023-04-01", 0), ("2023-05-01", 1)]
    assert document["published"][0]["spoken_of"] == {"articles": 1, "inferred": 0}
    assert run(["timeline", "ferme", *options]) == 0
    told = capfd.readouterr().out
    assert "mars 2023" in told and "mai" not in told
    assert run(["timeline", "introuvable", *options]) == 0


def test_a_date_less_precise_than_a_span_lies_in_none_of_them() -> None:
    month = article("c", "2023-01-01", "2023-01-31")
    day = article("a", "2023-01-05")
    precise, loose = by_precision([month, day], Unit.DAY)
    assert precise == [day]
    assert {(str(one.first), str(one.last)): found for one, found in loose.items()} == {
        ("2023-01-01", "2023-01-31"): [month]
    }
    assert by_precision([month, day], Unit.MONTH) == ([month, day], {})
    assert dict(chart([month, day], (), Unit.DAY).published[0].inferred) == {"A": 1}
