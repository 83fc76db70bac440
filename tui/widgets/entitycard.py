"""The left side of a card: who this is, spellings, roles, years, and the entities it appears with."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from textual import events
from textual.message import Message

from index.interface.saying import manner_words
from index.interface.texts import Texts
from index.model.article import ArticleId, EntityId
from index.model.found import Entity, Extractor, Facet, Page, Role, RolePlace
from index.model.quoting import Quoted
from index.model.text import Span
from index.notebook.keepable import of_quoted
from tui.filters import heading_of, kind_word, sign_of, style_of, value_name
from tui.keytable import bound
from tui.nothing import say_nothing
from tui.rendering import at_most, fitted, joined, sparkline, thin_bar, truncated, wrapped
from tui.theme import KIND_SIGNS
from tui.widgets.items import Item, Items

NEIGHBOURS = 5
MOST_ROLES = 12
MOST_QUOTES = 8
MOST_LINES = 3
"""Lines of one quotation at most; the article has the rest."""
MOST_PLACES = 3
"""How many articles are named for a role; of more, only their number."""


class EntityCard(Items):
    BINDINGS = [
        bound("card.choose", "choose", "Passages",
                tooltip="The passages that name both, or the place that states the role"),
        bound("card.card", "card", "Card",
                tooltip="Open the card of the entity under the cursor"),
        bound("card.keep", "keep", "Keep", show=False,
                tooltip="Put this quotation into the notebook with its proof, or take it out"),
    ]  # fmt: skip

    class KeepWanted(Message):
        """The reader keeps the quotation under the cursor, or removes it from the notebook."""

    @dataclass
    class NeighbourChosen(Message):
        """The reader asks where both appear together."""

        entity: EntityId

    @dataclass
    class CardWanted(Message):
        entity: EntityId

    @dataclass
    class PlaceChosen(Message):
        article: ArticleId
        span: Span

    def __init__(self, t: Texts, *, id: str) -> None:
        super().__init__(id=id)
        self._t = t
        self._entity: Entity | None = None
        self._page: Page | None = None
        self._roles: tuple[Role, ...] = ()
        self._quotes: tuple[Quoted, ...] = ()

    def show(
        self,
        entity: Entity,
        page: Page,
        roles: Sequence[Role],
        quotes: Sequence[Quoted] = (),
    ) -> None:
        """Shows an entity; `quotes` are its quotations by date, the earliest first."""
        self._entity, self._page, self._roles = entity, page, tuple(roles)
        self._quotes = tuple(reversed(quotes))
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
        how = " · ".join(
            f"{extractor_word(t, one.extractor)} {t.number(one.mentions)}"
            for one in entity.found_by
        )
        yield Item(
            (
                *(joined(sign if n == 0 else "   ", line) for n, line in enumerate(name)),
                *(joined("   ", line) for line in wrapped(facts, width - 4, style="mark--muted")),
                *(joined("   ", line) for line in wrapped(how, width - 4, style="mark--faint")),
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
        yield from self._offices(width)
        yield from self._said(width)
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

    def _offices(self, width: int) -> Iterator[Item]:
        t = self._t
        if not self._roles:
            return
        yield Item((joined(""), joined((t("Roles"), "mark--key"))))
        for number, role in enumerate(self._roles[:MOST_ROLES]):
            yield Item(tuple(joined("   ", line) for line in wrapped(role.text, width - 4)))
            for at, place in enumerate(role.places[:MOST_PLACES]):
                line = joined("     ", (self._where(place), "mark--muted"))
                yield Item((truncated(line, width),), key=f"role:{number}:{at}")
            more = len(role.places) - MOST_PLACES
            if more > 0:
                words = t.count("… and {n} more", "… and {n} more", more)
                yield Item((joined("     ", (words, "mark--faint")),))
        more = len(self._roles) - MOST_ROLES
        if more > 0:
            words = t.count("… and {n} more", "… and {n} more", more)
            yield Item((joined("   ", (words, "mark--faint")),))

    def _said(self, width: int) -> Iterator[Item]:
        """The quotations of the entity, the newest first."""
        t = self._t
        if not self._quotes:
            return
        yield Item((joined(""), joined((t("Quoted"), "mark--key"))))
        for number, one in enumerate(self._quotes[:MOST_QUOTES]):
            source = one.source or t("source not stated")
            where = (t.date(one.published), source, manner_words(t, one.said))
            words = " ".join(one.text.split())
            text = at_most(
                wrapped(f"« {words} »", width - 4, style="mark--quote"), MOST_LINES, width - 4
            )
            line = joined("   ", (" · ".join(part for part in where if part), "mark--muted"))
            also = [joined("   ", (f"≠ {', '.join(one.also)}", "mark--error"))] if one.also else []
            yield Item(
                (
                    truncated(line, width),
                    *(joined("   ", part) for part in text),
                    *(truncated(part, width) for part in also),
                ),
                key=f"quote:{number}",
            )
        more = len(self._quotes) - MOST_QUOTES
        if more > 0:
            told = t.count("… and {n} more", "… and {n} more", more)
            yield Item((joined("   ", (told, "mark--faint")),))

    def _where(self, place: RolePlace) -> str:
        return f"{self._t.date(place.published)} · {place.source or self._t('source not stated')}"

    def _neighbours(self, entity: Entity, page: Page, width: int) -> Iterator[Item]:
        told = False
        for facet in (Facet.PERSON, Facet.ORGANISATION, Facet.PLACE, Facet.EQUIPMENT, Facet.SOURCE):
            entries = [entry for entry in page.facet(facet) if entry.id != entity.id]
            if not entries:
                continue
            if not told and facet is not Facet.SOURCE:
                told = True
                yield Item((joined(""), joined((self._t("Appears with"), "mark--title"))))
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
                yield Item((truncated(line, width),), key=f"with:{entry.id}" if is_entity else "")

    def action_choose(self) -> None:
        sort, _, rest = self.cursor.partition(":")
        if sort == "with":
            self.post_message(self.NeighbourChosen(EntityId(rest)))
        elif sort == "role":
            number, _, at = rest.partition(":")
            place = self._roles[int(number)].places[int(at)]
            self.post_message(self.PlaceChosen(place.article, place.span))
        elif sort == "quote":
            one = self._quotes[int(rest)]
            span = Span(one.said.start, one.said.end)
            self.post_message(self.PlaceChosen(one.article, span))

    @property
    def quoted(self) -> Quoted | None:
        """The quotation under the cursor."""
        sort, _, number = self.cursor.partition(":")
        return self._quotes[int(number)] if sort == "quote" else None

    def mark_kept(self, ids: Collection[str]) -> None:
        """Marks with a pencil the quotations that the notebook holds, by the ids of its entries."""
        who = self._entity.name if self._entity else ""
        kept = (of_quoted(one, who=who).id in ids for one in self._quotes)
        self.mark_noted(f"quote:{at}" for at, there in enumerate(kept) if there)

    def action_keep(self) -> None:
        self.post_message(self.KeepWanted())

    def action_card(self) -> None:
        sort, _, rest = self.cursor.partition(":")
        if sort == "with":
            self.post_message(self.CardWanted(EntityId(rest)))
        else:
            say_nothing(self, "Put the cursor on a neighbour to open its card.")

    def clicked(self, item: Item, event: events.Click) -> None:
        self.move_to(item.key)
        self.action_choose()


def extractor_word(t: Texts, extractor: Extractor) -> str:
    """The description of a way to find names."""
    return {
        Extractor.LISTS: t("found by lists"),
        Extractor.RULES: t("by rules"),
        Extractor.BOTH: t("by rules and the model"),
        Extractor.MODEL: t("by the model"),
        Extractor.READER: t("by the reader"),
    }[extractor]
