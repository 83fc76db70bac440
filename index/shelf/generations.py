"""Generations of an index: built aside, checked, then put in use by one atomic switch."""

from __future__ import annotations

import contextlib
import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from index.errors import CorpusError, IndexBusyError, IndexMissingError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from index.shelf.articles import FileState

_KEPT = 2
"""Generations that stay on disk: the one in use and the one before, which a reader may still have
open."""


STORE_VERSION = 3
_TIMES = "times.msgpack"
EVENTS = "events.msgpack"
"""What was grouped by event once somebody asked; no part of a build."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a generation was made from and by; one that differs from what is wanted is rebuilt."""

    recoupe: str
    """Version of the program."""
    schema: int
    """Of the full-text index."""
    analysis: str
    """Fingerprint of the way that text becomes terms."""
    gazetteers: str
    """Digest of the names that were recognised by."""
    settings: str
    """Digest of the corpus's own settings."""
    corpus: str
    articles: int
    skipped: int
    segments: int = 1
    store: int = 1
    """Of the form in which articles and the states of files are kept."""
    model: str = ""
    """Name and version of the statistical model that helped to find names; empty without one."""
    read_without: int = 0
    """Articles that were added since where that model was not installed."""


@dataclass(frozen=True, slots=True)
class Generation:
    """A finished index, which does not change under its readers."""

    folder: Path
    manifest: Manifest

    @property
    def name(self) -> str:
        return self.folder.name


class Shelf:
    """The folder of one corpus's index: `current`, the generations, the lock."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._current = folder / "current"
        self._builder = folder / "builder"

    def current(self) -> Generation | None:
        """The generation in use; None when there is none yet or it is damaged."""
        try:
            name = self._current.read_text(encoding="utf-8").strip()
            content = (self.folder / name / "manifest.json").read_bytes()
            return Generation(self.folder / name, msgspec.json.decode(content, type=Manifest))
        except (OSError, UnicodeDecodeError, msgspec.DecodeError):
            return None

    def with_times(self, states: dict[str, FileState]) -> dict[str, FileState]:
        """The states with the later times of files that were touched without being changed."""
        try:
            content = (self.folder / _TIMES).read_bytes()
            times = msgspec.msgpack.decode(content, type=dict[str, tuple[str, int]])
        except (OSError, msgspec.DecodeError):
            return states
        return states | {
            path: states[path]._replace(mtime_ns=mtime_ns)
            for path, (digest, mtime_ns) in times.items()
            if path in states and states[path].sha256 == digest
        }

    def save_times(self, states: Iterable[FileState]) -> None:
        """Notes the times that these files have now, so that their content is not asked again."""
        times = {state.path: (state.sha256, state.mtime_ns) for state in states}
        new = self.folder / f"{_TIMES}.new"
        with contextlib.suppress(OSError):
            new.write_bytes(msgspec.msgpack.encode(times))
            new.replace(self.folder / _TIMES)

    def require(self) -> Generation:
        """The generation in use. Raises IndexMissingError when there is none."""
        generation = self.current()
        if generation is None:
            raise IndexMissingError(
                "There is no index of this corpus yet.", advice="Build it with: recoupe rebuild"
            )
        return generation

    def builder(self) -> int | None:
        """The process that is building now, or None."""
        # Imported here and below: who only reads takes no lock.
        from filelock import FileLock, Timeout

        lock = FileLock(self.folder / "lock")
        if not self.folder.is_dir():
            return None
        try:
            with lock.acquire(timeout=0):
                return None
        except Timeout:
            return self._builder_id()

    @contextlib.contextmanager
    def building(self, now: datetime) -> Iterator[Path]:
        """An empty folder to build in; nothing that happens there touches the index in use.

        Raises IndexBusyError when another process builds, CorpusError when the folder cannot be
        written. The folder is removed unless `publish` moved it.
        """
        from filelock import FileLock, Timeout

        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            lock = FileLock(self.folder / "lock")
            lock.acquire(timeout=0)
        except Timeout as error:
            raise IndexBusyError(
                "Another process ({process}) is building the index of this corpus.",
                advice="Wait until it is done, then try again.",
                process=self._builder_id() or "?",
            ) from error
        except OSError as error:
            raise CorpusError(
                "The index cannot be written in {folder}: {cause}.",
                advice="Choose another folder with --index.",
                folder=self.folder,
                cause=error.strerror,
            ) from error
        try:
            self._builder.write_text(str(os.getpid()), encoding="utf-8")
            self._remove_leftovers()
            aside = self.folder / f"{_stamp(self.folder, now)}.building"
            aside.mkdir()
            try:
                yield aside
            finally:
                shutil.rmtree(aside, ignore_errors=True)
        finally:
            self._builder.unlink(missing_ok=True)
            lock.release()

    def publish(self, aside: Path, manifest: Manifest) -> Generation:
        """Puts a finished folder in use. A crash at any point leaves the old or the new one."""
        (aside / "manifest.json").write_bytes(msgspec.json.encode(manifest))
        for path in sorted(aside.rglob("*")):
            if path.is_file():
                _sync(path)
        finished = self.folder / aside.name.removesuffix(".building")
        aside.rename(finished)
        pointer = self.folder / "current.new"
        pointer.write_text(finished.name, encoding="utf-8")
        _sync(pointer)
        pointer.replace(self._current)
        _sync(self.folder)
        self._remove_old(finished)
        return Generation(finished, manifest)

    def _builder_id(self) -> int | None:
        try:
            return int(self._builder.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None

    def _generations(self) -> list[Path]:
        """Newest first: their names are times."""
        return sorted(
            (path for path in self.folder.iterdir() if path.is_dir() and path.name[:1].isdigit()),
            reverse=True,
        )

    def _remove_leftovers(self) -> None:
        for path in self._generations():
            if path.name.endswith(".building"):
                shutil.rmtree(path, ignore_errors=True)

    def _remove_old(self, current: Path) -> None:
        others = [path for path in self._generations() if path != current]
        for path in others[_KEPT - 1 :]:
            shutil.rmtree(path, ignore_errors=True)


def _stamp(folder: Path, now: datetime) -> str:
    """A name after the time, later in order than that of every generation that is there.

    Those of an earlier moment of the same second may have been removed already, so a free name is
    not enough.
    """
    stamp = now.strftime("%Y-%m-%dT%H-%M-%SZ")
    last = max((path.name.removesuffix(".building") for path in folder.glob("[0-9]*")), default="")
    name = stamp
    number = 1
    while (name <= last and number < 1000) or (folder / name).exists():
        number += 1
        name = f"{stamp}-{number:03}"
    return name


def _sync(path: Path) -> None:
    """Asks the system to put a file or the entries of a folder on the disk for good."""
    try:
        handle = os.open(path, os.O_RDONLY)
    except OSError:  # a folder cannot be opened on Windows, which needs no such call
        return
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
