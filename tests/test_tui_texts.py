"""Every sentence of the reading room exists in both languages."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from index.interface.texts import LANGUAGES

ROOM = Path(str(files("tui")))
_CALLS = {"t", "_t", "texts"}
_ERRORS = {"RecoupeError"}


def sentences(tree: ast.AST) -> Iterator[str]:
    """Ids of messages: arguments of a catalogue, names and tooltips of bindings, errors."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = _name(node.func)
        if name in _CALLS or name in _ERRORS:
            yield from _strings(node.args[:1])
            yield from _strings(k.value for k in node.keywords if k.arg == "advice")
        elif name == "count" and isinstance(node.func, ast.Attribute) and len(node.args) == 3:
            yield from _strings(node.args[:1])
        elif name == "bound":
            yield from _strings(node.args[2:3])
            yield from _strings(k.value for k in node.keywords if k.arg == "tooltip")


def _name(function: ast.expr) -> str:
    return getattr(function, "attr", getattr(function, "id", ""))


def _strings(nodes: object) -> Iterator[str]:
    for node in nodes:  # type: ignore[attr-defined]
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def said_in_the_room() -> set[str]:
    from index.corpus.cleaning import reasons
    from index.model.events import LinkKind
    from tui.keys import NAMES
    from tui.palettes import PALETTES

    found = set(NAMES.values()) | {kind.value for kind in (*reasons.Reason, *LinkKind)}
    found |= {reasons.MISSING_SPACE, reasons.HYPHEN, reasons.MOJIBAKE, reasons.SLIP}
    found |= {palette.says for palette in PALETTES}
    found |= {"words", "run", "quote", "date", "entity", "decision"}
    for path in ROOM.rglob("*.py"):
        found |= set(sentences(ast.parse(path.read_text(encoding="utf-8"))))
    return found


def told_in(language: str) -> dict[str, tuple[str, ...]]:
    told: dict[str, tuple[str, ...]] = {}
    folder = files("index") / "interface" / "locale" / language / "LC_MESSAGES"
    for path in folder.iterdir():
        with path.open("rb") as stream:
            for message in read_po(stream, locale=language):
                if message.id:
                    singular = message.id if isinstance(message.id, str) else message.id[0]
                    forms = message.string
                    told[singular] = (forms,) if isinstance(forms, str) else tuple(forms)
    return told


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_has_its_translation(language: str) -> None:
    told = told_in(language)
    missing = {id for id in said_in_the_room() if not all(told.get(id, ("",)))}
    assert not missing


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_keeps_the_places_of_its_values(language: str) -> None:
    for id, forms in told_in(language).items():
        for form in forms:
            assert set(_places(form)) <= set(_places(id)), (id, form)


def _places(sentence: str) -> list[str]:
    from string import Formatter

    return [name for _, name, _, _ in Formatter().parse(sentence) if name]


def test_french_has_its_fine_spaces() -> None:
    said = said_in_the_room()
    wrong = [
        form
        for id, forms in told_in("fr").items()
        if id in said
        for form in forms
        if any(sign in form for sign in (" ;", " !", " ?", " :", "« ", " »", "'"))
    ]
    assert not wrong
