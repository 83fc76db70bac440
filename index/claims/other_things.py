"""Nouns that name something else than the thing of an outcome by what stands right behind them: « un train de mesures »,
« la classe politique ».
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import yaml

from index.claims.of_things import Hit


def without_other_things(text: str, found: Sequence[Hit]) -> list[Hit]:
    """The hits without the things that the words behind them make others."""
    return [hit for hit in found if hit.word.room != "thing" or not _is_another(text, hit)]


def _is_another(text: str, hit: Hit) -> bool:
    noun = text[hit.start : hit.end].lower()
    behind = _behind(hit.word.family, noun) or _behind(hit.word.family, noun.removesuffix("s"))
    return behind is not None and behind.match(text, hit.end) is not None


@cache
def _behind(family: str, noun: str) -> re.Pattern[str] | None:
    """What may not stand behind a noun of a class."""
    words = listed().get(family, {}).get(noun)
    if words is None:
        return None
    return re.compile(rf" (?:{'|'.join(words)})s?(?!\w)".replace(" ", r"[ \u00a0]"))


@cache
def listed() -> dict[str, dict[str, list[str]]]:
    """By class of things and noun, the patterns of what makes it another thing."""
    text = (files("index.claims") / "data" / "other_things.yaml").read_text(encoding="utf-8")
    loaded: dict[str, dict[str, list[str]]] = yaml.safe_load(text)
    return loaded
