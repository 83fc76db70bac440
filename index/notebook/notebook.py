"""The reader's notebook: one file of decisions, shared by every room and command that is open.

Whoever decides reads the file again under a lock and replaces it in one step, so that two processes
never lose each other's decisions, and a crash leaves the old file or the new one.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from index.errors import CorpusError, RecoupeError
from index.notebook.decisions import Decision, section_of
from index.notebook.written import (
    decisions_in,
    from_entry,
    read,
    to_entry,
    with_decision,
    without_decision,
)
from index.settings.files import DECISIONS_NAME
from index.settings.guarded import read_guarded, replace_guarded
from index.settings.places import corpus_key, sample_corpus

if TYPE_CHECKING:
    from index.settings.guarded import read_guarded, replace_guarded
from index.settings.places import Places

_MOST_BYTES = 200_000_000
_PATIENCE = 5.0
"""Seconds to wait for another process that is writing."""


class Notebook:
    """The decisions about one corpus. Reading never fails; what is wrong stands in `problem`."""

    def __init__(
        self,
        path: Path,
        *,
        state: Path,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.path = path
        self.problem: RecoupeError | None = None
        """Why the file cannot be understood; its last readable decisions stay in force meanwhile."""
        self.decisions: tuple[Decision, ...] = ()
        """In the order in which they were made."""
        self._state = state
        self._clock = clock
        self._seen: tuple[int, int, int] | None = None
        self.refresh()

    @classmethod
    def of(cls, places: Places) -> Notebook:
        """Beside the corpus, or in the user's folder where that is not to be written to."""
        state = places.state / "decisions" / corpus_key(places.corpus)
        folder = places.corpus if places.corpus.is_dir() else places.corpus.parent
        ours = places.corpus == sample_corpus() or not os.access(folder, os.W_OK)
        return cls((state if ours else folder) / DECISIONS_NAME, state=state)

    def refresh(self) -> bool:
        """Reads the file again when it has changed; whether the decisions are others now."""
        seen = self._status()
        if seen == self._seen:
            return False
        self._seen = seen
        before = self.decisions
        try:
            self.decisions = decisions_in(read(self._text(), name=str(self.path)))
            self.problem = None
        except RecoupeError as error:
            self.problem = error
        return self.decisions != before

    def decide(self, decision: Decision) -> Decision:
        """Writes a decision down; gives it with its time.

        Raises SettingsError when the file cannot be understood, CorpusError when it cannot be
        written; nothing has changed then.
        """
        with self._held() as text:
            made = replace(decision, when=self._now(text))
            self._write(with_decision(text, made, name=str(self.path)))
            self._remember([])
        self.refresh()
        return made

    def withdraw(self, decision: Decision) -> None:
        """Takes one decision back, whenever it was made; it can be had again by `redo`."""
        with self._held() as text:
            self._write(without_decision(text, decision, name=str(self.path)))
            self._remember([*self._undone(), decision])
        self.refresh()

    def undo(self) -> Decision | None:
        """Takes the latest decision back and gives it; None when there is none."""
        with self._held() as text:
            made = decisions_in(read(text, name=str(self.path)))
            if not made:
                return None
            self._write(without_decision(text, made[-1], name=str(self.path)))
            self._remember([*self._undone(), made[-1]])
        self.refresh()
        return made[-1]

    def redo(self) -> Decision | None:
        """Makes the decision that was taken back last, with its time; None when there is none."""
        with self._held() as text:
            undone = self._undone()
            if not undone:
                return None
            self._write(with_decision(text, undone[-1], name=str(self.path)))
            self._remember(undone[:-1])
        self.refresh()
        return undone[-1]

    def _now(self, text: str) -> str:
        """Later than every decision that is there, so that time tells their order."""
        now = self._clock().astimezone(UTC)
        made = decisions_in(read(text, name=str(self.path)))
        stamp = _stamp(now)
        if made and made[-1].when >= stamp:
            with contextlib.suppress(ValueError):
                last = datetime.fromisoformat(made[-1].when)
                stamp = _stamp(last + timedelta(milliseconds=1))
        return stamp

    @contextlib.contextmanager
    def _held(self) -> Iterator[str]:
        """The text of the file, while no other process can write it."""
        # Imported here: only who decides takes the lock.
        from filelock import FileLock, Timeout

        try:
            self._state.mkdir(parents=True, exist_ok=True)
            self.path.parent.mkdir(parents=True, exist_ok=True)
            lock = FileLock(self._state / "lock", timeout=_PATIENCE)
            with lock:
                yield self._text()
        except Timeout as error:
            raise CorpusError(
                "Another process is writing {path}.", advice="Try again.", path=self.path
            ) from error
        except OSError as error:
            raise CorpusError(
                "{path} cannot be written: {cause}.", path=self.path, cause=error.strerror
            ) from error

    def _text(self) -> str:
        try:
            content = read_guarded(self.path, within=self.path.parent, most_bytes=_MOST_BYTES)
            return content.decode("utf-8-sig")
        except FileNotFoundError:
            return ""
        except (OSError, UnicodeDecodeError) as error:
            cause = getattr(error, "strerror", None) or "it is not UTF-8"
            raise CorpusError(
                "{path} cannot be read: {cause}.", path=self.path, cause=cause
            ) from error

    def _write(self, text: str) -> None:
        """Replaces the file in one step. What would not be understood again is never written."""
        read(text, name=str(self.path))
        replace_guarded(self.path, text.encode())

    def _status(self) -> tuple[int, int, int] | None:
        try:
            status = self.path.lstat()
        except OSError:
            return None
        return status.st_mtime_ns, status.st_size, status.st_ino

    def _undone(self) -> list[Decision]:
        try:
            content = (self._state / "undone.json").read_bytes()
            pairs = msgspec.json.decode(content, type=list[tuple[str, dict[str, Any]]])
            return [from_entry(section, entry) for section, entry in pairs]
        except (OSError, msgspec.DecodeError, KeyError):
            return []

    def _remember(self, undone: list[Decision]) -> None:
        path = self._state / "undone.json"
        if undone or path.exists():
            pairs = [(section_of(decision), to_entry(decision)) for decision in undone]
            path.write_bytes(msgspec.json.encode(pairs))


def _stamp(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
