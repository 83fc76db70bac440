"""The file of decisions as it is read: its sections and entries, each with its lines.

A file may hold tens of thousands of entries, nearly all in the form in which we write them: those
are read line by line, ten times faster than as YAML. Any other form is read as YAML, and only that
reading reports errors.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import msgspec

from index.errors import SettingsError
from index.notebook.decisions import SECTIONS, Decision
from index.settings.yaml_aliases import refuse_aliases

if TYPE_CHECKING:
    import yaml

_OTHER_BREAKS = re.compile("[\r\x85\u2028\u2029]")
"""Characters, besides the line feed, that end a line in YAML, also inside quotation marks."""
_KEY = re.compile(r"([a-z_]+):")
_LINE = re.compile(r"(- |  )([a-z_]+): (.+)")
_PLAIN = re.compile(
    r"(?:[^\W_]|[«“‘(…—])(?:[^\x00-\x1f\x7f-\x9f#:\u2028\u2029\ufeff\ud800-\udfff]|:(?=\w)|(?<=\S)#)*"
)
"""A text without quotation marks that YAML reads as the same text anywhere on a line."""
_QUOTED = re.compile(r"'[^'\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]*'")
_FLOW = re.compile(r"\[.*\]|\".*\"|'.*'")
_KNOWN = {kind: frozenset(entry.name for entry in fields(kind)) for kind in SECTIONS.values()}


@dataclass(frozen=True, slots=True)
class Entry:
    """A decision with its lines, counted from 0."""

    decision: Decision
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Section:
    """A key of the file: its line, and the lines under it."""

    name: str
    line: int
    last: int
    entries: tuple[Entry, ...]
    block: bool
    """Whether each entry begins with a dash on a line of its own."""


Sections = tuple[Section, ...]
"""The sections in the order of the file; a name may occur twice after a merge of two files."""


def loader() -> type[yaml.BaseLoader]:
    """A loader that reads every value as text, by the C library if PyYAML was built with it."""
    import yaml

    return getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@lru_cache(maxsize=4)
def read(text: str, *, name: str) -> Sections:
    """The sections of a file. Raises SettingsError, with the line, for an invalid part."""
    found = _read_lines(text)
    return _read_yaml(text, name) if found is None else found


def decisions_in(sections: Sections) -> tuple[Decision, ...]:
    """The decisions in the order in which they were made; one that stands there twice counts once."""
    made: list[Decision] = []
    seen: set[Decision] = set()
    for section in sections:
        for entry in section.entries:
            if not entry.decision.when:
                made.append(entry.decision)
            elif entry.decision not in seen:
                seen.add(entry.decision)
                made.append(entry.decision)
    return tuple(sorted(made, key=lambda decision: decision.when))


def _read_lines(text: str) -> Sections | None:
    """The sections of a file in our own form; None if any part has another form."""
    if _OTHER_BREAKS.search(text):
        return None  # the file has other line ends: our line numbers would differ from YAML's
    sections: list[Section] = []
    name, at = "", 0
    entries: list[Entry] = []
    chunk: list[tuple[str, str]] = []
    first = 0

    def end_entry() -> bool:
        if chunk:
            decision = _simple(chunk, SECTIONS[name])
            if decision is None:
                return False
            entries.append(Entry(decision, first, first + len(chunk) - 1))
            chunk.clear()
        return True

    def end_section() -> bool:
        if not end_entry():
            return False
        if name:
            last = entries[-1].last if entries else at
            sections.append(Section(name, at, last, tuple(entries), block=True))
        entries.clear()
        return True

    for number, line in enumerate(text.split("\n")):
        if match := _LINE.fullmatch(line):
            dash, key, value = match.groups()
            if not name:
                return None
            if dash == "- ":
                if not end_entry():
                    return None
                first = number
            elif not chunk or first + len(chunk) != number:
                return None
            chunk.append((key, value))
        elif not line or line.startswith("#"):
            if not line.isprintable():
                return None
        elif (match := _KEY.fullmatch(line)) and match[1] in SECTIONS:
            if not end_section():
                return None
            name, at = match[1], number
        elif line != "format: 1" or name or chunk:
            return None
    return tuple(sections) if end_section() else None


def _simple(chunk: list[tuple[str, str]], kind: type[Decision]) -> Decision | None:
    """A decision whose lines each hold a key and a whole value; None for anything else."""
    data: dict[str, Any] = {}
    for key, value in chunk:
        if key in data or key not in _KNOWN[kind]:
            return None
        if _PLAIN.fullmatch(value) and not value.endswith((" ", ":")):
            data[key] = value
        elif _QUOTED.fullmatch(value):
            data[key] = value[1:-1]
        elif _FLOW.fullmatch(value):
            known = _value(value)
            if known is None:
                return None
            data[key] = known[0]
        else:
            return None
    try:
        return msgspec.convert(data, kind, strict=False)
    except msgspec.ValidationError:
        return None


def _value(text: str) -> tuple[Any] | None:
    import yaml

    try:
        return (yaml.load(text, Loader=loader()),)
    except (yaml.YAMLError, RecursionError):
        return None


def _read_yaml(text: str, name: str) -> Sections:
    # Imported late: usually there is no decision, and opening a corpus need not wait.
    import yaml

    try:
        refuse_aliases(text, path=name)
        root = yaml.compose(text, Loader=loader())
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or "it cannot be parsed"
        raise SettingsError(
            "{path} is not valid YAML: {cause}.",
            advice="No decision can be made before that is put right; nothing was overwritten.",
            path=name,
            cause=f"{problem} (line {mark.line + 1})" if mark else problem,
        ) from error
    if root is None:
        return ()
    if not isinstance(root, yaml.MappingNode):
        raise _wrong(name, 0, "it must hold keys and values")
    return tuple(_sections(root, name))


def _sections(root: yaml.MappingNode, name: str) -> Iterator[Section]:
    import yaml

    for key, value in root.value:
        section, line = str(key.value), key.start_mark.line
        if section == "format":
            if value.value != "1":
                raise _wrong(name, line, f"format {value.value} is of another version")
            continue
        if section not in SECTIONS:
            from rapidfuzz import process

            near = process.extractOne(section, list(SECTIONS), score_cutoff=60)
            wish = f"; did you mean “{near[0]}”?" if near else ""
            raise _wrong(name, line, f"“{section}” is no key of this file{wish}")
        if value.value == "":
            yield Section(section, line, line, (), block=True)
            continue
        if not isinstance(value, yaml.SequenceNode):
            raise _wrong(name, line, f"“{section}” must hold a list")
        entries = tuple(
            Entry(
                _decision(_plain(node, name), SECTIONS[section], name, node.start_mark.line),
                node.start_mark.line,
                last_line(node),
            )
            for node in value.value
        )
        starts = [entry.first for entry in entries]
        own_lines = len(set(starts)) == len(starts) and line not in starts
        yield Section(
            section,
            line,
            max([last_line(value), *(entry.last for entry in entries)]),
            entries,
            block=not value.flow_style and own_lines,
        )


def _plain(node: yaml.Node, name: str) -> Any:
    """The texts, lists and mappings of a node. Raises SettingsError for a key that stands twice."""
    import yaml

    if isinstance(node, yaml.SequenceNode):
        return [_plain(part, name) for part in node.value]
    if not isinstance(node, yaml.MappingNode):
        return node.value
    found: dict[str, Any] = {}
    for key, value in node.value:
        if str(key.value) in found:
            raise _wrong(name, key.start_mark.line, f"“{key.value}” stands there twice")
        found[str(key.value)] = _plain(value, name)
    return found


def _decision(data: Any, kind: type[Decision], name: str, line: int) -> Decision:
    if isinstance(data, Mapping):
        known = [entry.name for entry in fields(kind)]
        for key in data:
            if key not in known:
                raise _wrong(name, line, f"“{key}” is no key here; known are {', '.join(known)}")
    try:
        return msgspec.convert(data, kind, strict=False)
    except msgspec.ValidationError as error:
        raise _wrong(name, line, str(error)) from error


def _wrong(name: str, line: int, cause: str) -> SettingsError:
    return SettingsError(
        "{path}, line {line}: {cause}.",
        advice="No decision can be made before that is put right; nothing was overwritten.",
        path=name,
        line=line + 1,
        cause=cause,
    )


def last_line(node: yaml.Node) -> int:
    """The last line with a part of a node on it: a block ends where the next thing begins."""
    import yaml

    if isinstance(node, yaml.ScalarNode):
        end = node.end_mark
        folded = node.style in ("|", ">")
        return max(node.start_mark.line, end.line - 1 if folded and end.column == 0 else end.line)
    if getattr(node, "flow_style", False) or not node.value:
        return int(node.end_mark.line)
    last = node.value[-1]
    return last_line(last[1] if isinstance(last, tuple) else last)
