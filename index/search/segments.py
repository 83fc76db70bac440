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
from index.search.postings import encode
from index.search.quotes import QuotesBuilder, quote_places
from index.search.schema import ZONES
from index.search.segment_words import lexicon_arrays
from index.search.whoosh_index import WhooshSegment

_KEYS_IN_MEMORY = 40_000_000
"""320 MB of keys: about 110,000 press articles. Then a segment is better closed."""
_SELDOM_READ = frozenset({"speakers", "quotes.zones"})
"""Arrays that only questions about speakers and quotations read, and then whole."""


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
        self._quotes.add(quotes)
        self._columns.add(article, values)
        self._inversion.add(analysed)
        if self._whoosh is not None:
            self._whoosh.add(article)

    def finish(self) -> Written:
        inversion = self._inversion
        words = inversion.sorted_words()
        lengths = np.array(inversion.lengths, dtype="u4").reshape(-1, len(ZONES))
        with (self._directory / f"{self._id}{POSTINGS}").open("wb") as file:
            sizes = _write_postings(file, inversion, len(words))
        told = {}
        if self._whoosh is not None:
            told = self._whoosh.finish(self._directory, inversion, words, lengths)
        arrays: dict[str, Array] = lexicon_arrays(words, FrenchStemmer())
        arrays |= self._columns.arrays(self._names)
        arrays |= self._quotes.arrays()
        arrays |= inversion.prints.arrays()
        for place, zone in enumerate(ZONES):
            arrays[f"{zone}.lengths"] = lengths[:, place].copy()
            arrays[f"{zone}.sizes"] = sizes[zone]
        write_arrays(self._directory / f"{self._id}{ARRAYS}", arrays, deflated=_SELDOM_READ)
        return Written(Segment(self._id, len(self), whoosh_words=told), len(self))


def _write_postings(file: BinaryIO, inversion: Inversion, words: int) -> dict[Zone, Array]:
    """All lists; gives how long the list of each word is, 0 where it has none."""
    sizes = {zone: np.zeros(words, dtype="u4") for zone in ZONES}
    for slab in inversion.slabs():
        content, of_lists = encode(slab)
        file.write(content)
        sizes[ZONES[slab.zone]][slab.words] = of_lists
    return sizes
