"""`import recoupe`: what a script or a notebook sees, and that its documentation runs."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from index.errors import ArticleUnknownError
from tui import recoupe

ROOT = Path(__file__).parent.parent


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))


def test_the_documented_example_runs(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (code,) = re.findall(
        r"```python\n(.*?)```", (ROOT / "docs/python.md").read_text(encoding="utf-8"), re.S
    )
    monkeypatch.chdir(ROOT)
    exec(
        compile(code.replace("import recoupe\n", "from tui import recoupe\n"), "python.md", "exec")
    )
    out = capsys.readouterr().out
    assert re.match(r"[1-9]\d* articles\n", out)
    assert re.search(r"[1-9]\d* statements that both report", out)


def test_every_result_has_the_document_of_the_command_line(tmp_path: Path) -> None:
    (tmp_path / "un.txt").write_text(
        "Un accord signé à Rabat\n\nLe ministre Paul Lenoir a signé un accord mardi.\n",
        encoding="utf-8",
    )
    with recoupe.open(tmp_path, index=str(tmp_path / ".index")) as corpus:
        page = corpus.search("accord")
        results = [page, corpus.article("un"), *corpus.entities(), *corpus.events()]
        found = [json.loads(json.dumps(result.to_dict())) for result in results]
        assert found[0]["hits"][0]["id"] == found[1]["id"] == "un"
        assert corpus.article("un").title == found[1]["title"]
        with pytest.raises(ArticleUnknownError):
            corpus.article("deux")


_SCRIPT = """
import index.building.build

index.building.build.processes = lambda files, size: 2
from tui import recoupe

with recoupe.open(sys.argv[1], index=sys.argv[2]) as corpus:
    print(corpus.search("accord").total)
"""


@pytest.mark.parametrize("from_file", [True, False])
def test_a_script_of_three_lines_builds_with_several_processes(
    tmp_path: Path, from_file: bool
) -> None:
    """Workers must not run the script again; one that is read from standard input has no file to run."""
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    for number in range(4):
        (corpus / f"{number}.txt").write_text(f"Un accord {number}\n\nIls ont signé.\n", "utf-8")
    script = "import sys\n" + _SCRIPT
    (tmp_path / "script.py").write_text(script, "utf-8")
    done = subprocess.run(
        [sys.executable, str(tmp_path / "script.py") if from_file else "-", corpus, tmp_path / "i"],
        input=None if from_file else script, cwd=ROOT, capture_output=True, text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (0, "4\n"), done.stderr
