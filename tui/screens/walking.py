"""Walks through the results while the reader reads: to the next article, or to one of those listed beside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from textual import on

from index.errors import RecoupeError
from index.model.article import ArticleId
from index.model.found import Hit
from tui.nothing import say_nothing
from tui.rendering import joined
from tui.screens.citing import CitingScreen
from tui.session import Session
from tui.widgets.article_paper import ArticlePaper
from tui.widgets.hitlist import HitList
from tui.widgets.items import Items

_MORE = 50
"""How many results are fetched when the walk comes to the last one."""


class WalkingScreen(CitingScreen):
    """Subclasses show the article of `_article_id` in `_load`."""

    def __init__(
        self, session: Session, id: ArticleId, *, hits: Sequence[Hit] = (), total: int = 0
    ) -> None:
        super().__init__(session)
        self._article_id = id
        self._hits = tuple(hits)
        self._total = max(total, len(self._hits))
        """Results in all; `_hits` are those fetched so far."""
        self._request = session.asked
        self._enter_from = 0
        """The match to go to in the next article: 1 is the first, -1 the last."""

    def _load(self) -> None:
        raise NotImplementedError

    @property
    def _list(self) -> HitList:
        return self.query_one("#hits", HitList)

    def _show_list(self) -> None:
        """Shows the list of results where a wide screen has room for it."""
        self.set_class(len(self._hits) > 1, "-walk")
        self._list.border_title = joined(f" {self.t('Results')} ")
        self._list.show(self._hits, self._article_id)

    def _place(self) -> int | None:
        ids = [hit.id for hit in self._hits]
        return ids.index(self._article_id) if self._article_id in ids else None

    @on(ArticlePaper.Ended)
    def _walk_on(self, event: ArticlePaper.Ended) -> None:
        self._enter_from = event.direction
        self.action_article(event.direction)

    @on(Items.Highlighted, "#hits")
    def _go_to_hit(self, event: Items.Highlighted) -> None:
        if event.key and event.key != self._article_id:
            self._article_id = ArticleId(event.key)
            self._load()

    def action_article(self, by: int) -> None:
        place = self._place()
        if place is not None and len(self._hits) <= place + by < self._total:
            self.work("more", self._fetch_more, by)
            return
        if place is None or not 0 <= place + by < len(self._hits):
            self._enter_from = 0
            say_nothing(self, "No further article in this direction.")
            return
        self._article_id = self._hits[place + by].id
        self._load()

    async def _fetch_more(self, by: int) -> None:
        """Fetches more results, then goes on to the next article."""
        request = replace(
            self._request, offset=len(self._hits), limit=_MORE, facets=False, excerpts=0
        )
        try:
            page = await self.session.desk.search(request)
        except RecoupeError as error:
            self.tell_error(error)
            return
        self._hits += page.hits
        if not page.hits:
            self._total = len(self._hits)
        self.action_article(by)
