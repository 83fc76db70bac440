"""A list to choose from, each item a few lines high: one widget, however many items there are."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.geometry import Offset
from textual.message import Message

from tui.keytable import bound
from tui.rendering import fitted, joined
from tui.widgets.paper import Paper


@dataclass(frozen=True, slots=True)
class Item:
    """An item of the list; without a key it is a heading that cannot be chosen."""

    lines: tuple[Content, ...]
    key: str = ""


class Items(Paper):
    """A list with a cursor; subclasses say in `draw_items` what the items look like at a width."""

    COMPONENT_CLASSES = {"items--cursor", "items--hover", "items--rail", "items--rail-blurred"}
    DEFAULT_CSS = """
    Items > .items--cursor { background: $row-background; }
    Items > .items--hover { background: $panel; }
    Items > .items--rail { color: $primary; }
    Items > .items--rail-blurred { color: $faint; }
    """
    BINDINGS = [
        bound("list.up", "cursor(-1)", "Up", show=False),
        bound("list.down", "cursor(1)", "Down", show=False),
        bound("list.page-up", "cursor_page(-1)", "Page up", show=False),
        bound("list.page-down", "cursor_page(1)", "Page down", show=False),
        bound("list.half-up", "cursor_page(-1, 0.5)", "Half a page up", show=False),
        bound("list.half-down", "cursor_page(1, 0.5)", "Half a page down", show=False),
        bound("list.home", "cursor_end(0)", "First", show=False),
        bound("list.end", "cursor_end(1)", "Last", show=False),
    ]

    CURSOR_ONLY_IN_FOCUS = False
    """Whether the cursor is hidden while the keys go elsewhere: for lists beside the one that is read."""

    class Highlighted(Message):
        """The cursor stands on another item."""

        def __init__(self, items: Items, key: str) -> None:
            super().__init__()
            self.items = items
            self.key = key

        @property
        def control(self) -> Items:
            return self.items

    class Chosen(Highlighted):
        """The reader chose an item."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._items: Sequence[Item] = ()
        self._starts: list[int] = []
        self._cursor = ""
        self._hover = -1
        self._chosen_by_click = False
        """Whether one of the clicks in a quick row has chosen the item."""
        self.pencilled: frozenset[str] = frozenset()
        """The keys of the items that the notebook holds: a pencil stands at the end of their first line."""

    def draw_items(self, width: int) -> Sequence[Item]:
        raise NotImplementedError

    @property
    def cursor(self) -> str:
        """The key of the item that the cursor stands on, or nothing."""
        return self._cursor

    def draw(self, width: int) -> Sequence[Content]:
        self._items = self.draw_items(width)
        self._starts = []
        lines: list[Content] = []
        for item in self._items:
            self._starts.append(len(lines))
            lines.extend(item.lines)
        if self._cursor and not any(item.key == self._cursor for item in self._items):
            self._cursor = ""
        if not self._cursor and self.has_focus:
            # A list that was hidden already has the focus when it is drawn.
            self._cursor = self.first_key()
        return lines

    def line_style(self, index: int) -> str:
        at = self._item_of(index)
        if not self._items[at].key or self._is_gap(index, at):
            return ""
        if self._items[at].key == self._cursor and self._cursor_shown:
            return "items--cursor"
        return "items--hover" if at == self._hover else ""

    def line_content(self, index: int) -> Content:
        """The line at the cursor has a bar, too: never colour alone."""
        line = super().line_content(index)
        at = self._item_of(index)
        if self.pencilled and self.is_noted(self._items[at].key):
            line = self.with_pencil(line, index - self._starts[at])
        if not self._cursor or self._items[at].key != self._cursor or self._is_gap(index, at):
            return line
        if not self._cursor_shown:
            return line
        if not line.plain[:1].strip():
            rail = "items--rail" if self.has_focus else "items--rail-blurred"
            return joined(("▌", rail), line[1:])
        return line

    @property
    def _cursor_shown(self) -> bool:
        return self.has_focus or not self.CURSOR_ONLY_IN_FOCUS

    def mark_noted(self, keys: Iterable[str]) -> None:
        """Changes which items have the pencil."""
        noted = frozenset(keys)
        if noted != self.pencilled:
            self.pencilled = noted
            self.refresh()

    def is_noted(self, key: str) -> bool:
        return key in self.pencilled

    def with_pencil(self, line: Content, number: int) -> Content:
        """A line of an item that the notebook holds; `number` counts from its first line."""
        if number:
            return line
        room = self.scrollable_content_region.width - 2
        return joined(fitted(line, room), ("✎", "mark--kept"), " ")

    def move_to(self, key: str, *, silent: bool = False) -> None:
        """Puts the cursor on an item and shows it."""
        moved = key != self._cursor
        self._cursor = key
        at = next((i for i, item in enumerate(self._items) if item.key == key), None)
        if at is not None:
            start = self._starts[at]
            # A heading just above the first item is shown with it.
            above = start if at == 0 or self._items[at - 1].key else self._starts[at - 1]
            self.show_line(start + max(0, len(self._items[at].lines) - 1))
            self.show_line(above if start - above < 3 else start)
        self.refresh()
        if moved and not silent:
            self.post_message(self.Highlighted(self, key))

    def redraw_around_cursor(self) -> None:
        """Draws the list anew; the item under the cursor stays in view if it was, at its height."""
        was, line, keys = self.cursor, self.line_of(self.cursor), self._keys_in_order()
        height = self.scrollable_content_region.height
        below = line - self.top if line is not None and 0 <= line - self.top < height else None
        self.redraw()
        if line is None or not was:
            return
        now = self.line_of(was)
        if now is None:
            # The item is gone: the cursor goes to the one that took its place.
            at, keys = keys.index(was), self._keys_in_order()
            self.move_to(keys[min(at, len(keys) - 1)] if keys else "", silent=True)
        elif below is not None and not 0 <= now - self.top < height:
            self.scroll_to(y=max(0, now - below), animate=False)

    def _keys_in_order(self) -> list[str]:
        return [item.key for item in self._items if item.key]

    def line_of(self, key: str) -> int | None:
        """The first line of an item."""
        at = next((i for i, item in enumerate(self._items) if item.key == key), None)
        return None if at is None else self._starts[at]

    def keys_in_view(self) -> list[tuple[str, Offset]]:
        """The items among the visible lines, with their places on the sheet."""
        height = self.scrollable_content_region.height
        return [
            (item.key, Offset(0, start - self.top))
            for item, start in zip(self._items, self._starts, strict=False)
            if item.key and 0 <= start - self.top < height
        ]

    def first_key(self) -> str:
        return next((item.key for item in self._items if item.key), "")

    def step(self, by: int) -> bool:
        """Move the cursor over `by` items; whether there was one to move to."""
        keys = [item.key for item in self._items if item.key]
        if not keys:
            return False
        if self._cursor not in keys:
            self.move_to(keys[0] if by > 0 else keys[-1])
            return True
        at = keys.index(self._cursor)
        to = max(0, min(len(keys) - 1, at + by))
        self.move_to(keys[to])
        return to != at

    def action_cursor(self, by: int) -> None:
        if not self.step(by) and by < 0:
            self.scroll_home(animate=False)

    def action_cursor_page(self, direction: int, share: float = 1) -> None:
        height = max(1, round(self.scrollable_content_region.height * share))
        each = max(1, len(self._lines) // max(1, len(self._items)))
        self.step(direction * max(1, height // each - 1))

    def action_cursor_end(self, end: int) -> None:
        self.step(len(self._items) * (1 if end else -1))

    def action_choose(self) -> None:
        if self._cursor:
            self.post_message(self.Chosen(self, self._cursor))

    def on_focus(self) -> None:
        """A reader who arrives by key finds the cursor on an item."""
        if not self._cursor:
            self.move_to(self.first_key(), silent=True)

    def on_click(self, event: events.Click) -> None:
        line = self.line_at(event)
        if line is None:
            return
        item = self._items[self._item_of(line)]
        if not item.key:
            return
        event.stop()
        self.clicked(item, event)

    def clicked(self, item: Item, event: events.Click) -> None:
        """A first click goes to the item, a second one chooses it; two quick ones choose it once."""
        chooses = item.key == self._cursor if event.chain == 1 else not self._chosen_by_click
        self._chosen_by_click = chooses or event.chain > 1
        self.move_to(item.key)
        if chooses:
            self.action_choose()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        line = self.line_at(event)
        hover = -1 if line is None else self._item_of(line)
        if hover != self._hover:
            self._hover = hover
            tip = self.tip_of(self._items[hover]) if hover >= 0 else ""
            self.tooltip = Content(tip) if tip else None
            self.refresh()

    def tip_of(self, item: Item) -> str:
        """The tooltip of the item under the mouse."""
        return ""

    def on_leave(self, event: events.Leave) -> None:
        self._hover = -1
        self.refresh()

    def _is_gap(self, index: int, at: int) -> bool:
        """Whether a line is the empty one that keeps an item apart from the next."""
        last = self._starts[at] + len(self._items[at].lines) - 1
        return index == last and not self._lines[index].plain.strip()

    def _item_of(self, line: int) -> int:
        return max(0, bisect_right(self._starts, line) - 1)
