"""The line where one asks; it says what was understood, or at which column it was not."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.widgets import Input

from index.interface.copies_in_words import origins_told
from index.interface.texts import Texts
from index.model.found import Page
from index.query.parser import MAXIMUM_LENGTH
from index.query.printing import in_language
from tui.keytable import bound
from tui.rendering import joined, truncated


class Query(Input):
    BINDINGS = [
        bound("query.leave", "leave", "Results",
                tooltip="Go to the results; they follow the typing by themselves"),
        bound("query.recall", "recall", "Earlier query", show=False,
                tooltip="Take up the query asked before this one"),
        # Editors' terminals and tmux take ctrl+k and ctrl+u is enough to start over.
        bound("query.empty", "delete_left_all", "Empty", show=False),
    ]  # fmt: skip

    class Left(Message):
        """The reader goes on to the results."""

    class Recalled(Message):
        """The reader asks for the query before this one."""

    class Cut(Message):
        """What was pasted is longer than a query that is read."""

    @dataclass
    class Asked(Message):
        """Something else stands in the line."""

        query: str

    def __init__(self, t: Texts, *, id: str | None = None) -> None:
        super().__init__(
            id=id,
            placeholder=t("words, “a phrase”, AND OR NOT, person:… source:… date:2022"),
            select_on_focus=False,
        )
        self._t = t

    def on_mount(self) -> None:
        self.border_title = joined(f" {self._t('search')} ")

    def watch_value(self, value: str) -> None:
        if self.is_mounted:
            self.post_message(self.Asked(value))

    def put(self, query: str) -> None:
        """Another query in the line, the cursor behind it."""
        self.value = query
        self.cursor_position = len(query)

    def tell(self, page: Page) -> None:
        """What the question was understood as, and what it found."""
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

    def complain(self, sentence: str, column: int) -> None:
        """Why the question cannot be understood, and where."""
        self.add_class("-wrong")
        where = self._t("column {column}", column=column)
        told = joined((f" ✗ {where} : {sentence} ", "mark--error"))
        self.border_subtitle = truncated(told, max(0, self.size.width - 6))

    def _on_paste(self, event: events.Paste) -> None:
        """A copied passage is taken whole, its lines as one, as far as a query is read."""
        event.prevent_default()
        event.stop()
        passage = " ".join(event.text.split())
        room = max(0, MAXIMUM_LENGTH - len(self.value) + len(self.selected_text))
        if len(passage) > room:
            passage = passage[:room]
            self.post_message(self.Cut())
        self.replace(passage, *self.selection)

    def action_leave(self) -> None:
        self.post_message(self.Left())

    def action_recall(self) -> None:
        self.post_message(self.Recalled())
