"""The file of decisions as text: read, and changed line by line so that all the rest stays as it is.

What a reader wrote there, comments and order and quotation marks, is never written anew: a decision
is a few lines of their own, put in or taken out. So git shows a change of just these lines.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass
from enum import StrEnum
from typing import Any

import msgspec

from index.notebook.decisions import SECTIONS, Decision, about, section_of
from index.notebook.parsed import decisions_in, loader, read

__all__ = ["decisions_in", "from_entry", "read", "to_entry", "with_decision", "without_decision"]

HEADER = "# recoupe: what was decided about this corpus; comments are kept.\nformat: 1\n"

_BREAKS = frozenset("\x85\u2028\u2029\ufeff")


def with_decision(text: str, decision: Decision, *, name: str) -> str:
    """The text with one more decision, in its place."""
    sections = read(text, name=name)
    wanted = section_of(decision)
    if not text.strip():
        text, sections = HEADER, ()
    lines = _lines(text)
    section = next((one for one in sections if one.name == wanted), None)
    if section is None:
        later = list(SECTIONS)[list(SECTIONS).index(wanted) + 1 :]
        at = min((one.line for one in sections if one.name in later), default=len(lines))
        # The comments above a section are its own; a line of a text that begins like one is not.
        above = max((one.last + 1 for one in sections if one.line < at), default=0)
        while above < at < len(lines) and lines[at - 1].lstrip().startswith("#"):
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
    """The text without a decision, wherever it stands; its comments stay."""
    left = _without_once(text, decision, name)
    while left is not None:
        text = left
        # A merge of two files may have left it twice; only its time tells that it is the same.
        left = _without_once(text, decision, name) if decision.when else None
    return text


def _without_once(text: str, decision: Decision, name: str) -> str | None:
    wanted = section_of(decision)
    section, entry = next(
        (
            (section, entry)
            for section in read(text, name=name)
            if section.name == wanted
            for entry in section.entries
            if entry.decision == decision
        ),
        (None, None),
    )
    if section is None or entry is None:
        return None
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
    """The decision of an entry. Raises msgspec.ValidationError for what is no decision of the section."""
    return msgspec.convert(entry, SECTIONS[section], strict=False)


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

    if not any("#" in line for line in _lines(text)[first : last + 1]):
        return []  # most often, and the whole file need not be read for it
    ends: dict[int, int] = {}
    for token in yaml.scan(text, Loader=loader()):
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
