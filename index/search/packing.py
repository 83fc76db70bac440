"""Numbers in as few bytes as they need, chosen for each array when it is written.

An array of unsigned numbers is stored in the narrowest width that holds all of them, or in one or two
bytes with the few numbers that are larger behind them; one number throughout is stored once. Bytes that
are read whole and seldom, such as the words for speakers, are deflated.
"""

from __future__ import annotations

import zlib
from typing import Any

import numpy as np
import numpy.typing as npt

_Array = npt.NDArray[Any]

PLAIN, CONSTANT, DEFLATED, THREE = "", "c", "z", "3"
_NARROW = {"1": "u1", "2": "<u2", "4": "<u4"}
"""Codes of arrays in so many bytes a number."""
_WITH_LARGER = {"1+": "u1", "2+": "<u2"}
"""Codes of arrays in which the largest number of a width stands for one of four bytes at the end."""
_LARGEST = 1 << 32
_LEVEL = 1


def packed(array: _Array, *, deflated: bool = False) -> tuple[str, bytes]:
    """The code of the shortest form of an array and its bytes; `array` is little-endian."""
    if deflated:
        return DEFLATED, zlib.compress(array.tobytes(), _LEVEL)
    if array.dtype.kind not in "iu" or array.dtype.itemsize == 1 or not len(array):
        return PLAIN, array.tobytes()
    least, most = int(array.min()), int(array.max())
    if least == most:
        return CONSTANT, array[:1].tobytes()
    if least < 0 or most >= _LARGEST:
        return PLAIN, array.tobytes()
    whole = 1 if most < 1 << 8 else 2 if most < 1 << 16 else 3 if most < 1 << 24 else 4
    sizes = {str(whole): whole * len(array)}
    for code, kind in _WITH_LARGER.items():
        mark = np.iinfo(kind).max
        if most >= mark:
            larger = int(np.count_nonzero(array >= mark))
            sizes[code] = np.dtype(kind).itemsize * len(array) + 4 * larger
    code = min(sizes, key=sizes.__getitem__)
    if code == THREE:
        high = (array >> 16).astype("u1")
        return code, (array & 0xFFFF).astype("<u2").tobytes() + high.tobytes()
    if code in _NARROW:
        return code, array.astype(_NARROW[code]).tobytes()
    mark = np.iinfo(_WITH_LARGER[code]).max
    short = np.minimum(array, mark).astype(_WITH_LARGER[code])
    return code, short.tobytes() + array[array >= mark].astype("<u4").tobytes()


def unpacked(content: memoryview, code: str, *, kind: str, length: int) -> _Array:
    """The array of `length` numbers of a kind that was given to `packed`.

    Raises ValueError when the content is too short or the code unknown.
    """
    if code == PLAIN:
        return np.frombuffer(content, dtype=f"<{kind}", count=length)
    if code == CONSTANT:
        return np.full(length, np.frombuffer(content, dtype=f"<{kind}", count=1)[0])
    if code == DEFLATED:
        try:
            return np.frombuffer(zlib.decompress(content), dtype=f"<{kind}", count=length)
        except zlib.error as error:
            raise ValueError("deflated bytes are damaged") from error
    if code == THREE:
        numbers = np.frombuffer(content, dtype="<u2", count=length).astype(f"<{kind}")
        high = np.frombuffer(content, dtype="u1", count=length, offset=2 * length)
        numbers |= high.astype(f"<{kind}") << 16
        return numbers
    if code in _NARROW:
        return np.frombuffer(content, dtype=_NARROW[code], count=length).astype(f"<{kind}")
    if code in _WITH_LARGER:
        short = np.frombuffer(content, dtype=_WITH_LARGER[code], count=length)
        numbers = short.astype(f"<{kind}")
        where = np.flatnonzero(short == np.iinfo(short.dtype).max)
        numbers[where] = np.frombuffer(
            content, dtype="<u4", count=len(where), offset=short.nbytes
        ).astype(f"<{kind}")
        return numbers
    raise ValueError(f"no packing is called {code!r}")
