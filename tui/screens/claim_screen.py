"""What the articles make of a claim: the passages that say it, deny it or give another value."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult

from index.compare.claim import ClaimPassage
from index.errors import RecoupeError
from index.model.article import Article, ArticleId
from tui.desk.reader import Reader
from tui.keytable import bound
from tui.rendering import joined
from tui.screens.base import RoomScreen
from tui.session import Session
from tui.widgets.claim_sayings import Sayings
from tui.widgets.items import Items


class ClaimScreen(RoomScreen):
    BINDINGS = [
        bound("claim.read", "choose", "Read",
                tooltip="Open the article at this passage"),
    ]  # fmt: skip

    def __init__(self, session: Session, claim: str) -> None:
        super().__init__(session)
        self._claim = claim.strip()

    def body(self) -> ComposeResult:
        yield Sayings(self.t, self._claim, id="sayings")

    @property
    def _sayings(self) -> Sayings:
        return self.query_one("#sayings", Sayings)

    def on_mount(self) -> None:
        self._sayings.border_title = joined(f" {self.t('Claim')} ")
        self._sayings.focus()
        self.work("claim", self._load)

    async def _load(self) -> None:
        def asked(library: Reader) -> tuple[tuple[ClaimPassage, ...], dict[ArticleId, Article]]:
            found = library.claim(self._claim)
            return found, {said.article: library.article(said.article) for said in found}

        try:
            found, articles = await self.session.desk.ask(asked)
        except RecoupeError as error:
            self._sayings.say(self.session.told(error))
            return
        first = next((articles[said.article] for said in found if said.first), None)
        self._sayings.show(found, articles, first=first)
        self._sayings.move_to(self._sayings.first_key())

    @on(Items.Chosen, "#sayings")
    def _read(self) -> None:
        said = self._sayings.current
        if said is not None:
            at = said.span if said.part == "text" else None
            self.app.push_screen(self.session.doors.reading(said.article, at=at))

    def action_choose(self) -> None:
        self._sayings.action_choose()
