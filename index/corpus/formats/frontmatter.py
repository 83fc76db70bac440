"""The block of fields above a Markdown text; all values are read as strings.

YAML 1.1 would turn `no`, `12:30` and `017` into something else. Aliases are refused, since a few
lines of them can fill the memory; a block with too deep nesting is read line by line.
"""

from __future__ import annotations

import re
import tomllib
from typing import NamedTuple

import yaml

from index.corpus.document import SourceRules, UnreadableError
from index.corpus.fields import Field, Value, field_of
from index.model.text import Span

_FENCE = re.compile(
    r"---[ \t]*\r?\n(?P<inner>.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE
)
_TOML = re.compile(
    r"\+\+\+[ \t]*\r?\n(?P<inner>.*?)^\+\+\+[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE
)
_PROPERTY = re.compile(r"(?:- )?(?P<name>[\w-]{2,40}):: (?P<value>[^\r\n]+)")
_PROPERTIES = re.compile(
    rf"(?:{_PROPERTY.pattern.replace('?P<name>', '?:').replace('?P<value>', '?:')}\r?\n)+"
)
_NEAR = 60
_LONGEST = 1 << 16
_DEEPEST = 8
_LOOSE = re.compile(r"(?P<name>[^\W\d_][\w -]{0,40}?)[ \t]*:[ \t]*(?P<value>.*)")


class FrontMatter(NamedTuple):
    """The fields of a front matter and its place."""

    span: Span
    pairs: list[tuple[Field, Value]]


def read_front_matter(text: str, *, rules: SourceRules | None = None) -> FrontMatter | None:
    """The front matter at the start of a text; None if there is none.

    One that is no valid YAML is read line by line, so that its fields are kept. Raises
    UnreadableError if it repeats a part by an alias.
    """
    if text.startswith("+++"):
        return _toml(text, rules)
    if not text.startswith("---"):
        return _doubled(text, rules)
    match = _FENCE.match(text, 0, _LONGEST)
    if match is None:
        return _unclosed(text, rules)
    values = _yaml_values(match["inner"])
    if values is None:
        values = _loose_values(match["inner"])
    return FrontMatter(Span(0, match.end()), _known(values, rules))


def _toml(text: str, rules: SourceRules | None) -> FrontMatter | None:
    """The front matter of Hugo, between lines of « +++ »; one that is no valid TOML only with a known
    field, since such lines also part texts.
    """
    match = _TOML.match(text, 0, _LONGEST)
    if match is None:
        return None
    try:
        read = tomllib.loads(match["inner"])
    except (tomllib.TOMLDecodeError, RecursionError):
        pairs = _known(_loose_values(match["inner"], "="), rules)
        return FrontMatter(Span(0, match.end()), pairs) if pairs else None
    values: dict[str, Value] = {name: _plain_value(value) for name, value in read.items()}
    return FrontMatter(Span(0, match.end()), _known(values, rules))


def _doubled(text: str, rules: SourceRules | None) -> FrontMatter | None:
    """The properties of a page of Logseq, « title:: Le port rouvre », above its first line."""
    if "::" not in text[:_NEAR]:
        return None
    block = _PROPERTIES.match(text, 0, _LONGEST)
    if block is None:
        return None
    values: dict[str, Value] = {
        one["name"]: _LINKED.sub(r"\1", one["value"]).strip()
        for one in _PROPERTY.finditer(block.group())
    }
    pairs = _known(values, rules)
    return FrontMatter(Span(0, block.end()), pairs) if pairs else None


def _plain_value(value: object) -> Value:
    """A value of TOML as those of YAML are: strings and lists."""
    if isinstance(value, list):
        return [_plain_value(one) for one in value]
    if isinstance(value, dict):
        return {str(name): _plain_value(one) for name, one in value.items()}
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def _known(values: dict[str, Value], rules: SourceRules | None) -> list[tuple[Field, Value]]:
    pairs = ((field_of(name, rules=rules), value) for name, value in values.items())
    return [(field, value) for field, value in pairs if field is not None]


def _yaml_values(inner: str) -> dict[str, Value] | None:
    """The mapping as strings, lists and mappings; None when it cannot be read as such."""
    try:
        events = yaml.parse(inner, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
        value = _Builder(iter(events)).document()
    except (yaml.YAMLError, _NoPlainYamlError, ValueError):
        return None
    return value if isinstance(value, dict) else None


_LINKED = re.compile(r"\[\[(?:[^\]|\[]*\|)?([^\]|\[]*)\]\]")
"""« [[Jeanne Martin]] », a link between the notes of Obsidian."""


class _NoPlainYamlError(Exception):
    """Nesting that is too deep, or a star that names no part: « *Le Monde* raconte »."""


class _Builder:
    """Plain values from YAML's events, without tags, anchors and types."""

    def __init__(self, events: object) -> None:
        self._events = events
        self._named: set[str] = set()

    def _next(self) -> yaml.Event:
        return next(self._events)  # type: ignore[call-overload,no-any-return]

    def document(self) -> Value:
        event = self._next()
        while isinstance(event, yaml.StreamStartEvent | yaml.DocumentStartEvent):
            event = self._next()
        if isinstance(event, yaml.StreamEndEvent):
            return None
        return self._value(event, 0)

    def _value(self, event: yaml.Event, depth: int) -> Value:
        if isinstance(event, yaml.AliasEvent) and event.anchor in self._named:
            raise UnreadableError("The front matter repeats a part of itself by a YAML alias.")
        if depth > _DEEPEST or isinstance(event, yaml.AliasEvent):
            raise _NoPlainYamlError
        if isinstance(event, yaml.NodeEvent) and event.anchor is not None:
            self._named.add(event.anchor)
        if isinstance(event, yaml.ScalarEvent):
            return _LINKED.sub(r"\1", str(event.value))
        if isinstance(event, yaml.SequenceStartEvent):
            entries: list[Value] = []
            while not isinstance(event := self._next(), yaml.SequenceEndEvent):
                entries.append(self._value(event, depth + 1))
            return entries
        record: dict[str, Value] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key = self._value(event, depth + 1)
            record[str(key)] = self._value(self._next(), depth + 1)
        return record


def _loose_values(inner: str, sign: str = ":") -> dict[str, Value]:
    values: dict[str, Value] = {}
    for line in inner.splitlines():
        match = _LOOSE.fullmatch(line.strip().replace(sign, ":", 1))
        if match and match["value"]:
            values.setdefault(match["name"], match["value"].strip(" \"'[]"))
    return values


def _unclosed(text: str, rules: SourceRules | None) -> FrontMatter | None:
    """A front matter without a closing fence: the lines before the first that is no field."""
    end = text.find("\n") + 1
    if not end or text[:end].strip() != "---":
        return None
    lines: list[str] = []
    for line in text[end:_LONGEST].splitlines(keepends=True):
        match = _LOOSE.fullmatch(line.strip())
        if match is None and not (lines and line.startswith((" ", "\t", "- ")) and line.strip()):
            break
        lines.append(line)
    pairs = _known(_yaml_values("".join(lines)) or _loose_values("".join(lines)), rules)
    if not pairs:
        return None
    return FrontMatter(Span(0, end + sum(map(len, lines))), pairs)
