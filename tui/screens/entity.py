"""The card of one entity: its spellings, its years, those it appears with, and its articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal

from index.errors import RecoupeError
from index.model.article import ArticleId, EntityId, Mention
from index.model.found import Entity, Facet, Filter, Page, Role, SearchRequest, Sort
from index.model.text import Span
from index.notebook.keepable import Keepable, of_article, of_quoted
from tui.keytable import bound
from tui.rendering import joined
from tui.screens.decide.decider import Deciding
from tui.screens.filtering import FilteringScreen
from tui.screens.jotting import JottingScreen
from tui.screens.keeping import KeepingScreen
from tui.session import Session
from tui.widgets.entitycard import EntityCard
from tui.widgets.items import Items
from tui.widgets.results import Results

MOST = 200


@dataclass(frozen=True, slots=True)
class _Card:
    entity: Entity
    page: Page
    roles: tuple[Role, ...]


class EntityScreen(KeepingScreen, Deciding, JottingScreen):
    CSS_PATH = "entity.tcss"
    BINDINGS = [
        bound("entity.filter", "filter", "Filter by it",
                tooltip="Back to the search, keeping only the articles that name it"),
        bound("entity.pane", "pane", "Pane", tooltip="To the articles, and back"),
        bound("entity.choose", "choose", "Open", show=False),
    ]  # fmt: skip

    def __init__(self, session: Session, entity: EntityId) -> None:
        super().__init__(session)
        self._entity_id = entity
        self._found: _Card | None = None

    def body(self) -> ComposeResult:
        with Horizontal(id="panes"):
            yield EntityCard(self.t, id="entity")
            yield Results(self.t, self.session.kept, id="articles")

    def on_mount(self) -> None:
        self.query_one("#entity").border_title = joined(f" {self.t('Card')} ")
        self._articles.border_title = joined(f" {self.t('Articles that name it')} ")
        self._articles.focus()
        self.work("entity", self._load)

    @property
    def _articles(self) -> Results:
        return self.query_one("#articles", Results)

    async def _load(self) -> None:
        desk = self.session.desk
        try:
            entities = await desk.entities()
            entity = next((entity for entity in entities if entity.id == self._entity_id), None)
            if entity is None:
                raise RecoupeError("The index knows no entity {id}.", id=self._entity_id)
            request = SearchRequest(
                filters=(Filter(Facet(entity.kind.value), entity.id),), sort=Sort.DATE, limit=MOST
            )
            page = await desk.search(request)
            roles = await desk.ask(lambda library: library.roles(entity.id))
            quotes = await desk.ask(lambda library: library.quotes_of(entity.id))
        except RecoupeError as error:
            self._articles.say(self.session.told(error))
            return
        self._found = _Card(entity, page, roles)
        self.query_one("#entity", EntityCard).show(entity, page, roles, quotes)
        self._articles.show(page.hits, total=len(page.hits))
        self.look_at_notebook()

    def keepable_here(self) -> Keepable | None:
        """The quotation under the cursor of the card; the article under that of the list."""
        card, here = self.query_one("#entity", EntityCard), self.article_here()
        if self.focused is card:
            who = self._found.entity.name if self._found else ""
            return of_quoted(card.quoted, who=who) if card.quoted else None
        return of_article(here) if here else None

    @on(EntityCard.KeepWanted)
    def _keep_quotation(self) -> None:
        self.jot(self.keepable_here())

    def marks_changed(self) -> None:
        self._articles.mark_noted(self.session.marks.articles)
        self.query_one("#entity", EntityCard).mark_kept(self.session.marks.ids)

    @on(Items.Chosen, "#articles")
    def _open_article(self, event: Items.Chosen) -> None:
        self.work("open", self._open_at_mention, ArticleId(event.key))

    async def _open_at_mention(self, id: ArticleId) -> None:
        """Opens the article at the first place that names the entity."""
        try:
            article = await self.session.desk.article(id)
        except RecoupeError as error:
            self.tell_error(error)
            return
        at = first_mention(article.annotations.mentions, self._entity_id)
        self.app.push_screen(self.session.doors.reading(id, hits=self._articles.hits, at=at))

    @on(EntityCard.NeighbourChosen)
    def _open_together(self, event: EntityCard.NeighbourChosen) -> None:
        if self._found is not None:
            self.app.push_screen(self.session.doors.together(self._found.entity.id, event.entity))

    @on(EntityCard.CardWanted)
    def _open_neighbour(self, event: EntityCard.CardWanted) -> None:
        self.app.push_screen(self.session.doors.entity(event.entity))

    @on(EntityCard.PlaceChosen)
    def _open_role(self, event: EntityCard.PlaceChosen) -> None:
        self.app.push_screen(
            self.session.doors.reading(event.article, hits=self._articles.hits, at=event.span)
        )

    @on(Results.Retained)
    def _retain(self, event: Results.Retained) -> None:
        self.keep(event.id)

    def entity_here(self) -> Entity | None:
        return self._found.entity if self._found else None

    def decided(self) -> None:
        self.work("entity", self._load)

    def article_here(self) -> ArticleId | None:
        hit = self._articles.current
        return hit.id if hit else None

    def kept_changed(self) -> None:
        super().kept_changed()
        self._articles.redraw()

    def action_pane(self) -> None:
        self.all_panes()
        card = self.query_one("#entity", EntityCard)
        if self.focused is card:
            self._articles.focus()
        else:
            card.focus()
            if not card.cursor:
                card.step(1)

    def action_choose(self) -> None:
        if isinstance(self.focused, Items):
            self.focused.action_choose()

    def action_filter(self) -> None:
        if self._found is None:
            return
        entity = self._found.entity
        for screen in self.app.screen_stack:
            if isinstance(screen, FilteringScreen):
                screen.filter_by(Facet(entity.kind.value), entity.id, entity.name)
        while not isinstance(self.app.screen, FilteringScreen) and len(self.app.screen_stack) > 2:
            self.app.pop_screen()


def first_mention(mentions: Sequence[Mention], entity: EntityId) -> Span | None:
    """The first place where an article names an entity."""
    return next((Span(m.start, m.end) for m in mentions if m.entity == entity), None)
