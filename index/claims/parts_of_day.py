"""Parts of the day as intervals of minutes: « à l'aube », « en pleine nuit », « à l'heure du déjeuner »."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

import yaml

from index.model.text import Span

_S = r"[^\S\t-\r]"


@cache
def _parts() -> Mapping[str, tuple[float, float]]:
    text = (files("index.claims") / "data" / "parts_of_day.yaml").read_text(encoding="utf-8")
    return {name: (float(low), float(high)) for name, (low, high) in yaml.safe_load(text).items()}


@cache
def _pattern() -> re.Pattern[str]:
    # « matinée » alone says too little: « une matinée d'études ».
    names = "|".join(
        re.escape(name).replace("'", "['’]").replace(r"\ ", _S)
        for name in sorted(_parts(), key=len, reverse=True)
        if name != "matinée"
    )
    return re.compile(
        rf"(?<!\w)(?:(?:en|au|aux|à{_S}la|à{_S}l['’]|dès{_S}(?:le{_S}|la{_S}|l['’])|dès{_S}|dans{_S}(?:le{_S}|la{_S}|l['’]|les{_S})|depuis{_S}l['’]"
        rf"|jusqu['’](?:à{_S}la{_S}|à{_S}l['’]|au{_S}))(?P<part>{names})|(?P<own>avant{_S}l['’]aube|tard{_S}dans{_S}la{_S}(?:soirée|nuit))|(?P<morning>dans{_S}la{_S}matinée))(?!\w)".replace(
            "(?P<part>", rf"(?:{_S}?)(?P<part>"
        ),
        re.IGNORECASE,
    )


_WORDS = (
    "matin", "journée", "heure", "soirée", "jour", "lueurs", "soleil", "aube", "aurore", "nuit", "crépuscule", "minet",
    "midi",
)  # fmt: skip


def parts_of_day(text: str, span: Span) -> Iterator[tuple[Span, float, float, str]]:
    """The parts of a day named in a sentence: place, first and last minute, name."""
    words = text[span.start : span.end]
    if not any(word in words for word in _WORDS):
        return
    for match in _pattern().finditer(text, span.start, span.end):
        told = match["part"] or match["own"] or "matinée"
        name = re.sub(r"\s+", " ", told.lower().replace("’", "'").replace("\u202f", " "))
        low, high = _parts()[name]
        yield Span(*match.span()), low, high, name
