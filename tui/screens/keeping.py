"""Screens that retain articles and put them side by side, and lead from entities to their cards."""

from __future__ import annotations

from index.model.article import ArticleId, EntityId
from tui.keytable import bound
from tui.screens.base import RoomScreen
from tui.session import MOST_KEPT
from tui.widgets.headline import Headline


class KeepingScreen(RoomScreen):
    """A screen that retains articles; subclasses say in `article_here` which one the reader looks at."""

    BINDINGS = [
        bound("compare", "compare", "Compare",
                tooltip="Put the retained articles side by side"),
        bound("empty", "empty", "Let go", show=False,
                tooltip="Let all retained articles go, or bring them back"),
        bound("sets", "sets", "Sets", show=False,
                tooltip="Keep the retained articles under a name, or take up an earlier set"),
    ]  # fmt: skip

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "empty":
            kept = self.session.kept
            return bool(kept.articles or kept.let_go)
        return super().check_action(action, parameters)

    def article_here(self) -> ArticleId | None:
        raise NotImplementedError

    def kept_changed(self) -> None:
        """Shows anew which articles are retained."""
        self.query_one(Headline).refresh()
        self.refresh_bindings()

    def on_screen_resume(self) -> None:
        """Another screen may have retained something."""
        if self.is_mounted:
            self.kept_changed()

    def keep(self, id: ArticleId) -> None:
        """Retains an article, or lets it go."""
        if not self.session.kept.toggle(id):
            self.tell(self.t("Four sources is the most that can stand side by side."), wrong=True)
        self.kept_changed()

    def action_empty(self) -> None:
        kept = self.session.kept
        number = len(kept.articles)
        if number:
            kept.empty()
            self.tell(
                self.t.count(
                    "{n} article let go; {key} brings it back.",
                    "{n} articles let go; {key} brings them back.",
                    number,
                    key=self.key_of("empty"),
                )
            )
        elif not kept.bring_back():
            self.tell(self.t("No article is retained."))
        self.kept_changed()

    def action_sets(self) -> None:
        self.app.push_screen(self.session.doors.sets(), self._set_taken)

    def _set_taken(self, ids: tuple[ArticleId, ...] | None) -> None:
        if ids is not None:
            self.session.kept.articles, self.session.kept.let_go = ids, ()
            self.kept_changed()

    def action_compare(self) -> None:
        """Compares the retained articles; a single one is compared with the article in view."""
        kept = self.session.kept.articles
        here = self.article_here()
        if len(kept) == 1 and here is not None and here not in kept:
            kept = (*kept, here)
        if len(kept) >= 2:
            self.app.push_screen(self.session.doors.compare(kept))
            return
        self.tell(
            self.t(
                "Retain 2 to {most} articles with {key}, then compare them.",
                most=MOST_KEPT,
                key=self.t("space"),
            )
        )

    def open_card(self, entity: EntityId) -> None:
        self.app.push_screen(self.session.doors.entity(entity))
