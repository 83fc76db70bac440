"""Labels of facts are told in the language of the interface."""

from __future__ import annotations

from importlib.resources import files

import pytest
import yaml

from index.interface.fact_labels import told_label
from index.interface.texts import LANGUAGES, texts_for

LABELS = {
    label
    for label, _ in yaml.safe_load(
        (files("index.facts") / "data" / "labels.yaml").read_text(encoding="utf-8")
    ).values()
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_label_of_the_program_is_in_the_catalogue(language: str) -> None:
    assert sorted(label for label in LABELS if not texts_for(language).has(f"label:{label}")) == []


def test_the_catalogue_holds_no_label_that_no_fact_bears() -> None:
    held = {
        id.removeprefix("label:") for id, _ in texts_for("en").pairs() if id.startswith("label:")
    }
    assert held == LABELS


@pytest.mark.parametrize(
    ("label", "english"),
    [
        ("blessés", "wounded"),
        ("heure, début du feu", "time, start of the fire"),
        ("date, avertissement ou mise en demeure", "date, warning or formal notice"),
        ("âge, victime", "age, victim"),
        ("graphie, Alain Vercourt", "spelling, Alain Vercourt"),
        ("montant, accord des ports", "amount, accord des ports"),
        ("qui dit « On ne rassure pas, date, jamais »", "who says “On ne rassure pas, date, jamais”"),
        ("incendie a détruit", "incendie a détruit"),
        ("quai, pont", "quai, pont"),
        ("", ""),
    ],
)  # fmt: skip
def test_a_label_in_english(label: str, english: str) -> None:
    assert told_label(texts_for("en"), label) == english
    french = told_label(texts_for("fr"), label)
    assert french.replace("\u00a0", " ").replace("’", "'") == label.replace("’", "'")
