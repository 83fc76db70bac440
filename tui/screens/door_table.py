"""Fills the table of doors: the screen behind each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from index.model.article import ArticleId, EntityId
from index.model.found import Entity, Hit
from index.model.notes import Noted
from index.model.text import Span
from tui.session import Session

if TYPE_CHECKING:
    from index.export.gathering import Gathering
    from index.export.material import Material, Subject
    from tui.offered import Command
    from tui.target import Target

# Screens are imported when their door is opened: the first paint waits for none of them.


class ScreenTable:
    """The doors of one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def opening(self, *, rebuild: bool = False) -> Screen[None]:
        from tui.screens.opening_screen import OpeningScreen

        return OpeningScreen(self._session, rebuild=rebuild)

    def arrival(self) -> Screen[None]:
        from tui.screens.arrival import ArrivalScreen

        return ArrivalScreen(self._session)

    def folder(self, start: Path) -> Screen[Path | None]:
        from tui.screens.folder_choice import FolderScreen

        return FolderScreen(self._session, start)

    def tour(self) -> Screen[None]:
        from tui.screens.tour import TourScreen

        return TourScreen(self._session)

    def search(self) -> Screen[None]:
        from tui.screens.search import SearchScreen

        return SearchScreen(self._session)

    def help(self, screen: Screen[Any], topics: Sequence[str]) -> Screen[None]:
        from tui.screens.help import HelpScreen

        return HelpScreen(self._session, screen, topics)

    def reading(
        self,
        article: ArticleId,
        *,
        hits: Sequence[Hit] = (),
        at: Span | None = None,
        total: int = 0,
        top: int = 0,
    ) -> Screen[None]:
        from tui.screens.reading_screen import ReadingScreen

        return ReadingScreen(self._session, article, hits=hits, at=at, total=total, top=top)

    def compare(self, articles: Sequence[ArticleId]) -> Screen[None]:
        from tui.screens.compare import CompareScreen

        return CompareScreen(self._session, articles)

    def entity(self, entity: EntityId) -> Screen[None]:
        from tui.screens.entity import EntityScreen

        return EntityScreen(self._session, entity)

    def claim(self, text: str) -> Screen[None]:
        from tui.screens.claim_screen import ClaimScreen

        return ClaimScreen(self._session, text)

    def together(self, one: EntityId, other: EntityId) -> Screen[None]:
        from tui.screens.together_screen import TogetherScreen

        return TogetherScreen(self._session, one, other)

    def entities(self) -> Screen[None]:
        from tui.screens.entities import EntitiesScreen

        return EntitiesScreen(self._session)

    def proposals(self) -> Screen[None]:
        from tui.screens.decide.proposal_queue import ProposalsScreen

        return ProposalsScreen(self._session)

    def events(self) -> Screen[None]:
        from tui.screens.events_screen import EventsScreen

        return EventsScreen(self._session)

    def concordance(self) -> Screen[None]:
        from tui.screens.concordance_screen import ConcordanceScreen

        return ConcordanceScreen(self._session)

    def history(self) -> Screen[str | None]:
        from tui.screens.history import HistoryScreen

        return HistoryScreen(self._session)

    def sets(self) -> Screen[tuple[ArticleId, ...] | None]:
        from tui.screens.sets import SetsScreen

        return SetsScreen(self._session)

    def notebook(self) -> Screen[None]:
        from tui.screens.notebook_screen import NotebookScreen

        return NotebookScreen(self._session)

    def export(
        self, subject: Subject, title: str, gather: Callable[[Gathering], Material]
    ) -> Screen[None]:
        from tui.screens.exporting import ExportScreen

        return ExportScreen(self._session, subject, title, gather)

    def decide(self, commands: Sequence[Command]) -> Screen[Command | None]:
        from tui.screens.decide.menu import DecideScreen

        return DecideScreen(self._session, commands)

    def entry_note(self, entry: Noted) -> Screen[tuple[str, tuple[str, ...]] | None]:
        from tui.screens.entrynote import EntryNoteScreen

        return EntryNoteScreen(self._session, entry)

    def looking(self) -> Screen[None]:
        from tui.screens.looking import LookingScreen

        return LookingScreen(self._session)

    def timeline(self) -> Screen[None]:
        from tui.screens.timeline_screen import TimelineScreen

        return TimelineScreen(self._session)

    def jump(self, screen: Screen[None]) -> Screen[Target | None]:
        from tui.screens.jumping import JumpScreen, targets

        return JumpScreen(targets(screen))

    def contrast(self) -> Screen[None]:
        from tui.screens.contrast_screen import ContrastScreen

        return ContrastScreen(self._session)

    def unread(self) -> Screen[None]:
        from tui.screens.unread import UnreadScreen

        return UnreadScreen(self._session)

    def note(self, article: ArticleId, *, title: str) -> Screen[None]:
        from tui.screens.decide.noting import NoteScreen

        return NoteScreen(self._session, article, title=title)

    def merge(self, entity: Entity) -> Screen[None]:
        from tui.screens.decide.merging import MergeScreen

        return MergeScreen(self._session, entity)

    def split(self, entity: Entity) -> Screen[None]:
        from tui.screens.decide.splitting import SplitScreen

        return SplitScreen(self._session, entity)

    def rename(self, entity: Entity) -> Screen[None]:
        from tui.screens.decide.renaming import RenameScreen

        return RenameScreen(self._session, entity)

    def nature(self, entity: Entity) -> Screen[None]:
        from tui.screens.decide.renaming import NatureScreen

        return NatureScreen(self._session, entity)
