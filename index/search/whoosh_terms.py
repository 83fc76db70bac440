"""The file of terms in Whoosh's own format: a hash table on disk whose keys are in order.

`whoosh.filedb.filetables.OrderedHashWriter` writes it term by term and slot by slot; here the terms of a
slab are written together and the table at once, with CRC-32 as the hash, which its reader knows too.
"""

from __future__ import annotations

import pickle
import struct
from collections.abc import Sequence
from itertools import chain
from typing import BinaryIO
from zlib import crc32

import numpy as np
import numpy.typing as npt

from index.search.arrays import starts_of

_HEAD = struct.Struct("!4sBii")
_CRC32 = 1
_BUCKETS = 256
_SLOT = np.dtype([("hash", ">u4"), ("place", ">i8")])
_BUCKET = np.dtype([("place", ">i8"), ("slots", ">i4")])
_FULLNESS = 0.8
"""The share of slots that are filled. Whoosh leaves half of them empty; these files are read once
for each word asked for.
"""

Numbers = npt.NDArray[np.int64]


class TermsFile:
    """Takes fields in the order of their names and terms in order; `close` ends it."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._file.write(_HEAD.pack(b"HSH3", _CRC32, 0, 0))
        self._end = _HEAD.size
        self._fields: dict[str, int] = {}
        self._hashes: list[npt.NDArray[np.uint32]] = []
        self._places: list[Numbers] = []

    def add(self, field: str, terms: Sequence[str], records: Sequence[bytes]) -> None:
        """Adds terms that sort after all earlier ones, each with its record."""
        number = self._fields.setdefault(field, len(self._fields))
        prefix = struct.pack("!H", number)
        keys = [prefix + term.encode() for term in terms]
        sizes = np.empty((len(keys), 2), dtype=">i4")
        sizes[:, 0] = [len(key) for key in keys]
        sizes[:, 1] = [len(record) for record in records]
        packed = sizes.tobytes()
        heads = (packed[at : at + 8] for at in range(0, len(packed), 8))
        self._file.write(b"".join(chain.from_iterable(zip(heads, keys, records, strict=True))))
        starts = starts_of(sizes.sum(axis=1) + 8) + self._end
        self._places.append(starts[:-1])
        self._end = int(starts[-1])
        self._hashes.append(np.fromiter(map(crc32, keys), dtype=np.uint32, count=len(keys)))

    def close(self) -> None:
        """Writes the table, its offset, and the offsets of all terms in order."""
        places = np.concatenate([np.zeros(0, dtype=np.int64), *self._places])
        hashes = np.concatenate([np.zeros(0, dtype=np.uint32), *self._hashes]).astype(np.int64)
        table, buckets = _table(hashes, places, self._end)
        self._file.write(table + buckets)
        kind, code = (">i4", "i") if self._end < 1 << 31 else (">i8", "q")
        told = {"fieldmap": self._fields, "indextype": code, "indexlen": len(places)}
        extras = pickle.dumps(told, 2) + places.astype(kind).tobytes()
        self._file.write(extras + struct.pack("!i", len(extras)))
        self._file.close()


def _table(hashes: Numbers, places: Numbers, at: int) -> tuple[bytes, bytes]:
    """The slots of all buckets, which lie from `at` on, and the directory of the buckets.

    Terms are placed in the order of the slot that they want. A term whose slot is taken gets the
    next free one, after the last slot the first of its bucket, as a reader probes.
    """
    bucket = hashes % _BUCKETS
    counts = np.bincount(bucket, minlength=_BUCKETS)
    slots = np.where(counts, np.ceil(counts / _FULLNESS).astype(np.int64) + 1, 0)
    firsts = starts_of(slots)
    wanted = (hashes // _BUCKETS) % np.maximum(slots[bucket], 1)
    order = np.lexsort((wanted, bucket))
    # Buckets are far enough apart that terms beyond the end of one do not reach the next.
    line = 2 * firsts[:-1][bucket[order]] + wanted[order]
    number = np.arange(len(line))
    taken = number + np.maximum.accumulate(line - number) if len(line) else line
    slot = taken - 2 * firsts[:-1][bucket[order]]
    table = np.zeros(int(firsts[-1]), dtype=_SLOT)
    fits = slot < slots[bucket[order]]
    inside = order[fits]
    table["hash"][firsts[:-1][bucket[inside]] + slot[fits]] = hashes[inside]
    table["place"][firsts[:-1][bucket[inside]] + slot[fits]] = places[inside]
    for term in order[~fits].tolist():
        first = int(firsts[bucket[term]])
        while table["place"][first]:
            first += 1
        table[first] = (hashes[term], places[term])
    buckets = np.empty(_BUCKETS, dtype=_BUCKET)
    buckets["place"] = at + firsts[:-1] * _SLOT.itemsize
    buckets["slots"] = slots
    return table.tobytes(), buckets.tobytes()
