"""A process that reads a corpus ends with the one that started it, however it is killed."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
BUILD = """
import sys
import index.building.build as build
from index.settings.places import find_places

build.processes = lambda files, size: 2
build.rebuild(find_places(corpus=sys.argv[1], index=sys.argv[2]), lambda event: None)
"""
HELD_UP = """
import hashlib
import os
import index.building.orphan as orphan
import index.building.file_articles as reading

annotate = reading.annotate_text


def held_up(article, *read):
    if article.id == "a3":
        print(os.getpid(), flush=True)
        hashlib.pbkdf2_hmac("sha256", b"", b"", 2_000_000_000)
    return annotate(article, *read)


reading.annotate_text = held_up
{besides}
"""
"""One call of a library, during which Python does nothing."""
SYSTEMS = {
    "the system kills it": "",
    "it watches itself": "orphan._killed_by_the_system = lambda: False",
}
_PATIENCE = 60.0
"""Seconds after which a process that is still there has outlived its parent."""


@pytest.fixture(params=SYSTEMS)
def build(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """A build of which one process is busy for an hour, and says which."""
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    for number in range(8):
        text = f"Le phare {number}\n\nLe conseil a voté mardi le budget du phare {number}.\n"
        (corpus / f"a{number}.txt").write_text(text, encoding="utf-8")
    held_up = HELD_UP.format(besides=SYSTEMS[request.param])
    (tmp_path / "sitecustomize.py").write_text(held_up, "utf-8")
    paths = os.pathsep.join((str(tmp_path), str(ROOT)))
    with subprocess.Popen(
        [sys.executable, "-c", BUILD, str(corpus), str(tmp_path / "index")],
        stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": paths},
    ) as process:  # fmt: skip
        yield process
        process.kill()


@pytest.mark.skipif(
    not hasattr(os, "pidfd_open"), reason="the system does not tell of strangers' ends"
)
def test_a_process_in_a_library_does_not_outlive_a_parent_that_is_killed(
    build: subprocess.Popen[str],
) -> None:
    assert build.stdout is not None
    worker = os.pidfd_open(int(build.stdout.readline()))
    try:
        assert not select.select([worker], [], [], 0)[0]
        build.kill()
        assert select.select([worker], [], [], _PATIENCE)[0]
    finally:
        with contextlib.suppress(ProcessLookupError):
            signal.pidfd_send_signal(worker, signal.SIGKILL)
        os.close(worker)
