"""The labels of press databases, in the languages of their interfaces."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from index.corpus.fields import Field
from index.text.folding import fold

_LABEL = re.compile(r"(?P<label>[^\W\d_][\w’' -]{1,24}?)\s?:(?:\s+(?P<value>.*)|$)")
_FIELDS = {
    "author": Field.AUTHOR,
    "section": Field.SECTION,
    "title": Field.TITLE,
    "description": Field.DESCRIPTION,
    "language": Field.LANGUAGE,
    "tags": Field.TAGS,
    "edition": Field.EDITION,
}


class Labels(NamedTuple):
    """The tables of `exports.yaml`."""

    kinds: dict[str, str]
    """From a folded label to its field, or to `length`, `place` or `foot`."""
    bodies: frozenset[str]
    ends: frozenset[str]
    words: re.Pattern[str]
    """A number of words alone on a line: « 877 mots »."""


class Labelled(NamedTuple):
    """A line that begins with a label."""

    kind: str
    value: str

    @property
    def field(self) -> Field | None:
        """The field of the value; None for a length, a place and lines at the foot."""
        return _FIELDS.get(self.kind)


@cache
def labels() -> Labels:
    """The tables, read once."""
    import yaml

    told = yaml.load(
        (files("index") / "corpus" / "data" / "exports.yaml").read_text("utf-8"),
        Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader),
    )
    kinds = {
        label.strip('"'): kind for kind, line in told["labels"].items() for label in line.split()
    }
    words = "|".join(told["words"].split())
    return Labels(
        kinds,
        frozenset(told["bodies"]),
        frozenset(told["ends"]),
        re.compile(rf"\d[\d\s.,\u00a0\u202f]*\s(?:{words})"),
    )


def read_label(line: str) -> Labelled | None:
    """« RUBRIQUE: Région; Pg. 12 » → its kind and value; None for a line without a known label."""
    match = _LABEL.match(line)
    if match is None:
        return None
    kind = labels().kinds.get(fold(match["label"]).strip().replace(" ", "-"))
    return Labelled(kind, (match["value"] or "").strip()) if kind else None


def is_length(line: str) -> bool:
    """Whether a line is a number of words: « 1 024 mots », « 877 Wörter »."""
    return bool(labels().words.fullmatch(fold(line)))
