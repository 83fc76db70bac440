"""Runs of capitalised words that name nothing: those that reach into the next sentence, and stamps of a date."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from index.text.folding import fold

if TYPE_CHECKING:
    from index.entities.context import Lexicon
    from index.entities.words import Words

_GLUED = re.compile(r"[A-ZÀÉÈÊÎÔÇ]{4,}[a-zàâçéèêëîïôûù]{2,}")
"""A word in capitals with the next sentence stuck to it: « BFMTVUne »."""
_STUCK = re.compile(r".*[a-zàâçéèêëîïôûù]([A-ZÀÉÈÊÎÔÇ][a-zàâçéèêëîïôûù]+)")
"""The same behind a word in small letters: « ParisMercredi »."""
_SURNAMES = frozenset(
    "petit grand neuf premier dernier merci tous tard loin avril mars mai".split()  # noqa: SIM905
)
"""Words that begin sentences and are surnames too."""
_MONTHS = frozenset(
    "JAN JANV FEV FÉV FEVR FÉVR MAR MARS AVR AVRIL MAI JUN JUIN JUI JUIL JUL AOU AOÛ AOUT AOÛT SEP SEPT OCT NOV DEC DÉC".split()  # noqa: SIM905
)
"""Months as the stamp of a dispatch has them: « 081148 FEV 26 »."""


def is_stamp(words: Words, first: int, after: int) -> bool:
    """Whether a run is the month of a date in capitals, with figures on both sides of it."""
    if words.surfaces[first] not in _MONTHS or not first:
        return False
    behind = words.surfaces[first + 1] if first + 1 < len(words) else ""
    return words.surfaces[first - 1].isdigit() and behind.isdigit() and after <= first + 2


def runs_over(words: Words, first: int, after: int, lexicon: Lexicon) -> bool:
    """Whether a run goes on with the next sentence: « BFMTVUne », « accord de ParisMercredi »,
    « 17° C. Mais ».
    """
    head = words.surfaces[first]
    if _GLUED.match(head) or is_stamp(words, first, after):
        return True
    if after - first == 1:
        return False
    if len(head) == 1 and _behind_initial(words, first, after, lexicon):
        return True
    last = words.surfaces[after - 1]
    if last[1:].islower() or words.folded[first] in lexicon.first_names:
        return False
    behind = _STUCK.fullmatch(last)
    if behind is not None:
        return fold(behind[1]) in lexicon.starters
    return _GLUED.match(last) is not None


def _behind_initial(words: Words, first: int, after: int, lexicon: Lexicon) -> bool:
    """Whether what follows initials begins a sentence: « 17° C. Mais », but not « J. Petit »."""
    at = first + 1
    while at < after and len(words.surfaces[at]) == 1:
        at += 1
    word = words.folded[min(at, after - 1)]
    return word in lexicon.starters and word not in _SURNAMES
