"""The catalogues: every sentence that the code shows stands in both languages, places intact."""

from __future__ import annotations

import ast
import re
from dataclasses import replace
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from index.corpus.cleaning.reasons import Reason
from index.corpus.formats import kinds, office, xmlfiles, xmlnews
from index.interface.catalogue import read_catalogue
from index.interface.days import appearance
from index.interface.texts import LANGUAGES, Texts, preferred_language, texts_for
from index.model.article import Basis, DateValue, Kind
from index.model.comparison import About, Doubt, Evidence, Manner, Rendering, Strength, Verdict

ROOT = Path(__file__).parent.parent
LOOK_UPS = {"texts", "say", "_error", "Unread"}
COUNTS = {"count"}
CARRIERS = re.compile(r"(?!Type|Value)\w+Error$")
"""Errors whose sentence the reader sees."""
ENUMS = (Kind, Evidence, Manner, Rendering, Strength, Verdict, About, Reason)


def literals(node: ast.expr) -> list[str]:
    """The strings that an expression may be: both arms of `a if c else b` count."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value] if node.value else []
    if isinstance(node, ast.IfExp):
        return literals(node.body) + literals(node.orelse)
    return []


def messages_in(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        if (name in LOOK_UPS or CARRIERS.match(name)) and node.args:
            found.update(literals(node.args[-1 if name == "Unread" else 0]))
        if name == "Lost" and len(node.args) >= 2:
            found.update(literals(node.args[1]))
        if name in COUNTS and len(node.args) >= 3:
            found.update(literals(node.args[0]))
        if CARRIERS.match(name) or name == "_error":
            for keyword in node.keywords:
                if keyword.arg == "advice":
                    found.update(literals(keyword.value))
    return {message for message in found if any(map(str.isalpha, message))}


def shown() -> set[str]:
    found = {member.value for enum in ENUMS for member in enum}
    found |= {doubt.told for doubt in Doubt}
    found |= {
        *kinds.sentences(),
        *office.SAID.values(),
        xmlfiles.LISTS_OF_PAGES,
        xmlnews.EMPTY,
        xmlnews.ANOTHER,
    }
    for path in [*ROOT.glob("index/**/*.py"), *ROOT.glob("tui/**/*.py")]:
        found |= messages_in(path)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_in_the_catalogue(language: str) -> None:
    assert sorted(message for message in shown() if not texts_for(language).has(message)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_keep_their_places(language: str) -> None:
    for message, told in texts_for(language).pairs():
        assert set(re.findall(r"{\w+}", told)) <= set(re.findall(r"{\w+}", message)) | {"{n}"}, told


def test_french_typography() -> None:
    for _, told in texts_for("fr").pairs():
        assert not re.search(r"\w'\w", told), told
        assert not re.search(r"\w [;:!?»]|« ", told.replace("\u00a0", "")), told


@pytest.mark.parametrize(
    ("stated", "french", "english"),
    [
        ("2023-01-17", "17 janv. 2023", "17 Jan 2023"),
        ("2023-01-17T09:06:00", "17 janv. 2023 à 9 h 06", "17 Jan 2023, 09:06"),
        (
            "2023-01-17T19:06:00+01:00",
            "17 janv. 2023 à 19 h 06 (UTC+01:00)",
            "17 Jan 2023, 19:06 (UTC+01:00)",
        ),
    ],
)
def test_the_hour_is_told_where_it_is_stated(stated: str, french: str, english: str) -> None:
    value = DateValue(stated, stated[:10], stated[:10], Basis.STATED)
    assert texts_for("fr").moment(value).replace("\u00a0", " ") == french
    assert texts_for("en").moment(value) == english


@pytest.mark.parametrize(
    ("value", "french"),
    [
        (DateValue("2023-01-17", "2023-01-17", "2023-01-17", Basis.STATED), "17 janv. 2023"),
        (DateValue("2023-06-01", "2023-06-01", "2023-06-01", Basis.STATED), "1er juin 2023"),
        (DateValue("2023-01", "2023-01-01", "2023-01-31", Basis.INFERRED), "~janv. 2023"),
        (DateValue("2023", "2023-01-01", "2023-12-31", Basis.INFERRED), "~2023"),
        (DateValue(None, "2021-11-24", "2022-01-03", Basis.INFERRED), "~24 nov. 2021"),
        (DateValue(None, "2021-11-01", "2022-01-03", Basis.INFERRED), "~2021–2022"),
        (DateValue(), "sans date"),
    ],
)
def test_dates_are_as_precise_as_they_are_known(value: DateValue, french: str) -> None:
    assert texts_for("fr").date(value) == french


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LC_ALL": "en_GB.UTF-8", "LANG": "fr_FR.UTF-8"}, "en"),
    ],
)
def test_language_from_the_environment(environment: dict[str, str], language: str) -> None:
    assert preferred_language(environment) == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_small_numbers_are_told_as_babel_tells_them(language: str) -> None:
    from babel.numbers import format_decimal

    for number in (*range(0, 1100, 7), 999, 1000, 0.5, -3, 12345.6):
        assert texts_for(language).number(number) == format_decimal(number, locale=language)


def test_counting_follows_the_language() -> None:
    french = Texts("fr", {}, {"{n} article": ("{n} article", "{n} articles")})
    assert [french.count("{n} article", "{n} articles", n) for n in (0, 1, 2)] == [
        "0 article",
        "1 article",
        "2 articles",
    ]


@pytest.mark.parametrize(
    "path", sorted(ROOT.glob("index/interface/locale/*/LC_MESSAGES/*.po")), ids=str
)
def test_our_reader_of_catalogues_reads_as_babel_does(path: Path) -> None:
    with path.open("rb") as stream:
        read = list(read_po(stream))
    catalogue = read_catalogue(path.read_text(encoding="utf-8"))
    assert list(catalogue.messages.items()) == [
        (message.id, message.string or "")
        for message in read
        if isinstance(message.id, str) and message.id
    ]
    assert catalogue.plurals == {
        message.id[0]: (message.id[1], *message.string)
        for message in read
        if not isinstance(message.id, str)
    }


def test_a_catalogue_may_break_its_lines() -> None:
    content = 'msgid ""\n"one \\"word\\"\\n"\nmsgstr "un \\\\ mot"\n'
    assert read_catalogue(content).messages == {'one "word"\n': "un \\ mot"}


def test_days_of_appearance_are_those_that_are_shown() -> None:
    t = texts_for("fr")
    inferred = DateValue("2023", "2023-01-17", "2023-02-17", Basis.INFERRED)
    stated = DateValue("2023-01-16", "2023-01-16", "2023-01-16", Basis.STATED)
    month = DateValue("2023-01", "2023-01-01", "2023-01-31", Basis.STATED)
    assert appearance(t, [stated, inferred, DateValue()]) == "16–17 janv. 2023"
    assert appearance(t, [month]) == "janv. 2023"
    assert appearance(t, [replace(month, basis=Basis.INFERRED)]) == "janv. 2023"
    assert appearance(t, [DateValue()]) == ""
