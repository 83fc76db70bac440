"""The quotations of a segment, in positions of words, and their speakers."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from index.french.denying import is_denying
from index.model.article import Article, HowSaid
from index.query.engine import Zone, ZoneWords
from index.search.arrays import Array, distinct, pack_strings, unpack_strings
from index.search.schema import MAXIMUM_POSITION, PARAGRAPH_GAP, ZONES
from index.search.slabs import POSITION_BITS

_DENIES = "denies"


class QuotePlace(NamedTuple):
    """One quotation: the positions of its first and last word in a zone."""

    zone: Zone
    first: int
    last: int
    speaker: str
    """The entity id, the text's words for the speaker, the manner and a sign where what is said denies, separated
    by tabs; each may be empty.
    """


def quote_places(article: Article, parts: Sequence[ZoneWords]) -> list[QuotePlace]:
    """The quotations that hold words; one over several paragraphs is cut at each."""
    if not article.annotations.quotes:
        return []
    found: list[QuotePlace] = []
    position: Counter[Zone] = Counter()
    for part in parts:
        inside = [
            quote
            for quote in article.annotations.quotes
            if part.start is not None and quote.start < part.end and part.start < quote.end
        ]
        for quote in inside:
            first = bisect_left(part.starts, quote.start)
            last = bisect_left(part.starts, quote.end) - 1
            place = position[part.zone]
            if first <= last and place + last <= MAXIMUM_POSITION:
                named = (quote.speaker_text or "").replace("\t", " ")
                denies = _DENIES if is_denying(article.text, quote) else ""
                speaker = f"{quote.speaker or ''}\t{named}\t{quote.manner or ''}\t{denies}"
                found.append(QuotePlace(part.zone, place + first, place + last, speaker))
        position[part.zone] += len(part.surfaces) + PARAGRAPH_GAP
    return found


class QuotesBuilder:
    """Gathers the quotations of one segment, article by article."""

    def __init__(self) -> None:
        self._counts = array("I")
        self._firsts = array("I")
        self._lengths = array("I")
        self._zones = array("B")
        self._speakers = array("I")
        self._codes: dict[str, int] = {}

    def add(self, places: Sequence[QuotePlace]) -> None:
        """Takes the quotations of the next article."""
        self._counts.append(len(places))
        for place in places:
            self._firsts.append(place.first)
            self._lengths.append(place.last - place.first)
            self._zones.append(ZONES.index(place.zone))
            self._speakers.append(self._codes.setdefault(place.speaker, len(self._codes)))

    def arrays(self) -> dict[str, Array]:
        return {
            "quotes.counts": np.array(self._counts, dtype="u4"),
            "quotes.firsts": np.array(self._firsts, dtype="u4"),
            "quotes.lengths": np.array(self._lengths, dtype="u4"),
            "quotes.zones": np.array(self._zones, dtype="u1"),
            "quotes.speakers": np.array(self._speakers, dtype="u4"),
            "speakers": pack_strings(self._codes),
            "speakers.size": np.array([len(self._codes)], dtype="u4"),
        }


class Quotes:
    """Reads what the builder wrote."""

    def __init__(self, arrays: Mapping[str, Array]) -> None:
        self._arrays = arrays
        self._ranges: dict[Zone, tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]] = {}

    def inside(
        self, zone: Zone, starts: npt.NDArray[np.int64], ends: npt.NDArray[np.int64]
    ) -> npt.NDArray[np.bool_]:
        """Which of the stretches stand inside a quotation; each is given by article and position of
        its first and last word.
        """
        firsts, furthest = self._of_zone(zone)
        before = np.searchsorted(firsts, starts, side="right") - 1
        held: npt.NDArray[np.bool_] = before >= 0
        held[held] = furthest[before[held]] >= ends[held]
        return held

    def speakers(self) -> list[tuple[str, str, HowSaid | None, bool]]:
        """For each speaker, by number: the entity, the text's words for the speaker (either may be
        empty), the manner, whether what is said denies.
        """
        size = int(self._arrays["speakers.size"][0])
        packed = unpack_strings(self._arrays["speakers"], count=size)
        split = (speaker.split("\t") for speaker in packed)
        return [
            (entity, named, HowSaid(how) if how else None, bool(denies))
            for entity, named, how, denies in split
        ]

    def by_speakers(self, numbers: Sequence[int]) -> npt.NDArray[np.int64]:
        """The articles, by their number in the segment, with a quotation of one of the speakers."""
        speaking = np.zeros(int(self._arrays["speakers.size"][0]), dtype=np.bool_)
        speaking[numbers] = True
        chosen = speaking[self._arrays["quotes.speakers"]]
        return distinct(self._articles[chosen])

    @property
    def _articles(self) -> npt.NDArray[np.int64]:
        """For each quotation the number of its article in the segment."""
        counts = self._arrays["quotes.counts"]
        return np.repeat(np.arange(len(counts), dtype=np.int64), counts)

    def _of_zone(self, zone: Zone) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
        if zone not in self._ranges:
            chosen = self._arrays["quotes.zones"] == ZONES.index(zone)
            firsts = self._articles[chosen] << POSITION_BITS
            firsts |= self._arrays["quotes.firsts"][chosen]
            lasts = firsts + self._arrays["quotes.lengths"][chosen]
            order = np.argsort(firsts, kind="stable")
            self._ranges[zone] = firsts[order], np.maximum.accumulate(lasts[order])
        return self._ranges[zone]
