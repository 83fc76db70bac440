"""The results beside an article, as titles with source and date, the open one marked."""

from __future__ import annotations

from collections.abc import Sequence

from index.interface.texts import Texts
from index.model.article import ArticleId
from index.model.found import Hit
from tui.rendering import at_most, joined, spread, truncated, wrapped
from tui.widgets.items import Item, Items


class HitList(Items):
    """The list; its cursor is on the article that is read."""

    def __init__(self, t: Texts, *, id: str) -> None:
        super().__init__(id=id)
        self._t = t
        self._hits: tuple[Hit, ...] = ()

    def show(self, hits: Sequence[Hit], here: ArticleId) -> None:
        if tuple(hits) != self._hits:
            self._hits = tuple(hits)
            self.redraw()
        self.move_to(here, silent=True)

    def draw_items(self, width: int) -> list[Item]:
        return [self._item(hit, width) for hit in self._hits]

    def _item(self, hit: Hit, width: int) -> Item:
        t = self._t
        title = at_most(
            wrapped(hit.title, max(10, width - 3), style="mark--strong"), 2, max(10, width - 3)
        )
        when = joined((t.date(hit.published), "mark--muted"))
        source = joined((hit.source or t("source not stated"), "mark--muted"))
        lines = [joined("  ", line) for line in title]
        lines.append(spread(joined("  ", source), when, width - 1))
        return Item((*(truncated(line, width) for line in lines), joined("")), key=hit.id)
