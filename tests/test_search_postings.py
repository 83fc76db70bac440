"""Lists of postings: what was written is read again, one by one and many together."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from index.search.postings import article_counts, decode_postings, decode_together, encode_postings

ARTICLES = st.lists(st.integers(0, 80_000), min_size=1, max_size=8, unique=True).map(sorted)
FREQUENCIES = st.integers(1, 3) | st.integers(250, 300)
LISTS = st.lists(
    ARTICLES.flatmap(
        lambda articles: st.tuples(
            st.just(articles),
            st.lists(FREQUENCIES, min_size=len(articles), max_size=len(articles))
            | st.just([1] * len(articles)),
        )
    ),
    max_size=6,
)


@given(LISTS)
def test_many_lists_are_read_together_as_they_are_one_by_one(
    lists: list[tuple[list[int], list[int]]],
) -> None:
    written, offsets = b"", []
    for articles, frequencies in lists:
        offsets.append(len(written))
        written += encode_postings(
            np.array(articles), np.array(frequencies), np.arange(sum(frequencies))
        )
    memory, at = np.frombuffer(written, dtype=np.uint8), np.array(offsets, dtype=np.int64)
    together, often = decode_together(memory, at)
    assert together.tolist() == [one for articles, _ in lists for one in articles]
    assert often.tolist() == [one for _, frequencies in lists for one in frequencies]
    assert article_counts(memory, at).tolist() == [len(articles) for articles, _ in lists]
    for offset, (articles, frequencies) in zip(offsets, lists, strict=True):
        alone = decode_postings(memoryview(written), offset)
        assert alone.articles.tolist() == articles
        expected = None if max(frequencies) == 1 else frequencies
        assert (None if alone.frequencies is None else alone.frequencies.tolist()) == expected
