"""The events of a build, as it reports them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Started:
    files: int


@dataclass(frozen=True, slots=True)
class Progressed:
    done: int
    """The number of files that are finished."""
    files: int
    articles: int
    read: int = 0
    """The bytes of the files that were read so far, of those that are being read too."""
    size: int = 0
    """The bytes of all files; 0 if they were not counted."""

    @property
    def share(self) -> float:
        """The part of the work that is done, from 0 to 1."""
        if self.done >= self.files:
            return 1.0
        return min(1.0, self.read / self.size) if self.size else self.done / self.files


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that gave no article."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Published:
    """The new generation is in use."""

    articles: int
    skipped: int
    seconds: float
    generation: str
    model: str = ""
    """The statistical model that helped to find names, with its version; empty if there was none."""
    read_without: int = 0
    """Articles read without the model with which the rest of the generation was built."""
    lost_model: str = ""
    """The model of the generation before, if this one was built without it."""


BuildEvent = Started | Progressed | Skipped | Published
