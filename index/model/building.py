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
