"""What people type who know other engines: read as they mean it, never silently as something else."""

from __future__ import annotations

import pytest

from index.errors import QueryError
from index.query.parser import parse


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("maire || hôpital", "maire OU hôpital"),
        ("maire | hôpital", "maire OU hôpital"),
        ("maire && hôpital", "maire ET hôpital"),
        ("(maire || préfet) && hôpital", "(maire OU préfet) ET hôpital"),
        ('"maire procès"~5', "maire PRES/5 procès"),
        ('"maire ville procès"~3', "maire PRES/3 ville ET ville PRES/3 procès"),
        ('"l’hôpital fermé"~4', "hôpital PRES/4 fermé"),
        ('"maire procès"', '"maire procès"'),
        ('"maire procès"~', '"maire procès"'),
        ('"maire"~3', '"maire" 3'),
        ("avant:2026-03", "date:<2026-03"),
        ("before:2026-03", "date:<2026-03"),
        ("après:2026-03", "date:>2026-03"),
        ("after:10/03/2026", "date:>10/03/2026"),
        ("depuis:mars 2026", "date:>=2026-03"),
        ("since:2026", "date:>=2026"),
        ("until:2026-02", "date:<=2026-02"),
        ("depuis:(2025 OU 2026)", "date:>=2025 OU date:>=2026"),
        ("maire avant:2026", "maire date:<2026"),
        ("14 patients", '(14 ET patients) OU "quatorze patients"'),
        ("quatorze patients", '(quatorze ET patients) OU "14 patients"'),
        ("19 morts accident", '((19 ET morts) OU "dix neuf morts") ET accident'),
        ("deux patients", "deux ET patients"),
        ("11 septembre", "11 ET septembre"),
        ("France 2", "France ET 2"),
        ("2 France", "2 ET France"),
        ("310 patients", "310 ET patients"),
        ("titre:14 patients", "titre:14 ET patients"),
        ("maire?", "maire"),
        ("où est le maire?", "où est le maire"),
        ("l?hôpital", "l hôpital"),
        ("qu?il", "qu il"),
        ("+maire -hôpital", "maire SAUF hôpital"),
        ("- maire", "maire"),
        ("--maire", "maire"),
    ],
)
def test_is_read_as_meant(typed: str, meant: str) -> None:
    assert parse(typed) == parse(meant)


@pytest.mark.parametrize(
    "typed", ["hop?tal", "hôp?tal", "HOP?TAL", "h?pital", "hop?t*", "hop?tal?"]
)
def test_a_question_mark_in_a_word_is_a_letter(typed: str) -> None:
    assert str(parse(typed)) == typed.rstrip("?").lower().replace("ô", "o")


@pytest.mark.parametrize("typed", ["avant:demain matin", "depuis:<2020", "a?b?c?d?e", "avant:"])
def test_what_cannot_be_read_is_told(typed: str) -> None:
    with pytest.raises(QueryError):
        parse(typed, finished=True)


def test_a_wrong_date_is_told_as_typed() -> None:
    with pytest.raises(QueryError) as told:
        parse("avant:jamais")
    assert told.value.values["text"] == "jamais"
