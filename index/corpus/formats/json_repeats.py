"""Whether a record of a later list is one of an earlier list: passages and hits of the same articles.

A title alone does not tell: « Météo » is one article each day.
"""

from __future__ import annotations

from collections.abc import Sequence

from index.corpus.column_heads import key_field
from index.corpus.document import SourceRules
from index.corpus.fields import Field, Value
from index.corpus.formats.jsonvalues import Entry

_NO_TEXTS = frozenset(
    (Field.TITLE, Field.PUBLISHED, Field.KEPT, Field.AUTHOR, Field.URL, Field.SOURCE)
)
_BEGINNING = 200
"""As many characters of a text tell it from others of its title."""


class Told:
    """The records of the lists that were read, by title."""

    def __init__(self, rules: SourceRules) -> None:
        self._rules = rules
        self._marks: set[tuple[str, Field | None, str]] = set()
        self._texts: dict[str, str] = {}

    def add(self, entries: Sequence[Entry]) -> None:
        """Keep what tells a record from others."""
        title, facts, text = self._read(entries)
        if not title:
            return
        self._marks.add((title, Field.TEXT, text[:_BEGINNING]))
        for field, value in facts.items():
            self._marks |= {(title, field, value), (title, field, "")}
        self._texts.setdefault(title, text)

    def holds(self, entries: Sequence[Entry]) -> bool:
        """Whether a record has the title of one of them and the same address; without addresses
        to compare, a date of theirs and no other text.
        """
        title, facts, text = self._read(entries)
        if not title or title not in self._texts:
            return False
        for field in (Field.URL, Field.PUBLISHED):
            if field not in facts or (title, field, "") not in self._marks:
                continue
            same = (title, field, facts[field]) in self._marks
            if not same or field is Field.URL:
                return same
        known = (title, Field.TEXT, text[:_BEGINNING]) in self._marks
        return known or text in self._texts[title]

    def _read(self, entries: Sequence[Entry]) -> tuple[str, dict[Field, str], str]:
        """The title of a record, its address and date, and its longest text."""
        title, text = "", ""
        facts: dict[Field, str] = {}
        for entry in entries:
            field = key_field(entry.name, rules=self._rules)
            if field is Field.TITLE:
                title = title or _text(entry.value)
            elif field in (Field.URL, Field.PUBLISHED) and (value := _text(entry.value)):
                facts.setdefault(field, value)
            if field not in _NO_TEXTS:
                text = max(text, _text(entry.value), key=len)
        return title, facts, text


def _text(value: Value) -> str:
    """The text in a value: of an object its longest member, of a list all elements."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, dict):
        return max(map(_text, value.values()), key=len, default="")
    if isinstance(value, list):
        return " ".join(map(_text, value)).strip()
    return ""
