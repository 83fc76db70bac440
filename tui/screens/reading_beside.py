"""The text beside the results: its words, its entities and what was set aside, reached from the list."""

from __future__ import annotations

from textual import on

from index.model.article import EntityId
from index.model.found import Facet
from tui.keytable import bound
from tui.nothing import say_nothing
from tui.screens.panes import PanesScreen
from tui.session import Session
from tui.widgets.article_paper import ArticlePaper
from tui.widgets.facet_list import Facets


class ReadingBeside(PanesScreen):
    """The cursor stays in the list while the text beside it is walked through."""

    BINDINGS = [
        bound("search.next-match", "match(1)", "Next match", show=False,
                tooltip="The next word of the query in the text beside"),
        bound("search.previous-match", "match(-1)", "Previous match", show=False,
                tooltip="The word of the query before, in the text beside"),
        bound("search.next-mention", "mention(1)", "Next entity", show=False,
                tooltip="The next person, place, organisation… in the text beside"),
        bound("search.previous-mention", "mention(-1)", "Previous entity", show=False,
                tooltip="The entity named before this one"),
        bound("article.asides", "asides", "Set aside", show=False,
                tooltip="Show in its place what is no part of the article, and why"),
    ]  # fmt: skip

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._start_at = 0
        """Where the walk goes on in the next article: 1 its first match, -1 its last one."""

    @on(ArticlePaper.Ended)
    def _walk_on(self, event: ArticlePaper.Ended) -> None:
        """The walk through the matches goes on in the next article."""
        self._start_at = event.direction
        if not self._results.step(event.direction):
            self._start_at = 0
            say_nothing(self, "No further match in this direction.")

    def action_mention(self, direction: int) -> None:
        self._paper.action_mention(direction)

    def action_match(self, direction: int) -> None:
        self._paper.action_match(direction)

    def action_asides(self) -> None:
        self._paper.action_asides()

    @on(ArticlePaper.MentionOpened)
    def _open_mention(self, event: ArticlePaper.MentionOpened) -> None:
        self.open_card(event.entity)

    @on(Facets.CardWanted)
    def _open_facet_card(self, event: Facets.CardWanted) -> None:
        if event.facet in (Facet.SOURCE, Facet.AUTHOR, Facet.TAG, Facet.YEAR, Facet.MONTH):
            say_nothing(self, "Only people, places, organisations… have a card.")
        else:
            self.open_card(EntityId(event.id))
