"""The choice of the mentions of an entity that mean another one: some spellings, or those of some articles."""

from __future__ import annotations

from textual import on
from textual.content import Content

from index.errors import RecoupeError
from index.model.article import ArticleId
from index.model.found import Facet, Filter, Hit, SearchRequest, Sort
from tui.keytable import bound
from tui.rendering import joined
from tui.screens.decide.choices import AboutScreen
from tui.screens.decide.desk_decision import make
from tui.widgets.items import Item, Items

MOST_ARTICLES = 500


class SplitScreen(AboutScreen):
    BINDINGS = [
        bound("split.mark", "mark", "Mark",
                tooltip="Choose or leave this line"),
        bound("split.turn", "turn", "Spellings or articles",
                tooltip="Split by spelling, or by article"),
    ]  # fmt: skip

    def fill(self) -> None:
        self._marked: set[str] = set()
        self._hits: tuple[Hit, ...] = ()
        self._by_article = len(self._entity.forms) < 2
        title = self.t("Split from {entity}", entity=self._entity.name)
        self._choices.border_title = joined(f" {title} ")
        self.work("articles", self._load)
        self._draw()

    async def _load(self) -> None:
        entity = self._entity
        request = SearchRequest(
            filters=(Filter(Facet(entity.kind.value), entity.id),),
            sort=Sort.DATE,
            limit=MOST_ARTICLES,
            facets=False,
            excerpts=0,
        )
        try:
            self._hits = (await self.session.desk.search(request)).hits
        except RecoupeError as error:
            self.tell_error(error)
            return
        self._draw()

    def _draw(self) -> None:
        if self._by_article:
            items = [self._article_item(hit) for hit in self._hits]
            how = self.t(
                "Choose the articles with {key}, then {enter}.",
                key=self.t("space"),
                enter=self.t("Enter"),
            )
        else:
            items = [self._form_item(number) for number in range(len(self._entity.forms))]
            how = self.t(
                "Choose the spellings with {key}, then {enter}.",
                key=self.t("space"),
                enter=self.t("Enter"),
            )
        self._choices.show(items)
        self._choices.border_subtitle = joined(f" {how} ")

    def _form_item(self, number: int) -> Item:
        form = self._entity.forms[number]
        count = joined((f"  {self.t.number(form.mentions)}", "mark--muted"))
        return Item((joined("  ", self._sign(str(number)), form.surface, count),), key=str(number))

    def _article_item(self, hit: Hit) -> Item:
        source = hit.source or self.t("source not stated")
        where = joined("      ", (f"{source} · {self.t.date(hit.published)}", "mark--muted"))
        return Item((joined("  ", self._sign(hit.id), hit.title), where), key=hit.id)

    def _sign(self, key: str) -> Content:
        marked = key in self._marked
        return joined(("✓ " if marked else "· ", "mark--kept" if marked else "mark--faint"))

    @on(Items.Highlighted, "#choices")
    def _look(self, event: Items.Highlighted) -> None:
        if event.key and not self._by_article:
            form = self._entity.forms[int(event.key)].surface
            self.work("here", self._show, "#here", self._entity.id, form, (form,))

    def action_turn(self) -> None:
        if not self._by_article and len(self._hits) < 2:
            self.tell(self.t("Only one article names it."))
        elif self._by_article and len(self._entity.forms) < 2:
            self.tell(self.t("This entity has only one spelling."))
        else:
            self._by_article = not self._by_article
            self._marked = set()
            self._draw()

    def action_mark(self) -> None:
        if self._choices.cursor:
            self._marked ^= {self._choices.cursor}
            self._draw()

    @on(Items.Chosen, "#choices")
    def _chosen(self, event: Items.Chosen) -> None:
        chosen = self._marked or {event.key}
        if self._by_article:
            articles = tuple(hit.id for hit in self._hits if hit.id in chosen)
            if len(articles) == len(self._hits):
                self.tell(self.t("One article at least must stay."), wrong=True)
                return
            self.work("decide", self._split, (), articles)
            return
        forms = tuple(form.surface for n, form in enumerate(self._entity.forms) if str(n) in chosen)
        if len(forms) == len(self._entity.forms):
            self.tell(self.t("One spelling at least must stay."), wrong=True)
            return
        self.work("decide", self._split, forms, ())

    async def _split(self, forms: tuple[str, ...], articles: tuple[ArticleId, ...]) -> None:
        id = self._entity.id
        if await make(self, lambda library: library.split(id, forms=forms, articles=articles)):
            self.dismiss()
