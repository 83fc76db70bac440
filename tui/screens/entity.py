"""The card of one entity: its spellings, its years, those it appears with, and its articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal

from index.errors import RecoupeError
from index.model.article import ArticleId, EntityId, Mention
from index.model.found import Entity, Facet, Filter, Page, SearchRequest, Sort
from index.model.text import Span
from index.texts import Texts
from tui.filters import heading_of, kind_word, sign_of, style_of, value_name
from tui.rendering import fitted, joined, sparkline, thin_bar, truncated, wrapped
from tui.screens.deciding import Deciding
from tui.screens.keeping import KeepingScreen
from tui.session import Session
from tui.theme import KIND_SIGNS
from tui.widgets.items import Item, Items
from tui.widgets.results import Results

MOST = 200
NEIGHBOURS = 5


class EntityCard(Items):
    """The left side: who this is, in lines and small bars."""

    def __init__(self, t: Texts, *, id: str) -> None:
        super().__init__(id=id)
        self._t = t
        self._entity: Entity | None = None
        self._page: Page | None = None

    def show(self, entity: Entity, page: Page) -> None:
        self._entity, self._page = entity, page
        self.redraw()

    def draw_items(self, width: int) -> list[Item]:
        if self._entity is None or self._page is None:
            return []
        return list(self._card(self._entity, self._page, width))

    def _card(self, entity: Entity, page: Page, width: int) -> Iterator[Item]:
        t = self._t
        sign = joined((f" {KIND_SIGNS[entity.kind]} ", f"kind--{entity.kind}"))
        name = wrapped(entity.name, width - 4, style="mark--strong")
        facts = " · ".join(
            (
                kind_word(t, entity.kind),
                t.count("{n} article", "{n} articles", entity.articles),
                t.count("{n} mention", "{n} mentions", entity.mentions),
            )
        )
        how = t("named by a gazetteer") if entity.known else t("found by rules")
        yield Item(
            (
                *(joined(sign if n == 0 else "   ", line) for n, line in enumerate(name)),
                joined("   ", (facts, "mark--muted")),
                joined("   ", (how, "mark--faint")),
                joined(""),
            )
        )
        yield Item((joined((t("Spellings"), "mark--key")),))
        most = max((form.mentions for form in entity.forms), default=1)
        for form in entity.forms:
            number = t.number(form.mentions)
            line = joined(
                "   ",
                fitted(joined(form.surface), width - 12 - len(number)),
                (f" {number} ", "mark--muted"),
                (thin_bar(form.mentions / most, 6), f"kind--{entity.kind}"),
            )
            yield Item((truncated(line, width),))
        yield from self._years(page)
        yield from self._neighbours(entity, page, width)

    def _years(self, page: Page) -> Iterator[Item]:
        dated = sorted((e for e in page.facet(Facet.YEAR) if e.id.isdigit()), key=lambda e: e.id)
        if not dated:
            return
        first, last = int(dated[0].id), int(dated[-1].id)
        counts = {int(entry.id): entry.articles for entry in dated}
        line = sparkline([counts.get(year, 0) for year in range(first, last + 1)])
        span = str(first) if first == last else f"{first} … {last}"
        yield Item(
            (
                joined(""),
                joined((self._t("Years"), "mark--key")),
                joined("   ", (line, "mark--warm"), (f"  {span}", "mark--muted")),
            )
        )

    def _neighbours(self, entity: Entity, page: Page, width: int) -> Iterator[Item]:
        for facet in (Facet.PERSON, Facet.ORGANISATION, Facet.PLACE, Facet.EQUIPMENT, Facet.SOURCE):
            entries = [entry for entry in page.facet(facet) if entry.id != entity.id]
            if not entries:
                continue
            yield Item((joined(""), joined((heading_of(self._t, facet), "mark--key"))))
            for entry in entries[:NEIGHBOURS]:
                number = self._t.number(entry.articles)
                name = value_name(self._t, facet, entry.id, entry.name)
                line = joined(
                    "   ",
                    (f"{sign_of(facet)} ", style_of(facet)),
                    fitted(joined(name), width - 7 - len(number)),
                    (number, "mark--muted"),
                )
                is_entity = facet is not Facet.SOURCE
                yield Item((truncated(line, width),), key=entry.id if is_entity else "")

    def clicked(self, item: Item, event: events.Click) -> None:
        self.move_to(item.key)
        self.action_choose()


@dataclass(frozen=True, slots=True)
class _Card:
    entity: Entity
    page: Page


class EntityScreen(KeepingScreen, Deciding):
    CSS_PATH = "entity.tcss"
    BINDINGS = [
        Binding("g", "filter", "Filter by it", id="entity.filter",
                tooltip="Back to the search, keeping only the articles that name it"),
        Binding("tab", "pane", "Pane", id="entity.pane", tooltip="To the articles, and back"),
        Binding("enter", "choose", "Open", show=False, id="entity.choose"),
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
        except RecoupeError as error:
            self._articles.say(self.session.told(error))
            return
        self._found = _Card(entity, page)
        self.query_one("#entity", EntityCard).show(entity, page)
        self._articles.show(page.hits, total=len(page.hits))

    @on(Items.Chosen, "#articles")
    def _open_article(self, event: Items.Chosen) -> None:
        self.work("open", self._open_at_mention, ArticleId(event.key))

    async def _open_at_mention(self, id: ArticleId) -> None:
        """The article, at the first place that names the entity."""
        from tui.screens.reading import ReadingScreen

        try:
            article = await self.session.desk.article(id)
        except RecoupeError as error:
            self.tell_error(error)
            return
        at = first_mention(article.annotations.mentions, self._entity_id)
        self.app.push_screen(ReadingScreen(self.session, id, hits=self._articles.hits, at=at))

    @on(Items.Chosen, "#entity")
    def _open_neighbour(self, event: Items.Chosen) -> None:
        self.app.push_screen(EntityScreen(self.session, EntityId(event.key)))

    @on(Results.Retained)
    def _retain(self, event: Results.Retained) -> None:
        self.keep(event.id)
        self._articles.step(1)

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
        from tui.screens.search import SearchScreen

        if self._found is None:
            return
        entity = self._found.entity
        for screen in self.app.screen_stack:
            if isinstance(screen, SearchScreen):
                screen.filter_by(Facet(entity.kind.value), entity.id, entity.name)
        while not isinstance(self.app.screen, SearchScreen) and len(self.app.screen_stack) > 2:
            self.app.pop_screen()


def first_mention(mentions: Sequence[Mention], entity: EntityId) -> Span | None:
    """Where an article names an entity first."""
    return next((Span(m.start, m.end) for m in mentions if m.entity == entity), None)
