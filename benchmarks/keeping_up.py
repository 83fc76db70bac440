"""How long an index takes to be brought up to date with a corpus of N files.

    python -m benchmarks.keeping_up [N]

Writes N small articles (10,000 unless told) into a temporary folder, builds, and then runs
`recoupe update` as a process of its own: when nothing changed, when every file was only touched, when
one was moved, when one was added. Prints seconds of the clock and of the processor for each.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

_TEXT = """Le port numéro {n} vote son budget

Par Claire Tanguy

Le conseil du port {n} a voté mardi son budget devant la presse réunie à Brest, a annoncé la mairie hier soir.

« Les quais du bassin {n} seront refaits avant l’été », a promis la directrice, Anne Le Goff.
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", type=int, nargs="?", default=10_000)
    number = parser.parse_args().files
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "corpus"
        for at in range(number):
            place = corpus / f"dossier-{at % 50:02}"
            place.mkdir(parents=True, exist_ok=True)
            (place / f"article-{at:06}.txt").write_text(_TEXT.format(n=at), encoding="utf-8")
        index = Path(folder) / "index"
        _timed(f"built, {number} files", "rebuild", corpus, index)
        _timed("updated, nothing changed", "update", corpus, index)
        for path in corpus.rglob("*.txt"):
            os.utime(path)
        _timed("updated, all files touched", "update", corpus, index)
        _timed("updated, nothing changed since", "update", corpus, index)
        path = next(corpus.rglob("*.txt"))
        path.rename(corpus / "un autre nom.txt")
        _timed("updated, one file moved", "update", corpus, index)
        (corpus / "nouveau.txt").write_text(_TEXT.format(n=-1), encoding="utf-8")
        _timed("updated, one file added", "update", corpus, index)


def _timed(what: str, command: str, corpus: Path, index: Path) -> None:
    call = [sys.executable, "-m", "tui.command", command, "--corpus", str(corpus)]
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run([*call, "--index", str(index), "--quiet"], check=True, capture_output=True)
    after, ended = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"{what}: {ended - started:.2f} s ({processor:.2f} s of the processor)", flush=True)


if __name__ == "__main__":
    main()
