"""Screens that correct events: an article moved, events merged, split and locked."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input

from index.errors import RecoupeError
from index.interface.days import interval
from index.interface.event_size import event_size
from index.model.article import Article, ArticleId
from index.model.events import Event, LinkKind
from index.text.folding import fold
from tui.keytable import bound
from tui.rendering import joined, wrapped
from tui.screens.base import RoomScreen
from tui.screens.decide.choices import Choices, Listed
from tui.screens.decide.desk_decision import Question, make
from tui.screens.decide.merging import MOST_CHOICES
from tui.screens.decide.undoing import UndoingScreen
from tui.screens.keeping import KeepingScreen
from tui.session import Session
from tui.theme import LINK_SIGNS
from tui.widgets.items import Item, Items
from tui.widgets.line import Line
from tui.widgets.paper import Paper

ALONE = "·"
"""The key of the item « in no event »."""


class DecidingEvents(KeepingScreen, UndoingScreen):
    """A screen that decides about events; subclasses say which event and which article the cursor is on."""

    BINDINGS = [
        bound("events.move", "move", "Move",
                tooltip="This article reports another event, or none of these"),
        bound("events.merge", "merge", "Merge",
                tooltip="This event and another one are the same"),
        bound("events.split", "split", "Split", show=False,
                tooltip="Some articles of this event report another one"),
        bound("events.gather", "gather", "Add retained", show=False,
                tooltip="The retained articles report this event"),
        bound("events.lock", "lock", "Lock",
                tooltip="Keep this event as it is, whatever comes into the corpus; again: unlock"),
    ]  # fmt: skip

    def event_here(self) -> Event | None:
        raise NotImplementedError

    def action_move(self) -> None:
        event, article = self.event_here(), self.article_here()
        if event is None or article is None:
            self.tell(self.t("Put the cursor on an article of an event."))
        elif self._is_open(event):
            self.app.push_screen(EventChoiceScreen(self.session, event, article), self._returned)

    def action_merge(self) -> None:
        event = self.event_here()
        if event is not None and self._is_open(event):
            self.app.push_screen(EventChoiceScreen(self.session, event), self._returned)

    def action_split(self) -> None:
        event = self.event_here()
        if event is not None and self._is_open(event):
            self.app.push_screen(EventPartsScreen(self.session, event), self._returned)

    def action_gather(self) -> None:
        event, kept = self.event_here(), self.session.kept.articles
        if event is None or not kept:
            self.tell(self.t("Retain the articles first that report this event."))
        elif self._is_open(event):
            inside = {one.article for one in event.articles if one.link is not LinkKind.BACKGROUND}
            new = [id for id in kept if id not in inside]
            if new:
                self.work("decide", self._ask, lambda lib: lib.merge_events((event, *new)))
            else:
                self.tell(self.t("They report this event already."))

    def action_lock(self) -> None:
        event = self.event_here()
        if event is None:
            return
        if event.locked:
            words = self.t("Taken back: {decision}", decision="{decision}")
            self.work("decide", self._ask, lambda lib: lib.unlock_event(event), words)
        else:
            self.work("decide", self._ask, lambda lib: lib.lock_event(event))

    def _is_open(self, event: Event) -> bool:
        if event.locked:
            self.tell(
                self.t("This event is locked: {key} unlocks it.", key=self.key_of("events.lock")),
                wrong=True,
            )
        return not event.locked

    def _returned(self, _: None) -> None:
        self.decided()

    async def _ask(self, question: Question, words: str = "{decision}") -> None:
        if await make(self, question, words=words, back=words != "{decision}"):
            self.decided()


class Glance(Paper):
    """The beginning of an article, as far as there is room."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._paragraphs: tuple[str, ...] = ()

    def show(self, article: Article) -> None:
        self._paragraphs = tuple(article.text[start:end] for start, end in article.paragraphs)
        self.border_title = joined(f" {article.title} ")
        self.redraw()
        self.scroll_home(animate=False)

    def draw(self, width: int) -> list[Content]:
        return [
            line
            for part in self._paragraphs
            for line in (*(joined(" ", each) for each in wrapped(part, width - 2)), joined(""))
        ]


class AboutEventScreen(RoomScreen):
    """Choices on the left; on the right the articles that report the event under the cursor."""

    CSS_PATH = "decide.tcss"

    def __init__(self, session: Session, event: Event) -> None:
        super().__init__(session)
        self._event = event
        self._read: dict[ArticleId, Article] = {}

    def body(self) -> ComposeResult:
        with Horizontal(id="panes"):
            with Vertical(id="left"):
                yield from self.left()
            with Vertical(id="right"):
                yield from self.right()

    def left(self) -> ComposeResult:
        yield Choices(id="choices")

    def right(self) -> ComposeResult:
        yield Listed(id="here")

    @property
    def _choices(self) -> Choices:
        return self.query_one("#choices", Choices)

    @property
    def _here(self) -> Listed:
        return self.query_one("#here", Listed)

    async def _articles(self, ids: Sequence[ArticleId]) -> None:
        new = [id for id in ids if id not in self._read]
        for article in await self.session.desk.articles(new):
            self._read[article.id] = article

    async def _finish(self, question: Question) -> None:
        if await make(self, question):
            self.dismiss()

    def _lines(self, event: Event) -> list[Item]:
        items = []
        for member in event.articles:
            article = self._read.get(member.article)
            if article is None:
                continue
            sign, style = LINK_SIGNS[member.link]
            source = article.source or self.t("source not stated")
            head = joined(
                (f" {sign} ", style),
                source,
                (f" · {self.t.date(article.published)}", "mark--muted"),
            )
            items.append(Item((head, joined("   ", (article.title, "mark--muted")), joined(""))))
        return items


class EventChoiceScreen(AboutEventScreen):
    """The choice of the event for an article, or, when `article` is None, for a whole event."""

    BINDINGS = [bound("event-choice.list", "to_list", "List")]

    def __init__(self, session: Session, event: Event, article: ArticleId | None = None) -> None:
        super().__init__(session, event)
        self._article = article
        self._all: tuple[Event, ...] = ()

    def left(self) -> ComposeResult:
        yield Line(placeholder=self.t("type a word of its title…"), compact=True, id="sought")
        yield Choices(id="choices")

    def on_mount(self) -> None:
        self.query_one("#sought").focus()
        self.work("all", self._load)

    async def _load(self) -> None:
        desk = self.session.desk
        try:
            events = await desk.events()
            await self._articles([self._article] if self._article else [])
        except RecoupeError as error:
            self.tell_error(error)
            return
        if self._article is None:
            title = self.t("Merge {entity} with…", entity=self._event.label)
        else:
            title = self.t("“{article}” reports…", article=self._read[self._article].title)
        self._choices.border_title = joined(f" {title} ")
        # Events of the same days are the likely ones.
        self._all = tuple(
            sorted((e for e in events if e.id != self._event.id and not e.locked), key=self._far)
        )
        self._list("")

    def _far(self, event: Event) -> tuple[bool, int]:
        ours, theirs = self._event.earliest, event.earliest
        if not ours or not theirs:
            return True, 0
        return False, abs(_day(ours) - _day(theirs))

    def _list(self, sought: str) -> None:
        wanted = fold(sought.strip())
        shown = [event for event in self._all if wanted in fold(event.label)][:MOST_CHOICES]
        items = [self._item(event) for event in shown]
        if self._article is not None and not wanted:
            words = self.t("none of these events")
            items.append(Item((joined("  ", (words, "mark--warm")),), key=ALONE))
        elif not items:
            items.append(Item((joined("  ", (self.t("Nothing of this kind."), "mark--muted")),)))
        self._choices.show(items)

    def _item(self, event: Event) -> Item:
        when = interval(self.t, event.earliest, event.latest) if event.earliest else ""
        count = event_size(event, self.t)
        below = " · ".join(part for part in (when, count) if part)
        return Item((joined("  ", event.label), joined("  ", (below, "mark--muted"))), key=event.id)

    def _chosen_event(self, id: str) -> Event | None:
        return next((event for event in self._all if event.id == id), None)

    @on(Input.Changed, "#sought")
    def _sought(self, event: Input.Changed) -> None:
        self._list(event.value)

    @on(Input.Submitted, "#sought")
    def action_to_list(self) -> None:
        self._choices.focus()

    @on(Items.Highlighted, "#choices")
    def _look(self, event: Items.Highlighted) -> None:
        self.work("here", self._show, event.key)

    async def _show(self, id: str) -> None:
        event = self._chosen_event(id)
        if event is None:
            self._here.border_title = Content("")
            self._here.show([])
            return
        try:
            await self._articles([member.article for member in event.articles])
        except RecoupeError as error:
            self.tell_error(error)
            return
        self._here.border_title = joined(f" {event.label} ")
        self._here.show(self._lines(event))

    @on(Items.Chosen, "#choices")
    def _chosen(self, event: Items.Chosen) -> None:
        to, article, here = self._chosen_event(event.key), self._article, self._event
        if article is not None:
            self.work(
                "decide", self._finish, lambda lib: lib.move_article(article, to=to, out_of=here)
            )
        elif to is not None:
            self.work("decide", self._finish, lambda lib: lib.merge_events((here, to)))


class EventPartsScreen(AboutEventScreen):
    """The choice of the articles of an event that report another one."""

    BINDINGS = [
        bound("event-parts.mark", "mark", "Mark",
                tooltip="Choose or leave this article"),
    ]  # fmt: skip

    def __init__(self, session: Session, event: Event) -> None:
        super().__init__(session, event)
        self._marked: set[str] = set()
        self._ids = [one.article for one in event.articles if one.link is not LinkKind.BACKGROUND]

    def right(self) -> ComposeResult:
        yield Glance(id="here")

    def on_mount(self) -> None:
        self._choices.focus()
        self.work("all", self._load)

    async def _load(self) -> None:
        try:
            await self._articles(self._ids)
        except RecoupeError as error:
            self.tell_error(error)
            return
        title = self.t("Split from {entity}", entity=self._event.label)
        self._choices.border_title = joined(f" {title} ")
        how = self.t(
            "Choose the articles with {key}, then {enter}.",
            key=self.t("space"),
            enter=self.t("Enter"),
        )
        self._choices.border_subtitle = joined(f" {how} ")
        self._draw()

    def _draw(self) -> None:
        self._choices.show([self._item(id) for id in self._ids])

    def _item(self, id: ArticleId) -> Item:
        article, marked = self._read[id], id in self._marked
        sign = joined(("✓ " if marked else "· ", "mark--kept" if marked else "mark--faint"))
        source = article.source or self.t("source not stated")
        below = f"    {source} · {self.t.date(article.published)}"
        return Item((joined("  ", sign, article.title), joined((below, "mark--muted"))), key=id)

    @on(Items.Highlighted, "#choices")
    def _look(self, event: Items.Highlighted) -> None:
        article = self._read.get(ArticleId(event.key))
        if article is not None:
            self.query_one("#here", Glance).show(article)

    def action_mark(self) -> None:
        if self._choices.cursor:
            self._marked ^= {self._choices.cursor}
            self._draw()

    @on(Items.Chosen, "#choices")
    def _chosen(self, event: Items.Chosen) -> None:
        leaving = [id for id in self._ids if id in self._marked] or [ArticleId(event.key)]
        if len(leaving) == len(self._ids):
            self.tell(self.t("One article at least must stay."), wrong=True)
            return
        here = self._event
        self.work("decide", self._finish, lambda lib: lib.split_event(here, leaving=leaving))


def _day(iso: str) -> int:
    from datetime import date

    return date.fromisoformat(iso).toordinal()
