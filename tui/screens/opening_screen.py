"""The screen while the index is opened or built: a bar, skipped files, and what to do when it fails."""

from __future__ import annotations

from asyncio import sleep
from collections.abc import Sequence
from contextlib import suppress
from time import monotonic

from textual import events
from textual.app import ComposeResult
from textual.content import Content

from index.errors import IndexBusyError, IndexMissingError, RecoupeError
from index.model.building import Progressed, Published, Skipped, Started
from index.model.found import Overview
from tui.keytable import bound
from tui.rendering import bar, joined, wrapped
from tui.screens.base import RoomScreen
from tui.session import Session
from tui.widgets.paper import Paper

BAR = 46
_SOON = 0.2
"""The seconds after which a rate can be told."""
BETWEEN_LOOKS = 1.0
"""The seconds between two looks at the index that another process is building."""


class Notice(Paper, can_focus=False):
    """A few centred lines."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._said: Sequence[Content] = ()

    def say(self, *said: Content) -> None:
        self._said = said
        self.redraw()

    def draw(self, width: int) -> Sequence[Content]:
        lines: list[Content] = []
        for said in self._said:
            pieces = wrapped(said.plain, min(64, width - 4)) if said.cell_length > width else [said]
            lines.extend(pieces)
        above = max(0, (self.scrollable_content_region.height - len(lines)) // 2 - 1)
        return [Content("")] * above + [
            joined(" " * max(0, (width - line.cell_length) // 2), line) for line in lines
        ]


class OpeningScreen(RoomScreen):
    TABBED = False
    CSS = "#notice { border: none; }"
    BINDINGS = [
        bound("opening.again", "again", "Try again",
                tooltip="Build the index and open it"),
        bound("opening.quit", "app.quit", "Quit"),
        bound("opening.stop", "stop", "Stop",
                tooltip="Stop building; an index that was in use stays so"),
    ]  # fmt: skip

    def __init__(self, session: Session, *, rebuild: bool = False) -> None:
        super().__init__(session)
        self._rebuild = rebuild
        self._failed = False
        self._skipped = 0
        self._began = 0.0

    def body(self) -> ComposeResult:
        yield Notice(id="notice")

    def on_mount(self) -> None:
        self._say_wait(self.t("Opening the index…"))
        self.call_after_refresh(self._begin)

    @property
    def _notice(self) -> Notice:
        return self.query_one("#notice", Notice)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "again":
            return self._failed
        if action == "corpora":
            return self._failed
        if action == "stop":
            return not self._failed and self._began > 0
        return super().check_action(action, parameters)

    def _begin(self) -> None:
        self.work("open", self._open)

    async def _open(self) -> None:
        self._failed = False
        self.refresh_bindings()
        try:
            if self._rebuild:
                await self._build()
            try:
                self.session.overview = await self.session.desk.open()
            except IndexMissingError:
                self.session.overview = await self._built()
        except RecoupeError as error:
            self._fail(self.session.told(error))
            return
        if self.session.overview.articles == 0 and self.session.overview.unread == 0:
            self._fail(self.t("This corpus holds no article. Put text files into its folder."))
            return
        # A screen opened over this one, such as the help, is closed too.
        while self.app.screen is not self:
            await self.app.pop_screen()
        self.app.switch_screen(self.session.doors.search())

    async def _built(self) -> Overview:
        """The corpus once it has an index: ours, or that of another process which is building it."""
        while True:
            try:
                await self._build()
                return await self.session.desk.open()
            except IndexBusyError:
                self._say_wait(
                    self.t("Another process is building the index; the room opens when it is done.")
                )
            await sleep(BETWEEN_LOOKS)
            with suppress(IndexMissingError):
                return await self.session.desk.open()

    async def _build(self) -> None:
        self._began = monotonic()
        self._skipped = 0
        self.refresh_bindings()
        async for event in self.session.desk.builder.rebuild():
            match event:
                case Started(files):
                    self._say_progress(Progressed(0, files, 0))
                case Progressed():
                    self._say_progress(event)
                case Skipped():
                    self._skipped += 1
                case Published(articles):
                    said = self.t.count("{n} article indexed", "{n} articles indexed", articles)
                    self._say_wait(said)
        self._began = 0.0

    def _say_wait(self, sentence: str) -> None:
        self._notice.say(
            joined(("R e c o u p e", "mark--key")),
            Content(""),
            joined((sentence, "mark--muted")),
        )

    def _say_progress(self, event: Progressed) -> None:
        t = self.t
        share = event.share if event.files else 0.0
        passed = monotonic() - self._began
        facts = [f"{t.number(event.done)} / {t.number(event.files)}"]
        if event.articles:
            facts.append(t.count("{n} article", "{n} articles", event.articles))
        if event.articles and passed > _SOON:
            rate = event.articles / passed
            facts.append(t("{rate} articles/s", rate=t.number(round(rate))))
        if share and passed > _SOON:
            left = passed * (1 - share) / share
            facts.append(t("{seconds} s left", seconds=t.number(round(left))))
        if self._skipped:
            facts.append(t.count("{n} file not read", "{n} files not read", self._skipped))
        filled = bar(share, BAR)
        self._notice.say(
            joined((t("Building the index"), "mark--strong")),
            Content(""),
            joined((filled, "mark--key"), ("░" * (BAR - len(filled)), "mark--rule")),
            joined((" · ".join(facts), "mark--muted")),
        )

    def _fail(self, sentence: str) -> None:
        self._failed = True
        self._began = 0.0
        self._notice.say(
            joined((f"✗ {self.t('The room cannot open.')}", "mark--error")),
            Content(""),
            Content(sentence),
            Content(""),
            joined(
                (self.t("Enter tries again · O opens another corpus · q leaves"), "mark--muted")
            ),
        )
        self.refresh_bindings()

    def action_again(self) -> None:
        self._rebuild = True
        self._begin()

    def action_stop(self) -> None:
        self.workers.cancel_group(self, "open")
        self._fail(self.t("Building was stopped."))

    def action_back(self) -> None:
        """There is nothing behind this screen."""

    def on_key(self, event: events.Key) -> None:
        """Escape while there is nothing to stop means the line that comes."""
        if event.key == "escape" and not self._failed and not self._began:
            self.session.line_left = True
