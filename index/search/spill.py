"""Runs of numbers stored in a file without a name, as an external sort needs them."""

from __future__ import annotations

import tempfile
import weakref
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from pathlib import Path

Keys = npt.NDArray[np.uint64]


class Spill:
    """A file with all runs; memory holds only the run asked for.

    The file disappears when nothing refers to this object.
    """

    def __init__(self, folder: Path) -> None:
        self._file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 -- closed with this
        weakref.finalize(self, self._file.close)
        self._lengths: list[int] = []

    def __len__(self) -> int:
        return len(self._lengths)

    def append(self, keys: Keys) -> None:
        self._file.seek(sum(self._lengths) * keys.itemsize)
        self._file.write(keys.data)
        self._lengths.append(len(keys))

    def replace(self, run: int, keys: Keys) -> None:
        """Writes another run of the same length in the place of this one."""
        self._file.seek(self._start(run) * keys.itemsize)
        self._file.write(keys.data)

    def read(self, run: int, first: int = 0, after: int | None = None) -> Keys:
        """The keys `[first, after)` of a run; without `after`, all from `first` on."""
        after = self._lengths[run] if after is None else after
        keys: Keys = np.empty(after - first, dtype=np.uint64)
        self._file.seek((self._start(run) + first) * keys.itemsize)
        self._file.readinto(keys.data)
        return keys

    def _start(self, run: int) -> int:
        return sum(self._lengths[:run])
