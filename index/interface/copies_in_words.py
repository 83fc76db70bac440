"""Copies in words: how many there are, and where they appeared."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.interface.texts import Texts
    from index.model.found import Copy

_NAMED = 4
"""The most copies whose source is named; the others are counted."""


def copies_told(copies: Sequence[Copy], texts: Texts) -> str:
    """« + 3 reprises : Ouest-France, La Croix, 12 mars 2021 »: the day replaces a missing source."""
    named = dict.fromkeys(copy.source or texts.date(copy.published) for copy in copies)
    names = ", ".join(list(named)[:_NAMED])
    if len(named) > _NAMED:
        names += ", …"
    return texts.count("+ {n} copy: {names}", "+ {n} copies: {names}", len(copies), names=names)


def origins_told(origins: int, texts: Texts) -> str:
    """The number of texts of which some articles are copies."""
    return texts.count("{n} origin", "{n} origins", origins)
