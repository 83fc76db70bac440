"""Follows a corpus while people add files to it, and reports changes that a build would read."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Protocol

from index.corpus.folder import Ignored, is_ignored

if TYPE_CHECKING:
    from collections.abc import Iterator

    from watchfiles import Change

    from index.settings.places import Places

_DEBOUNCE = 1600
"""The most milliseconds for which changes are gathered."""
_STEP = 200
"""The milliseconds without a change after which a batch is reported."""


class Stop(Protocol):
    """A request to end, which is checked now and then; a `threading.Event` is one."""

    def is_set(self) -> bool: ...


def watch(places: Places, stop: Stop) -> Iterator[None]:
    """Yields once for each batch of changes to files of the corpus, its settings or its names.

    It ends soon after `stop` is set. Files that the corpus ignores, and hidden files, are not
    reported. A file that is still being written may be reported again when it is complete.
    """
    # Imported here: only following a corpus needs it.
    from watchfiles import watch as watch_files

    for _ in watch_files(
        places.corpus,
        watch_filter=_Filter(places),
        debounce=_DEBOUNCE,
        step=_STEP,
        stop_event=stop,
        raise_interrupt=False,
    ):
        yield


class _Filter:
    """Separates the changes that a build would see from all others."""

    def __init__(self, places: Places) -> None:
        self._home = places.corpus if places.corpus.is_dir() else places.corpus.parent
        self._single = None if places.corpus.is_dir() else places.corpus
        self._resolved = self._home.resolve()
        self._ignored = Ignored(places.settings.ignore)

    def __call__(self, change: Change, path: str) -> bool:
        """Whether a changed path matters to a build."""
        del change
        if self._single is not None:
            return Path(path).name == self._single.name
        relative = self._relative(Path(path))
        if relative is None or any(part.startswith(".") for part in relative.parts):
            return False
        return _is_settings(relative) or not is_ignored(str(relative), self._ignored)

    def _relative(self, path: Path) -> PurePosixPath | None:
        for home in (self._home, self._resolved):
            if path.is_relative_to(home):
                return PurePosixPath(path.relative_to(home).as_posix())
        return None


def _is_settings(relative: PurePosixPath) -> bool:
    """Whether a file that is no article changes how articles are read, or which names are known."""
    if relative.suffix not in (".yaml", ".yml"):
        return False
    at_top = len(relative.parts) == 1 and relative.name.startswith("recoupe")
    return at_top or relative.parts[:-1] == ("entities",)
