"""YAML: lists and mappings of records, read as the same records in JSON, to whose text offsets refer.

All values are read as strings. Aliases are refused, since a few lines of them can fill the memory.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

import yaml

from index.corpus.cleaning.line_looks import Look, look_of
from index.corpus.document import Document, FileContent, Found, UnreadableError
from index.corpus.encoding import decoded, find_encoding
from index.corpus.formats import jsonlines
from index.corpus.formats.format import MEGABYTE, Format
from index.corpus.formats.kinds import SETTINGS

_DEEPEST = 60
_NOTHING = ("", "~", "null", "Null", "NULL")
_Value = str | None | list["_Value"] | dict[str, "_Value"]
ALIAS = "The file repeats a part of itself by a YAML alias, which is refused."
BROKEN = "The file is no valid YAML: it cannot be read."


def yaml_text(data: bytes) -> str:
    """The records of a file as JSON; those of several documents in a list."""
    text = decoded(data, find_encoding(data))
    try:
        values = list(_documents(text))
    except (yaml.YAMLError, ValueError) as error:
        raise UnreadableError(BROKEN) from error
    return json.dumps(values[0] if len(values) == 1 else values, ensure_ascii=False, indent=0)


def _documents(text: str) -> Iterator[_Value]:
    events = yaml.parse(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    for event in events:
        if isinstance(event, yaml.NodeEvent):
            value = _value(event, events, 0)
            if value:
                yield value


def _value(event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> _Value:
    """The value that begins with an event, and takes those that belong to it."""
    if isinstance(event, yaml.AliasEvent):
        raise UnreadableError(ALIAS)
    if depth > _DEEPEST:
        raise UnreadableError("A record of the file is nested too deeply.")
    if isinstance(event, yaml.SequenceStartEvent):
        found: list[_Value] = []
        while not isinstance(one := next(events), yaml.SequenceEndEvent):
            found.append(_value(one, events, depth + 1))
        return found
    if isinstance(event, yaml.MappingStartEvent):
        members: dict[str, _Value] = {}
        while not isinstance(one := next(events), yaml.MappingEndEvent):
            name = _value(one, events, depth + 1)
            value = _value(next(events), events, depth + 1)
            members[name if isinstance(name, str) else json.dumps(name)] = value
        return members
    plain = isinstance(event, yaml.ScalarEvent) and event.implicit[0]
    value = event.value if isinstance(event, yaml.ScalarEvent) else ""
    return None if plain and value in _NOTHING else value


def documents(file: FileContent) -> Iterator[Found]:
    """A document for each record; a file without a sentence holds settings.

    Raises UnreadableError for such a file.
    """
    text = yaml_text(file.data)
    try:
        found = list(jsonlines.documents(replace(file, text=text)))
    except UnreadableError as error:
        raise UnreadableError(SETTINGS) from error
    if not any(isinstance(one, Document) and _speaks(one.content) for one in found):
        raise UnreadableError(SETTINGS)
    yield from found


def _speaks(content: str) -> bool:
    return any(look_of(line).look is Look.PROSE for line in content.splitlines() if line.strip())


FORMAT = Format(
    "YAML", (".yaml", ".yml"), documents, holds_many=True, parted_by="", raw=yaml_text,
    limit=20 * MEGABYTE,
)  # fmt: skip
