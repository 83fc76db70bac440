"""The corpora that the reader opened, with what they hold, the latest first; and whether the tour was seen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from index.model.found import Overview
from tui.leaving import write_privately
from tui.rendering import sparkline

MOST = 12
"""How many corpora are remembered."""
_YEARS = 16
"""Width of the line of years at most, in cells."""


class Recent(msgspec.Struct, frozen=True, kw_only=True):
    """A corpus as it was when it was last open. Values that a later version wrote are ignored."""

    path: str
    name: str
    articles: int
    sources: int = 0
    first: int | None = None
    last: int | None = None
    years: dict[str, int] = {}
    """Year → articles."""

    def line(self) -> str:
        """The line of years: a block for each year, or for a few years where there are many."""
        if self.first is None or self.last is None:
            return ""
        each = -(-(self.last - self.first + 1) // _YEARS)
        starts = range(self.first, self.last + 1, each)
        return sparkline(
            [sum(self.years.get(str(year + by), 0) for by in range(each)) for year in starts]
        )


@dataclass(slots=True)
class Corpora:
    """The corpora that the opening screen offers, and the one that the reader chose there."""

    here: Path
    """The corpus of this room."""
    sample: Path
    file: Path
    """The file of the corpora that were open."""
    toured: Path
    """A file that exists once the tour was left or seen to its end."""
    arriving: bool = False
    """Whether no corpus was named: the room begins with the opening screen."""
    touring: bool = False
    """Whether the reader asked for the tour."""
    chosen: Path | None = None
    """The corpus to open when this room is left."""

    def recent(self) -> list[Recent]:
        """The latest first; none when they cannot be read."""
        try:
            return msgspec.json.decode(self.file.read_bytes(), type=list[Recent])[:MOST]
        except (OSError, msgspec.DecodeError, RecursionError):
            return []

    def note(self, overview: Overview, years: Mapping[str, int]) -> None:
        """Writes down that this corpus is open; the sample is not written, since it is always offered."""
        if self.here == self.sample:
            return
        path = str(self.here)
        this = Recent(
            path=path,
            name=overview.corpus,
            articles=overview.articles,
            sources=overview.sources,
            first=overview.first_year,
            last=overview.last_year,
            years=dict(years),
        )
        others = [one for one in self.recent() if one.path != path]
        write_privately(self.file, msgspec.json.encode([this, *others][:MOST]))

    @property
    def tour_due(self) -> bool:
        """Whether the tour is to begin by itself."""
        if self.here != self.sample:
            return False
        return self.touring or not self.toured.exists()

    def end_tour(self) -> None:
        """From now on the tour does not begin by itself."""
        self.touring = False
        write_privately(self.toured, b"")
