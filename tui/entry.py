"""The first lines of the command `recoupe`, which see that the packages found are our own.

Installed as a module of its own name, `recoupe_command`, since `index` and `tui` are names that
other projects use for packages and folders too. It is a copy there, also of a checkout that is
installed to be worked on: whatever may change stands in `tui.command`.
"""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path

_OURS = {"index": "library.py", "tui": "room.tcss"}
"""Package → a file that ours has."""


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
    from tui.command import main as command

    command()
