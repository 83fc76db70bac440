"""The counts beside a concordance: words before or after, forms, sources, years."""

from __future__ import annotations

from index.interface.texts import Texts
from index.model.found import Concordance, Neighbours
from tui.keytable import bound
from tui.rendering import fitted, joined, thin_bar, truncated
from tui.widgets.items import Item, Items

MOST = 200
"""How many groups are listed, the largest first."""
BAR = 6


class NeighbourList(Items):
    """The list of groups; its cursor says which group's lines are shown."""

    BINDINGS = [
        bound("neighbours.choose", "choose", "To the lines",
                tooltip="Go over to the lines of this group"),
    ]  # fmt: skip

    def __init__(self, t: Texts, *, id: str) -> None:
        super().__init__(id=id)
        self._t = t
        self._found: Concordance | None = None
        self._by = Neighbours.RIGHT

    def show(self, found: Concordance, by: Neighbours) -> None:
        self._found, self._by = found, by
        self.border_title = joined(
            f" {group_heading(self._t, by)} {self._t.number(len(found.groups))} "
        )
        self.redraw()
        self.scroll_home(animate=False)
        self.move_to("", silent=True)

    def draw_items(self, width: int) -> list[Item]:
        if self._found is None:
            return []
        groups = self._found.groups[:MOST]
        names = self._found.names[:MOST]
        most = max((number for _, number in groups), default=1)
        items = []
        for at, ((_, number), name) in enumerate(zip(groups, names, strict=True)):
            words = name or nothing_words(self._t, self._by)
            count = self._t.number(number).rjust(6)
            bar = thin_bar(number / most, BAR).ljust(BAR)
            room = max(4, width - len(count) - BAR - 3)
            line = joined(
                "  ",
                fitted(joined((words, "" if name else "mark--faint")), room),
                (count, "mark--muted"),
                " ",
                (bar, "mark--rule"),
            )
            items.append(Item((truncated(line, width),), key=str(at)))
        more = len(self._found.groups) - len(groups)
        if more > 0:
            words = self._t.count("… and {n} more", "… and {n} more", more)
            items.append(Item((joined("  ", (words, "mark--faint")),)))
        return items

    def group_of(self, key: str) -> str:
        """The name of a group by the key of its item."""
        return self._found.groups[int(key)][0] if self._found else ""

    def stand_on(self, group: str) -> None:
        """Marks the group of the current line, without going there."""
        if self._found is None or self.has_focus:
            return
        if self.cursor and self.group_of(self.cursor) == group:
            return
        names = (name for name, _ in self._found.groups[:MOST])
        at = next((at for at, name in enumerate(names) if name == group), None)
        self.move_to("" if at is None else str(at), silent=True)


def group_heading(t: Texts, by: Neighbours) -> str:
    return {
        Neighbours.LEFT: t("Words before it"),
        Neighbours.RIGHT: t("Words after it"),
        Neighbours.FORM: t("Forms"),
        Neighbours.SOURCE: t("Sources"),
        Neighbours.DATE: t("Years"),
    }[by]


def nothing_words(t: Texts, by: Neighbours) -> str:
    """The name of a group that has none."""
    if by is Neighbours.SOURCE:
        return t("not stated")
    return t("undated") if by is Neighbours.DATE else t("(none)")
