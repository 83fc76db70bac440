"""What happens while an index is built, as a build reports it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Started:
    files: int


@dataclass(frozen=True, slots=True)
class Progressed:
    done: int
    """Files dealt with so far."""
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
    """The statistical model that helped to find names, with its version; empty without one."""
    read_without: int = 0
    """Articles of a generation built with a model that were read where it was not installed."""
    lost_model: str = ""
    """The model that the generation before was built with, when this one had to do without."""


BuildEvent = Started | Progressed | Skipped | Published
