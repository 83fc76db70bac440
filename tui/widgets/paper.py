"""A sheet that scrolls: lines of styled text, of which only the visible ones are drawn."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip
from textual.style import Style

from tui.keytable import bound
from tui.rendering import component_style, strip_of, truncated


class Paper(ScrollView, can_focus=True):
    """A sheet; subclasses say in `draw` which lines stand on it at a width."""

    class Scrolled(Message):
        """Other lines than before are visible."""

        def __init__(self, paper: Paper) -> None:
            super().__init__()
            self.paper = paper

        @property
        def control(self) -> Paper:
            return self.paper

    DEFAULT_CSS = """
    Paper {
        scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
        overflow-x: hidden;
        overflow-y: auto;
    }
    """
    BINDINGS = [
        bound("paper.up", "scroll_up", "Up", show=False),
        bound("paper.down", "scroll_down", "Down", show=False),
        bound("paper.page-up", "page_up", "Page up", show=False),
        bound("paper.page-down", "page_down", "Page down", show=False),
        bound("paper.half-up", "half_page(-1)", "Half a page up", show=False),
        bound("paper.half-down", "half_page(1)", "Half a page down", show=False),
        bound("paper.home", "scroll_home", "To the top", show=False),
        bound("paper.end", "scroll_end", "To the end", show=False),
    ]

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._lines: Sequence[Content] = ()
        self._drawn_width = 0

    def draw(self, width: int) -> Sequence[Content]:
        """All lines at this width."""
        raise NotImplementedError

    def line_style(self, index: int) -> str:
        """The component class that lies under a whole line, or nothing."""
        return ""

    def line_content(self, index: int) -> Content:
        """A line as it is drawn now."""
        return self._lines[index]

    @property
    def lines(self) -> Sequence[Content]:
        return self._lines

    @property
    def text_width(self) -> int:
        """Cells that a line may fill, beside the scroll bar."""
        return max(0, self.scrollable_content_region.width)

    @property
    def top(self) -> int:
        """The first line that is visible."""
        return self.scroll_offset.y

    def redraw(self) -> None:
        """Draws the sheet anew when its content has changed."""
        self._drawn_width = self.text_width
        if not self._drawn_width:
            return
        self._lines = self.draw(self._drawn_width)
        self.virtual_size = Size(self._drawn_width, len(self._lines))
        self.refresh()

    def on_resize(self, event: events.Resize) -> None:
        if self.text_width != self._drawn_width:
            self.redraw()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self.post_message(self.Scrolled(self))

    def action_half_page(self, direction: int) -> None:
        half = max(1, self.scrollable_content_region.height // 2)
        self.scroll_to(y=self.top + direction * half, animate=False)

    def show_line(self, index: int, *, margin: int = 0) -> None:
        """Scroll as little as is needed to see a line, with `margin` lines around it."""
        height = self.scrollable_content_region.height
        margin = min(margin, max(0, height - 1) // 2)
        if index - margin < self.top:
            self.scroll_to(y=max(0, index - margin), animate=False)
        elif index + margin >= self.top + height:
            self.scroll_to(y=index + margin - height + 1, animate=False)

    def line_at(self, event: events.MouseEvent) -> int | None:
        """The line of a mouse event."""
        offset = event.get_content_offset(self)
        if offset is None:
            return None
        index = offset.y + self.top
        return index if index < len(self._lines) else None

    def render_line(self, y: int) -> Strip:
        index = y + self.top
        base = self.visual_style
        if index >= len(self._lines):
            return Strip.blank(self.size.width, base.rich_style)
        if name := self.line_style(index):
            base = base + component_style(self, name)
        content = self.line_content(index)
        if cell_len(content.plain.rstrip()) > self.size.width:
            # Nobody sees that a line goes on beyond the edge.
            content = truncated(content, self.size.width)
        selection = self.text_selection
        if selection is not None and (span := selection.get_span(index)) is not None:
            start, end = span
            chosen = Style.from_styles(self.screen.get_component_styles("screen--selection"))
            content = content.stylize(chosen, start, len(content) if end == -1 else end)
        strip = strip_of(content, self.size.width, base, self)
        return strip.apply_offsets(0, index)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        return selection.extract("\n".join(line.plain for line in self._lines)), "\n"
