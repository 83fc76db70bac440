"""The reader's notebook: the decisions about a corpus, shared by every open screen and command.

Decisions lie beside the corpus, or in the reader's own folder if that cannot be written to. Both
places are always read; a new decision goes to one of them.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from index.errors import CorpusError, RecoupeError
from index.notebook.decisions import Decision, section_of
from index.notebook.file import DecisionFile
from index.notebook.written import (
    decisions_in,
    from_entry,
    read,
    to_entry,
    with_decision,
    without_decision,
)
from index.settings.places import corpus_key, sample_corpus
from index.settings.settings_files import DECISIONS_NAME

if TYPE_CHECKING:
    from index.settings.places import Places


class Notebook:
    """The decisions about one corpus. Reading never fails; an error stands in `problem`."""

    def __init__(
        self,
        path: Path,
        *,
        state: Path,
        other: Path | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """Decisions are written to `path`; those of `other` are read too."""
        self.path = path
        self.problem: RecoupeError | None = None
        """The reason why a file cannot be understood; its last readable decisions stay valid
        meanwhile.
        """
        self.decisions: tuple[Decision, ...] = ()
        """The decisions in the order in which they were made."""
        self._files = [DecisionFile(place) for place in (path, other) if place is not None]
        self._read: dict[Path, tuple[Decision, ...]] = {}
        self._state = state
        self._clock = clock
        self._seen: list[tuple[int, int, int] | None] | None = None
        for file in self._files:
            file.tidy()
        self.refresh()

    @classmethod
    def of(cls, places: Places) -> Notebook:
        """A notebook that writes beside the corpus, or in the reader's own folder if that cannot be
        written to.
        """
        state = places.state / "decisions" / corpus_key(places.corpus)
        own = state / DECISIONS_NAME
        if places.corpus == sample_corpus():
            return cls(own, state=state)
        beside = places.home / DECISIONS_NAME
        if os.access(places.home, os.W_OK):
            return cls(beside, state=state, other=own)
        return cls(own, state=state, other=beside)

    @property
    def apart(self) -> tuple[Path, int] | None:
        """The reader's own file and the number of its decisions, if they could lie beside the
        corpus.
        """
        if len(self._files) < 2 or self._files[1].path.parent != self._state:
            return None
        own = self._files[1].path
        number = len(self._read.get(own, ()))
        return (own, number) if number else None

    def refresh(self) -> bool:
        """Reads the files again if they have changed; gives whether the decisions have changed."""
        seen = [file.status() for file in self._files]
        if seen == self._seen:
            return False
        self._seen = seen
        before = self.decisions
        self.problem = None
        for file in self._files:
            try:
                self._read[file.path] = decisions_in(read(file.text(), name=str(file.path)))
            except RecoupeError as error:
                self.problem = self.problem or error
        self.decisions = self._together()
        return self.decisions != before

    def decide(self, decision: Decision) -> Decision:
        """Writes a decision down; gives it with its time.

        This and the methods below raise SettingsError when a file cannot be understood, CorpusError
        when it cannot be written; nothing has changed then.
        """
        made = decision

        def add(text: str) -> str:
            nonlocal made
            made = replace(decision, when=self._now(text))
            return with_decision(text, made, name=str(self.path))

        self._files[0].change(add)
        self._remember([])
        self.refresh()
        return made

    def withdraw(self, decision: Decision) -> None:
        """Takes one decision back, whenever it was made; `redo` can restore it."""
        self._take_out(decision)
        self._remember([*self._undone(), decision])
        self.refresh()

    def undo(self) -> Decision | None:
        """Takes the latest decision back and gives it; None when there is none."""
        self._require_readable()
        if not self.decisions:
            return None
        last = self.decisions[-1]
        self.withdraw(last)
        return last

    def redo(self) -> Decision | None:
        """Restores the decision that was taken back last, with its time; None if there is none."""
        undone = self._undone()
        if not undone:
            return None
        name = str(self.path)
        self._files[0].change(lambda text: with_decision(text, undone[-1], name=name))
        self._remember(undone[:-1])
        self.refresh()
        return undone[-1]

    def gather(self) -> tuple[Decision, ...]:
        """Moves the decisions of the reader's own folder beside the corpus; gives them.

        Raises CorpusError when there are some and the corpus cannot be written to.
        """
        self._require_readable()
        if len(self._files) == 2 and self.path.parent == self._state and self._read.get(self.path):
            raise CorpusError(
                "The corpus cannot be written to; what was decided stays in {path}.",
                path=self.path,
            )
        if self.apart is None:
            return ()
        target, own = self._files
        moved = self._read[own.path]

        def add(text: str) -> str:
            there = set(decisions_in(read(text, name=str(target.path))))
            for decision in moved:
                if decision not in there:
                    text = with_decision(text, decision, name=str(target.path))
            return text

        def take(text: str) -> str:
            for decision in moved:
                text = without_decision(text, decision, name=str(own.path))
            return text

        # In this order, a crash in between leaves them in both places, where they count once.
        target.change(add)
        own.change(take)
        self.refresh()
        return moved

    def _together(self) -> tuple[Decision, ...]:
        parts = [self._read.get(file.path, ()) for file in self._files]
        if len(parts) == 1 or not parts[1]:
            return parts[0]
        others = set(parts[0])
        both = [*parts[0], *(decision for decision in parts[1] if decision not in others)]
        return tuple(sorted(both, key=lambda decision: decision.when))

    def _take_out(self, decision: Decision) -> None:
        """Removes a decision from every file that holds it."""
        self._require_readable()
        for file in self._files:
            if decision in self._read.get(file.path, ()):
                name = str(file.path)
                file.change(partial(without_decision, decision=decision, name=name))

    def _require_readable(self) -> None:
        self.refresh()
        if self.problem is not None:
            raise self.problem

    def _now(self, text: str) -> str:
        """A time after every decision of the text, so that the times give their order."""
        now = self._clock().astimezone(UTC)
        made = [*self.decisions[-1:], *decisions_in(read(text, name=str(self.path)))[-1:]]
        stamp = _stamp(now)
        latest = max((decision.when for decision in made), default="")
        if latest >= stamp:
            with contextlib.suppress(ValueError):
                stamp = _stamp(datetime.fromisoformat(latest) + timedelta(milliseconds=1))
        return stamp

    def _undone(self) -> list[Decision]:
        try:
            content = (self._state / "undone.json").read_bytes()
            pairs = msgspec.json.decode(content, type=list[tuple[str, dict[str, Any]]])
            return [from_entry(section, entry) for section, entry in pairs]
        except (OSError, msgspec.DecodeError, KeyError):
            return []

    def _remember(self, undone: list[Decision]) -> None:
        path = self._state / "undone.json"
        # Without a folder of the reader's own nothing can be redone; all else works.
        with contextlib.suppress(OSError):
            if undone:
                self._state.mkdir(parents=True, exist_ok=True)
            if undone or path.exists():
                pairs = [(section_of(decision), to_entry(decision)) for decision in undone]
                path.write_bytes(msgspec.json.encode(pairs))


def _stamp(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
