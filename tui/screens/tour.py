"""The tour of the sample: six steps, each a card over the screen that it explains."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from textual.app import App, ComposeResult
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Static

from index.interface.texts import Texts
from index.model.article import ArticleId, EntityId
from tui.keytable import bound
from tui.rendering import joined
from tui.screens.box import Box
from tui.screens.panes import PanesScreen
from tui.session import Session

_FIRE = tuple(ArticleId(f"vaubrac-{name}") for name in ("depeche", "local", "hostile", "radio"))
"""Four accounts of one fire in the sample."""
_PREFECT = EntityId("person:helene-darcourt")


@dataclass(frozen=True, slots=True)
class Step:
    title: str
    words: str
    query: str | None = None
    """The query of the tour."""
    screen: str = ""
    """The screens that the tour opens over the search."""


def steps(t: Texts) -> tuple[Step, ...]:
    return (
        Step(
            t("Search"),
            t("Type words and the results follow; “a phrase”, OR, NOT and source: sharpen them. On the left, people, places, sources and years filter; ↓ goes into the results."),
            query="incendie",
        ),
        Step(
            t("Read"),
            t("The article alone, what it names coloured by kind. z shows what was set aside and why, o the file as it is; n and p walk through the matches."),
            screen="reading",
        ),
        Step(
            t("Hold sources against each other"),
            t("space retains up to four articles, c compares them: what they contradict each other about comes first, with who says it. Enter shows the passages, V other views."),
            screen="compare",
        ),
        Step(
            t("Who says what"),
            t("The card of a person: offices, years, everything she is quoted as saying, by whom and how."),
            screen="entity",
        ),
        Step(
            t("Keep with proof"),
            t("space keeps a passage (v selects it), a fact, a row or a quotation, w writes a note: each with its exact words, file, place and checksum. All of it is in the notebook."),
            screen="notebook",
        ),
        Step(
            t("Take it away, come back"),
            t("E makes a dossier, a table or references of what is shown. Tomorrow all is as you left it. O opens another corpus, ? helps on every screen, ctrl+p finds every command."),
            query="",
        ),
    )  # fmt: skip


class TourScreen(Box[None]):
    BESIDE = ""
    BINDINGS = [
        bound("tour.next", "step(1)", "Next"),
        bound("tour.previous", "step(-1)", "Back"),
        bound("tour.leave", "leave", "Leave the tour"),
    ]

    def __init__(self, session: Session, at: int = 0) -> None:
        super().__init__(session)
        self._at = at
        self._steps = steps(session.t)

    def body(self) -> ComposeResult:
        t, step = self.t, self._steps[self._at]
        last = self._at == len(self._steps) - 1
        with Vertical(id="tour") as frame:
            frame.border_title = joined(
                f" {t('Tour')} {self._at + 1}/{len(self._steps)} ── {step.title} "
            )
            yield Static(joined(step.words))
            keys = (
                t("Enter ends the tour")
                if last
                else t("Enter goes on · ← back · Esc leaves the tour for good")
            )
            yield Static(joined((keys, "mark--key")), classes="keys")  # fmt: skip

    def on_mount(self) -> None:
        query, search = self._steps[self._at].query, self.app.screen_stack[1]
        if query is not None and isinstance(search, PanesScreen):
            search.query_line.put(query)

    def action_step(self, by: int) -> None:
        to = self._at + by
        if to >= len(self._steps):
            self.action_leave()
        elif to >= 0:
            self.app.call_later(show_step, self.session, self.app, to)

    def action_leave(self) -> None:
        if self.session.corpora is not None:
            self.session.corpora.end_tour()
        while len(self.app.screen_stack) > 2:
            self.app.pop_screen()
        search = self.app.screen_stack[1]
        if isinstance(search, PanesScreen) and search.query_line.value in _typed(self._steps):
            search.query_line.put("")  # else what is typed next would stand behind the tour's word


def _typed(steps: tuple[Step, ...]) -> list[str]:
    return [step.query for step in steps if step.query]


def show_step(session: Session, app: App[Any], at: int) -> None:
    """Shows the screen of a step with its card over it."""
    while len(app.screen_stack) > 2:
        app.pop_screen()
    doors = session.doors
    opened: dict[str, Callable[[], Screen[None]]] = {
        "reading": lambda: doors.reading(_FIRE[0]),
        "compare": lambda: doors.compare(_FIRE),
        "entity": lambda: doors.entity(_PREFECT),
        "notebook": doors.notebook,
    }
    shown = steps(session.t)[at].screen
    if shown:
        app.push_screen(opened[shown]())
    app.push_screen(TourScreen(session, at))
