"""The table of cues: each is asked for somewhere, and adds what it says."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from index.entities import evidence, name_evidence
from index.entities.cues import Weights, cues
from index.entities.weighed_kinds import KINDS
from index.model.article import Kind


def literals() -> set[str]:
    found: set[str] = set()
    for module in (evidence, name_evidence):
        tree = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
        found |= {
            node.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
        }
    return found


def test_each_cue_of_the_table_is_asked_for() -> None:
    assert sorted(set(cues()) - literals()) == []


def test_each_cue_that_is_asked_for_has_weights() -> None:
    asked = {
        argument.value
        for module in (evidence, name_evidence)
        for node in ast.walk(ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "_add"
        for argument in ast.walk(node.args[1])
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    }
    assert len(asked) > 40
    assert sorted(asked - set(cues())) == []


@pytest.mark.parametrize(
    ("cue", "factor", "expected"),
    [
        ("a civility", 1.0, {Kind.PERSON: 5.0}),
        ("after à, one word", 1.0, {Kind.PLACE: 2.0}),
        ("a role before", 0.5, {Kind.PERSON: 1.25}),
        ("a first name in front", 1.0, {Kind.PERSON: 3.0}),
        ("a noun of an organisation", 1.0, {Kind.ORGANISATION: 3.0}),
        ("a head of organisations behind", 1.0, {Kind.ORGANISATION: 2.0, Kind.PERSON: -3.0}),
        ("letters and figures", 1.0, {Kind.OTHER: 2.2, Kind.ORGANISATION: -1.0}),
    ],
)
def test_a_cue_adds_its_weights(cue: str, factor: float, expected: dict[Kind, float]) -> None:
    scores = [0.0] * len(KINDS)
    Weights(cues()).add(scores, cue, factor)
    assert {kind: score for kind, score in zip(KINDS, scores, strict=True) if score} == expected
