"""Quick tests before patterns: whether a text holds one of a few signs."""

from __future__ import annotations

from typing import TYPE_CHECKING, AnyStr

if TYPE_CHECKING:
    from collections.abc import Iterable


def holds(text: AnyStr, signs: Iterable[AnyStr]) -> bool:
    """Whether one of the signs stands in a text; half the cost of `any` over a generator."""
    for sign in signs:  # noqa: SIM110
        if sign in text:
            return True
    return False
