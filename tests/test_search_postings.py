"""Lists of postings: what was written is read again, one by one and many together."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.search.postings import (
    article_count,
    article_counts,
    decode_places,
    decode_postings,
    decode_together,
    encode,
)
from index.search.slabs import POSITION_BITS, Slab

List = list[tuple[int, list[int]]]
"""Articles with the positions of a word."""

STEPS = st.integers(1, 5) | st.integers(250, 260) | st.integers(60_000, 70_000)
POSITIONS = st.lists(STEPS, min_size=1, max_size=3).map(lambda steps: np.cumsum(steps).tolist())
SHORT = st.dictionaries(st.integers(0, 80_000), POSITIONS, min_size=1, max_size=8)
LONG = st.builds(
    lambda step, first, more: (
        {
            article * step: [first, *(first + many * step for many in range(1, 1 + article % 3))]
            for article in range(200)
        }
        | more
    ),
    st.sampled_from((1, 3, 254, 255, 256, 400)),
    st.sampled_from((0, 1, 300, 65_536)),
    SHORT,
)
LISTS = st.lists((SHORT | LONG).map(lambda found: sorted(found.items())), min_size=1, max_size=5)


def slab(lists: list[List]) -> Slab:
    counts = [len(found) for found in lists]
    places = [positions for found in lists for _, positions in found]
    return Slab(
        zone=0,
        words=np.arange(len(lists)),
        word_starts=np.cumsum([0, *counts]),
        articles=np.array([article for found in lists for article, _ in found]),
        place_starts=np.cumsum([0, *map(len, places)]),
        positions=np.array([position for one in places for position in one]),
    )


@given(LISTS)
def test_many_lists_are_read_together_as_they_are_one_by_one(lists: list[List]) -> None:
    written, sizes = encode(slab(lists))
    memory, at = np.frombuffer(written, dtype=np.uint8), np.cumsum([0, *sizes])[:-1]
    assert sum(sizes) == len(written)
    together, often = decode_together(memory, at)
    assert together.tolist() == [article for found in lists for article, _ in found]
    assert often.tolist() == [len(places) for found in lists for _, places in found]
    assert article_counts(memory, at).tolist() == [len(found) for found in lists]
    for offset, found in zip(at.tolist(), lists, strict=True):
        assert article_count(memoryview(written), offset) == len(found)
        alone = decode_postings(memoryview(written), offset)
        assert alone.articles.tolist() == [article for article, _ in found]
        expected = [len(places) for _, places in found]
        told = None if alone.frequencies is None else alone.frequencies.tolist()
        assert told == (None if max(expected) == 1 else expected)
        keys = [(article << POSITION_BITS) + one for article, places in found for one in places]
        assert decode_places(memoryview(written), offset).tolist() == keys
        some = np.arange(80_001) % 3 == 0
        kept = [key for key in keys if some[key >> POSITION_BITS]]
        assert decode_places(memoryview(written), offset, some).tolist() == kept


@pytest.mark.parametrize(
    ("places", "bytes_each"),
    [
        ([[1]] * 10, 1),
        ([[300]] * 10, 2),
        ([[70_000]] * 10, 4),
        ([[200, 400, 600]] * 100, 1),
        ([[200, 600]] * 100, 2),
    ],
    ids=["small", "larger", "far", "in small steps", "in large steps"],
)
def test_positions_take_as_few_bytes_as_they_need(places: list[list[int]], bytes_each: int) -> None:
    found = list(enumerate(places))
    written, _ = encode(slab([found]))
    frequencies = len(places) if len(places[0]) > 1 else 0
    of_places = len(written) - 4 - len(places) - frequencies
    assert of_places == bytes_each * sum(map(len, places))
