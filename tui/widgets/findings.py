"""The box below the columns: one list of findings at a time, and the names of all in its border."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.message import Message

from index.interface.texts import Texts
from index.model.article import Article, EntityId
from index.model.comparison import Comparison
from tui.keytable import bound
from tui.rendering import fitted, joined, truncated
from tui.widgets.chapters import Chapter, Finding, Place, chapters_of
from tui.widgets.items import Item, Items

LABEL = 24
TALLEST = 24
"""Lines of the box at the most."""


class Findings(Items):
    CURSOR_ONLY_IN_FOCUS = True
    BINDINGS = [
        bound("findings.next", "chapter(1)", "Next list", show=False,
                tooltip="Differences, quotations, names, only in one source"),
        bound("findings.previous", "chapter(-1)", "Previous list", show=False),
        bound("findings.show", "choose", "Show",
                tooltip="Go to the row that this stands in"),
    ]  # fmt: skip

    @dataclass
    class PlaceChosen(Message):
        place: Place

    def __init__(self, t: Texts, *, id: str) -> None:
        super().__init__(id=id)
        self._t = t
        self._chapters: tuple[Chapter, ...] = ()
        self._at = 0
        self._names: list[tuple[int, int, int]] = []
        self._kept: frozenset[str] = frozenset()

    def show(
        self, comparison: Comparison, articles: Sequence[Article], names: Mapping[EntityId, str]
    ) -> None:
        """`names` are those of the speakers."""
        self._chapters = tuple(chapters_of(self._t, comparison, articles, names))
        filled = [n for n, chapter in enumerate(self._chapters) if chapter.entries]
        self._turn_to(filled[0] if filled else 0)

    @property
    def current(self) -> Finding | None:
        if not self.cursor or not self._chapters:
            return None
        return self._chapters[self._at].entries[int(self.cursor)]

    def mark_kept(self, ids: Collection[str]) -> None:
        """Marks with a pencil the findings that the notebook holds, by the ids of their entries."""
        self._kept = frozenset(ids)
        entries = self._chapters[self._at].entries if self._chapters else ()
        self.mark_noted(
            str(at) for at, one in enumerate(entries) if one.keep and one.keep.id in ids
        )

    def turn_to_kind(self, kind: str) -> None:
        """Shows the list of quotations, or the first list of what only one source says."""
        wanted = next((n for n, chapter in enumerate(self._chapters) if chapter.kind == kind), 0)
        if self._chapters:
            self._turn_to(wanted)

    def draw_items(self, width: int) -> list[Item]:
        if not self._chapters:
            return []
        entries = self._chapters[self._at].entries
        if not entries:
            return [Item((joined("  ", (self._t("Nothing of this kind."), "mark--muted")),))]
        labels = [entry.head[1].cell_length for entry in entries if entry.head]
        room = min(max(labels, default=0), max(LABEL, width * 3 // 10))
        return [
            Item(
                tuple(truncated(part, width) for part in _laid_out(entry, width, room)), key=str(at)
            )
            for at, entry in enumerate(entries)
        ]

    def action_chapter(self, by: int) -> None:
        if self._chapters:
            self._turn_to((self._at + by) % len(self._chapters))

    def action_choose(self) -> None:
        one = self.current
        if one is not None and one.place is not None:
            self.post_message(self.PlaceChosen(one.place))

    def on_click(self, event: events.Click) -> None:
        if event.get_content_offset(self) is not None:
            super().on_click(event)
            return
        for start, end, chapter in self._names:
            if start <= event.x < end:
                event.stop()
                self._turn_to(chapter)

    def clicked(self, item: Item, event: events.Click) -> None:
        self.move_to(item.key)
        self.action_choose()

    def on_resize(self, event: events.Resize) -> None:
        super().on_resize(event)
        self._name_chapters()

    def _name_chapters(self) -> None:
        """Writes all names into the border; where there is no room, those around the current one."""
        names = [
            f"{each.name} {len(each.entries)}" if each.counted else each.name
            for each in self._chapters
        ]
        room = max(10, self.size.width - 10)
        first = _first_named([len(name) for name in names], self._at, room)
        self._names = []
        pieces: list[Content | tuple[str, str] | str] = [" "]
        at = 3  # the corner, the line and the space before the first name
        if first:
            pieces.append(("‹ ", "mark--rule"))
            at += 2
        for number, name in list(enumerate(names))[first:]:
            if at + len(name) > room + 3 and number > self._at:
                pieces.append((" ›", "mark--rule"))
                break
            if number > first:
                pieces.append((" · ", "mark--rule"))
                at += 3
            here = number == self._at
            name = f"▸ {name}" if here else name
            # Of styles a border draws those only that no look changes.
            pieces.append(Content(name).stylize("bold") if here else name)
            self._names.append((at, at + len(name), number))
            at += len(name)
        self.border_title = joined(*pieces, " ")

    def redraw(self) -> None:
        """Draws the box again, no taller than its content and its border."""
        super().redraw()
        if self._lines:
            self.styles.max_height = min(TALLEST, len(self._lines) + 2)

    def _turn_to(self, chapter: int) -> None:
        self._at = chapter
        self._name_chapters()
        self.mark_kept(self._kept)
        self.redraw()
        self.scroll_home(animate=False)
        self.move_to(self.first_key(), silent=True)


def _laid_out(entry: Finding, width: int, room: int) -> tuple[Content, ...]:
    """The lines of an entry, whose label has so many cells where it stands beside the rest."""
    if entry.head is None:
        return (joined(" ", entry.line),)
    verdict, label = entry.head
    line = joined(" ", fitted(verdict, LABEL), " ", fitted(label, room), entry.line)
    if line.cell_length <= width:
        return (line,)
    return joined(" ", verdict, " · ", label), joined("  ", entry.line)


def _first_named(widths: Sequence[int], at: int, room: int) -> int:
    """The first name to write, so that the one at `at` and its neighbours are in view."""
    first = 0
    while first < at and sum(width + 3 for width in widths[first : at + 2]) > room:
        first += 1
    return first
