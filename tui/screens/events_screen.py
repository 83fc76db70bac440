"""The articles grouped by the event that they report, with what ties each of them to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message

from index.compare.tallies import Tally
from index.errors import RecoupeError
from index.interface.days import interval
from index.interface.event_size import event_size, link_words
from index.interface.texts import Texts
from index.model.article import Article, ArticleId
from index.model.events import Event, EventArticle, LinkKind
from tui.keytable import bound
from tui.rendering import at_most, joined, spread, truncated, wrapped
from tui.screens.base import RoomScreen
from tui.screens.decide.event_decisions import DecidingEvents
from tui.session import MOST_KEPT, Kept
from tui.theme import LINK_SIGNS
from tui.widgets.items import Item, Items

WIDE = 100
"""Columns from which the reasons of a tie are shown."""
_AT_ONCE = 4
"""Events that are counted before what was found is shown."""
MOST = 200
"""Events that are shown, newest first."""


class EventList(Items):
    BINDINGS = [
        bound("events.read", "choose", "Read",
                tooltip="Open the article; on an event: put its sources side by side"),
        bound("events.retain", "retain", "Retain",
                tooltip="Retain this article to compare it, or let it go"),
        bound("events.next", "event(1)", "Next event", tooltip="The next event, over its articles"),
        bound("events.previous", "event(-1)", "Event before", show=False, tooltip="The event before, over its articles"),
    ]  # fmt: skip

    @dataclass
    class Retained(Message):
        id: ArticleId

    def __init__(self, t: Texts, kept: Kept, *, id: str) -> None:
        super().__init__(id=id)
        self._t = t
        self._kept = kept
        self._events: tuple[Event, ...] | None = None
        self._articles: dict[ArticleId, Article] = {}
        self._tallies: dict[str, Tally] = {}

    def show(self, events: Sequence[Event], articles: Sequence[Article]) -> None:
        """Shows the events; the cursor stays on its article, or else on its event."""
        was, its = self.article, self.event
        self._events = tuple(events)
        self._articles = {article.id: article for article in articles}
        self.redraw()
        self.move_to(self._key_of(was, its) or self.first_key(), silent=True)

    def count(self, tallies: Mapping[str, Tally]) -> None:
        """Shows for each event how many origins it has and how often its accounts contradict each other."""
        self._tallies = dict(tallies)
        self.redraw()

    def _key_of(self, article: ArticleId | None, event: Event | None) -> str:
        at = {
            (member.article if article else None): f"{number}:{article or ''}"
            for number, one in reversed(list(enumerate(self._events or ())))
            for member in one.articles
            if article == member.article or (article is None and event and one.id == event.id)
        }
        return at.get(article, "")

    @property
    def event(self) -> Event | None:
        """The event under the cursor, or the one that the article under the cursor belongs to."""
        number = self.cursor.partition(":")[0]
        return self._events[int(number)] if number and self._events else None

    @property
    def article(self) -> ArticleId | None:
        return ArticleId(self.cursor.partition(":")[2]) or None

    def draw_items(self, width: int) -> list[Item]:
        if self._events is None:
            words = self._t("Grouping the articles by event…")
            return [Item((joined("  ", (words, "mark--muted")),))]
        if not self._events:
            words = self._t("No event is reported by two articles or more.")
            return [Item((joined("  ", (words, "mark--muted")),))]
        return [
            item for n, event in enumerate(self._events) for item in self._event(n, event, width)
        ]

    def _event(self, number: int, event: Event, width: int) -> Iterator[Item]:
        when = interval(self._t, event.earliest, event.latest) if event.earliest else ""
        tally = self._tallies.get(event.id)
        count = event_size(event, self._t, origins=tally.origins if tally is not None else None)
        against = ""
        if tally is not None and tally.contradictions:
            told = self._t.count("{n} contradiction", "{n} contradictions", tally.contradictions)
            against = f"≠ {told}  "
        locked = self._t("locked") if event.locked else ""
        right = joined(
            (against, "mark--error"),
            (f"⊠ {locked}  " if locked else "", "mark--warm"),
            (" · ".join(part for part in (when, count) if part), "mark--muted"),
        )
        label = joined("  ", (event.label, "mark--strong"))
        yield Item(head_lines(label, right, width - 1), key=f"{number}:")
        for member in event.articles:
            if member.article in self._articles:
                yield self._member(number, event, member, width)
        yield Item((joined(""),))

    def _member(self, number: int, event: Event, member: EventArticle, width: int) -> Item:
        t, article = self._t, self._articles[member.article]
        sign, style = LINK_SIGNS[member.link]
        letter = self._kept.letter(article.id)
        # In little room, who reported it and when come before the reasons.
        why = ", ".join(t(reason) for reason in member.because) if width >= WIDE else ""
        link = link_words(member, event, self._articles.get(member.of) if member.of else None, t)
        head = joined(
            (f"  ✓{letter} " if letter else "     ", "mark--kept"),
            (f"{sign} ", style),
            (article.source or t("source not stated"), ""),
            (f" · {t.date(article.published)}", "mark--muted"),
        )
        tie = joined((f"{link} ({why})" if why else link, style))
        title = at_most(
            wrapped(article.title, max(10, width - 10), style="mark--muted"), 1, max(10, width - 10)
        )
        lines = (spread(head, tie, width - 1), *(joined("       ", line) for line in title))
        return Item(tuple(truncated(line, width) for line in lines), key=f"{number}:{article.id}")

    def action_event(self, by: int) -> None:
        """Goes to the head of another event; back from an article to that of its own."""
        number = self.cursor.partition(":")[0]
        if number and self._events:
            inside = by < 0 and self.article is not None
            to = int(number) + (0 if inside else by)
            self._show_event(max(0, min(len(self._events) - 1, to)))

    def _show_event(self, number: int) -> None:
        """Puts the cursor on the head of an event, and shows its accounts as far as there is room."""
        assert self._events is not None
        for member in reversed(self._events[number].articles):
            self.move_to(f"{number}:{member.article}", silent=True)
        self.move_to(f"{number}:")

    def action_retain(self) -> None:
        if self.article is not None:
            self.post_message(self.Retained(self.article))
            self.step(1)


class EventsScreen(DecidingEvents):
    TAB = "events"

    def body(self) -> ComposeResult:
        yield EventList(self.t, self.session.kept, id="events")

    def help_topics(self) -> tuple[str, ...]:
        return ("events", "signs")

    @property
    def _list(self) -> EventList:
        return self.query_one("#events", EventList)

    def on_mount(self) -> None:
        self._list.border_title = joined(f" {self.t('Events')} ")
        self._list.focus()
        self.work("events", self._load)

    def event_here(self) -> Event | None:
        return self._list.event

    def decided(self) -> None:
        self.work("events", self._load)

    async def _load(self) -> None:
        desk = self.session.desk
        try:
            events = (await desk.events())[:MOST]
            ids = dict.fromkeys(member.article for event in events for member in event.articles)
            articles = await desk.articles(tuple(ids))
        except RecoupeError as error:
            self.tell_error(error)
            return
        self._list.show(events, articles)
        self.work("tallies", self._count, events)

    async def _count(self, events: Sequence[Event]) -> None:
        """Counts the newest events first, some at a time, since counting reads all their articles."""
        counted: dict[str, Tally] = {}
        for first in range(0, len(events), _AT_ONCE):
            try:
                counted |= await self.session.desk.tallies(events[first : first + _AT_ONCE])
            except RecoupeError as error:
                self.tell_error(error)
                return
            self._list.count(counted)

    @on(Items.Chosen, "#events")
    def _open(self) -> None:
        if self._list.article is not None:
            self.app.push_screen(self.session.doors.reading(self._list.article))
        elif self._list.event is not None:
            self.compare_event(self._list.event)

    @on(EventList.Retained)
    def _retain(self, event: EventList.Retained) -> None:
        self.keep(event.id)

    def article_here(self) -> ArticleId | None:
        return self._list.article

    def kept_changed(self) -> None:
        super().kept_changed()
        self._list.redraw()

    def action_compare(self) -> None:
        """Compares what is retained; where nothing is, the accounts of the event under the cursor."""
        if not self.session.kept.articles and self._list.event is not None:
            self.compare_event(self._list.event)
        else:
            super().action_compare()

    def compare_event(self, event: Event) -> None:
        """Opens the accounts of an event side by side."""
        if len(accounts_of(event)) >= 2:
            self.work("accounts", open_accounts, self, event)


MOST_ACCOUNTS = 26
"""How many accounts of an event are compared in the room, one letter each."""


def head_lines(label: Content, right: Content, width: int) -> tuple[Content, ...]:
    """The lines of an event: its name and its figures, one below the other where its name would be cut to less than
    half the width.
    """
    room = width - right.cell_length - 1
    if room >= min(label.cell_length, width // 2):
        return (spread(label, right, width),)
    return truncated(label, width), truncated(joined("    ", right), width)


def accounts_of(event: Event) -> tuple[ArticleId, ...]:
    """The accounts of an event, without copies of another one unless fewer than two would remain."""
    reporting = [one for one in event.articles if one.link is not LinkKind.BACKGROUND]
    own = [one.article for one in reporting if one.link is not LinkKind.REPUBLICATION]
    copies = [one.article for one in reporting if one.link is LinkKind.REPUBLICATION]
    own += copies[: max(1, 2 - len(own))] if copies else []
    kept = set(own)
    return tuple(one.article for one in reporting if one.article in kept)[:MOST_ACCOUNTS]


async def open_accounts(screen: RoomScreen, event: Event) -> None:
    """Opens the accounts of an event in the order of the command line and of exports: their letters are the same."""
    try:
        ids = await screen.session.desk.ask(lambda library: library.accounts(event.id))
    except RecoupeError:
        ids = ()  # it was grouped anew meanwhile
    ids = ids if len(ids) >= 2 else accounts_of(event)
    if screen.app.screen is screen:
        screen.app.push_screen(screen.session.doors.compare(ids[:MOST_ACCOUNTS]))


def sources_of(event: Event, first: ArticleId | None = None) -> tuple[ArticleId, ...]:
    """The articles of an event to compare, `first` before the others."""
    reporting = [one.article for one in event.articles if one.link is not LinkKind.BACKGROUND]
    ids = [id for id in (first,) if id is not None] + [id for id in reporting if id != first]
    return tuple(ids[:MOST_KEPT])
