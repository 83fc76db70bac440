"""The command that changes a number at a time and names what no test notices."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from benchmarks import mutants
from benchmarks.mutants import Mutant, survives

MODULE = "MOST = 3\n\n\ndef few(given):\n    return len(given) <= MOST and len(given) != 9\n"
TEST = """from module import few


def test_few():
    assert few("abc") and not few("abcd")
"""


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "module.py").write_text(MODULE, encoding="utf-8")
    (tmp_path / "test_module.py").write_text(TEST, encoding="utf-8")
    monkeypatch.setattr(mutants, "ROOT", tmp_path)
    return tmp_path


def made(house: Path) -> list[Mutant]:
    return list(mutants.mutants(Path("module.py")))


def test_constants_and_comparisons_with_a_number_are_changed(house: Path) -> None:
    changed = {(one.said, one.line): one.applied(MODULE) for one in made(house)}
    assert changed == {
        ("MOST", 1): MODULE.replace("= 3", "= 4"),
        ("len(given) != 9", 5): MODULE.replace("!= 9", "!= 11"),
    }


@pytest.mark.skipif(os.name != "posix", reason="limits of Unix")
def test_what_a_test_notices_does_not_survive(house: Path) -> None:
    told = {one.said: survives(one, house, ["test_module.py"]) for one in made(house)}
    assert told == {"MOST": False, "len(given) != 9": True}
    assert (house / "module.py").read_text(encoding="utf-8") == MODULE


@pytest.mark.skipif(os.name != "posix", reason="limits of Unix")
def test_tests_that_take_too_much_of_the_processor_notice_it(
    house: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mutants, "_SECONDS", 1)
    (house / "test_module.py").write_text(
        "from module import few\n\n\ndef test_few():\n    while few('abcd'):\n        pass\n",
        "utf-8",
    )
    assert survives(made(house)[0], house, ["test_module.py"]) is False


@pytest.mark.skipif(os.name != "posix", reason="limits of Unix")
def test_tests_that_are_not_there_notice_nothing(house: Path) -> None:
    with pytest.raises(RuntimeError, match="test_other"):
        survives(made(house)[0], house, ["test_other.py"])
