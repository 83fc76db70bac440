"""The interface of an export format: its name, the material it takes, and the files it writes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from index.export.material import Material, Subject

Files = Iterable[tuple[str, bytes]]
"""Names with their content; the name is empty if the format writes a single file."""


class ExportFormat(NamedTuple):
    """One format; `write` gives the same bytes for the same material."""

    name: str
    ending: str
    """The ending of the file's name, without its point; empty for a folder."""
    takes: frozenset[Subject]
    write: Callable[[Material], Files]
    library: str = ""
    """The package that must be installed in addition, with its bounds (`openpyxl>=3.1`)."""


REFERENCES = frozenset((Subject.RESULTS, Subject.COMPARISON, Subject.NOTEBOOK))
DOSSIERS = frozenset(Subject)
