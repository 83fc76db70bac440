"""Recoupe as a module: the command, and `recoupe.open("folder")` for a notebook.

    import recoupe
    with recoupe.open("folder") as corpus:
        page = corpus.search("accord ET gantz")
        page.total, [hit.title for hit in page.hits], page.to_dict()

Installed under a name of its own, since `index` and `tui` are names that other projects use for
packages and folders too: the first lines see that those found are ours. It is a copy there, also
of a checkout that is installed to be worked on: whatever may change stands in `tui.command` and
`index.library`.
"""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import os

    from index.opening import Corpus

_OURS = {"index": "library.py", "tui": "room.tcss"}
"""Package → a file that it has in Recoupe."""


def in_the_way() -> str | None:
    """A sentence about a foreign package that hides one of ours; None where there is none."""
    for name, file in _OURS.items():
        spec = find_spec(name)
        folder = Path(spec.origin).parent if spec and spec.origin else None
        if folder is None or not (folder / file).is_file():
            place = folder or (spec and next(iter(spec.submodule_search_locations or ()), None))
            return (
                f"another package named “{name}” is in the way ({place or 'not found'}); "
                "take it out of PYTHONPATH or install recoupe in an environment of its own."
            )
    return None


def open(corpus: str | os.PathLike[str], *, index: str | None = None) -> Corpus:
    """A corpus, its index built or updated where it is missing or outdated.

    `index` is the folder that holds indexes; without it, the user’s cache. Raises ImportError when
    another package is in the way, RecoupeError (a sentence) when the corpus cannot be read.
    """
    foreign = in_the_way()
    if foreign:
        raise ImportError(foreign)
    from index.opening import Corpus

    return Corpus.open(corpus, index=index)


def main() -> None:
    """The command `recoupe`."""
    foreign = in_the_way()
    if foreign:
        print(f"recoupe: {foreign}", file=sys.stderr)
        sys.exit(1)
    from tui.command import main as command

    command()
