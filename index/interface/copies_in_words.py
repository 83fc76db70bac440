"""How copies are told: how many there are, and where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.interface.texts import Texts
    from index.model.found import Copy

_NAMED = 4
"""Copies of which the source is named; of more, their number."""


def copies_told(copies: Sequence[Copy], texts: Texts) -> str:
    """« + 3 reprises : Ouest-France, La Croix, 12 mars 2021 »: where no source is stated, the day."""
    named = dict.fromkeys(copy.source or texts.date(copy.published) for copy in copies)
    names = ", ".join(list(named)[:_NAMED])
    if len(named) > _NAMED:
        names += ", …"
    return texts.count("+ {n} copy: {names}", "+ {n} copies: {names}", len(copies), names=names)


def origins_told(origins: int, texts: Texts) -> str:
    """How many texts stand behind some articles."""
    return texts.count("{n} origin", "{n} origins", origins)
