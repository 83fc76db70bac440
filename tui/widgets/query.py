"""The query line; it says how the query was understood, or at which column it was not."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.widget import Widget

from index.interface.copies_in_words import origins_told
from index.interface.texts import Texts
from index.model.found import Page
from index.query.parser import MAXIMUM_LENGTH
from index.query.printing import in_language
from tui.keytable import bound
from tui.rendering import joined, truncated
from tui.widgets.completing import QueryCompletion
from tui.widgets.line import Line

FIELDS = {
    "fr": ("source", "personne", "organisation", "lieu", "date", "titre", "auteur", "rubrique",
           "groupe", "materiel", "evenement", "fichier", "langue", "texte", "chapo", "maniere"),
    "en": ("source", "person", "organisation", "place", "date", "title", "author", "section",
           "group", "equipment", "event", "file", "language", "text", "lead", "manner"),
}  # fmt: skip
"""Fields that are written out when their first letters are typed."""


class Query(Line):
    BINDINGS = [
        bound("query.leave", "leave", "Results",
                tooltip="Go to the results; they follow the typing by themselves"),
        bound("query.recall", "recall", "Earlier query", show=False,
                tooltip="Take up the query asked before this one"),
        bound("query.next-tab", "next_tab", "Next tab",
                tooltip="At the end of the line to the next tab, within it to the next word"),
        bound("query.previous-tab", "previous_tab", "Tab before", show=False,
                tooltip="At the beginning of the line to the tab before, within it to the word before"),
        # Editors' terminals and tmux take ctrl+k and ctrl+u is enough to start over.
        bound("query.empty", "delete_left_all", "Empty", show=False,
                tooltip="Empty the line where one asks"),
    ]  # fmt: skip

    class Left(Message):
        """The reader goes to the results."""

    class Recalled(Message):
        """The reader asks for the query before this one."""

    class Cut(Message):
        """The pasted text is longer than a query may be."""

    @dataclass
    class Asked(Message):
        """The text of the line changed."""

        query: str

    def __init__(self, t: Texts, *, id: str | None = None) -> None:
        super().__init__(
            id=id,
            placeholder=t("words, “a phrase”, AND OR NOT, person:… source:… date:2022"),
            select_on_focus=False,
            suggester=(completion := QueryCompletion(FIELDS[t.language])),
        )
        self._completion = completion
        self._t = t
        self.leads_to: Widget | None = None
        """What Enter leads to."""

    def on_mount(self) -> None:
        self.border_title = joined(f" {self._t('search')} ")

    async def did(self, key: str) -> bool:
        """Of the screen's keys too: Escape empties the line."""
        if key == "escape":
            self.screen.clear_selection()
        return await self.app._check_bindings(key)

    def watch_value(self, value: str) -> None:
        if self.is_mounted:
            self.post_message(self.Asked(value))

    def put(self, query: str) -> None:
        """Puts another query into the line, the cursor behind it."""
        self.value = query
        self.cursor_position = len(query)

    def tell(self, page: Page) -> None:
        """Shows how the question was understood, and what it found."""
        self.remove_class("-wrong")
        t = self._t
        facts = [t.count("{n} article", "{n} articles", page.total)]
        if page.origins < page.total:
            facts.append(origins_told(page.origins, t))
        facts.append(f"{page.took_ms:.0f} ms" if page.took_ms >= 1 else "< 1 ms")
        right = f" {' · '.join(facts)} "
        room = max(0, self.size.width - len(right) - 8)
        words = (
            t("understood: {query}", query=in_language(page.understood, t.language))
            if page.understood.strip()
            else t("everything, newest first")
        )
        self.border_subtitle = joined(
            truncated(joined((f" {words} ", "mark--muted")), room),
            ("── ", "mark--rule"),
            (right, "mark--good" if page.total else "mark--error"),
        )

    def offer(self, page: Page) -> None:
        """Names of the whole corpus, as far as a page of everything tells them."""
        if not page.request.query.strip() and not page.request.filters:
            self._completion.offer(page.facets)

    def complain(self, sentence: str, column: int, *, short: str) -> bool:
        """Shows why the question cannot be understood, and where; `short` if the sentence has no room.

        Returns whether the sentence is there whole.
        """
        self.add_class("-wrong")
        where = self._t("column {column}", column=column)
        room = max(0, self.size.width - 6)
        told = joined((f" ✗ {where}\u00a0: {sentence} ", "mark--error"))
        whole = told.cell_length <= room
        if not whole:
            told = joined((f" ✗ {where}\u00a0: {short} ", "mark--error"))
        self.border_subtitle = truncated(told, room)
        return whole

    def _on_paste(self, event: events.Paste) -> None:
        """Takes a pasted passage whole, its lines as one, up to the length of a query."""
        event.prevent_default()
        event.stop()
        passage = " ".join(event.text.split())
        room = max(0, MAXIMUM_LENGTH - len(self.value) + len(self.selected_text))
        if len(passage) > room:
            passage = passage[:room]
            self.post_message(self.Cut())
        self.replace(passage, *self.selection)

    def action_leave(self) -> None:
        if self.leads_to is not None:
            # At once, not by a message: the next key may be under way already.
            self.screen.set_focus(self.leads_to)
        self.post_message(self.Left())

    async def action_next_tab(self) -> None:
        if self.cursor_position < len(self.value):
            self.action_cursor_right_word()
        else:
            await self.run_action("screen.next_tab(1)")

    async def action_previous_tab(self) -> None:
        if self.cursor_position:
            self.action_cursor_left_word()
        else:
            await self.run_action("screen.next_tab(-1)")

    def action_recall(self) -> None:
        self.post_message(self.Recalled())
