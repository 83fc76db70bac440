"""The outlet and the day in the name of a file: « 1998-03-03 Le Monde - Titre.txt », « LM_980303.txt »."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from pathlib import PurePosixPath
from typing import NamedTuple

from index.corpus.cleaning.clip_lines import PAGE, outlet_named
from index.corpus.cleaning.name_looks import is_agency
from index.corpus.cleaning.outlets import listed_spelling
from index.corpus.cleaning.short_outlets import outlet_of_letters
from index.corpus.clip_days import find_clip_days, find_figures
from index.model.article import Basis, DateValue

_ENDING = re.compile(r"\.[A-Za-z]\w{0,5}$")
_PARTS = re.compile(r"\s*[,;()\[\]]\s*|\s+[-–—]+\s+|^[\s.–—-]+|[\s.–—-]+$")
_APART = "\n"


class ClipName(NamedTuple):
    """What the name of a file says of its article; its day is an inference."""

    outlet: str | None = None
    day: DateValue = DateValue()


_NOTHING = ClipName()


@lru_cache(maxsize=8)
def read_clip_name(path: str) -> ClipName:
    """The one outlet and the one day of a name; nothing where it has not both."""
    name = _ENDING.sub("", PurePosixPath(path).name).replace("_", f" {_APART} ")
    days = find_clip_days(name) or find_figures(name)
    if len(days) != 1:
        return _NOTHING
    start, end, day = days[0]
    rest = PAGE.sub(_APART, f"{name[:start]}{_APART}{name[end:]}")
    parts = [part.strip() for piece in rest.split(_APART) for part in _PARTS.split(piece)]
    outlets = {one for part in parts if (one := _outlet(part)) is not None}
    if len(outlets) != 1:
        return _NOTHING
    return ClipName(outlets.pop(), replace(day, basis=Basis.INFERRED))


def _outlet(part: str) -> str | None:
    """A listed outlet's name as it is written in names of files: « LeMonde », « ouest-france », « lm »."""
    if not part or is_agency(part) or is_agency(part.upper()):
        return None
    known = outlet_named(part)
    if known == part:
        known = outlet_of_letters(part.upper()) or part
    return known if known != part else listed_spelling(part)
