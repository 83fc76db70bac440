"""The file of decisions as text: read, and changed line by line so that all the rest stays as it is.

What a reader wrote there, comments and order and quotation marks, is never written anew: a decision
is a few lines of their own, put in or taken out. So git shows a change of just these lines.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields, is_dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import msgspec

from index.errors import SettingsError
from index.notebook.decisions import SECTIONS, Decision, about, section_of
from index.settings.yaml_aliases import refuse_aliases

if TYPE_CHECKING:
    import yaml

HEADER = "# recoupe: what was decided about this corpus; comments are kept.\nformat: 1\n"

_BREAKS = frozenset("\x85\u2028\u2029\ufeff")


@dataclass(frozen=True, slots=True)
class Entry:
    """A decision with the lines, from 0, that it takes up."""

    decision: Decision
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Section:
    """A key of the file: its line, and the lines of what stands under it."""

    line: int
    last: int
    entries: tuple[Entry, ...]
    block: bool
    """Whether each entry begins on a line of its own with a dash."""


def _loader() -> type[yaml.BaseLoader]:
    """Everything as it stands, read by the C library where PyYAML was built with it."""
    import yaml

    return getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def read(text: str, *, name: str) -> dict[str, Section]:
    """The sections of a file. Raises SettingsError, with the line, for what is not as it must be."""
    # Imported late, as below: most often nothing was decided, and opening a corpus need not wait.
    import yaml

    try:
        refuse_aliases(text, path=name)
        root = yaml.compose(text, Loader=_loader())
        content = yaml.load(text, Loader=_loader())
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
        return {}
    if not isinstance(content, dict):
        raise _wrong(name, 0, "it must hold keys and values")
    found: dict[str, Section] = {}
    for key, value in root.value:
        section, line = str(key.value), key.start_mark.line
        if section == "format":
            if content["format"] != "1":
                raise _wrong(name, line, f"format {content['format']} is of another version")
            continue
        if section not in SECTIONS:
            from rapidfuzz import process

            near = process.extractOne(section, list(SECTIONS), score_cutoff=60)
            wish = f"; did you mean “{near[0]}”?" if near else ""
            raise _wrong(name, line, f"“{section}” is no key of this file{wish}")
        if content[section] == "":
            found[section] = Section(line, line, (), block=True)
            continue
        if not isinstance(value, yaml.SequenceNode):
            raise _wrong(name, line, f"“{section}” must hold a list")
        entries = tuple(
            Entry(
                _decision(data, SECTIONS[section], name, node.start_mark.line),
                node.start_mark.line,
                _last_line(node),
            )
            for node, data in zip(value.value, content[section], strict=True)
        )
        starts = [entry.first for entry in entries]
        own_lines = len(set(starts)) == len(starts) and line not in starts
        found[section] = Section(
            line,
            max((entry.last for entry in entries), default=_last_line(value)),
            entries,
            block=not value.flow_style and own_lines,
        )
    return found


def decisions_in(sections: Mapping[str, Section]) -> tuple[Decision, ...]:
    """In the order in which they were made."""
    made = [entry.decision for section in sections.values() for entry in section.entries]
    return tuple(sorted(made, key=lambda decision: decision.when))


def with_decision(text: str, decision: Decision, *, name: str) -> str:
    """The text with one more decision, in its place."""
    sections = read(text, name=name)
    wanted = section_of(decision)
    if not text.strip():
        text, sections = HEADER, {}
    lines = _lines(text)
    section = sections.get(wanted)
    if section is None:
        later = list(SECTIONS)[list(SECTIONS).index(wanted) + 1 :]
        at = min((sections[key].line for key in later if key in sections), default=len(lines))
        while at and at < len(lines) and lines[at - 1].lstrip().startswith("#"):
            at -= 1
        lines[at:at] = [f"{wanted}:\n", *_rendered(decision)]
    elif not section.block or (not section.entries and section.last != section.line):
        others = [entry.decision for entry in section.entries]
        told = _comments(text, section.line, section.last)
        lines[section.line : section.last + 1] = [*told, *_whole(wanted, [*others, decision])]
    elif not section.entries:
        lines[section.line + 1 : section.line + 1] = _rendered(decision)
    else:
        keys = [_sort_key(entry.decision) for entry in section.entries]
        at = bisect_right(keys, _sort_key(decision)) if keys == sorted(keys) else len(keys)
        line = section.entries[at - 1].last + 1 if at else section.line + 1
        indent = _indent(lines[section.entries[0].first])
        lines[line:line] = [indent + rendered for rendered in _rendered(decision)]
    return "".join(lines)


def without_decision(text: str, decision: Decision, *, name: str) -> str:
    """The text without a decision; its comments stay."""
    sections = read(text, name=name)
    wanted = section_of(decision)
    section = sections.get(wanted)
    if section is None:
        return text
    entry = next((entry for entry in section.entries if entry.decision == decision), None)
    if entry is None:
        return text
    lines = _lines(text)
    if not section.block:
        others = [other.decision for other in section.entries if other is not entry]
        told = _comments(text, section.line, section.last)
        lines[section.line : section.last + 1] = [*told, *_whole(wanted, others)]
        return "".join(lines)
    lines[entry.first : entry.last + 1] = _comments(text, entry.first, entry.last)
    if len(section.entries) == 1:
        lines[section.line : section.line + 1] = _comments(text, section.line, section.line)
    return "".join(lines)


def to_entry(decision: Decision) -> dict[str, Any]:
    """A decision as keys and values, those that say nothing left out."""
    entry: dict[str, Any] = _plain(decision)
    # Time and reason come first in the types and are read last.
    for key in ("when", "reason"):
        if key in entry:
            entry[key] = entry.pop(key)
    return entry


def from_entry(section: str, entry: Mapping[str, Any]) -> Decision:
    """Raises msgspec.ValidationError for what is no decision of the section."""
    return msgspec.convert(entry, SECTIONS[section], strict=False)


def _decision(data: Any, kind: type[Decision], name: str, line: int) -> Decision:
    if isinstance(data, dict):
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


def _last_line(node: yaml.Node) -> int:
    """The last line with something of a node on it: blocks end where the next thing begins."""
    import yaml

    if isinstance(node, yaml.ScalarNode):
        end = node.end_mark
        folded = node.style in ("|", ">")
        return max(node.start_mark.line, end.line - 1 if folded and end.column == 0 else end.line)
    if getattr(node, "flow_style", False) or not node.value:
        return int(node.end_mark.line)
    last = node.value[-1]
    return _last_line(last[1] if isinstance(last, tuple) else last)


def _sort_key(decision: Decision) -> tuple[tuple[str, ...], str]:
    return about(decision), decision.when


def _lines(text: str) -> list[str]:
    lines = text.splitlines(keepends=True)
    if lines and not lines[-1].endswith(("\n", "\r")):
        lines[-1] += "\n"
    return lines


def _comments(text: str, first: int, last: int) -> list[str]:
    """The comments on some lines, each on a line of its own: they outlive what they stand beside."""
    import yaml

    ends: dict[int, int] = {}
    for token in yaml.scan(text, Loader=_loader()):
        mark = token.end_mark
        ends[mark.line] = max(ends.get(mark.line, 0), mark.column)
    kept = []
    for number, line in enumerate(_lines(text)[first : last + 1], start=first):
        rest = line[ends.get(number, 0) :].strip()
        if rest.startswith("#"):
            kept.append(f"{_indent(line)}{rest}\n")
    return kept


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" "))]


def _whole(section: str, decisions: Sequence[Decision]) -> list[str]:
    if not decisions:
        return []
    ordered = sorted(decisions, key=_sort_key)
    return [f"{section}:\n", *(line for decision in ordered for line in _rendered(decision))]


def _rendered(decision: Decision) -> list[str]:
    return list(_item(to_entry(decision), ""))


def _item(entry: Mapping[str, Any], indent: str) -> Iterator[str]:
    """A mapping as an entry of a list, one key a line."""
    lead = f"{indent}- "
    for key, value in entry.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            yield f"{lead}{key}:\n"
            for part in value:
                yield from _item(part, indent + "  ")
        else:
            yield f"{lead}{key}: {_flow(value)}\n"
        lead = indent + "  "


def _flow(value: Any) -> str:
    import yaml

    written: str = yaml.safe_dump(
        value,
        default_flow_style=True,
        # Some characters would be read again as line ends, or not at all: those are escaped.
        allow_unicode=not any(_BREAKS.intersection(text) for text in _texts(value)),
        width=float("inf"),
    )
    return written.removesuffix("\n").removesuffix("\n...")


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {
            entry.name: _plain(getattr(value, entry.name))
            for entry in fields(value)
            if entry.default is MISSING or getattr(value, entry.name) != entry.default
        }
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value
