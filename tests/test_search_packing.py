"""Numbers in as few bytes as they need: what was written is read again, of the same kind."""

from __future__ import annotations

from bisect import bisect_left
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.search.arrays import PackedStrings, pack_strings, read_arrays, write_arrays
from index.search.packing import packed, unpacked

SIZES = (0, 1, 255, 256, 65_535, 65_536, (1 << 24) - 1, 1 << 24, (1 << 31) - 1)
NUMBERS = st.lists(st.sampled_from(SIZES) | st.integers(0, 9), max_size=60)


@given(
    NUMBERS, st.sampled_from(("u4", "u8", "i4", "i8")), st.booleans(), st.integers(0, 200), st.integers()
)  # fmt: skip
def test_an_array_is_read_as_it_was_written(
    numbers: list[int], kind: str, deflated: bool, small: int, seed: int
) -> None:
    array = np.array([*numbers, *(1,) * small], dtype=kind)
    np.random.default_rng(abs(seed)).shuffle(array)
    code, content = packed(array, deflated=deflated)
    found = unpacked(memoryview(content), code, kind=kind, length=len(array))
    assert found.dtype == array.dtype
    assert found.tolist() == array.tolist()


@pytest.mark.parametrize("numbers", [[-1, 2], [1 << 40, 0], [-5, -5]])
def test_other_numbers_stand_as_they_are(numbers: list[int]) -> None:
    array = np.array(numbers, dtype="i8")
    code, content = packed(array)
    assert unpacked(memoryview(content), code, kind="i8", length=2).tolist() == numbers


@pytest.mark.parametrize(
    ("numbers", "size"),
    [
        ([7] * 1000, 8),
        ([*range(200)] * 5, 1000),
        ([300, *[5] * 999], 1004),
        ([1000, 2000] * 500, 2000),
        ([70_000, *[1000] * 999], 2004),
        ([70_000, 80_000] * 500, 3000),
    ],
)
def test_an_array_takes_as_few_bytes_as_it_needs(numbers: list[int], size: int) -> None:
    assert len(packed(np.array(numbers, dtype="i8"))[1]) == size


@pytest.mark.parametrize("kept", range(0, 120, 7))
def test_a_file_that_was_cut_short_is_no_file_of_arrays(kept: int, tmp_path: Path) -> None:
    path = tmp_path / "some.arrays"
    write_arrays(path, {"some": np.arange(20, dtype="u4"), "words": np.arange(9, dtype="u1")},
                 deflated={"words"})  # fmt: skip
    whole = path.read_bytes()
    assert {name: len(array) for name, array in read_arrays(path).items()} == {
        "some": 20,
        "words": 9,
    }
    path.write_bytes(whole[: min(kept, len(whole) - 1)])
    with pytest.raises((ValueError, OSError)):
        read_arrays(path)


def test_damaged_bytes_are_told() -> None:
    with pytest.raises(ValueError, match="damaged"):
        unpacked(memoryview(b"nothing"), "z", kind="u1", length=3)
    with pytest.raises(ValueError, match="no packing"):
        unpacked(memoryview(b"nothing"), "?", kind="u1", length=3)


@given(st.lists(st.text(st.characters(exclude_characters="\0"), max_size=6), max_size=20))
def test_packed_strings_are_read_one_by_one_and_stay_sorted(strings: list[str]) -> None:
    ordered = sorted(strings)
    read = PackedStrings(pack_strings(ordered), count=len(ordered))
    assert len(read) == len(ordered)
    assert list(read) == [read[at] for at in range(len(ordered))] == ordered
    for one in ordered:
        assert bisect_left(read, one) == bisect_left(ordered, one)
    with pytest.raises(IndexError):
        read[len(ordered)]
