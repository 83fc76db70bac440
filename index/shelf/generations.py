"""Generations of an index: built aside, checked, then put in use by one atomic switch."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import shutil
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from index.errors import CorpusError, IndexBusyError, IndexMissingError
from index.shelf.holding import Hold, is_held
from index.shelf.soundness import FileSum, damaged_file, sealed, sums_of, unsealed
from index.shelf.trust import CLOSED, require_trust

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from filelock import BaseFileLock

    from index.settings.places import Places
    from index.shelf.articles import FileState

_KEPT = 2
"""Generations that stay on disk: the one in use and the one before, which a reader may still have
open."""


STORE_VERSION = 5
_STAMP = "%Y-%m-%dT%H-%M-%SZ"
_NAME = re.compile(r"\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ(?:-\d{3,})?")
"""The form of a generation's name: never a path."""
_MANIFEST = "manifest.json"
_TIMES = "times.msgpack"
EVENTS = "events.3.msgpack"
_EVENTS_STEM = "events."
"""The file of the grouping by event, written when somebody asked; no part of a build."""
TALLIES = "tallies.2.msgpack"
_TALLIES_STEM = "tallies."
"""How often the accounts of each event contradict each other, counted when somebody asks."""
COMPARED_STEM = "compared."
"""Comparisons of many articles, written when somebody asked for one."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """The program, settings and lists that a generation was made with; where they differ from those of
    now, it is rebuilt.
    """

    recoupe: str
    """Version of the program."""
    schema: int
    """The version of the full-text index."""
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
    files: dict[str, FileSum] = field(default_factory=dict)
    """All other files of the generation, by their path in it."""


class _Told(msgspec.Struct):
    """A manifest as it is written, with its own checksum."""

    sha256: str
    manifest: msgspec.Raw


@dataclass(frozen=True, slots=True)
class Generation:
    """A finished index, which does not change under its readers."""

    folder: Path
    manifest: Manifest

    @property
    def name(self) -> str:
        return self.folder.name

    @property
    def built(self) -> datetime:
        """The time at which its build began, read from its name."""
        return datetime.strptime(self.name[:20], _STAMP).replace(tzinfo=UTC)

    def damaged_file(self, *, thorough: bool = False) -> str | None:
        """The path of a file that was changed since it was written; None if none was."""
        return damaged_file(
            self.folder, self.manifest.files, leave_out=_is_apart, thorough=thorough
        )

    def hold(self) -> Hold:
        """Keeps the generation from being removed. Raises FileNotFoundError when it is gone."""
        return Hold(self.folder / _MANIFEST)


class Shelf:
    """The folder of one corpus's index: `current`, the generations, the lock."""

    def __init__(self, folder: Path, *, trusted: Collection[str | int] = ()) -> None:
        """`trusted` are users other than the reader and root whose indexes are opened."""
        self.folder = folder
        self._trusted = trusted
        self._current = folder / "current"
        self._builder = folder / "builder"
        self._damaged = folder / "damaged"
        self._lock: BaseFileLock | None = None

    @classmethod
    def of(cls, places: Places) -> Shelf:
        return cls(places.index, trusted=places.user.trust)

    def current_name(self) -> str | None:
        """The name of the generation in use; None when there is none yet."""
        try:
            name = self._current.read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError):
            return None
        return name if _NAME.fullmatch(name) else None

    def current(self) -> Generation | None:
        """The generation in use; None when there is none yet or what it is cannot be read.

        Raises IndexUntrustedError when somebody else could have written it.
        """
        require_trust(self.folder, trusted=self._trusted)
        name = self.current_name()
        if name is None:
            return None
        try:
            content = (self.folder / name / _MANIFEST).read_bytes()
            told = msgspec.json.decode(content, type=_Told)
            if hashlib.sha256(bytes(told.manifest)).hexdigest() != told.sha256:
                return None
            return Generation(self.folder / name, msgspec.json.decode(told.manifest, type=Manifest))
        except (OSError, msgspec.DecodeError):
            return None

    def note_damage(self, generation: Generation) -> None:
        """Notes that a read found damage, so that the next update builds anew."""
        with contextlib.suppress(OSError):
            self._damaged.write_text(generation.name, encoding="utf-8")

    def is_damaged(self, generation: Generation) -> bool:
        """Whether a quick check, or an earlier read, found a file that was changed since it was written."""
        try:
            noted = self._damaged.read_bytes().decode("utf-8", "replace")
        except OSError:
            noted = ""
        return noted == generation.name or generation.damaged_file() is not None

    def with_times(self, states: dict[str, FileState]) -> dict[str, FileState]:
        """The states, with the new times of files whose content did not change."""
        try:
            content = (self.folder / _TIMES).read_bytes()
            times = msgspec.msgpack.decode(unsealed(content), type=dict[str, tuple[str, int]])
        except (OSError, ValueError, msgspec.DecodeError):
            return states
        return states | {
            path: states[path]._replace(mtime_ns=mtime_ns)
            for path, (digest, mtime_ns) in times.items()
            if path in states and states[path].sha256 == digest
        }

    def save_times(self, states: Iterable[FileState]) -> None:
        """Stores the present times of these files, so that their content is not read again."""
        times = {state.path: (state.sha256, state.mtime_ns) for state in states}
        new = self.folder / f"{_TIMES}.new"
        with contextlib.suppress(OSError):
            new.write_bytes(sealed(msgspec.msgpack.encode(times)))
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
    def locked(self) -> Iterator[None]:
        """Keeps other processes from changing the index; the same process may enter it again.

        Raises IndexBusyError when another process does, CorpusError when the folder cannot be
        written.
        """
        from filelock import FileLock, Timeout

        try:
            self.folder.parent.mkdir(mode=CLOSED, parents=True, exist_ok=True)
            self.folder.mkdir(mode=CLOSED, exist_ok=True)
            require_trust(self.folder, trusted=self._trusted)
            self._lock = self._lock or FileLock(self.folder / "lock")
            self._lock.acquire(timeout=0)
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
            yield
        finally:
            if self._lock.lock_counter == 1:
                self._builder.unlink(missing_ok=True)
            self._lock.release()

    @contextlib.contextmanager
    def building(self, now: datetime) -> Iterator[Path]:
        """An empty folder to build in; nothing that happens there touches the index in use.

        Raises what `locked` does. The folder is removed unless `publish` moved it.
        """
        with self.locked():
            self._remove_leftovers()
            aside = self.folder / f"{_stamp(self.folder, now)}.building"
            aside.mkdir(mode=CLOSED)
            try:
                yield aside
            finally:
                shutil.rmtree(aside, ignore_errors=True)

    def publish(self, aside: Path, manifest: Manifest) -> Generation:
        """Puts a finished folder in use. A crash at any point leaves the old or the new one."""
        before = self.current()
        known = before.manifest.files if before else {}
        manifest = replace(manifest, files=sums_of(aside, known=known, leave_out=_is_apart))
        told = msgspec.json.encode(manifest)
        sum_ = hashlib.sha256(told).hexdigest()
        (aside / _MANIFEST).write_bytes(msgspec.json.encode(_Told(sum_, msgspec.Raw(told))))
        for path in sorted(aside.rglob("*")):
            # A file that an earlier generation holds, too, is on the disk since that was published.
            if path.is_file() and path.stat().st_nlink == 1:
                _sync(path)
        finished = self.folder / aside.name.removesuffix(".building")
        aside.rename(finished)
        pointer = self.folder / "current.new"
        pointer.write_text(finished.name, encoding="utf-8")
        _sync(pointer)
        pointer.replace(self._current)
        _sync(self.folder)
        self._damaged.unlink(missing_ok=True)
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
            if not is_held(path / _MANIFEST):
                shutil.rmtree(path, ignore_errors=True)


def _is_apart(name: str) -> bool:
    """Whether the manifest of a generation does not list this file."""
    return name == _MANIFEST or name.startswith((_EVENTS_STEM, _TALLIES_STEM, COMPARED_STEM))


def _stamp(folder: Path, now: datetime) -> str:
    """A name after the time, later in order than that of every generation that is there.

    Those of an earlier moment of the same second may have been removed already, so a free name is
    not enough.
    """
    stamp = now.strftime(_STAMP)
    last = max((path.name.removesuffix(".building") for path in folder.glob("[0-9]*")), default="")
    stamp = max(stamp, last[: len(stamp)])  # a clock that was set back changes no order
    name = stamp
    number = 1
    while name <= last or (folder / name).exists():
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
