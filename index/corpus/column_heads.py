"""The fields named by the heads of a table's columns, as press reviews and media monitoring write
them.

The meaning of a head is data (`index/corpus/data/column_heads.yaml`): names, and words that say
what the first one belongs to. Only tables are read with it: elsewhere « Support » or « Par » are
ordinary words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

import yaml

from index.corpus.document import SourceRules
from index.corpus.fields import Field, field_of, without_rivals
from index.text.folding import fold

_WORD = re.compile(r"[a-z0-9]+")
_IN_BRACKETS = re.compile(r"\([^)]*\)")
_TITLE_OR_LEAD = "accroche"
"""Heads that mean the title in some tables and the lead in others."""


_READ_LATER = frozenset(("folder", "selection", "timestamp"))
"""The heads of a list of things to read later (Instapaper), which tells when each was put there."""


_SUBJECTS = ("subject", "objet", "sujet")
_SENDERS = ("from", "de", "expediteur", "sender")
"""The heads of a table of mails."""


_NUMBERED = re.compile(r"(?P<name>[^\W\d_].*?)[\s_.-]*\d{1,2}")


def _is_numbered_text(head: str, rules: SourceRules | None) -> bool:
    match = _NUMBERED.fullmatch(head.strip())
    return match is not None and column_field(match["name"], rules=rules) is Field.TEXT


def numbered_alike(heads: Sequence[str], chosen: int) -> list[int]:
    """The columns of one text that was cut: « Extrait 1 », « Extrait 2 »; one alone has no other."""
    match = _NUMBERED.fullmatch(heads[chosen].strip())
    if match is None:
        return [chosen]
    found = [(at, _NUMBERED.fullmatch(head.strip())) for at, head in enumerate(heads)]
    return [at for at, one in found if one is not None and one["name"] == match["name"]]


class _Compound(NamedTuple):
    field: Field
    first: frozenset[str]
    of: frozenset[str]


class _Heads(NamedTuple):
    names: dict[tuple[str, ...], Field]
    compounds: tuple[_Compound, ...]
    left_out: frozenset[str]


def column_fields(heads: list[str], *, rules: SourceRules | None = None) -> list[Field | None]:
    """The field of each column; the meaning of a head may depend on other heads.

    « Accroche » is the title of a table without another title, « Titre » the newspaper beside
    « Titre de l'article ».
    """
    fields = [column_field(head, rules=rules) for head in heads]
    if rules is not None and rules.fields:
        own = without_rivals(dict(zip(heads, fields, strict=True)), rules)
        fields = [own[head] for head in heads]
    # « text_1 », « text_2 »: one text that a program cut to the size of its cells.
    fields = [
        Field.TEXT if field is None and _is_numbered_text(head, rules) else field
        for head, field in zip(heads, fields, strict=True)
    ]
    plain = [" ".join(_words(head)) for head in heads]
    if Field.TITLE not in fields and _TITLE_OR_LEAD in plain:
        fields[plain.index(_TITLE_OR_LEAD)] = Field.TITLE
    if Field.TITLE not in fields and Field.TEXT in fields:
        # The table of a mail program: « Subject », « Body », « From: (Name) ».
        folded = [fold(head).strip() for head in heads]
        subject = next((at for at, head in enumerate(folded) if head in _SUBJECTS), None)
        if subject is not None:
            fields[subject] = Field.TITLE
            fields = [
                Field.AUTHOR if head in _SENDERS else fields[at] for at, head in enumerate(folded)
            ]
    if set(plain) >= _READ_LATER:
        fields = [
            Field.KEPT if head == "timestamp" else fields[at] for at, head in enumerate(plain)
        ]
    titles = [at for at, field in enumerate(fields) if field is Field.TITLE]
    if Field.SOURCE not in fields and len(titles) == 2:
        bare = [at for at in titles if plain[at] in ("titre", "title")]
        if len(bare) == 1:
            fields[bare[0]] = Field.SOURCE
    return fields


_TYPED = re.compile(r"_(?:txt|txts|t|s|ss|dt|dts|str|txt_fr|t_fr)$")
"""What Solr puts behind a field's name: « titre_txt », « date_dt »."""
_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-Z])")


def key_field(name: str, *, rules: SourceRules | None = None) -> Field | None:
    """The field that a key of a record names; None if it is not known.

    Of the meanings of columns only those of two words count: one word of a head (« Support ») is
    an ordinary key elsewhere.
    """
    return _key_field(name, rules.fields if rules is not None else ())


@lru_cache(maxsize=4096)
def _key_field(name: str, own: tuple[tuple[str, str], ...]) -> Field | None:
    """The same by the reader's own names alone: rules as a whole take long to compare."""
    rules = SourceRules(fields=own)
    known = field_of(name, rules=rules) or field_of(_TYPED.sub("", name), rules=rules)
    if known is not None:
        return known
    words = _words(_CAMEL.sub(" ", name))
    return _compound(words) if len(words) > 1 else None


def column_field(head: str, *, rules: SourceRules | None = None) -> Field | None:
    """The field that one head names; None if it is not known."""
    known = field_of(head, rules=rules)
    if known is not None:
        return known
    words = _words(head)
    if not words:
        return None
    listed = _listed()
    if words in listed.names:
        return listed.names[words]
    if len(words) == 1:
        return field_of(words[0])
    return _compound(words)


def _compound(words: tuple[str, ...]) -> Field | None:
    for compound in _listed().compounds:
        if words[0] in compound.first and compound.of.issuperset(words[1:]):
            return compound.field
    return None


def _words(head: str) -> tuple[str, ...]:
    found = _WORD.findall(_IN_BRACKETS.sub(" ", fold(head).replace("°", "o ").replace("º", "o ")))
    left_out = _listed().left_out
    return tuple(word for word in found if word not in left_out)


@lru_cache(maxsize=1)
def _listed() -> _Heads:
    text = (files("index.corpus") / "data" / "column_heads.yaml").read_text(encoding="utf-8")
    listed = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return _Heads(
        {
            tuple(name.split()): Field(field)
            for field, names in listed["names"].items()
            for name in names
        },
        tuple(
            _Compound(Field(one["field"]), frozenset(one["first"]), frozenset(one["of"]))
            for one in listed["compounds"]
        ),
        frozenset(listed["left_out"]),
    )
