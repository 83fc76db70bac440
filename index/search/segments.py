"""Writing one segment: articles in, Whoosh's files and our arrays beside them out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from index.french.stems import FrenchStemmer
from index.model.article import Article, EntityId
from index.query.engine import Written, Zone, ZoneWords
from index.search.arrays import Array, write_arrays
from index.search.codec import HEAD, PackedCodec, set_statistics, width_of
from index.search.columns import ColumnsBuilder, facet_values
from index.search.contents import INDEX_NAME
from index.search.engine import OwnStorage, SegmentWriter, UnreadIndex, whoosh3
from index.search.inversion import Inversion, Slab
from index.search.lexicon import lexicon_arrays
from index.search.quotes import QuotesBuilder, quote_places
from index.search.schema import ZONES, make_schema

ARRAYS = ".arr"
"""The ending of the file of arrays beside a segment."""
_KEYS_IN_MEMORY = 40_000_000
"""320 MB of keys: about 110,000 press articles. Then a segment is better closed."""


class SegmentBuilder:
    """Takes articles one by one; `finish` writes them as one segment into the directory.

    The directory must hold an index (`building.create`). Several builders, also in several
    processes, may write into one directory at a time.
    """

    def __init__(self, directory: Path, *, names: Callable[[EntityId], str]) -> None:
        self._directory = directory
        self._names = names
        self._inversion = Inversion(directory)
        self._columns = ColumnsBuilder()
        self._quotes = QuotesBuilder()

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

    def finish(self) -> Written:
        inversion = self._inversion
        words = inversion.sorted_words()
        lengths = np.array(inversion.lengths, dtype="u4").reshape(-1, len(ZONES))
        storage = OwnStorage(str(self._directory))
        writer = SegmentWriter(
            UnreadIndex(storage, make_schema(), INDEX_NAME),
            _lk=False,
            codec=PackedCodec(),
            compound=False,
            limitmb=1,
        )
        _write_lengths(writer, lengths)
        offsets = _write_postings(writer, inversion, words, lengths)
        writer.docnum = len(self)
        writer.perdocwriter.close()
        writer.fieldwriter.close()
        writer.pool.cleanup()
        segment = writer.get_segment()
        arrays: dict[str, Array] = lexicon_arrays(words, FrenchStemmer())
        arrays |= self._columns.arrays(self._names)
        arrays |= self._quotes.arrays()
        for place, zone in enumerate(ZONES):
            arrays[f"{zone}.lengths"] = lengths[:, place].copy()
            arrays[f"{zone}.offsets"] = offsets[zone]
        write_arrays(self._directory / segment.make_filename(ARRAYS), arrays)
        return Written(segment, len(self))


def _write_lengths(writer: Any, lengths: Array) -> None:
    documents = writer.perdocwriter
    fields = [(zone.value, writer.schema[zone.value]) for zone in ZONES]
    for number, row in enumerate(lengths.tolist()):
        documents.start_doc(number)
        for (name, field), length in zip(fields, row, strict=True):
            documents.add_field(name, field, None, length)
        documents.finish_doc()


def _write_postings(
    writer: Any, inversion: Inversion, words: list[str], lengths: Array
) -> dict[Zone, Array]:
    """All lists and terms; gives where the list of each word begins, -1 where it has none."""
    fields = writer.fieldwriter
    offsets = {zone: np.full(len(words), -1, dtype="i8") for zone in ZONES}
    current: Zone | None = None
    for slab in inversion.slabs():
        if slab.zone is not current:
            if current is not None:
                fields.finish_field()
            current = slab.zone
            fields.start_field(current.value, writer.schema[current.value])
        zone_lengths = lengths[:, ZONES.index(slab.zone)]
        offsets[slab.zone][slab.words] = _write_slab(fields, slab, words, zone_lengths)
    if current is not None:
        fields.finish_field()
    return offsets


def _write_slab(fields: Any, slab: Slab, words: list[str], lengths: Array) -> list[int]:
    """Encodes as `codec.encode_postings` does, but all lists of the slab together."""
    firsts = slab.word_starts[:-1]
    frequencies = np.diff(slab.place_starts)
    gaps = np.diff(slab.articles, prepend=0)
    gaps[firsts] = 0
    article_lengths = lengths[slab.articles]
    place_firsts = slab.place_starts[firsts]
    rows = zip(
        slab.words.tolist(),
        firsts.tolist(),
        slab.word_starts[1:].tolist(),
        place_firsts.tolist(),
        np.append(place_firsts[1:], slab.place_starts[-1]).tolist(),
        np.maximum.reduceat(gaps, firsts).tolist(),
        np.maximum.reduceat(frequencies, firsts).tolist(),
        np.maximum.reduceat(slab.positions, place_firsts).tolist(),
        np.minimum.reduceat(article_lengths, firsts).tolist(),
        np.maximum.reduceat(article_lengths, firsts).tolist(),
        slab.articles[firsts].tolist(),
        slab.articles[slab.word_starts[1:] - 1].tolist(),
        strict=True,
    )
    gap_bytes = _bytes_by_width(gaps)
    frequency_bytes = _bytes_by_width(frequencies)
    position_bytes = _bytes_by_width(slab.positions)
    postfile, terms = fields._postfile, fields._tindex
    prefix = whoosh3.pack_ushort(fields._fieldid)
    offset = postfile.tell()
    offsets: list[int] = []
    blobs: list[bytes | memoryview] = []
    for row in rows:
        word, start, end, place, place_end, gap, most, last_place, shortest, longest = row[:10]
        first, last = row[10:]
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
        length = (
            HEAD.size
            + (end - start) * (gap_width + frequency_width)
            + (place_end - place) * position_width
        )
        info = whoosh3.W3TermInfo()
        set_statistics(
            info, weight=place_end - place, articles=end - start, most=most,
            first=first, last=last, shortest=shortest, longest=longest,
        )  # fmt: skip
        info.set_extent(offset, length)
        terms.add(prefix + words[word].encode(), info.to_bytes())
        offsets.append(offset)
        offset += length
    postfile.write(b"".join(blobs))
    return offsets


def _bytes_by_width(numbers: Array) -> dict[int, memoryview]:
    return {width: memoryview(numbers.astype(f"<u{width}").tobytes()) for width in (1, 2, 4)}
