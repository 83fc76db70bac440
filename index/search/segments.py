"""Writing one segment: articles in; our lists and arrays out, and the same for Whoosh where that is wanted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

import numpy as np

from index.french.stems import FrenchStemmer
from index.model.article import Article, EntityId
from index.query.engine import Written, Zone, ZoneWords
from index.search.arrays import Array, write_arrays
from index.search.columns import ColumnsBuilder, facet_values
from index.search.contents import ARRAYS, POSTINGS, WHOOSH_FOLDER, Segment
from index.search.inversion import Inversion
from index.search.postings import HEAD, width_of
from index.search.quotes import QuotesBuilder, quote_places
from index.search.schema import ZONES
from index.search.segment_words import lexicon_arrays
from index.search.slabs import Slab
from index.search.whoosh_index import WhooshSegment

_KEYS_IN_MEMORY = 40_000_000
"""320 MB of keys: about 110,000 press articles. Then a segment is better closed."""


class SegmentBuilder:
    """Takes articles one by one; `finish` writes them as one segment into the directory.

    The directory must hold an index (`index_folder.create`). Several builders, also in several
    processes, may write into one directory at a time.
    """

    def __init__(self, directory: Path, *, names: Callable[[EntityId], str]) -> None:
        self._directory = directory
        self._names = names
        self._inversion = Inversion(directory)
        self._columns = ColumnsBuilder()
        self._quotes = QuotesBuilder()
        self._id = uuid4().hex[:16]
        wanted = (directory / WHOOSH_FOLDER).is_dir()
        self._whoosh = WhooshSegment(directory / WHOOSH_FOLDER, self._id) if wanted else None

    def __len__(self) -> int:
        return len(self._columns)

    @property
    def full(self) -> bool:
        return self._inversion.full or self._inversion.keys >= _KEYS_IN_MEMORY

    def add(self, article: Article, parts: Sequence[ZoneWords]) -> None:
        """All of the article, or, when it raises, nothing of it; `parts` are its `article_words`."""
        values = list(facet_values(article))
        quotes = quote_places(article, parts)
        analysed = self._inversion.analyse([(part.zone, part.surfaces) for part in parts])
        self._quotes.add(len(self), quotes)
        self._columns.add(article, values)
        self._inversion.add(analysed)
        if self._whoosh is not None:
            self._whoosh.add(article)

    def finish(self) -> Written:
        inversion = self._inversion
        words = inversion.sorted_words()
        lengths = np.array(inversion.lengths, dtype="u4").reshape(-1, len(ZONES))
        with (self._directory / f"{self._id}{POSTINGS}").open("wb") as file:
            offsets = _write_postings(file, inversion, len(words))
        told = {}
        if self._whoosh is not None:
            told = self._whoosh.finish(self._directory, inversion, words, lengths)
        arrays: dict[str, Array] = lexicon_arrays(words, FrenchStemmer())
        arrays |= self._columns.arrays(self._names)
        arrays |= self._quotes.arrays()
        arrays |= inversion.prints.arrays()
        for place, zone in enumerate(ZONES):
            arrays[f"{zone}.lengths"] = lengths[:, place].copy()
            largest = int(offsets[zone].max(initial=0))
            arrays[f"{zone}.offsets"] = offsets[zone].astype("i4" if largest < 1 << 31 else "i8")
        write_arrays(self._directory / f"{self._id}{ARRAYS}", arrays)
        return Written(Segment(self._id, len(self), whoosh_words=told), len(self))


def _write_postings(file: BinaryIO, inversion: Inversion, words: int) -> dict[Zone, Array]:
    """All lists; gives where the list of each word begins, -1 where it has none."""
    offsets = {zone: np.full(words, -1, dtype="i8") for zone in ZONES}
    for slab in inversion.slabs():
        offsets[ZONES[slab.zone]][slab.words] = _write_slab(file, slab)
    return offsets


def _write_slab(file: BinaryIO, slab: Slab) -> list[int]:
    """Encodes as `postings.encode_postings` does, but all lists of the slab together."""
    firsts = slab.word_starts[:-1]
    frequencies = np.diff(slab.place_starts)
    gaps = np.diff(slab.articles, prepend=0)
    gaps[firsts] = 0
    place_firsts = slab.place_starts[firsts]
    rows = zip(
        firsts.tolist(),
        slab.word_starts[1:].tolist(),
        place_firsts.tolist(),
        np.append(place_firsts[1:], slab.place_starts[-1]).tolist(),
        np.maximum.reduceat(gaps, firsts).tolist(),
        np.maximum.reduceat(frequencies, firsts).tolist(),
        np.maximum.reduceat(slab.positions, place_firsts).tolist(),
        slab.articles[firsts].tolist(),
        strict=True,
    )
    gap_bytes = _bytes_by_width(gaps)
    frequency_bytes = _bytes_by_width(frequencies)
    position_bytes = _bytes_by_width(slab.positions)
    offset = file.tell()
    offsets: list[int] = []
    blobs: list[bytes | memoryview] = []
    for start, end, place, place_end, gap, most, last_place, first in rows:
        gap_width = width_of(gap)
        frequency_width = 0 if most == 1 else width_of(most)
        position_width = max(2, width_of(last_place))
        blobs.append(
            HEAD.pack(
                gap_width, frequency_width, position_width, end - start, place_end - place,
                first,
            )
        )  # fmt: skip
        blobs.append(gap_bytes[gap_width][start * gap_width : end * gap_width])
        if frequency_width:
            blobs.append(
                frequency_bytes[frequency_width][start * frequency_width : end * frequency_width]
            )
        blobs.append(
            position_bytes[position_width][place * position_width : place_end * position_width]
        )
        offsets.append(offset)
        offset += HEAD.size + (end - start) * (gap_width + frequency_width)
        offset += (place_end - place) * position_width
    file.write(b"".join(blobs))
    return offsets


def _bytes_by_width(numbers: Array) -> dict[int, memoryview]:
    return {width: memoryview(numbers.astype(f"<u{width}").tobytes()) for width in (1, 2, 4)}
