"""What a reader teaches about the files of an outlet, in a YAML file beside them.

A file `recoupe-<any name>.yaml` at the top of the corpus:

    source: La Gazette du Port
    files: ["gazette/", "*.gaz.txt"]      # as in a .gitignore; without it, all files
    fields: {surtitre: section, accroche: description}
    noise: ["Le port en direct", "/Édition du .*/"]   # lines, or patterns between slashes
    keep: ["Lire aussi"]                   # never set aside, learnt or not
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pathspec
import yaml

from index.corpus.document import SourceRules
from index.corpus.fields import field_of
from index.errors import SettingsError

_KEYS = frozenset(("source", "files", "fields", "noise", "keep"))


@dataclass(frozen=True, slots=True)
class _Rule:
    files: pathspec.GitIgnoreSpec
    rules: SourceRules


@dataclass(frozen=True, slots=True)
class RuleBook:
    """The rules of a corpus; those of the first file that names a path count."""

    entries: tuple[_Rule, ...] = ()

    def rules_for(self, relative: str) -> SourceRules | None:
        return next((e.rules for e in self.entries if e.files.match_file(relative)), None)


def load_rules(corpus: Path) -> RuleBook:
    """The rule files of a corpus, in the order of their names. Raises SettingsError."""
    if not corpus.is_dir():
        return RuleBook()
    paths = sorted([*corpus.glob("recoupe-*.yaml"), *corpus.glob("recoupe-*.yml")])
    found: list[_Rule] = []
    for path in paths:
        try:
            rule = _read(path.read_text("utf-8"), path.name)
        except (OSError, UnicodeDecodeError) as error:
            raise SettingsError(f"The rules in {path.name} cannot be read.") from error
        if rule is not None:
            found.append(rule)
    return RuleBook(tuple(found))


def _read(text: str, name: str) -> _Rule | None:
    """The rule of a file; None when it is one of another kind (it has no `source`)."""
    try:
        data = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise SettingsError(f"{name} is no valid YAML.") from error
    if not isinstance(data, Mapping) or "source" not in data:
        return None
    unknown = sorted(str(key) for key in data if key not in _KEYS)
    if unknown:
        raise SettingsError(
            f"{name} has a key that is not known: {unknown[0]}.",
            advice="Known are source, files, fields, noise and keep.",
        )
    fields = data.get("fields") or {}
    if not isinstance(fields, Mapping):
        raise SettingsError(f"`fields` in {name} must pair names with names.")
    for usual in fields.values():
        if field_of(str(usual)) is None:
            raise SettingsError(f"{name} names a field that is not known: {usual}.")
    rules = SourceRules(
        name=str(data["source"]) if data["source"] else None,
        fields=tuple((str(own), str(usual)) for own, usual in fields.items()),
        noise=tuple(_pattern(line, name) for line in _lines(data, "noise", name)),
        keep=_lines(data, "keep", name),
    )
    files = _lines(data, "files", name) or ("*",)
    return _Rule(pathspec.GitIgnoreSpec.from_lines(files), rules)


def _lines(data: Mapping[str, object], key: str, name: str) -> tuple[str, ...]:
    value = data.get(key) or []
    if not isinstance(value, list):
        raise SettingsError(f"`{key}` in {name} must be a list.")
    return tuple(str(line) for line in value)


def _pattern(line: str, name: str) -> str:
    if not (len(line) > 2 and line.startswith("/") and line.endswith("/")):
        return re.escape(line)
    try:
        re.compile(line[1:-1])
    except re.error as error:
        raise SettingsError(f"A pattern in {name} cannot be understood: {line}.") from error
    return line[1:-1]
