"""The first lines of the command: is the `index` that Python found our own?

Installed as a module of its own name, since `index` and `tui` are names that other projects use
for packages and folders too.
"""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path

_OURS = {"index": "library.py", "tui": "desk.py"}


def main() -> None:
    for name, file in _OURS.items():
        spec = find_spec(name)
        folder = Path(spec.origin).parent if spec and spec.origin else None
        if folder is None or not (folder / file).is_file():
            place = folder or (spec and next(iter(spec.submodule_search_locations or ()), None))
            print(
                f"recoupe: another package named “{name}” is in the way ({place or 'not found'}); "
                "take it out of PYTHONPATH or install recoupe in an environment of its own.",
                file=sys.stderr,
            )
            sys.exit(1)
    from index.cli.main import main as command

    command()
