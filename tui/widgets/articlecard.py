"""The card beside an article: the entities that it names with their spellings, its dates, its links."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from textual import events
from textual.message import Message

from index.interface.days import UNKNOWN, interval
from index.interface.repairs_in_words import mended
from index.interface.texts import Texts
from index.model.article import Article, ArticleId, EntityId, Kind
from index.model.events import Event
from index.model.found import Entity, Facet
from index.model.text import Span
from tui.filters import heading_of
from tui.rendering import fitted, joined, spread, truncated, wrapped
from tui.theme import KIND_SIGNS, LINK_SIGNS
from tui.widgets.items import Item, Items

_KINDS = list(Kind)


class ArticleCard(Items):
    @dataclass
    class EntityChosen(Message):
        entity: EntityId

    @dataclass
    class ArticleChosen(Message):
        id: ArticleId

    @dataclass
    class NotesChosen(Message):
        """The reader wants to see the notes, or to write one."""

    @dataclass
    class PlaceChosen(Message):
        span: Span

    def __init__(self, t: Texts, *, id: str) -> None:
        super().__init__(id=id)
        self._t = t
        self._article: Article | None = None
        self._entities: tuple[Entity, ...] = ()
        self._event: Event | None = None
        self._others: tuple[Article, ...] = ()
        self._notes: tuple[str, ...] = ()

    def show(
        self, article: Article, entities: Sequence[Entity], *, notes: Sequence[str] = ()
    ) -> None:
        self._article, self._notes = article, tuple(notes)
        self._event, self._others = None, ()
        self._entities = tuple(
            sorted(entities, key=lambda e: (_KINDS.index(e.kind), -e.mentions, e.name))
        )
        self.redraw()
        self.scroll_home(animate=False)

    def show_event(self, event: Event, others: Sequence[Article]) -> None:
        """The event that the article reports, and the other articles that do."""
        self._event, self._others = event, tuple(others)
        self.redraw()

    def draw_items(self, width: int) -> list[Item]:
        if self._article is None:
            return []
        return [
            *self._noted(width),
            *self._elsewhere(width),
            *self._named(width),
            *self._dates(self._article, width),
            *self._related(self._article, width),
            *self._slips(self._article, width),
        ]

    def _noted(self, width: int) -> Iterator[Item]:
        for number, note in enumerate(self._notes):
            lines = wrapped(note or "·", width - 5)
            yield Item(
                tuple(
                    joined("  ", ("✎ " if at == 0 else "  ", "mark--kept"), line)
                    for at, line in enumerate(lines)
                ),
                key=f"note:{number}",
            )
        if self._notes:
            yield Item((joined(""),))

    def _named(self, width: int) -> Iterator[Item]:
        if not self._entities:
            yield Item((joined((self._t("The text names nobody that we know."), "mark--muted")),))
        for kind, entities in groupby(self._entities, key=lambda entity: entity.kind):
            yield self._heading(heading_of(self._t, Facet(kind.value)))
            for entity in entities:
                yield self._entity(entity, width)

    def _elsewhere(self, width: int) -> Iterator[Item]:
        if self._event is None or not self._others:
            return
        yield self._heading(self._t("The same event elsewhere"))
        links = {member.article: member.link for member in self._event.articles}
        for article in self._others:
            sign = LINK_SIGNS[links[article.id]]
            source = article.source or self._t("source not stated")
            date = joined((self._t.date(article.published), "mark--muted"))
            head = spread(joined("  ", sign, " ", source), date, width - 1)
            title = truncated(joined("    ", (article.title, "mark--muted")), width)
            yield Item((head, title), key=f"article:{article.id}")
        yield Item((joined(""),))

    def _heading(self, words: str) -> Item:
        return Item((joined((words, "mark--key")),))

    def _entity(self, entity: Entity, width: int) -> Item:
        count = f" {self._t.number(entity.mentions)}"
        # Two spellings that differ in more than « M. » before the name deserve a second look.
        varied = "≠" if spelt_in_two_ways(entity) else " "
        name = joined(
            "  ",
            (f"{KIND_SIGNS[entity.kind]} ", f"kind--{entity.kind}"),
            entity.name,
        )
        first = joined(
            fitted(name, width - len(count) - 2),
            (varied, "mark--probable"),
            (count, "mark--muted"),
            " ",
        )
        lines = [first]
        if len(entity.forms) > 1 or (entity.forms and entity.forms[0].surface != entity.name):
            forms = " · ".join(f"{form.surface} {form.mentions}" for form in entity.forms)
            lines += [
                joined("    ", line) for line in wrapped(forms, width - 5, style="mark--muted")
            ]
        return Item(tuple(lines), key=f"entity:{entity.id}")

    def _dates(self, article: Article, width: int) -> Iterator[Item]:
        """The dates that name a day; « un an après » alone names none."""
        known = [
            (number, date, when)
            for number, date in enumerate(article.annotations.dates)
            if (when := interval(self._t, date.earliest, date.latest)) != UNKNOWN
        ]
        if not known:
            return
        yield Item((joined(""),))
        yield self._heading(self._t("Dates in the text"))
        for number, date, when in known:
            said = article.text[date.start : date.end]
            sure = "" if date.basis == "explicit" else "~"
            line = joined("  ", (f"◷ {sure}{when}", "mark--warm"), (f"  « {said} »", "mark--muted"))
            yield Item((truncated(line, width),), key=f"date:{number}")

    def _related(self, article: Article, width: int) -> Iterator[Item]:
        if article.related:
            yield Item((joined(""),))
            yield self._heading(self._t("The page points to"))
            for title in article.related:
                yield Item((truncated(joined("  ", (title, "mark--muted")), width),))

    def _slips(self, article: Article, width: int) -> Iterator[Item]:
        if not article.repairs:
            return
        yield Item((joined(""),))
        yield self._heading(self._t("Repaired or doubtful"))
        for number, repair in enumerate(article.repairs):
            sign = "?" if repair.proposed else "✎"
            line = joined(
                f"  {sign} ",
                (mended(article, repair), ""),
                (f"  {self._t(repair.reason)}", "mark--faint"),
            )
            yield Item((truncated(line, width),), key=f"repair:{number}")

    def action_choose(self) -> None:
        if self._article is None or not self.cursor:
            return
        sort, _, rest = self.cursor.partition(":")
        if sort == "entity":
            self.post_message(self.EntityChosen(EntityId(rest)))
        elif sort == "article":
            self.post_message(self.ArticleChosen(ArticleId(rest)))
        elif sort == "note":
            self.post_message(self.NotesChosen())
        elif sort == "date":
            date = self._article.annotations.dates[int(rest)]
            self.post_message(self.PlaceChosen(Span(date.start, date.end)))
        else:
            repair = self._article.repairs[int(rest)]
            self.post_message(self.PlaceChosen(Span(repair.start, repair.end)))

    def clicked(self, item: Item, event: events.Click) -> None:
        self.move_to(item.key)
        self.action_choose()


def spelt_in_two_ways(entity: Entity) -> bool:
    """Whether no form contains the others: « M. Gantz » within « Benny Gantz » is the same spelling."""
    last_words = {form.surface.split()[-1].casefold() for form in entity.forms if form.surface}
    return entity.kind is Kind.PERSON and len(last_words) > 1
