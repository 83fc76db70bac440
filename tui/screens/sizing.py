"""Panes that the reader resizes, by key or by dragging a border, or gives the whole room."""

from __future__ import annotations

from itertools import pairwise

from textual import events
from textual.containers import Horizontal
from textual.css.scalar import Unit
from textual.screen import Screen
from textual.widget import Widget

from tui.keytable import bound
from tui.nothing import say_nothing
from tui.session import Session

STEP = 4
"""Columns by which one key press changes a pane."""
LEAST = 16
"""Columns of a pane at least."""


class SizingScreen(Screen[None]):
    """A screen whose panes, the parts of `#panes`, stand side by side; their widths outlast the visit."""

    BINDINGS = [
        bound("pane.whole", "whole", "Whole room", show=False,
              tooltip="Give the pane that one is in the whole room, or let the others come back"),
        bound("pane.narrower", "widen(-1)", "Narrower", show=False,
              tooltip="Make the pane that one is in narrower"),
        bound("pane.wider", "widen(1)", "Wider", show=False,
              tooltip="Make the pane that one is in wider"),
    ]  # fmt: skip

    session: Session
    _dragged: tuple[Widget, Widget] | None = None
    """The panes on both sides of the border that the mouse drags."""
    _alone: Widget | None = None

    def side_by_side(self) -> list[Widget]:
        """The panes that are now side by side; drawers lie over them."""
        panes = self.query("#panes").results(Horizontal)
        found = next(iter(panes), None)
        if found is None:
            return []
        return [p for p in found.children if p.display and p.styles.dock in ("", "none")]

    def take_up_sizes(self) -> None:
        """Takes up the widths of the last visit, as far as there is room for all."""
        panes = self.side_by_side()
        sizes = self.session.looks.left.sizes
        known = [
            (pane, sizes[self._size_name(pane)]) for pane in panes if self._size_name(pane) in sizes
        ]
        others = len(panes) - len(known)
        if known and others and sum(n for _, n in known) + others * LEAST <= self.size.width:
            for pane, columns in known:
                pane.styles.width = columns

    def _size_name(self, pane: Widget) -> str:
        return f"{type(self).__name__}.{pane.id}"

    def _pane_here(self) -> Widget | None:
        focused = self.focused
        if focused is None:
            return None
        return next((p for p in self.side_by_side() if p in focused.ancestors_with_self), None)

    def action_widen(self, by: int) -> None:
        panes, here = self.side_by_side(), self._pane_here()
        if here is None or len(panes) < 2:
            say_nothing(self, "No pane here to size.")
            return
        at = panes.index(here)
        other = panes[at + 1] if at + 1 < len(panes) else panes[at - 1]
        self._share(here, other, here.outer_size.width + by * STEP)

    def _share(self, one: Widget, other: Widget, columns: int) -> None:
        """Gives `one` so many columns of the two panes' sum; the pane that is not elastic is remembered."""
        both = one.outer_size.width + other.outer_size.width
        if both < 2 * LEAST:
            return
        columns = max(LEAST, min(both - LEAST, columns))
        elastic = [pane for pane in self.side_by_side() if _is_elastic(pane)]
        if _is_elastic(one) and (not _is_elastic(other) or len(elastic) < 2):
            other.styles.width = both - columns
            self.session.looks.size(self._size_name(other), both - columns)
        else:
            one.styles.width = columns
            self.session.looks.size(self._size_name(one), columns)

    def action_whole(self) -> None:
        """Gives the focused pane the whole room, or shows all panes again."""
        if self._alone is not None:
            self.all_panes()
            return
        here = self._pane_here()
        if here is None:
            say_nothing(self, "No pane here to size.")
            return
        self._alone = here
        for pane in self.side_by_side():
            pane.set_class(pane is not here, "-away")

    def all_panes(self) -> None:
        """Gives every pane its place again."""
        self._alone = None
        for pane in self.query(".-away"):
            pane.remove_class("-away")

    # By mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        held = self._border_at(event.screen_x, event.screen_y)
        if held is not None:
            self._dragged = held
            self.capture_mouse()
            event.stop()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if self._dragged is not None:
            left, right = self._dragged
            self._share(left, right, event.screen_x - left.region.x + 1)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        if self._dragged is not None:
            self._dragged = None
            self.release_mouse()

    def _border_at(self, x: int, y: int) -> tuple[Widget, Widget] | None:
        panes = self.side_by_side()
        for left, right in pairwise(panes):
            edge = right.region.x
            if x in (edge - 1, edge) and left.region.y <= y < left.region.bottom:
                return left, right
        return None


def _is_elastic(pane: Widget) -> bool:
    """Whether a pane takes the columns that the others leave."""
    width = pane.styles.width
    return width is not None and width.unit is Unit.FRACTION
