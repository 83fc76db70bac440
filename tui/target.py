"""A place on the screen that a letter leads to."""

from __future__ import annotations

from dataclasses import dataclass

from textual.geometry import Offset
from textual.widget import Widget


@dataclass(frozen=True, slots=True)
class Target:
    """A place on the screen: a pane, a thing in a list, a tab."""

    at: Offset
    widget: Widget
    key: str = ""
    """Of the thing in the list, or of the tab; empty for the pane itself."""
