"""What a reader teaches about the files of an outlet, in YAML.

Either an entry of `sources:` in `recoupe.yaml`, or the same keys in a file of its own at the top of
the corpus, `recoupe-<any name>.yaml`:

    source: La Gazette du Port
    files: ["gazette/", "*.gaz.txt"]      # as in a .gitignore; without it, all files
    fields: {surtitre: section, accroche: description}
    noise: ["Le port en direct", "/Édition du .*/"]   # lines, or patterns between slashes
    keep: ["Lire aussi"]                   # never set aside, learnt or not
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from index.errors import SettingsError
from index.settings.guarded import read_guarded
from index.settings.settings_files import (
    DECISIONS_NAME,
    CorpusSettings,
    SourceRule,
    convert_settings,
    read_settings_text,
)

if TYPE_CHECKING:
    from index.corpus.document import SourceRules
    from index.corpus.patterns import Globs

_HAS_SOURCE = re.compile(rb"""^\s*\{?\s*["']?source["']?\s*:""", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class _Entry:
    files: Globs
    rules: SourceRules


@dataclass(frozen=True, slots=True)
class RuleBook:
    """The rules of a corpus; those of the first entry that names a path count."""

    entries: tuple[_Entry, ...] = ()
    everywhere: SourceRules | None = None
    """The rules for files that no entry names; the entries include them."""
    refused: tuple[str, ...] = ()
    """All lines that are never noise."""

    def rules_for(self, relative: str) -> SourceRules | None:
        """The rules for a file; `relative` is its path in the corpus."""
        for entry in self.entries:
            if entry.files.match_file(relative):
                return entry.rules
        return self.everywhere


def load_rules(corpus: Path, settings: CorpusSettings | None = None) -> RuleBook:
    """The rules of `recoupe.yaml`, then those of the rule files by name. Raises SettingsError."""
    # Imported here and below: the check of an index needs the digest alone.
    from index.corpus.document import SourceRules

    settings = settings or CorpusSettings()
    home = corpus if corpus.is_dir() else corpus.parent
    told = [(rule, home / "recoupe.yaml") for rule in settings.sources]
    for path in rule_files(corpus):
        rule = _read(path)
        if rule is not None:
            told.append((rule, path))
    shared = _fields(settings.columns, home / "recoupe.yaml")
    entries = tuple(_entry(rule, path, shared, settings.keep) for rule, path in told)
    everywhere = None
    if shared or settings.keep:
        everywhere = SourceRules(fields=shared, keep=settings.keep)
    refused = [*settings.keep, *(line for rule, _ in told for line in rule.keep)]
    return RuleBook(entries, everywhere, tuple(dict.fromkeys(refused)))


def rule_files(corpus: Path) -> tuple[Path, ...]:
    """The files of rules at the top of a corpus, by name."""
    if not corpus.is_dir():
        return ()
    found = sorted([*corpus.glob("recoupe-*.yaml"), *corpus.glob("recoupe-*.yml")])
    # The file of decisions does not change the index.
    return tuple(path for path in found if path.name != DECISIONS_NAME)


def rules_digest(corpus: Path) -> str:
    """A digest that changes when a rule file does; files that cannot be read count as empty."""
    digest = hashlib.sha256()
    for path in rule_files(corpus):
        try:
            content = read_guarded(path, within=path.parent)
        except OSError:
            content = b""
        if not _HAS_SOURCE.search(content):
            continue  # a file of another kind, such as the reader's decisions
        digest.update(hashlib.sha256(content).digest())
    return digest.hexdigest()


def _read(path: Path) -> SourceRule | None:
    """The rule of a file; None when it is one of another kind (it has no `source`)."""
    try:
        content = read_guarded(path, within=path.parent)
    except OSError as error:
        raise SettingsError(
            "{path} cannot be read: {cause}.", path=path, cause=error.strerror
        ) from error
    data = read_settings_text(content, path)
    if not isinstance(data, Mapping) or "source" not in data:
        return None
    return convert_settings(data, SourceRule, path)


def _entry(
    rule: SourceRule, path: Path, shared: tuple[tuple[str, str], ...], keep: tuple[str, ...]
) -> _Entry:
    from index.corpus.document import SourceRules
    from index.corpus.patterns import Globs

    rules = SourceRules(
        name=rule.source,
        fields=(*_fields(rule.fields, path), *shared),
        noise=tuple(_pattern(line, path) for line in rule.noise),
        keep=(*rule.keep, *keep),
    )
    return _Entry(Globs(rule.files), rules)


def _fields(pairs: Mapping[str, str], path: Path) -> tuple[tuple[str, str], ...]:
    from index.corpus.fields import field_of

    for usual in pairs.values():
        if field_of(usual) is None:
            raise SettingsError(
                "{path} names a field that is not known: {name}.",
                advice="Known are title, text, description, date, modified, source, author, url,"
                " tags, section, language and id.",
                path=path,
                name=usual,
            )
    return tuple(pairs.items())


def _pattern(line: str, path: Path) -> str:
    if not (len(line) > 2 and line.startswith("/") and line.endswith("/")):
        return re.escape(line)
    from index.corpus.patterns import SlowPatternError, pattern

    try:
        pattern(line[1:-1])
    except SlowPatternError:
        raise
    except SettingsError as error:
        raise SettingsError(
            "A pattern in {path} cannot be understood: {pattern}.", path=path, pattern=line
        ) from error
    return line[1:-1]
