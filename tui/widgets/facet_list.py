"""The sidebar: who, what, where, which source and when, over what is found; each value filters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.message import Message

from index.interface.texts import Texts
from index.model.article import Kind
from index.model.found import Facet, FacetCounts, FacetEntry
from index.text.folding import fold
from tui.filters import (
    NamedFilter,
    Stand,
    heading_of,
    sign_of,
    stand_of,
    style_of,
    value_name,
    with_filtered,
)
from tui.keytable import bound
from tui.nothing import say_nothing
from tui.rendering import fitted, joined, spread, thin_bar, truncated, wrapped
from tui.widgets.items import Item, Items
from tui.widgets.yearbars import YearBars, year_bars

SHORT_LIST = 6
"""Values of a facet that are shown before the reader asks for all."""
SHORT_SOURCES = 4
"""The same for sources, which stand above the values in them."""
LONG_LIST = 200
"""How many values are shown; further ones are found by typing."""
BAR = 4
_ORDER = (
    Facet.SOURCE,
    Facet.YEAR,
    Facet.PERSON,
    Facet.ORGANISATION,
    Facet.PLACE,
    Facet.EQUIPMENT,
    Facet.EVENT,
    Facet.GROUP,
    Facet.OTHER,
    Facet.AUTHOR,
    Facet.TAG,
    Facet.MONTH,
)
"""The groups from above: sources and dates first, then the entities."""
_MORE, _FOLD = "more", "fold"
_KINDS = frozenset(kind.value for kind in Kind)


class Facets(Items):
    """The facets. Counts follow the query and the filters; a filter in force stays listed with a count of zero."""

    COMPONENT_CLASSES = {"facets--heading"}
    DEFAULT_CSS = """
    Facets > .facets--heading { color: $primary; text-style: bold; }
    """
    BINDINGS = [
        bound("facets.choose", "choose", "Filter",
                tooltip="Keep only these articles, once more: leave them out, once more: let go"),
        bound("facets.fold", "fold(True)", "Fold", show=False,
                tooltip="Shut the group that the cursor stands in"),
        bound("facets.unfold", "fold(False)", "Unfold", show=False,
                tooltip="Open the group that the cursor stands on"),
        bound("facets.card", "card", "Card",
                tooltip="Open the card of this entity: spellings, counts, neighbours"),
        bound("facets.merge", "about('merge')", "Merge",
                tooltip="This and another entity are one"),
        bound("facets.split", "about('split')", "Split", show=False,
                tooltip="Some of its spellings mean another entity"),
        bound("facets.rename", "about('rename')", "Rename", show=False,
                tooltip="Give this entity another name"),
        bound("facets.nature", "about('nature')", "Nature", show=False,
                tooltip="Say that this entity is of another kind"),
        bound("facets.hide", "about('hide')", "Hide", show=False,
                tooltip="Hide this entity everywhere"),
        bound("facets.proposals", "screen.proposals", "Proposals", show=False,
                tooltip="Answer what is proposed: names that may be one, words glued to names"),
        bound("facets.alphabetic", "alphabetic", "A–Z",
                tooltip="List the values from A to Z, or the most frequent first"),
    ]  # fmt: skip

    @dataclass
    class Filtered(Message):
        """The reader chose a value: keep it, leave it out or let it go."""

        facet: Facet
        id: str
        name: str

    @dataclass
    class CardWanted(Message):
        facet: Facet
        id: str

    @dataclass
    class DecisionWanted(Message):
        """The reader wants to decide about an entity."""

        verb: str
        id: str

    def __init__(self, t: Texts, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._t = t
        self._counts: tuple[FacetCounts, ...] | None = None
        """None before the first answer."""
        self._filters: tuple[NamedFilter, ...] = ()
        self._sought = ""
        self._bearing: tuple[FacetCounts, ...] | None = None
        """All values whose name holds what is sought, once they are known."""
        self._whole: set[Facet] = set()
        self._by_name = False
        self._folded: set[Facet] = set()
        self._bars = YearBars()

    def show(self, counts: Sequence[FacetCounts], filters: tuple[NamedFilter, ...]) -> None:
        self._counts, self._filters = tuple(counts), filters
        if not self._sought:
            self._bearing = None
        self.redraw_around_cursor()

    def seek(self, sought: str) -> None:
        """Lists only the values whose name contains what was typed."""
        self._sought = fold(sought.strip())
        self._bearing = None
        self.redraw()
        self.scroll_home(animate=False)

    def show_bearing(self, counts: Sequence[FacetCounts]) -> None:
        """Shows the values whose name contains what is sought, those too rare for the list included."""
        self._bearing = tuple(counts)
        self.redraw_around_cursor()

    def draw_items(self, width: int) -> list[Item]:
        if self._counts is None:
            return []
        items = list(self._items_of_facets(self._counts, width))
        if not items:
            t = self._t
            word = t("No name holds this.") if self._sought else t("Nothing to filter by.")
            return [Item((joined(" ", (word, "mark--muted")),))]
        return items

    def _items_of_facets(self, found: Sequence[FacetCounts], width: int) -> Iterator[Item]:
        listed = found if self._bearing is None else self._bearing
        counts = {count.facet: count.entries for count in listed}
        values = {count.facet: count.values for count in listed}
        first = True
        for facet in _ORDER:
            if facet in (Facet.YEAR, Facet.MONTH):
                if facet is Facet.YEAR:
                    group = list(self._years(counts.get(Facet.YEAR, ()), width, first=first))
                else:
                    # Readers type the names of months; the index knows them as 2022-07.
                    months = next((c.entries for c in found if c.facet is Facet.MONTH), ())
                    group = list(self._months(months, width))
                first = first and not group
                yield from group
                continue
            entries = self._listed(facet, counts.get(facet, ()))
            if not entries or (facet is Facet.OTHER and not self._wants_others()):
                continue
            if not first:
                yield Item((joined(""),))
            first = False
            here = not self._sought or self._bearing is not None
            number = max(len(entries), values.get(facet, 0)) if here else len(entries)
            # What is not stated is listed, and is no source, no author…
            stated = number - any(not entry.id for entry in entries)
            told = joined((self._t.number(stated) if stated else "", "mark--faint"))
            yield self._heading(facet, told, width)
            if facet not in self._folded:
                yield from self._values(facet, entries, width, number=number)

    def _heading(self, facet: Facet, told: Content, width: int) -> Item:
        """The head of a group; a click folds it, and the cursor stands on it while it is folded."""
        folded = facet in self._folded
        sign = "▸" if folded else "▾"
        head = joined((f"{sign} ", "mark--faint"), (heading_of(self._t, facet), "facets--heading"))
        return Item((spread(head, told, width),), key=f"{_FOLD}:{facet.value}:" if folded else "")

    def _wants_others(self) -> bool:
        """Whether entities of no kind are listed: when they are sought or filtered by."""
        filtered = any(named.filter.facet is Facet.OTHER for named in self._filters)
        return bool(self._sought) or filtered

    def _listed(self, facet: Facet, entries: Sequence[FacetEntry]) -> list[FacetEntry]:
        listed = with_filtered(entries, self._filters, facet)
        if self._sought:
            listed = [entry for entry in listed if self._sought in fold(entry.name)]
        if self._by_name:
            listed.sort(key=lambda entry: fold(entry.name))
        return listed

    def _values(
        self, facet: Facet, entries: list[FacetEntry], width: int, *, number: int
    ) -> Iterator[Item]:
        whole = facet in self._whole or bool(self._sought)
        most = max((entry.articles for entry in entries), default=0)
        held = {named.filter.id for named in self._filters if named.filter.facet is facet}
        short = SHORT_SOURCES if facet is Facet.SOURCE else SHORT_LIST
        whole = whole or len(entries) <= short + 1
        shown = entries[: LONG_LIST if whole else short]
        shown = [*shown, *(e for e in entries if not whole and e.id in held and e not in shown)]
        digits = len(self._t.number(most))
        for entry in shown:
            yield self._value(facet, entry, most, width, digits=digits)
        if not whole:
            more = self._t.count("{n} more", "{n} more", number - len(shown))
            line = joined((f"    … {more}", "mark--faint"))
            yield Item((line,), key=f"{_MORE}:{facet.value}:")
            return
        if number > len(shown):
            rest = self._t.count("{n} rarer one", "{n} rarer ones", number - len(shown))
            words = self._t("{rest}: type a part of the name", rest=rest)
            for line in wrapped(words, max(8, width - 6), style="mark--faint"):
                yield Item((joined("    ", line),))
        if facet in self._whole and not self._sought:
            line = joined((f"    {self._t('fewer')}", "mark--faint"))
            yield Item((line,), key=f"{_MORE}:{facet.value}:")

    def _value(
        self, facet: Facet, entry: FacetEntry, most: int, width: int, *, digits: int
    ) -> Item:
        stand = stand_of(self._filters, facet, entry.id)
        style = {
            Stand.FREE: "",
            Stand.INCLUDED: "mark--kept",
            Stand.EXCLUDED: "mark--error",
        }[stand]
        number = self._t.number(entry.articles)
        room = width - 4 - BAR - 2 - digits
        name = value_name(self._t, facet, entry.id, entry.name)
        count_style = style or ("mark--faint" if not entry.articles else "mark--muted")
        line = joined(
            (f"{stand.value} ", style),
            (f"{sign_of(facet)} ", style_of(facet)),
            fitted(joined((name, style)), room),
            (f" {number:>{digits}} ", count_style),
            (thin_bar(entry.articles / most if most else 0, BAR), style_of(facet)),
        )
        return Item((truncated(line, width),), key=f"{facet.value}:{entry.id}")

    def _years(self, entries: Sequence[FacetEntry], width: int, *, first: bool) -> Iterator[Item]:
        """A bar for each year, which filters by it; below, on demand, the list of years."""
        entries = with_filtered(entries, self._filters, Facet.YEAR)
        entries = [e for e in entries if not self._sought or self._sought in fold(e.name)]
        self._bars = YearBars()
        if not entries:
            return
        if not first:
            yield Item((joined(""),))
        dated = sorted((e for e in entries if e.id.isdigit()), key=lambda e: e.id)
        span = f"{dated[0].id}–{dated[-1].id}" if len(dated) > 1 else ""
        yield self._heading(Facet.YEAR, joined((span, "mark--faint")), width)
        if Facet.YEAR in self._folded:
            return
        drawn = len(dated) > 1 and not self._sought
        if drawn:
            by_year = {int(entry.id): entry.articles for entry in dated}
            stands = {year: stand_of(self._filters, Facet.YEAR, str(year)) for year in by_year}
            self._bars = year_bars(by_year, width, stands)
            yield Item(self._bars.lines, key=f"{_MORE}:{Facet.YEAR.value}:")
        held = {named.filter.id for named in self._filters if named.filter.facet is Facet.YEAR}
        most = max(entry.articles for entry in entries)
        undated = [e for e in entries if not e.id.isdigit()]
        listed = [*reversed(dated), *undated]
        if drawn and Facet.YEAR not in self._whole:
            listed = [e for e in listed if e.id in held or e in undated]
        for entry in listed:
            yield self._value(Facet.YEAR, entry, most, width, digits=len(self._t.number(most)))

    def _months(self, entries: Sequence[FacetEntry], width: int) -> Iterator[Item]:
        """The newest first; those without a date stand among the years."""
        entries = with_filtered(entries, self._filters, Facet.MONTH)
        dated = sorted((e for e in entries if e.id), key=lambda e: e.id, reverse=True)
        named = [e._replace(name=self._t.month(e.id)) for e in dated]
        named = [e for e in named if not self._sought or self._sought in f"{e.id} {fold(e.name)}"]
        if not named:
            return
        yield Item((joined(""),))
        yield self._heading(Facet.MONTH, Content(""), width)
        if Facet.MONTH not in self._folded:
            yield from self._values(Facet.MONTH, named, width, number=len(named))

    def _taken(self, key: str) -> None:
        facet, _, id = key.partition(":")
        if facet == _FOLD:
            self.fold(Facet(id.rstrip(":")), False)
            return
        if facet == _MORE:
            self._whole ^= {Facet(id.rstrip(":"))}
            self.redraw()
            return
        self.post_message(self.Filtered(Facet(facet), id, self._name_of(Facet(facet), id)))

    def _name_of(self, facet: Facet, id: str) -> str:
        counted = (
            entry
            for count in (*(self._counts or ()), *(self._bearing or ()))
            if count.facet is facet
            for entry in count.entries
        )
        held = (named.name for named in self._filters if named.filter.id == id)
        name = next((entry.name for entry in counted if entry.id == id), next(held, id))
        if facet is Facet.MONTH and id:
            return self._t.month(id)
        return value_name(self._t, facet, id, name)

    def fold(self, facet: Facet, folded: bool) -> None:
        """Folds or unfolds a group; the cursor goes to its head when it was in it."""
        inside = self.cursor.startswith((f"{facet.value}:", f"{_MORE}:{facet.value}:"))
        self._folded = self._folded | {facet} if folded else self._folded - {facet}
        head = f"{_FOLD}:{facet.value}:"
        was_head = self.cursor == head
        self.redraw()
        if folded and inside:
            self.move_to(head, silent=True)
        elif was_head:
            keys = [item.key for item in self._items]
            own = (k for k in keys if k.startswith((f"{facet.value}:", f"{_MORE}:{facet.value}:")))
            self.move_to(next(own, self.first_key()), silent=True)

    def action_fold(self, folded: bool) -> None:
        part, _, rest = self.cursor.partition(":")
        name = rest.partition(":")[0] if part in (_MORE, _FOLD) else part
        if name:
            self.fold(Facet(name), folded)

    def action_choose(self) -> None:
        if self.cursor:
            self._taken(self.cursor)

    def action_alphabetic(self) -> None:
        self._by_name = not self._by_name
        self.redraw()

    def action_card(self) -> None:
        facet, _, id = self.cursor.partition(":")
        if id and facet not in (_MORE, _FOLD):
            self.post_message(self.CardWanted(Facet(facet), id))

    def action_about(self, verb: str) -> None:
        facet, _, id = self.cursor.partition(":")
        if id and facet in _KINDS:
            self.post_message(self.DecisionWanted(verb, id))
        else:
            say_nothing(self, "Put the cursor on an entity to decide about it.")

    def tip_of(self, item: Item) -> str:
        """The full name, which the narrow list may have cut."""
        facet, _, id = item.key.partition(":")
        return self._name_of(Facet(facet), id) if facet and facet not in (_MORE, _FOLD) else ""

    def on_click(self, event: events.Click) -> None:
        """A click on the head of a group folds or unfolds it."""
        line = self.line_at(event)
        head = self._facet_of_heading(line) if line is not None else None
        if head is not None:
            event.stop()
            event.prevent_default()
            self.fold(head, head not in self._folded)

    def _facet_of_heading(self, line: int) -> Facet | None:
        words = self._lines[line].plain
        if words[:2] not in ("▾ ", "▸ "):
            return None
        return next((f for f in _ORDER if words[2:].startswith(heading_of(self._t, f))), None)

    def clicked(self, item: Item, event: events.Click) -> None:
        self.move_to(item.key)
        offset = event.get_content_offset(self)
        if item.key == f"{_MORE}:{Facet.YEAR.value}:" and offset is not None:
            year = self._bars.year_at(offset.x)
            if year is not None:
                self._taken(f"{Facet.YEAR.value}:{year}")
                return
        self._taken(item.key)
