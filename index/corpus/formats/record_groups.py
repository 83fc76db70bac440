"""What a group of records says of all of them: the section, the outlet or the day that it is called by.

`{"medias": [{"nom": "La Gazette", "papiers": […]}]}` and `<journal nom="La Gazette"><papier>…` hold groups,
`{"Vie locale": […], "Mer": […]}` two lists with keys of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from index.corpus.column_heads import key_field
from index.corpus.document import SourceRules
from index.corpus.fields import Field, Value
from index.text.folding import fold

OF_FILE = (Field.SOURCE, Field.LANGUAGE, Field.SECTION)
"""Fields that a whole file states for the records in it: the name of a channel is the source of its messages."""
OF_GROUP = (*OF_FILE, Field.EDITION, Field.PAGE, Field.PUBLISHED)
"""Those that a group inside a file states: an edition has a day, the file around it that of its making."""
_NAMES = frozenset(("nom", "name", "titre", "title", "libelle", "label", "intitule"))
"""Under these a group says what it is called."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_WORD = re.compile(r"[^\W_]+")


def named_by(
    members: Iterable[tuple[str, Value]], kind: str, rules: SourceRules
) -> Iterator[tuple[Field, Value]]:
    """What a group is called, as the field that its kind names: « rubriques », « medias ».

    Of another kind it is a section. `kind` is the key of its list or its tag.
    """
    for name, value in members:
        if fold(name) in _NAMES and isinstance(value, str) and value.strip():
            yield _field_of_kind(kind, rules) or Field.SECTION, value


def told_by_key(key: str, rules: SourceRules, *, among: bool) -> Iterator[tuple[Field, Value]]:
    """What the key of records says of them: their address, their day, or their section where it stands `among` others.

    « activeNotes » is a tool's own word, « Vie locale » is written for readers.
    """
    if "://" in key:
        yield Field.URL, key
    elif _DAY.fullmatch(key):
        yield Field.PUBLISHED, key
    elif among and (key[:1].isupper() or " " in key) and key_field(key, rules=rules) is None:
        yield Field.SECTION, key


def _field_of_kind(kind: str, rules: SourceRules) -> Field | None:
    """The field that one group of a kind is: a source for « journaux », « outlets »."""
    for word in map(_singular, _WORD.findall(fold(kind))):
        for told in (f"nom_{word}", f"{word}_name"):
            field = key_field(told, rules=rules)
            if field in OF_GROUP:
                return field
    return None


def _singular(word: str) -> str:
    if word.endswith("aux"):
        return f"{word[:-2]}l"
    return word[:-1] if word.endswith("s") else word
