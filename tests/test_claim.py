"""A pasted claim: who says it, denies it, gives another value, and who said it first."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from builders import make_article

from index.cli.main import run
from index.compare.claim import ClaimRelation, passages, read_claim, words_of

CLAIM = "Le préfet a fermé le pont de Valombre aux camions de plus de 3,5 tonnes"


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        (
            "Le pont de Valombre a été fermé par le préfet aux camions de plus de 3,5 tonnes.",
            ClaimRelation.SAYS,
        ),
        (
            "Aux camions de plus de 3,5 tonnes, le préfet ferme le pont de Valombre.",
            ClaimRelation.SAYS,
        ),
        ("Le préfet dément avoir fermé le pont de Valombre aux camions.", ClaimRelation.DENIES),
        ("Le préfet n'a pas fermé le pont de Valombre aux camions.", ClaimRelation.DENIES),
        (
            "Le préfet a fermé le pont de Valombre aux camions de plus de 7,5 tonnes.",
            ClaimRelation.DIFFERS,
        ),
        (
            "La fermeture, sans précédent, du pont de Valombre aux camions : le préfet a fermé ce pont.",
            ClaimRelation.SAYS,
        ),
    ],
)
def test_what_a_passage_does_with_a_claim(text: str, relation: ClaimRelation) -> None:
    claim = read_claim(CLAIM, articles=100, holding=lambda _: 2)
    (said,) = passages(claim, [make_article("a", text)])
    assert said.relation is relation


def test_what_speaks_of_something_else_is_no_passage() -> None:
    claim = read_claim(CLAIM, articles=100, holding=lambda _: 2)
    assert (
        passages(claim, [make_article("a", "Le préfet a reçu les maires du canton lundi matin.")])
        == []
    )


def test_function_words_are_not_looked_for() -> None:
    assert words_of("Il a dit que le pont n'est pas là") == ["pont"]


def test_claims_on_the_command_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    texts = {
        "tard": (
            "2024-03-05",
            "Le préfet a fermé le pont de Valombre aux camions de plus de 3,5 tonnes.",
        ),
        "tot": (
            "2024-03-02",
            "Le pont de Valombre est fermé par le préfet aux camions de plus de 3,5 tonnes.",
        ),
        "non": ("2024-03-06", "Le préfet dément avoir fermé le pont de Valombre aux camions."),
        "autre": ("2024-03-01", "Le marché de Lissac accueille trente exposants ce dimanche."),
    }
    for name, (day, text) in texts.items():
        (corpus / f"{name}.md").write_text(
            f"---\ntitle: Article {name}\ndate: {day}\n---\n\n{text}\n", encoding="utf-8"
        )
    assert run(["search", "--claim", CLAIM, "--json", "--quiet", "--corpus", str(corpus)]) == 0
    document = json.loads(capfd.readouterr().out)
    assert document["first"]["id"] == "tot"
    assert {one["id"]: one["relation"] for one in document["says"]} == {
        "tard": "says",
        "tot": "says",
        "non": "denies",
    }
    assert run(["search", "--claim", "il a", "--corpus", str(corpus), "--lang", "en"]) == 2
