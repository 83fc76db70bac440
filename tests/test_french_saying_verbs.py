"""Verbs of saying in all their forms, and the file that lists them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from index.errors import SettingsError
from index.french.saying_lexicon import lexicon, parse_lexicon
from index.french.saying_verbs import Form, saying_verbs, verb_at
from index.model.article import HowSaid


@pytest.mark.parametrize(
    "words",
    [
        *("raconte", "racontait", "raconta", "racontera", "a raconté", "avait raconté"),
        *("auraient raconté", "a-t-il raconté", "raconte-t-elle", "a également raconté"),
        *("s'est étonné", "se sont étonnées", "s'étonne", "s'étonnait-il", "se souvient"),
        *("met en garde", "a mis en garde", "mettaient en garde", "veut croire", "fait savoir"),
        *("a-t-on appris", "tient à rappeler", "a tenu à préciser", "vient de déclarer"),
        *("n'a pas dit", "n'a jamais déclaré", "répète", "rappelle", "rappellera", "martèle"),
        *("lui a répondu", "nous confie", "s'en prend", "prévient", "ont prévenu", "reconnait"),
        *("annonçait", "s'exclame", "écrit-elle", "a t-il dit", "contredit", "conclut"),
    ],
)
def test_knows_a_verb_in_its_form(words: str) -> None:
    use = verb_at(f"{words} Léa", 0, len(words) + 4)
    assert use is not None
    assert use.words == words


@pytest.mark.parametrize(
    ("text", "form", "negated", "conditional"),
    [
        ("il n'a jamais dit", Form.FINITE, True, False),
        ("il aurait dit", Form.FINITE, False, True),
        ("il se serait dit", Form.FINITE, False, True),
        ("en affirmant", Form.ACTING, False, False),
        ("avant d'ajouter", Form.INFINITIVE, False, False),
        ("il ne conteste pas", Form.FINITE, True, False),
    ],
)
def test_tells_form_and_mood(text: str, form: Form, negated: bool, conditional: bool) -> None:
    (use,) = saying_verbs(text, 0, len(text))
    assert (use.form, use.negated, use.conditional) == (form, negated, conditional)


@pytest.mark.parametrize(
    "text", ["la note brève", "sous la menace", "il s'appelle Hugo", "maintenant"]
)
def test_knows_what_is_none(text: str) -> None:
    assert list(saying_verbs(text, 0, len(text))) == []


@pytest.mark.skipif("RECOUPE_EVAL" not in os.environ, reason="RECOUPE_EVAL names no folder")
def test_knows_every_verb_of_the_shared_list() -> None:
    path = Path(os.environ["RECOUPE_EVAL"]) / "saying-verbs.txt"
    listed = [line.strip() for line in path.read_text("utf-8").splitlines() if line.strip()]
    unknown = [
        words
        for words in listed
        if (use := verb_at(f"{words} Léa", 0, len(words) + 4)) is None or use.words != words
    ]
    assert unknown == []


def test_each_verb_brings_a_manner() -> None:
    known = lexicon()
    assert known.finite["dément"][0].manner is HowSaid.DENIED
    assert known.finite["demande"][0].manner is HowSaid.ASKED
    assert known.past["menacé"][0].manner is HowSaid.THREATENED


@pytest.mark.parametrize(
    "document",
    [
        {"said": ["dire"], "denied": ["dire"]},
        {"said": ["dire"], "spoken": ["parler"]},
        {"said": ["dix"]},
        {"said": ["dire"], "beside": ["parler"]},
        ["dire"],
    ],
)
def test_a_wrong_file_is_refused_with_its_line(document: object) -> None:
    with pytest.raises(SettingsError):
        parse_lexicon(document, irregular={"dire": "dit disent dis dit dirent dir dit"})
