"""The outlet and the day in the name of a file: « 1998-03-03 Le Monde - Titre.txt », « LM_980303.txt »."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from pathlib import PurePosixPath
from typing import NamedTuple

from index.corpus.cleaning.clip_lines import PAGE, is_outlet_of_list, outlet_named
from index.corpus.cleaning.name_looks import is_agency
from index.corpus.clip_days import find_clip_days, find_figures
from index.model.article import Basis, DateValue

_JOINED = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Ý])")
"""Where a space is missing: « LeMonde »."""
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
    outlets = {outlet_named(one) for part in parts if (one := _outlet(part)) is not None}
    if len(outlets) != 1:
        return _NOTHING
    return ClipName(outlets.pop(), replace(day, basis=Basis.INFERRED))


def _outlet(part: str) -> str | None:
    """A listed outlet's name as it is written in names of files: « LeMonde », « OuestFrance », « lm »."""
    spaced = _JOINED.sub(" ", part)
    forms = (part, spaced, _JOINED.sub("-", part), spaced.title(), part.upper())
    if not part or any(map(is_agency, forms)):
        return None
    return next(filter(is_outlet_of_list, forms), None)
