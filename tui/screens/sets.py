"""Sets of retained articles: the reader keeps the current one under a name, or takes an earlier one up again."""

from __future__ import annotations

from msgspec import structs
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from index.interface.texts import Texts
from index.model.article import ArticleId
from tui.keytable import bound
from tui.nothing import say_nothing
from tui.rendering import joined, truncated
from tui.screens.box import Box, rows_of_box
from tui.session import MOST_KEPT, Session
from tui.widgets.items import Item, Items
from tui.widgets.line import Line

_LONGEST = 80
"""Characters of a name at most."""


class SetList(Items):
    BINDINGS = [
        bound("sets.take", "choose", "Take up"),
        bound("sets.drop", "drop", "Drop"),
        bound("sets.back-again", "bring_back", "Bring back"),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__(id="sets")
        self._session = session
        self._dropped: dict[str, tuple[str, ...]] = {}

    @property
    def sets(self) -> dict[str, tuple[str, ...]]:
        return dict(self._session.left.sets)

    def write(self, sets: dict[str, tuple[str, ...]]) -> None:
        self._session.leave(structs.replace(self._session.left, sets=sets))
        self.redraw()

    def draw_items(self, width: int) -> list[Item]:
        t: Texts = self._session.t
        if not self.sets:
            return [Item((joined(" ", (t("No set yet."), "mark--muted")),))]
        items = []
        for name, ids in self.sets.items():
            count = t.count("{n} article", "{n} articles", len(ids))
            line = joined(
                "  ", (name, "mark--strong"), (f"  {count} · {', '.join(ids)}", "mark--muted")
            )
            items.append(Item((truncated(line, width),), key=name))
        return items

    def action_drop(self) -> None:
        """The line below says that the set comes back by the key of undo."""
        sets = self.sets
        if self.cursor in sets:
            self._dropped = {self.cursor: sets.pop(self.cursor)}
            self.write(sets)
            self.move_to(self.first_key(), silent=True)

    def action_bring_back(self) -> None:
        if self._dropped:
            self.write({**self.sets, **self._dropped})
            self._dropped = {}


class NameLine(Line):
    BINDINGS = [
        bound("sets.keep", "submit", "Keep"),
        bound("sets.down", "screen.to_list", "To the list"),
    ]


class SetsScreen(Box[tuple[ArticleId, ...] | None]):
    """The list of sets; its result is the set that was taken up."""

    BINDINGS = [
        bound("sets.back", "dismiss", "Back"),
    ]

    def body(self) -> ComposeResult:
        t, kept = self.t, self.session.kept.articles
        with Vertical(id="history") as frame:
            frame.border_title = joined(f" {t('Sets of retained articles')} ")
            frame.styles.height = rows_of_box(len(self.session.left.sets))
            wish = (
                t.count("a name for the {n} retained…", "a name for the {n} retained…", len(kept))
                if kept
                else t("nothing is retained: ↓ to earlier sets")
            )
            yield NameLine(placeholder=wish, compact=True, max_length=_LONGEST, id="sought")
            yield SetList(self.session)

    def on_mount(self) -> None:
        self.query_one("#sought").focus()

    @on(Input.Submitted, "#sought")
    def _keep(self, event: Input.Submitted) -> None:
        name, kept = " ".join(event.value.split()), self.session.kept.articles
        if not name or not kept:
            say_nothing(self, "A set needs a name and retained articles.")
            return
        listed = self.query_one("#sets", SetList)
        listed.write({**listed.sets, name: tuple(kept)})
        self.dismiss(None)

    def action_to_list(self) -> None:
        self.query_one("#sets", SetList).focus()

    @on(Items.Chosen, "#sets")
    def _take(self, event: Items.Chosen) -> None:
        ids = self.query_one("#sets", SetList).sets.get(event.key, ())
        self.dismiss(tuple(ArticleId(id) for id in ids[:MOST_KEPT]))
