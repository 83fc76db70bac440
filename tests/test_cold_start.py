"""What a search need not load, it does not: each of these costs a search that starts cold its time."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from index.cli import main

ROOT = Path(__file__).parent.parent
_SEARCH = """
import sys
from index.cli import main
sys.argv = ["recoupe", "search", "accord", "--corpus", {corpus!r}, "--index", {index!r}]
try:
    main.main()
except SystemExit:
    pass
print(*sorted(name for name in sys.modules if name.startswith("index.")), file=sys.stderr)
"""


_UNNEEDED = (
    "index.claims",
    "index.facts",
    "index.building.part",
    "index.search.index_folder",
    "index.french.sayings",
)


def test_a_search_loads_nothing_of_what_reads_articles(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "un.txt").write_text(
        "Un accord à Nancy\n\nLes deux villes ont signé un accord.\n", encoding="utf-8"
    )
    program = _SEARCH.format(corpus=str(corpus), index=str(tmp_path / "index"))
    for _ in range(2):  # the first builds, the second has nothing to update
        done = subprocess.run(
            [sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=True
        )
    assert "Un accord à Nancy" in done.stdout
    loaded = done.stderr.splitlines()[-1].split()
    assert "index.search.searcher" in loaded
    assert not [n for n in loaded for no in _UNNEEDED if n == no or n.startswith(no + ".")]


@pytest.mark.parametrize(("own", "threads"), [(None, "1"), ("3", "3")])
def test_a_command_starts_no_threads_that_multiply(
    own: str | None, threads: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", own or "")
    if own is None:
        monkeypatch.delenv("OPENBLAS_NUM_THREADS")
    monkeypatch.setattr(main, "run", lambda *arguments: 0)
    with pytest.raises(SystemExit):
        main.main()
    assert os.environ["OPENBLAS_NUM_THREADS"] == threads
