"""The files of settings: `recoupe.yaml` of a corpus and the user's own, checked key by key."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Literal, TypeVar

import msgspec

from index.errors import SettingsError
from index.settings.guarded import read_guarded
from index.settings.yaml_aliases import refuse_aliases

if TYPE_CHECKING:
    from pathlib import Path

DECISIONS_NAME = "recoupe-decisions.yaml"
"""The file of the reader's decisions beside the corpus: neither settings nor rules."""


@dataclass(frozen=True, slots=True)
class SourceRule:
    """The names of fields in an outlet's files, and the noise of its pages.

    It is an entry of `sources:` in `recoupe.yaml`, or a whole file `recoupe-<name>.yaml` beside it.
    """

    source: str | None = None
    """The outlet's name, for files that do not state it."""
    files: tuple[str, ...] = ("*",)
    """Patterns as in a `.gitignore`."""
    fields: dict[str, str] = field(default_factory=dict)
    """Name in the file → `title`, `author`, `date`, `section`, `tags`, `source`, `url`…"""
    noise: tuple[str, ...] = ()
    """Lines of its pages that are no part of an article, or patterns between slashes."""
    keep: tuple[str, ...] = ()
    """Lines that are part of an article whatever the rules think."""


@dataclass(frozen=True, slots=True)
class CorpusSettings:
    """`recoupe.yaml` in a corpus."""

    name: str | None = None
    lang: str | None = None
    ignore: tuple[str, ...] = ()
    """Patterns as in a `.gitignore`."""
    columns: dict[str, str] = field(default_factory=dict)
    """Column or key of CSV and JSON Lines → field of an article."""
    keep: tuple[str, ...] = ()
    """Lines that are part of an article of any source, even if learnt as noise."""
    sources: tuple[SourceRule, ...] = ()
    entities: tuple[dict[str, object], ...] = ()
    """Entries of a gazetteer for this corpus."""
    ner: bool | Literal["auto"] = "auto"
    """Whether spaCy's French model helps to find names; `auto`: if it is installed."""


@dataclass(frozen=True, slots=True)
class UserSettings:
    """The user's `recoupe.yaml`."""

    corpus: str | None = None
    index: str | None = None
    lang: str | None = None
    theme: str | None = None
    trust: tuple[str | int, ...] = ()
    """Users, by name or number, whose indexes are trusted like the reader's own."""
    whoosh: bool = True
    """Whether a build also writes the index in Whoosh's form, for programs that have only Whoosh."""
    keys: dict[str, str] = field(default_factory=dict)
    """Id of a binding → keys, separated by commas."""


_Settings = TypeVar("_Settings", CorpusSettings, UserSettings, SourceRule)


READERS_OWN = (
    "corpus",
    "index",
    "theme",
    "keys",
    "engine",
    "opensearch",
    "decisions",
    "trust",
    "serve",
    "whoosh",
)
"""Keys that a corpus, which somebody else may have sent, can never set."""


def corpus_settings(path: Path) -> CorpusSettings:
    """The settings beside a corpus, never read through a link. Raises SettingsError."""
    return _read(path, CorpusSettings, within=path.parent)


def user_settings(path: Path) -> UserSettings:
    """The reader's own settings; the file may be a link. Raises SettingsError."""
    return _read(path, UserSettings, within=None)


def read_settings_text(content: bytes, path: Path) -> object:
    """The content of a YAML file of settings. Raises SettingsError."""
    # Imported late, as below: usually there is no such file, or no error in it.
    import yaml

    try:
        refuse_aliases(content, path=path)
        return yaml.load(content, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (yaml.YAMLError, RecursionError) as error:
        raise SettingsError(
            "{path} is not valid YAML: {cause}.", path=path, cause=_where(error)
        ) from error


def _read(path: Path, kind: type[_Settings], *, within: Path | None) -> _Settings:
    try:
        content = read_guarded(path, within=within)
    except (FileNotFoundError, NotADirectoryError):
        return kind()
    except OSError as error:
        raise SettingsError(
            "{path} cannot be read: {cause}.", path=path, cause=error.strerror
        ) from error
    found = read_settings_text(content, path)
    return kind() if found is None else convert_settings(found, kind, path)


def convert_settings(found: object, kind: type[_Settings], path: Path) -> _Settings:
    """The content of a YAML file as settings. Raises SettingsError with the wrong key."""
    if not isinstance(found, dict):
        raise SettingsError("{path} must hold keys and values.", path=path)
    known = [entry.name for entry in fields(kind)]
    for key in found:
        if key in READERS_OWN and kind is not UserSettings:
            raise SettingsError(
                "{path} sets “{key}”, which only your own settings can.",
                advice="Take it out; `recoupe locate` says where your own settings lie.",
                path=path,
                key=key,
            )
        if key not in known:
            from rapidfuzz import process

            near = process.extractOne(str(key), known, score_cutoff=60)
            raise SettingsError(
                "{path}: “{key}” is no key of these settings.",
                advice="Did you mean “{near}”?" if near else "Known keys: {known}.",
                path=path,
                key=key,
                near=near[0] if near else "",
                known=", ".join(known),
            )
    for rule in found.get("sources") or () if kind is CorpusSettings else ():
        if isinstance(rule, dict):
            convert_settings(rule, SourceRule, path)
    try:
        return msgspec.convert(found, kind)
    except msgspec.ValidationError as error:
        raise SettingsError("{path}: {cause}.", path=path, cause=error) from error


def _where(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or "it cannot be parsed"
    return f"{problem} (line {mark.line + 1})" if mark else str(problem)
