"""What `recoupe check` and `recoupe show` print of files that hold many articles."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from index.cli.main import run

Recoupe = Callable[..., str]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    return folder


@pytest.fixture
def recoupe(tmp_path: Path, corpus: Path, capfd: pytest.CaptureFixture[str]) -> Recoupe:
    def call(*arguments: str) -> str:
        run([*arguments, "--corpus", str(corpus), "--index", str(tmp_path / "index")])
        sys.stdout.flush()
        return capfd.readouterr().out

    return call


def test_check_tells_a_file_of_many_articles_in_one_line(recoupe: Recoupe, corpus: Path) -> None:
    """Of one file of 4,000 articles there were 4,000 lines."""
    lines = [
        {"title": f"Le quai {n}", "text": f"Le quai {n} a rouvert au public.", "id": f"{n}"}
        for n in range(8)
    ]
    content = "\n".join(json.dumps(line) for line in lines)
    (corpus / "tout.jsonl").write_text(content, encoding="utf-8")
    told = recoupe("check", "--lang", "en").splitlines()
    assert not [line for line in told if "#" in line]
    (line,) = [line for line in told if line.startswith("  tout.jsonl  ")]
    assert "8 articles, " in line and "no date × 8" in line and "no source × 8" in line
    each = recoupe("check", "--articles", "--lang", "en").splitlines()
    assert len([line for line in each if line.startswith("  tout#")]) == 8
    assert len(json.loads(recoupe("check", "--json"))["articles"]) == 8


def test_a_repair_is_shown_without_the_signs_of_its_format(recoupe: Recoupe, corpus: Path) -> None:
    line = {"titre": "Le quai", "texte": 'Il a dit "jamais en juillet".Pour lui, le quai est clos.'}
    (corpus / "tout.jsonl").write_text(json.dumps(line), encoding="utf-8")
    told = recoupe("show", "tout#1")
    (repaired,) = [one for one in told.splitlines() if ".Pour" in one]
    assert repaired.endswith('juillet".Pour')
