"""The interface of an export format: a name, what it takes, and the files that it writes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from index.export.material import Material, Subject

Files = Iterable[tuple[str, bytes]]
"""Names with their content; the name is empty where the format writes a single file."""


class ExportFormat(NamedTuple):
    """One format; `write` gives the same bytes for the same material."""

    name: str
    ending: str
    """Of the file's name, without its point; empty for a folder."""
    takes: frozenset[Subject]
    write: Callable[[Material], Files]
    library: str = ""
    """What must be installed besides, with its bounds (`openpyxl>=3.1`)."""


REFERENCES = frozenset((Subject.RESULTS, Subject.COMPARISON, Subject.NOTEBOOK))
DOSSIERS = frozenset(Subject)
